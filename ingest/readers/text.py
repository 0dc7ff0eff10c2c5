"""Text files (.txt, .md): printed lines with their pages, in the file's own order."""

import re
from pathlib import Path

from errors import FixTheFile
from ingest.layout.flow import build_flow
from ingest.layout.model import Line, RawBlock, RawDocument, RawPage, Word
from ingest.layout.printed import loses_hyphens, printed_lines, split_pages
from ingest.readers.decode import decode

MD_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*$")


def read_text(path: Path) -> RawDocument:
    """A .txt file. Raises FixTheFile: not_this_type, no_text."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise FixTheFile("", "no_text")
    lost = loses_hyphens(printed_lines(text.replace("\f", "\n")))
    pages = split_pages(text)
    if pages is None:
        return RawDocument("txt", (), tuple(build_flow(printed_lines(text), None, trailing=lost)), lost_hyphens=lost)
    blocks = [block for number, lines in enumerate(pages, 1) for block in build_flow(lines, number, trailing=lost)]
    return RawDocument("txt", tuple(RawPage(n, ()) for n in range(1, len(pages) + 1)), tuple(blocks), lost_hyphens=lost)


def read_markdown(path: Path) -> RawDocument:
    """A .md file: "#" headings keep their level, the rest is read as text. Raises FixTheFile like `read_text`."""
    text = decode(path.read_bytes())
    if not text.strip():
        raise FixTheFile("", "no_text")
    blocks: list[RawBlock] = []
    rest: list[str] = []
    for raw in [*text.split("\n"), "# "]:
        match = MD_HEADING.match(raw) or re.fullmatch(r"(#) ", raw)
        if match is None:
            rest.append(raw)
            continue
        blocks += build_flow(printed_lines("\n".join(rest)), None)
        rest = []
        if match.lastindex == 2 and match[2]:
            words = tuple(Word(word) for word in match[2].split())
            blocks.append(RawBlock("heading", (Line(words),), None, level=len(match[1])))
    return RawDocument("md", (), tuple(blocks))
