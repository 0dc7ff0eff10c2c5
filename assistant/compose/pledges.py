"""What is said to be done about a matter asked in everyday words: the point of a programme or report that is meant.

Where the document is bound, its own points are all that can be meant. They are weighed by the question's words and
ways of saying, by the heading they stand under, and by how near in meaning their passage is.
"""

import re
from dataclasses import dataclass, replace

from assistant.choose import complete
from assistant.compose.bullets import whole_list
from assistant.compose.context import Context
from assistant.compose.points import ALONE, Point, points_of, say_points, with_points
from assistant.compose.quoting import quote_answer
from assistant.draft import Draft
from assistant.find import MEANING, meanings
from assistant.lexicon import HINT, SYNONYM, TAIL, stop_stems
from assistant.score import Match, term_weight
from assistant.understand.documents import period_of
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems
from index.evidence import Evidence
from ingest.document import Span

_WILL = re.compile(
    r"\b(?:vil|ville|skal|skulle|må|lover?|lovede|gør|gjorde|gøres|agter|ønsker|ønskede|tænkt sig|planen?|planer|"
    r"hvad (?:siger|sagde|står|stod|skriver)\b.{0,40}\b(?:mål\w*|program\w*|pejlemærke\w*)|"
    r"kæmper?|kæmpede|arbejder?|arbejdede|sat i gang|satte i gang|hjælper?|får|fik|stiller?|tager|"
    r"foreslår|meldte|kræver|krævede)\b",
    re.IGNORECASE,
)
_CAN = re.compile(r"\b(?:hvad|hvordan) kan\b", re.IGNORECASE)
_WHAT_IT_TAKES = re.compile(r"\bskal der til\b", re.IGNORECASE)
_OTHER = (
    *("number", "share", "money", "date", "person", "reason", "contact", "advice", "frequency", "duration"),
    *("documents", "definition"),
)
_NAME = re.compile(r"\b(?:nævn|oplist|list|hvilke|remse)\b", re.IGNORECASE)
_ABOUT = 0.65
"""Share of the words a point must meet itself to be about a matter."""
_INTENDS = re.compile(r"\b(?:tænkt sig|i sinde|planer om|agter)\b", re.IGNORECASE)
_ACTORS = frozenset(
    stems("BL vi boligorganisation boligforening boligselskab beboer lejer kommune sektor afdeling borger")
)
"""Who does something: alone they do not say what."""
_SAYING = frozenset(stems("foreslår foreslå mener siger lover ønsker"))
_MODAL = r"(?:at|vil|ville|skal|skulle|kan|kunne|må|måtte|bør|tør|turde|også|ikke|så)"
_NEAREST, _ENOUGH, _OPEN = 0.42, 0.5, 0.62
"""Share of the question's weight a point must meet with its heading and passage, by how much else speaks for it."""
_OWN = 0.3
"""Share it must meet by its own words."""
_CLEARLY, _SURE, _OWN_ALONE = 0.25, 0.8, 0.4
"""How far ahead, how good and how much met by itself a point is that needs not meet each weighty word."""
_SURE_THERE = 0.6
"""How good where only the few points of one place may be meant."""
_AHEAD = 0.05
"""How far the next point must be behind; nearer ones are level with it."""
_PASSAGE = 0.5
"""What a word of the passage counts."""
_RANKS = (0.14, 0.07, 0.04)
"""What it counts that the passage is the first, second or third by meaning."""
_READ = 0.1
"""What it counts that a sentence was read as a promise."""
_HEAVY = 0.9
"""Share of the heaviest word's weight from which a word that the documents have may not be missing."""
_NAMED = 0.8
"""How far each name of the question must be met, in the point or its heading."""
_HEADED, _HEADED_SURE = 0.2, 0.9
"""What it counts that all that is asked about stands in its heading, and how surely."""
_FORM = 0.1
"""What it counts that a word stands there in the very form of the question."""
_MOST = 2


@dataclass(frozen=True, slots=True)
class _Weighed:
    point: Point
    score: float
    covered: float
    own: float
    rank: float
    """What its passage's place by meaning is worth."""
    key: bool
    """Whether one of the weightiest words is met by the point itself, and none that the documents have is missing."""
    named: bool = True
    """Whether each name of the question is met."""


def answer_pledge(context: Context, query: Query, evidence: Evidence, ranked: list[Match]) -> Draft | None:
    """The point, or the two that are level, with the goal it stands under; None when none stands out."""
    if query.missing_document or query.wants(*_OTHER):
        return None
    if not _WILL.search(query.text) and not (query.places and _CAN.search(query.text)):
        return None
    content = _content(query)
    if not content or query.count is not None or _WHAT_IT_TAKES.search(query.text):
        return None
    documents = _of_place(context, query) if query.places else _bound(context, query)
    if documents is None and (query.places or query.wants("place")):
        return None
    if query.places:  # who says it is given with the document
        content = [t for t in content if not set(t.stems) <= _ACTORS | _SAYING] or content
    weighed = _weighed(context, query, content, evidence, documents)
    ahead = weighed[0].score - weighed[1].score if len(weighed) > 1 else 0.0
    if weighed and ahead >= _CLEARLY and _stands_out(weighed[0], _SURE_THERE if query.places else _SURE):
        good = weighed[:1]
    else:
        good = [w for w in weighed if _is_meant(w, documents is not None)]
    if not good or good[0] is not weighed[0]:
        return None
    level = [w for w in good if good[0].score - w.score < _AHEAD]
    if len(level) > _MOST:
        return None
    first = good[0].point
    if (whole := _whole_list(context, query, first)) is not None:
        return whole
    if first.unit.passage.kind == "prose" and first.spans == first.unit.spans:
        begun = next((m for m in ranked if m.unit is first.unit), None) or context.plain_match(query, first.unit)
        return with_points(
            context, query, first.unit, quote_answer(context, query, complete(context, query, ranked, begun))
        )
    return say_points(context, query, [w.point for w in sorted(level, key=lambda w: w.point.spans)])


def _whole_list(context: Context, query: Query, point: Point) -> Draft | None:
    """All points of a list whose lead-in says what the question asks ("Vi bidrager ved:"), not one of them."""
    lead = point.unit.passage.lead_in
    if lead is None or point.unit.passage.kind != "list":
        return None
    said = frozenset(stems(context.text_of(point.unit.document)[lead[0] : lead[1]])) - stop_stems() - _ACTORS
    asked = frozenset(stems(query.text))
    return whole_list(context, query, [context.plain_match(query, point.unit)] * 2) if said & asked else None


def asks_names(query: Query) -> bool:
    """Whether several things are to be named, so that a printed list comes before one point."""
    return bool(_NAME.search(query.text))


def said_about(
    context: Context, query: Query, evidence: Evidence, most: int
) -> list[tuple[Unit, tuple[Span, ...], str]]:
    """What a document that is bound wants done about one matter: the points that name it, in the document's order."""
    content = _content(query)
    documents = _bound(context, query)
    if not content or documents is None:
        return []
    weighed = _weighed(context, query, content, evidence, documents)
    about = sorted((w for w in weighed if w.own >= _ABOUT), key=lambda w: (-w.score, w.point.spans))
    return [(p.unit, p.spans, p.text) for p in sorted((w.point for w in about[:most]), key=lambda p: p.spans)]


def names_actors_alone(query: Query) -> bool:
    """Whether who does something is all that a question names, so that any sentence about them would do."""
    if re.search(r"[.!?]\s", query.question.strip()):
        return False  # what it is about stands in the sentence before
    about = [t for t in query.terms if t.kind not in ("soft", "number") and not set(t.stems) <= stop_stems()]
    return bool(about) and all(set(t.stems) <= _ACTORS for t in about) and not query.asks - {"list", "opinion"}


def intends(query: Query) -> bool:
    """Whether the question is whether something is intended: only what is said to be coming answers it."""
    return query.wants("yesno") and bool(_INTENDS.search(query.text))


def _content(query: Query) -> list[Term]:
    """The terms that are about something: not a turn of small words ("gøre ved")."""
    about = [t for t in query.terms if t.kind not in ("soft", "number") and not set(t.stems) <= stop_stems()]
    return [] if all(set(t.stems) <= _ACTORS for t in about) else about


def _weighed(
    context: Context, query: Query, content: list[Term], evidence: Evidence, documents: frozenset[str] | None
) -> list[_Weighed]:
    """The points that may be meant, by words and meaning, best first."""
    near = meanings(context, evidence)
    ranks = _ranks(evidence, documents)
    weights = [_weight(context, query, term) for term in content]
    found = []
    for point in points_of(context, query, documents):
        one = _weigh(context, content, weights, point, ranks)
        found.append(replace(one, score=one.score + MEANING * near.get(point.unit.number, 0.0)))
    return sorted(found, key=lambda w: (-w.score, w.point.unit.number, w.point.spans))


def _stands_out(weighed: _Weighed, least: float) -> bool:
    """Whether a point that is well ahead of all others may lack a weighty word: words and meaning agree on it."""
    return weighed.score >= least and weighed.own >= _OWN_ALONE and weighed.named


def _is_meant(weighed: _Weighed, bound: bool) -> bool:
    """Whether a point may be what was asked: enough words, fewer where its passage is also the nearest in meaning."""
    least = (_NEAREST, _ENOUGH) if bound else (_ENOUGH, _OPEN)
    enough = least[0] if weighed.rank >= (0.0001 if bound else _RANKS[1]) else least[1]
    return weighed.covered >= enough and weighed.own >= _OWN and weighed.key


def _bound(context: Context, query: Query) -> frozenset[str] | None:
    """The documents whose points are meant: those bound, or the programmes of the period named; None for all."""
    if query.documents:
        return frozenset(query.documents)
    asked = {(p.start, p.end) for p in query.periods}
    own = {
        e.id
        for e in context.entries.values()
        if e.info.kind == "maalprogram" and (p := period_of(e)) and (p.start, p.end) in asked
    }
    return frozenset(own) or None


def _of_place(context: Context, query: Query) -> frozenset[str] | None:
    """The documents in which the one municipality's housing organisations say what they stand for; None without one."""
    own = {c.document for c in context.snapshot.commitments if c.status == "mærkesag"}
    own &= {e.id for e in context.entries.values() if query.places == (e.info.municipality,)}
    return frozenset(own & set(query.documents) if query.documents else own) or None


def _ranks(evidence: Evidence, documents: frozenset[str] | None) -> dict[tuple[str, int], float]:
    """What a passage's place by meaning, among those of the documents, is worth."""
    own = [h for h in evidence.passages if h.dense_rank is not None and (not documents or h.document in documents)]
    own.sort(key=lambda h: h.dense_rank or 0)
    return {(h.document, h.passage.ordinal): worth for h, worth in zip(own, _RANKS, strict=False)}


def _weigh(
    context: Context,
    content: list[Term],
    weights: list[float],
    point: Point,
    ranks: dict[tuple[str, int], float],
) -> _Weighed:
    passage = context.scorer.contexts.passage[point.unit.group]
    own_sum = covered = 0.0
    key, lacks, named = False, False, True
    for term, weight in zip(content, weights, strict=True):
        own = near = 0.0
        for way in context.lexicon.ways(term.stems):
            if HINT < way.quality < TAIL * SYNONYM:
                continue  # a part of the word alone: "daginstitutioner" are no institutions
            quality = 0.7 if way.quality == HINT else max(way.quality, 0.7)
            if all(s in point.stems for s in way.stems):
                own = max(own, quality)
            elif all(s in point.unit.around for s in way.stems):
                near = max(near, point.heading * quality)
                own = max(own, near if point.heading == ALONE else 0.0)
            elif (len(way.stems) == 1 or way.quality >= SYNONYM) and all(s in passage for s in way.stems):
                near = max(near, _PASSAGE * quality)
        own_sum += weight * (own if own == 0 or term.text.lower() not in point.text.lower() else min(1.0, own) + _FORM)
        covered += weight * max(own, near)
        key = key or (own > 0 and weight >= 0.6 * max(weights))
        there = context.lexicon.ways(term.stems) and not term.verb
        lacks = lacks or bool(there and not max(own, near) and weight >= _HEAVY * max(weights))
        named = named and not (term.kind == "name" and max(own, near) < _NAMED)
    total = sum(weights)
    rank = ranks.get((point.unit.document, point.unit.passage.ordinal), 0.0)
    score = (
        (0.75 * own_sum + 0.25 * covered) / total
        + rank
        + (_HEADED if _is_heading(context, content, point) else 0.0)
        + (_READ if point.read else 0.0)
    )
    return _Weighed(point, score, covered / total, own_sum / total, rank, key and named and not lacks, named)


def _is_heading(context: Context, content: list[Term], point: Point) -> bool:
    """Whether a point that was read as a promise stands under the very thing that is asked about."""
    heading = frozenset(context.heading_stems(point.unit.passage.section[-1])) if point.unit.passage.section else ()
    return point.read and all(
        any(w.quality >= _HEADED_SURE and set(w.stems) <= set(heading) for w in context.lexicon.ways(t.stems))
        for t in content
    )


def _weight(context: Context, query: Query, term: Term) -> float:
    """A term's weight; a verb that the documents have no word for says little of what the matter is."""
    weight = term_weight(term, context.lexicon)
    if context.lexicon.ways(term.stems):
        return weight
    verb = term.verb or re.search(rf"\b{_MODAL}\s+(?:\w+\s+)?{re.escape(term.text)}\b", query.text, re.IGNORECASE)
    return 0.4 * weight if verb and re.search(r"[eåø]r?s?$", term.text) else weight
