"""Names of columns on two levels: places or years right under the columns, again and again, and the class of each group once under them."""  # noqa: E501

from collections.abc import Sequence
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Cell, box_of, union

BELOW: Final = 2.2
"""Font sizes from the first level down to the second."""
MIDDLE: Final = 0.2
"""Of a group's width: how far its name may stand from its middle."""


def second_level(
    matched: Sequence[tuple[Shape, Cell]], names: Sequence[Cell], texts: Sequence[Cell]
) -> dict[int, Cell]:
    """The class of each column by its id; nothing unless the first level repeats itself under every class."""
    said = [n.text for n in sorted(names, key=lambda n: n.box.cx)]
    step = len(set(said))
    if step < 2 or len(said) != len(matched) or len(said) < 2 * step or said != said[:step] * (len(said) // step):
        return {}
    bars = [bar for bar, _ in sorted(matched, key=lambda m: m[0].x0)]
    groups = [bars[i : i + step] for i in range(0, len(bars), step)]
    floor = max(n.box.y1 for n in names)
    low = [t for t in texts if -2 <= t.box.y0 - floor < BELOW * t.size and not any(t is n for n in names)]
    given: dict[int, Cell] = {}
    for group in groups:
        whole = union(box_of(b) for b in group)
        own = [t for t in low if abs(t.box.cx - whole.cx) < MIDDLE * whole.width]
        if len(own) != 1:
            return {}
        given |= {id(b): own[0] for b in group}
    return given if len({id(t) for t in given.values()}) == len(groups) else {}
