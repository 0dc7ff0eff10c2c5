"""Reading order: a page is cut into bands that share their columns, each band into columns, recursively."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TypeAlias

from ingest.layout.model import Line
from ingest.layout.shapes import is_figure_line

MIN_GUTTER = 7.0
"""Points. Narrower than any designed column gap, wider than a word gap."""
TILE_LINES = 9
TEXT_WIDTH = 9
"""Of its print's size: a line of running text in a column is wider."""
STAGGERED, MAX_STAGGERED = 1.3, 6
"""Heads and lines over columns whose lines are not level: how large to the body at most, and how many."""
Region: TypeAlias = tuple[Line, ...]
Interval: TypeAlias = tuple[float, float]
Known: TypeAlias = dict[tuple[int, ...], tuple[Interval, ...]]
"""Gutters by the ids of their region's lines, while those are held: a band is asked for them again with each strip."""


def order_regions(lines: Sequence[Line]) -> tuple[Region, ...]:
    """Regions in reading order, each a run of lines from one column or card, top to bottom."""
    region = tuple(lines)
    if not region:
        return ()
    if len(region) == 1 or not _side_by_side(region):
        return (_read_down(region),)
    if _is_tile(region):
        return (_read_tile(region),)
    bands = _bands(region)
    if len(bands) == 1:
        columns = _columns(region)
        if len(columns) == 1:
            heads, rest = _heads_over_columns(region)
            return (*order_regions(heads), *order_regions(rest)) if rest else (_read_down(region),)
        return tuple(part for column in columns for part in order_regions(column))
    return tuple(part for band in bands for part in order_regions(band))


def _read_down(region: Region) -> Region:
    return tuple(sorted(region, key=lambda line: (round(line.y1, 0), line.x0)))


def _read_tile(region: Region) -> Region:
    """Lines of a tile: column by column where it has columns, else from the top; a raised unit after its number."""
    columns = _columns(region)
    if len(columns) > 1:
        return tuple(line for column in columns for line in _read_tile(column))
    rows: list[list[Line]] = []
    for line in _read_down(region):
        row = next((row for row in rows if _overlap(row[0], line) > 0.6), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    return tuple(line for row in rows for line in sorted(row, key=lambda line: line.x0))


def _overlap(first: Line, second: Line) -> float:
    """Shared height as a share of the lower line."""
    shared = min(first.y1, second.y1) - max(first.y0, second.y0)
    return shared / max(min(first.y1 - first.y0, second.y1 - second.y0), 0.1)


def _side_by_side(region: Region) -> bool:
    """Whether any two lines share half a height, or lines of text begin beside each other; a plain page needs no cutting at all."""  # noqa: E501
    lines = sorted(region, key=lambda line: line.y0)
    lowest = lines[0].y1
    for last, line in pairwise(lines):
        height = line.y1 - line.y0
        if line.y0 < lowest - 0.5 * height:
            return True
        if line.y0 < last.y1 - 0.1 * height and _stand_apart(last, line):
            return True
        lowest = max(lowest, line.y1)
    return False


def _stand_apart(first: Line, second: Line) -> bool:
    """Whether two lines of running text in one print stand beside each other."""
    beside = second.x0 > first.x1 + MIN_GUTTER or first.x0 > second.x1 + MIN_GUTTER
    long = min(first.x1 - first.x0, second.x1 - second.x0) > TEXT_WIDTH * first.size
    return beside and long and abs(first.size - second.size) < 0.3


def _is_tile(region: Region) -> bool:
    """One big number with a few words around it belongs together, wherever the words stand."""
    if len(region) > TILE_LINES:
        return False
    numbers = [line for line in region if is_figure_line(line.text)]
    if len(numbers) != 1:
        return False
    others = [line for line in region if line is not numbers[0]]
    size = median(line.size for line in others)
    height = max(line.y1 for line in region) - min(line.y0 for line in region)
    return numbers[0].size > 1.25 * size and height < 14 * size and sum(len(line.text) for line in others) < 160


def _bands(region: Region) -> tuple[Region, ...]:
    """Strips between white lines from edge to edge, joined again while they share their gutters."""
    big = 1.5 * median(line.size for line in region)
    bands: list[list[Region]] = []
    known: Known = {}
    for strip in _strips(region):
        if bands and _opens_section(bands[-1], strip, known):
            bands.append([*_cut_off_label(bands[-1], strip), strip])
        elif bands and _belongs(bands[-1], strip, known):
            if _shows_figures(strip, big) and any(_shows_figures(other, big) for other in bands[-1]):
                bands.append(_cut_off_heads(bands[-1], strip, big))
            bands[-1].append(strip)
        else:
            bands.append([*(_staggered_over(bands[-1], strip) if bands else []), strip])
            bands = [band for band in bands if band]
    return tuple(tuple(line for strip in band for line in strip) for band in bands)


def _heads_over_columns(region: Region) -> tuple[Region, Region]:
    """The lines over columns whose lines are level with none, and the columns; no columns where there are none."""
    strips = _strips(region)
    for cut in range(1, min(MAX_STAGGERED, len(strips) - 3) + 1):
        rest = tuple(line for strip in strips[cut:] for line in strip)
        if not _same_paragraph(strips[cut - 1], strips[cut]) and _hold_text(_columns(rest)):
            return tuple(line for strip in strips[:cut] for line in strip), rest
    return region, ()


def _hold_text(columns: Sequence[Region]) -> bool:
    """Whether there are columns, each of lines of running text right under each other."""
    return len(columns) > 1 and all(
        any(_same_paragraph((a,), (b,)) and not is_figure_line(b.text) for a, b in pairwise(column))
        for column in columns
    )


def _staggered_over(band: list[Region], strip: Region) -> list[Region]:
    """Takes off the last strips of a band that stand in both columns a strip shows: their lines are level with none."""
    gutters = _gutters(strip)
    if len(gutters) != 1 or _gutters(tuple(line for other in band for line in other)):
        return []
    largest = STAGGERED * median(line.size for line in strip)
    cut = len(band)
    while cut and all(line.size <= largest for line in band[cut - 1]) and len(band) - cut < MAX_STAGGERED:
        if len(_gutters((*strip, *(line for other in band[cut - 1 :] for line in other)))) != 1:
            break
        cut -= 1
    tail = band[cut:]
    sides = {line.x0 >= gutters[0][1] - 0.01 for other in tail for line in other}
    if len(sides) < 2 or not any(_goes_on(other, strip) for other in tail):
        return []
    del band[cut:]
    return tail


def _goes_on(above: Region, below: Region) -> bool:
    """Whether a line of the lower strip begins and is set as one of the upper strip, two lines under it at most."""
    return any(
        abs(a.x0 - b.x0) < 1 and abs(a.size - b.size) < 0.3 and b.y1 - a.y1 < 2 * b.size for a in above for b in below
    )


def _opens_section(band: list[Region], strip: Region, known: Known) -> bool:
    """Whether a strip is a heading over columns of its own: by itself at the left, in larger type than all heads above.

    A programme sets goal below goal, each with its sub-goals side by side: the second goal is not the end of a column.
    """
    above = tuple(line for other in band for line in other)
    gutters = _gutters(above, known)
    if not gutters or _gutters(strip, known) or max(line.x0 for line in strip) >= gutters[0][0]:
        return False
    beside = [line.size for other in band if _gutters(other, known) for line in other]
    largest = max(strip, key=lambda line: line.size)
    is_words = sum(c.isalpha() for c in largest.text) > 3 and not is_figure_line(largest.text)
    return is_words and len(beside) > 2 and largest.size > 1.12 * max(beside)


def _cut_off_label(band: list[Region], heading: Region) -> list[Region]:
    """Takes off the lone lines right over a heading ("Mål 2"): nearer to it than to the columns above them."""
    last = max(index for index, other in enumerate(band) if _gutters(other))
    tail = [*band[last:], heading]
    gaps = [min(x.y0 for x in below) - max(x.y1 for x in above) for above, below in pairwise(tail)]
    cut = last + 1 + gaps.index(max(gaps))
    label = band[cut:]
    del band[cut:]
    return label


def _belongs(band: list[Region], strip: Region, known: Known) -> bool:
    """Whether a strip keeps every gutter of the band above it, or neither has any."""
    if _same_paragraph(band[-1], strip):
        return True
    above = tuple(line for other in band for line in other)
    before, own, shared = (len(_gutters(part, known)) for part in (above, strip, (*above, *strip)))
    return (before == own == 0 and shared == 0) or (shared > 0 and shared >= before)


def _same_paragraph(above: Region, below: Region) -> bool:
    """Whether a line of the lower strip goes on right under one of the upper strip."""
    return any(
        abs(a.x0 - b.x0) < 1 and abs(a.size - b.size) < 0.3 and a.bold == b.bold and b.y1 - a.y1 < 1.55 * b.size
        for a in above
        for b in below
    )


def _shows_figures(strip: Region, big: float) -> bool:
    return any(line.size >= big and is_figure_line(line.text) for line in strip)


def _cut_off_heads(band: list[Region], strip: Region, big: float) -> list[Region]:
    """A second row of cards below the first: what stands nearer to it than to the first row moves over to it."""
    last = max(index for index, other in enumerate(band) if _shows_figures(other, big))
    tail = [*band[last:], strip]
    gaps = [min(x.y0 for x in below) - max(x.y1 for x in above) for above, below in pairwise(tail)]
    cut = last + 1 + gaps.index(max(gaps))
    heads = band[cut:]
    del band[cut:]
    return heads


def _strips(region: Region) -> tuple[Region, ...]:
    return _split(region, [(line.y0 + 0.15 * line.size, line.y1 - 0.1 * line.size) for line in region], 0.0)


def _columns(region: Region) -> tuple[Region, ...]:
    gutters = _gutters(region)
    widest = max((end - start for start, end in gutters), default=0.0)
    # The white inside a card is narrower than between cards: the widest are cut first.
    gutters = tuple((start, end) for start, end in gutters if end - start > 0.6 * widest)
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for line in region:
        columns[sum(line.x0 >= end - 0.01 for _, end in gutters)].append(line)
    return tuple(tuple(column) for column in columns if column)


def _gutters(region: Region, known: Known | None = None) -> tuple[Interval, ...]:
    """White strips from top to bottom, wide enough, with lines facing each other across them; each region's once."""
    if len(region) < 2:
        return ()
    if known is None:
        return _sought_gutters(region)
    key = tuple(map(id, region))
    found = known.get(key)
    if found is None:
        found = known[key] = _sought_gutters(region)
    return found


def _sought_gutters(region: Region) -> tuple[Interval, ...]:
    wanted = max(MIN_GUTTER, 0.6 * median(line.size for line in region))
    found = []
    reach = float("-inf")
    ranked = sorted(region, key=lambda line: line.x0)
    for position, line in enumerate(ranked):
        if position and line.x0 - reach >= wanted and _facing(ranked[:position], ranked[position:]):
            found.append((reach, line.x0))
        reach = max(reach, line.x1)
    return tuple(found)


def _facing(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Two halves are columns only when they stand beside each other, not corner to corner."""
    top = max(min(line.y0 for line in half) for half in (left, right))
    bottom = min(max(line.y1 for line in half) for half in (left, right))
    return bottom - top > 2.0


def _split(region: Region, extents: list[Interval], wanted: float) -> tuple[Region, ...]:
    """Parts of a region between which the extents leave more than `wanted` points of white."""
    ranked = sorted(zip(extents, range(len(region)), strict=True))
    parts: list[list[Line]] = []
    reach = float("-inf")
    for (start, end), index in ranked:
        if start - reach > wanted:
            parts.append([])
        parts[-1].append(region[index])
        reach = max(reach, end)
    return tuple(tuple(part) for part in parts)
