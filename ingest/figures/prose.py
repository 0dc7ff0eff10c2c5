"""Key figures in running text: one per number in a sentence, with the clause around it as label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ingest.document import Document, Figure, Span
from ingest.figures.bare import RUN_TOGETHER, runs_together
from ingest.figures.counted import FUNCTION_WORDS, OF_THEM, PART_OF_THEM, counted
from ingest.figures.flow import Sentence, says, shown, trimmed
from ingest.figures.label import Labelled, label_in_sentence, municipality_of
from ingest.figures.times import TIMES, own_period, years_in
from ingest.numbers import QUANTITIES, Number, read_numbers

NATIONAL_NOTE: Final = re.compile(r"\bnote:?\s+tal(?:lene)?\s+(?:er\s+)?for\s+hele\s+landet", re.IGNORECASE)
_SKIPPED_KINDS: Final = ("credit", "header", "footer")
_FURNITURE: Final = re.compile(r"\s*(?:kilder?|noter?):", re.IGNORECASE)
_IDIOM: Final = re.compile(
    r"^(?:én|ét)\s+(?:gang|måde|side|ting)\b|^(?:to|tre|fire)\s+gange\b|^(?:én|ét)\s+(?:år|dag|uge)\b(?!\s+mere)",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(r"^(?:Det|Den|De|Heraf|Deraf|Af dem|Han|Hun)\b")
_OF: Final = re.compile(r"\b[0-9]{1,2} af\s*$")
_AGAINST: Final = re.compile(r",?\s(?:mod|sammenlignet med|hvor det på landsplan)\s")
_OF_A_HOME: Final = re.compile(r"(?:bolig|lejlighed|værelse|lejemål|hus)(?:en|et)? på $", re.IGNORECASE)
_AGAIN: Final = re.compile(r"(?:\D|(?:19|20)[0-9]{2}){0,60}\b(?:mod|fra|til)\s*")
"""What stands between two counts of one thing: "unge i fritidsjob i 2024 mod"."""
_RANK: Final = re.compile(r"[0-9]{1,2}\.\s+(?=[A-ZÆØÅ])")
STRUNG: Final = "navne og tal står på skift, og det kan ikke ses, hvilke der hører sammen"
_NAME_ALONE: Final = re.compile(r"\s+[A-ZÆØÅ][^,.;:()–—!?•]*")
MOST_NUMBERS: Final = 40
"""A stretch with more numbers than this is no sentence (a table whose columns were lost)."""
AROUND: Final = 40
COUNTED_WHOLE: Final = 20
""" "1 ud af 6" is a share; from this whole on ("118 ud af 183 stemmer") both numbers are counts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: what it inherits from its surroundings."""

    grouped: bool
    national: bool
    before: Span | None
    """The sentence before it in the same block."""
    year: str | None = None
    """The year the sentences before it are told in."""
    heading: Span | None = None
    """The heading it stands under; None after a table that the heading is the title of."""


_SPACED = re.compile(r"(?:(?<!\w)\w ){5}\w(?!\w)")
"""Letters set apart: "F A K T A  2 0 2 5" states no figure."""
_FOUR_SPACED = re.compile(r" \w \w \w \w ")
"""In any such letters, and much cheaper to look for."""


def prose_figures(document: Document, sentence: Sentence, place: Place) -> list[Figure]:
    """The figures one sentence states."""
    text = document.text
    begin, end = sentence.span
    if sentence.kind in _SKIPPED_KINDS or _FURNITURE.match(text, begin) or _is_spaced(text, begin, end):
        return []
    numbers = read_numbers(text, begin, end, grouped=place.grouped)
    if len(numbers) > MOST_NUMBERS:
        return [_unlabelled(document, number) for number in numbers if number.kind in QUANTITIES]
    figures: list[Figure] = []
    for at, number in enumerate(numbers):
        if _is_rank(text, begin, number) or (sentence.kind == "heading" and not _printed_in_digits(text, number)):
            continue
        if number.kind not in (*QUANTITIES, "age") or _IDIOM.match(text[number.digits[0] : end]):
            continue
        if number.kind == "area" and _OF_A_HOME.search(text, begin, number.span[0]) and _more(numbers):
            continue  # "en bolig på 80 m² koster …": the size says which home
        labelled = label_in_sentence(text, sentence.span, numbers, at)
        if number.parts and int(number.parts[1].value) > COUNTED_WHOLE:
            for part in number.parts:
                figures.append(_figure(document, sentence, numbers, at, part, _of_two(labelled, number, part), place))
        else:
            figures.append(_figure(document, sentence, numbers, at, number, labelled, place))
    return (
        [replace(f, certain=False, reason=f.reason or STRUNG) for f in figures]
        if _strung(text, sentence, numbers)
        else figures
    )


def _is_spaced(text: str, begin: int, end: int) -> bool:
    return bool(_FOUR_SPACED.search(text, begin, end) and _SPACED.search(text, begin, end))


def _more(numbers: Sequence[Number]) -> bool:
    """Whether a sentence tells more than one amount."""
    return sum(n.kind in QUANTITIES for n in numbers) > 1


def _strung(text: str, sentence: Sentence, numbers: Sequence[Number]) -> bool:
    """Whether names and numbers follow each other with no verb and no sign between: which is whose is not told."""
    begin, end = sentence.span
    told = [n for n in numbers if n.kind in QUANTITIES]
    if len(told) < 2 or not all(_NAME_ALONE.fullmatch(text, a.span[1], b.span[0]) for a, b in pairwise(told)):
        return False
    return not says(text[begin:end])


def _is_rank(text: str, begin: int, number: Number) -> bool:
    """Whether a number is its sentence's own in a list ("3. Der er …")."""
    return number.span[0] <= begin + 1 and bool(_RANK.match(text, number.digits[0]))


def _printed_in_digits(text: str, number: Number) -> bool:
    return any(c.isdigit() for c in text[number.span[0] : number.span[1]])


def _unlabelled(document: Document, number: Number) -> Figure:
    """A number of a long run of numbers: kept with the words around it, never asserted."""
    text, (start, end) = document.text, number.span
    begin = text.rfind(" ", max(0, start - 2 * AROUND), max(1, start - AROUND))
    begin = begin if begin >= 0 else max(0, start - AROUND)
    around = trimmed(text, (begin, min(len(text), end + AROUND)))
    return Figure(
        document=document.id,
        page=document.page_at(start),
        label=shown(text[around[0] : around[1]]),
        value=number.value,
        unit=number.unit,
        qualifier=number.qualifier,
        period=None,
        municipality=None,
        group=None,
        quote=text[around[0] : around[1]],
        spans=(number.digits, around),
        certain=False,
        reason="tallet står i en lang række af tal uden en sætning, der siger, hvad det er",
    )


def _of_two(labelled: Labelled, number: Number, part: Number) -> Labelled:
    """ "valgt med … ud af 183 stemmer" and "valgt med 118 ud af … stemmer"."""
    first, whole = number.parts
    said = f"… ud af {whole.value}" if part is first else f"{first.value} ud af …"
    text = labelled.text.replace("…", said, 1) if "…" in labelled.text else f"{said} {labelled.text}"
    return Labelled(text, labelled.span)


def _figure(
    document: Document,
    sentence: Sentence,
    numbers: tuple[Number, ...],
    at: int,
    number: Number,
    labelled: Labelled,
    place: Place,
) -> Figure:
    text, span = document.text, sentence.span
    heading = document.quote(place.heading) if place.heading and sentence.kind != "caption" else ""
    unit, unit_span = unit_in_sentence(text, span, numbers, at, number)
    quoted = (place.before[0], span[1]) if place.before and _POINTS_BACK.match(text[span[0] : span[1]]) else span
    reason = number.doubt
    if not any(w not in FUNCTION_WORDS and w.isalpha() for w in labelled.text.casefold().split()):
        reason = reason or "tallet står uden ord, der siger, hvad det tæller"
    until = text[span[0] : number.span[0]].rstrip()
    if until.endswith(" af") and _OF.search(until):
        reason = reason or "tallet er det andet i et forhold (»3 af 10«) og kan ikke stå alene"
    if runs_together(labelled.text):
        reason = reason or RUN_TOGETHER
    spans: list[Span] = [number.digits]
    spans += [s for s in (unit_span, labelled.span and trimmed(text, labelled.span), place.heading) if s]
    return Figure(
        document=document.id,
        page=document.page_at(number.span[0]),
        label=labelled.text or shown(heading) or shown(document.quote(span)),
        value=number.value,
        unit=unit,
        qualifier=numbers[at].qualifier,
        period=_period(document, sentence, numbers, at, place, heading),
        municipality=municipality_of(labelled.text, _own_side(text, span, number), document.info, place.national),
        group=shown(heading) or None,
        quote=document.quote(quoted),
        spans=tuple(dict.fromkeys(spans)),
        certain=reason is None,
        reason=reason,
    )


def _own_side(text: str, sentence: Span, number: Number) -> str:
    """The sentence as far as it tells of this number: not what it is set against ("31 pct. … mod 20 pct. på landsplan")."""  # noqa: E501
    after = text[number.span[1] : sentence[1]]
    said = "mod" in after or "sammenlignet med" in after or "hvor det på landsplan" in after
    against = _AGAINST.search(text, number.span[1], sentence[1]) if said else None
    return shown(text[sentence[0] : against.start() if against else sentence[1]])


def unit_in_sentence(
    text: str, sentence: Span, numbers: tuple[Number, ...], at: int, number: Number
) -> tuple[str, Span | None]:
    """The printed unit, else the noun that is counted, else ("mod 276 året før") what the number before counts."""
    if number.kind != "count":
        return number.unit, number.unit_span
    last = numbers[at].span[1]
    noun = counted(text[last : sentence[1]])
    printed = _printed(noun).search(text, last, sentence[1]) if noun else None
    if printed:
        begin = number.unit_span[0] if number.unit_span else printed.start()
        return f"{number.unit} {noun}".strip(), (begin, printed.end())
    before = next((n for n in reversed(numbers[:at]) if n.kind not in TIMES), None)
    if PART_OF_THEM.match(text, last):
        noun = counted(text[before.span[1] : number.span[0]]) if before and before.kind == "count" else ""
        return noun or ("personer" if OF_THEM.match(text, last) else number.unit), None
    if before is None or before.kind not in ("count", "money"):
        return number.unit, number.unit_span
    if number.scale > 1 and before.kind == "money" and before.scale > 1:
        return f"{number.unit} kr.", number.unit_span
    if number.scale == 1 and _AGAIN.fullmatch(text[before.span[1] : number.span[0]]):
        noun = counted(text[before.span[1] : number.span[0]])
        return noun, None
    return number.unit, number.unit_span


@lru_cache(maxsize=512)
def _printed(noun: str) -> re.Pattern[str]:
    """Finds a noun as it stands in the text, also over a line's end."""
    return re.compile(r"\s+".join(map(re.escape, noun.split())), re.IGNORECASE)


def _period(
    document: Document, sentence: Sentence, numbers: tuple[Number, ...], at: int, place: Place, heading: str
) -> str | None:
    """The sentence's own year, else that of a sentence before, else the heading's; a sheet's own year is no figure's."""  # noqa: E501
    text = document.text
    own = own_period(text, sentence.span, numbers, at)
    after = text[numbers[at].span[1] : sentence.span[1]]
    if own or ("året f" in after and re.search(r"\båret (?:før|forinden)\b", after)):
        return own
    if sentence.kind == "caption":
        return None
    return place.year or years_in(heading)
