"""Two or more figures side by side: who has more, by how much, and whether the years differ."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import partial

from assistant import texts
from assistant.answer import AnswerFigure
from assistant.compose.arithmetic import COUNTED, add_total, ages, answer_sum
from assistant.compose.comparison_english import COUNTRY
from assistant.compose.comparison_said import Side, verdict
from assistant.compose.context import Context
from assistant.compose.figure import add_figure, add_unclear, cite, shown, unclear, what_measured
from assistant.compose.figure_meant import figure_meant
from assistant.compose.figure_search import Found, family_types, find_figures, of_place_and_period, same_interval
from assistant.compose.numbers import danish
from assistant.compose.quoting import clean
from assistant.draft import Draft, shift_markers
from assistant.figures import COUNTRY_STEMS, OF_AGES, Asked, Card, read_asked
from assistant.understand.query import Interval, Query
from assistant.understand.slots import find_age, find_all, find_size
from assistant.words import stems


def sides_of(context: Context, query: Query) -> list[Side]:
    """The sides a question compares: places, kinds of dwelling or years; empty when it compares nothing."""
    asked = read_asked(query, query.text)
    if not asked.measures:
        return []
    if query.wants("compare", "difference"):
        query = replace(query, terms=tuple(t for t in query.terms if not set(t.stems) <= COMPARING))
        asked = read_asked(query, query.text)
    find = partial(_find_side, context)
    places: list[str | None] = [*query.places]
    if query.country and query.places:
        places.append(None)
        query = replace(query, terms=tuple(t for t in query.terms if not set(t.stems) <= COUNTRY_STEMS))
    if len(places) > 1:
        queries = [(p or COUNTRY, replace(query, places=(p,) if p else (), country=p is None)) for p in places]
        return [Side(name, find(one)) for name, one in queries]
    if len(asked.kinds) > 1 and query.wants("compare", "difference"):
        return [Side(kind, _only_kind(find_figures(context, query, query.text), kind)) for kind in asked.kinds]
    if sides := _interval_sides(context, query, asked) or _family_sides(context, query, asked):
        return sides
    if len(query.periods) > 1 and query.wants("compare", "difference", "timeline", "number"):
        queries = [(p.label, replace(query, periods=(p,))) for p in query.periods]
        return [Side(name, find(one)) for name, one in queries]
    return []


def _find_side(context: Context, query: Query) -> Found:
    """The figures of one side; of homes in general no single kind's."""
    found = find_figures(context, query, query.text)
    if not found.asked.kinds and set(found.asked.measures) & {"boliger", "igangsat"}:
        found = replace(found, exact=tuple(card for card in found.exact if card.kind is None))
    if found.exact or found.unclear or (meant := figure_meant(context, query)) is None:
        return found
    return replace(found, exact=(meant,))


def _interval_sides(context: Context, query: Query, asked: Asked) -> list[Side]:
    """A side for every size or every age the question names, when it names several to compare."""
    finder = find_size if "medianhusleje" in asked.measures else find_age if "alder" in asked.measures else None
    named = find_all(finder, query.text) if finder else ()
    said_young = _YOUNG.search(query.text) if finder is find_age and len(named) == 1 else None
    if said_young and (young := _young(context, query)):
        named = tuple(sorted((*named, (young, said_young.span())), key=lambda one: one[1]))
    # "Hvor meget stiger lejen fra 61-70 m2 til over 85 m2": two sizes of one rent are set beside each other.
    if not query.wants("compare", "difference") and not (finder is find_size and len(named) == 2):
        return []
    if not named and finder is find_size:
        return _extreme_sides(context, query)
    if len(named) < 2:
        return []
    said = {stem for interval, _ in named for stem in stems(interval.text)} | COMPARING | OF_AGES
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
        name = _age_name(own or interval) if finder is find_age else size
        sides.append(Side(name, found))
    return sides


def _family_sides(context: Context, query: Query, asked: Asked) -> list[Side]:
    """A side for every type of household that is named: "par uden børn eller par med børn"."""
    named = family_types(query.text) if "familietype" in asked.measures and query.wants("compare", "difference") else ()
    if len(named) < 2:
        return []
    found = [find_figures(context, query, name) for name in named]
    names = [clean(f.exact[0].figure.label) if f.exact else name for name, f in zip(named, found, strict=True)]
    return [Side(f"{name[:1].lower()}{name[1:]}", f) for name, f in zip(names, found, strict=True)]


_YOUNG = re.compile(r"\bunge\b(?! under)", re.IGNORECASE)


def _young(context: Context, query: Query) -> Interval | None:
    """The ages that a document's row calls young, for which a question gives no years."""
    cards = (c for c in context.cards if c.measure and c.measure.name == "alder" and of_place_and_period(c, query))
    return next((c.age for c in cards if c.age and _YOUNG.search(c.figure.label)), None)


_SMALLEST = re.compile(r"\b(?:mindste|små|lille)\b", re.IGNORECASE)
_LARGEST = re.compile(r"\b(?:største|store|stor)\b", re.IGNORECASE)


def _extreme_sides(context: Context, query: Query) -> list[Side]:
    """The largest and the smallest homes of one document's row, where a question sets them beside each other."""
    if not (_SMALLEST.search(query.text) and _LARGEST.search(query.text)):
        return []
    found = find_figures(context, query, query.text)
    sized = [card for card in found.exact if card.size is not None]
    row = sorted(
        (card for card in sized if card.figure.document == sized[0].figure.document),
        key=lambda card: card.size.low if card.size else 0.0,
    )
    if len(row) < 2:
        return []
    return [Side(clean(card.figure.label), replace(found, exact=(card,))) for card in (row[-1], row[0])]


def _age_name(age: Interval) -> str:
    """An age group in a table's head; an open one as documents write it ("65+")."""
    return f"{int(age.low)}+" if age.high is None else ages(age)


COMPARING = frozenset(
    stems(
        "dyr dyrere billig billigere høj højere lav lavere stor større mindre procentpoint skiller tæt tættest ekstra "
        "stige stiger steg falder faldt flest færrest mest springer spring sammenligning sammenligningen forhold"
    )
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
        asked = all(_names_it(context, query, side.card) for side in readable if side.card)
        return _partial(context, draft, query, sides) if asked else None
    cards = [side.card for side in readable if side.card is not None]
    markers = [cite(context, draft, card) for card in cards]
    positions = [add_figure(draft, card, marker) for card, marker in zip(cards, markers, strict=True)]
    draft.lines.append(verdict(context, draft, query, readable, list(zip(markers, positions, strict=True))))
    draft.lines += ["", *_table(context, readable, cards, markers)]
    periods = {card.figure.period for card in cards if card.figure.period}
    if len(periods) > 1 and len(query.periods) < 2:
        years = ", ".join(f"{s.name}: {c.figure.period}" for s, c in zip(readable, cards, strict=True))
        noted = texts.YEARS_DIFFER["en" if query.language == "en" else "da"].format(years=years)
        draft.lines += ["", f"{noted} {_marks(markers)}"]
    if len(query.places) > 1 and not query.wants("compare", "difference", "timeline", "share", "yesno"):
        add_total(draft, query, cards, positions, _marks(markers))
    return draft


def _names_it(context: Context, query: Query, card: Card) -> bool:
    """Whether a label says anything that was asked: a chart's class "Enlige med børn" stands for no other."""
    own = frozenset(stems(card.figure.label))
    return any(set(way.stems) & own for term in query.terms for way in context.lexicon.ways(term.stems))


def counts_homes(sides: list[Side]) -> bool:
    """Whether homes or people are what is compared."""
    return any(set(side.found.asked.measures) & COUNTED for side in sides)


def unread_sides(context: Context, query: Query, sides: list[Side]) -> Draft | None:
    """What can be read of several places and what can't, where that is why they can't be added up."""
    unread = [side for side in sides if side.card is None and side.found.unclear]
    if not unread:
        return None
    if all(side.card is None for side in sides):
        return unclear(context, query, unread[0].found.unclear)
    return _partial(context, Draft(longest=1200), query, sides)


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
