"""Names the kind of each block from its size, weight, place and first words."""

from dataclasses import replace

from ingest.layout.model import RawBlock
from ingest.layout.shapes import CREDIT, FOOTNOTE, NOTE, QUOTE_START, ends_sentence, is_lead_in

HEADING_WORDS = 16
SMALL = 0.9
BIG = 1.14


def name_kinds(blocks: tuple[RawBlock, ...], body: float) -> tuple[RawBlock, ...]:
    """Headings, captions, credits, notes and pull quotes among the paragraphs of one page."""
    named = [_name(block, body) for block in blocks]
    for index, block in enumerate(named):
        following = named[index + 1] if index + 1 < len(named) else None
        before = named[index - 1] if index else None
        if block.kind == "note" and following is not None and following.kind == "credit":
            named[index] = replace(block, kind="caption")
        elif block.kind == "note" and before is not None and before.kind == "pull_quote":
            named[index] = replace(block, kind="pull_quote")
    return tuple(named)


def _name(block: RawBlock, body: float) -> RawBlock:
    if block.kind != "paragraph":
        return block
    line, text = block.lines[0], block.text
    if CREDIT.match(text) and len(text) < 120:
        return replace(block, kind="credit")
    if NOTE.match(text) or (line.size < body * SMALL and FOOTNOTE.match(text)):
        return replace(block, kind="note")
    if QUOTE_START.match(text) and (line.size > body * 1.05 or line.italic) and len(text) < 400:
        return replace(block, kind="pull_quote")
    if line.size < body * SMALL:
        return replace(block, kind="note")
    return _heading(block, body) or block


def _heading(block: RawBlock, body: float) -> RawBlock | None:
    line, text = block.lines[0], block.text
    words = len(text.split())
    if is_lead_in(text):
        return None
    if words > HEADING_WORDS or not any(char.isalpha() for char in text):
        return None
    big = line.size >= body * BIG
    if big and (not ends_sentence(text) or line.size > 1.5 * body or text.endswith("...")):
        return replace(block, kind="heading", level=_level(line.size / body))
    bold = all(other.bold for other in block.lines)
    if bold and words <= 12 and not text.endswith((".", ",", ";")):
        return replace(block, kind="heading", level=4)
    return None


def _level(ratio: float) -> int:
    return 1 if ratio >= 2.2 else 2 if ratio >= 1.5 else 3
