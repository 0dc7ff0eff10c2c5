"""How homes spread over their kinds: a row for each kind, a column for each place."""

import re
from dataclasses import replace

from assistant.compose.arithmetic import KINDS, by_kind
from assistant.compose.context import Context
from assistant.compose.english import english_name, english_value
from assistant.compose.figure import add_figure, cite, period_said, place_said, printed
from assistant.compose.figure_search import FITS, of_place_and_period
from assistant.compose.numbers import exact
from assistant.draft import Draft
from assistant.figures import Asked, Card, free_score, read_asked
from assistant.measures import kinds_in, measures_asked
from assistant.understand.query import Query
from assistant.words import stems

_TYPES = re.compile(
    r"\bbolig(?:typ|form|slags|kategori)\w*|\b(?:typer?|slags|kategori\w*)\b.{0,25}\bbolig"
    r"|\b(?:hver|hvilke\w*) (?:boligtype|type|slags)|\bbolig\w*\b.{0,60}\b(?:efter|på) (?:type|slags)\b"
    r"|\bbolig\w*\b.{0,60}\b(?:fordel|opdel)\w*.{0,12}\b(?:typer?|slags)\b",
    re.IGNORECASE,
)
_LOOSE = {
    "ungdomsboliger": re.compile(r"\b(?:de )?(?:unge|ungdom)\b", re.IGNORECASE),
    "familieboliger": re.compile(r"\b(?:børne)?famili(?:er|e)\b", re.IGNORECASE),
    "ældreboliger": re.compile(r"\b(?:ældre|seniorer)\b", re.IGNORECASE),
}
_SPREAD = re.compile(r"\b(?:fordel|opdel)\w*|\bbolig\w*\b.{0,40}\b(?:til|for)\b", re.IGNORECASE)
_TOP = re.compile(r"\b(?:flest|størst\w*|mest)\b", re.IGNORECASE)
_BOTTOM = re.compile(r"\b(?:færrest|mindst\w*)\b", re.IGNORECASE)
_OF_HOMES = frozenset({"boliger", "igangsat"})
_SAID = frozenset(
    stems(
        "boligtype boligtyper boligform boligformer boligslags type typer slags kategori kategorier oversigt tabel "
        "liste fordele fordeler fordeling fordelt opdelt opdeling opgørelse vis lav giv unge ungdom familier familie "
        "ældre seniorer tal bolig boliger"
    )
)
"""Words that name the table itself or the kinds in it."""


def answer_kinds(context: Context, query: Query) -> Draft | None:
    """A table of the kinds asked for; None when it asks for one kind, a total or something else."""
    if query.wants("sum", "difference", "share", "money", "reason", "date", "person", "yesno") or not query.places:
        return None
    names = {measure.name for measure, _ in measures_asked(query.text)}
    wanted = _wanted(query.text)
    if len(wanted) < 2 or names - _OF_HOMES:
        return None
    asked = read_asked(query, query.text)
    asked = replace(asked, free=tuple(words for words in asked.free if not set(words) <= _SAID))
    measure = "igangsat" if "igangsat" in names else "boliger"
    columns = [_column(context, query, place, measure, wanted, asked) for place in query.places]
    if not all(columns):
        return None
    return _rows(context, query, columns[0]) if len(columns) == 1 else _table(context, query, columns)


def _wanted(text: str) -> tuple[str, ...]:
    """The kinds named, in so many words or by who lives there; all of them where "types" are asked for."""
    named = kinds_in(text)
    if _SPREAD.search(text):
        named = tuple(kind for kind in KINDS if kind in named or _LOOSE[kind].search(text))
    if len(named) > 1:
        return tuple(kind for kind in KINDS if kind in named)
    return KINDS if not named and _TYPES.search(text) else ()


def _column(
    context: Context, query: Query, place: str, measure: str, wanted: tuple[str, ...], asked: Asked
) -> list[Card]:
    """The figure of each kind in one place, newest first where there are several years."""
    one = replace(query, places=(place,), country=False)
    cards = [
        card
        for card in context.cards
        if card.kind in wanted
        and card.measure
        and card.measure.name == measure
        and card.figure.certain
        and (not query.documents or card.figure.document in query.documents)
        and of_place_and_period(card, one)
        and free_score(card, asked, context.lexicon) >= FITS
    ]
    cards.sort(key=lambda card: -(card.periods[-1].end if card.periods else 0))
    return by_kind(tuple(cards), wanted)


def _rows(context: Context, query: Query, cards: list[Card]) -> Draft:
    draft = Draft(longest=1200)
    lines = []
    for card in cards:
        marker = cite(context, draft, card)
        add_figure(draft, card, marker)
        lines.append(f"- {_name(card, query)}: **{_value(context, card, query)}** [{marker}]")
    marks = "".join(f"[{c}]" for c in sorted({c.marker for c in draft.citations}))
    place = f" in {cards[0].place}" if query.language == "en" else place_said(cards[0])
    head = f"{_head(cards[0], query)}{place}{period_said(cards[0].figure)}: {marks}"
    draft.lines = [*_extreme(query, cards, lines), head, *lines]
    return draft


def _extreme(query: Query, cards: list[Card], lines: list[str]) -> list[str]:
    """The kind there is most or least of, where one is asked for and one alone is it."""
    top, bottom = _TOP.search(query.text), _BOTTOM.search(query.text)
    values = [value for card in cards if (value := exact(card.figure)) is not None]
    if bool(top) == bool(bottom) or len(values) < len(cards):
        return []
    best = max(values) if top else min(values)
    if values.count(best) > 1:
        return []
    line = lines[values.index(best)][2:]
    if query.language == "en":
        return [f"{'Most' if top else 'Fewest'}: {line[:1].lower()}{line[1:]}", ""]
    return [f"{'Flest' if top else 'Færrest'} er der af {line[:1].lower()}{line[1:]}", ""]


def _table(context: Context, query: Query, columns: list[list[Card]]) -> Draft:
    draft = Draft(longest=1200)
    places = [f"{column[0].figure.municipality}{period_said(column[0].figure)}" for column in columns]
    rows = []
    for kind in zip(*columns, strict=True):
        cells = []
        for card in kind:
            marker = cite(context, draft, card)
            add_figure(draft, card, marker)
            cells.append(f"{printed(context, card)} [{marker}]")  # a table's language is not told by its few words
        rows.append(f"| {_name(kind[0], query)} | {' | '.join(cells)} |")
    marks = "".join(f"[{c}]" for c in sorted({c.marker for c in draft.citations}))
    by_type = "by type" if query.language == "en" else "efter type"
    head = f"{_head(columns[0][0], query)} {by_type}: {marks}"
    draft.lines = [head, "", f"| Type | {' | '.join(places)} |", f"|{' --- |' * (len(places) + 1)}", *rows]
    return draft


def _value(context: Context, card: Card, query: Query) -> str:
    said = printed(context, card)
    return english_value(said) if query.language == "en" else said


def _name(card: Card, query: Query) -> str:
    kind = english_name(card) if query.language == "en" else card.kind or ""
    return f"{kind[:1].upper()}{kind[1:]}"


def _head(card: Card, query: Query) -> str:
    is_begun = card.measure is not None and card.measure.name == "igangsat"
    if query.language == "en":
        return "Social homes whose construction was started" if is_begun else "Social homes"
    return "Igangsatte almene boliger" if is_begun else "Almene boliger"
