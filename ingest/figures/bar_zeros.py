"""Columns of no height: a 0 that stands on the foot of a chart where a bar of one series would rise."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.figures.bar_names import Matched
from ingest.figures.cells import Cell, box_of, union


def zero_columns(matched: Matched, values: Sequence[Cell], cells: Sequence[Cell]) -> Matched:
    """Each such 0 with a bar of no height in the colour of the series whose place in its group it has."""
    feet = union(box_of(bar) for bar, _ in matched)
    placed = [v for _, v in matched]
    zeros = [
        v
        for v in values
        if v.number
        and v.number.value == "0"
        and not any(v is other for other in placed)
        and feet.x0 - feet.width / 2 < v.box.cx < feet.x1 + feet.width / 2
        and -0.2 * v.size < feet.y1 - v.box.y1 < 1.2 * v.size
    ]
    under = [c for c in cells if not c.is_value and -2 <= c.box.y0 - feet.y1 < 3 * c.size]
    first = min((c.box.y0 for c in under), default=0.0)
    names = sorted((c for c in under if c.box.y0 - first < c.size), key=lambda c: c.box.cx)
    if not zeros or len(names) < 2:
        return []
    step = min(b.box.cx - a.box.cx for a, b in pairwise(names))
    places: dict[str | None, list[float]] = {}
    for bar, _ in matched:
        places.setdefault(bar.fill, []).append(_off(box_of(bar).cx, names))
    found: Matched = []
    for zero in zeros:
        own = _off(zero.box.cx, names)
        fits = [fill for fill, offs in places.items() if all(abs(own - off) < 0.12 * step for off in offs)]
        if len(fits) == 1:
            bar = next(b for b, _ in matched if b.fill == fits[0])
            half = box_of(bar).width / 2
            flat = replace(bar, x0=zero.box.cx - half, x1=zero.box.cx + half, y0=feet.y1 - 0.1, y1=feet.y1)
            found.append((flat, zero))
    return found


def _off(x: float, names: Sequence[Cell]) -> float:
    """How far right of the nearest name's middle."""
    return min((x - c.box.cx for c in names), key=abs)
