"""Numbers that nothing real is said about: they are uncertain, or no figures at all."""

import pytest

from ingest.document import Block, Document, DocumentInfo, Page, Shape, WordBox
from ingest.figures.bare import axis_ticks, bare_doubt
from ingest.figures.cards import with_card_heading
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.figures.find import find_figures
from ingest.figures.legends import legend_blocks, legend_for
from ingest.figures.notes import is_note, print_of
from ingest.figures.panel import Panel
from ingest.figures.sections import Section, notes_of
from ingest.figures.sheet import with_page_unit
from ingest.figures.tables import table_drafts
from ingest.numbers import read_number

BARE = [
    ("antal", "Boliger og husleje", "", True),  # a unit column taken as the row's name
    ("kr. pr. m²", "Husleje", "kr. pr. m²", True),  # the same with a compound unit
    ("personer", "", "personer", True),  # a counted noun alone
    ("Hele landet", "", "pct.", True),  # a place without a heading
    ("Faxe Kommune", "", "pct.", True),  # a place without a heading
    ("Før 1950", "", "pct.", True),  # a class of years without a heading
    ("2024", "", "boliger", True),  # a year without a heading
    ("Hele landet: 32 pct.", "Energimærke A eller B", "pct.", True),  # another value taken into the label
    ("Hele landet", "Energimærke A eller B", "pct.", False),  # the heading says what it is
    ("Unge under 30 år", "", "pct.", False),  # a number that belongs to the name
    ("0-17 år", "", "pct.", False),  # a class
    ("Ungdomsboliger", "", "boliger", False),  # a plain name
    ("Almene boliger i Faxe", "", "boliger", False),  # a name with a place
]


@pytest.mark.parametrize(("label", "group", "unit", "doubted"), BARE)
def test_label_that_says_nothing(label: str, group: str, unit: str, doubted: bool) -> None:
    assert bool(bare_doubt(label, group, unit)) is doubted


def _cell(text: str, x: float, y: float) -> Cell:
    return Cell(Box(x, y, x + 5 * len(text), y + 8), text, ((0, 1),), 8.0, 1, read_number(text))


TICKS = [
    (["0", "20", "40", "60"], [0.0, 30, 60, 90], 4),  # an axis
    (["0", "20", "40", "60"], [0.0, 30, 70, 90], 0),  # uneven distances
    (["3", "20", "41", "60"], [0.0, 30, 60, 90], 0),  # values
    (["0", "25", "50"], [0.0, 30, 60], 0),  # too few to be sure
]


@pytest.mark.parametrize(("texts", "ups", "count"), TICKS)
def test_axis_ticks_are_no_values(texts: list[str], ups: list[float], count: int) -> None:
    cells = [_cell(text, 100 - 5 * len(text), 400 - up) for text, up in zip(texts, ups, strict=True)]
    assert len(axis_ticks(cells)) == count


NOTES = [
    ("2) Ledige i 3 måneder.", 6.0, 780.0, True),  # a mark and small print
    ("Alle 13 tal er afrundede.", 6.0, 780.0, True),  # small print at the foot
    ("Der er 13 nye boliger.", 6.0, 300.0, False),  # small, but in the middle of the page
    ("Der er 13 nye boliger.", 6.0, 600.0, True),  # small print under everything else
    ("Der er 13 nye boliger.", 10.0, 780.0, False),  # low, but of the usual size
    ("• Der er 13 nye boliger.", 10.0, 500.0, False),  # a point of a list is no note
    ("– Der er 13 nye boliger.", 10.0, 500.0, False),  # nor with a dash
    ("a Opgjort for 13 boliger.", 10.0, 500.0, True),  # a raised letter is
]


@pytest.mark.parametrize(("text", "size", "top", "note"), NOTES)
def test_notes_are_told_from_text(text: str, size: float, top: float, note: bool) -> None:
    usual = "Boliger og beboere i kommunen samt alt andet her"
    whole = f"{usual}\n{text}"
    boxes = [WordBox((i * 5, i * 5 + 4), 1, 40 + i * 30, 100, 60 + i * 30, 110, 10.0) for i in range(9)]
    boxes.append(WordBox((1, 2), 1, 40, 500, 60, 510, 10.0))
    at = len(usual) + 1
    boxes.append(WordBox((at, at + 2), 1, 40, top, 60, top + size, size))
    page = Page(1, (0, len(whole)), width=595.0, height=842.0)
    read = Document(
        "prøve",
        "prøve.pdf",
        "",
        "pdf",
        DocumentInfo("Prøve"),
        whole,
        (page,),
        (Block("paragraph", (0, len(whole)), 1),),
        word_boxes=tuple(boxes),
    )
    assert is_note(read, (at, len(whole)), print_of(read, 1)) is note


NATIONAL = [
    ("I hele Danmark bor 955.000 personer alment.", [None]),  # the whole country in other words
    ("Danmark har 560.000 almene boliger.", [None]),  # the country is the subject
    ("I Danmark er der 560.000 boliger, og i Lemvig er der 900.", [None, "Lemvig"]),  # each clause its own place
    ("Kommunen har 120 boliger mod 12 pct. i hele landet.", ["Lemvig", None]),  # the own place, then the country
]


@pytest.mark.parametrize(("text", "places"), NATIONAL)
def test_what_holds_for_the_country_has_no_municipality(text: str, places: list[str | None]) -> None:
    info = DocumentInfo("Prøve", kind="kommuneark", municipality="Lemvig")
    blocks = (Block("paragraph", (0, len(text)), 1),)
    read = Document("prøve", "prøve.txt", "", "txt", info, text, (Page(1, (0, len(text))),), blocks)
    assert [f.municipality for f in find_figures(read)] == places


def test_cards_take_the_heading_over_their_row() -> None:
    cards = [Box(x, y, x + 90, y + 60) for y in (100, 170) for x in (40, 140)]
    heading = Cell(Box(40, 80, 200, 92), "BYGGERI 2020-2024", ((0, 1),), 11.0)
    other = Cell(Box(300, 80, 380, 92), "Andet", ((2, 3),), 11.0)
    value = _cell("178", 60, 190)
    drafts = with_card_heading([Draft(value, "Nye boliger")], Panel(cards[3], (value,)), cards, [heading, other, value])
    assert [(d.group, d.context) for d in drafts] == [("BYGGERI 2020-2024", (heading,))]
    alone = with_card_heading([Draft(value, "Nye boliger")], Panel(cards[3], (value,)), cards[3:], [heading, value])
    assert alone[0].group == ""


def test_a_column_of_units_is_not_the_rows_name() -> None:
    rows = [("Familieboliger", "antal", "2.929"), ("Husleje", "kr. pr. m²", "849")]
    cells = [_cell(t, x, 100 + 15 * i) for i, r in enumerate(rows) for t, x in zip(r, (40, 200, 300), strict=True)]
    assert [(d.label, d.unit) for d in table_drafts(cells)] == [("Familieboliger", "antal"), ("Husleje", "kr. pr. m²")]


LEGENDS = [
    (Box(40, 112, 300, 160), "Børn", True),  # right under its own legend
    (Box(40, 412, 300, 460), "Pensionister", True),  # a second chart with a legend of its own
    (Box(40, 240, 300, 260), "Børn", False),  # half-way between the two
]


@pytest.mark.parametrize(("area", "name", "sure"), LEGENDS)
def test_a_chart_takes_the_legend_nearest_to_it(area: Box, name: str, sure: bool) -> None:
    marks = [Shape(1, x, y, x + 8, y + 8, fill) for y in (100, 400) for x, fill in ((40, "#111111"), (140, "#222222"))]
    texts = [("Børn", 52, 100), ("Voksne", 152, 100), ("Pensionister", 52, 400), ("Andre", 152, 400)]
    told = legend_for(area, {"#111111", "#222222"}, legend_blocks(marks, [_cell(*text) for text in texts]))
    assert (told.names["#111111"].text, told.sure) == (name, sure)


PAGE_UNITS = [
    ("Andele i pct. af alle husstande", "25", "Enlige", "pct."),  # the page's unit
    ("Andele i pct. af alle husstande", "250", "Enlige", ""),  # no share is over 100
    ("Andele i pct. af alle husstande", "25", "Antal enlige", ""),  # a count
    ("Andelen steg igen i år", "25", "Enlige", ""),  # no note on units
]


@pytest.mark.parametrize(("note", "value", "label", "unit"), PAGE_UNITS)
def test_page_wide_unit(note: str, value: str, label: str, unit: str) -> None:
    draft = Draft(_cell(value, 60, 190), label)
    assert with_page_unit(draft, [_cell(note, 40, 60), draft.value]).unit == unit


@pytest.mark.parametrize(
    ("value_at", "unit"),
    [
        (120, "mio. kr."),  # under the heading that the note stands right of
        (20, ""),  # over it: another part's
    ],
)
def test_a_note_right_of_a_heading_tells_its_part_alone(value_at: float, unit: str) -> None:
    heading, note = _cell("Regnskab 2024", 40, 60), _cell("beløb i mio. kr.", 300, 60)
    draft = Draft(_cell("31", 40, value_at), "Indtægter")
    assert with_page_unit(draft, [heading, note, draft.value]).unit == unit


@pytest.mark.parametrize(
    ("label", "note", "kept"),
    [
        ("Ledige boliger", "Renovering er opgjort i mio. kr.", False),  # of another column
        ("Renovering", "Renovering er opgjort i mio. kr.", True),  # of its own
        ("Ledige boliger", "Tallene er opgjort ultimo 2024", True),  # of all
        ("Ledige boliger", "Opgjort ultimo 2024", True),  # names none
    ],
)
def test_a_note_that_names_one_thing_speaks_of_that_alone(label: str, note: str, kept: bool) -> None:
    section = Section(_cell("By for by", 40, 60), (_cell(note, 40, 72),), Box(40, 60, 500, 300))
    assert bool(notes_of(section, Draft(_cell("31", 40, 120), label))) is kept
