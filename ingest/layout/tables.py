"""Tables: rows of cells under each other. A row becomes one line, so that no column cut tears it apart."""

import re
from collections.abc import Sequence

from ingest.layout.model import Line

MIN_ROWS = 3
CELL_NUMBER = re.compile(
    r"^[<>~±+-]?\s?[\d.,–-]+\s?(?:%|pct\.?|kr\.?|mio\.?( kr\.)?|m²|\*|[¹²³⁴])?$|^(?:-|–|—|\.{1,3}|:|i\.o\.)$"
)
Row = tuple[Line, ...]


def find_tables(lines: Sequence[Line]) -> tuple[tuple[tuple[Line, ...], ...], tuple[Line, ...]]:
    """(tables as tuples of one line per row, the lines that belong to none)."""
    rows = _rows(lines)
    tables: list[tuple[Line, ...]] = []
    taken: set[int] = set()
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and _is_data_row(rows[end]) and (end == start or _aligned(rows[end - 1], rows[end])):
            end += 1
        if end - start >= MIN_ROWS:
            first = start - 1 if start and _is_head(rows[start - 1], rows[start]) else start
            table = rows[first:end]
            tables.append(tuple(Line(tuple(w for piece in row for w in piece.words)) for row in table))
            taken.update(id(piece) for row in table for piece in row)
        start = max(end, start + 1)
    return tuple(tables), tuple(line for line in lines if id(line) not in taken)


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.y1, line.x0)):
        if rows and abs(rows[-1][-1].y1 - line.y1) < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [tuple(sorted(row, key=lambda line: line.x0)) for row in rows]


def _is_data_row(row: Row) -> bool:
    """A name, then numbers: at least two cells, all but the first of them numbers or a sign for "missing"."""
    sizes = [cell.size for cell in row]
    return (
        len(row) >= 2
        and not CELL_NUMBER.match(row[0].text)
        and all(CELL_NUMBER.match(cell.text) for cell in row[1:])
        and max(sizes) < 1.25 * min(sizes)
    )


def _aligned(above: Row, below: Row) -> bool:
    """Same number of cells, starting or ending at the same places, not far apart."""
    if len(above) != len(below) or below[0].y1 - above[0].y1 > 4.5 * below[0].size:
        return False
    slack = 0.8 * below[0].size
    left = abs(above[0].x0 - below[0].x0) < slack
    return left and all(
        min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < slack
        for a, b in zip(above[1:], below[1:], strict=True)
    )


def _is_head(head: Row, row: Row) -> bool:
    near = row[0].y1 - head[0].y1 < 4.5 * row[0].size
    return near and len(head) in (len(row), len(row) - 1) and all(len(cell.text) < 40 for cell in head)
