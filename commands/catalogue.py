"""Reading the catalogue for the listing commands: no vectors, no model, no lock."""

from typing import TYPE_CHECKING

from errors import UsageError
from settings import Settings

if TYPE_CHECKING:
    from index.evidence import Snapshot


def read_snapshot(settings: Settings) -> "Snapshot":
    """Everything current. Raises UsageError where there is no index."""
    from index.library import index_exists, read_snapshot as read

    if not index_exists(settings.data_dir):
        raise UsageError(
            f"Der er intet indeks i {settings.data_dir}. Læs dokumenter ind med bl-assistent ingest MAPPE, eller start med bl-assistent serve."
        )
    return read(settings.data_dir)


def check_document(snapshot: "Snapshot", document_id: str | None) -> None:
    """Raises UsageError, with the IDs there are, for an ID that is not indexed."""
    known = [entry.id for entry in snapshot.documents]
    if document_id is not None and document_id not in known:
        raise UsageError(f"Intet dokument hedder »{document_id}«. Der er: {', '.join(known) or 'ingen'}.")
