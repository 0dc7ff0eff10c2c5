"""Opens the index and the assistant for a command, reading the starter corpus first where there is no index yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from commands.common import say
from settings import Settings

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from index.library import Library


@contextmanager
def open_library(settings: Settings, *, write: bool = False) -> Iterator["Library"]:
    """The index, closed at the end. Raises TryAgain where another process holds it, RebuildTheIndex where it is another model's."""
    from index.embedding import open_embedding
    from index.library import Library

    library = Library.open(settings.data_dir, open_embedding(settings.embedding), write=write)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def open_assistant(settings: Settings) -> Iterator["Assistant"]:
    """The assistant over the index; an index that does not exist yet is made from the starter corpus, and that is said."""
    from assistant.assistant import Assistant
    from index.library import index_exists

    if not index_exists(settings.data_dir):
        read_starter_corpus(settings)
    with open_library(settings) as library:
        yield Assistant(library)


def read_starter_corpus(settings: Settings) -> None:
    """Reads the documents that ship with the program into a new index, with progress on stderr."""
    from index.loading import load_starter
    from ingest.worker import ReadingPool

    say("Der er intet indeks endnu. Læser startdokumenterne (resuméer af BL's dokumenter) …")
    with open_library(settings, write=True) as library, ReadingPool() as pool:
        load_starter(library, pool, report=lambda result: say(f"  {result.line}"))
