"""Premises about how many there are, who alone does it, and what was left out: what the documents say otherwise."""

import re
from collections.abc import Callable

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.goals import by_theme
from assistant.compose.listing import goals_of, name_of
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.themes import find_theme
from assistant.understand.documents import period_of
from assistant.understand.premise import Claim
from assistant.understand.query import Query
from assistant.words import stems

_TOGETHER = re.compile(r"\b(?:sammen|både|og|fælles|samarbejde\w*)\b", re.IGNORECASE)
_LEAD = re.compile(r"\*\*([^*]+)\*\*")
_WORDS = {
    **{"en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8},
    **{"ni": 9, "ti": 10, "elleve": 11, "tolv": 12},
}


def correct(context: Context, query: Query, claim: Claim, ask: Callable[..., Draft]) -> Draft | None:
    """The documents' own word on what is taken for granted, where it is another; else None."""
    if claim.kind == "dropped":
        return _still_there(context, query, claim)
    check = ask(claim.check)
    if check.status != "answered":
        return None
    if claim.kind == "count":
        number = _number(check)
        return check if number is not None and number != int(claim.said) else None
    others = _others_named(check, claim)
    return check if others else None


def _number(check: Draft) -> int | None:
    """The number an answer leads with, in digits or words."""
    lead = _LEAD.search(check.lines[0])
    if lead is None:
        return None
    found = re.match(r"(\d[\d.]*)|(\w+)", lead[1])
    if found is None:
        return None
    return int(found[1].replace(".", "")) if found[1] else _WORDS.get(found[2].lower())


def _others_named(check: Draft, claim: Claim) -> bool:
    """Whether the answer names the one who is said to be alone, and another beside."""
    first = check.lines[0]
    return set(stems(claim.said)) <= set(stems(first)) and bool(_TOGETHER.search(first))


def _still_there(context: Context, query: Query, claim: Claim) -> Draft | None:
    """The goal of the theme that is said to be dropped, where the programme asked about has one."""
    entry = next((e for e in context.snapshot.documents if e.id in query.documents), None)
    period = query.periods[0] if query.periods else period_of(entry) if entry else None
    theme = find_theme(claim.said)
    if period is None or theme is None or not (goals := goals_of(context, query, period)):
        return None
    goal = by_theme(theme, goals)
    marks = set(stems(claim.said))
    if goal is None or not any(s in marks for p in (goal.goal, *goal.points) for s in stems(p.text)):
        return None
    draft = Draft()
    marker = context.citer.cite(draft, goal.goal.document, goal.goal.spans[:1], (), goal.goal.page)
    draft.lines.append(texts.STILL_A_GOAL.format(goal=clean(name_of(goal.goal)), period=period.label, marker=marker))
    for point in goal.points[:6]:
        marker = context.citer.cite(draft, point.document, point.spans, (), point.page)
        draft.lines.append(f"- {clean(point.text)} [{marker}]")
    return draft
