"""Goals and the points under them, complete and in the document's order, from the commitments that were read."""

import re
from dataclasses import replace

from assistant.compose.context import Context
from assistant.compose.goals import (
    Goal,
    asks_core,
    by_theme,
    core_of,
    named_goal,
    others_of,
    place_asked,
    said_stems,
    same_name,
)
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.knowledge import table
from assistant.lexicon import HINT, stop_stems
from assistant.themes import names_part, part_named
from assistant.understand.documents import of_others, period_of, programmes, relative_named
from assistant.understand.query import Period, Query
from assistant.understand.slots import find_periods
from assistant.words import stem, stems
from ingest.document import Commitment

_NAME = 80
"""Characters of a goal that is a name and no sentence."""
_POINT_STATUS = frozenset({"vil", "formål", "forudsætning", "mulighed", "løfte"})


def goals_of(context: Context, query: Query, period: Period | None) -> list[Goal]:
    """The goals of a period, in document order; those with points first choice, else those only named."""
    others = frozenset() if query.documents else of_others(context.snapshot.documents)
    own = [c for c in context.snapshot.commitments if c.document not in others and _allowed(query, c, period)]
    heads = [c for c in own if c.parent is None and c.status == "mål"]
    goals = []
    for head in heads:
        points = tuple(
            c
            for c in own
            if c.parent and same_name(c.parent, head.text) and c.document == head.document and c.status in _POINT_STATUS
        )
        printed = tuple(c for c in points if c.status == "vil")
        # What running text promises stands beside the list that a goal prints, not in it.
        goals.append(Goal(head, printed if len(printed) > 1 else points))
    with_points = [g for g in goals if g.points]
    if len(with_points) >= 2:
        return with_points
    return [g for g in goals if len(g.goal.text) <= _NAME]


def _allowed(query: Query, commitment: Commitment, period: Period | None) -> bool:
    if query.documents and commitment.document not in query.documents:
        return False
    if period is None:
        return True
    own = [p for p, _ in find_periods((commitment.period or "").replace("–", "-"))]
    return any((p.start, p.end) == (period.start, period.end) for p in own)


def wants_goals(query: Query) -> bool:
    """Whether the question asks for the goals themselves, or for what is to be done under one."""
    if query.wants("reason", "date", "person", "place", "frequency", "documents", "number", "contact"):
        return False
    if query.wants("yesno") and not query.wants("list"):
        return False
    asked_list = query.wants("list") or bool(_WILL.search(query.text.lower())) or names_part(query.text)
    return asked_list and ("maalprogram" in query.kinds or query.theme is not None or bool(query.periods))


_WILL = re.compile(
    r"\b(?:vil|ville|ønsker|ønskede|agter|har tænkt sig)\b.{0,20}\bbl\b|\bbl\b.{0,15}\b(?:vil|ville|ønsker)\b|\bsig(?:e|er)? mere\b|"  # noqa: E501
    r"\b(?:mål|pejlemærke|hovedmål|punkter|løfter)\b|\bhvordan lyder\b|\bfortæl\b|\bhvad (?:vil|ville|lover|lovede)\b(?![^?]*\bsige\b)|\bhvad er (?:der )?(?:sagt|skrevet)\b"  # noqa: E501
)


def answer_list(context: Context, query: Query) -> Draft | None:
    """All goals of a period, or all points of one goal; None when the question is about something narrower."""
    if not wants_goals(query):
        return None
    period = query.periods[0] if query.periods else None
    if period is None and "maalprogram" in query.kinds and not query.documents:
        first = relative_named(query.text) == "first"
        period = next(iter(known_periods(context)), None) if first else _newest(context)
    goals = goals_of(context, query, period)
    if not goals:
        return None
    named = named_goal(query, goals)
    rest = _beside_names(context, query)
    themed = by_theme(query.theme, goals) if query.theme and about_theme(query) else None
    if (named or (themed and not rest)) and (others := others_of(query, goals, named or themed)):
        return _goal_list(context, query, others, rest=True)
    place = None if rest else place_asked(query)
    if place is not None and not named:
        return refuse(context, query, []) if place >= len(goals) else _points(context, query, goals[place])
    if named is not None:
        return _points(context, query, named)
    if themed is not None and not rest:
        return _points(context, query, themed)
    if (goal := named or themed) is not None and (about := _points_about(context, query, goal, rest)):
        return _points(context, query, replace(goal, points=about))
    if rest or not (_asks_for_goals(query) or _asks_for_heads(query, goals)):
        return None
    return _goal_list(context, query, goals)


def known_periods(context: Context) -> list[Period]:
    """Every period that has goals, from programmes and from what other documents tell of earlier ones."""
    found: dict[tuple[int, int], Period] = {}
    others = of_others(context.snapshot.documents)
    told = [c for c in context.snapshot.commitments if c.document not in others]
    goals = [c for c in told if c.parent is None and c.status == "mål" and c.period]
    for goal in goals:
        for period, _ in find_periods((goal.period or "").replace("–", "-")):
            if period.start < period.end:
                found.setdefault((period.start, period.end), period)
    return [found[key] for key in sorted(found)]


_SEVERAL = re.compile(r"\b(?:(?P<two>to|2)|tre|3) (?:seneste|sidste|nyeste)\b", re.IGNORECASE)


def last_periods(text: str, known: list[Period]) -> list[Period]:
    """The periods that "de to seneste" means; none where nothing like it is said."""
    found = _SEVERAL.search(text)
    return known[-2 if found["two"] else -3 :] if found else []


def _newest(context: Context) -> Period | None:
    periods = [p for entry in programmes(context.snapshot.documents) if (p := period_of(entry))]
    return max(periods, key=lambda p: (p.start, p.end), default=None)


def _asks_for_goals(query: Query) -> bool:
    return bool(
        re.search(
            r"\bmål\w*|\bpejlemærke\w*|\bhovedmål\w*|\bmålsætning\w*|\bprogram\w*|\bpunkter\b|\bprioritet\w*|\bgoals?\b",
            query.text.lower(),
        )
    )


def _asks_for_heads(query: Query, goals: list[Goal]) -> bool:
    """Whether as many headings or aims are asked for as a period that is named has goals."""
    return bool(query.periods) and query.count == len(goals) and bool(_HEADS.search(query.text))


_HEADS = re.compile(
    r"\b(?:overskrifter|temaer|spor|løfter|fokusområder|indsatsområder|ting|retninger|hovedpunkter)\b", re.IGNORECASE
)


def _general_stems() -> frozenset[str]:
    data = table("themes.toml")
    return frozenset(stem(w) for words in (*data["areas"].values(), data["general"]["words"]) for w in words.split())


def narrow_terms(query: Query) -> list[str]:
    """Words of a goal question that are about something narrower than a theme or a period."""
    general = _general_stems() | stop_stems()
    if query.documents:
        general |= frozenset(stems(query.publisher or ""))  # whose goals they are narrows nothing
    return [
        t.text
        for t in query.terms
        if t.kind not in ("soft", "number") and not set(t.stems) <= general and part_named(t.text) is None
    ]


_DOES = re.compile(
    r"\b(?:vil|ville|gør|gøre|gøres|løfter|lover|lovede|ting|punkter|indsatser|tiltag|ønsker|sker?)\b", re.IGNORECASE
)
"""How it is asked what is to be done under a goal, and not what it rests on."""


def _beside_names(context: Context, query: Query) -> list[str]:
    """The narrow words that no goal of any period, with the theme that is asked for, has in its name."""
    narrow = narrow_terms(query)
    if query.theme is None or not narrow or not _DOES.search(query.text):
        return narrow
    marks = {stem(w) for w in table("themes.toml")["themes"][query.theme].split()}
    heads = [c for c in context.snapshot.commitments if c.parent is None and c.status == "mål" and len(c.text) <= _NAME]
    names = [set(stems(c.text)) for c in heads]
    known = {s for name in names if name & marks for s in name}
    return [text for text in narrow if not set(stems(text)) - stop_stems() <= known]


def _points_about(context: Context, query: Query, goal: Goal, rest: list[str]) -> tuple[Commitment, ...]:
    """The points of a goal that tell of what is asked beside its theme; empty where any of it stands in none."""
    met = set()
    for term in (t for t in query.terms if t.text in rest):
        ways = [w.stems for w in context.lexicon.ways(term.stems) if w.quality > HINT]
        own = {p for p in goal.points if any(set(way) <= set(stems(p.text)) for way in ways)}
        if not own:
            return ()
        met |= own
    return tuple(point for point in goal.points if point in met)


def about_theme(query: Query) -> bool:
    """Whether a word of the question is a theme's own word ("klima", "demokratiet"), not "mål" alone."""
    marks = {stem(w) for words in table("themes.toml")["areas"].values() for w in words.split()}
    said = said_stems(query) if _DOES.search(query.text) else set(stems(query.text))
    return bool(said & marks) or names_part(query.text)


def _goal_list(context: Context, query: Query, goals: list[Goal], *, rest: bool = False) -> Draft:
    draft = Draft()
    first = goals[0].goal
    period = f" for {first.period}" if first.period else ""
    lead_marker = [cite_goal(context, draft, g.goal) for g in goals]
    english = query.language == "en"
    names = "The goals" if english else "Målene"
    if rest:
        names = "The rest" if english else "De andre mål" if len(goals) > 1 else "Det andet mål"
    draft.lines.append(f"**{names}{period}**: {''.join(f'[{m}]' for m in dict.fromkeys(lead_marker))}")
    draft.lines += [
        f"{i}. {name_of(goal.goal)} [{m}]" for i, (goal, m) in enumerate(zip(goals, lead_marker, strict=True), 1)
    ]
    return draft


def cite_goal(context: Context, draft: Draft, goal: Commitment) -> int:
    """The goal's name where its document is of its period; else the sentence that tells of it, with its years."""
    unit = context.unit_within(goal.document, goal.spans[0])
    if unit is None or context.entries[goal.document].info.period == goal.period:
        return context.citer.cite(draft, goal.document, goal.spans[:1], (), goal.page)
    spans = (unit.passage.lead_in, *unit.spans) if unit.passage.lead_in else unit.spans
    return context.citer.cite(draft, goal.document, spans, unit.passage.section, unit.passage.page)


def name_of(goal: Commitment) -> str:
    """A goal's name as a reader expects it: no capitals throughout."""
    name = clean(goal.text)
    return name[:1].upper() + (name[1:].lower() if name.isupper() else name[1:])


def who_will(context: Context, goal: Goal) -> str:
    """ " vil BL": who the document says is to do it; "" where it names nobody."""
    actors = {point.actor for point in goal.points if point.actor} or {goal.goal.actor} - {None}
    own = context.entries[goal.goal.document].info.publisher
    who = actors.pop() if len(actors) == 1 else own if not actors else None
    return f" vil {who}" if who else ""


def _points(context: Context, query: Query, goal: Goal) -> Draft:
    draft = Draft()
    head = context.citer.cite(draft, goal.goal.document, goal.goal.spans[:1], (), goal.goal.page)
    period = f" ({goal.goal.period})" if goal.goal.period else ""
    if not goal.points:
        draft.lines.append(f"**{name_of(goal.goal)}**{period} [{head}]")
        return draft
    if asks_core(query):
        draft.lines += [f"»{clean(u.text)}« [{context.citer.cite_unit(draft, u)}]" for u in core_of(context, goal)]
    will = "Under the goal" if query.language == "en" else "Under målet"
    tail = "" if query.language == "en" else who_will(context, goal)
    draft.lines.append(f"{will} **{name_of(goal.goal)}**{period}{tail}: [{head}]")
    for point in goal.points:
        marker = context.citer.cite(draft, point.document, point.spans, (), point.page)
        draft.lines.append(f"- {clean(point.text)} [{marker}]")
    return draft
