"""Charts of circles on stems: a stem with the circle at its end is a bar, its value in the circle or beyond it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, box_of

THIN: Final = 6.0
"""Points: the thickest stem."""
SLIM: Final = 3.0
"""How many times longer than thick a stem is."""
FOOT: Final = 1.5
"""Points that the feet of one chart's stems may differ."""


def with_lollipops(shapes: Sequence[Shape], lines: Sequence[Shape]) -> list[Shape]:
    """The areas, each circle at the end of a stem made one bar with it where two such at least rise from one line."""
    heads = [s for s in shapes if s.kind == "round" and _even(box_of(s))]
    if len(heads) < 2:
        return list(shapes)
    stems = [s for s in {id(s): s for s in (*shapes, *lines)}.values() if _is_stem(box_of(s))]
    bars: dict[int, Shape] = {}
    used: set[int] = set()
    for stem in stems:
        at_ends = [h for h in heads if _at_end(box_of(stem), box_of(h))]
        if len(at_ends) == 1:
            bars[id(at_ends[0])] = _bar(box_of(stem), at_ends[0])
            used.add(id(stem))
    rows = {key for key, bar in bars.items() if sum(_one_foot(bar, other) for other in bars.values()) > 1}
    if not rows:
        return list(shapes)
    return [bars[id(s)] if id(s) in rows else s for s in shapes if id(s) not in used]


def _even(box: Box) -> bool:
    return abs(box.width - box.height) < 0.15 * box.height


def _is_stem(box: Box) -> bool:
    thick, long = sorted((box.width, box.height))
    return thick <= THIN and long > SLIM * max(1.0, thick)


def _at_end(stem: Box, head: Box) -> bool:
    """Whether a circle sits on the far end of a stem: right of a level one, atop an upright one."""
    if stem.width > stem.height:
        return abs(stem.cy - head.cy) < 2 and stem.x0 < head.x0 - 2 and head.x0 - 1 <= stem.x1 <= head.x1 + 1
    return abs(stem.cx - head.cx) < 2 and stem.y1 > head.y1 + 2 and head.y0 - 1 <= stem.y0 <= head.y1 + 1


def _bar(stem: Box, head: Shape) -> Shape:
    if stem.width > stem.height:
        return replace(head, kind="box", x0=stem.x0)
    return replace(head, kind="box", y1=stem.y1)


def _one_foot(a: Shape, b: Shape) -> bool:
    level = abs(a.x0 - b.x0) < FOOT and a.x1 - a.x0 > a.y1 - a.y0
    return level or abs(a.y1 - b.y1) < FOOT
