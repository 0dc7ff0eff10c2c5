"""A value and one text that stand close together with nothing else near, as the names around a ring: they are a pair, whatever the layout."""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures.cells import Box, Cell, union
from ingest.figures.companions import names_other
from ingest.figures.draft import Draft
from ingest.figures.tile_words import tile_draft
from ingest.figures.units import normal

CLOSE = 0.5
"""Of the smaller size: between the two."""
FREE = 1.0
"""Of the smaller size: around them, and three times what is between them."""


_RANGE = re.compile(r"[0-9][0-9.,]*(?: [^\W\d_.]+\.?){0,2} ?[-–] ?[0-9]")
"""A class between two amounts ("200.000-400.000 kr."), beside which "Under 200.000 kr." is one too."""


def with_names_of_money(cells: Sequence[Cell]) -> list[Cell]:
    """The cells; an amount that names a class ("Under 200.000 kr.") and stands on a value of another unit is its name."""  # noqa: E501
    return [replace(c, number=None) if _is_class(c, cells) else c for c in cells]


def _is_class(cell: Cell, cells: Sequence[Cell]) -> bool:
    number = cell.number
    if not cell.is_value or number is None or not cell.text[:1].isupper() or not number.qualifier:
        return False
    ranges = (c for c in cells if not c.is_value and _RANGE.search(c.text) and abs(c.size - cell.size) < 0.2)
    if any(abs(c.box.x0 - cell.box.x0) < 1.5 or abs(c.box.x1 - cell.box.x1) < 1.5 for c in ranges):
        return True
    return any(
        v.is_value and v.number and v.number.kind != number.kind and v.size >= cell.size and _stacked(cell, v)
        for v in cells
    )


def pairs_alone(cells: Sequence[Cell]) -> list[Draft]:
    """Drafts of all such pairs, two at least, of one size and one order."""
    found = [(text, value, units) for value in cells if value.is_value for text, units in _partner(value, cells)]
    drafts: list[Draft] = []
    for text, value, units in found:
        alike = [
            t
            for t, v, _ in found
            if abs(v.size - value.size) < 0.5 and (t.box.y0 < v.box.y0) == (text.box.y0 < value.box.y0)
        ]
        if len(alike) >= 2:
            drafts.append(tile_draft(value, [text, *units]))
    return drafts


def _partner(value: Cell, cells: Sequence[Cell]) -> list[tuple[Cell, list[Cell]]]:
    units = [
        c
        for c in cells
        if c.is_unit and 0 <= c.box.x0 - value.box.x1 < 0.8 * value.size and value.box.y0 - 2 < c.box.cy < value.box.y1
    ]
    home = union([value.box, *(u.box for u in units)])
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing) and _stacked_boxes(c, home)]
    if len(texts) != 1 or value.size > 1.7 * texts[0].size:
        return []
    text = texts[0]
    both = union([home, text.box])
    between = max(0.0, home.gap(text.box)[1])
    free = max(FREE * min(text.size, value.size), 3 * between)
    near = [c for c in cells if c not in (value, text, *units) and both.distance(c.box) < free]
    return [] if near else [(text, units)]


def _stacked(a: Cell, b: Cell) -> bool:
    return _stacked_boxes(a, b.box)


def _stacked_boxes(text: Cell, home: Box) -> bool:
    """Whether a text stands right over or under something, flush with it at the left, the right or the middle."""
    over = -0.3 * text.size < home.y0 - text.box.y1 < CLOSE * text.size
    under = -0.3 * text.size < text.box.y0 - home.y1 < CLOSE * text.size
    if not (over or under):
        return False
    return min(abs(text.box.x0 - home.x0), abs(text.box.x1 - home.x1), abs(text.box.cx - home.cx)) < 0.7 * text.size


def pairs_by_colon(cells: Sequence[Cell]) -> list[Draft]:
    """A text that ends with a colon names the value right after it on its line ("Unge i fritidsjob: 58")."""
    drafts: list[Draft] = []
    for name in cells:
        if not name.text.endswith(":") or name.lines > 1 or names_other(name.text) or name.is_value:
            continue
        beside = [c for c in cells if _follows(name, c)]
        if len(beside) == 1 and beside[0].is_value:
            units = [c for c in cells if c.is_unit and _follows(beside[0], c)]
            draft = Draft(beside[0], name.text.rstrip(" :"), (name,))
            drafts.append(replace(draft, unit=normal(units[0].text), unit_cell=units[0]) if units else draft)
    return drafts


def _follows(first: Cell, second: Cell) -> bool:
    size = min(first.size, second.size)
    return abs(first.box.y1 - second.box.y1) < 0.3 * size and -1 < second.box.x0 - first.box.x1 < size
