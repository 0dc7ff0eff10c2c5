"""What someone says or said: only what stands as their words, is told as said by them, or is signed by them."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.given_names import given_names
from assistant.score import term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_SAYS = (
    r"(?:siger|sagde|fortæller|fortalte|udtaler|udtalte|mener|mente|synes|syntes|understreger|understregede|forklarer"
    r"|forklarede|svarer|svarede|påpeger|påpegede|fremhæver|fremhævede|tilføjer|tilføjede|lover|lovede|opfordrer|opfordrede)"
)
_NAME = r"[A-ZÆØÅ][a-zæøåéäöüáíó]+(?:[ -](?:[A-ZÆØÅ][\wæøåéäöü.]*))*"
_ASKED = re.compile(
    rf"\b[Hh]vad (?:{_SAYS} (?P<who>{_NAME})|(?:har|havde) (?P<whom>{_NAME}) (?:sagt|udtalt|fortalt|svaret|lovet))"
    r"(?![\w-])(?P<rest>[^?]*)"
)
_TOLD = re.compile(rf"\b{_SAYS}\b|\bsat\w* fokus på\b|\bgjorde opmærksom på\b|\blyder det fra\b", re.IGNORECASE)
_MARK = re.compile(r"[”“\"]")
_WORDS_SAID = 4
"""Words between marks that are somebody's words, and no title."""
_SIGNED = 8
"""Words of a line with the name and post of whoever wrote what stands above it."""
_ABOUT, _MOST = 0.5, 3


def answer_said(context: Context, query: Query) -> Draft | None:
    """One to three sentences of the person's; a refusal where there are none, None where no person is asked about."""
    asked = _ASKED.search(query.question) if query.language == "da" else None
    name = (asked["who"] or asked["whom"]) if asked else ""
    if asked is None or query.kinds or not _is_person(context, name):
        return None
    said = [run for run in (*_quoted(context, name), *_reported(context, name), *_written(context, name)) if run]
    told = _about(context, query, name, said, bool(asked["rest"].strip(" ?.,")))
    if told is None:
        return refuse(context, query, [])
    draft = Draft(longest=1200)
    for unit in told:
        draft.lines.append(f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _is_person(context: Context, name: str) -> bool:
    """Whether the documents tell of a person by the name, or it is made like one's."""
    if name in ("BL", "BLs") or name.isupper():
        return False
    first = name.split()[0]
    return bool(answers.persons(name)) or any(
        first in given_names(unit.text) for unit in context.units.all if first in unit.text
    )


def _named(name: str) -> re.Pattern[str]:
    """The whole name, or the given name or surname by itself."""
    words = name.split()
    forms = dict.fromkeys((name, words[0], words[-1]))
    return re.compile("|".join(rf"\b{re.escape(form)}(?:s|['’]s?)?(?![\w-])" for form in forms))


def _groups(context: Context, name: str) -> list[list[Unit]]:
    """The paragraphs that name the person in full."""
    whole = re.compile(rf"\b{re.escape(name)}(?:s|['’]s?)?(?![\w-])")
    found: dict[int, list[Unit]] = {}
    for unit in context.units.all:
        found.setdefault(unit.group, []).append(unit)
    return [units for units in found.values() if any(whole.search(clean(u.text)) for u in units)]


def _quoted(context: Context, name: str) -> list[list[Unit]]:
    """Runs of sentences between quotation marks that are the person's: the first one named behind them."""
    runs = []
    for units in _groups(context, name):
        for run, behind in _runs(units):
            people = _who(behind)
            spoken = re.match(rf"\W*{_SAYS} (?:\d+-årige )?(?P<by>{_NAME})", behind)
            by = spoken["by"] if spoken else people[0] if people else ""
            if by and _named(name).search(by):
                runs.append(run)
    return runs


def _who(text: str) -> list[str]:
    """Names in a text in the order they stand."""
    named = [person.text for person in answers.persons(text)] + given_names(text)
    return sorted(dict.fromkeys(named), key=lambda one: (text.find(one), -len(one)))


def _runs(units: list[Unit]) -> list[tuple[list[Unit], str]]:
    """The sentences of each quotation, of words and no title, and the sentence that follows it."""
    found: list[tuple[list[Unit], str]] = []
    run: list[Unit] = []
    for at, unit in enumerate(units):
        marks = list(_MARK.finditer(unit.text))
        opens = next((m for i, m in enumerate(marks) if i % 2 == 0), None) if not run else None
        close = marks[0] if run and marks else marks[1] if opens and len(marks) > 1 else None
        if run or opens:
            run.append(unit)
        if close:
            first = unit.text[opens.end() : close.start()] if opens else ""
            rest = unit.text[close.end() :].strip(" .,")
            rest = rest or next((u.text for u in units[at + 1 : at + 2]), "")
            if len(run) > 1 or len(first.split()) >= _WORDS_SAID:
                found.append((run, clean(rest)))
            run = []
    return found


def _reported(context: Context, name: str) -> list[list[Unit]]:
    """Sentences that tell what the person said."""
    form = _named(name)
    return [
        [unit]
        for units in _groups(context, name)
        for unit in units
        if (by := form.search(unit.text)) and (verb := _TOLD.search(unit.text)) and _does(unit.text, by, verb)
    ]


def _does(text: str, by: re.Match[str], verb: re.Match[str]) -> bool:
    """Whether the one named is who speaks: no clause and no other person stands between."""
    between = text[min(by.end(), verb.end()) : max(by.start(), verb.start())]
    return not answers.persons(between) and not re.search(r"[.;:!?]", between)


def _written(context: Context, name: str) -> list[list[Unit]]:
    """The sentences of a chapter that the person has signed."""
    signed = [u for u in context.units.all if u.text.startswith(name) and name != u.text and len(u.tokens) <= _SIGNED]
    return [
        [u]
        for by in signed
        if not re.search(r"\w[.!?]$", by.text)
        for u in context.units.all
        if u.document == by.document
        and u.passage.section == by.passage.section
        and by.number - 40 < u.number < by.number
    ]


def _about(context: Context, query: Query, name: str, said: list[list[Unit]], topical: bool) -> list[Unit] | None:
    """Of what was said, what is about the matter asked for; all of the first where none is named."""
    own = set(stems(name))
    matter = [
        (i, term_weight(term, context.lexicon))
        for i, term in enumerate(query.terms)
        if term.kind != "soft" and not set(term.stems) & own and not re.fullmatch(_SAYS, term.text, re.IGNORECASE)
    ]
    if not topical or not matter:
        return said[0][:_MOST] if said else None
    best: tuple[float, list[Unit]] | None = None
    for run in said:
        for at, unit in enumerate(run):
            if is_fragment(unit):
                continue
            met = own_met(context, query, context.plain_match(query, unit))
            near = context.scorer.match(unit, query, [1.0] * len(query.terms), {}).sure
            worth = sum(weight * max(met[i], 0.5 * near[i]) for i, weight in matter)
            if max(max(met[i], 0.7 * near[i]) for i, _ in matter) >= _ABOUT and (best is None or worth > best[0]):
                first = max(0, min(at - 1, len(run) - _MOST))
                best = worth, run[first : first + _MOST]
    return best[1] if best else None
