"""Printed lines of a text file become blocks, in the file's own order."""

import re
from dataclasses import replace

from ingest.layout.flow_kinds import name_flow_kinds
from ingest.layout.model import Line, RawBlock
from ingest.layout.printed import Printed, is_double_spaced, width
from ingest.layout.shapes import (
    CREDIT,
    LEAD_IN,
    NOTE,
    OPEN_ENDED,
    UNIT_LINE,
    URL_LINE,
    ends_sentence,
    is_number_line,
    is_shouted,
)
from ingest.layout.text_tables import table_lines
from ingest.layout.tiles import merge_tiles
from ingest.repair import DASH_BULLETS, LINE_END_HYPHENS, is_year_range, split_bullet

BEFORE, AFTER = 4, 3
"""Lines around a break whose widest one tells how wide the column is."""
ELLIPSIS_ITEM = re.compile(r"^(?:\.\.\.|…)\s*\S")


def build_flow(lines: tuple[Printed, ...], page: int | None, *, trailing: bool = False) -> list[RawBlock]:
    """Blocks of one page (or of the whole file). `trailing`: wrapped lines of this file end in a blank."""
    double = is_double_spaced(lines)
    rows = table_lines(lines)
    groups: list[list[int]] = []
    for index in range(len(lines)):
        free = index and index not in rows and index - 1 not in rows
        if free and not _breaks(lines, index, double, trailing):
            groups[-1].append(index)
        else:
            groups.append([index])
    blocks = tuple(
        _row(rows[group[0]], group[0] - 1 in rows and lines[group[0]].blanks == 0, page)
        if group[0] in rows
        else _block([lines[index] for index in group], page)
        for group in groups
        if group[0] not in rows or rows[group[0]].words
    )
    return mark_continuing(tuple(merge_tiles(name_flow_kinds(blocks))))


def _row(line: Line, follows: bool, page: int | None) -> RawBlock:
    """A row of a table; `follows`: it is not the first."""
    return RawBlock("table_row", (line,), page, continues=follows, keep_lines=True)


def _block(group: list[Printed], page: int | None) -> RawBlock:
    lines = tuple(printed.line() for printed in group)
    first = group[0].text
    if split_bullet(first)[0] or ELLIPSIS_ITEM.match(first):
        return RawBlock("list_item", lines, page)
    if any("\t" in printed.text for printed in group):
        return RawBlock("table_row", lines, page, keep_lines=True)
    if any(is_number_line(p.text) or UNIT_LINE.match(p.text) for p in group) and width(first) < 60:
        return RawBlock("tile", lines, page, keep_lines=True)
    return RawBlock("paragraph", lines, page)


def _breaks(lines: tuple[Printed, ...], index: int, double: bool, trailing: bool) -> bool:
    """Whether line `index` starts a new block."""
    above, below = lines[index - 1], lines[index]
    if _stands_alone(above.text, below.text) or _starts_item(above, below) or ELLIPSIS_ITEM.match(below.text):
        return True
    if is_shouted(above.text) != is_shouted(below.text) and below.text[-1] not in LINE_END_HYPHENS:
        return above.text[-1] not in LINE_END_HYPHENS
    broken = above.text[-1] in LINE_END_HYPHENS
    if below.blanks >= 2:
        return not (broken and below.blanks == 2)
    if below.blanks == 1 and any(is_number_line(line.text) for line in (above, below)):
        return True
    if below.blanks == 0:
        finished = trailing and not above.trailing and not broken and not below.text[0].islower()
        finished = finished and not is_year_range(above.text, below.text)
        return finished or bool(LEAD_IN.search(above.text) and below.text[0].isupper()) or _ends_short(lines, index)
    if broken or (trailing and above.trailing and below.blanks == 1 and OPEN_ENDED.search(above.text)):
        return False  # "… repræsentanter fra " / "BL’s bestyrelse": the blank line stands within the sentence
    if double:
        boxed = index + 1 < len(lines) and lines[index + 1].blanks == 0 and below.text[0].isupper()
        return boxed or _opens_labels(lines, index) or _fits(lines, index) or is_shouted(below.text)
    return ends_sentence(above.text) or not below.text[0].islower() or _fits(lines, index)


def _starts_item(above: Printed, below: Printed) -> bool:
    """A bullet; a dash counts as one only after a blank line, a finished line or another dash."""
    bullet = split_bullet(below.text)[0]
    if not bullet or bullet[0] not in DASH_BULLETS:
        return bool(bullet)
    same = split_bullet(above.text)[0][:1] == bullet[0]
    return same or below.blanks > 0 or ends_sentence(above.text) or bool(LEAD_IN.search(above.text))


def _stands_alone(above: str, below: str) -> bool:
    if "\t" in split_bullet(above)[1] or "\t" in split_bullet(below)[1] or CREDIT.match(above):
        return True
    return bool(URL_LINE.match(above) or any(mark.match(below) for mark in (URL_LINE, CREDIT, NOTE)))


def _fits(lines: tuple[Printed, ...], index: int) -> bool:
    """Whether the first word of a line would have fitted on the line above: then the break was meant."""
    above, below = lines[index - 1], lines[index]
    room = _room(lines, index)
    if below.text[0].islower() and not ends_sentence(above.text) and not _in_plain_list(lines, index):
        return False
    return width(f"{above.text} {below.text.split()[0]}") < 0.93 * room


def _opens_labels(lines: tuple[Printed, ...], index: int) -> bool:
    """Bare names one below the other are labels of a chart, not the end of the line above."""
    pair = lines[index : index + 2]
    return len(pair) == 2 and all(
        len(line.text.split()) <= 2 and line.text[0].isupper() and line.blanks == 1 and not ends_sentence(line.text)
        for line in pair
    )


def _in_plain_list(lines: tuple[Printed, ...], index: int) -> bool:
    """Whether only lower-case lines stand between here and a lead-in: each may be a list item without its bullet."""
    for line in reversed(lines[max(0, index - 15) : index]):
        if LEAD_IN.search(line.text):
            return True
        if not line.text[0].islower():
            return False
    return False


def _room(lines: tuple[Printed, ...], index: int) -> float:
    return max(width(line.text) for line in lines[max(0, index - BEFORE) : index + AFTER])


def _ends_short(lines: tuple[Printed, ...], index: int) -> bool:
    """Within one run of lines: a sentence's end well before the margin, then a capital, is a new paragraph."""
    above, below = lines[index - 1], lines[index]
    if not ends_sentence(above.text) or below.text[0].islower():
        return False
    return width(above.text) < 0.6 * _room(lines, index)


def mark_continuing(blocks: tuple[RawBlock, ...]) -> list[RawBlock]:
    """A paragraph that opens in lower case after one left open goes on from it."""
    out: list[RawBlock] = []
    open_end = False
    for block in blocks:
        if block.kind == "paragraph":
            if open_end and block.text[0].islower():
                block = replace(block, continues=True)
            open_end = not ends_sentence(block.text) and not block.text.endswith(":")
        elif block.kind in ("heading", "list_item", "table_row", "tile"):
            open_end = False
        out.append(block)
    return out
