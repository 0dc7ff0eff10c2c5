"""A last look at headings: a value that stands under one it was not read with, which tells another unit or time, is uncertain."""  # noqa: E501

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.cells import Box, Cell, union
from ingest.figures.draft import Draft, dated, told_period
from ingest.figures.parts import own_heading
from ingest.figures.section_sides import ALIGNED
from ingest.figures.sections import Section
from ingest.figures.times import years_in
from ingest.figures.units import unit_in

OTHER_HEADING: Final = "overskriften »{heading}« står over tallet og kan gælde for det"
NAME_OF_OTHER: Final = "overskriften »{heading}« er betegnelsen for et andet tal"
OTHER_PART: Final = "mellem teksten og tallet begynder en anden del, »{heading}«"
NEAR: Final = 90.0
"""Points between values that may be of one chart or row."""
REACH: Final = 220.0
"""Points from a heading down to what it may stand over."""


def doubted_by_headings(
    drafts: Sequence[Draft], found: Sequence[Section], strong: set[int], areas: Sequence[Box]
) -> list[Draft]:
    """The drafts, those uncertain over which a heading stands that tells a unit or time they do not have; a heading in an area drawn around values tells nothing outside it."""  # noqa: E501
    values = [d.value.box for d in drafts]
    names = {id(c) for d in drafts for c in d.words}
    telling = {id(s) for s in found if _unit(s) or _time(s)}
    cards = [a for a in areas if any(a.holds(v) for v in values)]
    homes = [[c for c in cards if c.holds(s.heading.box)] for s in found]
    checked = []
    for draft in drafts:
        seen = [s for s, home in zip(found, homes, strict=True) if all(c.holds(draft.value.box) for c in home)]
        told = [s for s in seen if id(s) in telling]
        reason = draft.reason or _not_its_own(draft, names, seen, strong) or _doubt(draft, drafts, told, seen)
        checked.append(replace(draft, reason=reason))
    return checked


def _not_its_own(draft: Draft, names: set[int], found: Sequence[Section], strong: set[int]) -> str | None:
    """Why a heading or a name is another's: it names another number, or another part begins between name and number."""
    own = own_heading(draft)
    other = own is not None and id(own) in names and not any(own is c for c in draft.words)
    if own is not None and (other or (id(own) not in strong and _alike(own, draft) and not _names_part(own, draft))):
        return NAME_OF_OTHER.format(heading=own.text)
    left = [c for c in draft.words if c.box.x1 < draft.value.box.x0 and abs(c.box.cy - draft.value.box.cy) < c.size]
    over = _over(draft.value.box, found) if left else None
    if over is None or any(over.heading is c for c in (*draft.context, *draft.heads)):
        return None
    if own is not None and own.box.y0 > over.heading.box.y1:
        return None  # its own is nearer
    edge = over.heading.box.x0
    parted = all(c.box.x1 < edge - 2 for c in left) and edge - ALIGNED < draft.value.box.x0
    beside = any(abs(s.heading.box.y1 - over.heading.box.y1) < 3 and s.heading.box.x1 < edge for s in found)
    return OTHER_PART.format(heading=over.heading.text) if parted and beside else None


def _names_part(heading: Cell, draft: Draft) -> bool:
    """Whether a heading stands between a table's column heads and its rows: then it names a part of the table."""
    return bool(draft.heads) and all(h.box.y1 <= heading.box.y0 + 2 for h in draft.heads)


def _alike(heading: Cell, draft: Draft) -> bool:
    """Whether a heading is set as the name under it is, and on the same line upright: then it is a name too."""
    names = [c for c in draft.words[:1] if c.text.isupper() or not heading.text.isupper()]
    return any(abs(heading.size - c.size) < 0.2 and abs(heading.box.x0 - c.box.x0) < 1 for c in names)


def _doubt(draft: Draft, drafts: Sequence[Draft], telling: Sequence[Section], found: Sequence[Section]) -> str | None:
    own_heads = [s.heading for s in found if any(s.heading is c for c in draft.context)]
    over = _over(draft.value.box if own_heads else _around(draft, drafts), found)
    under = next((s for s in telling if s.heading is own_heading(draft)), None)
    unit = draft.unit or (draft.value.number.unit if draft.value.number else "")
    if under is not None and _unit(under) and not unit and _counts(draft):
        return OTHER_HEADING.format(heading=under.heading.text)
    if over is None or not any(over is s for s in telling) or any(over.heading is h for h in own_heads):
        return None
    if any(h.box.y1 >= over.heading.box.y0 for h in own_heads) or _ended(over.heading, draft, drafts):
        return None  # its own is nearer
    time, own = _time(over), told_period(draft)
    lacks = bool(_unit(over)) and not unit
    other = bool(time) and time != own and not (draft.period or years_in(draft.label) or years_in(draft.series))
    return OTHER_HEADING.format(heading=over.heading.text) if lacks or other else None


def _ended(heading: Cell, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether numbers of another part stand between those of a heading and a value under them."""
    own = [d.value.box for d in drafts if any(heading is c for c in d.context)]
    end = max((b.y1 for b in own), default=float("inf"))
    others = [d.value.box for d in drafts if d is not draft and not any(heading is c for c in d.context)]
    return any(end < b.y0 and b.y1 < draft.value.box.y0 for b in others)


def _counts(draft: Draft) -> bool:
    """Whether a value is a bare number, and no fraction or date."""
    return draft.value.number is not None and draft.value.number.kind == "count" and not draft.value.number.parts


def _over(box: Box, found: Sequence[Section]) -> Section | None:
    """The nearest heading whose words stand over a box."""
    over = [
        s
        for s in found
        if 0 <= box.y0 - s.heading.box.y1 + 2 < REACH
        and s.heading.box.x0 - ALIGNED < box.x1
        and s.heading.box.x1 + ALIGNED > box.x0
    ]
    return max(over, key=lambda s: s.heading.box.y1, default=None)


def _around(draft: Draft, drafts: Sequence[Draft]) -> Box:
    """The box of the values of a chart or row that has no heading, where a value stands in one."""
    alike = [d.value.box for d in drafts if d.group == draft.group and d.charted is draft.charted]
    near = [b for b in alike if b.distance(draft.value.box) < NEAR]
    return union([draft.value.box, *near]) if draft.charted else draft.value.box


def _unit(section: Section) -> str:
    return next((u for c in _cells(section) if (u := unit_in(c.text))), "")


def _time(section: Section) -> str | None:
    return next((t for c in _cells(section) if (t := years_in(c.text) or dated(c.text))), None)


def _cells(section: Section) -> tuple[Cell, ...]:
    return (section.heading, *section.notes)
