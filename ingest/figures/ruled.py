"""Names over or under their numbers in a column that rules divide: what stands between two rules belongs together."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of
from ingest.figures.panel import is_counted

THIN: Final = 2.5
MIN_RULES: Final = 3
SAME: Final = 2.0
"""Points that the ends of rules, and their steps, may differ."""


def ruled_bands(shapes: Sequence[Shape], cells: Sequence[Cell]) -> list[Shape]:
    """The bands of each ladder of rules whose every band holds one number and its name over or under it."""
    rules = [s for s in shapes if s.y1 - s.y0 < THIN and s.x1 - s.x0 > 10 * THIN]
    columns: dict[tuple[int, int], list[Shape]] = {}
    for rule in sorted(rules, key=lambda s: s.y0):
        key = next((k for k in columns if abs(k[0] - rule.x0) < SAME and abs(k[1] - rule.x1) < SAME), None)
        columns.setdefault(key or (round(rule.x0), round(rule.x1)), []).append(rule)
    found: list[Shape] = []
    for ladder in (c for c in columns.values() if len(c) >= MIN_RULES):
        held = _with_first([(band, _inside(band, cells)) for band in _bands([box_of(rule) for rule in ladder])])
        if held and all(_is_tile(inside) for _, inside in held):
            # A name may run on past the rules' ends.
            wide = [band._replace(x1=max(band.x1, *(c.box.x1 for c in inside))) for band, inside in held]
            found += [Shape(ladder[0].page, *band) for band in wide]
    return found


def _bands(rules: Sequence[Box]) -> list[Box]:
    """The areas between rules a step apart, and the one as high over the first."""
    steps = [b.y0 - a.y0 for a, b in pairwise(rules)]
    if max(steps) - min(steps) > SAME:
        return []
    edges = [rules[0].y0 - steps[0], *(r.y0 for r in rules)]
    return [Box(rules[0].x0 - SAME, top, rules[0].x1 + SAME, end) for top, end in pairwise(edges)]


def _with_first(held: list[tuple[Box, list[Cell]]]) -> list[tuple[Box, list[Cell]]]:
    """The bands, the first, which no rule begins, as high as what the others hold: a heading may stand over it."""
    highest = max((band.y1 - min(c.box.y0 for c in inside) for band, inside in held[1:] if inside), default=0.0)
    if not highest:
        return []
    first, cells = held[0]
    top = first.y1 - highest - SAME
    return [(first._replace(y0=top), [c for c in cells if c.box.cy > top]), *held[1:]]


def _inside(band: Box, cells: Sequence[Cell]) -> list[Cell]:
    """The cells that begin between a band's ends and have their middle line in it."""
    return [c for c in cells if band.x0 <= c.box.x0 < band.x1 and band.y0 < c.box.cy < band.y1]


def _is_tile(inside: Sequence[Cell]) -> bool:
    """Whether there is one number with nothing but a unit beside it, and a name over or under it."""
    values = [c for c in inside if c.is_value]
    texts = [c for c in inside if not (c.is_value or c.is_unit or is_counted(c))]
    return len(values) == 1 and bool(texts) and all(_apart(t, values[0]) for t in texts)


def _apart(text: Cell, value: Cell) -> bool:
    return text.box.y1 < value.box.cy or text.box.y0 > value.box.cy
