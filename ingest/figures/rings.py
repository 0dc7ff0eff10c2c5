"""Rings and pies: each value stands in or at its piece, the piece's colour is named by the legend, and its share of the whole must be the value's."""  # noqa: E501

from collections.abc import Sequence
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft, chart_draft
from ingest.figures.geometry import area, away, holds
from ingest.figures.legends import Entry, legend_for
from ingest.figures.panel import heading_above, is_counted, unit_note
from ingest.figures.ring_names import names_around, same_sizes, without_middle
from ingest.figures.stacks import WHOLE

UNKNOWN_PIECE: Final = "det fremgår ikke sikkert, hvilken del af cirklen tallet hører til"
OFF: Final = 0.025
"""Part of the whole that a piece may differ from its value."""
MIN_PIECE: Final = 12.0
"""Points: the smallest side of a chart's largest piece; icons are made of smaller ones."""

MAX_RIM: Final = 5.0
"""Points that a rim, drawn as an area of its own under its piece, reaches beyond it on each side."""


def ring_drafts(
    cells: Sequence[Cell], every: Sequence[Cell], curves: Sequence[Shape], legends: Sequence[Sequence[Entry]]
) -> list[Draft]:
    """Drafts of the values of every ring or pie whose names are told by a legend."""
    drafts: list[Draft] = []
    for pieces in rings(curves):
        fills = {p.fill or "" for p in pieces}
        whole = union(box_of(p) for p in pieces)
        values = [c for c in cells if c.is_value and _near(c, whole)]
        told = [e.name for block in legends for e in block]
        texts = [c for c in every if not (c.is_value or c.is_unit or c.is_missing or any(c is t for t in told))]
        shown = without_middle(values, whole)
        around = names_around(shown, texts)
        sizes = [area(p.points) for p in pieces]
        if around and same_sizes([float(v.number.value) for v in shown if v.number], sizes, OFF):
            drafts += _by_place(shown, whole, values, every, around)
            continue
        legend = legend_for(whole, fills, legends)
        if not fills <= legend.names.keys() or len(fills) < len(pieces):
            continue
        drafts += _named(pieces, whole, values, every, legend.names, legend.sure)
    return drafts


def _by_place(
    shown: Sequence[Cell], whole: Box, values: Sequence[Cell], every: Sequence[Cell], names: dict[int, Cell]
) -> list[Draft]:
    """The drafts of a ring whose shares stand with their names around it."""
    texts = [c for c in every if not (c.is_value or c.is_unit or c.is_missing)]
    used = list(names.values())
    around = union([whole, *(c.box for c in (*used, *shown))])
    heading = heading_above(around, texts, used, min(c.size for c in used), 70)
    note, unit = unit_note(around, [t for t in texts if t not in used], heading, min(c.size for c in used))
    drafts = [chart_draft(v, names[id(v)], unit, (heading, note), heading=heading) for v in shown]
    return [*_sum_in_middle(values, every, whole, heading), *drafts]


def rings(curves: Sequence[Shape]) -> list[list[Shape]]:
    """Pieces that lie around one middle: their boxes touch, and none is a line."""
    groups: list[list[Shape]] = []
    for piece in (c for c in curves if c.fill and len(c.points) > 2 and c.kind != "line" and not _is_circle(c)):
        near = [g for g in groups if any(box_of(piece).distance(box_of(o)) < 3 for o in g)]
        joined = [piece, *(o for g in near for o in g)]
        groups = [g for g in groups if g not in near] + [joined]
    groups = [_without_rims(g) for g in groups]
    return [g for g in groups if len(g) >= 2 and max(min(box_of(p).width, box_of(p).height) for p in g) > MIN_PIECE]


def _without_rims(pieces: Sequence[Shape]) -> list[Shape]:
    """The pieces but the rims drawn around them: one colour, each a little larger than a piece of another colour."""
    rims = [p for p in pieces if any(o.fill != p.fill and _is_rim(box_of(p), box_of(o)) for o in pieces)]
    plain = rims and len({p.fill for p in rims}) == 1 and all(p.fill != rims[0].fill or p in rims for p in pieces)
    return [p for p in pieces if p not in rims] if plain else list(pieces)


def _is_rim(outer: Box, inner: Box) -> bool:
    sides = (inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1, outer.y1 - inner.y1)
    return min(sides) > 0 and max(sides) < MAX_RIM


def _is_circle(shape: Shape) -> bool:
    """Whether an area lies evenly around its middle, as a circle does and a piece of one does not."""
    box = box_of(shape)
    xs, ys = [p[0] for p in shape.points], [p[1] for p in shape.points]
    even = abs(sum(xs) / len(xs) - box.cx) < 0.04 * box.width and abs(sum(ys) / len(ys) - box.cy) < 0.04 * box.height
    return shape.kind == "round" and even and abs(box.width - box.height) < 0.02 * box.height


def _near(value: Cell, whole: Box) -> bool:
    return whole.distance(value.box) < 2 * value.size


def _named(
    pieces: Sequence[Shape],
    whole: Box,
    values: Sequence[Cell],
    every: Sequence[Cell],
    names: dict[str, Cell],
    sure: bool,
) -> list[Draft]:
    given = [(v, _piece_of(v, pieces)) for v in values]
    held = [(v, p) for v, p in given if p is not None]
    if len(held) < 2:
        return []
    sum_of = sum(float(v.number.value) for v, _ in held if v.number)
    total = sum(area(p.points) for p in pieces)
    full = len({id(p) for _, p in held}) == len(pieces) == len(held)
    texts = [c for c in every if not (c.is_value or c.is_unit or c.is_missing)]
    used = list(names.values())
    around = union([whole, *(c.box for c in used if whole.distance(c.box) < 60)])
    heading = heading_above(around, texts, used, min((c.size for c in used), default=0), 70)
    note, unit = unit_note(around, texts, heading, min((c.size for c in used), default=0))
    drafts = _sum_in_middle(values, every, whole, heading)
    for value, piece in held:
        name = names.get(piece.fill or "")
        number = value.number
        share = float(number.value) / (100 if number and number.unit == "pct." else sum_of) if number else 0.0
        fits = abs(share - area(piece.points) / total) < OFF and (full or bool(number and number.unit == "pct."))
        drafts.append(
            chart_draft(
                value,
                name,
                unit,
                (heading, note),
                heading=heading,
                reason=None if fits and sure and name else UNKNOWN_PIECE,
            )
        )
    return drafts


def _sum_in_middle(values: Sequence[Cell], every: Sequence[Cell], whole: Box, heading: Cell | None) -> list[Draft]:
    """The number in the middle of a ring over nothing but what it counts ("4.812" / "husstande"): the whole."""
    middle = [v for v in values if _in_middle(v.box, whole)]
    words = [c for c in every if not c.is_value and _in_middle(c.box, whole)]
    if len(middle) != 1 or len(words) != 1 or not is_counted(words[0]):
        return []
    group, context = (heading.text, (heading,)) if heading is not None else ("", ())
    return [Draft(middle[0], WHOLE, (), words[0].text, words[0], group, context=context)]


def middle_drafts(cells: Sequence[Cell], curves: Sequence[Shape]) -> list[Draft]:
    """The wholes in the middle of rings whose shares stand elsewhere, as in the legend: what stands over a ring heads it and is no name."""  # noqa: E501
    wholes = [union(box_of(p) for p in pieces) for pieces in rings(curves)]
    return [d for whole in wholes for d in _sum_in_middle([c for c in cells if c.is_value], cells, whole, None)]


def _piece_of(value: Cell, pieces: Sequence[Shape]) -> Shape | None:
    """The one piece that holds a value's middle, else the one whose edge is clearly nearest."""
    inside = [p for p in pieces if holds(p.points, value.box.cx, value.box.cy)]
    if inside:
        return inside[0] if len(inside) == 1 else None
    ranked = sorted((away(p.points, value.box.cx, value.box.cy), i) for i, p in enumerate(pieces))
    if ranked[0][0] > 3 * value.size or (len(ranked) > 1 and ranked[0][0] > 0.7 * ranked[1][0]):
        return None
    return pieces[ranked[0][1]]


def inside_rings(cells: Sequence[Cell], curves: Sequence[Shape]) -> list[Cell]:
    """The texts in the middle of a ring: they tell of it and head nothing else."""
    wholes = [union(box_of(p) for p in pieces) for pieces in rings(curves)]
    return [c for c in cells if any(_in_middle(c.box, w) for w in wholes)]


def _in_middle(text: Box, whole: Box) -> bool:
    return abs(text.cx - whole.cx) < 0.2 * whole.width and abs(text.cy - whole.cy) < 0.2 * whole.height
