"""Two or more figures side by side: who has more, by how much, and whether the years differ."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant import texts
from assistant.answer import AnswerFigure
from assistant.compose.arithmetic import ages, answer_sum
from assistant.compose.context import Context
from assistant.compose.figure import add_figure, add_unclear, cite, shown, what_measured
from assistant.compose.figure_search import Found, find_figures, same_interval
from assistant.compose.numbers import danish, in_common_unit
from assistant.compose.quoting import clean
from assistant.draft import Draft, shift_markers
from assistant.figures import COUNTRY_STEMS, OF_AGES, Asked, Card, read_asked
from assistant.understand.query import Query
from assistant.understand.slots import find_age, find_all, find_size
from assistant.words import stems


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; `name` stands in the table's head."""

    name: str
    found: Found

    @property
    def card(self) -> Card | None:
        return self.found.exact[0] if self.found.exact else None


def sides_of(context: Context, query: Query) -> list[Side]:
    """The sides a question compares: places, kinds of dwelling or years; empty when it compares nothing."""
    asked = read_asked(query, query.text)
    if not asked.measures:
        return []
    if query.wants("compare", "difference"):
        query = replace(query, terms=tuple(t for t in query.terms if not set(t.stems) <= _COMPARING))
        asked = read_asked(query, query.text)
    places: list[str | None] = [*query.places]
    if query.country and query.places:
        places.append(None)
        query = replace(query, terms=tuple(t for t in query.terms if not set(t.stems) <= COUNTRY_STEMS))
    if len(places) > 1:
        queries = [(p or "Hele landet", replace(query, places=(p,) if p else (), country=p is None)) for p in places]
        return [Side(name, find_figures(context, one, query.text)) for name, one in queries]
    if len(asked.kinds) > 1 and query.wants("compare", "difference"):
        return [Side(kind, _only_kind(find_figures(context, query, query.text), kind)) for kind in asked.kinds]
    if sides := _interval_sides(context, query, asked):
        return sides
    if len(query.periods) > 1 and query.wants("compare", "difference", "timeline", "number"):
        queries = [(p.label, replace(query, periods=(p,))) for p in query.periods]
        return [Side(name, find_figures(context, one, query.text)) for name, one in queries]
    return []


def _interval_sides(context: Context, query: Query, asked: Asked) -> list[Side]:
    """A side for every size or every age the question names, when it names several to compare."""
    if not query.wants("compare", "difference"):
        return []
    finder = find_size if "medianhusleje" in asked.measures else find_age if "alder" in asked.measures else None
    named = find_all(finder, query.text) if finder else ()
    if len(named) < 2:
        return []
    said = {stem for interval, _ in named for stem in stems(interval.text)} | _COMPARING | OF_AGES
    terms = tuple(term for term in query.terms if not set(term.stems) <= said)
    shares = query.asks | {"number"} if query.wants("share") else query.asks
    sides = []
    for interval, _ in named:
        one = replace(query, terms=terms, asks=shares)
        one = replace(one, size=interval) if finder is find_size else replace(one, size=None, age=interval)
        found = find_figures(context, one, query.text)
        if finder is find_age:
            found = replace(found, exact=tuple(c for c in found.exact if c.age and same_interval(c.age, interval)))
            of_sort = tuple(c for c in found.exact if ("pct" in c.figure.unit) == query.wants("share"))
            found = replace(found, exact=of_sort or found.exact)
        # The document's own name of a size: "90 m²" stands in no source, "over 85 m²" does.
        size = clean(found.exact[0].figure.label) if found.exact else interval.text
        own = found.exact[0].age if found.exact else None
        name = ages(own or interval) if finder is find_age else size
        sides.append(Side(name, found))
    return sides


_COMPARING = frozenset(
    stems("dyr dyrere billig billigere høj højere lav lavere stor større mindre procentpoint skiller")
)
"""Words that compare, and are about nothing themselves."""


def _only_kind(found: Found, kind: str) -> Found:
    def keep(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return tuple(c for c in cards if c.kind == kind)

    return replace(found, exact=keep(found.exact), unclear=keep(found.unclear), near=keep(found.near))


def answer_comparison(context: Context, query: Query, sides: list[Side]) -> Draft | None:
    """A sentence and a small table; `partial` when one side can't be read, None when a side is missing."""
    if len(sides) < 2:
        return None
    known = {entry.info.municipality for entry in context.entries.values()}
    if any(side.card is None and not side.found.unclear and side.name not in known for side in sides):
        return None
    readable = [side for side in sides if side.card is not None]
    if not readable:
        return None
    draft = Draft(longest=1200)
    if len(readable) < len(sides):
        return _partial(context, draft, query, sides)
    cards = [side.card for side in readable if side.card is not None]
    markers = [cite(context, draft, card) for card in cards]
    positions = [add_figure(draft, card, marker) for card, marker in zip(cards, markers, strict=True)]
    draft.lines.append(_verdict(context, draft, query, readable, cards, markers, positions))
    draft.lines += ["", *_table(context, readable, cards, markers)]
    periods = {card.figure.period for card in cards if card.figure.period}
    if len(periods) > 1 and len(query.periods) < 2:
        years = ", ".join(f"{s.name}: {c.figure.period}" for s, c in zip(readable, cards, strict=True))
        draft.lines += ["", f"Bemærk, at årene er forskellige ({years}). {_marks(markers)}"]
    return draft


def _verdict(
    context: Context,
    draft: Draft,
    query: Query,
    sides: list[Side],
    cards: list[Card],
    markers: list[int],
    positions: list[int],
) -> str:
    what = what_measured(cards[0].measure, cards[0])
    said = [f"**{shown(context, card)}**" for card in cards]
    plain = "; ".join(f"{side.name}: {value} [{m}]" for side, value, m in zip(sides, said, markers, strict=True))
    if len(cards) != 2:
        return f"{what[:1].upper()}{what[1:]} – {plain}."
    common = in_common_unit(cards[0].figure, cards[1].figure)
    if common is None:
        return f"{what[:1].upper()}{what[1:]} – {plain}. Tallene kan ikke sammenlignes direkte."
    a, b, unit = common
    if a == b:
        return f"{_opening(query, sides, 0)}{sides[0].name} og {sides[1].name} er lige: {said[0]} [{markers[0]}] og {said[1]} [{markers[1]}]."  # noqa: E501
    high, low = (0, 1) if a > b else (1, 0)
    difference = abs(a - b)
    is_share = "pct" in unit or "%" in unit or "procent" in unit
    unit_name = "procentpoint" if is_share else unit
    draft.figures.append(
        AnswerFigure(
            f"forskel, {what}", str(difference), unit_name, None, None, None, True, (positions[high], positions[low])
        )
    )
    more = "højest" if is_share or "kr" in unit else "flest"
    amount = (
        f"**{danish(difference)}** {unit_name} mere" if is_share or "kr" in unit else f"**{danish(difference)}** flere"
    )
    return (
        f"{_opening(query, sides, high)}{_subject(sides[high])} har {more}: {said[high]} [{markers[high]}] mod {said[low]} "  # noqa: E501
        f"{_against(sides[low])} [{markers[low]}] – {amount} ({what})."
    )


def _subject(side: Side) -> str:
    return side.name


def _against(side: Side) -> str:
    return (
        f"i {side.name}"
        if side.name[:1].isupper() and side.name != "Hele landet"
        else f"({side.name[:1].lower()}{side.name[1:]})"
    )


_MORE = re.compile(r"\b(?:flere|flest|mere|mest|højere|højest|større|størst|dyrere)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:færre|færrest|mindre|mindst|lavere|lavest|billigere)\b", re.IGNORECASE)


def _opening(query: Query, sides: list[Side], high: int) -> str:
    """ "Ja. " or "Nej. " when the question claims who has more; a false premise is corrected."""
    text = query.text
    if not re.search(r"\bend\b", text):
        return ""
    first = min(range(len(sides)), key=lambda i: _position(text, sides[i].name))
    claims_more, claims_less = bool(_MORE.search(text)), bool(_LESS.search(text))
    if claims_more == claims_less:
        return ""
    holds = (first == high) == claims_more
    if query.wants("yesno"):
        return "Ja. " if holds else "Nej. "
    if holds:
        return ""
    return f"{sides[first].name} har ikke {'flere' if claims_more else 'færre'}. "


def _position(text: str, name: str) -> int:
    found = text.lower().find(name.lower()[:6])
    return found if found >= 0 else len(text)


def _table(context: Context, sides: list[Side], cards: list[Card], markers: list[int]) -> list[str]:
    heads = [
        f"{s.name}{f' ({c.figure.period})' if c.figure.period and c.figure.period != s.name else ''}"
        for s, c in zip(sides, cards, strict=True)
    ]
    values = [f"{shown(context, c)} [{m}]" for c, m in zip(cards, markers, strict=True)]
    return [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", f"| {' | '.join(values)} |"]


def _marks(markers: list[int]) -> str:
    return "".join(f"[{m}]" for m in dict.fromkeys(markers))


def _partial(context: Context, draft: Draft, query: Query, sides: list[Side]) -> Draft:
    """One side can be read: it is said, and that the other can't."""
    draft.status = "partial"
    for side in sides:
        card = side.card
        if card is not None:
            marker = cite(context, draft, card)
            add_figure(draft, card, marker)
            period = f" ({card.figure.period})" if card.figure.period else ""
            draft.lines.append(
                f"{side.name}: **{shown(context, card)}**{period} – {what_measured(card.measure, card)}. [{marker}]"
            )
    for side in sides:
        if side.card is None and not side.found.unclear:
            draft.lines.append(texts.SIDE_MISSING["en" if query.language == "en" else "da"].format(place=side.name))
        elif side.card is None:
            add_unclear(context, draft, query, side.found.unclear[0])
    return draft


def totals_compared(context: Context, query: Query) -> Draft | None:
    """Sides that must first be added up ("flest almene boliger i alt"): each total is derived, then compared."""
    if len(query.places) != 2:
        return None
    drafts = []
    for place in query.places:
        one = replace(query, places=(place,), asks=query.asks | {"sum"})
        made = answer_sum(context, one, find_figures(context, one, query.text))
        if made is None:
            return None
        drafts.append(made)
    return _join_totals(query, drafts)


def _join_totals(query: Query, drafts: list[Draft]) -> Draft:
    joined = Draft(longest=1200)
    totals: list[int] = []
    for made in drafts:
        shift_marker = max((c.marker for c in joined.citations), default=0)
        shift = len(joined.figures)
        joined.citations += [replace(c, marker=c.marker + shift_marker) for c in made.citations]
        joined.figures += [
            replace(f, marker=f.marker + shift_marker if f.marker else None, inputs=tuple(i + shift for i in f.inputs))
            for f in made.figures
        ]
        totals.append(len(joined.figures) - 1)
        joined.lines += [shift_markers(line, shift_marker) for line in made.lines]
    a, b = (joined.figures[i] for i in totals)
    difference = abs(Fraction(a.value) - Fraction(b.value))
    joined.figures.append(AnswerFigure("forskel", str(difference), "boliger", None, None, None, True, tuple(totals)))
    most = a if Fraction(a.value) >= Fraction(b.value) else b
    marks = _marks([c.marker for c in joined.citations])
    joined.lines.insert(0, f"**{most.municipality}** har flest, **{danish(difference)}** flere (beregnet). {marks}")
    del query
    return joined
