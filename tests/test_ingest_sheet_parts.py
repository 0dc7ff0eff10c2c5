"""How parts of a sheet are told apart: notes under headings and tables, classes, second levels, circles in rows, doubts about headings."""  # noqa: E501

from dataclasses import replace

import pytest

from ingest.document import Shape
from ingest.figures.bar_levels import second_level
from ingest.figures.bare import bare_doubt
from ingest.figures.cells import Box, Cell
from ingest.figures.circle_tables import circle_tables
from ingest.figures.classes import with_size_classes
from ingest.figures.draft import Draft, told_period
from ingest.figures.head_notes import with_head_notes
from ingest.figures.heading_doubts import doubted_by_headings
from ingest.figures.note_years import told_year, with_note_years
from ingest.figures.parts import beside_parts
from ingest.figures.ring_names import names_around, same_sizes
from ingest.figures.sections import Section
from ingest.figures.tile_words import tile_draft
from ingest.figures.units import normal, unit_in
from ingest.numbers import read_number
from tests.test_ingest_sheets import cell

NOTES = [
    ("Tal for 2024. .. = ikke oplyst, – = ingen.", "2024"),
    ("Tallene er fra 2023.", "2023"),
    ("Opgjort ultimo 2022", "2022"),
    ("Tal for 2024. 2) Under ombygning til 2026.", "2024"),  # the second year is of one mark alone
    ("2) Tal for 2021.", None),  # said of the numbers with that mark
    ("2020", None),  # a year along an axis
    ("Opvarmning, pct. 2025", None),  # the next part's heading
]


@pytest.mark.parametrize(("words", "year"), NOTES)
def test_what_year_a_note_tells(words: str, year: str | None) -> None:
    assert told_year(words) == year


def test_a_note_tells_the_year_of_the_table_over_it_and_of_no_other() -> None:
    drafts = [Draft(cell("12", 200, y), "Navn", (cell("Navn", 40, y),), group=g) for y, g in ((100, "A"), (300, "B"))]
    note = cell("Tal for 2021.", 40, 115)
    assert [told_period(d) for d in with_note_years(drafts, [note])] == ["2021", None]
    own = [Draft(cell("12", 200, 100), "Navn i 2019", (cell("Navn i 2019", 40, 100),), group="A")]
    assert [told_period(d) for d in with_note_years(own, [note])] == ["2019"]  # what is printed nearer


def test_the_line_under_a_heading_is_its_note() -> None:
    head, names = cell("Beboernes alder", 40, 60, 12), ("Andel i pct. af alle, 2024", "Opgjort 2023", "Ældreboliger")
    marked = [with_head_notes([head, cell(words, 40, 75, 7)])[1].note for words in names]
    assert marked == [True, True, False]


CLASSES = [
    (["1 person", "2 personer", "3 personer", "4 eller flere"], True),
    (["1 rum", "2 rum", "3 rum"], True),
    (["3 personer", "7 personer", "5 personer"], False),  # counts of people
    (["1 person", "2 boliger", "3 husstande"], False),  # other things
]


@pytest.mark.parametrize(("words", "classes"), CLASSES)
def test_classes_that_read_like_numbers(words: list[str], classes: bool) -> None:
    cells = [replace(cell(w, 40 + 100 * i, 200), number=read_number(w[0])) for i, w in enumerate(words)]
    found = with_size_classes(cells)
    assert any(c.is_value for c in found) is not classes


def test_the_second_level_names_each_group_of_columns() -> None:
    bars = [(Shape(1, x, 100, x + 20, 150), cell("12", x, 90)) for x in (40, 65, 140, 165)]
    names = [cell(n, x, 152, 6) for n, x in (("Vi", 42), ("Alle", 62), ("Vi", 142), ("Alle", 162))]
    classes = [cell(n, x, 162) for n, x in (("Unge", 54.5), ("Gamle", 152.5))]
    given = second_level(bars, names, [*names, *classes])
    assert [given[id(bar)].text for bar, _ in bars] == ["Unge", "Unge", "Gamle", "Gamle"]
    assert second_level(bars, names, names) == {}  # nothing stands under them


def circles_in_rows(names: list[str], heads: list[str]) -> list[Draft]:
    areas = [Box(x, y, x + 40, y + 40) for y in (100, 150) for x in (200, 300)]
    values = [cell("12", a.cx - 8, a.cy - 8, 16) for a in areas]
    texts = [cell(n, 40, y) for n, y in zip(names, (116, 166), strict=False)]
    return circle_tables([*values, *texts, *(cell(h, 205 + 100 * i, 80) for i, h in enumerate(heads))], areas)


def test_rows_of_circles_are_a_table_only_where_all_is_named() -> None:
    drafts = circles_in_rows(["Unge", "Gamle"], ["I 2023", "I 2024"])
    assert [(d.label, d.series) for d in drafts] == [(n, h) for n in ("Unge", "Gamle") for h in ("I 2023", "I 2024")]
    assert circles_in_rows(["Unge"], ["I 2023", "I 2024"]) == circles_in_rows(["Unge", "Gamle"], ["I 2023"]) == []


def test_names_around_a_ring() -> None:
    values = [cell("60", 40, 100), cell("40", 200, 100)]
    names = [cell("Varme", 36, 91), cell("Andet", 196, 91)]
    assert [names_around(values, names)[id(v)].text for v in values] == ["Varme", "Andet"]
    assert names_around(values, names[:1]) == {}


SIZES = [
    ([60, 40], [6.0, 4.0], True),
    ([60, 40], [5.0, 5.0], False),  # other shares
    ([60, 32, 8], [6.0, 3.2], True),  # the smallest piece is too small to be seen as one
    ([60, 32, 8], [6.0], False),
]


@pytest.mark.parametrize(("values", "pieces", "same"), SIZES)
def test_pieces_prove_their_shares(values: list[float], pieces: list[float], same: bool) -> None:
    assert same_sizes(values, pieces, 0.025) is same


def test_a_heading_does_not_reach_into_cards_that_begin_over_it() -> None:
    head = cell("Alder", 40, 100, 10)
    beside, below = Box(300, 60, 400, 160), Box(300, 120, 400, 160)
    assert beside_parts(head, 0, 595, [beside]) == (0, 298)
    assert beside_parts(head, 0, 595, [below]) == (0, 595)


HEADINGS = [
    ("Beboere, pct.", "", True),  # the heading names a unit, the number has none
    ("Beboere, pct.", "pct.", False),
    ("Beboere i 2019", "pct.", True),  # another year than the sheet's
    ("Beboere", "", False),
]


@pytest.mark.parametrize(("words", "unit", "doubted"), HEADINGS)
def test_a_heading_over_a_number_that_was_read_without_it(words: str, unit: str, doubted: bool) -> None:
    head = cell(words, 40, 60, 12)
    draft = Draft(cell("12", 44, 100), "Unge", (cell("Unge", 44, 112),), unit)
    [read] = doubted_by_headings([draft], [Section(head, (), Box(0, 70, 30, 90))], set(), [])
    assert bool(read.reason) is doubted


def test_a_name_over_a_name_is_no_heading() -> None:
    other, name = cell("Unge", 40, 80), cell("Gamle", 40, 100)
    draft = Draft(cell("12", 200, 100), "Gamle", (name,), group="Unge", context=(other,))
    assert doubted_by_headings([draft], [], set(), [])[0].reason


LABELS = [
    ("stod årets udgang. ved", "", True),  # lines in the wrong order
    ("af beboerne", "4.380 kr. pr.", True),  # another's amount as heading
    ("Husleje inkl. varme", "", False),
    ("Huslejen var … i 2024.", "Kort fortalt", False),
]


@pytest.mark.parametrize(("label", "group", "doubted"), LABELS)
def test_words_out_of_order(label: str, group: str, doubted: bool) -> None:
    assert bool(bare_doubt(label, group, "")) is doubted


def test_a_verbs_last_word_is_no_unit() -> None:
    lead, noun = cell("På tagene er der sat", 40, 40), cell("anlæg op.", 40, 90)
    draft = tile_draft(Cell(Box(40, 55, 80, 80), "52", ((0, 1),), 24, 1, cell("52", 0, 0).number), [lead, noun])
    assert (draft.unit, draft.label) == ("anlæg", "På tagene er der sat … op.")


def test_a_unit_ends_with_no_full_stop_of_the_sentence() -> None:
    assert [normal(u) for u in ("kr. pr. måned.", "pct.", "ton pr. år.")] == ["kr. pr. måned", "pct.", "ton pr. år"]


def test_what_is_counted_over_years() -> None:
    assert unit_in("Antal nye lejekontrakter pr. år") == "nye lejekontrakter"
