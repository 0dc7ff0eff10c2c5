"""Which municipality a sheet is about where only its title says so ("BORNHOLM", "V E J L E")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.figures.fragments import SheetPage
from ingest.places import municipalities_in, municipality_named

TITLE_SIZE = 0.6
"""Of the first page's largest words: what is set as large as this may be its title."""
_ABOUT = re.compile(
    r"[^\W\d_][\w-]+ Kommune\b|\b(?:boliger(?:ne)?|lejer(?:e|ne)|beboer(?:e|ne)|bor alment) i [^\W\d_][\w-]+"
)
_REPORTS = ("aarsberetning", "maalprogram")


def with_place(document: Document, pages: Sequence[SheetPage]) -> Document:
    """The document, its municipality taken from the first page's title where reading found none."""
    info = document.info
    if info.municipality or info.kind in _REPORTS or not pages:
        return document
    words = [c for c in pages[0].fragments if not c.is_value]
    largest = max((c.size for c in words), default=0.0)
    titles = [_closed(c.text) for c in words if c.size >= TITLE_SIZE * largest]
    named = {name for title in titles for name in municipalities_in(title)}
    named |= {name for title in titles for part in re.split(r"[:–—|·]", title) if (name := municipality_named(part))}
    named = named or _said_over_all(pages[0])
    return replace(document, info=replace(info, municipality=named.pop())) if len(named) == 1 else document


def _said_over_all(page: SheetPage) -> set[str]:
    """The municipalities that words over every number name as what the sheet is about ("TEMA: VEJLE KOMMUNE", "De almene boliger i Vejle")."""  # noqa: E501
    top = min((c.box.y0 for c in page.fragments if c.is_value), default=0.0)
    over = [_closed(c.text) for c in page.fragments if c.box.y1 <= top]
    told = [m[0] for words in over for m in _ABOUT.finditer(words)]
    return {name for words in told for name in municipalities_in(words)}


def _closed(words: str) -> str:
    """Letters set apart as one word, in the case of a name: "V E J L E" → "Vejle"."""
    if re.fullmatch(r"\w(?: \w){3,}", words):
        words = words.replace(" ", "")
    return words.title() if words.isupper() else words
