"""Danish words: tokens, folded stems and the parts of compounds. The only file that touches PyStemmer."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from assistant.knowledge import knowledge

# A number with its separators, or letters with the digits that belong to them (CO2, m2); "2-årig" gives "2" and "årig".
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[²2₂³]\b)?", re.UNICODE)
_stemmer = Stemmer.Stemmer("danish")
_FOLD = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "è": "e", "ü": "y", "ö": "oe", "ä": "ae", "²": "2", "₂": "2"}
)
_TAILS = ("ering", "elighed", "isk", "ik", "i")
"""Endings the stemmer keeps that part a verb or an adjective from its noun: renovere(t)/renovering, demokrati(sk)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text with its place; `stem` is folded (ae, oe, aa)."""

    text: str
    start: int
    end: int
    stem: str

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def fold(text: str) -> str:
    """Lower case with æøå written out, so that "folkemoedet" and "folkemødet" meet."""
    return unicodedata.normalize("NFC", text).lower().translate(_FOLD)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The folded stem of one word; numbers stay as they are."""
    lower = unicodedata.normalize("NFC", word).lower()
    if lower[0].isdigit():
        return lower
    irregular = knowledge().irregular.get(fold(lower))
    if irregular is not None:
        return irregular
    # The stemmer knows æøå only; a word typed without them loses little by being stemmed as it is.
    folded = fold(_stemmer.stemWord(lower))
    if folded.endswith("itet"):  # "aktiviteten" keeps the ending that "aktivitet" loses
        folded = folded[:-2]
    for tail in _TAILS:
        if folded.endswith(tail) and len(folded) - len(tail) >= (4 if len(tail) > 2 else 5):
            folded = folded[: -len(tail)]
            break
    return knowledge().irregular.get(folded, folded)


def tokens(text: str) -> list[Token]:
    """Words and numbers of a text in order."""
    return [Token(m.group(), m.start(), m.end(), stem(m.group())) for m in _TOKEN.finditer(text)]


def stems(text: str) -> list[str]:
    """Folded stems of a text in order."""
    return [stem(m.group()) for m in _TOKEN.finditer(text)]


def split_compound(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Stems of the parts of a folded, unstemmed compound, or () when it does not come apart into known words."""
    best: tuple[str, ...] = ()
    size = len(word)
    for cut in range(3, size - 2):
        left, right = word[:cut], word[cut:]
        if len(right) < 3 or (cut < 4 and left not in _SHORT_PARTS) or (len(right) < 4 and right not in _SHORT_PARTS):
            continue
        right_stem = stem(right)
        if not known(right_stem):
            continue
        for joint in ("", "s", "e"):
            base = left[: len(left) - len(joint)] if joint and left.endswith(joint) else (left if not joint else "")
            if len(base) >= 2 and known(stem(base)) and (len(base) >= 4 or base in _SHORT_PARTS):
                parts = (stem(base), right_stem)
                # The longest right part is the head of the word ("boligorganisation" is an organisation).
                if not best or len(base) < len(best[0]) + 0:
                    best = parts
                break
        if best:
            break
    return best


_SHORT_PARTS = frozenset(
    {"by", "el", "oe", "sol", "bil", "vej", "ret", "tal", "lov", "tag", "maal", "co2", "eu", "land", "aar", "dag"}
)
