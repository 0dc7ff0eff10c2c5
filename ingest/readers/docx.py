"""Word files through python-docx: headings, paragraphs, lists and tables in order. The only file that touches it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from errors import FixTheFile
from ingest.layout.flow_kinds import name_flow_kinds
from ingest.layout.model import Line, RawBlock, RawDocument, Word, row_of
from ingest.repair import split_bullet

MAX_UNFOLDED = 200_000_000
MAX_RATIO = 200
"""Bytes unfolded for each byte packed; ordinary Word text stays below 30."""


def read_docx(path: Path) -> RawDocument:
    """A .docx file. Raises FixTheFile: zip_bomb, not_this_type, damaged, no_text."""
    check_zip(path)
    try:
        document = docx.Document(str(path))
        blocks = tuple(_blocks(document))
    except (
        PackageNotFoundError,
        KeyError,
        ValueError,
        LxmlError,
        zipfile.BadZipFile,
        EOFError,
        AttributeError,
    ) as error:
        raise FixTheFile(str(error), "damaged") from error
    if not any(line.words for block in blocks for line in block.lines):
        raise FixTheFile("", "no_text")
    return RawDocument("docx", (), name_flow_kinds(blocks))


def check_zip(path: Path) -> None:
    """Refuses what unfolds to far more than it is, before anything is unfolded."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise FixTheFile(str(error), "damaged") from error
    unfolded = sum(member.file_size for member in members)
    packed = max(sum(member.compress_size for member in members), 1)
    if unfolded > MAX_UNFOLDED or (unfolded > 10_000_000 and unfolded / packed > MAX_RATIO) or len(members) > 20_000:
        raise FixTheFile("", "zip_bomb")
    if not any(member.filename == "word/document.xml" for member in members):
        raise FixTheFile("", "not_this_type")


def _blocks(document: "docx.document.Document") -> Iterator[RawBlock]:
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            block = _paragraph(item)
            if block is not None:
                yield block
        elif isinstance(item, Table):
            yield from _table(item)


def _paragraph(paragraph: Paragraph) -> RawBlock | None:
    lines = tuple(line for line in (_line(text) for text in paragraph.text.split("\n")) if line.words)
    if not lines:
        return None
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    level = next((int(char) for char in style if char.isdigit()), 1)
    if style.startswith(("heading", "overskrift", "title", "titel")):
        return RawBlock("heading", lines, None, level=min(level, 6))
    if style.startswith(("list", "opstilling", "liste")) or _numbered(paragraph) or split_bullet(lines[0].text)[0]:
        return RawBlock("list_item", lines, None)
    if style.startswith(("caption", "billedtekst")):
        return RawBlock("caption", lines, None)
    return RawBlock("paragraph", lines, None)


def _numbered(paragraph: Paragraph) -> bool:
    properties = paragraph._p.pPr
    return properties is not None and properties.numPr is not None


def _table(table: Table) -> Iterator[RawBlock]:
    first = True
    for row in table.rows:
        cells: dict[int, tuple[str, int, int]] = {}
        for column, cell in enumerate(row.cells):  # A merged cell comes once for each column it spans.
            text, begin, width = cells.get(id(cell._tc), (cell.text, column, 0))
            cells[id(cell._tc)] = (text, begin, width + 1)
        line = row_of(list(cells.values()))
        if line.words:
            yield RawBlock("table_row", (line,), None, continues=not first, keep_lines=True)
            first = False


def _line(text: str) -> Line:
    return Line(tuple(Word(word) for word in text.split()))
