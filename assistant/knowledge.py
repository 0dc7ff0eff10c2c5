"""What the assistant knows about words: the TOML files of `assistant/data`, read once."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Raw word lists; stems are made in `lexicon.py`."""

    irregular: dict[str, str]
    """Folded form or folded stem → folded stem."""
    stop_words: tuple[str, ...]
    soft_words: tuple[str, ...]
    figure_soft: tuple[str, ...]
    same: tuple[tuple[str, ...], ...]
    """Groups that mean the same to a reader of these documents."""
    everyday: dict[str, tuple[str, ...]]
    """Word or phrase of everyday speech → words of the field; not the other way."""
    hints: dict[str, tuple[str, ...]]
    """Word or phrase → words of the field that are about the same matter, but do not mean the same."""
    opposites: tuple[tuple[tuple[str, ...], ...], ...]
    english: dict[str, str]
    """English word or phrase → Danish."""
    common: frozenset[str]
    """Danish words that are right as they are: never taken for a typo."""


def _table(name: str) -> dict[str, Any]:
    path = resources.files("assistant") / "data" / name
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _ways() -> list[dict[str, Any]]:
    """The thesaurus: `synonyms.toml` and every file of `data/ways/`, one for each subject."""
    folder = resources.files("assistant") / "data" / "ways"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return [_table("synonyms.toml"), *(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)]


def _merged(tables: list[dict[str, Any]], part: str) -> dict[str, tuple[str, ...]]:
    """One part of several tables; a phrase that stands in more than one has what all of them say."""
    found: dict[str, dict[str, None]] = {}
    for each in tables:
        for phrase, field in each.get(part, {}).items():
            found.setdefault(phrase, {}).update(dict.fromkeys(field))
    return {phrase: tuple(field) for phrase, field in found.items()}


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().translate(_FOLD)


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The word lists."""
    words = _table("words.toml")
    ways = _ways()
    irregular = {_folded(form): _folded(forms[0]) for forms in words["irregular"] for form in forms}
    return Knowledge(
        irregular=irregular,
        stop_words=tuple(" ".join(words["stop"].values()).split()),
        soft_words=tuple(" ".join(words["soft"].values()).split()),
        figure_soft=tuple(" ".join(words["figure_soft"].values()).split()),
        same=tuple(tuple(group) for each in ways for group in each.get("same", ())),
        everyday=_merged(ways, "everyday"),
        hints=_merged(ways, "hints"),
        opposites=tuple(tuple(map(tuple, row)) for each in ways for row in each.get("opposites", ())),
        english={phrase: danish for part in _table("english.toml").values() for phrase, danish in part.items()},
        common=frozenset(_folded(word) for word in " ".join(words["common"].values()).split()),
    )


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """One data file as read."""
    return _table(name)
