"""A question for ja or nej about a number, as the question of how many there are: "Er der over 900 boliger i X?"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from assistant.understand.polar import polar_of

_MORE = r"(?:(?:mere|flere|større|højere|længere|dyrere|ældre) end|over|mindst|minimum)"
_LESS = r"(?:(?:mindre|færre|lavere|kortere|billigere|yngre) end|under|højst|maksimalt|maks\.?)"
_WORDS: dict[str, int | Fraction] = {
    **{
        "en": 1,
        "et": 1,
        "én": 1,
        "to": 2,
        "tre": 3,
        "fire": 4,
        "fem": 5,
        "seks": 6,
        "syv": 7,
        "otte": 8,
        "ni": 9,
        "ti": 10,
    },
    **{"elleve": 11, "tolv": 12, "femten": 15, "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60},
    **{"hundrede": 100, "tusind": 1000, "en halv": Fraction(1, 2), "halvanden": Fraction(3, 2)},
}
_SCALES = {"tusind": 10**3, "mio": 10**6, "million": 10**6, "mia": 10**9, "milliard": 10**9}
_TIMES: dict[str, int | Fraction] = {
    "år": 365,
    "måned": 30,
    "uge": 7,
    "døgn": 1,
    "dag": 1,
    "time": Fraction(1, 24),
    "minut": Fraction(1, 1440),
}
_SCALE = r"(?:tusind|mio\.?|million(?:er)?|mia\.?|milliard(?:er)?)"
_DIGITS = rf"\d*½|\d[\d.]*(?:,\d+)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_NUMBER = rf"(?<![\w.,])(?P<n>{_DIGITS})(?!\w)(?: ?(?P<scale>{_SCALE})(?!\w))?"
_UNIT = r"(?: ?(?P<unit>kr\.?|kroner|pct\.?|procent|%|år|måned(?:er)?|uger?|døgn|dage?|timer?|minut(?:ter)?)(?!\w))?"
_LIMIT = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})) (?:de |i alt )?{_NUMBER}{_UNIT}(?! ?(?:m2|m²|kvm|kvadrat|\d|-?årige))",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"^\W*(?:og |men |så )?(?:er det |mon det er |passer det,? |stemmer det,? )"
    r"(?:rigtigt|sandt|korrekt)?,? ?at (?P<said>.+)$",
    re.IGNORECASE,
)
_ORDINALS = ("halv", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende")
_PART = rf"(?:hver (?P<each>anden|{'|'.join(_ORDINALS[1:])})|halvdelen|en (?P<part>{'|'.join(_ORDINALS[1:])})del)"
_PART_LIMIT = re.compile(rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS})) {_PART}(?!\w)", re.IGNORECASE)
_AND_HOW_MANY = re.compile(
    r",? og (?:i givet fald )?hvor (?:mange|meget|stor\w*|gammel|længe)(?: (?-i:[a-zæøå]+)){0,3}$", re.IGNORECASE
)
"""The number that is told anyway."""
_ELSE = re.compile(r"[?!]|\.\s+[A-ZÆØÅ]|\bog hv\w+")
_OUT_OF = re.compile(r"\b(?P<n>\d+|en|én|et|to|tre) ud af (?:i alt )?(?P<of>\d+|\w+)\b", re.IGNORECASE)
_TOLD_PART = re.compile(rf"\b{_PART}(?!\w)", re.IGNORECASE)
_NOUN_ENDS = re.compile(
    r"\s*(?:,|\b(?:i|på|til|for|fra|af|hos|med|om|ved|der|som|pr\.?|per|blandt|efter|siden|om|ud|mod|under|over)\b)"
)
"""Where what is counted ends."""
_SURE = Fraction(1, 10)
"""How far from a limit a number must be that is told only about."""
_ABOUT = re.compile(r"\b(?:omkring|cirka|ca\.|næsten|i omegnen af|op mod)\b", re.IGNORECASE)
_SLIGHTLY = re.compile(r"\b(?:knap|godt)\b", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(?:over|mere end|flere end|mindst)\b", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(?:under|mindre end|færre end|højst|op til)\b", re.IGNORECASE)
_TOLD = re.compile(rf"(?P<before>[^\d]*?){_NUMBER}{_UNIT}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Threshold:
    """`question`: how many there are; `more`: whether it is asked if they are more than `value` or fewer."""

    question: str
    more: bool
    reaches: bool
    """Whether the number itself will do ("mindst", "højst")."""
    value: Fraction
    unit: str

    is_part: bool = False
    """Whether it is put as a part of a whole."""

    def verdict(self, told: str) -> str | None:
        """ "Ja" or "Nej" by a value as it is told ("knap 50", "2,4 mia. kr."); None where it decides nothing."""
        found = _told(told)
        if found is None or not _same_unit(self.unit, found[2]):
            return None
        before, own, _ = found
        beyond = own > self.value or (own == self.value and (self.more == self.reaches))
        if slight := _SLIGHTLY.search(before):
            beyond = slight[0].lower() == "godt" if own == self.value else beyond
        if (_ABOUT.search(before) or (slight and own != self.value)) and abs(own - self.value) < _SURE * self.value:
            return None
        if _AT_LEAST.search(before):
            if own < self.value:
                return None
            beyond = True
        elif _AT_MOST.search(before):
            if own > self.value:
                return None
            beyond = False
        return "Ja" if beyond == self.more else "Nej"


def threshold_of(text: str) -> Threshold | None:
    """The limit that a question for ja or nej sets; None where it sets none, or puts one thing beside another."""
    said = re.sub(r"\s+", " ", text).strip().rstrip(" ?.!")
    tag = _TAG.match(said)
    claim = tag["said"] if tag else re.sub(r"^\W*(?:og|men|så|altså|mon) ", "", said, flags=re.IGNORECASE)
    claim = _AND_HOW_MANY.sub("", claim)
    found = [limit for limit in (_PART_LIMIT.search(claim), _LIMIT.search(claim)) if limit]
    limit = min(found, key=lambda one: one.start(), default=None)
    if limit is None or _ELSE.search(claim) or re.search(r"\bend\b", claim[limit.end() :]):
        return None
    if (asked := polar_of(f"{said}?")) is None or asked.negated:
        return None
    words, rest = claim[: limit.start()].strip(" ,").split(), claim[limit.end() :].strip()
    if tag and words:  # "at der er over …", "at A har over …"
        words = [words[-1], *words[:-1]] if words[0].lower() != "der" else [*words[1:2], "der", *words[2:]]
    parts = limit.re is _PART_LIMIT
    unit = "pct" if parts else _unit(limit["unit"])
    return Threshold(
        _counting(words, re.sub(r"^af ", "", rest) if parts else rest, "del" if parts else unit, limit[0]),
        limit["more"] is not None,
        bool(re.match(r"mindst|minimum|højst|maks", limit[0], re.IGNORECASE)),
        _part(limit) * 100 if parts else _value(limit["n"], limit["scale"], limit["unit"]),
        unit,
        parts,
    )


def _told(text: str) -> tuple[str, Fraction, str] | None:
    """What stands before a number that is told, the number and its unit; parts in per cent."""
    if found := _OUT_OF.search(text):
        own, of = (
            _value(found[name], None) if found[name].lower() in _WORDS or found[name].isdigit() else None
            for name in ("n", "of")
        )
        return (text[: found.start()], own / of * 100, "pct") if own and of else None
    if part := _TOLD_PART.search(text):
        return text[: part.start()], _part(part) * 100, "pct"
    number = _TOLD.search(text)
    return (
        (number["before"], _value(number["n"], number["scale"], number["unit"]), _unit(number["unit"]))
        if number
        else None
    )


def _part(found: re.Match[str]) -> Fraction:
    """The part of a whole that is named in words: "hver fjerde", "halvdelen"."""
    named = (found["each"] or found["part"] or "halv").lower()
    return Fraction(1, 2 if named == "anden" else _ORDINALS.index(named) + 2)


def _counting(words: list[str], rest: str, unit: str, how: str) -> str:
    """The question of how many: what is counted first, then the verb with what stood before the number."""
    verb, doer = (words[0].lower() if words else "", " ".join(words[1:]))
    if unit == "tid":
        of_person = verb in ("er", "var") and re.match(r"over|under|ældre|yngre", how, re.IGNORECASE)
        opening = "Hvor gammel" if of_person else "Hvor længe"
        return f"{opening} {verb} {doer} {rest}".strip() + "?"
    if unit == "kr":
        return re.sub(r"\s+", " ", f"Hvor meget {verb} {doer} {rest}").strip() + "?"
    if unit == "pct":
        return re.sub(r"\s+", " ", f"Hvor mange procent {verb} {doer} {rest}").strip() + "?"
    ends = _NOUN_ENDS.search(rest)
    noun, tail = (rest[: ends.start()], rest[ends.start() :]) if ends else (rest, "")
    if unit == "del":
        return re.sub(r"\s+", " ", f"Hvor stor en andel af {rest} {verb} {doer}").strip() + "?"
    return re.sub(r"\s+", " ", f"Hvor mange {noun} {verb} {doer} {tail}").replace(" ,", ",").strip() + "?"


def _value(number: str, scale: str | None, unit: str | None = None) -> Fraction:
    """The number as such; a time in days."""
    bare = number.lower().rstrip(".")
    if bare.endswith("½"):
        own = Fraction(bare[:-1] or "0") + Fraction(1, 2)
    else:
        own = Fraction(_WORDS.get(bare) or bare.replace(".", "").replace(",", "."))
    times = next((n for word, n in _SCALES.items() if scale and scale.lower().startswith(word)), 1)
    days = next((Fraction(n) for word, n in _TIMES.items() if unit and unit.lower().startswith(word)), 1)
    return own * times * days


def _unit(said: str | None) -> str:
    """ "kr", "pct", "tid" or "" for things."""
    bare = (said or "").lower()
    return (
        "kr" if bare.startswith("kr") else "pct" if bare in ("pct", "pct.", "procent", "%") else "tid" if bare else ""
    )


def _same_unit(asked: str, told: str) -> bool:
    return asked == told or (asked == "tid" and not told)
