"""Bars, columns and stacked bars: value ↔ bar by place, name by alignment, series by the bar's colour."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft
from ingest.figures.panel import ambiguous, heading_above, legend
from ingest.figures.tables import is_place
from ingest.figures.units import unit_in

UNKNOWN_SERIES = "det fremgår ikke sikkert, hvilken serie søjlen hører til"
UNKNOWN_NAME = "det fremgår ikke sikkert, hvilken betegnelse søjlen hører til"


def chart_drafts(cells: Sequence[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    """Drafts of every bar chart on the page; each value at most once."""
    drafts: list[Draft] = []
    for read in (_stacks, _bars):
        taken = {id(d.value) for d in drafts}
        left = [c for c in cells if id(c) not in taken]
        drafts += read(left, cells, shapes)
    return drafts


# --- single bars ---


def _bars(cells: Sequence[Cell], every: Sequence[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    drafts: list[Draft] = []
    for upright in (False, True):
        for bars in _aligned(shapes, every, upright):
            matched = _match(bars, [c for c in cells if c.is_value and not any(d.value is c for d in drafts)], upright)
            if len(matched) >= 2 and _differ(matched, upright):
                drafts += _name(matched, every, shapes, upright)
    return drafts


def _aligned(shapes: Sequence[Shape], cells: Sequence[Cell], upright: bool) -> list[list[Shape]]:
    """Sets of bars that rise from one line."""
    plain = [s for s in shapes if s.fill and not _holds_text(s, cells)]
    plain = [s for s in plain if box_of(s).width > 1 and box_of(s).height > 1]
    groups: list[list[Shape]] = []
    for shape in sorted(plain, key=lambda s: (s.x0, s.y0)):
        for group in groups:
            if _same_foot(group[0], shape, upright):
                group.append(shape)
                break
        else:
            groups.append([shape])
    return [g for g in groups if len(g) >= 2 and not _marks(g)]


def _differ(matched: Sequence[tuple[Shape, Cell]], upright: bool) -> bool:
    """Bars of one length for unequal values are tiles or circles in a row, not a chart."""
    lengths = [box_of(b).height if upright else box_of(b).width for b, _ in matched]
    values = {v.number.value for _, v in matched if v.number}
    return max(lengths) > 1.03 * min(lengths) or (
        len(values) == 1 and not any(box_of(b).holds(v.box) for b, v in matched)
    )


def _holds_text(shape: Shape, cells: Sequence[Cell]) -> bool:
    return any(box_of(shape).holds(c.box) and not (c.is_value or c.is_unit) for c in cells)


def _same_foot(a: Shape, b: Shape, upright: bool) -> bool:
    if upright:
        return (
            abs(a.y1 - b.y1) < 1.5
            and 0.6 < (a.x1 - a.x0) / (b.x1 - b.x0) < 1.7
            and (a.x1 <= b.x0 + 1 or b.x1 <= a.x0 + 1)
        )
    return (
        abs(a.x0 - b.x0) < 1.5 and 0.6 < (a.y1 - a.y0) / (b.y1 - b.y0) < 1.7 and (a.y1 <= b.y0 + 1 or b.y1 <= a.y0 + 1)
    )


def _marks(group: Sequence[Shape]) -> bool:
    """Equal little squares are the marks of a legend, not bars."""
    sides = {(round(s.x1 - s.x0), round(s.y1 - s.y0)) for s in group}
    return len(sides) == 1 and max(next(iter(sides))) <= 14


def _match(bars: Sequence[Shape], values: Sequence[Cell], upright: bool) -> list[tuple[Shape, Cell]]:
    """Each bar with the value at its end, or in it; a value goes to its nearest bar only."""
    pairs: list[tuple[float, Shape, Cell]] = []
    for bar in bars:
        b = box_of(bar)
        for value in values:
            v = value.box
            if upright:
                inside = abs(v.cx - b.cx) <= max(b.width, v.width) / 2 and (b.y0 - 1.6 * value.size <= v.y1 <= b.y1 + 1)
                cost = abs(v.cx - b.cx) + max(0.0, b.y0 - v.y1)
            else:
                inside = abs(v.cy - b.cy) <= max(b.height, v.height) / 2 and (
                    b.x0 - 1 <= v.x0 <= b.x1 + 2.5 * value.size
                )
                cost = abs(v.cy - b.cy) + max(0.0, v.x0 - b.x1)
            if inside:
                pairs.append((cost, bar, value))
    matched: list[tuple[Shape, Cell]] = []
    for _, bar, value in sorted(pairs, key=lambda p: p[0]):
        if all(bar is not b and value is not v for b, v in matched):
            matched.append((bar, value))
    return matched


def _name(
    matched: list[tuple[Shape, Cell]], cells: Sequence[Cell], shapes: Sequence[Shape], upright: bool
) -> list[Draft]:
    colours = legend(shapes, cells)
    feet = union(box_of(bar) for bar, _ in matched)
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing) and c not in colours.values()]
    names = _names_at(feet, texts, matched, upright)
    series = {bar.fill for bar, _ in matched}
    area = union([feet, *(v.box for _, v in matched), *(c.box for c in names)])
    top = union([area, *(c.box for c in colours.values() if _near(c.box, area))])
    heading = heading_above(top, texts, names, min((c.size for c in names), default=0), 60)
    note, unit = unit_note(area, texts)
    unit = unit or (unit_in(heading.text) if heading else "")
    drafts: list[Draft] = []
    for bar, value in matched:
        name, sure = _nearest_name(box_of(bar), names, matched, upright)
        shown_series = colours.get(bar.fill or "")
        reason = None if sure else UNKNOWN_NAME
        if len(series) > 1 and shown_series is None and _crowded(name, matched, names, upright):
            reason = UNKNOWN_SERIES
        context = tuple(c for c in (heading, shown_series, note) if c is not None)
        drafts.append(
            Draft(
                value,
                name.text if name else "",
                (name,) if name else (),
                unit if value.number and not value.number.unit else "",
                group=heading.text if heading else "",
                series=shown_series.text if shown_series and len(series) > 1 else "",
                context=context,
                reason=reason,
            )
        )
    return drafts


def _names_at(feet: Box, texts: Sequence[Cell], matched: Sequence[tuple[Shape, Cell]], upright: bool) -> list[Cell]:
    """The category names along the foot of the bars: under columns; left of bars, or over each bar."""
    if upright:
        under = [c for c in texts if -2 <= c.box.y0 - feet.y1 < 3 * c.size and feet.x0 - 20 <= c.box.cx <= feet.x1 + 20]
        first = min((c.box.y0 for c in under), default=0.0)
        return [c for c in under if c.box.y0 - first < c.size]
    left = [
        c
        for c in texts
        if c.box.x1 <= feet.x0 + 2 and feet.x0 - c.box.x1 < 120 and feet.y0 - 4 <= c.box.cy <= feet.y1 + 4
    ]
    if len(left) >= 2:
        return left
    return [
        c
        for c in texts
        if abs(c.box.x0 - feet.x0) < 6 and any(0 <= box_of(b).y0 - c.box.y1 + 3 < c.size + 3 for b, _ in matched)
    ]


def _nearest_name(
    bar: Box, names: Sequence[Cell], matched: Sequence[tuple[Shape, Cell]], upright: bool
) -> tuple[Cell | None, bool]:
    """The name nearest along the foot; sure when the next one is clearly farther."""
    along: Callable[[Box], float] = (lambda b: b.cx) if upright else (lambda b: b.cy)
    ranked = sorted(names, key=lambda c: abs(along(c.box) - along(bar)))
    if not ranked:
        return None, False
    best = abs(along(ranked[0].box) - along(bar))
    if len(ranked) == 1:
        return ranked[0], len({along(box_of(b)) for b, _ in matched}) <= 2
    return ranked[0], best < 0.75 * abs(along(ranked[1].box) - along(bar))


def _crowded(name: Cell | None, matched: Sequence[tuple[Shape, Cell]], names: Sequence[Cell], upright: bool) -> bool:
    """Whether a name has more than one bar, so that colours tell series (and not just every bar its own colour)."""
    return sum(_nearest_name(box_of(b), names, matched, upright)[0] is name for b, _ in matched) > 1


def _near(a: Box, b: Box) -> bool:
    return a.distance(b) < 40


# --- stacked bars ---


def _stacks(cells: Sequence[Cell], every: Sequence[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    drafts: list[Draft] = []
    for upright in (False, True):
        stacks = _touching([s for s in shapes if s.fill and not _holds_text(s, every)], upright)
        segments = [(stack, [(s, _value_in(s, cells)) for s in stack]) for stack in stacks]
        filled = [(stack, [(s, v) for s, v in found if v is not None]) for stack, found in segments]
        filled = [(stack, found) for stack, found in filled if len(found) >= 2]
        new = [(k, f) for k, f in filled if not any(d.value is v for d in drafts for _, v in f)]
        drafts += _name_stacks(new, every, shapes, upright)
    return drafts


def _touching(shapes: Sequence[Shape], upright: bool) -> list[list[Shape]]:
    """Runs of areas of one thickness that touch end to end."""
    if upright:
        ordered = sorted(shapes, key=lambda s: (round(s.x0), s.y0))
        touch = lambda a, b: abs(a.x0 - b.x0) < 1 and abs(a.x1 - b.x1) < 1 and abs(a.y1 - b.y0) < 1.5  # noqa: E731
    else:
        ordered = sorted(shapes, key=lambda s: (round(s.y0), s.x0))
        touch = lambda a, b: abs(a.y0 - b.y0) < 1 and abs(a.y1 - b.y1) < 1 and abs(a.x1 - b.x0) < 1.5  # noqa: E731
    runs: list[list[Shape]] = [[s] for s in ordered[:1]]
    for a, b in pairwise(ordered):
        if touch(a, b) and a.fill != b.fill:
            runs[-1].append(b)
        else:
            runs.append([b])
    return [run for run in runs if len(run) >= 2]


def _value_in(shape: Shape, cells: Sequence[Cell]) -> Cell | None:
    inside = [c for c in cells if c.is_value and box_of(shape).holds(c.box, 1)]
    return inside[0] if len(inside) == 1 else None


_Stack = tuple[list[Shape], list[tuple[Shape, Cell]]]


def _name_stacks(
    stacks: Sequence[_Stack], cells: Sequence[Cell], shapes: Sequence[Shape], upright: bool
) -> list[Draft]:
    """One stack: its segments are named along it, or by the legend; several: each has a name, its segments are series."""  # noqa: E501
    colours = legend(shapes, cells)
    twofold = ambiguous(shapes, cells) if colours else set()
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    plain = [c for c in texts if c not in colours.values()]
    drafts: list[Draft] = []
    named = {i: _stack_name(union(box_of(s) for s in stack), plain, upright) for i, (stack, _) in enumerate(stacks)}
    several = len(stacks) > 1 and all(named.values())
    own_names = [c for c in named.values() if c is not None] if several else []
    whole = union([box_of(s) for stack, _ in stacks for s in stack] + [c.box for c in own_names]) if stacks else None
    for i, (stack, found) in enumerate(stacks):
        along = {} if several else _along(stack, found, plain, upright)
        area = whole if several and whole else union([*(box_of(s) for s in stack), *(c.box for c in along.values())])
        area = union([area, *(c.box for c in colours.values() if several and _near(c.box, area))])
        used = [*along.values(), *own_names]
        heading = heading_above(area, plain, used, min((c.size for c in used), default=8), 60)
        note, unit = unit_note(area, plain)
        unit = unit or (unit_in(heading.text) if heading else "")
        around = [c for c in (heading, note) if c is not None]
        for segment, value in found:
            colour = colours.get(segment.fill or "")
            part = (along.get(id(value)) if len(along) == len(found) else None) or colour or along.get(id(value))
            name = named[i]
            by_place = several and name is not None and part is not None and is_place(name.text)
            label, series = (part, name) if by_place else (name if several else part, part if several else None)
            drafts.append(
                Draft(
                    value,
                    label.text if label else "",
                    (label,) if label else (),
                    unit if value.number and not value.number.unit else "",
                    group=heading.text if heading else "",
                    series=series.text if series else "",
                    context=tuple([*around, series] if series else around),
                    reason=UNKNOWN_NAME if part is None or (part is colour and segment.fill in twofold) else None,
                )
            )
    return drafts


def _along(
    stack: Sequence[Shape], found: Sequence[tuple[Shape, Cell]], texts: Sequence[Cell], upright: bool
) -> dict[int, Cell]:
    """The texts along one side of a stack, one to each segment; the side that names most segments."""
    whole = union(box_of(s) for s in stack)
    best: dict[int, Cell] = {}
    for after in (True, False):
        side = [t for t in texts if t.lines <= 2 and _on_side(t, whole, upright, after)]
        given: dict[int, Cell] = {}
        for segment, value in found:
            mine = [t for t in side if _nearest_segment(t, stack, upright) is segment]
            if len(mine) == 1:
                given[id(value)] = mine[0]
        if len(given) > len(best):
            best = given
    return best


def _on_side(text: Cell, whole: Box, upright: bool, after: bool) -> bool:
    box = text.box
    if upright:
        off = box.x0 - whole.x1 if after else whole.x0 - box.x1
        return -2 < off < 2 * text.size and whole.y0 <= box.cy <= whole.y1
    off = box.y0 - whole.y1 if after else whole.y0 - box.y1
    return -2 < off < 1.6 * text.size and box.x1 > whole.x0 and box.x0 < whole.x1


def _nearest_segment(text: Cell, stack: Sequence[Shape], upright: bool) -> Shape | None:
    """The segment whose middle is clearly nearest, or which the text stands wholly under."""
    offs = sorted(
        (abs((text.box.cy - box_of(s).cy) if upright else (text.box.cx - box_of(s).cx)), i) for i, s in enumerate(stack)
    )
    inside = [s for s in stack if not upright and s.x0 - 1 <= text.box.x0 and text.box.x1 <= s.x1 + 1]
    if len(inside) == 1:
        return inside[0]
    return stack[offs[0][1]] if offs[1][0] > 1.25 * offs[0][0] else None


def _stack_name(whole: Box, texts: Sequence[Cell], upright: bool) -> Cell | None:
    if upright:
        near = [
            c
            for c in texts
            if 0 <= c.box.y0 - whole.y1 + 2 < 2 * c.size and c.box.x0 < whole.x1 and c.box.x1 > whole.x0
        ]
        return min(near, key=lambda c: c.box.y0, default=None)
    near = [c for c in texts if 0 <= whole.x0 - c.box.x1 + 2 < 90 and c.box.y0 < whole.y1 and c.box.y1 > whole.y0]
    return max(near, key=lambda c: c.box.x1, default=None)


def unit_note(area: Box, texts: Sequence[Cell]) -> tuple[Cell | None, str]:
    """A note beside a chart or table that gives all its values' unit ("Andel i pct. af beboerne, 2024")."""
    near = [c for c in texts if c.box.distance(area) < 3 * c.size and c.box.x0 < area.x1 + 5 and c.box.x1 > area.x0 - 5]
    for cell in sorted(near, key=lambda c: c.box.distance(area)):
        unit = unit_in(cell.text)
        if unit:
            return cell, unit
    return None, ""
