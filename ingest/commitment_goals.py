"""Goals and sub-goals that a document numbers: "Mål 2: …", "Pejlemærke 1 – …", "Mål A" over its name, "Delmål 2.1"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.commitment_words import recase
from ingest.document import Span

_NUMBER = r"(?:\d+(?:\.\d+)*|[IVX]+|[A-ZÆØÅ]\d*(?:\.\d+)*)"
_SORT = r"(?:hovedmål|mål|målsætning|pejlemærke|indsatsområde|fokusområde)"
_NUMBERED = re.compile(rf"^(?i:(?P<sub>del)?{_SORT})\s*{_NUMBER}\s*(?:[:.–-]\s*(?P<name>\S.*))?$")
MOST_WORDS = 16
"""A goal's heading is short; what is longer is a sentence that begins alike."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may head a goal: its words, where they stand, and whether it is printed as a heading."""

    text: str
    span: Span
    is_heading: bool


@dataclass(frozen=True, slots=True)
class NumberedGoal:
    """A goal's name, where name and number stand, and the goal it is a part of (None for a goal itself)."""

    name: str
    spans: tuple[Span, ...]
    parent: str | None


def numbered_goals(lines: Sequence[Heading]) -> tuple[NumberedGoal, ...]:
    """The numbered goals in order, each sub-goal under the goal before it."""
    found: list[NumberedGoal] = []
    goal: str | None = None
    for at, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text.split()) > MOST_WORDS:
            continue
        name = match["name"]
        spans: tuple[Span, ...] = (line.span,)
        if name is None:  # "Mål 1" over the name, which is a heading of its own
            following = lines[at + 1] if at + 1 < len(lines) else None
            if following is None or not following.is_heading or _NUMBERED.match(following.text):
                continue
            name, spans = following.text, (following.span, line.span)
        elif not line.is_heading:
            continue
        name = goal_name(name)
        found.append(NumberedGoal(name, spans, goal if match["sub"] else None))
        goal = goal if match["sub"] else name
    return tuple(found)


def goal_name(text: str) -> str:
    """A goal's name as a reader writes it: without its number and what follows a colon."""
    match = _NUMBERED.match(text)
    named = match["name"] if match and match["name"] else text
    return recase(re.split(r":\s", named)[0].strip(" .:"))
