"""Danish numbers in text, typed, exact and with their place: "knap 11 pct." → percent 11, qualifier "knap"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ingest.number import QUANTITIES, Kind, Number, exact
from ingest.number_build import quantity
from ingest.number_places import led, may_hold_number, quantities
from ingest.number_rules import ANY_YEAR, HOLDS_YEAR, RULES, Rule

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
    shape = _shape(text[max(0, start - 2) : end])  # A rule may look at the two before.
    if ANY_YEAR.search(text, start, end):
        shape += HOLDS_YEAR
    for rule in _rules_for(shape):
        matches: Iterable[re.Match[str]]
        if rule.build is quantity:
            matches = quantities(text, start, end, taken)
        else:
            matches = led(rule, text, start, end) if rule.ends else rule.pattern.finditer(text, start, end)
        for match in matches:
            here = slice(match.start() - start, match.end() - start)
            if any(taken[here]):
                continue
            number = rule.build(match)
            if number is None:
                continue
            taken[here] = b"\x01" * (match.end() - match.start())
            found.append(_doubted(number, text, dotted))
    return tuple(sorted(found, key=lambda number: number.span))


def _shape(text: str) -> str:
    """The small letters with every digit as 0: much cheaper to look into than to try a rule."""
    small = text.lower()
    for digit in "123456789":  # Faster than to translate all letters.
        small = small.replace(digit, "0")
    return small


@lru_cache(maxsize=1024)
def _rules_for(shape: str) -> tuple[Rule, ...]:
    """The rules that can match in a text of this shape; lines of one form, as in tables, have one."""
    found: list[Rule] = []
    for rule in RULES:
        for need in rule.needs:  # Labels differ all the time: a generator would take twice as long.
            if need in shape:
                found.append(rule)
                break
    return tuple(found)


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
