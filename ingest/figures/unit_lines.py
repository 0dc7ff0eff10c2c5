"""A word on a line of its own under each name right of its number is the unit: 702 | "nye lejeaftaler" / "aftaler"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.figures.cells import Cell
from ingest.figures.draft import Draft
from ingest.figures.units import is_unit_word, normal

MIN_COLUMN = 3
REACH = 4.0
"""Of the number's size: to its name, over the edge of the circle around the number."""


@dataclass(frozen=True, slots=True)
class _Pair:
    value: Cell
    name: Cell
    unit: Cell


def unit_lines(cells: Sequence[Cell]) -> dict[int, Cell]:
    """By value, the line under its name that is its unit; only where all of a column have one, and not for want of room."""  # noqa: E501
    values = [c for c in cells if c.is_value]
    if len(values) < MIN_COLUMN:
        return {}
    texts = [c for c in cells if not (c.is_value or c.is_missing)]
    pairs = [p for v in values if (p := _pair(v, texts)) is not None]
    found: dict[int, Cell] = {}
    for pair in pairs:
        column = [p for p in pairs if _stacked(p.value, pair.value) and abs(p.name.box.x0 - pair.name.box.x0) < 3]
        every = [v for v in values if _stacked(v, pair.value)]
        known = sum(is_unit_word(p.unit.text) for p in column)
        if len(every) == len(column) >= MIN_COLUMN and 2 * known >= len(column) and _has_room(column):
            found[id(pair.value)] = pair.unit
    return found


def with_unit_line(draft: Draft, units: dict[int, Cell]) -> Draft:
    """The draft with the unit under its name, where it has no other."""
    unit = units.get(id(draft.value))
    if unit is None or draft.unit:
        return draft
    return replace(draft, unit=normal(unit.text), unit_cell=unit)


def _pair(value: Cell, texts: Sequence[Cell]) -> _Pair | None:
    """The two lines right of a larger number, its middle between them."""
    v = value.box
    right = [t for t in texts if -1 < t.box.x0 - v.x1 < REACH * value.size and v.y0 - t.size < t.box.cy < v.y1 + t.size]
    if len(right) != 2:
        return None
    name, unit = sorted(right, key=lambda t: t.box.cy)
    flush = abs(name.box.x0 - unit.box.x0) < 1.5 and name.box.cy < v.cy < unit.box.cy
    near = 0.8 * unit.size < unit.box.y1 - name.box.y1 < 1.75 * unit.size and name.size < value.size
    worded = unit.text.isalpha() and unit.text.islower() and not is_unit_word(name.text) and name.lines == 1
    return _Pair(value, name, unit) if flush and near and worded else None


def _stacked(a: Cell, b: Cell) -> bool:
    apart = min(abs(a.box.cx - b.box.cx), abs(a.box.x0 - b.box.x0), abs(a.box.x1 - b.box.x1))
    return abs(a.size - b.size) < 0.5 and apart < 3


def _has_room(column: Sequence[_Pair]) -> bool:
    """Whether a unit would have had room behind its name on the line: then the line was not broken for width."""
    width = max(p.name.box.width for p in column)
    return any(p.name.box.width + p.unit.box.width + 0.4 * p.unit.size <= width for p in column)
