"""A number that can't be read, asked for in other words than its label's: its place is shown, no value claimed."""

import re

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.english import english_name
from assistant.compose.figure import place_said, what_measured
from assistant.compose.figure_meant import ENOUGH
from assistant.compose.figure_search import of_place_and_period
from assistant.draft import Draft
from assistant.figures import Card, unit_fits
from assistant.measures import others_named
from assistant.understand.query import Query
from index.cards import placeless

_SECTOR = re.compile(r"\balmen\w*|\w*bolig\w*|\blejer\w*|\bbeboer\w*", re.IGNORECASE)
"""Who such a sheet is about: what shops or the town itself turn over is no number of it."""


def answer_unclear_meant(context: Context, query: Query) -> Draft | None:
    """`unclear_source` where the place's figure nearest in meaning is one that could not be read."""
    if not query.wants("number", "money") or query.wants("date", "person", "yesno", "list", "reason", "sum"):
        return None
    if len(query.places) != 1 or query.missing_document or not _SECTOR.search(query.text):
        return None
    here = [card for card in context.cards if _fits(query, card)]
    if all(card.figure.certain for card in here):
        return None
    near = context.near_figures(placeless(query.text))
    best = max(here, key=lambda card: near.get(_at(card), 0.0))
    if best.figure.certain or near.get(_at(best), 0.0) < ENOUGH:
        return None
    return _said(context, query, [card for card in here if _at(card) == _at(best)])


def _fits(query: Query, card: Card) -> bool:
    of_documents = not query.documents or card.figure.document in query.documents
    return (
        of_documents
        and of_place_and_period(card, query)
        and unit_fits(card, query)
        and not others_named(query.text, card.figure)
    )


def _at(card: Card) -> tuple[str, int]:
    return card.figure.document, card.figure.spans[0][0]


def _said(context: Context, query: Query, cards: list[Card]) -> Draft:
    """One sentence that names all that the number may belong to."""
    language = "en" if query.language == "en" else "da"
    names = [english_name(card) if language == "en" else what_measured(card.measure, card) for card in cards]
    draft = Draft(status="unclear_source", longest=700)
    marker = context.citer.cite_figure(draft, cards[0].figure)
    place = f" in {cards[0].place}" if language == "en" and cards[0].place else place_said(cards[0])
    what = (" or " if language == "en" else " eller ").join(dict.fromkeys(names))
    draft.lines.append(
        texts.UNCLEAR[language].format(what=what, place=place, reason=texts.UNCLEAR_REASON, marker=marker)
    )
    return draft
