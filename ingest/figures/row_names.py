"""Whether a number has its own name elsewhere, so that the text level with it is another column's."""

from collections.abc import Sequence

from ingest.figures.cells import Cell


def named_from_left(values: Sequence[Cell], text: Cell, right: Cell) -> bool:
    """Whether a text stands left of a row's numbers, level with the first, and nearer than the one right of them."""
    first = values[0]
    gap = first.box.x0 - text.box.x1
    return abs(text.box.cy - first.box.cy) < 0.5 * first.size and 0 <= gap < right.box.x0 - values[-1].box.x1


def more_level(text: Cell, right: Cell, value: Cell) -> bool:
    """Whether a text left of a number stands on its base line, and the one right of it does not."""
    return text.box.x1 <= value.box.x0 and abs(text.box.y1 - value.box.y1) < 1 < abs(right.box.y1 - value.box.y1)


def named_below(value: Cell, text: Cell) -> bool:
    """Whether a text in smaller print stands right under a number."""
    near = -0.35 * value.size < text.box.y0 - value.box.y1 < text.size and text.size < 0.9 * value.size
    return near and text.box.x0 < value.box.x1 and text.box.x1 > value.box.x0
