"""The small line right under a heading that says how or when its part is measured: "Andel i pct. af beboerne, 2024"; it names and heads nothing itself."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.cells import Cell
from ingest.figures.note_years import tells_year
from ingest.figures.units import unit_in

SMALLER: Final = 0.9
"""Of its heading's size."""
GAP: Final = 2.0
"""Of its own size: how far under its heading."""
MIN_WORDS: Final = 3


def with_head_notes(cells: Sequence[Cell]) -> list[Cell]:
    """The cells, such lines marked as notes."""
    notes = [c for c in cells if not (c.is_value or c.is_unit) and says_how(c.text)]
    under = {id(c) for c in notes if any(is_head_note(c, h) for h in cells if not (h.is_value or h.is_missing))}
    return [replace(c, note=True) if id(c) in under else c for c in cells]


def is_head_note(cell: Cell, head: Cell) -> bool:
    """Whether a text is the note right under a heading."""
    if cell is head or cell.is_value or cell.is_unit or cell.size > SMALLER * head.size:
        return False
    gap = cell.box.y0 - head.box.y1
    aligned = abs(cell.box.x0 - head.box.x0) < 12 or abs(cell.box.cx - head.box.cx) < 3
    return -0.3 * head.size < gap < GAP * cell.size and aligned and says_how(cell.text)


def says_how(words: str) -> bool:
    """Whether a line tells the unit of a part in a few words, or only when it was counted."""
    return (bool(unit_in(words)) and len(words.split()) >= MIN_WORDS) or tells_year(words)
