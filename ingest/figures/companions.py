"""Small print that compares: "Hele landet: 105 kWh pr. m²" under a tile tells its number for another place or year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.figures.bare import is_only_place
from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft
from ingest.numbers import read_number

REACH = 60.0
"""Points from a compared number to the tile it belongs to."""
BEFORE = re.compile(r"(?:sidste|forrige) år|året (?:før|forinden)|i fjor", re.IGNORECASE)
"""Another time than the tile's, not named by its year."""
UNSURE = "det fremgår ikke sikkert, hvilket tal der sammenlignes med"


@dataclass(frozen=True, slots=True)
class Companion:
    """The place or year that is compared with, and its number on the same line."""

    name: Cell
    value: Cell

    @property
    def box(self) -> Box:
        return union([self.name.box, self.value.box])


def companions(cells: Sequence[Cell], areas: Sequence[Box]) -> list[Companion]:
    """Pairs of a place or year and a number beside it that stand alone, smaller than the number they are compared with."""  # noqa: E501
    values = [c for c in cells if c.is_value]
    pairs = []
    for name in cells:
        if name.lines != 1 or not names_other(name.text):
            continue
        beside = [v for v in values if abs(v.box.y1 - name.box.y1) < 2 and -1 < v.box.x0 - name.box.x1 < 0.8 * v.size]
        if beside:
            pairs.append(Companion(name, beside[0]))
    bigger = [p for p in pairs if any(v.size > 1.3 * p.value.size and v.box.distance(p.box) < REACH for v in values)]
    return [p for p in bigger if _in_tile(p, values, areas) or not any(o is not p and _listed(p, o) for o in pairs)]


def _in_tile(pair: Companion, values: Sequence[Cell], areas: Sequence[Box]) -> bool:
    """Whether a pair stands in an area with one larger number."""
    homes = [a for a in areas if a.holds(pair.box)]
    home = min(homes, key=lambda a: a.width * a.height, default=None)
    return home is not None and sum(v.size > 1.3 * pair.value.size and home.holds(v.box) for v in values) == 1


def companion_drafts(pairs: Sequence[Companion], drafts: Sequence[Draft], areas: Sequence[Box]) -> list[Draft]:
    """Each compared number with the label of the tile it stands in or under."""
    found = []
    for pair in pairs:
        home = min((a for a in areas if a.holds(pair.box)), key=lambda a: a.width * a.height, default=None)
        near = [d for d in drafts if d.value.size > 1.3 * pair.value.size and (home is None or home.holds(d.value.box))]
        near.sort(key=lambda d: _distance(d, pair))
        near = [d for d in near if home is not None or _distance(d, pair) < REACH]
        if not near:
            found.append(Draft(pair.value, "", reason=UNSURE))
            continue
        told, words = near[0], pair.name.text.rstrip(" :")
        year = read_number(words)
        before = bool(BEFORE.fullmatch(words))
        unsure = len(near) > 1 and _distance(near[1], pair) < 1.5 * _distance(told, pair) + 2
        own = bool(pair.value.number and pair.value.number.unit)
        found.append(
            Draft(
                pair.value,
                told.label,
                told.words,
                "" if own else told.unit,
                None if own else told.unit_cell,
                told.group,
                "" if year else words,
                (*(c for c in told.context), pair.name),
                year.value if year else None if before else told.period,
                told.reason or (UNSURE if unsure or before else None),
                (pair.name,),
            )
        )
    return found


def names_other(words: str) -> bool:
    """Whether the words are only a place, or a year with a colon."""
    bare = words.rstrip(" :")
    year = read_number(bare)
    return (
        is_only_place(bare)
        or bool(BEFORE.fullmatch(bare))
        or (words.endswith(":") and year is not None and year.kind in ("year", "period"))
    )


def _listed(pair: Companion, other: Companion) -> bool:
    """Whether two pairs are lines of one list."""
    aligned = abs(pair.name.box.x0 - other.name.box.x0) < 2 and abs(pair.value.size - other.value.size) < 0.5
    return aligned and abs(pair.box.cy - other.box.cy) < 3 * pair.value.size


def _distance(draft: Draft, pair: Companion) -> float:
    boxes = [draft.value.box, *(c.box for c in draft.words)]
    aligned = abs(draft.value.box.x0 - pair.box.x0) < 3 or abs(draft.value.box.cx - pair.box.cx) < 3
    return min(b.distance(pair.box) for b in boxes) * (1 if aligned else 2)
