"""Cards: a heading over a row of alike cards holds for every card in the rows below it."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.figures.cells import Box, Cell, asserts, union
from ingest.figures.draft import Draft
from ingest.figures.panel import Panel

ALIKE = 0.06
"""Cards of one kind differ in width and height by no more than this part."""
HEAD_GAP = 45.0
"""Points from a heading down to its first row of cards, and from row to row."""


def with_card_heading(
    drafts: Sequence[Draft], panel: Panel, cards: Sequence[Box], cells: Sequence[Cell]
) -> list[Draft]:
    """The drafts of one card, each with the heading over its row: as its group where it has none, else as context."""
    heading = _heading(panel.box, cards, cells) if panel.box is not None else None
    if heading is None:
        return list(drafts)
    return [
        draft
        if heading in draft.words or heading in draft.context
        else replace(draft, group=draft.group or heading.text, context=(*draft.context, heading))
        for draft in drafts
    ]


def _heading(card: Box, cards: Sequence[Box], cells: Sequence[Cell]) -> Cell | None:
    """The nearest text above the card's row that stands in no card; rows of alike cards may stand between."""
    alike = [c for c in cards if _alike(c, card)]
    row = [c for c in alike if abs(c.y0 - card.y0) < 3]
    if len(alike) < 2:
        return None
    area = union(row)
    while True:
        heads = [c for c in cells if not c.note and _over(c, area) and not any(other.holds(c.box) for other in cards)]
        heading = max(heads, key=lambda c: c.box.y1, default=None)
        above = [c for c in alike if 0 <= area.y0 - c.y1 < HEAD_GAP and c.x0 < area.x1 and c.x1 > area.x0]
        nearest = max((c.y1 for c in above), default=0.0)
        if heading is not None and heading.box.y1 > nearest - 2:
            level = [c for c in heads if abs(c.box.y1 - heading.box.y1) < 3 and c.box.x0 <= card.x0 + 8]
            heading = max(level, key=lambda c: c.box.x0, default=heading)
            return heading if _is_heading(heading) else None
        if not above:
            return None
        area = union(above)


def _alike(a: Box, b: Box) -> bool:
    return abs(a.width - b.width) <= ALIKE * b.width and abs(a.height - b.height) <= ALIKE * b.height


def _over(cell: Cell, area: Box) -> bool:
    return -2 <= area.y0 - cell.box.y1 < HEAD_GAP and cell.box.x0 >= area.x0 - 8 and cell.box.x0 < area.x1


def _is_heading(cell: Cell) -> bool:
    words = not (cell.note or cell.is_value or cell.is_unit or cell.is_missing)
    return words and cell.lines <= 2 and not asserts(cell.text) and len(cell.text) < 90
