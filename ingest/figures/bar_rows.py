"""Level bars on two levels: the series said at each bar again and again, left of it or after its number, and the class over or left of each group."""  # noqa: E501

from collections.abc import Sequence
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union

REACH: Final = 120.0
"""Points from a bar's foot to what stands left of it."""
FLUSH: Final = 6.0
"""Points that a class may begin beside the series under it, or beside the bars."""


def level_rows(matched: Sequence[tuple[Shape, Cell]], texts: Sequence[Cell]) -> dict[int, tuple[Cell, Cell]]:
    """The class and series of each bar by its id; nothing unless the series repeat themselves under every class."""
    rows = sorted(matched, key=lambda m: m[0].y0)
    for said in (_before, _after):
        series = [said(box_of(bar), value, texts) for bar, value in rows]
        inner = [c for c in series if c is not None]
        words = [c.text for c in inner]
        step = len(set(words))
        whole = len(inner) == len(rows) == len({id(c) for c in inner}) and 2 <= step <= len(rows) // 2
        if not whole or words != words[:step] * (len(words) // step):
            continue
        found: dict[int, tuple[Cell, Cell]] = {}
        for i in range(0, len(rows), step):
            own = _class(rows[i : i + step], inner[i : i + step], texts)
            if own is not None:
                found |= {id(rows[i + k][0]): (own, inner[i + k]) for k in range(step)}
        if len(found) == len(rows) and len({id(c) for c, _ in found.values()}) == len(rows) // step:
            return found
    return {}


def _before(bar: Box, value: Cell, texts: Sequence[Cell]) -> Cell | None:
    """The nearest text left of a bar, level with it."""
    level = [t for t in texts if _level(t, bar) and t.box.x1 <= bar.x0 + 2 and bar.x0 - t.box.x1 < REACH]
    return max(level, key=lambda t: t.box.x1, default=None)


def _after(bar: Box, value: Cell, texts: Sequence[Cell]) -> Cell | None:
    """The text right after a bar's number."""
    level = [t for t in texts if _level(t, bar) and -1 < t.box.x0 - value.box.x1 < 1.5 * value.size]
    return min(level, key=lambda t: t.box.x0, default=None)


def _level(text: Cell, bar: Box) -> bool:
    return text.lines == 1 and abs(text.box.cy - bar.cy) < max(bar.height, text.size) / 2


def _class(group: Sequence[tuple[Shape, Cell]], inner: Sequence[Cell], texts: Sequence[Cell]) -> Cell | None:
    """The one text right over a group, or left of it and in its middle."""
    bars = union(box_of(bar) for bar, _ in group)
    names = union(c.box for c in inner)
    free = [t for t in texts if not any(t is c for c in inner)]
    edges = (bars.x0, min(bars.x0, names.x0))
    top = min(bars.y0, names.y0)
    over = [t for t in free if any(abs(t.box.x0 - e) < FLUSH for e in edges) and -4 < top - t.box.y1 < t.size]
    left = [t for t in free if t.box.x1 < edges[1] and abs(t.box.cy - bars.cy) < 0.2 * bars.height + 2]
    found = over or [t for t in left if edges[1] - t.box.x1 < REACH]
    return found[0] if len(found) == 1 else None
