"""The points of programmes and reports: what is said to be done, where it stands, and under which goal."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from assistant.compose.context import Context
from assistant.compose.goals import Goal
from assistant.compose.listing import name_of, who_will
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import is_fragment
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems
from ingest.document import Commitment, Span

_PLEDGE = re.compile(
    r"\b(?:vil|skal|ønsker|må)\b|\b(?:stiller|tager|bidrager|styrker|kan|fortsætter) (?:vi|BL)\b"
    r"|\b(?:vi|BL)\b(?: \w+)? (?:arbejder|stiller|tager|bidrager|styrker|kan|inviterer|tilbyder|har)\b",
)
_SAID = frozenset({"vil", "løfte", "ønsker", "skal", "kræver", "besluttet", "igangsat", "gennemført", "bidrager"})
_RULERS = frozenset({"regeringen", "Folketinget"})
_RULERS_WILL = re.compile(
    r"\bhv\w+ (?:vil|ville|lover|lovede|skal|har|gør) (?:regeringen|folketinget|politikerne)\b", re.IGNORECASE
)
_GOAL_WILL = re.compile(
    r"\b(?:vil|ville|skal|kan)\b.{0,40}\b(?:gøre|gøres|stille op|bidrage|hjælpe|sikre|give)\b", re.IGNORECASE
)
ALONE = 0.85
"""What a word of the heading counts for the only point under it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is said to be done, where it stands."""

    unit: Unit
    spans: tuple[Span, ...]
    text: str
    stems: frozenset[str]
    read: bool
    """Whether it was read as a promise."""
    heading: float = 0.6
    """What a word of its heading counts: more where it is the one point that stands under it."""


def points_of(context: Context, query: Query, documents: frozenset[str] | None) -> list[Point]:
    """All that was read as said to be done, and in documents that are bound each sentence with a will in it."""
    found: list[Point] = []
    taken: set[int] = set()
    rulers = bool(_RULERS_WILL.search(query.text))
    for each in context.snapshot.commitments:
        if each.status not in _SAID or (documents and each.document not in documents):
            continue
        unit = context.unit_within(each.document, each.spans[0])
        if not rulers and each.actor in _RULERS:
            if unit is not None:
                taken.add(unit.number)  # nor is it a point of anybody else's
            continue
        if unit is not None and (documents or not query.periods or _in_period(context, query, unit)):
            taken.add(unit.number)
            found.append(Point(unit, each.spans, each.text, frozenset(stems(each.text)), True))
    issues = _issues(context)
    headings = {letters(c.text) for c in context.snapshot.commitments if c.status in ("mærkesag", "mål")}
    for unit in context.units.all if documents else ():
        if unit.document not in (documents or ()) or unit.number in taken:
            continue
        if unit.passage.kind in ("caption", "note", "tile") or unit.text.endswith(":") or is_fragment(unit):
            continue
        if letters(unit.text) in headings:
            continue
        if _PLEDGE.search(unit.text) or unit.passage.section[-1:] in issues.get(unit.document, ()):
            found.append(Point(unit, unit.spans, unit.text, unit.stems, False))
    under = Counter((point.unit.document, point.unit.passage.section) for point in found if point.read)
    return [
        replace(p, heading=ALONE) if p.read and under[p.unit.document, p.unit.passage.section] == 1 else p
        for p in found
    ]


def _issues(context: Context) -> dict[str, frozenset[tuple[str, ...]]]:
    """The headings under which each document tells what its key issues mean."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for each in context.snapshot.commitments:
        if each.status == "mærkesag":
            found.setdefault(each.document, set()).add((clean(each.text),))
    return {document: frozenset(headings) for document, headings in found.items()}


def _in_period(context: Context, query: Query, unit: Unit) -> bool:
    return any(context.scorer.period_fits(unit, period) for period in query.periods)


def say_points(context: Context, query: Query, points: list[Point]) -> Draft:
    draft = Draft()
    for point in points:
        section, page = point.unit.passage.section, point.unit.passage.page
        lead = ""
        if query.language == "da" and (goal := goal_of(context, point.unit)) is not None:
            head = context.citer.cite(draft, goal.document, goal.spans[:1], (), goal.page)
            lead = f"Under målet **{name_of(goal)}** ({goal.period}) [{head}]: "
        marker = context.citer.cite(draft, point.unit.document, point.spans, section, page)
        draft.lines.append(f"{lead}»{clean(point.text)}« [{marker}]")
    return draft


def goal_of(context: Context, unit: Unit) -> Commitment | None:
    """The goal that a sentence's section is named after."""
    heading = letters(unit.passage.section[-1]) if unit.passage.section else ""
    goals = (c for c in context.snapshot.commitments if c.document == unit.document and c.status == "mål")
    return next((c for c in goals if heading and c.period and c.parent is None and letters(c.text) == heading), None)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def with_points(context: Context, query: Query, unit: Unit, draft: Draft) -> Draft:
    """The draft and, where a goal's introduction tells of the matter, the points by which the goal answers it."""
    goal = goal_of(context, unit)
    if goal is None or query.language != "da" or not _GOAL_WILL.search(query.text) or _PLEDGE.search(unit.text):
        return draft  # a sentence that says itself what is to be done needs no other points
    points = [c for c in context.snapshot.commitments if c.document == goal.document and c.status == "vil" and c.parent]
    own = [c for c in points if letters(c.parent or "") == letters(goal.text)]
    if not own or any(unit is context.unit_within(c.document, c.spans[0]) for c in own):
        return draft
    head = context.citer.cite(draft, goal.document, goal.spans[:1], (), goal.page)
    draft.lines.append(
        f"Under målet **{name_of(goal)}** ({goal.period}){who_will(context, Goal(goal, tuple(own)))}: [{head}]"
    )
    for each in own:
        marker = context.citer.cite(draft, each.document, each.spans, (), each.page)
        draft.lines.append(f"- {clean(each.text)} [{marker}]")
    return draft
