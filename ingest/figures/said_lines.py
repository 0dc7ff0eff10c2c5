"""Sentences that stand free on a page with their number set large among their words: the lines that read on before and after it."""  # noqa: E501

from collections.abc import Sequence
from typing import Final, NamedTuple

from ingest.document import WordBox

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


class Run(NamedTuple):
    """Words that read on in one line: where they begin, their base line, their smallest and largest print."""

    words: list[WordBox]
    x0: float
    base: float
    small: float
    large: float


def free_sentences(words: Sequence[WordBox]) -> list[list[WordBox]]:
    """The words of each stretch of lines that may be such a sentence."""
    runs = [_run(part) for line in _lines(words) for part in _parts(line)]
    found: list[list[WordBox]] = []
    taken: set[int] = set()
    for run in runs:
        if id(run) in taken:
            continue
        body = run.small if run.large >= LARGE * run.small else _body_around(run, runs)
        if body is None:
            continue
        lines = [run]
        while (above := _next(lines[0], runs, body, up=True)) is not None:
            lines.insert(0, above)
        while (below := _next(lines[-1], runs, body, up=False)) is not None:
            lines.append(below)
        taken |= {id(line) for line in lines}
        found.append([word for line in lines for word in line.words])
    return found


def _run(words: list[WordBox]) -> Run:
    sizes = [w.size for w in words]
    return Run(words, words[0].x0, base_of(words[0]), min(sizes), max(sizes))


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


def _parts(line: Sequence[WordBox]) -> list[list[WordBox]]:
    """A line's words, cut where more than a word space stands between."""
    parts = [[line[0]]]
    for word in line[1:]:
        last = parts[-1][-1]
        if word.x0 - last.x1 < GAP * max(word.size, last.size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _body_around(run: Run, runs: Sequence[Run]) -> float | None:
    """The print of the lines right over and under a line in larger print, where they are of one size."""
    flush = [r for r in runs if abs(r.x0 - run.x0) < FLUSH and r.small * LARGE <= run.small]
    for size in {round(r.small, 1) for r in flush}:
        if _next(run, flush, size, up=True) and _next(run, flush, size, up=False):
            return size
    return None


def _next(line: Run, runs: Sequence[Run], body: float, *, up: bool) -> Run | None:
    """The line right over or under one that begins where it begins, whose small words are of the body's print."""
    near: list[Run] = []
    for run in runs:
        if abs(run.x0 - line.x0) >= FLUSH or abs(run.small - body) >= 0.3 or run is line:
            continue
        low, high = (run, line) if up else (line, run)
        if 0 < high.base - low.base < STEP * max(body, high.large):
            near.append(run)
    return min(near, key=lambda run: abs(run.base - line.base), default=None)


def base_of(word: WordBox) -> float:
    """Where a word's base line runs."""
    return word.y1 - DESCENT * word.size
