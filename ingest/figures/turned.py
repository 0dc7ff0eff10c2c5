"""Names that are turned or slanted under columns: each stands for the place where its upper end hangs."""

import math
from collections.abc import Sequence
from itertools import pairwise

from ingest.document import Document, WordBox
from ingest.figures.cells import Box, Cell, box_of, union


def turned_names(document: Document, words: Sequence[WordBox]) -> list[Cell]:
    """One cell per run of turned words, boxed where its upper end is, as if it stood upright there."""
    runs: list[list[WordBox]] = []
    for word in sorted((w for w in words if w.angle % 360), key=lambda w: w.span):
        if runs and runs[-1][-1].angle == word.angle and document.text[runs[-1][-1].span[1] : word.span[0]] == " ":
            runs[-1].append(word)
        else:
            runs.append([word])
    return [_hung(document, run) for run in runs]


def _hung(document: Document, run: Sequence[WordBox]) -> Cell:
    size = run[0].size or run[0].y1 - run[0].y0
    box = union(box_of(w) for w in run)
    across = math.cos(math.radians(run[0].angle))
    upward = math.sin(math.radians(run[0].angle)) < 0
    if abs(across) < 0.2:
        at = box.cx
    else:
        at = (box.x1 if across > 0 else box.x0) if upward else (box.x0 if across > 0 else box.x1)
        at += (size / 2) * abs(math.sin(math.radians(run[0].angle))) * (-1 if upward == (across > 0) else 1)
    text = " ".join(document.quote(w.span) for w in run)
    return Cell(Box(at - size / 2, box.y0, at + size / 2, box.y0 + size), text, tuple(w.span for w in run), size)


def rows_of_names(names: Sequence[Cell]) -> list[Cell]:
    """Those of the names that hang in a row of three or more at even distances, as along an axis."""
    rows: list[list[Cell]] = []
    for name in sorted(names, key=lambda c: c.box.cx):
        row = next((r for r in rows if abs(r[0].box.y0 - name.box.y0) < name.size), None)
        if row is None:
            rows.append([name])
        else:
            row.append(name)
    return [c for row in rows if len(row) > 2 and _even(row) for c in row]


def _even(row: Sequence[Cell]) -> bool:
    steps = [b.box.cx - a.box.cx for a, b in pairwise(row)]
    return min(steps) > 0 and max(steps) < 1.3 * min(steps)
