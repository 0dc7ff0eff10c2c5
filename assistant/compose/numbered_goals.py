"""Goals that a document of any organisation prints with numbers: all, one with its points, who follows one up."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.listing import narrow_terms, wants_goals
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.find import own_met
from assistant.understand.query import Query
from assistant.understand.slots import find_periods
from assistant.units import Unit

_NOUN = r"(?:mål|pejlemærke|hovedmål|målsætning|indsatsområde|fokusområde|spor|løfte)"
_HEAD = re.compile(rf"{_NOUN}\s+(\d)\s*[:.–—-]\s*\S", re.IGNORECASE)
"""A heading with its number: "Mål 2: …"."""
_ASKED = re.compile(rf"\b{_NOUN} (?:nr\.? |nummer )?(\d)\b(?!\.\d)", re.IGNORECASE)
_PART = re.compile(r"\b(?:del|under)mål (\d\.\d)\b", re.IGNORECASE)
_LEAST = 2


def of_other_number(asked: str, said: str) -> bool:
    """Whether a numbered goal is asked for, and only goals of other numbers are told of."""
    number = _ASKED.search(asked)
    told = set(_ASKED.findall(said))
    return number is not None and bool(told) and number[1] not in told


def answer_numbered_goals(context: Context, query: Query) -> Draft | None:
    """The goals of the one document that is bound, one of them, or whoever a sentence names for its number."""
    if len(query.documents) != 1 or query.language != "da":
        return None
    if query.wants("person"):
        number = _ASKED.search(query.text)
        return _who(context, query, number[1]) if number else None
    heads = _heads(context, query)
    if len(heads) < _LEAST or [int(number) for number in heads] != list(range(1, len(heads) + 1)):
        return None
    if part := _PART.search(query.text):
        return _part(context, query, part[1])
    if query.wants("reason", "date", "place", "number", "money", "share", "yesno"):
        return None
    if number := _ASKED.search(query.text):
        return _one(context, query, heads[number[1]]) if number[1] in heads else refuse(context, query, [])
    if not wants_goals(query):
        return None
    if narrow_terms(query) or query.count not in (None, len(heads)) or query.theme:
        return None
    return _all(context, heads)


def _heads(context: Context, query: Query) -> dict[str, tuple[str, ...]]:
    """Number → section of each numbered goal, of the years asked for where its headings name any."""
    found: dict[str, tuple[str, ...]] = {}
    for document, passage in context.snapshot.passages:
        section = passage.section
        if document not in query.documents or not section or not (head := _HEAD.match(clean(section[-1]))):
            continue
        own = [p for part in section for p, _ in find_periods(part.replace("–", "-"))]
        asked = query.periods
        if asked and not any((p.start, p.end) == (q.start, q.end) for p in own for q in asked):
            continue
        found.setdefault(head[1], section)
    return dict(sorted(found.items()))


def _all(context: Context, heads: dict[str, tuple[str, ...]]) -> Draft | None:
    draft = Draft()
    for section in heads.values():
        if (marker := _cite_head(context, draft, section)) is None:
            return None
        draft.lines.append(f"- {clean(section[-1])} [{marker}]")
    return draft


def _one(context: Context, query: Query, section: tuple[str, ...]) -> Draft | None:
    """A goal's heading and everything printed under it, in the document's order."""
    draft = Draft(longest=2400)
    marker = _cite_head(context, draft, section)
    under = _under(context, query, section)
    if marker is None or not under:
        return None
    draft.lines.append(f"**{clean(section[-1])}** [{marker}]")
    for unit in under:
        is_point = unit.passage.kind == "list" and unit.passage.lead_in not in unit.spans
        said = f"- {clean(unit.text)}" if is_point else f"»{clean(unit.text)}«"
        draft.lines.append(f"{said} [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _part(context: Context, query: Query, number: str) -> Draft | None:
    """The points that a numbered part of a goal leads in."""
    own = [unit for unit in context.units.all if unit.document in query.documents and unit.passage.lead_in]
    text = context.text_of(query.documents[0])
    meant = rf"\w+mål\s+{re.escape(number)}\b"
    points = [u for u in own if u.passage.lead_in and re.match(meant, text[slice(*u.passage.lead_in)], re.IGNORECASE)]
    draft = Draft()
    for unit in points:
        said = f"»{clean(unit.text)}«" if unit.passage.lead_in in unit.spans else f"- {clean(unit.text)}"
        draft.lines.append(f"{said} [{context.citer.cite_unit(draft, unit)}]")
    return draft if len(points) > 1 else None


def _who(context: Context, query: Query, number: str) -> Draft | None:
    """The part of a sentence that names someone for this number, where it names others for other numbers."""
    for unit in context.units.all:
        if unit.document not in query.documents or len(unit.spans) != 1:
            continue
        start, end = unit.spans[0]
        raw = context.text_of(unit.document)[start:end]
        marks = [*re.finditer(rf"\b{_NOUN}\s+(\d)\b", raw, re.IGNORECASE)]
        own = next((i for i, mark in enumerate(marks) if mark[1] == number), None)
        if len(marks) < _LEAST or not _about(context, query, unit):
            continue
        if own is None:
            return refuse(context, query, [])
        until = marks[own + 1].start() if own + 1 < len(marks) else len(raw)
        said = re.sub(r"[\s,]+(?:og)?\s*$", "", raw[marks[own].start() : until])
        if len(answers.persons(clean(said))) != 1:
            continue
        at = start + marks[own].start()
        draft = Draft()
        marker = context.citer.cite(
            draft, unit.document, ((at, at + len(said)),), unit.passage.section, unit.passage.page
        )
        draft.lines.append(f"»{clean(said)}« [{marker}]")
        return draft
    return None


def _about(context: Context, query: Query, unit: Unit) -> bool:
    """Whether a sentence or its heading says what is done for the goal, beside the goal's own name."""
    match = context.plain_match(query, unit)
    verbs = [i for i, term in enumerate(query.terms) if term.kind != "number" and re.search(r"r$|s$", term.text)]
    owned = own_met(context, query, match)
    return any(owned[i] or set(query.terms[i].stems) <= unit.around for i in verbs)


def _under(context: Context, query: Query, section: tuple[str, ...]) -> list[Unit]:
    kinds = ("list", "prose")
    own = (unit for unit in context.units.all if unit.document in query.documents and unit.passage.kind in kinds)
    return [unit for unit in own if unit.passage.section[: len(section)] == section]


def _cite_head(context: Context, draft: Draft, section: tuple[str, ...]) -> int | None:
    first = next((unit for unit in context.units.all if unit.passage.section == section), None)
    if first is None:
        return None
    start = context.text_of(first.document).rfind(section[-1], 0, first.spans[0][0])
    if start < 0:
        return None
    spans = ((start, start + len(section[-1])),)
    return context.citer.cite(draft, first.document, spans, section, first.passage.page)
