"""Opening and vetting a PDF with pypdf: password, page tree, title. The only file that touches pypdf."""

import logging
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from errors import FixTheFile

MAX_PAGES = 5_000


@dataclass(frozen=True, slots=True)
class PdfFacts:
    pages: int
    title: str | None


def check_pdf(path: Path) -> PdfFacts:
    """Number of pages and title. Raises FixTheFile: encrypted, damaged, no_pages, too_many_pages."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with path.open("rb") as file:
            reader = PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                raise FixTheFile("", "encrypted")
            pages = len(reader.pages)
            title = reader.metadata.title if reader.metadata else None
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        IndexError,
        OverflowError,
    ) as error:
        # pypdf raises builtin errors from deep inside on damaged objects.
        raise FixTheFile(str(error), "damaged") from error
    if pages == 0:
        raise FixTheFile("", "no_pages")
    if pages > MAX_PAGES:
        raise FixTheFile(str(pages), "too_many_pages")
    return PdfFacts(pages, str(title).strip() if title else None)
