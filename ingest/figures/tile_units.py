"""Which unit belongs to which number of a row of tiles: beside it, under it, level with those of its row, over its name."""  # noqa: E501

from collections.abc import Sequence

from ingest.figures.cells import Cell
from ingest.figures.panel import is_counted
from ingest.figures.units import is_unit_word


def units_of(values: Sequence[Cell], texts: Sequence[Cell], names: dict[int, Cell]) -> dict[int, Cell]:
    """Each unit that stands alone with the value it stands right of, or right under or over; each used once."""
    pairs = []
    nouns = units_beside(values, texts)
    for unit in (t for t in texts if t.is_unit or is_counted(t) or id(t) in nouns):
        for value in values:
            beside = unit.box.x0 >= value.box.x1 - 1 and value.box.y0 < unit.box.cy < value.box.y1 + 1
            gap = unit.box.x0 - value.box.x1 if beside else value.box.distance(unit.box)
            stacked = (
                abs(unit.box.cx - value.box.cx) < max(value.box.width, unit.box.width)
                or abs(unit.box.x0 - value.box.x0) < 3
            )
            level = _level_units(value, values, unit, texts)
            if (
                level
                or (beside and gap < 1.5 * value.size + unit.size + _ragged(value, values))
                or (stacked and gap < 1.2 * unit.size)
            ):
                pairs.append((gap, value, unit))
    given: dict[int, Cell] = {}
    for _, value, unit in sorted(pairs, key=lambda p: p[0]):
        if id(value) not in given and unit not in given.values():
            given[id(value)] = unit
    for value in (v for v in values if id(v) not in given):
        name = names[id(value)]
        flush = [u for u in texts if u is not name and u not in given.values() and _flush(u, name, value)]
        if len(flush) == 1:
            given[id(value)] = flush[0]
    return given


def units_beside(values: Sequence[Cell], texts: Sequence[Cell]) -> set[int]:
    """Ids of what is counted right of each number on its line, where every number has that or a unit: no name is one of them."""  # noqa: E501
    units = [t for t in texts if t.is_unit or is_counted(t) or _is_noun(t)]
    given = [next((u for u in units if right_of(u, v)), None) for v in values]
    found = {id(u) for u in given if u is not None}
    names = sum(id(t) not in found and not t.is_unit for t in texts)
    return found if len(values) > 2 and all(given) and names >= len(values) else set()


def _is_noun(text: Cell) -> bool:
    """Whether a text is one word in small letters, as what is counted is: "lærlinge"."""
    return text.text.isalpha() and text.text.islower() and len(text.text) > 2


def right_of(unit: Cell, value: Cell) -> bool:
    near = -1 < unit.box.x0 - value.box.x1 < 0.8 * value.size and value.box.y0 < unit.box.cy < value.box.y1
    return near and unit.size < 0.8 * value.size


def _flush(unit: Cell, name: Cell, value: Cell) -> bool:
    """Whether a unit stands on a line of its own over a name, both right of the value: 58 | "mio. kr." / "er renoveret for"."""  # noqa: E501
    over = abs(unit.box.x0 - name.box.x0) < 2 and -0.3 * unit.size < name.box.y0 - unit.box.y1 < 0.6 * unit.size
    return over and unit.box.x0 > value.box.x1 and (unit.is_unit or is_counted(unit))


def _level_units(value: Cell, values: Sequence[Cell], unit: Cell, texts: Sequence[Cell]) -> bool:
    """Whether a unit stands under a value as one stands under each value of its row, all as far below."""
    row = [v for v in values if abs(v.box.y1 - value.box.y1) < 3]
    step = unit.box.y0 - value.box.y1
    if (
        len(row) < 2
        or not 0 <= step < 3 * unit.size
        or abs(unit.box.x0 - value.box.x0) > 3 > abs(unit.box.cx - value.box.cx)
    ):
        return False
    line = [t for t in texts if abs(t.box.y1 - unit.box.y1) < 2 and is_unit_word(t.text)]
    return all(any(min(abs(t.box.x0 - v.box.x0), abs(t.box.cx - v.box.cx)) < 3 for t in line) for v in row)


def _ragged(value: Cell, values: Sequence[Cell]) -> float:
    """How much farther right the widest value of the column reaches, behind which the units stand."""
    column = [v for v in values if abs(v.box.x0 - value.box.x0) < 3]
    return max(v.box.x1 for v in column) - value.box.x1
