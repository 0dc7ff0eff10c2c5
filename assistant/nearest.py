"""The sentence of the passage nearest in meaning, where a question's turn of phrase keeps the words from meeting."""

import re

from assistant import answers
from assistant.choose import known_share
from assistant.compose.context import Context
from assistant.find import is_fragment, own_met
from assistant.held import names_met, type_held
from assistant.knowledge import knowledge
from assistant.lexicon import stop_stems
from assistant.score import Match, term_weight
from assistant.understand.query import Query, Term
from assistant.words import fold
from index.evidence import Evidence

_COVERED = 0.5
"""Share of the words the documents have that must be met in or around the sentence."""
_OWN_BEST = 0.35
"""The same for both, where the documents know all words of the question and no sentence of any passage is better."""
_KNOWN = 0.4
"""Share of the question's weight in words that the documents have: "gennemsnitsalder" is more of it than "beboere"."""
_MEANT = 0.5
"""Cosine of the sentence to the question, by our adapter: all right answers had 0.6 and more, a beside one 0.34."""
_OWN, _OWN_VALUE = 0.6, 0.3
"""Share the sentence's own words must meet; less where it also holds a person, date, place or count as asked."""


def nearest(context: Context, query: Query, ranked: list[Match], evidence: Evidence) -> Match | None:
    """The best sentence of the first passage by meaning, by the question's words that the documents have at all."""
    first = next((hit for hit in evidence.passages if hit.dense_rank == 0), None)
    if first is None or query.missing_document or query.wants("contact", "opinion", "share", "money"):
        return None
    if known_share(context, query) < _KNOWN:
        return None
    counts = query.wants("number") and bool(query.counted)
    if query.wants("number") and not counts and not query.wants("date", "duration"):
        return None  # a figure of something next to what is asked
    known = [bool(context.lexicon.ways(term.stems)) for term in query.terms]
    if any(
        term.kind == "name" or fold(term.text) in knowledge().common
        for term, there in zip(query.terms, known, strict=True)
        if not there
    ):
        return None
    if _of_other_sort(query, known):
        return None
    unknown_verb = any(term.verb and not there for term, there in zip(query.terms, known, strict=True))
    if unknown_verb and query.wants("date") and not query.wants("duration"):
        return None  # the verb is the event: its date is not that of another with the same people
    weights = [
        term_weight(term, context.lexicon) if there and term.kind != "soft" and not _says_little(term) else 0.0
        for term, there in zip(query.terms, known, strict=True)
    ]
    if not (total := sum(weights)):
        return None
    needed = _OWN_VALUE if counts or query.wants("person", "date", "place", "frequency") else _OWN
    for match in ranked:
        unit = match.unit
        if (unit.document, unit.passage.ordinal) != (first.document, first.passage.ordinal) or is_fragment(unit):
            continue
        if evidence.adapted and match.meaning < _MEANT:
            continue
        enough = _COVERED
        covered = sum(w * sure for w, sure in zip(weights, match.sure, strict=True)) / total
        if match is ranked[0] and all(known) and not query.counted and not query.wants("yesno"):
            enough, needed = _OWN_BEST, min(needed, _OWN_BEST)
        own = sum(w * o for w, o in zip(weights, own_met(context, query, match), strict=True)) / total
        value = context.best_number(query, unit) if counts else None
        if value is not None and value == answers.part(unit.text):
            needed = _OWN  # "en ud af syv" counts anyone: it must be told of what is asked
            told = zip(query.terms, own_met(context, query, match), strict=True)
            if not any(o >= needed for t, o in told if t.kind != "soft" and not set(t.stems) <= set(query.counted)):
                continue
        if covered >= enough and own >= needed and names_met(query, match) and type_held(context, query, match):
            return match
    return None


def _says_little(term: Term) -> bool:
    """Whether a turn is made of words that stand anywhere ("lovet at")."""
    return set(term.stems) <= stop_stems()


def _of_other_sort(query: Query, known: list[bool]) -> bool:
    """Whether an adjective the documents lack sets apart what they know: male residents are not the young ones."""
    for term, there, following, next_there in zip(query.terms, known, query.terms[1:], known[1:], strict=False):
        beside = rf"\b{re.escape(term.text)} {re.escape(following.text)}\b"
        sets_apart = not there and next_there and len(following.stems) == 1 and _ADJECTIVE.search(term.text)
        if sets_apart and re.search(beside, query.text):
            return True
    return False


_ADJECTIVE = re.compile(r"(?<!ed)(?<!er)e$")
