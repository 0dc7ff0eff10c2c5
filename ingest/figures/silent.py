"""Charts whose values are not printed: bars, rings and lines with no number beside them, told as unread."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest import texts
from ingest.document import Document, Figure, ReadingProblem, Shape, WordBox
from ingest.figures.cells import Box, box_of, union

MIN_BARS = 3
MIN_SIDE, MIN_LENGTH = 4.0, 30.0
"""Points: thinner areas are rules, shorter ones marks of a legend."""
NEAR, NEAR_RING = 90.0, 180.0
"""Points from a chart's edge within which its numbers stand; a ring's may stand in its legend."""
MIN_POINTS = 4


def chart_problems(document: Document, figures: Sequence[Figure]) -> tuple[ReadingProblem, ...]:
    """One problem for each page with a drawn chart that none of the figures was read from."""
    shapes: dict[int, list[Shape]] = defaultdict(list)
    for shape in document.shapes:
        shapes[shape.page].append(shape)
    if not shapes:
        return ()
    words: dict[int, list[WordBox]] = defaultdict(list)
    for word in document.word_boxes:
        words[word.page].append(word)
    read = {(figure.page, at) for figure in figures for at in range(*figure.spans[0])}
    found = []
    for page, drawn in sorted(shapes.items()):
        values = [box_of(w) for w in words[page] if (page, w.span[0]) in read]
        names = [box_of(w) for w in words[page]]
        charts = _charts(drawn, names)
        if any(all(chart.distance(value) > reach for value in values) for chart, reach in charts):
            found.append(ReadingProblem("unread_chart", page, texts.UNREAD_CHART.format(page=page)))
    return tuple(found)


def _charts(shapes: Sequence[Shape], words: Sequence[Box]) -> Iterator[tuple[Box, float]]:
    """Groups of bars on one line, the rings, every drawn line; each with how far off its numbers may stand."""
    boxes = [s for s in shapes if s.kind == "box" and s.fill and not _holds_words(box_of(s), words)]
    upright = [(round(s.y1), round(s.x1 - s.x0), s.y1 - s.y0, s) for s in boxes]
    lying = [(round(s.x0), round(s.y1 - s.y0), s.x1 - s.x0, s) for s in boxes]
    yield from ((area, NEAR) for area in (*_bars(upright), *_bars(lying)))
    pieces = [s for s in shapes if s.kind == "curve" and min(s.x1 - s.x0, s.y1 - s.y0) > MIN_SIDE]
    ring = [box_of(s) for s in pieces if len({p.fill for p in pieces}) >= MIN_BARS]
    if ring and union(ring).height > 2 * MIN_LENGTH:
        yield union(ring), NEAR_RING
    for line in shapes:
        if line.kind == "line" and len(line.points) >= MIN_POINTS and line.x1 - line.x0 > 3 * MIN_LENGTH:
            yield box_of(line), NEAR


def _bars(areas: Sequence[tuple[int, int, float, Shape]]) -> Iterator[Box]:
    """Groups of (base, thickness, length, shape) with one base and thickness and more than one length."""
    groups: dict[tuple[int, int], list[tuple[float, Shape]]] = defaultdict(list)
    for base, thick, length, shape in areas:
        if thick >= MIN_SIDE:
            groups[base, thick].append((length, shape))
    for group in groups.values():
        lengths = sorted(length for length, _ in group)
        differing = len({round(length / 3) for length in lengths}) >= MIN_BARS
        if len({(s.x0, s.y0) for _, s in group}) >= MIN_BARS and differing and lengths[-1] >= MIN_LENGTH:
            yield union(box_of(s) for _, s in group)


def _holds_words(area: Box, words: Sequence[Box]) -> bool:
    return any(area.holds(word) for word in words)
