"""What every part of the page is given: the index, the assistant, the settings, and the few things made from them."""

import logging
from dataclasses import dataclass, field

from settings import Settings
from web.examples import Examples
from web.library_view import AssistantView, LibraryView
from web.pages import PagePictures


@dataclass(frozen=True)
class Context:
    """Made once at start; nothing in it belongs to one reader."""

    library: LibraryView
    assistant: AssistantView
    settings: Settings
    examples: Examples
    pictures: PagePictures = field(default_factory=PagePictures)
    log: logging.Logger = field(default_factory=lambda: logging.getLogger("bl.web"))

    def document_texts(self) -> dict[str, str]:
        """The stored text of every document, for the check in links to its places."""
        return {entry.id: self.library.text(entry.id) for entry in self.library.documents()}


def make_context(library: LibraryView, assistant: AssistantView, settings: Settings) -> Context:
    return Context(library, assistant, settings, Examples(assistant))
