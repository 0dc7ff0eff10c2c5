"""Sentences that stand free on a page with their number set large among their words: the lines that read on before and after it."""  # noqa: E501

from collections.abc import Sequence
from typing import Final

from ingest.document import WordBox
from ingest.figures.cells import box_of, union

LARGE: Final = 1.15
"""Of the words beside it: a number is set at least so large."""
GAP: Final = 0.66
"""Of the larger print's size: a word space."""
STEP: Final = 2.2
"""Of the larger print's size: from line to line."""
DESCENT: Final = 0.22
"""Of a word's size: how far its box reaches under the base line."""
FLUSH: Final = 2.0
"""Points that the lines of one text may begin apart."""


def free_sentences(words: Sequence[WordBox]) -> list[list[WordBox]]:
    """The words of each stretch of lines that may be such a sentence."""
    runs = [run for line in _lines(words) for run in _runs(line)]
    found: list[list[WordBox]] = []
    taken: set[int] = set()
    for run in runs:
        body = min(w.size for w in run) if _mixed(run) else _body_around(run, runs)
        if id(run) in taken or body is None:
            continue
        lines = [run]
        while (above := _next(lines[0], runs, body, up=True)) is not None:
            lines.insert(0, above)
        while (below := _next(lines[-1], runs, body, up=False)) is not None:
            lines.append(below)
        taken |= {id(line) for line in lines}
        found.append([word for line in lines for word in line])
    return found


def _lines(words: Sequence[WordBox]) -> list[list[WordBox]]:
    """The words by base line, each line from left to right."""
    lines: list[list[WordBox]] = []
    for word in sorted(words, key=base_of):
        base = base_of(word)
        if lines and base - base_of(lines[-1][0]) < 0.15 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def _runs(line: Sequence[WordBox]) -> list[list[WordBox]]:
    """A line's words, cut where more than a word space stands between."""
    runs = [[line[0]]]
    for word in line[1:]:
        last = runs[-1][-1]
        if word.x0 - last.x1 < GAP * max(word.size, last.size):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _mixed(run: Sequence[WordBox]) -> bool:
    """Whether words stand in two prints on a line, the larger one much larger."""
    sizes = [w.size for w in run]
    return max(sizes) >= LARGE * min(sizes)


def _body_around(run: Sequence[WordBox], runs: Sequence[list[WordBox]]) -> float | None:
    """The print of the lines right over and under a line in larger print, where they are of one size."""
    for size in {round(w.size, 1) for other in runs for w in other if w.size * LARGE <= run[0].size}:
        if _next(run, runs, size, up=True) and _next(run, runs, size, up=False):
            return size
    return None


def _next(line: Sequence[WordBox], runs: Sequence[list[WordBox]], body: float, *, up: bool) -> list[WordBox] | None:
    """The line right over or under one that begins where it begins, whose small words are of the body's print."""
    area = union(map(box_of, line))
    for run in runs:
        low, high = (run, line) if up else (line, run)
        step = base_of(high[0]) - base_of(low[0])
        near = 0 < step < STEP * max(body, *(w.size for w in high))
        alike = abs(min(w.size for w in run) - body) < 0.3
        if run is not line and near and alike and abs(run[0].x0 - area.x0) < FLUSH:
            return run
    return None


def base_of(word: WordBox) -> float:
    """Where a word's base line runs."""
    return word.y1 - DESCENT * word.size
