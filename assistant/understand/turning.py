"""Follow-ups that turn the question before: its count, another date, another thing in the place of its own."""

import re

from assistant.understand.query import Query
from assistant.understand.slots import find_municipalities, find_periods

_SHARE = r"hvor mange procent|hvor stor en (?:andel|del|procentdel)|hvilken andel|hvor stor andelen er"
_ASKS_SHARE = re.compile(_SHARE, re.IGNORECASE)
_TO_COUNT = re.compile(
    r"^\W*(?:og |men |så )*hvor mange (?!procent)(?:\w+ )?(?:er|bliver|var|blev|svarer) (?:det|der)"
    r"(?: (?:så|til|i alt|i tal|egentlig|om))*\W*$"
    r"|^\W*(?:og |men )?(?:hvad (?:er|svarer|bliver) det (?:til )?)?i antal\b.{0,20}$",
    re.IGNORECASE,
)
"""How many that share is."""
_OTHER_DATE = re.compile(
    r"\b(?:anden|andre|flere|alternativ\w*) (?:mulighed\w*|dage?|datoe?r?|gang\w*|tid\w*|tidspunkt\w*|aften\w*)\b"
    r"|\b(?:kan (?:jeg|vi) ikke|passer (?:\w+ )?ikke|er (?:jeg|vi) forhindret)\b"
    r"|\bom (?:aftenen|morgenen|formiddagen|eftermiddagen)\b",
    re.IGNORECASE,
)
"""The one date does not suit: all that the documents give."""
_OTHER_THING = re.compile(r"\bhv(?:em|ad|or (?!når))", re.IGNORECASE)
_OUT_OF = re.compile(r"^\W*(?:og )?(?:ud )?af hvor mange\W*$", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:(?:det|den|de|sit|sin|et|en) )?(?:første|sidste|næste|andet|anden)\s", re.IGNORECASE)
SAME_TIME = re.compile(r",?\s*\bi (?:de|den|det)? ?samme (?:\w+ )?(?:år|periode)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"^\W*(?:og |men |hvad med |hvad så med |hvad så |hvordan med |så )+"
    r"(?:(?:den|det|dem|punktet|målet) (?:om|med|for) )?"
    r"(?P<thing>(?:(?:de|den|det) )?[a-zæøå][\wæøå-]*(?: [a-zæøå][\wæøå-]*)?)\W*$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?P<at>for|om|ved|med|mod|på) (?P<what>(?:(?:de|den|det|en|et) )?[a-zæøå][\wæøå-]*)(?P<rest>(?: i \S+.*)?\W*)$"
)
_SMALL = frozenset(
    {"der", "det", "den", "de", "han", "hun", "dem", "hvem", "hvad", "hvor", "hvornår", "nu", "så", "i", "på", "til"}
)


def turned(asked: str, previous: Query) -> str | None:
    """The question before, turned as this one asks; None when it asks something of its own."""
    before = previous.question
    if _TO_COUNT.match(asked) and _ASKS_SHARE.search(before):
        return _capital(_ASKS_SHARE.sub("hvor mange", before, count=1))
    if _OUT_OF.match(asked) and previous.wants("number"):
        return before
    if previous.wants("date") and _OTHER_DATE.search(asked) and not _OTHER_THING.search(asked):
        return _capital(re.sub(r"\s+", " ", _WHICH.sub("", before)))
    return _instead(SAME_TIME.sub("", asked), before)


def _instead(asked: str, before: str) -> str | None:
    """ "Hvad så med det grønne?" after "Hvad vil BL gøre for byerne?": the new thing in the place of the old one."""
    new, old = _INSTEAD.match(asked), _OBJECT.search(before)
    if new is None or old is None or new["thing"].split()[0].lower() in _SMALL - {"de", "den", "det"}:
        return None
    if find_periods(new["thing"]) or find_municipalities(asked) or new["thing"].lower() in _SMALL:
        return None
    return f"{before[: old.start('what')]}{new['thing']}{old['rest']}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
