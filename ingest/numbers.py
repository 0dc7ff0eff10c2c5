"""Danish numbers in text, typed, exact and with their place: "knap 11 pct." → percent 11, qualifier "knap"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ingest import number_words as words
from ingest.number import QUANTITIES, Kind, Number, exact
from ingest.number_build import quantity
from ingest.number_rules import BEFORE_DIGITS, QUANTITY, RULES

__all__ = [
    "LONGEST",
    "QUANTITIES",
    "Kind",
    "Number",
    "exact",
    "may_hold_number",
    "read_number",
    "read_numbers",
    "uses_dots",
]

LONGEST: Final = 60
"""No number has more characters with its qualifier and unit; a longer text is a sentence."""
_LONGEST_BEFORE: Final = 32
_LABEL: Final = 2000
"""A text shorter than this is a label or a sentence of its own, no document."""
_SHAPE: Final = str.maketrans("123456789", "000000000")
"""The shape of a text is its small letters with every digit as 0: much cheaper to look into than to try a rule."""


def read_numbers(
    text: str, start: int = 0, end: int | None = None, *, grouped: bool | None = None
) -> tuple[Number, ...]:
    """Every number in text[start:end], in order and without overlap; `grouped`: the document writes "71.900" with a dot."""  # noqa: E501
    end = len(text) if end is None else end
    if not may_hold_number(text, start, end):
        return ()
    dotted = uses_dots(text) if grouped is None else grouped
    found: list[Number] = []
    taken = bytearray(end - start)
    shape = text[start:end].lower().translate(_SHAPE)
    for rule, build, needs in RULES:
        for need in needs:
            if need in shape:
                break
        else:
            continue
        for match in _quantities(text, start, end) if build is quantity else rule.finditer(text, start, end):
            here = slice(match.start() - start, match.end() - start)
            if any(taken[here]):
                continue
            number = build(match)
            if number is None:
                continue
            taken[here] = b"\x01" * (match.end() - match.start())
            found.append(_doubted(number, text, dotted))
    return tuple(sorted(found, key=lambda number: number.span))


def may_hold_number(text: str, start: int, end: int) -> bool:
    """Whether any number can stand there: much cheaper than reading them."""
    places = _numerals(text)
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _numerals(text: str) -> tuple[int, ...]:
    """Where digits and number words begin, sought once for a whole text."""
    return _of_label(text) if len(text) < _LABEL else _of_document(text)


@lru_cache(maxsize=256)
def _of_label(text: str) -> tuple[int, ...]:
    return _sought(text)


@lru_cache(maxsize=2)
def _of_document(text: str) -> tuple[int, ...]:
    """Kept apart from labels, of which there are so many that a document's own would be forgotten each time."""
    return _sought(text)


def _sought(text: str) -> tuple[int, ...]:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return tuple(match.start() for match in words.NUMERAL.finditer(small))


def _quantities(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of the last but one rule, tried only where a numeral stands: it would else be tried at every letter."""  # noqa: E501
    places = _numerals(text)
    reached = start
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        if place < reached:
            continue
        before = BEFORE_DIGITS.search(text, max(reached, place - _LONGEST_BEFORE), place)
        match = QUANTITY.match(text, before.start() if before else place, end) or QUANTITY.match(text, place, end)
        if match:
            reached = match.end()
            yield match


@lru_cache(maxsize=2)
def uses_dots(text: str) -> bool:
    """Whether the text groups thousands with a dot anywhere; then five bare digits are suspect."""
    return bool(re.search(r"(?<![\w.,])[0-9]{1,3}\.[0-9]{3}(?![\w.]?[0-9])", text))


@lru_cache(maxsize=1024)
def read_number(text: str) -> Number | None:
    """The one number that a short text such as a table cell consists of, or None."""
    if len(text.strip()) > LONGEST:
        return None
    numbers = read_numbers(text, grouped=False)
    whole = [number for number in numbers if number.span == (len(text) - len(text.lstrip()), len(text.rstrip()))]
    return whole[0] if whole else None


def _doubted(number: Number, text: str, dotted: bool) -> Number:
    """Marks digits that are hardly one Danish number."""
    if number.kind not in QUANTITIES or number.doubt or number.parts:
        return number
    digits = text[number.digits[0] : number.digits[1]]
    whole = digits.split(",")[0]
    if whole.isdigit() and len(whole) >= 4:
        number = replace(number, ungrouped=True)
    if whole.isdigit() and len(whole) >= 5 and dotted and int(whole) % 1000:
        return replace(number, doubt=f"»{digits}« står uden punktum og kan være flere tal, der er løbet sammen")
    if whole.isdigit() and len(whole) > 1 and whole[0] == "0":
        return replace(number, doubt=f"»{digits}« begynder med nul og er næppe ét tal")
    if number.kind == "count" and re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", digits) and number.scale == 1:
        return replace(number, doubt=f"»{digits}« kan være et decimaltal eller et helt tal med komma for punktum")
    return number
