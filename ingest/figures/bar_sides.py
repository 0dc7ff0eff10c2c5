"""Headings over columns: of two charts on one line each tells where the first ends; of one it may stand far over low columns."""  # noqa: E501

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, asserts, box_of, union
from ingest.figures.panel import heading_above

REACH: Final = 90.0
"""Points from a heading down to the highest column."""
FAR: Final = 140.0
"""Points from a heading down to a chart whose highest column is low."""
FLUSH: Final = 3.0
"""Points that a heading may begin inside its first column."""


def charts_beside(bars: Sequence[Shape], cells: Sequence[Cell]) -> list[list[Shape]]:
    """The columns of each chart, cut where the next heading of a row of headings begins or the parts stand centred under theirs."""  # noqa: E501
    ordered = sorted(bars, key=lambda s: s.x0)
    cuts = {
        cut
        for left, right in pairwise(_headings(ordered, cells))
        if (cut := _cut_between(left, right, ordered)) is not None
    }
    ends = [0, *sorted(cuts), len(ordered)]
    parts = [ordered[a:b] for a, b in pairwise(ends)]
    return parts if all(len(part) >= 2 for part in parts) else [ordered]


def far_heading(area: Box, cells: Sequence[Cell], used: Sequence[Cell], body: float) -> Cell | None:
    """The heading far over a chart, flush with it or over its middle, where nothing but its own note stands between."""
    texts = [c for c in cells if not c.is_value]
    head = heading_above(area, texts, used, body, FAR)
    if head is None or head.size < 1.08 * body:
        return None
    flush = abs(head.box.x0 - area.x0) < 40 or abs(head.box.cx - area.cx) < 2 * FLUSH
    inside = [c for c in cells if c is not head and head.box.y0 < c.box.cy < area.y0]
    between = [c for c in inside if c.box.x0 < area.x1 and c.box.x1 > min(area.x0, head.box.x0)]
    return head if flush and all(_under(c, head) for c in between) else None


def _under(note: Cell, head: Cell) -> bool:
    """Whether a text is the line in small print right under a heading."""
    near = -0.3 * head.size < note.box.y0 - head.box.y1 < 2 * note.size
    return near and abs(note.box.x0 - head.box.x0) < 12 and note.size < head.size and not note.is_value


def _headings(bars: Sequence[Shape], cells: Sequence[Cell]) -> list[Cell]:
    """The texts of one print on one line over the columns, set larger than the names along their foot."""
    area = union(box_of(bar) for bar in bars)
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or c.note)]
    names = [c for c in texts if -2 <= c.box.y0 - area.y1 < 3 * c.size and area.x0 - 20 <= c.box.cx <= area.x1 + 20]
    if not names:
        return []
    large = 1.08 * min(c.size for c in names)
    over = [c for c in texts if -2 <= area.y0 - c.box.y1 < REACH and c.size >= large and not asserts(c.text)]
    rows = [[c for c in over if _alike(c, first)] for first in over]
    most = max((len(row) for row in rows), default=0)
    return next((sorted(row, key=lambda c: c.box.x0) for row in rows if len(row) == most), [])


def _alike(a: Cell, b: Cell) -> bool:
    return abs(a.box.y0 - b.box.y0) < 2 and abs(a.size - b.size) < 0.3


def _cut_between(left: Cell, right: Cell, bars: Sequence[Shape]) -> int | None:
    """How many columns stand before the right heading's chart; None where the place does not tell."""
    for i, (a, b) in enumerate(pairwise(bars), 1):
        if a.x1 - 1 <= right.box.x0 <= b.x0 + FLUSH and left.box.x0 <= a.x0 + FLUSH:
            return i
        parts = (union(map(box_of, bars[:i])), left), (union(map(box_of, bars[i:])), right)
        if all(abs(area.cx - head.box.cx) < 2 * FLUSH for area, head in parts):
            return i
    return None
