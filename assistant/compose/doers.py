"""Whose will or deed is told: what BL is to do is no word of the government's, nor the other way about."""

import re
from typing import Literal, TypeAlias

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import own_met
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit

Doer: TypeAlias = Literal["BL", "rulers"]
_RULERS = r"regeringen|folketinget|politikerne|ministeren"
_DOES = (
    r"(?:vil|ville|lover|lovede|har|gør|gjorde|kan|skal|skulle|mener|arbejder|arbejdede|kæmper|kæmpede|holder|ønsker|ønskede"
    r"|stiller|annoncerede|meldte|siger|sagde|går|gik|planlægger|foreslår|foreslog)"
)
_ASKED = re.compile(
    rf"\bhv(?:ad|ordan|ilke[nt]?)\b(?: \w+){{0,2}}? {_DOES} (?:så |nu )?(?P<who>BLs?|vi|sektoren|{_RULERS})\b"
    rf"|\bhv(?:ad|ilke[nt]?)\b.{{0,40}} (?P<whom>BL|{_RULERS}) {_DOES}\b",
    re.IGNORECASE,
)
_OF_BL = re.compile(
    r"\bBL\b[^.,]{0,40}?\b(?:vil|arbejder|er gået|har|ønsker|sidder|samarbejder|fortsætter)\b|\bvil (?:vi|BL)\b"
)
_OF_RULERS = re.compile(rf"^(?:{_RULERS})\b|^(?:I|Som) [^,]{{0,60}} (?:har|vil) (?:{_RULERS})\b", re.IGNORECASE)
_QUOTED = re.compile(r"^»(?P<quote>.*)« \[(?P<marker>\d+)\]$")
_NEXT = 3
"""How far behind a word of the government's BL's own word on the same matter stands at most."""


def asked_doer(text: str) -> Doer | None:
    """Who the question asks to hear of; None where it is nobody, or somebody else."""
    found = list(_ASKED.finditer(text))
    if not found:
        return None
    who = (found[-1]["who"] or found[-1]["whom"]).lower()
    return "BL" if who in ("bl", "bls", "vi", "sektoren") else "rulers"


def doer_of(unit: Unit) -> Doer | None:
    """Whose will or doing a sentence tells."""
    if _OF_RULERS.match(unit.text):
        return "rulers"
    return "BL" if _OF_BL.search(unit.text) else None


def of_the_asked(context: Context, query: Query, draft: Draft) -> Draft:
    """The draft without what another is to do; where it told of another only, the asked one's own word behind it."""
    asked = asked_doer(query.text) if query.language == "da" and draft.status == "answered" else None
    quoted = [_QUOTED.match(line) for line in draft.lines]
    if asked is None or not quoted or not all(quoted):
        return draft
    units = [_unit_of(context, draft, int(q["marker"])) for q in quoted if q]
    doers = [doer_of(unit) if unit else None for unit in units]
    if not any(doer and doer != asked for doer in doers):
        return draft
    own = [line for line, doer in zip(draft.lines, doers, strict=True) if doer in (asked, None)]
    if asked in doers:
        draft.lines = own
    elif doers[0] and doers[0] != asked and (unit := units[0]) and (mine := _own_word(context, unit, asked)):
        draft.lines = [f"»{clean(mine.text)}« [{context.citer.cite_unit(draft, mine)}]"]
    return draft


def _own_word(context: Context, unit: Unit, asked: Doer) -> Unit | None:
    """The asked one's own sentence that follows under the same heading."""
    following = context.units.all[unit.number + 1 : unit.number + 1 + _NEXT]
    same = (u for u in following if u.document == unit.document and u.passage.section == unit.passage.section)
    return next((u for u in same if doer_of(u) == asked), None)


def _unit_of(context: Context, draft: Draft, marker: int) -> Unit | None:
    first = next((c for c in draft.citations if c.marker == marker), None)
    return context.unit_at(first.document, (first.start + first.end) // 2) if first else None


_RULER = re.compile(
    r"\bhvad (?:vil|ville|gør|gjorde|har|lover|lovede|foreslår|foreslog|kræver|krævede|ønsker|ønskede)\s+(?:\w+e\s+)?"
    r"(?P<who>regering|folketing|\w*minister|stat(?:en)?\b|region|EU\b|KL\b|borgmester|byråd|parti|kommune)",
    re.IGNORECASE,
)
_BY_BL = re.compile(
    r"\bhvor (?:mange|meget)\b.*(?:\b(?:har|havde) (?:BL|vi) (?P<self>selv )?(?:\w+ ){0,2}?(?P<deed>\w+t)\b"
    r"|\b(?P<done>\w+t) af BL\b)",
    re.IGNORECASE,
)
_TELLS_OF_BL = re.compile(r"\b(?:BL|vi|vores|os)\b", re.IGNORECASE)
_DEED = 0.88
"""How surely a sentence that names nobody tells of the very deed."""


def done_by_others(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether what those who rule do or want, or how much BL did, is asked for, and no sentence tells of them."""
    if asked := _RULER.search(query.text):
        who = re.compile(rf"\b{asked['who']}", re.IGNORECASE)
        return not any(who.search(match.unit.text) for match in chosen)
    by_bl = _BY_BL.search(query.text)
    if by_bl is None or _TELLS_OF_BL.search(chosen[0].unit.text):
        return False
    deed = (by_bl["deed"] or by_bl["done"]).casefold()
    own = zip(query.terms, own_met(context, query, chosen[0]), strict=True)
    return bool(by_bl["self"]) or any(met < _DEED for term, met in own if deed in term.text.casefold().split())
