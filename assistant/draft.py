"""What a composer hands on: text with markers, the quotes behind them, and the figures it states."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.answer import Answer, AnswerFigure, Citation, Status
from assistant.units import Unit
from index.evidence import DocumentEntry
from ingest.document import Document, Figure, Span

PageOf = Callable[[str, int], int | None]


@dataclass
class Draft:
    """Built up by one composer for one answer; the only mutable thing here, and it never leaves the room."""

    status: Status = "answered"
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    figures: list[AnswerFigure] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    longest: int = 2400

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()


class Citer:
    """Makes citations: numbers markers, cuts quotes out of the stored text."""

    def __init__(self, text_of: Callable[[str], str], page_of: PageOf, entries: dict[str, DocumentEntry]) -> None:
        self._text_of, self._page_of, self.entries = text_of, page_of, entries

    def cite(
        self,
        draft: Draft,
        document: str,
        spans: tuple[Span, ...],
        section: tuple[str, ...] = (),
        page: int | None = None,
    ) -> int:
        """Adds the spans under one marker and returns it; the same spans again get the marker they have."""
        marker = self._known(draft, document, spans)
        if marker:
            return marker
        marker = max((c.marker for c in draft.citations), default=0) + 1
        text = self._text_of(document)
        for start, end in spans:
            found = self._page_of(document, start)
            draft.citations.append(
                Citation(
                    marker=marker,
                    document=document,
                    title=self.entries[document].info.title,
                    page=found if found is not None else page,
                    section=" › ".join(section) or None,
                    quote=text[start:end],
                    start=start,
                    end=end,
                )
            )
        return marker

    def cite_unit(self, draft: Draft, unit: Unit) -> int:
        return self.cite(draft, unit.document, unit.spans, unit.passage.section, unit.passage.page)

    def cite_figure(self, draft: Draft, figure: Figure) -> int:
        return self.cite(draft, figure.document, tuple(dict.fromkeys(figure.spans)), (), figure.page)

    @staticmethod
    def _known(draft: Draft, document: str, spans: tuple[Span, ...]) -> int | None:
        wanted = set(spans)
        for marker in {c.marker for c in draft.citations}:
            own = [c for c in draft.citations if c.marker == marker]
            if own[0].document == document and {(c.start, c.end) for c in own} == wanted:
                return marker
        return None


def shift_markers(text: str, by: int) -> str:
    """The text with every marker moved on by so many, as when its citations come after others."""
    return re.sub(r"\[(\d+)\]", lambda found: f"[{int(found[1]) + by}]", text)


def page_finder(document_of: Callable[[str], Document]) -> PageOf:
    """A page look-up that reads each document once."""
    known: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def page_of(document: str, offset: int) -> int | None:
        if document not in known:
            known[document] = tuple((p.span[0], p.span[1], p.number) for p in document_of(document).pages)
        return next((number for start, end, number in known[document] if start <= offset < end), None)

    return page_of


def finish(draft: Draft, asked: str, standalone: str) -> Answer:
    """The draft as an answer, citations that no marker names left out."""
    used = {c.marker for c in draft.citations if f"[{c.marker}]" in draft.text}
    return Answer(
        question=asked,
        standalone_question=standalone,
        status=draft.status,
        answer=draft.text,
        citations=tuple(c for c in draft.citations if c.marker in used),
        figures=tuple(draft.figures),
        suggestions=tuple(draft.suggestions),
    )
