"""Key figures in running text: one per number in a sentence, with the clause around it as label."""

import re
from typing import Final

from ingest.document import Document, Figure, Span
from ingest.figures.flow import Sentence, shown, trimmed
from ingest.figures.label import counted, label_in_sentence, municipality_of, own_period, years_in
from ingest.numbers import QUANTITIES, Number, read_numbers

NATIONAL_NOTE: Final = re.compile(r"\bnote:?\s+tal(?:lene)?\s+(?:er\s+)?for\s+hele\s+landet", re.IGNORECASE)
_SKIPPED_KINDS: Final = ("credit", "header", "footer")
_FURNITURE: Final = re.compile(r"\s*(?:kilder?|noter?):", re.IGNORECASE)
_IDIOM: Final = re.compile(
    r"^(?:én|ét)\s+(?:gang|måde|side|ting)\b|^(?:to|tre|fire)\s+gange\b|^(?:én|ét)\s+(?:år|dag|uge)\b(?!\s+mere)",
    re.IGNORECASE,
)


def prose_figures(document: Document, sentence: Sentence, grouped: bool, national: bool) -> list[Figure]:
    """The figures one sentence states."""
    text = document.text
    begin, end = sentence.span
    if sentence.kind in _SKIPPED_KINDS or _FURNITURE.match(text, begin):
        return []
    numbers = read_numbers(text, begin, end, grouped=grouped)
    figures: list[Figure] = []
    for at, number in enumerate(numbers):
        if number.kind not in QUANTITIES or _IDIOM.match(text[number.digits[0] : end]):
            continue
        if number.kind == "ratio" and number.parts and _counts(number):
            figures += [_figure(document, sentence, numbers, at, part, national) for part in number.parts]
        else:
            figures.append(_figure(document, sentence, numbers, at, number, national))
    return figures


def _counts(number: Number) -> bool:
    """ "118 ud af 183 stemmer" counts; "1 ud af 6" is a share."""
    return int(number.parts[1].value) > 20


def _figure(
    document: Document, sentence: Sentence, numbers: tuple[Number, ...], at: int, number: Number, national: bool
) -> Figure:
    text, span = document.text, sentence.span
    labelled = label_in_sentence(text, span, numbers, at)
    heading = document.quote(sentence.heading) if sentence.heading else ""
    quote = document.quote(span)
    unit, unit_span = number.unit, number.unit_span
    if number.kind == "count":
        last = numbers[at].span[1]
        noun = counted(text[last : span[1]])
        if noun:
            unit = f"{unit} {noun}".strip()
            place = text.find(noun, last, span[1])
            unit_span = (unit_span[0] if unit_span else place, place + len(noun)) if place >= 0 else unit_span
    words = shown(quote)
    sheet = document.info.kind in ("kommuneark", "velkomstpakke")
    period = own_period(text, span, numbers, at) or years_in(heading)
    if period is None and sheet and not national:
        period = document.info.period or (str(document.info.year) if document.info.year else None)
    reason = number.doubt
    if not labelled.text:
        reason = reason or "tallet står uden ord, der siger, hvad det tæller"
    spans: list[Span] = [number.digits]
    spans += [s for s in (unit_span, labelled.span and trimmed(text, labelled.span), sentence.heading) if s]
    return Figure(
        document=document.id,
        page=document.page_at(number.span[0]),
        label=labelled.text or shown(heading) or words,
        value=number.value,
        unit=unit,
        qualifier=numbers[at].qualifier,
        period=period,
        municipality=municipality_of(words, document.info, national),
        group=shown(heading) or None,
        quote=quote,
        spans=tuple(dict.fromkeys(spans)),
        certain=reason is None,
        reason=reason,
    )
