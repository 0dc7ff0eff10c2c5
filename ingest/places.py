"""Danish places in running text: the 98 municipalities in all their forms, the regions, the country, and some towns."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from ingest.document import Span

PlaceKind: TypeAlias = Literal["municipality", "region", "country", "town", "area"]

_DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "data" / "places.toml").read_text(encoding="utf-8"))
_TOWNS: dict[str, str] = _DATA["towns"]
_ALIASES: dict[str, str] = _DATA["aliases"]
_ORDINARY = frozenset(_DATA["words"]["ordinary"])
_MUNICIPAL = frozenset(_DATA["words"]["municipal"])
GIVEN_NAMES = frozenset(_DATA["people"]["given"])

REGION_OF: dict[str, str] = {name: region for region, names in _DATA["municipalities"].items() for name in names}
"""Municipality (base form) to its region."""
MUNICIPALITIES: tuple[str, ...] = tuple(sorted(REGION_OF))
"""The 98 municipalities, base form."""
COUNTRY = "Danmark"


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as named in a text. `municipality` is where it is or lies; None if wider."""

    name: str
    span: Span
    kind: PlaceKind
    municipality: str | None = None


@lru_cache(maxsize=1024)
def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Every place the text names, in order. Persons, and words that only look like a place, are left out."""
    small = text.lower()
    if _BEGINNINGS.isdisjoint(_WORD_BEGINNING.findall(small)):
        return ()
    mentions = (_read_match(text, match) for match in _matches(text, small))
    return tuple(mention for mention in mentions if mention is not None)


def _matches(text: str, small: str) -> Iterator[re.Match[str]]:
    """The matches of the pattern, tried where a word begins as a name does: all names at every word take ten times as long."""  # noqa: E501
    if len(small) != len(text):
        yield from _PLACE.finditer(text)
        return
    reached = 0
    for word in _WORD_BEGINNING.finditer(small):
        if word[0] in _BEGINNINGS and word.start() >= reached and (match := _PLACE.match(text, word.start())):
            reached = match.end()
            yield match


def municipality_named(name: str) -> str | None:
    """The base form when `name` alone is a municipality in any spelling or form ("Århus", "Kalundborgs"), else None."""
    match = _PLACE.fullmatch(re.sub(r"(?i)\s+(?:regions)?kommune[ns]?$", "", name.strip()))
    found = _BY_KEY.get(_key(match["stem"])) if match else None
    return found[0] if found and found[1] == "municipality" else None


@lru_cache(maxsize=256)
def municipalities_in(text: str) -> tuple[str, ...]:
    """The municipalities a text names, base form, each once, in order."""
    return tuple(dict.fromkeys(p.name for p in find_places(text) if p.kind == "municipality"))


def _spelling(name: str) -> str:
    """A pattern for a name with å/aa, æ/ae, ø/oe and hyphen or space alike."""
    pattern = re.escape(name).replace("\\ ", r"[ ]").replace("\\-", r"[-–‑ ]")
    for letters, alternatives in (("aa|å", "aa|å"), ("æ", "æ|ae"), ("ø", "ø|oe|ö")):
        pattern = re.sub(letters, f"(?:{alternatives})", pattern, flags=re.IGNORECASE)
    return pattern


def _beginnings(word: str) -> set[str]:
    """What the first three letters can be when å is written aa, æ ae, ø oe or ö; a two-letter name may end in s."""
    spelt = {word}
    for letter, others in (("aa", ("å",)), ("å", ("aa",)), ("æ", ("ae",)), ("ø", ("oe", "ö"))):
        spelt |= {one.replace(letter, other) for one in spelt for other in others}
    return {one[:3].rstrip("'") for one in spelt} | {f"{one.rstrip(chr(39))}s"[:3] for one in spelt}


def _key(name: str) -> str:
    """One key for all spellings of a name."""
    folded = re.sub(r"[-–‑ ]+", " ", name.lower())
    for letter, ascii_form in (("å", "aa"), ("æ", "ae"), ("ø", "oe"), ("ö", "oe")):
        folded = folded.replace(letter, ascii_form)
    return folded


def _names() -> dict[str, tuple[str, PlaceKind, str | None]]:
    """Every name as written to (base form, kind, municipality)."""
    names: dict[str, tuple[str, PlaceKind, str | None]] = {}
    names |= {name: (name, "area", None) for name in _DATA["areas"]["names"]}
    names |= {town: (town, "town", municipality) for town, municipality in _TOWNS.items()}
    for region in _DATA["municipalities"]:
        names[region] = (region, "region", None)
        bare = region.removeprefix("Region ")
        if bare != "Hovedstaden":  # "hovedstaden" alone is the capital city, not the region
            names[bare] = (region, "region", None)
    names["Hovedstadsregionen"] = ("Region Hovedstaden", "region", None)
    names |= dict.fromkeys(_DATA["country"]["names"], (COUNTRY, "country", None))
    names |= {alias: (name, "municipality", name) for alias, name in _ALIASES.items()}
    names |= {name: (name, "municipality", name) for name in MUNICIPALITIES}
    return names


_NAMES = _names()
_BY_KEY = {_key(name): found for name, found in _NAMES.items()}
_ORDINARY_KEYS = frozenset(_key(name) for name in _ORDINARY)
_NEVER_LOWER = frozenset(_key(name) for name in _DATA["words"]["never_lower"])
_PLACE = re.compile(
    r"(?<![\w@/.-])(?P<stem>" + "|".join(_spelling(n) for n in sorted(_NAMES, key=len, reverse=True)) + r")"
    r"(?P<ending>['’]?s|['’])?(?![\w@])(?![-–][A-ZÆØÅ])(?!\.(?:dk|com|org|eu)\b)",
    re.IGNORECASE,
)
_WORD_BEGINNING = re.compile(r"(?<!\w)\w{1,3}")
_BEGINNINGS = frozenset(
    spelt for name in _NAMES for first in [re.split(r"[-–‑ ]", name.lower())[0] + "'"] for spelt in _beginnings(first)
)
"""The first three letters of every name in all spellings: a text without any of them need not be searched."""
_NEXT_WORD = re.compile(r"(?:[ ]|\s*\n\s*)([^\W\d_]+)")
_NEXT_ON_LINE = re.compile(r"[ ]([A-ZÆØÅ][^\W\d_]*)")
_WORDS_BEFORE = re.compile(r"(\S+)[ ]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…\n\t•\"”»«“’'(–-]|\d\))\s*$")
_PLACE_PREPOSITION = re.compile(r"(?i)\b(?:i|fra|til|ved|nær|omkring|på|hos|og|eller|end|for|in|from|near|and)\s+$")


def _read_match(text: str, match: re.Match[str]) -> PlaceMention | None:
    """What one match means where it stands, or None when it is no place."""
    stem, span = match["stem"], match.span()
    base, kind, municipality = _BY_KEY[_key(stem)]
    following = _NEXT_WORD.match(text, match.end())
    municipal = following is not None and following[1].lower() in _MUNICIPAL
    ordinary = _key(stem) in _ORDINARY_KEYS and _is_ordinary_word(text, match)
    if kind in ("municipality", "town") and not municipal and (ordinary or _is_person(text, match)):
        return None
    if municipal or stem.isupper():
        return PlaceMention(base, span, kind, municipality)
    part = _NEXT_ON_LINE.match(text, match.end())
    if part is None or kind in ("region", "area") or _PLACE.match(text, part.start(1)):
        return PlaceMention(base, span, kind, municipality)
    if kind == "country":  # "Danmarks Statistik", "Danmarks Almene Boliger" name somebody, not the country
        return None if match["ending"] else PlaceMention(base, span, kind, municipality)
    # "Aalborg Øst", "Køge Bugt", "Nyborg Strand", "Middelfart Boligfond": a part of it, or someone named after it.
    return PlaceMention(text[span[0] : part.end(1)], (span[0], part.end(1)), "area", municipality)


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether a given name stands right before, possibly with a middle name between."""
    before, end = [], match.start()
    for _ in range(2):
        word = _WORDS_BEFORE.search(text, 0, end)
        if word is None or not word[1][:1].isupper():
            break
        before.append(word[1])
        end = word.start(1)
    return match["stem"][:1].isupper() and any(word in GIVEN_NAMES for word in before)


def _is_ordinary_word(text: str, match: re.Match[str]) -> bool:
    """Whether a name that is also a word of the language stands for the word ("gå på vejen", "tre tønder")."""
    stem = match["stem"]
    before = text[max(0, match.start() - 40) : match.start()]
    if not stem[0].isupper():  # "boliger i skive?" is the town, "i vejen" never is
        return _key(stem) in _NEVER_LOWER or not re.search(r"\b[iI] $", before)
    if stem.isupper() and len(stem) > 2:
        return True
    return bool(_SENTENCE_START.search(before)) and not _PLACE_PREPOSITION.search(before)
