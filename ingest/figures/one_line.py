"""Lists whose lines hold a number and its name in one run of words: "78 pct. Fjernvarme" / "15 pct. Varmepumpe", or "Fjernvarme – 78 pct."."""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.figures.cells import Box, Cell
from ingest.figures.draft import Draft
from ingest.numbers import Number, read_number

MAX_WORDS: Final = 8
MAX_NUMBER: Final = 5
"""Words of a number with its unit and "ca."."""
PITCH: Final = 3.2
"""Of the print's size: the farthest that two lines of one list stand apart."""
_NAME: Final = re.compile(r"[^\W\d_]{2}[^.:;!?]*")
_KINDS: Final = frozenset({"count", "percent", "money", "area", "mass", "energy"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of such a list; the name's place counts from the start of the cell's text."""

    cell: Cell
    number: Number
    name: tuple[int, int]
    led: bool
    """Whether the number stands first."""


def one_line_lists(cells: Sequence[Cell], marks: Sequence[Box]) -> list[Line]:
    """The lines of every list of two or more under or beside each other; a bare number needs a legend's mark before it."""  # noqa: E501
    told = [line for c in cells if (line := _line(c)) is not None]
    told = [line for line in told if line.number.unit or _marked(line.cell, marks)]
    return [a for a in told if any(_listed(a, b) for b in told)]


def one_line_drafts(lines: Sequence[Line]) -> list[Draft]:
    """Each number with the name on its line."""
    drafts = []
    for line in lines:
        text = line.cell.text[slice(*line.name)]
        value = replace(line.cell, number=line.number)
        drafts.append(Draft(value, text, (_part(line.cell, line.name),)))
    return drafts


def _line(cell: Cell) -> Line | None:
    if not any(map(str.isdigit, cell.text)):
        return None
    words = cell.text.split(" ")
    if cell.number is not None or cell.lines > 1 or len(cell.spans) > 1 or not 2 <= len(words) <= MAX_WORDS:
        return None
    for count in range(min(MAX_NUMBER, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:count]), " ".join(words[count:])
        if (number := _quantity(head)) and _NAME.fullmatch(tail) and tail[:1].isupper():
            return Line(cell, number, (len(head) + 1, len(cell.text)), True)
        head, tail = " ".join(words[:-count]), " ".join(words[-count:])
        name = re.sub(r"(?:\s*[–—-]|,)$", "", head)
        if (number := _quantity(tail)) and number.unit and _NAME.fullmatch(name) and name[:1].isupper():
            return Line(cell, _moved(number, len(head) + 1), (0, len(name)), False)
    return None


def _quantity(words: str) -> Number | None:
    number = read_number(words) if words[-1:].isdigit() or words[-1:] in ".%²" or " " in words else None
    if number is None or number.kind not in _KINDS or number.doubt or number.parts:
        return None
    return number if any(c.isdigit() for c in words) else None


def _moved(number: Number, by: int) -> Number:
    unit = (number.unit_span[0] + by, number.unit_span[1] + by) if number.unit_span else None
    span, digits = number.span, number.digits
    return replace(number, span=(span[0] + by, span[1] + by), digits=(digits[0] + by, digits[1] + by), unit_span=unit)


def _marked(cell: Cell, marks: Sequence[Box]) -> bool:
    """Whether a small mark stands right before a line, level with it."""
    return any(-1 < cell.box.x0 - m.x1 < 1.6 * cell.size and abs(m.cy - cell.box.cy) < 0.6 * cell.size for m in marks)


def _listed(a: Line, b: Line) -> bool:
    if a is b or a.led is not b.led or abs(a.cell.size - b.cell.size) > 0.3:
        return False
    one, two = a.cell.box, b.cell.box
    under = min(abs(one.x0 - two.x0), abs(one.x1 - two.x1), abs(one.cx - two.cx)) < 1.5
    return under and 0.8 * a.cell.size < abs(one.cy - two.cy) < PITCH * a.cell.size


def _part(cell: Cell, part: tuple[int, int]) -> Cell:
    """A stretch of a cell's words as a cell of its own."""
    start = cell.spans[0][0]
    step = cell.box.width / max(1, len(cell.text))
    box = Box(cell.box.x0 + part[0] * step, cell.box.y0, cell.box.x0 + part[1] * step, cell.box.y1)
    return Cell(box, cell.text[slice(*part)], ((start + part[0], start + part[1]),), cell.size)
