"""Sides of a comparison whose figures are of any label: beside each other in a chart, a table, or two sheets."""

import re
from dataclasses import replace

from assistant.compose.any_figure import fitting_alone
from assistant.compose.comparison import COMPARING
from assistant.compose.comparison_said import Side
from assistant.compose.context import Context
from assistant.compose.figure_search import Found
from assistant.figures import Card, read_asked
from assistant.understand.query import Query
from assistant.words import stems

_ROWS = re.compile(r"\b(?:end|eller|og)\b", re.IGNORECASE)


def any_sides(context: Context, query: Query) -> list[Side]:
    """A side for each place, year or row the question sets beside another; empty unless all have the same figure."""
    if not query.wants("compare", "difference") or query.country or query.size or query.age:
        return []
    terms = tuple(term for term in query.terms if not set(term.stems) <= COMPARING)
    plain = replace(query, terms=terms, asks=frozenset({"number"}), counted=())
    asked = read_asked(query, query.text)
    sides, cards = [], []
    for name, one in _questions(plain):
        card = fitting_alone(context, one)
        if card is None:
            return []
        cards.append(card)
        sides.append(Side(name, Found(asked, exact=(replace(card, measure=None),))))  # told by its own label
    return sides if len(cards) == len(set(cards)) > 1 and _alike(cards) else []


def _questions(query: Query) -> list[tuple[str, Query]]:
    """The question of each side alone, by what it names several of."""
    if len(query.places) > 1:
        return [(place, replace(query, places=(place,))) for place in query.places]
    if len(query.periods) > 1:
        return [(period.label, replace(query, periods=(period,))) for period in query.periods]
    names = [term for term in query.terms if term.kind == "name"]
    if len(names) != 2 or not _ROWS.search(query.text):
        return []
    rest = tuple(term for term in query.terms if term.kind != "name")
    return [(name.text, replace(query, terms=(*rest, name))) for name in names]


def _alike(cards: list[Card]) -> bool:
    """Whether the figures say the same of different places, years or rows: one unit, and label or column in common."""
    first = cards[0].figure
    own = [frozenset(stems(f"{card.figure.label} {(card.figure.group or '').rpartition(' · ')[2]}")) for card in cards]
    return all(card.figure.unit == first.unit and bool(own[0] & said) for card, said in zip(cards, own, strict=True))
