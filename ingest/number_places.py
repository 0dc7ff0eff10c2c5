"""Where numbers can stand: a rule whose matches hang on a numeral is tried there alone, not at every letter."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Match
from typing import Final

from ingest import number_words as words
from ingest.number_rules import BEFORE_DIGITS, QUANTITY, Rule

_LONGEST_BEFORE: Final = 32
_LONGEST_END: Final = max(len(end) for end in words.REFERENCE_ENDS + words.DESIGNATION_ENDS + words.STREET_ENDS)
_LABEL: Final = 2000
"""A text shorter than this is a label or a sentence of its own, no document."""
_DOCUMENTS: Final[deque[tuple[str, tuple[int, ...]]]] = deque(maxlen=3)
_ENDS: Final = (
    *{option.replace("\\", "").removesuffix("b").split()[-1] for option in words.QUALIFIERS[3:-1].split("|")},
    *("kr.", "dkk", "-", "−", "–"),
)
"""How the text right before digits ends where it holds a qualifier, a currency or a sign."""


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


def _of_document(text: str) -> tuple[int, ...]:
    """Known by identity: to compare an equal text of another reading takes long, each time."""
    for known, places in _DOCUMENTS:
        if known is text:
            return places
    places = _sought(text)
    _DOCUMENTS.appendleft((text, places))
    return places


def _sought(text: str) -> tuple[int, ...]:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return tuple(match.start() for match in words.NUMERAL.finditer(small))


def quantities(text: str, start: int, end: int, taken: Sequence[int]) -> Iterator[Match[str]]:
    """The matches of the rule for quantities where no other rule has taken the numeral; `taken` counts from `start`."""
    places = _numerals(text)
    reached = start
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        if place < reached or taken[place - start]:
            continue
        lead = max(reached, place - _LONGEST_BEFORE)
        before = BEFORE_DIGITS.search(text, lead, place) if _may_lead(text[lead:place]) else None
        match = QUANTITY.match(text, before.start() if before else place, end) or QUANTITY.match(text, place, end)
        if match:
            reached = match.end()
            yield match


def _may_lead(before: str) -> bool:
    return before.rstrip().lower().endswith(_ENDS)


def led(rule: Rule, text: str, start: int, end: int) -> Iterator[Match[str]]:
    """The matches of a rule for digits that certain words lead to ("afdeling 1001", "side 12")."""
    places = _numerals(text)
    reached = start
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        if place < reached or not text[place].isdecimal():
            continue
        at = place
        while at > reached and text[at - 1] in " \t\u00a0":
            at -= 1
        near = text[max(reached, at - _LONGEST_END) : at].lower()
        if (near[-2:] not in rule.last and near[-1:] not in rule.last) or not near.endswith(rule.ends):
            continue
        match = rule.pattern.search(text, max(reached, text.rfind(" ", reached, at) + 1), end)
        if match:
            reached = match.end()
            yield match
