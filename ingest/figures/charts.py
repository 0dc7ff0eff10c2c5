"""Every chart of a page: stacked bars first, since their segments would pass for bars."""

from collections.abc import Sequence

from ingest.document import Shape
from ingest.figures.bars import bar_drafts
from ingest.figures.cells import Cell
from ingest.figures.draft import Draft
from ingest.figures.legends import legend_blocks
from ingest.figures.stacks import stack_drafts

MAX_SHAPES = 2000
"""A page with more areas is a map or a drawing, no chart."""


def chart_drafts(cells: Sequence[Cell], shapes: Sequence[Shape]) -> list[Draft]:
    """Drafts of every bar chart on the page; each value at most once."""
    if len(shapes) > MAX_SHAPES:
        return []
    legends = legend_blocks(shapes, cells)
    drafts: list[Draft] = []
    for read in (stack_drafts, bar_drafts):
        taken = {id(d.value) for d in drafts}
        drafts += read([c for c in cells if id(c) not in taken], cells, shapes, legends)
    return drafts
