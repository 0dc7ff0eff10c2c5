"""Persons who are called by their given name alone: a common name, or a word that is told of as a person."""

import re
from functools import lru_cache

from assistant.knowledge import table

_TOLD = re.compile(
    r"\b(?:\d{1,3}-?årige|siger|fortæller|forklarer|lyder det fra|spørger|griner|smiler)\s+"
    r"(?P<a>[A-ZÆØÅ][a-zæøåéäöüáíó]{2,})\b"
    r"|\b(?P<b>[A-ZÆØÅ][a-zæøåéäöüáíó]{2,})(?: [A-ZÆØÅ][a-zæøå]+)? på \d{1,3} år\b"
)
"""Ways of telling of a person: by age, or as one who speaks."""
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÆØÅ][a-zæøåéäöüáíó]+(?:-[A-ZÆØÅ][a-zæøåéäöüáíó]+)?(?![\w-])")
_NO_PERSON = re.compile(r"\b(?:Fond|Regeringen|Kommunen|Ministeren)\b")


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(table("given_names.toml")["names"].split())


def given_names(text: str) -> list[str]:
    """Given names in a text, in the order they stand, without the s of a genitive."""
    told = {found["a"] or found["b"] for found in _TOLD.finditer(text)}
    names = []
    for found in _CAPITAL.finditer(text):
        word = found[0]
        bare = word[:-1] if word.endswith("s") and word not in _known() else word
        if bare in _known() or (word in told and not _NO_PERSON.search(word)):
            names.append(bare)
    return list(dict.fromkeys(names))


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    return frozenset(table("given_names.toml")["women"].split())


def is_woman(name: str) -> bool | None:
    """By the given name; None for one that is not known."""
    given = name.split()[0]
    return given in _women() if given in _known() else None
