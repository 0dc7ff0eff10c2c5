"""What a value's label is when the text beside it only tells for whom or when: then the heading names it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.figures.bare import is_only_place
from ingest.figures.draft import Draft
from ingest.numbers import read_number

CLASS: Final = re.compile(
    r"(?:(?:opført|bygget|taget i brug) )?(?:før|efter|fra|til|siden|til og med) (?:19|20)[0-9]{2}"
    r"(?: (?:og|eller) \w+)?|(?:(?:opført|bygget) )?(?:19|20)[0-9]{2} (?:og|eller) "
    r"(?:senere|nyere|derefter|tidligere|før|ældre)|(?:19|20)[0-9]{2}\+",
    re.IGNORECASE,
)
"""A class of years that is no time ("Før 1950"): with it the years beside it are classes too."""
RANGE: Final = re.compile(r"(?:opført|bygget) (?:i )?(?:19|20)[0-9]{2} ?[-–] ?(?:19|20)[0-9]{2}", re.IGNORECASE)
BUILT: Final = re.compile(r"opført|opførelses|byggeår|årgang|\bbyg(?:get|gede|ges)\b", re.IGNORECASE)


def named_by_heading(draft: Draft) -> Draft:
    """A label that is only a place or a year becomes series or period, and the heading (or series) the label."""
    if not draft.label:
        return draft
    year = _year(draft.label)
    place = is_only_place(draft.label.strip(" :"))
    if not (year or place):
        return draft
    name = draft.series if draft.series and not _bare(draft.series) else draft.group
    if not name or _bare(name):
        return draft
    group = draft.group if name == draft.series else ""
    if year:
        series = "" if name == draft.series else draft.series
        unit = draft.unit.removesuffix(" pr. år") if number_of_one_year(year) else draft.unit
        return replace(draft, label=name, group=group, series=series, period=year, unit=unit)
    return replace(draft, label=name, group=group, series=draft.label)


def number_of_one_year(period: str) -> bool:
    """Whether a period is one year: over years "mio. kr. pr. år" is each year's own amount."""
    return period.isdigit()


def series_told(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, a heading that is only a place or a year taken as the series it is."""
    return [
        replace(d, group="", series=d.group)
        if d.group and not d.series and d.label != d.group and _bare(d.group)
        else d
        for d in drafts
    ]


def named(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with their labels settled; years are classes, not periods, where a sibling is a class without a year."""  # noqa: E501
    classes = {d.group for d in drafts if are_classes([d.label], d.group)}
    return [
        replace(d, classed=True)
        if RANGE.fullmatch(d.label) or (d.group in classes and (_year(d.label) or CLASS.fullmatch(d.label)))
        else named_by_heading(d)
        for d in drafts
    ]


def is_class(label: str) -> bool:
    """Whether a label is a class of years and no time ("Før 1950", "2000 og senere")."""
    return bool(CLASS.fullmatch(label))


def are_classes(labels: Sequence[str], heading: str) -> bool:
    """Whether years among labels are classes that are counted: one says "Før 1950", or the heading asks when built."""
    ranges = any((n := read_number(label)) is not None and n.kind == "period" for label in labels)
    return (ranges and bool(BUILT.search(heading))) or any(is_class(label) for label in labels)


def _year(words: str) -> str | None:
    number = read_number(words.strip(" :"))
    return number.value if number is not None and number.kind in ("year", "period") else None


def _bare(words: str) -> bool:
    return is_only_place(words.strip(" :")) or _year(words) is not None
