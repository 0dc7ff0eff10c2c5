"""The figures of pages whose words have coordinates: charts, then tables, then tiles."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document, Figure, Shape
from ingest.figures.alone import pairs_alone, pairs_by_colon, with_names_of_money
from ingest.figures.asked import asked_drafts
from ingest.figures.bare import is_only_time
from ingest.figures.cards import with_card_heading
from ingest.figures.cells import Box, Cell, box_of
from ingest.figures.charts import chart_drafts
from ingest.figures.circle_tables import circle_tables
from ingest.figures.companions import companion_drafts, companions
from ingest.figures.dots import dot_drafts
from ingest.figures.draft import Draft, dated, finish
from ingest.figures.feet import foot_headings, with_feet
from ingest.figures.fragments import SheetPage
from ingest.figures.guards import guarded
from ingest.figures.head_notes import with_head_notes
from ingest.figures.heading_doubts import doubted_by_headings
from ingest.figures.legends import MARK_HEIGHT, legend_cells, without_legend_values
from ingest.figures.line_notes import with_line_notes
from ingest.figures.lollipops import with_lollipops
from ingest.figures.merging import labels_and_values
from ingest.figures.naming import named, series_told
from ingest.figures.note_years import with_note_years
from ingest.figures.one_line import one_line_drafts, one_line_lists
from ingest.figures.panel import circles, in_circle, page_shapes, panels
from ingest.figures.points import point_drafts
from ingest.figures.rings import inside_rings, middle_drafts
from ingest.figures.ruled import ruled_bands
from ingest.figures.said_cards import said_cards
from ingest.figures.sections import TITLE, sections, under_title, untitled, with_sections
from ingest.figures.shares import shares_of_a_whole
from ingest.figures.tables import table_drafts
from ingest.figures.tiles import tile_drafts
from ingest.figures.times import years_in
from ingest.figures.units import unit_in

_FURNITURE = re.compile(r"^(?:kilde|kilder|note|noter|foto|side \d|demodata)\b", re.IGNORECASE)
_PAGE_UNIT = re.compile(
    r"(?:(?:alle )?(?:tal|tallene|andele|værdier|beløb)(?: er)?(?: angivet| opgjort)? i|enhed:)\s",
    re.IGNORECASE,
)


def sheet_figures(document: Document, pages: Sequence[SheetPage], grouped: bool) -> list[Figure]:
    """Every figure that stands free on a page with coordinates."""
    drafts = [(page.number, draft) for page in pages for draft in _drafts(document, page)]
    long = sum(_long(draft) for _, draft in drafts)
    # One number of five bare digits among none like it is as suspect as one without a dot among dotted ones.
    return [finish(document, page, draft, grouped or (long == 1 and _long(draft))) for page, draft in drafts]


def _long(draft: Draft) -> bool:
    return bool(re.fullmatch(r"[0-9]{5,}", draft.value.text))


def _drafts(document: Document, page: SheetPage) -> list[Draft]:
    marks = [b for s in page.shapes if max((b := box_of(s)).width, b.height) <= MARK_HEIGHT]
    if not any(c.is_value for c in page.fragments) and not one_line_lists(page.fragments, marks):
        return []
    cells = labels_and_values(document, page)
    shapes = page_shapes(document, page)
    cells = with_head_notes(with_names_of_money(without_legend_values(shapes, cells)))
    cells = with_line_notes(cells, page.shapes)
    areas = [box_of(s) for s in shapes]
    listed = one_line_lists(cells, marks)
    if not any(c.is_value for c in cells) and not listed:
        return []
    cells = [c for c in cells if not any(c is line.cell for line in listed)]
    said, said_in = said_cards(document, page, areas)
    cells = [c for c in cells if not any(a.holds(c.box) for a in said_in)]
    feet = foot_headings(areas, cells)
    cells = [c for c in cells if not any(c is foot for _, foot in feet)]
    drafts = with_feet(_placed(page, cells, shapes), feet)
    told = one_line_drafts(listed) + said
    return _under_headings(document, page, drafts + told, [*cells, *(d.value for d in told)], areas)


def _placed(page: SheetPage, cells: list[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    """The drafts of charts, then tables, then tiles, each from what those before it have left."""
    pairs = companions(cells, [box_of(s) for s in shapes])
    apart = {id(c) for p in pairs for c in (p.name, p.value)}
    alone = [c for c in cells if id(c) not in apart]
    drafts = chart_drafts(alone, with_lollipops(shapes, page.shapes), [s for s in page.shapes if s.points], page.turned)
    drafts += middle_drafts(_without(alone, drafts), page.shapes)
    drafts += dot_drafts(_without(alone, drafts), shapes)
    drafts += point_drafts(_without(alone, drafts))
    drafts += circle_tables(_without(alone, drafts), circles(shapes))
    drafts += asked_drafts(_without(alone, drafts))
    drafts += pairs_by_colon(_without(alone, drafts))
    drafts += pairs_alone(_without(alone, drafts))
    left = _without(alone, drafts)
    areas = panels([*shapes, *ruled_bands(page.shapes, left)], left)
    round_areas = circles(shapes)
    cards = [p.box for p in areas if p.box is not None]
    named = {id(c) for c in (*legend_cells(shapes, cells), *(w for d in drafts for w in d.words))}
    texts = [c for c in cells if id(c) not in named]
    for panel in areas:
        in_panel = table_drafts([c for c in panel.cells if not in_circle(c, round_areas)])
        drafts += in_panel
        rest = _without(panel.cells, in_panel)
        readable = tuple(c for c in rest if not (c.note or _FURNITURE.match(c.text)))
        tiles = tile_drafts(type(panel)(panel.box, readable), shapes, cells)
        drafts += with_card_heading(tiles, panel, cards, texts)
    return drafts + companion_drafts(pairs, drafts, cards)


def _under_headings(
    document: Document, page: SheetPage, drafts: list[Draft], cells: list[Cell], areas: Sequence[Box]
) -> list[Draft]:
    """The drafts, each with the headings, times and units that hold for it, doubted where something contradicts."""
    middles = inside_rings(cells, page.shapes)
    free = [c for c in cells if not _FURNITURE.match(c.text) and not any(c is m for m in middles)]
    strong = _headings(document, page, free)
    found, title = sections(drafts, free, strong, areas, _width(document, page))
    told = series_told(untitled(drafts, title))
    parts = [c for c in free if not (title and (c is title or under_title(c, title)))]
    found, _ = sections(told, parts, strong, areas, _width(document, page))
    drafts = with_note_years(with_sections(told, found), cells, areas)
    noted = [n for s in found for n in s.notes]
    when = _page_year([c for c in cells if not any(c is n for n in noted)])
    drafts = [replace(d, context=(*d.context, when)) for d in drafts] if when is not None else drafts
    drafts = guarded(shares_of_a_whole(drafts, cells), cells)
    return doubted_by_headings([with_page_unit(draft, cells) for draft in named(drafts)], found, strong, areas)


def _page_year(cells: Sequence[Cell]) -> Cell | None:
    """The title, or a line that only tells when ("Tal for 2024"), over all numbers, where they name one year."""
    top = min(c.box.y0 for c in cells if c.is_value)
    over = [c for c in cells if c.box.y1 <= top and _year(c)]
    largest = max((c.size for c in cells if not c.is_value), default=0.0)
    told = [c for c in over if (is_only_time(c.text) and not c.number) or c.size >= largest]
    first = min((c for c in cells if not c.is_value), key=lambda c: c.box.y0)
    alone = all(c is first or c.is_value or c.size * TITLE < first.size for c in cells)
    told = told or [c for c in over if alone and _under_title(c, first)]
    return told[0] if len({_year(c) for c in told}) == 1 else None


def _year(cell: Cell) -> str | None:
    return years_in(cell.text) or dated(cell.text)


def _under_title(line: Cell, title: Cell) -> bool:
    """Whether a line stands right under the page's title."""
    return abs(line.box.x0 - title.box.x0) < 3 and -0.3 * title.size < line.box.y0 - title.box.y1 < 0.8 * title.size


def _width(document: Document, page: SheetPage) -> float:
    return next((p.width for p in document.pages if p.number == page.number), 0.0)


def _headings(document: Document, page: SheetPage, cells: Sequence[Cell]) -> set[int]:
    """Ids of the cells that layout reading took for headings, by their weight or size."""
    blocks = [b.span for b in document.blocks if b.kind == "heading" and b.page == page.number]
    return {id(c) for c in cells if any(s[0] <= c.spans[0][0] and c.spans[-1][1] <= s[1] for s in blocks)}


def with_page_unit(draft: Draft, cells: Sequence[Cell]) -> Draft:
    """A bare number takes the unit of a note that speaks for the whole page ("Andele i pct. af alle husstande")."""
    number = draft.value.number
    if draft.unit or number is None or number.unit or number.kind != "count":
        return draft
    notes = [c for c in cells if _PAGE_UNIT.match(c.text) and _speaks_for(c, draft, cells)]
    units = {unit_in(c.text) for c in notes} - {""}
    if len(units) != 1 or not _may_be(units, draft):
        return draft
    return replace(draft, unit=next(iter(units)), context=(*draft.context, notes[0]))


def _speaks_for(note: Cell, draft: Draft, cells: Sequence[Cell]) -> bool:
    """Whether a note may tell a value's unit: right of a heading it speaks for what stands under that alone."""
    beside = any(c is not note and c.box.x1 < note.box.x0 and abs(c.box.y1 - note.box.y1) < note.size for c in cells)
    return not beside or draft.value.box.y0 > note.box.y1 - 2


def _may_be(units: set[str], draft: Draft) -> bool:
    """Whether a value can have the page's unit: no share passes 100, and a label that counts things is no share."""
    number = draft.value.number
    small = number is not None and float(number.value) <= 100
    return units != {"pct."} or (small and not draft.label.startswith("Antal"))


def _without(cells: list[Cell] | tuple[Cell, ...], drafts: list[Draft]) -> list[Cell]:
    """The cells that no draft has taken as its value or label."""
    taken = {id(c) for d in drafts for c in (d.value, *d.words, *d.context)}
    return [c for c in cells if id(c) not in taken]
