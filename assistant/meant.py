"""The sentence that says in other words what is asked, when its words decide nothing."""

import re

from assistant import answers
from assistant.amount_asked import amount_asked
from assistant.choose import asks_matter, complete, known_share, names_them, tells_apart
from assistant.compose.context import Context
from assistant.find import is_fragment, own_met
from assistant.held import TYPES, names_met, type_held
from assistant.score import Match
from assistant.understand.query import Query

_ENOUGH, _VALUE, _MATTER = 0.6, 0.55, 0.5
"""Cosine of a sentence to the question that is enough, for a kind of value, and where it asks why or how. Of 523
questions not looked at before 57 were refused, 34 of them with the right sentence nearest; by these numbers 18 of them
are answered, and of 66 unanswerable ones none."""
_KNOWN, _COVERED = 0.5, 0.3
"""Share of the question's weight that the documents must know, and that must be met in or around the sentence."""
_AS_NEAR = 0.02
"""Cosines that differ by no more are the same."""
_FIRST, _NEARER = 0.55, 0.03
"""Cosine of a sentence that goes before those chosen by their words, and by how much it is nearer."""


def meant(context: Context, query: Query, ranked: list[Match]) -> Match | None:
    """The nearest sentence in meaning, where it is near enough and holds what kind of thing is asked for."""
    near = sorted((m for m in ranked if m.meaning and not is_fragment(m.unit)), key=lambda m: -m.meaning)
    if not near or query.missing_document or query.wants("contact", "opinion", "today"):
        return None
    if known_share(context, query) < _KNOWN:
        return None
    first = near[0]
    if asks_matter(query):  # of those as near, the one that says most of the question's words
        first = max((m for m in near if m.meaning >= first.meaning - _AS_NEAR), key=lambda m: m.coverage)
    if first.meaning < (_MATTER if asks_matter(query) else _VALUE if query.wants(*TYPES) else _ENOUGH):
        return None
    if first.coverage < _COVERED and not asks_matter(query):
        return None
    if re.search(r"\bhvor (?:lang|længe)", query.text, re.IGNORECASE) and not answers.duration(first.unit.text):
        return None
    if query.wants("money") and not re.search(r"\bkr\b|\bkroner\b", first.unit.text):
        return None
    amount = amount_asked(query)
    if amount and not own_met(context, query, first)[query.terms.index(amount)]:
        return None  # a budget is no rent, however near they are
    fits = names_met(query, first) and names_them(query, first) and tells_apart(query, first)
    return first if fits and type_held(context, query, first) else None


def meant_first(context: Context, query: Query, ranked: list[Match], chosen: list[Match]) -> list[Match]:
    """What was chosen by words, behind the sentence that is clearly nearer in meaning; values are left as chosen."""
    if not chosen or query.wants(*TYPES, "yesno", "share", "money"):
        return chosen
    first = max((m for m in ranked if not is_fragment(m.unit)), key=lambda m: m.meaning, default=chosen[0])
    nearer = first.meaning - max(m.meaning for m in chosen) >= _NEARER
    if first.meaning < _FIRST or not nearer or not names_met(query, first):
        return chosen
    rest = [m for m in chosen if m.unit.number != first.unit.number]
    return [*complete(context, query, ranked, first), *rest[:1]]


_ONE = re.compile(
    r"\bhvilke[nt]\b|\bhvad er (?:den |det )?(?:\w+ )?(?:målet|visionen|ambitionen|formålet)\b", re.IGNORECASE
)


def asks_one(query: Query) -> bool:
    """Whether one thing is asked for and no list ("hvilken udvikling …")."""
    return bool(_ONE.search(query.text)) and not query.wants(*TYPES, "yesno")


def said_outright(query: Query, ranked: list[Match]) -> bool:
    """Whether one thing is asked for, and one sentence of prose is the first by its words and the nearest by far."""
    if not ranked or not asks_one(query):
        return False
    first, nearest = ranked[0], max((m.meaning for m in ranked[1:]), default=0.0)
    prose = first.unit.passage.kind == "prose" and first.unit.text[-1:] == "."
    return prose and first.coverage >= _ALL and first.meaning >= max(_OUTRIGHT, nearest + _APART)


_ALL, _OUTRIGHT, _APART = 0.9, 0.6, 0.05
"""Share of the words met, cosine, and how far ahead of the next."""
