"""What a value is bound to beside its words: the rank asked for, and the sizes a rule holds for."""

import re

from assistant.compose.figure_search import same_interval
from assistant.understand.query import Interval
from assistant.understand.slots import find_all, find_size

_ROUND = r"(?:runde|omgang|portion|rate|etape|hug|ombæring|del|bølge)"
_OTHERS = r"\b(?:de|den|det) (?:to |tre |fire |fem |seks )?(?:andre|anden|øvrige|resterende)\b"
_RANKS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(said or asked, re.IGNORECASE))
    for asked, said in (
        (r"\b(?:nummer|nr\.?) (?:to|2)\b|\b(?:anden|2\.) ?plads\w*|\bnæst(?!e\b|formand|kommende)\w+ste?\b", ""),
        (r"\b(?:nummer|nr\.?) (?:tre|3)\b|\btredje ?plads\w*|\b3\. ?plads\w*", ""),
        (r"\btaber(?:e|en|ne|ens|nes|s)?\b|\btabte\b|\bmodkandidat\w*|\bmodstander\w*|\bbesejre\w*", ""),
        (r"\bsidste ?plads\w*|\bsidst på listen\b|\bpå bunden\b|\bjumbo\w*", ""),
        (
            rf"\bførste {_ROUND}\b|\bhvor m(?:ange|eget)\b.{{0,30}}"
            r"\b(?:kom(?:mer)?|gives|deles|fordeles|udbetales|udmøntes) (?:\w+ ){0,2}først\b",
            rf"\bførste {_ROUND}\b|\bførst\b",
        ),
        (
            rf"\b(?:anden|næste|sidste|senere) {_ROUND}\b"
            r"|\bhvor m(?:ange|eget)\b.{0,60}\b(?:rest(?:en)?|senere)\b",
            rf"\b(?:anden|næste|sidste|senere) {_ROUND}\b|\brest(?:en|erende)?\b|\bsenere\b",
        ),
        (rf"\bhvor m(?:ange|eget)\b.{{0,30}}{_OTHERS}", r"\b(?:andre|anden|øvrige|resterende|resten|hver)\b"),
    )
)
"""Ranks other than the first and parts of a whole, one row each: what asks for it, and what says it where that is
another word. Who comes first is told without a word for it."""


def asks_rank(question: str) -> bool:
    """Whether a question asks for a rank or a part of a whole."""
    return any(asked.search(question) for asked, _ in _RANKS)


def of_other_rank(question: str, said: str) -> bool:
    """Whether a question asks for the second, the loser, the rest or the first part, and nothing there says so."""
    return any(asked.search(question) and not told.search(said) for asked, told in _RANKS)


def outside_limit(size: Interval | None, said: str) -> bool:
    """Whether a rule that names the sizes it holds for ("over 1000 m2") holds for none like the one asked about."""
    if size is None:
        return False
    bound = [limit for limit, _ in find_all(find_size, said)]
    return bool(bound) and not any(limit.holds(size) or same_interval(limit, size) for limit in bound)
