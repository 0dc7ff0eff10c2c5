"""Who held a post from when to when: told by the sentence that says who took over from whom, and since when."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.compose.succession import Change, asks_succession, changes, last_name, named_persons
from assistant.draft import Draft
from assistant.find import find_sentences
from assistant.held import names_met
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stem
from index.evidence import Evidence

_POST = re.compile(
    r"\b(\w*(?:formand|formænd|direktør|præsident|chef|sekretær))(?:s?(?:post|stol)(?:en)?|en|er|ene)?\b", re.IGNORECASE
)
_TENURE = re.compile(
    r"\bhvor (?:længe|mange år)\b|\bsiddet\b|\bsad\b|\bfra (?:19|20)\d\d\b|\bfrem (?:til|mod)\b|\bi perioden\b"
    r"|\bhvornår\b.{0,40}\b(?:tog|overtog|overtage|kom til|stoppede|gik af|sluttede|fratrådte|tiltrådte|afløst|skift)\b"
    r"|\bhvornår\b.{0,40}\b(?:gik\b.{1,30}\baf|(?:trådte|kom)\b.{1,30}\btil)\b"
    r"|\bhvem (?:var|har været)\b.{0,60}\b(?:19|20)\d\d\b|\b(?:hvilke|været) (?:\w+ )?formænd\b|\bsiden hvornår\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:tiltrådte|begyndte|startede|kom til|overtog|blev (?:ansat|valgt|\w*(?:formand|direktør)))\b", re.I
)
_BEFORE = re.compile(r"\b(?:før|inden|indtil|frem til|op til|til og med) (?:valget i )?(?:19|20)\d\d\b", re.IGNORECASE)
_TERM = re.compile(r"\bad gangen\b|\bvalgperiode\w*|\b(?:valgt|vælges|ansat|ansættes) for\b", re.IGNORECASE)
_FOR_YEARS = re.compile(
    r"\b(?:kommende|næste) (?P<a>\w+ år)\b|\bperiode på (?P<b>\w+ år)\b|\b(?P<c>hvert (?:\w+ )?år)\b"
    r"|\b(?P<d>\w+årig\w* periode)\b"
    r"|\bfor (?P<e>(?:et|to|tre|fire|fem|seks|\d) år)\b",
    re.IGNORECASE,
)
"""For how long a post is given at a time."""
_SINCE = re.compile(r"\bsiden (?:\w+ )?((?:19|20)\d\d)\b|\bfra ((?:19|20)\d\d)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:valgt|vandt|ny(?:e)? \w*(?:formand|direktør)\w*|tiltrådte|ansat|overtog|blev)\b", re.IGNORECASE
)
_LOOK = 20
"""Sentences looked at for the length of a term."""
_YEAR = re.compile(r"(?<![\d.,–-])(?:19|20)\d\d(?!\d)")


def answer_tenure(context: Context, query: Query) -> Draft | None:
    """The holder before and the one after, each with the quote that says since when; None when the documents don't."""
    post = _POST.search(query.text)
    role = stem(post[1]) if post else None
    if (
        (role is None and not named_persons(query))
        or query.language != "da"
        or not _TENURE.search(query.text)
        or asks_succession(query)
    ):
        return None
    names = {last_name(name) for name in named_persons(query)}
    change = _only_change(context, query, role)
    if change is None or not (since := _since(change)):
        if change is not None and _BEGAN.search(query.text) and names == {last_name(change.old)}:
            return refuse(context, query, [])  # that day the other one began
        return None
    begin = _beginning(context, change, role)
    years = [p.start for p in query.periods if p.start == p.end]
    since_then = re.search(r"\b(?:siden|fra)\b", query.text, re.IGNORECASE)
    if (
        years
        and not since_then
        and re.match(r"\W*hvem (?:var|har været)\b", query.text, re.IGNORECASE)
        and len(query.periods) == 1
    ):
        before = bool(_BEFORE.search(query.text))
        return _in_year(context, change, since, begin, years[0] - before)
    draft = Draft(longest=900)
    told = [(f"**{change.old}** siden {since}", [change.unit])]
    if begin is not None:
        named = last_name(change.new) in begin.text.lower()
        told.append((f"**{change.new}**", [begin] if named else [change.names_new, begin]))
    if names == {last_name(change.new)}:
        told.reverse()  # who is asked about comes first
    for lead, units in told:
        quotes = [f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]" for unit in units]
        draft.lines += [f"{lead}: {quotes[0]}", *quotes[1:]]
    return draft


def answer_term(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    """For how many years at a time someone is chosen, by the best sentence that says so."""
    if not (query.wants("duration", "frequency") and _TERM.search(query.text)) or query.language != "da":
        return None
    post = _POST.search(query.text)
    for match in find_sentences(context, query, evidence)[:_LOOK]:
        years = _FOR_YEARS.search(match.unit.text)
        of_post = post is None or any(word.startswith(stem(post[1])) for word in match.unit.stems)
        if years and of_post and names_met(query, match):
            draft = Draft(longest=700)
            said = next(text for text in years.groups() if text)
            marker = context.citer.cite_unit(draft, match.unit)
            draft.lines.append(f"**{said[:1].upper()}{said[1:]}**: »{clean(match.unit.text)}« [{marker}]")
            return draft
    return refuse(context, query, [])


def _in_year(context: Context, change: Change, since: str, begin: Unit | None, year: int) -> Draft | None:
    """ "Hvem var formand i 2015?": the one before, when the year lies between the two."""
    until = _YEAR.search(begin.text) if begin is not None else None
    if begin is None or until is None or not int(since) <= year < int(until.group()):
        return None
    draft = Draft(longest=900)
    first, then = context.citer.cite_unit(draft, change.unit), context.citer.cite_unit(draft, begin)
    draft.lines += [f"**{change.old}**: »{clean(change.unit.text)}« [{first}]", f"»{clean(begin.text)}« [{then}]"]
    return draft


def _only_change(context: Context, query: Query, role: str | None) -> Change | None:
    """The one change of that post that the documents tell of; its two people are the only ones the question names."""
    named = {last_name(name) for name in named_persons(query)}
    people = {s for t in query.terms if t.kind == "name" for s in t.stems}
    found: dict[tuple[str, str], Change] = {}
    for change in changes(context):
        units = (change.names_new, change.unit)
        own = frozenset().union(*(unit.stems for unit in units))
        wide = own.union(*(unit.around for unit in units), context.units.entry_stems[change.unit.document])
        if query.documents and change.unit.document not in query.documents:
            continue
        if named - {last_name(change.old), last_name(change.new)} or not people <= wide:
            continue
        if role is None or any(word.startswith(role) for word in own):
            found.setdefault((last_name(change.old), last_name(change.new)), change)
    return next(iter(found.values())) if len(found) == 1 else None


def _since(change: Change) -> str | None:
    found = _SINCE.search(change.unit.text, change.unit.text.find(change.old.split()[-1]))
    return (found[1] or found[2]) if found else None


def _beginning(context: Context, change: Change, role: str | None) -> Unit | None:
    """The sentence that dates the new holder's beginning: one with name, year and a word of beginning."""
    for unit in context.units.all:
        if unit.document != change.unit.document or last_name(change.new) not in unit.text.lower():
            continue
        if (
            _YEAR.search(unit.text)
            and _BEGINS.search(unit.text)
            and answers.persons(unit.text)
            and unit is not change.unit
        ):
            return unit
    post = _POST.search(change.unit.text)
    held = role or (stem(post[1]) if post else None)
    return _dated_beside(context, change, held) if held else None


def _dated_beside(context: Context, change: Change, role: str) -> Unit | None:
    """A dated sentence right before the change that tells of the same post ("formandsvalg i juni 2022")."""
    for number in range(change.unit.number - 1, max(-1, change.unit.number - 4), -1):
        unit = context.units.all[number]
        if (unit.document, unit.passage.section) != (change.unit.document, change.unit.passage.section):
            return None
        if _YEAR.search(unit.text) and any(word.startswith(role) for word in unit.stems):
            return unit
    return None
