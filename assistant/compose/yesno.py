"""Ja or nej in front of a quote that decides the question; nothing where it does not."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.compose.verdict import LIMITS, YEAR, verdict
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.score import Match, term_weight
from assistant.understand.polar import Polar, polar_of
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_QUOTED = re.compile(r"(?:\*\*[^*]+\*\*: )?».*« \[(?P<marker>\d+)\]$")
_MET, _MOST = 0.5, 0.4
"""How surely a quote says a word, and the share of the question that the quotes must say."""
_WE = re.compile(r"\b[Vv]i\b|^De (?:skal|kan|vil|må|har|er|\w+[rs]\b)")
"""Words for a doer who was named before."""
_DEED = 3
"""Words of a question that names a doer, a deed and what it is done to."""
_LOOKED = 12
"""Sentences looked at for one that decides."""
_TOO = re.compile(
    r"\b(?:alt )?for (?:høj|lav|dyr|billig|stor|lille|små|mange|få|lang|kort|gam|svær|let|streng)\w*(?=\W*$|[,.;?])",
    re.IGNORECASE,
)


def decide(context: Context, query: Query, draft: Draft) -> Draft:
    """The draft with Ja or Nej in front where its figure or one of its quotes decides the question."""
    if query.language != "da" or draft.status not in ("answered", "not_found") or not draft.lines:
        return draft
    if re.match(r"(?:Ja|Nej|Jo)\b", draft.lines[0]) or (asked := polar_of(query.text)) is None:
        return draft
    if too_much(query.text) and not too_much(draft.text):
        return refuse(context, query, [])
    if said := _of_count(asked, draft):
        draft.lines[0] = f"{said}. {draft.lines[0]}"
        return draft
    for at, line in enumerate(draft.lines):
        quoted = _QUOTED.search(line)
        unit = _unit_of(context, draft, int(quoted["marker"])) if quoted else None
        if quoted is None or unit is None or not (said := verdict(context, query, asked, unit)):
            continue
        rest = draft.lines[:at] + draft.lines[at + 1 :] if asked.more and draft.status == "answered" else []
        draft.lines = [f"{said}. {quoted[0]}", *rest]
        draft.status = "answered"  # what was the nearest to it decides it
        return draft
    beside = _says_too_little(context, query, draft) or _of_another_doer(context, query, asked, draft)
    return refuse(context, query, []) if beside else draft


def _of_another_doer(context: Context, query: Query, asked: Polar, draft: Draft) -> bool:
    """Whether no quote names who can, may or does it: what is said of the rent is not what a council may."""
    if asked.there or asked.tag or draft.status != "answered" or draft.figures:
        return False
    doer = asked.words[0]
    at = [i for i, t in enumerate(query.terms) if t.kind in ("word", "soft") and t.stems == (doer.stem,)]
    quoted = [_QUOTED.fullmatch(line) for line in draft.lines]
    if not at or len(asked.words) < _DEED or not all(quoted):
        return False
    units = [_unit_of(context, draft, int(found["marker"])) for found in quoted if found]
    return not any(
        own_met(context, query, context.plain_match(query, unit))[at[0]]
        or doer.stem in unit.stems | frozenset(stems(" ".join(unit.passage.section)))
        or _WE.search(unit.text)
        for unit in units
        if unit
    )


def _says_too_little(context: Context, query: Query, draft: Draft) -> bool:
    """Whether the quotes do not even say most of what a question for ja or nej is about."""
    quoted = [_QUOTED.fullmatch(line) for line in draft.lines]
    if draft.status != "answered" or draft.figures or not all(quoted):
        return False
    units = [_unit_of(context, draft, int(found["marker"])) for found in quoted if found]
    weights = [term_weight(t, context.lexicon) if t.kind != "soft" else 0.0 for t in query.terms]
    own = [own_met(context, query, context.plain_match(query, unit)) for unit in units if unit]
    met = [max((row[i] for row in own), default=0.0) for i in range(len(weights))]
    total = sum(weights)
    return bool(total) and sum(w for w, m in zip(weights, met, strict=True) if m >= _MET) < _MOST * total


def answer_polar(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The sentence that decides the question; None where none does, two gainsay each other, or more is asked."""
    asked = polar_of(query.text) if query.language == "da" and query.wants("yesno") else None
    if asked is None or asked.more:
        return None
    found = [(verdict(context, query, asked, m.unit), m.unit) for m in ranked[:_LOOKED] if not is_fragment(m.unit)]
    if len({answer for answer, _ in found if answer}) != 1:
        return None
    unit = next(unit for answer, unit in found if answer)
    draft = Draft()
    draft.lines = [f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]"]
    return draft


def too_much(text: str) -> bool:
    """Whether it is said that something is too much or too little, which no number tells."""
    return bool(_TOO.search(text))


def _of_count(asked: Polar, draft: Draft) -> str | None:
    """ "Blev der sat boliger i gang?" by the number of them."""
    if not asked.there or asked.negated or len(draft.figures) != 1 or not draft.lines[0].startswith("Der "):
        return None
    figure = draft.figures[0]
    numbers = [t.text for t in asked.words if t.is_number and not YEAR.fullmatch(t.text)]
    if numbers or figure.derived or not figure.value.isdigit() or {t.text.lower() for t in asked.words} & LIMITS:
        return None
    return "Ja" if int(figure.value) else "Nej"


def _unit_of(context: Context, draft: Draft, marker: int) -> Unit | None:
    """The sentence that a marker quotes."""
    first = next((c for c in draft.citations if c.marker == marker), None)
    return context.unit_within(first.document, (first.start, first.end)) if first else None
