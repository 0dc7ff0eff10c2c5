"""A column between a table's names and values that tells for each row when it holds: "Renovering" | "2020-2024" | 174."""  # noqa: E501

import re
from collections.abc import Sequence

from ingest.figures.bare import is_only_time
from ingest.figures.cells import Cell

_SINCE = re.compile(r"siden ", re.IGNORECASE)


def time_column(lines: Sequence[Sequence[Cell]]) -> list[Cell]:
    """The cells of such columns: at least two under each other, each between a name and a value in its print."""
    found: list[Cell] = []
    names: dict[int, Cell] = {}
    for line in lines:
        ranked = sorted(line, key=lambda c: c.box.x0)
        for name, time, value in zip(ranked, ranked[1:], ranked[2:], strict=False):
            if _is_text(name) and tells_when(time.text) and (value.is_value or value.is_missing) and _alike(name, time):
                found.append(time)
                names[id(time)] = name
    return [c for c in found if any(_aligned(c, o) and _flush(names[id(c)], names[id(o)]) for o in found if o is not c)]


def tells_when(words: str) -> bool:
    """Whether the words are a time and nothing else ("2024", "2020-2024", "siden 2020")."""
    return is_only_time(_SINCE.sub("", words))


def since(words: str) -> bool:
    """Whether the words only say since when something is counted."""
    return bool(_SINCE.match(words))


def _is_text(cell: Cell) -> bool:
    return not (cell.is_value or cell.is_missing or cell.is_unit or tells_when(cell.text)) and len(cell.text) > 2


def _alike(name: Cell, time: Cell) -> bool:
    level = abs(name.box.y1 - time.box.y1) < 1 or (name.lines > 1 and name.box.y0 < time.box.cy < name.box.y1)
    return level and abs(name.size - time.size) < 0.2


def _aligned(a: Cell, b: Cell) -> bool:
    return min(abs(a.box.x0 - b.box.x0), abs(a.box.x1 - b.box.x1), abs(a.box.cx - b.box.cx)) < 2


def _flush(a: Cell, b: Cell) -> bool:
    return abs(a.box.x0 - b.box.x0) < 2
