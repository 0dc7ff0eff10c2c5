"""The few words nearly every question is made of, put right before anything else is read."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from index.words import is_word

_CORE = [
    "hvor",
    "hvad",
    "hvem",
    "hvornår",
    "hvordan",
    "hvorfor",
    "hvilken",
    "hvilke",
    "hvilket",
    "mange",
    "meget",
    "procent",
    "andel",
    "almen",
    "almene",
    "alment",
    "bolig",
    "boliger",
    "boligerne",
    "kommune",
    "kommunen",
    "kommuner",
    "beboere",
]
_WORD = re.compile(r"(?<![\w.@/-])[a-zæøå]{3,}(?![\w@]|[./]\w)|^[A-ZÆØÅ][a-zæøå]{2,}")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1")


def with_core_words(question: str) -> str:
    """The question with misspelt question words and the commonest words of the sector mended: "hvr", "bolliger"."""
    return _WORD.sub(lambda found: _mended(found[0]), question)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    """One word; a letter doubled or not is no other word, a slip is one only where the dictionary lacks what stands."""
    lower = word.lower()
    if lower.removesuffix("s") in _CORE:
        return word
    single = _DOUBLED.sub(r"\1", lower)
    near = [core for core in _CORE if _DOUBLED.sub(r"\1", core) == single]
    if not near and not is_word(lower):
        near = [core for core in _CORE if core[0] == lower[0] and OSA.distance(core, lower) == 1]
    if not near or len({core[:4] for core in near}) > 1:
        return word
    return near[0].capitalize() if word[0].isupper() else near[0]
