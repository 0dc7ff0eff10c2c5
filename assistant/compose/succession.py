"""Who held a post before or after someone: told by the sentence that says who took over from whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stem

_TAKES_OVER = re.compile(
    r"\b(?:efterfulgte|efterfølger|afløste|afløser|(?:overtog|overtager|tog)\b[^.,]{0,40}?\b(?:fra|efter))\s+",
    re.IGNORECASE,
)
"""The one before stands after it, the one who takes over before it."""
_TAKEN_OVER = re.compile(r"\b(?:afløst|efterfulgt) af\s+", re.IGNORECASE)
"""The other way round."""
_BEFORE = re.compile(
    r"\b(?:før|inden|forgænger\w*|foregående|forhenværende)\b"
    r"|\bkom (?!efter\b)(?:\w+ ){1,3}efter\b|\b(?:fra|efter)\s*\?*$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\bhvem (?:er|blev|bliver)\b.{0,80}\bhvem\b.{0,30}\b(?:afløs|efterf[ulø]+g|overtog|overtag|forgænger|før|efter)",
    re.IGNORECASE,
)
_POST = re.compile(r"\b(\w*(?:formand|direktør|præsident|chef|sekretær))(?:en)?\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:efter|efterfølger\w*|efterf[ulø]+gte|afløs\w*|overtog)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """Who took over from whom; `names_new`: the sentence that names the one who took over."""

    old: str
    new: str
    unit: Unit
    names_new: Unit


def asks_succession(query: Query) -> bool:
    """Whether the question asks who came before or after a person it names."""
    return query.wants("person") and bool(
        named_persons(query)
        and (_BEFORE.search(query.text) or _AFTER.search(query.text))
        and not query.wants("date", "number")
    )


def answer_succession(context: Context, query: Query) -> Draft | None:
    """The one before or after the person named; None when no sentence says so."""
    named = {last_name(name) for name in named_persons(query)}
    backwards = bool(_BEFORE.search(query.text))
    for change in changes(context):
        if query.documents and change.unit.document not in query.documents:
            continue
        if last_name(change.new if backwards else change.old) not in named:
            continue
        draft = Draft(longest=700)
        first, then = (change.unit, change.names_new) if backwards else (change.names_new, change.unit)
        marker = context.citer.cite_unit(draft, first)
        draft.lines.append(f"**{change.old if backwards else change.new}**: »{clean(first.text)}« [{marker}]")
        if then is not first:
            marker = context.citer.cite_unit(draft, then)
            draft.lines.append(f"»{clean(then.text)}« [{marker}]")
        return draft
    return None


def asks_change(query: Query) -> bool:
    """Whether the question asks both who took over a post and from whom."""
    return query.wants("person") and bool(_CHANGE.search(query.text)) and _role(query) is not None


def answer_change(context: Context, query: Query) -> Draft | None:
    """The new holder and the one before, from the one change the documents tell of that post; None when unclear."""
    if not asks_change(query):
        return None
    role = _role(query)
    names = [term.stems for term in query.terms if term.kind == "name"]
    found: dict[tuple[str, str], Change] = {}
    for change in changes(context):
        units = (change.names_new, change.unit)
        own = frozenset().union(*(unit.stems for unit in units))
        wide = own.union(*(unit.around for unit in units), context.units.entry_stems[change.unit.document])
        if query.documents and change.unit.document not in query.documents:
            continue
        if role in own and all(set(stems) <= wide for stems in names) and _in_period(context, query, change):
            found.setdefault((change.old, change.new), change)
    if len(found) != 1:
        return None
    ((old, new), change) = next(iter(found.items()))
    draft = Draft(longest=700)
    marks = {unit: f"[{context.citer.cite_unit(draft, unit)}]" for unit in (change.names_new, change.unit)}
    draft.lines.append(f"**{new}** efter **{old}**: {''.join(marks.values())}")
    draft.lines += [f"»{clean(unit.text)}« {mark}" for unit, mark in marks.items()]
    return draft


def _role(query: Query) -> str | None:
    found = _POST.search(query.text)
    return stem(found[1]) if found else None


def _in_period(context: Context, query: Query, change: Change) -> bool:
    return not query.periods or any(context.scorer.period_fits(change.unit, period) for period in query.periods)


def named_persons(query: Query) -> list[str]:
    """The persons a question names."""
    return [v.text for v in answers.persons(query.text) if not re.match(r"Hv\w+\b", v.text)]


def last_name(name: str) -> str:
    """The family name, without the s of a genitive."""
    return name.split()[-1].lower().rstrip("s'’")


def changes(context: Context) -> Iterator[Change]:
    """Every change of a post that a sentence tells of."""
    for unit in context.units.all:
        for pattern in (_TAKES_OVER, _TAKEN_OVER):
            for found in pattern.finditer(unit.text):
                after = [p.text for p in answers.persons(unit.text[found.end() :][:40])][:1]
                before = _before(context, unit, found.start())
                if after and before and last_name(after[0]) != last_name(before[0]):
                    name, place = before
                    if pattern is _TAKES_OVER:
                        yield Change(clean(after[0]), clean(name), unit, place)
                    else:
                        yield Change(clean(name), clean(after[0]), unit, unit)


def _before(context: Context, unit: Unit, end: int) -> tuple[str, Unit] | None:
    """The person who is the subject: named in the sentence, or last named in the ones before it."""
    if own := answers.persons(unit.text[:end]):
        return own[-1].text, unit
    if not re.match(r"(?:Han|Hun|[A-ZÆØÅ]\w+)\b", unit.text):
        return None
    given = unit.text.split()[0]
    for number in range(unit.number - 1, max(-1, unit.number - 3), -1):
        earlier = context.units.all[number]
        if earlier.document != unit.document or earlier.passage.section != unit.passage.section:
            return None
        people = {p.text for p in answers.persons(earlier.text)}
        if given not in ("Han", "Hun"):
            people = {name for name in people if name.split()[0] == given}
        if people:
            return (people.pop(), earlier) if len(people) == 1 else None
    return None
