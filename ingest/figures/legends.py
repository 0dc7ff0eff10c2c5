"""Legends: what a colour means, said by the text beside a small mark of that colour, near the chart it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.units import is_measure

MARK_WIDTH, MARK_HEIGHT = 26.0, 16.0
APART = 140.0
"""Points between two entries of one legend on a line."""
CLEARLY = 0.6
"""A legend is a chart's own when it is nearer than this part of the next one's distance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark's colour and the text right of it."""

    fill: str
    mark: Box
    name: Cell

    @property
    def box(self) -> Box:
        return union([self.mark, self.name.box])


@dataclass(frozen=True, slots=True)
class Legend:
    """What colours mean for one chart; `sure` is False where another legend as near says otherwise."""

    names: dict[str, Cell]
    sure: bool = True


def legend_cells(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Cell]:
    """Every text that names a colour."""
    return [entry.name for block in legend_blocks(shapes, cells) for entry in block]


def without_legend_values(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Cell]:
    """The cells, entries of a legend such as "2 personer" as the names they are: areas of their colours hold values of their own."""  # noqa: E501
    free = [replace(c, number=None) if c.is_value and not c.is_unit else c for c in cells]
    origin = {id(new): old for new, old in zip(free, cells, strict=True)}
    names: set[int] = set()
    for block in legend_blocks(shapes, free):
        entries = [origin[id(e.name)] for e in block]
        units = [c.number.unit for c in entries if c.is_value and c.number]
        if (
            not units
            or not all(u.isalpha() and not is_measure(u) for u in units)
            or not all(_is_mark(e) for e in block)
        ):
            continue
        values = [c for c in cells if c.is_value and not any(c is e for e in entries)]
        fills = {e.fill for e in block}
        held = {s.fill for s in shapes if s.fill in fills and any(box_of(s).holds(v.box) for v in values)}
        if len(held) >= 2 and not any(_counts_on(c, cells) for c in entries):
            names |= {id(c) for c in entries}
    return [replace(c, number=None) if id(c) in names else c for c in cells]


def _is_mark(entry: Entry) -> bool:
    """Whether a mark is about as wide as high, and no short bar."""
    return max(entry.mark.width, entry.mark.height) < 1.3 * min(entry.mark.width, entry.mark.height)


def _counts_on(entry: Cell, cells: Sequence[Cell]) -> bool:
    """Whether a text stands right of an entry on its line, before the next mark: then the entry is a value of it."""
    return entry.is_value and any(
        abs(c.box.y1 - entry.box.y1) < 2 and 0 <= c.box.x0 - entry.box.x1 < 0.8 * entry.size for c in cells
    )


def legend_for(area: Box, fills: set[str], blocks: Sequence[Sequence[Entry]]) -> Legend:
    """The legend that names most of a chart's colours, the nearest of several."""
    ranked = []
    for block in blocks:
        names = {entry.fill: entry.name for entry in reversed(block)}
        told = len(fills & names.keys())
        if told:
            home = union(entry.box for entry in block)
            ranked.append((-told, min(area.gap(home)) > 0, area.distance(home), names))
    if not ranked:
        return Legend({})
    ranked.sort(key=lambda r: r[:3])
    told, aslant, distance, names = ranked[0]
    alike = [r for r in ranked[1:] if r[:2] == (told, aslant)]
    rivals = [r for r in alike if _differ(r[3], names) and distance > CLEARLY * r[2]]
    return Legend(names, not rivals)


def legend_blocks(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[list[Entry]]:
    """The page's legends: entries in a row or a column; two at least to a legend."""
    blocks: list[list[Entry]] = []
    for entry in _entries(shapes, cells):
        near = [b for b in blocks if any(_together(entry, other) for other in b)]
        joined = [entry, *(e for b in near for e in b)]
        blocks = [b for b in blocks if b not in near] + [sorted(joined, key=lambda e: (round(e.mark.y0), e.mark.x0))]
    parts = [part for b in blocks for part in _parts(b)]
    return [b for b in parts if len({e.fill for e in b}) >= 2]


def _parts(block: Sequence[Entry]) -> list[list[Entry]]:
    """The legends of charts beside each other, which stand on one line and begin with the same colour again."""
    row = all(abs(e.mark.cy - block[0].mark.cy) < 3 for e in block)
    starts = [i for i, e in enumerate(block) if e.fill == block[0].fill]
    if not row or len(starts) < 2:
        return [list(block)]
    parts = [list(block[a:b]) for a, b in pairwise([*starts, len(block)])]
    return parts if len({tuple(e.fill for e in p) for p in parts}) == 1 else [list(block)]


def _together(a: Entry, b: Entry) -> bool:
    dx, dy = a.box.gap(b.box)
    in_row = abs(a.mark.cy - b.mark.cy) < 3 and dx < APART
    in_column = abs(a.mark.x0 - b.mark.x0) < 3 and dy < 2.5 * a.name.size
    return in_row or in_column


def _differ(a: dict[str, Cell], b: dict[str, Cell]) -> bool:
    return any(a[fill].text != b[fill].text for fill in a.keys() & b.keys())


def _entries(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Entry]:
    """Every small mark's colour with the text right of it."""
    found: list[Entry] = []
    for shape in shapes:
        mark = box_of(shape)
        if shape.fill is None or mark.width > MARK_WIDTH or mark.height > MARK_HEIGHT:
            continue
        beside = [
            c
            for c in cells
            if not c.is_value
            and -1 < c.box.x0 - mark.x1 < max(1.6 * c.size, 2.2 * mark.width)
            and abs(c.box.y0 + c.size / 2 - mark.cy) < 0.6 * c.size
        ]
        if beside:
            found.append(Entry(shape.fill, mark, min(beside, key=lambda c: c.box.x0)))
    return found
