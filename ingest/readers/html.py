"""HTML pages through Beautiful Soup: visible text only, in order. The only file that touches bs4."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from errors import FixTheFile
from ingest.document import BlockKind
from ingest.layout.flow_kinds import name_flow_kinds
from ingest.layout.model import Line, RawBlock, RawDocument, Word, row_of
from ingest.readers.decode import decode

HIDDEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "canvas",
        "select",
        "button",
        "input",
        "textarea",
    ]
)
BREAKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "figcaption",
        "dl",
        "dt",
        "dd",
        "pre",
        "hr",
        "br",
        "form",
        "fieldset",
        "address",
        "details",
        "summary",
        "body",
        "html",
    ]
)
RUNNING = frozenset(("nav", "header", "footer"))
MAX_SPAN = 50
MAX_DEPTH = 400
"""Deeper than any page is written; a parser's recursion must not decide."""


def read_html(path: Path) -> RawDocument:
    """An .html file. Raises FixTheFile: not_this_type, no_text, damaged."""
    markup = decode(path.read_bytes())
    if _depth(markup) > MAX_DEPTH:
        raise FixTheFile("", "damaged")
    soup = BeautifulSoup(markup, "lxml")
    blocks = tuple(_collect(soup))
    if not blocks:
        raise FixTheFile("", "no_text")
    return RawDocument("html", (), name_flow_kinds(blocks))


def _depth(markup: str) -> int:
    """Deepest nesting of tags that must be closed, counted without parsing."""
    depth = deepest = 0
    for match in re.finditer(
        r"<(/?)(div|span|p|table|tr|td|ul|li|b|i|em|font|section|blockquote|a)\b", markup, re.IGNORECASE
    ):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        if match[2].lower() in ("p", "li", "tr", "td") and not match[1]:
            depth -= 1  # These close themselves.
        deepest = max(deepest, depth)
    return deepest


def _collect(soup: BeautifulSoup) -> Iterator[RawBlock]:
    """Text between block borders, each with the kind of the element it stands in."""
    words: list[str] = []
    owner: Tag | None = None
    for node, depth_tag in _walk(soup):
        if isinstance(node, Tag):
            if words:
                yield _block(words, owner)
            words = []
            yield from _table(node)
        elif depth_tag is not None:
            if words:
                yield _block(words, owner)
            words, owner = [], depth_tag
        elif isinstance(node, NavigableString):
            words += str(node).split(" ") if owner is not None and owner.name == "pre" else str(node).split()
    if words:
        yield _block(words, owner)


def _walk(soup: Tag) -> Iterator[tuple[object, Tag | None]]:
    """(text, None) for visible text, (table, None) for a plain table, (None, element) at every border; no recursion."""
    stack: list[tuple[object, bool]] = [(child, False) for child in reversed(list(soup.children))]
    while stack:
        node, closing = stack.pop()
        if isinstance(node, Tag):
            if closing:
                yield None, node.parent
            elif node.name == "table" and _is_plain(node):
                yield None, node
                yield node, None
                yield None, node.parent
            elif node.name not in HIDDEN and not _is_hidden(node):
                if node.name in BREAKS:
                    yield None, node
                    stack.append((node, True))
                stack += [(child, False) for child in reversed(list(node.children))]
        elif isinstance(node, NavigableString) and not isinstance(node, Comment) and type(node) is NavigableString:
            yield node, None


def _is_plain(table: Tag) -> bool:
    """Whether a table holds no other table, and stands in the page's own text."""
    inside = {parent.name for parent in table.parents}
    return not _is_hidden(table) and not inside & (RUNNING | {"table"}) and table.find("table") is None


def _table(table: Tag) -> Iterator[RawBlock]:
    """The rows of a table, each cell in its column; a cell over several rows stands in the first."""
    held: dict[int, int] = {}
    """Rows that a cell above still reaches down, by column."""
    for caption in table.find_all("caption", limit=1):
        if words := _text(caption).split():
            yield _block(words, caption)
    first = True
    for row in table.find_all("tr"):
        if _is_hidden(row):
            continue
        cells: list[tuple[str, int, int]] = []
        column = 0
        for cell in row.find_all(("td", "th"), recursive=False):
            while held.get(column, 0):
                held[column] -= 1
                column += 1
            width = _span(cell, "colspan")
            cells.append(("" if _is_hidden(cell) else _text(cell), column, width))
            held |= {column + at: _span(cell, "rowspan") - 1 for at in range(width)}
            column += width
        for rest in [at for at in held if at >= column]:
            held[rest] = max(held[rest] - 1, 0)
        line = row_of(cells)
        if line.words:
            yield RawBlock("table_row", (line,), None, continues=not first, keep_lines=True)
            first = False


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1")).strip()
    return min(max(int(said), 1), MAX_SPAN) if said.isdecimal() else 1


def _text(cell: Tag) -> str:
    return " ".join(str(node) for node, border in _walk(cell) if border is None)


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style", "")).replace(" ", "").lower()
    return tag.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style


def _block(words: list[str], owner: Tag | None) -> RawBlock:
    line = Line(tuple(Word(word) for word in words if word))
    name = owner.name if owner is not None else "p"
    if re.fullmatch(r"h[1-6]", name):
        return RawBlock("heading", (line,), None, level=int(name[1]))
    parents = {name, *(parent.name for parent in owner.parents)} if owner is not None else set()
    kind: BlockKind = "paragraph"
    if parents & RUNNING:
        kind = "header" if parents & {"nav", "header"} else "footer"
    elif "tr" in parents:
        kind = "table_row"
    elif "li" in parents or name in ("dt", "dd"):
        kind = "list_item"
    elif "figcaption" in parents:
        kind = "caption"
    return RawBlock(kind, (line,), None, keep_lines=kind == "table_row")
