"""The parts of reading a sheet, each by small cases: sections, companions, points, rows, names, lengths, titles."""

from dataclasses import replace

import pytest

from ingest.document import Shape
from ingest.figures.bare import is_only_time
from ingest.figures.bars import in_order
from ingest.figures.cells import Box, Cell, ends_sentence
from ingest.figures.checks import checked
from ingest.figures.companions import companion_drafts, companions
from ingest.figures.draft import Draft
from ingest.figures.find import find_figures
from ingest.figures.naming import named
from ingest.figures.panel import Panel, circles, in_circle, panels
from ingest.figures.points import point_drafts
from ingest.figures.sections import sections, untitled, with_sections
from ingest.figures.table_rows import table_rows
from ingest.figures.tables import table_drafts, without_mark
from ingest.figures.tiles import tile_drafts
from ingest.figures.units import unit_in
from ingest.figures.whose import _closed
from ingest.numbers import read_number
from tests.test_ingest_figures import document


def cell(text: str, x: float, y: float, size: float = 8.0, lines: int = 1) -> Cell:
    box = Box(x, y, x + 0.5 * size * len(text), y + size * lines)
    return Cell(box, text, ((0, 1),), size, lines, read_number(text))


# --- headings ---


def under(heads: list[Cell], values: list[Cell], areas: tuple[Box, ...] = ()) -> list[str]:
    drafts = [Draft(v, f"Navn {i}", (cell(f"Navn {i}", v.box.x0, v.box.y1 + 2),)) for i, v in enumerate(values)]
    cells = [*heads, *values, *(c for d in drafts for c in d.words)]
    found, title = sections(drafts, cells, set(), areas, 595)
    return [d.group for d in with_sections(untitled(drafts, title), found)]


def test_a_heading_reaches_to_the_next_one_beside_and_below_it() -> None:
    heads = [cell("Bolig", 40, 80, 12), cell("Beboere", 300, 80, 12), cell("Drift", 40, 200, 12)]
    values = [cell("12", 40, 110, 16), cell("34", 310, 110, 16), cell("56", 200, 110, 16), cell("78", 60, 230, 16)]
    assert under(heads, values) == ["Bolig", "Beboere", "Bolig", "Drift"]


def test_headings_left_of_their_rows() -> None:
    heads = [cell(text, 40, y, 14) for text, y in (("Bolig", 100), ("Beboere", 200), ("Drift", 300))]
    values = [cell("12", x, y, 16) for y in (100, 200, 300) for x in (200, 350)]
    assert under(heads, values) == ["Bolig", "Bolig", "Beboere", "Beboere", "Drift", "Drift"]


def test_the_pages_title_is_no_group() -> None:
    heads = [cell("Almene boliger i Faxe", 40, 20, 24), cell("Bolig", 40, 80, 12)]
    assert under(heads, [cell("12", 40, 110, 16), cell("34", 400, 110, 16)]) == ["Bolig", "Bolig"]


def test_a_heading_in_shares_is_not_for_numbers_past_a_hundred() -> None:
    heads = [cell("Beboere, pct.", 40, 80, 12)]
    assert under(heads, [cell("412", 340, 110, 16), cell("38", 40, 110, 16)]) == ["", ""]


# --- names ---

NAMED = [
    # (label, group, series, label then, group then, series then, period then)
    ("Hele landet", "Tomgang", "", "Tomgang", "", "Hele landet", None),  # a place is the series
    ("2024", "Nye boliger", "", "Nye boliger", "", "", "2024"),  # a year is the period
    ("2024", "", "", "2024", "", "", None),  # nothing else names it
    ("Ungdomsboliger", "Nye boliger", "", "Ungdomsboliger", "Nye boliger", "", None),  # a name stays
]  # fmt: skip


@pytest.mark.parametrize(("label", "group", "series", "label2", "group2", "series2", "period"), NAMED)
def test_a_place_or_year_is_no_name(
    label: str, group: str, series: str, label2: str, group2: str, series2: str, period: str | None
) -> None:
    [draft] = named([Draft(cell("12", 40, 40), label, group=group, series=series)])
    assert (draft.label, draft.group, draft.series, draft.period) == (label2, group2, series2, period)


def test_years_beside_a_class_of_years_are_classes() -> None:
    drafts = [Draft(cell("12", 40, 40), label, group="Opført") for label in ("Før 1950", "1950-1969")]
    assert [(d.label, d.classed) for d in named(drafts)] == [("Før 1950", True), ("1950-1969", True)]


MARKS = [
    ("Ældreboliger2", "Ældreboliger"),  # a raised digit that was read as a plain one
    ("Tomgang 1)", "Tomgang"),
    ("Husleje*", "Husleje"),
    ("Areal i m2", "Areal i m2"),  # a unit
    ("CO2", "CO2"),  # a formula
]


@pytest.mark.parametrize(("printed", "bare"), MARKS)
def test_marks_of_notes_are_no_part_of_a_name(printed: str, bare: str) -> None:
    assert without_mark(printed) == bare


TIMES = [
    ("pr. 1. januar 2025", True),
    ("2020-2024", True),
    ("(2023)", True),
    ("boliger i 2024", False),
    ("pct.", False),
]


@pytest.mark.parametrize(("words", "only"), TIMES)
def test_words_that_only_tell_when(words: str, only: bool) -> None:
    assert is_only_time(words) is only


def test_a_unit_ends_no_sentence() -> None:
    assert [ends_sentence(w) for w in ("Husleje i kr.", "Andel i pct.", "Tal fra 2024.")] == [False, False, True]


UNITS = [
    ("Beboere efter alder (antal personer)", "personer"),  # what is counted, in brackets
    ("Antal boliger efter type", "boliger"),  # what is counted, in front
    ("Antal boliger", "boliger"),
    ("År, efter boligens størrelse", "år"),  # a time in a capital, and what it goes by
    ("Boliger og antal beboere pr. by", ""),  # in the middle it says nothing of the rest
]


@pytest.mark.parametrize(("words", "unit"), UNITS)
def test_what_a_heading_counts(words: str, unit: str) -> None:
    assert unit_in(words) == unit


def test_a_title_in_capitals_set_apart() -> None:
    assert [_closed(w) for w in ("V E J L E", "VEJLE", "Vejle i tal")] == ["Vejle", "Vejle", "Vejle i tal"]


# --- numbers beside numbers ---


def test_small_print_compares_with_the_tile_above_it() -> None:
    main, label = cell("137", 50, 60, 20), cell("Varmeforbrug", 50, 40)
    name, value = cell("Hele landet:", 50, 90), cell("105", 100, 90)
    pairs = companions([main, label, name, value], [])
    [draft] = companion_drafts(pairs, [Draft(main, "Varmeforbrug", (label,), "kWh")], [])
    assert (draft.label, draft.unit, draft.series, draft.reason) == ("Varmeforbrug", "kWh", "Hele landet", None)


def test_a_list_of_places_is_no_small_print() -> None:
    rows = [c for i, n in enumerate(("Faxe:", "Hele landet:")) for c in (cell(n, 50, 90 + 12 * i), cell("12", 102 - 28 * (1 - i), 90 + 12 * i))]  # fmt: skip  # noqa: E501
    assert companions([cell("137", 50, 60, 20), *rows], []) == []


def test_points_take_the_year_under_them() -> None:
    years = [cell(str(2021 + i), 50 + 60 * i, 200) for i in range(3)]
    values = [cell(v, 54 + 60 * i, y) for i, (v, y) in enumerate((("12", 100), ("34", 150), ("56", 120)))]
    assert [(d.value.text, d.label) for d in point_drafts([*years, *values])] == [("12", "2021"), ("34", "2022"), ("56", "2023")]  # fmt: skip  # noqa: E501
    assert point_drafts([*years, *values, cell("9", 56, 180)]) == []  # two values over one year: which series?


LENGTHS = [
    ([10, 20, 30], [1, 2, 3], True),  # in scale
    ([10, 10, 10], [1, 50, 9], False),  # cells of a table
    ([30, 20, 10], [1, 2, 3], False),  # against the numbers
    ([10.0, 10.4], [100, 102], True),  # as good as equal
]


@pytest.mark.parametrize(("lengths", "values", "scale"), LENGTHS)
def test_longer_bars_stand_for_larger_numbers(lengths: list[float], values: list[float], scale: bool) -> None:
    assert in_order(lengths, values) is scale


def test_several_columns_without_heads_are_uncertain() -> None:
    cells = [cell(t, x, 100 + 15 * i) for i, r in enumerate((("Familie", "812", "799"), ("Unge", "95", "91"))) for t, x in zip(r, (40, 200, 300), strict=True)]  # fmt: skip  # noqa: E501
    assert all(d.reason for d in table_drafts(cells))


def test_heads_over_two_columns_each() -> None:
    heads = [cell("2023", 222, 60), cell("2024", 422, 60)]
    heads += [cell(t, x, 75) for t, x in (("Antal", 200), ("Pct.", 260), ("Antal", 400), ("Pct.", 460))]
    rows = [(f"Navn {r}", ("812", "38", "799", "37")) for r in "abc"]
    cells = [cell(label, 40, 95 + 15 * i) for i, (label, _) in enumerate(rows)]
    cells += [cell(v, x, 95 + 15 * i) for i, (_, vs) in enumerate(rows) for v, x in zip(vs, (200, 260, 400, 460), strict=True)]  # fmt: skip  # noqa: E501
    drafts = table_drafts([*heads, *cells])
    assert [d.period for d in drafts[:4]] == ["2023", "2023", "2024", "2024"]
    assert not any(d.reason for d in drafts)


def test_a_label_between_two_columns_is_one_row() -> None:
    cells = [cell(t, x, 100 + 20 * i) for i, r in enumerate((("12", "Husleje", "14"), ("56", "Tomgang", "58"))) for t, x in zip(r, (60, 150, 300), strict=True)]  # fmt: skip  # noqa: E501
    assert [(r.label.text, [e.text for e in r.entries]) for r in table_rows(cells)] == [
        ("Husleje", ["12", "14"]),
        ("Tomgang", ["56", "58"]),
    ]


# --- tiles ---


def tiles(cells: list[Cell]) -> list[Draft]:
    return tile_drafts(Panel(None, tuple(cells)), [], cells)


def test_labels_that_may_all_be_one_place_off_are_uncertain() -> None:
    ladder = [cell(t, 40, 40 + 30 * i, 16 if t.isdigit() else 9) for i, t in enumerate(("Navn a", "12", "Navn b", "34", "Navn c", "56", "Navn d"))]  # fmt: skip  # noqa: E501
    assert all(d.reason for d in tiles(ladder))


def test_a_remark_under_a_number_is_no_name() -> None:
    cells = [c for i in range(3) for c in (cell(f"Navn {i}", 40 + 150 * i, 40), cell(f"{i + 4}12", 40 + 150 * i, 52, 16), cell(f"Heraf {i + 20} nye", 40 + 150 * i, 72))]  # fmt: skip  # noqa: E501
    assert [d.label for d in tiles(cells)] == ["Navn 0", "Navn 1", "Navn 2"]


def test_the_one_text_over_a_rows_first_label_heads_the_row() -> None:
    cells = [c for i in range(3) for c in (cell(f"Navn {i}", 40 + 150 * i, 40), cell(f"{i + 4}12", 40 + 150 * i, 52, 16))]  # fmt: skip  # noqa: E501
    assert {d.group for d in tiles([cell("Bolig", 40, 28), *cells])} == {"Bolig"}


def test_a_unit_belongs_to_the_number_it_stands_beside() -> None:
    cells = [c for i, u in enumerate(("kr.", "pct.", "ton")) for c in (cell(f"Navn {i}", 40 + 150 * i, 40), cell(f"{i + 4}12", 40 + 150 * i, 52, 16), cell(u, 80 + 150 * i, 58))]  # fmt: skip  # noqa: E501
    assert [d.unit for d in tiles(cells)] == ["kr.", "pct.", "ton"]


def test_a_sentence_reads_on_through_its_number() -> None:
    cells = [cell("Huslejen var i gennemsnit", 40, 40), cell("756", 40, 52, 16), cell("kr.", 90, 58), cell("i familieboliger", 40, 72)]  # fmt: skip  # noqa: E501
    [draft] = tile_drafts(Panel(Box(30, 30, 300, 90), tuple(cells)), [], cells)
    assert (draft.label, draft.unit, draft.group) == ("Huslejen var i gennemsnit … i familieboliger", "kr.", "")


# --- areas ---


def test_a_shaded_row_is_no_tile() -> None:
    cells = [cell(t, x, 100 + 16 * i) for i in range(3) for t, x in ((f"Navn {i}", 40), (f"{i}12", 200))]
    shaded = [Shape(1, 36, 98 + 16 * i, 400, 112 + 16 * i, "#eeeeee") for i in (0, 2)]
    assert [p.box for p in panels(shaded, cells)] == [None]


def test_a_value_in_a_circle_is_no_cell_of_a_table() -> None:
    value = cell("412", 100, 100, 14)
    round_, wide = (Shape(1, 110.5 - w, 82, 110.5 + w, 132, "#0b4f6c") for w in (25, 90))
    assert (in_circle(value, circles([round_])), in_circle(value, circles([wide]))) == (True, False)


def test_two_values_of_one_name_are_uncertain() -> None:
    figure = find_figures(document("Der er 120 ledige boliger."))[0]
    twice = [figure, replace(figure, value="130")]
    assert [f.certain for f in checked(twice)] == [False, False]
    assert [f.certain for f in checked([figure, replace(figure, value="130", period="2024")])] == [True, True]
