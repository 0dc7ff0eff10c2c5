"""Where a quote stands on its page. A quote is marked whole and exactly, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document, Page, Span, WordBox


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle in per cent of the page's width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float


def marks_on(document: Document, page: int, spans: Sequence[Span]) -> tuple[Mark, ...]:
    """The rectangles over the part of the spans that stands on a page; empty when any letter of it can't be placed."""
    sheet = next((one for one in document.pages if one.number == page), None)
    if sheet is None or sheet.width <= 0 or sheet.height <= 0:
        return ()
    wanted = [part for span in spans if (part := _overlap(span, sheet.span))]
    boxes = [
        box for box in document.word_boxes if box.page == page and any(_overlap(box.span, part) for part in wanted)
    ]
    if not wanted or not all(_covered(document.text, part, boxes) for part in wanted) or not _inside(boxes, sheet):
        return ()
    return tuple(_mark(line, sheet) for line in _lines(boxes))


def _overlap(one: Span, other: Span) -> Span | None:
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start < end else None


def _covered(text: str, span: Span, boxes: Sequence[WordBox]) -> bool:
    """Whether every letter and digit of the span stands in a box."""
    held = {position for box in boxes for position in range(max(box.span[0], span[0]), min(box.span[1], span[1]))}
    return all(position in held for position in range(*span) if text[position].isalnum())


def _inside(boxes: Sequence[WordBox], sheet: Page) -> bool:
    """Whether the boxes stand on the visible page; a box off it would be a mark on nothing."""
    return all(-1 <= box.x0 < box.x1 <= sheet.width + 1 and -1 <= box.y0 < box.y1 <= sheet.height + 1 for box in boxes)


def _lines(boxes: Sequence[WordBox]) -> list[list[WordBox]]:
    """Neighbouring words of one line and one reading run together, so that a marked sentence is one band a line."""
    lines: list[list[WordBox]] = []
    for box in sorted(boxes, key=lambda one: one.span):
        last = lines[-1][-1] if lines else None
        height = min(box.y1 - box.y0, box.size or box.y1 - box.y0)  # of a line, also where the text runs down the page
        level = last is not None and max(abs(last.y0 - box.y0), abs(last.y1 - box.y1)) < height * 0.35
        if last and level and -height * 0.3 <= box.x0 - last.x1 < height * 0.8:
            lines[-1].append(box)
        else:
            lines.append([box])
    return lines


def _mark(line: Sequence[WordBox], sheet: Page) -> Mark:
    x0, y0 = min(box.x0 for box in line), min(box.y0 for box in line)
    x1, y1 = max(box.x1 for box in line), max(box.y1 for box in line)
    return Mark(
        left=100 * x0 / sheet.width,
        top=100 * y0 / sheet.height,
        width=100 * (x1 - x0) / sheet.width,
        height=100 * (y1 - y0) / sheet.height,
    )
