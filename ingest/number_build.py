"""Builders: the match of a number rule becomes a Number, or None when it is none after all."""

import re
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import Final

from ingest import number_words as words
from ingest.document import Span
from ingest.number import Kind, Number, as_text, exact

_COMPLETE: Final = re.compile(rf"(?<!\w){words.ONE_OF_MANY}[ \u00a0\n]+\Z", words.OPTIONS)


def reference(match: re.Match[str]) -> Number:
    return Number("reference", match.group().strip(), match.span(), match.span())


def designation(match: re.Match[str]) -> Number | None:
    # With a capital it begins a line or sentence: the "1." before it ended another ("i kvartal 1. Linje 2: ...").
    inside = match.group()[0].islower()
    if inside and _COMPLETE.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return reference(match)


def _iso(year: str | None, month: str | int, day: str | None) -> str:
    stem = f"{year or '-'}-{int(month):02d}"
    return f"{stem}-{int(day):02d}" if day else stem


def date(match: re.Match[str]) -> Number | None:
    group = match.groupdict()
    month = words.MONTHS[group["month"].rstrip(".").casefold()]
    days = [group["day"], group.get("last")]
    if any(day and not 1 <= int(day) <= 31 for day in days):
        return None
    first_month = words.MONTHS[group["month1"].rstrip(".").casefold()] if group.get("month1") else month
    value = _iso(group["year"], first_month, days[0])
    if days[1]:
        value += "/" + _iso(group["year"], month, days[1])
    return Number("date", value, match.span(), match.span())


def digit_date(match: re.Match[str]) -> Number | None:
    day, month, year = match.group("day"), match.group("month"), match.group("year")
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    if year and len(year) == 2:
        year = "20" + year
    return Number("date", _iso(year, month, day), match.span(), match.span())


def month(match: re.Match[str]) -> Number:
    month = words.MONTHS[match.group("month").rstrip(".").casefold()]
    return Number("date", _iso(match.group("year"), month, None), match.span(), match.span())


def time(match: re.Match[str]) -> Number:
    clock = re.findall(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?", match.group())
    value = "/".join(f"{int(hour):02d}:{minute or '00'}" for hour, minute in clock)
    return Number("time", value, match.span(), match.span())


def period(match: re.Match[str]) -> Number | None:
    first, last = match.group("first"), match.group("last")
    last = first[: 4 - len(last)] + last
    if int(first) >= int(last):
        return None
    return Number("period", f"{first}-{last}", match.span(), match.span())


def year(match: re.Match[str]) -> Number:
    return Number("year", match.group("year"), match.span(), match.span("year"))


def frequency(match: re.Match[str]) -> Number:
    return Number("frequency", match.group(), match.span(), match.span())


def _part(match: re.Match[str], name: str) -> Number:
    digits = match.group(name).casefold()
    value = "1" if digits in ("en", "et") else exact(digits)
    return Number("count", value, match.span(name), match.span(name))


def out_of(match: re.Match[str]) -> Number | None:
    part, whole = _part(match, "part"), _part(match, "whole")
    if "." in part.value + whole.value or whole.value == "0":
        return None
    digits = (part.span[0], whole.span[1])
    return Number(
        "ratio", f"{part.value}/{whole.value}", match.span(), digits, qualifier=_qualifier(match), parts=(part, whole)
    )


def every(match: re.Match[str]) -> Number:
    which = match.group("which").rstrip(".").casefold()
    nth = int(which) if which.isdigit() else words.ORDINALS[which]
    return Number("ratio", f"1/{nth}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def fraction_word(match: re.Match[str]) -> Number:
    count = (match.group("many") or "en").casefold()
    top = 1 if count in ("en", "et", "den", "én") else int(exact(count))
    bottom = words.FRACTION_WORDS[match.group("part").casefold()]
    return Number("ratio", f"{top}/{bottom}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def slash(match: re.Match[str]) -> Number | None:
    top, bottom = int(match.group("top")), int(match.group("bottom"))
    if not 0 < top < bottom or bottom > 100:
        return reference(match)
    return Number("ratio", f"{top}/{bottom}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def vulgar(match: re.Match[str]) -> Number:
    value = int(match.group("whole") or 0) + words.VULGAR[match.group("part")]
    kind, unit, span = _measure(match)
    exactly = str(value) if not match.group("whole") else as_text(Decimal(value.numerator) / Decimal(value.denominator))
    if kind == "count" and not match.group("whole"):
        kind = "ratio"
    return Number(kind, exactly, match.span(), match.span("digits"), unit, span, _qualifier(match))


def interval(match: re.Match[str]) -> Number | None:
    low, high = exact(match.group("low")), exact(match.group("high"))
    if Fraction(low) >= Fraction(high):
        return None
    _, unit, span = _measure(match)
    digits = (match.start("low"), match.end("high"))
    return Number("interval", f"{low}-{high}", match.span(), digits, unit, span, _qualifier(match))


def open_interval(match: re.Match[str]) -> Number:
    value = exact(match.group("bound"))
    _, unit, span = _measure(match)
    sign = match.group("sign") or "+"
    printed = f"{value}+" if sign == "+" else f"{sign}{value}"
    return Number("interval", printed, match.span(), match.span("digits"), unit, span)


def age(match: re.Match[str]) -> Number:
    return Number("age", exact(match.group("digits")), match.span(), match.span("digits"), "år")


def ordinal(match: re.Match[str]) -> Number:
    printed = match.group("which").rstrip(".").casefold()
    value = printed if printed.isdigit() else str(words.ORDINALS[printed])
    return Number("ordinal", value, match.span(), match.span())


def in_a_row(match: re.Match[str]) -> Number:
    printed = match.group("digits").rstrip(".").casefold()
    value = printed if printed.isdigit() else str(words.ORDINALS[printed])
    return Number("duration", value, match.span(), match.span("digits"), "år", match.span("unit"))


def quantity(match: re.Match[str]) -> Number | None:
    """A number with whatever scale and unit follow it (or "kr." before it)."""
    printed, sign, times = match.group("digits", "sign", "times")
    value = "1" if printed.casefold() in ("en", "et") else exact(printed)
    if times:
        factors = [words.MULTIPLIERS[word] for word in re.findall(r"\w+", times.casefold())]
        value = as_text(Decimal(value) * prod(factors))
    if sign:
        value = as_text(-Decimal(value))
    scale_word = match.group("scale")
    scale = words.SCALES[scale_word.rstrip(".").casefold()] if scale_word else 1
    kind, unit, unit_span = _measure(match)
    if scale > 1:
        short = "mio." if scale == 10**6 else "mia."
        unit = unit.removesuffix(" pr. år") if match.group("per_time") else unit
        unit = f"{short} {unit}".strip()
        begin = match.start("scale")
        unit_span = (begin, unit_span[1] if unit_span and unit_span[1] > begin else match.end("scale"))
    digits = (match.start("sign") if sign else match.start("digits"), match.end("times" if times else "digits"))
    return Number(kind, value, match.span(), digits, unit, unit_span, _qualifier(match), scale)


def odd(match: re.Match[str]) -> Number:
    printed = match.group("digits")
    reason = f"»{printed}« følger ikke dansk skrivemåde og kan ikke læses sikkert"
    return Number("count", printed, match.span(), match.span("digits"), doubt=reason, qualifier=_qualifier(match))


def spaced(match: re.Match[str]) -> Number:
    printed = match.group("digits")
    reason = f"»{printed}« kan være ét tal med mellemrum eller flere tal efter hinanden"
    kind, unit, span = _measure(match)
    return Number(kind, exact(printed), match.span(), match.span("digits"), unit, span, _qualifier(match), doubt=reason)


def _qualifier(match: re.Match[str]) -> str | None:
    qualifier = match["qualifier"]
    return " ".join(qualifier.casefold().split()) if qualifier else None


def _measure(match: re.Match[str]) -> tuple[Kind, str, Span | None]:
    """Kind, normalised unit and its span from the named groups of `_UNIT`."""
    group = match.groupdict()
    for name in ("percent", "points", "money"):
        if group[name] is not None:
            unit = {"percent": "‰" if group[name] == "‰" else "pct.", "points": "procentpoint"}.get(name, "kr.")
            if name == "money" and group[name].casefold() in ("euro", "eur", "€"):
                unit = "euro"
            return name, unit + _per(group), _unit_span(match, name)
    if group.get("before_money") is not None:
        return "money", "kr." + _per(group), match.span("before_money")
    for name, _ in words.MEASURES:
        if group[name] is not None:
            return name, _spelled(group[name]) + _per(group), _unit_span(match, name)  # type: ignore[return-value]
    return "count", "", None


def _unit_span(match: re.Match[str], name: str) -> Span:
    return (match.start(name), max(match.end(name), match.end("per"), match.end("per_time")))


def _per(group: dict[str, str | None]) -> str:
    """ " pr. m²", "/m²/år", " pr. måned" from what stands after the unit."""
    if not group["per"] and not group["per_time"]:
        return ""
    per = " ".join((group["per"] or "").split())
    per = re.sub(r"\b(kvm\.?|kvadratmeter|m2)", "m²", per).replace("per ", "pr. ").replace("md.", "måned")
    per = re.sub(r"\bpr\.?\s*", "pr. ", per)
    if per and not per.startswith("/"):
        per = " " + per
    time = (group["per_time"] or "").strip().casefold()
    times = {"om måneden": "måned", "månedligt": "måned", "om året": "år", "årligt": "år", "om dagen": "dag"}
    return per + (f" pr. {times.get(time, 'uge')}" if time else "")


def _spelled(unit: str) -> str:
    unit = " ".join(unit.split())
    unit = re.sub(r"^(?:kvm\.?|kvadratmeter|m2)$", "m²", unit, flags=re.IGNORECASE)
    unit = re.sub(r"(CO[2₂])[- ]?(?:ækvivalenter|ækv\.?)", r"\1-ækv.", unit)
    return {"km2": "km²", "m3": "m³", "hektar": "hektar", "tons": "ton", "kilometer": "km"}.get(unit, unit)
