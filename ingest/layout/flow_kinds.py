"""Names the kind of each block of a text file from its words and its neighbours."""

import re
from dataclasses import replace

from ingest.layout.model import RawBlock
from ingest.layout.shapes import CREDIT, LEAD_IN, NOTE, URL_LINE, ends_sentence, is_shouted

CAPTION_WORDS = 75
CHAIN_WORDS = 30
HEADING_WORDS = 12
QUOTED = re.compile(r"^[»“”\"„].*[«“”\"]$", re.DOTALL)


def name_flow_kinds(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """Headings, captions, credits, notes, links and pull quotes among paragraphs."""
    named = [_by_itself(block) for block in blocks]
    for index, block in enumerate(named):
        if block.kind == "credit":
            _name_captions(named, index)
    for index, block in enumerate(named):
        if block.kind == "paragraph" and _is_heading(named, index):
            named[index] = replace(block, kind="heading", level=1 if is_shouted(block.text) else 2)
    return tuple(named)


def _by_itself(block: RawBlock) -> RawBlock:
    if block.kind != "paragraph":
        return block
    text = block.text
    if CREDIT.match(text) and len(text) < 120:
        return replace(block, kind="credit")
    if NOTE.match(text) or URL_LINE.match(text):
        return replace(block, kind="note")
    if QUOTED.match(text) and len(text) < 300:
        return replace(block, kind="pull_quote")
    return block


def _name_captions(named: list[RawBlock], credit: int) -> None:
    """The paragraph before a credit is its caption, and so are short ones before that up to a heading."""
    index = credit - 1
    if index < 0 or named[index].kind != "paragraph" or _words(named[index]) > CAPTION_WORDS:
        return
    start = index
    while start and named[start - 1].kind == "paragraph" and ends_sentence(named[start - 1].text):
        if _words(named[start - 1]) > CHAIN_WORDS:
            start = index  # A long paragraph above: the short ones between are prose too.
            break
        start -= 1
    for position in range(start, credit):
        named[position] = replace(named[position], kind="caption")


def _words(block: RawBlock) -> int:
    return len(block.text.split())


def _is_heading(named: list[RawBlock], index: int) -> bool:
    block = named[index]
    text = block.text
    letters = [char for char in text if char.isalpha()]
    if not letters or _words(block) > HEADING_WORDS or len(block.lines) > 3 or LEAD_IN.search(text):
        return False
    if is_shouted(text):
        return True
    following = next((other for other in named[index + 1 :] if other.kind not in ("caption", "credit")), None)
    if following is None or following.kind not in ("paragraph", "list_item", "tile", "table_row"):
        return False
    if ends_sentence(text) and not text.endswith(("?", "...")):
        return False
    return text[0].isupper() and not following.text[0].islower() and not text.endswith((",", ";"))
