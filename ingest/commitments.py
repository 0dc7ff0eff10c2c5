"""Every goal, sub-goal, "vil"-point, promise, decision and initiative of a document, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.commitment_lists import PointList, Unit, goal_name, numbered_goals, point_lists, units_of
from ingest.commitment_prose import quoted_goals, sign_of
from ingest.commitment_sentences import sentence_spans
from ingest.commitment_words import actor_named, clean, period_of, publisher_of, recase, theme_of
from ingest.document import Commitment, Document, Span


def find_commitments(document: Document) -> tuple[Commitment, ...]:
    """The document's commitments in order. Goals have no parent; what stands under a goal names it."""
    units = units_of(document)
    lists = point_lists(document, units)
    goals = _goals(document, units, lists)
    found = [*goals.values(), *_points(document, lists, goals), *_prose(document, units, lists, goals)]
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


def _goals(document: Document, units: tuple[Unit, ...], lists: tuple[PointList, ...]) -> dict[str, Commitment]:
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

    if document.info.kind == "maalprogram":
        for one in lists:
            if one.lead.status == "vil" and one.heading is not None:
                add(goal_name(one.heading.text), (one.heading.span,))
    for unit in numbered_goals(units):
        add(goal_name(unit.text), (unit.span,))
    for one in lists:
        if one.lead.status == "mål":
            for point in one.points:
                add(goal_name(point.text), (point.span, one.lead.span))
    for unit in units:
        for span in sentence_spans(document.text, unit.span):
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
                point.text,
                status=one.lead.status,
                actor=actor_named(one.lead.actor, document.info),
                period=period_of(one.lead.text),
                parent=parent,
            )


def _parent_of(document: Document, one: PointList, goals: dict[str, Commitment]) -> str | None:
    """The goal a list stands under; in a report, where points gather at a chapter's end, the chapter."""
    heading = one.heading if document.info.kind == "maalprogram" else one.chapter
    if heading is None:
        return None
    name = goal_name(heading.text)
    known = goals.get(_key(name))
    return known.text if known else name


def _prose(
    document: Document, units: tuple[Unit, ...], lists: tuple[PointList, ...], goals: dict[str, Commitment]
) -> Iterator[Commitment]:
    taken = {span for one in lists for span in (*(p.span for p in one.points), one.lead.span)}
    parent: str | None = None
    for unit in units:
        if unit.kind == "heading":
            known = goals.get(_key(recase(unit.text)))
            parent = known.text if known else None
        if unit.kind == "heading" or unit.span in taken:
            continue
        for span in sentence_spans(document.text, unit.span):
            sentence = clean(document.quote(span))
            sign = sign_of(sentence) if span not in taken else None
            if sign is None or quoted_goals(sentence):
                continue
            yield _commitment(
                document,
                (span,),
                sentence,
                status=sign.status,
                actor=actor_named(sign.actor, document.info),
                period=period_of(sentence),
                parent=parent,
            )
