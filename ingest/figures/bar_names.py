"""What bars and columns are called: the name along the foot, the series by colour or the head over a side, the unit."""

from collections.abc import Callable, Sequence
from typing import Final, Literal, TypeAlias

from ingest.document import Shape
from ingest.figures.bar_levels import second_level
from ingest.figures.bar_rows import level_rows
from ingest.figures.bar_sides import far_heading
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.draft import Draft, chart_draft
from ingest.figures.legends import Entry, legend_for
from ingest.figures.panel import heading_above, heading_beside, heading_over_key, unit_note
from ingest.figures.units import is_unit_word

UNKNOWN_SERIES: Final = "det fremgår ikke sikkert, hvilken serie søjlen hører til"
UNKNOWN_NAME: Final = "det fremgår ikke sikkert, hvilken betegnelse søjlen hører til"
KEY: Final = 90.0
"""Points from the bars to a key over them: short bars leave room."""
FAR: Final = 130.0
"""Points from the foot of columns down to names that stand on a line of their own."""
Way: TypeAlias = Literal["up", "right", "left"]
Matched: TypeAlias = list[tuple[Shape, Cell]]


def own_name(shape: Shape, cells: Sequence[Cell]) -> Cell | None:
    """The one text of one line that a thin bar holds."""
    box = box_of(shape)
    inside = [c for c in cells if box.holds(c.box) and not (c.is_value or c.is_unit)]
    thin = bool(inside) and box.height < 3 * inside[0].size < box.width
    return inside[0] if thin and len(inside) == 1 and inside[0].lines == 1 else None


def unit_under(value: Cell, cells: Sequence[Cell]) -> Cell | None:
    """The unit that stands on a line of its own right under a value, as in narrow columns."""
    for cell in cells:
        step = cell.box.y0 - value.box.y1
        near = -0.4 * value.size < step < 0.6 * cell.size and abs(cell.box.cx - value.box.cx) < 2
        if near and is_unit_word(cell.text):
            return cell
    return None


def name_bars(
    matched: Matched, beside: Matched | None, cells: Sequence[Cell], legends: Sequence[Sequence[Entry]], way: Way
) -> list[Draft]:
    feet = union(box_of(bar) for bar, _ in matched)
    texts = _texts(cells, legends)
    legend = legend_for(feet, {bar.fill or "" for bar, _ in matched}, legends)
    names = names_of(matched, cells, legends, way)
    if not names and beside is not None:
        opposite: Way = "right" if way == "left" else "left"
        names = _names_at(union(box_of(bar) for bar, _ in beside), texts, beside, opposite)
    several = len({bar.fill for bar, _ in matched}) > 1
    classes = second_level(matched, names, texts) if way == "up" else {}
    rows = level_rows(matched, texts) if way == "right" else {}
    names = list({id(c): c for c, _ in rows.values()}.values()) or names
    names_all = [*names, *classes.values(), *(c for _, c in rows.values())]
    area = union([feet, *(v.box for _, v in matched), *(c.box for c in names_all)])
    keyed = [c.box for c in legend.names.values() if area.distance(c.box) < KEY]
    top = area
    side = heading_above(feet, texts, names, 0, 40) if beside is not None else None
    if side is not None and beside is not None:
        top = union([top, side.box, *(box_of(b) for b, _ in beside)])
    used = [*names_all, side] if side is not None else names_all
    others = [] if beside is None else [heading_above(union(box_of(b) for b, _ in beside), texts, used, 0, 40)]
    used = [*used, *(c for c in others if c is not None)]
    heading = heading_over_key(top, union([top, *keyed]), texts, used, min((c.size for c in names), default=0), 60)
    heading = heading or heading_beside(top, texts, used, min((c.size for c in names), default=0))
    if heading is None and way == "up" and names:
        heading = far_heading(union([top, *keyed]), cells, used, min(c.size for c in names))
    note, unit = unit_note(area, texts, heading, min((c.size for c in names), default=0))
    drafts: list[Draft] = []
    for bar, value in matched:
        below = unit_under(value, cells)
        name, sure = _nearest_name(box_of(bar), names, matched, way)
        series = legend.names.get(bar.fill or "") if several else side
        if id(bar) in classes:
            name, series = classes[id(bar)], name
        if id(bar) in rows:
            (name, series), sure = rows[id(bar)], True
        reason = None if sure else UNKNOWN_NAME
        untold = several and not (classes or rows) and (series is None or not legend.sure)
        if untold and _crowded(name, matched, names, way):
            reason = UNKNOWN_SERIES
        drafts.append(
            chart_draft(
                value, name, unit, (heading, series, note), heading=heading, series=series, below=below, reason=reason
            )
        )
    return drafts


def names_of(matched: Matched, cells: Sequence[Cell], legends: Sequence[Sequence[Entry]], way: Way) -> list[Cell]:
    """The names of a set of bars, as far as they stand by it."""
    feet = union(box_of(bar) for bar, _ in matched)
    return _names_at(feet, _texts(cells, legends), matched, way)


def _texts(cells: Sequence[Cell], legends: Sequence[Sequence[Entry]]) -> list[Cell]:
    """What may name or head bars: no value, no unit and no entry of a key."""
    keys = {id(e.name) for block in legends for e in block}
    return [c for c in cells if not (c.is_value or c.is_unit or c.is_missing or id(c) in keys)]


def _names_at(feet: Box, texts: Sequence[Cell], matched: Matched, way: Way) -> list[Cell]:
    """The category names along the foot of the bars: under columns; at the foot's side of bars, or over each bar."""
    if way == "up":
        under = [c for c in texts if -2 <= c.box.y0 - feet.y1 < 3 * c.size and feet.x0 - 20 <= c.box.cx <= feet.x1 + 20]
        first = min((c.box.y0 for c in under), default=0.0)
        under = [c for c in under if c.box.y0 - first < c.size]
        return under or _below_all(feet, texts, matched)
    held = [own_name(b, texts) for b, _ in matched]
    if all(held):
        return [c for c in held if c is not None]
    over = _over_each(feet, texts, matched) if way == "right" else []
    if any(c.box.cy > feet.y0 for c in over):
        return over
    level = [c for c in texts if feet.y0 - 4 <= c.box.cy <= feet.y1 + 4]
    if way == "right":
        level = [c for c in level if c.box.x1 <= feet.x0 + 2 and feet.x0 - c.box.x1 < 120]
    else:
        level = [c for c in level if c.box.x0 >= feet.x1 - 2 and c.box.x0 - feet.x1 < 120]
        level = [c for c in level if c.box.x0 - min(n.box.x0 for n in level) < 60]
    if len(level) >= 2:
        return level
    if way == "left":
        return []
    far = [
        [c for c in texts if c.box.x1 <= feet.x0 and abs(c.box.cy - box_of(b).cy) < box_of(b).height / 2 + 2]
        for b, _ in matched
    ]
    if all(len(own) == 1 for own in far) and len({id(own[0]) for own in far}) == len(far):
        return [own[0] for own in far]
    return over


def _over_each(feet: Box, texts: Sequence[Cell], matched: Matched) -> list[Cell]:
    """The texts that begin where the bars begin, each right over one; where some stand between bars, they name those under them."""  # noqa: E501
    tops = [b.y0 for b, _ in matched]
    return [c for c in texts if abs(c.box.x0 - feet.x0) < 6 and any(0 <= y - c.box.y1 + 3 < c.size + 3 for y in tops)]


def _below_all(feet: Box, texts: Sequence[Cell], matched: Matched) -> list[Cell]:
    """Names on one line farther below, one in the middle under each bar, as where bars point down too."""
    found = []
    for bar, _ in matched:
        own = [c for c in texts if 0 < c.box.y0 - feet.y1 < FAR and abs(c.box.cx - box_of(bar).cx) < 6]
        found += own if len(own) == 1 else []
    level = found and max(c.box.y0 for c in found) - min(c.box.y0 for c in found) < 2
    return found if level and len(found) == len(matched) else []


def _nearest_name(bar: Box, names: Sequence[Cell], matched: Matched, way: Way) -> tuple[Cell | None, bool]:
    """The name nearest along the foot; sure when the next one is clearly farther."""
    held = [c for c in names if bar.holds(c.box)]
    if len(held) == 1:
        return held[0], True
    over = [c for c in names if c.box.y1 <= bar.y0 + 3]
    if way == "right" and over and all(c.box.x1 > bar.x0 + 2 for c in names):
        return max(over, key=lambda c: c.box.y1), True
    along: Callable[[Box], float] = (lambda b: b.cx) if way == "up" else (lambda b: b.cy)
    ranked = sorted(names, key=lambda c: abs(along(c.box) - along(bar)))
    if not ranked:
        return None, False
    best = abs(along(ranked[0].box) - along(bar))
    if len(ranked) == 1:
        return ranked[0], len({along(box_of(b)) for b, _ in matched}) <= 2
    return ranked[0], best < 0.75 * abs(along(ranked[1].box) - along(bar))


def _crowded(name: Cell | None, matched: Matched, names: Sequence[Cell], way: Way) -> bool:
    """Whether a name has more than one bar, so that colours tell series (and not just every bar its own colour)."""
    return sum(_nearest_name(box_of(b), names, matched, way)[0] is name for b, _ in matched) > 1
