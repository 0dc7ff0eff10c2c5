"""A goal with its points, and which of a period's is meant: by its name, its theme, its place, or as the rest."""

import re
from dataclasses import dataclass

from assistant.compose.context import Context
from assistant.knowledge import table
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stem, stems
from ingest.document import Commitment


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with its points, as they stand in one document."""

    goal: Commitment
    points: tuple[Commitment, ...]


def same_name(a: str, b: str) -> bool:
    """Whether two names are one, apart from case and signs."""
    return re.sub(r"[\W_]+", "", a.lower()) == re.sub(r"[\W_]+", "", b.lower())


def named_goal(query: Query, goals: list[Goal]) -> Goal | None:
    """The goal whose name stands in the question."""
    said = said_stems(query)
    for goal in goals:
        name = [s for s in stems(goal.goal.text) if len(s) > 2]
        if len(name) >= 3 and sum(s in said for s in name) / len(name) >= 0.8:
            return goal
        main = [s for s in stems(re.split(r"\s[–-]\s", goal.goal.text)[0]) if len(s) > 2]
        if len(main) >= 2 and all(s in said for s in main):
            return goal
    return None


def said_stems(query: Query) -> set[str]:
    """Stems of the question; where it leans on the one before, of what that was about, too."""
    carried = {s for term in query.terms for s in term.stems} if query.carried else set()
    return set(stems(query.text)) | carried


def by_theme(theme: str, goals: list[Goal]) -> Goal | None:
    marks = {stem(w) for w in table("themes.toml")["themes"][theme].split()}

    def hits(goal: Goal) -> float:
        name = sum(s in marks for s in stems(goal.goal.text))
        return 3 * name + sum(s in marks for p in goal.points for s in stems(p.text)) / (1 + len(goal.points))

    best = max(goals, key=hits)
    return best if hits(best) > 0 else None


_ORDINAL = re.compile(
    r"\b(første|1\.|andet|2\.|tredje|3\.|fjerde|4\.|sidste) (?:\w+ )?(?:mål|pejlemærke|hovedmål|målsætning)\b",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:hvad|hvilke\w*)\b[^?]*\b(?:(?P<one>(?:det|den) (?:andet|anden))"
    r"|de (?:to |tre )?(?:andre|øvrige|resterende)|(?:to|tre) andre)\b"
    r"(?! (?:periode|program|år|udgave|dokument))",
    re.IGNORECASE,
)
_PLACES = {"første": 0, "1.": 0, "andet": 1, "2.": 1, "tredje": 2, "3.": 2, "fjerde": 3, "4.": 3, "sidste": -1}


def place_asked(query: Query) -> int | None:
    """The place by which a goal is named: "det andet pejlemærke"."""
    found = _ORDINAL.search(query.text)
    if found is None or not query.periods:
        return None
    return _PLACES[found[1].lower()]


def others_of(query: Query, goals: list[Goal], named: Goal | None) -> list[Goal]:
    """The goals beside the one that is named, where these are asked for: "hvad hed det andet?"."""
    asked = _REST.search(query.text)
    rest = [goal for goal in goals if goal is not named]
    if asked is None or len(goals) < 2 or (asked["one"] and len(rest) > 1):
        return []
    return rest


_CORE = re.compile(
    r"\bgår\b.{0,60}\bud på\b|\b(?:handler|drejer)\b.{0,50}\bom\b"
    r"|\b(?:meningen|formålet|idéen|ideen|tanken|hensigten) (?:med|bag)\b"
    r"|\bhvad (?:dækker|betyder|menes)\b|\bvil\b.{1,60}\bsige\b|\bkernen i\b|\bforklar\b"
    r"|\bhvad er\b.{0,60}\bfor noget\b",
    re.IGNORECASE,
)
"""What a goal is about is told by how its own section begins."""
_SENTENCES = 3


def asks_core(query: Query) -> bool:
    """Whether the question is what a goal is about."""
    return bool(_CORE.search(query.text))


def core_of(context: Context, goal: Goal) -> list[Unit]:
    """The first sentences of the section that a goal is the heading of."""
    own = [
        unit
        for unit in context.units.all
        if unit.document == goal.goal.document
        and unit.passage.kind == "prose"
        and unit.passage.section
        and same_name(unit.passage.section[-1], goal.goal.text)
    ]
    return own[:_SENTENCES]
