"""Sides of a comparison whose figures are of any label: beside each other in a chart, a table, or two sheets."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.compose.any_figure import fitting_alone, names_value
from assistant.compose.comparison import COMPARING
from assistant.compose.comparison_english import COUNTRY
from assistant.compose.comparison_said import Side
from assistant.compose.context import Context
from assistant.compose.figure_meant import MOVES, figure_meant
from assistant.compose.figure_search import Found
from assistant.compose.label_words import heading_of
from assistant.figures import COUNTRY_STEMS, Card, period_matches, read_asked
from assistant.measures import kinds_in, replace_kinds
from assistant.understand.query import Period, Query
from assistant.words import stems

_ROWS = re.compile(r"\b(?:end|eller|og)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfra (?:(?:19|20)\d\d) til (?:og med )?(?:(?:19|20)\d\d)\b", re.IGNORECASE)
_FAR_AND_WIDE = re.compile(r"\b(?:forholdsvis|relativt|andelsmæssigt|procentvis)\w*\b", re.IGNORECASE)
"""How shares are compared, which is told by no label."""


def any_sides(context: Context, query: Query) -> list[Side]:
    """A side for each place, year, kind or row the question sets beside another; empty unless all have the figure."""
    ends = _ends(query)
    compares = query.wants("compare", "difference") or bool(ends)
    several = len(query.periods) > 1 and (query.wants("number", "share", "money") or names_value(query))
    if not (compares or several) or query.size or query.age:
        return []
    terms = tuple(
        term
        for term in query.terms
        if not (set(term.stems) <= COMPARING or (ends and MOVES.search(term.text)) or _FAR_AND_WIDE.search(term.text))
    )
    asks = frozenset({"number"}) | (query.asks & {"share", "money"})
    plain = replace(query, terms=terms, asks=asks, counted=(), periods=ends or query.periods)
    plain = replace(plain, text=MOVES.sub(" ", plain.text) if ends else plain.text)
    asked = read_asked(query, query.text)
    sides: list[Side] = []
    cards: list[Card] = []
    for name, one in _questions(plain):
        card = fitting_alone(context, one) or figure_meant(context, one) or _twin(context, one, cards)
        if card is None:
            return []
        cards.append(card)
        sides.append(Side(name, Found(asked, exact=(replace(card, measure=None),))))  # told by its own label
    return sides if len(cards) == len(set(cards)) > 1 and _alike(cards) else []


def _ends(query: Query) -> tuple[Period, ...]:
    """The two years between which something is said to have moved: "steg fra 2022 til 2024"."""
    if len(query.periods) != 1 or not (_FROM_TO.search(query.text) and MOVES.search(query.text)):
        return ()
    (period,) = query.periods
    return tuple(Period(year, year, str(year)) for year in (period.end, period.start))


def _questions(query: Query) -> Iterator[tuple[str, Query]]:
    """The question of each side alone, by what it names several of."""
    if query.country and len(query.places) == 1:
        rest = tuple(term for term in query.terms if not set(term.stems) <= COUNTRY_STEMS)
        yield query.places[0], replace(query, terms=rest, country=False)
        yield COUNTRY, replace(query, terms=rest, places=())
        return
    kinds = kinds_in(query.text)
    names = [term for term in query.terms if term.kind == "name"]
    if len(query.places) > 1:
        yield from ((place, replace(query, places=(place,))) for place in query.places)
    elif len(query.periods) > 1:
        yield from ((period.label, replace(query, periods=(period,))) for period in query.periods)
    elif len(kinds) > 1:
        rest = tuple(term for term in query.terms if not kinds_in(term.text))
        for kind in kinds:
            own = tuple(term for term in query.terms if kinds_in(term.text) == (kind,))[:1]
            yield kind, replace(query, text=replace_kinds(query.text, kind), terms=(*own, *rest))
    elif len(names) == 2 and _ROWS.search(query.text):
        rest = tuple(term for term in query.terms if term.kind != "name")
        yield from ((name.text, replace(query, terms=(*rest, name))) for name in names)


def _twin(context: Context, query: Query, known: list[Card]) -> Card | None:
    """The figure that stands beside the first side's in its chart or table: of the country, or of another year."""
    if not known:
        return None
    own = known[0].figure
    for card in context.cards:
        figure = card.figure
        same = (figure.document, figure.label, figure.unit, heading_of(card)) == (
            own.document,
            own.label,
            own.unit,
            heading_of(known[0]),
        )
        if not same or not figure.certain or card.place not in (query.places or (None,)):
            continue
        if figure.period == own.period if not query.places else all(period_matches(card, p) for p in query.periods):
            return card
    return None


def _alike(cards: list[Card]) -> bool:
    """Whether the figures say the same of different places, years or rows: one unit, and label or column in common."""
    first = cards[0].figure
    if any(card.figure.unit != first.unit for card in cards):
        return False
    own = [frozenset(stems(f"{card.figure.label} {(card.figure.group or '').rpartition(' · ')[2]}")) for card in cards]
    headings = {(card.figure.document, heading_of(card)) for card in cards}
    in_one_chart = len(headings) == 1 and len({card.kind for card in cards}) == len(cards)
    return in_one_chart or all(own[0] & said for said in own)
