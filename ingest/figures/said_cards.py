"""Areas that hold one sentence with its number set large among the words: "Knap **12 pct.** af borgerne …"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.document import Document, WordBox
from ingest.figures.cells import Box, Cell, box_of, ends_sentence, first_around, union
from ingest.figures.draft import Draft
from ingest.figures.fragments import SheetPage, joined_spans
from ingest.figures.said_flow import said_sentences, without_mark
from ingest.figures.said_lines import FLUSH, GAP, base_of, free_sentences
from ingest.figures.tile_words import OPEN, is_counted_word
from ingest.figures.times import years_in
from ingest.figures.units import is_measure, is_unit_word, normal
from ingest.numbers import QUANTITIES, Number, read_number

LARGE: Final = 1.15
"""Of the sentence's size: its number is set at least so large."""
MAX_WORDS: Final = 40
MIN_LEAD: Final = 4
"""Words before a number that stands last with a unit that is written short."""
MAX_UNIT: Final = 4
"""Words of a unit after its number."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_ABOUT: Final = re.compile(r"(?:ca\.|cirka|knap|over|under|godt|næsten|omkring|mere end|mindst)", re.IGNORECASE)
_INNER_END: Final = re.compile(r"(?<!pct)(?<!kr)(?<!mio)(?<!mia)(?<!ca)[.!?] (?=[A-ZÆØÅ])")


def said_cards(document: Document, page: SheetPage, areas: Sequence[Box]) -> tuple[list[Draft], list[Box]]:
    """The draft of each such area, and the areas."""
    sizes = [w.size for w in page.words if w.size]
    if not sizes or max(sizes) < LARGE * min(sizes):
        return [], []
    held: dict[int, list[WordBox]] = {}
    ordered = sorted(areas, key=lambda a: a.width * a.height)
    for word in page.words:
        home = first_around(ordered, box_of(word))
        if home is not None:
            held.setdefault(home, []).append(word)
    found = [(d, ordered[i]) for i, words in held.items() if (d := _said(document, words)) is not None]
    inside = {id(w) for i, words in held.items() if any(ordered[i] is a for _, a in found) for w in words}
    for words in free_sentences([w for w in page.words if id(w) not in inside and w.size]):
        draft = _said(document, words)
        drafts = said_sentences(document, _in_order(words)) if draft is None else [draft]
        area = union(box_of(w) for w in words)
        year = _year_over(document, page, area) if drafts else None
        found += [(replace(d, period=d.period or year), area) for d in drafts]
    return [d for d, _ in found], [a for _, a in found]


def _said(document: Document, words: Sequence[WordBox]) -> Draft | None:
    """The draft of one area's words, if they are such a sentence."""
    if not 4 <= len(words) <= MAX_WORDS:
        return None
    body = min(w.size for w in words)
    flow = _in_order(words)
    large = [i for i, w in enumerate(flow) if _large(w, body)]
    if not large or large[-1] - large[0] + 1 != len(large) or any(1.06 * body < w.size < LARGE * body for w in flow):
        return None
    before, run, after = flow[: large[0]], [flow[i] for i in large], flow[large[-1] + 1 :]
    text = _text(document, flow)
    broken = bool(before and after and OPEN.search(_text(document, before)) and not _large(after[0], body))
    if not _inline(flow, large) and not broken:
        return None
    if not (text[:1].isupper() or text[:1].isdigit()) or _INNER_END.search(text):
        return None
    ends = ends_sentence(text) or (text[-1:] == "." and len(before) >= MIN_LEAD)
    if not ends and not _reads_through(document, before, run, after):
        return None  # "Huslejeindtægter" / 841 "mio. kr."
    value = _value(document, run)
    return _draft(document, value, before, after) if value is not None else None


def _year_over(document: Document, page: SheetPage, area: Box) -> str | None:
    """The year that alone stands right over a text and begins where it begins, as in a time line."""
    for word in page.words:
        if abs(word.x0 - area.x0) < FLUSH and 0 <= area.y0 - word.y1 < 1.2 * word.size:
            level = [w for w in page.words if w is not word and abs(base_of(w) - base_of(word)) < 0.15 * word.size]
            alone = not any(-1 < w.x0 - word.x1 < word.size or -1 < word.x0 - w.x1 < word.size for w in level)
            return years_in(document.quote(word.span)) if alone and _YEAR.fullmatch(document.quote(word.span)) else None
    return None


def _large(word: WordBox, body: float) -> bool:
    return word.size >= LARGE * body


def _reads_through(
    document: Document, before: Sequence[WordBox], run: Sequence[WordBox], after: Sequence[WordBox]
) -> bool:
    """Whether words without a full stop read on through their number, which stands among them on one line: "De gav **224 mio. kr.** i omsætning"."""  # noqa: E501
    lead, rest = _text(document, before), _text(document, after)
    if len(before) < 2 or not lead[-1:].isalpha() or not lead.split()[-1].islower():
        return False
    if not after:
        return len(before) >= MIN_LEAD and bool(OPEN.search(lead))
    inline = abs(base_of(before[-1]) - base_of(run[0])) < 0.15 * run[0].size
    return rest[:1].islower() and (inline or bool(OPEN.search(lead)))


def _draft(
    document: Document, value: tuple[Cell, str], before: Sequence[WordBox], after: Sequence[WordBox]
) -> Draft | None:
    cell, unit = value
    lead, rest = _text(document, before), _text(document, after).strip(" .!")
    if not unit:
        unit, rest = _unit_first(rest)
    elif is_measure(unit):
        unit, rest = _unit_goes_on(unit, rest)
    if _ABOUT.fullmatch(lead) and cell.number is not None:
        cell = replace(cell, number=replace(cell.number, qualifier=lead.casefold()))
        lead = ""
    label = f"{lead} … {rest}" if lead and rest else lead or rest
    words = tuple(_cell(document, part) for part in (before, after) if part)
    return Draft(cell, label, words, unit) if re.search(r"[^\W\d_]{2}", label) else None


def _unit_first(rest: str) -> tuple[str, str]:
    """The unit that the words after a number begin with, and what follows it: "kg CO2-ækv./m²/år i snit"."""
    words = rest.split()
    for count in range(min(MAX_UNIT, len(words)), 0, -1):
        unit = " ".join(words[:count])
        if is_measure(unit):
            return normal(unit), " ".join(words[count:])
    return (words[0] if words and is_counted_word(words[0]) else ""), rest


def _unit_goes_on(unit: str, rest: str) -> tuple[str, str]:
    """A unit that goes on in the words after its number, and the rest: "kr." "pr. m² i familieboliger"."""
    words = rest.split()
    for count in range(min(MAX_UNIT, len(words)), 1, -1):
        if words[0] in ("pr.", "om") and is_measure(normal(f"{unit} {' '.join(words[:count])}")):
            return normal(f"{unit} {' '.join(words[:count])}"), " ".join(words[count:])
    return unit, rest


def _in_order(words: Sequence[WordBox]) -> list[WordBox]:
    """The words as they are read, large and small on one base line."""
    lines: list[list[WordBox]] = []
    for word in sorted(words, key=lambda w: w.y1):
        if lines and word.y1 - lines[-1][0].y1 < 0.35 * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [w for line in lines for w in sorted(line, key=lambda w: w.x0)]


def _inline(flow: Sequence[WordBox], large: Sequence[int]) -> bool:
    """Whether the number stands among the sentence's words, a word space from one of them."""
    edges = [(a, b) for a, b in ((large[0] - 1, large[0]), (large[-1], large[-1] + 1)) if a >= 0 and b < len(flow)]
    beside = [(flow[a], flow[b]) for a, b in edges]
    level = [(a, b) for a, b in beside if abs(a.y1 - b.y1) < 0.35 * min(a.size, b.size)]
    apart = [b.x0 - a.x1 for a, b in pairwise(flow) if abs(a.y1 - b.y1) < 0.35 * min(a.size, b.size)]
    return any(-1 < b.x0 - a.x1 < GAP * max(a.size, b.size) for a, b in level) and max(apart, default=0.0) < max(
        w.size for w in flow
    )


def _value(document: Document, run: Sequence[WordBox]) -> tuple[Cell, str] | None:
    """The large words as a value, and the unit that stands among them."""
    words = [document.quote(w.span) for w in run]
    text = " ".join(words)
    first, unit = read_number(words[0]), " ".join(words[1:])
    bare = unit if is_unit_word(unit) else unit.rstrip(".")
    number: Number | None = read_number(text)
    if number is None and first is not None and len(words) <= MAX_UNIT + 1 and not re.search(r"[0-9]", unit):
        number = first
    if number is None or number.kind not in QUANTITIES or number.parts or number.doubt or first is None:
        return None
    own = normal(number.unit) if number.unit and is_unit_word(number.unit) and not bare.startswith(number.unit) else ""
    return replace(_cell(document, run), number=number), normal(bare) or own or number.unit


def _text(document: Document, words: Sequence[WordBox]) -> str:
    text = " ".join(without_mark(document.quote(w.span)) for w in words)
    return re.sub(r" ([.,;:!])", r"\1", text)


def _cell(document: Document, words: Sequence[WordBox]) -> Cell:
    spans = joined_spans(document, sorted(w.span for w in words))
    return Cell(union(box_of(w) for w in words), _text(document, words), spans, max(w.size for w in words))
