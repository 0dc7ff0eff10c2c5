"""Numbers that nothing real is said about: labels of only a unit, place, year or number, ticks of an axis, notes."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from ingest.figures.cells import Cell
from ingest.figures.units import is_unit_word
from ingest.numbers import QUANTITIES, read_number, read_numbers
from ingest.places import find_places, municipality_named

RUN_TOGETHER: Final = "ord og tal ved tallet er løbet sammen"
_GLUED: Final = re.compile(r"[0-9][^\W\d_]{4,}")
SCRAMBLED: Final = "ordene ved tallet står ikke i den rækkefølge, de skal læses i"
NO_NAME: Final = "teksten ved tallet (»{label}«) siger ikke, hvad tallet er"
_SMALL_WORDS: Final = re.compile(r"\b(?:pr|af|og|eller|på|for|til|med|der|er|var|ca|…)\b", re.IGNORECASE)
ONLY_UNIT: Final = "teksten ved tallet (»{label}«) er kun en enhed og siger ikke, hvad tallet er"
ONLY_PLACE: Final = "teksten ved tallet (»{label}«) er kun et sted og siger ikke, hvad tallet er"
ONLY_NUMBER: Final = "teksten ved tallet (»{label}«) er kun et tal eller et årstal og siger ikke, hvad tallet er"
OTHER_VALUE: Final = "teksten ved tallet (»{label}«) rummer selv et tal med samme enhed"
_RATE: Final = re.compile(r"[^\W\d_]{5,} pr\. [^\W\d_]{4,}")
""" "personer pr. bolig": what is counted by what says it all."""
_COUNTRY: Final = re.compile(r"(?:hele )?(?:landet|kommunen|danmark)|landsgennemsnit\w*|landsplan", re.IGNORECASE)
_YEARS: Final = re.compile(r"(?:før|efter|fra|til|siden) (?:19|20)[0-9]{2}(?: og \w+)?", re.IGNORECASE)
MIN_TICKS: Final = 4
MIN_RANKS: Final = 3


def runs_together(words: str) -> bool:
    """Whether a word stands glued to a number before it, as where the columns of a page were lost ("202458husstande")."""  # noqa: E501
    return bool(_GLUED.search(words))


def bare_doubt(label: str, group: str, unit: str) -> str | None:
    """Why a label says nothing; a place or year under a heading is named by the heading."""
    words = label.strip(" :.")
    if not words:
        return None
    if _SCRAMBLED.search(label) or is_amount(group):
        return SCRAMBLED
    named = re.search(r"[^\W\d_]{2,}", _SMALL_WORDS.sub("", words)) or (group and _CODE.fullmatch(words))
    if (not named and not read_number(words)) or words.casefold() == "kommune":
        return NO_NAME.format(label=label)
    if is_unit_word(re.sub(r"[ /.]+(?:pr)?$", "", words)) and not (words[:1].isupper() or _RATE.fullmatch(words)):
        return ONLY_UNIT.format(label=label)
    if not group and is_only_place(words):
        return ONLY_PLACE.format(label=label)
    if not group and _YEARS.fullmatch(words):
        return ONLY_NUMBER.format(label=label)
    number = read_number(words)
    if number is not None and not re.search(r"[^\W\d_]", words) and (not group or number.kind == "count"):
        return ONLY_NUMBER.format(label=label)
    if unit and any(
        n.unit.startswith(unit) and n.kind in QUANTITIES and n.kind != "duration" for n in read_numbers(label)
    ):
        return OTHER_VALUE.format(label=label)
    return None


def is_amount(words: str) -> bool:
    """Whether a heading is nothing but a number with its unit ("4.380 kr. pr."): then it is another's value."""
    return bool(re.fullmatch(r"[0-9.,]+ (?:pct\.|%|kr\.|mio\.|mia\.|ton\b|m²)(?: [^\W\d_.]+\.?)?", words))


_SCRAMBLED: Final = re.compile(r"[^\W\d_]{4,}(?<!inkl)(?<!ekskl)[.!?] [a-zæøå]")
""" "stod årets udgang. ved": words after a sentence's end that begin no sentence."""
_CODE: Final = re.compile(r"[A-Z](?: ?[-–/+] ?[A-Z])?\+?|[QK] ?[1-4]|[1-4]\. ?k(?:vt)?")
"""Classes and quarters that are named by a letter ("A", "E-G", "Q1") under a heading."""


_TIME_WORDS: Final = re.compile(
    r"\b(?:alle|er|tallene|data|gælder|pr|i|ultimo|primo|per|perioden|året|opgjort|tal|status|for|fra|til|og|seneste|regnskab|kvartal|"
    r"januar|februar|marts|april|maj|juni|juli|august|"
    r"september|oktober|november|december)\b|[\W\d_]",
    re.IGNORECASE,
)


def is_only_time(words: str) -> bool:
    """Whether the words only tell when ("pr. 1. januar 2025", "2020-2024")."""
    return bool(re.search(r"(?:19|20)[0-9]{2}", words)) and not _TIME_WORDS.sub("", words)


def is_only_place(words: str) -> bool:
    """Whether the words name a place and nothing else ("Hele landet", "Faxe Kommune")."""
    if _COUNTRY.fullmatch(words) or (words.isalpha() and words[:1].isupper() and municipality_named(words)):
        return True
    rest = re.sub(r"(?i)\s+(?:regions)?kommunes?$", "", words)
    if rest != words and municipality_named(words) is not None:
        return True
    return any(place.span == (0, len(rest)) for place in find_places(rest))


def axis_ticks(cells: Sequence[Cell]) -> list[Cell]:
    """Bare round numbers at even distances in a row or column that rise by one step from 0: the marks of an axis."""
    bare = [c for c in cells if c.is_value and c.number and re.fullmatch(r"[0-9.]+ ?%?", c.text)]
    found: list[Cell] = []
    for upright in (True, False):
        for line in _lines(bare, upright):
            if len(line) >= MIN_TICKS and _even(line, upright):
                found += line
    return found


def ranks(cells: Sequence[Cell]) -> list[Cell]:
    """Bare numbers that count 1, 2, 3 … down a column, each with a text right of it: they number a list."""
    bare = [c for c in cells if c.is_value and re.fullmatch(r"[1-9][0-9]?", c.text)]
    found: list[Cell] = []
    for line in _lines(bare, True):
        down = list(reversed(line))
        texts = [[c for c in cells if abs(c.box.cy - r.box.cy) < 0.5 * r.size and c.box.x0 > r.box.x1] for r in down]
        named = all(own and not any(c.is_value or c.is_unit for c in own) for own in texts)
        if len(down) >= MIN_RANKS and named and [c.text for c in down] == [str(i + 1) for i in range(len(down))]:
            found += down
    return found


def _lines(cells: Sequence[Cell], upright: bool) -> list[list[Cell]]:
    """Cells of one size under each other (right-aligned, left-aligned or centred), or on one base line."""
    lines: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: -c.box.cy if upright else c.box.cx):
        for line in reversed(lines) if cell.number and cell.number.value != "0" else ():
            a, b = line[-1].box, cell.box
            off = min(abs(a.x1 - b.x1), abs(a.cx - b.cx), abs(a.x0 - b.x0)) if upright else abs(a.y1 - b.y1)
            if abs(line[-1].size - cell.size) < 0.5 and off < 1.5:
                line.append(cell)
                break
        else:
            lines.append([cell])
    return lines


def _even(line: Sequence[Cell], upright: bool) -> bool:
    values = [Fraction(c.number.value) for c in line if c.number and re.fullmatch(r"[0-9.]+", c.number.value)]
    if len(values) != len(line) or values[0] != 0:
        return False
    places = [c.box.cy if upright else c.box.cx for c in line]
    steps = [abs(b - a) for a, b in pairwise(places)]
    return len({b - a for a, b in pairwise(values)}) == 1 and values[1] > 0 and max(steps) < 1.15 * min(steps)
