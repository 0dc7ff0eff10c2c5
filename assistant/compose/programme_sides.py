"""One question put to two or three documents, "i 2024-2026 og derefter i 2026-2028": each answers for itself."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.listing import narrow_terms
from assistant.compose.pledges import said_about
from assistant.compose.quoting import clean
from assistant.draft import Draft, shift_markers
from assistant.understand.documents import period_of
from assistant.understand.query import Query
from assistant.understand.slots import find_periods
from index.evidence import DocumentEntry, Evidence

_MOST = 3
"""Documents set beside each other."""
_LINES = 3
"""Sentences of each."""
_BETWEEN = frozenset({"timeline", "compare", "difference", "yesno", "sum", "list"})
"""What is asked between the sides, not of each."""
_LINKS = re.compile(
    r"\b(?:henholdsvis|hhv\.?|(?:og )?(?:så|derefter|siden|senere) (?=i\b)|både|begge|sammenlign\w*|forskel\w*|"
    r"anderledes|ændret sig|(?:hvad )?siger|stemmer(?= \w+s\b)|det samme|"
    r"samme (?:tal|antal|beløb)|enige?|overens|ifølge)\b",
    re.IGNORECASE,
)


def answer_sides(
    context: Context, query: Query, evidence: Evidence, answer: Callable[[Query], Draft | None]
) -> Draft | None:
    """A row for each document named; `partial` when one says nothing, None when fewer than two are named or speak."""
    entries = sides_named(context, query)
    if len(entries) < 2 or query.wants("number", "share", "money", "place", "sum", "documents"):
        return None
    if query.places or not narrow_terms(query):
        return None
    joined = Draft(longest=2400)
    empty = []
    for entry in entries:
        of_one = _of_one(query, entry)
        made = _points(context, of_one, evidence) or answer(of_one)
        if made is None or made.status != "answered":
            empty.append(entry)
            continue
        by = max((c.marker for c in joined.citations), default=0)
        joined.citations += [replace(c, marker=c.marker + by) for c in made.citations]
        said = " ".join(line.removeprefix("- ") for line in made.lines[:_LINES])
        joined.lines.append(f"- **{_name(entry)}**: {shift_markers(said, by)}")
    if not joined.lines:
        return None
    if empty:
        joined.status = "partial"
        joined.lines.append(texts.REST["en" if query.language == "en" else "da"])
    return joined


def with_their_periods(context: Context, query: Query) -> Query:
    """A question about figures that sets two documents beside each other, with the years of both in place of one's."""
    if len(query.periods) > 1 or not query.wants("number", "share", "money", "difference"):
        return query
    periods = [period for entry in sides_named(context, query) if (period := period_of(entry))]
    several = len({(p.start, p.end) for p in periods}) == len(periods) > 1
    return replace(query, periods=tuple(periods)) if several else query


def said_by_each(context: Context, query: Query, answer: Callable[[Query], Draft]) -> Draft | None:
    """What each of two documents says of an amount, quoted beside each other; None when fewer than two say it."""
    entries = sides_named(context, query)
    if len(entries) < 2 or not query.wants("number", "share", "money"):
        return None
    joined = Draft(longest=1200)
    for entry in entries:
        made = answer(_of_one(query, entry))
        if made.status != "answered":
            return None
        by = max((c.marker for c in joined.citations), default=0)
        joined.citations += [replace(c, marker=c.marker + by) for c in made.citations]
        joined.figures += [
            replace(f, marker=f.marker + by if f.marker else None) for f in made.figures if not f.derived
        ]
        joined.lines.append(f"- **{_name(entry)}**: {shift_markers(made.lines[0], by)}")
    return joined


def _points(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    draft = Draft()
    if query.wants("date", "person"):
        return None
    for unit, spans, text in said_about(context, query, evidence, _LINES):
        marker = context.citer.cite(draft, unit.document, spans, unit.passage.section, unit.passage.page)
        draft.lines.append(f"»{clean(text)}« [{marker}]")
    return draft if draft.lines else None


def sides_named(context: Context, query: Query) -> list[DocumentEntry]:
    """The documents a question sets beside each other, by kind or period, oldest first; empty when it names no two."""
    chosen = {i for i in query.documents if i in context.entries}
    if len(query.periods) > 1:
        for entry in context.entries.values():
            own = period_of(entry)
            if entry.info.kind != "maalprogram" or own is None:
                continue
            if any((p.start, p.end) == (own.start, own.end) for p in query.periods):
                chosen.add(entry.id)
        if len(chosen) < len({(p.start, p.end) for p in query.periods}):
            return []
    elif len(query.kinds) < 2:
        return []
    entries = [context.entries[i] for i in chosen]
    entries.sort(key=lambda e: ((p.start, p.end) if (p := period_of(e)) else (0, 0), e.id))
    return entries if 2 <= len(entries) <= _MOST else []


def _of_one(query: Query, entry: DocumentEntry) -> Query:
    narrow = narrow_terms(query)
    links = {word.lower() for found in _LINKS.finditer(query.text) for word in found[0].split()}
    text = _LINKS.sub(" ", _without_periods(query.text))
    return replace(
        query,
        question=_LINKS.sub(" ", _without_periods(query.question)),
        text=" ".join(text.split()),
        documents=(entry.id,),
        kinds=(entry.info.kind,),
        periods=(),
        count=None,
        asks=query.asks - _BETWEEN,
        terms=tuple(t for t in query.terms if t.text in narrow and t.text.lower() not in links),
    )


def _without_periods(text: str) -> str:
    for _, (start, end) in reversed(find_periods(text)):
        text = f"{text[:start]} {text[end:]}"
    return text


def _name(entry: DocumentEntry) -> str:
    period = period_of(entry)
    return period.label if period and entry.info.kind == "maalprogram" else entry.info.title
