"""Bare numbers under one heading that make 100, where a note of the same part speaks of shares: they are percent."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ingest.figures.cells import Cell, union
from ingest.figures.draft import Draft
from ingest.figures.units import unit_in

ROUNDING = 1
NEAR = 30.0
"""Points from the numbers to their note."""


def shares_of_a_whole(drafts: Sequence[Draft], cells: Sequence[Cell]) -> list[Draft]:
    """The drafts, those of such a part in percent."""
    parts: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        parts[draft.group].append(draft)
    given: dict[int, Cell] = {}
    for group, members in parts.items():
        note = _note(members, cells) if group and _make_a_whole(members) else None
        if note is not None:
            given |= {id(d): note for d in members}
    return [replace(d, unit="pct.", context=(*d.context, given[id(d)])) if id(d) in given else d for d in drafts]


def _make_a_whole(members: Sequence[Draft]) -> bool:
    numbers = [d.value.number for d in members]
    plain = all(n and not n.unit and n.kind == "count" and not n.parts for n in numbers)
    bare = plain and not any(d.unit for d in members)
    total = sum((Fraction(n.value) for n in numbers if n), Fraction(0)) if bare else Fraction(0)
    return bare and len(members) > 2 and abs(total - 100) <= ROUNDING


def _note(members: Sequence[Draft], cells: Sequence[Cell]) -> Cell | None:
    area = union(d.value.box for d in members)
    near = [c for c in cells if not c.is_value and c.box.distance(area) < NEAR and unit_in(c.text) == "pct."]
    return near[0] if len(near) == 1 else None
