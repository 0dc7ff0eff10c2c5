"""Questions that their numbers answer: "Hvor mange bor alment?" over 1.874 "borgere"; two at least in one print."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.bare import is_only_time
from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft, dated
from ingest.figures.tile_words import unit_and_rest
from ingest.figures.times import years_in
from ingest.figures.units import normal

MIN_ASKED: Final = 2
REACH: Final = 1.6
"""Of the number's size: from a question down to its number."""
UNDER: Final = 1.8
"""Of a line's size: from a number down to the small print under it."""
PART: Final = 130.0
"""Points under a question in which no second number stands."""


def asked_drafts(cells: Sequence[Cell]) -> list[Draft]:
    """Each number right under a question of its own, which names it; what stands beside or under it is its unit and time."""  # noqa: E501
    questions = [c for c in cells if c.text.rstrip().endswith("?") and c.text[:1].isupper() and c.lines <= 3]
    values = [c for c in cells if c.is_value]
    pairs = [(q, own[0]) for q in questions if len(own := [v for v in values if _asks(q, v, questions)]) == 1]
    pairs = [(q, v) for q, v in pairs if -0.5 * q.size < v.box.y0 - q.box.y1 < REACH * v.size and v.size > q.size]
    alike = [(q, v) for q, v in pairs if sum(_same_print(p, (q, v)) for p in pairs) >= MIN_ASKED]
    return [_draft(q, v, _around(q, v, cells, questions)) for q, v in alike]


def _asks(question: Cell, value: Cell, questions: Sequence[Cell]) -> bool:
    """Whether a value stands under a question, in its column, with no other question between."""
    over = [q for q in questions if 0 < value.box.cy - q.box.cy < PART and _in_column(q, value)]
    return bool(over) and max(over, key=lambda q: q.box.y1) is question


def _in_column(question: Cell, value: Cell) -> bool:
    return question.box.x0 - 6 < value.box.cx < question.box.x1 + 6 or abs(question.box.x0 - value.box.x0) < 6


def _same_print(one: tuple[Cell, Cell], two: tuple[Cell, Cell]) -> bool:
    return abs(one[0].size - two[0].size) < 0.3 and abs(one[1].size - two[1].size) < 0.5


def _around(question: Cell, value: Cell, cells: Sequence[Cell], questions: Sequence[Cell]) -> list[Cell]:
    """What stands right after a value on its line, or in lines flush under it."""
    rest = [c for c in cells if not (c is question or c.is_value or c.is_missing or any(c is q for q in questions))]
    beside = [c for c in rest if -1 < c.box.x0 - value.box.x1 < value.size and _level(c, value)]
    found, last = list(beside), union([value.box, *(c.box for c in beside)])
    for cell in sorted((c for c in rest if c not in beside), key=lambda c: c.box.y0):
        flush = abs(cell.box.x0 - value.box.x0) < 4 or abs(cell.box.cx - value.box.cx) < 4
        if flush and cell.size < value.size and -0.3 * value.size < cell.box.y0 - last.y1 < UNDER * cell.size:
            found.append(cell)
            last = Box(last.x0, last.y0, last.x1, cell.box.y1)
    return found


def _level(cell: Cell, value: Cell) -> bool:
    return value.box.y0 < cell.box.cy < value.box.y1 + 1


def _draft(question: Cell, value: Cell, around: Sequence[Cell]) -> Draft:
    times = [c for c in around if is_only_time(c.text)]
    rest = [c for c in around if c not in times]
    said = [*times, *rest]
    period = next((when for c in said if (when := years_in(c.text) or dated(c.text))), None)
    label = question.text.rstrip(" ?")
    draft = Draft(value, label, (question, *rest), context=tuple(times), period=period)
    if value.number is None or value.number.unit or not rest:
        return draft
    unit, _ = (normal(rest[0].text), "") if rest[0].is_unit else unit_and_rest(rest[0].text)
    return replace(draft, unit=unit, unit_cell=rest[0]) if unit else draft
