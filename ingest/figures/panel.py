"""The drawn areas of a page: which hold tiles, which are backgrounds, and what heading stands over one."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import product

from ingest.document import Document, Shape
from ingest.figures.cells import Box, Cell, asserts, box_of, goes_on
from ingest.figures.fragments import SheetPage
from ingest.figures.units import is_unit_word, unit_in

BESIDE = 150.0
"""Points from a heading at the left to the chart it heads."""

CLOSE_ROW, MAX_ROW = 2.8, 4.5
"""Of the print's size: how high a shaded row is at most; over the first it must hold two numbers, else it may be a card."""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Panel:
    """Cells that stand in one drawn area, or on the bare page (`box` None)."""

    box: Box | None
    cells: tuple[Cell, ...]


def page_shapes(document: Document, page: SheetPage) -> list[Shape]:
    """The page's shapes without backgrounds, page-wide rules and exact doubles (a fill and its stroke)."""
    size = next(((p.width, p.height) for p in document.pages if p.number == page.number), (0.0, 0.0))
    kept: dict[tuple[int, ...], Shape] = {}
    for shape in (s for s in page.shapes if s.kind in ("box", "round")):
        if size[0] and shape.x1 - shape.x0 > 0.9 * size[0] and shape.y1 - shape.y0 > 0.5 * size[1]:
            continue
        sides = (shape.x0, shape.y0, shape.x1, shape.y1)
        keys = [tuple(map(round, sides)), *product(*({round(s - 1), round(s), round(s + 1)} for s in sides))]
        twin = next((key for key in keys if key in kept), None)
        if twin is None:
            kept[keys[0]] = shape
        elif shape.fill and not kept[twin].fill:
            kept[twin] = shape
    return list(kept.values())


def panels(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Panel]:
    """Each cell in the smallest area that holds more than one value's badge; the rest on the bare page."""
    boxes = sorted((box_of(s) for s in shapes), key=lambda b: b.width * b.height)
    counted = counted_words(shapes, cells)
    areas = [b for b in boxes if _is_area(b, cells, counted)]
    held: dict[int, list[Cell]] = {}
    for cell in cells:
        home = next((i for i, area in enumerate(areas) if area.holds(cell.box)), -1)
        held.setdefault(home, []).append(cell)
    return [Panel(areas[i] if i >= 0 else None, tuple(members)) for i, members in sorted(held.items())]


def _is_area(box: Box, cells: Sequence[Cell], counted: set[int]) -> bool:
    inside = [c for c in cells if box.holds(c.box)]
    worded = any(not (c.is_value or c.is_unit or c.is_missing or is_counted(c) or id(c) in counted) for c in inside)
    return worded and any(c.is_value for c in inside) and not _is_strip(box, inside, cells)


def counted_words(shapes: Sequence[Shape], cells: Sequence[Cell]) -> set[int]:
    """Ids of the single words in small letters under the numbers of alike areas, where under half of the numbers at least a known unit stands."""  # noqa: E501
    told = [(v, c) for v in cells if v.is_value for c in cells if counts_under(c, v)]
    if not any(not is_counted(c) for _, c in told):
        return set()
    found: dict[tuple[int, int], list[Cell]] = {}
    for box in map(box_of, shapes):
        inside = [c for c in cells if box.holds(c.box)]
        values = [c for c in inside if c.is_value]
        if len(values) == 1 and len(inside) == 2:
            found.setdefault((round(box.width / 8), round(box.height / 8)), []).append(
                next(c for c in inside if c is not values[0])
            )
    alike = [words for words in found.values() if 2 * sum(c.is_unit or is_counted(c) for c in words) >= len(words)]
    return {id(c) for words in alike for c in words if any(c is word for _, word in told)}


def counts_under(word: Cell, value: Cell) -> bool:
    """Whether one word in small letters stands centred right under a number, much smaller."""
    near = -0.35 * value.size < word.box.y0 - value.box.y1 < word.size < 0.7 * value.size
    noun = near and word.text.isalpha() and word.text.islower() and len(word.text) > 2
    return noun and abs(word.box.cx - value.box.cx) < 3


def _is_strip(box: Box, inside: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether an area only shades one row of a table, whose columns go on above or below it."""
    size = min(c.size for c in inside)
    if box.height > MAX_ROW * size or max(c.size for c in inside) > 1.35 * size:
        return False
    if max(c.box.y1 for c in inside) - min(c.box.y1 for c in inside) > 0.5 * size:
        return False
    columns = [v for v in inside if v.is_value and any(_goes_on_in(v, c, box) for c in cells)]
    return len(columns) >= (1 if box.height <= CLOSE_ROW * size else 2)


def _goes_on_in(value: Cell, other: Cell, box: Box) -> bool:
    """Whether a column goes on from a shaded row with another value or gap over or under it."""
    aligned = min(abs(value.box.x1 - other.box.x1), abs(value.box.cx - other.box.cx), abs(value.box.x0 - other.box.x0))
    near = 0 < abs(value.box.cy - other.box.cy) < 2.2 * box.height
    return aligned < 1.5 and near and abs(value.size - other.size) < 0.5 and (other.is_value or other.is_missing)


def badge(value: Cell, shapes: Sequence[Shape], cells: Sequence[Cell], counted: Container[int] = ()) -> Box:
    """The circle or box around a value alone (with its unit, or a word in `counted`), else the value's own box."""
    around = [box_of(s) for s in shapes if box_of(s).holds(value.box)]
    others = [c for c in cells if not (c is value or c.is_unit or is_counted(c) or id(c) in counted)]
    alone = [b for b in around if not any(b.holds(c.box) for c in others)]
    return max(alone, key=lambda b: b.width * b.height, default=value.box)


def is_counted(cell: Cell) -> bool:
    """Whether a text is only what is counted, in small letters ("boliger")."""
    return cell.text[:1].islower() and is_unit_word(cell.text)


def circles(shapes: Sequence[Shape]) -> list[Box]:
    """The areas that are as wide as high."""
    return [b for b in map(box_of, shapes) if abs(b.width - b.height) < 0.15 * b.height]


def in_circle(cell: Cell, round_areas: Sequence[Box]) -> bool:
    """Whether a value stands in the middle of a circle or square made for it: then it is no cell of a table."""
    return cell.is_value and any(
        abs(b.cx - cell.box.cx) < 2 and b.holds(cell.box, 0) and 1.8 * cell.size < b.height < 9 * cell.size
        for b in round_areas
    )


def heading_above(area: Box, cells: Sequence[Cell], used: Sequence[Cell], body: float, reach: float) -> Cell | None:
    """The nearest unused text above an area that stands over it and is set as a heading, at most `reach` points up."""
    above = [
        c
        for c in cells
        if c not in used
        and not c.note
        and not (c.is_value or c.is_unit or c.is_missing)
        and c.box.y1 <= area.y0 + 2
        and area.y0 - c.box.y1 <= reach
        and c.box.x0 < area.x1
        and c.box.x1 > area.x0
        and c.lines <= 3
        and not asserts(c.text)
        and not goes_on(c.text)
        and not (c.text[:1].islower() and c.size < 1.08 * body)
        and c.text.rstrip()[-1:] not in (",", "–", "-")
    ]
    bigger = [c for c in above if c.size >= 1.08 * body]
    return max(bigger or above, key=lambda c: c.box.y1, default=None)


def heading_over_key(
    area: Box, key: Box, cells: Sequence[Cell], used: Sequence[Cell], body: float, reach: float
) -> Cell | None:
    """As `heading_above` over a chart with its key, which `key` holds too: the heading may stand level with a key beside it."""  # noqa: E501
    over = heading_above(area, cells, used, body, reach + max(0.0, area.y0 - key.y0))
    level = over is not None and over.box.y1 > key.y0 + 2 and over.size >= 1.08 * body
    return over if level else heading_above(key, cells, used, body, reach)


def heading_beside(area: Box, cells: Sequence[Cell], used: Sequence[Cell], body: float) -> Cell | None:
    """The one text set as a heading left of a chart over which none stands, level with its upper half."""
    left = [
        c
        for c in cells
        if c not in used
        and not (c.note or c.is_value or c.is_unit or c.is_missing or asserts(c.text) or goes_on(c.text))
        and c.lines <= 3
        and c.size >= 1.08 * body > 0
        and 0 <= area.x0 - c.box.x1 < BESIDE
        and area.y0 - 2.5 * c.size <= c.box.y0 < area.cy
    ]
    return left[0] if len(left) == 1 else None


def unit_note(area: Box, texts: Sequence[Cell], heading: Cell | None, body: float = 0.0) -> tuple[Cell | None, str]:
    """The unit of all values of a chart or table: its heading's, else that of a note beside it ("Andel i pct. af beboerne"), not of another heading below (set larger than `body`, the size of the names)."""  # noqa: E501
    if heading is not None and (unit := unit_in(heading.text)):
        return heading, unit
    near = [c for c in texts if c.box.distance(area) < 3 * c.size and c.box.x0 < area.x1 + 5 and c.box.x1 > area.x0 - 5]
    large = heading.size if heading is not None else 1.08 * body or float("inf")
    for cell in sorted(near, key=lambda c: (not c.note, c.box.distance(area))):
        below = cell.box.y0 > area.y1 - 2
        other = below and (cell.size >= 0.97 * large or (body and cell.size >= 1.15 * body))
        if (unit := unit_in(cell.text)) and not other:
            return cell, unit
    return None, ""
