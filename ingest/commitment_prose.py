"""Goals, promises, decisions, initiatives and proposals told in running sentences."""

import re
from dataclasses import dataclass

from ingest.commitment_words import ACTOR

_DECIDED_BY = (
    r"(?P<actor>Folketinget|regeringen|(?:BL['’]?s )?(?:repræsentantskab|bestyrelse)|kommunalbestyrelsen|byrådet|BL)"
)
_NO_PROMISE = r"(?!\s+(?:\w+ )?(?:have|kunne|være|blive|få|opleve|stige|falde|vokse|takke|kendes)\b)"

_MADE = r"(?:etableret|oprettet|gennemført|indgået|indført)"
_STARTED = r"(?:lanceret|igangsat|iværksat)"
_RULES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # (status, what says so, the words without which it cannot); the first that fits wins
    ("besluttet", rf"\b{ACTOR}(?:\s\S+){{0,4}}\s(?:besluttede|har besluttet)\b", ("beslutte",)),
    ("besluttet", rf"\b(?:besluttede|besluttet (?:af|i))\s(?:\w+\s)?{ACTOR}", ("beslutte",)),
    (
        "besluttet",
        r"\b(?:er|blev|bliver)\b[^.,]{0,80}\b(?:ændret|gjort|omdannet)\s(?:fra|til)\b",
        ("ændret", "gjort", "omdannet"),
    ),
    (
        "gennemført",
        r"\b(?:lykkes|lykkedes|fået)\b[^.]{0,30}\bat\sfå\s(?P<actor>regeringen|Folketinget)\stil\sat\b",
        ("lykkes", "lykkedes", "fået"),
    ),
    ("gennemført", r"\bfik\s(?P<actor>regeringen|Folketinget)\stil\sat\b", ("fik",)),
    ("besluttet", r"\bvar\b[^.]{0,40}\bmen\ser\snu\b", ("men er nu",)),
    (
        "vedtaget",
        rf"\b{ACTOR}(?:\s\S+){{0,4}}\s(?:vedtog|har vedtaget|godkendte)\b",
        ("vedtog", "har vedtaget", "godkendte"),
    ),
    ("vedtaget", rf"\b(?:vedtog|vedtaget (?:af|i))\s(?:\w+\s)?{ACTOR}", ("vedtog", "vedtaget")),
    ("vedtaget", rf"\b(?:vedtaget|besluttet)\b[^.]{{0,30}}?\b{_DECIDED_BY}", ("vedtaget", "besluttet")),
    ("aftalt", r"\b(?:aftale\b[^.]{0,30}\bindgået|indgået\b[^.]{0,60}aftale|ny politisk aftale)\b", ("aftale",)),
    (
        "foreslået",
        rf"\b{ACTOR}(?:\s\S+){{0,3}}\s(?:foreslår|foreslog|anbefaler|anbefalede|kom med(?: et)?\s+forslag)\b",
        ("foreslår", "foreslog", "anbefale", "kom med"),
    ),
    (
        "foreslået",
        r"\b(?:anbefaling(?:en)? er at|det foreslås|forslaget (?:er|sendes|går))\b",
        ("anbefaling", "foreslås", "forslaget"),
    ),
    ("gennemført", rf"\b{ACTOR}(?:['’]s)?\shar(?:\s\S+){{0,4}}\s{_MADE}\b", (" har ",)),
    ("igangsat", rf"\b{ACTOR}(?:['’]s)?(?:\s\S+){{0,5}}\s{_STARTED}\b", ("lanceret", "igangsat", "iværksat")),
    (
        "igangsat",
        rf"\b{ACTOR}\s(?:igangsatte|lancerede|etablerede|nedsatte|oprettede|indførte|iværksatte)\b",
        ("igangsatte", "lancerede", "etablerede", "nedsatte", "oprettede", "indførte", "iværksatte"),
    ),
    (
        "igangsat",
        rf"\b(?:tilbyder|lancerer|etablerer|igangsætter|indfører)\s{ACTOR}\b",
        ("tilbyder", "lancerer", "etablerer", "igangsætter", "indfører"),
    ),
    ("igangsat", r"\b(?:målsætnings|mål|handlings)?program(?:met)?\b[^.]{0,60}\blanceret\b", ("lanceret",)),
    ("annonceret", rf"\b{ACTOR}\s(?:har annonceret|annoncerede|har varslet)\b", ("annoncere", "varslet")),
    ("ønsker", rf"\b{ACTOR}\sønsker\b", ("ønsker",)),
    ("vil", rf"\b{ACTOR}\s(?:lover|har lovet|forpligter sig)\b", ("lover", "lovet", "forpligter")),
    ("vil", rf"\b{ACTOR}\svil\b{_NO_PROMISE}", ("vil",)),
    ("vil", rf"\bvil\s{ACTOR}\b{_NO_PROMISE}", ("vil",)),
    ("vil", rf"\b{ACTOR}\s(?:har\s\w+\s\w+\s)?arbejde[rt]\b(?:\s\w+){{0,2}}\s(?:for|på)\b", ("arbejde",)),
    ("vil", rf"\b{ACTOR}\sfortsætter\b(?:\s\S+){{0,3}}\sarbejdet?\b", ("fortsætter",)),
    ("vil", r"^(?:i (?:løbet af )?(?:året|årets løb|foråret|efteråret|20\d\d))\b[^.]{0,10}\bkommer\b", ("kommer",)),
    ("vil", rf"\bfortsætter\s{ACTOR}(?:['’]s)?\sarbejde\b", ("fortsætter",)),
    (
        "vil",
        r"\b(?:vil der|der vil)\b[^.]{0,50}\bblive\s(?:udarbejdet|udgivet|etableret|oprettet|igangsat|afholdt)\b",
        ("vil der", "der vil"),
    ),
    ("vil", r"\b(?P<actor>vi)\sskal\b(?!\s(?:ikke|bare))", ("skal",)),
    (
        "mål",
        r"\b(?:målet|målsætningen|målsætning|ambitionen|formålet)\b(?:\s(?:med|for|i)\s[^.,]{1,40})?\ser\b",
        ("mål", "ambitionen", "formål"),
    ),
)
_SIGNS = tuple((status, re.compile(pattern, re.IGNORECASE), needs) for status, pattern, needs in _RULES)
_NEEDED = re.compile("|".join(sorted({need for *_, needs in _RULES for need in needs})))
_GOAL_WORD = re.compile(
    r"\b(?:hoved|del)?(?:mål|målsætning|målsætninger|pejlemærker?|indsatsområder?|prioriteter)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[”“\"»„](?P<name>[A-ZÆØÅ][^”“\"«»„]{2,80})[”“\"«]")
_OPENING_MARKS = '”“"»„'


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sentence commits to, and whom it names."""

    status: str
    actor: str | None


def sign_of(sentence: str) -> Sign | None:
    """What kind of commitment a sentence is, or None. Quoted speech and questions are none."""
    if sentence.endswith("?") or sentence[:1] in '”“»"':
        return None
    small = sentence.lower()
    if not _NEEDED.search(small):
        return None
    for status, pattern, needs in _SIGNS:
        match = pattern.search(sentence) if any(need in small for need in needs) else None
        if match:
            return Sign(status, match.groupdict().get("actor"))
    return None


def quoted_goals(sentence: str) -> tuple[str, ...]:
    """Goals a sentence names in quotation marks ("de to målsætninger … er ”…” og ”…”")."""
    if not any(mark in sentence for mark in _OPENING_MARKS):
        return ()
    word = _GOAL_WORD.search(sentence)
    if word is None:
        return ()
    return tuple(match["name"].strip() for match in _QUOTED.finditer(sentence, word.end()))
