"""Sentences for a question, best first, within the documents, places and periods it names."""

import re
from dataclasses import replace

from assistant import answers
from assistant.compose.context import Context
from assistant.held import held_types
from assistant.score import Match
from assistant.understand.query import Period, Query
from assistant.units import Unit
from assistant.words import stem
from index.evidence import Evidence

MEANING = 2.0
"""What a cosine counts beside the share of words met (1.2 to 3 did alike). Of 337 questions not looked at before, that
asked for no figure, both put the right sentence first in 75 %; with vectors that were not adapted in 61 %."""
FIT = 2.0
"""What the form of a sentence counts beside its words and its meaning."""
_NEAREST = 20
"""Sentences nearest in meaning that are looked at whatever their words."""
LEANS = re.compile(
    r"^(?:Det|Den|De|Dette|Denne|Disse|Her|Derfor|Dermed|Samtidig|Derudover|Herudover|Dertil|Desuden|Indsats\w*|Aftalen|Kravene|"
    r"Målet|Formålet|Udvalgets?|Programmet|Projektet|Uddannelsen|Han|Hun|Skal det|Aktivitete\w+)\b"
)
"""How a sentence begins that leans on the one before it."""
_ORDER = re.compile(
    r"\bsystem(?:prompt)?\s*:|systemprompt|\[/?INST\]|\b(?:ignorer|glem) alle\b|alle svar\b|^assistant\s*:"
    r"|instruktioner og svar"
    r"|\b(?:ai|sprogmodel|chatbot|robot)\w*[- ]?(?:assistent|model)?\b.{0,80}\b(?:skal du|svar|skriv|ignor)"
    r"|\bskal du (?:altid )?(?:svare|skrive|sige|oplyse)\b|\b(?:tidligere|foregående|ovenstående) instruktion",
    re.IGNORECASE,
)
"""Text that talks to a machine and not to a reader."""
_PROMISE = re.compile(
    r"\b(?:vil|arbejder?|kæmper|lover|skal|ønsker)\b(?: \w+){0,3} (?:arbejde for|for at|for|sikre|styrke|at)\b|\bvil (?:vi|BL)\b",  # noqa: E501
    re.IGNORECASE,
)
_ASKS_PROMISE = re.compile(
    r"\b(?:lovede?|lover|vil|ville|arbejder?|gør|gøre|gjorde|kæmper|kæmpede)\b.{0,25}\bbl\b|\bbl\b.{0,25}\b(?:lovede?|lover|vil|ville|arbejder?|gør|gjorde)\b"
)


def similarities(evidence: Evidence) -> dict[tuple[str, int], float]:
    """Cosine of each passage found by meaning, best first."""
    return {(hit.document, hit.passage.ordinal): hit.similarity or 0.0 for hit in evidence.passages}


def meanings(context: Context, evidence: Evidence) -> dict[int, float]:
    """Number of each sentence that is near the question in meaning → how near, 0 for the last of them."""
    least = min(evidence.sentences.values(), default=0.0)
    near: dict[int, float] = {}
    for (document, start), cosine in evidence.sentences.items():
        if unit := context.unit_at(document, start):
            near[unit.number] = max(near.get(unit.number, 0.0), cosine - least)
    return near


def find_sentences(context: Context, query: Query, evidence: Evidence) -> list[Match]:
    """Sentences allowed by the question's documents, places and periods, best first."""
    documents = frozenset(query.documents) if query.documents else None
    scorer = context.scorer
    near = meanings(context, evidence)
    ranked = scorer.rank(query, similarities(evidence), documents, list(near)[:_NEAREST])
    if len(query.places) == 1:
        ranked = [m for m in ranked if scorer.place_fits(m.unit, query.places[0])]
    elif query.places:
        ranked = [m for m in ranked if any(scorer.place_fits(m.unit, place) for place in query.places)]
    if query.periods:
        ranked = [m for m in ranked if any(_in_period(context, query, m.unit, p) for p in query.periods)]
    least = min(evidence.sentences.values(), default=0.0)
    if evidence.adapted:
        ranked = [replace(m, meaning=near[m.unit.number] + least) if m.unit.number in near else m for m in ranked]
    lifted = [(m.score + FIT * _fit(context, query, m) + MEANING * near.get(m.unit.number, 0.0), m) for m in ranked]
    lifted.sort(key=lambda item: (-item[0], item[1].unit.number))
    return [m for _, m in lifted]


def _in_period(context: Context, query: Query, unit: Unit, period: Period) -> bool:
    """Whether a sentence speaks of a period; of a course of years, what happened within them, too."""
    if context.scorer.period_fits(unit, period):
        return True
    course = period.end - period.start > 2 or (period.end > period.start and query.wants("timeline"))
    named = context.scorer.contexts.periods(unit) if course and not query.wants("number", "share", "money") else ()
    return any(period.start <= p.start and p.end <= period.end for p in named)


def _fit(context: Context, query: Query, match: Match) -> float:
    """How well a sentence's form suits what is asked, beside its words."""
    text = match.unit.text
    fit = 0.12 * len(held_types(context, query, match.unit)) if match.coverage > 0.4 else 0.0
    if _ASKS_PROMISE.search(query.text.lower()) and _PROMISE.search(text):
        fit += 0.08
    if query.wants("definition", "explain"):
        fit += defines(query, match.unit)
    if query.wants("reason"):
        fit += 0.28 if answers.gives_cause(text) else 0.12 if answers.is_reason(text) else 0.0
    if _NONE.search(text) and any(s in _none_of(text) for t in query.terms if t.kind == "word" for s in t.stems):
        fit += 0.2  # that there is none of it answers a question about it
    if query.wants("effect"):
        fit += 0.12 if answers.holds(text, "effect") else 0.0
        following = context.units.all[match.unit.number + 1 : match.unit.number + 2]
        leans = following and following[0].group == match.unit.group and LEANS.match(following[0].text)
        if leans and answers.holds(following[0].text, "effect"):
            fit += 0.1
    return fit


_NONE = re.compile(r"\b(?:ingen|intet|ikke nogen)\s+(\w+)(?:\s+(?:til|om|for|af|på)\s+(\w+))?", re.IGNORECASE)


def _none_of(text: str) -> frozenset[str]:
    """Stems of what a sentence says there is none of."""
    return frozenset(stem(word) for found in _NONE.finditer(text) for word in found.groups() if word)


def defines(query: Query, unit: Unit) -> float:
    """How clearly the sentence says what the thing asked about is: "… X, hvor …", "X er …"."""
    wanted = {s for term in query.terms if term.kind != "soft" for s in term.stems}
    best = 0.0
    for token in unit.tokens:
        if token.stem in wanted and not re.search(r"isk(?:e|t)?$", token.text):
            after = unit.text[token.end : token.end + 40]
            if re.search(r"\bsåkald\w+\s+$", unit.text[: token.start]):
                best = max(best, 0.32)
            if re.match(r"(?:[\s-]\w+)?,\s+(?:hvor|som|der|dvs\.|det vil sige)\b", after):
                best = max(best, 0.3)
            elif re.match(
                r"(?:[\s-]\w+)?\s(?:er|var|handler|betyder|går ud på|understøtter|består|dækker|viser)\b", after
            ):
                best = max(best, 0.22)
    return best


_CUT = re.compile(r"\b(?:på|for|med|af|til|om|i|ved|fra|hos|var|er|blev|udgør|udgjorde|havde|har)$")
"""A sentence whose number stands elsewhere on the page."""


def is_fragment(unit: Unit) -> bool:
    """Whether a unit is a scrap of a tile or a table, or an order to a machine, and no sentence to quote."""
    if _ORDER.search(unit.text) or _CUT.search(unit.text):
        return True
    if len(unit.tokens) < 2 and unit.passage.kind != "list" and unit.text[-1] not in ".!?":
        return True  # a word by itself says nothing of it
    return unit.passage.kind in ("tile", "table") and (unit.text[-1] not in ".!?" or len(unit.tokens) < 5)


def own_met(context: Context, query: Query, match: Match) -> tuple[float, ...]:
    """How far each term is met by the sentence's own words."""
    found = []
    for term in query.terms:
        found.append(
            max(
                (w.quality for w in context.lexicon.ways(term.stems) if all(s in match.unit.stems for s in w.stems)),
                default=0.0,
            )
        )
    return tuple(found)
