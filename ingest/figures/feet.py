"""Headings at the foot of a panel: one text alone in a band along the lower edge of an area whose numbers stand over it."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.cells import Box, Cell, asserts
from ingest.figures.draft import Draft
from ingest.figures.parts import own_heading

EDGE: Final = 3.0
"""Points from the band to the panel's edges."""
MIN_VALUES: Final = 2


def foot_headings(areas: Sequence[Box], cells: Sequence[Cell]) -> list[tuple[Box, Cell]]:
    """Each panel that such a band closes, with the band's text."""
    found: list[tuple[Box, Cell]] = []
    bands = [a for a in areas if a.width > 6 * a.height]
    for panel in (a for a in areas if a.height > 40):
        inside = [c for c in cells if panel.holds(c.box)]
        for band in bands:
            held = [c for c in inside if band.holds(c.box)]
            if not _closes(band, panel) or len(held) != 1 or not _may_head(held[0]):
                continue
            values = [c for c in inside if c.is_value]
            top = min((v.box.y0 for v in values), default=0.0)
            over = [c for c in inside if c.box.y1 <= top and c.size >= held[0].size]
            if len(values) >= MIN_VALUES and all(v.box.y1 <= band.y0 + 1 for v in values) and not over:
                found.append((panel, held[0]))
    return found


def with_feet(drafts: Sequence[Draft], feet: Sequence[tuple[Box, Cell]]) -> list[Draft]:
    """The drafts, those in a panel with a heading at its foot under that heading."""
    return [_under(d, next((f for f in feet if f[0].holds(d.value.box)), None)) for d in drafts]


def _under(draft: Draft, closed: tuple[Box, Cell] | None) -> Draft:
    own = own_heading(draft)
    if closed is None or (draft.group and (own is None or closed[0].holds(own.box))):
        return draft  # a heading in the panel is nearer
    context = (*(c for c in draft.context if c is not own), closed[1])
    return replace(draft, group=closed[1].text, context=context)


def _closes(band: Box, panel: Box) -> bool:
    wide = abs(band.x0 - panel.x0) < EDGE and abs(band.x1 - panel.x1) < EDGE
    return band is not panel and wide and abs(band.y1 - panel.y1) < EDGE and band.height < 0.5 * panel.height


def _may_head(cell: Cell) -> bool:
    plain = not (cell.is_value or cell.is_unit or cell.is_missing or cell.note)
    return plain and cell.lines == 1 and not asserts(cell.text)
