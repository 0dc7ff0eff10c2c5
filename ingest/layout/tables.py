"""Tables: rows of cells under each other. A row becomes one line, so that no column cut tears it apart."""

import re
from collections.abc import Sequence
from typing import TypeAlias

from ingest.layout.model import Line

MIN_ROWS = 3
ROW_STEP = 4.5
"""Font sizes from one row to the next, at most."""
CELL_NUMBER = re.compile(
    r"^[<>~±+-]?\s?[\d.,–-]+\s?"
    r"(?:%|pct\.?|procent|kr\.?|kroner|mio\.?( kr\.)?|m²|personer|beboere|boliger|\*|[¹²³⁴])?$"
    r"|^(?:-|–|—|\.{1,3}|:|i\.o\.)$"
)
INTERVAL = re.compile(r"^\d+\s?[-–—]\s?\d+\s?(?:m²|m2|kvm\.?|år)?$")
"""A class of sizes or ages, which names a row though it is made of numbers."""
Row: TypeAlias = tuple[Line, ...]


def find_tables(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """(one line per table row, the lines that belong to no table)."""
    rows = _rows(lines)
    tables = [table for table in _tables(rows) if len(table) >= MIN_ROWS]
    tables = [_with_head(table, rows) for table in tables]
    taken = {id(cell) for table in tables for row in table for cell in row}
    merged = tuple(Line(tuple(word for cell in row for word in cell.words)) for table in tables for row in table)
    return merged, tuple(line for line in lines if id(line) not in taken)


def _rows(lines: Sequence[Line]) -> list[Row]:
    """A name with the number cells to its right. Text of a neighbouring column starts a row of its own."""
    heights: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.y1, line.x0)):
        if heights and abs(heights[-1][-1].y1 - line.y1) < 0.4 * line.size:
            heights[-1].append(line)
        else:
            heights.append([line])
    rows: list[list[Line]] = []
    for height in heights:
        for position, cell in enumerate(sorted(height, key=lambda line: line.x0)):
            if position and CELL_NUMBER.match(cell.text):
                rows[-1].append(cell)
            else:
                rows.append([cell])
    return [tuple(row) for row in rows]


def _tables(rows: list[Row]) -> list[list[Row]]:
    tables: list[list[Row]] = []
    for row in rows:
        if not _is_data_row(row):
            continue
        table = next((table for table in reversed(tables) if _aligned(table[-1], row)), None)
        if table is None:
            tables.append([row])
        else:
            table.append(row)
    return tables


def _is_data_row(row: Row) -> bool:
    """A name, then at least one number or sign for "missing", all of about one size."""
    sizes = [cell.size for cell in row]
    name = row[0].text
    named = not CELL_NUMBER.match(name) or INTERVAL.match(name) is not None
    return len(row) >= 2 and named and max(sizes) < 1.25 * min(sizes)


def _aligned(above: Row, below: Row) -> bool:
    """Same number of cells, starting, ending or centred at the same places, not far apart."""
    if len(above) != len(below) or not 0 < below[0].y1 - above[0].y1 <= ROW_STEP * below[0].size:
        return False
    slack = 0.8 * below[0].size
    return abs(above[0].x0 - below[0].x0) < slack and all(
        min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < slack
        for a, b in zip(above[1:], below[1:], strict=True)
    )


def _with_head(table: list[Row], rows: list[Row]) -> list[Row]:
    """The table with its heading row: cells right above the number columns."""
    first = table[0]
    above = [
        cell
        for row in rows
        for cell in row
        if 0 < first[0].y1 - cell.y1 <= ROW_STEP * first[0].size and len(cell.text) < 40 and _over(cell, first)
    ]
    if not above:
        return table
    lowest = max(cell.y1 for cell in above)
    head = tuple(sorted((c for c in above if lowest - c.y1 < 0.5 * c.size), key=lambda cell: cell.x0))
    return [head, *table] if len(head) >= len(first) - 1 else table


def _over(cell: Line, row: Row) -> bool:
    return any(cell.x0 < other.x1 + other.size and other.x0 - other.size < cell.x1 for other in row)
