"""Questions about the documents themselves: which there are, who published one, and the years it speaks for."""

import re

from assistant import texts
from assistant.compose.context import Context
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems
from index.evidence import DocumentEntry

_WHICH = re.compile(
    r"\bhvilke(?:n|t)? (?:dokument\w*|kilder?|materialer?|filer?)\b.{0,25}"
    r"\b(?:har|kender|bruger|svarer|findes|ligger|er|læst)\b\s*(?:du|i|der|her|indlæst|ud fra|med|tilgængelige)\b"
    r"|\bhvad (?:for )?(?:dokumenter|kilder) (?:har|kender|bruger) du\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"\bhvem (?:har udgivet|udgiver|udgav|er udgiver)\b|\bhvem (?:er|blev) .{2,60} udgivet af\b", re.IGNORECASE
)
_YEARS = re.compile(r"\bhvilke[tn]? (?:år|årstal|periode)\b.{0,60}\b(?:fra|dækker|gælder|for)\b", re.IGNORECASE)
_PAGES = re.compile(r"\bhvor mange (?:sider|ord|kapitler|afsnit|billeder|tegn)\b", re.IGNORECASE)
_MADE = frozenset(stems("udgivet udgiver udgav udgive år årstal periode fra dækker gælder dokument"))
_LOOK = 60
"""Units from a document's beginning among which its title is looked for."""


def answer_documents(context: Context, query: Query) -> Draft | None:
    """The documents by title, or one's publisher or period; `not_found` where the document does not say so."""
    if _WHICH.search(query.text) and not query.documents and not query.places:
        return _listed(context, list(context.entries.values()))
    named = [context.entries[i] for i in query.documents if i in context.entries]
    if not named or any(t.kind in ("word", "name") and not set(t.stems) <= _MADE for t in query.terms):
        return None if not (named and _PAGES.search(query.text)) else _unsaid()
    if _PUBLISHER.search(query.text):
        return _stated(context, named, [e.info.publisher for e in named], texts.PUBLISHED_BY)
    if _YEARS.search(query.text) and not query.wants("number", "share", "list"):
        return _stated(context, named, [e.info.period for e in named], texts.SPEAKS_FOR)
    return None


def _listed(context: Context, entries: list[DocumentEntry]) -> Draft:
    draft = Draft(lines=[texts.DOCUMENTS_AT_HAND])
    for entry in entries:
        unit = _title_unit(context, entry, entry.info.title)
        if unit is not None:
            draft.lines.append(f"- {entry.info.title} [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _stated(context: Context, entries: list[DocumentEntry], values: list[str | None], wording: str) -> Draft:
    draft = Draft()
    for entry, value in zip(entries, values, strict=True):
        unit = _title_unit(context, entry, value) if value else None
        if value and unit is not None and set(stems(value)) <= set(stems(unit.text)):
            marker = context.citer.cite_unit(draft, unit)
            draft.lines.append(wording.format(title=entry.info.title, value=value, marker=marker))
    return draft if draft.lines else _unsaid()


def _unsaid() -> Draft:
    return Draft(status="not_found", lines=[texts.NOT_FOUND["da"].format(missing="")])


def _title_unit(context: Context, entry: DocumentEntry, wanted: str) -> Unit | None:
    """The unit near a document's beginning that shares most words with its title or publisher."""
    sought = set(stems(wanted))
    own = [unit for unit in context.units.all if unit.document == entry.id][:_LOOK]
    return max(own, key=lambda unit: len(sought & set(stems(unit.text))), default=None)
