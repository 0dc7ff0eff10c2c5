"""What a question asks for, by the patterns of `data/asks.toml`."""

import re
from functools import lru_cache

from assistant.knowledge import table

_NUMBERS = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10}


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {ask: re.compile("|".join(f"(?:{p})" for p in rows)) for ask, rows in table("asks.toml")["asks"].items()}


def find_asks(question: str) -> frozenset[str]:
    """Every kind of thing the question asks for."""
    lower = question.lower().replace("\n", " ")
    asks = {ask for ask, pattern in _patterns().items() if pattern.search(lower)}
    if "share" in asks and _COUNTS.search(lower) and not _patterns()["share"].search(_GIVEN_SHARE.sub("", lower)):
        asks = set(asks) - {"share"}
    if _MEANING.search(lower):
        asks = (asks | {"definition"}) - {"number", "money", "share", "sum"}
    if _COUNTS.search(lower):
        asks = set(asks) - {"money"}
    if _WHY.search(lower):
        asks = set(asks) - {"number", "money", "share", "compare", "list"}
        asks = asks if _OF_ME.search(lower) else asks - {"advice"}
    if _RISES.match(lower):
        asks = set(asks) - {"number"}
    if _ONE_THING.match(lower) and not re.search(r"\bhvor m(?:ange|eget)\b", lower):
        asks = set(asks) - {"sum"}  # "hvornår lægges kredse sammen" adds nothing up
    if "person" in asks and not _WHO.search(_WHOEVER.sub("", lower)):
        asks = set(asks) - {"person"}
    return frozenset(asks)


_GIVEN_SHARE = re.compile(r"\d[\d.,]*\s*(?:procent|pct\.?|%)")
"""A share that the question names itself: "hvor mange må gå op til 20 procent over?"."""
_RISES = re.compile(r"^\W*(?:stiger|falder|vokser|steg|faldt|er|bliver) (?:antallet|tallet|andelen)\b(?!.*\bhvor m)")
"""Whether a number rises is no question of how large it is."""
_OF_ME = re.compile(r"\b(?:du|din|dit|dine|jeg)\b")
_WHY = re.compile(r"^\W*(?:og |men |så )?hvorfor\b(?!.*\b(?:hvor m(?:ange|eget)|hvad koster|hvilke[nt]?)\b)")
"""What rose, fell or is most is there to be explained, not counted."""
_ONE_THING = re.compile(r"^\W*(?:og |men )?(?:hvornår|hvem|hvorfor)\b")
_WHO = re.compile(r"\bhvem\b|\bhvad hed|\bnavnet på\b|\bperson|\bhvilke")
_WHOEVER = re.compile(
    r"\b(?:bestemm\w*|afgør\w*|vælg\w*|udpeg\w*|aftal\w*|ved|vide|klar\w*|uanset|ligegyldigt|betyder) ?,? "
    r"(?:for |om |over )?hvem (?:der|som|de|man|vi|den|det)\b"
)
"""A clause about whoever it is ("bestemme, hvem der får en bolig") asks for no name."""


_COUNTS = re.compile(r"\bhvor mange (?!(?:\w+ )?(?:penge|kroner|kr|midler|millioner|milliarder|mio|mia)\b)")
"""Things are counted, and a sum of money is no count of them."""


_MEANING = re.compile(
    r"^\W*hvad (?:betyder|menes|forstås|vil|mener \w+(?: \w+)? med)\b(?!.*\b(?:tal|andel|procent)\b).{0,60}\??$"
)


def asked_count(question: str) -> int | None:
    """How many things the question names: "hvilke tre mål", "de 4 punkter"."""
    found = re.search(
        r"\b(?:de|hvilke|nævn(?: de)?|bl.?s|disse) (to|tre|fire|fem|seks|syv|otte|ni|ti|\d)\b", question.lower()
    )
    if not found:
        return None
    return _NUMBERS.get(found[1]) or int(found[1])
