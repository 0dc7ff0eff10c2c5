"""A drawn chart whose values are not printed is told as a problem of reading."""

import pytest

from ingest.document import Block, Document, DocumentInfo, Page, Shape, WordBox
from ingest.read import find_all

Area = tuple[float, float, float, float]
COLUMNS: list[Area] = [(100, 300, 130, 500), (150, 350, 180, 500), (200, 420, 230, 500)]
LYING: list[Area] = [(100, 300, 300, 315), (100, 330, 260, 345), (100, 360, 180, 375)]
ALIKE: list[Area] = [(100, 300, 200, 380), (220, 300, 320, 380), (340, 300, 440, 380)]
RULES: list[Area] = [(100, 300, 300, 302), (100, 330, 260, 332), (100, 360, 180, 362)]
CHARTS = [
    (COLUMNS, [], True),  # columns without a number
    (LYING, [], True),  # lying bars without a number
    (COLUMNS, [("Boliger", 100, 530), ("325", 105, 290)], False),  # a number over a column
    (COLUMNS, [("Boliger", 100, 780), ("325", 105, 760)], True),  # a number far from the chart is not of it
    (ALIKE, [], False),  # areas of one size are cards, no chart
    (RULES, [], False),  # thin lines are rules
    (LYING, [("Boliger", 110, 304), ("Beboere", 110, 334), ("Andet", 110, 364)], False),  # areas behind words
]


@pytest.mark.parametrize(("areas", "words", "told"), CHARTS)
def test_a_chart_without_numbers_is_told(areas: list[Area], words: list[tuple[str, float, float]], told: bool) -> None:
    text, boxes = "Udviklingen over tid\n\n", []
    for word, x, y in words:
        boxes.append(WordBox((len(text), len(text) + len(word)), 1, x, y, x + 6.0 * len(word), y + 10.0, 10.0))
        text += word + "\n\n"
    shapes = tuple(Shape(1, *area, fill="#224466") for area in areas)
    blocks = (Block("paragraph", (0, len(text)), 1),)
    page = Page(1, (0, len(text)), width=595.0, height=842.0)
    info = DocumentInfo("Prøve")
    document = Document("p", "p.pdf", "", "pdf", info, text, (page,), blocks, word_boxes=tuple(boxes), shapes=shapes)
    problems = [problem for problem in find_all(document).problems if problem.kind == "unread_chart"]
    assert [problem.page for problem in problems] == ([1] if told else [])
    assert all("side 1" in problem.message.casefold() for problem in problems)
