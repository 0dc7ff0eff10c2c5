"""A figure and the words around it that make one statement become one tile: "… renoveret for" · "84" · "mio. kr.\""""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.layout.model import RawBlock
from ingest.layout.shapes import OPEN_ENDED, ends_sentence, is_figure_line

BEFORE_WORDS, AFTER_WORDS = 25, 12


def merge_tiles(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Blocks with the open phrase before a figure, and the lower-case rest after it, drawn into its tile."""
    out: list[RawBlock] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is not None and before.page == block.page:
            if block.kind == "tile" and is_figure_line(block.lines[0].text) and _leads_to_figure(before):
                out[-1] = replace(block, lines=before.lines + block.lines)
                continue
            if before.kind == "tile" and is_figure_line(before.lines[-1].text) and _rounds_off(block):
                out[-1] = replace(before, lines=before.lines + block.lines)
                continue
        out.append(block)
    return out


def _leads_to_figure(block: RawBlock) -> bool:
    text = block.text
    short = block.kind in ("paragraph", "heading") and len(text.split()) <= BEFORE_WORDS
    return short and bool(OPEN_ENDED.search(text)) and not ends_sentence(text)


def _rounds_off(block: RawBlock) -> bool:
    text = block.text
    return block.kind == "paragraph" and len(text.split()) <= AFTER_WORDS and bool(re.match(r"[a-zæøå(%]", text))
