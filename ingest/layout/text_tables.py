"""Tables in plain text: rows of cells between bars or tabs, or in columns parted by blanks or dots."""

import re
from collections.abc import Sequence

from ingest.layout.model import Line, RowCell, Word, row_of
from ingest.layout.printed import Printed
from ingest.layout.tables import CELL_NUMBER
from ingest.repair import split_bullet

LETTER = 6.0
"""Points that a letter of a text in columns is taken to be wide."""
MAX_CELL = 40
GAP = re.compile(r"(?<=\S)(?:\s*\.{3,}\s*|\s{2,})(?=\S)")
WIDE = re.compile(r"\s\s|\.{3}")
"""In any such gap, and much cheaper to look for."""
RULE = re.compile(r"[\s|:+=-]*-{2,}[\s|:+=-]*")
NUMBER = re.compile(rf"(?:{CELL_NUMBER.pattern})|^[<>~]?\s?[\d.,]+\s?(?:[^\W\d]|[./²³%\s]){{0,30}}$|^(?:n/a|\.\.)$")
"""A number with at most a few words of unit, or a sign for "missing"."""
Row = list[tuple[int, int]]
"""Where the cells of a printed line begin and end; empty ones have no length."""


def table_lines(lines: Sequence[Printed]) -> dict[int, Line]:
    """The lines that are rows of a table, by their place among `lines`; a drawn rule is a row without cells."""
    found: dict[int, Line] = {}
    for cells_of, make in ((_barred, _numbered), (_tabbed, _numbered), (_spaced, _placed)):
        start = 0
        while start < len(lines):
            end = start
            while end < len(lines) and (end == start or lines[end].blanks == 0) and end not in found:
                if not cells_of(lines[end].raw) and not (end > start and RULE.fullmatch(lines[end].raw)):
                    break
                end += 1
            rows = [cells_of(line.raw) or [] for line in lines[start:end]]
            if any(rows) and _is_table(lines[start:end], rows, cells_of is _spaced):
                found |= {start + at: make(lines[start + at].raw, row) for at, row in enumerate(rows)}
            start = max(end, start + 1)
    return found


def _barred(raw: str) -> Row | None:
    if raw.count("|") < 1 or RULE.fullmatch(raw):
        return None
    inner = raw.rstrip()
    start = len(inner) - len(inner.lstrip())
    start += inner[start] == "|"
    end = len(inner) - (inner[-1] == "|")
    return _between(raw, start, end, "|")


def _tabbed(raw: str) -> Row | None:
    if "\t" not in raw.strip() or split_bullet(raw.strip())[0]:
        return None
    return _between(raw, 0, len(raw.rstrip("\r\n")), "\t")


def _between(raw: str, start: int, end: int, sign: str) -> Row:
    cells: Row = []
    while start <= end:
        at = raw.find(sign, start, end)
        at = end if at < 0 else at
        cells.append((start, at))
        start = at + 1
    return cells


def _spaced(raw: str) -> Row | None:
    """Cells of a line in columns; a line of one cell that is set in may be a head."""
    start, end = len(raw) - len(raw.lstrip()), len(raw.rstrip())
    if split_bullet(raw.strip())[0] or "\t" in raw:
        return None
    cells: Row = []
    for gap in GAP.finditer(raw, start, end) if WIDE.search(raw, start, end) else ():
        cells.append((start, gap.start()))
        start = gap.end()
    cells.append((start, end))
    return cells if len(cells) > 1 or (raw[:4].isspace() and end > 4) else None


def _is_table(lines: Sequence[Printed], rows: Sequence[Row], spaced: bool) -> bool:
    """Whether two rows or more hold a name and then numbers alone; between bars and tabs also as many cells each."""
    told = [[lines[at].raw[a:b].strip() for a, b in row] for at, row in enumerate(rows) if row]
    if any(len(cell) > MAX_CELL for row in told for cell in (row[1:] if not spaced else row)):
        return False
    data = [row for row in told if len(row) > 1 and row[0] and any(NUMBER.match(cell) for cell in row[1:])]
    if spaced:
        whole = [all(NUMBER.match(cell) for cell in row[1:]) for row in data]
        return sum(whole) >= 2 and all(whole[whole.index(True) :])
    return len(data) >= 1 and len(told) >= 2 and max(map(len, told)) - min(map(len, told)) <= 1


def _numbered(raw: str, row: Row) -> Line:
    """A row whose columns are counted."""
    return row_of([(raw[a:b], column, 1) for column, (a, b) in enumerate(row)])


def _placed(raw: str, row: Row) -> Line:
    """A row whose columns are where they are printed."""
    words: list[Word] = []
    cells: list[RowCell] = []
    for start, end in row:
        own = [Word(word) for word in raw[start:end].split()]
        cells.append(RowCell(len(words), len(words) + len(own), start * LETTER, end * LETTER))
        words += own
    return Line(tuple(words), cells=tuple(cells))
