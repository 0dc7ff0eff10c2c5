"""Evidence for a question: the sentences that cover it best, within the documents, places and periods it names."""

from assistant import answers
from assistant.compose.context import Context
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from index.evidence import Evidence

ENOUGH = 0.6
"""Share of the question's weight that must be met before a sentence counts as an answer."""
MOST = 3
"""Sentences in an answer."""


def similarities(evidence: Evidence) -> dict[tuple[str, int], float]:
    """Cosine of each passage found by meaning, best first."""
    return {(hit.document, hit.passage.ordinal): hit.similarity or 0.0 for hit in evidence.passages}


def find_sentences(context: Context, query: Query, evidence: Evidence) -> list[Match]:
    """Sentences allowed by the question's documents, places and periods, best first."""
    documents = frozenset(query.documents) if query.documents else None
    scorer = context.scorer
    ranked = scorer.rank(query, similarities(evidence), documents)
    for place in query.places:
        ranked = [m for m in ranked if scorer.place_fits(m.unit, place)]
    fitting = [m for m in ranked if all(scorer.period_fits(m.unit, p) for p in query.periods)]
    if query.periods and not fitting:
        fitting = (
            [m for m in ranked if any(scorer.period_fits(m.unit, p) for p in query.periods)]
            if len(query.periods) > 1
            else []
        )
    return fitting


def names_met(query: Query, match: Match) -> bool:
    """Whether every name of the question stands in the sentence or around it."""
    return all(met >= 0.3 for term, met in zip(query.terms, match.met, strict=True) if term.kind == "name")


def type_held(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence holds the kind of thing asked for."""
    text = match.unit.text
    if query.wants("frequency"):
        return answers.holds(text, "frequency")
    if query.wants("date", "person", "place"):
        return any(answers.holds(text, ask) for ask in ("date", "person", "place") if query.wants(ask))
    if query.wants("duration"):
        return answers.holds(text, "duration")
    if query.wants("number", "sum"):
        return context.best_number(query, match.unit) is not None
    return True


def choose(context: Context, query: Query, ranked: list[Match]) -> list[Match]:
    """One to three sentences that together cover the question; empty when nothing answers it."""
    good = [m for m in ranked[:40] if m.coverage >= ENOUGH and names_met(query, m)]
    held = [m for m in good if type_held(context, query, m)]
    if not held:
        return []
    chosen = [held[0]]
    weights = [term_weight(term, context.lexicon) for term in query.terms]
    total = sum(weights) or 1.0
    while len(chosen) < MOST:
        have = [max(m.met[i] for m in chosen) for i in range(len(weights))]
        best, gain = None, 0.12
        for match in ranked[:40]:
            if match in chosen or match.unit.document != chosen[0].unit.document:
                continue
            more = sum(w * max(0.0, m - h) for w, m, h in zip(weights, match.met, have, strict=True)) / total
            if match.unit.group == chosen[0].unit.group:
                more += 0.05
            if more > gain:
                best, gain = match, more
        if best is None:
            break
        chosen.append(best)
    return [chosen[0], *sorted(chosen[1:], key=lambda m: m.unit.number)]
