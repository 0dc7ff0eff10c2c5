"""What pairs a value with its name, unit and series on a sheet, each rule by small cases that fail without it."""

import math

import pytest

from ingest.document import Shape
from ingest.figures.alone import pairs_alone, with_names_of_money
from ingest.figures.bar_zeros import zero_columns
from ingest.figures.bare import axis_ticks, bare_doubt
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.figures.geometry import area, height_at, holds
from ingest.figures.guards import guarded
from ingest.figures.legends import legend_blocks, legend_for, without_legend_values
from ingest.figures.lines import line_drafts
from ingest.figures.panel import Panel, heading_above, unit_note
from ingest.figures.rings import inside_rings, ring_drafts
from ingest.figures.table_rows import table_rows
from ingest.figures.tile_units import units_of
from ingest.figures.tile_words import tile_draft
from ingest.figures.tiles import tile_drafts
from ingest.figures.turned import rows_of_names
from ingest.figures.units import counted_in, is_measure, is_unit_word, normal, unit_in
from tests.test_ingest_sheets import cell

BLUE, RED = "#0b4f6c", "#f2b134"

# --- units ---

MEASURES = [
    # (words, a unit and nothing else, a unit or what is counted)
    ("kr./m²/år", True, True),
    ("kr. pr. m² pr. år", True, True),
    ("kg pr. m²", True, True),
    ("boliger pr. 1.000 indbyggere", False, True),
    ("sager", False, True),
    ("stk.", False, True),
    ("Husleje pr. m²", False, False),  # a name
]


@pytest.mark.parametrize(("words", "measure", "unit"), MEASURES)
def test_units_of_any_make(words: str, measure: bool, unit: bool) -> None:
    assert (is_measure(words), is_unit_word(words)) == (measure, unit)


HEADING_UNITS = [
    ("Ventetid på en bolig, måneder (2024)", "måneder"),  # after a comma
    ("Ventetid i måneder efter boligtype", "måneder"),
    ("Igangsatte byggerier, antal boliger", "boliger"),
    ("Procentfordeling, 2024", "pct."),
    ("Boliger, beboere og klima", ""),  # a list of themes
]


@pytest.mark.parametrize(("words", "unit"), HEADING_UNITS)
def test_units_in_headings(words: str, unit: str) -> None:
    assert unit_in(words) == unit


def test_units_are_spelt_one_way() -> None:
    assert [normal(u) for u in ("Boliger", "Mio. kr.", "kr./m²", "kWh")] == ["boliger", "mio. kr.", "kr. pr. m²", "kWh"]
    assert (counted_in(["Boliger"]), counted_in(["Boliger i alt"])) == ("boliger", "")


def test_a_charts_own_heading_gives_its_unit_and_no_heading_below_it() -> None:
    head, below = cell("Uddannelse (pct.)", 40, 80, 13), cell("Renovering, mio. kr.", 40, 305, 13)
    chart = Box(40, 120, 300, 300)
    assert unit_note(chart, [head, below], head)[1] == "pct."
    assert unit_note(chart, [below], None, 9.0)[1] == ""
    assert unit_note(chart, [cell("Beløb i mio. kr.", 40, 305, 8)], None, 9.0)[1] == "mio. kr."  # a note below


def test_a_small_unit_stands_on_the_line_of_a_large_number() -> None:
    [row] = table_rows([cell("Beboere i alt", 40, 102, 12), cell("748", 300, 100, 14), cell("personer", 330, 104, 9)])
    assert (row.label.text, row.unit.text if row.unit else "") == ("Beboere i alt", "personer")


def test_units_in_small_print_under_names() -> None:
    cells = [c for i in range(2) for c in (cell(f"Navn {i}", 40, 100 + 34 * i, 10), cell("pct.", 40, 112 + 34 * i, 7), cell(f"{i + 4}1", 200, 105 + 34 * i, 10), cell(f"{i + 5}2", 260, 105 + 34 * i, 10))]  # fmt: skip  # noqa: E501
    rows = table_rows(cells)
    assert [(r.label.text, r.unit.text if r.unit else "", len(r.entries)) for r in rows] == [("Navn 0", "pct.", 2), ("Navn 1", "pct.", 2)]  # fmt: skip  # noqa: E501


def test_units_level_under_a_row_of_numbers() -> None:
    values = [cell("154", x, 100, 28) for x in (40, 220)]
    labels = [cell("Lejeindtægter", v.box.x0, 60, 9) for v in values]
    units = [cell(u, v.box.x0, 145, 9) for u, v in zip(("mio. kr.", "personer"), values, strict=True)]
    names = {id(v): label for v, label in zip(values, labels, strict=True)}
    given = units_of(values, [*labels, *units], names)
    assert [given[id(v)].text for v in values] == ["mio. kr.", "personer"]
    assert units_of(values, [*labels, units[0]], names) == {}  # one alone under one of two


def test_a_unit_on_a_line_over_its_name() -> None:
    value, unit, name = cell("58", 40, 100, 19), cell("mio. kr.", 80, 92, 9), cell("er der renoveret for", 80, 103, 9)
    assert units_of([value], [unit, name], {id(value): name}) == {id(value): unit}


# --- words around a number ---

TILES = [
    # (cells: text, x, y, size; value first), label, unit, period
    ([("286", 200, 130, 18), ("Afdelingerne havde en omsætning på", 40, 100, 8), ("mio. kr.", 120, 128, 8), ("i 2023.", 130, 142, 7)], "Afdelingerne havde en omsætning på … i 2023.", "mio. kr.", None),  # its end stands under its unit  # noqa: E501
    ([("163", 40, 110, 20), ("Sektoren har øget omsætningen på", 110, 122, 8), ("mio. kr. i 2023.", 110, 150, 8)], "Sektoren har øget omsætningen på … i 2023.", "mio. kr.", None),  # lead and end right of it  # noqa: E501
    ([("21", 200, 100, 24), ("solcelleanlæg", 40, 98, 11), ("er sat op på taget", 40, 112, 8)], "solcelleanlæg er sat op på taget", "solcelleanlæg", None),  # a title in small letters is what is counted  # noqa: E501
    ([("812", 40, 100, 25), ("kr.", 90, 113, 8), ("pr. m² er den gennemsnitlige husleje", 40, 130, 8)], "er den gennemsnitlige husleje", "kr. pr. m²", None),  # the unit goes on in the words  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("cells", "label", "unit", "period"), TILES)
def test_words_around_a_number(
    cells: list[tuple[str, float, float, float]], label: str, unit: str, period: str | None
) -> None:
    value, *texts = (cell(*c) for c in cells)
    draft = tile_draft(value, texts)
    assert (draft.label, draft.unit, draft.period) == (label, unit, period)


def test_af_dem_names_the_number_wherever_they_stand() -> None:
    lead, name = cell("Mange bor alment i Danmark –", 40, 100), cell("af dem bor i almene boliger her", 40, 140)
    [draft] = tile_drafts(Panel(None, (lead, name, cell("6.930", 180, 118, 18))), [], [])
    assert (draft.label, draft.group) == ("af dem bor i almene boliger her", "")


def test_a_lead_that_waits_is_no_heading() -> None:
    area_ = Box(40, 120, 300, 200)
    assert heading_above(area_, [cell("Mange bor alment i Danmark –", 40, 100, 12)], [], 8, 60) is None
    assert heading_above(area_, [cell("Hvem bor her?", 40, 100, 12)], [], 8, 60) is not None


# --- pairs ---


def test_two_that_stand_alone_are_a_pair() -> None:
    cells = [c for x, y in ((40, 100), (300, 220)) for c in (cell("Opført før 1960", x, y), cell("24", x, y + 9, 10))]
    assert [(d.value.text, d.label) for d in pairs_alone(cells)] == [("24", "Opført før 1960")] * 2
    assert pairs_alone([*cells, cell("Boliger", 46, 121), cell("Afdelinger", 306, 241)]) == []  # another as near


def test_an_amount_over_a_share_is_its_name() -> None:
    name, share = cell("Under 200.000 kr.", 40, 100), cell("20 pct.", 40, 109, 10)
    assert name.is_value
    assert [c.is_value for c in with_names_of_money([name, share])] == [False, True]
    assert [c.is_value for c in with_names_of_money([name])] == [True]


@pytest.mark.parametrize(("entry", "kept"), [("2 personer", False), ("28 pct.", True)])
def test_numbers_in_a_legend_are_names(entry: str, kept: bool) -> None:
    marks = [Shape(1, 40 + 80 * i, 100, 48 + 80 * i, 108, f) for i, f in enumerate((BLUE, RED))]
    bars = [Shape(1, 40, 130, 140, 150, BLUE), Shape(1, 140, 130, 240, 150, RED)]
    cells = [cell("1 person", 52, 100), cell(entry, 132, 100), cell("40 pct.", 80, 136), cell("60 pct.", 180, 136)]
    assert [c.text for c in without_legend_values([*marks, *bars], cells) if c.is_value][:1] == [entry if kept else "40 pct."]  # fmt: skip  # noqa: E501


def test_a_legend_beside_a_chart_is_its_own() -> None:
    def key(y: float, *names: str) -> tuple[list[Shape], list[Cell]]:
        fills = (BLUE, RED)
        return [Shape(1, 200, y + 14 * i, 208, y + 8 + 14 * i, fills[i]) for i in range(2)], [cell(n, 212, y + 14 * i) for i, n in enumerate(names)]  # fmt: skip  # noqa: E501

    one, two = key(100, "Unge", "Ældre"), key(210, "Fjernvarme", "Gas")
    blocks = legend_blocks([*one[0], *two[0]], [*one[1], *two[1]])
    legend = legend_for(Box(40, 190, 140, 260), {BLUE, RED}, blocks)
    assert (legend.names[BLUE].text, legend.sure) == ("Fjernvarme", True)


# --- charts ---


def piece(begin: float, end: float, fill: str) -> Shape:
    turns = [begin + (end - begin) * i / 30 for i in range(31)]
    ring = [(r, t) for r, ts in ((60, turns), (30, turns[::-1])) for t in ts]
    points = tuple((200 + r * math.sin(t * math.tau), 200 - r * math.cos(t * math.tau)) for r, t in ring)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Shape(1, min(xs), min(ys), max(xs), max(ys), fill, "curve", points)


@pytest.mark.parametrize(("printed", "sure"), [(("30 pct.", "70 pct."), True), (("70 pct.", "30 pct."), False)])
def test_a_piece_of_a_ring_must_be_as_large_as_its_value(printed: tuple[str, str], sure: bool) -> None:
    pieces = [piece(0, 0.3, BLUE), piece(0.3, 1, RED)]
    values = [Cell(Box(x - 8, y - 4, x + 8, y + 4), t, ((0, 1),), 8, 1, cell(t, 0, 0).number) for t, (x, y) in zip(printed, ((236, 174), (158, 214)), strict=True)]  # fmt: skip  # noqa: E501
    marks = [Shape(1, 300, 180 + 14 * i, 308, 188 + 14 * i, f) for i, f in enumerate((BLUE, RED))]
    cells = [*values, cell("Unge", 312, 180), cell("Ældre", 312, 194)]
    drafts = ring_drafts(cells, cells, pieces, legend_blocks(marks, cells))
    assert [(d.label, d.reason is None) for d in drafts] == [("Unge", sure), ("Ældre", sure)]
    assert [c.text for c in inside_rings([cell("Boliger", 186, 196), *cells], pieces)] == ["Boliger"]


def chart(values: list[list[int]], drawn: list[list[int]] | None = None) -> list[Draft]:
    """Lines over four names, their values over their points; `drawn` is how high the lines really run."""
    names = [cell(f"Navn {i}", 80 + 100 * i, 320) for i in range(4)]
    strokes, cells = [], list(names)
    for fill, own, real in zip((BLUE, RED), values, drawn or values, strict=True):
        points = tuple((names[i].box.cx, 300.0 - 4 * v) for i, v in enumerate(real))
        strokes.append(Shape(1, points[0][0], 0, points[-1][0], 300, fill, "line", points))
        for (x, y), v in zip(points, own, strict=True):
            cells.append(Cell(Box(x - 5, y - 14, x + 5, y - 6), str(v), ((0, 1),), 8, 1, cell(str(v), 0, 0).number))
    marks = [Shape(1, 80 + 80 * i, 100, 88 + 80 * i, 108, f) for i, f in enumerate((BLUE, RED))]
    cells += [cell("Kommunen", 92, 100), cell("Landet", 172, 100)]
    return line_drafts(cells, cells, strokes, legend_blocks(marks, cells))


def test_values_of_two_lines_take_name_and_series() -> None:
    drafts = chart([[30, 32, 35, 31], [10, 12, 11, 15]])
    assert [(d.value.text, d.label, d.series, d.reason) for d in drafts][:2] == [("30", "Navn 0", "Kommunen", None), ("10", "Navn 0", "Landet", None)]  # fmt: skip  # noqa: E501
    assert len(drafts) == 8


LINES = [
    ([[30, 32, 35, 31], [10, 31, 11, 15]], None),  # where two lines meet, their values may be the other way round
    ([[30, 32, 35, 31], [10, 12, 40, 15]], [[30, 32, 35, 31], [10, 12, 11, 15]]),  # 40 stands off the scale of all
]


@pytest.mark.parametrize(("values", "drawn"), LINES)
def test_values_that_may_be_another_lines_are_uncertain(values: list[list[int]], drawn: list[list[int]] | None) -> None:
    assert any(d.reason for d in chart(values, drawn))


def test_geometry() -> None:
    square = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    assert (area(square), holds(square, 5, 5), holds(square, 15, 5)) == (100, True, False)
    assert (height_at(((0, 0), (10, 20)), 5), height_at(((0, 0), (10, 20)), 15)) == (10, None)


def test_a_zero_on_the_foot_belongs_to_the_series_that_has_its_place() -> None:
    names = [cell(n, 60 + 100 * i, 305) for i, n in enumerate(("Unge", "Ældre"))]
    bars = [Shape(1, names[0].box.cx - 30, 200, names[0].box.cx - 4, 300, BLUE), Shape(1, names[0].box.cx + 4, 250, names[0].box.cx + 30, 300, RED), Shape(1, names[1].box.cx - 30, 240, names[1].box.cx - 4, 300, BLUE)]  # fmt: skip  # noqa: E501
    zero = cell("0", names[1].box.cx + 15, 290)
    matched = [(b, cell(str(v), b.x0, b.y0 - 10)) for b, v in zip(bars, (96, 61, 40), strict=True)]
    [(bar, value)] = zero_columns(matched, [zero], [*names, zero])
    assert (bar.fill, value) == (RED, zero)
    assert zero_columns(matched, [cell("0", names[1].box.cx - 2, 290)], names) == []  # between both places


def test_turned_names_hang_in_even_rows() -> None:
    hung = [cell("Gjern", x, 100) for x in (40, 100, 160)]
    assert rows_of_names(hung) == hung
    assert rows_of_names([*hung[:2], cell("Ark", 400, 100)]) == []


def test_axes_under_each_other_are_all_ticks() -> None:
    ticks = [cell(str(25 * i), 30 - 4 * len(str(25 * i)), 200 + 200 * c - 40 * i) for c in range(2) for i in range(5)]
    assert len(axis_ticks(ticks)) == 10


# --- guards ---


def test_a_unit_or_name_that_nothing_took_makes_a_value_uncertain() -> None:
    value, name = cell("58", 40, 100, 19), cell("Renovering", 40, 122)
    draft = Draft(value, "Renovering", (name,), "boliger")
    assert guarded([draft], [value, name])[0].reason is None
    assert "mio. kr." in (guarded([draft], [value, name, cell("mio. kr.", 62, 108)])[0].reason or "")
    far = Draft(value, "Renovering", (cell("Renovering", 40, 160),))
    assert "Anlæg" in (guarded([far], [value, *far.words, cell("Anlæg", 40, 121)])[0].reason or "")


def test_a_class_by_letter_is_a_name_under_a_heading() -> None:
    assert bare_doubt("E-G", "Energimærker", "pct.") is None
    assert bare_doubt("E-G", "", "pct.") is not None
