"""Last looks at a page's figures: a unit or a name that nothing has taken and that stands nearer than what was taken makes a value uncertain."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.cells import Cell, ends_sentence
from ingest.figures.draft import Draft
from ingest.figures.units import is_unit_word, normal

OTHER_UNIT: Final = "ved tallet står enheden »{unit}«, som det ikke sikkert hører sammen med"
OTHER_NAME: Final = "teksten »{name}« står nærmere tallet end den, det er læst sammen med"
NEAR_NAME: Final = 2.2
"""Font sizes from a value to a text that may be its name."""
NEAR_UNIT: Final = 2.0
"""Font sizes from a value to a unit that stands alone."""


def guarded(drafts: Sequence[Draft], cells: Sequence[Cell]) -> list[Draft]:
    """The drafts, those uncertain beside which something stands that no draft has taken."""
    taken = {id(c) for d in drafts for c in (d.value, *d.words, *d.context, *d.heads)}
    taken |= {id(d.unit_cell) for d in drafts if d.unit_cell is not None}
    free = [c for c in cells if id(c) not in taken and not c.is_value and not c.is_missing]
    units = [c for c in free if c.is_unit or (is_unit_word(c.text) and c.text[:1].islower())]
    texts = [c for c in free if c not in units and not ends_sentence(c.text) and c.lines <= 3]
    texts = [c for c in texts if c.text.casefold() not in ("enhed", "enheder")]  # the head of a column of units
    values = [d.value for d in drafts]
    drafts = [_with_unit_beside(d, units, values) for d in drafts]
    given = {id(d.unit_cell) for d in drafts}
    units = [u for u in units if id(u) not in given]
    return [d if d.reason else replace(d, reason=_doubt(d, units, texts, values)) for d in drafts]


def _with_unit_beside(draft: Draft, units: Sequence[Cell], values: Sequence[Cell]) -> Draft:
    """The draft with the unit that stands right after its value on its line, where it has none: 862 "udlejninger"."""
    value = draft.value
    if draft.unit or value.number is None or value.number.unit or value.number.parts or value.number.kind != "count":
        return draft
    after = [u for u in units if is_right_after(u, value) and _is_nearest(value, u, values)]
    return replace(draft, unit=normal(after[0].text), unit_cell=after[0]) if len(after) == 1 else draft


def is_right_after(unit: Cell, value: Cell) -> bool:
    """Whether a unit of no larger print stands a word's space right of a value, level with it."""
    near = -1 < unit.box.x0 - value.box.x1 < 0.7 * value.size and value.box.y0 < unit.box.cy < value.box.y1 + 1
    return near and unit.size < 1.1 * value.size


def _doubt(draft: Draft, units: Sequence[Cell], texts: Sequence[Cell], values: Sequence[Cell]) -> str | None:
    value = draft.value
    own = draft.unit or (value.number.unit if value.number else "")
    for unit in units:
        near = value.box.distance(unit.box) < NEAR_UNIT * unit.size
        if near and normal(unit.text) != own and _is_nearest(value, unit, values):
            return OTHER_UNIT.format(unit=unit.text)
    mine = min((value.box.distance(c.box) for c in draft.words), default=None)
    if mine is None:
        return None
    size = max(c.size for c in draft.words)
    for text in texts:
        if (
            text.size < 1.15 * size
            and value.box.distance(text.box) < min(0.7 * mine - 1, NEAR_NAME * text.size)
            and _is_nearest(value, text, values)
        ):
            return OTHER_NAME.format(name=text.text)
    return None


def _is_nearest(value: Cell, other: Cell, values: Sequence[Cell]) -> bool:
    return min(values, key=lambda v: v.box.distance(other.box)) is value
