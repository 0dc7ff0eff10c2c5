"""The sentence that says in other words what is asked, when its words decide nothing."""

import re

from assistant import answers
from assistant.choose import KNOWN, asks_matter, complete, known_share
from assistant.compose.context import Context
from assistant.find import is_fragment, own_met
from assistant.held import TYPES, names_met, type_held
from assistant.score import Match, term_weight
from assistant.understand.query import Query

_MATTER, _VALUE = 0.6, 0.57
"""Cosine of a sentence to the question that is enough: where it asks why or how, and where it asks for a value."""
_FIRST, _NEARER = 0.55, 0.03
"""Cosine of a sentence that goes before those chosen by their words, and by how much it is nearer."""
_AHEAD = 0.05
"""How far ahead of all but its neighbours a sentence that gives a value must be."""
_LEAST, _MOST = 0.12, 0.6
"""Share of the question's weight that the words of such a sentence meet. With more it was weighed by its words before
this, and found to tell of another value."""


def meant(context: Context, query: Query, ranked: list[Match]) -> Match | None:
    """The sentence that means what is asked in other words; of values one with some of the words, and well ahead."""
    near = sorted((m for m in ranked if m.meaning and not is_fragment(m.unit)), key=lambda m: -m.meaning)
    if not near or query.missing_document or query.wants("contact", "opinion", "today"):
        return None
    if known_share(context, query) < KNOWN:
        return None
    first = near[0]
    if asks_matter(query):
        enough = first.meaning >= _MATTER
    else:
        enough = query.wants(*TYPES) and first.meaning >= _VALUE and _is_apart(context, query, near)
    if not enough:
        return None
    if re.search(r"\bhvor (?:lang|længe)", query.text, re.IGNORECASE) and not answers.duration(first.unit.text):
        return None
    if query.wants("money") and not re.search(r"\bkr\b|\bkroner\b", first.unit.text):
        return None
    return first if names_met(query, first) and type_held(context, query, first) else None


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


def _is_apart(context: Context, query: Query, near: list[Match]) -> bool:
    """Whether the nearest is well ahead of all but its neighbours, with some words of the question and not most."""
    first = near[0]
    second = max((m.meaning for m in near[1:] if abs(m.unit.number - first.unit.number) > 1), default=0.0)
    terms = [(t, term_weight(t, context.lexicon)) for t in query.terms]
    total = sum(weight for term, weight in terms if term.kind != "soft")
    own = sum(w * o for (t, w), o in zip(terms, own_met(context, query, first), strict=True) if t.kind != "soft")
    return first.meaning - second >= _AHEAD and _LEAST * total <= own <= _MOST * total
