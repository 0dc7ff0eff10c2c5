"""Classes that read like numbers: "1 person", "2 personer", "3 personer", "4 eller flere" along an axis name what is counted."""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.cells import Cell

_CLASS: Final = re.compile(r"([0-9]{1,2}) ([^\W\d_]{2,})")
_LAST: Final = re.compile(
    r"(?:(?:mindst|mere end|flere end|over) )?[0-9]{1,2}(?: [^\W\d_]+)? ?"
    r"(?:\+|(?:eller|og) (?:flere|mere|derover|over))(?: [^\W\d_]+)?",
    re.IGNORECASE,
)
""" "4 eller flere", "5+ rum": the class that ends such a row."""
MIN_CLASSES: Final = 3


def with_size_classes(cells: Sequence[Cell]) -> list[Cell]:
    """The cells; those of a row or column that count on by one with the same word are names, no values."""
    counted = [(c, int(m[1]), m[2].casefold()) for c in cells if (m := _CLASS.fullmatch(c.text))]
    if len(counted) < 2:
        return list(cells)
    last = [c for c in cells if _LAST.fullmatch(c.text)]
    names: set[int] = set()
    for upright in (True, False):
        for cell, number, noun in counted:
            run = [cell]
            step = number
            for other, value, word in sorted(counted, key=lambda c: c[1]):
                if value == step + 1 and word[:2] == noun[:2] and _beside(run[-1], other, upright):
                    run.append(other)
                    step = value
            end = [c for c in last if len(run) > 1 and _beside(run[-1], c, upright)]
            if len(run) + len(end) >= MIN_CLASSES:
                names |= {id(c) for c in (*run, *end)}
    return [replace(c, number=None) if id(c) in names else c for c in cells]


def _beside(a: Cell, b: Cell, upright: bool) -> bool:
    """Whether one cell follows another in a column, or in a row, of one size."""
    if abs(a.size - b.size) > 0.3:
        return False
    if not upright:
        return abs(a.box.y1 - b.box.y1) < 1.5 and b.box.x0 > a.box.x1
    flush = min(abs(a.box.x0 - b.box.x0), abs(a.box.cx - b.box.cx), abs(a.box.x1 - b.box.x1)) < 1.5
    return flush and abs(b.box.cy - a.box.cy) > 0.5 * a.size
