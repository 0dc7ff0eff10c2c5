"""The note at the right end of a heading's line, over the right edge of what they head: "Tabel 2. Byggeri" … "Antal boliger"."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Shape
from ingest.figures.bare import is_only_place
from ingest.figures.cells import Box, Cell, asserts, box_of, goes_on
from ingest.figures.head_notes import SMALLER, is_head_note
from ingest.figures.times import years_in
from ingest.figures.units import unit_in

LEVEL: Final = 0.5
"""Of the heading's size: how far its line and the note's may differ."""
EDGE: Final = 6.0
"""Points that the edges of the line and of what stands under it may differ."""
UNDER: Final = 40.0
"""Points from the line to the band, rule or column under it."""


def with_line_notes(cells: Sequence[Cell], shapes: Sequence[Shape]) -> list[Cell]:
    """The cells, such notes marked."""
    heads = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or c.lines > 1)]
    notes = [(c, head) for c in cells if _may_note(c) for head in heads if is_line_note(c, head)]
    found = {id(c) for c, head in notes if _notes(c, head, cells, shapes)}
    return [replace(c, note=True) if id(c) in found else c for c in cells]


def is_line_note(cell: Cell, head: Cell) -> bool:
    """Whether a text in smaller print stands far right on a heading's line."""
    if cell.box.x0 <= head.box.x1 + head.size or cell.size > SMALLER * head.size:
        return False
    return min(abs(cell.box.y1 - head.box.y1), abs(cell.box.cy - head.box.cy)) < LEVEL * head.size


def is_others_note(cell: Cell, head: Cell, others: Sequence[Cell]) -> bool:
    """Whether a note on a heading's line is the small print right under another heading beside it."""
    return is_line_note(cell, head) and any(is_head_note(cell, other) for other in others)


def _may_note(cell: Cell) -> bool:
    return cell.lines == 1 and not (cell.is_value or cell.is_missing or asserts(cell.text) or goes_on(cell.text))


def _notes(cell: Cell, head: Cell, cells: Sequence[Cell], shapes: Sequence[Shape]) -> bool:
    line = [c for c in cells if c is not cell and c is not head and abs(c.box.cy - head.box.cy) < head.size]
    if any(c.box.x1 > head.box.x0 for c in line):
        return False
    return _spanned(cell, head, shapes) or (_tells(cell.text) and _over_column(cell, cells))


def _tells(words: str) -> bool:
    return bool(unit_in(words) or years_in(words)) or is_only_place(words)


def _spanned(cell: Cell, head: Cell, shapes: Sequence[Shape]) -> bool:
    """Whether one low band or rule under the line reaches from the heading's beginning to the note's end."""
    return any(_is_under(box_of(s), head, cell) and s.y1 - s.y0 < 3 * head.size for s in shapes)


def _is_under(area: Box, head: Cell, cell: Cell) -> bool:
    edges = abs(area.x0 - head.box.x0) < EDGE and abs(area.x1 - cell.box.x1) < EDGE
    return edges and -2 < area.y0 - head.box.y1 < UNDER


def _over_column(cell: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a column of numbers under the note ends where it ends."""
    below = [c for c in cells if c.is_value and 0 < c.box.y0 - cell.box.y1 < 2 * UNDER]
    return sum(abs(c.box.x1 - cell.box.x1) < EDGE for c in below) > 1
