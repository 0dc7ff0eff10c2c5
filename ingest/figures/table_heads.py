"""The columns of a table and the heads over them: a head may span several columns, a cell at the left several rows."""

from collections.abc import Sequence

from ingest.figures.cells import Box, Cell, union
from ingest.figures.table_rows import Row


def columns_of(rows: Sequence[Row]) -> list[Box]:
    """Column ranges: entries whose x-ranges overlap."""
    columns: list[Box] = []
    for cell in sorted((c for r in rows for c in r.entries if not c.is_unit), key=lambda c: c.box.cx):
        for i, column in enumerate(columns):
            if column.x0 - 1 < cell.box.x1 and cell.box.x0 < column.x1 + 1:
                columns[i] = union([column, cell.box])
                break
        else:
            columns.append(cell.box)
    return sorted(columns, key=lambda c: c.x0)


def heads_of(rows: Sequence[Row], columns: Sequence[Box], cells: Sequence[Cell]) -> list[list[Cell]]:
    """For each column the head cells above it, top first; a head over several columns belongs to each."""
    top = rows[0].box.y0
    size = rows[0].label.size
    left = min(r.label.box.x1 for r in rows)
    edge = min(e.box.x0 for r in rows for e in r.entries)
    names = max(r.label.box.x1 for r in rows)
    if any(e.box.x1 < r.label.box.x0 for r in rows for e in r.entries):
        left = 0.0  # the label stands between the columns
    heads: list[list[Cell]] = [[] for _ in columns]
    between: list[Cell] = []
    reach = top
    above = [c for c in cells if c.box.y1 <= top + 2 and not c.is_value and not c.is_missing and c.lines <= 3]
    for cell in sorted(above, key=lambda c: -c.box.y1):
        if reach - cell.box.y1 > 2.2 * size or _is_title(cell, above, heads, columns):
            break
        if cell.box.x1 <= edge and cell.box.x0 <= names:
            reach = min(reach, cell.box.y0) if cell.size <= 1.2 * size else reach  # a section's name, or the corner
            continue
        if (cell.box.x0 < left - 2 and len(columns) > 1) or cell.size > 1.35 * size:
            continue
        under = [i for i in range(len(columns)) if _over(cell.box, columns, i)]
        for i in under:
            heads[i].insert(0, cell)
        if not under and any(heads) and columns[0].x0 < cell.box.cx < columns[-1].x1:
            between.append(cell)
        if under or cell in between:
            reach = min(reach, cell.box.y0)
    return _spread(heads, columns, between)


def _is_title(cell: Cell, above: Sequence[Cell], heads: Sequence[Sequence[Cell]], columns: Sequence[Box]) -> bool:
    """Whether the heads end under a cell: the note under the table's heading, or the heading, larger and alone over them."""  # noqa: E501
    if cell.box.x0 >= columns[-1].x1 or cell.box.x1 <= columns[0].x0 - TITLE_GAP:
        return False
    told = [c for head in heads for c in head]
    level = [c for c in above if c is not cell and abs(c.box.y1 - cell.box.y1) < 3]
    alone = not any(c.box.x0 < columns[-1].x1 and c.box.x1 > columns[0].x0 - TITLE_GAP for c in level)
    corner = cell.box.x1 <= columns[0].x0 and any(c.box.x0 >= cell.box.x1 and _over_any(c, columns) for c in level)
    return (cell.note and not corner) or (bool(told) and alone and cell.size > LARGER * max(c.size for c in told))


def _over_any(cell: Cell, columns: Sequence[Box]) -> bool:
    return any(_over(cell.box, columns, i) for i in range(len(columns)))


def _spread(heads: list[list[Cell]], columns: Sequence[Box], between: Sequence[Cell]) -> list[list[Cell]]:
    """Heads of an upper row, each given to all the columns it is centred over or begins."""
    low = [union([columns[i], *(c.box for c in h[-1:])]) for i, h in enumerate(heads)]
    upper = {id(c): c for h in heads for c in h if any(c.box.y1 <= other.box.y0 + 1 for g in heads for other in g[-1:])}
    for row in _rows_of([*upper.values(), *between]):
        if len(row) >= len(columns):
            continue
        for spans in (_centred(row, low), _begun(row, low)):
            if spans is not None:
                for i, cell in enumerate(spans):
                    heads[i] = [cell, *(c for c in heads[i] if c not in row)] if cell else heads[i]
                break
    return heads


def _rows_of(cells: Sequence[Cell]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: (-c.box.y1, c.box.x0)):
        if rows and abs(rows[-1][0].box.y1 - cell.box.y1) < 3:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return rows


def _centred(row: Sequence[Cell], columns: Sequence[Box]) -> list[Cell | None] | None:
    """For each column the head of the row that is nearest, when each head then stands in the middle of its columns."""
    given = [min(row, key=lambda c: abs(c.box.cx - column.cx)) for column in columns]
    for head in row:
        own = [column for column, cell in zip(columns, given, strict=True) if cell is head]
        if not own or abs(union(own).cx - head.box.cx) > 0.12 * union(own).width + 3:
            return None
    return list(given)


def _begun(row: Sequence[Cell], columns: Sequence[Box]) -> list[Cell | None] | None:
    """For each column the last head of the row that begins left of it, when each head begins with its first column."""
    given: list[Cell | None] = []
    for column in columns:
        begun = [c for c in row if c.box.x0 <= column.x0 + 6]
        given.append(max(begun, key=lambda c: c.box.x0, default=None))
    firsts = [next((c for c, g in zip(columns, given, strict=True) if g is head), None) for head in row]
    if any(first is None or abs(first.x0 - head.box.x0) > 14 for first, head in zip(firsts, row, strict=True)):
        return None
    return given


def _over(head: Box, columns: Sequence[Box], i: int) -> bool:
    column = columns[i]
    if head.x0 < column.x1 and head.x1 > column.x0:
        return True
    nearest = min(range(len(columns)), key=lambda k: abs(columns[k].cx - head.cx))
    return nearest == i and abs(head.cx - column.cx) < 30 and head.gap(column)[0] < 6


def spans_of(rows: Sequence[Row], cells: Sequence[Cell]) -> list[Cell | None] | None:
    """For each row the cell left of its label that stands for several rows; None where that can't be told."""
    left = min(r.label.box.x0 for r in rows)
    top, end = rows[0].box.y0 - 2, rows[-1].box.y1 + 2
    size = rows[0].label.size
    beside = [
        c
        for c in cells
        if not (c.is_value or c.is_unit or c.is_missing)
        and abs(c.size - size) < 0.05 * size
        and c.lines <= 2
        and 2 < left - c.box.x1 < SPAN_GAP
        and top <= c.box.cy <= end
    ]
    values = [c for c in cells if c.is_value and top <= c.box.cy <= end and c.box.x1 <= left]
    if not beside or any(v.box.x0 > min(c.box.x0 for c in beside) for v in values):
        return [None] * len(rows)
    beside.sort(key=lambda c: c.box.y0)
    middle = [min(beside, key=lambda c: abs(c.box.cy - r.box.cy)) for r in rows]
    pitch = (rows[-1].box.cy - rows[0].box.cy) / max(1, len(rows) - 1) or size
    if all(_in_middle(c, [r for r, m in zip(rows, middle, strict=True) if m is c], pitch) for c in beside):
        return list(middle)
    first = [next((c for c in reversed(beside) if c.box.y0 <= r.box.y0 + 3), None) for r in rows]
    starts = all(any(abs(c.box.y0 - r.box.y0) < 3 for r in rows) for c in beside)
    return first if starts and all(first) else None


def _in_middle(cell: Cell, rows: Sequence[Row], pitch: float) -> bool:
    return bool(rows) and abs(cell.box.cy - (rows[0].box.cy + rows[-1].box.cy) / 2) < 0.3 * pitch


LARGER = 1.15
"""Than its heads: how large a table's heading is set."""
TITLE_GAP = 150.0
"""Points left of the columns where the names stand, and a heading or note may begin."""
SPAN_GAP = 90.0
"""Points between a cell for several rows and their labels."""
