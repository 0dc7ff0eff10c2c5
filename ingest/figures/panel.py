"""The drawn areas of a page: which hold tiles, which are bars, and what a legend's colours mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document, Shape
from ingest.figures.cells import Box, Cell, box_of, ends_sentence
from ingest.figures.fragments import SheetPage


@dataclass(frozen=True, slots=True)
class Panel:
    """Cells that stand in one drawn area, or on the bare page (`box` None)."""

    box: Box | None
    cells: tuple[Cell, ...]


def page_shapes(document: Document, page: SheetPage) -> list[Shape]:
    """The page's shapes without backgrounds, page-wide rules and exact doubles (a fill and its stroke)."""
    size = next(((p.width, p.height) for p in document.pages if p.number == page.number), (0.0, 0.0))
    kept: list[Shape] = []
    for shape in page.shapes:
        if size[0] and shape.x1 - shape.x0 > 0.9 * size[0] and shape.y1 - shape.y0 > 0.5 * size[1]:
            continue
        twin = next((k for k in kept if box_of(k).holds(box_of(shape), 1) and box_of(shape).holds(box_of(k), 1)), None)
        if twin is None:
            kept.append(shape)
        elif shape.fill and not twin.fill:
            kept[kept.index(twin)] = shape
    return kept


def panels(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Panel]:
    """Each cell in the smallest area that holds more than one value's badge; the rest on the bare page."""
    boxes = sorted((box_of(s) for s in shapes), key=lambda b: b.width * b.height)
    areas = [b for b in boxes if _is_area(b, cells)]
    held: dict[int, list[Cell]] = {}
    for cell in cells:
        home = next((i for i, area in enumerate(areas) if area.holds(cell.box)), -1)
        held.setdefault(home, []).append(cell)
    return [Panel(areas[i] if i >= 0 else None, tuple(members)) for i, members in sorted(held.items())]


def _is_area(box: Box, cells: Sequence[Cell]) -> bool:
    inside = [c for c in cells if box.holds(c.box)]
    return any(c.is_value for c in inside) and any(not (c.is_value or c.is_unit or c.is_missing) for c in inside)


def badge(value: Cell, shapes: Sequence[Shape], cells: Sequence[Cell]) -> Box:
    """The circle or box around a value alone (with its unit), else the value's own box."""
    around = [box_of(s) for s in shapes if box_of(s).holds(value.box)]
    alone = [b for b in around if all(c is value or c.is_unit or not b.holds(c.box) for c in cells)]
    return max(alone, key=lambda b: b.width * b.height, default=value.box)


def legend(shapes: Sequence[Shape], cells: Sequence[Cell]) -> dict[str, Cell]:
    """Colour → the text right of a small mark of that colour; empty unless at least two colours are named."""
    named: dict[str, Cell] = {}
    for colour, cell in _marked(shapes, cells):
        named.setdefault(colour, cell)
    return named if len(named) >= 2 else {}


def ambiguous(shapes: Sequence[Shape], cells: Sequence[Cell]) -> set[str]:
    """Colours that legends of the page name differently: a bar in one of them may be either."""
    names: dict[str, set[str]] = {}
    for colour, cell in _marked(shapes, cells):
        names.setdefault(colour, set()).add(cell.text)
    return {colour for colour, texts in names.items() if len(texts) > 1}


def _marked(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[tuple[str, Cell]]:
    """Every small mark's colour with the text right of it."""
    found: list[tuple[str, Cell]] = []
    for shape in shapes:
        mark = box_of(shape)
        if shape.fill is None or mark.width > 26 or mark.height > 16:
            continue
        beside = [
            c
            for c in cells
            if not c.is_value
            and -1 < c.box.x0 - mark.x1 < 1.6 * c.size
            and abs(_first_line(c) - mark.cy) < 0.6 * c.size
        ]
        if beside:
            found.append((shape.fill, min(beside, key=lambda c: c.box.x0)))
    return found


def _first_line(cell: Cell) -> float:
    return cell.box.y0 + cell.size / 2


def heading_above(area: Box, cells: Sequence[Cell], used: Sequence[Cell], body: float, reach: float) -> Cell | None:
    """The nearest unused text above an area that stands over it and is set as a heading, at most `reach` points up."""
    above = [
        c
        for c in cells
        if c not in used
        and not (c.is_value or c.is_unit or c.is_missing)
        and c.box.y1 <= area.y0 + 2
        and area.y0 - c.box.y1 <= reach
        and c.box.x0 < area.x1
        and c.box.x1 > area.x0
        and c.lines <= 3
        and not ends_sentence(c.text)
    ]
    bigger = [c for c in above if c.size >= 1.08 * body]
    return max(bigger or above, key=lambda c: c.box.y1, default=None)
