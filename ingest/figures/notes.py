"""Notes of a sheet: sentences marked as such, or in small print under everything else."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Document, Span, WordBox

_NOTE: Final = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹*†]+|[1-9a-z]\)|[1-9a-z]\s+(?=[A-ZÆØÅ][a-zæøå]|[.…]))")
_OTHER_NOTE: Final = re.compile(
    r"\s*(?:(?:kilder?|noter?|anm(?:ærkning)?(?:er)?|tegnforklaring)\b\s*[.:]|[–-]\s+(?:nul|ingen|ikke)\b)",
    re.IGNORECASE,
)
_MARK_BEFORE: Final = re.compile(r"(?:^|\s)(?:[1-9a-h]\)?|[¹²³⁴⁵⁶⁷⁸⁹*†]+)\s*$")
"""The raised mark of a note on its own before its first word."""
BEFORE: Final = 4
_KEY: Final = re.compile(
    r"(?:^|\s)(?:\.\.|…|[–—•·-]|n\.a\.|i\.o\.)\s*(?:=\s|\b(?:nul|ingen|ikke|tal for)\b)", re.IGNORECASE
)
"""What a mark in a table means (".. = færre end 5 boliger")."""
SMALL: Final = 0.86
"""A note is set smaller than this part of the page's usual text."""
TINY: Final = 0.75
"""Text set smaller than this under everything else is a note, wherever the page ends."""


@dataclass(frozen=True, slots=True)
class Print:
    """How a page is printed, worked out once for all its sentences."""

    words: Sequence[WordBox]
    """In the order of the text."""
    usual: float
    """Font size of the page's middle word, 0 where none is known."""
    last: float
    """Top of the lowest word that is not small."""
    height: float


def print_of(document: Document, page: int | None) -> Print:
    boxes = document.word_boxes
    first, end = (bisect_left(boxes, number, key=lambda w: w.page) for number in (page or 0, (page or 0) + 1))
    words = sorted(boxes[first:end])
    sizes = sorted(w.size for w in words if w.size)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    last = max((w.y0 for w in words if w.size > SMALL * usual), default=0.0)
    return Print(words, usual, last, next((p.height for p in document.pages if p.number == page), 0.0))


def is_note(document: Document, sentence: Span, page: Print) -> bool:
    """Whether a sentence of a sheet is a note: it begins with a note's mark, or it is small print, low on its page."""
    first, end = (bisect_left(page.words, at, key=lambda w: w.span[0]) for at in sentence)
    own = page.words[first:end]
    if not own or not page.height or not page.usual or not own[0].size:
        return False
    largest, top = max(w.size for w in own), min(w.y0 for w in own)
    small, low = largest < SMALL * page.usual, top > 0.88 * page.height
    if _KEY.search(document.text, *sentence):
        return True
    marked = bool(_NOTE.match(document.text, sentence[0]) or _OTHER_NOTE.match(document.text, sentence[0]))
    marked = marked or (small and bool(_MARK_BEFORE.search(document.text, max(0, sentence[0] - BEFORE), sentence[0])))
    tiny = largest < TINY * page.usual and top > page.last
    return (small and low) or tiny or (marked and largest <= page.usual + 0.01)
