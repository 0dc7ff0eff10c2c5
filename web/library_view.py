"""What the page needs of the index and the assistant, as seams, so that tests can put small fakes in their place."""

from collections.abc import Iterator
from typing import Protocol

from assistant.answer import Answer, Conversation
from index.evidence import DocumentEntry, Filters, Snapshot
from ingest.document import Document


class LibraryView(Protocol):
    """The documents as they are now (index/library.py)."""

    def documents(self) -> tuple[DocumentEntry, ...]: ...

    def document(self, document_id: str, /) -> Document: ...

    def text(self, document_id: str, /) -> str: ...

    def snapshot(self) -> Snapshot: ...

    def add(self, document: Document, path: str = "", /) -> object: ...

    def remove(self, document_id: str, /) -> object: ...


class AssistantView(Protocol):
    """Whoever answers (assistant/assistant.py)."""

    def ask(self, question: str, conversation: Conversation = ..., filters: Filters = ...) -> Answer: ...

    def growing(self, question: str, conversation: Conversation = ..., filters: Filters = ...) -> Iterator[Answer]: ...
