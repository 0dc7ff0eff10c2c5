"""Charts on a sheet by small cases: two charts on one line, a key that holds the numbers, a unit that begins a note."""

from dataclasses import replace

import pytest

from ingest.document import Shape
from ingest.figures.bar_sides import charts_beside, far_heading
from ingest.figures.bars import bar_drafts
from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.figures.ring_keys import key_drafts
from ingest.figures.rings import UNKNOWN_PIECE
from ingest.figures.tile_texts import body_of
from ingest.figures.tiles import _doubted_shared
from ingest.figures.units import unit_in
from tests.test_ingest_sheets import cell

NOTES = [
    ("Kr. pr. m² om året", "kr. pr. m²"),  # the time it is paid for follows
    ("Kr. om måneden i gennemsnit", "kr. pr. måned"),
    ("Husleje, kr. om måneden", "kr. pr. måned"),
    ("Mio. kr. brugt på renovering", "mio. kr."),  # a line that begins with a unit tells it, whatever follows
    ("kr. brugt på renovering", ""),  # in small letters a sentence goes on
    ("Huslejen er 5 kr. om dagen", ""),  # a number of its own
]


@pytest.mark.parametrize(("note", "unit"), NOTES)
def test_the_unit_that_a_note_begins_with(note: str, unit: str) -> None:
    assert unit_in(note) == unit


def columns(*heads: tuple[str, float]) -> tuple[list[Shape], list[Cell]]:
    """Four columns at even distances from 40, and four from 300, under headings at these places."""
    places = [40 + 50 * i for i in range(4)] + [300 + 50 * i for i in range(4)]
    bars = [Shape(1, x, 200 - 10 * (i + 1), x + 30, 200, "#0b4f6c") for i, x in enumerate(places)]
    names = [cell(f"Navn {i}", x, 204, 7) for i, x in enumerate(places)]
    return bars, [*names, *(cell(text, x, 90, 12) for text, x in heads)]


SIDES = [
    ([("Boliger", 30), ("Byggerier", 296)], [4, 4]),  # flush with their charts
    ([("Boliger", 109), ("Byggerier", 363)], [4, 4]),  # in the middle over them
    ([("Boliger", 30)], [8]),  # one heading is of one chart
    ([("Boliger", 30), ("Byggerier", 110)], [8]),  # the second begins in the middle of a column
]


@pytest.mark.parametrize(("heads", "parts"), SIDES)
def test_a_heading_over_each_chart_tells_where_the_first_ends(heads: list[tuple[str, float]], parts: list[int]) -> None:
    assert [len(part) for part in charts_beside(*columns(*heads))] == parts


def test_a_heading_far_over_low_columns() -> None:
    area, head, note = Box(40, 300, 400, 400), cell("Husleje", 40, 190, 12), cell("Kr. i alt", 40, 206)
    assert far_heading(area, [head, note], [], 8) is head
    assert far_heading(area, [head, note, cell("412", 60, 250, 16)], [], 8) is None  # a tile's, not the chart's
    assert far_heading(area, [cell("Husleje", 300, 190, 12)], [], 8) is None  # neither flush nor in the middle


FILLS = ["#0b4f6c", "#f2b134", "#7d8f99"]


def pie(shares: list[int]) -> tuple[list[Shape], list[Shape]]:
    """Pieces of these sizes (boxes in a row stand for them as well), and the marks of a key right of them."""
    pieces, x = [], 40.0
    for share, fill in zip(shares, FILLS, strict=True):
        corners = ((x, 100.0), (x + share, 100.0), (x + share, 200.0), (x, 200.0))
        pieces.append(Shape(1, x, 100, x + share, 200, fill, "curve", corners))
        x += share
    marks = [Shape(1, 180, 110 + 20 * i, 188, 118 + 20 * i, fill, "round") for i, fill in enumerate(FILLS)]
    return pieces, marks


CLASSES = ["1945-1959", "1960-1979", "1980-1999"]
KEYS = [
    (["20 pct.", "30 pct.", "50 pct."], [None] * 3),  # as large as the pieces of their colours
    (["30 pct.", "20 pct.", "50 pct."], [UNKNOWN_PIECE] * 3),  # the pieces are of other sizes
]


@pytest.mark.parametrize(("shares", "reasons"), KEYS)
def test_a_keys_lines_are_held_against_the_pieces(shares: list[str], reasons: list[str | None]) -> None:
    pieces, marks = pie([20, 30, 50])
    rows = [c for i, (s, n) in enumerate(zip(shares, CLASSES, strict=True)) for c in (cell(s, 194, 110 + 20 * i), cell(n, 234, 110 + 20 * i))]  # fmt: skip  # noqa: E501
    drafts = key_drafts(rows, marks, pieces)
    assert sorted((d.label, d.reason) for d in drafts) == list(zip(CLASSES, reasons, strict=True))
    assert key_drafts(rows[:-1], marks, pieces) == []  # a colour without a name


def test_years_in_line_with_a_class_of_years_are_names() -> None:
    values = [cell(f"{i}4 pct.", 40, 100 + 20 * i) for i in (1, 2)]
    names = [cell(words, 90, 100 + 20 * i) for i, words in enumerate(("Før 1960", "1960-1979"))]
    assert body_of(values, [*names, cell("Boliger", 40, 80, 9)]) == [*names, cell("Boliger", 40, 80, 9)]
    apart = [names[0], cell("1960-1979", 200, 300), cell("Boliger", 40, 80, 9)]
    assert body_of(values, apart) == [names[0], apart[2]]  # it stands elsewhere: a time


def test_one_text_names_one_number() -> None:
    name, other = cell("Boliger", 100, 110), cell("Afdelinger", 100, 150)
    drafts = [Draft(cell(f"{i}4 pct.", 40, 100 + 20 * i), n.text, (n,)) for i, n in enumerate((name, name, other))]
    drafts[0] = replace(drafts[0], period="1960-1979")  # the time beside it does not set it apart
    assert [bool(d.reason) for d in _doubted_shared(drafts)] == [True, True, False]


def test_names_over_their_bars_come_before_texts_beside_the_chart() -> None:
    bars = [Shape(1, 200, y, 200 + w, y + 10, "#0b4f6c") for y, w in ((112, 90), (152, 60))]
    values = [cell("9", 294, 113), cell("6", 264, 153)]
    names = [cell("Enlige", 200, 100), cell("Par", 200, 140)]
    aside = [cell("boliger", 100, 113), cell("personer", 100, 153)]
    drafts = bar_drafts(values, [*values, *names, *aside], bars, [])
    assert [d.label for d in drafts] == ["Enlige", "Par"]
