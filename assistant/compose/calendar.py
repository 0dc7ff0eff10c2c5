"""Entries of a calendar ("3. marts: Ekstraordinært møde i Ringsted") and the next of a kind of meeting."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stem, stems

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAY = rf"\d{{1,2}}\.(?:\s?[-–]\s?\d{{1,2}}\.)?\s?(?:{_MONTHS})(?:\s\d{{4}})?"
_ENTRY = re.compile(rf"(?P<day>{_DAY})\s?[:–-]\s(?P<what>[^:\n]+?)(?=[\s,;.]*(?:{_DAY}\s?[:–-]|$))", re.IGNORECASE)
_MONTH_NAMES = _MONTHS.split("|")
_GOES_ON = re.compile(
    r"\bhvad (?:sker|foregår|skal der ske|er der på programmet)\b|\bkalender\w*"
    r"|\bhvilke (?:\w+ )?(?:møder|arrangementer|begivenheder|datoer)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:næste|kommende|førstkommende) (\w+)", re.IGNORECASE)


def entry_of(context: Context, query: Query, event: list[Term], wanted: list[Term]) -> Draft | None:
    """The calendar's line about the event, or the sentence that dates the next one; None when there is not just one."""
    found: dict[str, Unit] = {}
    for unit in context.units.all:
        if query.documents and unit.document not in query.documents:
            continue
        for entry in _ENTRY.finditer(unit.text):
            said = frozenset(stems(entry["what"]))
            if all(_met(context, term, said) for term in wanted) and _in_years(context, query, unit):
                found.setdefault(clean(entry.group()), unit)
    if len(found) == 1:
        (lead, unit) = next(iter(found.items()))
        draft = Draft(longest=700)
        draft.lines.append(f"**{lead}**: »{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
        return draft
    return _next(context, query, event, wanted) if not found else None


def entries_between(context: Context, query: Query) -> Draft | None:
    """Every entry of the calendar within the months asked for; None when it is not asked what goes on then."""
    if not _GOES_ON.search(query.text) or query.wants("number", "person", "reason"):
        return None
    months = [
        _MONTH_NAMES.index(found.lower()) for found in re.findall(rf"\b(?:{_MONTHS})\b", query.text, re.IGNORECASE)
    ]
    if not months or len(months) > 2:
        return None
    found: dict[str, Unit] = {}
    for unit in context.units.all:
        if (query.documents and unit.document not in query.documents) or not _in_years(context, query, unit):
            continue
        for entry in _ENTRY.finditer(unit.text):
            month = re.search(_MONTHS, entry["day"], re.IGNORECASE)
            if month and months[0] <= _MONTH_NAMES.index(month[0].lower()) <= months[-1]:
                found.setdefault(clean(entry.group()), unit)
    if not found or len({unit.document for unit in found.values()}) > 1:
        return None
    draft = Draft()
    draft.lines = [f"- {said} [{context.citer.cite_unit(draft, unit)}]" for said, unit in found.items()]
    return draft


def _next(context: Context, query: Query, event: list[Term], wanted: list[Term]) -> Draft | None:
    """ "Næste møde holdes den …" under the heading of the kind of meeting that is asked for."""
    if not _NEXT.search(query.text):
        return None
    hits = []
    for unit in context.units.all:
        named = _NEXT.search(unit.text)
        if named is None or not answers.dates(unit.text) or not event[0].stems[0].endswith(stem(named[1]).rstrip("e")):
            continue
        if answers.asks_hour(query.asked) and not answers.hour(unit.text):
            continue
        near = unit.stems | unit.around | unit.near | context.scorer.contexts.passage[unit.group]
        near |= context.units.entry_stems[unit.document]
        if all(_met(context, term, near) for term in wanted) and _in_years(context, query, unit):
            hits.append(unit)
    if len(hits) != 1:
        return None
    draft = Draft(longest=700)
    draft.lines.append(f"»{clean(hits[0].text)}« [{context.citer.cite_unit(draft, hits[0])}]")
    return draft


def _met(context: Context, term: Term, said: frozenset[str]) -> bool:
    wide = said | {word.removesuffix("t") for word in said}  # "ekstraordinært" is "ekstraordinær"
    return any(way.quality >= 0.7 and all(s in wide for s in way.stems) for way in context.lexicon.ways(term.stems))


def _in_years(context: Context, query: Query, unit: Unit) -> bool:
    """Whether the line is of the year asked for: named there, in its heading, or its document's or the next."""
    info = context.entries[unit.document].info
    said = " ".join((*unit.passage.section, unit.text))
    ahead = {str(info.year), str(info.year + 1)} if info.year else set()
    return all(str(p.start) in said or str(p.start) in ahead for p in query.periods)
