"""The sentences beside those chosen that carry on what they tell: an enumeration, the reason, what came of it."""

import re
from itertools import pairwise

from assistant import answers
from assistant.beside import ARTICLE
from assistant.compose.context import Context
from assistant.find import LEANS, is_fragment, own_met
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit
from index.words import FUNCTION_WORDS

_SENTENCES, _CHARACTERS = 5, 1200
"""How long an answer may become by what carries it on."""
_DEFINED = 2
"""The same for what something is."""
_CLOSED = (
    *("number", "date", "place", "frequency", "duration", "share", "money", "person", "sum", "compare", "difference"),
    *("yesno", "contact"),
)
"""What is asked for where one sentence is the whole answer."""
_ONE = re.compile(r"\bhvilke[nt] (?!(?:måde|grund|forstand)\b)", re.IGNORECASE)
""" "Hvilken …" asks for one thing."""
_BEGINS = re.compile(
    r"(?:Derudover|Herudover|Desuden|Dertil|Hertil|Samlet set|Konkret|Også|Herunder|Endelig|Blandt andet|Således|"
    r"Dermed|Derved|Derfor|Resultatet|Målet|Formålet|Sigtet|Dette|Disse|Denne|Her|"
    r"Det (?:gælder|gøres|sker|betyder|handler|kræver|skal|kan|er))\b"
)
"""How a sentence begins that carries on the one before."""
_ALSO = re.compile(r"(?:Derudover|Herudover|Desuden|Dertil|Hertil)\b")
_LINKS = re.compile(r"^(?:[\w’'-]+[ ,]+){1,5}?(?:også|nemlig|således|derfor|dermed|desuden|samtidig|imidlertid)\b")
""" "Faldet er netop …", "Aftalen rummer også …": a link near the beginning."""
_BESIDE = re.compile(r"(?:Samtidig|Derudover|Herudover|Desuden|Dertil|Hertil)\b")
"""How a sentence begins that tells something else beside, which has to name the matter itself."""
_SAID = 0.7
_TELLING = 0.6
"""How rare a word is that makes a sentence one about the same when it is taken up."""
_ANNOUNCES = re.compile(r"\b(?:en række|følgende|flere|forskellige|disse|to|tre|fire|fem)\b", re.IGNORECASE)
"""How a sentence announces the list whose lead-in stands right behind it."""
_HEAD = 2
"""Words at the beginning of a sentence in which it takes up one of the sentence before."""


def carried_on(context: Context, query: Query, kept: list[Match]) -> list[Match]:
    """The sentences with those that carry them on, best first and the others as they stand."""
    if not kept or query.wants(*_CLOSED) or _ONE.search(query.text):
        return kept
    first = kept[0].unit
    if first.passage.kind != "prose" or (len(kept) >= _DEFINED and query.wants("definition")):
        return kept
    most = _DEFINED if query.wants("definition") else _SENTENCES
    numbers = {m.unit.number for m in kept}
    added: list[Unit] = []
    room = _CHARACTERS - sum(len(m.unit.text) for m in kept)
    told = any(answers.gives_cause(m.unit.text) for m in kept) if query.wants("reason") else False
    between = _between(context, kept)
    behind = [] if told and not _ends_open(context, kept) else _behind(context, query, first, numbers)
    for unit in (*between, *(unit for unit in behind if unit not in between)):
        if len(kept) + len(added) >= most or len(unit.text) > room:
            break
        added.append(unit)
        room -= len(unit.text)
    rest = [*kept[1:], *(context.plain_match(query, unit) for unit in added)]
    rest = [m for m in rest if not _leads_nowhere(context, m.unit)]
    return [kept[0], *sorted(rest, key=lambda m: m.unit.number)]


def _between(context: Context, kept: list[Match]) -> list[Unit]:
    """The one sentence that is left out between two of one section."""
    section = _section(kept[0].unit)
    numbers = sorted(m.unit.number for m in kept if _section(m.unit) == section)
    gaps = [a + 1 for a, b in pairwise(numbers) if b - a == 2]
    return [unit for n in gaps if _told_here(unit := context.units.all[n], section)]


def _behind(context: Context, query: Query, first: Unit, numbers: set[int]) -> list[Unit]:
    """The sentences right behind the first one and those kept with it, as far as each carries on."""
    found: list[Unit] = []
    before = first
    for unit in context.units.all[first.number + 1 : first.number + 1 + _SENTENCES]:
        if not _told_here(unit, _section(first)):
            break
        if unit.number not in numbers:
            if not _carries_on(context, query, before, unit):
                break
            found.append(unit)
        before = unit
    return found


def _ends_open(context: Context, kept: list[Match]) -> bool:
    """Whether the sentence behind the one that gives the reason gives another: "Derudover har også …"."""
    causes = [m.unit.number for m in kept if answers.gives_cause(m.unit.text)]
    return bool(_ALSO.match(context.units.all[min(causes[-1] + 1, len(context.units.all) - 1)].text))


def _carries_on(context: Context, query: Query, before: Unit, unit: Unit) -> bool:
    cause = query.wants("reason", "effect") or answers.gives_cause(before.text)
    beside = _BESIDE.match(unit.text) and not cause
    if beside and not _names_the_matter(context, query, unit):
        return False
    if unit.text.endswith(":"):
        return bool(_ANNOUNCES.search(before.text))
    leans = LEANS.match(unit.text) and not ARTICLE.match(unit.text)
    if leans or _BEGINS.match(unit.text) or _LINKS.match(unit.text):
        return True
    taken_up = {token.stem for token in unit.tokens[:_HEAD]} & before.stems - FUNCTION_WORDS
    return unit.group == before.group and any(context.lexicon.idf(word) >= _TELLING for word in taken_up)


def _leads_nowhere(context: Context, unit: Unit) -> bool:
    """Whether a lead-in has no points ("Læs mere her:")."""
    after = context.units.all[unit.number + 1 : unit.number + 2]
    return unit.text.endswith(":") and not (after and after[0].passage.kind == "list")


def _names_the_matter(context: Context, query: Query, unit: Unit) -> bool:
    own = own_met(context, query, context.plain_match(query, unit))
    things = (
        met for term, met in zip(query.terms, own, strict=True) if term.kind in ("word", "name") and not term.verb
    )
    return any(met >= _SAID for met in things)


def _told_here(unit: Unit, section: tuple[str, tuple[str, ...]]) -> bool:
    in_text = unit.passage.kind == "prose" or (unit.passage.kind == "list" and unit.text.endswith(":"))
    return _section(unit) == section and in_text and not is_fragment(unit)


def _section(unit: Unit) -> tuple[str, tuple[str, ...]]:
    return unit.document, unit.passage.section
