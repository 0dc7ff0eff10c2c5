"""Repairing what printing did to words: broken lines, ligatures, lost bullets, invisible marks. Pure functions."""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.dictionary import is_simple_word, is_stem, is_word

SOFT_HYPHENS = "\u00ad"
UNKNOWN_HYPHEN = "\ufffe"
HARD_HYPHENS = "-\u2010\u2011"
LINE_END_HYPHENS = SOFT_HYPHENS + UNKNOWN_HYPHEN + HARD_HYPHENS + "\u0002"
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
BULLETS = "•◦‣▪●○■□▶►➢➤✓✔∙⁃\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d"
DASH_BULLETS = "–—-*"
_BULLET = re.compile(rf"((?:[{re.escape(BULLETS)}\ufffd\ue000-\uf8ff]\s*)+|[{re.escape(DASH_BULLETS)}o]\s+)(?=\S)")
JOINING_WORDS = frozenset(["og", "eller", "samt", "til", "som", "men", "både"])
SHORTEST_CUT = 4

RepairKind = Literal["hyphen", "lost_hyphen", "lost_dash", "ligature", "bullet", "space", "footnote"]


@dataclass(frozen=True, slots=True)
class Join:
    """How two printed lines meet: cut `drop` characters from the first, then write `glue`."""

    drop: int
    glue: str
    kind: RepairKind | None = None


SPACE = Join(0, " ")


def is_invisible(char: str) -> bool:
    """Controls, bidirectional marks, joiners: nothing a reader sees, and able to turn a quote around."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\u00ad"


def is_private(char: str) -> bool:
    return unicodedata.category(char) == "Co"


@dataclass(frozen=True, slots=True)
class Clean:
    """A word as stored, with its repairs as (start, end, printed, kind) within the word."""

    text: str
    repairs: tuple[tuple[int, int, str, RepairKind], ...] = ()


@lru_cache(maxsize=50_000)
def clean_word(word: str) -> Clean:
    """Stored form of one printed word: NFC, ligatures opened, soft hyphens and invisible marks taken out."""
    if word.isalpha() and word.isascii():
        return Clean(word)
    if word.isascii() and word.isprintable():
        return _restore_range(word)
    out: list[str] = []
    length = 0
    repairs: list[tuple[int, int, str, RepairKind]] = []
    composed = unicodedata.normalize("NFC", word)
    first, last = _letters_at(composed)
    for position, char in enumerate(composed):
        kept = char
        kind: RepairKind | None = None
        if char in LIGATURES:
            kept, kind = LIGATURES[char], "ligature"
        elif char == UNKNOWN_HYPHEN:
            kept, kind = "-", "hyphen"
        elif char in SOFT_HYPHENS:
            kept, kind = "", "hyphen"
        elif is_invisible(char):
            kept, kind = "", "space"
        elif char == "\ufffd" or is_private(char):
            # Inside a word it stands for a letter nobody knows: it stays to be seen.
            kept, kind = ("\ufffd", None) if first < position < last else ("", "bullet")
        if kind:
            repairs.append((length, length + len(kept), char, kind))
        out.append(kept)
        length += len(kept)
    return Clean("".join(out), tuple(repairs))


def _letters_at(word: str) -> tuple[int, int]:
    """Positions of the first and the last letter or digit."""
    found = [position for position, char in enumerate(word) if char.isalnum()]
    return (found[0], found[-1]) if found else (len(word), -1)


def _restore_range(word: str) -> Clean:
    """ "20222035" becomes "2022-2035" when both halves are plausible years in ascending order."""
    match = re.fullmatch(r"(\(?)((?:19|20)\d\d)((?:19|20)\d\d)([.,;:)]*)", word)
    if match is None or not int(match[2]) < int(match[3]) <= int(match[2]) + 60:
        return Clean(word)
    at = len(match[1]) + 4
    return Clean(f"{word[:at]}-{word[at:]}", ((at, at + 1, "", "lost_dash"),))


def join_lines(
    first: str, second: str, *, open_end: bool, lost_hyphens: bool, vocabulary: AbstractSet[str] = frozenset()
) -> Join:
    """How the last word of a line and the first word of the next one meet. `vocabulary` is the document's own words."""
    if not first or not second:
        return SPACE
    if first[-1] in LINE_END_HYPHENS:
        return _join_hyphen(first, second, vocabulary)
    if open_end and is_year_range(first, second):
        return Join(0, "-", "lost_dash")
    if first[-1].isalpha() and second[0].islower():
        return _join_open(first, second, open_end, vocabulary) if lost_hyphens else SPACE
    return SPACE


def is_year_range(first: str, second: str) -> bool:
    """Whether a year ends the first text and a later one begins the second: the dash between them is lost."""
    start, end = re.search(r"(?:19|20)\d\d$", first), re.match(r"(?:19|20)\d\d(?!\d)", second)
    return bool(start and end and int(start[0]) < int(end[0]) <= int(start[0]) + 60)


def _join_hyphen(first: str, second: str, vocabulary: AbstractSet[str]) -> Join:
    """A hyphen at the line end: of a broken word (goes), of a suspended one or a name (stays)."""
    stem = first.rstrip(LINE_END_HYPHENS)
    drop = len(first) - len(stem)
    keep = Join(drop, "-", None if first[-1] == "-" and drop == 1 else "hyphen")
    if not stem or not stem[-1].isalnum():
        return SPACE
    joined = (_letters(stem, end=True) + _letters(second)).lower()
    if _letters(second).lower() in JOINING_WORDS and not is_simple_word(joined):  # "al-" / "men" is "almen"
        return Join(drop, "- ", keep.kind)
    if first[-1] in SOFT_HYPHENS and second[0].isalpha():
        return Join(drop, "", "hyphen")
    if not second[0].isalpha() or stem[-1].isdigit():
        return keep
    last, tail = re.split(r"[^\w]", stem)[-1], _letters(second)
    shouted = last.isupper() and tail.isupper() and len(last) > 1
    if second[0].isupper() and not shouted:
        return keep
    if (last.isupper() and len(last) <= 5 and not tail.isupper()) or len(last) == 1:
        return keep
    return _weigh(last.lower(), tail.lower(), vocabulary, Join(drop, "", "hyphen"), keep)


def _weigh(last: str, tail: str, vocabulary: AbstractSet[str], join: Join, keep: Join) -> Join:
    """Joined, unless the document itself writes the word with a hyphen elsewhere and never without."""
    if last + tail in vocabulary:
        return join
    return keep if f"{last}-{tail}" in vocabulary else join


def _join_open(first: str, second: str, open_end: bool, vocabulary: AbstractSet[str]) -> Join:
    """No hyphen printed: the layout (a line end without its blank) says broken; the dictionary may say no, or yes."""
    last, tail = _letters(first, end=True), _letters(second)
    if open_end:
        both_words = is_word(last) and is_word(tail) and len(tail) > 1
        return SPACE if both_words and not is_word(last + tail) else Join(0, "", "lost_hyphen")
    return Join(0, "", "lost_hyphen") if _is_cut(last.lower(), tail.lower(), vocabulary) else SPACE


def _is_cut(last: str, tail: str, vocabulary: AbstractSet[str]) -> bool:
    """Whether a word was cut though a blank stands there: "bekæm" is no word, "folke" no word alone where "folkefest…" is said."""  # noqa: E501
    if min(len(last), len(tail)) < SHORTEST_CUT or not is_word(last + tail):
        return False
    if not is_word(last) or (not is_word(tail) and is_simple_word(last + tail)):
        return True
    linking = last[-1] in "es" and is_stem(last[:-1])
    return linking and any(word.startswith(last + tail[:SHORTEST_CUT]) for word in vocabulary)


def _letters(word: str, *, end: bool = False) -> str:
    match = re.search(r"[^\W\d_]+$" if end else r"^[^\W\d_]+", word)
    return match[0] if match else ""


def split_bullet(text: str) -> tuple[str, str]:
    """(bullet as printed, rest): lost bullets (U+FFFD, private use), dashes and a lone "o" count before a blank."""
    match = _BULLET.match(text)
    return (match[0], text[match.end() :]) if match else ("", text)
