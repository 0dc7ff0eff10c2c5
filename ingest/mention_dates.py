"""Dates as Danish documents write them, and the venue a sentence names."""

import re
from functools import lru_cache

from ingest.document import Span
from ingest.places import find_places

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAY = r"(?:[0-2]?\d|3[01])\."
_CLOCK = r"(?:\s*,?\s*kl\.\s*\d{1,2}(?:[.:]\d\d)?(?:\s*[-–]\s*(?:kl\. )?\d{1,2}(?:[.:]\d\d)?)?)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
DATE = re.compile(
    rf"(?<![\d.,])(?:{_DAY}\s*(?:(?:[-–]|og|til)?\s*{_DAY}\s*)?(?:{MONTHS})\b(?:\s+{_YEAR})?{_CLOCK}?"
    rf"|\b(?:primo |medio |ultimo )?(?:{MONTHS})\s+{_YEAR}"
    rf"|\b(?:primo|medio|ultimo|(?:slutningen|begyndelsen) af) (?:{MONTHS})\b"
    rf"|\b(?:foråret|sommeren|efteråret|vinteren)\s+{_YEAR}|\b{_YEAR}\s*[-–]\s*{_YEAR}|\b{_YEAR})",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(_YEAR)
_MONTH_NAMES = tuple(MONTHS.split("|"))
"""A year or a month: what every date has one of, and much cheaper to look for."""
_PROPER = r"[A-ZÆØÅ][\w'’.]*\w"
_VENUE = re.compile(rf"\b(?:på|i|ved|hos)\s+(?P<venue>{_PROPER}(?:\s+{_PROPER})*(?:\s+i\s+{_PROPER})?)")


@lru_cache(maxsize=16)
def dates_in(text: str, span: Span) -> tuple[Span, ...]:
    """The dates within a span, most exact form each, in order."""
    if not _ANY_YEAR.search(text, *span):
        small = text[span[0] : span[1]].lower()
        if not any(month in small for month in _MONTH_NAMES):
            return ()
    return tuple(match.span() for match in DATE.finditer(text, *span))


def exactness(date: str) -> int:
    """3 for a day, 2 for a month or season, 1 for a year or period."""
    if re.search(rf"{_DAY}\s*(?:{MONTHS})", date, re.IGNORECASE):
        return 3
    return 2 if re.search(rf"{MONTHS}|året|sommeren|vinteren", date, re.IGNORECASE) else 1


@lru_cache(maxsize=16)
def venue_in(sentence: str) -> str | None:
    """Where a sentence says that something is: a venue with its town, a venue, or a place."""
    places = [place for place in find_places(sentence) if place.kind != "country"]
    if not places:
        return None
    venues = [
        m for m in _VENUE.finditer(sentence) if any(m.start() <= p.span[0] and p.span[1] <= m.end() for p in places)
    ]
    for match in sorted(venues, key=lambda m: -len(m["venue"])):
        return re.sub(r"\s+", " ", match["venue"]).strip(" .,")
    return places[0].name
