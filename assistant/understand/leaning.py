"""Short questions that leave out what they are about: its name is put back from the question before."""

import re
from collections.abc import Callable
from typing import TypeAlias

from assistant.measures import kinds_in, measures_asked
from assistant.understand.documents import choose_programme, period_of
from assistant.understand.query import Interval, Query
from assistant.understand.slots import find_age, find_municipalities, find_periods, find_size
from assistant.understand.topic import subject_of
from assistant.words import tokens
from index.evidence import DocumentEntry
from ingest.document import Span

Finder: TypeAlias = Callable[[str], tuple[Interval, Span] | None]

_STILL = re.compile(
    r"^\W*(?:og |men )?(?:gælder|gjaldt|passer|stemmer|er) det (?:\w+ )?(?:stadig|endnu|fortsat)\b[^?]{0,20}\??\W*$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:sådan (?:en|et|noget)|den slags|de møder|det møde|det program|den aftale|det|den|"
    r"de(?= (?:vedtaget|lavet|skrevet|udgivet|udarbejdet|til)\b))\b(?! (?:\w+e|samme|år)\b)(?!(?<=den) om\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"(?<!er) \b(?:der|dér)$", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:bag|til|i|på|med|for)\W*$", re.IGNORECASE)
_TOOK_PART = re.compile(
    r"^\W*(?:og |men )?hv\w+(?: mange)?(?: (?:mennesker|personer|deltagere|gæster))? "
    r"(?:deltog|var med|kom|mødte op|dukkede op|talte|holdt oplæg|var der)\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*(?:og|hvad med|så)?(?: (?:for|på|ved|en|et|på en))*\s*(\d{2,3})\W*$", re.IGNORECASE)
_AGES = re.compile(r"\b\d{1,2}\s*(?:-|–|til|og)\s*\d{1,2}\b(?! ?år)")
_BUILT = re.compile(
    r"^\W*(?:og )?(?:hvad |hvor mange )?(?P<verb>bliver|blev|er) der (?:så |også )?"
    r"(?P<rest>(?:bygget|sat i gang|igangsat|påbegyndt|opført)\b.*)$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:før|efter|tidligere|senere|første|andet|anden|tredje|sidste|forrige|næste|nye|nyeste|perioden?)\b",
    re.IGNORECASE,
)
"""Words that lead to another period or point, which has rules of its own."""
_NEXT = re.compile(r"\b(?:det|den) (næste|andet|anden|sidste|tredje)\b", re.IGNORECASE)


_EXTREME = re.compile(
    r"^\W*(?:og|hvad med|hvad så med)?(?: (?:for|i|på|med))*\s*(?P<which>(?:den|de) (?:mindste|største))(?: \w+)?\W*$",
    re.IGNORECASE,
)
_HOME_OF_SIZE = r"(?:en |et )?(?:almene? )?\w*(?:bolig|lejlighed|lejemål)\w*(?: på)? "


def put_back(asked: str, previous: Query, entries: tuple[DocumentEntry, ...]) -> str | None:
    """The question with what it leaves out, where that is plain; None when another rule must see to it."""
    if _STILL.match(asked):
        return _now(previous, entries)
    if (number := _NUMBER.match(asked)) and previous.size is not None:
        return _resized(previous.question, f"{number[1]} m2")
    if (end := _EXTREME.match(asked)) and previous.size is not None:
        size = re.escape(previous.size.text)
        return re.sub(
            f"(?:{_HOME_OF_SIZE})?{size}", f"{end['which'].lower()} boliger", previous.question, flags=re.IGNORECASE
        )
    if (ages := _AGES.search(asked)) and find_age(previous.question):
        return _aged(previous.question, *re.findall(r"\d+", ages[0]))
    if (built := _BUILT.match(asked)) and len(kinds := kinds_in(previous.text)) == 1:
        where = f" i {previous.places[0]}" if previous.places and not find_municipalities(asked) else ""
        return f"Hvor mange {kinds[0]} {built['verb']} der {built['rest'].rstrip(' ?.')}{where}?"
    if (following := _NEXT.search(asked)) and re.search(r"\bførste\b", previous.question, re.IGNORECASE):
        return re.sub(r"\bførste\b", following[1].lower(), previous.question, flags=re.IGNORECASE)
    if measures_asked(previous.text) and previous.wants("number", "share", "money"):
        return None  # a figure's follow-up asks for another place, kind or year
    return _named(asked, previous)


def _named(asked: str, previous: Query) -> str | None:
    """ "Hvem styrede det?" with the name of what was asked about in the place of the pronoun."""
    subject = subject_of(previous)
    if subject is None or len(tokens(asked)) > 9 or _ELSEWHERE.search(asked):
        return None
    years = "" if find_periods(asked) or find_periods(subject) else _years(previous)
    bare = re.sub(r"^\W*(?:og|men|eller)\s+", "", asked, flags=re.IGNORECASE).rstrip(" ?.!")
    bare = bare[:1].upper() + bare[1:]
    if _TOOK_PART.match(asked):
        return f"{bare} til {subject}{years}?"
    if _THERE.search(bare):
        return f"{_THERE.sub('', bare)} ved {subject}{years}?"
    if found := _PRONOUN.search(bare):
        if re.search(r"\b(?:han|hun|ham|hende)\b|\bdet (?:så|var|er) \w+", bare, re.IGNORECASE) and not bare.endswith(
            "det"
        ):
            return None
        return f"{bare[: found.start()]}{subject}{bare[found.end() :]}{years}?"
    if re.match(r"hv\w+ stod bag$", bare, re.IGNORECASE):
        return f"{bare} {subject}{years}?"
    return None


def _years(previous: Query) -> str:
    return f" i {previous.periods[0].label}" if previous.periods else ""


def _now(previous: Query, entries: tuple[DocumentEntry, ...]) -> str:
    """ "Gælder det stadig?": the goals of today are the newest; of anything else, what holds today is asked."""
    newest = choose_programme(entries, "newest", None)
    period = period_of(newest) if newest else None
    if "maalprogram" in previous.kinds and period is not None:
        return f"Hvad er målene i Almene mål {period.label}?"
    return f"{previous.question.rstrip(' ?.!')} i dag?"


def _resized(question: str, size: str) -> str:
    found = find_size(question)
    return f"{question[: found[1][0]]}{size}{question[found[1][1] :]}" if found else question


def _aged(question: str, low: str, high: str) -> str:
    found = find_age(question)
    if found is None:
        return question
    between = re.search(r"\bmellem\b", question[: found[1][1]], re.IGNORECASE)
    age = f"{low} og {high} år" if between else f"{low}-{high} år"
    if re.match(r"mellem\b", found[0].text, re.IGNORECASE):
        age = f"mellem {age}"
    return f"{question[: found[1][0]]}{age}{question[found[1][1] :]}"


_BARE = re.compile(r"(?<![\d.,])\d{1,3}\b(?![.,]?\d|\s*(?:m2|m²|kvm|kvadrat|år|pct|procent|%|kr|mio|mia))")
_UNITS: tuple[tuple[Finder, str], ...] = ((find_size, " m2"), (find_age, " år"))


def named_or_bare(question: str, before: str) -> list[tuple[Finder, tuple[Interval, Span] | None]]:
    """The size and the age a follow-up names; a number without a unit is of what the question before named."""
    for finder, unit in _UNITS:
        bare = list(_BARE.finditer(question))
        if finder(before) and bare and (finder is find_age or not find_size(question)):
            at = bare[-1].end()
            if found := finder(f"{question[:at]}{unit}{question[at:]}"):
                return [(finder, found)]
    return [(finder, finder(question)) for finder, _ in _UNITS]
