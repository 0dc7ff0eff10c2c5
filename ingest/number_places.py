"""Where numbers can stand: a rule whose matches hang on a numeral is tried there alone, not at every letter."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Match
from typing import Final, NamedTuple

from ingest import number_words as words
from ingest.number_rules import BEFORE_DIGITS, QUANTITY, RULES, Rule

_LONGEST_BEFORE: Final = 32
_LONGEST_END: Final = max(len(end) for end in words.REFERENCE_ENDS + words.DESIGNATION_ENDS + words.STREET_ENDS)
_LABEL: Final = 2000
"""A text shorter than this is a label or a sentence of its own, no document."""
_LED: Final = tuple({rule.ends: rule.last for rule in RULES if rule.ends}.items())


class _Numerals(NamedTuple):
    """Where digits and number words begin in a text, and by the ends of a rule those digits that such words may lead to."""  # noqa: E501

    places: tuple[int, ...]
    led: dict[tuple[str, ...], list[int]]


_DOCUMENTS: Final[deque[tuple[str, _Numerals]]] = deque(maxlen=3)
_ENDS: Final = (
    *{option.replace("\\", "").removesuffix("b").split()[-1] for option in words.QUALIFIERS[3:-1].split("|")},
    *("kr.", "dkk", "-", "−", "–"),
)
"""How the text right before digits ends where it holds a qualifier, a currency or a sign."""


def may_hold_number(text: str, start: int, end: int) -> bool:
    """Whether any number can stand there: much cheaper than reading them."""
    places = _numerals(text).places
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _numerals(text: str) -> _Numerals:
    """The numerals of a text, sought once for the whole of it."""
    return _of_label(text) if len(text) < _LABEL else _of_document(text)


@lru_cache(maxsize=256)
def _of_label(text: str) -> _Numerals:
    return _sought(text)


def _of_document(text: str) -> _Numerals:
    """Known by identity: to compare an equal text of another reading takes long, each time."""
    for known, numerals in _DOCUMENTS:
        if known is text:
            return numerals
    numerals = _sought(text)
    _DOCUMENTS.appendleft((text, numerals))
    return numerals


def _sought(text: str) -> _Numerals:
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    places = tuple(match.start() for match in words.NUMERAL.finditer(small))
    led: dict[tuple[str, ...], list[int]] = {ends: [] for ends, _ in _LED}
    for place in places:
        if text[place].isdecimal():
            at = _words_end(text, 0, place)
            near = text[max(0, at - _LONGEST_END) : at].lower()
            for ends, last in _LED:
                if (near[-2:] in last or near[-1:] in last) and near.endswith(ends):
                    led[ends].append(place)
    return _Numerals(places, led)


def _words_end(text: str, reached: int, place: int) -> int:
    """Where the words before some digits end, over blanks, no farther back than `reached`."""
    while place > reached and text[place - 1] in " \t\u00a0":
        place -= 1
    return place


def quantities(text: str, start: int, end: int, taken: Sequence[int]) -> Iterator[Match[str]]:
    """The matches of the rule for quantities where no other rule has taken the numeral; `taken` counts from `start`."""
    places = _numerals(text).places
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
    places = _numerals(text).led[rule.ends]
    reached = start
    for place in places[bisect_left(places, start) : bisect_left(places, end)]:
        if place < reached:
            continue
        at = _words_end(text, reached, place)
        if not text[max(reached, at - _LONGEST_END) : at].lower().endswith(rule.ends):
            continue  # Part of the word belongs to what is before it.
        match = rule.pattern.search(text, max(reached, text.rfind(" ", reached, at) + 1), end)
        if match:
            reached = match.end()
            yield match
