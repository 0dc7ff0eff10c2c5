"""Hyphens that a text file lost inside its lines come back: "sundheds og lægetilbud", "EUKommissionen", "16årige"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.dictionary import is_linking, is_simple_word, is_stem, is_word
from ingest.document import Repair, Span
from ingest.layout.assemble import Assembled

_SUSPENDED: Final = re.compile(r"(?<![\w-])([a-zæøå]{3,}s)\s+(?:og|eller|samt)\s+([a-zæøå]{7,})\b")
_ABBREVIATION: Final = re.compile(r"(?<![\w.-])([A-ZÆØÅ]{2,6}[0-9]?)([a-zæøå]{4,})\b")
_AGE: Final = re.compile(r"(?<![\w.,])[0-9]{1,3}(?=års?(?:ige?s?)?\b)")
SHORTEST_HEAD: Final = 4


def with_lost_hyphens(assembled: Assembled) -> Assembled:
    """The same text with its lost hyphens, each written down as a repair; every span moves along."""
    places = sorted({*_suspended(assembled.text), *_abbreviations(assembled.text), *_ages(assembled.text)})
    if not places:
        return assembled

    def moved(span: Span) -> Span:
        return (span[0] + bisect_right(places, span[0]), span[1] + bisect_right(places, span[1] - 1))

    bounds = [0, *places, len(assembled.text)]
    text = "-".join(assembled.text[a:b] for a, b in pairwise(bounds))
    added = [Repair((at + i, at + i + 1), "", "lost_hyphen") for i, at in enumerate(places)]
    kept = [replace(repair, span=moved(repair.span)) for repair in assembled.repairs]
    return replace(
        assembled,
        text=text,
        pages=tuple(replace(page, span=moved(page.span)) for page in assembled.pages),
        blocks=tuple(replace(block, span=moved(block.span)) for block in assembled.blocks),
        repairs=tuple(sorted([*kept, *added], key=lambda repair: repair.span)),
        cells=tuple(replace(cell, span=moved(cell.span)) for cell in assembled.cells),
        word_boxes=tuple(box._replace(span=moved(box.span)) for box in assembled.word_boxes),
    )


def _suspended(text: str) -> Iterator[int]:
    """After a first part that never stands alone, where the second word is a compound that gives it its head."""
    for match in _SUSPENDED.finditer(text):
        if is_linking(match[1]) and _is_compound(match[2]):
            yield match.end(1)


def _is_compound(word: str) -> bool:
    """Two parts or more, the last of them a word of its own and no genitive."""
    for cut in range(3, len(word) - SHORTEST_HEAD + 1):
        first, head = word[:cut], word[cut:]
        if (is_stem(head) or (is_simple_word(head) and head[-1] != "s")) and (is_word(first) or is_linking(first)):
            return True
    return False


def _abbreviations(text: str) -> Iterator[int]:
    for match in _ABBREVIATION.finditer(text):
        last = match[1][-1]
        if len(match[1]) > 2 and last.isalpha() and is_word(last + match[2]):
            yield match.end(1) - 1  # "EUKommissionen": the last capital begins the word
        elif is_word(match[2]):
            yield match.end(1)


def _ages(text: str) -> Iterator[int]:
    for match in _AGE.finditer(text):
        yield match.end()
