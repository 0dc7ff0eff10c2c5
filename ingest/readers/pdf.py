"""A PDF becomes pages of blocks: vetted by pypdf, words by PDFium, arranged by `layout`."""

from collections.abc import Callable
from pathlib import Path

from errors import FixTheFile
from ingest.document import ReadingProblem
from ingest.layout.model import RawDocument, RawPage
from ingest.layout.page import arrange_pages
from ingest.readers.pdfium import PdfWords
from ingest.readers.pypdf_check import check_pdf
from ingest.texts import BROKEN_PAGE, SCANNED_PAGE

Step = Callable[[str], None]
MAX_CHARS = 20_000_000


def read_pdf(path: Path) -> RawDocument:
    """All pages of a PDF. Raises FixTheFile with an outcome and no message."""
    facts = check_pdf(path)
    pdf = PdfWords(path)
    pages: list[RawPage] = []
    problems: list[ReadingProblem] = []
    try:
        for number in range(1, min(pdf.page_count(), facts.pages) + 1):
            try:
                page = pdf.page(number)
            except FixTheFile as error:
                if error.outcome != "damaged":
                    raise
                page = RawPage(number, (), source="none")
                problems.append(ReadingProblem("skipped", number, BROKEN_PAGE.format(page=number)))
            if not page.lines and page.source == "text":
                page = RawPage(number, (), page.width, page.height, "none")
                problems.append(ReadingProblem("scanned_page", number, SCANNED_PAGE.format(page=number)))
            pages.append(page)
    finally:
        pdf.close()
    if not any(page.lines for page in pages):
        raise FixTheFile("", "scanned")
    return RawDocument("pdf", tuple(pages), arrange_pages(tuple(pages)), tuple(problems))
