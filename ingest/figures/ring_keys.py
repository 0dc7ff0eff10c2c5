"""Rings and pies whose key holds the numbers: each mark's line has a share and a name, and the piece of the mark's colour must have the share's size."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft, chart_draft
from ingest.figures.geometry import area
from ingest.figures.legends import MARK_HEIGHT, MARK_WIDTH
from ingest.figures.panel import heading_above, unit_note
from ingest.figures.rings import OFF, UNKNOWN_PIECE, rings

NEAR: Final = 5.0
"""Of a text's size: between a mark, the share and the name on its line."""
FAR: Final = 160.0
"""Points from a ring to a line of its key."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a key: the colour's share and name."""

    mark: Box
    value: Cell
    name: Cell


def key_drafts(cells: Sequence[Cell], shapes: Sequence[Shape], curves: Sequence[Shape]) -> list[Draft]:
    """Drafts of every ring each of whose colours has one line in its key."""
    drafts: list[Draft] = []
    for pieces in rings(curves):
        whole = union(box_of(p) for p in pieces)
        marks = [s for s in shapes if _is_mark(s) and whole.distance(box_of(s)) < FAR]
        sizes: dict[str, float] = {}
        for piece in pieces:
            sizes[piece.fill or ""] = sizes.get(piece.fill or "", 0.0) + area(piece.points)
        rows = {fill: [r for m in marks if m.fill == fill and (r := _row(box_of(m), marks, cells))] for fill in sizes}
        if len(sizes) == len(pieces) and all(len(own) == 1 for own in rows.values()):
            drafts += _drafts(whole, {fill: own[0] for fill, own in rows.items()}, sizes, cells)
    return drafts


def _is_mark(shape: Shape) -> bool:
    return bool(shape.fill) and shape.x1 - shape.x0 <= MARK_WIDTH and shape.y1 - shape.y0 <= MARK_HEIGHT


def _row(mark: Box, marks: Sequence[Shape], cells: Sequence[Cell]) -> _Row | None:
    """The one value and the one text that follow a mark on its line, in either order, before the next mark."""
    end = min((m.x0 for m in marks if m.x0 > mark.x1 and abs(box_of(m).cy - mark.cy) < 3), default=float("inf"))
    level = [c for c in cells if abs(c.box.y0 + c.size / 2 - mark.cy) < 0.6 * c.size and mark.x1 - 1 < c.box.x0 < end]
    line: list[Cell] = []
    at = mark.x1
    for cell in sorted(level, key=lambda c: c.box.x0):
        if cell.box.x0 - at > NEAR * cell.size:
            break
        line.append(cell)
        at = cell.box.x1
    values = [c for c in line if c.is_value]
    names = [c for c in line if not (c.is_value or c.is_unit or c.is_missing)]
    return _Row(mark, values[0], names[0]) if len(values) == len(names) == 1 else None


def _drafts(whole: Box, rows: dict[str, _Row], sizes: dict[str, float], cells: Sequence[Cell]) -> list[Draft]:
    names = [r.name for r in rows.values()]
    around = union([whole, *(b for r in rows.values() for b in (r.mark, r.value.box, r.name.box))])
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or any(c is n for n in names))]
    size = min(n.size for n in names)
    heading = heading_above(around, texts, names, size, 70)
    note, unit = unit_note(around, texts, heading, size)
    values = {fill: float(row.value.number.value) for fill, row in rows.items() if row.value.number}
    total, drawn = sum(values.values()), sum(sizes.values())
    fits = total > 0 and all(abs(values[fill] / total - sizes[fill] / drawn) < OFF for fill in sizes)
    reason = None if fits else UNKNOWN_PIECE
    return [chart_draft(r.value, r.name, unit, (heading, note), heading=heading, reason=reason) for r in rows.values()]
