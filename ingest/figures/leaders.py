"""Dots that lead the eye from a name to its number ("Familieboliger ........ 2.077"): they are no words."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.document import Document, WordBox

LEADER: Final = re.compile(r"[._·…]{4,}|…{2,}")


def is_leader(words: str) -> bool:
    """Whether a word is nothing but such dots."""
    return bool(LEADER.fullmatch(words))


def without_glued_leaders(document: Document, words: Sequence[WordBox]) -> list[WordBox]:
    """The words, those with dots glued to them cut into the parts before, of and after the dots."""
    if not LEADER.search(document.text, words[0].span[0], words[-1].span[1]):
        return list(words)  # They come in the order of the text.
    kept: list[WordBox] = []
    for word in words:
        text = document.quote(word.span)
        match = LEADER.search(text) if len(text) > 4 else None
        if match is None or match.span() == (0, len(text)):
            kept.append(word)
            continue
        edges = sorted({0, *match.span(), len(text)})
        kept += [_part(word, a, b, len(text)) for a, b in pairwise(edges)]
    return kept


def _part(word: WordBox, start: int, end: int, length: int) -> WordBox:
    """A stretch of a word's letters, its place in the box by their number."""
    step = (word.x1 - word.x0) / length
    span = (word.span[0] + start, word.span[0] + end)
    return word._replace(span=span, x0=word.x0 + start * step, x1=word.x0 + end * step)
