"""Whether a sentence holds what is asked for: the kind of thing, the names, the post, the figure, the time to come."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.people import OTHERS, held_before
from assistant.deeds import of_other_deed
from assistant.figures import read_asked
from assistant.gatherings import EVENT
from assistant.held_who import (
    LIVES,
    OTHER_HOUSE,
    ROLE,
    STUDY,
    WHO_STUDIED,
    WHOSE_OPINION,
    contact_held,
    has_role,
    names_body,
    of_body,
    role_asked,
    speaks,
    verb_unmet,
    without_people,
)
from assistant.lexicon import stop_stems
from assistant.measures import WIDE, kinds_in, lacks_people, measure_named
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import fold, stem

_FREE = re.compile(r"\bgratis\b|\buden (?:betaling|beregning)\b", re.IGNORECASE)
TYPES = ("date", "person", "place", "frequency", "duration", "number")


def held_types(context: Context, query: Query, unit: Unit) -> tuple[str, ...]:
    """The kinds of thing asked for that a sentence holds."""
    held = []
    for ask in TYPES:
        if not query.wants(ask) or (ask == "number" and query.wants("duration", "frequency")):
            continue
        if ask == "number" and query.wants("money") and _FREE.search(unit.text):
            held.append(ask)
        elif ask == "number":
            value = context.best_number(query, unit)
            if value is not None and context.number_is_of(query, unit, value):
                held.append(ask)
        elif ask == "date" and answers.asks_hour(query.asked):
            held += [ask] * bool(answers.hour(unit.text))
        elif ask == "date" and not _SPAN.search(query.text):
            held += [ask] * bool(answers.dates(_IN_SPAN.sub("", unit.text)))
        elif ask == "duration" and re.search(r"\bhvor længe\b|\bhvor mange år\b", query.text, re.IGNORECASE):
            held += [ask] * answers.holds(answers.without_ages(unit.text), ask)
        elif ask == "person":
            held += [ask] * any(p.text not in query.text for p in answers.actors(query.text, unit.text))
        elif answers.holds(unit.text, ask):
            held.append(ask)
    return tuple(held)


_SPAN = re.compile(
    r"\bperiode|\bfra\b.*\btil\b|\bgælder\b|\bslut|\budløb|\bvarer\b|\bhvilke år\b|\bpenge|\bstøtte", re.IGNORECASE
)
_IN_SPAN = re.compile(r"\bperioden? (?:fra )?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)
"""Years over which something runs: no date at which anything happened."""


def _is_to_come(query: Query, text: str) -> bool:
    """Whether a sentence speaks of the next one of what the question names."""
    asked = {s for term in query.terms for s in term.stems}
    next_one = re.search(r"\b(?:næste|kommende)\s+(\w+)", text, re.IGNORECASE)
    return bool(next_one and stem(next_one[1]) in asked) or bool(_TO_BE.search(text))


def names_met(query: Query, match: Match) -> bool:
    """Whether every name of the question stands in the sentence or around it."""
    unit = match.unit
    said = " ".join((unit.text, unit.passage.text, unit.passage.context, *unit.passage.section))
    return all(
        sure >= 0.5 and _said_as_name(term.text, said)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind == "name"
    )


_QUOTED = re.compile(r"[”“\"’»][^”“\"»«]{3,60}[”“\"«]")


def names_as_many(query: Query, match: Match) -> bool:
    """Whether a sentence names as many things in quotation marks as the question asks for ("hvilke to …")."""
    several = query.count is not None and query.count > 1 and re.search(r"\bhvilke\b", query.text, re.IGNORECASE)
    return bool(several) and len(_QUOTED.findall(match.unit.text)) == query.count


def _said_as_name(name: str, said: str) -> bool:
    """Whether a name that is a common word, too ("Bo Godt"), stands there with its capital."""
    if fold(name) not in stop_stems() and fold(name) not in _NAMES_THAT_ARE_WORDS:
        return True
    return bool(re.search(rf"\b{re.escape(name)}", said))


_NAMES_THAT_ARE_WORDS = frozenset(
    {"bo", "godt", "god", "stem", "hus", "by", "bold", "vi", "samles", "fest", "tal", "job"}
)


def type_held(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence holds the kind of thing asked for."""
    text = match.unit.text
    if query.wants("contact") and not contact_held(query, text):
        return False
    if LIVES.search(query.text) and answers.persons(query.text) and not re.search(r"\bbor\b", text):
        return False  # where someone works is not where they live
    if not query.kinds and (opinion := WHOSE_OPINION.search(query.question)) and not speaks(opinion["who"], match.unit):
        return False
    if query.wants("sum") and not answers.holds(text, "total"):
        return False
    if query.counted and lacks_people(query.text, " ".join((*match.unit.passage.section, text))):
        return False  # how many there are of all is not how many of them are old
    if re.search(r"\bi træk\b", query.text) and not answers.in_a_row(text):
        return False
    if query.wants("date") and _TO_COME.search(query.text) and not _is_to_come(query, text):
        return False  # the last one is not the next one
    if query.wants("date") and ROLE.search(query.text) and _of_former(query, text):
        return False  # since when the one before held the post is not when the next one got it
    if query.wants("date") and not query.wants("number", "person", "duration") and of_other_deed(query.text, text):
        return False  # the year it was set up is not the year it reported
    if query.wants("person") and OTHERS.search(query.text):
        # One name is the one the question sets apart, not the others.
        return len([p for p in answers.persons(text) if p.text not in query.text]) > 1
    if WHO_STUDIED.search(query.text) and not STUDY.search(text):
        return False
    if query.wants("person") and text.startswith("Foto") and not re.search(r"\b(?:foto|billede)", query.text, re.I):
        return False
    if query.wants("date", "person", "place") and not query.wants("compare") and not _at_event(query, match):
        return False
    if query.wants("person") and (role := role_asked(query.text)):
        held = match.unit.stems | match.unit.around
        people = [p for p in answers.persons(text) if not held_before(text, p.text)]
        # Said of the document's own house, where the sentence names no other.
        near = 1.0 if OTHER_HOUSE.search(without_people(text)) else 0.9
        named = all(sure >= near for t, sure in zip(query.terms, match.sure, strict=True) if t.kind == "name")
        return (
            named
            and of_body(query.text, text)
            and has_role(context, match.unit, role)
            and any(s.startswith(role) for s in held)
            and bool(people)
        )
    narrow = bool(context.kinds_of_counted(query))  # "netværk om indkøb": counted by its own name, no key figure
    if query.wants("number", "date") and not _of_post(query, match):
        return False  # how many stood for another post
    if query.wants("person") and ROLE.search(query.text) and verb_unmet(query, match):
        return False  # who does something to the holder of a post is not the holder
    if query.wants("number", "share", "money") and not (
        (narrow or _of_measure(query, match.unit)) and _of_kind(query, text)
    ):
        return False
    # A name or a place may be a plain noun ("kommunerne"), so long as everything else the question says is there.
    unmet = any(s < 0.5 for t, s in zip(query.terms, match.sure, strict=True) if t.kind != "soft")
    hard = [ask for ask in TYPES if query.wants(ask) and (unmet or ask not in ("person", "place"))]
    if held_types(context, query, match.unit):
        return True
    if query.wants("person") and re.match(r"\W*hvem\b", query.text, re.IGNORECASE):
        return hard in ([], ["person"]) and names_body(context, query, match)
    return not hard


_FORMER = re.compile(r"\b(?:før|tidligere|forrige|forgænger\w*|afløst\w*|gik af|stoppede)\b", re.IGNORECASE)


def _of_former(query: Query, text: str) -> bool:
    """Whether all that a sentence dates of a post is the time of a former holder, whom the question does not name."""
    before = [p for p in answers.persons(text) if held_before(text, p.text) and p.text not in query.text]
    asked = re.search(
        r"\b(?:før|tidligere|forrige|forgænger\w*|afløst\w*|gik af|stoppede)\b", query.text, re.IGNORECASE
    )
    return bool(before) and not asked and all(date.span[0] > before[0].span[0] for date in answers.dates(text))


def _of_post(query: Query, match: Match) -> bool:
    """Whether the post a question names, if it does, is named in the sentence or its heading."""
    post = ROLE.search(query.text)
    said = match.unit.stems | match.unit.around
    return post is None or any(s.startswith(stem(post.group())) for s in said)


_SPEAKER = re.compile(
    r"\bhvem (?:\w+ ){0,2}(?:taler|talte|fortæller|fortalte|holder|holdt|underviser|underviste)\b", re.I
)


def _at_event(query: Query, match: Match) -> bool:
    """Whether the sentence stands with the event the question names, and names a person where a speaker is asked."""
    events = [s for t, s in zip(query.terms, match.sure, strict=True) if t.kind != "soft" and EVENT.fullmatch(t.text)]
    speaks = bool(events) and bool(_SPEAKER.search(query.text))
    return all(s >= 0.6 for s in events) and not (speaks and not answers.persons(match.unit.text))


_TO_COME = re.compile(r"\b(?:næste|kommende|fremover|fremtidige?)\b", re.IGNORECASE)
_TO_BE = re.compile(r"\b(?:skal|vil|bliver|afholdes|holdes|finder sted|planlagt)\b", re.IGNORECASE)


def _of_measure(query: Query, unit: Unit) -> bool:
    """Where a question names a key figure ("boligbyrde"), a sentence must be about that figure, too."""
    asked = [m for name in read_asked(query, query.text).measures if (m := measure_named(name)) and name not in WIDE]
    said = " ".join((unit.text, *unit.passage.section[-1:])).lower()
    return not asked or any(m.card.search(said) for m in asked)


def _of_kind(query: Query, text: str) -> bool:
    """Where question and sentence each name kinds of dwelling, they must name one in common."""
    asked, said = kinds_in(query.text), kinds_in(text)
    return not asked or not said or bool(set(asked) & set(said))
