"""When an event is held, and who speaks or is the host there: from the lines that stand with its name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant import answers
from assistant.clauses import own_clause
from assistant.compose.calendar import entry_of
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.gatherings import EVENT, HAPPENS
from assistant.person_asked import quote_of
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems, tokens

_DATE_LINE = re.compile(
    r"(?:den |d\. )?\d{1,2}\.\s?[a-zæøå]+(?:\s\d{4})?|(?:kl\.|klokken)\s?\d[\d.:]*(?:\s?[-–]\s?\d[\d.:]*)?"
    r"|\bog\b|\bsamt\b|[\s,;–-]+",
    re.IGNORECASE,
)
"""All that a line may hold that gives dates and hours and nothing else."""
_ONE = re.compile(
    r"\d{1,2}\.\s?[a-zæøå]+(?:\s\d{4})?(?:,?\s(?:kl\.|klokken)\s?\d[\d.:]*(?:\s?[-–]\s?\d[\d.:]*)?)?", re.IGNORECASE
)
_FIRST, _LATER = re.compile(r"\bførste\b", re.I), re.compile(r"\b(?:næste|andet|anden|sidste)\b", re.I)
_ASKS_SPEAKER = re.compile(
    r"\b(?:oplæg\w*|fortæl(?:le|ler|te)|tal(?:er|te|ere|erne)|medvirke\w*|optræde\w*|undervis\w*|høre|på scenen)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:\w*oplæg\w*|fortæl(?:ler|te)|tal(?:er|te|ere|erne)|undervis\w*|debat\w*|gæst\w*)\b", re.IGNORECASE
)
_ASKS_HOST = re.compile(
    r"\b(?:vært\w*|moderator\w*|ordstyrer\w*|styre(?:de|r)|stod for|står for|leder|ledte|ledede)\b", re.I
)
_HOST = re.compile(r"\b(?:vært(?:en|er|inde)?|moderator(?:er)?|ordstyrer(?:e)?)\b", re.IGNORECASE)
_RUNS = re.compile(
    r"\b(?:st(?:år|od) for|hold(?:er|t)|giver|gav|kører|kørte|tager imod|tog imod|leverer|leverede|præsentere[rd]e?)\b"
    r"(?! op\b)",
    re.IGNORECASE,
)
"""Who gives an event: its host, else those who speak there."""
_LENGTH = re.compile(r"\bhvor (?:lang tid|længe) (?:tager|varer|varede|tog|er|var|bliver)\b", re.IGNORECASE)
_FROM_TO = re.compile(r"(?:kl\.|klokken)\s?\d[\d.:]*\s?(?:[-–]|til)\s?\d", re.IGNORECASE)
_HOUR = re.compile(r"(?:kl\.|klokken)\s?(\d{1,2})", re.IGNORECASE)
_PART_OF_DAY = re.compile(
    r"\b(?:om |ved )?(?P<part>morgen|formiddag|frokost|middag|eftermiddag|aften)(?:en|s?tid(?:en)?|s)?"
    r"(?:\b|(?=webinar|kurs|seminar|konference|foredrag))",
    re.IGNORECASE,
)
_HOURS = {"morgen": (5, 10), "formiddag": (8, 12), "frokost": (11, 14), "middag": (11, 14)}
_HOURS |= {"eftermiddag": (12, 17), "aften": (17, 24)}
"""Parts of the day, from one hour up to another."""
_MOST_TOPICS = 2
_LONGEST = 12
"""Sentences of a passage within which a date line belongs to the event that is named there."""


def answer_event(context: Context, query: Query) -> Draft | None:
    """The hours, the speakers or the host of the event that is named; None when no line beside its name says so."""
    if query.language == "other" or query.missing_document:
        return None
    query = replace(query, terms=tuple(map(_by_its_kind, query.terms)))
    if _LENGTH.search(query.text) and (event := _event_terms(query)):
        return _when(context, query, event, hours=True)
    if _ASKS_TOPIC.search(query.text) and (event := _event_terms(query)):
        return _topic(context, query, event)
    if query.wants("date", "place") and not query.wants("person", "number") and (event := _event_terms(query)):
        if draft := entry_of(context, query, event, _weighty(query, event)):
            return draft
        return _when(context, query, event) if query.wants("date") else None
    if query.wants("person") and not query.wants("date", "number"):
        event = _event_terms(query)
        if _ASKS_HOST.search(query.text) and (host := _host(context, query)):
            return host
        if event and (_ASKS_SPEAKER.search(query.text) or _RUNS.search(query.text)):
            return _speakers(context, query, event)
    return None


def _by_its_kind(term: Term) -> Term:
    """ "Aftenwebinaret" as the webinar it is; the hours tell which."""
    part = _PART_OF_DAY.match(term.text)
    rest = term.text[part.end() :] if part else ""
    return replace(term, text=rest, stems=tuple(stems(rest))) if EVENT.fullmatch(rest) else term


def _event_terms(query: Query) -> list[Term]:
    return [term for term in query.terms if EVENT.fullmatch(term.text) or term.text in ("Dag", "Dage")]


def _when(context: Context, query: Query, event: list[Term], hours: bool = False) -> Draft | None:
    """The line of dates beside the event's name; `hours`: it must say from when to when on the day."""
    for line in context.units.all:
        if (
            not _is_date_line(line.text)
            or (hours and not _FROM_TO.search(line.text))
            or not _allowed(context, query, line)
        ):
            continue
        beside = [u for u in _passage(context, line) if u is not line]
        own = frozenset().union(*(u.stems for u in beside)) | line.around
        if len(beside) > _LONGEST or not all(_met(context, term, own) for term in _weighty(query, event)):
            continue
        named = min((u for u in beside if any(_met(context, t, u.stems) for t in event)), key=lambda u: len(u.text))
        draft = Draft(longest=700)
        marker = context.citer.cite_unit(draft, line)
        draft.lines.append(f"**{_chosen(query, line.text)}**: »{clean(line.text)}« [{marker}]")
        draft.lines.append(f"»{clean(named.text)}« [{context.citer.cite_unit(draft, named)}]")
        return draft
    return None


def _is_date_line(text: str) -> bool:
    return bool(answers.dates(text)) and not _DATE_LINE.sub("", clean(text)).strip(" .")


def _chosen(query: Query, text: str) -> str:
    """The first or the later of two dates, where the question asks for one of them; else the whole line."""
    said = [clean(found.group()) for found in _ONE.finditer(text)]
    if len(said) > 1 and _FIRST.search(query.text):
        return said[0]
    if len(said) == 2 and _LATER.search(query.text):
        return said[1]
    if part := _PART_OF_DAY.search(query.text):
        first, last = _HOURS[part["part"].lower()]
        fits = [one for one in said if (hour := _HOUR.search(one)) and first <= int(hour[1]) < last]
        return fits[0] if len(fits) == 1 else clean(text)
    return clean(text)


def _weighty(query: Query, event: list[Term]) -> list[Term]:
    """What the lines beside a date must name: the event, and each other thing the question names."""
    others = [t for t in query.terms if t not in event and t.kind in ("word", "name") and not t.verb]
    return [*event, *(t for t in others if not HAPPENS.fullmatch(t.text))]


def _speakers(context: Context, query: Query, event: list[Term]) -> Draft | None:
    best, chosen = 0.0, None
    asked = [
        term for term in _weighty(query, event) if not (_ASKS_SPEAKER.search(term.text) or _RUNS.search(term.text))
    ]
    for unit in context.units.all:
        if not (_SPEAKS.search(unit.text) and answers.persons(unit.text) and _allowed(context, query, unit)):
            continue
        near = frozenset().union(*(u.stems for u in _passage(context, unit))) | unit.around
        held = [_quality(context, term, near) for term in asked]
        said = sum(held) + sum(_quality(context, term, unit.around) for term in asked)  # a heading names the event
        if all(quality >= 0.5 for quality in held) and said > best:
            best, chosen = said, unit
    if chosen is None:
        return None
    draft = Draft(longest=700)
    draft.lines.append(f"»{clean(chosen.text)}« [{context.citer.cite_unit(draft, chosen)}]")
    return draft


_ASKS_TOPIC = re.compile(
    r"\bhvad\b.{0,60}\b(?:handle(?:r|de)|dreje(?:r|de))\b|\bhvad\b.{0,60}\b(?:går|gik) .{0,60}\bud på\b"
    r"|\bhvilke[nt]? (?:emner?|tema(?:er)?|dagsorden)\b|\bhvad (?:er|var) (?:emne|tema|på dagsorden)\w*",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:omdrejningspunkt\w*|hovedtema\w*|tema(?:et|er|erne)?|emne(?:t|r|rne)?|fokus|overskrift\w*|dagsorden\w*)\b"
    r"|skarpt på\b|(?:oplæg|handle(?:r|de)|fortæl(?:ler|te)|debat\w*) (?:bl\.a\. )?om\b",
    re.IGNORECASE,
)
"""How a sentence tells what an event is about."""


def _topic(context: Context, query: Query, event: list[Term]) -> Draft | None:
    """The sentences that tell what an event is about: those that name it, else those beside its name."""
    asked = [t for t in _weighty(query, event) if not _ASKS_TOPIC.search(t.text) and not _TOPIC.match(t.text)]
    found = []
    for unit in context.units.all:
        if not _TOPIC.search(unit.text) or not _allowed(context, query, unit):
            continue
        near = frozenset().union(*(u.stems for u in _passage(context, unit))) | unit.around
        if all(_met(context, term, near) for term in asked):
            found.append((-sum(_quality(context, term, unit.stems | unit.around) for term in asked), unit.number, unit))
    if not found:
        return None
    aside, _, best = min(found)
    draft = Draft(longest=1200)
    for also, _, unit in sorted(found)[:_MOST_TOPICS]:
        if also == aside and unit.group == best.group:
            draft.lines.append(f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _host(context: Context, query: Query) -> Draft | None:
    """Who was the host of the part of an event that is asked for, by the clause that names the host."""
    own = (t for t in query.terms if t.kind != "soft" and not _HOST.search(t.text))
    rest = [t for t in own if not t.verb or (query.carried and EVENT.fullmatch(t.text))]
    where = [t for t in rest if t.kind == "name" or EVENT.fullmatch(t.text)]
    found = []
    narrow = [t for t in rest if t not in where]
    small = _small(query)
    for person, clause, unit in _hosts(context, query):
        # "Morgenarrangementerne" is no event of its own but a part of one, named in the host's clause.
        parts = [t for t in where if t.kind != "name" and not _met(context, t, _around(context, unit))]
        if not (where or query.places) or any(not _shared(context, t, clause) for t in parts):
            continue
        if all(_met(context, t, _around(context, unit)) for t in where if t not in parts):
            found.append((sum(_shared(context, term, clause) for term in (*narrow, *parts, *small)), person, unit))
    best = max((score for score, _, _ in found), default=0.0)
    chosen = [(person, unit) for score, person, unit in found if score == best]
    if not chosen or ((narrow or best) and (not best or len({clean(person.text) for person, _ in chosen}) > 1)):
        return None
    draft = Draft(longest=700)
    for person, unit in chosen[:3]:
        draft.lines.append(f"**{clean(person.text)}**: {quote_of(context, draft, unit, person)}")
    return draft


def _small(query: Query) -> list[Term]:
    """Words too common to be terms ("snakken"), which may still tell one host from another."""
    known = {s for t in query.terms for s in t.stems}
    small = [t for t in tokens(query.text) if len(t.text) >= 5 and t.stem not in known and not t.is_capital]
    return [Term(t.text, (t.stem,), "word") for t in small if not _ASKS_HOST.search(t.text)]


def _hosts(context: Context, query: Query) -> Iterator[tuple[answers.Value, frozenset[str], Unit]]:
    """Each person said to be a host, with the stems of the clause that says so."""
    for unit in context.units.all:
        if not _HOST.search(unit.text) or not _allowed(context, query, unit):
            continue
        people = answers.persons(unit.text)
        for person in people:
            start, end = own_clause(unit.text, person.span, [p.span for p in people])
            if _HOST.search(unit.text[start:end]):
                yield person, frozenset(stems(unit.text[start:end])), unit


def _shared(context: Context, term: Term, said: frozenset[str]) -> float:
    """How far a clause names a thing: by its own word, or by a part of it ("morgenprogrammet": "om morgenen")."""
    if _met(context, term, said):
        return 1.0
    return 0.5 if any(len(s) >= 4 and term.stems[0].startswith(s) for s in said) else 0.0


def _met(context: Context, term: Term, said: frozenset[str]) -> bool:
    return _quality(context, term, said) >= 0.5


def _quality(context: Context, term: Term, said: frozenset[str]) -> float:
    """How surely words name a thing, 0..1."""
    held = (way.quality for way in context.lexicon.ways(term.stems) if all(s in said for s in way.stems))
    return max(held, default=0.0)


def _passage(context: Context, unit: Unit) -> list[Unit]:
    return [context.units.all[n] for n in context.units.by_passage.get((unit.document, unit.passage.ordinal), ())]


def _around(context: Context, unit: Unit) -> frozenset[str]:
    return unit.stems | unit.around | unit.near | context.scorer.contexts.passage[unit.group]


def _allowed(context: Context, query: Query, unit: Unit) -> bool:
    """Whether a line is of the document, place and period asked for."""
    if query.documents and unit.document not in query.documents:
        return False
    said = _around(context, unit) | frozenset(s for heading in unit.passage.section for s in stems(heading))
    if not all(context.scorer.place_fits(unit, p) or all(s in said for s in stems(p)) for p in query.places):
        return False
    return all(context.scorer.period_fits(unit, period) for period in query.periods)
