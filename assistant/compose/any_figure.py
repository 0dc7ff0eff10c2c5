"""Key figures of any measure, found by their labels: "solcelleanlæg" of a sheet, "lærlinge" of a report's table."""

import re
from dataclasses import replace

from assistant import answers
from assistant.compose.any_said import BLANK, VERB, column_of, said_of
from assistant.compose.context import SAME_COUNT, Context
from assistant.compose.figure_search import of_place, of_place_and_period, same_interval
from assistant.compose.label_words import ALL_OF, STANDS_FOR, meets, own_words, told_beside
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import COUNTRY_STEMS, Card, dashed, unit_fits
from assistant.lexicon import soft_stems, stop_stems
from assistant.measures import is_of_some, kinds_in, others_named
from assistant.score import term_weight
from assistant.understand.query import Query
from assistant.understand.slots import find_age, find_all
from assistant.units import Unit
from assistant.words import stems

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AMOUNT_OF = re.compile(r"\bhvor meget (?!der\b|har\b|det\b|vi\b|man\b)(\w{3,}) (?!end\b)", re.IGNORECASE)
"""What "hvor meget strøm …" asks an amount of."""
_COUNTRY = frozenset(stems("land landets danmark danmarks"))
_COURSE = re.compile(r"udvik|ændr", re.IGNORECASE)
"""How a question asks for the course of a figure."""
_MOVES = re.compile(r"(?:voks|steg|stig|fald|øge|sænk)", re.IGNORECASE)
_MOVED = re.compile(r"ændring|vækst|stigning|fald\b|udvikling|tilbagegang|fremgang|steg\b|vokse", re.IGNORECASE)
"""What moved, in a question and in a label: only a figure of the change itself tells by how much."""
_WHAT_WAS = re.compile(
    r"\W*hvad (?:var|er|blev|lød|udgjorde|brugte|bruger|betalte|indtog|investerede|afsatte|sparede)\b", re.IGNORECASE
)
_MEASURED = re.compile(r"\b(?:kr|pct|procent|kg|ton|kwh|m²|m2|mio|mia|år|måned)\b|%|/", re.IGNORECASE)
"""Units that measure, and count no things."""
_RESIDENTS = frozenset(stems("beboer"))
_AGED = frozenset(stems("årige årig år alder derover ældre yngre over under"))
_ANYONE = frozenset(stems("beboere lejere personer mennesker borgere folk"))
_DONE = re.compile(VERB, re.IGNORECASE)
"""How a label begins that leaves out who: "85 fik økonomisk rådgivning"."""
_WORD = re.compile(r"[^\W_]+")
_MET, _EXTRA = 0.8, 2
"""Share of the question's weight that a label must meet, and the words of its own that it may say beyond it."""


def answer_any_figure(context: Context, query: Query) -> Draft | None:
    """One figure, or its row over the years where these are asked for; None when no label or several fit."""
    asks_value = query.wants("number", "share", "money", "timeline") or names_value(query)
    if not asks_value or query.wants("reason", "date", "person", "yesno"):
        return None
    if query.size is not None or query.here or len(query.places) > 1:
        return None  # of several places each has its own figure
    if query.country and len(query.places) == 1:
        return _beside_the_country(context, query)
    spans_years = len(query.periods) == 1 and query.periods[0].start < query.periods[0].end
    fitting = _fitting(context, query, spans_years=False)
    over_years = spans_years and not fitting  # no figure of just these years: the row over them
    if over_years:
        fitting = _fitting(context, query, spans_years=True)
    if not fitting:
        return None
    least = min(extra for extra, _ in fitting)
    best = [card for extra, card in fitting if extra == least]
    if len({clean(card.figure.label).lower() for card in best}) > 1:
        return None
    first = best[0].figure.document
    best = [card for card in best if card.figure.document == first]
    if over_years or query.wants("timeline"):
        return _row(context, best)
    newest = max(best, key=lambda card: card.periods[-1].end if card.periods else 0)
    draft = Draft(longest=700)
    draft.lines.append(said_of(context, draft, newest))
    return draft


def _beside_the_country(context: Context, query: Query) -> Draft | None:
    """A place's figure and the same one of the whole country; None when either is missing."""
    terms = tuple(term for term in query.terms if not set(term.stems) <= COUNTRY_STEMS)
    own = fitting_alone(context, replace(query, terms=terms, country=False))
    country = fitting_alone(context, replace(query, terms=terms, places=()))
    if own is None or country is None or own == country:
        return None
    draft = Draft(longest=700)
    draft.lines = [said_of(context, draft, own), said_of(context, draft, country)]
    return draft


def names_value(query: Query) -> bool:
    """ "Hvad var udledningen i Skive i 2023": a place or a document, and nothing but a thing that may have a value."""
    bound = bool(query.places or query.documents) and bool(query.terms)
    return bound and query.asks <= {"effect"} and _WHAT_WAS.match(query.text) is not None


def fitting_alone(context: Context, query: Query) -> Card | None:
    """The one figure that a question about a value means, the newest of its years; None when several or none do."""
    found = _fitting(context, query, spans_years=False)
    least = min((extra for extra, _ in found), default=0)
    best = [card for extra, card in found if extra == least]
    if not best or len({(card.figure.document, clean(card.figure.label).lower()) for card in best}) > 1:
        return None
    return max(best, key=lambda card: card.periods[-1].end if card.periods else 0)


def _fitting(context: Context, query: Query, *, spans_years: bool) -> list[tuple[int, Card]]:
    """The figures whose label says what is asked, each with how many words it says beyond it."""
    whole = not query.wants("number", "share", "money", "timeline")
    return [
        (extra, card)
        for card in context.cards
        if _is_of(context, query, card, spans_years)
        and not (whole and (BLANK in card.figure.label or not card.figure.unit))
        and (BLANK not in card.figure.label or _is_alone(context, query, card))
        and (extra := _extra_words(context, query, card)) is not None
        and not told_beside(context, query, card)
    ]


def _is_alone(context: Context, query: Query, card: Card) -> bool:
    """Whether a sentence's number counts what is asked, and no other there does or has its words among this one's."""
    unit = _unit_of(context, card)
    if not _counts(context, query, card):
        return False
    if unit is None:  # a sheet's sentence, put together from its places around the number
        return not answers.numbers(_YEAR.sub("", card.figure.label))
    if len(answers.numbers(_YEAR.sub("", unit.text))) == 1:
        return True
    # "500 organisations that house 1 million": which is meant is sure where only the country's own number is asked.
    of_country = query.country and bool(frozenset(stems(card.figure.label)) & _COUNTRY)
    asked = {*query.counted, *COUNTRY_STEMS}
    counted_alone = of_country and all(term.kind == "soft" or set(term.stems) <= asked for term in query.terms)
    beside = [other for other in context.cards if _unit_of(context, other) is unit]
    return counted_alone and sum(_counts(context, query, other) for other in beside) == 1


def _unit_of(context: Context, card: Card) -> Unit | None:
    """The sentence a figure stands in."""
    return context.unit_at(card.figure.document, card.figure.spans[0][0])


def _is_of(context: Context, query: Query, card: Card, spans_years: bool) -> bool:
    """Whether a certain figure of a sheet or table is of the documents, place and years asked for."""
    figure = card.figure
    if not figure.certain or (query.documents and figure.document not in query.documents):
        return False
    if is_of_some(figure, query.text) or others_named(query.text, figure):
        return False
    if not (unit_fits(card, query) or query.wants("timeline")) or not _is_of_age(context, query, card):
        return False
    if spans_years:
        asked = query.periods[0]
        within = bool(card.periods) and all(asked.start <= p.start and p.end <= asked.end for p in card.periods)
        return within and of_place(card, query)
    # "siden 2020" is a year of what is counted; the figure itself is of another.
    periods = tuple(p for p in query.periods if p.label not in figure.label)
    # A town named in the row is within the municipality whose sheet it is.
    own = frozenset(stems(figure.label))
    named = any(term.kind == "name" and set(term.stems) <= own for term in query.terms)
    places = (card.place,) if named and card.place and not query.places else query.places
    return of_place_and_period(card, replace(query, periods=periods, places=places))


def _heads(context: Context, card: Card) -> frozenset[str]:
    """The words of the heads a figure stands under."""
    text = context.text_of(card.figure.document)
    return frozenset(stems(" ".join(text[a:b] for a, b in card.figure.spans[1:])))


def _is_of_age(context: Context, query: Query, card: Card) -> bool:
    """Whether a figure's label or heads tell of the age group the question names, where it names one."""
    if query.age is None:
        return True
    text = context.text_of(card.figure.document)
    said = [card.figure.label, card.figure.group or "", *(text[a:b] for a, b in card.figure.spans[1:])]
    ages = [age for one in said for age, _ in find_all(find_age, dashed(one))]
    return any(same_interval(age, query.age) for age in ages)


def _extra_words(context: Context, query: Query, card: Card) -> int | None:
    """How many words a label says beyond the question; None when it does not say enough of it."""
    if _is_named_whole(query, card):
        return 0
    # A cell of a table is named by its row and its column: "Karup", "Boliger i byerne · Familieboliger".
    own = own_words(card)
    around = own | frozenset(stems(card.figure.group or ""))
    if card.measure and card.measure.name == "beboere":
        around |= _RESIDENTS  # "Hvem bor i de almene boliger?"
    # A sheet that is about homes of the sector does not say so again at each of its numbers.
    about = around | frozenset(stems(context.entries[card.figure.document].info.title))
    counted = [stem for stem in query.counted if stem not in soft_stems() or stem not in about]
    # A share's own label names the part; what it is a part of may stand in the heading.
    where_counted = around | _heads(context, card) if query.wants("share") else own
    people = not card.figure.unit and bool(_DONE.match(card.figure.label)) and bool(set(query.counted) & _ANYONE)
    if query.counted and not people and not all(meets(context, (s,), where_counted, SAME_COUNT) for s in counted):
        return None
    amount = _AMOUNT_OF.search(query.text)
    of_verb = amount and any(term.verb and term.text == amount[1] for term in query.terms)  # "hvor meget voksede …"
    if amount and not of_verb and not meets(context, tuple(stems(amount[1])), own, SAME_COUNT):
        return None
    share = _share_met(context, query, card, own, around, _ANYONE if people else frozenset())
    if share is None or (share < _MET and share >= 0) or (share < 0 and not query.counted):
        return None
    extra = _beyond(context, query, card, own)
    if extra is None:
        return None
    return extra if BLANK in card.figure.label or extra <= (_EXTRA if share >= 0 else 0) else None


def _share_met(
    context: Context, query: Query, card: Card, own: frozenset[str], around: frozenset[str], told: frozenset[str]
) -> float | None:
    """Share of the question's weight that a label meets; -1 when no word weighs; None when it tells of no change."""
    told_whole = BLANK in card.figure.label
    where = (own, SAME_COUNT) if told_whole else (around, STANDS_FOR)
    total = met = 0.0
    for term in query.terms:
        if term.kind in ("soft", "number") or _COURSE.match(term.text) or set(term.stems) <= ALL_OF:
            continue
        if query.age is not None and (set(term.stems) <= _AGED or term.text in query.age.text):
            continue
        if term.verb and _MOVES.match(term.text) and query.wants("number") and not query.wants("timeline"):
            if not _MOVED.search(card.figure.label):
                return None
            continue
        if set(term.stems) <= told:
            continue
        weight = term_weight(term, context.lexicon) * (0.4 if term.verb else 1.0)
        total += weight
        # A figure of no municipality is the whole country's; a sentence must say so.
        of_country = (
            query.country
            and card.place is None
            and set(term.stems) <= COUNTRY_STEMS
            and (not told_whole or bool(own & _COUNTRY))
        )
        met += weight * (of_country or meets(context, term.stems, *where))
    return met / total if total else -1.0


def _beyond(context: Context, query: Query, card: Card, own: frozenset[str]) -> int | None:
    """How many words of its own a label says that are not asked; None when it says nothing of what is asked."""
    said = {s for term in query.terms for s in term.stems}
    asked = {s for term in query.terms for way in context.lexicon.ways(term.stems) for s in way.stems}
    asked |= said | set(query.counted)
    unit = frozenset(stems(card.figure.unit)) if _MEASURED.search(card.figure.unit) else frozenset()
    known = asked | soft_stems() | stop_stems()
    extra = {s for s in own - unit if s not in known and not re.match(r"\d", s)}
    if extra and not query.counted and not any(meets(context, term.stems, own, 0.5) for term in query.terms):
        return None  # a label of its own that says nothing of what is asked, under a heading that does
    # Homes for families are homes, but not all of them: a column's own words are asked for, or they are extra.
    place = COUNTRY_STEMS | {*stems(f"{card.place or ''} kommune i alt")}
    kinds = set(kinds_in(card.figure.label)) - set(kinds_in(query.text))
    return len(extra | kinds | (set(stems(column_of(card))) - place - said - stop_stems()))


def _is_named_whole(query: Query, card: Card) -> bool:
    """Whether the question says a label of several words just as it is printed, and nothing narrower beside it."""
    label, asked = _WORD.findall(card.figure.label.lower()), _WORD.findall(query.text.lower())
    if sum(len(word) > 3 for word in label) < 2 or f" {' '.join(label)} " not in f" {' '.join(asked)} ":
        return False
    known = {*label, "mange"}
    return all(t.kind in ("soft", "number") or set(_WORD.findall(t.text.lower())) <= known for t in query.terms)


def _counts(context: Context, query: Query, card: Card) -> bool:
    """Whether a figure's unit is what the question counts: "anlæg" for "solcelleanlæg"."""
    unit = frozenset(stems(card.figure.unit))
    ways = [way.stems for stem in query.counted for way in context.lexicon.ways((stem,)) if way.quality >= SAME_COUNT]
    return any(unit & set(way) for way in ways)


def _row(context: Context, cards: list[Card]) -> Draft | None:
    """The figure of each year, oldest first."""
    by_year = {card.periods[-1].end: card for card in reversed(cards) if card.periods}
    if len(by_year) < 2:
        return None
    draft = Draft(longest=1200)
    draft.lines = [f"- {said_of(context, draft, by_year[year])}" for year in sorted(by_year)]
    return draft
