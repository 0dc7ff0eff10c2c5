"""Numbers as Danish readers write them."""

import re
from fractions import Fraction

from ingest.document import Figure


def danish(number: Fraction) -> str:
    """ "6.355", "2,4", "12,33"; at most two decimals, rounded half up."""
    sign = "-" if number < 0 else ""
    hundredths = int(abs(number) * 100 + Fraction(1, 2))
    whole, rest = divmod(hundredths, 100)
    grouped = f"{whole:,}".replace(",", ".")
    decimals = f"{rest:02d}".rstrip("0")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def exact(figure: Figure) -> Fraction | None:
    """The figure's value, or None when it is no number."""
    try:
        return figure.number
    except (ValueError, ZeroDivisionError):
        return None


_ORDINALS = ("halv", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende")
_PARTS = {word: n for n, word in enumerate(_ORDINALS, start=2)}
_HOW_MANY = {"en": 1, "én": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5}
_PART = re.compile(
    rf"\b(?:(?P<n>{'|'.join(_HOW_MANY)}) )?(?P<d>{'|'.join(_ORDINALS)})dele?n?\b|\bhver (?P<o>{'|'.join(_ORDINALS)})\b",
    re.IGNORECASE,
)


def parts_said(text: str) -> tuple[tuple[Fraction, int], ...]:
    """Parts of a whole in words, with where they stand: "en tredjedel", "to femtedele", "hver fjerde", "halvdelen"."""
    found = []
    for match in _PART.finditer(text):
        parts = _PARTS[(match["d"] or match["o"]).lower()]
        found.append((Fraction(_HOW_MANY[(match["n"] or "en").lower()], parts), match.start()))
    return tuple(found)


_MILLIONS = {"mio": 1, "mill": 1, "mia": 1000, "milliard": 1000}


_NOUNS = (
    re.compile(r"mennesk|person|beboer|borger|dansker|indbygger|lejer", re.IGNORECASE),
    re.compile(r"bolig|lejlighed|lejemål|hjem", re.IGNORECASE),
)
"""Units that count the same, each under several names."""


def _same_noun(a: str, b: str) -> bool:
    """Whether two units may be of the same things: people and people, not people and votes."""
    if not a.strip() or not b.strip() or re.search(r"kr|pct|procent|%", f"{a} {b}"):
        return True
    return any(noun.search(a) and noun.search(b) for noun in _NOUNS)


def in_common_unit(a: Figure, b: Figure) -> tuple[Fraction, Fraction, str] | None:
    """Both values in one unit, or None when they cannot be compared."""
    left, right = exact(a), exact(b)
    if left is None or right is None:
        return None
    if a.unit == b.unit:
        return left, right, a.unit
    if not _same_noun(a.unit, b.unit):
        return None
    scales = [next((s for word, s in _MILLIONS.items() if word in f.unit.lower()), None) for f in (a, b)]
    if scales[0] and scales[1]:
        return left * scales[0], right * scales[1], "mio. kr."
    shares = [("pct" in f.unit or "%" in f.unit or "procent" in f.unit) for f in (a, b)]
    money = ["kr" in f.unit.lower() for f in (a, b)]
    if shares[0] != shares[1] or money[0] != money[1] or scales[0] != scales[1]:
        return None
    return left, right, a.unit
