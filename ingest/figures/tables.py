"""Tables by coordinates: rows of a label and values under column heads; also lists of label … value."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft
from ingest.figures.naming import are_classes
from ingest.figures.panel import heading_above, is_counted
from ingest.figures.table_heads import columns_of, heads_of, spans_of
from ingest.figures.table_parts import parts_of_rows
from ingest.figures.table_rows import Row, blocks_of, table_rows
from ingest.figures.time_columns import since
from ingest.figures.times import years_in
from ingest.figures.units import counted_in, is_unit_word, normal, unit_in, without_unit
from ingest.places import municipality_named

UNKNOWN_COLUMN = "det fremgår ikke sikkert, hvilken kolonne tallet hører til"
UNKNOWN_ROW = "det fremgår ikke sikkert, hvilken del af tabellen rækken hører til"


def table_drafts(cells: Sequence[Cell]) -> list[Draft]:
    """Drafts of every table among the cells."""
    drafts: list[Draft] = []
    for rows in blocks_of(table_rows(cells), cells):
        columns = columns_of(rows)
        heads = heads_of(rows, columns, cells)
        if len(rows) >= 2 or (len(columns) >= 2 and any(heads)):
            drafts += _read(rows, columns, heads, cells)
    return drafts


def _read(
    rows: Sequence[Row], columns: Sequence[Box], heads: Sequence[Sequence[Cell]], cells: Sequence[Cell]
) -> list[Draft]:
    headed = [c for head in heads for c in head]
    area = union([*(r.box for r in rows), *(c.box for c in headed)])
    used = [*headed, *(r.label for r in rows)]
    corner = [
        c
        for c in cells
        if c not in used
        and not c.is_value
        and headed
        and (any(abs(c.box.y1 - h.box.y1) < 2 for h in headed) or _level_with(c, headed))
        and min(r.label.box.x0 for r in rows) <= c.box.x1 <= min(h.box.x0 for h in headed)
    ]
    note = next((c for c in cells if _notes_unit(c, area, cells)), None)
    drafts: list[Draft] = []
    must = bool(headed) or any(not _told_by_unit(r) for r in rows)
    parts = parts_of_rows(rows, columns, headed, cells)
    named = {id(c) for c in parts if c is not None}
    title = heading_above(area, [c for c in cells if id(c) not in named], [*used, *corner], rows[0].label.size, 60)
    classed = are_classes([r.label.text for r in rows], title.text if title else "")
    by_class = are_classes([c.text for head in heads for c in head], title.text if title else "")
    over = spans_of(
        rows, [c for c in cells if c not in used and id(c) not in named and c not in corner and not is_counted(c)]
    )
    for at, row in enumerate(rows):
        span = over[at] if over is not None else None
        for entry in row.entries:
            if entry.is_value:
                column = next(i for i, c in enumerate(columns) if c.x0 - 1 < entry.box.cx < c.x1 + 1)
                unit_cell = next(
                    (c for c in row.entries if c.is_unit and 0 <= c.box.x0 - entry.box.x1 < 2 * c.size), None
                )
                draft = _draft(
                    row, entry, heads[column], title, parts[at], note, corner, unit_cell, must, classed, by_class
                )
                drafts.append(_spanned(draft, span) if over is not None else replace(draft, reason=UNKNOWN_ROW))
    return drafts


def _notes_unit(cell: Cell, area: Box, cells: Sequence[Cell]) -> bool:
    """Whether a text under a table tells its unit, and heads no numbers of its own."""
    if not (0 <= cell.box.y0 - area.y1 < 2.5 * cell.size and cell.box.x0 < area.x1 and unit_in(cell.text)):
        return False
    below = [c for c in cells if c.is_value and 0 <= c.box.y0 - cell.box.y1 < 2.2 * cell.size]
    return not any(c.box.x0 < area.x1 and c.box.x1 > area.x0 for c in below)


def _level_with(cell: Cell, heads: Sequence[Cell]) -> bool:
    """Whether a cell stands level with the rows of heads, as the corner over the names does."""
    whole = union(h.box for h in heads)
    return whole.y0 - 2 < cell.box.y0 and cell.box.y1 < whole.y1 + 2


def _told_by_unit(row: Row) -> bool:
    """Whether a row has one value, or each value a unit of its own ("902 boliger", "75 pct.")."""
    entries = [c for c in row.entries if not c.is_unit]
    units = [c.number.unit if c.number else "" for c in entries]
    return len(entries) < 2 or (all(units) and len(set(units)) == len(units))


def _spanned(draft: Draft, span: Cell | None) -> Draft:
    """A value's series with the cell that stands for several rows in front of it."""
    if span is None:
        return draft
    series = f"{span.text} · {draft.series}" if draft.series else span.text
    return replace(draft, series=series, context=(*draft.context, span), heads=(*draft.heads, span))


def _draft(
    row: Row,
    entry: Cell,
    head: Sequence[Cell],
    title: Cell | None,
    part: Cell | None,
    note: Cell | None,
    corner: Sequence[Cell],
    unit_cell: Cell | None,
    must: bool,
    classed: bool,
    by_class: bool,
) -> Draft:
    """One value: its row names it, its column says when or for whom; or the other way round where rows are years or places."""  # noqa: E501
    years = [c for c in head if c.number and c.number.kind in ("year", "period") and not by_class]
    units = [c for i, c in enumerate(head) if i and is_unit_word(c.text)]
    texts = [c for c in head if c not in years and c not in units and not c.is_unit]
    column = " ".join(c.text for c in texts)
    label, series, period = row.label.text, column, years[-1].number.value if years and years[-1].number else None
    if not classed and row.label.number and row.label.number.kind in ("year", "period"):
        label, series, period = column or (title.text if title else ""), "", row.label.number.value
    elif column and (_is_measure_name(label) or (is_place(label) and not is_place(column))):
        label, series = column, row.label.text
    elif is_place(label) and not column and title is not None:
        label, series = title.text, row.label.text
    if row.when is not None:
        label = f"{label} {row.when.text}" if since(row.when.text) else label
        period = period if since(row.when.text) else years_in(row.when.text)
    given = row.unit.text if row.unit else units[-1].text if units else ""
    sources = [c for c in (row.label, *head, *corner, part, title, note) if c is not None]
    unit = normal(given) or next((u for c in sources if (u := unit_in(c.text))), "")
    own = entry.number.unit if entry.number else ""
    reason = UNKNOWN_COLUMN if must and not head else None
    dated = [c for c in corner if years_in(c.text)]
    context = (*(() if by_class else head), *dated, *(c for c in (part, title, note) if c is not None))
    bare = without_unit(without_mark(label))
    return Draft(
        entry,
        bare,
        (row.label, row.when) if row.when else (row.label,),
        own or (unit_cell.text if unit_cell else unit or _noun(corner) or counted_in(c.text for c in texts)),
        unit_cell or row.unit,
        title.text if title else part.text if part else "",
        " · ".join(words for words in (part.text if part and title else "", without_unit(series)) if words),
        context,
        period,
        reason,
        heads=(*head, *corner),
        classed=classed or by_class,
    )


def _is_measure_name(label: str) -> bool:
    """Whether a row only says how its values are measured ("Antal", "Andel, pct."): the columns name them."""
    unit = r"(?:,? i? ?\(?(?:pct\.?|procent|%)\)?)?"
    return bool(re.fullmatch(rf"(?:antal|andel(?:en)?|procent){unit}", label, re.IGNORECASE))


def _noun(corner: Sequence[Cell]) -> str:
    """What a table counts by its corner: "Antal boliger" → boliger."""
    found = re.fullmatch(
        r"(?:antal|samlet antal)\s+(?:[\wæøå-]+e\s+)?([\wæøå-]+)", " ".join(c.text for c in corner), re.IGNORECASE
    )
    return found.group(1).casefold() if found else ""


def without_mark(label: str) -> str:
    """A label without the mark of a note at its end: "Ældreboliger²", "Tomgang 2)", "Husleje*", "Boliger1"."""
    label = re.sub(r"\s*(?:(?<!m)[¹²³⁴⁵⁶⁷⁸⁹]+|[*†]+|(?<=\w)\s?[1-9]\))\s*$", "", label)
    return re.sub(r"(?:(?<=[a-zæøå]{3})|(?<=\)))[1-9]$", "", label)


def is_place(words: str) -> bool:
    """Whether a row or column stands for a place rather than a thing."""
    return bool(
        re.fullmatch(
            r"(?:hele )?landet|danmark|landsgennemsnit\w*|kommunen|region(?:en)?(?: \w+)?", words.strip(), re.IGNORECASE
        )
    ) or (municipality_named(words.strip()) is not None)
