"""Small stand-ins for the eval tests: two documents, answers made by hand, a library and an assistant."""

from collections.abc import Callable
from typing import Any

from assistant.answer import Answer, AnswerFigure, Citation, Conversation, Status
from eval.sets import Case
from eval.sources import Sources
from index.evidence import DocumentEntry, Evidence, PassageHit
from ingest.document import DocumentInfo, Passage

TEXTS = {
    "ark-solby": (
        "Almene boliger i Solby\nFamilieboliger 1.234\nÆldreboliger 567\n"
        "Der er renoveret for 89 mio. kr. i årene 2020-2022. Formand er Karla Nordgren.\n"
        "Hver fjerde ledige bolig anvises af kommunen."
    ),
    "maal-fjordby": "Mål for Fjordby\n• Grønne tage på alle blokke\n• Flere lærlinge i driften\n• Et stærkt naboskab",
}
INFOS = {
    "ark-solby": DocumentInfo("Kommuneark Solby", "kommuneark", "Testforbundet", "2023", 2023, "Solby"),
    "maal-fjordby": DocumentInfo("Almene mål Fjordby", "maalprogram", "Testforbundet", "2024-2026", 2026, "Fjordby"),
}


def entry(id: str, path: str = "", media_type: str = "txt") -> DocumentEntry:
    """A catalogue line."""
    return DocumentEntry(id, f"{id}.txt", path, "0" * 64, media_type, INFOS[id], 1, "2026-01-01", 1, 1, 0, 0, 0)


def sources(texts: dict[str, str] | None = None) -> Sources:
    """The test documents as the scorers see them."""
    return Sources({id: entry(id) for id in TEXTS}, texts or dict(TEXTS))


def cite(marker: int, document: str, quote: str, page: int | None = 1, section: str | None = None) -> Citation:
    """A citation whose offsets are right."""
    start = TEXTS[document].index(quote)
    return Citation(marker, document, INFOS[document].title, page, section, quote, start, start + len(quote))


def answer(
    text: str,
    *citations: Citation,
    status: Status = "answered",
    figures: tuple[AnswerFigure, ...] = (),
    question: str = "?",
) -> Answer:
    """An answer made by hand."""
    return Answer(question, question, status, text, citations, figures)


def case(kind: str = "figure", **fields: Any) -> Case:
    """A case made by hand."""
    return Case(**({"id": "c", "kind": kind, "question": "?", "answerable": kind != "unanswerable"} | fields))


class FakeLibrary:
    """Two documents, one passage a line; `search` finds what the test says."""

    def __init__(self, found: tuple[str, ...] = ()) -> None:
        self.found = found

    def documents(self) -> tuple[DocumentEntry, ...]:
        return tuple(entry(id) for id in TEXTS)

    def text(self, id: str) -> str:
        return TEXTS[id]

    def search(self, query: str, *_: object, **__: object) -> Evidence:
        hits = []
        for rank, line in enumerate(self.found):
            document = next(id for id, text in TEXTS.items() if line in text)
            start = TEXTS[document].index(line)
            passage = Passage(start, 1, (), "prose", ((start, start + len(line)),), line, "")
            hits.append(PassageHit(document, passage, 1.0 / (rank + 1)))
        return Evidence(tuple(hits))


class FakeAssistant:
    """Searches, then answers what the test says; remembers what it was asked."""

    def __init__(self, library: FakeLibrary, reply: Callable[[str], Answer]) -> None:
        self.library, self.reply = library, reply
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, conversation: Conversation = Conversation()) -> Answer:  # noqa: B008
        self.asked.append((question, tuple(turn.question for turn in conversation.turns)))
        self.library.search(question)
        return self.reply(question)
