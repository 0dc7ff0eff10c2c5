"""Stacked bars: each segment's value stands in it, its name along it or in the legend by its colour."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeAlias

from ingest.document import Shape
from ingest.figures.bar_names import KEY, UNKNOWN_NAME, unit_under
from ingest.figures.bars import holds_text, in_order
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft, chart_draft
from ingest.figures.legends import Entry, Legend, legend_for
from ingest.figures.panel import heading_over_key, unit_note
from ingest.figures.tables import is_place

Stack: TypeAlias = tuple[list[Shape], list[tuple[Shape, Cell]]]


WHOLE: Final = "I alt"
"""What a stack's sum is called where the page only prints the number."""


def stack_drafts(
    cells: Sequence[Cell], every: Sequence[Cell], shapes: Sequence[Shape], legends: Sequence[Sequence[Entry]]
) -> list[Draft]:
    """Drafts of every stacked bar; `cells` are those whose values are still free."""
    drafts: list[Draft] = []
    plain = [s for s in shapes if s.fill and not holds_text(s, every)]
    for upright in (False, True):
        stacks = [k for k in _touching(plain, upright) if not (upright and _are_bars(k, plain))]
        segments = [(stack, [(s, _value_in(s, cells)) for s in stack]) for stack in stacks]
        filled = [(stack, [(s, v) for s, v in found if v is not None]) for stack, found in segments]
        filled = [(stack, found) for stack, found in filled if len(found) >= 2 and _in_scale(found, upright)]
        new = [(k, f) for k, f in filled if not any(d.value is v for d in drafts for _, v in f)]
        for chart in _charts(new, every, legends, upright):
            drafts += _name_stacks(chart, every, legends, upright)
    return drafts


def _are_bars(stack: Sequence[Shape], shapes: Sequence[Shape]) -> bool:
    """Whether areas on each other are level bars of one length by chance: others as thick rise from the same line."""
    first = box_of(stack[0])
    others = [box_of(s) for s in shapes if not any(s is part for part in stack)]
    alike = [b for b in others if abs(b.x0 - first.x0) < 1 and abs(b.height - first.height) < 1]
    return len([b for b in alike if abs(b.width - first.width) > 1]) >= len(stack)


def _in_scale(found: Sequence[tuple[Shape, Cell]], upright: bool) -> bool:
    """Whether longer segments stand for larger values: else they are a table's shaded cells."""
    lengths = [box_of(s).height if upright else box_of(s).width for s, _ in found]
    return in_order(lengths, [float(v.number.value) for _, v in found if v.number])


def _charts(
    stacks: Sequence[Stack], cells: Sequence[Cell], legends: Sequence[Sequence[Entry]], upright: bool
) -> list[list[Stack]]:
    """Stacks of one chart: neighbours with no heading or legend between them."""
    ordered = sorted(stacks, key=lambda k: (k[0][0].x0, k[0][0].y0) if upright else (k[0][0].y0, k[0][0].x0))
    named = [e.name for block in legends for e in block]
    charts: list[list[Stack]] = []
    for stack in ordered:
        size = min((v.size for _, v in stack[1]), default=8.0)
        walls = [c for c in cells if not c.is_value and (c in named or c.size > 1.1 * size)]
        if charts and not _parted(charts[-1][-1], stack, walls, upright):
            charts[-1].append(stack)
        else:
            charts.append([stack])
    return charts


def _parted(a: Stack, b: Stack, walls: Sequence[Cell], upright: bool) -> bool:
    one, two = (union(box_of(s) for s in stack[0]) for stack in (a, b))
    if upright:
        return abs(one.y1 - two.y1) > 4 or any(one.x1 < c.box.cx < two.x0 and one.y0 < c.box.cy < one.y1 for c in walls)
    if two.y0 < one.y1:
        return True
    between = [c for c in walls if one.y1 - 2 < c.box.cy < two.y0 + 2]
    return any(c.box.x0 < two.x1 and c.box.x1 > one.x0 - 150 for c in between)


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


def _name_stacks(
    stacks: Sequence[Stack], cells: Sequence[Cell], legends: Sequence[Sequence[Entry]], upright: bool
) -> list[Draft]:
    """One stack: its segments are named along it, or by the legend; several: each has a name, its segments are series."""  # noqa: E501
    every = union(box_of(s) for stack, _ in stacks for s in stack)
    told: Legend = legend_for(every, {s.fill or "" for stack, _ in stacks for s in stack}, legends)
    colours = told.names
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    plain = [c for c in texts if not any(c is e.name for block in legends for e in block)]
    drafts: list[Draft] = []
    named = {i: _stack_name(union(box_of(s) for s in stack), plain, upright) for i, (stack, _) in enumerate(stacks)}
    several = len(stacks) > 1 and all(named.values())
    own_names = [c for c in named.values() if c is not None] if several else []
    whole = union([box_of(s) for stack, _ in stacks for s in stack] + [c.box for c in own_names]) if stacks else None
    for i, (stack, found) in enumerate(stacks):
        along = {} if several else _along(stack, found, plain, upright)
        if len(along) < len(found) and all(s.fill in colours for s, _ in found):
            along = {}  # the legend names them: what stands beside is a heading
        area = whole if several and whole else union([*(box_of(s) for s in stack), *(c.box for c in along.values())])
        bare = area
        area = union([area, *(c.box for c in colours.values() if several and area.distance(c.box) < KEY)])
        used = [*along.values(), *own_names]
        heading = heading_over_key(bare, area, plain, used, min((c.size for c in used), default=8), 60)
        note, unit = unit_note(area, plain, heading, min((c.size for c in used), default=0))
        around = [c for c in (heading, note) if c is not None]
        total = _total(stack, found, cells, upright)
        if total is not None:
            drafts.append(_sum(total, heading, named[i], around, unit))
        for segment, value in found:
            colour = colours.get(segment.fill or "")
            below = unit_under(value, cells)
            part = (along.get(id(value)) if len(along) == len(found) else None) or colour or along.get(id(value))
            name = named[i]
            by_place = several and name is not None and part is not None and is_place(name.text)
            label, series = (part, name) if by_place else (name if several else part, part if several else None)
            drafts.append(
                chart_draft(
                    value,
                    label,
                    unit,
                    (*around, series),
                    heading=heading,
                    series=series,
                    below=below,
                    reason=UNKNOWN_NAME if part is None or (part is colour and not told.sure) else None,
                )
            )
    return drafts


def _sum(total: Cell, heading: Cell | None, name: Cell | None, around: Sequence[Cell], unit: str) -> Draft:
    return Draft(
        total,
        WHOLE,
        unit="" if total.number is not None and total.number.unit else unit,
        group=heading.text if heading else "",
        series=name.text if name else "",
        context=(*around, name) if name else tuple(around),
    )


def _total(
    stack: Sequence[Shape], found: Sequence[tuple[Shape, Cell]], cells: Sequence[Cell], upright: bool
) -> Cell | None:
    """The value at a stack's end that is the sum of its segments."""
    whole = union(box_of(s) for s in stack)
    parts = [Fraction(v.number.value) for _, v in found if v.number]
    for cell in cells:
        if not cell.is_value or cell.number is None or len(found) < len(stack):
            continue
        above = abs(cell.box.cx - whole.cx) < whole.width / 2 and -2 < whole.y0 - cell.box.y1 < 1.8 * cell.size
        after = abs(cell.box.cy - whole.cy) < whole.height / 2 and -2 < cell.box.x0 - whole.x1 < 2.5 * cell.size
        if (above if upright else after) and Fraction(cell.number.value) == sum(parts):
            return cell
    return None


def _along(
    stack: Sequence[Shape], found: Sequence[tuple[Shape, Cell]], texts: Sequence[Cell], upright: bool
) -> dict[int, Cell]:
    """The texts along one side of a stack, one to each segment; the side that names most segments."""
    whole = union(box_of(s) for s in stack)
    best: dict[int, Cell] = {}
    for after in (True, False):
        side = [t for t in texts if t.lines <= 2 and _on_side(t, whole, upright, after)]
        if not upright and side:  # what stands a line farther is a heading
            nearest = min(t.box.gap(whole)[1] for t in side)
            side = [t for t in side if t.box.gap(whole)[1] < nearest + 0.8 * t.size]
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
    over = [c for c in texts if abs(c.box.x0 - whole.x0) < 3 and -2 < whole.y0 - c.box.y1 < 0.8 * c.size]
    return max(near, key=lambda c: c.box.x1, default=over[0] if len(over) == 1 else None)
