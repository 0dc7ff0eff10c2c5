"""What the scorers may know of the documents: their stored text, what they say they are, and the files themselves."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from index.evidence import DocumentEntry
from ingest.document import DocumentInfo

PLAIN_FILES = {"txt", "md"}
"""Formats whose letters can be read without the reading that is being measured."""


class Library(Protocol):
    """The part of the index that the eval room uses."""

    def documents(self) -> tuple[DocumentEntry, ...]: ...

    def text(self, id: str) -> str: ...


def letters(text: str) -> str:
    """Letters and digits only, in order, case folded and ligatures opened: what a verbatim quote must share."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


@dataclass
class Sources:
    """The current documents, each text and file read once."""

    entries: dict[str, DocumentEntry]
    texts: dict[str, str]
    _files: dict[str, str | None] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, library: Library) -> "Sources":
        """Everything the library holds now."""
        entries = {entry.id: entry for entry in library.documents()}
        return cls(entries, {id: library.text(id) for id in entries})

    def info(self, document: str) -> DocumentInfo | None:
        """What a document says it is, None for one that is not there."""
        entry = self.entries.get(document)
        return entry.info if entry else None

    def file_letters(self, document: str) -> str | None:
        """The letters and digits of the file as it lies on disk; None where it is away or no plain text."""
        if document not in self._files:
            self._files[document] = self._read_file(document)
        return self._files[document]

    def _read_file(self, document: str) -> str | None:
        entry = self.entries.get(document)
        if entry is None or entry.media_type not in PLAIN_FILES or not entry.path:
            return None
        try:
            data = Path(entry.path).read_bytes()
        except OSError:
            return None
        try:
            return letters(data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            return letters(data.decode("cp1252", "replace"))
