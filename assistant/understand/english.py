"""An English question in the Danish of the documents."""

import re
from functools import lru_cache

from assistant.knowledge import knowledge
from assistant.words import tokens

_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
"""Regular endings of English words, and what stands in their place without them."""
_MARKS = 0xE000
"""The first of Unicode's private characters."""
_DO = re.compile(r"\b(who|whom|where|when|why) (?:do|does|did) (?=\S+ \S)", re.IGNORECASE)
"""The verb that only English asks with."""
_YEARS = re.compile(r"(?<=\b(?:19|20)\d\d) (?:to|until|till) (?=(?:19|20)\d\d\b)", re.IGNORECASE)
""" "From 2021 to 2023": its small word would be lost."""


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Every phrase with its Danish, long ones first."""
    english = knowledge().english
    rows = sorted((p for p in english if " " in p or "-" in p), key=len, reverse=True)
    return tuple((re.compile(rf"\b{re.escape(row)}\b", re.IGNORECASE), english[row]) for row in rows)


@lru_cache(maxsize=64)
def translate(text: str) -> str:
    """An English question word by word in Danish, phrases first; names and unknown words stay."""
    english = knowledge().english
    lower = _YEARS.sub("-", _DO.sub(r"\g<1> ", text))
    done: list[str] = []
    for phrase, said in _phrases():
        # A mark that is no word stands for what is already Danish, so that "i alt" is not read as English again.
        lower, times = phrase.subn(chr(_MARKS + len(done)), lower)
        if times:
            done.append(said)
    parts, at = [], 0
    for token in tokens(lower):
        parts.append(lower[at : token.start])
        word = token.text.lower()
        danish = english[word] if word in english else _uninflected(word, english)
        keep = danish is None or (token.is_capital and at > 0 and token.text.lower() not in english)
        parts.append(token.text if keep else str(danish))
        at = token.end
    whole = "".join((*parts, lower[at:]))
    for i, danish in enumerate(done):
        whole = whole.replace(chr(_MARKS + i), danish)
    return re.sub(r"\s+", " ", whole).strip()


def _uninflected(word: str, english: dict[str, str]) -> str | None:
    """The Danish for an English word that is known without its ending: "schemes", "voting", "dropped"."""
    for ending, put in _ENDINGS:
        base = word.removesuffix(ending) + put
        if not word.endswith(ending) or len(base) < 3:
            continue
        if base in english:
            return english[base]
        if len(base) > 3 and base[-1] == base[-2] and base[:-1] in english:
            return english[base[:-1]]
    return None
