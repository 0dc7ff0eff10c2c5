"""Whether a page is running text: then nothing on it is a tile, a table or a chart, and no geometry need be weighed."""

import re
from collections.abc import Sequence
from typing import Final

from ingest.document import Document, Shape, Span, WordBox
from ingest.numbers import LONGEST, read_number

MOST_WORDS: Final = 9
"""A shorter run may be a name and its number in one."""
SURE_GAP: Final = 0.4
SURE_BREAK: Final = 0.78
"""Font sizes: words no farther apart stand in one run, words farther apart in two, whatever else is on their line."""
TALLEST: Final = 1.15
"""Of its font size: how high an upright word without a mark is, where a program guessed the box."""
_DIGIT: Final = re.compile(r"[0-9½¼¾]")


def short_runs(document: Document, words: Sequence[WordBox], shapes: Sequence[Shape]) -> list[Sequence[WordBox]] | None:
    """The runs of words with a number that may be a value; None where telling them takes a closer look."""
    text = document.text
    walls = [(s.y0, s.y1, s.x0, s.x1) for s in shapes]
    found: list[Sequence[WordBox]] = []
    start = 0
    for at, word in enumerate(words):
        if at + 1 < len(words):
            together = _together(word, words[at + 1], walls)
            if together is None:
                return None
            if together:
                continue
        run, start = words[start : at + 1], at + 1
        begin, end = run[0].span[0], run[-1].span[1]
        if end - begin > LONGEST and len(run) > MOST_WORDS:
            continue
        if _DIGIT.search(text, begin, end) or read_number(document.quote(run[0].span)) is not None:
            found.append(run)
    return found


def _together(a: WordBox, b: WordBox, walls: Sequence[tuple[float, float, float, float]]) -> bool | None:
    """Whether a word stands in one run with the word after it in the text; None where that is not plain to see."""
    size = a.size
    if size != b.size or a.y1 != b.y1:
        return None if abs(a.y1 - b.y1) < max(size, b.size) * 0.3 else False
    gap = b.x0 - a.x1
    if -size < gap <= SURE_GAP * size:
        return None if walls and _walled(a, b, walls) else True
    return False if gap > SURE_BREAK * size else None


def _walled(a: WordBox, b: WordBox, walls: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether an edge of a drawn area may run between two words."""
    middle, left, right = (a.y0 + a.y1) / 2, a.x1 - 1, b.x0 + 1
    return any(y0 < middle < y1 and (left <= x0 <= right or left <= x1 <= right) for y0, y1, x0, x1 in walls)


def idle_words(document: Document, words: Sequence[WordBox]) -> tuple[list[WordBox], set[Span]]:
    """(upright words, each once; the places of the others): what is turned or printed twice is never a figure."""
    if len({(round(w.x0), round(w.y0)) for w in words}) == len(words) and not any(map(is_turned, words)):
        return [w for w in words if w.span[1] > w.span[0]], set()
    seen: set[tuple[str, int, int]] = set()
    kept: list[WordBox] = []
    idle: set[Span] = set()
    for word in words:
        key = (document.quote(word.span), round(word.x0), round(word.y0))
        if key in seen or is_turned(word):
            idle.add(word.span)
        elif word.span[1] > word.span[0]:
            kept.append(word)
        seen.add(key)
    return kept, idle


def is_turned(word: WordBox) -> bool:
    """Whether a word is known to stand turned; a raised mark of a note makes an upright one higher than its font size."""  # noqa: E501
    high = word.y1 - word.y0 > TALLEST * word.size > 0 and word.y1 - word.y0 > word.x1 - word.x0
    return bool(word.angle) or high
