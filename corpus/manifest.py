"""What ships with us: the starter documents and how the original of each is recognised."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias

StarterKind: TypeAlias = Literal["kommuneark", "velkomstpakke", "maalprogram", "aarsberetning", "andet"]


SUMMARY_NOTICE = "resumé skrevet til bl assistent"
"""What stands at the foot of each of our pages, as `plain` leaves it."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What tells that a file is the original. Of each group in `phrases` one stands in the file name or first pages."""

    phrases: tuple[tuple[str, ...], ...]
    periods: tuple[str, ...]
    """Periods the original may be read to have; "" where none can be read."""


@dataclass(frozen=True, slots=True)
class StarterDocument:
    """One of our own summaries. `path` is a real file, also in an installed wheel."""

    id: str
    path: Path
    title: str
    kind: StarterKind
    publisher: str
    period: str
    year: int
    """The last year it speaks for."""
    municipality: str | None
    summarises: str
    """Title of the original."""
    original: str
    """Where the original is published."""
    left_out: tuple[str, ...]
    """Danish: what was uncertain in the original, and what we chose not to repeat."""
    recognise: Recognition

    def is_original(
        self, file_name: str, first_pages: str, *, kind: str, period: str | None, municipality: str | None
    ) -> bool:
        """Whether a file that reads like this is the original of this summary (not another year's or place's)."""
        if (kind, municipality) != (self.kind, self.municipality) or (period or "") not in self.recognise.periods:
            return False
        text = f" {plain(file_name)} {plain(first_pages)} "
        if SUMMARY_NOTICE in text:  # a summary is no original, not even of itself
            return False
        # At the beginning of a word: "bl" must not be found in "tabl".
        return all(any(f" {phrase}" in text for phrase in group) for group in self.recognise.phrases)


def plain(text: str) -> str:
    """Lower case, with every run of white space, dashes, dots and underscores as one space."""
    return re.sub(r"[\s\-‐-―._/]+", " ", text.lower()).strip()


@cache
def starter_documents() -> tuple[StarterDocument, ...]:
    """The starter documents, in the manifest's order."""
    table = tomllib.loads(files("corpus").joinpath("manifest.toml").read_text(encoding="utf-8"))
    return tuple(_document(entry) for entry in table["document"])


def _document(entry: dict[str, Any]) -> StarterDocument:
    recognise = entry["recognise"]
    return StarterDocument(
        id=entry["id"],
        path=Path(str(files("corpus").joinpath(entry["file"]))),
        title=entry["title"],
        kind=entry["kind"],
        publisher=entry["publisher"],
        period=entry["period"],
        year=entry["year"],
        municipality=entry.get("municipality"),
        summarises=entry["summarises"],
        original=entry["original"],
        left_out=tuple(entry["left_out"]),
        recognise=Recognition(tuple(tuple(group) for group in recognise["phrases"]), tuple(recognise["periods"])),
    )
