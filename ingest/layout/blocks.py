"""Lines of one region become blocks: paragraphs, list items, table rows, tiles; still without finer kinds."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.layout.model import Line, RawBlock
from ingest.layout.shapes import CREDIT, LABELLED, LEAD_IN, ends_sentence, is_figure_line
from ingest.repair import DASH_BULLETS, LINE_END_HYPHENS, split_bullet

LOOSE = 1.22
"""A step down wider than this many usual steps starts a new block."""
LARGER = 1.15
"""Than a tile's number: how large a line is set that belongs to no tile."""
INDENT = 0.7
"""Font sizes to the right of its lead-in that make a line a list item, where the bullet is only drawn."""


def build_blocks(
    region: tuple[Line, ...], page: int, rows: frozenset[int], items: frozenset[int] = frozenset()
) -> list[RawBlock]:
    """Blocks of a region. `rows` are the ids of lines that are table rows, `items` of those that begin with a drawn bullet."""  # noqa: E501
    if _is_tile(region, rows):
        title = _larger_first(region)
        rest = RawBlock("tile", region[title:], page, keep_lines=True)
        return [*build_blocks(region[:title], page, rows, items), rest] if title else [rest]
    pitch = _usual_pitch(region)
    right = max(line.x1 for line in region)
    groups: list[list[Line]] = []
    lead: Line | None = None
    listed: list[bool] = []
    for line in region:
        bulleted = id(line) in items
        in_list = lead is not None and not is_figure_line(line.text) and line.x0 > lead.x0 + INDENT * line.size
        if (
            groups
            and not bulleted
            and not (id(groups[-1][0]) in items and line.x0 < groups[-1][0].x0 - 0.3 * line.size)
            and not _breaks(groups[-1], line, pitch, rows)
            and not (in_list and _new_item(groups[-1], line, right, pitch))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
            listed.append(bulleted or (in_list and not split_bullet(line.text)[0]))
            if lead is not None and not in_list:
                lead = None
        if LEAD_IN.search(line.text) or (line.bold and lead is None):
            lead = groups[-1][0]
    return [_block(group, page, rows, item) for group, item in zip(groups, listed, strict=True)]


def _is_tile(region: tuple[Line, ...], rows: frozenset[int]) -> bool:
    numbers = [line for line in region if is_figure_line(line.text)]
    others = [line for line in region if line not in numbers]
    return (
        0 < len(numbers) <= 2
        and 0 < len(others) <= 8
        and not any(id(line) in rows for line in region)
        and all(len(line.text) < 60 for line in others)
        and sum(len(line.text) for line in others) < 200
    )


def _larger_first(region: tuple[Line, ...]) -> int:
    """How many lines at the top end with one set larger than every number: the page's title is no part of a tile."""
    numbers = [i for i, line in enumerate(region) if is_figure_line(line.text)]
    largest = max(region[i].size for i in numbers)
    return max((i + 1 for i in range(numbers[0]) if region[i].size > LARGER * largest), default=0)


def _block(group: list[Line], page: int, rows: frozenset[int], item: bool) -> RawBlock:
    if id(group[0]) in rows:
        return RawBlock("table_row", tuple(group), page, keep_lines=True)
    if item or split_bullet(group[0].text)[0]:
        return RawBlock("list_item", tuple(group), page)
    if all(is_figure_line(line.text) for line in group):
        return RawBlock("tile", tuple(group), page, keep_lines=True)
    return RawBlock("paragraph", tuple(group), page)


def _usual_pitch(region: tuple[Line, ...]) -> dict[float, float]:
    """Commonest step from baseline to baseline, per font size (rounded to half a point)."""
    steps: dict[float, Counter[float]] = {}
    for above, below in pairwise(region):
        step = below.y1 - above.y1
        if abs(above.size - below.size) < 0.6 and 0.5 * below.size < step < 2.2 * below.size:
            steps.setdefault(_half(below.size), Counter())[_half(step)] += 1
    return {size: min(s for s in found if found[s] == max(found.values())) for size, found in steps.items()}


def _half(value: float) -> float:
    return round(value * 2) / 2


def _breaks(group: list[Line], line: Line, pitch: dict[float, float], rows: frozenset[int]) -> bool:
    """Whether a line starts a new block, by its look and its distance to the group above."""
    last = group[-1]
    if id(line) in rows or id(last) in rows or _starts_item(group, line) or CREDIT.match(line.text):
        return True
    if LABELLED.match(last.text) and LABELLED.match(line.text):
        return True
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return True
    if last.bold != line.bold or last.italic != line.italic:
        return not _mid_word(last, line)
    if is_figure_line(line.text) != is_figure_line(last.text):
        return True
    step = line.y1 - last.y1
    usual = pitch.get(_half(line.size), 1.4 * line.size)
    apart = line.x0 > max(other.x1 for other in group[-4:]) or line.x1 < min(other.x0 for other in group[-4:])
    if step < 0.3 * line.size or apart:
        return True
    if LEAD_IN.search(last.text) and line.x0 > group[0].x0 + INDENT * line.size:
        return True
    if split_bullet(group[0].text)[0] and line.x0 < group[0].x0 + 0.3 * line.size and not _open(last):
        return True
    return step > LOOSE * usual


def _starts_item(group: list[Line], line: Line) -> bool:
    """A bullet; a dash counts as one only where the line above is finished or is such an item itself."""
    bullet = split_bullet(line.text)[0]
    if not bullet or bullet[0] not in DASH_BULLETS:
        return bool(bullet)
    above = group[-1].text
    return split_bullet(group[0].text)[0][:1] == bullet[0] or ends_sentence(above) or bool(LEAD_IN.search(above))


def _new_item(group: list[Line], line: Line, right: float, pitch: dict[float, float]) -> bool:
    """In a list whose bullets are drawn: the line above had room for this line's first word, so its break was meant."""
    last = group[-1]
    word = line.words[0]
    if abs(last.x0 - line.x0) > INDENT * line.size or line.y1 - last.y1 > 1.1 * pitch.get(_half(line.size), line.y1):
        return True
    return not _open(last) and last.x1 + 0.3 * line.size + (word.x1 - word.x0) < right - 0.5 * line.size


def _mid_word(last: Line, line: Line) -> bool:
    """A bold phrase may start or end inside a paragraph: the sentence goes on in lower case."""
    goes_on = line.text[:1].islower() and not ends_sentence(last.text) and not LEAD_IN.search(last.text)
    return goes_on and abs(last.size - line.size) < 0.3


def _open(line: Line) -> bool:
    return line.text[-1] in LINE_END_HYPHENS


def join_columns(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """A paragraph that goes on in the next column becomes one block again."""
    out: list[RawBlock] = []
    for block in blocks:
        if out and _goes_on(out[-1], block):
            before = out[-1]
            out[-1] = RawBlock(before.kind, before.lines + block.lines, before.page, before.level, before.continues)
        else:
            out.append(block)
    return out


def _goes_on(before: RawBlock, block: RawBlock) -> bool:
    if (
        before.kind not in ("paragraph", "list_item")
        or block.kind not in ("paragraph", "list_item")
        or before.keep_lines
    ):
        return False
    last, first = before.lines[-1], block.lines[0]
    if abs(last.size - first.size) > 0.05 * last.size or first.y0 > last.y0:
        return False
    if _open(last):
        return True
    lower = bool(re.match(r"[a-zæøå(–]" if before.kind == "list_item" else r"[a-zæøå0-9(–]", first.text))
    return block.kind == "paragraph" and not ends_sentence(last.text) and not LEAD_IN.search(last.text) and lower
