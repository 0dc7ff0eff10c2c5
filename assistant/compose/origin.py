"""How a programme of goals came about: who made it, who adopted it and when, for each programme that is asked about."""

import re

from assistant import answers, texts
from assistant.compose.context import Context
from assistant.compose.listing import known_periods, last_periods, narrow_terms
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import is_fragment
from assistant.understand.documents import of_others, period_of, relative_named
from assistant.understand.query import Period, Query
from assistant.units import Unit
from assistant.words import stems

_ASKS = re.compile(
    r"\bhvem\b[^?]*\b(?:lave\w*|skrev\w*|skrive|udarbejde\w*|udvikle\w*|(?:været|var) med|st[åo]d? bag|står bag|"
    r"beslutte\w*|vedt[ao]g\w*|formulere\w*)\b"
    r"|\bhvor(?:dan|når)\b[^?]*\b(?:blev|er|gik|kom)\b[^?]*"
    r"\b(?:til|vedtaget|lavet|udviklet|udarbejdet|besluttet|i stand)\b",
    re.IGNORECASE,
)
_MADE = re.compile(r"\b(?:udarbejdet|udviklet|vedtaget|vedtog|lanceret|formuleret|besluttet|skrevet)\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:af|bestående|repræsentanter|arbejdsgruppe\w*|bestyrelse\w*)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b(?:Almene [Mm]ål|[Pp]rogram\w*|[Mm]ålprogram\w*|[Mm]ålsætningsprogram\w*|[Mm]ålene)\b")
_ABOUT = frozenset(
    stems(
        "almene mål målene program programmet målprogram målprogrammet målsætningsprogram sæt udgave udgaver første "
        "allerførste repræsentantskab repræsentantskabet bestyrelse bestyrelsen kreds kredse lave lavede lavet skrive "
        "skrev skrevet udarbejde udarbejdet udvikle udviklet beslutte besluttede besluttet vedtage vedtaget vedtog "
        "formulere formuleret stå bag"
    )
)
"""What such a question is about: a word beside these is about something in the programme."""
_MOST = 2
"""Sentences of each programme."""


def answer_origin(context: Context, query: Query) -> Draft | None:
    """The sentences that tell it, a row for each of several programmes; None when something else is asked."""
    if "maalprogram" not in query.kinds or not _ASKS.search(query.text) or query.wants("reason", "yesno", "number"):
        return None
    if query.language != "da" or query.places or any(not set(stems(text)) <= _ABOUT for text in narrow_terms(query)):
        return None
    periods = _periods(context, query)
    if not periods or (len(periods) == 1 and query.wants("date")):
        return None
    told = [(period, _telling(context, query, period)) for period in periods]
    rows = [(period, units) for period, units in told if units]
    if not rows:
        return None
    draft = Draft(longest=1200)
    for period, units in rows:
        quotes = [f"»{clean(u.text)}« [{context.citer.cite_unit(draft, u)}]" for u in units]
        draft.lines += [f"- **{period.label}**: {' '.join(quotes)}"] if len(periods) > 1 else quotes
    if len(rows) < len(periods):
        draft.status = "partial"
        draft.lines.append(texts.REST["da"])
    return draft


def _periods(context: Context, query: Query) -> list[Period]:
    """The programmes' years that are named, or meant by "de to seneste" and "det første"."""
    known = known_periods(context)
    if several := last_periods(query.text, known):
        return several
    named = [p for p in query.periods if p.start < p.end]
    if named:
        return sorted(named, key=lambda p: p.start)
    return known[:1] if relative_named(query.text) == "first" else []


def _telling(context: Context, query: Query, period: Period) -> list[Unit]:
    """What the programme says of its own making, else what a section that names its years says of it."""
    others = frozenset() if query.documents else of_others(context.snapshot.documents)
    own = {e.id for e in context.entries.values() if e.info.kind == "maalprogram" and _is(period_of(e), period)}
    made = [u for u in context.units.all if u.document not in others and _tells(query, u)]
    if found := [u for u in made if u.document in own]:
        return found[:_MOST]
    named = {
        (u.document, u.passage.section)
        for u in context.units.all
        if any(_is(p, period) for p in context.scorer.contexts.periods(u))
    }
    return [u for u in made if (u.document, u.passage.section) in named][:_MOST]


def _tells(query: Query, unit: Unit) -> bool:
    if is_fragment(unit) or not _MADE.search(unit.text) or not _PROGRAMME.search(unit.text):
        return False
    if query.wants("person") and not _BY.search(unit.text):
        return False
    return not query.wants("date") or bool(answers.dates(unit.text))


def _is(one: Period | None, other: Period) -> bool:
    return one is not None and (one.start, one.end) == (other.start, other.end)
