"""How far a heading's part reaches to both sides, and what stands across its edges."""

from collections.abc import Sequence

from ingest.figures.cells import Box, Cell

ALIGNED = 12.0
"""Points that the left edges of a heading and of what it governs may differ."""
UNDER = 80.0
"""Points below a heading in which something of its own part stands."""
SLACK = 14.0
"""Points that something may reach over the edge of a heading's part."""
CENTRED = 4.0
"""Points that the middle of a centred heading may be off the page's middle."""


def breaks(box: Box, left: float, right: float) -> bool:
    """Whether something stands across an edge of a heading's part: there the columns end."""
    return box.x0 < left - SLACK < left + SLACK < box.x1 or box.x0 < right - SLACK < right + SLACK < box.x1


def sides(
    head: Cell, notes: Sequence[Cell], heads: Sequence[Cell], cells: Sequence[Cell], areas: Sequence[Box], home: Box
) -> tuple[float, float]:
    """How far a heading reaches to both sides: from its own left edge, or evenly where it stands centred."""
    box = head.box
    row = [c for c in heads if c is not head and abs(c.box.cy - box.cy) < head.size]
    alone = not any(abs(c.box.cy - box.cy) < head.size and c is not head for c in cells)
    if alone and abs(box.cx - home.cx) < CENTRED and box.width < 0.6 * home.width:
        return home.x0 - 1, home.x1 + 1
    under = [b for b in (*(c.box for c in cells if c not in notes), *areas) if -2 < b.y0 - box.y1 < UNDER]
    centred = not any(abs(b.x0 - box.x0) <= ALIGNED for b in under) and any(abs(b.cx - box.cx) < ALIGNED for b in under)
    by_note = any(abs(n.box.cx - box.cx) < 2 and abs(n.box.x0 - box.x0) > 3 for n in notes)
    flush = any(abs(n.box.x0 - box.x0) < 1 and abs(n.box.cx - box.cx) > 3 for n in notes)
    if by_note or (centred and not flush and not _at_margin(head, heads, cells)):
        beside = [(box.cx + c.box.cx) / 2 for c in row]
        # What stands under a heading at the left is of its column.
        beside += [b.x1 for b in under for c in row if c.box.x1 < box.x0 and b.x0 < c.box.x1 and b.x1 < box.x0]
        beside += [
            c.box.x0 - ALIGNED
            for c in heads
            if c.box.x0 > box.x1 and c.box.y0 < box.y0 and not _crossed(c.box.x0 - ALIGNED, box, cells, areas)
        ]
        left = max([home.x0 - 1, *(x for x in beside if x < box.cx)])
        return left, min([home.x1 + 1, *(x for x in beside if x > box.cx)])
    right = home.x1 + 1
    for other in heads:
        edge = other.box.x0 - ALIGNED
        if other.box.x0 > box.x1 and (
            other in row or (other.box.y0 < box.y0 and not _crossed(edge, box, cells, areas))
        ):
            right = min(right, edge)
    return box.x0 - ALIGNED, right


def _at_margin(head: Cell, heads: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether other headings, or several texts, begin on one line upright with a heading, not centred over each other."""  # noqa: E501
    flush = [c for c in cells if abs(c.box.x0 - head.box.x0) < 1 and abs(c.box.cx - head.box.cx) > 3]
    return len(flush) > 2 or any(c is h for c in flush for h in heads)


def _crossed(x: float, head: Box, cells: Sequence[Cell], areas: Sequence[Box]) -> bool:
    """Whether something right under a heading runs across a line upright at x."""
    every = (*(c.box for c in cells), *areas)
    return any(b.x0 < x < b.x1 and -2 < b.y0 - head.y1 < UNDER for b in every)


def aside(heading: Cell, area: Box, value: Cell, own: Cell | None) -> bool:
    """Whether a heading stands left of a value and of the heading that the value has, over another column."""
    if own is None or own is heading or area.x0 > heading.box.x0:
        return False
    return heading.box.x1 < min(own.box.x0, value.box.x0) - ALIGNED and own.box.x0 < value.box.x1


def stands_over(head: Box, area: Box, mark: Box) -> bool:
    """Whether a heading begins left of another, over it or in the middle of its own part: else it is of the column beside."""  # noqa: E501
    return head.x0 < mark.x1 + ALIGNED or abs(head.cx - area.cx) < ALIGNED


def stacked(a: Cell, b: Cell) -> bool:
    """Whether two headings of one size begin or are centred at one line upright."""
    return min(abs(a.box.x0 - b.box.x0), abs(a.box.cx - b.box.cx)) < 3 and abs(a.size - b.size) < 0.5


def banded(cell: Cell, bands: Sequence[Box], cells: Sequence[Cell]) -> bool:
    """Whether a text stands alone in a band that holds no value."""
    return any(
        b.holds(cell.box) and b.height < 3.5 * cell.size and sum(b.holds(c.box) for c in cells) == 1 for b in bands
    )
