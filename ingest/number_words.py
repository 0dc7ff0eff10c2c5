"""The Danish vocabulary of numbers: words, scales, units, qualifiers, months. Patterns only; `numbers.py` reads with them."""  # noqa: E501

import re
from fractions import Fraction
from typing import Final

_ONES: Final = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"]
_TEENS: Final = ["ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"]
_TENS: Final = {
    20: ("tyve",),
    30: ("tredive",),
    40: ("fyrre", "fyrretyve"),
    50: ("halvtreds", "halvtredsindstyve"),
    60: ("tres", "tresindstyve"),
    70: ("halvfjerds", "halvfjerdsindstyve"),
    80: ("firs", "firsindstyve"),
    90: ("halvfems", "halvfemsindstyve"),
}


def _cardinals() -> dict[str, int]:
    """Word → value for 0–99. "en" and "et" are left out: alone they are articles."""
    words = {word: i for i, word in enumerate(_ONES) if i != 1} | {word: 10 + i for i, word in enumerate(_TEENS)}
    words |= {"én": 1, "ét": 1}
    for ten, names in _TENS.items():
        for name in names:
            words[name] = ten
            words |= {f"{one}og{name}": ten + i for i, one in enumerate(_ONES) if i}
    return words


CARDINALS: Final[dict[str, int]] = _cardinals()
ORDINALS: Final[dict[str, int]] = {
    word: i
    for i, word in enumerate(
        [
            "første",
            "anden",
            "tredje",
            "fjerde",
            "femte",
            "sjette",
            "syvende",
            "ottende",
            "niende",
            "tiende",
            "ellevte",
            "tolvte",
        ],
        start=1,
    )
}
FRACTION_WORDS: Final[dict[str, int]] = {
    "halvdel": 2,
    "tredjedel": 3,
    "fjerdedel": 4,
    "femtedel": 5,
    "sjettedel": 6,
    "syvendedel": 7,
    "ottendedel": 8,
    "tiendedel": 10,
}
VULGAR: Final[dict[str, Fraction]] = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "⅕": Fraction(1, 5)}  # fmt: skip  # noqa: E501
MULTIPLIERS: Final[dict[str, int]] = {"hundred": 100, "hundrede": 100, "tusind": 1000, "tusinde": 1000}
SCALES: Final[dict[str, int]] = {"mio": 10**6, "mill": 10**6, "million": 10**6, "millioner": 10**6, "mia": 10**9, "mrd": 10**9, "milliard": 10**9, "milliarder": 10**9}  # fmt: skip  # noqa: E501
MONTHS: Final[dict[str, int]] = {
    name: i
    for i, names in enumerate(
        [
            "januar|jan",
            "februar|feb",
            "marts|mar",
            "april|apr",
            "maj",
            "juni|jun",
            "juli|jul",
            "august|aug",
            "september|sept|sep",
            "oktober|okt",
            "november|nov",
            "december|dec",
        ],
        start=1,
    )
    for name in names.split("|")
}

GAP: Final = r"[ \t\u00a0\u202f]*\n?[ \t\u00a0\u202f]*"
"""White space inside one expression: at most one line end, never an empty line."""
DASH: Final = r"[-‐‑‒–—−]"
YEAR: Final = r"(?:19|20)[0-9]{2}"
MONTH: Final = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
FREE: Final = r"(?<![\w.,/])(?<![\w][-‐‑])"
"""Not glued to a word, a decimal or a fraction: keeps CO2, m2, Al2bolig, EU-2030 and "boliger.1" (a note) out."""
DIGITS: Final = r"[0-9]{1,3}(?:[.\u00a0\u202f\u2009][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
WORDS: Final = r"(?:" + "|".join(sorted(CARDINALS, key=len, reverse=True)) + r")\b"
NUMBER: Final = rf"(?:{DIGITS}|{WORDS})"
SCALE: Final = r"(?:mio|mill|mia|mrd)\b\.?|million(?:er)?\b|milliard(?:er)?\b"

MONEY: Final = r"(?:kr\b\.?|kroner\b|DKK\b|euro\b|EUR\b|€|,-)"
PERCENT: Final = r"(?:pct\b\.?|procent\b|%|‰)(?!" + r"-?point)"
POINTS: Final = r"(?:pct\b\.?|procent|%)[- ]?point\b|pp\b"
_CO2: Final = r"CO[2₂]"
MEASURES: Final[tuple[tuple[str, str], ...]] = (
    ("area", r"m[2²]|kvm\b\.?|kvadratmeter\b|km[2²]|ha\b|hektar\b"),
    ("volume", r"m[3³]|kubikmeter\b|liter\b"),
    ("mass", rf"(?:tons?\b|kg\b|t\b(?=\s*{_CO2}))(?:\s+{_CO2}(?:[- ]?(?:ækvivalenter|ækv\b\.?)|-?e\b)?(?![-\w]))?"),
    ("energy", r"[kMGT]Wh\b|[kMGT]?W\b|[GT]J\b"),
    ("length", r"km\b(?!\s*/\s*t)|kilometer\b|meter\b|cm\b"),
    ("duration", r"(?:år|måneder|måned|uger|uge|døgn|dage|dag|timer|time|minutter)\b"),
)
PER: Final = (
    rf"(?:{GAP}(?:/|pr\b\.?|per\b){GAP}(?:m[2²]|kvm\b\.?|kvadratmeter\b|år\b|måned\b|md\b\.?|bolig\b|lejemål\b|"
    r"husstand\b|beboer\b|indbygger\b|person\b|dag\b|uge\b|time\b))"
)
PER_TIME: Final = rf"{GAP}(?:om måneden|om året|årligt|månedligt|om dagen|om ugen)\b"

QUALIFIERS: Final = (
    r"(?:i gns\.|i gennemsnit|gennemsnitligt|lidt over|lidt under|lidt mere end|langt over|mere end|mindre end|flere end|færre end|op til|op imod|op mod|"  # noqa: E501
    r"tæt på|i omegnen af|i størrelsesordenen|ikke under|ikke over|minimum|maksimum|maksimalt|højst|mindst|knap|godt|"
    r"over|under|ca\.|ca\b|cirka|omkring|omtrent|omtrentligt|næsten|henved|cirkatal|skønsmæssigt|små|maks\.|max\.|min\.|"
    r"knapt|omkr\.)"
)
REFERENCE_BEFORE: Final = (
    r"(?:§{1,2}|\b(?:stk\.|kap\.|kapitel|side|sider|s\.|nr\.|nummer|verdensmål|mål|punkt|pkt\.|bilag|figur|fig\.|tabel|"
    r"artikel|afsnit|note|version|tlf\.?|telefon:?|mobil:?|cvr(?:-?nr)?\.?:?|isbn:?|issn:?))"
)
DESIGNATIONS: Final = (
    r"(?:[\wæøå]*(?:afdeling|etape|fase|blok|opgang|linje|kategori|zone|kolonne|kapitel|skema)|(?:arbejds|mål|alders)?gruppe|"
    r"kvartal(?= [1-4]\b)|trin|række|niveau|klasse|spor|scenarie|variant|model|type|kreds|lokale|matrikel|paragraf|"
    r"litra|spørgsmål|sag|post|konto|del|bind|udgave|slide|ark|lejlighed|bygning|afd\.|nr|no\.|[a-zæøå]+(?:nummer|nr\.?))"
)
"""Nouns in the singular whose number says which one, not how many: "Afdeling 1001"."""
REFERENCE_ENDS: Final = (
    "§", "stk.", "kap.", "kapitel", "side", "sider", "s.", "nr.", "nummer", "mål", "punkt", "pkt.", "bilag", "figur",
    "fig.", "tabel", "artikel", "afsnit", "note", "version", "tlf", "tlf.", "telefon", "telefon:", "mobil", "mobil:",
    "cvr", "cvr.", "cvr:", "cvr.:", "nr", "nr:", "nr.:", "isbn", "isbn:", "issn", "issn:",
)  # fmt: skip
DESIGNATION_ENDS: Final = (
    "afdeling", "etape", "fase", "blok", "opgang", "linje", "kategori", "zone", "kolonne", "kapitel", "skema",
    "gruppe", "kvartal", "trin", "række", "niveau", "klasse", "spor", "scenarie", "variant", "model", "type",
    "kreds", "lokale", "matrikel", "paragraf", "litra", "spørgsmål", "sag", "post", "konto", "del", "bind", "udgave",
    "slide", "ark", "lejlighed", "bygning", "afd.", "nr", "no.", "nummer", "nr.",
)  # fmt: skip
"""How the text before the digits ends, in small letters, wherever one of the two patterns above holds."""
ONE_OF_MANY: Final = (
    r"(?:[0-9]\.|pr\.?|per|hver|hvert|en|et|én|ét|denne|dette|samme|enkelte|sidste|næste|" + "|".join(ORDINALS) + ")"
)
"""Before such a noun it is complete: the number after it counts something else ("pr. opgang 12", "i 1. fase 40")."""
COUNTED: Final = (
    r"(?:[\wæøå]*(?:boliger|lejligheder|lejemål|personer|mennesker|familier|husstande|huse|værelser|pladser)|beboere|lejere|"
    r"borgere|indbyggere|ansatte|medarbejdere|medlemmer|deltagere|børn|unge|ældre|stemmer|sager|afdelinger|projekter|gange)"
)
"""What a number right before it counts."""
STREET: Final = (
    r"[A-ZÆØÅ][\wæøåé]*(?:vej|gade|kaj|allé|alle|plads|torv|stræde|vænget|boulevard|bugt|parken|haven|toften|brygge|"
    r"pladsen|vejen|gaden|torvet|strædet|alléen|kajen|engen|marken|bakken)"
)
"""A street name; the number after it is a house number."""
STREET_ENDS: Final = tuple(STREET.rpartition("(?:")[2].rstrip(")").split("|"))

OPTIONS: Final = re.IGNORECASE

_NUMBER_WORDS: Final = (
    *(*CARDINALS, *ORDINALS, "hver", "hvert", "hverken"),
    *(rf"{one}(?=\s+(?:ud\b|million|milliard))" for one in ("en", "et")),
    *(f"{word}(?:ene|en|e)?" for word in FRACTION_WORDS),
)
NUMERAL: Final = re.compile(
    rf"[0-9{''.join(VULGAR)}][0-9]*|"
    + "|".join(
        # A letter first, then that a word begins with it: so most of a text is passed over by its letters alone.
        rf"{first}(?<!\w{first})(?:{'|'.join(word[1:] for word in _NUMBER_WORDS if word[0] == first)})\b"
        for first in sorted({word[0] for word in _NUMBER_WORDS})
    )
)
"""What any number has: a digit, or a number word; for text in small letters."""
