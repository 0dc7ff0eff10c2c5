"""Answers made of one to three quoted sentences, the fact first."""

import re

from assistant import answers, texts
from assistant.clauses import own_clause
from assistant.compose.context import Context
from assistant.draft import Draft
from assistant.person_asked import person_of, quote_of
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_SHORT = frozenset({"number", "person", "date", "place", "frequency", "duration", "share", "money"})


def quote_answer(context: Context, query: Query, chosen: list[Match]) -> Draft:
    """The chosen sentences as quotes; the value asked for stands bold in front."""
    draft = Draft(longest=700 if query.wants(*_SHORT) else 2400)
    limit = 620 if query.wants(*_SHORT) else 1500
    used = 0
    for i, match in enumerate(chosen):
        unit = match.unit
        if used and used + len(unit.text) > limit:
            break
        used += len(unit.text)
        lead = lead_value(context, query, unit) if i == 0 and not _dates_differ(query, chosen) else None
        person = next((p for p in answers.persons(unit.text) if p.text == lead), None)
        quote = quote_of(context, draft, unit, person)
        opening = texts.SAYS["en"] if i == 0 and query.language == "en" else ""
        draft.lines.append(f"**{lead}**: {quote}" if lead else f"{opening}{quote}")
    return draft


def _dates_differ(query: Query, chosen: list[Match]) -> bool:
    """Whether several of the sentences are dated, so that no one date is the answer to "hvornår"."""
    return query.wants("date") and sum(bool(answers.dates(match.unit.text)) for match in chosen) > 1


def clean(text: str) -> str:
    """A quote on one line, without the quotation marks that would stand inside ours."""
    return re.sub(r"\s+", " ", text).strip()


def lead_value(context: Context, query: Query, unit: Unit) -> str | None:
    """The value a question asks for, as the sentence words it."""
    text = unit.text
    if query.wants("frequency") and (found := answers.frequency(text)):
        return _capital(found.text)
    if query.wants("person"):
        if _done_by_body(query, unit):
            return None
        people = [person for person in answers.actors(query.text, text) if not _is_object(query, text, person.text)]
        # Who is named in the question is not who it asks for.
        person = people[0] if len(people) == 1 else person_of(context, query, unit, people)
        return person.text if person is not None and person.text not in query.text else None
    if re.search(r"\bi træk\b", query.text) and (row := answers.in_a_row(text)):
        return _capital(row.text)
    if query.wants("duration") and (found := answers.duration(text)):
        return _capital(found.text)
    if query.wants("date") and not re.search(r"\bhvor m(?:ange|eget)\b", query.text, re.IGNORECASE):
        return _date_lead(query, text)
    if query.wants("number", "share", "money") and (value := context.best_number(query, unit)):
        if query.counted and _DIGITS.findall(value.text) and set(_DIGITS.findall(value.text)) <= _named(query.text):
            return None  # the number that the question names is not the one it asks for
        return _capital(_as_proposed(query, unit, value.span[0], context.with_unit(unit, value)))
    return _date_lead(query, text) if query.wants("date") else None


_DIGITS = re.compile(r"\d[\d.,]*\d|\d")


def _named(text: str) -> set[str]:
    """The numbers in a question for ja or nej apart: who asks whether there are so many is told so many."""
    return set(_DIGITS.findall(text)) if re.match(r"\W*(?:og |men )?hvor mange\b", text, re.IGNORECASE) else set()


_PROPOSED = re.compile(r"\b(?:forslag\w*|foreslog|foreslår|foreslået|foreslås)\b", re.IGNORECASE)


def _as_proposed(query: Query, unit: Unit, at: int, value: str) -> str:
    """The value, said to be a proposal and of which year where the sentence tells of no more than that."""
    if not _PROPOSED.search(unit.text[:at]) or _PROPOSED.search(query.text):
        return value
    years = re.findall(r"\b(?:19|20)\d\d\b", unit.text[:at])
    return texts.PROPOSED.format(value=value, year=texts.FROM_YEAR.format(year=years[-1]) if years else "")


def _date_lead(query: Query, text: str) -> str | None:
    """The hour or the one date of a sentence; the years something runs over only where they are asked for."""
    if answers.asks_hour(query.asked) and (time := answers.hour(text)):
        return _capital(time.text)
    found = answers.dates(text)
    if len(found) > 1:
        spans = [value.span for value in found]
        wanted = [term.stems[0] for term in query.terms if term.verb]
        found = [v for v in found if set(stems(text[slice(*own_clause(text, v.span, spans))])) & set(wanted)]
    if len(found) != 1:
        return None
    runs = re.search(r"\bperioden?$", text[: found[0].span[0]].rstrip())
    return None if runs and not re.search(r"\bperiode", query.text, re.IGNORECASE) else _capital(found[0].text)


def _is_object(query: Query, text: str, name: str) -> bool:
    """ "Hvem har valgt …": not the one who was chosen ("blev Allan Werge valgt")."""
    passive = re.match(r"\W*hvem (?:\w+ ){0,2}?(?:blev|bliver|er|var|bliv|vandt|fik)\b", query.text, re.IGNORECASE)
    person = re.escape(name)
    chosen = rf"\b(?:blev|bliver)\b[^.,]{{0,12}}{person}|{person} (?:blev|bliver|er blevet) \w+t\b"
    return not passive and bool(re.search(chosen, text))


_BODY = re.compile(r"(?!\w+(?:ede|te|et|t)$)[a-zæøå]{4,}(?:erne|en|et|ne|er)|BL|Folketinget|Regeringen", re.IGNORECASE)


def _done_by_body(query: Query, unit: Unit) -> bool:
    """Whether a body stands before the verb the question asks with ("boligorganisationerne afgjorde")."""
    verbs = {s for term in query.terms if term.verb for s in term.stems}
    found = [i for i, token in enumerate(unit.tokens) if token.stem in verbs and i]
    return any(not unit.tokens[i - 1].is_capital and _BODY.fullmatch(unit.tokens[i - 1].text) for i in found)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
