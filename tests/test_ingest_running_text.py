"""Which pages are weighed as sheets, what a note is made of, and where rules for numbers are tried."""

from collections.abc import Sequence

import pytest

from ingest.document import Block, BlockKind, Document, DocumentInfo, Page, Shape, WordBox
from ingest.figures.find import find_figures
from ingest.figures.fragments import sheet_pages
from ingest.figures.running_text import short_runs
from ingest.numbers import read_numbers

SIZE = 10.0
LONG = "Boligorganisationen renoverede i det forløbne år 325 lejligheder i de største afdelinger inde i byen"
Printed = tuple[float, float, str]
"""Left edge, base line and words of one printed line."""


def document(lines: Sequence[Printed], gap: float = 3.0, footer: int = 0, shapes: tuple[Shape, ...] = ()) -> Document:
    """Page 2 of a document: its lines as blocks of their own, the last `footer` of them running."""
    text, boxes, blocks = "", [], []
    for number, (left, base, words) in enumerate(lines):
        start = len(text)
        at = left
        for word in words.split():
            boxes.append(
                WordBox((len(text), len(text) + len(word)), 2, at, base - 7.8, at + 5.0 * len(word), base + 2.2, SIZE)
            )
            at += 5.0 * len(word) + gap
            text += word + " "
        kind: BlockKind = "footer" if number >= len(lines) - footer else "paragraph"
        blocks.append(Block(kind, (start, len(text) - 1), 2))
        text = text[:-1] + "\n\n"
    page = Page(2, (0, len(text)), width=595.0, height=842.0)
    info = DocumentInfo("Prøve")
    return Document("p", "p.pdf", "", "pdf", info, text, (page,), tuple(blocks), word_boxes=tuple(boxes), shapes=shapes)


PAGES = [
    ([(50, 100, LONG), (50, 115, LONG)], 3.0, 0, (), False),  # running text
    ([(50, 100, LONG), (280, 800, "7")], 3.0, 1, (), False),  # with its page number
    ([(50, 100, LONG), (280, 800, "Side 7 af 12")], 3.0, 0, (), False),  # a page number that layout did not know
    ([(50, 100, LONG), (50, 115, LONG)], 5.0, 0, (), False),  # lines set to both margins
    ([(50, 100, LONG), (50, 300, "325 boliger")], 5.0, 0, (), True),  # a number with its unit under such lines
    ([(50, 100, LONG), (50, 300, "325"), (50, 315, "renoverede boliger")], 3.0, 0, (), True),  # a tile
    ([(50, 100, LONG), (50, 300, "325 boliger")], 3.0, 0, (), True),  # a number with its unit
    ([(50, 100, LONG), (50, 300, "Fem boliger")], 3.0, 0, (), True),  # a number in words
    (
        [(50, 300, "Renoverede boliger i alt fordelt på de største afdelinger 325 118 204 96")],
        9.0,
        0,
        (),
        True,
    ),  # cells
    ([(50, 300, "325"), (280, 800, "7")], 3.0, 1, (), True),  # a tile over a page number
]


@pytest.mark.parametrize(("lines", "gap", "footer", "shapes", "sheet"), PAGES)
def test_a_page_of_running_text_is_no_sheet(
    lines: list[Printed], gap: float, footer: int, shapes: tuple[Shape, ...], sheet: bool
) -> None:
    (page,) = sheet_pages(document(lines, gap, footer, shapes))
    assert any(cell.is_value for cell in page.fragments) is sheet


def test_wide_spaces_of_a_line_are_told_by_its_narrowest() -> None:
    wide, mixed = document([(50, 100, LONG)], 5.0), document([(50, 100, LONG)], 3.0)
    boxes = list(mixed.word_boxes)
    boxes[1:] = [box._replace(x0=box.x0 + 2.5, x1=box.x1 + 2.5) for box in boxes[1:]]
    assert short_runs(wide, wide.word_boxes, (), wide.word_boxes) == []  # one long run: its number is a sentence's
    assert short_runs(mixed, boxes, (), boxes) == []  # one space of 5.5 among 3: a break, and no number before it
    number = [boxes[0]._replace(span=boxes[6].span), *boxes[1:]]
    assert short_runs(mixed, number, (), number) == [number[:1]]  # the number that stands before it is by itself


def test_a_page_number_is_no_figure() -> None:
    lines = [(50.0, 100.0, LONG), (50.0, 400.0, "Karen Holm formand for boligselskabet"), (280.0, 800.0, "7")]
    assert [figure.value for figure in find_figures(document(lines, footer=1))] == ["325"]


PLACES = [
    ("Afdeling 1001 havde 57 boliger", [("reference", "Afdeling 1001"), ("count", "57")]),  # a designation is no count
    ("Boligafdeling 3 og 4, ca. 50 boliger", [("reference", "Boligafdeling 3 og 4"), ("count", "50")]),  # two of them
    ("kort-type 5 med 20 boliger", [("reference", "type 5"), ("count", "20")]),  # a word begins after a hyphen
    ("mere end 500 kr. og knap 3 pct.", [("money", "500"), ("percent", "3")]),  # qualifiers before the digits
    ("i 2025 kr. 500", [("year", "2025"), ("money", "500")]),  # the year does not take the currency of the next number
    ("kr. 1.200 og -5 pct.", [("money", "1200"), ("percent", "-5")]),  # a currency and a sign before the digits
    ("foråret 2024 og 1850 boliger", [("year", "2024"), ("count", "1850")]),  # not every four digits are a year
    ("mellem 20 og 30 pct., fra\n5 til 7 boliger", [("interval", "20-30"), ("interval", "5-7")]),  # over a line's end
]


@pytest.mark.parametrize(("text", "numbers"), PLACES)
def test_numbers_are_found_where_they_can_stand(text: str, numbers: list[tuple[str, str]]) -> None:
    assert [(number.kind, number.value) for number in read_numbers(text)] == numbers
    around = f"Kap. 9 er slut. {text} Linje 8 følger."
    assert [(n.kind, n.value) for n in read_numbers(around, 16, 16 + len(text))] == numbers
