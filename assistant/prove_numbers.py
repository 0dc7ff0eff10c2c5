"""Numbers as the check reads them: value, unit, scale, "per what" and qualifier. Apart from ingest's reader on purpose,
so that a fault in one is not a fault in both; and fast enough for every answer."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

_DANISH_WORDS = [
    "nul",
    "_",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
    "femten",
    "seksten",
    "sytten",
    "atten",
    "nitten",
    "tyve",
]
_ENGLISH_WORDS = [
    "zero",
    "_",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_TENS = {
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
    "hundrede": 100,
}
_ORDINALS = {
    "anden": 2,
    "tredje": 3,
    "fjerde": 4,
    "femte": 5,
    "sjette": 6,
    "syvende": 7,
    "ottende": 8,
    "niende": 9,
    "tiende": 10,
}
_ORDINALS |= {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_PARTS = {
    "halv": 2,
    "tredjedel": 3,
    "fjerdedel": 4,
    "femtedel": 5,
    "sjettedel": 6,
    "tiendedel": 10,
    "half": 2,
    "third": 3,
    "quarter": 4,
}
_MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_ENGLISH_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SEASONS = ["forår", "sommer", "efterår", "vinter"]

WORDS: dict[str, dict[str, int]] = {
    "da": {word: i for i, word in enumerate(_DANISH_WORDS) if word != "_"} | _TENS,
    "en": {word: i for i, word in enumerate(_ENGLISH_WORDS) if word != "_"},
}
_MONTH_NUMBER = {name: i for names in (_MONTHS, _ENGLISH_MONTHS) for i, name in enumerate(names, start=1)}

_QUALIFIERS: tuple[tuple[str, str], ...] = (
    ("below", r"knap|næsten|lidt under|nearly|almost|just under"),
    ("above", r"over|mere end|flere end|more than|lidt over|upwards of|>"),
    ("good", r"godt|just over"),
    ("about", r"ca\.?|cirka|omkring|omtrent|i omegnen af|rundt regnet|cirka|about|approximately|around|roughly|some"),
    ("at most", r"op til|op mod|højst|maksimalt|up to|at most"),
    ("at least", r"mindst|minimum|at least"),
    ("under", r"under|mindre end|færre end|less than|fewer than|below|<"),
)
_UNITS: tuple[tuple[str, str], ...] = (
    ("point", r"(?:pct\.?|procent|%|percentage)[- ]?points?\b"),
    ("pct", r"(?:pct\b\.?|procent\b|%|per\s?cent\b)"),
    ("kr", r"(?:kr\b\.?|kroner\b|DKK\b)"),
    ("co2", r"(?:kg\.?\s*)?CO[2₂][\w.-]*"),
    ("m2", r"(?:m[2²]|kvm\b|kvadratmeter\b|square met\w+)"),
    ("mass", r"(?:tons?\b|tonnes\b|kg\b)"),
    ("energy", r"(?:[GMk]Wh\b)"),
    ("hectare", r"(?:hektar\b|ha\b)"),
    ("year", r"(?:år\b|års\b|årige?\b|years?\b)"),
    ("month", r"(?:måned(?:er)?\b|months?\b)"),
    ("week", r"(?:uger?\b|weeks?\b)"),
    ("day", r"(?:dage?\b|days?\b)"),
    ("hour", r"(?:timer?\b|hours?\b)"),
    ("votes", r"(?:stemmer?\b|votes?\b)"),
    ("homes", r"(?:\w*boliger\b|\w*homes\b|\w*dwellings\b|lejligheder\b)"),
    ("households", r"(?:husstande?\b|households?\b)"),
    (
        "people",
        r"(?:personer\b|mennesker\b|beboere\b|borgere\b|indbyggere\b|people\b|residents\b|inhabitants\b|citizens\b)",
    ),
    ("organisations", r"(?:bolig(?:organisationer|foreninger|selskaber)\b|housing (?:organisations|associations)\b)"),
)
HARD_UNITS = frozenset(("point", "pct", "kr", "co2", "m2", "mass", "energy", "hectare"))
"""Units that change what a number means; the others are what is counted."""
_ADJECTIVES = (
    r"(?:(?:almene|nye|andre|danske|unge|ældre|ledige|tomme|flere|færre|lokale|egne|samlet|social|new|local|public"
    r"|non-profit)\s+){0,2}"
)
_SCALE = r"mio\b\.?|mill\b\.?|million(?:er)?\b|mia\b\.?|milliard(?:er)?\b|billion\b|bn\b|m(?=\s+kr)"
_PER = (
    ("m2", r"pr\.?\s*(?:m[2²]|kvadratmeter)|/m[2²]|per square met\w+"),
    ("month", r"pr\.?\s*måned|om måneden|månedlig\w*|/md\.?|per month|a month|monthly"),
    ("year", r"pr\.?\s*år\b|om året|årlig\w*|/år|per year|a year|annual\w*|yearly"),
    ("home", r"pr\.?\s*bolig|per home|per dwelling"),
)
PER_WORDS: dict[str, re.Pattern[str]] = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PER}
UNIT_WORDS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"(?<![\w]){pattern}", re.IGNORECASE) for name, pattern in _UNITS
}
UNIT_WORDS["people"] = re.compile(
    r"\b(?:person|menneske|beboer|borger|indbygger|børn|unge\b|ældre\b|senior|bor\b|boende|deltag|gæst|medlem|resident|people)",
    re.I,
)
UNIT_WORDS["homes"] = re.compile(r"bolig|lejlighed|home|dwelling|hjem", re.IGNORECASE)
SCALES = {"mia": 10**9, "milliard": 10**9, "bil": 10**9, "bn": 10**9, "mi": 10**6, "m": 10**6}

_SPELLED = {lang: "|".join(sorted(words, key=len, reverse=True)) for lang, words in WORDS.items()}
_MONTH = "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True))


def _pattern(lang: str) -> re.Pattern[str]:
    unit = "|".join(f"(?P<u{i}>{words})" for i, (_, words) in enumerate(_UNITS))
    per = "|".join(f"(?P<p{i}>{words})" for i, (_, words) in enumerate(_PER))
    year = r"(?:19|20)\d\d"
    spelled = _SPELLED[lang]
    count = rf"\d+|{spelled}"
    return re.compile(
        rf"(?:(?<![\w.,/§#-])|(?<=\d-)|(?<=\d\.-))(?:"
        rf"(?P<day>\d{{1,2}})\.?(?:\s*[-–]?\s*(?:og |and |til )?(?P<day2>\d{{1,2}})\.)?(?:[-–](?P<day3>\d{{1,2}}))?"
        rf"\s+(?P<dmonth>{_MONTH})\b(?:\s+(?P<dyear>{year}))?"
        rf"|(?P<month>{_MONTH})\s+(?P<myear>{year})(?!\d)"
        rf"|(?P<season>{'|'.join(_SEASONS)})(?:en|et)?\s+(?P<syear>{year})(?!\d)"
        rf"|(?:fra |from )?(?P<py1>{year})\s*(?:[-–‑/]|til|to)\s*(?P<py2>{year}|\d\d)(?![\d.,]\d|\d)"
        rf"|(?:mellem|between) (?P<py3>{year}) (?:og|and) (?P<py4>{year})(?!\d)"
        rf"|(?P<time>\d{{1,2}}[.:]\d\d)(?!\d)(?!,)"
        rf"|(?:hver|every)\s+(?P<each>{'|'.join(_ORDINALS)}|\d+\.?)(?!\d)"
        rf"|(?P<top>én|et|en|one|1)\s+(?:ud af|in|out of)\s+(?P<bottom>{count})\b"
        rf"|(?P<times>én|et|en|to|tre|two|three|one|a)?\s*\b(?P<part>{'|'.join(_PARTS)})(?:en|e|s|ene)?\b(?!\s*(?:år|time|million|mia))"
        rf"|(?P<halfdel>halvdelen)\b|(?P<num>\d+)/(?P<den>\d+)(?!\d)"
        rf"|(?P<half>1?½)"
        rf"|(?P<digits>[-−]?\d{{1,3}}(?:[.,\u00a0\u202f ]\d{{3}}(?!\d))+(?:[.,]\d+)?|[-−]?\d+(?:[.,]\d+)?)(?!\d)"
        rf"|(?P<word>\b(?:{spelled})\b)"
        rf")(?:\.?\s*(?P<scale>{_SCALE}))?(?:\s*{_ADJECTIVES}(?:{unit}))?(?:\s*(?:{per}))?",
        re.IGNORECASE,
    )


_QUALIFIER = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<q{i}>{words})" for i, (_, words) in enumerate(_QUALIFIERS)) + r")\s*$", re.IGNORECASE
)
_WORD = re.compile(r"[-−]?\w+")
_STARTS = {
    lang: frozenset({*words, *_MONTH_NUMBER, *_PARTS, "hver", "every", "fra", "mellem", "from", "between", "halvdelen"})
    | {"en", "et", "én", "ét", "one", "a", "to", "tre", "two", "three"}
    | {season + ending for season in _SEASONS for ending in ("", "en", "et")}
    | {part + ending for part in _PARTS for ending in ("en", "e", "s", "ene")}
    for lang, words in WORDS.items()
}
_PATTERNS = {lang: _pattern(lang) for lang in WORDS}


@dataclass(frozen=True, slots=True)
class Num:
    """One number of a text. `values` are its possible readings (one, but for an English "3.372"), unscaled."""

    kind: str
    """count, year, period, date, time, ratio."""
    values: tuple[Fraction | tuple[int | None, ...] | str, ...]
    start: int
    end: int
    unit: str | None = None
    per: str | None = None
    scale: int = 1
    qualifier: str | None = None
    spelled: bool = False
    printed: str = ""

    @property
    def year(self) -> int | None:
        """The year a date names, None for other kinds."""
        return self.values[0][-1] if self.kind in ("date", "month") and isinstance(self.values[0], tuple) else None


@lru_cache(maxsize=4096)
def numbers_in(text: str, lang: str = "da") -> tuple[Num, ...]:
    """The numbers of a text in order; `lang` "en" reads "595,000" and "two" the English way."""
    found: list[Num] = []
    pattern, spelled, end = _PATTERNS[lang], _STARTS[lang], 0
    for word in _WORD.finditer(text):  # the long pattern is tried only where a number can begin
        if word.start() < end or not (word[0][0] in "0123456789½-−" or word[0].lower() in spelled):
            continue
        # "61-70": the second number of a range is no negative one.
        joined = word[0][0] == "-" and text[max(0, word.start() - 2) : word.start()].rstrip(".")[-1:].isdigit()
        match = pattern.match(text, word.start() + joined)
        number = _read(text, match, lang) if match else None
        if match and number is not None:
            found.append(number)
            end = match.end()
    return tuple(found)


def _read(text: str, match: re.Match[str], lang: str) -> Num | None:
    g = {key: value for key, value in match.groupdict().items() if value is not None}
    unit = next((_UNITS[i][0] for i in range(len(_UNITS)) if f"u{i}" in g), None)
    per = next((_PER[i][0] for i in range(len(_PER)) if f"p{i}" in g), None)
    before = _QUALIFIER.search(text, max(0, match.start() - 24), match.start())
    qualifier = _QUALIFIERS[int((before.lastgroup or "q0")[1:])][0] if before else None
    if unit is None and re.search(r"DKK\s*$", text[max(0, match.start() - 5) : match.start()]):
        unit = "kr"
    scale = next((factor for key, factor in SCALES.items() if g.get("scale", "").lower().startswith(key)), 1)
    kind, values = _value(g, lang)
    if not values:
        return None
    if kind == "count" and unit is None and per is None and scale == 1 and "digits" in g and _is_year(g["digits"]):
        kind = "year"
    if kind in ("date", "month", "year", "period"):
        qualifier = unit = per = None  # "under 2022", "1. juli år" say nothing of a quantity
    return Num(kind, values, match.start(), match.end(), unit, per, scale, qualifier, "word" in g, match[0])


def _is_year(digits: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", digits))


def _value(g: dict[str, str], lang: str) -> tuple[str, tuple[Fraction | tuple[int | None, ...] | str, ...]]:
    if "dmonth" in g:
        days = [int(g[key]) for key in ("day", "day2", "day3") if key in g]
        return "date", ((*days, _MONTH_NUMBER[g["dmonth"].lower()], int(g["dyear"]) if "dyear" in g else None),)
    if "myear" in g:
        return "month", ((_MONTH_NUMBER[g["month"].lower()], int(g["myear"])),)
    if "syear" in g:
        return "month", ((100 + _SEASONS.index(g["season"].lower()), int(g["syear"])),)
    if "py1" in g or "py3" in g:
        first, last = g.get("py1") or g["py3"], g.get("py2") or g["py4"]
        return "period", ((int(first), int(last if len(last) == 4 else first[:2] + last)),)
    if "time" in g:
        hour, minute = re.split(r"[.:]", g["time"])
        return ("time", (f"{int(hour)}:{minute}",)) if lang == "da" else ("count", _readings(g["time"], lang))
    if "each" in g:
        printed = g["each"].rstrip(".").lower()
        return "ratio", (Fraction(1, _ORDINALS.get(printed) or int(printed) or 1),)
    if "bottom" in g:
        printed = g["bottom"].lower()
        below = int(printed) if printed.isdigit() else WORDS[lang].get(printed, 0)
        return "ratio", (Fraction(1, below),) if below else ()
    if "part" in g:
        times = {"to": 2, "two": 2, "tre": 3, "three": 3}.get(g.get("times", "").lower(), 1)
        return "ratio", (Fraction(times, _PARTS[g["part"].lower()]),)
    if "halfdel" in g or "half" in g:
        return "ratio", (Fraction(3, 2) if g.get("half") == "1½" else Fraction(1, 2),)
    if "num" in g:
        return "ratio", (Fraction(int(g["num"]), int(g["den"])),) if int(g["den"]) else ()
    if "word" in g:
        return "count", (Fraction(WORDS[lang][g["word"].lower()]),)
    return "count", _readings(g["digits"], lang)


def _readings(digits: str, lang: str) -> tuple[Fraction, ...]:
    """What printed digits can mean: "12,5" is 12.5 and "566.000" is 566000; in English either mark may group."""
    plain = re.sub(r"[\u00a0\u202f ]", "", digits).replace("−", "-")
    danish = re.fullmatch(r"-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?", plain)
    readings = [Fraction(plain.replace(".", "").replace(",", "."))] if danish else []
    if lang == "en" or not danish:
        english = re.fullmatch(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", plain)
        if english:
            readings.append(Fraction(plain.replace(",", "")))
    return tuple(dict.fromkeys(readings))
