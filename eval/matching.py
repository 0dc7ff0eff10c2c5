"""The contract's rules for finding an expected text in an answer."""

import re
import unicodedata
from functools import lru_cache

MARKER = re.compile(r"\[\d+\]")
EMPHASIS = re.compile(r"\*+|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)")
SHORT_WORD = 6
"""Letters: a longer alternative is found anywhere, as Danish compounds need."""


def folded(answer: str) -> str:
    """The answer as it is compared: no markers or emphasis, case and white space folded, one space at both ends."""
    bare = unicodedata.normalize("NFC", EMPHASIS.sub("", MARKER.sub("", answer)))
    return f" {' '.join(bare.casefold().split())} "


def holds(folded_answer: str, alternative: str) -> bool:
    """Whether a folded answer holds one alternative."""
    return _pattern(alternative).search(folded_answer) is not None


def holds_any(folded_answer: str, alternatives: tuple[str, ...]) -> bool:
    """Whether a folded answer holds one of the alternatives."""
    return any(holds(folded_answer, alternative) for alternative in alternatives)


@lru_cache(maxsize=20_000)
def _pattern(alternative: str) -> re.Pattern[str]:
    bare = unicodedata.normalize("NFC", EMPHASIS.sub("", alternative))
    wanted = re.sub(r"\s+", " ", bare.casefold())
    if not wanted.strip():
        return re.compile(r"(?!)")
    literal = re.escape(wanted)
    if re.fullmatch(r"\d[\d.,]*", wanted):
        return re.compile(rf"(?<![\d.,]){literal}(?!\d)(?![.,]\d)")
    if wanted.isalpha() and len(wanted) <= SHORT_WORD:
        return re.compile(rf"(?<!\w){literal}")
    return re.compile(literal)
