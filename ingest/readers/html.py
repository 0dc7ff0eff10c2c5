"""HTML pages through Beautiful Soup: visible text only, in order. The only file that touches bs4."""

import re
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from errors import FixTheFile
from ingest.document import BlockKind
from ingest.layout.flow_kinds import name_flow_kinds
from ingest.layout.model import Line, RawBlock, RawDocument, Word
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
        if depth_tag is not None:
            if words:
                yield _block(words, owner)
            words, owner = [], depth_tag
        elif isinstance(node, NavigableString):
            words += str(node).split(" ") if owner is not None and owner.name == "pre" else str(node).split()
    if words:
        yield _block(words, owner)


def _walk(soup: BeautifulSoup) -> Iterator[tuple[object, Tag | None]]:
    """(text, None) for visible text and (None, element) at every border of a block element, without recursion."""
    stack: list[tuple[object, bool]] = [(child, False) for child in reversed(list(soup.children))]
    while stack:
        node, closing = stack.pop()
        if isinstance(node, Tag):
            if closing:
                yield None, node.parent
            elif node.name not in HIDDEN and not _is_hidden(node):
                if node.name in BREAKS:
                    yield None, node
                    stack.append((node, True))
                stack += [(child, False) for child in reversed(list(node.children))]
        elif isinstance(node, NavigableString) and not isinstance(node, Comment) and type(node) is NavigableString:
            yield node, None


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
