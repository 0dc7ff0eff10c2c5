"""What the question before was about, and a question that leaves it to a pronoun, with its name put back."""

import re

from assistant.answers import persons
from assistant.gatherings import EVENT
from assistant.given_names import given_names
from assistant.knowledge import knowledge
from assistant.understand.query import Query, Term

_TAIL = re.compile(r"(?: (?:for|i|på|om|med|af|ved)(?: (?!er\b|var\b|blev\b|bliver\b|har\b)[\wæøå'’-]+){1,3})(?=\W*$)")
"""What belongs to a noun at the end of a question: "konferencen for bestyrelser"."""
_YEAR = re.compile(r"\s*(?:i |for )?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?$")
_ENGLISH = re.compile(r"\b(?:it|that|this|the event|the meeting|the conference)\b", re.IGNORECASE)
_ENGLISH_EVENT = re.compile(
    r"\bthe (?:[\w'’]+ ){0,3}?"
    r"(?:conference|meeting|webinars?|festival|course|seminar|campaign|event|agreement|programme)\b"
    r"(?: (?:for|of|in|on|about)(?: [\w'’]+){1,4}(?=\W*$))?",
    re.IGNORECASE,
)
_THERE = re.compile(r"\bthere\W*$", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:den|det|de|dem|han|hun|ham|hende)(?: (?:\w+e|andet|anden))?,? altså (?P<what>[^,?]+?),?(?= |\?|$)",
    re.IGNORECASE,
)
"""What a pronoun stands for, said behind it."""


def said_outright(asked: str) -> str:
    """ "Hvem betaler den, altså rådgivningen?" without its pronoun."""
    return _MEANT.sub(lambda found: found["what"], asked)


def subject_of(previous: Query) -> str | None:
    """A document, a name that is no person's, an event or the one noun."""
    if "maalprogram" in previous.kinds and previous.periods:
        return f"Almene mål {previous.periods[0].label}"
    names = [t.text for t in previous.terms if t.kind == "name" and t.text not in previous.places]
    people = {word for person in persons(previous.text) for word in person.text.split()} | set(
        given_names(previous.text)
    )
    if previous.wants("person"):
        names = [name for name in names if name not in people]
    if names:
        found = re.search(r"\b" + r"\W+(?:\w+\W+)?".join(map(re.escape, names)) + r"\b", previous.text)
        return found[0] if found else names[0]
    nouns = [t for t in previous.terms if t.kind == "word" and not t.verb and t.text.lower() not in knowledge().common]
    events = [t for t in nouns if EVENT.fullmatch(t.text)]
    if len(events) == 1:
        return _whole(previous, events[0])
    one = len(nouns) == 1 and previous.wants("definition", "date", "place", "explain", "yesno")
    return nouns[0].text if one else None


def _whole(previous: Query, noun: Term) -> str:
    """The noun with what stands behind it at the end of the question, years apart."""
    text = previous.text.rstrip(" ?.!")
    at = text.find(noun.text)
    if at < 0:
        return noun.text
    tail = _TAIL.match(text, at + len(noun.text))
    return _YEAR.sub("", noun.text + (tail[0] if tail else ""))


def in_english(asked: str, previous: Query) -> str | None:
    """ "When was it?" with the name of what was asked about; None where no pronoun of English stands for a thing."""
    event = _ENGLISH_EVENT.search(previous.question)
    subject = (event[0] if event else subject_of(previous)) if previous.language == "en" else None
    if subject is None:
        return None
    bare = re.sub(r"^\W*(?:and|but|so)\s+", "", asked, flags=re.IGNORECASE)
    if _THERE.search(bare):
        said = _THERE.sub(f"at {subject}?", bare)
    elif _ENGLISH.search(bare) and not re.search(r"\b(?:it|that) (?:before|after)\b", bare, re.IGNORECASE):
        said = _ENGLISH.sub(subject, bare, count=1)
    else:
        return None
    return said[:1].upper() + said[1:]
