"""A PDF becomes pages of blocks: vetted by pypdf, words by PDFium, scans by Tesseract, arranged by `layout`."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from errors import FixTheFile
from ingest import texts
from ingest.document import ReadingProblem
from ingest.layout.model import RawDocument, RawPage
from ingest.layout.page import arrange_pages
from ingest.readers import tesseract
from ingest.readers.pdfium import PdfWords
from ingest.readers.pypdf_check import check_pdf
from ingest.repair import is_private

Step = Callable[[str, int], None]
"""Told ("pages", how many), ("scanned", how many) and ("page", number), so that a watcher can judge the time taken."""
MAX_CHARS = 20_000_000
UNKNOWN_SHARE = 0.3
OCR_SECONDS = 3.6
"""Of the processor's time for each scanned page: on average over the file, so that the rest keeps its text."""
OCR_WALL_SECONDS = 9.0
"""By the clock, for each scanned page: a busy machine takes longer for the same work."""


def read_pdf(path: Path, on_step: Step = lambda _name, _count: None) -> RawDocument:
    """All pages of a PDF. Raises FixTheFile with an outcome and no message."""
    facts = check_pdf(path)
    on_step("pages", facts.pages)
    pdf = PdfWords(path)
    try:
        pages = tuple(_read_pages(pdf, min(pdf.page_count(), facts.pages), on_step))
        if not pages:
            raise FixTheFile("", "no_pages")
        pages, problems = _recognise(pdf, pages, on_step)
    finally:
        pdf.close()
    if not any(page.words for page in pages):
        raise FixTheFile("", "scanned" if any(p.kind == "scanned_page" for p in problems) else "no_text")
    return RawDocument("pdf", pages, arrange_pages(pages), problems)


def _read_pages(pdf: PdfWords, count: int, on_step: Step) -> list[RawPage]:
    pages: list[RawPage] = []
    letters = 0
    for number in range(1, count + 1):
        on_step("page", number)
        try:
            page = pdf.page(number)
        except FixTheFile as error:
            if error.outcome != "damaged":
                raise
            page = RawPage(number, (), source="none")
        if _meaningless(page):
            page = replace(page, words=())
        letters += sum([len(word.text) for word in page.words])
        if letters > MAX_CHARS:
            raise FixTheFile("", "output")
        pages.append(page)
    return pages


def _meaningless(page: RawPage) -> bool:
    """Whether most glyphs stand for no known letter (a font without its map): then a page is as good as a scan."""
    text = "".join([word.text for word in page.words])
    if text.isprintable() and "\ufffd" not in text:  # What is private or a control character is not printable.
        return False
    unknown = sum(char == "\ufffd" or is_private(char) or ord(char) < 32 for char in text)
    return unknown > UNKNOWN_SHARE * len(text) > 0


def _recognise(
    pdf: PdfWords, pages: tuple[RawPage, ...], on_step: Step
) -> tuple[tuple[RawPage, ...], tuple[ReadingProblem, ...]]:
    """Pages without words: recognised where Tesseract can and time allows; each is told as a problem."""
    out: list[RawPage] = []
    problems: list[ReadingProblem] = []
    scans = [
        page.number for page in pages if not page.words and page.source == "text" and pdf.shows_something(page.number)
    ]
    if scans:
        on_step("scanned", len(scans))
    able = bool(scans) and tesseract.has_danish()
    until = time.monotonic() + OCR_WALL_SECONDS * len(scans)
    work = tesseract.seconds_worked() + OCR_SECONDS * len(scans)
    for page in pages:
        if page.words:
            out.append(page)
            continue
        left = until - time.monotonic()
        if page.number in scans and able and left > 0.5 and tesseract.seconds_worked() < work - 0.5:
            image = pdf.render(page.number, tesseract.RENDER_DPI)
            words = tesseract.recognise(image, min(left, 2 * OCR_WALL_SECONDS))
            page = replace(page, words=words or (), source="ocr" if words else "none")
        else:
            page = replace(page, source="none")
        out.append(page)
        problems.append(_problem(page, page.number in scans))
    return tuple(out), tuple(problems)


def _problem(page: RawPage, scanned: bool) -> ReadingProblem:
    if page.source == "ocr":
        return ReadingProblem("scanned_page", page.number, texts.OCR_PAGE.format(page=page.number))
    if scanned:
        return ReadingProblem("scanned_page", page.number, texts.SCANNED_PAGE.format(page=page.number))
    if page.width == 0.0:
        return ReadingProblem("skipped", page.number, texts.BROKEN_PAGE.format(page=page.number))
    return ReadingProblem("empty_page", page.number, texts.EMPTY_PAGE.format(page=page.number))
