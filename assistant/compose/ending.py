"""When something will be done with: by the clause that says so, and not by the day it began or went on."""

import re

from assistant import answers
from assistant.choose import ENOUGH
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import find_sentences, is_fragment
from assistant.held import names_met
from assistant.understand.query import Query
from index.evidence import Evidence

_ASKS = re.compile(
    r"\bhvornår (?:er|bliver|vil|skal) [^?]*\b(?:færdig\w*|slut|klar\w*|ovre|overstået|i mål|til ende|afsluttet"
    r"|gennemgået|[a-zæøå]{3,}(?:eret|gået|bygget))\b(?! (?:af|til)\b)",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:færdig\w*|afsluttet|afsluttes|slutter|er slut|står klar\w*|i mål|udløber)\b", re.IGNORECASE)
_LOOK, _REACH = 10, 40
"""Sentences looked at; letters around the word within which its date stands."""


def answer_end(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    """The date that stands with "færdig" or "afsluttet" in a sentence about it; None when no sentence has one."""
    if not query.wants("date") or query.wants("number", "person", "duration") or not _ASKS.search(query.text):
        return None
    for match in find_sentences(context, query, evidence)[:_LOOK]:
        text = match.unit.text
        done = _DONE.search(text)
        if done is None or match.coverage < ENOUGH or is_fragment(match.unit) or not names_met(query, match):
            continue
        near = [d for d in answers.dates(text) if -_REACH < d.span[0] - done.end() < _REACH]
        if len(near) == 1:
            draft = Draft(longest=700)
            marker = context.citer.cite_unit(draft, match.unit)
            draft.lines.append(f"**{near[0].text[:1].upper()}{near[0].text[1:]}**: »{clean(text)}« [{marker}]")
            return draft
    return None
