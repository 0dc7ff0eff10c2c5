"""Tiles: big numbers with their words around them, one to an area or several in a row, a column or a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Shape
from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft
from ingest.figures.panel import Panel, badge, counted_words, heading_above, is_counted
from ingest.figures.tile_texts import body_of, texts_of
from ingest.figures.tile_units import right_of, units_of
from ingest.figures.tile_words import NO_LABEL, OF_THEM, OPEN, tile_draft, titles
from ingest.figures.unit_lines import unit_lines, with_unit_line
from ingest.figures.units import unit_in

EQUALLY_NEAR: Final = "tallet står lige tæt på flere tekster"
SIDES: Final = ("below", "above", "right", "left")


BIGGER: Final = 1.08
"""A text set larger than a label by this factor over it is a heading."""


@dataclass(frozen=True, slots=True)
class _Scheme:
    """One way to give every value of a cluster its own text."""

    side: str
    given: dict[int, Cell]
    cost: float


def tile_drafts(panel: Panel, shapes: Sequence[Shape], page_cells: Sequence[Cell]) -> list[Draft]:
    """Drafts of the values in one area that no chart or table has taken (their cells are left out of the panel)."""
    values = [c for c in panel.cells if c.is_value]
    if panel.box is not None and len(values) == 1:
        return [tile_draft(values[0], [c for c in panel.cells if c is not values[0]])]
    drafts: list[Draft] = []
    loose: set[int] = set()
    for cluster in _clusters(values):
        found, shared = _cluster_drafts(cluster, panel, shapes, drafts)
        drafts += found
        loose |= set() if shared else {id(d.value) for d in found}
    return _doubted_together(_doubted_shared(drafts), loose)


def _doubted_shared(drafts: list[Draft]) -> list[Draft]:
    """A text names one number: where two have the same and nothing else, neither is sure, whatever time stands by it."""  # noqa: E501
    named = [tuple(id(c) for c in d.words) for d in drafts]
    return [
        replace(d, reason=d.reason or EQUALLY_NEAR) if own and named.count(own) > 1 else d
        for d, own in zip(drafts, named, strict=True)
    ]


def _doubted_together(drafts: list[Draft], loose: set[int]) -> list[Draft]:
    """Values that no common relation names stand or fall together: where many of one size have no name, none is sure."""  # noqa: E501
    doubted: set[float] = set()
    for size in {d.value.size for d in drafts if id(d.value) in loose}:
        alike = [d for d in drafts if id(d.value) in loose and abs(d.value.size - size) < 0.5]
        if sum(d.reason is not None for d in alike) >= max(2, 0.4 * len(alike)):
            doubted.add(size)
    return [
        replace(d, reason=d.reason or EQUALLY_NEAR) if id(d.value) in loose and d.value.size in doubted else d
        for d in drafts
    ]


def _clusters(values: Sequence[Cell]) -> list[list[Cell]]:
    """Values of one size that stand in rows and columns with each other."""
    clusters: list[list[Cell]] = []
    for value in values:
        near = [c for c in clusters if any(_siblings(value, other) for other in c)]
        joined = [value, *(v for c in near for v in c)]
        clusters = [c for c in clusters if c not in near] + [sorted(joined, key=lambda c: (c.box.y0, c.box.x0))]
    return clusters


def _siblings(a: Cell, b: Cell) -> bool:
    if max(a.size, b.size) > 1.06 * min(a.size, b.size):
        return False
    same_row = abs(a.box.y1 - b.box.y1) < 0.3 * a.size
    same_column = min(abs(a.box.cx - b.box.cx), abs(a.box.x0 - b.box.x0), abs(a.box.x1 - b.box.x1)) < 0.3 * a.size
    dx, dy = a.box.gap(b.box)
    return (same_row and dx < 260) or (same_column and dy < 9 * a.size)


# --- several values in one area ---


def _cluster_drafts(
    values: list[Cell], panel: Panel, shapes: Sequence[Shape], done: Sequence[Draft]
) -> tuple[list[Draft], bool]:
    """The drafts of values in rows and columns; True when one relation names them all."""
    lines = unit_lines(panel.cells)
    texts = texts_of(values, panel, done, lines)
    counted = counted_words(shapes, panel.cells)
    badges = {id(v): badge(v, shapes, panel.cells, counted) for v in values}
    body = [t for t in body_of(values, texts) if id(t) not in counted]
    points_back = [t for t in body if OF_THEM.match(t.text) and t.box.distance(badges[id(values[0])]) < 6 * t.size]
    if len(values) == 1 and len(points_back) == 1:
        return [_of_them(values[0], points_back[0], texts)], False
    schemes = [s for s in (_scheme(side, values, badges, body) for side in SIDES) if s is not None]
    schemes.sort(key=lambda s: s.cost)
    if not schemes:
        return [_nearest(v, badges[id(v)], body, texts, panel) for v in values], False
    best = schemes[0]
    second, reason = _rivals(best, schemes[1:])
    reason = reason or (EQUALLY_NEAR if _shifted(best, values, badges, body) else None)
    labels = [*best.given.values(), *second.values()]
    area = union([*badges.values(), *(c.box for c in labels)])
    heading = _heading(area, panel, labels, texts)
    if heading is not None and len(values) == 1 and _leads(heading, labels):
        second, heading = {id(values[0]): heading}, None
        labels += second.values()
    every = [c for c in panel.cells if c.is_value]
    others = [v for v in every if v not in values]
    free = [t for t in body if t not in labels and t is not heading and _alone_on_line(t, texts)]
    note = next((t for t in free if unit_in(t.text) and _is_near(t, area, others)), None)
    drafts = []
    units = units_of(values, texts, best.given)
    texts = [t for t in texts if not t.is_unit or any(t is u for u in units.values())]
    lone = _lone_heading(best, values, [t for t in texts if t not in labels and not t.is_unit])
    if lone is not None and panel.box is None:
        heading = lone
    for value in values:
        own = [best.given[id(value)], *([second[id(value)]] if id(value) in second else [])]
        own += [
            c
            for c in texts
            if c not in labels and c is not heading and c is not lone and _belongs(c, value, own, every, badges)
        ]
        own = [c for c in own if not c.is_unit or c is units.get(id(value))]
        own += [u for key, u in units.items() if key == id(value) and u not in own]
        draft = with_unit_line(tile_draft(value, own), lines)
        context = [*draft.context, *([heading] if heading else []), *([note] if note else [])]
        unit = draft.unit or (unit_in(heading.text) if heading else "") or (unit_in(note.text) if note else "")
        group = draft.group or (heading.text if heading else "")
        drafts.append(replace(draft, group=group, context=tuple(context), unit=unit, reason=draft.reason or reason))
    return drafts, len(values) > 2


def _leads(heading: Cell, labels: Sequence[Cell]) -> bool:
    """Whether a text over a number in the print of the words after it begins the sentence that they end."""
    label = labels[0]
    alike = abs(heading.size - label.size) < 0.3 and abs(heading.box.x0 - label.box.x0) < 3
    return len(labels) == 1 and alike and label.text[:1].islower()


def _rivals(best: _Scheme, others: Sequence[_Scheme]) -> tuple[dict[int, Cell], str | None]:
    """The texts that a second way about as near gives every value beside the first's, and why the first is in doubt."""
    second: dict[int, Cell] = {}
    reason = None
    for rival in (s for s in others if s.cost < 1.5 * best.cost + 2):
        if not {id(c) for c in rival.given.values()} & {id(c) for c in best.given.values()}:
            second = rival.given
        elif rival.cost < 1.25 * best.cost + 1:
            reason = EQUALLY_NEAR
    return second, reason


def _is_near(text: Cell, area: Box, others: Sequence[Cell]) -> bool:
    """Whether a text stands near an area, and nearer than to any other value."""
    return text.box.distance(area) < min([30.0, *(text.box.distance(v.box) for v in others)])


def _alone_on_line(text: Cell, texts: Sequence[Cell]) -> bool:
    """Whether a text is no one of a row (of units or remarks under a row of tiles)."""
    return not any(t is not text and abs(t.box.y1 - text.box.y1) < 2 for t in texts)


def _of_them(value: Cell, name: Cell, texts: Sequence[Cell]) -> Draft:
    """A number that "af dem …" names, wherever the two stand: the lead before it only tells of whom."""
    units = [t for t in texts if t.is_unit and value.box.distance(t.box) < value.size]
    lead = [t for t in texts if t.box.y1 <= name.box.y0 + 2 and t.text.rstrip()[-1:] in "–-,:"]
    draft = tile_draft(value, [name, *units])
    return replace(draft, label=name.text, group="", context=(*draft.context, *lead))


def _lone_heading(best: _Scheme, values: Sequence[Cell], texts: Sequence[Cell]) -> Cell | None:
    """The one text right over the first label of a row, where no other label of the row has one: it heads the row."""
    row = [v for v in values if abs(v.box.y1 - values[0].box.y1) < 3]
    if len(row) < 3 or len(row) != len(values):
        return None
    over = {id(v): [t for t in texts if _right_over(t, best.given[id(v)])] for v in row}
    first, *others = sorted(row, key=lambda v: v.box.x0)
    return over[id(first)][0] if len(over[id(first)]) == 1 and not any(over[id(v)] for v in others) else None


def _right_over(text: Cell, label: Cell) -> bool:
    near = -0.3 * label.size < label.box.y0 - text.box.y1 < 1.6 * label.size
    return near and text.box.x0 < label.box.x1 and text.box.x1 > label.box.x0


def _scheme(side: str, values: Sequence[Cell], badges: dict[int, Box], texts: Sequence[Cell]) -> _Scheme | None:
    """Every value with the nearest text on that side; None unless each gets its own and nothing else stands between."""
    given: dict[int, Cell] = {}
    cost = 0.0
    for value in values:
        home = badges[id(value)]
        options = [(c, t) for t in texts if (c := _cost(side, home, value, t)) is not None]
        if not options:
            return None
        nearest, text = min(options, key=lambda o: o[0])
        text = next((t for _, t in options if side in ("right", "left") and titles(t, text)), text)
        rivals = [v for v in values if v is not value and _cost(side, badges[id(v)], v, text) is not None]
        if any((_cost(side, badges[id(v)], v, text) or 0) < nearest for v in rivals) or text in given.values():
            return None
        given[id(value)] = text
        cost += nearest
    return _Scheme(side, given, cost / len(values))


def _shifted(best: _Scheme, values: Sequence[Cell], badges: dict[int, Box], texts: Sequence[Cell]) -> bool:
    """Whether half the values stand as near to another's text on the other side: then all may be one place off."""
    other = SIDES[SIDES.index(best.side) ^ 1]
    near = 0
    for value in values:
        costs = [(c, t) for t in texts if (c := _cost(other, badges[id(value)], value, t)) is not None]
        if costs:
            cost, text = min(costs, key=lambda o: o[0])
            near += cost < 1.6 * best.cost + 1 and any(text is t for t in best.given.values())
    if best.side in ("left", "right") and near < len(values):
        return False  # the other way round the last of each row would have no name
    return 2 * near >= len(values) and near > 0


def _cost(side: str, home: Box, value: Cell, text: Cell) -> float | None:
    """How far a text stands from a value on that side; None where it does not stand there."""
    t = text.box
    reach = 7 * max(text.size, 8)
    if side in ("below", "above"):
        off = min(abs(t.cx - home.cx), abs(t.x0 - home.x0), abs(t.x0 - value.box.x0))
        if t.x0 >= home.x1 + text.size or t.x1 <= home.x0 - text.size or off > max(0.6 * home.width, 1.5 * text.size):
            return None
        gap = t.y0 - home.y1 if side == "below" else home.y0 - t.y1
        slack = -0.35 * value.size
        return max(0.0, gap) + 0.2 * off if slack <= gap < reach else None
    if t.y0 >= home.y1 or t.y1 <= home.y0 or not (t.y0 - text.size <= value.box.cy <= t.y1 + text.size):
        return None
    gap = t.x0 - home.x1 if side == "right" else home.x0 - t.x1
    return max(0.0, gap) + 0.1 * abs(t.cy - home.cy) if -1 <= gap < 5 * reach else None


def _belongs(cell: Cell, value: Cell, own: Sequence[Cell], values: Sequence[Cell], badges: dict[int, Box]) -> bool:
    """A further text (a unit, a second line) that is nearer to this value and its label than to any other value."""
    if cell.size > BIGGER * max(o.size for o in own) and cell.box.y1 <= min(o.box.y0 for o in own) + 2:
        return False  # a heading over the label
    if cell.size > BIGGER * max(o.size for o in own) and cell.text[:1].isupper() and _ends_over(value, own, cell):
        return False  # the heading of what comes next
    mine = min([badges[id(value)].distance(cell.box), *(o.box.distance(cell.box) for o in own)])
    if mine >= 1.6 * max(cell.size, 8) or cell.lines > 4:
        return False
    others = [badges.get(id(v), v.box).distance(cell.box) for v in values if v is not value]
    return not others or mine < 0.6 * min(others)


def _ends_over(value: Cell, own: Sequence[Cell], cell: Cell) -> bool:
    """Whether a value and the words under it end over a text."""
    return max(o.box.y1 for o in own) <= cell.box.y0 + 2 and value.box.y1 <= min(o.box.y0 for o in own) + 2


def _heading(area: Box, panel: Panel, labels: Sequence[Cell], texts: Sequence[Cell]) -> Cell | None:
    reach = 200.0 if panel.box is not None else 70.0
    size = min((c.size for c in labels), default=8.0)
    return heading_above(area, texts, labels, size, reach)


def _nearest(value: Cell, home: Box, body: Sequence[Cell], texts: Sequence[Cell], panel: Panel) -> Draft:
    """A value on its own: the nearest text names it when no other stands about as near."""
    ranked = sorted(body, key=lambda t: home.distance(t.box))
    ranked = [t for t in ranked if home.distance(t.box) < 4 * max(t.size, 0.5 * value.size)]
    if not ranked:
        return Draft(value, "", reason=NO_LABEL)
    first = ranked[0]
    near = [t for t in ranked[1:] if home.distance(t.box) < 1.6 * home.distance(first.box) + 3]
    units = [t for t in texts if _is_unit_of(t, value, home)]
    draft = tile_draft(value, [first, *units, *[t for t in near if panel.box is None and _reads_on(t, value, first)]])
    strangers = [t for t in near if t not in draft.words]
    heading = heading_above(union([home, first.box]), texts, [first, *units], first.size, 70)
    strangers = [t for t in strangers if t is not heading]
    return replace(
        draft,
        group=draft.group or (heading.text if heading else ""),
        context=(*draft.context, *([heading] if heading else [])),
        reason=EQUALLY_NEAR if strangers else draft.reason,
    )


def _is_unit_of(text: Cell, value: Cell, home: Box) -> bool:
    """Whether a text is the unit near a value, or what is counted right beside it ("10.236 personer")."""
    return (text.is_unit and home.distance(text.box) < 1.5 * value.size) or (is_counted(text) and right_of(text, value))


def _reads_on(text: Cell, value: Cell, label: Cell) -> bool:
    """Whether a text above a value goes on through it into the label: "… mennesker bor i Danmark –" 8.740 "af dem bor …"."""  # noqa: E501
    above = text.box.y1 <= value.box.y0 + 0.4 * value.size
    return above and (bool(OPEN.search(text.text)) or text.text.rstrip()[-1:] in "–-,:") and label.text[:1].islower()
