"""The way of one file: bytes → reader → blocks → stored text → passages, figures, commitments → `Document`."""

import hashlib
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from errors import FixTheFile, os_reason
from ingest import texts
from ingest.commitments import find_commitments
from ingest.document import Document, ReadingProblem, Span
from ingest.figures.find import find_figures
from ingest.figures.silent import chart_problems
from ingest.info import find_info
from ingest.layout.assemble import Assembled, assemble
from ingest.layout.model import RawDocument
from ingest.layout.restored import with_lost_hyphens
from ingest.mentions import find_mentions
from ingest.readers.docx import read_docx
from ingest.readers.html import read_html
from ingest.readers.pdf import Step, read_pdf
from ingest.readers.pypdf_check import MAX_PAGES
from ingest.readers.text import read_markdown, read_text
from ingest.structure import build_passages

Reader = Callable[[Path, Step], RawDocument]
READERS: dict[str, Reader] = {
    ".pdf": read_pdf,
    ".txt": lambda path, _: read_text(path),
    ".md": lambda path, _: read_markdown(path),
    ".docx": lambda path, _: read_docx(path),
    ".html": lambda path, _: read_html(path),
}
SAME_KIND = {".htm": ".html", ".xhtml": ".html", ".markdown": ".md", ".text": ".txt"}
KIND_NAMES = {".pdf": "PDF", ".docx": "Word-fil", ".html": "HTML-fil", ".txt": "tekstfil", ".md": "tekstfil"}
MAX_BYTES = 200_000_000
MAX_TEXT_BYTES = 20_000_000


def read_document(
    path: Path, *, document_id: str | None = None, on_step: Step = lambda _name, _count: None
) -> Document:
    """One file as a Document. Raises FixTheFile with a Danish message and a named outcome."""
    return find_all(read_plain(path, document_id=document_id, on_step=on_step))


def read_plain(path: Path, *, document_id: str | None = None, on_step: Step = lambda _name, _count: None) -> Document:
    """One file with its text and passages, before figures, commitments and mentions are found. Raises FixTheFile."""
    name = display_name(path.name)
    try:
        data = _bytes(path)
        raw = READERS[_suffix(path, data)](path, on_step)
        return _finish(raw, path, name, hashlib.sha256(data).hexdigest(), document_id)
    except FixTheFile as error:
        raise explain(error, name, path) from error
    except OSError as error:
        raise explain(FixTheFile(os_reason(error), "unreadable"), name, path) from error
    except MemoryError as error:
        raise explain(FixTheFile("", "memory"), name, path) from error
    except RecursionError as error:
        raise explain(FixTheFile("", "damaged"), name, path) from error


def _bytes(path: Path) -> bytes:
    if "\0" in str(path) or not path.exists():
        raise FixTheFile("", "missing")
    if not path.is_file():
        raise FixTheFile("det er ikke en almindelig fil", "unreadable")
    size = path.stat().st_size
    if size > (MAX_BYTES if path.suffix.lower() in (".pdf", ".docx") else MAX_TEXT_BYTES):
        raise FixTheFile(str(size // 1_000_000), "too_large")
    data = path.read_bytes()
    if not data:
        raise FixTheFile("", "empty")
    return data


def _suffix(path: Path, data: bytes) -> str:
    """The reader's suffix: by content first, by name second. Raises FixTheFile: not_this_type, unsupported."""
    suffix = SAME_KIND.get(path.suffix.lower(), path.suffix.lower())
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        if b"word/" in data[:4000] or b"word/document.xml" in data[-100_000:] or suffix == ".docx":
            return ".docx"
        raise FixTheFile("", "not_this_type" if suffix in READERS else "unsupported")
    if suffix in (".pdf", ".docx"):
        raise FixTheFile("", "not_this_type")
    if suffix not in READERS:
        raise FixTheFile("", "unsupported")
    return suffix


def explain(error: FixTheFile, name: str, path: Path) -> FixTheFile:
    """The same outcome with its Danish message: what happened, then what to do."""
    detail = str(error)
    kind = KIND_NAMES.get(path.suffix.lower(), "fil")
    message = texts.OUTCOMES[error.outcome].format(
        name=name,
        kind=kind,
        reason=detail or "ukendt fejl",
        size=detail,
        pages=detail,
        limit=_limit(error.outcome, detail),
    )
    return FixTheFile(message, error.outcome)


def _limit(outcome: str, detail: str) -> str:
    return {"timeout": detail, "too_large": str(MAX_BYTES // 1_000_000), "too_many_pages": str(MAX_PAGES)}.get(
        outcome, ""
    )


def display_name(name: str) -> str:
    """A file name without line breaks and invisible marks, safe to show."""
    kept = (char if unicodedata.category(char)[0] not in "C" else " " for char in unicodedata.normalize("NFC", name))
    return " ".join("".join(kept).split())[:200] or "fil"


def _finish(raw: RawDocument, path: Path, name: str, sha256: str, document_id: str | None) -> Document:
    assembled = with_lost_hyphens(assemble(raw)) if raw.lost_hyphens else assemble(raw)
    if not any(char.isalnum() for char in assembled.text):
        raise FixTheFile("", "no_text")
    info = find_info(assembled.text, assembled.blocks, name)
    return Document(
        id=document_id or display_name(unicodedata.normalize("NFC", path.stem)),
        file_name=name,
        sha256=sha256,
        media_type=raw.media_type,
        info=info,
        text=assembled.text,
        pages=assembled.pages,
        blocks=assembled.blocks,
        passages=build_passages(assembled, info),
        problems=raw.problems + _problems(assembled),
        repairs=assembled.repairs,
        word_boxes=assembled.word_boxes,
        cells=assembled.cells,
        shapes=tuple(shape for page in raw.pages for shape in page.shapes),
    )


def find_all(document: Document) -> Document:
    """The document with its figures, commitments and mentions."""
    document = replace(document, figures=find_figures(document))
    document = replace(document, problems=document.problems + chart_problems(document, document.figures))
    document = replace(document, commitments=find_commitments(document))
    return replace(document, mentions=find_mentions(document))


def _problems(assembled: Assembled) -> tuple[ReadingProblem, ...]:
    """Unknown glyphs page by page, and how much was repaired."""
    problems: list[ReadingProblem] = []
    parts: list[tuple[int | None, Span]] = [(page.number, page.span) for page in assembled.pages] or [
        (None, (0, len(assembled.text)))
    ]
    for number, (start, end) in parts:
        count = assembled.text.count("\ufffd", start, end)
        if count:
            first = assembled.text.index("\ufffd", start)
            where = texts.ON_PAGE.format(page=number) if number else ""
            message = texts.UNKNOWN_GLYPHS.format(count=count, where=where)
            problems.append(ReadingProblem("unknown_glyph", number, message, (first, first + 1)))
    if assembled.repairs:
        count = len(assembled.repairs)
        message = texts.REPAIRED_ONE if count == 1 else texts.REPAIRED.format(count=count)
        problems.append(ReadingProblem("repaired", None, message))
    return tuple(problems)
