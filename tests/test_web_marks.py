"""Marks against another reader: what poppler sees under the marks of a quote is the quote, all of it and only it."""

import html
import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from pypdf import PageObject, PdfWriter
from pypdf.generic import RectangleObject

from assistant.answer import Answer, Conversation
from assistant.assistant import Assistant
from corpus.manifest import starter_documents
from index.library import Library
from ingest.document import Document, Span
from ingest.read import read_document
from web.answer_html import by_marker
from web.files import original
from web.marks import marks_on

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
STARTERS = [starter.path for starter in starter_documents()]
SETS = sorted((Path(__file__).parent.parent / "eval" / "sets").glob("*.jsonl"))
COVERED, TOUCHED = 0.75, 0.25
"""Share of a word's width that a mark must lie over when it is quoted, and may lie over when it is not."""


@dataclass(frozen=True)
class Word:
    """A word as poppler sees it, in PDF points."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float


@cache
def words_by_poppler(path: Path) -> list[list[Word]]:
    """The words of each page."""
    out = subprocess.run(
        ["pdftotext", "-bbox", "-cropbox", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    return [
        [Word(html.unescape(text), *map(float, box)) for *box, text in WORD.findall(page)]
        for page in out.split("<page ")[1:]
    ]


def letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text.casefold() if sign.isalnum())


def quoted(document: Document, page: int, spans: Iterable[Span]) -> Counter[str]:
    held = sorted({position for span in spans for position in range(*span) if document.page_at(position) == page})
    return letters("".join(document.text[position] for position in held))


def faults(document: Document, page: int, spans: Sequence[Span], words: list[Word]) -> list[str]:
    """What is wrong with the marks of a quote on a page: letters not marked, words marked in part or wrongly."""
    sheet, marks = document.pages[page - 1], marks_on(document, page, spans)
    wrong, under = [], Counter[str]()
    for word in words:
        share = 0.0
        middle = 100 * (word.y0 + word.y1) / 2 / sheet.height
        for mark in marks:
            if mark.top <= middle <= mark.top + mark.height:
                left, right = mark.left * sheet.width / 100, (mark.left + mark.width) * sheet.width / 100
                over = min(right, word.x1) - max(left, word.x0)
                share = max(share, over / max(word.x1 - word.x0, 0.1))
        if share >= COVERED:
            under += letters(word.text)
        elif share > TOUCHED:
            wrong.append(f"{word.text!r} is marked in part ({share:.2f})")
    wanted = quoted(document, page, spans)
    missing, more = wanted - under, under - wanted
    if missing:
        wrong.append(f"not marked: {''.join(missing.elements())}")
    if more:
        wrong.append(f"marked, but not quoted: {''.join(more.elements())}")
    return wrong


def check(path: Path) -> int:
    """Every figure, commitment and passage of a file; how many were compared."""
    document, seen = read_document(path), words_by_poppler(path)
    places = [(one.page, one.spans) for one in (*document.figures, *document.commitments, *document.passages)]
    for page, spans in places:
        assert page is not None
        assert faults(document, page, spans, seen[page - 1]) == [], [document.quote(span) for span in spans]
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


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.rotate(90),  # text that runs down the page
        lambda page: page.rotate(180),
        lambda page: setattr(page, "cropbox", RectangleObject((20, 30, 560, 800))),  # the visible part is a cut-out
        lambda page: setattr(page, "mediabox", RectangleObject((-40, -50, 640, 900))),  # the corner is not at 0,0
    ],
)
def test_marks_follow_a_page_that_is_turned_or_cut(tmp_path: Path, change: Callable[[PageObject], object]) -> None:
    writer = PdfWriter(clone_from=str(STARTERS[0]))
    for page in writer.pages:
        change(page)
    writer.write(tmp_path / "vendt.pdf")
    assert check(tmp_path / "vendt.pdf") > 20


# --- Every citation of the answers to whole sets ----------------------------------------------------------------------


def answers_to(assistant: Assistant, path: Path) -> Iterable[Answer]:
    """The answers to a set's questions, each in its conversation."""
    for line in path.read_text(encoding="utf-8").splitlines():
        case, conversation = json.loads(line), Conversation()
        for turn in case.get("history", []):
            conversation = conversation.after(assistant.ask(turn["question"], conversation))
        yield assistant.ask(case["question"], conversation)


def cited_faults(library: Library, data_dir: Path, path: Path) -> tuple[int, dict[str, list[str]]]:
    """How many cited pages were looked at, and what is wrong with the marks on them, as the panel shows them."""
    entries, count, wrong = {entry.id: entry for entry in library.documents()}, 0, {}
    documents = cache(library.document)
    for answer in answers_to(Assistant(library), path):
        for marker, group in by_marker(answer.citations):
            file, document = original(entries[group[0].document], data_dir), documents(group[0].document)
            if file is None or document.media_type != "pdf":
                continue
            spans = tuple((one.start, one.end) for one in group)
            for page in sorted(
                {at for span in spans for at in (document.page_at(span[0]), document.page_at(span[1] - 1)) if at}
            ):
                count += 1
                found = faults(document, page, spans, words_by_poppler(file)[page - 1])
                if found:
                    wrong[f"{answer.question} [{marker}] {document.id} {page}"] = found
    return count, wrong


@pytest.mark.slow
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_every_citation_of_our_sets_is_marked_whole_and_alone(
    starter_library: Library, starter_index: Path, path: Path
) -> None:
    count, wrong = cited_faults(starter_library, starter_index, path)
    assert wrong == {}
    assert count > 5, "sets of refusals cite the nearest place alone"
