"""The exact parts of a question: years, sizes, ages, places and documents."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.understand.query import Interval, Period
from ingest.document import Span
from ingest.places import find_places, municipality_named

_RANGE = re.compile(
    r"\b((?:19|20)\d\d)\s*(?:[-–—/]|til og med|til|og frem til|until|to)\s*((?:19|20)?\d\d)\b(?!\s*(?:pct|procent|%))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<!forskel )(?<!forskellen )(?<!sammenligning )\bmellem\s+((?:19|20)\d\d)\s+og\s+((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
""" "Mellem 2021 og 2023" is a range; the difference between two years has two sides."""
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d]|[.,]\d)")
_SIZE_UNIT = r"(?:m2|m²|kvm\.?|kvadratmeter\w*|kvadratmetre)"
_METRES = r"(\d{1,3}(?:\.\d{3})+|\d+)"
_SIZES = (
    (re.compile(rf"(?<![\d.,]){_METRES}\s*(?:[-–]|til|og)\s*{_METRES}\s*{_SIZE_UNIT}", re.IGNORECASE), "between"),
    (re.compile(rf"(?:under|mindre end|<|højst|op til|max|maks\w*)\s*{_METRES}\s*{_SIZE_UNIT}", re.I), "under"),
    (re.compile(rf"(?:over|mere end|større end|>|mindst|fra)\s*{_METRES}\s*{_SIZE_UNIT}", re.IGNORECASE), "over"),
    (re.compile(rf"(?<![\d.,]){_METRES}\s*{_SIZE_UNIT}(?: eller (?:mere|derover|større))", re.IGNORECASE), "over"),
    (re.compile(rf"(?<![\d.,]){_METRES}\s*{_SIZE_UNIT}", re.IGNORECASE), "exact"),
)
_AGES = (
    (
        re.compile(
            r"(?<!børn og )\bunge under ([2-9]\d)\b(?!\s*(?:m2|m²|kvm|kvadrat|pct|procent|%))(?: år)?", re.IGNORECASE
        ),
        "young",
    ),
    (re.compile(r"\b(\d{1,3})\s*(?:[-–]|til|og)\s*(\d{1,3})[\s-]*år", re.IGNORECASE), "between"),
    (re.compile(r"mellem (\d{1,3})(?: år)? og (\d{1,3})(?: år)?", re.IGNORECASE), "between"),
    (
        re.compile(
            r"(?:\balder\w*|\bunge\b|\bbørn\b|\bvoksne\b|\bseniorer\b)(?:(?!\b(?:eller|og|end|mod)\b)\D){0,20}?\b(\d{1,2})\s*(?:[-–]|til)\s*(\d{1,2})\b"
            r"(?!\s*(?:[.,]?\d|m2|m²|kvm|kvadrat|pct|procent|%|kr))",
            re.IGNORECASE,
        ),
        "between",
    ),
    (
        re.compile(
            r"(?:under|yngre end)(?: de)? (\d{1,3})(?![.,]?\d)(?![\d.,]*\s*(?:m2|m²|kvm|kvadrat|pct|procent|%|kr|mio|mia))(?: år)?",  # noqa: E501
            re.IGNORECASE,
        ),
        "under",
    ),
    (
        re.compile(
            r"(?:fyldt|rundet|er mindst|(?<!\bi )mindst|fra)\s*(\d{1,3})(?![.,]?\d)(?![\d.,]*\s*(?:m2|m²|kvm|kvadrat|pct|procent|%|kr|mio|mia))(?: år)?",  # noqa: E501
            re.IGNORECASE,
        ),
        "atleast",
    ),
    (
        re.compile(
            r"\b(\d{1,3})\s*(?:år)?\s*(?:eller (?:mere|derover|ældre|over)|og (?:derover|opefter|ældre|over)|\+)",
            re.IGNORECASE,
        ),
        "atleast",
    ),
    (
        re.compile(
            r"(?:over|ældre end)(?: de)? (\d{1,3})(?![.,]?\d)(?![\d.,]*\s*(?:m2|m²|kvm|kvadrat|pct|procent|%|kr|mio|mia|boliger))(?: år)?\b",  # noqa: E501
            re.IGNORECASE,
        ),
        "over",
    ),
)
_GROWN = 18.0
"""Children are no "unge under 30"."""
_CHILDREN = re.compile(r"\b(?:børn(?:ene)?|boern|barn|mindreårige|children|kids)\b", re.IGNORECASE)
_SENIORS = re.compile(
    r"\b(?:seniorer(?:ne)?|pensionister(?:ne)?|ældre (?:beboere|borgere|mennesker|personer)|seniors)\b", re.IGNORECASE
)
_YOUTH = re.compile(r"\bunge (?:beboere|mennesker|voksne|mellem)?\b", re.IGNORECASE)
_HERE = re.compile(
    r"\b(?:hos os|vores (?:egen )?(?:kommune|by|borgere)|vor kommune|min (?:egen )?kommune|i kommunen|her i (?:kommunen|byen)|our municipality|my municipality)\b",  # noqa: E501
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    r"\b(?:hele landet|landsplan|landet over|landet som helhed|landet under ét|landsgennemsnit\w*|i danmark|danmarks?|i landet|nationalt|på landsbasis|hele danmark|landets)\b",  # noqa: E501
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A slot's value and where it stands in the question."""

    value: object
    span: Span


def find_periods(question: str) -> tuple[tuple[Period, Span], ...]:
    """Years and ranges, in order: "2024-2026", "2022-24", "fra 2020 til 2024", "2019"."""
    found: list[tuple[Period, Span]] = []
    for match in (*_RANGE.finditer(question), *_BETWEEN.finditer(question)):
        start, tail = int(match[1]), match[2]
        end = int(tail) if len(tail) == 4 else int(match[1][:2] + tail)
        if start <= end <= start + 60:
            found.append((Period(start, end, match[0]), match.span()))
    for match in _YEAR.finditer(question):
        if not any(a <= match.start() < b for _, (a, b) in found):
            found.append((Period(int(match[1]), int(match[1]), match[0]), match.span()))
    return tuple(sorted(found, key=lambda item: item[1]))


def find_size(question: str) -> tuple[Interval, Span] | None:
    """A dwelling's size in m²."""
    for pattern, how in _SIZES:
        if match := pattern.search(question):
            low = _metres(match[1])
            interval = {
                "between": lambda m, n=low: Interval(n, _metres(m[2]), m[0]),
                "under": lambda m, n=low: Interval(0, n - 0.5, m[0]),
                "over": lambda m, n=low: Interval(n + 0.5, None, m[0]),
                "exact": lambda m, n=low: Interval(n, n, m[0]),
            }[how](match)
            return interval, match.span()
    return None


def _metres(number: str) -> float:
    return float(number.replace(".", ""))


def find_age(question: str) -> tuple[Interval, Span] | None:
    """An age group: "under 18", "fyldt 65", "over 30", "18-29 år", "børn"."""
    if re.search(r"\bfamili|\benlige\b|\bpar (?:med|uden)\b", question, re.IGNORECASE):
        return None
    for pattern, how in _AGES:
        for match in pattern.finditer(question):
            if _YEAR.match(match[1]) or re.match(
                r"\s*(?:måneder|uger|gange|medlemmer|stemmer)", question[match.end() :]
            ):
                continue
            number = float(match[1])
            if how == "between":
                return Interval(number, float(match[2]), match[0]), match.span()
            if how == "young":
                return Interval(_GROWN, number - 1, match[0]), match.span()
            if how == "under":
                return Interval(0, number - 1, match[0]), match.span()
            low = number + (1 if how == "over" else 0)
            return Interval(low, None, match[0]), match.span()
    for pattern, low, high in ((_CHILDREN, 0.0, 17.0), (_SENIORS, 65.0, None)):
        if word := pattern.search(question):
            return Interval(low, high, word[0]), word.span()
    return None


def find_all(finder: Callable[[str], tuple[Interval, Span] | None], question: str) -> tuple[tuple[Interval, Span], ...]:
    """Every size or every age of a question, in the order they stand."""
    found: list[tuple[Interval, Span]] = []
    while len(found) < _MOST_INTERVALS and (one := finder(question)):
        found.append(one)
        start, end = one[1]
        question = f"{question[:start]}{'·' * (end - start)}{question[end:]}"
    return tuple(sorted(found, key=lambda item: item[1]))


_MOST_INTERVALS = 8


def find_municipalities(question: str) -> tuple[tuple[str, Span], ...]:
    """Municipalities the question is about; a part of town ("Aalborg Øst") is a name, not a municipality."""
    found: list[tuple[str, Span]] = []
    for mention in find_places(question):
        if mention.kind == "municipality":
            found.append((mention.name, mention.span))
    for match in _PEOPLE_OF.finditer(question):
        if name := municipality_named(match[1]):
            found.append((name, match.span()))
    return tuple(found)


_PEOPLE_OF = re.compile(r"\b([A-Za-zÆØÅæøå]{4,}?)(?:ensere|enserne|enser|enseres|borgere|borgerne)\b")
_NAMED_AFTER = re.compile(r"\b(?P<who>[A-Za-zÆØÅæøå]{5,}er)(?P<ending>e|ne|en)?\b", re.IGNORECASE)
_AFTER_TOWN = ("borger", "enser", "nser", "ianer", "aner", "er")
"""How a town's name is made into its people: "herningensere", "kalundborgenserne", "aarhusianere"."""


def townspeople(question: str) -> str:
    """The question with people named after their town as what they are: "borgere i Herning"."""

    def said(found: re.Match[str]) -> str:
        who = found["who"].lower()
        towns = (municipality_named(who.removesuffix(after)) for after in _AFTER_TOWN if who.endswith(after))
        town = next(filter(None, towns), None)
        return f"borger{found['ending'] or ''} i {town}" if town else found[0]

    return _NAMED_AFTER.sub(said, question)


def is_here(question: str) -> bool:
    """Whether "our own municipality" is meant."""
    return bool(_HERE.search(question))


def is_country(question: str) -> bool:
    """Whether the whole country is meant."""
    return country_at(question) is not None


def country_at(question: str) -> int | None:
    """Where a question speaks of the whole country, or None."""
    found = _COUNTRY.search(question)
    return found.start() if found else None
