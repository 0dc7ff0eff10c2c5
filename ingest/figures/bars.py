"""Bars and columns: value ↔ bar by place, name by alignment, series by the bar's colour or the head over its side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from statistics import median
from typing import Final

from ingest.document import Shape
from ingest.figures.bar_names import UNKNOWN_SERIES, Matched, Way, name_bars, names_of, own_name, unit_under
from ingest.figures.bar_sides import charts_beside
from ingest.figures.bar_zeros import zero_columns
from ingest.figures.cells import SLACK, Box, Cell, box_of, union
from ingest.figures.draft import Draft
from ingest.figures.legends import Entry

WAYS: Final[tuple[Way, ...]] = ("right", "up", "left")


def bar_drafts(
    cells: Sequence[Cell], every: Sequence[Cell], shapes: Sequence[Shape], legends: Sequence[Sequence[Entry]]
) -> list[Draft]:
    """Drafts of every set of bars that rise from one line; `cells` are those whose values are still free."""
    charts: list[tuple[Way, Matched]] = []
    done: set[int] = set()
    tracks = _tracks(shapes)
    for way in WAYS:
        for bars in _aligned([s for s in shapes if id(s) not in done], every, way):
            free = [c for c in cells if c.is_value and id(c) not in done]
            matched = _match(bars, free, way, tracks if way == "right" else {}, every)
            if len(matched) >= 2 and _differ(matched, way) and not all(_in_disc(b, v) for b, v in matched):
                matched += zero_columns(matched, free, every) if way == "up" else []
                charts.append((way, matched))
                done |= {id(part) for pair in matched for part in pair}
    drafts: list[Draft] = []
    names = [names_of(matched, every, legends, way) for way, matched in charts]
    for i, (way, matched) in enumerate(charts):
        beside = [k for k, (w, m) in enumerate(charts) if "up" not in (w, way) and _level(m, matched)]
        pairs = [k for k in beside if not _both_named(names[i], names[k])]
        apart = {id(c) for k, own in enumerate(names) if k not in (i, *pairs) and len(own) > 1 for c in own}
        apart -= {id(c) for k in (i, *pairs) for c in names[k]}
        free = [c for c in every if id(c) not in apart]
        drafts += name_bars(matched, charts[pairs[0]][1] if pairs else None, free, legends, way)
    return _with_series(drafts)


def _with_series(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where one name has bars in several series, a bar without series is uncertain."""
    told = {id(c) for d in drafts if d.series for c in d.words}
    return [
        replace(d, reason=d.reason or UNKNOWN_SERIES) if not d.series and any(id(c) in told for c in d.words) else d
        for d in drafts
    ]


def _aligned(shapes: Sequence[Shape], cells: Sequence[Cell], way: Way) -> list[list[Shape]]:
    """Sets of bars that rise from one line, cut where the distance between neighbours jumps."""
    plain = [s for s in shapes if s.fill and (not holds_text(s, cells) or (way == "right" and own_name(s, cells)))]
    tracks = _tracks(plain) if way == "right" else {}
    plain = [s for s in plain if box_of(s).width > 1 and box_of(s).height > 1 and tracks.get(_foot(s)) != s.x1]
    groups: list[list[Shape]] = []
    for shape in sorted(plain, key=lambda s: (s.x0, s.y0)):
        for group in groups:
            if _same_foot(group[0], shape, way):
                group.append(shape)
                break
        else:
            groups.append([shape])
    parts = [part for g in groups for part in _cut(g, way) if len(part) >= 2]
    parts = [own for part in parts for own in charts_beside(part, cells)] if way == "up" else parts
    return [part for part in parts if not _marks(part)]


def _cut(group: list[Shape], way: Way) -> list[list[Shape]]:
    start: Callable[[Shape], float] = (lambda s: s.x0) if way == "up" else (lambda s: s.y0)
    end: Callable[[Shape], float] = (lambda s: s.x1) if way == "up" else (lambda s: s.y1)
    ordered = sorted(group, key=start)
    gaps = [start(b) - end(a) for a, b in pairwise(ordered)]
    thick = median(end(s) - start(s) for s in ordered)
    usual = sorted(gaps)[(3 * len(gaps)) // 4] if gaps else 0.0
    parts = [[ordered[0]]]
    for (_, shape), gap in zip(pairwise(ordered), gaps, strict=True):
        if gap > 1.2 * thick and gap > 1.8 * max(usual if len(gaps) > 2 else gap, 1.0):
            parts.append([])
        parts[-1].append(shape)
    return parts


def _differ(matched: Matched, way: Way) -> bool:
    """Bars of one length for unequal values are tiles or circles in a row, not a chart."""
    lengths = [box_of(b).height if way == "up" else box_of(b).width for b, _ in matched]
    values = [float(v.number.value) for _, v in matched if v.number]
    if len(set(values)) == 1:
        return max(lengths) > 1.03 * min(lengths) or not any(box_of(b).holds(v.box) for b, v in matched)
    return max(lengths) > 1.03 * min(lengths) and in_order(lengths, values)


def _in_disc(shape: Shape, value: Cell) -> bool:
    """Whether an area is as wide as high with the value in its middle: a circle on a map or in a row, no bar."""
    box = box_of(shape)
    middle = abs(box.cx - value.box.cx) < 2 and abs(box.cy - value.box.cy) < 0.15 * box.height
    return shape.kind == "round" and abs(box.width - box.height) < 0.15 * box.height and middle


def holds_text(shape: Shape, cells: Sequence[Cell]) -> bool:
    box = box_of(shape)
    top = box.y0 - SLACK
    return any(not (c.is_value or c.is_unit) and c.box.y0 >= top and box.holds(c.box) for c in cells)


def in_order(lengths: Sequence[float], values: Sequence[float]) -> bool:
    """Whether longer areas stand for larger values: else they are no bars, but cells or tiles of a design."""
    pairs = [
        (a, b)
        for a, b in combinations(zip(values, lengths, strict=True), 2)
        if abs(a[0] - b[0]) > 0.1 * max(abs(a[0]), abs(b[0]))
    ]
    against = sum((a[0] - b[0]) * (a[1] - b[1]) <= 0 for a, b in pairs)
    return against <= 0.1 * len(pairs)


def _same_foot(a: Shape, b: Shape, way: Way) -> bool:
    if way == "up":
        foot, thick = abs(a.y1 - b.y1), (a.x1 - a.x0) / (b.x1 - b.x0)
        apart = a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1
    else:
        foot, thick = abs(a.x0 - b.x0) if way == "right" else abs(a.x1 - b.x1), (a.y1 - a.y0) / (b.y1 - b.y0)
        apart = a.y1 <= b.y0 + 1 or b.y1 <= a.y0 + 1
    return foot < 1.5 and 0.6 < thick < 1.7 and apart


def _marks(group: Sequence[Shape]) -> bool:
    """Equal little squares are the marks of a legend, not bars."""
    sides = {(round(s.x1 - s.x0), round(s.y1 - s.y0)) for s in group}
    return len(sides) == 1 and max(next(iter(sides))) <= 14


def _foot(shape: Shape) -> tuple[int, int, int]:
    return round(shape.x0), round(shape.y0), round(shape.y1)


def _tracks(shapes: Sequence[Shape]) -> dict[tuple[int, int, int], float]:
    """Where the pale ground of a bar ends, by the bar's foot: the value may stand there."""
    ends: dict[tuple[int, int, int], set[float]] = {}
    for shape in shapes:
        ends.setdefault(_foot(shape), set()).add(shape.x1)
    return {foot: max(x1) for foot, x1 in ends.items() if len(x1) == 2}


def _match(
    bars: Sequence[Shape],
    values: Sequence[Cell],
    way: Way,
    tracks: dict[tuple[int, int, int], float],
    every: Sequence[Cell],
) -> Matched:
    """Each bar with the value at its end, at the end of its track, or in it; a value goes to its nearest bar only."""
    pairs = []
    reach = {id(v): union([v.box, unit.box]) if (unit := unit_under(v, every)) else v.box for v in values}
    for bar in bars:
        long = Box(bar.x0, bar.y0, tracks.get(_foot(bar), bar.x1), bar.y1)
        pairs += [
            (cost, bar, value)
            for value in values
            if (cost := _cost(long, value.size, reach[id(value)], way)) is not None
        ]
    matched: Matched = []
    for _, bar, value in sorted(pairs, key=lambda p: p[0]):
        if all(bar is not b and value is not v for b, v in matched):
            matched.append((bar, value))
    return matched


def _cost(bar: Box, size: float, v: Box, way: Way) -> float | None:
    """How far a value stands from a bar's end; None where it stands neither there nor in the bar."""
    if way == "up":
        near = abs(v.cx - bar.cx) <= max(bar.width, v.width) / 2 and bar.y0 - 1.6 * size <= v.y1 <= bar.y1 + 1
        return abs(v.cx - bar.cx) + max(0.0, bar.y0 - v.y1) if near else None
    if abs(v.cy - bar.cy) > max(bar.height, v.height) / 2:
        return None
    if way == "right":
        near = bar.x0 - 1 <= v.x0 <= bar.x1 + 2.5 * size
        return abs(v.cy - bar.cy) + max(0.0, v.x0 - bar.x1) if near else None
    near = bar.x0 - 2.5 * size <= v.x1 <= bar.x1 + 1
    return abs(v.cy - bar.cy) + max(0.0, bar.x0 - v.x1) if near else None


def _both_named(a: Sequence[Cell], b: Sequence[Cell]) -> bool:
    """Whether each of two sets of bars has names of its own: then they are two charts."""
    return min(len(a), len(b)) > 1 and not {id(c) for c in a} & {id(c) for c in b}


def _level(a: Matched, b: Matched) -> bool:
    """Whether two sets of bars stand beside each other, as in a pyramid of ages or the columns of a table."""
    one, two = (union(box_of(bar) for bar, _ in m) for m in (a, b))
    return a is not b and abs(one.y0 - two.y0) < 4 and abs(one.y1 - two.y1) < 4
