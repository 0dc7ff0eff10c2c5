"""Lists on a sheet by small cases: number and name in one run, leaders, ranks, drawn bullets, part's own years, letters apart."""  # noqa: E501

import pytest

from ingest.document import Shape
from ingest.figures.asked import asked_drafts
from ingest.figures.bare import ranks
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.figures.find import find_figures
from ingest.figures.guards import guarded
from ingest.figures.lollipops import with_lollipops
from ingest.figures.one_line import one_line_drafts, one_line_lists
from ingest.layout.bullets import drawn_bullets
from ingest.layout.model import Line, Word
from tests.test_ingest_figures import document
from tests.test_ingest_sheets import cell

LISTS = [
    (["78 pct. Fjernvarme", "22 pct. Naturgas"], [("78", "Fjernvarme"), ("22", "Naturgas")]),  # the number leads
    (["Rækkehuse – 780 kr. pr. m²", "Gårdhuse – 812 kr. pr. m²"], [("780", "Rækkehuse"), ("812", "Gårdhuse")]),
    (["12 Fjernvarme", "8 Naturgas"], []),  # bare numbers without a key's marks may be ranks or house numbers
    (["78 pct. Fjernvarme"], []),  # one line is no list
    (["78 pct. af boligerne", "22 pct. af husene"], []),  # the number goes on in a sentence
]


@pytest.mark.parametrize(("lines", "read"), LISTS)
def test_number_and_name_in_one_run(lines: list[str], read: list[tuple[str, str]]) -> None:
    cells = [Cell(Box(40, 80 + 14 * i, 200, 89 + 14 * i), words, ((0, len(words)),), 9) for i, words in enumerate(lines)]  # fmt: skip  # noqa: E501
    drafts = one_line_drafts(one_line_lists(cells, []))
    assert [(d.value.number.value, d.label) for d in drafts if d.value.number] == read


STRUNG = [
    ("Familieboliger 2.077 Ungdomsboliger 154 Plejeboliger 92", []),  # which number is whose is not told
    ("40 pct. Fjernvarme 19 pct. Varmepumpe 41 pct. Naturgas", []),
    ("Der er 2.077 familieboliger og 154 ungdomsboliger.", ["2077", "154"]),  # a verb and small words tell it
]


@pytest.mark.parametrize(("text", "certain"), STRUNG)
def test_names_and_numbers_in_turn(text: str, certain: list[str]) -> None:
    assert [f.value for f in find_figures(document(text)) if f.certain] == certain


def test_dots_lead_to_the_number_of_their_own_line() -> None:
    text = "Familieboliger ........ 2.077 Ungdomsboliger ........ 154 Plejeboliger ........ 92"
    assert [(f.value, f.label) for f in find_figures(document(text))] == [
        ("2077", "Familieboliger"),
        ("154", "Ungdomsboliger"),
        ("92", "Plejeboliger"),
    ]


RANKED = [
    (["1", "2", "3"], True, 3),
    (["1", "2", "4"], True, 0),  # no row of its own is missing in a list
    (["1", "2", "3"], False, 0),  # nothing stands right of them
]


@pytest.mark.parametrize(("numbers", "named", "found"), RANKED)
def test_numbers_that_count_the_rows(numbers: list[str], named: bool, found: int) -> None:
    cells = [cell(n, 40, 80 + 20 * i) for i, n in enumerate(numbers)]
    texts = [cell("Bygninger, der holder", 70, 80 + 20 * i) for i in range(3)] if named else []
    assert len(ranks([*cells, *texts])) == found


def test_drawn_bullets_make_a_list() -> None:
    lines = [Line((Word("Punkt", 60, 100 + 14 * i, 90, 109 + 14 * i, 9),)) for i in range(3)]
    marks = [Shape(1, 50, 103 + 14 * i, 53, 106 + 14 * i, "#000000", "round") for i in range(2)]
    assert drawn_bullets(lines, marks) == {id(lines[0]), id(lines[1])}
    assert not drawn_bullets(lines, marks[:1])  # one mark may be anything
    assert not drawn_bullets(lines, [Shape(1, 46, 101 + 14 * i, 54, 109 + 14 * i, "#000") for i in range(2)])  # a key


def test_a_unit_right_after_its_number() -> None:
    value, unit = cell("20", 40, 60, 12), cell("pct.", 54, 63, 8)
    [draft] = guarded([Draft(value, "Enlige", (cell("Enlige", 40, 80),))], [value, unit])
    assert (draft.unit, draft.reason) == ("pct.", None)
    far = cell("pct.", 40, 74, 8)
    [draft] = guarded([Draft(value, "Enlige", (cell("Enlige", 40, 90),))], [value, far])
    assert draft.reason  # under it, it may be another's


def test_a_question_names_the_one_number_under_it() -> None:
    cells = [c for i in range(2) for c in (cell(f"Hvor mange bor i by {'AB'[i]}?", 40 + 260 * i, 60, 10), cell(f"4{i}2", 40 + 260 * i, 74, 20), cell("borgere", 75 + 260 * i, 82, 9))]  # fmt: skip  # noqa: E501
    assert [(d.label, d.unit) for d in asked_drafts(cells)] == [("Hvor mange bor i by A", "borgere"), ("Hvor mange bor i by B", "borgere")]  # fmt: skip  # noqa: E501
    chart = [cell("Hvem bor her?", 40, 60, 10), *(cell(f"{i}2", 40 + 40 * i, 90, 12) for i in range(1, 4))]
    assert asked_drafts(chart) == []  # over several numbers it is a heading


def test_a_circle_on_a_stem_is_a_bar() -> None:
    stems = [Shape(1, 100, 98 + 40 * i, 200 + 50 * i, 101 + 40 * i, "#bbb") for i in range(2)]
    heads = [Shape(1, 190 + 50 * i, 88 + 40 * i, 212 + 50 * i, 110 + 40 * i, "#e07", "round") for i in range(2)]
    bars = with_lollipops([*stems, *heads], [])
    assert [(b.x0, b.x1, b.kind) for b in bars] == [(100, 212, "box"), (100, 262, "box")]
    assert with_lollipops([stems[0], heads[0]], []) == [stems[0], heads[0]]  # one alone is a mark on a line


def test_a_parts_own_line_says_when_its_sentences_hold() -> None:
    told = "Sådan går det\n\nI alt er 38 unge i fritidsjob.\n\nTallene er fra 2023."
    text = told + "\n\nMål for 2026-2029\n\nVi vil bygge 200 boliger."
    found = {f.value: (f.group, f.period) for f in find_figures(document(text))}
    assert found == {"38": ("Sådan går det", "2023"), "200": ("Mål for 2026-2029", "2026-2029")}
