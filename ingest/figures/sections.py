"""Which heading governs which part of a sheet: it stands over its part and reaches to the next one beside and below it."""  # noqa: E501

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.figures.bare import is_only_place
from ingest.figures.cells import Box, Cell, asserts, ends_sentence, goes_on, union
from ingest.figures.draft import Draft, dated
from ingest.figures.head_notes import is_head_note
from ingest.figures.line_notes import is_line_note, is_others_note
from ingest.figures.parts import beside_parts, is_told, own_heading, parts_of, wholes_of
from ingest.figures.section_sides import ALIGNED, aside, banded, breaks, sides, stacked, stands_over
from ingest.figures.times import years_in
from ingest.figures.units import unit_in
from ingest.places import municipalities_in

BIGGER = 1.06
TITLE = 1.2
"""The page's title is larger than every other heading by this factor."""

WHOLE = 100
GIANT = 1.3
"""A heading that names the municipality and is larger than every other by this factor is the title wherever it stands."""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the small print right under it, and the part of the page it governs."""

    heading: Cell
    notes: tuple[Cell, ...]
    area: Box


def sections(
    drafts: Sequence[Draft], cells: Sequence[Cell], strong: set[int], areas: Sequence[Box], width: float
) -> tuple[list[Section], Cell | None]:
    """The sections and the title of a page whose names (labels, series, column heads) are taken by the drafts; ids in `strong` are set in bold."""  # noqa: E501
    names = _names(drafts)
    chosen = {id(c) for d in drafts for c in d.context if c.text == d.group}
    body = median([c.size for d in drafts for c in d.words] or [8.0])
    texts = [c for c in cells if id(c) not in names and _may_head(c)]
    heads = [c for c in texts if id(c) in chosen or id(c) in strong or c.size >= BIGGER * body]
    bands = [a for a in areas if a.width > 6 * a.height and not any(c.is_value and a.holds(c.box) for c in cells)]
    heads += [c for c in texts if c not in heads and banded(c, bands, cells)]
    heads += [c for c in texts if c not in heads and c.text.isupper() and c.lines == 1 and c.size > 0.95 * body]
    styles = {(round(c.size, 1), round(c.box.x0)) for c in heads}
    heads += [c for c in texts if c not in heads and (round(c.size, 1), round(c.box.x0)) in styles and c.lines == 1]
    title = page_title(heads)
    heads = [c for c in heads if title is None or not _over_title(c, title)]
    heads = [
        c for c in heads if c is not title and (id(c) in chosen or title is None or not _subtitle(c, title, strong))
    ]
    heads = [c for c in heads if not any(_subtitle(c, other, strong) for other in heads)]
    page = union(c.box for c in cells)
    page = Box(min(0.0, page.x0), page.y0, max(width, page.x1), page.y1)
    parts = parts_of(drafts, cells, areas)
    found = _beside(heads, [d.value for d in drafts], cells, page)
    heads = [c for c in heads if not any(c is s.heading for s in found)]
    small = [c for c in cells if id(c) not in names and c not in heads]
    for head in heads:
        others = [h for h in heads if h is not head]
        notes = tuple(c for c in small if _subtitle(c, head, strong) and not is_others_note(c, head, others))
        found.append(Section(head, notes, _area(head, notes, heads, cells, areas, page, parts)))
    return found, title


def with_sections(drafts: Sequence[Draft], found: Sequence[Section]) -> list[Draft]:
    """The drafts, each under the lowest heading whose part it stands in, where it has none or only another's label."""
    names = _names(drafts)
    unfit = [s for s in found if _unfit(s, drafts)]
    wholes = wholes_of(drafts)
    heads = [s.heading for s in found]
    return [
        _under(
            d,
            [s for s in found if _may_govern(s, d, wholes, unfit) and not is_told(s.heading, d, wholes, heads)],
            names,
        )
        for d in drafts
    ]


def _may_govern(section: Section, draft: Draft, wholes: Mapping[int, Box], unfit: Sequence[Section]) -> bool:
    """Whether a heading may stand for a value of a chart or table: not one that stands level with it or beside it."""
    own = own_heading(draft)
    whole = wholes.get(id(own)) if own is not None and (draft.charted or draft.heads) else None
    head = section.heading
    if head is own and whole is not None:
        return True
    if any(section is s for s in unfit):
        return False
    if whole is None or head is own:
        return True
    return head.box.y1 <= whole.y0 + head.size and head.box.x0 < whole.x1 + ALIGNED and head.box.x1 > whole.x0 - ALIGNED


def untitled(drafts: Sequence[Draft], title: Cell | None) -> list[Draft]:
    """The drafts without the page's title as their group; it may still say when."""
    if title is None:
        return list(drafts)
    return [_without_title(d, title) for d in drafts]


def _without_title(draft: Draft, title: Cell) -> Draft:
    own = next((c for c in draft.context if c.text == draft.group), None)
    if own is None or not (own is title or _over_title(own, title) or under_title(own, title)):
        return draft
    return replace(draft, group="", context=(*(c for c in draft.context if c is not own and c is not title), title))


def _unfit(section: Section, drafts: Sequence[Draft]) -> bool:
    """Whether a heading speaks of shares over a bare number past 100: then it is another part's."""
    if "pct." not in (unit_in(c.text) for c in (section.heading, *section.notes)):
        return False
    inside = [d for d in drafts if not d.unit and section.area.holds(d.value.box, 0)]
    own = [d for d in inside if (head := own_heading(d)) is None or head is section.heading or head.note]
    numbers = [d.value.number for d in own if d.value.number]
    return any(n.kind == "count" and not n.unit and n.parts == () and float(n.value) > 100 for n in numbers)


def _under(draft: Draft, found: Sequence[Section], names: set[int]) -> Draft:
    middle = Box(draft.value.box.cx, draft.value.box.cy, draft.value.box.cx, draft.value.box.cy)
    own = own_heading(draft)
    over = [
        s
        for s in found
        if s.area.holds(middle, 0) and s.heading not in draft.words and not aside(s.heading, s.area, draft.value, own)
    ]
    told = next((s for s in found if s.heading is own), None)
    if told is not None and (draft.charted or draft.heads) and told not in over:
        over.append(told)
    if not over and told is None:
        return draft
    over.sort(key=lambda s: s.heading.box.y1, reverse=True)
    nearest = over[0] if over else told
    assert nearest is not None, "one of the two is there"
    borrowed = own is not None and (id(own) in names or any(own is note for s in found for note in s.notes))
    lower = own is not None and own.box.y1 < nearest.heading.box.y0
    level = own is not None and told not in over and nearest.heading.box.y1 > own.box.y0 - 2
    context = list(draft.context)
    group, head = draft.group, nearest
    if not draft.group or borrowed or (told is not None and told is not nearest and (lower or level)):
        above = own.text if own is not None and not borrowed and own.size > nearest.heading.size else ""
        group = f"{above} · {nearest.heading.text}" if above else nearest.heading.text
        context = [c for c in context if c is not own]
    elif told is not None:
        head = told
    mark = own if group == draft.group and own is not None else head.heading
    held = [head] if mark is head.heading else []
    # The parts that this one is part of.
    held += [
        s for s in over if s is not head and s.area.holds(mark.box) and stands_over(s.heading.box, s.area, mark.box)
    ]
    around = [c for s in held for c in (s.heading, *notes_of(s, draft)) if c not in context]
    units = [u for s in held[:1] for c in (s.heading, *notes_of(s, draft)) if (u := unit_in(c.text))]
    number = draft.value.number
    plain = not draft.unit and number is not None and not number.unit and number.kind == "count"
    if plain and number is not None and units[:1] == ["pct."] and float(number.value) > WHOLE:
        units = []  # no share of what the heading tells
    return replace(draft, group=group, context=(*context, *around), unit=units[0] if plain and units else draft.unit)


_OF_ONE = re.compile(r"([A-ZÆØÅ][a-zæøå]{4,}) (?:er|måles|opgøres|angives|vises)\b")
_OF_ALL = re.compile(r"(?:tal|alle|beløb|andel|værdi|data|opgørelse)", re.IGNORECASE)


def notes_of(section: Section, draft: Draft) -> list[Cell]:
    """The notes that speak of a figure: "Renovering er opgjort i mio. kr." is the unit of that column alone."""
    said = " ".join((draft.label, draft.series or "", draft.group or "")).casefold()
    of_one = ((note, _OF_ONE.match(note.text)) for note in section.notes)
    return [n for n, one in of_one if one is None or _OF_ALL.match(one[1]) or one[1][:6].casefold() in said]


def _names(drafts: Sequence[Draft]) -> set[int]:
    """Ids of the cells that are some value's label, series or column head."""
    heads = {id(c) for d in drafts for c in d.context if c.text == d.group}
    words = {id(c) for d in drafts for c in (*d.words, *([d.unit_cell] if d.unit_cell else []))}
    series = {id(c) for d in drafts for c in d.context if id(c) not in heads and d.series and c.text in d.series}
    return words | series | {id(c) for d in drafts for c in d.heads}


def _beside(heads: Sequence[Cell], values: Sequence[Cell], cells: Sequence[Cell], page: Box) -> list[Section]:
    """Headings that stand under each other, each left of the row it governs."""
    columns: list[list[Cell]] = []
    for head in sorted(heads, key=lambda c: c.box.y0):
        column = next((x for x in columns if stacked(x[0], head)), None)
        if column is None:
            columns.append([head])
        else:
            column.append(head)
    found: list[Section] = []
    for column in columns:
        ys = [c.box.cy for c in column]
        if len(column) < 2:
            continue
        edges = [(a + b) / 2 for a, b in pairwise(ys)]
        edges = [ys[0] - (edges[0] - ys[0]), *edges, ys[-1] + (ys[-1] - edges[-1])]
        bands = [Box(c.box.x1, top, page.x1 + 1, end) for c, (top, end) in zip(column, pairwise(edges), strict=True)]
        right = max(c.box.x1 for c in column)
        level = all(
            any(band.holds(v.box, 6) and abs(v.box.cy - c.box.cy) < 0.8 * v.size for v in values)
            for band, c in zip(bands, column, strict=True)
        )
        others = [c for c in cells if not any(c is head for head in column)]
        below = any(c.box.x0 < right and column[0].box.y0 < c.box.cy < edges[-1] for c in others)
        if level and not below:
            found += [Section(c, (), band) for c, band in zip(column, bands, strict=True)]
    return found


def _may_head(cell: Cell) -> bool:
    if cell.note or cell.is_value or cell.is_unit or cell.is_missing or cell.lines > 3 or len(cell.text) > 100:
        return False
    return (
        not asserts(cell.text)
        and not goes_on(cell.text)
        and cell.text.rstrip()[-1:] not in (",", "–", "-")
        and sum(c.isalpha() for c in cell.text) > 2
    )


def _subtitle(cell: Cell, head: Cell, strong: set[int]) -> bool:
    """Whether a text is the smaller line right under a heading."""
    gap = cell.box.y0 - head.box.y1
    if cell.note and (is_head_note(cell, head) or is_line_note(cell, head)):
        return True
    if cell is head:
        return False
    if _right_after(cell, head):
        return True
    if not -0.3 * head.size < gap < 1.6 * cell.size:
        return False
    aligned = abs(cell.box.x0 - head.box.x0) < 3 or abs(cell.box.cx - head.box.cx) < 3
    weaker = cell.size < 0.97 * head.size and (id(cell) not in strong or cell.size < 0.8 * head.size)
    if not (aligned and weaker):
        return False
    says_unit = bool(unit_in(cell.text)) and cell.size < 0.9 * head.size
    return (
        gap < 0.9 * cell.size
        or says_unit
        or (ends_sentence(cell.text) and bool(years_in(cell.text) or dated(cell.text)))
    )


def _right_after(cell: Cell, head: Cell) -> bool:
    """Whether a text goes on with a heading on its line in smaller print: "Hvor kommer de fra?" "(2024)"."""
    level = abs(cell.box.y1 - head.box.y1) < 0.35 * head.size and cell.size < 0.97 * head.size
    return level and -1 < cell.box.x0 - head.box.x1 < head.size


def under_title(cell: Cell, title: Cell) -> bool:
    """Whether a text is the smaller line right under the title, which names no part of the page either."""
    return _subtitle(cell, title, set())


def _over_title(cell: Cell, title: Cell) -> bool:
    """Whether a text is the smaller line right over the title."""
    near = -0.3 * title.size < title.box.y0 - cell.box.y1 < title.size
    return cell is not title and near and abs(cell.box.x0 - title.box.x0) < 3


def page_title(heads: Sequence[Cell]) -> Cell | None:
    """The page's title, which names the page and no part of it."""
    first = min(heads, key=lambda c: c.box.y0, default=None)
    rest = [c for c in heads if c is not first]
    if first is None or not rest:
        return None
    largest = max(c.size for c in rest)
    giant = max(heads, key=lambda c: c.size)
    others = [c.size for c in heads if c is not giant]
    if giant.size >= GIANT * max(others) and municipalities_in(giant.text):
        return giant
    if first.size > largest and is_only_place(first.text):
        return first
    named = first.size > largest and bool(municipalities_in(first.text)) and first.box.y1 < min(c.box.y0 for c in rest)
    return first if named or first.size >= TITLE * largest else None


def _area(
    head: Cell,
    notes: Sequence[Cell],
    heads: Sequence[Cell],
    cells: Sequence[Cell],
    areas: Sequence[Box],
    page: Box,
    parts: Sequence[Box],
) -> Box:
    around = sorted((a for a in areas if a.holds(head.box)), key=lambda a: a.width * a.height)
    home = next((a for a in around if any(c.is_value and a.holds(c.box) for c in cells)), page)
    left, right = sides(head, notes, heads, cells, areas, home)
    if around and around[0] is not home and not around[0].holds(home):
        left, right = around[0].x0 - 2, around[0].x1 + 2
    left, right = beside_parts(head, left, right, parts)
    below = [
        c.box.y0
        for c in heads
        if c.box.y0 >= head.box.y1 and c.size >= 0.97 * head.size and c.box.x0 < right and c.box.x1 > left
    ]
    across = [
        b.y0
        for b in (*(c.box for c in cells if c not in notes), *areas, *parts)
        if b.y0 > head.box.y1 and breaks(b, left, right)
    ]
    return Box(left, head.box.y1 - 1, right, min([home.y1, *below, *across]))
