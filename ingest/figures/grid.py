"""The figures of tables in formats without coordinates, read as tables on a page: their cells know their columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from ingest.document import Block, Document, Figure, TableCell
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import finish
from ingest.figures.flow import looks_like_heading
from ingest.figures.tables import UNKNOWN_COLUMN, table_drafts
from ingest.figures.times import years_in
from ingest.numbers import read_number

SIZE = 10.0
STEP = 16.0
"""Points from row to row."""
MOST_ROWS = 40
SENTENCE = 6
"""Words from which a cell may be a sentence, whose numbers count for themselves."""
Row: TypeAlias = list[TableCell]
_MARK = re.compile(r"(?<=[0-9.%])\s*[¹²³⁴⁵⁶⁷⁸⁹*†]+$")


def grid_figures(document: Document, grouped: bool) -> list[Figure]:
    """The figures of every table whose cells are known."""
    found: list[Figure] = []
    for table in _tables(document):
        titles = _titles(document, table)
        whole = {c.span: (row[0].span[0], row[-1].span[1]) for row in table for c in row}
        for part in _parts(document, table):
            for draft in table_drafts([*titles, *part]):
                figure = finish(document, document.page_at(table[0][0].span[0]), draft, grouped)
                found.append(replace(figure, quote=document.quote(whole[draft.value.spans[0]])))
    return found


def _tables(document: Document) -> list[list[Row]]:
    """Each table's rows."""
    rows = [list(cells) for _, cells in groupby(document.cells, key=lambda cell: (cell.table, cell.row))]
    return [list(table) for _, table in groupby(rows, key=lambda row: row[0].table)]


def _parts(document: Document, table: Sequence[Row]) -> Iterator[list[Cell]]:
    """A table's cells; a long table comes in parts, each under the table's heads."""
    rows = [[_cell(document, cell) for cell in row] for row in table]
    first = next((at for at, row in enumerate(rows) if any(c.is_value for c in row)), len(rows))
    for start in range(first, len(rows), MOST_ROWS):
        part = rows[:first] + rows[start : start + MOST_ROWS]
        yield [_at(cell, place) for place, row in enumerate(part) for cell in row]


def _cell(document: Document, cell: TableCell) -> Cell:
    text = " ".join(document.quote(cell.span).split())
    bare = _MARK.sub("", text)
    number = read_number(bare) if re.search(r"[0-9½¼¾]", bare) else None
    return Cell(Box(cell.x0, 0.0, cell.x1, SIZE), text, (cell.span,), SIZE, 1, number)


def _at(cell: Cell, row: int) -> Cell:
    return replace(cell, box=cell.box._replace(y0=STEP * row, y1=STEP * row + SIZE))


def _titles(document: Document, table: Sequence[Row]) -> list[Cell]:
    """The short text right above a table, and the one above that where it alone tells the year."""
    at = bisect_right(document.blocks, table[0][0].span[0], key=lambda block: block.span[1])
    above = document.blocks[max(0, at - 2) : at]
    spans = [b.span for b in above if _may_be_title(document, b)]
    if not spans or spans[-1] != above[-1].span:
        return []
    told = " ".join(document.quote(spans[-1]).split())
    if len(spans) > 1 and not years_in(told) and years_in(document.quote(spans[0])):
        told = " ".join(f"{document.quote(spans[0])} {told}".split())
    else:
        spans = spans[-1:]
    wide = max(cell.x1 for row in table for cell in row)
    box = Box(0.0, -2 * STEP - 1.2 * SIZE, wide, -2 * STEP)
    return [Cell(box, told.rstrip(" :"), tuple(spans), 1.4 * SIZE)]


def _may_be_title(document: Document, block: Block) -> bool:
    words = document.quote(block.span).strip()
    if block.kind not in ("heading", "paragraph", "caption"):
        return False
    return block.kind == "heading" or looks_like_heading(words) or (len(words.split()) <= 14 and words.endswith(":"))


class Grid:
    """Where the tables' cells stand, for what is found in other ways."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names: dict[tuple[int, int], str] = {}
        """The first cell of each row."""
        for cell in document.cells:
            self._names.setdefault((cell.table, cell.row), " ".join(document.quote(cell.span).split()))

    def sifted(self, figures: list[Figure]) -> list[Figure]:
        """A number that stands alone in a cell is of an unknown column; one in a short name is no figure."""
        return [kept for figure in figures if (kept := self._sift(figure))] if self._document.cells else figures

    def _sift(self, figure: Figure) -> Figure | None:
        value = figure.spans[0][0]
        at = bisect_right(self._document.cells, value, key=lambda cell: cell.span[0]) - 1
        cell = self._document.cells[at] if at >= 0 else None
        if cell is None or value >= cell.span[1]:
            return figure
        if _cell(self._document, cell).is_value:
            label = self._names[cell.table, cell.row]
            return replace(figure, label=label, certain=False, reason=figure.reason or UNKNOWN_COLUMN)
        return figure if len(self._document.quote(cell.span).split()) >= SENTENCE else None
