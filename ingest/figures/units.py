"""Units named apart from their values: in a heading, a column's head, a note ("Andel i pct.", "Beløb i mio. kr.")."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_UNIT: Final = (
    r"(?:pct\.|pct\b|procent\b|%|(?:mio|mia)\. ?kr\.?(?: ?pr\. ?(?:m[²2]|år|måned|bolig))?|1\.000 kr\.?|t\.?kr\.|tusinde? kr\.|"  # noqa: E501
    r"kr\.? ?(?:pr\. ?|/ ?)(?:m[²2]|kvm|måned|md|år|bolig|beboer)[\w.]*(?:[ /](?:pr\. )?(?:år|måned))?|(?:kr\.?|kroner) om (?:måneden|året)|"  # noqa: E501
    r"kr\.|kroner\b|m[²2]\b|kWh\b(?! ?(?:pr|/))|MWh\b(?! ?(?:pr|/))|GWh\b|"
    r"(?:kWh|MWh|GWh|liter|m[³3])(?: ?(?:pr\.|/) ?[\wæøå²³]+\.?)+|ton CO[2₂]\S*|ton\b|kg\b|måneder\b|dage\b|uger\b)"
)
_PLACED: Final = re.compile(
    rf"(?:\b(?:i|andel i|beløb i|angivet i|opgjort i|tal i|enhed:?)\s+|[(,]\s*(?:i )?|^\s*){'(' + _UNIT + ')'}(?=\s*(?:[),.;]|$|\s(?:af|pr\.|fordelt|for|i|efter|om)\b))",  # noqa: E501
    re.IGNORECASE,
)
_FIRST: Final = re.compile(rf"(?=(?-i:[A-ZÆØÅ]))({_UNIT})(?=\s+[^\W\d_])", re.IGNORECASE)
""" "Kr. pr. m² om året", "Mio. kr. brugt på renovering": a line that begins with a unit in a capital tells it, whatever follows."""  # noqa: E501
_LED: Final = re.compile(r"(År|Måneder|Uger|Dage|Timer)(?=[,:] |$)")
""" "År, efter boligens størrelse": a line that begins with a time in a capital and says more after a comma."""
_TAIL: Final = re.compile(rf"\s*(?:[(,]\s*(?:i )?|\bi\s+){_UNIT}\s*\)?\s*$", re.IGNORECASE)


_COUNTS: Final = (
    r"(?:boliger|personer|husstande|beboere|lejemål|afdelinger|anlæg|sager|familier|lejere|indbyggere|udlejninger|"
    r"lejekontrakter|kontrakter|lærlinge|ansøgere|medlemmer|borgere|fraflytninger|indflytninger|stykker|gange|point|"
    r"måneder|uger|dage|timer|år)"
)
"""Nouns that stand for a unit when they stand alone."""
_MEASURE: Final = re.compile(
    r"(?:pct\.-?point|procentpoint|(?:pct|procent|%|‰|promille|kr|kroner|(?:mio|mia)\.?(?: ?(?:kr|kroner))?|t\.? ?kr|tkr|1\.000 kr|"  # noqa: E501
    r"tusinde? kr|(?:(?:mio|mia)\.? ?)?(?:m[2²3³]|ton(?: CO[2₂]\S*)?|kg(?: CO[2₂]\S*)?|[kMG]Wh\S*|liter)|år|måneder))\.?"  # noqa: E501
    r"(?:\s?(?:/|pr\.?)\s?(?:1\.000 |100 )?[\wæøå²³]+\.?){0,3}",
    re.IGNORECASE,
)
_WORD: Final = re.compile(
    rf"(?:{_UNIT}|antal|stk\.?|i pct\.?|{_COUNTS}(?: pr\. (?:1\.000 |100 )?[\wæøå²]+)?|kr|m\.|index|indeks)",
    re.IGNORECASE,
)


_LISTED: Final = re.compile(rf"[(,]\s*(?:antal )?{'(' + _COUNTS + ')'}(?=\s*(?:[),;(]|$))", re.IGNORECASE)
""" "Ventetid på en bolig, måneder (2024)": what is counted, after a comma or in brackets."""
_COUNTED: Final = re.compile(
    r"(?:^|[(,]\s*)antal (?:[a-zæøå]+[dtn]e ){0,2}"
    r"((?:nye |ledige |tomme )?(?:boliger|personer|husstande|beboere|lejemål|familier|udlejninger|lejekontrakter))"
    r"(?=\s*[),.]|$| (?:efter|fordelt|opdelt|i|pr\.|ultimo|primo|ved) )",
    re.IGNORECASE,
)


_SHARES: Final = re.compile(
    r"(?:procent(?:vis|uel)?e? ?fordeling|procentandel|fordeling i (?:pct|procent))", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def is_measure(words: str) -> bool:
    """Whether the words are a unit and nothing else ("pct.", "kr./m²/år"); a noun that is counted is none."""
    return bool(_MEASURE.fullmatch(words.strip()))


@lru_cache(maxsize=4096)
def is_unit_word(words: str) -> bool:
    """Whether the words are a unit or the bare noun that is counted ("kr. pr. m²", "boliger")."""
    words = " ".join(words.split())
    return bool(_WORD.fullmatch(words)) or is_measure(words)


def counted_in(heads: Iterable[str]) -> str:
    """What a column counts by a head that is only a noun ("Boliger")."""
    return next((w.casefold() for w in heads if re.fullmatch(_COUNTS, w, re.IGNORECASE)), "")


@lru_cache(maxsize=4096)
def unit_in(words: str) -> str:
    """The unit that a heading, column head or note gives to all its values, normalised; "" for none."""
    words = " ".join(words.split())
    if _SHARES.match(words):
        return "pct."
    match = _PLACED.search(words) or _LISTED.search(words) or _FIRST.match(words) or _LED.match(words)
    if match is None:
        counted = _COUNTED.search(words)
        return counted.group(1).casefold() if counted else ""
    return normal(match.group(1))


def normal(unit: str) -> str:
    """The spelling used everywhere: "procent" and "%" → "pct.", "kroner" → "kr."."""
    unit = " ".join(unit.split())
    if len(unit) > 3 and unit.isupper() and " " in unit:
        unit = unit.lower()  # "KR. PR. M²" in a heading of capitals
    unit = re.sub(r"^[A-ZÆØÅ](?=[a-zæøå²])", lambda m: m[0].lower(), unit)
    unit = re.sub(r"^(?:pct|procent|%|pct\.)$", "pct.", unit, flags=re.IGNORECASE)
    unit = re.sub(r"\bkroner\b|\bkr\b(?!\.)", "kr.", unit)
    unit = re.sub(r"^(kr\.) om (måned|år)e[nt]$", r"\1 pr. \2", unit)
    unit = re.sub(r"^(?:t\.?kr\.|tusinde? kr\.|1\.000 kr\.?)$", "1.000 kr.", unit)
    unit = re.sub(r"\b(?:m2|kvm)\b\.?", "m²", unit)
    unit = re.sub(r"(\b(?:år|[^\W\d_]{4,}))\.$", r"\1", unit)  # a sentence's end
    return re.sub(r"^kr\.? ?/ ?", "kr. pr. ", unit)


def without_unit(label: str) -> str:
    """A label without the unit at its end: "Husleje (kr. pr. m²)" → "Husleje"."""
    bare = _TAIL.sub("", label).rstrip(" ,(")
    return bare or label
