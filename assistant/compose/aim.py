"""What something is for: the sentence that gives its purpose, in or right behind the one that names it."""

import re

from assistant.compose.context import Context
from assistant.compose.guard import SAID
from assistant.compose.quoting import quote_answer
from assistant.draft import Draft
from assistant.find import LEANS, is_fragment, own_met
from assistant.held import names_met
from assistant.lexicon import stop_stems
from assistant.score import Match
from assistant.understand.query import Query
from assistant.words import stems

_ASKS = re.compile(r"\b(?:formålet|meningen|sigtet|hensigten|ideen|tanken) med (?!mål)", re.IGNORECASE)
_ASKING = frozenset(stems("formålet meningen sigtet hensigten ideen tanken"))
_SAYS = re.compile(
    r"\b(?:formålet|sigtet|ambitionen|hensigten|missionen|ideen|tanken|meningen)\b(?: \w+){0,4} (?:er|var)\b"
    r"|\bskal (?:\w+ ){0,3}?(?:sikre|styrke|bidrage|bekæmpe|fremme|medvirke|skabe|give|understøtte|hjælpe|forebygge)\b"
    r"|\b(?:vil|kan|skal) (?:\w+ ){0,2}?(?:give mulighed|gøre det muligt|gøre det lettere)\b",
    re.IGNORECASE,
)
"""How a sentence gives the purpose of what it or the one before it names."""
_REACH = 2
"""Sentences behind the naming one that may give its purpose."""


def answer_aim(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The purpose in a quote, and the sentence that names the thing; None when no sentence gives it."""
    if not _ASKS.search(query.text) or query.wants("number", "money", "date", "person", "place", "yesno"):
        return None
    for match in ranked[:_NEAREST]:
        if is_fragment(match.unit) or not names_met(query, match) or not _names_it(context, query, match):
            continue
        if _SAYS.search(match.unit.text):
            return quote_answer(context, query, [match])
        if told := _behind(context, query, match):
            return quote_answer(context, query, [told, match])
    return None


_NEAREST = 8
"""Best sentences that are looked at."""


def _names_it(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence itself says every word that the purpose is asked of."""
    wanted = [
        own
        for term, own in zip(query.terms, own_met(context, query, match), strict=True)
        if term.kind != "soft" and not set(term.stems) - stop_stems() <= _ASKING
    ]
    return bool(wanted) and all(own >= SAID for own in wanted)


def _behind(context: Context, query: Query, first: Match) -> Match | None:
    """The sentence behind in the same passage that gives a purpose: the next one, or one that leans on what stands before."""  # noqa: E501
    for unit in context.units.all[first.unit.number + 1 : first.unit.number + 1 + _REACH]:
        near = unit.number == first.unit.number + 1 or LEANS.match(unit.text)
        if unit.group == first.unit.group and near and not is_fragment(unit) and _SAYS.search(unit.text):
            return context.plain_match(query, unit)
    return None
