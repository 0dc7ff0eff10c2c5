"""Reading order: a page is cut along its gutters (columns, cards) and between its bands, recursively."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ingest.layout.model import Line
from ingest.layout.shapes import is_number_line

MIN_GUTTER = 7.0
"""Points. Narrower than any designed column gap, wider than a word gap."""
TILE_LINES = 9
Region = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """The two halves of a region, and how wide the white between them is."""

    first: Region
    second: Region
    white: float


def order_regions(lines: Sequence[Line]) -> tuple[Region, ...]:
    """Regions in reading order, each a run of lines from one column or card, top to bottom."""
    region = tuple(lines)
    if len(region) <= 1 or not _side_by_side(region) or _is_tile(region):
        return (_read_down(region),) if region else ()
    cut = _gutter(region) or _band(region)
    if cut is None:
        return (_read_down(region),)
    return order_regions(cut.first) + order_regions(cut.second)


def _read_down(region: Region) -> Region:
    return tuple(sorted(region, key=lambda line: (round(line.y1, 0), line.x0)))


def _side_by_side(region: Region) -> bool:
    """Whether any two lines share a height; a plain page needs no cutting at all."""
    lines = sorted(region, key=lambda line: line.y0)
    lowest = lines[0].y1
    for line in lines[1:]:
        if line.y0 < lowest - 0.5 * (line.y1 - line.y0):
            return True
        lowest = max(lowest, line.y1)
    return False


def _is_tile(region: Region) -> bool:
    """One big number with a few words around it belongs together, wherever the words stand."""
    if len(region) > TILE_LINES:
        return False
    numbers = [line for line in region if is_number_line(line.text)]
    if len(numbers) != 1:
        return False
    others = [line for line in region if line is not numbers[0]]
    size = median(line.size for line in others)
    height = max(line.y1 for line in region) - min(line.y0 for line in region)
    return numbers[0].size > 1.25 * size and height < 14 * size and sum(len(line.text) for line in others) < 160


def _gutter(region: Region) -> _Cut | None:
    """The widest white strip from top to bottom with lines on both sides."""
    wanted = max(MIN_GUTTER, 0.6 * median(line.size for line in region))
    cut = _widest(region, [(line.x0, line.x1) for line in region], wanted)
    if cut is None or not _facing(cut):
        return None
    return cut


def _facing(cut: _Cut) -> bool:
    """Two halves are columns only when they stand beside each other, not corner to corner."""
    top = max(min(line.y0 for line in half) for half in (cut.first, cut.second))
    bottom = min(max(line.y1 for line in half) for half in (cut.first, cut.second))
    return bottom - top > 2.0


def _band(region: Region) -> _Cut | None:
    """The widest white band that leaves something with a gutter above or below it."""
    best: _Cut | None = None
    for cut in _cuts(region, [(line.y0, line.y1) for line in region], 0.5):
        if (best is None or cut.white > best.white) and any(
            len(half) > 1 and _gutter(half) is not None for half in (cut.first, cut.second)
        ):
            best = cut
    return best


def _widest(region: Region, extents: list[tuple[float, float]], wanted: float) -> _Cut | None:
    return max(_cuts(region, extents, wanted), key=lambda cut: cut.white, default=None)


def _cuts(region: Region, extents: list[tuple[float, float]], wanted: float) -> list[_Cut]:
    """Every place where the extents leave at least `wanted` points of white."""
    ranked = sorted(zip(extents, range(len(region)), strict=True))
    cuts = []
    reach = ranked[0][0][1]
    for position, ((start, end), _) in enumerate(ranked[1:], start=1):
        if start - reach >= wanted:
            first = tuple(region[index] for _, index in ranked[:position])
            second = tuple(region[index] for _, index in ranked[position:])
            cuts.append(_Cut(first, second, start - reach))
        reach = max(reach, end)
    return cuts
