"""What a thing is: the section that is about it by its heading, or the sentence whose subject it is."""

import re

from assistant.compose.context import Context
from assistant.compose.definition_named import answer_named
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.lexicon import stop_stems
from assistant.measures import measures_asked
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems

_ASKS = re.compile(
    r"^\W*(?:hvad|forklar|fortæl|hvordan)\b.{0,30}\b(?:er|betyder|menes|mener|forstås|forstår|dækker|laver|vil|går|står|kaldes|"
    r"hvad)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:om|hvad er|hvad betyder|hvad vil)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\bhvad\b.{0,25}\b(?:mene[rs]|betyder|forstå[rs]|dækker)\b|\bnår (?:man|i|de|bl) taler om\b", re.IGNORECASE
)
_SPEAKING = frozenset(
    stems("mene mener menes tale taler betyder betyde forstå forstår forstås dække dækker ordet begrebet begreb ord")
)
_MOST = 3
_SAYS = r"(?:viser|angiver|måler|betyder|dækker over|beskriver|fortæller|er (?:den|det|de|en|et)\b)"
"""How a sentence goes on that says what its subject is."""


def answer_definition(context: Context, query: Query) -> Draft | None:
    """One to three quoted sentences; None when the question has more than one thing or nothing says what it is."""
    if query.places or query.periods or query.language == "other" or not _ASKS.search(query.text):
        return None
    if query.wants("reason", "person", "date", "contact", "sum", "compare", "difference", "yesno", "list"):
        return None
    if draft := answer_named(context, query):
        return draft
    content = [term for term in query.terms if term.kind not in ("soft", "number")]
    if _MEANS.search(query.text):  # "hvad mener man, når man taler om …": verbs of meaning are not the thing
        content = [term for term in content if not (set(term.stems) - stop_stems() <= _SPEAKING)]
    if len(content) != 1 or content[0].verb or len(content[0].stems) > 2:
        return None
    if measures_asked(query.text):
        return _say(context, query, _measured(context, query, content[0])) if _is_defined(query) else None
    return _say(context, query, _headed(context, query, content[0]))


def _is_defined(query: Query) -> bool:
    return query.wants("definition") or bool(_MEANS.search(query.text))


def _headed(context: Context, query: Query, term: Term) -> list[Unit]:
    """The first sentences of the section that is headed "Om X", from the one that begins with the thing itself."""
    for unit in context.units.all:
        heading = unit.passage.section[-1] if unit.passage.section else ""
        if (query.documents and unit.document not in query.documents) or not _ABOUT.match(heading):
            continue
        if context.heading_stems(_ABOUT.sub("", heading)) != list(term.stems) or unit.passage.kind != "prose":
            continue
        if unit.tokens and unit.tokens[0].stem == term.stems[0]:
            return _going_on(context, unit)
    return []


def _measured(context: Context, query: Query, term: Term) -> list[Unit]:
    """The sentence that says what a key figure shows."""
    for unit in context.units.all:
        if (query.documents and unit.document not in query.documents) or not unit.tokens:
            continue
        first = unit.tokens[0]
        if first.stem == term.stems[0] and re.match(rf"\W*{_SAYS}", unit.text[first.end :]):
            return [unit]
    return []


def _going_on(context: Context, unit: Unit) -> list[Unit]:
    """The sentence and those after it in its passage, as far as they are sentences."""
    run = [unit]
    for following in context.units.all[unit.number + 1 : unit.number + _MOST]:
        if following.group != unit.group or following.text[-1] != "." or re.match(r"\d", following.text):
            break
        run.append(following)
    return run


def _say(context: Context, query: Query, units: list[Unit]) -> Draft | None:
    if not units:
        return None
    draft = Draft()
    draft.lines += [f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]" for unit in units]
    return draft
