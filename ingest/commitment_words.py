"""Words of commitments: who acts, which theme, which period, and text as a reader wants it."""

import re
import tomllib
from pathlib import Path

from ingest.document import Document, DocumentInfo, Span
from ingest.sentences import split_sentences

_THEMES: list[tuple[str, re.Pattern[str]]] = []
for _theme in tomllib.loads((Path(__file__).parent / "data" / "themes.toml").read_text(encoding="utf-8"))["theme"]:
    _words = [
        ("" if len(word) > 6 else r"\b") + re.escape(word) + (r"\b" if len(word) < 3 else "")
        for word in _theme["words"]
    ]
    _THEMES.append((_theme["name"], re.compile("|".join(_words), re.IGNORECASE)))

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–‑/]|til|og)\s*((?:19|20)?\d\d)(?!\d)")
_YEAR = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d.,]\d|\d)")
_BULLET = re.compile(r"^[\s•●▪◦‣∙·*\ufffd\uf0b7–—-]+(?=\S)")

ACTOR = (
    r"(?P<actor>(?:et flertal i )?Folketinget|(?:den (?:danske )?)?regeringen|den almene (?:bolig)?sektor|sektoren"
    r"|repræsentantskabet|bestyrelsen|BL(?:['’]s)?(?: (?:bestyrelse|repræsentantskab|overenskomstudvalg))?|forbundet"
    r"|landsbyggefonden|kommunalbestyrelsen|byrådet|kommunerne|kommunen|boligorganisationerne|udvalget|kommissionen"
    r"|(?:[A-ZÆØÅ]\w+ ){1,2}[Kk]ommune|AlmenNet|vi)"
)
"""Those who commit themselves in these documents; "vi" is the publisher."""
NAMED_ACTOR = r"(?P<actor>(?-i:[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){0,3}))"
"""Anyone named, where a list of points hangs on the name."""


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def sentences_in(document: Document, span: Span) -> tuple[Span, ...]:
    """The sentences of a span, as spans of the document's text."""
    return tuple((span[0] + start, span[0] + end) for start, end in split_sentences(document.quote(span)))


def clean(text: str) -> str:
    """One line without its bullet."""
    return " ".join((text if text[:1].isalnum() else _BULLET.sub("", text)).split())


def recase(text: str) -> str:
    """A heading in capitals as a sentence; the year, "BL" and CO2 keep their form."""
    if not text.isupper():
        return text
    lowered = re.sub(r"\b(bl|eu|co2|fn)\b", lambda m: m[1].upper(), text.lower())
    return lowered[:1].upper() + lowered[1:]


def theme_of(text: str, parent: str | None = None) -> str | None:
    """The theme most of the words point to; the goal it stands under counts more. None when no word tells."""
    scored = [
        (2 * len(pattern.findall(text)) + (3 * len(pattern.findall(parent)) if parent else 0), -order, name)
        for order, (name, pattern) in enumerate(_THEMES)
    ]
    best = max(scored)
    return best[2] if best[0] else None


def period_of(text: str) -> str | None:
    """The period or the one year a text names, None when it names several or none."""
    ranges = list(dict.fromkeys(_as_range(match) for match in _RANGE.finditer(text)))
    if len(ranges) == 1:
        return ranges[0]
    years = list(dict.fromkeys(_YEAR.findall(text)))
    return years[0] if len(years) == 1 and not ranges else None


def _as_range(match: re.Match[str]) -> str:
    last = match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
    return f"{match[1]}-{last}"


def publisher_of(info: DocumentInfo) -> str | None:
    """The publisher's short name."""
    if info.publisher and info.publisher.startswith("BL"):
        return "BL"
    return info.publisher


def actor_named(word: str | None, info: DocumentInfo) -> str | None:
    """An actor as a reader names it; "vi" and "forbundet" are the publisher."""
    if not word:
        return publisher_of(info)
    plain = re.sub(r"^(?:et flertal i|den danske) ", "", clean(word), flags=re.IGNORECASE)
    low = plain.lower()
    if low in ("vi", "os", "forbundet") or low.startswith("vores"):
        return publisher_of(info)
    if re.match(r"BL\b", plain):
        return "BL"
    if low in ("bestyrelsen", "repræsentantskabet", "udvalget") and publisher_of(info):
        return f"{publisher_of(info)}, {low}"
    if low in ("sektoren", "den almene sektor", "den almene boligsektor"):
        return "den almene sektor"
    if low in ("kommunen",) and info.municipality:
        return f"{info.municipality} Kommune"
    return plain if plain[:1].isupper() and low != "regeringen" else low
