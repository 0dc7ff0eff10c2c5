"""What names, times, notes, places and lines of words tell of a figure on a sheet, each rule by small cases."""

import re
from dataclasses import replace

import pytest

from ingest.document import Block, DocumentInfo, Page, Shape, WordBox
from ingest.figures.alone import pairs_by_colon
from ingest.figures.bare import is_only_place, is_only_time, runs_together
from ingest.figures.cells import Box
from ingest.figures.checks import checked
from ingest.figures.companions import companion_drafts, companions
from ingest.figures.draft import Draft, finish
from ingest.figures.find import find_figures
from ingest.figures.fragments import sheet_pages
from ingest.figures.label import municipality_of
from ingest.figures.legends import legend_blocks
from ingest.figures.naming import are_classes, named
from ingest.figures.notes import is_note, print_of
from ingest.figures.panel import Panel, heading_above
from ingest.figures.sections import page_title
from ingest.figures.shares import shares_of_a_whole
from ingest.figures.sheet import _page_year
from ingest.figures.stacks import stack_drafts
from ingest.figures.tables import table_drafts
from ingest.figures.tile_words import tile_draft
from ingest.figures.tiles import tile_drafts
from ingest.figures.units import unit_in
from tests.test_ingest_figures import document
from tests.test_ingest_sheets import cell

BLUE, RED = "#0b4f6c", "#f2b134"

# --- names, times, places ---


def test_a_year_under_a_point_leaves_the_series() -> None:
    [draft] = named([Draft(cell("12", 40, 40), "2024", group="Fraflytning", series="Tønder Kommune")])
    assert (draft.label, draft.series, draft.period) == ("Fraflytning", "Tønder Kommune", "2024")
    assert is_only_place("Tønder Kommune")


CLASSES = ["Opført fra 2000", "Bygget før 1950", "2000 og senere", "Efter 1999"]


@pytest.mark.parametrize("label", CLASSES)
def test_years_that_are_classes(label: str) -> None:
    assert are_classes([label], "")


@pytest.mark.parametrize(("label", "period"), [("Ændring siden 2018", None), ("Ledige boliger", "2024")])
def test_a_change_since_a_year_is_not_dated_by_the_document(label: str, period: str | None) -> None:
    sheet = document("12")
    sheet = type(sheet)(sheet.id, sheet.file_name, "", "pdf", DocumentInfo("Ark", kind="kommuneark", period="2024"), "12", sheet.pages, ())  # fmt: skip  # noqa: E501
    assert finish(sheet, 1, Draft(cell("12", 40, 40), label), False).period == period


def test_a_pages_own_year() -> None:
    assert [is_only_time(w) for w in ("Alle tal er for 2024", "Alle boliger i 2024")] == [True, False]


def test_the_municipalitys_giant_title_is_a_title_wherever_it_stands() -> None:
    heads = [cell("Boliger", 40, 40, 12), cell("Beboere", 40, 200, 12), cell("HJØRRING KOMMUNE BEDRE", 400, 60, 23)]
    assert page_title(heads) is heads[2]


def test_what_a_number_is_set_against_is_of_another_place() -> None:
    read = find_figures(document("31 pct. af alle boliger er almene mod 20 pct. på landsplan.", municipality="Vejle"))
    assert [(f.value, f.municipality) for f in read] == [("31", "Vejle"), ("20", None)]
    assert municipality_of("boliger på landsplan", "", DocumentInfo("Ark", municipality="Vejle")) is None


def test_columns_that_count_give_the_unit() -> None:
    heads = [cell("Boliger", 200, 80), cell("Støtte, mio. kr.", 300, 80)]
    rows = [cell(t, x, 100 + 15 * i) for i, r in enumerate((("Nord", "214", "6,0"), ("Syd", "165", "13,3"))) for t, x in zip(r, (40, 210, 330), strict=True)]  # fmt: skip  # noqa: E501
    assert [d.unit for d in table_drafts([*heads, *rows])] == ["boliger", "mio. kr."] * 2


NATIONAL = [
    ("Vidste du, at … (hele landet)", None),
    ("Vidste du, at …", "Vejle"),
]


@pytest.mark.parametrize(("heading", "municipality"), NATIONAL)
def test_a_heading_may_say_that_its_numbers_are_the_whole_countrys(heading: str, municipality: str | None) -> None:
    text = f"{heading}\n\nAf alle anvisninger er 11 pct. kommunale."
    told = document(text, municipality="Vejle")
    blocks = (Block("heading", (0, len(heading)), 1, 1), Block("paragraph", (len(heading) + 2, len(text)), 1))
    assert [f.municipality for f in find_figures(replace(told, blocks=blocks))] == [municipality]


# --- lines of words ---


def test_a_colon_names_what_follows() -> None:
    cells = [cell("Unge i fritidsjob:", 40, 100), cell("58", 114, 100), cell("Støtte:", 40, 115), cell("14", 70, 115), cell("pct.", 80, 115)]  # fmt: skip  # noqa: E501
    assert [(d.label, d.value.text, d.unit) for d in pairs_by_colon(cells)] == [("Unge i fritidsjob", "58", ""), ("Støtte", "14", "pct.")]  # fmt: skip  # noqa: E501
    assert pairs_by_colon([cell("Hele landet:", 40, 100), cell("58", 90, 100)]) == []  # small print that compares


def test_a_unit_in_a_row_of_remarks_is_one_tiles() -> None:
    cells = [c for i, t in enumerate(("pct. af lejen", "igangværende", "i alt")) for c in (cell(f"NAVN {i}", 40 + 150 * i, 40, 7), cell(f"{i + 4}1", 40 + 150 * i, 50, 22), cell(t, 40 + 150 * i, 76, 7))]  # fmt: skip  # noqa: E501
    assert "pct." not in [d.unit for d in tile_drafts(Panel(None, tuple(cells)), [], cells)][1:]


def test_a_months_rent() -> None:
    draft = tile_draft(cell("3.150 kr.", 40, 100, 18), [cell("Bolig på 30 m²", 40, 85), cell("om måneden", 40, 120)])
    assert (draft.label, draft.unit) == ("Bolig på 30 m²", "kr. pr. måned")


NOTES = [
    ("1 Gennemsnit for familieboliger.", True),  # a raised digit read as a plain one
    ("Her er .. = færre end fem boliger.", True),  # what a mark means
    ("- nul eller ikke beregnet.", True),
    ("Der er 85 boliger i byen.", False),
]


@pytest.mark.parametrize(("words", "note"), NOTES)
def test_notes_that_explain(words: str, note: bool) -> None:
    told = document(words)
    boxes = tuple(WordBox(m.span(), 1, 40 + 20 * i, 100, 58 + 20 * i, 110, 10.0) for i, m in enumerate(re.finditer(r"\S+", words)))  # fmt: skip  # noqa: E501
    told = replace(told, word_boxes=boxes, pages=(Page(1, (0, len(words)), "text", 595, 842),))
    assert is_note(told, (0, len(words)), print_of(told, 1)) is note


HEADS = [
    ("er gennemsnitsalderen", False),  # goes on with another tile's sentence
    ("almene boliger i alt", False),  # in small letters, no larger than a label
    ("Boligerne i 2024", True),
]


@pytest.mark.parametrize(("words", "heads"), HEADS)
def test_what_may_head_a_part(words: str, heads: bool) -> None:
    assert (heading_above(Box(40, 120, 300, 200), [cell(words, 40, 100, 8)], [], 8, 60) is not None) is heads


def test_a_heading_over_a_stack_names_no_segment() -> None:
    stack = [Shape(1, 40, 120, 200, 145, BLUE), Shape(1, 200, 120, 300, 145, RED)]
    marks = [Shape(1, 40 + 90 * i, 155, 48 + 90 * i, 163, f) for i, f in enumerate((BLUE, RED))]
    cells = [cell("Energien", 40, 103, 12), cell("62 %", 110, 128), cell("38 %", 240, 128), cell("Varme", 52, 155), cell("Vand", 142, 155)]  # fmt: skip  # noqa: E501
    drafts = stack_drafts(cells, cells, [*stack, *marks], legend_blocks(marks, cells))
    assert [(d.value.text, d.label, d.group) for d in drafts] == [("62 %", "Varme", "Energien"), ("38 %", "Vand", "Energien")]  # fmt: skip  # noqa: E501


def test_a_unit_that_goes_on_twice() -> None:
    draft = tile_draft(cell("892 kr.", 40, 100, 18), [cell("Familieboliger", 40, 85), cell("pr. m² om året", 40, 120)])
    assert (draft.label, draft.unit) == ("Familieboliger", "kr. pr. m² pr. år")


SENTENCES = [
    ("Der er 120 afdelinger i byen. 3. Der er 1.240 på venteliste.", ["120", "1240"]),  # the rank of a list's point
    ("Der er 3 boliger.", ["3"]),
]


@pytest.mark.parametrize(("text", "values"), SENTENCES)
def test_the_rank_of_a_point_is_no_figure(text: str, values: list[str]) -> None:
    assert [f.value for f in find_figures(document(text))] == values


def test_a_number_word_in_a_heading_counts_nothing() -> None:
    text = "Tre ting om de almene boliger"
    told = replace(document(text), blocks=(Block("heading", (0, len(text)), 1, 1),))
    assert find_figures(told) == ()


def test_last_years_number_is_not_dated_by_the_tile() -> None:
    main, label = cell("137", 50, 60, 20), cell("Varmeforbrug", 50, 40)
    pairs = companions([main, label, cell("Sidste år:", 50, 90), cell("105", 92, 90)], [])
    [draft] = companion_drafts(pairs, [Draft(main, "Varmeforbrug", (label,), "kWh", period="2024")], [])
    assert (draft.series, draft.period, bool(draft.reason)) == ("Sidste år", None, True)


def on_a_page(words: list[tuple[str, float]], shapes: tuple[Shape, ...] = ()) -> list[str]:
    """The runs of words on one line of a page, by their left edges."""
    text = " ".join(w for w, _ in words)
    spans = [m.span() for m in re.finditer(r"\S+", text)]
    boxes = tuple(WordBox(s, 1, x, 100, x + 5 * len(w), 110, 10.0) for s, (w, x) in zip(spans, words, strict=True))
    told = replace(document(text), word_boxes=boxes, shapes=shapes, pages=(Page(1, (0, len(text)), "text", 595, 842),))
    return [c.text for page in sheet_pages(told) for c in page.fragments]


def test_a_rule_parts_two_heads() -> None:
    words = [("Familieboliger", 40.0), ("Ungdomsboliger", 113.0), ("412", 300.0)]
    rule = Shape(1, 111, 90, 111.5, 130, "#000000", "rule")
    assert on_a_page(words) == ["Familieboliger Ungdomsboliger", "412"]
    assert on_a_page(words, (rule,)) == ["Familieboliger", "Ungdomsboliger", "412"]


def test_an_arrow_after_a_number_is_no_part_of_it() -> None:
    assert on_a_page([("4.902", 40.0), ("▲", 68.0)]) == ["4.902"]


def test_units_made_of_several_in_a_name() -> None:
    assert [unit_in(w) for w in ("Varme, kWh pr. m²", "Vand, m³ pr. m²", "El, kWh")] == ["kWh pr. m²", "m³ pr. m²", "kWh"]  # fmt: skip  # noqa: E501


def test_classes_of_years_over_columns_are_no_periods() -> None:
    heads = [cell(t, 150 + 70 * i, 80) for i, t in enumerate(("Før 1950", "1950-1969", "Efter 1969"))]
    rows = [cell("Antal", 40, 100), *(cell(v, 160 + 70 * i, 100) for i, v in enumerate(("204", "611", "988")))]
    rows += [cell("Andel, pct.", 40, 115), *(cell(v, 160 + 70 * i, 115) for i, v in enumerate(("11", "34", "55")))]
    drafts = table_drafts([*heads, *rows])
    assert [(d.label, d.period, d.classed) for d in drafts][:3] == [("Før 1950", None, True), ("1950-1969", None, True), ("Efter 1969", None, True)]  # fmt: skip  # noqa: E501
    assert [d.unit for d in drafts][3:] == ["pct."] * 3


SHARES = [
    (("22", "51", "27"), "Andel i pct.", "pct."),
    (("22", "51", "30"), "Andel i pct.", ""),  # no whole
    (("22", "51", "27"), "Kilde: BL", ""),  # nothing says so
]


@pytest.mark.parametrize(("values", "note", "unit"), SHARES)
def test_numbers_that_make_a_hundred_under_a_note_are_shares(values: tuple[str, ...], note: str, unit: str) -> None:
    drafts = [Draft(cell(v, 40 + 80 * i, 100), f"Navn {i}", group="Alder") for i, v in enumerate(values)]
    assert {d.unit for d in shares_of_a_whole(drafts, [*(d.value for d in drafts), cell(note, 40, 120)])} == {unit}


def test_words_glued_to_numbers_assert_nothing() -> None:
    assert runs_together("nye lejekontrakter i 202458husstande")
    assert not runs_together("under 30 år, 2rum og 85m2")


def test_a_year_right_under_the_title_is_the_pages() -> None:
    title, line, value = cell("Slagelse", 40, 20, 24), cell("Nøgletal for almene boliger 2024", 40, 48, 9), cell("412", 40, 120, 20)  # fmt: skip  # noqa: E501
    assert _page_year([title, line, value]) is line
    part, note = cell("Beboernes alder", 40, 80, 24), cell("Andel i pct., 2023", 40, 107, 9)
    assert _page_year([cell("Boliger", 40, 20, 24), part, note, value]) is None  # a part's own note


COUNTED = [
    ("Nye familieboliger", "boliger"),
    ("Husleje i familieboliger", ""),  # a rent counts no homes
    ("Fraflytningsprocent", "pct."),
]


@pytest.mark.parametrize(("label", "unit"), COUNTED)
def test_what_a_label_counts_where_no_unit_is_printed(label: str, unit: str) -> None:
    assert finish(document("12"), 1, Draft(cell("12", 40, 40), label), False).unit == unit


def test_a_mean_may_be_larger_in_a_part() -> None:
    figure = find_figures(document("Der er 120 ledige boliger."))[0]
    rows = [replace(figure, label=n, value=v, unit="kr. pr. m²", group="Gns. leje") for n, v in (("Familie", "811"), ("Unge", "1020"), ("I alt", "846"))]  # fmt: skip  # noqa: E501
    assert all(f.certain for f in checked(rows))
    assert not all(f.certain for f in checked([replace(f, unit="boliger", group="Boliger") for f in rows]))


def test_a_month_is_no_unit() -> None:
    assert finish(document("12"), 1, Draft(cell("12", 40, 40), "jan"), False).unit == ""


def test_the_second_number_of_a_ratio_stands_for_nothing_alone() -> None:
    read = find_figures(document("Af dem er 3 af 10 lejere over 65 år."))
    assert [f.value for f in read if f.certain and f.value == "10"] == []


def test_a_range_beside_a_name_is_no_part_of_it() -> None:
    cells = [c for i, (v, t) in enumerate((("400", "på venteliste"), ("8–10 mdr.", "ventetid"), ("96", "anlæg i drift"))) for c in (cell(v, 40, 60 + 34 * i, 16), cell(t, 40, 78 + 34 * i))]  # fmt: skip  # noqa: E501
    assert not any("mdr" in d.label for d in tile_drafts(Panel(None, tuple(cells)), [], cells))


def test_a_date_over_all_numbers_dates_the_page() -> None:
    title, line = cell("Favrskov", 40, 20, 24), cell("Tal pr. 1. januar 2025", 40, 48, 9)
    assert _page_year([title, line, cell("412", 40, 120, 20)]) is line
