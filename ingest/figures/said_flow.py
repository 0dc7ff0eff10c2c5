"""Stretches of several sentences, or of several numbers, whose numbers are set large among the words: each is read as running text is."""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.document import Document, Span, WordBox
from ingest.figures.cells import Cell, box_of, ends_sentence, union
from ingest.figures.draft import Draft
from ingest.figures.fragments import joined_spans
from ingest.figures.label import label_in_sentence
from ingest.figures.prose import unit_in_sentence
from ingest.figures.times import own_period
from ingest.figures.units import is_unit_word
from ingest.numbers import QUANTITIES, Number, read_numbers

LARGE: Final = 1.15
"""Of the sentence's size: its numbers are set at least so large."""
RAISED: Final = 0.8
"""Of the usual size: the mark of a note is set smaller than this."""
LONGEST: Final = 90
"""Words of a stretch."""
_SENTENCE_END: Final = re.compile(
    r"(?<!\bpct)(?<!\bkr)(?<!\bmio)(?<!\bmia)(?<!\bca)(?<!\bpr)[.!?]\)?[¹²³⁴⁵⁶⁷⁸⁹]* (?=[A-ZÆØÅ0-9])"
    r"|\b(?:pct|kr)\. (?=[A-ZÆØÅ])"
)

_GLUED_MARK: Final = re.compile(r"(?<=[a-zæøå]{2}[.,!?])[0-9¹²³⁴⁵⁶⁷⁸⁹*]$|(?<=[a-zæøå]{3})[¹²³⁴⁵⁶⁷⁸⁹*]$")
"""The mark of a note at the end of a word or sentence: "fællesarealerne.1"."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words in reading order put together to one text, and where each stands in it."""

    text: str
    words: tuple[tuple[Span, WordBox], ...]

    def within(self, part: Span) -> list[WordBox]:
        return [w for (start, end), w in self.words if start < part[1] and end > part[0]]


def said_sentences(document: Document, flow: Sequence[WordBox]) -> list[Draft]:
    """The drafts of every number of a stretch; none unless all of it is whole sentences, of which the large print is a number."""  # noqa: E501
    if not 4 <= len(flow) <= LONGEST:
        return []
    usual = median(w.size for w in flow)
    words = [w for w in flow if not _note_mark(document, w, usual)]
    told = _told(document, words)
    sentences = _sentences(told.text)
    if not sentences or not all(_is_sentence(told.text[a:b]) for a, b in sentences):
        return []
    drafts: list[Draft] = []
    large = {id(w) for w in words if w.size >= LARGE * usual}
    for sentence in sentences:
        numbers = read_numbers(told.text, *sentence)
        if any(n.doubt for n in numbers):
            return []
        for at, number in enumerate(numbers):
            own = {id(w) for w in told.within(number.span)}
            # "børn under 18 år": in small print an age or a size belongs to the words.
            named = number.kind in ("duration", "area") and not own & large
            if number.kind in QUANTITIES and not number.parts and not named:
                drafts.append(_draft(document, told, sentence, numbers, at))
                large -= own
    return [] if large else drafts


def without_mark(word: str) -> str:
    """A word without the mark of a note at its end."""
    return _GLUED_MARK.sub("", word)


def _note_mark(document: Document, word: WordBox, usual: float) -> bool:
    return word.size < RAISED * usual and bool(re.fullmatch(r"[0-9¹²³⁴⁵⁶⁷⁸⁹*]{1,2}\)?", document.quote(word.span)))


def _told(document: Document, words: Sequence[WordBox]) -> Told:
    """The words with spaces between, a word broken over two lines as one, and no space before a full stop."""
    text, places = "", []
    for i, word in enumerate(words):
        part = without_mark(document.quote(word.span))
        if text and _breaks_off(text, words[i - 1], word) and part[:1].islower():
            text = text[:-1]
        elif text and not re.match(r"[.,;:!)]", part):
            text += " "
        places.append(((len(text), len(text) + len(part)), word))
        text += part
    return Told(text, tuple(places))


def _breaks_off(text: str, last: WordBox, word: WordBox) -> bool:
    """Whether a word ends its line with a hyphen that only the line's end put there."""
    return bool(re.search(r"[a-zæøå][-‐\u00ad]$", text)) and word.x0 < last.x0 and word.y0 > last.y0


def _sentences(text: str) -> list[Span]:
    cuts = [0, *(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _is_sentence(text: str) -> bool:
    text = text.strip()
    begins = text[:1].isupper() or text[:1].isdigit()
    words = [w for w in text.rstrip(".!?").split() if w.isalpha() and not is_unit_word(w)]
    return begins and (ends_sentence(text) or text[-1:] == ".") and len(words) > 1


def _draft(document: Document, told: Told, sentence: Span, numbers: tuple[Number, ...], at: int) -> Draft:
    """The draft of one number as its sentence tells it."""
    number = numbers[at]
    words = told.within(number.span)
    start = next(span[0] for span, w in told.words if w is words[0])
    cell = _cell(document, words)
    place = replace(number, span=_moved(number.span, start), digits=_moved(number.digits, start))
    place = replace(place, unit_span=_moved(number.unit_span, start) if number.unit_span else None)
    label = label_in_sentence(told.text, sentence, numbers, at)
    unit, _ = unit_in_sentence(told.text, sentence, numbers, at, number)
    own = {id(w) for w in words}
    around = [w for w in told.within(sentence) if id(w) not in own]
    return Draft(
        replace(cell, number=place),
        label.text,
        (replace(_cell(document, around), size=median(w.size for w in around)),) if around else (),
        unit,
        period=own_period(told.text, sentence, numbers, at),
    )


def _moved(span: Span, start: int) -> Span:
    return span[0] - start, span[1] - start


def _cell(document: Document, words: Sequence[WordBox]) -> Cell:
    """The words as one cell; they stand on one line where a number is told, so that the text is theirs."""
    text = re.sub(r" ([.,;:!])", r"\1", " ".join(document.quote(w.span) for w in words))
    spans = joined_spans(document, sorted(w.span for w in words))
    return Cell(union(box_of(w) for w in words), text, spans, max(w.size for w in words))
