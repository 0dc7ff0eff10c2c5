"""Circles strewn over a map, each with a number in it and its name level at its right: the circle that a name touches is its own."""  # noqa: E501

from collections.abc import Sequence

from ingest.document import Shape
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.figures.panel import circles, is_counted
from ingest.figures.tile_words import tile_draft

MIN_DOTS = 4
TOUCHES = 0.9
"""Of a name's size: between a circle and its name."""


def dot_drafts(cells: Sequence[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    """Drafts of the circles that have one name clearly their own; the others are left to be read by their surroundings."""  # noqa: E501
    dots = [(dot, value) for dot in circles([s for s in shapes if s.kind == "round"]) if (value := _within(dot, cells))]
    if len(dots) < MIN_DOTS or not _strewn([dot for dot, _ in dots]):
        return []
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or is_counted(c))]
    homes = [dot for dot, _ in dots]
    named = [(value, name, dot) for dot, value in dots if (name := _name(dot, texts, homes)) is not None]
    if len(named) < MIN_DOTS or 2 * len(named) < len(dots):
        return []
    return [tile_draft(v, [name, *(c for c in cells if c.is_unit and dot.holds(c.box))]) for v, name, dot in named]


def _within(dot: Box, cells: Sequence[Cell]) -> Cell | None:
    """The number in the middle of a circle that holds nothing else but its unit."""
    inside = [c for c in cells if dot.holds(c.box)]
    values = [c for c in inside if c.is_value and abs(c.box.cx - dot.cx) < 2]
    alone = all(c.is_value or c.is_unit or is_counted(c) for c in inside)
    return values[0] if alone and len(values) == 1 else None


def _strewn(dots: Sequence[Box]) -> bool:
    """Whether circles stand in no row, column or grid: two of three have neither height nor side with another in common."""  # noqa: E501
    free = sum(all(a is b or (abs(a.cx - b.cx) > 3 and abs(a.cy - b.cy) > 3) for b in dots) for a in dots)
    return 3 * free >= 2 * len(dots)


def _name(dot: Box, texts: Sequence[Cell], dots: Sequence[Box]) -> Cell | None:
    """The one text that touches a circle at its right, where no other circle is about as near to the text."""
    right = [t for t in texts if -1 <= t.box.x0 - dot.x1 < TOUCHES * t.size and dot.y0 < t.box.cy < dot.y1]
    if len(right) != 1 or abs(right[0].box.cy - dot.cy) > 0.6 * right[0].size:
        return None
    name = right[0]
    gap = max(1.0, dot.distance(name.box))
    return name if all(d is dot or d.distance(name.box) > 2 * gap for d in dots) else None
