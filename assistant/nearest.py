"""The sentence of the passage nearest in meaning, where a question's own turn of phrase keeps the words from meeting."""

from assistant.compose.context import Context
from assistant.find import ENOUGH, is_fragment, names_met, own_met, type_held
from assistant.knowledge import knowledge
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.words import fold
from index.evidence import Evidence


def nearest(context: Context, query: Query, ranked: list[Match], evidence: Evidence) -> Match | None:
    """The best sentence of the first passage by meaning, by the question's words that the documents have at all."""
    first = next((hit for hit in evidence.passages if hit.dense_rank == 0), None)
    if first is None or query.wants("yesno", "contact", "today"):
        return None
    known = [bool(context.lexicon.ways(term.stems)) for term in query.terms]
    if any(
        term.kind == "name" or fold(term.text) in knowledge().common
        for term, there in zip(query.terms, known, strict=True)
        if not there
    ):
        return None
    weights = [
        term_weight(term, context.lexicon) if there and term.kind != "soft" else 0.0
        for term, there in zip(query.terms, known, strict=True)
    ]
    if not (total := sum(weights)):
        return None
    for match in ranked:
        unit = match.unit
        if (unit.document, unit.passage.ordinal) != (first.document, first.passage.ordinal) or is_fragment(unit):
            continue
        covered = sum(w * sure for w, sure in zip(weights, match.sure, strict=True)) / total
        own = sum(w * o for w, o in zip(weights, own_met(context, query, match), strict=True)) / total
        if covered >= ENOUGH and own >= ENOUGH and names_met(query, match) and type_held(context, query, match):
            return match
    return None
