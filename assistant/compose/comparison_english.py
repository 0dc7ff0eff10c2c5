"""The sentence of a comparison in English; the quotes behind it stay as the documents have them."""

from assistant.compose.english import english_name, english_value
from assistant.figures import Card

COUNTRY = "Hele landet"
_OPENINGS = {"Ja. ": "Yes. ", "Nej. ": "Incorrect. "}


def english_verdict(
    opening: str, subject: tuple[str, str, int], other: tuple[str, str, int], card: Card, more: bool, end: str
) -> str:
    """Who has more or less; a side is its name, its value as printed and its marker; `end` the difference, or ""."""
    name, value, marker = subject
    against, other_value, other_marker = other
    is_amount = any(word in value for word in ("pct", "%", "procent", "kr"))
    relation = ("is higher" if more else "is lower") if is_amount else ("has more" if more else "has fewer")
    return (
        f"{_OPENINGS.get(opening, '')}{_name(name)} {relation}: **{english_value(value)}** [{marker}] against "
        f"**{english_value(other_value)}** {_place(against)} [{other_marker}]{end} ({english_name(card)})."
    )


def english_difference(difference: str, unit: str, *, more: bool) -> str:
    """ " – **201** million DKK more"."""
    said = "percentage points" if unit == "procentpoint" else english_value(unit) if "kr" in unit else ""
    word = ("more" if more else "less") if said else ("more" if more else "fewer")
    return f" – **{english_value(difference)}** {f'{said} ' if said else ''}{word}"


def _name(name: str) -> str:
    return "The whole country" if name == COUNTRY else name


def _place(name: str) -> str:
    if name == COUNTRY:
        return "in the whole country"
    return f"in {name}" if name[:1].isupper() else f"({name})"
