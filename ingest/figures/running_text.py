"""Whether a page is running text: then nothing on it is a tile, a table or a chart, and no geometry need be weighed."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.document import Document, Shape, Span, WordBox
from ingest.figures.leaders import is_leader
from ingest.numbers import LONGEST, read_number

MOST_WORDS: Final = 9
"""A shorter run may be a name and its number in one."""
SURE_GAP: Final = 0.4
SURE_BREAK: Final = 0.78
"""Font sizes: words no farther apart stand in one run, words farther apart in two, whatever else is on their line."""
SAME_LINE: Final = 0.25
"""Font sizes: base lines farther apart are two."""
TALLEST: Final = 1.15
"""Of its font size: how high an upright word without a mark is, where a program guessed the box."""
_DIGIT: Final = re.compile(r"[0-9½¼¾]")


def short_runs(
    document: Document, words: Sequence[WordBox], shapes: Sequence[Shape], every: Sequence[WordBox]
) -> list[Sequence[WordBox]] | None:
    """The runs of words with a number that may be a value, `every` word of the page around them; None where telling them takes a closer look."""  # noqa: E501
    text = document.text
    spaces: dict[int, tuple[WordBox, float]] | None = None
    walls = [(s.y0, s.y1, s.x0, s.x1) for s in shapes]
    found: list[Sequence[WordBox]] = []
    start = 0
    for at, word in enumerate(words):
        if at + 1 < len(words):
            together = _together(word, words[at + 1], walls)
            if together is None:
                spaces = _spaces(every) if spaces is None else spaces
                together = _as_set(document, word, words[at + 1], walls, spaces)
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


def _spaces(words: Sequence[WordBox]) -> dict[int, tuple[WordBox, float]]:
    """By word, what stands next on its line and the line's narrowest space; only of lines in one size, apart from the others."""  # noqa: E501
    levels: dict[float, list[WordBox]] = defaultdict(list)
    for word in words:
        levels[word.y1].append(word)
    near = SAME_LINE * max(word.size for word in words)
    high = sorted(levels)
    close = {level for pair in pairwise(high) if pair[1] - pair[0] < near for level in pair}
    found: dict[int, tuple[WordBox, float]] = {}
    for level, line in levels.items():
        if level in close or len({word.size for word in line}) > 1:
            continue
        line.sort(key=lambda w: w.x0)
        space = min((b.x0 - a.x1 for a, b in pairwise(line) if b.x0 > a.x1), default=0.0)
        found |= {id(a): (b, space) for a, b in pairwise(line)}
    return found


def _as_set(
    document: Document,
    a: WordBox,
    b: WordBox,
    walls: Sequence[tuple[float, float, float, float]],
    spaces: dict[int, tuple[WordBox, float]],
) -> bool | None:
    """The same for a gap as wide as words of a line set to both margins have, by the line's narrowest space."""
    following, space = spaces.get(id(a), (None, 0.0))
    gap, size = b.x0 - a.x1, a.size
    if following is not b or not SURE_GAP * size < gap <= SURE_BREAK * size or (walls and _walled(a, b, walls)):
        return None
    if is_leader(document.quote(a.span)) or is_leader(document.quote(b.span)):
        return None
    return gap <= gap_in_line(size, space)


def gap_in_line(size: float, space: float) -> float:
    """The widest gap within a run of words, where the narrowest of the line is `space`."""
    return min(SURE_BREAK * size, max(0.62 * size, 1.3 * space), max(SURE_GAP * size, 1.5 * space))


def _walled(a: WordBox, b: WordBox, walls: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether an edge of a drawn area may run between two words."""
    middle, left, right = (a.y0 + a.y1) / 2, a.x1 - 1, b.x0 + 1
    return any(y0 < middle < y1 and (left <= x0 <= right or left <= x1 <= right) for y0, y1, x0, x1 in walls)


def idle_words(document: Document, words: Sequence[WordBox]) -> tuple[list[WordBox], set[Span]]:
    """(upright words, each once; the places of the others): what is turned or printed twice is never a figure."""
    if _all_plain(words):
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


def _all_plain(words: Sequence[WordBox]) -> bool:
    """Whether all words are upright and no two stand in one place, as on most pages; told without a call for each."""
    places: set[tuple[int, int]] = set()
    for _, _, x0, y0, x1, y1, size, angle in words:
        if angle or (y1 - y0 > TALLEST * size > 0 and y1 - y0 > x1 - x0):
            return False
        places.add((round(x0), round(y0)))
    return len(places) == len(words)


def is_turned(word: WordBox) -> bool:
    """Whether a word is known to stand turned; a raised mark of a note makes an upright one higher than its font size."""  # noqa: E501
    high = word.y1 - word.y0 > TALLEST * word.size > 0 and word.y1 - word.y0 > word.x1 - word.x0
    return bool(word.angle) or high
