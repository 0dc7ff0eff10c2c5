"""What BL will do about a matter: the point of its programmes that the question's words single out."""

import re

from assistant.compose.context import Context
from assistant.compose.listing import wants_goals
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import own_met
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit

_ASKS = re.compile(
    r"\bhv(?:ad|ordan|ilke\w*)\b.{0,40}\b(?:vil|ville|skal|skulle|kan|lover|lovede|gør|gjorde|meldte|ønsker|agter|arbejder|"
    r"tænkt|sagde|siger|står|stod)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:bl|bls|sektoren|almene|mål\w*|program\w*|boligorganisation\w*|boligforening\w*|vi|man)\b", re.IGNORECASE
)
_SAID = frozenset({"vil", "løfte", "ønsker", "skal", "kræver"})
_ENOUGH, _OWN, _AHEAD = 0.45, 0.3, 0.08
"""Share of the question's weight that the point and what stands around it must meet, that its own words must meet, and
how far it must be ahead of the next point in another place."""


def answer_promise(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The point as a quote; None when the question is no such question or no point stands out."""
    if wants_goals(query) and query.theme is None:
        return None
    if query.wants("number", "date", "person", "place", "reason", "contact", "advice", "yesno", "compare"):
        return None
    if not _ASKS.search(query.text) or not _WHO.search(query.text) or query.missing_document or query.places:
        return None
    points = _points(context, query)
    weights = [term_weight(t, context.lexicon) if t.kind != "soft" else 0.0 for t in query.terms]
    total = sum(weights)
    if not points or not total or sum(w > 0 for w in weights) < 2:
        return None
    scored = []
    for match in ranked:
        if match.unit.number not in points:
            continue
        own = [w * o for w, o in zip(weights, own_met(context, query, match), strict=True)]
        covered = sum(w * s for w, s in zip(weights, match.sure, strict=True)) / total
        scored.append((sum(own) / total, covered, sum(o > 0 for o in own), match))
    scored.sort(key=lambda row: (-row[0] - row[1], row[3].unit.number))
    if not scored:
        return None
    own_share, covered, met, best = scored[0]
    ahead = own_share + covered - (scored[1][0] + scored[1][1] if len(scored) > 1 else 0.0)
    if covered < _ENOUGH or own_share < _OWN or met < 2 or ahead < _AHEAD:
        return None
    return _say(context, best.unit)


def _points(context: Context, query: Query) -> frozenset[int]:
    """Numbers of the sentences that are points, of the documents asked for."""
    found: set[int] = set()
    for commitment in context.snapshot.commitments:
        if commitment.status not in _SAID or (query.documents and commitment.document not in query.documents):
            continue
        unit = context.unit_within(commitment.document, commitment.spans[0])
        if unit is not None:
            found.add(unit.number)
    return frozenset(found)


def _say(context: Context, unit: Unit) -> Draft:
    draft = Draft()
    marker = context.citer.cite_unit(draft, unit)
    draft.lines.append(f"»{clean(unit.text)}« [{marker}]")
    return draft
