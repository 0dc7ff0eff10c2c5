"""Who someone is and what an organisation is: the sentence that says so of the name that is all the question holds."""

import re

from assistant.compose.context import Context
from assistant.compose.people import held_before
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.understand.query import Query

_WHO = re.compile(r"^\W*hvem (?:er|var) (?P<name>[A-ZÆØÅ][\w.'-]*(?: [A-ZÆØÅa-zæøå][\w.'-]*){1,4})\W*$", re.IGNORECASE)
_WHAT = re.compile(
    r"^\W*[Hh](?:vad|vem) er (?P<name>[A-ZÆØÅ][\w&'-]*(?: [A-ZÆØÅ][\w&'-]*){0,4})"
    r"(?: for (?:en|et|noget)(?: (?:slags|type))?(?: (?:organisation|forening|fond|selskab|sted|størrelse))?)?\W*$"
)
_SORT = r"\w*(?:organisation|forening|fond|forbund|selskab|netværk|sammenslutning|virksomhed|myndighed)\w*"
"""What an organisation is said to be."""


def answer_identity(context: Context, query: Query) -> Draft | None:
    """The person's post or what the organisation is; None when the question asks more or nothing says so."""
    said = query.text.strip()
    if query.language != "da" or query.periods:
        return None
    if query.wants("person") and (who := _WHO.match(said)):
        return _person(context, query, who["name"])
    if what := _WHAT.match(said):
        return _organisation(context, query, what["name"])
    return None


def _person(context: Context, query: Query, name: str) -> Draft | None:
    found = []
    for mention in context.snapshot.mentions:
        if mention.kind != "person" or not mention.role or clean(mention.name).lower() != name.lower():
            continue
        if query.documents and mention.document not in query.documents:
            continue
        unit = context.unit_at(mention.document, mention.spans[0][0])
        if unit is None or clean(mention.name) not in clean(unit.text) or held_before(clean(unit.text), mention.name):
            continue
        role = clean(mention.role)
        if not (at := re.search(rf"\b{re.escape(role)}\w*", clean(unit.text), re.IGNORECASE)):
            continue
        apart = abs(at.start() - clean(unit.text).find(clean(mention.name)))
        found.append((-(context.entries[mention.document].info.year or 0), apart, unit.number, role, unit))
    if not found:
        return None
    *_, role, unit = min(found, key=lambda row: row[:3])
    draft = Draft(longest=700)
    marker = context.citer.cite_unit(draft, unit)
    draft.lines.append(f"**{role[:1].upper()}{role[1:]}**: »{clean(unit.text)}« [{marker}]")
    return draft


def _organisation(context: Context, query: Query, name: str) -> Draft | None:
    says = re.compile(
        rf"^{re.escape(name)}\b(?: ?[-–,(][^.]{{0,60}}?)? er (?!ikke\b)[^.]{{0,60}}\b{_SORT}\b"
        rf"|[^.]{{0,60}} har {re.escape(name)} som [^.]{{0,40}}\b{_SORT}\b"  # "… har NBO som deres organisation"
    )
    for unit in context.units.all:
        if query.documents and unit.document not in query.documents:
            continue
        if says.match(clean(unit.text)):
            draft = Draft(longest=700)
            marker = context.citer.cite_unit(draft, unit)
            draft.lines.append(f"»{clean(unit.text)}« [{marker}]")
            return draft
    return None
