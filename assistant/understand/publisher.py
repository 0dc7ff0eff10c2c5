"""Whose documents a question is about: "hos Boligforbundet Bæltet" means what that organisation says of itself."""

import re

from index.evidence import DocumentEntry
from ingest.document import Span

_OURS = re.compile(r"BL\b")
"""The publisher that every document is about; its name narrows nothing."""
_OF_ALL = re.compile(r"Kommuner?|Regionen?|Danmark", re.IGNORECASE)
"""Last words that many names share: "Herning Kommune" is no publisher "… i Kalundborg Kommune"."""


def publisher_named(text: str, entries: tuple[DocumentEntry, ...]) -> tuple[str, Span] | None:
    """The publisher a text names, by its whole name or its last word, with the place; None when it names none.

    An organisation writes "vi" of itself: its name is in no sentence of its own report, but on every page of it.
    """
    names = dict.fromkeys(e.info.publisher for e in entries if e.info.publisher)
    for name in sorted(names, key=len, reverse=True):
        if _OURS.match(name):
            continue
        last = name.split()[-1]
        own = len(last) >= 5 and last[0].isupper() and len(name.split()) > 1 and not _OF_ALL.fullmatch(last)
        said = [name, *([last] if own else [])]
        for one in said:
            pattern = rf"(?:\b(?:i|hos|af|fra|for|ved|på) )?\b{re.escape(one)}(?:['’]?s)?\b"
            if found := re.search(pattern, text, re.IGNORECASE if one == name else 0):
                return name, found.span()
    return None


def published_by(publisher: str, entries: tuple[DocumentEntry, ...]) -> tuple[str, ...]:
    """Ids of a publisher's documents."""
    return tuple(entry.id for entry in entries if entry.info.publisher == publisher)
