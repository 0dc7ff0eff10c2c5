"""The rows of tables by coordinates: a label and what stands right of it on its line; blocks of such rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.figures.cells import Box, Cell, union
from ingest.figures.panel import is_counted
from ingest.figures.row_names import more_level, named_below, named_from_left
from ingest.figures.time_columns import time_column
from ingest.figures.units import is_unit_word

UNIT_RATIO = 1.6
"""A unit may be set smaller than its number by this factor and stand on its line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label (a text, or a year) and what stands right of it on its line."""

    label: Cell
    entries: tuple[Cell, ...]
    unit: Cell | None = None
    """What stands between them in a column of units ("antal", "kr. pr. m²")."""
    when: Cell | None = None
    """What stands between them in a column of times ("2020-2024", "siden 2020")."""

    @property
    def box(self) -> Box:
        return union([self.label.box, *(c.box for c in self.entries)])


def table_rows(cells: Sequence[Cell]) -> list[Row]:
    below = _units_below(cells)
    under = {id(unit) for unit in below.values()}
    names = {key: replace(c, box=union([c.box, below[key].box]), lines=2) for c in cells if (key := id(c)) in below}
    told = {id(name): (c, below[id(c)]) for c in cells if (name := names.get(id(c))) is not None}
    rows = _rows([names.get(id(c), c) for c in cells if id(c) not in under])
    return [replace(r, label=told[id(r.label)][0], unit=told[id(r.label)][1]) if id(r.label) in told else r for r in rows]  # fmt: skip  # noqa: E501


def _units_below(cells: Sequence[Cell]) -> dict[int, Cell]:
    """By label, the unit in small print right under it, where values stand level with the two ("Fraflytning" / "pct.")."""  # noqa: E501
    found: dict[int, Cell] = {}
    for unit in (c for c in cells if is_unit_word(c.text) and c.text[:1] != c.text[:1].upper()):
        for label in cells:
            under = (
                abs(label.box.x0 - unit.box.x0) < 3
                and -0.3 * label.size < unit.box.y0 - label.box.y1 < 0.8 * label.size
            )
            if not under or label.is_value or label.is_unit or unit.size > 0.95 * label.size:
                continue
            both = union([label.box, unit.box])
            level = [c for c in cells if c.is_value and c.box.x0 > both.x1 and both.y0 < c.box.cy < both.y1]
            if level and all(abs(c.size - label.size) < 0.2 * label.size for c in level):
                found[id(label)] = unit
    return found


def _rows(cells: Sequence[Cell]) -> list[Row]:
    centred = [*_centred_rows(cells), *_led_rows(cells)]
    inside = {id(c) for r in centred for c in (r.label, *r.entries)}
    cells = [c for c in cells if id(c) not in inside]
    lines: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: (c.box.y1, c.box.x0)):
        level = [line for line in lines[-6:] if _near_line(line, cell)]
        if level:
            min(level, key=lambda line: min(c.box.gap(cell.box)[0] for c in line)).append(cell)
        else:
            lines.append([cell])
    rows: list[Row] = []
    times = time_column(lines)
    for line in lines:
        label: Cell | None = None
        entries: list[Cell] = []
        unit: Cell | None = None
        when: Cell | None = None
        ranked = sorted(line, key=lambda c: c.box.x0)
        for place, cell in enumerate(ranked):
            if place == 0 and cell.may_be_band and any(c.is_value for c in ranked[1:]):
                label = cell
                continue
            if cell.is_value or cell.is_missing or (entries and (_is_unit(cell) or _counts(cell, entries[-1], line))):
                entries.append(cell)
                continue
            if label is not None and not entries and unit is None and is_unit_word(cell.text):
                unit = cell
                continue
            if label is not None and not entries and when is None and any(cell is t for t in times):
                when = cell
                continue
            if label is not None and entries:
                rows.append(replace(_row(label, entries, unit), when=when))
            label, entries, unit, when = cell, [], None, None
        if label is not None and entries:
            rows.append(replace(_row(label, entries, unit), when=when))
    named = {id(r.label) for r in rows} | {id(e) for r in rows for e in r.entries}
    rows += _big_rows(lines, [c for c in cells if id(c) not in named])
    return [_with_unit_below(r, cells) for r in rows if _plain(r)] + centred


def _is_unit(cell: Cell) -> bool:
    return cell.is_unit or is_unit_word(cell.text)


def _counts(cell: Cell, value: Cell, line: Sequence[Cell]) -> bool:
    """Whether one word in small letters stands right after the last value of a line, as what is counted does: 128 "unge"."""  # noqa: E501
    after = -1 < cell.box.x0 - value.box.x1 < 0.6 * value.size and value.is_value
    word = cell.text.isalpha() and cell.text.islower() and len(cell.text) > 2
    return after and word and cell.size <= value.size and all(c.box.x0 <= cell.box.x0 for c in line)


def _row(label: Cell, entries: Sequence[Cell], unit: Cell | None) -> Row:
    """A row, its unit told apart where it stands in a column of its own after the values."""
    units = [c for c in entries if not (c.is_value or c.is_missing)]
    values = [c for c in entries if c.is_value or c.is_missing]
    last = entries[-1]
    alone = unit is None and len(units) == 1 and last is units[0]
    counted = not last.is_unit and last.text[:1].islower()
    if alone and values and (counted or len(values) > 1 or last.box.x0 - values[-1].box.x1 > 2 * last.size):
        return Row(label, tuple(values), last)
    return Row(label, tuple(c for c in entries if c.is_value or c.is_missing or c.is_unit), unit)


def _centred_rows(cells: Sequence[Cell]) -> list[Row]:
    """Rows whose label stands between two numbers, two such rows at least under each other."""
    values = [c for c in cells if c.is_value]
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or is_counted(c))]
    rows: list[Row] = []
    for text in texts:
        level = [
            c for c in (*values, *texts) if c is not text and abs(c.box.cy - text.box.cy) < 0.5 * max(c.size, text.size)
        ]
        left = [c for c in level if c.box.x1 < text.box.x0]
        right = [c for c in level if c.box.x0 > text.box.x1]
        if len(left) != 1 or len(right) != 1 or not (left[0].is_value and right[0].is_value):
            continue
        if not any(named_from_left(left, t, text) or more_level(t, text, left[0]) for t in texts):
            rows.append(Row(text, (left[0], right[0])))
    return [r for r in rows if sum(_under(r, other) for other in rows) >= 1 and _plain(r)]


def _led_rows(cells: Sequence[Cell]) -> list[Row]:
    """Rows of two numbers or more with their name at the right end, two such rows at least under each other."""
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    rows: list[Row] = []
    for text in texts:
        level = [c for c in cells if c is not text and abs(c.box.y1 - text.box.y1) < 0.35 * text.size]
        values = sorted((c for c in level if c.is_value or c.is_missing), key=lambda c: c.box.x0)
        alike = all(max(v.size, text.size) < 1.35 * min(v.size, text.size) for v in values)
        if len(values) < 2 or len(values) != len(level) or values[-1].box.x1 >= text.box.x0:
            continue
        if alike and not any(named_from_left(values, t, text) for t in texts):
            rows.append(Row(text, tuple(values)))
    rows = [r for r in rows if _plain(r)]
    return [r for r in rows if any(o is not r and abs(o.label.box.x0 - r.label.box.x0) < 3 for o in rows)]


def _under(row: Row, other: Row) -> bool:
    """Whether two rows with the label between stand in the same three columns."""
    return row is not other and all(
        min(abs(a.box.cx - b.box.cx), abs(a.box.x0 - b.box.x0), abs(a.box.x1 - b.box.x1)) < 3
        for a, b in zip((row.label, *row.entries), (other.label, *other.entries), strict=True)
    )


def _big_rows(lines: Sequence[Sequence[Cell]], cells: Sequence[Cell]) -> list[Row]:
    """Lines of two numbers or more set larger than the label left of them."""
    rows: list[Row] = []
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    for line in lines:
        values = sorted((c for c in line if c.is_value), key=lambda c: c.box.x0)
        if len(values) < 2 or len(values) < len(line):
            continue
        first = values[0]
        level = [
            t
            for t in texts
            if abs(t.box.cy - first.box.cy) < 0.42 * first.size and t.size < first.size and not is_unit_word(t.text)
        ]
        if own := _own_rows(values, level, cells):
            rows += own
            continue
        if all(any(named_below(v, t) for t in texts) for v in values):
            continue
        left = [t for t in level if t.box.x1 <= first.box.x0]
        if len(left) == 1 and not any(v.box.x1 <= left[0].box.x0 for v in values):
            rows.append(Row(left[0], tuple(values)))
    return rows


def _own_rows(values: Sequence[Cell], level: Sequence[Cell], cells: Sequence[Cell]) -> list[Row]:
    """A row for each value of a line, where each has one text of its own left of it: two tables beside each other."""
    rows: list[Row] = []
    end = float("-inf")
    for value in values:
        names = [t for t in level if t.box.x0 > end and t.box.x1 <= value.box.x0]
        units = [
            c
            for c in cells
            if (c.is_unit or is_unit_word(c.text))
            and -1 < c.box.x0 - value.box.x1 < c.size
            and value.box.y0 < c.box.cy < value.box.y1
        ]
        if len(names) != 1 or len(units) > 1:
            return []
        rows.append(_row(names[0], [value, *units], None))
        end = units[0].box.x1 if units else value.box.x1
    return rows


def _with_unit_below(row: Row, cells: Sequence[Cell]) -> Row:
    """The row with the unit that stands in small print right under its label."""
    label = row.label
    for cell in cells:
        under = -0.3 * label.size < cell.box.y0 - label.box.y1 < 0.8 * label.size
        if (
            row.unit is None
            and under
            and abs(cell.box.x0 - label.box.x0) < 3
            and cell.size < 0.95 * label.size
            and (cell.is_unit or is_unit_word(cell.text))
        ):
            return replace(row, unit=cell)
    return row


def _on_line(a: Cell, b: Cell) -> bool:
    """Same base line; a label of several lines may stand beside its value with any of them."""
    size = min(a.size, b.size)
    units = any(c.is_unit or is_unit_word(c.text) for c in (a, b))
    if max(a.size, b.size) > (UNIT_RATIO if units else 1.35) * size:
        return False
    if abs(a.box.y1 - b.box.y1) < 0.35 * size:
        return True
    tall, low = (a, b) if a.lines > b.lines else (b, a)
    return (
        tall.lines in (2, 3) and low.lines == 1 and tall.box.y0 - 0.2 * size <= low.box.cy <= tall.box.y1 + 0.2 * size
    )


def _straight(a: Cell, b: Cell) -> bool:
    """Whether two cells end on one line upright; a sign for a gap may end a little off."""
    return abs(a.box.x1 - b.box.x1) < (4 if a.is_missing or b.is_missing else 1.5)


def _near_line(line: Sequence[Cell], cell: Cell) -> bool:
    """Whether a cell stands on a line; a raised mark pushes the cells of a row a little apart."""
    near = abs(line[0].box.y1 - cell.box.y1) < 0.6 * min(line[0].size, cell.size)
    return _on_line(line[0], cell) or (near and any(_on_line(c, cell) for c in line[1:]))


def _plain(row: Row) -> bool:
    return row.label.lines <= 3 and len(row.label.text) < 90


def blocks_of(rows: Sequence[Row], cells: Sequence[Cell]) -> list[list[Row]]:
    """Rows under each other: labels aligned, columns overlapping, no gap of more than three lines, or a section's name between."""  # noqa: E501
    blocks: list[list[Row]] = []
    for row in sorted(rows, key=lambda r: (r.label.box.y1, r.label.box.x0)):
        for block in blocks:
            last = block[-1]
            aligned = (
                abs(last.label.box.x0 - row.label.box.x0) < 1.2 * row.label.size
                or abs(last.label.box.x1 - row.label.box.x1) < 0.5 * row.label.size
                or (_between(last) and _between(row) and abs(last.label.box.cx - row.label.box.cx) < 3)
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


def _between(row: Row) -> bool:
    return any(e.box.x1 < row.label.box.x0 for e in row.entries)


def _same_columns(last: Row, row: Row, step: float, cells: Sequence[Cell]) -> bool:
    """Whether a row goes on with the columns of the last one, only a section's name standing between."""
    if len(last.entries) < 2 or len(row.entries) < 2 or not 0 < step < 6 * row.label.size:
        return False
    straight = all(any(_straight(a, b) for b in last.entries) for a in row.entries)
    left = min(c.box.x0 for c in (*last.entries, *row.entries))
    between = [c for c in cells if last.box.y1 - 1 < c.box.cy < row.box.y0 + 1]
    return straight and not any(c.box.x1 > left for c in between)
