"""Goals, promises, decisions, initiatives and proposals told in running sentences."""

import re
from dataclasses import dataclass

from ingest.commitment_words import ACTOR

_DECIDED_BY = (
    r"(?P<actor>Folketinget|regeringen|(?:BL['’]?s )?(?:repræsentantskab|bestyrelse)|kommunalbestyrelsen|byrådet|BL)"
)
_NO_PROMISE = r"(?!\s+(?:\w+ )?(?:have|kunne|være|blive|få|opleve|stige|falde|vokse|takke|kendes)\b)"

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, flags))
    for status, pattern, flags in (
        ("vedtaget", rf"\b{ACTOR}(?:\s\S+){{0,4}}\s(?:vedtog|besluttede|har vedtaget|har besluttet|godkendte)\b", re.I),
        ("vedtaget", rf"\b(?:vedtog|besluttede|vedtaget (?:af|i)|besluttet (?:af|i))\s(?:\w+\s)?{ACTOR}", re.I),
        ("vedtaget", rf"\b(?:vedtaget|besluttet)\b[^.]{{0,30}}?\b{_DECIDED_BY}", re.I),
        ("vedtaget", r"\b(?:aftale\b[^.]{0,30}\bindgået|indgået\b[^.]{0,60}aftale|ny politisk aftale)\b", re.I),
        (
            "foreslået",
            rf"\b{ACTOR}(?:\s\S+){{0,3}}\s(?:foreslår|foreslog|anbefaler|anbefalede|kom med(?: et)?\s+forslag)\b",
            re.I,
        ),
        ("foreslået", r"\b(?:anbefaling(?:en)? er at|det foreslås|forslaget (?:er|sendes|går))\b", re.I),
        (
            "igangsat",
            rf"\b{ACTOR}(?:['’]s)?(?:\s\S+){{0,5}}\s(?:etableret|lanceret|igangsat|indført|indgået|oprettet|iværksat)\b",
            re.I,
        ),
        ("igangsat", rf"\b{ACTOR}\s(?:igangsatte|lancerede|etablerede|nedsatte|oprettede|indførte|iværksatte)\b", re.I),
        ("igangsat", rf"\b(?:tilbyder|lancerer|etablerer|igangsætter|indfører)\s{ACTOR}\b", re.I),
        ("igangsat", r"\b(?:målsætnings|mål|handlings)?program(?:met)?\b[^.]{0,60}\blanceret\b", re.I),
        ("ønsker", rf"\b{ACTOR}\sønsker\b", re.I),
        ("løfte", rf"\b{ACTOR}\s(?:har annonceret|har varslet|lover|har lovet|forpligter sig)\b", re.I),
        ("løfte", rf"\b{ACTOR}\svil\b{_NO_PROMISE}", re.I),
        ("løfte", rf"\bvil\s{ACTOR}\b{_NO_PROMISE}", re.I),
        ("løfte", rf"\b{ACTOR}\s(?:har\s\w+\s\w+\s)?arbejde[rt]\b(?:\s\w+){{0,2}}\s(?:for|på)\b", re.I),
        ("løfte", rf"\bfortsætter\s{ACTOR}(?:['’]s)?\sarbejde\b", re.I),
        (
            "løfte",
            r"\b(?:vil der|der vil)\b[^.]{0,50}\bblive\s(?:udarbejdet|udgivet|etableret|oprettet|igangsat|afholdt)\b",
            re.I,
        ),
        (
            "mål",
            r"\b(?:målet|målsætningen|målsætning|ambitionen|formålet)\b(?:\s(?:med|for|i)\s[^.,]{1,40})?\ser\b",
            re.I,
        ),
    )
)
_GOAL_WORD = re.compile(
    r"\b(?:hoved|del)?(?:mål|målsætning|målsætninger|pejlemærker?|indsatsområder?|prioriteter)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[”“\"»„](?P<name>[A-ZÆØÅ][^”“\"«»„]{2,80})[”“\"«]")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sentence commits to, and whom it names."""

    status: str
    actor: str | None


def sign_of(sentence: str) -> Sign | None:
    """What kind of commitment a sentence is, or None. Quoted speech and questions are none."""
    if sentence.endswith("?") or sentence[:1] in '”“»"':
        return None
    for status, pattern in _SIGNS:
        match = pattern.search(sentence)
        if match:
            return Sign(status, match.groupdict().get("actor"))
    return None


def quoted_goals(sentence: str) -> tuple[str, ...]:
    """Goals a sentence names in quotation marks ("de to målsætninger … er ”…” og ”…”")."""
    word = _GOAL_WORD.search(sentence)
    if word is None:
        return ()
    return tuple(match["name"].strip() for match in _QUOTED.finditer(sentence, word.end()))
