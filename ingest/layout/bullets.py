"""Bullets that are drawn and not written: small marks of one kind that stand left of lines."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ingest.document import Shape
from ingest.layout.model import Line

LARGEST: Final = 0.65
"""Of the line's size: a larger mark is a legend's colour or an icon."""
BEFORE: Final = 2.2
"""Of the line's size: from a mark to its line."""


def drawn_bullets(lines: Sequence[Line], shapes: Sequence[Shape]) -> frozenset[int]:
    """Ids of the lines that begin with a drawn mark; two of one look at least under each other make a list."""
    marks = [s for s in shapes if s.kind in ("box", "round") and 1 < s.x1 - s.x0 < 8 and 1 < s.y1 - s.y0 < 8]
    if len(marks) < 2:
        return frozenset()
    lists: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for mark in marks:
        for line in lines:
            if _begins(mark, line):
                lists[mark.fill, round(mark.x0), round(mark.x1 - mark.x0)].add(id(line))
    return frozenset(line for found in lists.values() if len(found) >= 2 for line in found)


def _begins(mark: Shape, line: Line) -> bool:
    """Whether a mark stands right before a line, level with its letters."""
    size = line.size
    level = line.y0 < (mark.y0 + mark.y1) / 2 < line.y1 and mark.y1 - mark.y0 < LARGEST * size
    return level and -0.5 < line.x0 - mark.x1 < BEFORE * size
