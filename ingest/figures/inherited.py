"""What a sentence takes over from the sentences before it: the year it is told in, and the one it points back to."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ingest.document import Block, Document, Span
from ingest.figures.flow import Sentence
from ingest.figures.note_years import tells_year, told_year
from ingest.numbers import read_numbers

_AIMED: Final = re.compile(r"\b(?:siden|mål\w*|inden|senest|frem til)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(r"\b(?:mål\w*|vil|skal|kan|næste|kommende)\b", re.IGNORECASE)
_PAST: Final = re.compile(r"\b(?:blev|var|havde|deltog|kom|fik|\w*gav|stod|mødtes|[a-zæøå]{3,}ede)\b")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
OPENING_WORDS: Final = 4
"""A sentence that names its year this early is told in it ("I juni 2022 …", "Folkemødet 2022 blev …")."""
BACK: Final = 3
LONG_PART: Final = 20
"""Sentences: a longer part is running text, for which no note tells when."""
UNDER: Final = 3.0
"""Points that a text may begin beside the year over it."""
NOTE_LENGTH: Final = 60
"""Characters of a line that says of numbers when they hold."""
_STARTS: Final[deque[tuple[tuple[Block, ...], list[int]]]] = deque(maxlen=2)


def before(document: Document, flow: Sequence[Sentence], at: int) -> Span | None:
    """The sentence right before this one in the same block (the same paragraph where the reader gives no blocks)."""
    return flow[at - 1].span if at and _same_block(document, flow[at - 1].span, flow[at].span) else None


def told_in(document: Document, flow: Sequence[Sentence], at: int) -> str | None:
    """The year that the sentences before it give a sentence that has none of its own."""
    own = flow[at]
    for back in range(1, min(BACK, at) + 1):
        earlier = flow[at - back]
        if not _same_block(document, earlier.span, own.span):
            break
        if _YEAR.search(document.text, *earlier.span):
            year, opening = _year(document.text, earlier.span)
            opening = opening and not _AHEAD.search(document.text, *own.span)
            told = back == 1 or opening or all(_PAST.search(document.text, *s.span) for s in (own, earlier))
            return year if told else None
    year = _section_year(document, flow, at)
    return year if year and _PAST.search(document.text, *own.span) else None


def year_over(document: Document, flow: Sequence[Sentence], at: int) -> str | None:
    """The year that stands alone over a sentence's paragraph, as in a time line; none where it is one of a row of years or numbers."""  # noqa: E501
    first = at
    while first and at - first < BACK and _same_block(document, flow[first - 1].span, flow[at].span):
        first -= 1
    over = [document.quote(s.span).strip() for s in flow[max(0, first - 2) : first]]
    if not over or not _YEAR.fullmatch(over[-1]):
        return None
    if document.word_boxes and not _right_under(document, flow[first - 1].span, flow[first].span):
        return None
    return over[-1] if len(over) < 2 or re.search(r"[^\W\d_]{2}", over[0]) else None


def _right_under(document: Document, year: Span, text: Span) -> bool:
    """Whether a text begins right under a year and where it begins, as under the year of a time line."""
    over = next((w for w in document.word_boxes if year[0] <= w.span[0] < year[1]), None)
    under = next((w for w in document.word_boxes if text[0] <= w.span[0] < text[1]), None)
    if over is None or under is None or over.page != under.page:
        return False
    return abs(over.x0 - under.x0) < UNDER and 0 <= under.y0 - over.y1 < 1.5 * over.size


def noted_year(document: Document, flow: Sequence[Sentence], at: int) -> str | None:
    """The year of the one short line that says of a part's numbers when they hold, first or last under its heading ("Tal fra 2023")."""  # noqa: E501
    heading = flow[at].heading
    if heading is None or _YEAR.search(document.text, *heading):
        return None
    first, last = at, at
    while (
        first and at - first < LONG_PART and flow[first - 1].heading == heading and flow[first - 1].span[0] > heading[0]
    ):
        first -= 1
    while last + 1 < len(flow) and last - first < LONG_PART and flow[last + 1].heading == heading:
        if flow[last + 1].kind == "heading":
            break
        last += 1
    if last - first >= LONG_PART:
        return None
    edges = {i for i in (first, first + 1, last) if first <= i <= last and i != at}
    years = {year for i in edges if (year := _told_of_numbers(document, flow[i].span))}
    return years.pop() if len(years) == 1 else None


def _told_of_numbers(document: Document, sentence: Span) -> str | None:
    if sentence[1] - sentence[0] > NOTE_LENGTH or not _YEAR.search(document.text, *sentence):
        return None
    words = document.quote(sentence)
    return told_year(words) if tells_year(words) else None


def _section_year(document: Document, flow: Sequence[Sentence], at: int) -> str | None:
    """The year a section opens with, for the paragraph after it that goes on telling of the past."""
    heading = flow[at].heading
    first = at
    while first and heading and flow[first - 1].heading == heading and flow[first - 1].span[0] > heading[0]:
        first -= 1
        if at - first > BACK + 2:
            return None
    first += first < at and flow[first].span == heading
    between = flow[first + 1 : at]
    if not heading or first == at or len(between) > BACK or any(_YEAR.search(document.text, *s.span) for s in between):
        return None
    year, opening = _year(document.text, flow[first].span)
    return year if opening and _PAST.search(document.text, *flow[first].span) else None


@lru_cache(maxsize=8)
def _year(text: str, sentence: Span) -> tuple[str | None, bool]:
    """The one year a sentence is told in, if it is one and no aim, and whether the sentence opens with it."""
    times = [n for n in read_numbers(text, *sentence) if n.kind in ("year", "date") and n.value[0] != "-"]
    years = {n.value[:4] for n in times}
    if len(years) != 1 or _AIMED.search(text, *sentence):
        return None, False
    return years.pop(), len(text[sentence[0] : times[0].span[1]].split()) <= OPENING_WORDS


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """Where the blocks begin, known by identity: it is asked for every sentence of a document."""
    for known, starts in _STARTS:
        if known is blocks:
            return starts
    _STARTS.appendleft((blocks, [block.span[0] for block in blocks]))
    return _STARTS[0][1]


def _same_block(document: Document, a: Span, b: Span) -> bool:
    if document.blocks:
        at = bisect_right(_starts(document.blocks), a[0]) - 1
        return at >= 0 and b[1] <= document.blocks[at].span[1]
    return "\n\n" not in document.text[a[0] : b[0]]
