"""A table's rows in parts: a name without values on its line stands over the rows it holds for ("HUSLEJE, KR. PR. M²")."""  # noqa: E501

from collections.abc import Sequence
from typing import Final

from ingest.figures.cells import Box, Cell, asserts, goes_on
from ingest.figures.table_rows import Row

NEAR: Final = 2.6
"""Font sizes from a part's name down to its first row."""
LARGER: Final = 1.08
"""Than the rows' print: a heading of the whole table."""


def parts_of_rows(
    rows: Sequence[Row], columns: Sequence[Box], heads: Sequence[Cell], cells: Sequence[Cell]
) -> list[Cell | None]:
    """For each row the name of the part it stands in, if the table is cut in parts."""
    if not heads:
        return [None] * len(rows)
    used = {id(c) for r in rows for c in (r.label, *r.entries)} | {id(c) for c in heads}
    top = max(h.box.y1 for h in heads if h.box.y1 <= rows[0].box.y1)
    names = [c for c in cells if id(c) not in used and _is_name(c, rows, columns, cells) and c.box.y0 > top - 2]
    names = [c for c in names if _heads_row(c, rows)]
    return [max((c for c in names if c.box.y1 <= r.box.y0 + 2), key=lambda c: c.box.y1, default=None) for r in rows]


def _is_name(cell: Cell, rows: Sequence[Row], columns: Sequence[Box], cells: Sequence[Cell]) -> bool:
    """Whether a text stands in the column of names, in their print, alone on its line."""
    if cell.is_value or cell.is_unit or cell.is_missing or cell.note or cell.lines > 1:
        return False
    label = rows[0].label
    inside = cell.box.x0 < min(r.label.box.x0 for r in rows) + 2 and cell.box.x1 < columns[0].x0
    told = cell.text[:1].isupper() and not asserts(cell.text) and not goes_on(cell.text)
    alike = 0.8 * label.size < cell.size < LARGER * label.size and cell.box.x0 > label.box.x0 - 4 * label.size
    if not (inside and told and alike):
        return False
    end = max(c.x1 for c in columns)
    line = [c for c in cells if c is not cell and abs(c.box.cy - cell.box.cy) < 0.4 * cell.size]
    return not any(cell.box.x1 < c.box.x0 < end for c in line)


def _heads_row(cell: Cell, rows: Sequence[Row]) -> bool:
    return any(-0.3 * cell.size < r.box.y0 - cell.box.y1 < NEAR * cell.size for r in rows)
