"""Opens the index and the assistant for a command, reading the starter corpus first where there is no index yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from commands.common import say
from errors import UsageError
from settings import Settings

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.catalogue import Catalogue
    from index.library import Library


@contextmanager
def open_library(settings: Settings, *, write: bool = False) -> Iterator["Library"]:
    """The index, closed at the end. Raises TryAgain (another process holds it), RebuildTheIndex (another model's)."""
    from index.embedding import is_hub_model, open_embedding
    from index.library import Library
    from index.offline import stay_offline

    stay_offline(is_hub_model(settings.embedding))
    library = Library.open(settings.data_dir, open_embedding(settings.embedding), write=write)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def open_assistant(settings: Settings) -> Iterator["Assistant"]:
    """The assistant over the index; a new index is first filled with the starter corpus, and that is said."""
    with open_both(settings) as (_, assistant):
        yield assistant


@contextmanager
def open_both(settings: Settings) -> Iterator[tuple["Library", "Assistant"]]:
    """As `open_assistant`, with the index it answers from."""
    from assistant.assistant import Assistant
    from assistant.llm import open_llm

    with open_library(settings) as library:
        if library.is_new:
            read_starter_corpus(library)
        yield library, Assistant(library, open_llm(settings))


def read_starter_corpus(library: "Library") -> None:
    """Reads the documents that ship with the program into a new index, with progress on stderr."""
    from commands.progress import ReadingProgress
    from index.loading import load_starter
    from ingest.worker import ReadingPool

    say("Der er intet indeks endnu. Læser startdokumenterne (resuméer af BL's dokumenter) …")
    with ReadingPool() as pool, ReadingProgress() as progress:
        load_starter(library, pool, report=progress.result, on_step=progress.step)


@contextmanager
def open_catalogue(settings: Settings) -> Iterator["Catalogue"]:
    """What is indexed, for listing: no vectors, no model, no lock. Raises UsageError where there is no index."""
    from index.catalogue import Catalogue

    catalogue = Catalogue(settings.data_dir)
    try:
        if not catalogue.documents():
            raise UsageError(
                f"Der er ingen dokumenter i indekset i {settings.data_dir}.\n"
                "Læs dem ind med bl-assistent ingest MAPPE, eller start med bl-assistent serve."
            )
        yield catalogue
    finally:
        catalogue.close()


def check_document(catalogue: "Catalogue", document_id: str | None) -> None:
    """Raises UsageError, with the IDs there are, for an ID that is not indexed."""
    known = [entry.id for entry in catalogue.documents()]
    if document_id is not None and document_id not in known:
        raise UsageError(f"Intet dokument hedder »{document_id}«. Der er: {', '.join(known)}.")
