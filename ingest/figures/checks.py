"""Figures that cannot all be true: a part larger than its whole, shares of one whole that pass 100 percent."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ingest.document import Figure
from ingest.figures.units import is_measure

PART_TOO_LARGE: Final = "tallet er større end »{label}«, som det skulle være en del af ({whole})"
SHARES_TOO_LARGE: Final = "andelene i »{group}« giver tilsammen {total} pct."
SAME_NAME: Final = "flere tal på siden har betegnelsen »{label}«, og det kan ikke ses, hvad der skiller dem"
OVER_HUNDRED: Final = "en andel kan ikke være over 100 pct."
_WHOLE: Final = re.compile(r"(?:i alt|samlet|total|alle|(?P<noun>\w+) (?:i alt|total|samlet))", re.IGNORECASE)
_OF_A_WHOLE: Final = re.compile(r"\bfordelt\b|\bfordeling\b|\balder\b|\btyper?\b", re.IGNORECASE)
_MEAN: Final = re.compile(r"\bpr\. |\bgns\b|gennemsnit|\bm²$", re.IGNORECASE)
"""A mean may well be larger in a part than in the whole."""
ROUNDING: Final = 3
"""Whole percents may miss 100 by this much and still be right."""


def checked(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those that contradict their neighbours marked uncertain."""
    reasons: dict[int, str] = {}
    tables: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        if figure.group and figure.certain:
            tables[figure.page, figure.group, figure.period, figure.municipality, _measured(figure.unit)].append(i)
        if figure.unit == "pct." and _share_over_hundred(figure):
            reasons[i] = OVER_HUNDRED
    for members in tables.values():
        reasons.update(_contradictions(figures, members))
    reasons |= _same_names(figures)
    return [
        replace(figure, certain=False, reason=reasons[i]) if i in reasons and figure.certain else figure
        for i, figure in enumerate(figures)
    ]


def _measured(unit: str) -> str:
    """What is only compared with its own kind: shares, money, energy; all that is counted is one kind."""
    return unit if is_measure(unit) else ""


def _same_names(figures: Sequence[Figure]) -> dict[int, str]:
    """Figures of one page that say the same of different values: what tells them apart was not read."""
    named: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        if figure.certain:
            key = (figure.page, figure.label, figure.group, figure.unit, figure.period, figure.municipality)
            named[key].append(i)
    twice = [m for m in named.values() if len({figures[i].value for i in m}) > 1]
    return {i: SAME_NAME.format(label=figures[i].label) for members in twice for i in members}


def _contradictions(figures: Sequence[Figure], members: Sequence[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    wholes = {i: match for i in members if (match := _WHOLE.fullmatch(figures[i].label))}
    parts = [i for i in members if i not in wholes]
    for whole, match in wholes.items():
        noun = (match["noun"] or "").casefold()
        for part in parts:
            if (
                len(parts) > 1
                and figures[part].unit != "pct."
                and not _MEAN.search(f"{figures[part].unit} {figures[part].group}")
                and figures[part].label.casefold().endswith(noun)
                and figures[part].number > figures[whole].number
            ):
                found[part] = PART_TOO_LARGE.format(label=figures[whole].label, whole=figures[whole].value)
                found[whole] = PART_TOO_LARGE.format(label=figures[whole].label, whole=figures[whole].value)
    group = figures[members[0]].group or ""
    labels = {figures[i].label for i in parts}
    if figures[members[0]].unit == "pct." and len(parts) > 2 and len(labels) == len(parts) and _splits(group):
        total = sum((figures[i].number for i in parts), Fraction(0))
        if total > 100 + ROUNDING:
            found |= {i: SHARES_TOO_LARGE.format(group=group, total=_printed(total)) for i in parts}
    return found


def _splits(group: str) -> bool:
    """Whether a heading divides one whole; a series within a chart (" · ") is a cut across several."""
    return " · " not in group and bool(_OF_A_WHOLE.search(group))


def _share_over_hundred(figure: Figure) -> bool:
    said = re.search(
        r"\budgør\b|\bandel|^af\b|\baf (?:alle|de|boligmassen|beboerne)\b",
        f"{figure.label} {figure.group or ''}",
        re.IGNORECASE,
    )
    return bool(said) and not re.search(r"[^0-9.]", figure.value) and figure.number > 100


def _printed(total: Fraction) -> str:
    return f"{float(total):g}".replace(".", ",")
