"""Rows of circles read as a table: a name left of each row, a head over each column, nothing else among them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft
from ingest.figures.panel import in_circle

HEAD_GAP: Final = 6.0
"""Of a head's size: from the head down to the first row of circles."""


def circle_tables(cells: Sequence[Cell], round_areas: Sequence[Box]) -> list[Draft]:
    """Drafts of every block of two rows and two columns of circles at least, whose rows and columns are all named."""
    if len(round_areas) < 4:
        return []
    homes = {id(c): area for c in cells if (area := _circle_of(c, round_areas)) is not None}
    texts = [c for c in cells if not (c.is_value or c.is_unit or c.is_missing)]
    drafts: list[Draft] = []
    for rows in _blocks([c for c in cells if id(c) in homes], homes):
        names = _names(rows, homes, texts)
        heads = [_head(k, rows, homes, texts) for k in range(len(rows[0]))]
        if not names or None in heads or _among(rows, homes, [t for t in texts if t not in names]):
            continue
        for row, name in zip(rows, names, strict=True):
            for value, head in zip(row, heads, strict=True):
                if head is not None:
                    drafts.append(Draft(value, name.text, (name,), series=head.text, context=(head,), heads=(head,)))
    return drafts


def _circle_of(cell: Cell, areas: Sequence[Box]) -> Box | None:
    return next((a for a in areas if in_circle(cell, [a])), None)


def _blocks(values: Sequence[Cell], homes: dict[int, Box]) -> list[list[list[Cell]]]:
    """Rows of as many circles under each other, two at least of two at least."""
    rows: list[list[Cell]] = []
    for value in sorted(values, key=lambda c: (homes[id(c)].cy, homes[id(c)].cx)):
        if rows and abs(homes[id(rows[-1][0])].cy - homes[id(value)].cy) < 2:
            rows[-1].append(value)
        else:
            rows.append([value])
    blocks: list[list[list[Cell]]] = []
    for row in rows:
        row.sort(key=lambda c: homes[id(c)].cx)
        if blocks and _under(blocks[-1][-1], row, homes):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [b for b in blocks if len(b) >= 2 and len(b[0]) >= 2]


def _under(above: Sequence[Cell], row: Sequence[Cell], homes: dict[int, Box]) -> bool:
    return len(above) == len(row) and all(
        abs(homes[id(a)].cx - homes[id(b)].cx) < 3 and homes[id(b)].y0 - homes[id(a)].y1 < homes[id(a)].height
        for a, b in zip(above, row, strict=True)
    )


def _names(rows: Sequence[Sequence[Cell]], homes: dict[int, Box], texts: Sequence[Cell]) -> list[Cell]:
    """The texts left of the rows, each level with its circles, all on one line upright."""
    found: list[Cell] = []
    for row in rows:
        first = homes[id(row[0])]
        left = [t for t in texts if t.box.x1 <= first.x0 + 2 and first.y0 < t.box.cy < first.y1]
        if left:
            found.append(max(left, key=lambda t: t.box.x1))
    flush = (abs(a.box.x0 - b.box.x0) < 2 or abs(a.box.x1 - b.box.x1) < 2 for a, b in pairwise(found))
    return found if len(found) == len(rows) and all(flush) else []


def _head(k: int, rows: Sequence[Sequence[Cell]], homes: dict[int, Box], texts: Sequence[Cell]) -> Cell | None:
    """The text right over a column, nearer to it than to any other."""
    own = homes[id(rows[0][k])]
    others = [homes[id(v)] for v in rows[0] if v is not rows[0][k]]
    over = [
        t
        for t in texts
        if -2 <= own.y0 - t.box.y1 < HEAD_GAP * t.size
        and t.box.x0 < own.x1
        and t.box.x1 > own.x0
        and all(abs(t.box.cx - own.cx) < abs(t.box.cx - o.cx) for o in others)
    ]
    return max(over, key=lambda t: t.box.y1, default=None)


def _among(rows: Sequence[Sequence[Cell]], homes: dict[int, Box], texts: Sequence[Cell]) -> bool:
    """Whether other texts stand among the circles, which then have names of their own."""
    whole = union(homes[id(v)] for row in rows for v in row)
    return any(t.box.gap(whole) == (0, 0) for t in texts)
