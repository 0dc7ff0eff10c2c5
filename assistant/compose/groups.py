"""Figures in a row by age or by size: the whole row, its top or bottom, the group of a number, share with count."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.compose.context import Context
from assistant.compose.figure import add_figure, cite, period_said, shown
from assistant.compose.figure_search import FITS, of_place_and_period, same_interval
from assistant.compose.numbers import exact
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card, free_score, read_asked
from assistant.measures import measures_asked
from assistant.understand.query import Interval, Query
from assistant.words import stems

_ROWS = ("alder", "medianhusleje", "familietype")
"""Measures that come as a row of figures, one for each age, size or type of household."""
_ALL = re.compile(
    r"\b(?:alle|samtlige|hver(?:t|e)?|hele|oversigt\w*|fordel\w*|opdel\w*|tabel\w*|opgørelse\w*|liste\w*|"
    r"\w*grupper(?:ne)?|\w*størrelser(?:ne)?|efter (?:\w+ )?(?:størrelse|alder)|aldersfordeling\w*)\b",
    re.IGNORECASE,
)
_TOP = re.compile(r"\b(?:størst\w*|flest\w*|højest\w*|dyrest\w*|mest)\b", re.IGNORECASE)
_BOTTOM = re.compile(r"\b(?:mindst\w*|færrest\w*|lavest\w*|billigst\w*)\b", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:hvilke[nt]?|hvem|hvor gam\w+|hvor store?)\b", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?:andel|procent|pct|del)\w*\b.*\b(?:antal|hvor mange|mennesker|personer)\b"
    r"|\b(?:antal|hvor mange(?! (?:procent|pct)))\b.*\b(?:andel|procent|pct|stor en del)\w*\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d.,-])\d{1,3}(?:\.\d{3})+(?![\d.])|(?<![\d.,-])\d+(?:,\d+)?(?![\d.,-])")
_SAID = frozenset(
    stems(
        "aldersgruppe aldersgrupper gruppe grupper alder størrelse størrelser boligstørrelse boligstørrelser boligens "
        "kvadratmeter oversigt fordeling fordelt fordeler fordele opdelt tabel hele alle samtlige hver opgørelse liste "
        "aldersfordeling tal husleje leje mennesker personer blandt beboere dominerer udgør fylder udbredt udbredte "
        "mest familietype familietyper husstandstype husstandstyper husstand husstande almindelig almindeligste"
    )
)
"""Words that name the row itself or how it is laid out."""


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one measure and one sort of unit from one document, by age or size from low to high."""

    cards: tuple[Card, ...]

    @property
    def is_share(self) -> bool:
        return "pct" in self.cards[0].figure.unit

    def of(self, interval: Interval) -> Card | None:
        """The card of that age or size."""
        return next((c for c in self.cards if (own := _interval(c)) and same_interval(own, interval)), None)

    def beside(self, card: Card) -> Card | None:
        """The card of the same group as one of another row."""
        own = _interval(card)
        return self.of(own) if own else next((c for c in self.cards if c.figure.label == card.figure.label), None)


def answer_group(context: Context, query: Query) -> Draft | None:
    """What a question asks of a row as such; None when it asks for one known group or for something else."""
    if query.wants("sum", "difference", "reason", "date", "person") or (query.places and query.country):
        return None
    names = [m.name for m, _ in measures_asked(query.text) if m.name in _ROWS]
    rows = _rows(context, query, names[0]) if names else []
    if not rows:
        return None
    wanted = query.size if names[0] == "medianhusleje" else query.age if names[0] == "alder" else None
    if wanted is not None:
        return _both(context, rows, wanted) if _BOTH.search(query.text) else None
    if (number := _number(query)) is not None:
        return _group_of(context, rows, number) if _WHICH.search(query.text) else None
    row = next((r for r in rows if r.is_share == query.wants("share")), rows[0])
    if _WHICH.search(query.text) and (_TOP.search(query.text) or _BOTTOM.search(query.text)):
        return _extreme(context, row, [r for r in rows if r is not row], top=bool(_TOP.search(query.text)))
    return _whole(context, rows) if _ALL.search(query.text) else None


def _rows(context: Context, query: Query, name: str) -> list[Row]:
    """Rows of a measure in the place, period and documents asked for, whose figures meet the question's other words."""
    asked = read_asked(query, query.text)
    free = tuple(words for words in asked.free if not set(words) <= _SAID)
    found: dict[tuple[str, str], dict[tuple[float, str], Card]] = defaultdict(dict)
    for card in context.cards:
        if not card.measure or card.measure.name != name or not card.figure.certain:
            continue
        if (_interval(card) is None) != (name == "familietype") or not of_place_and_period(card, query):
            continue
        if query.documents and card.figure.document not in query.documents:
            continue
        if free_score(card, replace(asked, free=free), context.lexicon) < FITS:
            continue
        unit = "pct" if "pct" in card.figure.unit else "kr" if "kr" in card.figure.unit else "antal"
        key = _key(card)
        kept = found[card.figure.document, unit]
        before = kept.get(key)
        if before is None or "…" in before.figure.label:
            kept[key] = card
    rows = [Row(tuple(kept[key] for key in sorted(kept, key=lambda k: k[0]))) for kept in found.values()]
    return [row for row in rows if len(row.cards) >= 3]


def _interval(card: Card) -> Interval | None:
    """The age or size a card is of; None for a type of household."""
    name = card.measure.name if card.measure else ""
    return card.age if name == "alder" else card.size if name == "medianhusleje" else None


def _key(card: Card) -> tuple[float, str]:
    """Where a card stands in its row: by age or size, else as printed."""
    own = _interval(card)
    return (float(card.figure.spans[0][0]), clean(card.figure.label)) if own is None else (own.low, str(own.high))


def _number(query: Query) -> Fraction | None:
    """The number whose group is asked for; a year is none."""
    for said in _NUMBER.finditer(query.text):
        if not re.fullmatch(r"(?:19|20)\d\d", said.group()):
            return Fraction(said.group().replace(".", "").replace(",", "."))
    return None


def _name(card: Card) -> str:
    label = clean(card.figure.label)
    if "…" in label:
        said = own.text if (own := _interval(card)) else ""
        label = said + (" år" if card.age and "år" not in said else "")
    return label[:1].upper() + label[1:]


def _head(row: Row) -> str:
    """What the row is of, in the document's words."""
    figure = row.cards[0].figure
    marks = "".join(f"[{n}]" for n in range(1, len(row.cards) + 1))
    return f"{clean((figure.group or figure.label).split(' · ')[0])}{period_said(figure)}: {marks}"


def _line(context: Context, draft: Draft, card: Card) -> str:
    marker = cite(context, draft, card)
    add_figure(draft, card, marker)
    value = shown(context, card)
    unit = f" {card.figure.unit}" if card.figure.unit in ("personer", "beboere", "mennesker") else ""
    return f"- {_name(card)}: **{value}{unit if unit.strip() not in value else ''}** [{marker}]"


def _both(context: Context, rows: list[Row], wanted: Interval) -> Draft | None:
    """Every sort of figure the document has of one group: its share and its count."""
    draft = Draft(longest=700)
    same = [row for row in rows if row.cards[0].figure.document == rows[0].cards[0].figure.document]
    draft.lines = [_line(context, draft, card) for row in same if (card := row.of(wanted)) is not None]
    return draft if len(draft.lines) > 1 else None


def _group_of(context: Context, rows: list[Row], number: Fraction) -> Draft | None:
    """The one group that a number is of."""
    hits = [(row, card) for row in rows for card in row.cards if exact(card.figure) == number]
    if len({_key(card) for _, card in hits}) != 1:
        return None
    card = hits[0][1]
    draft = Draft(longest=700)
    draft.lines.append(_line(context, draft, card)[2:])
    return draft


def _extreme(context: Context, row: Row, others: list[Row], *, top: bool) -> Draft | None:
    """The group with the most or the least, in the document's other unit too, and its row as the proof."""
    values = [exact(card.figure) for card in row.cards]
    if any(value is None for value in values):
        return None
    ordered = sorted(zip(values, range(len(values)), strict=True), reverse=top)
    if ordered[0][0] == ordered[1][0]:
        return None
    draft = Draft(longest=700)
    lines = [_line(context, draft, card) for card in row.cards]
    of_size = row.cards[0].size is not None
    what = "tallet for " if of_size else "gruppen "
    word = ("Højest" if top else "Lavest") if of_size else ("Størst" if top else "Mindst")
    said = lines[ordered[0][1]][2:]
    draft.lines = [f"{word} er {what}{said[:1].lower()}{said[1:]}", *lines]
    best = row.cards[ordered[0][1]]
    same = [other for other in others if other.cards[0].figure.document == best.figure.document]
    if also := next((card for other in same if (card := other.beside(best)) is not None), None):
        draft.lines[0] += f", {_line(context, draft, also).partition(': ')[2]}"
    return draft


def _whole(context: Context, rows: list[Row]) -> Draft:
    """Every group of every row of the document that has most of them."""
    document = max(rows, key=lambda row: len(row.cards)).cards[0].figure.document
    draft = Draft(longest=1200)
    for row in (row for row in rows if row.cards[0].figure.document == document):
        lines = [_line(context, draft, card) for card in row.cards]
        draft.lines += [*([_head(row)] if not draft.lines else []), *lines]
    return draft
