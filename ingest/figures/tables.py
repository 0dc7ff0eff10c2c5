"""Tables by coordinates: rows of a label and values under column heads; also lists of label … value."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft
from ingest.figures.naming import are_classes
from ingest.figures.panel import heading_above
from ingest.figures.units import is_unit_word, normal, unit_in, without_unit
from ingest.places import municipality_named

UNKNOWN_COLUMN = "det fremgår ikke sikkert, hvilken kolonne tallet hører til"


@dataclass(frozen=True, slots=True)
class Row:
    """A label (a text, or a year) and what stands right of it on its line."""

    label: Cell
    entries: tuple[Cell, ...]
    unit: Cell | None = None
    """What stands between them in a column of units ("antal", "kr. pr. m²")."""

    @property
    def box(self) -> Box:
        return union([self.label.box, *(c.box for c in self.entries)])


def table_drafts(cells: Sequence[Cell]) -> list[Draft]:
    """Drafts of every table among the cells."""
    drafts: list[Draft] = []
    for rows in _blocks(_rows(cells), cells):
        columns = _columns(rows)
        heads = _heads(rows, columns, cells)
        if len(rows) >= 2 or (len(columns) >= 2 and any(heads)):
            drafts += _read(rows, columns, heads, cells)
    return drafts


def _rows(cells: Sequence[Cell]) -> list[Row]:
    lines: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: (c.box.y1, c.box.x0)):
        for line in lines[-6:]:
            if _on_line(line[0], cell):
                line.append(cell)
                break
        else:
            lines.append([cell])
    rows: list[Row] = []
    for line in lines:
        label: Cell | None = None
        entries: list[Cell] = []
        unit: Cell | None = None
        ranked = sorted(line, key=lambda c: c.box.x0)
        for place, cell in enumerate(ranked):
            if place == 0 and cell.may_be_band and any(c.is_value for c in ranked[1:]):
                label = cell
                continue
            if cell.is_value or cell.is_missing or (cell.is_unit and entries):
                entries.append(cell)
                continue
            if label is not None and not entries and unit is None and is_unit_word(cell.text):
                unit = cell
                continue
            if label is not None and entries:
                rows.append(Row(label, tuple(entries), unit))
            label, entries, unit = cell, [], None
        if label is not None and entries:
            rows.append(Row(label, tuple(entries), unit))
    return [r for r in rows if _plain(r)]


def _on_line(a: Cell, b: Cell) -> bool:
    """Same base line; a label of several lines may stand beside its value with any of them."""
    size = min(a.size, b.size)
    if max(a.size, b.size) > 1.35 * size:
        return False
    if abs(a.box.y1 - b.box.y1) < 0.35 * size:
        return True
    tall, low = (a, b) if a.lines > b.lines else (b, a)
    return (
        tall.lines in (2, 3) and low.lines == 1 and tall.box.y0 - 0.2 * size <= low.box.cy <= tall.box.y1 + 0.2 * size
    )


def _plain(row: Row) -> bool:
    return row.label.lines <= 3 and len(row.label.text) < 90


def _blocks(rows: Sequence[Row], cells: Sequence[Cell]) -> list[list[Row]]:
    """Rows under each other: labels aligned, columns overlapping, no gap of more than three lines, or a section's name between."""  # noqa: E501
    blocks: list[list[Row]] = []
    for row in sorted(rows, key=lambda r: (r.label.box.y1, r.label.box.x0)):
        for block in blocks:
            last = block[-1]
            aligned = (
                abs(last.label.box.x0 - row.label.box.x0) < 1.2 * row.label.size
                or abs(last.label.box.x1 - row.label.box.x1) < 0.5 * row.label.size
            )
            step = row.box.y1 - last.box.y1
            overlap = any(a.box.gap(b.box)[0] < 12 for a in last.entries for b in row.entries)
            near = 0 < step < 3.4 * max(row.label.size, 6) + 9 * (row.label.lines - 1)
            if aligned and overlap and (near or _same_columns(last, row, step, cells)):
                block.append(row)
                break
        else:
            blocks.append([row])
    return blocks


def _same_columns(last: Row, row: Row, step: float, cells: Sequence[Cell]) -> bool:
    """Whether a row goes on with the columns of the last one, only a section's name standing between."""
    if len(last.entries) < 2 or len(row.entries) < 2 or not 0 < step < 6 * row.label.size:
        return False
    straight = all(any(abs(a.box.x1 - b.box.x1) < 1.5 for b in last.entries) for a in row.entries)
    left = min(c.box.x0 for c in (*last.entries, *row.entries))
    between = [c for c in cells if last.box.y1 - 1 < c.box.cy < row.box.y0 + 1]
    return straight and not any(c.box.x1 > left for c in between)


def _columns(rows: Sequence[Row]) -> list[Box]:
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


def _heads(rows: Sequence[Row], columns: Sequence[Box], cells: Sequence[Cell]) -> list[list[Cell]]:
    """For each column the head cells above it, top first; a head over several columns belongs to each."""
    top = rows[0].box.y0
    size = rows[0].label.size
    left = min(r.label.box.x1 for r in rows)
    heads: list[list[Cell]] = [[] for _ in columns]
    reach = top
    above = [c for c in cells if c.box.y1 <= top + 2 and not c.is_value and not c.is_missing and c.lines <= 3]
    for cell in sorted(above, key=lambda c: -c.box.y1):
        if reach - cell.box.y1 > 2.2 * size:
            break
        if cell.box.x1 <= left and cell.size <= 1.2 * size and cell.box.x0 >= rows[0].label.box.x0 - 30:
            reach = min(reach, cell.box.y0)  # a section's name between the head and the first row
            continue
        if cell.box.x1 <= left:
            continue
        if (cell.box.x0 < left - 2 and len(columns) > 1) or cell.size > 1.35 * size:
            continue
        under = [i for i in range(len(columns)) if _over(cell.box, columns, i)]
        for i in under:
            heads[i].insert(0, cell)
        if under:
            reach = min(reach, cell.box.y0)
    return _spread(heads, columns)


def _spread(heads: list[list[Cell]], columns: Sequence[Box]) -> list[list[Cell]]:
    """Heads of an upper row, each given to all the columns it is centred over or begins."""
    low = [union([columns[i], *(c.box for c in h[-1:])]) for i, h in enumerate(heads)]
    upper = {id(c): c for h in heads for c in h if any(c.box.y1 <= other.box.y0 + 1 for g in heads for other in g[-1:])}
    for row in _rows_of(list(upper.values())):
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


def _read(
    rows: Sequence[Row], columns: Sequence[Box], heads: Sequence[Sequence[Cell]], cells: Sequence[Cell]
) -> list[Draft]:
    headed = [c for head in heads for c in head]
    area = union([*(r.box for r in rows), *(c.box for c in headed)])
    used = [*headed, *(r.label for r in rows)]
    corner = [c for c in cells if c not in used and not c.is_value and headed and any(abs(c.box.y1 - h.box.y1) < 2 for h in headed) and c.box.x1 <= min(h.box.x0 for h in headed)]  # fmt: skip  # noqa: E501
    title = heading_above(area, cells, [*used, *corner], rows[0].label.size, 60)
    note = next(
        (c for c in cells if 0 <= c.box.y0 - area.y1 < 2.5 * c.size and c.box.x0 < area.x1 and unit_in(c.text)), None
    )
    drafts: list[Draft] = []
    must = bool(headed) or any(sum(not c.is_unit for c in r.entries) > 1 for r in rows)
    classed = are_classes([r.label.text for r in rows], title.text if title else "")
    for row in rows:
        for entry in row.entries:
            if entry.is_value:
                column = next(i for i, c in enumerate(columns) if c.x0 - 1 < entry.box.cx < c.x1 + 1)
                unit_cell = next(
                    (c for c in row.entries if c.is_unit and 0 <= c.box.x0 - entry.box.x1 < 2 * c.size), None
                )
                drafts.append(_draft(row, entry, heads[column], title, note, corner, unit_cell, must, classed))
    return drafts


def _draft(
    row: Row,
    entry: Cell,
    head: Sequence[Cell],
    title: Cell | None,
    note: Cell | None,
    corner: Sequence[Cell],
    unit_cell: Cell | None,
    must: bool,
    classed: bool,
) -> Draft:
    """One value: its row names it, its column says when or for whom; or the other way round where rows are years or places."""  # noqa: E501
    years = [c for c in head if c.number and c.number.kind in ("year", "period")]
    units = [c for i, c in enumerate(head) if i and is_unit_word(c.text)]
    texts = [c for c in head if c not in years and c not in units and not c.is_unit]
    column = " ".join(c.text for c in texts)
    label, series, period = row.label.text, column, years[-1].number.value if years and years[-1].number else None
    if not classed and row.label.number and row.label.number.kind in ("year", "period"):
        label, series, period = column or (title.text if title else ""), "", row.label.number.value
    elif is_place(label) and column and not is_place(column):
        label, series = column, row.label.text
    elif is_place(label) and not column and title is not None:
        label, series = title.text, row.label.text
    given = row.unit.text if row.unit else units[-1].text if units else ""
    sources = [
        row.label.text,
        *(c.text for c in head),
        *(c.text for c in corner),
        title.text if title else "",
        note.text if note else "",
    ]
    unit = next((u for u in map(unit_in, sources) if u), "")
    own = entry.number.unit if entry.number else ""
    reason = UNKNOWN_COLUMN if must and not head else None
    context = (*head, *([title] if title else []), *([note] if note else []))
    bare = without_mark(without_unit(label))
    return Draft(
        entry,
        bare,
        (row.label,),
        own or (unit_cell.text if unit_cell else normal(given) or unit or _noun(corner)),
        unit_cell or row.unit,
        title.text if title else "",
        without_unit(series) if series else "",
        context,
        period,
        reason,
        heads=(*head, *corner),
        classed=classed,
    )


def _noun(corner: Sequence[Cell]) -> str:
    """What a table counts by its corner: "Antal boliger" → boliger."""
    found = re.fullmatch(
        r"(?:antal|samlet antal)\s+(?:[\wæøå-]+e\s+)?([\wæøå-]+)", " ".join(c.text for c in corner), re.IGNORECASE
    )
    return found.group(1).casefold() if found else ""


def without_mark(label: str) -> str:
    """A label without the mark of a note at its end: "Ældreboliger²", "Tomgang 2)", "Husleje*", "Boliger1"."""
    label = re.sub(r"\s*(?:(?<!m)[¹²³⁴⁵⁶⁷⁸⁹]+|[*†]+|(?<=\w)\s?[1-9]\))\s*$", "", label)
    return re.sub(r"(?<=[a-zæøå]{3})[1-9]$", "", label)


def is_place(words: str) -> bool:
    """Whether a row or column stands for a place rather than a thing."""
    return bool(
        re.fullmatch(
            r"(?:hele )?landet|danmark|landsgennemsnit\w*|kommunen|region(?:en)?(?: \w+)?", words.strip(), re.IGNORECASE
        )
    ) or (municipality_named(words.strip()) is not None)
