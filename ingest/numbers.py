"""Danish numbers in text, typed, exact and with their place: "knap 11 pct." → percent 11, qualifier "knap"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from ingest import number_words as words
from ingest.document import Span
from ingest.number_words import DASH, FREE, GAP, MONTH, NUMBER, SCALE, YEAR

Kind: TypeAlias = Literal[
    "count",
    "percent",
    "points",
    "money",
    "area",
    "volume",
    "mass",
    "energy",
    "length",
    "duration",
    "age",
    "ratio",
    "year",
    "period",
    "date",
    "time",
    "interval",
    "ordinal",
    "frequency",
    "reference",
]
QUANTITIES: Final[frozenset[Kind]] = frozenset(
    {"count", "percent", "points", "money", "area", "volume", "mass", "energy", "length", "duration", "ratio"}
)
"""The kinds that can be a key figure; the others tell when, which or where."""


_LONGEST: Final = 60
"""No number has more characters with its qualifier and unit; a longer text is a sentence."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number as printed.

    `value` is exact and unscaled: "3372", "0.5", "2/3", "2022-2024", "2022-06-16/2022-06-19", "12:00", "51-60".
    `unit` is normalised ("mio. kr.", "pct.", "m²"); `scale` is 1, 10**6 or 10**9 and stands in `unit` too.
    """

    kind: Kind
    value: str
    span: Span
    """Of the whole expression: qualifier, digits and unit."""
    digits: Span
    """Of the value alone."""
    unit: str = ""
    unit_span: Span | None = None
    qualifier: str | None = None
    scale: int = 1
    doubt: str | None = None
    """Danish: why the digits may not be this number."""
    parts: tuple["Number", ...] = ()
    """The two counts of "118 ud af 183"."""
    ungrouped: bool = False
    """Four digits or more without a thousands dot."""

    @property
    def amount(self) -> Fraction:
        """The exact scaled value: "2,4 mia." → 2400000000. Raises ValueError for dates, intervals and the like."""
        return Fraction(self.value) * self.scale


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
    for rule, build, needs in _RULES:
        for need in needs:
            if need in shape:
                break
        else:
            continue
        for match in _quantities(text, start, end) if build is _quantity else rule.finditer(text, start, end):
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
        before = _BEFORE_DIGITS.search(text, max(reached, place - _LONGEST_BEFORE), place)
        match = _QUANTITY.match(text, before.start() if before else place, end) or _QUANTITY.match(text, place, end)
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
    if len(text.strip()) > _LONGEST:
        return None
    numbers = read_numbers(text, grouped=False)
    whole = [number for number in numbers if number.span == (len(text) - len(text.lstrip()), len(text.rstrip()))]
    return whole[0] if whole else None


def exact(printed: str) -> str:
    """The value of printed digits or a number word: "1.086" → "1086", "12,5" → "12.5", "fem" → "5". Raises ValueError."""  # noqa: E501
    word = printed.casefold()
    if word in words.CARDINALS:
        return str(words.CARDINALS[word])
    plain = re.sub(r"[.\u00a0\u202f\u2009 ](?=[0-9]{3})", "", printed).replace(",", ".")
    try:
        value = Decimal(plain)
    except ArithmeticError as error:
        raise ValueError(f"{printed!r} is no number") from error
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


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


# --- builders: a match becomes a Number, or None when it is none after all ---


def _reference(match: re.Match[str]) -> Number:
    return Number("reference", match.group().strip(), match.span(), match.span())


def _designation(match: re.Match[str]) -> Number | None:
    # With a capital it begins a line or sentence: the "1." before it ended another ("i kvartal 1. Linje 2: ...").
    inside = match.group()[0].islower()
    if inside and _COMPLETE.search(match.string, max(0, match.start() - 20), match.start()):
        return None
    return _reference(match)


def _iso(year: str | None, month: str | int, day: str | None) -> str:
    stem = f"{year or '-'}-{int(month):02d}"
    return f"{stem}-{int(day):02d}" if day else stem


def _date(match: re.Match[str]) -> Number | None:
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


def _digit_date(match: re.Match[str]) -> Number | None:
    day, month, year = match.group("day"), match.group("month"), match.group("year")
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    if year and len(year) == 2:
        year = "20" + year
    return Number("date", _iso(year, month, day), match.span(), match.span())


def _month(match: re.Match[str]) -> Number:
    month = words.MONTHS[match.group("month").rstrip(".").casefold()]
    return Number("date", _iso(match.group("year"), month, None), match.span(), match.span())


def _time(match: re.Match[str]) -> Number:
    clock = re.findall(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?", match.group())
    value = "/".join(f"{int(hour):02d}:{minute or '00'}" for hour, minute in clock)
    return Number("time", value, match.span(), match.span())


def _period(match: re.Match[str]) -> Number | None:
    first, last = match.group("first"), match.group("last")
    last = first[: 4 - len(last)] + last
    if int(first) >= int(last):
        return None
    return Number("period", f"{first}-{last}", match.span(), match.span())


def _year(match: re.Match[str]) -> Number:
    return Number("year", match.group("year"), match.span(), match.span("year"))


def _frequency(match: re.Match[str]) -> Number:
    return Number("frequency", match.group(), match.span(), match.span())


def _part(match: re.Match[str], name: str) -> Number:
    digits = match.group(name).casefold()
    value = "1" if digits in ("en", "et") else exact(digits)
    return Number("count", value, match.span(name), match.span(name))


def _out_of(match: re.Match[str]) -> Number | None:
    part, whole = _part(match, "part"), _part(match, "whole")
    if "." in part.value + whole.value or whole.value == "0":
        return None
    digits = (part.span[0], whole.span[1])
    return Number(
        "ratio", f"{part.value}/{whole.value}", match.span(), digits, qualifier=_qualifier(match), parts=(part, whole)
    )


def _every(match: re.Match[str]) -> Number:
    which = match.group("which").rstrip(".").casefold()
    nth = int(which) if which.isdigit() else words.ORDINALS[which]
    return Number("ratio", f"1/{nth}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def _fraction_word(match: re.Match[str]) -> Number:
    count = (match.group("many") or "en").casefold()
    top = 1 if count in ("en", "et", "den", "én") else int(exact(count))
    bottom = words.FRACTION_WORDS[match.group("part").casefold()]
    return Number("ratio", f"{top}/{bottom}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def _slash(match: re.Match[str]) -> Number | None:
    top, bottom = int(match.group("top")), int(match.group("bottom"))
    if not 0 < top < bottom or bottom > 100:
        return _reference(match)
    return Number("ratio", f"{top}/{bottom}", match.span(), match.span("digits"), qualifier=_qualifier(match))


def _vulgar(match: re.Match[str]) -> Number:
    value = int(match.group("whole") or 0) + words.VULGAR[match.group("part")]
    kind, unit, span = _measure(match)
    exactly = str(value) if not match.group("whole") else _plain(Decimal(value.numerator) / Decimal(value.denominator))
    if kind == "count" and not match.group("whole"):
        kind = "ratio"
    return Number(kind, exactly, match.span(), match.span("digits"), unit, span, _qualifier(match))


def _interval(match: re.Match[str]) -> Number | None:
    low, high = exact(match.group("low")), exact(match.group("high"))
    if Fraction(low) >= Fraction(high):
        return None
    _, unit, span = _measure(match)
    digits = (match.start("low"), match.end("high"))
    return Number("interval", f"{low}-{high}", match.span(), digits, unit, span, _qualifier(match))


def _open_interval(match: re.Match[str]) -> Number:
    value = exact(match.group("bound"))
    _, unit, span = _measure(match)
    sign = match.group("sign") or "+"
    printed = f"{value}+" if sign == "+" else f"{sign}{value}"
    return Number("interval", printed, match.span(), match.span("digits"), unit, span)


def _age(match: re.Match[str]) -> Number:
    return Number("age", exact(match.group("digits")), match.span(), match.span("digits"), "år")


def _ordinal(match: re.Match[str]) -> Number:
    printed = match.group("which").rstrip(".").casefold()
    value = printed if printed.isdigit() else str(words.ORDINALS[printed])
    return Number("ordinal", value, match.span(), match.span())


def _in_a_row(match: re.Match[str]) -> Number:
    printed = match.group("digits").rstrip(".").casefold()
    value = printed if printed.isdigit() else str(words.ORDINALS[printed])
    return Number("duration", value, match.span(), match.span("digits"), "år", match.span("unit"))


def _quantity(match: re.Match[str]) -> Number | None:
    """A number with whatever scale and unit follow it (or "kr." before it)."""
    value = Decimal(exact("1" if match.group("digits").casefold() in ("en", "et") else match.group("digits")))
    for multiplier in re.findall(r"\w+", (match.group("times") or "").casefold()):
        value *= words.MULTIPLIERS[multiplier]
    if match.group("sign"):
        value = -value
    scale_word = (match.group("scale") or "").rstrip(".").casefold()
    scale = words.SCALES.get(scale_word, 1)
    kind, unit, unit_span = _measure(match)
    if scale > 1:
        short = "mio." if scale == 10**6 else "mia."
        unit = unit.removesuffix(" pr. år") if match.group("per_time") else unit
        unit = f"{short} {unit}".strip()
        begin = match.start("scale")
        unit_span = (begin, unit_span[1] if unit_span and unit_span[1] > begin else match.end("scale"))
    digits = (match.start("sign") if match.group("sign") else match.start("digits"), match.end("digits"))
    if match.group("times"):
        digits = (digits[0], match.end("times"))
    return Number(kind, _plain(value), match.span(), digits, unit, unit_span, _qualifier(match), scale)


def _odd(match: re.Match[str]) -> Number:
    printed = match.group("digits")
    reason = f"»{printed}« følger ikke dansk skrivemåde og kan ikke læses sikkert"
    return Number("count", printed, match.span(), match.span("digits"), doubt=reason, qualifier=_qualifier(match))


def _spaced(match: re.Match[str]) -> Number:
    printed = match.group("digits")
    reason = f"»{printed}« kan være ét tal med mellemrum eller flere tal efter hinanden"
    kind, unit, span = _measure(match)
    return Number(kind, exact(printed), match.span(), match.span("digits"), unit, span, _qualifier(match), doubt=reason)


def _qualifier(match: re.Match[str]) -> str | None:
    qualifier = match.groupdict().get("qualifier")
    return " ".join(qualifier.casefold().split()) if qualifier else None


def _measure(match: re.Match[str]) -> tuple[Kind, str, Span | None]:
    """Kind, normalised unit and its span from the named groups of `_UNIT`."""
    group = match.groupdict()
    for name in ("percent", "points", "money"):
        if group.get(name) is not None:
            unit = {"percent": "‰" if group[name] == "‰" else "pct.", "points": "procentpoint"}.get(name, "kr.")
            if name == "money" and group[name].casefold() in ("euro", "eur", "€"):
                unit = "euro"
            return name, unit + _per(group), _unit_span(match, name)
    if group.get("before_money") is not None:
        return "money", "kr." + _per(group), match.span("before_money")
    for name, _ in words.MEASURES:
        if group.get(name) is not None:
            return name, _spelled(group[name]) + _per(group), _unit_span(match, name)  # type: ignore[return-value]
    return "count", "", None


def _unit_span(match: re.Match[str], name: str) -> Span:
    ends = [match.end(part) for part in (name, "per", "per_time") if part in match.groupdict()]
    return (match.start(name), max(ends))


def _per(group: dict[str, str | None]) -> str:
    """ " pr. m²", "/m²/år", " pr. måned" from what stands after the unit."""
    per = " ".join((group.get("per") or "").split())
    per = re.sub(r"\b(kvm\.?|kvadratmeter|m2)", "m²", per).replace("per ", "pr. ").replace("md.", "måned")
    per = re.sub(r"\bpr\.?\s*", "pr. ", per)
    if per and not per.startswith("/"):
        per = " " + per
    time = (group.get("per_time") or "").strip().casefold()
    times = {"om måneden": "måned", "månedligt": "måned", "om året": "år", "årligt": "år", "om dagen": "dag"}
    return per + (f" pr. {times.get(time, 'uge')}" if time else "")


def _spelled(unit: str) -> str:
    unit = " ".join(unit.split())
    unit = re.sub(r"^(?:kvm\.?|kvadratmeter|m2)$", "m²", unit, flags=re.IGNORECASE)
    unit = re.sub(r"(CO[2₂])[- ]?(?:ækvivalenter|ækv\.?)", r"\1-ækv.", unit)
    return {"km2": "km²", "m3": "m³", "hektar": "hektar", "tons": "ton", "kilometer": "km"}.get(unit, unit)


# --- rules, first match wins ---

_Q = rf"(?:(?P<qualifier>(?<!\w){words.QUALIFIERS}){GAP})?"
_MEASURED = "|".join(f"(?P<{name}>{pattern})" for name, pattern in words.MEASURES)
_UNIT = (
    rf"(?:{GAP}(?:(?P<points>{words.POINTS})|(?P<percent>{words.PERCENT})|(?P<money>{words.MONEY})|{_MEASURED})"
    rf"(?P<per>{words.PER}{{1,2}})?(?P<per_time>{words.PER_TIME})?)"
)
_BARE = r"(?![\w]|[.,][0-9])"
_SEASON = r"(?:foråret|sommeren|efteråret|vinteren|starten af|begyndelsen af|midten af|slutningen af|udgangen af|ultimo|primo|medio)"  # noqa: E501
_UNITWORD = r"(?:boliger|personer|beboere|mennesker|kr\b|kroner|m[2²]|pct|procent|%|mio|mia|ton|kWh|stemmer|medlemmer)"

_MEASURED_NEXT = (
    rf"{GAP}(?:{SCALE}|{words.POINTS}|{words.PERCENT}|{words.MONEY}|{'|'.join(p for _, p in words.MEASURES)}|"
    rf"(?:[\wæøå]+e[ \u00a0])?{words.COUNTED}\b)"
)
_COMPLETE: Final = re.compile(rf"(?<!\w){words.ONE_OF_MANY}[ \u00a0\n]+\Z", words.OPTIONS)

_SHAPE: Final = str.maketrans("123456789", "000000000")
"""The shape of a text is its small letters with every digit as 0: much cheaper to look into than to try a rule."""
_MONTHS: Final = tuple({month[:3] for month in words.MONTHS})

_RULE_TEXTS: Final[Iterable[tuple[str, Callable[[re.Match[str]], Number | None], tuple[str, ...]]]] = (
    (r"https?://\S+|www\.\S+|\S+@\S+\.\w+", _reference, ("://", "www.", "@")),
    (r"(?<!\w)[0-9]{2}(?:[ \u00a0][0-9]{2}){3}(?!\w)", _reference, ("00 00", "00\u00a000")),  # a phone number
    (
        rf"{words.REFERENCE_BEFORE}[ \t\u00a0]*[0-9]+(?:[.,][0-9]+)*(?:[ ](?:af|og|{DASH})[ ][0-9]+)?(?![\w])",
        _reference,
        ("0",),
    ),
    (
        rf"\b{words.DESIGNATIONS}[ \u00a0]+[0-9]+(?:[.][0-9]{{1,2}})*(?:[ ]?{DASH}[ ]?[0-9]+|"
        rf"[ ](?:og|til|af)[ ][0-9]+(?=\s*[,.;:)\n]))?"
        rf"(?!\w|[.,][0-9]|{_MEASURED_NEXT})",
        _designation,
        ("0",),
    ),
    (rf"(?-i:{words.STREET})[ \u00a0][0-9]+[A-Z]?\b", _reference, ("0",)),
    (r"(?<=, )[1-9][0-9]{3}(?-i:[ ][A-ZÆØÅ][a-zæøå]+)", _reference, ("0000 ",)),  # a postcode
    (r"(?<![\w.,(])[0-9]{1,2}\)(?=\s)", _reference, ("0)",)),  # the mark of a note or a list item
    (r"(?m:^)[ \t]*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?[ \t]+(?-i:[A-ZÆØÅ])", _reference, ("0.0",)),  # a numbered heading
    (r"(?m:^)[ \t]*[0-9]{1,2}\.[ \t]+(?-i:[A-ZÆØÅ])", _reference, ("0.",)),  # a numbered list
    (
        rf"(?<![\w.,])(?:den\s+)?(?P<day>[0-9]{{1,2}})\.?(?:{GAP}(?P<month1>{MONTH}))?(?:{GAP}(?:{DASH}|til|og){GAP}|{GAP}(?<=\.[ ]))"  # noqa: E501
        rf"(?:den\s+)?(?P<last>[0-9]{{1,2}})\.{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?(?!\w)",
        _date,
        (*_MONTHS,),
    ),
    (
        rf"(?<![\w.,])(?:den\s+)?(?P<day>[0-9]{{1,2}})\.{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?(?!\w)",
        _date,
        (*_MONTHS,),
    ),
    (
        rf"(?<![\w.,/])(?P<day>[0-9]{{1,2}})[./-](?P<month>[0-9]{{1,2}})[./-](?P<year>{YEAR}|[0-9]{{2}})(?![\w/])",
        _digit_date,
        ("0.0", "0/0", "0-0"),
    ),
    (r"(?<=den )(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?P<year>)(?![\w/])", _digit_date, ("0/0",)),
    (rf"(?<!\w)(?P<month>{MONTH}){GAP}(?P<year>{YEAR})(?!\w)", _month, (*_MONTHS,)),
    (rf"(?<!\w)(?P<quarter>[1-4])\.{GAP}kvartal(?:et)?(?:{GAP}{YEAR})?", _frequency, ("kvartal",)),
    (
        rf"\bkl(?:\.|okken){GAP}[0-9]{{1,2}}(?:[.:][0-9]{{2}})?(?:{GAP}{DASH}{GAP}[0-9]{{1,2}}[.:][0-9]{{2}})?(?!\w)",
        _time,
        ("kl.", "klokken"),
    ),
    (
        rf"(?<![\w.,])[0-9]{{1,2}}[.:][0-9]{{2}}{GAP}{DASH}{GAP}[0-9]{{1,2}}[.:][0-9]{{2}}(?!\w)",
        _time,
        ("0.00", "0:00"),
    ),
    (
        rf"(?<![\w.,])(?P<first>{YEAR}){GAP}(?:{DASH}|til|og|/){GAP}(?P<last>{YEAR}|[0-9]{{2}})(?![\w]|[.,][0-9])",
        _period,
        ("0000",),
    ),
    (rf"(?<![\w.,])(?P<first>{YEAR})(?P<last>{YEAR})(?![\w]|[.,][0-9])", _period, ("00000000",)),  # its dash was lost
    (
        rf"(?<=for )(?P<first>{YEAR})\n(?P<last>{YEAR})(?![\w]|[.,][0-9])",
        _period,
        ("0000\n0000",),
    ),  # its dash was lost at a line end
    (r"(?<!\w)[0-9]{2,4}[’']?[ -]?erne\b", _frequency, ("erne",)),
    (
        rf"\bhver(?:t|ken)?{GAP}(?:[0-9]+\.|{'|'.join(words.ORDINALS)}|andet|halve){GAP}(?:år|måned|uge|dag|gang|time)\b",
        _frequency,
        ("hver",),
    ),
    (
        rf"{_Q}(?<!\w)(?P<part>en|et|{NUMBER}){GAP}ud{GAP}af{GAP}(?:i{GAP}alt{GAP}|de{GAP}|vores{GAP})?(?P<whole>{NUMBER}){_BARE}",
        _out_of,
        ("ud ", "ud\n", "udaf", "ud\t", "ud\u00a0", "ud\u202f"),
    ),
    (
        rf"{_Q}(?<!\w)(?P<digits>hver(?:t)?{GAP}(?P<which>[0-9]{{1,2}}\.|{'|'.join(w for w in words.ORDINALS if w not in ('første', 'anden'))}))(?!\w)",  # noqa: E501
        _every,
        ("hver",),
    ),
    (
        rf"{_Q}(?<!\w)(?P<digits>(?:(?P<many>en|et|den|{words.WORDS}){GAP})?(?P<part>{'|'.join(words.FRACTION_WORDS)})(?:ene|en|e)?)\b",
        _fraction_word,
        (*words.FRACTION_WORDS,),
    ),
    (
        rf"{_Q}{FREE}(?P<digits>(?P<whole>[0-9]+)?[ ]?(?P<part>[{''.join(words.VULGAR)}])){_UNIT}?",
        _vulgar,
        (*words.VULGAR,),
    ),
    (rf"{_Q}{FREE}(?P<digits>(?P<top>[0-9]{{1,3}})/(?P<bottom>[0-9]{{1,3}}))(?![\w/])", _slash, ("0/0",)),
    (
        rf"(?<!\w)(?P<word>mellem|fra){GAP}(?P<qualifier>)?(?P<low>{NUMBER}){GAP}(?:og|til){GAP}(?P<high>{NUMBER}){_UNIT}?{_BARE}",
        _interval,
        ("mellem", "fra"),
    ),
    (
        rf"{_Q}{FREE}(?P<low>{words.DIGITS}){GAP}(?:{DASH}|til){GAP}(?P<high>{words.DIGITS}){_UNIT}?{_BARE}",
        _interval,
        ("til", *DASH[1:-1]),
    ),
    (rf"{FREE}(?P<digits>(?P<sign>[<>≤≥]){GAP}(?P<bound>{words.DIGITS})){_UNIT}?{_BARE}", _open_interval, (*"<>≤≥",)),
    (rf"{FREE}(?P<digits>(?P<bound>[0-9]{{1,3}})(?P<sign>\+))(?!\w){_UNIT}?", _open_interval, ("0+",)),
    (rf"{FREE}(?P<digits>[0-9]{{1,3}}){GAP}-?års?(?:ige?s?)?(?=\b)(?<=ig|ge|es|rs)", _age, ("år",)),
    (
        rf"(?<!\w)(?P<digits>[0-9]{{1,2}}\.|{'|'.join(words.ORDINALS)}){GAP}(?P<unit>år){GAP}i{GAP}træk\b",
        _in_a_row,
        ("træk",),
    ),
    (
        r"(?<![\w.,])(?P<which>[0-9]{1,2}\.)(?=[ \u00a0]+(?-i:[a-zæøå]))(?![ \u00a0]+(?:mio|mia|mill|kr))",
        _ordinal,
        ("0. ", "0.\u00a0"),
    ),
    (rf"(?<!\w)(?P<which>{'|'.join(w for w in words.ORDINALS if w != 'anden')})(?!\w)", _ordinal, (*words.ORDINALS,)),
    (rf"(?<!\w)(?P<season>{_SEASON}){GAP}(?P<year>{YEAR})(?!\w|[.,][0-9])", _year, ("0000",)),
    (rf"{FREE}(?P<year>{YEAR})(?![\w²³]|[.,][0-9]|[ \u00a0]*{_UNITWORD})", _year, ("0000",)),
    (rf"(?<=\bi )(?P<year>{YEAR})(?!\w|[.,][0-9])", _year, ("0000",)),
    (
        rf"{_Q}{FREE}(?P<digits>[0-9]{{1,3}}(?:[ ][0-9]{{3}})+(?:,[0-9]+)?)(?![.,]?[0-9]){_UNIT}?{_BARE}",
        _spaced,
        ("0 000",),
    ),
    (
        rf"{_Q}(?:(?P<before_money>(?:kr\.|DKK)){GAP})?{FREE}(?:(?<!\w)(?P<sign>[-−–])(?=[0-9]))?"
        rf"(?P<digits>{NUMBER}|(?:en|et)(?={GAP}(?:million|milliard)))\.?(?:(?<=\.)(?={GAP}(?:mio|mia))|(?<!\.))"
        rf"(?P<times>(?:{GAP}(?:hundrede?|tusinde?)\b)*)(?:{GAP}(?P<scale>{SCALE}))?{_UNIT}?(?![\w²³]|[.,][0-9])",
        _quantity,
        ("",),
    ),
    (rf"{_Q}{FREE}(?P<digits>[0-9]+(?:[.,][0-9]+)+)", _odd, ("0.0", "0,0")),
)
"""Each with how a match is built, and what the shape of a text must hold, any of it, for the rule to match there."""
_QUANTITY: Final = next(re.compile(text, words.OPTIONS) for text, build, _ in _RULE_TEXTS if build is _quantity)
_BEFORE_DIGITS: Final = re.compile(
    rf"(?:(?<!\w){words.QUALIFIERS}{GAP})?(?:(?:kr\.|DKK){GAP})?(?:(?<!\w)[-−–])?\Z", words.OPTIONS
)
_LONGEST_BEFORE: Final = 32
_LABEL: Final = 2000
_RULES: Final = tuple((re.compile(text, words.OPTIONS), build, needs) for text, build, needs in _RULE_TEXTS)


def figures_only(numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers that can be key figures."""
    return (number for number in numbers if number.kind in QUANTITIES)
