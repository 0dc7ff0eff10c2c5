"""What is told of one person: name, age, work, home; by the sentences that name them or go on with "han" and "hun"."""

import re

from assistant import answers
from assistant.choose import ENOUGH
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.find import find_sentences, is_fragment, own_met
from assistant.given_names import given_names
from assistant.lexicon import Way
from assistant.understand.query import Query
from assistant.units import Unit
from index.evidence import Evidence

_ASKS_AGE = re.compile(r"\bhvor gammel (?:er|var|bliver|blev)\b(?!.*\b(?:man|tal|skal)\b)", re.IGNORECASE)
_NAMED = re.compile(r"\bgammel (?:er|var|bliver|blev) (?P<who>(?-i:[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*))", re.IGNORECASE)
"""Whether the one whose age is asked for is named, and not only told of ("ham med basunen")."""
_ASKS_NAME = re.compile(
    r"\bhvad hed(?:der)? (?:han|hun|vedkommende|manden|kvinden|personen|damen|fyren|pigen|drengen"
    r"|[a-zæøå]*(?:beboeren|medarbejderen))\b",
    re.IGNORECASE,
)
_ASKS_NAMES_OF = re.compile(
    r"\bhvad hed(?:der)? (?P<whose>[\wæøå]+s|hendes|hans) (?:\w+ )?(?P<who>[a-zæøå]+)\b", re.IGNORECASE
)
_KIN = re.compile(
    r"(?:børn\w*|piger\w*|drenge\w*|datter\w*|søn\w*|kone\w*|mand\w*|kæreste\w*|søster|bror|mor|far|ven\w*)", re.I
)
_ASKS_WORK = re.compile(
    r"\bhvad (?:laver|arbejder|lever|beskæftiger)\b|\bhvor arbejder\b|\bhvad er stillingen for\b|\btil daglig\b"
    r"|\bansat\b|\b(?:job|arbejde|erhverv|stilling|levevej)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\bansat\b|\barbejder\b(?! (?:på|for) at\b)|\btil daglig\b|\buddann\w+(?: \w+){0,2} til\b"
    r"|\ber (?:\w+ )?[a-zæøå]*(?:vært|chef|leder|direktør|assistent"
    r"|plejerske|lærer|konsulent|inspektør|mester|gartner|ansvarlig|pædagog|medarbejder|håndværker|kok|tømrer|elektriker)\b",
    re.IGNORECASE,
)
_ASKS_HOME = re.compile(r"\bhvor (?:bor|kommer|er)\b(?:.* fra\b)?", re.IGNORECASE)
_HOME = re.compile(r"\bbor\b|\b(?:fra|hjem på|hjem i|lejlighed i|bolig i) [A-ZÆØÅ]\w+")
_FOUNDED = re.compile(r"\b(?:stiftet|grundlagt|oprettet|født|fra 1[89]\d\d)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:han|hun|hans|hendes|ham|hende|jeg|min|mit|mig)\b", re.IGNORECASE)
SURE = 0.8
"""How surely a word stands for what was done, at least."""
SAID = 0.7
"""How surely a sentence says one of the things told of someone itself, at least."""
_MOST = 12
"""Sentences of a portrait: a longer passage is about more than one person."""


def answer_portrait(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    """The age, name, work or home of the one person asked about; a refusal where it is one that is not told."""
    if query.wants("sum", "compare", "date", "share") or query.missing_document:
        return None
    if _ASKS_AGE.search(query.text):
        return _age(context, query, evidence)
    if _names_of_others(query):
        return refuse(context, query, [])
    if _ASKS_NAME.search(query.text):
        return _name(context, query, evidence)
    names = _names_in(query)
    if len(names) != 1 or query.wants("person", "reason"):
        return None
    if query.wants("number", "money"):
        is_person = bool(_people(query.text)) and not query.places
        return _number(context, query, names[0]) if is_person else None
    for asks, tells in ((_ASKS_WORK, _WORK), (_ASKS_HOME, _HOME)):
        if asks.search(query.text):
            return _told(context, query, names[0], tells)
    return None


def _names_in(query: Query) -> list[str]:
    """The persons a question names, whole names once; "Salih Sharif" or "Alex"."""
    whole = [p.text for p in answers.persons(query.text) if not re.match(r"Hv\w+\b", p.text)]
    single = [name for name in given_names(query.text) if not any(name in one for one in whole)]
    known = {t.text.removesuffix("s") for t in query.terms if t.kind == "name"}
    return whole or single or ([] if len(known) != 1 else sorted(known - set(query.places)))


def _says_name(unit: Unit, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}(?:s|['’]s|['’])?\b", unit.text))


def _portraits(context: Context, query: Query, name: str) -> list[list[Unit]]:
    """Each place that tells of a person: the sentence that names them first, then those that go on about them."""
    found = []
    for unit in context.units.all:
        if (query.documents and unit.document not in query.documents) or not _says_name(unit, name):
            continue
        others = [u for u in _passage(context, unit) if u is not unit]
        about = [u for u in others if len(others) < _MOST and _goes_on(unit, u, name)]
        found.append([unit, *about])
    return found


def _goes_on(first: Unit, unit: Unit, name: str) -> bool:
    """Whether a sentence of the same passage tells of the same person and names no other."""
    own = name.split()[0]
    people = [n for n in (*given_names(unit.text), *(p.text for p in answers.persons(unit.text))) if own not in n]
    said = _PRONOUN.search(unit.text) if unit.number > first.number else re.search(r"\bjeg\b|[”“»]", unit.text, re.I)
    return not people and bool(said)


def _passage(context: Context, unit: Unit) -> list[Unit]:
    return [context.units.all[n] for n in context.units.by_passage.get((unit.document, unit.passage.ordinal), ())]


def _age(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    named = _NAMED.search(query.text)
    names = [named["who"]] if named else []
    if names:
        places = [unit for name in names for told in _portraits(context, query, name) for unit in told]
        if any(_FOUNDED.search(unit.text) for unit in places):
            return None
    else:
        ranked = find_sentences(context, query, evidence)
        places = [m.unit for m in ranked[:5] if m.coverage >= ENOUGH and not is_fragment(m.unit)]
    for unit in places:
        ages = {found[1] or found[2] for found in _AGE.finditer(unit.text)}
        near = {age for name in names for age in _ages_of(unit.text, name)} if names else ages
        if len(near) == 1:
            return _say(context, unit, [], f"{near.pop()} {'years' if query.language == 'en' else 'år'}")
    return refuse(context, query, [])


_AGE = re.compile(r"\b(\d{1,3})-?\s?årige\b|\bpå (\d{1,3}) år\b", re.IGNORECASE)


def _ages_of(text: str, name: str) -> set[str]:
    """Ages that stand with a name: "16-årige Salih Sharif", "Jens Jørgen på 88 år"."""
    own = re.escape(name.split()[0])
    with_name = re.compile(
        rf"\b(\d{{1,3}})-?\s?årige (?:[a-zæøå]+ ){{0,2}}{own}\b"
        rf"|\b{own}(?: [A-ZÆØÅ]\w+)?,?(?: er| på)? (\d{{1,3}}) år\b(?! siden)",
    )
    return {found[1] or found[2] for found in with_name.finditer(text)}


def _names_of_others(query: Query) -> bool:
    """ "Hvad hedder Ritas piger?": the names of people who are known by another one only."""
    found = _ASKS_NAMES_OF.search(query.text)
    return bool(found and _KIN.fullmatch(found["who"]))


def _name(context: Context, query: Query, evidence: Evidence) -> Draft | None:
    """The one person of the passage that tells what is said of them."""
    ranked = [m for m in find_sentences(context, query, evidence)[:5] if m.coverage >= ENOUGH]
    for match in ranked:
        if max(own_met(context, query, match), default=0.0) < SAID:
            continue
        around = sorted(_passage(context, match.unit), key=lambda u: abs(u.number - match.unit.number))
        if len(around) > _MOST or is_fragment(match.unit):
            continue
        for unit in around:
            names = _people(unit.text)
            if len(names) == 1 and (unit is match.unit or _goes_on(unit, match.unit, names[0])):
                then = [] if unit is match.unit else [match.unit]
                return _say(context, unit, then, names[0])
    return None


def _people(text: str) -> list[str]:
    """Everyone a sentence names, each once."""
    whole = [p.text for p in answers.persons(text)]
    return whole + [name for name in given_names(text) if not any(name in one for one in whole)]


def _told(context: Context, query: Query, name: str, tells: re.Pattern[str]) -> Draft | None:
    """The sentences about a person that tell what is asked for, and the one that names them."""
    for told in _portraits(context, query, name):
        hits = [unit for unit in told if tells.search(unit.text)]
        if hits:
            return _say(context, hits[0], [] if hits[0] is told[0] else [told[0]], None)
    return None


def _number(context: Context, query: Query, name: str) -> Draft | None:
    """How much of it the one named did: the one sentence about them that says what was done, and how much."""
    done = [term for term in query.terms if term.verb]
    hits = []
    for told in _portraits(context, query, name):
        for unit in told:
            said = all(any(set(way.stems) <= unit.stems for way in _sure_ways(context, term.stems)) for term in done)
            value = context.best_number(query, unit)
            if said and value is not None:
                hits.append((unit, told[0], context.with_unit(unit, value)))
    if not done or len({unit.number for unit, _, _ in hits}) != 1:
        return None
    unit, first, value_said = hits[0]
    return _say(context, unit, [] if unit is first else [first], value_said[:1].upper() + value_said[1:])


def _sure_ways(context: Context, words: tuple[str, ...]) -> list[Way]:
    return [way for way in context.lexicon.ways(words) if way.quality >= SURE]


def _say(context: Context, unit: Unit, then: list[Unit], lead: str | None) -> Draft:
    draft = Draft(longest=700)
    marker = context.citer.cite_unit(draft, unit)
    quote = f"»{clean(unit.text)}« [{marker}]"
    draft.lines.append(f"**{lead}**: {quote}" if lead else quote)
    draft.lines += [f"»{clean(one.text)}« [{context.citer.cite_unit(draft, one)}]" for one in then]
    return draft
