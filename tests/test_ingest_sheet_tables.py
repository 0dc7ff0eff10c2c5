"""Tables on a sheet by small cases: the note on a heading's line, a column of times, signs for gaps, raised marks."""

import pytest

from ingest.document import Shape, WordBox
from ingest.figures.cells import Cell, is_gap
from ingest.figures.line_notes import with_line_notes
from ingest.figures.running_text import is_turned
from ingest.figures.table_rows import table_rows
from ingest.figures.tables import table_drafts
from tests.test_ingest_sheets import cell

HEAD = cell("Tabel 2. Byggeri", 40, 60, 12)
BAND = Shape(1, 40, 78, 300, 92, "#1f3b6c")
LINES = [
    (cell("Antal boliger", 248, 63), [BAND], True),  # the band ends where the note ends
    (cell("Antal boliger", 248, 63), [], False),  # nothing under it shows that the two are one line
    (cell("Antal boliger", 242, 60, 12), [BAND], False),  # as large as the heading: a heading too
    (cell("Antal boliger", 248, 90), [BAND], False),  # on another line
]


@pytest.mark.parametrize(("note", "shapes", "is_note"), LINES)
def test_the_note_at_the_end_of_a_headings_line(note: Cell, shapes: list[Shape], is_note: bool) -> None:
    assert with_line_notes([HEAD, note], shapes)[1].note is is_note


def rows(*lines: tuple[str, str, str]) -> list[Cell]:
    return [cell(words, x, 100 + 14 * i) for i, line in enumerate(lines) for x, words in zip((40, 250, 400), line, strict=True)]  # fmt: skip  # noqa: E501


def test_a_column_of_times_is_no_name() -> None:
    drafts = table_drafts(rows(("Renovering", "2020-2024", "174"), ("Omsætning", "2024", "133"), ("Anlæg", "siden 2020", "9")))  # fmt: skip  # noqa: E501
    told = [(d.label, d.period) for d in drafts]
    assert told == [("Renovering", "2020-2024"), ("Omsætning", "2024"), ("Anlæg siden 2020", None)]


def test_one_time_beside_a_text_is_a_rows_name() -> None:
    assert [r.label.text for r in table_rows(rows(("Renovering", "2024", "174")))] == ["2024"]


GAPS = [
    ("i.t.", True),
    ("u.o.", True),
    ("ikke oplyst", True),
    ("Ikke oplyst", False),  # a class that is counted
    ("m.", False),
    ("..", True),
]


@pytest.mark.parametrize(("words", "gap"), GAPS)
def test_signs_for_what_is_not_there(words: str, gap: bool) -> None:
    assert is_gap(words) is gap


WORDS = [
    (WordBox((0, 13), 1, 40, 100, 90, 109.9, 7.6), False),  # a raised mark at its end
    (WordBox((0, 7), 1, 40, 100, 48, 140, 7.6), True),  # higher than wide
    (WordBox((0, 7), 1, 40, 100, 80, 107.6, 7.6, 90), True),  # the file says so
]


@pytest.mark.parametrize(("word", "turned"), WORDS)
def test_turned_words(word: WordBox, turned: bool) -> None:
    assert is_turned(word) is turned
