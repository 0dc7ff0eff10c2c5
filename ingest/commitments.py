"""Every goal, sub-goal, "vil"-point, promise, decision and initiative of a document, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.commitment_goals import Heading, NumberedGoal, goal_name, numbered_goals
from ingest.commitment_lists import (
    PointList,
    Unit,
    is_heading,
    key_issues,
    point_lists,
    torn_sections,
    units_of,
)
from ingest.commitment_prose import quoted_goals, sign_of
from ingest.commitment_words import actor_named, clean, period_of, publisher_of, sentences_in, theme_of
from ingest.document import Commitment, Document, Span


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The document's commitments in order. Goals have no parent; what stands under a goal names it."""
    units = units_of(document)
    lists = point_lists(document, units)
    numbered = numbered_goals([Heading(unit.text, unit.span, is_heading(unit)) for unit in units])
    goals = _goals(document, units, lists, numbered)
    found = [
        *goals.values(),
        *_sub_goals(document, numbered),
        *_points(document, lists, goals),
        *_prose(document, units, lists, goals),
    ]
    found += [
        _commitment(
            document, (span,), clean(document.quote(span)), status="mærkesag", actor=publisher_of(document.info)
        )
        for span in key_issues(document, units)
    ]
    found.sort(key=lambda commitment: commitment.spans[0])
    return tuple(replace(commitment, ordinal=ordinal) for ordinal, commitment in enumerate(found))


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())


def _commitment(
    document: Document,
    spans: tuple[Span, ...],
    text: str,
    *,
    status: str,
    actor: str | None,
    period: str | None = None,
    parent: str | None = None,
) -> Commitment:
    return Commitment(
        document=document.id,
        page=document.page_at(spans[0][0]),
        text=text,
        actor=actor,
        period=period or document.info.period,
        theme=theme_of(text, parent),
        status=status,
        parent=parent,
        quote=document.quote(spans[0]),
        spans=spans,
    )


def _sub_goals(document: Document, numbered: tuple[NumberedGoal, ...]) -> Iterator[Commitment]:
    for goal in numbered:
        if goal.parent is not None:
            yield _commitment(
                document, goal.spans, goal.name, status="delmål", actor=publisher_of(document.info), parent=goal.parent
            )


def _goals(
    document: Document, units: tuple[Unit, ...], lists: tuple[PointList, ...], numbered: tuple[NumberedGoal, ...]
) -> dict[str, Commitment]:
    """The goals by key: headings with points under them, numbered headings, goals listed or quoted; each once."""
    goals: dict[str, Commitment] = {}

    printed: dict[str, list[str]] = {}
    for unit in units:  # the same heading in another place may be without the hyphen of a line's end
        if len(unit.text) < 120:
            printed.setdefault(_key(unit.text), []).append(goal_name(unit.text))

    def add(name: str, spans: tuple[Span, ...], period: str | None = None) -> None:
        name = min(printed.get(_key(name), [name]), key=len)
        goal = _commitment(document, spans, name, status="mål", actor=publisher_of(document.info), period=period)
        goals.setdefault(_key(name), goal)

    for goal in numbered:
        if goal.parent is None:
            add(goal.name, goal.spans)
    parts = {_key(goal.name) for goal in numbered if goal.parent is not None}
    if document.info.kind == "maalprogram":
        for one in lists:
            if one.lead.status == "vil" and one.heading is not None and _key(goal_name(one.heading.text)) not in parts:
                add(goal_name(one.heading.text), (one.heading.span,))
    for one in lists:
        if one.lead.status == "mål":
            for point in one.points:
                add(goal_name(point.text), (point.span, one.lead.span), period_of(one.lead.text))
    for unit in units:
        for span in sentences_in(document, unit.span):
            sentence = clean(document.quote(span))
            for name in quoted_goals(sentence):
                add(name, (span,), period_of(sentence))
    return goals


def _points(document: Document, lists: tuple[PointList, ...], goals: dict[str, Commitment]) -> Iterator[Commitment]:
    for one in lists:
        if one.lead.status == "mål":
            continue
        parent = _parent_of(document, one, goals)
        for point in one.points:
            yield _commitment(
                document,
                (point.span, one.lead.span) + ((one.heading.span,) if one.heading else ()),
                point.text.removeprefix("vil ") if one.lead.status == "vil" else point.text,
                status=one.lead.status,
                actor=actor_named(one.lead.actor, document.info),
                period=period_of(one.lead.text),
                parent=parent,
            )


def _parent_of(document: Document, one: PointList, goals: dict[str, Commitment]) -> str | None:
    """The goal a list stands under; in a report, where points gather at a chapter's end, the chapter."""
    heading = one.heading if document.info.kind == "maalprogram" else one.chapter
    return _goal_or_heading(heading, goals)


def _goal_or_heading(heading: Unit | None, goals: dict[str, Commitment]) -> str | None:
    if heading is None:
        return None
    name = goal_name(heading.text)
    known = goals.get(_key(name))
    return known.text if known else name


def _prose(
    document: Document, units: tuple[Unit, ...], lists: tuple[PointList, ...], goals: dict[str, Commitment]
) -> Iterator[Commitment]:
    """Sentences that commit somebody, under the heading they stand under, in the year their chapter is about."""
    taken = {span for one in lists for span in (*(p.span for p in one.points), one.lead.span)}
    programme = document.info.kind == "maalprogram"
    torn = torn_sections(units)
    years = _chapter_years(document, units)
    heading: Unit | None = None
    for unit in units:
        if is_heading(unit):
            heading = unit
        if is_heading(unit) or unit.span in taken:
            continue
        for span in sentences_in(document, unit.span):
            sentence = clean(document.quote(span))
            sign = sign_of(sentence) if span not in taken else None
            if sign is None or quoted_goals(sentence):
                continue
            # In a programme "vil" is kept for the points of a goal, so that a goal's list is those and no more.
            status = "løfte" if programme and sign.status == "vil" else sign.status
            yield _commitment(
                document,
                (span,),
                sentence,
                status=status,
                actor=actor_named(sign.actor, document.info),
                period=period_of(sentence) or _year_on(years, unit.page),
                parent=_goal_or_heading(torn.get(unit.span, heading), goals),
            )


_CHAPTER_YEAR = re.compile(r"^(?:\w+ ){0,3}(?P<year>(?:19|20)\d\d)(?: \w+){0,3}$")
_LOOKING = re.compile(r"\b(?:tilbageblik|overskrifter|året|status|overblik)\b", re.IGNORECASE)


def _chapter_years(document: Document, units: tuple[Unit, ...]) -> list[tuple[int, str]]:
    """The years a report's chapters are about ("Tilbageblik på 2022"), with the page that each title stands on."""
    if document.info.kind != "aarsberetning":
        return []
    titles = [u for u in units if u.page is not None and len(u.text) < 60 and _LOOKING.search(u.text)]
    return [(u.page, match["year"]) for u in titles if u.page is not None and (match := _CHAPTER_YEAR.match(u.text))]


def _year_on(years: list[tuple[int, str]], page: int | None) -> str | None:
    """The year of the chapter a page is in; its title may stand anywhere on its first page."""
    return next((year for first, year in reversed(years) if page is not None and first <= page), None)
