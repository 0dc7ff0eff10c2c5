"""Marks against another reader: what poppler sees under a quote's marks is the quote, all of it and only it."""

import html
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from corpus.manifest import starter_documents
from ingest.document import Document, Span
from ingest.read import read_document
from web.marks import marks_on

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
STARTERS = [starter.path for starter in starter_documents()]


def words_by_poppler(path: Path) -> list[list[tuple[float, float, str]]]:
    """Centre and text of each word, by page."""
    out = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return [
        [
            ((float(a) + float(c)) / 2, (float(b) + float(d)) / 2, html.unescape(text))
            for a, b, c, d, text in WORD.findall(page)
        ]
        for page in out.split("<page ")[1:]
    ]


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text.casefold() if sign.isalnum())


def wanted(document: Document, page: int, spans: tuple[Span, ...]) -> Counter[str]:
    held = sorted({position for span in spans for position in range(*span) if document.page_at(position) == page})
    return letters("".join(document.text[position] for position in held))


def check(path: Path) -> int:
    """Every figure, commitment and passage of a file; how many were compared."""
    document, seen = read_document(path), words_by_poppler(path)
    places = [(one.page, one.spans) for one in (*document.figures, *document.commitments, *document.passages)]
    for page, spans in places:
        assert page is not None
        sheet, marks = document.pages[page - 1], marks_on(document, page, spans)
        under = Counter[str]()
        for x, y, text in seen[page - 1]:
            across, down = 100 * x / sheet.width, 100 * y / sheet.height
            if any(m.left <= across <= m.left + m.width and m.top <= down <= m.top + m.height for m in marks):
                under += letters(text)
        assert under == wanted(document, page, spans), [document.quote(span) for span in spans]
    return len(places)


@pytest.mark.parametrize("path", STARTERS, ids=lambda path: path.stem)
def test_marks_on_the_starter_documents_stand_on_the_words(path: Path) -> None:
    assert check(path) > 20


@pytest.mark.parametrize(
    "name",
    [
        "kommuneark-svendborg-demo.pdf",  # tiles: value, unit and label in separate places
        "aarsberetning-baeltet-demo.pdf",  # columns of running text
        "aarsberetning-baeltet-demo-haard.pdf",  # the same with hard line ends
    ],
)
def test_marks_on_the_demo_documents_stand_on_the_words(shared: Path, name: str) -> None:
    assert check(shared / "pdfs" / name) > 20
