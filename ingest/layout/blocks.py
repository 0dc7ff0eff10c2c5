"""Lines of one region become blocks: paragraphs, list items, table rows, tiles; still without finer kinds."""

import re
from collections import Counter

from ingest.layout.model import Line, RawBlock
from ingest.layout.shapes import ends_sentence, is_number_line
from ingest.repair import LINE_END_HYPHENS, split_bullet

LOOSE = 1.22
"""A step down wider than this many usual steps starts a new block."""


def build_blocks(region: tuple[Line, ...], page: int, rows: frozenset[int]) -> list[RawBlock]:
    """Blocks of a region. `rows` are the ids of lines that are table rows."""
    if _is_tile(region, rows):
        return [RawBlock("tile", region, page, keep_lines=True)]
    pitch = _usual_pitch(region)
    blocks: list[RawBlock] = []
    group: list[Line] = []
    for line in region:
        if group and _breaks(group, line, pitch, rows):
            blocks.append(_block(group, page, rows))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(group, page, rows))
    return blocks


def _is_tile(region: tuple[Line, ...], rows: frozenset[int]) -> bool:
    numbers = [line for line in region if is_number_line(line.text)]
    others = [line for line in region if line not in numbers]
    return (
        0 < len(numbers) <= 2
        and 0 < len(others) <= 8
        and not any(id(line) in rows for line in region)
        and all(len(line.text) < 60 for line in others)
    )


def _block(group: list[Line], page: int, rows: frozenset[int]) -> RawBlock:
    if id(group[0]) in rows:
        return RawBlock("table_row", tuple(group), page, keep_lines=True)
    if split_bullet(group[0].text)[0]:
        return RawBlock("list_item", tuple(group), page)
    if all(is_number_line(line.text) for line in group):
        return RawBlock("tile", tuple(group), page, keep_lines=True)
    return RawBlock("paragraph", tuple(group), page)


def _usual_pitch(region: tuple[Line, ...]) -> dict[float, float]:
    """Commonest step from baseline to baseline, per font size (rounded to half a point)."""
    steps: dict[float, Counter[float]] = {}
    for above, below in zip(region, region[1:], strict=False):
        step = below.y1 - above.y1
        if abs(above.size - below.size) < 0.6 and 0.5 * below.size < step < 2.2 * below.size:
            steps.setdefault(_half(below.size), Counter())[_half(step)] += 1
    return {size: min(s for s in found if found[s] == max(found.values())) for size, found in steps.items()}


def _half(value: float) -> float:
    return round(value * 2) / 2


def _breaks(group: list[Line], line: Line, pitch: dict[float, float], rows: frozenset[int]) -> bool:
    last = group[-1]
    if id(line) in rows or id(last) in rows or split_bullet(line.text)[0]:
        return True
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return True
    if last.bold != line.bold or last.italic != line.italic:
        return not _mid_word(last, line)
    if is_number_line(line.text) != is_number_line(last.text):
        return True
    step = line.y1 - last.y1
    usual = pitch.get(_half(line.size), 1.4 * line.size)
    if step < 0.3 * line.size or line.x0 > max(l.x1 for l in group) or line.x1 < min(l.x0 for l in group):
        return True
    if split_bullet(group[0].text)[0] and line.x0 < group[0].x0 + 0.3 * line.size and _closed(last):
        return True
    return step > LOOSE * usual


def _mid_word(last: Line, line: Line) -> bool:
    """A bold phrase may start or end inside a paragraph: the sentence goes on in lower case."""
    return line.text[:1].islower() and not ends_sentence(last.text) and abs(last.size - line.size) < 0.3


def _closed(line: Line) -> bool:
    return line.text[-1] not in LINE_END_HYPHENS


def join_columns(blocks: tuple[RawBlock, ...]) -> list[RawBlock]:
    """A paragraph that goes on in the next column becomes one block again; over a caption it is marked `continues`."""
    out: list[RawBlock] = []
    for block in blocks:
        if out and _goes_on(out[-1], block):
            before = out[-1]
            out[-1] = RawBlock(before.kind, before.lines + block.lines, before.page, before.level, before.continues)
        else:
            out.append(block)
    return out


def _goes_on(before: RawBlock, block: RawBlock) -> bool:
    if before.kind not in ("paragraph", "list_item") or block.kind != "paragraph" or before.keep_lines:
        return False
    last, first = before.lines[-1], block.lines[0]
    if abs(last.size - first.size) > 0.05 * last.size or first.y0 > last.y0:
        return False
    broken = last.text[-1] in LINE_END_HYPHENS
    return broken or (not ends_sentence(last.text) and bool(re.match(r"[a-zæøå0-9(–]", first.text)))
