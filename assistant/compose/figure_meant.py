"""The figure that measures what is asked in other words than its label's, by the nearness of their meaning."""

import re

from assistant.amount_asked import amount_asked
from assistant.compose.any_said import said_of
from assistant.compose.context import SAME_COUNT, Context
from assistant.compose.figure_search import family_type, of_place_and_period, same_interval
from assistant.draft import Draft
from assistant.figures import Card, unit_fits
from assistant.lexicon import soft_stems
from assistant.measures import is_of_some, kinds_in, others_named
from assistant.score import term_weight
from assistant.understand.query import Query, Term
from assistant.words import stems
from index.cards import placeless
from ingest.document import Figure

ENOUGH = 0.5
"""Cosine of what a figure measures to the question from which it may be what is asked."""
ENOUGH_NAMED = 0.42
"""The same where the figure is of the kind or size of home and of the rate that the question names."""
UNSAID = 0.65
"""The same where its words leave out the thing asked about, for which the documents have a word: "nybyggeri"."""
APART = 0.08
"""How far ahead of every other figure of the place it must be."""
BEHIND = 0.15
"""How far at most behind those of other places: where another sheet has what is asked, the nearest here is not it."""
_RATES = (
    (re.compile(r"\bmåned", re.I), re.compile(r"måned", re.I)),
    (
        re.compile(r"kvadratmeter\w|\b(?:pr\.?|per) (?:m2|m²|kvadratmeter|kvm)", re.I),
        re.compile(r"m²|m2|kvadrat", re.I),
    ),
    (re.compile(r"\bvent(?:e|etid\w*)\b|\bhvor længe\b", re.I), re.compile(r"vente|\bår\b|måned|uge|dage", re.I)),
    (
        re.compile(r"leje(?:n|r|rne)?\b|\bpris|pris(?:en)?\b|\bkoste|\bbetale", re.I),
        re.compile(r"\bkr\b|kroner|^mi[oa]", re.I),
    ),
)
"""What a question measures by, and what a figure that does says in its label, unit or heading."""
MOVES = re.compile(
    r"\b(?:voks(?:er|ede|et)|ste(?:g|get)|stiger|fald(?:er|t|et)|øge(?:s|des)|ændre(?:r|de|t))\b", re.IGNORECASE
)
_MOVED = re.compile(r"ændring|vækst|stigning|fald|udvikling|tilbagegang|fremgang|steg|vokse", re.IGNORECASE)
"""What moved, in a question and in a label: a level is no change."""
_PEOPLE = frozenset(stems("person personer menneske folk beboer lejer borger indbygger"))
_HOMES = frozenset(stems("bolig lejlighed lejemål hjem"))


def answer_figure_meant(context: Context, query: Query) -> Draft | None:
    """The one figure that is meant; None when none is near enough, or others are as near."""
    if not query.wants("number", "share", "money") or query.wants("reason", "date", "person", "yesno", "list", "sum"):
        return None
    if query.wants("compare", "difference", "timeline") or query.country or query.here or len(query.places) > 1:
        return None
    card = figure_meant(context, query)
    if card is None:
        return None
    draft = Draft(longest=700)
    draft.lines.append(said_of(context, draft, card))
    return draft


def figure_meant(context: Context, query: Query) -> Card | None:
    """The one certain figure of the place or document that is nearest in meaning; None where that is not sure."""
    if not (query.places or query.documents or query.country) or query.missing_document:
        return None
    fitting = [card for card in context.cards if _fits(context, query, card)]
    here = [card for card in fitting if _is_of(query, card)]
    if not here:
        return None
    near = context.near_figures(placeless(query.text))

    def nearness(card: Card) -> float:
        return near.get((card.figure.document, card.figure.spans[0][0]), 0.0)

    best = max(here, key=nearness)
    others = (nearness(card) for card in here if _value(card) != _value(best))
    elsewhere = max(map(nearness, fitting))
    least = ENOUGH_NAMED if _is_named(query, best) else UNSAID if _leaves_unsaid(context, query, best) else ENOUGH
    if _is_other_amount(context, query, best):
        return None
    enough = nearness(best) >= least and nearness(best) - max(others, default=0.0) >= APART
    return best if enough and elsewhere - nearness(best) <= BEHIND else None


def _leaves_unsaid(context: Context, query: Query, card: Card) -> bool:
    """Whether the weightiest thing asked about, which the documents have a word for, has none in the figure's words."""
    things = [
        term
        for term in query.terms
        if term.kind == "word" and not term.verb and not kinds_in(term.text) and _is_known(context, term)
    ]
    if not things:
        return False
    return _lacks(context, max(things, key=lambda term: term_weight(term, context.lexicon)), card)


def _is_other_amount(context: Context, query: Query, card: Card) -> bool:
    """Whether the figure has no word for the amount asked for: a budget is no rent, however near they are."""
    amount = amount_asked(query)
    return amount is not None and _lacks(context, amount, card)


def _lacks(context: Context, term: Term, card: Card) -> bool:
    """Whether the figure's words say a term in no way."""
    return not any(set(way.stems) <= card.all_stems for way in context.lexicon.ways(term.stems))


def _is_known(context: Context, term: Term) -> bool:
    return any(way.quality >= SAME_COUNT for way in context.lexicon.ways(term.stems))


def _is_named(query: Query, card: Card) -> bool:
    """Whether the question names both the kind or size of home and what the figure is measured by."""
    return bool(kinds_in(query.text) or card.size) and any(asks.search(query.text) for asks, _ in _RATES)


def _value(card: Card) -> tuple[str, str]:
    return card.figure.value, card.figure.unit


def _is_of(query: Query, card: Card) -> bool:
    if not card.figure.certain or (query.documents and card.figure.document not in query.documents):
        return False
    return of_place_and_period(card, query)


def _fits(context: Context, query: Query, card: Card) -> bool:
    """Whether a figure is of the unit, kind of home, age, size and household that the question names, no other."""
    figure = card.figure
    asked, label = set(kinds_in(query.text)), set(kinds_in(f"{figure.label} {figure.unit}"))
    if label - asked or asked - label - set(kinds_in(figure.group or "")):
        return False
    if (
        is_of_some(figure, query.text)
        or not unit_fits(card, query)
        or others_named(query.text, figure)
        or not _counts(context, query, card)
    ):
        return False
    if family_type(query.text) != family_type(figure.label) or not _names_it(query, figure):
        return False
    if MOVES.search(query.text) and not _MOVED.search(figure.label):
        return False
    said = f"{figure.unit} {figure.label} {figure.group or ''}"
    if any(asks.search(query.text) and not has.search(said) for asks, has in _RATES):
        return False
    for mine, own in ((query.age, card.age), (query.size, card.size)):
        if (mine is None) != (own is None) or (mine and own and not (same_interval(own, mine) or own.holds(mine))):
            return False
    return True


def _names_it(query: Query, figure: Figure) -> bool:
    """Whether the figure's label or heading has what the question names beside the place: an area, a fund."""
    said = frozenset(stems(f"{figure.label} {figure.group or ''}"))
    return all(set(term.stems) <= said for term in query.terms if term.kind == "name")


def _counts(context: Context, query: Query, card: Card) -> bool:
    """Whether what the question counts stands in the figure's label, unit or heading: homes are no households."""
    figure = card.figure
    said = frozenset(stems(f"{figure.label} {figure.unit} {figure.group or ''}"))
    said |= next((group for group in (_PEOPLE, _HOMES) if group & set(stems(figure.unit))), frozenset())
    return all(
        any(way.quality >= SAME_COUNT and set(way.stems) <= said for way in context.lexicon.ways((stem,)))
        for stem in query.counted
        if stem not in soft_stems() or stem in _HOMES
    )
