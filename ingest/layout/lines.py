"""Words with boxes become lines: pieces of one baseline, apart wherever a column gap stands between."""

import math
from statistics import median

from ingest.layout.model import Line, Word
from ingest.repair import split_bullet

BASELINE_SHARE = 0.5
"""Two words stand on one line when they overlap in height by this share of the lower one."""
TURNED_SPACE = 1.0
"""Font sizes between two turned words of one line."""
GAP = 1.15
"""A gap wider than this many font sizes ends a line piece (a word gap is 0.2 to 0.6)."""


def build_lines(words: tuple[Word, ...], *, glue: bool = True) -> tuple[Line, ...]:
    """Line pieces from upright words, top to bottom, left to right; turned words are one line per run.

    `glue`: words that touch are one word; not so where a program guessed the boxes.
    """
    main = median(word.size for word in words) if words else 10.0
    # Raised and lowered marks come last: they find the row of the word they hang on.
    upright = sorted((w for w in words if not w.angle), key=lambda w: (_is_mark(w, main), w.y1, w.x0))
    rows: list[list[Word]] = []
    for word in upright:
        if rows and rows[-1][0].y1 == word.y1 and rows[-1][0].y0 == word.y0:  # The usual case needs no search.
            rows[-1].append(word)
            continue
        row = next((row for row in _near_rows(rows, word, main) if _same_row(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    pieces = [piece for row in rows for piece in _split_row(row, glue=glue)]
    return tuple(pieces) + _turned(words)


def _near_rows(rows: list[list[Word]], word: Word, main: float) -> list[list[Word]]:
    return [row for row in reversed(rows) if row[0].y1 - word.y0 > 0] if _is_mark(word, main) else rows[:-13:-1]


def _is_mark(word: Word, main: float) -> bool:
    return len(word.text) <= 3 and word.size < 0.8 * main


def _same_row(row: list[Word], word: Word) -> bool:
    """Whether a word shares its row's height; a raised or lowered small mark (m², CO₂) joins its neighbour's row."""
    anchor = row[0]
    if word.y0 > anchor.y1 or anchor.y0 > word.y1:
        return False
    overlap = min(anchor.y1, word.y1) - max(anchor.y0, word.y0)
    lower = min(anchor.y1 - anchor.y0, word.y1 - word.y0)
    if overlap < BASELINE_SHARE * lower:
        return False
    if abs(anchor.y1 - word.y1) <= 0.12 * max(anchor.size, word.size):
        return True
    mark = word if word.size < anchor.size else anchor
    near = min(_distance(other, word) for other in row)
    return (
        len(mark.text) <= 3
        and mark.size < 0.85 * max(anchor.size, word.size)
        and near < 0.12 * max(anchor.size, word.size)
    )


def _distance(first: Word, second: Word) -> float:
    return max(first.x0 - second.x1, second.x0 - first.x1, 0.0)


def _split_row(row: list[Word], *, glue: bool) -> list[Line]:
    row = sorted(row, key=lambda w: w.x0)
    pieces: list[list[Word]] = [[row[0]]]
    for word in row[1:]:
        before = pieces[-1][-1]
        if len(pieces[-1]) == 1 and split_bullet(before.text + " x")[0]:
            pieces[-1].append(word)
            continue
        gap = word.x0 - before.x1
        largest = before.size  # A raised mark does not make the next word far.
        if len(pieces[-1]) > 1 and pieces[-1][-2].size > largest:
            largest = pieces[-1][-2].size
        size = min(largest, word.size)
        far = gap > GAP * size or (gap > 0.3 * size and abs(largest - word.size) > 0.45 * max(largest, word.size))
        if far:
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return [Line(_glue(tuple(piece)) if glue else tuple(piece)) for piece in pieces]


def _glue(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Words that touch are one word (a raised mark, a change of font inside a word)."""
    if not _some_touch(words):
        return words
    out: list[Word] = []
    for word in words:
        if out and word.x0 - out[-1].x1 < 0.06 * max(word.size, out[-1].size) and _may_touch(out[-1], word):
            last = out[-1]
            out[-1] = Word(
                last.text + word.text, last.x0, min(last.y0, word.y0), word.x1, max(last.y1, word.y1),
                max(last.size, word.size), last.bold, last.italic,
            )  # fmt: skip
        else:
            out.append(word)
    return tuple(out)


def _some_touch(words: tuple[Word, ...]) -> bool:
    before = words[0]
    for word in words[1:]:
        if word.x0 - before.x1 < 0.06 * (before.size if before.size > word.size else word.size):
            return True
        before = word
    return False


def _may_touch(first: Word, second: Word) -> bool:
    """Two numbers side by side stay two, however near: fusing them would make a third number."""
    return not (first.text[-1].isdigit() and second.text[0].isdigit())


def _turned(words: tuple[Word, ...]) -> tuple[Line, ...]:
    runs: list[list[Word]] = []
    for word in words:
        if not word.angle:
            continue
        if runs and runs[-1][-1].angle == word.angle and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(Line(tuple(run)) for run in runs)


def _follows(first: Word, second: Word) -> bool:
    """Whether a turned word begins where another ends, in their own direction."""
    turn = math.radians(first.angle)
    return all(
        abs(_edge(first, axis, part) - _edge(second, axis, -part)) < TURNED_SPACE * first.size
        for axis, part in enumerate((math.cos(turn), math.sin(turn)))
    )


def _edge(word: Word, axis: int, part: float) -> float:
    """Where a word ends along an axis (begins, for the other sign of `part`); its middle where it runs across it."""
    low, high = ((word.x0, word.x1), (word.y0, word.y1))[axis]
    return (low + high) / 2 if abs(part) < 0.2 else high if part > 0 else low
