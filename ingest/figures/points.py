"""Points over an axis: values at different heights, each over its own name or year on one line below."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.figures.cells import Cell
from ingest.figures.draft import Draft

REACH = 320.0
"""Points from the axis' names up to the highest value."""


def point_drafts(cells: Sequence[Cell]) -> list[Draft]:
    """Drafts of every run of points where each name has one value over it, and the values stand at different heights."""  # noqa: E501
    drafts: list[Draft] = []
    for names in _axes(cells):
        found = [_over(name, names, cells) for name in names]
        single = [(name, own[0]) for name, own in zip(names, found, strict=True) if len(own) == 1]
        heights = [v.box.y1 for _, v in single]
        if len(single) >= 3 and all(len(own) <= 1 for own in found) and max(heights) - min(heights) > single[0][1].size:
            drafts += [Draft(value, name.text, (name,)) for name, value in single]
    return drafts


def _axes(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Runs of three names or more of one size on one line, at even distances."""
    lines: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: c.box.x0):
        if cell.is_value or cell.is_unit or cell.is_missing:
            continue
        line = next((x for x in lines if abs(x[-1].box.y0 - cell.box.y0) < 1.5 and x[-1].size == cell.size), None)
        if line is None:
            lines.append([cell])
        else:
            line.append(cell)
    return [line for line in lines if len(line) >= 3 and _even(line)]


def _even(line: Sequence[Cell]) -> bool:
    steps = [b.box.cx - a.box.cx for a, b in pairwise(line)]
    return max(steps) < 1.35 * min(steps)


def _over(name: Cell, names: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    """The values over a name, with no other text between."""
    step = names[1].box.cx - names[0].box.cx
    column = [
        c
        for c in cells
        if 0 < name.box.y0 - c.box.y1 + 2 < REACH
        and c.box.x0 < name.box.cx + step / 4
        and c.box.x1 > name.box.cx - step / 4
    ]
    found: list[Cell] = []
    for cell in sorted(column, key=lambda c: -c.box.y1):
        if not cell.is_value or abs(cell.box.cx - name.box.cx) > max(0.2 * step, 4):
            break
        found.append(cell)
    return found
