"""Bars and columns: value ↔ bar by place, name by alignment, series by the bar's colour or the head over its side."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from statistics import median
from typing import Final, Literal, TypeAlias

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft
from ingest.figures.legends import Entry, legend_for
from ingest.figures.panel import heading_above, unit_note

UNKNOWN_SERIES = "det fremgår ikke sikkert, hvilken serie søjlen hører til"
UNKNOWN_NAME = "det fremgår ikke sikkert, hvilken betegnelse søjlen hører til"
Way: TypeAlias = Literal["up", "right", "left"]
WAYS: Final[tuple[Way, ...]] = ("right", "up", "left")
FAR: Final = 130.0
"""Points from the foot of columns down to names that stand on a line of their own."""
Matched: TypeAlias = list[tuple[Shape, Cell]]


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
            matched = _match(bars, free, way, tracks if way == "right" else {})
            if len(matched) >= 2 and _differ(matched, way):
                charts.append((way, matched))
                done |= {id(part) for pair in matched for part in pair}
    drafts: list[Draft] = []
    for way, matched in charts:
        beside = next((m for w, m in charts if "up" not in (w, way) and _level(m, matched)), None)
        drafts += _name(matched, beside, every, legends, way)
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
    plain = [s for s in shapes if s.fill and (not holds_text(s, cells) or (way == "right" and _own_name(s, cells)))]
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
    return [part for g in groups for part in _cut(g, way) if len(part) >= 2 and not _marks(part)]


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


def holds_text(shape: Shape, cells: Sequence[Cell]) -> bool:
    box = box_of(shape)
    return any(box.holds(c.box) and not (c.is_value or c.is_unit) for c in cells)


def _own_name(shape: Shape, cells: Sequence[Cell]) -> Cell | None:
    """The one text of one line that a thin bar holds."""
    box = box_of(shape)
    inside = [c for c in cells if box.holds(c.box) and not (c.is_value or c.is_unit)]
    thin = bool(inside) and box.height < 3 * inside[0].size < box.width
    return inside[0] if thin and len(inside) == 1 and inside[0].lines == 1 else None


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
    bars: Sequence[Shape], values: Sequence[Cell], way: Way, tracks: dict[tuple[int, int, int], float]
) -> Matched:
    """Each bar with the value at its end, at the end of its track, or in it; a value goes to its nearest bar only."""
    pairs = []
    for bar in bars:
        long = Box(bar.x0, bar.y0, tracks.get(_foot(bar), bar.x1), bar.y1)
        pairs += [(cost, bar, value) for value in values if (cost := _cost(long, value, way)) is not None]
    matched: Matched = []
    for _, bar, value in sorted(pairs, key=lambda p: p[0]):
        if all(bar is not b and value is not v for b, v in matched):
            matched.append((bar, value))
    return matched


def _cost(bar: Box, value: Cell, way: Way) -> float | None:
    """How far a value stands from a bar's end; None where it stands neither there nor in the bar."""
    v = value.box
    if way == "up":
        near = abs(v.cx - bar.cx) <= max(bar.width, v.width) / 2 and bar.y0 - 1.6 * value.size <= v.y1 <= bar.y1 + 1
        return abs(v.cx - bar.cx) + max(0.0, bar.y0 - v.y1) if near else None
    if abs(v.cy - bar.cy) > max(bar.height, v.height) / 2:
        return None
    if way == "right":
        near = bar.x0 - 1 <= v.x0 <= bar.x1 + 2.5 * value.size
        return abs(v.cy - bar.cy) + max(0.0, v.x0 - bar.x1) if near else None
    near = bar.x0 - 2.5 * value.size <= v.x1 <= bar.x1 + 1
    return abs(v.cy - bar.cy) + max(0.0, bar.x0 - v.x1) if near else None


def _level(a: Matched, b: Matched) -> bool:
    """Whether two sets of bars stand beside each other, as in a pyramid of ages or the columns of a table."""
    one, two = (union(box_of(bar) for bar, _ in m) for m in (a, b))
    return a is not b and abs(one.y0 - two.y0) < 4 and abs(one.y1 - two.y1) < 4


# --- names ---


def _name(
    matched: Matched, beside: Matched | None, cells: Sequence[Cell], legends: Sequence[Sequence[Entry]], way: Way
) -> list[Draft]:
    feet = union(box_of(bar) for bar, _ in matched)
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    legend = legend_for(feet, {bar.fill or "" for bar, _ in matched}, legends)
    texts = [c for c in texts if not any(c is e.name for block in legends for e in block)]
    names = _names_at(feet, texts, matched, way)
    if not names and beside is not None:
        opposite: Way = "right" if way == "left" else "left"
        names = _names_at(union(box_of(bar) for bar, _ in beside), texts, beside, opposite)
    several = len({bar.fill for bar, _ in matched}) > 1
    area = union([feet, *(v.box for _, v in matched), *(c.box for c in names)])
    top = union([area, *(c.box for c in legend.names.values() if area.distance(c.box) < 40)])
    side = heading_above(feet, texts, names, 0, 40) if beside is not None else None
    if side is not None and beside is not None:
        top = union([top, side.box, *(box_of(b) for b, _ in beside)])
    used = [*names, side] if side is not None else names
    others = [] if beside is None else [heading_above(union(box_of(b) for b, _ in beside), texts, used, 0, 40)]
    heading = heading_above(
        top, texts, [*used, *(c for c in others if c is not None)], min((c.size for c in names), default=0), 60
    )
    note, unit = unit_note(area, texts, heading)
    drafts: list[Draft] = []
    for bar, value in matched:
        name, sure = _nearest_name(box_of(bar), names, matched, way)
        series = legend.names.get(bar.fill or "") if several else side
        reason = None if sure else UNKNOWN_NAME
        if several and (series is None or not legend.sure) and _crowded(name, matched, names, way):
            reason = UNKNOWN_SERIES
        drafts.append(
            Draft(
                value,
                name.text if name else "",
                (name,) if name else (),
                unit if value.number and not value.number.unit else "",
                group=heading.text if heading else "",
                series=series.text if series else "",
                context=tuple(c for c in (heading, series, note) if c is not None),
                reason=reason,
            )
        )
    return drafts


def _names_at(feet: Box, texts: Sequence[Cell], matched: Matched, way: Way) -> list[Cell]:
    """The category names along the foot of the bars: under columns; at the foot's side of bars, or over each bar."""
    if way == "up":
        under = [c for c in texts if -2 <= c.box.y0 - feet.y1 < 3 * c.size and feet.x0 - 20 <= c.box.cx <= feet.x1 + 20]
        first = min((c.box.y0 for c in under), default=0.0)
        under = [c for c in under if c.box.y0 - first < c.size]
        return under or _below_all(feet, texts, matched)
    held = [_own_name(b, texts) for b, _ in matched]
    if all(held):
        return [c for c in held if c is not None]
    level = [c for c in texts if feet.y0 - 4 <= c.box.cy <= feet.y1 + 4]
    if way == "right":
        level = [c for c in level if c.box.x1 <= feet.x0 + 2 and feet.x0 - c.box.x1 < 120]
    else:
        level = [c for c in level if c.box.x0 >= feet.x1 - 2 and c.box.x0 - feet.x1 < 120]
        level = [c for c in level if c.box.x0 - min(n.box.x0 for n in level) < 60]
    if len(level) >= 2:
        return level
    if way == "left":
        return []
    far = [
        [c for c in texts if c.box.x1 <= feet.x0 and abs(c.box.cy - box_of(b).cy) < box_of(b).height / 2 + 2]
        for b, _ in matched
    ]
    if all(len(own) == 1 for own in far) and len({id(own[0]) for own in far}) == len(far):
        return [own[0] for own in far]
    return [
        c
        for c in texts
        if abs(c.box.x0 - feet.x0) < 6 and any(0 <= box_of(b).y0 - c.box.y1 + 3 < c.size + 3 for b, _ in matched)
    ]


def _below_all(feet: Box, texts: Sequence[Cell], matched: Matched) -> list[Cell]:
    """Names on one line farther below, one in the middle under each bar, as where bars point down too."""
    found = []
    for bar, _ in matched:
        own = [c for c in texts if 0 < c.box.y0 - feet.y1 < FAR and abs(c.box.cx - box_of(bar).cx) < 6]
        found += own if len(own) == 1 else []
    level = found and max(c.box.y0 for c in found) - min(c.box.y0 for c in found) < 2
    return found if level and len(found) == len(matched) else []


def _nearest_name(bar: Box, names: Sequence[Cell], matched: Matched, way: Way) -> tuple[Cell | None, bool]:
    """The name nearest along the foot; sure when the next one is clearly farther."""
    held = [c for c in names if bar.holds(c.box)]
    if len(held) == 1:
        return held[0], True
    over = [c for c in names if c.box.y1 <= bar.y0 + 3]
    if way == "right" and over and all(c.box.x1 > bar.x0 + 2 for c in names):
        return max(over, key=lambda c: c.box.y1), True
    along: Callable[[Box], float] = (lambda b: b.cx) if way == "up" else (lambda b: b.cy)
    ranked = sorted(names, key=lambda c: abs(along(c.box) - along(bar)))
    if not ranked:
        return None, False
    best = abs(along(ranked[0].box) - along(bar))
    if len(ranked) == 1:
        return ranked[0], len({along(box_of(b)) for b, _ in matched}) <= 2
    return ranked[0], best < 0.75 * abs(along(ranked[1].box) - along(bar))


def _crowded(name: Cell | None, matched: Matched, names: Sequence[Cell], way: Way) -> bool:
    """Whether a name has more than one bar, so that colours tell series (and not just every bar its own colour)."""
    return sum(_nearest_name(box_of(b), names, matched, way)[0] is name for b, _ in matched) > 1
