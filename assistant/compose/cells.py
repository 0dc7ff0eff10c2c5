"""A cell of a table asked for by its row and its column: a town's figures on the sheet of its municipality."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.compose.context import SAME_COUNT, Context
from assistant.compose.figure import add_figure, cite, period_said, place_said, shown
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card, period_matches, unit_fits
from assistant.lexicon import soft_stems, stop_stems
from assistant.understand.query import Query, Term
from assistant.words import stems

_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?", re.IGNORECASE)
_DATED = re.compile(rf"(?:\b(?:i|pr\.|ultimo|primo) )?(?:\d{{1,2}}\. )?(?:{_MONTH.pattern} )?\b(?:19|20)\d\d\b")
_UNITS = re.compile(r",? ?\(?\b(?:pct|procent|antal|(?:mio|mia)?\.? ?kr\.?(?: pr\. (?:m²|m2|måned|år))?)(?:\.|\b)\)?")
_BIG = r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?"
_ALL = re.compile(r"i ?alt|samlet|total(?:t)?", re.IGNORECASE)
_TOWN = frozenset(stems("by kommune"))


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table with the two heads it stands under, the one the question names first."""

    card: Card
    row: str
    column: str


def answer_cell(context: Context, query: Query) -> Draft | None:
    """The one cell that a named row and the question's other words meet in; None when none or several do."""
    if not query.wants("number", "share", "money") or query.wants("reason", "date", "person", "compare", "difference"):
        return None
    names = _names(query)
    if not names or query.size is not None or query.age is not None:
        return None
    cells = [cell for card in context.cards if _is_of(card, query) and (cell := _cell(card, names))]
    cells = [cell for cell in cells if unit_fits(cell.card, query)]
    scored = [(rank, cell) for cell in cells if (rank := _rank(context, query, cell, cells)) is not None]
    best = [cell for rank, cell in scored if rank == max(other for other, _ in scored)]
    if not best or len({(c.card.figure.value, c.card.figure.unit) for c in best}) > 1:
        return None
    draft = Draft(longest=700)
    draft.lines.append(_said(context, draft, best[0]))
    return draft


def _names(query: Query) -> set[str]:
    """The stems of what the question names; a municipality's own town is named as such ("i Lemvig by")."""
    names = {stem for term in query.terms if term.kind == "name" for stem in term.stems}
    towns = re.findall(rf"({_BIG})e?s? by\b|\bbyen ({_BIG})", query.text)
    return names | {stem for found in towns for stem in stems(f"{' '.join(found)} by")}


def _is_of(card: Card, query: Query) -> bool:
    figure = card.figure
    if not figure.certain or (query.documents and figure.document not in query.documents):
        return False
    if query.places and card.place not in query.places:
        return False
    return all(period_matches(card, period) for period in query.periods)


def _cell(card: Card, names: set[str]) -> Cell | None:
    """The figure as a cell of the row (or column) the question names; None when it is in no such table."""
    heading, _, column = (card.figure.group or "").rpartition(" · ")
    if not heading:
        return None
    heads = (clean(card.figure.label), clean(column))
    for row, other in (heads, heads[::-1]):
        said = frozenset(stems(row))
        if said - _TOWN and said <= names and not any(char.isdigit() for char in row):
            return Cell(card, row, other)
    return None


def _rank(context: Context, query: Query, cell: Cell, beside: Iterable[Cell]) -> tuple[int, int] | None:
    """How many of the question's words the column says, then how few it says beyond them; None when it does not fit."""
    own = _column_stems(cell)
    figure = cell.card.figure
    text = context.text_of(figure.document)
    around = frozenset(stems(" ".join(text[a:b] for a, b in figure.spans[1:])))
    around |= own | frozenset(stems(context.entries[figure.document].info.title))
    others = [_column_stems(other) for other in beside if other.card.figure.document == figure.document]
    met = 0
    asked: set[str] = {*query.counted, *stems(query.text)}
    for term in _asked(query, cell):
        asked |= {stem for way in context.lexicon.ways(term.stems) for stem in way.stems}
        if _meets(context, term, own):
            met += 1
        elif not _meets(context, term, around) or any(_meets(context, term, other) for other in others):
            return None
    unit = frozenset(stems(figure.unit))
    extra = {s for s in own - unit - asked - stop_stems() if s not in soft_stems() and not s[0].isdigit()}
    return (met, -len(extra)) if len(extra) <= (1 if met else 0) else None


def _asked(query: Query, cell: Cell) -> list[Term]:
    row = frozenset(stems(cell.row)) | frozenset(stems(cell.card.place or ""))
    return [
        term
        for term in query.terms
        if term.kind in ("word", "name") and not set(term.stems) <= row | _TOWN and not _MONTH.fullmatch(term.text)
    ]


def _column_stems(cell: Cell) -> frozenset[str]:
    return frozenset(stems(f"{_MONTH.sub('', cell.column)} {cell.card.figure.unit}"))


def _meets(context: Context, term: Term, said: frozenset[str]) -> bool:
    return any(way.quality >= SAME_COUNT and set(way.stems) <= said for way in context.lexicon.ways(term.stems))


def _said(context: Context, draft: Draft, cell: Cell) -> str:
    card = cell.card
    marker = cite(context, draft, card)
    add_figure(draft, card, marker)
    column = clean(_UNITS.sub("", _DATED.sub("", cell.column))).strip(" ,.") or clean(cell.column)
    if _ALL.fullmatch(column) and card.figure.unit:
        column = f"{clean(card.figure.unit)} i alt"
    place = place_said(card) if card.place and card.place not in cell.row else ""
    head = f"{column[:1].upper()}{column[1:]} i {cell.row}{place}{period_said(card.figure)}"
    return f"{head}: **{shown(context, card)}**. [{marker}]"
