"""An answer with its sources as Markdown or Word, and tables as CSV that Danish spreadsheets open."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from assistant.answer import Answer
from web import texts
from web.answer_html import apart, by_marker, page_word

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def to_markdown(answer: Answer) -> str:
    """The question, the answer and every source with its quote."""
    lines = [f"# {_one_line(answer.question)}", "", f"*{texts.STATUS[answer.status][1]}*", "", answer.answer]
    if answer.citations:
        lines += ["", f"## {texts.SOURCES}", ""]
        lines += [f"[{marker}] {where}: »{quote}«  " for marker, where, quote in sources(answer)]
    return "\n".join([*lines, "", texts.EXPORT_NOTE, ""])


def to_word(answer: Answer) -> bytes:
    """The same as a Word document."""
    from docx import Document as new_document

    document = new_document()
    document.core_properties.author = texts.APP_NAME
    document.core_properties.language = "da-DK"
    document.add_heading(_xml(_one_line(answer.question)), 1)
    document.add_paragraph().add_run(texts.STATUS[answer.status][1]).italic = True
    for line in answer.answer.split("\n"):
        if line.strip():
            _add_line(document, line)
    if answer.citations:
        document.add_heading(texts.SOURCES, 2)
        for marker, where, quote in sources(answer):
            document.add_paragraph(_xml(f"[{marker}] {where}: »{quote}«"))
    document.add_paragraph(texts.EXPORT_NOTE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sources(answer: Answer) -> list[tuple[int, str, str]]:
    """(marker, title and page, quote) of each source."""
    return [
        (
            marker,
            f"{_one_line(group[0].title)}{page_word(group[0].page)}",
            " … ".join(_one_line(one.quote) for one in apart(group)),
        )
        for marker, group in by_marker(answer.citations)
    ]


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Semicolons and a byte order mark, as Danish Excel expects; no cell can carry a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _add_line(document: Any, line: str) -> None:
    """One line of the answer's Markdown; a table's row is written with tabs, a rule is left out."""
    if re.fullmatch(r"\s*\|[\s:|-]+\|\s*", line):
        return
    bullet = re.match(r"\s*[-*•]\s+(.*)", line)
    text = bullet.group(1) if bullet else line.strip()
    if text.startswith("|") and text.endswith("|"):
        text = "\t".join(cell.strip() for cell in text[1:-1].split("|"))
    paragraph = document.add_paragraph(style="List Bullet" if bullet else None)
    for position, part in enumerate(re.split(r"\*\*(.+?)\*\*", _xml(text))):
        paragraph.add_run(part).bold = position % 2 == 1


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)


def _harmless(cell: Any) -> str:
    """The cell as text; one that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
