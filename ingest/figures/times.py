"""When a number in a sentence holds: the year, period or date that the sentence gives it."""

import re
from functools import lru_cache
from typing import Final

from ingest.document import Span
from ingest.numbers import Number, read_numbers

TIMES: Final = frozenset({"year", "period", "date", "time", "reference", "ordinal", "age", "frequency", "interval"})
_OTHER_TIME: Final = re.compile(
    r"(?:\b(?:siden|end i|basisåret|i forhold til|sammenlignet med|frem til|end)|[”\"’])\s*$", re.IGNORECASE
)
_OTHER_ACT: Final = re.compile(
    r"\s*(?:[\w’'-]+\s+){1,3}(?:og|samt|men)\s+\w+(?:et|ede|te|t)\s+(?:af|i|på|til|med|for|ved|hos)\b"
)
""" "11 kredse og vedtaget i december 2025": the year is of what is said after "og"."""
_RELATIVE: Final = re.compile(
    r"\båret (?:før|forinden|inden)\b|\bforrige år\b|\bsidste år\b|\bbasisåret\b", re.IGNORECASE
)


def own_period(text: str, sentence: Span, numbers: tuple[Number, ...], at: int) -> str | None:
    """The year, period or date that the sentence gives this number; None when it gives none or it belongs to another."""  # noqa: E501
    number = numbers[at]
    times = [n for n in numbers if _tells_year(n) and not _OTHER_TIME.search(text[sentence[0] : n.span[0]])]
    if not times:
        return None
    quantities = [n for n in numbers if n.kind not in TIMES]
    until = min((q.span[0] for q in quantities if q.span[0] >= number.span[1]), default=sentence[1])
    behind = text[number.span[1] : until]
    own = [t for t in times if number.span[1] <= t.span[0] < until]
    if own and not re.search(r"[,;]", text[number.span[1] : own[0].span[0]]) and not _OTHER_ACT.match(behind):
        return spoken(own[0])
    if _RELATIVE.search(behind) or (own and _OTHER_ACT.match(behind)):
        return None
    for time in reversed([t for t in times if t.span[1] <= number.span[0]]):
        between = text[time.span[1] : number.span[0]]
        opening = len(text[sentence[0] : time.span[0]].split()) <= 3
        if opening or not re.search(r",(?!\s+(?:hvor|da|som er|og)\b)|;|\)|\sog\s", between):
            return spoken(time)
    following = [t for t in times if t.span[0] >= number.span[1]]
    shared = text[number.span[1] : following[0].span[0]] if following else ""
    joined = re.search(r"\b(?:og|,)\b", shared) and not re.search(r",\s+og\b", shared)
    return spoken(following[0]) if following and joined and len(shared) < 60 else None


def _tells_year(number: Number) -> bool:
    return number.kind in ("year", "period") or (number.kind == "date" and number.value[0] != "-")


def spoken(time: Number) -> str:
    """The year or period: "2024", "2022-2024"; of a date its year."""
    return time.value if time.kind in ("year", "period") else time.value[:4]


@lru_cache(maxsize=256)
def years_in(words: str) -> str | None:
    """The one year or period a heading names, or None."""
    found = [n for n in read_numbers(words) if n.kind in ("period", "year")]
    found = [n for n in found if not re.search(r"\b(?:siden|end i|før|efter)\s*$", words[: n.span[0]], re.IGNORECASE)]
    return found[0].value if len({n.value for n in found}) == 1 else None
