"""Line charts: a value belongs to the line it stands at, its name stands under it, the line's colour or end tells its series; all must agree with one scale."""  # noqa: E501

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft, chart_draft
from ingest.figures.geometry import Point, fit, height_at
from ingest.figures.legends import Entry, legend_for
from ingest.figures.panel import heading_above, unit_note

CLEAR: Final = 0.6
"""Font sizes between two lines under which their values may be the other way round."""
UNKNOWN_LINE: Final = "det fremgår ikke sikkert, hvilken linje tallet hører til"
REACH: Final = 2.4
"""Font sizes from a value's middle to its line."""
MIN_POINTS: Final = 3
FLAT: Final = 1.0
"""Points: lines that all rise and fall by less are the rules of a table."""
KEY: Final = 30.0
"""Points from one line alone to the key that names it; it may have none, and another's stand near."""
OFF_SCALE: Final = 0.7
"""Font sizes that a value may stand off the scale of all."""


def line_drafts(
    cells: Sequence[Cell], every: Sequence[Cell], strokes: Sequence[Shape], legends: Sequence[Sequence[Entry]]
) -> list[Draft]:
    """Drafts of every value that stands at a line of a chart; those that can't be told are uncertain."""
    drafts: list[Draft] = []
    for lines in _charts(_chained(strokes), every):
        drafts += _read(lines, [c for c in cells if c.is_value], every, legends)
    return drafts


def _chained(strokes: Sequence[Shape]) -> list[Shape]:
    """Strokes that run from left to right through three points at least, pieces that meet joined."""
    pieces = [s for s in strokes if s.kind == "line" and s.fill and len(s.points) >= 2]
    pieces = [s for s in pieces if all(b[0] > a[0] for a, b in pairwise(s.points)) or all(b[0] < a[0] for a, b in pairwise(s.points))]  # fmt: skip  # noqa: E501
    runs: list[tuple[str, list[Point]]] = []
    for piece in sorted(pieces, key=lambda s: min(p[0] for p in s.points)):
        points = sorted(piece.points)
        host = next((r for r in runs if r[0] == piece.fill and _meet(r[1][-1], points[0])), None)
        if host is not None:
            host[1].extend(points[1:])
        else:
            runs.append((piece.fill or "", points))
    return [
        _line(fill, points) for fill, points in runs if len(points) >= MIN_POINTS and points[-1][0] - points[0][0] > 60
    ]


def _meet(a: Point, b: Point) -> bool:
    return abs(a[0] - b[0]) < 1 and abs(a[1] - b[1]) < 1


def _line(fill: str, points: Sequence[Point]) -> Shape:
    ys = [p[1] for p in points]
    return Shape(0, points[0][0], min(ys), points[-1][0], max(ys), fill, "line", tuple(points))


def _charts(lines: Sequence[Shape], cells: Sequence[Cell]) -> list[list[Shape]]:
    """Lines of one chart: over the same stretch, with no line of three names or more between them."""
    charts: list[list[Shape]] = []
    for line in sorted(lines, key=lambda s: s.y0):
        host = next((c for c in charts if _same(c, line, cells)), None)
        if host is None:
            charts.append([line])
        else:
            host.append(line)
    return [c for c in charts if any(line.y1 - line.y0 > FLAT for line in c)]


def _same(chart: Sequence[Shape], line: Shape, cells: Sequence[Cell]) -> bool:
    whole = union(box_of(s) for s in chart)
    if min(whole.x1, line.x1) - max(whole.x0, line.x0) < 0.6 * min(whole.width, line.x1 - line.x0):
        return False
    between = [c for c in cells if not c.is_value and whole.y1 < c.box.cy < line.y0 and whole.x0 - 20 < c.box.cx < whole.x1 + 20]  # fmt: skip  # noqa: E501
    return len(between) < 3


def _read(
    lines: Sequence[Shape], values: Sequence[Cell], every: Sequence[Cell], legends: Sequence[Sequence[Entry]]
) -> list[Draft]:
    area = union(box_of(s) for s in lines)
    names = _names_under(area, lines, every)
    own = [v for v in values if any(_off(v, s) is not None for s in lines)]
    given = [pair for name in names for pair in _at(name, names, own, lines)]
    if len(given) < MIN_POINTS:
        return []
    given = _on_scale(given)
    series = _series(lines, every, legends, names)
    texts = [c for c in every if not (c.is_value or c.is_unit or c.is_missing)]
    used = [*names, *series.values()]
    whole = union([area, *(v.box for v, *_ in given)])
    top = union([whole, *(c.box for c in used if c.box.y1 < whole.y0 + 10 and whole.distance(c.box) < 60)])
    heading = heading_above(top, texts, used, min((c.size for c in names), default=0), 70)
    note, unit = unit_note(union([whole, *(c.box for c in names)]), [t for t in texts if t not in used], heading)
    drafts = []
    for value, name, line, sure in given:
        told = series.get(id(line))
        known = sure and (told is not None or len(lines) == 1)
        drafts.append(
            chart_draft(
                value,
                name,
                unit,
                (heading, told, note),
                heading=heading,
                series=told,
                reason=None if known else UNKNOWN_LINE,
            )
        )
    placed = {id(v) for v, *_ in given}
    return drafts + [Draft(v, "", reason=UNKNOWN_LINE) for v in own if id(v) not in placed]


def _off(value: Cell, line: Shape) -> float | None:
    """How far a value's middle stands over (or, below 0, under) a line; None where it does not stand at it."""
    y = height_at(line.points, value.box.cx)
    return y - value.box.cy if y is not None and abs(y - value.box.cy) < REACH * value.size else None


def _names_under(area: Box, lines: Sequence[Shape], every: Sequence[Cell]) -> list[Cell]:
    """The names along the axis: the first row of three texts or more under all lines, within their stretch."""
    under = [
        c
        for c in every
        if not (c.is_value or c.is_unit or c.is_missing)
        and area.x0 - 0.6 * c.box.width - 4 < c.box.cx < area.x1 + 0.6 * c.box.width + 4
        and -2 < c.box.y0 - area.y1 < 160
    ]
    for cell in sorted(under, key=lambda c: c.box.y0):
        row = [c for c in under if abs(c.box.y0 - cell.box.y0) < 2]
        if len(row) >= MIN_POINTS:
            return sorted(row, key=lambda c: c.box.cx)
    return []


def _at(
    name: Cell, names: Sequence[Cell], values: Sequence[Cell], lines: Sequence[Shape]
) -> list[tuple[Cell, Cell, Shape, bool]]:
    """The values over one name with their lines, in the order of both where there is one for each; True where that is sure."""  # noqa: E501
    step = min(b.box.cx - a.box.cx for a, b in pairwise(names))
    own = sorted((v for v in values if abs(v.box.cx - name.box.cx) < 0.35 * step), key=lambda v: v.box.cy)
    there = [(y, s) for s in lines if (y := height_at(s.points, name.box.cx)) is not None]
    there.sort(key=lambda p: p[0])
    if len(own) == len(there):
        clear = all(b[0] - a[0] > CLEAR * own[0].size for a, b in pairwise(there))
        return [(v, name, line, clear and _off(v, line) is not None) for v, (_, line) in zip(own, there, strict=True)]
    found = []
    for value in own if there else ():
        ranked = sorted((abs(y - value.box.cy), i) for i, (y, _) in enumerate(there))
        clear = len(ranked) == 1 or ranked[0][0] < 0.5 * ranked[1][0]
        found.append((value, name, there[ranked[0][1]][1], clear))
    twice = [id(line) for _, _, line, _ in found]
    return [(v, n, line, clear and twice.count(id(line)) == 1) for v, n, line, clear in found]


def _on_scale(given: list[tuple[Cell, Cell, Shape, bool]]) -> list[tuple[Cell, Cell, Shape, bool]]:
    """The pairs, sure only where all stand on one scale: larger values higher, in proportion."""
    pairs = [(float(v.number.value), height_at(s.points, n.box.cx) or 0.0) for v, n, s, _ in given if v.number]
    start, step = fit(pairs)
    off = [abs(start + step * value - y) for value, y in pairs]
    rounding = abs(step) / 2 / 10 ** max(len(v.number.value.partition(".")[2]) for v, *_ in given if v.number)
    bad = [o > OFF_SCALE * v.size + rounding for o, (v, *_) in zip(off, given, strict=True)]
    flat = len({p[0] for p in pairs}) == 1
    none = (step >= 0 and not flat) or sum(bad) > 0.2 * len(bad)
    return [(v, n, s, sure and not (wrong or none)) for (v, n, s, sure), wrong in zip(given, bad, strict=True)]


def _series(
    lines: Sequence[Shape], every: Sequence[Cell], legends: Sequence[Sequence[Entry]], names: Sequence[Cell]
) -> dict[int, Cell]:
    """By line, what its colour means in the legend, else the text at its right end."""
    fills = [s.fill or "" for s in lines]
    area = union([*(box_of(s) for s in lines), *(c.box for c in names)])
    legend = legend_for(area, set(fills), legends)
    own = len(lines) > 1 or any(area.distance(c.box) < KEY for c in legend.names.values())
    if own and legend.sure and len(set(fills)) == len(fills) and set(fills) <= legend.names.keys():
        return {id(s): legend.names[s.fill or ""] for s in lines}
    texts = [c for c in every if not (c.is_value or c.is_unit or c.is_missing) and c not in names]
    found: dict[int, Cell] = {}
    for line in lines:
        x, y = line.points[-1]
        near = [c for c in texts if -2 < c.box.x0 - x < 40 and abs(c.box.cy - y) < 0.9 * c.size * c.lines]
        if len(near) == 1:
            found[id(line)] = near[0]
    return found if len({id(c) for c in found.values()}) == len(found) else {}
