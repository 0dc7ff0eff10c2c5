"""The search for key figures: measure, kind, place, period, size and age must all fit."""

import re
from dataclasses import dataclass

from assistant import answers
from assistant.compose.context import Context
from assistant.figures import COUNTRY_STEMS, Asked, Card, free_score, period_matches, read_asked, unit_fits
from assistant.given_names import given_names
from assistant.lexicon import soft_stems, stop_stems
from assistant.measures import kinds_in, others_named
from assistant.understand.query import Interval, Query
from assistant.words import stem, stems

FITS = 0.72
"""Share of the question's own words a figure must meet."""


@dataclass(frozen=True, slots=True)
class Found:
    """Cards that fit exactly, best first; those that fit but can't be read; those of another place or period; those of
    other homes than the ones asked for."""

    asked: Asked
    exact: tuple[Card, ...] = ()
    unclear: tuple[Card, ...] = ()
    near: tuple[Card, ...] = ()
    other: tuple[Card, ...] = ()
    parts: tuple[Card, ...] = ()
    """Rows of a table that the question does not name: a town's share is not its municipality's."""


def find_figures(context: Context, query: Query, text: str) -> Found:
    """Every card that answers the question, by how exactly it fits."""
    asked = read_asked(query, text)
    if not asked.measures or not _asks_for_value(query, asked):
        return Found(asked)
    fitting: list[tuple[float, Card]] = []
    other: list[Card] = []
    for card in context.cards:
        if card.measure is None or card.measure.name not in asked.measures:
            continue
        if query.documents and card.figure.document not in query.documents:
            continue
        if _asks_ratio(query) and not re.search(
            r"\bpr\.?\s|\bper\b", f"{card.figure.label} {card.figure.unit} {card.figure.quote}"
        ):
            continue
        if family_type(text) not in (None, family_type(card.figure.label)):
            continue
        if not _interval_fits(query, card, asked) or _of_one_person(query, card):
            continue
        # "Jeg har fundet en privat lejlighed på 70 m2. Hvad er huslejen?": what the size is of stands with it.
        whole = query.question if query.size is not None and query.size.text not in text else text
        if others := others_named(whole, card.figure):
            if not any(_is_counted(context, word) for word in others) and of_place_and_period(card, query):
                other.append(card)
            continue
        if not _kind_fits(card, asked):
            if card.kind and card.measure.name in _OF_ONE_KIND and of_place_and_period(card, query):
                other.append(card)
            continue
        score = free_score(card, asked, context.lexicon)
        if score >= FITS:
            score += 0.2 if unit_fits(card, query) else 0.0
            score -= 0.05 * asked.measures.index(card.measure.name)
            fitting.append((score, card))
    # "hvor mange af …" may be told as a share, and better as a count where its document has both.
    fitting.sort(
        key=lambda item: (
            -item[0],
            -_year(item[1]),
            item[1].figure.document,
            bool(re.search(r"\bpct|\bkr", item[1].figure.unit)),
            item[1].figure.spans[0],
        )
    )
    parts = [card for _, card in fitting if _is_other_part(query, card)]
    cards = [card for _, card in fitting if card not in parts]
    timed = [c for c in cards if of_place_and_period(c, query)]
    return Found(
        asked=asked,
        exact=tuple(c for c in timed if c.figure.certain),
        unclear=tuple(c for c in timed if not c.figure.certain and not _counts_else(query, c)),
        near=tuple(c for c in cards if c not in timed and c.figure.certain),
        other=() if timed else tuple(c for c in other if c.figure.certain),
        parts=tuple(c for c in parts if c.figure.certain and of_place_and_period(c, query)),
    )


_WHOLE = re.compile(r"\W*(?:(?:\w+ )?i ?alt|total|samlet|alle|gennemsnit)\b|.*\d", re.IGNORECASE)


def _is_other_part(query: Query, card: Card) -> bool:
    """Whether a table's row is a part that the question does not name."""
    label, measure = card.figure.label, card.measure
    in_table = " · " in (card.figure.group or "") and card.kind is None and card.age is None
    if not in_table or measure is None or measure.card.search(label.lower()) or _WHOLE.match(label):
        return False
    said = frozenset(stems(label)) - frozenset(stems(card.figure.municipality or "")) | ({"by"} & set(stems(label)))
    asked = frozenset(stems(query.text)) | COUNTRY_STEMS
    return family_type(label) is None and bool(said - asked - soft_stems() - stop_stems())


_FAMILY = re.compile(r"\b(enlig|par)(?:e|er)?\b[^.?]{0,12}\b(med|uden)\b[^.?]{0,10}\bbørn", re.IGNORECASE)


def family_type(text: str) -> tuple[str, ...] | None:
    """ "enlige uden børn" as ("enlig", "uden"): the small word is what tells the types of household apart."""
    found = _FAMILY.search(text)
    return tuple(part.lower() for part in found.groups()) if found else None


def family_types(text: str) -> tuple[str, ...]:
    """Every type of household a text names."""
    return tuple(dict.fromkeys(found.group() for found in _FAMILY.finditer(text)))


def _counts_else(query: Query, card: Card) -> bool:
    """Whether things are counted and a figure is an amount of money or a share: it can't be what can't be read."""
    counts = bool(query.counted) and not query.wants("money", "share")
    return counts and re.search(r"\bkr|pct|procent|%", card.figure.unit.lower()) is not None


def _is_counted(context: Context, word: str) -> bool:
    """Whether any sentence that has the word has a number: if none does, no sentence tells how many."""
    said = [context.lexicon.units.all[n] for n in context.lexicon.units.by_stem.get(stem(word), ())]
    return any(stem(word) in unit.stems and answers.numbers(unit.text) for unit in said)


def _asks_ratio(query: Query) -> bool:
    """ "pr. 1.000 indbyggere", "per beboer": a figure that is no ratio can't answer."""
    return bool(
        re.search(
            r"\b(?:pr\.?|per)\s+(?:\d|indbygger|beboer|bolig|borger|hoved|medarbejder|husstand|person|medlem)",
            query.text.lower(),
        )
    )


_NARROW = frozenset(
    {"igangsat", "renoveret", "lokal omsætning", "huslejeomsætning", "fraflytning", "andel af boliger", "medianhusleje"}
)
"""Measures a question can name without asking for a number in so many words."""


_OF_ONE_KIND = frozenset({"fraflytning", "anvisning", "kvadratmeterhusleje"})
"""Measures told of one kind of dwelling: asked of another, they are no answer, and no sentence about them is."""


def _asks_for_value(query: Query, asked: Asked) -> bool:
    if _MEANING.search(query.text.lower()) and not query.places:
        return False
    if query.wants("reason") or (query.wants("yesno") and _EVERYWHERE.search(query.text)):
        return False
    if query.wants("yesno") and not query.wants("number", "share", "money") and _MAY.match(query.text):
        return re.search(r"\d", query.text) is not None
    if query.size is not None and "medianhusleje" in asked.measures:
        return True  # "60 m², hvad er medianen": a size asks for its own value
    if query.wants("number", "sum", "difference", "compare", "share", "money", "yesno"):
        return True
    narrow = bool(set(asked.measures) & _NARROW) or bool(asked.kinds)
    return narrow and bool(query.places) and not query.wants("reason", "person", "date", "list")


_MAY = re.compile(r"\W*(?:må|kan|skal|bør|vil)\b", re.IGNORECASE)
"""What someone may or can do is not a figure, unless the question names one."""
_EVERYWHERE = re.compile(
    r"\b(?:alle|samtlige|hver|enhver) (?:\w+ )?(?:kommuner?|byer|by|steder|landsdele|egne)\b|\boveralt\b", re.I
)
"""Whether it is so in each place is no figure of one."""
_MEANING = re.compile(
    r"\bbetyder (?:\w+ )?\w+\??$|\bvil sige\b|\bforstås?\b|\bmenes\b|\bgår ud på\b|\bforkortelse\b|\bdefin"
)


def _year(card: Card) -> int:
    return card.periods[-1].end if card.periods else 0


def _kind_fits(card: Card, asked: Asked) -> bool:
    # A figure whose kind could not be read may be any of them: it is shown as unclear.
    if not asked.kinds or card.kind in asked.kinds:
        return True
    named = kinds_in(f"{card.figure.label} {card.figure.group or ''} {card.figure.quote}")
    return card.kind is None and not card.figure.certain and bool(set(named) & set(asked.kinds))


def _interval_fits(query: Query, card: Card, asked: Asked) -> bool:
    size, own = query.size, card.size
    if size is not None and (own is None or not (own.holds(size) or same_interval(own, size))):
        return False
    if query.age is not None and card.age is not None:
        return same_interval(card.age, query.age) or query.age.holds(card.age)
    if query.age is not None:
        return "alder" not in asked.measures
    return card.measure is None or card.measure.name != "alder"


def same_interval(a: Interval, b: Interval) -> bool:
    return abs(a.low - b.low) <= 1 and (
        a.high == b.high or (a.high is not None and b.high is not None and abs(a.high - b.high) <= 1)
    )


def of_place_and_period(card: Card, query: Query) -> bool:
    """Whether a card is of the place and every period the question names."""
    return of_place(card, query) and all(period_matches(card, p) for p in query.periods)


def of_place(card: Card, query: Query) -> bool:
    """Whether a card is of a place the question names; without one, of the whole country."""
    place = card.place
    if query.places:
        return place in query.places or (query.country and place is None)
    if query.here:
        return place is not None
    return place is None


def _of_one_person(query: Query, card: Card) -> bool:
    """Whether a figure tells of someone by name whom the question does not name: "Rita … for to piger"."""
    return any(name not in query.text for name in given_names(card.figure.label))
