"""A page's words as cells: what stands together on a sheet, with its box. Coordinates in, no Danish here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ingest.document import Shape, Span, WordBox
from ingest.figures.counted import FUNCTION_WORDS, VERBS
from ingest.figures.units import is_measure
from ingest.numbers import QUANTITIES, Number

MISSING: Final = frozenset(
    {"–", "—", "-", "..", "...", "…", "•", "·", "n/a", "n.a.", "na", "i.a.", "i.o.", "i/o", ":", "x"}
)
"""What stands in a table where there is no value."""
_MISSING_WORDS: Final = re.compile(
    r"\(?(?:[a-zæøå]\.[a-zæøå]\.?|(?:ikke|ej) (?:oplyst|opgjort|målt|tilgængelig\w*|relevant)|\.\.)\)?"
)
""" "i.t.", "u.o.", "ikke opgjort": letters and words for it, small ones; in a capital they may name a class."""


SLACK: Final = 2.0
"""Points that a box may reach out of one that holds it."""


class Box(NamedTuple):
    """A sheet's geometry makes and compares thousands: a tuple is made three times as fast as a frozen dataclass."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def holds(self, other: "Box", slack: float = SLACK) -> bool:
        """Whether the other box lies inside this one."""
        return (
            self.x0 - slack <= other.x0
            and self.x1 + slack >= other.x1
            and self.y0 - slack <= other.y0
            and self.y1 + slack >= other.y1
        )

    def gap(self, other: "Box") -> tuple[float, float]:
        """Horizontal and vertical distance; 0 where they overlap."""
        return (
            max(0.0, other.x0 - self.x1, self.x0 - other.x1),
            max(0.0, other.y0 - self.y1, self.y0 - other.y1),
        )

    def distance(self, other: "Box") -> float:
        """Distance between the nearest edges."""
        dx, dy = self.gap(other)
        return float((dx * dx + dy * dy) ** 0.5)


def first_around(areas: Sequence[Box], box: Box) -> int | None:
    """Which of the areas is the first to hold a box: asked for every word of a page, most of them far from it."""
    x0, y0 = box[:2]
    for i, area in enumerate(areas):
        if area[0] - SLACK <= x0 and area[1] - SLACK <= y0 and area.holds(box):
            return i
    return None


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all."""
    every = list(boxes)
    return Box(min(b.x0 for b in every), min(b.y0 for b in every), max(b.x1 for b in every), max(b.y1 for b in every))


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together: one line, or the lines of one label."""

    box: Box
    text: str
    spans: tuple[Span, ...]
    size: float
    lines: int = 1
    number: Number | None = None
    """The one number the cell consists of; its spans count from the start of `text`."""
    note: bool = False
    """Whether it is the small line under a heading that says how its part is measured."""

    is_value: bool = field(init=False, compare=False, repr=False)
    is_missing: bool = field(init=False, compare=False, repr=False)
    is_unit: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Every rule asks for these, of every cell of its page: they are worked out once.
        number = self.number
        value = number is not None and number.kind in QUANTITIES and not self._is_band
        object.__setattr__(self, "is_value", value)
        object.__setattr__(self, "is_missing", is_gap(self.text))
        object.__setattr__(self, "is_unit", is_measure(self.text))

    @property
    def _is_band(self) -> bool:
        """ "Under 50 m²", "Over 65 år": a class that values are counted in, no value."""
        return self.may_be_band and self.text[:1].isupper()

    @property
    def may_be_band(self) -> bool:
        """ "under 50 m²": a class where a value stands beside it, else perhaps a value."""
        number = self.number
        return (
            number is not None
            and number.kind in ("area", "duration")
            and number.qualifier in ("under", "over", "mindst", "højst", "op til")
        )


def is_gap(words: str) -> bool:
    """Whether the words stand for a value that is not there."""
    return words.casefold() in MISSING or bool(_MISSING_WORDS.fullmatch(words))


_SHORT: Final = re.compile(r"\b(?:pct|kr|mio|mia|md|pr|stk|inkl|ekskl|mv|m\.m|m\.v)\.$", re.IGNORECASE)
"""A unit or a word written short, whose point ends no sentence."""


def ends_sentence(words: str) -> bool:
    """Whether a text ends as a sentence does, and not with a unit ("Husleje i kr.")."""
    words = words.rstrip()
    return words[-1:] in ".!?" and not _SHORT.search(words)


def asserts(words: str) -> bool:
    """Whether a text is a whole sentence that says something; a question may well be a heading."""
    return ends_sentence(words) and words.rstrip()[-1:] != "?"


def goes_on(words: str) -> bool:
    """Whether a text goes on with a sentence ("er gennemsnitsalderen", "af boligerne er almene"): it heads nothing."""
    first = words.split(" ", 1)[0]
    return first.islower() and (first in FUNCTION_WORDS or first in VERBS)


def box_of(area: WordBox | Shape) -> Box:
    return Box(area.x0, area.y0, area.x1, area.y1)
