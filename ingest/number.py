"""What a number in a text is once it is read: its kind, exact value, unit, and where it stands."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from ingest import number_words as words
from ingest.document import Span

Kind: TypeAlias = Literal[
    "count",
    "percent",
    "points",
    "money",
    "area",
    "volume",
    "mass",
    "energy",
    "length",
    "duration",
    "age",
    "ratio",
    "year",
    "period",
    "date",
    "time",
    "interval",
    "ordinal",
    "frequency",
    "reference",
]
QUANTITIES: Final[frozenset[Kind]] = frozenset(
    {"count", "percent", "points", "money", "area", "volume", "mass", "energy", "length", "duration", "ratio"}
)
"""The kinds that can be a key figure; the others tell when, which or where."""


LONGEST_PLAIN: Final = 15
"""Bare digits up to this many need no exact arithmetic."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as printed.

    `value` is exact and unscaled: "3372", "0.5", "2/3", "2022-2024", "2022-06-16/2022-06-19", "12:00", "51-60".
    `unit` is normalised ("mio. kr.", "pct.", "m²"); `scale` is 1, 10**6 or 10**9 and stands in `unit` too.
    """

    kind: Kind
    value: str
    span: Span
    """Of the whole expression: qualifier, digits and unit."""
    digits: Span
    """Of the value alone."""
    unit: str = ""
    unit_span: Span | None = None
    qualifier: str | None = None
    scale: int = 1
    doubt: str | None = None
    """Danish: why the digits may not be this number."""
    parts: tuple["Number", ...] = ()
    """The two counts of "118 ud af 183"."""
    ungrouped: bool = False
    """Four digits or more without a thousands dot."""

    @property
    def amount(self) -> Fraction:
        """The exact scaled value: "2,4 mia." → 2400000000. Raises ValueError for dates, intervals and the like."""
        return Fraction(self.value) * self.scale


def exact(printed: str) -> str:
    """The value of printed digits or a number word: "1.086" → "1086", "12,5" → "12.5", "fem" → "5". Raises ValueError."""  # noqa: E501
    if len(printed) <= LONGEST_PLAIN and printed.isascii() and printed.isdigit():
        return str(int(printed))
    word = printed.casefold()
    if word in words.CARDINALS:
        return str(words.CARDINALS[word])
    plain = re.sub(r"[.\u00a0\u202f\u2009 ](?=[0-9]{3})", "", printed).replace(",", ".")
    try:
        value = Decimal(plain)
    except ArithmeticError as error:
        raise ValueError(f"{printed!r} is no number") from error
    return as_text(value)


def as_text(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
