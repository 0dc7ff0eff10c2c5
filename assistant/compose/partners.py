"""Who works together on something: the sentence that says with whom, or between whom, about the matter asked."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import MEANING, is_fragment, meanings
from assistant.lexicon import PART, stop_stems
from assistant.score import term_weight
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems
from index.evidence import Evidence

_TOGETHER = r"(?:samarbejd\w*|samspil\w*|sammen|partner\w*|parter(?:ne)?|alliance\w*|aktør\w*)"
_ASKS = re.compile(
    rf"\b(?:hvem|hvilke (?:\w+ )?(?:parter|partnere|aktører|samarbejdspartnere))\b[^?]*\b{_TOGETHER}\b"
    r"|\bhvilke (?:\w+ )?(?:parter|partnere|samarbejdspartnere)\b"
    r"|\bhvem\b[^?]*\b(?:(?:om|ved|rundt om) bordet|står (?:sammen )?bag|allier\w+ sig med|hånd i hånd med)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:samarbejd\w*|samspil|sammen|partnerskab\w*|dialog\w*)\s+(?:[\wæøå]+\s+){0,3}?(?:med|mellem)\s+\w{2,}"
    r"|\bpartnerskab\w* både\b|\bpartnerskab\w* [^.;]{0,60}\bmed \w{2,}"
    r"|(?:[\wæøå]+, )+[\wæøå ]+ og [\wæøå ]+ (?:samarbejd\w*|arbejd\w* sammen)\b",
    re.IGNORECASE,
)
_NAME = r"(?:(?-i:[A-ZÆØÅ])[\w’']+ ?){1,3}"
_WHOSE = re.compile(
    rf"(?:samarbejde[rd]e? (?P<behind>{_NAME})med|(?P<before>{_NAME})samarbejde[rd]e? med)\b", re.IGNORECASE
)
"""Whose cooperation a sentence tells of."""
_WORKING = frozenset(
    stems(
        "samarbejde samarbejder samarbejdet samspil sammen partner partnere partnerskab partnerskaber "
        "part parter parterne alliance aktør aktører bag gå gik går indgå indgik indgår arbejde arbejder "
        "danne dannede stå står vil med deltage slå slår slog slået gået finde fandt fundet alliere allieret sig sidde "
        "sidder om ved rundt bord bordet hånd fælles"
    )
)
"""Words for working together: they do not say on what."""
_LIGHT = frozenset(stems("lave udarbejde udvikle skabe køre nå få starte gennemføre arrangere"))
"""What is done with any matter: whoever works together on it does so."""
_LAYERS = (1.0, 0.9, 0.7)
"""What a word counts in the sentence, in its heading or lead-in, in a neighbour."""
_MET = 0.62
"""Share of the matter's weight that must be met."""
_TAKES_UP = re.compile(r"\bom (?:det|dem|den|dette|disse)\b", re.IGNORECASE)
_MET_NEAR, _NEAR = 0.45, 0.6
"""The same for a sentence with such a cosine to the question."""


def answer_partners(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    """The sentence, with the one it leans on; None when the question is no such question or nothing tells."""
    if query.missing_document or not _ASKS.search(query.text) or query.wants("number", "date", "yesno", "reason"):
        return None
    matter = [t for t in query.terms if t.kind not in ("soft", "number") and not _of_working(t)]
    if not matter and query.documents:  # whom a programme works with at all
        matter = [t for t in query.terms if re.fullmatch(_TOGETHER, t.text, re.IGNORECASE)]
    weights = [term_weight(term, context.lexicon) for term in matter]
    if not matter or not sum(weights):
        return None
    near, least = meanings(context, evidence), min(evidence.sentences.values(), default=0.0)
    found = []
    for unit in context.units.all:
        if not _WITH.search(unit.text) or is_fragment(unit) or not _allowed(context, query, unit):
            continue
        met = [_met(context, term, unit) for term in matter]
        if any(term.kind == "name" and here < _LAYERS[-1] for term, here in zip(matter, met, strict=True)):
            continue
        share = sum(w * m for w, m in zip(weights, met, strict=True)) / sum(weights)
        if share >= _MET or (share >= _MET_NEAR and near.get(unit.number, 0.0) + least >= _NEAR and evidence.adapted):
            # What another does together with someone answers only where none tells of the one asked about.
            beside = not _is_own(query, unit.text)
            found.append((beside, -share - MEANING * near.get(unit.number, 0.0), unit.number, unit))
    return _say(context, min(found)[-1], matter) if found else None


def _is_own(query: Query, text: str) -> bool:
    """Whether a sentence tells of the cooperation of one whom the question names."""
    names = [(found["behind"] or found["before"]).strip() for found in _WHOSE.finditer(text)]
    return any(re.search(rf"\b{re.escape(name)}\b", query.text) for name in names)


def no_partner(query: Query, texts: list[str]) -> bool:
    """Whether partners are asked for, and no sentence tells that anyone works together."""
    return bool(_ASKS.search(query.text)) and not any(re.search(_TOGETHER, text, re.IGNORECASE) for text in texts)


def _of_working(term: Term) -> bool:
    return set(term.stems) - stop_stems() <= _WORKING | _LIGHT


def _met(context: Context, term: Term, unit: Unit) -> float:
    layers = zip((unit.stems, unit.around, unit.near), _LAYERS, strict=True)
    ways = [way for way in context.lexicon.ways(term.stems) if way.quality > PART]
    best = max((way.quality * worth for said, worth in layers for way in ways if set(way.stems) <= said), default=0.0)
    passage = context.scorer.contexts.passage[unit.group]
    # "Helhedsplanerne" takes up "boligsociale helhedsplaner" of the passage.
    short = any(len(way.stems) > 1 and way.stems[-1] in unit.stems and set(way.stems) <= passage for way in ways)
    taken_up = any(set(way.stems) <= passage for way in ways) and _TAKES_UP.search(unit.text)
    return max(best, _LAYERS[1] if short or taken_up else 0.0)


def _allowed(context: Context, query: Query, unit: Unit) -> bool:
    if query.documents and unit.document not in query.documents:
        return False
    if query.places and not any(context.scorer.place_fits(unit, place) for place in query.places):
        return False
    return not query.periods or any(context.scorer.period_fits(unit, period) for period in query.periods)


def _say(context: Context, unit: Unit, matter: list[Term]) -> Draft:
    """The sentence first; then the one before it, where only that one names the matter."""
    draft = Draft()
    draft.lines.append(f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
    before = context.units.all[unit.number - 1] if unit.number else None
    if before is not None and before.group == unit.group and not any(set(t.stems) & unit.stems for t in matter):
        draft.lines.append(f"»{clean(before.text)}« [{context.citer.cite_unit(draft, before)}]")
    if (more := _another(context, unit, matter)) is not None:
        draft.lines.append(f"»{clean(more.text)}« [{context.citer.cite_unit(draft, more)}]")
    return draft


def _another(context: Context, unit: Unit, matter: list[Term]) -> Unit | None:
    """The next sentence of the passage, where it names a partner in the same matter, too."""
    after = context.units.all[unit.number + 1] if unit.number + 1 < len(context.units.all) else None
    if after is None or after.group != unit.group or not _WITH.search(after.text):
        return None
    return after if any(set(term.stems) & unit.stems & after.stems for term in matter) else None
