"""Every chart of a page: lines and rings, then stacked bars, since their segments would pass for bars."""

from collections.abc import Sequence

from ingest.document import Shape
from ingest.figures.bars import bar_drafts
from ingest.figures.cells import Cell
from ingest.figures.draft import Draft
from ingest.figures.legends import MARK_WIDTH, legend_blocks
from ingest.figures.lines import line_drafts
from ingest.figures.ring_keys import key_drafts
from ingest.figures.rings import ring_drafts
from ingest.figures.stacks import stack_drafts

MAX_SHAPES = 2000
"""A page with more areas is a map or a drawing, no chart."""


def chart_drafts(
    cells: Sequence[Cell], shapes: Sequence[Shape], curves: Sequence[Shape] = (), hung: Sequence[Cell] = ()
) -> list[Draft]:
    """Drafts of every chart on the page; each value at most once. `hung` are names turned along an axis."""
    if len(shapes) + len(curves) > MAX_SHAPES:
        return []
    strokes = [s for s in curves if s.kind == "line"]
    legends = legend_blocks([*shapes, *(s for s in strokes if s.x1 - s.x0 <= MARK_WIDTH)], cells)
    named = [*cells, *hung]
    drafts = line_drafts(cells, named, strokes, legends)
    drafts += ring_drafts(_free(cells, drafts), cells, curves, legends)
    drafts += key_drafts(_free(cells, drafts), shapes, curves)
    for read in (stack_drafts, bar_drafts):
        drafts += read(_free(cells, drafts), named, shapes, legends)
    return drafts


def _free(cells: Sequence[Cell], drafts: Sequence[Draft]) -> list[Cell]:
    taken = {id(d.value) for d in drafts}
    return [c for c in cells if id(c) not in taken]
