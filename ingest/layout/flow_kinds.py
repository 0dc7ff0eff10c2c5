"""Names the kind of each block of a text file from its words and its neighbours."""

import re
from dataclasses import replace

from ingest.layout.model import RawBlock
from ingest.layout.shapes import CREDIT, NOTE, OPEN_ENDED, URL_LINE, ends_sentence, is_lead_in, is_shouted

CAPTION_WORDS = 90
CHAIN_WORDS = 60
HEADING_WORDS, SHOUTED_WORDS = 12, 20
LABEL_WORDS = 3
ITEM_WORDS = 45
QUOTED = re.compile(r"^[»“”\"„].*[«“”\"]$", re.DOTALL)
INLINE_CREDIT = re.compile(r"\*{0,2}(?:Foto|Fotograf)\*{0,2}:\*{0,2}\s*[\w .-]{3,50}$")
IN_ALL = re.compile(r"\bi alt$", re.IGNORECASE)
"""What a number completes: no heading, though its number stands alone."""
INFINITIVE = re.compile(
    r"^(?:(?!\w+(?:ene|erne)\b)[A-ZÆØÅa-zæøå]+e|[Ff]å|[Ss]e|[Gg]å|[Ss]tå|[Gg]ive|[Tt]age|[Ff]orstå|[Oo]pnå)\b"
)


def name_flow_kinds(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """Headings, captions, credits, notes, links, pull quotes, labels and plain lists among paragraphs."""
    named = [_by_itself(block) for block in blocks]
    for index, block in enumerate(named):
        if block.kind == "credit":
            _name_captions(named, index)
    for index, block in enumerate(named):
        if block.kind == "tile":
            _name_labels(named, index)
    for index, block in enumerate(named):
        if block.kind == "paragraph" and _is_heading(named, index):
            named[index] = replace(block, kind="heading", level=1 if is_shouted(block.text) else 2)
    return _name_plain_lists(named)


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
    if INLINE_CREDIT.search(text) and _words(block) <= CAPTION_WORDS:
        return replace(block, kind="caption")
    return block


def _name_captions(named: list[RawBlock], credit: int) -> None:
    """The paragraph before a credit is its caption; so are those before it when they open the page or a section."""
    last = credit - 1
    if last < 0 or named[last].kind != "paragraph" or _words(named[last]) > CAPTION_WORDS:
        return
    start, words = last, _words(named[last])
    while start and named[start - 1].kind == "paragraph" and ends_sentence(named[start - 1].text):
        start -= 1
        words += _words(named[start])
        if words > CHAIN_WORDS:
            break
    opens = start == 0 or named[start - 1].kind == "credit" or _looks_like_heading(named[start - 1])
    first = start if opens and words <= CHAIN_WORDS else last
    for position in range(first, credit):
        named[position] = replace(named[position], kind="caption")


def _name_labels(named: list[RawBlock], tile: int) -> None:
    """Two or more bare names right before a number are labels of a chart or tiles, not headings."""
    start = tile
    while start and _is_label(named[start - 1]):
        start -= 1
    if tile - start >= 2:
        for position in range(start, tile):
            named[position] = replace(named[position], kind="tile", keep_lines=True)


def _is_label(block: RawBlock) -> bool:
    return (
        block.kind == "paragraph"
        and _words(block) <= LABEL_WORDS
        and not ends_sentence(block.text)
        and not is_shouted(block.text)
    )


def _words(block: RawBlock) -> int:
    return len(block.text.split())


def _looks_like_heading(block: RawBlock) -> bool:
    return block.kind == "paragraph" and _words(block) <= HEADING_WORDS and not ends_sentence(block.text)


def _is_heading(named: list[RawBlock], index: int) -> bool:
    block = named[index]
    text = block.text
    if not any(char.isalpha() for char in text) or len(block.lines) > 5 or is_lead_in(text):
        return False
    if is_shouted(text):
        return _words(block) <= SHOUTED_WORDS
    if _words(block) > HEADING_WORDS or len(block.lines) > 3:
        return False
    below = [other for other in named[index + 1 : index + 8] if other.kind not in ("caption", "credit")][:2]
    following = below[0] if below else None
    if following is None or following.kind not in ("paragraph", "list_item", "tile", "table_row"):
        return False
    if following.kind == "paragraph" and _words(following) < 6 and below[-1].kind != "tile":
        return False
    if OPEN_ENDED.search(text) and (following.kind != "tile" or IN_ALL.search(text)):
        return False
    if ends_sentence(text) and not text.endswith(("?", "...")):
        return False
    return text[0].isupper() and not following.text[0].islower() and not text.endswith((",", ";", "–"))


def _name_plain_lists(named: list[RawBlock]) -> tuple[RawBlock, ...]:
    """After "BL vil" each paragraph that opens with an infinitive is a list item, bullet or none."""
    out: list[RawBlock] = []
    in_list = False
    for block in named:
        if block.kind == "paragraph":
            if in_list and _words(block) <= ITEM_WORDS and INFINITIVE.match(block.text):
                block = replace(block, kind="list_item")
            else:
                in_list = is_lead_in(block.text)
        elif block.kind in ("heading", "list_item"):
            in_list = False  # A list with bullets shows its own end.
        out.append(block)
    return tuple(out)
