"""The parts of a page that are read already: charts, tables and cards, which no heading cuts through."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft

ALIKE = 6.0
"""Points that the edges of alike areas under each other may differ."""
MIN_VALUES = 3
"""Values of a chart or table that make it a part of its own."""


def parts_of(drafts: Sequence[Draft], cells: Sequence[Cell], areas: Sequence[Box]) -> list[Box]:
    """The boxes of charts and tables (values with one heading or one set of heads, and their names), and of drawn areas with a value."""  # noqa: E501
    members: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        own = own_heading(draft)
        key = own or (draft.heads[0] if draft.heads else None)
        if key is not None and (draft.charted or draft.heads):
            members[id(key)].append(draft)
    boxes = [_around(group) for group in members.values() if len(group) >= MIN_VALUES]
    values = [c for c in cells if c.is_value]
    return boxes + _lists(drafts) + [a for a in areas if any(a.holds(v.box) for v in values)]


def wholes_of(drafts: Sequence[Draft]) -> dict[int, Box]:
    """The box around the values and names of each chart or table, by the id of its heading."""
    members: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        own = own_heading(draft)
        if own is not None and (draft.charted or draft.heads):
            members[id(own)].append(draft)
    return {key: _around(group) for key, group in members.items()}


def is_told(heading: Cell, draft: Draft, wholes: Mapping[int, Box], heads: Sequence[Cell]) -> bool:
    """Whether all that a heading stands for is the chart under it, and another heading stands between that and a value."""  # noqa: E501
    whole = wholes.get(id(heading))
    if whole is None or own_heading(draft) is heading or draft.value.box.y0 < whole.y1:
        return False
    return any(h is not heading and whole.y1 <= h.box.y0 + 2 < draft.value.box.y0 for h in heads)


def _lists(drafts: Sequence[Draft]) -> list[Box]:
    """The boxes of lists: rows whose names begin on one line upright and whose values end on another."""
    rows: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for draft in drafts:
        left = [c for c in draft.words if c.box.x1 <= draft.value.box.x0 and c.box.gap(draft.value.box)[1] == 0]
        if left and not draft.heads:
            rows[round(left[0].box.x0), round(draft.value.box.x1)].append(union([draft.value.box, left[0].box]))
    lists = [part for boxes in rows.values() for part in _near_rows(sorted(boxes, key=lambda b: b.y0))]
    return [union(boxes) for boxes in lists if len(boxes) >= MIN_VALUES]


def _near_rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """Rows under each other, cut where three more would have room between."""
    parts: list[list[Box]] = []
    for box in boxes:
        if parts and box.y0 - parts[-1][-1].y1 < 5 * box.height:
            parts[-1].append(box)
        else:
            parts.append([box])
    return parts


def own_heading(draft: Draft) -> Cell | None:
    """The cell that is the draft's group."""
    return next((c for c in draft.context if c.text == draft.group), None)


def _around(drafts: Sequence[Draft]) -> Box:
    return union(
        c.box for d in drafts for c in (d.value, *d.words, *(h for h in d.heads if h.box.y1 <= d.value.box.y1))
    )


def beside_parts(head: Cell, left: float, right: float, parts: Sequence[Box]) -> tuple[float, float]:
    """How far a heading reaches: not into a part that begins over its lower edge and goes on under it, nor into a column of alike areas that runs past it."""  # noqa: E501
    box = head.box
    level = [p for p in parts if p.y0 < box.y1 - 2 and p.y1 > box.y1 + 2 * head.size and not p.holds(box)]
    level += [p for p in parts if _runs_past(p, head, parts)]
    left = max([left, *(p.x1 - 2 for p in level if p.x1 <= box.x0 + 2)])
    return left, min([right, *(p.x0 - 2 for p in level if p.x0 >= box.x1 - 2)])


def _top(box: Box) -> float:
    return box.y0


def _runs_past(part: Box, head: Cell, parts: Sequence[Box]) -> bool:
    """Whether a part below a heading's line is one of a column that begins over it, and not level with what the heading stands over."""  # noqa: E501
    box = head.box
    if part.y0 < box.y1 - 2 or (part.x0 < box.x1 and part.x1 > box.x0):
        return False
    column = [p for p in parts if abs(p.x0 - part.x0) < ALIKE and abs(p.x1 - part.x1) < ALIKE]
    under = [p for p in parts if p.x0 < box.x1 and p.x1 > box.x0 and p.y0 >= box.y1 - 2]
    near = any(p.y1 < box.y1 and box.y0 - p.y1 < 3 * head.size for p in column)
    if not near or not under:
        return False
    first, own = min((p for p in column if p.y0 >= box.y1 - 2), key=_top), min(under, key=_top)
    return min(abs(own.y0 - first.y0), abs(own.cy - first.cy)) >= ALIKE
