"""When something was done, where the sentence that names it dates another deed or none: the date of the deed asked."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.deeds import dated_deeds, deeds, of_other_deed
from assistant.draft import Draft
from assistant.find import LEANS, is_fragment, own_met
from assistant.held import names_met
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit

_LOOK, _NAMED, _SAID = 3, 0.5, 0.8
"""Sentences looked at; share of the question that the one naming the thing meets; how surely it says a word."""
_BY = re.compile(r"^(?:Med|Ved|Efter|Siden|Gennem) (\w+(?:else|ing|en|et))\b")
_THEREBY = re.compile(r"^(?:Dermed|Derved|Herved|Samtidig|Med den|Med det)\b")
"""How a sentence begins that happens by what the one before it tells."""
_TAIL = 5


def answer_when_done(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The date of the deed and the sentence naming the thing; None where one sentence holds both, or nothing does."""
    if not query.wants("date") or query.wants("number", "person", "place", "duration", "yesno", "timeline"):
        return None
    asked = deeds(query.text)
    for told in ranked[:_LOOK]:
        text = told.unit.text
        if not asked or told.coverage < _NAMED or not names_met(query, told) or is_fragment(told.unit):
            continue
        if dated_deeds(text) and not of_other_deed(query.text, text):
            return None
        if asked & deeds(text) and _says_all(context, query, told) and (before := _by_which(context, told.unit)):
            return _say(context, before, told.unit)
        beside = _beside(context, told.unit)
        found = [u for u in beside if any(done & asked for _, done in dated_deeds(u.text)) and _is_of(u, told.unit)]
        if dated_deeds(text) and len(found) == 1:
            return _say(context, found[0], told.unit)
    return None


def _says_all(context: Context, query: Query, told: Match) -> bool:
    """Whether a sentence says every word of the question but the deed, which it may tell in another word."""
    own = zip(query.terms, own_met(context, query, told), strict=True)
    said = [met >= _SAID for term, met in own if term.kind != "soft" and not deeds(term.text)]
    return bool(said) and all(said)


def _by_which(context: Context, unit: Unit) -> Unit | None:
    """The dated sentence right before that tells of the deed by which this one happened."""
    before = context.units.all[unit.number - 1] if unit.number else None
    if before is None or before.group != unit.group or len(answers.dates(before.text)) != 1:
        return None
    by = _BY.match(unit.text)
    same = bool(by and deeds(by[1]) & deeds(before.text))
    return before if same or _THEREBY.match(unit.text) else None


def _beside(context: Context, unit: Unit) -> list[Unit]:
    numbers = context.units.by_passage.get((unit.document, unit.passage.ordinal), ())
    return [u for n in numbers if n != unit.number and not is_fragment(u := context.units.all[n])]


def _is_of(unit: Unit, told: Unit) -> bool:
    """Whether a sentence leans on the one told, or names its matter by the end of a longer word."""
    if unit.number == told.number + 1 and LEANS.match(unit.text):
        return True
    longer = [s for s in told.stems if len(s) > _TAIL]
    return any(len(s) >= _TAIL and s != whole and whole.endswith(s) for s in unit.stems for whole in longer)


def _say(context: Context, dated: Unit, told: Unit) -> Draft:
    draft = Draft(longest=900)
    date = answers.dates(dated.text)
    lead = f"**{date[0].text[:1].upper()}{date[0].text[1:]}**: " if len(date) == 1 else ""
    draft.lines.append(f"{lead}»{clean(dated.text)}« [{context.citer.cite_unit(draft, dated)}]")
    draft.lines.append(f"»{clean(told.text)}« [{context.citer.cite_unit(draft, told)}]")
    return draft
