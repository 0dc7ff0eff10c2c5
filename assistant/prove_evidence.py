"""What a statement's citations prove: their quotes' numbers, names and words, and what their documents say they are."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property

from assistant.answer import AnswerFigure, Citation
from assistant.prove_numbers import HARD_UNITS, PER_WORDS, UNIT_WORDS, Num, numbers_in
from assistant.prove_words import bare_text, content_stems, negations, words_of
from ingest.document import DocumentInfo

_SCALE_WORDS = {
    10**6: re.compile(r"\b(?:mio|million)", re.IGNORECASE),
    10**9: re.compile(r"\b(?:mia|milliard|billion|bn)", re.IGNORECASE),
}


@dataclass(frozen=True)
class Source:
    """One marker: its quotes and its document."""

    marker: int
    quotes: tuple[str, ...]
    info: DocumentInfo

    @cached_property
    def text(self) -> str:
        return "\n".join(self.quotes)

    @cached_property
    def numbers(self) -> tuple[Num, ...]:
        return tuple(n for quote in self.quotes for n in numbers_in(quote))

    @cached_property
    def about(self) -> str:
        """The document's own title, period, municipality and publisher."""
        info = self.info
        place = f"{info.municipality} Kommune" if info.municipality else "Danmark hele landet"
        return f"{info.title} {info.period or ''} {info.year or ''} {place} {info.publisher or ''}"

    @cached_property
    def years(self) -> frozenset[int]:
        """Years that the document's title and period allow to state."""
        own = numbers_in(self.about)
        return frozenset(int(v) for n in own if n.kind == "year" for v in n.values if isinstance(v, Fraction))

    @cached_property
    def periods(self) -> frozenset[object]:
        return frozenset(n.values[0] for n in numbers_in(self.about) if n.kind == "period")


@dataclass(frozen=True)
class Evidence:
    """All sources of one statement together."""

    sources: tuple[Source, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(source.text for source in self.sources)

    @cached_property
    def names(self) -> str:
        return bare_text(self.text + "\n" + "\n".join(s.about for s in self.sources))

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self.text) | frozenset(w for s in self.sources for w in words_of(s.about))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(content_stems(self.text)) | frozenset(t for s in self.sources for t in content_stems(s.about))

    @cached_property
    def negated(self) -> bool:
        """Whether any quote says "not" or counts nothing."""
        zero = any(Fraction(0) in n.values for source in self.sources for n in source.numbers if n.kind == "count")
        return zero or bool(negations(self.text))


def gather(
    citations: Iterable[Citation], text_of: Callable[[str], str], info_of: Callable[[str], DocumentInfo]
) -> tuple[dict[int, Source], dict[int, str]]:
    """The sources by marker, and what is wrong with a citation, by its position."""
    grouped: dict[int, list[Citation]] = {}
    wrong: dict[int, str] = {}
    read_text, read_info = cache(text_of), cache(info_of)  # a document is fetched once for all its quotes
    for position, citation in enumerate(citations):
        fault = _fault(citation, read_text, read_info)
        if fault is None and grouped.get(citation.marker) and grouped[citation.marker][0].document != citation.document:
            fault = f"nummeret [{citation.marker}] peger på to dokumenter"
        if fault:
            wrong[position] = fault
        else:
            grouped.setdefault(citation.marker, []).append(citation)
    sources = {
        marker: Source(marker, tuple(c.quote for c in group), read_info(group[0].document))
        for marker, group in grouped.items()
    }
    return sources, wrong


def _fault(citation: Citation, text_of: Callable[[str], str], info_of: Callable[[str], DocumentInfo]) -> str | None:
    try:
        text, info = text_of(citation.document), info_of(citation.document)
    except LookupError:
        return f"dokumentet {citation.document} findes ikke"
    if not citation.quote.strip() or citation.start < 0 or text[citation.start : citation.end] != citation.quote:
        return "citatet står ikke ordret på sin plads"
    return None if citation.title == info.title else "titlen er ikke dokumentets"


def find_number(number: Num, evidence: Evidence) -> tuple[str | None, frozenset[int]]:
    """(None, the markers that prove it), or (what fails: number, year, unit, qualifier; no markers)."""
    proving: set[int] = set()
    worst = "year" if number.kind in ("year", "period", "date", "month", "time") else "number"
    for source in evidence.sources:
        if number.kind in ("year", "period", "date", "month", "time"):
            if _proves_time(number, source, evidence):
                proving.add(source.marker)
            continue
        for known in source.numbers:
            fault = _compare(number, known, source)
            if fault is None:
                proving.add(source.marker)
                break
            if fault != "number":
                worst = fault
    return (None, frozenset(proving)) if proving else (worst, frozenset())


def _compare(number: Num, known: Num, source: Source) -> str | None:
    if known.kind != number.kind:
        return "number"
    loose_scale = (
        known.scale == 1 and known.unit is None and number.scale > 1 and _has_loose_scale(source, number.scale)
    )
    amounts = {v * number.scale for v in number.values if isinstance(v, Fraction)}
    if loose_scale:
        amounts |= {v for v in number.values if isinstance(v, Fraction)}
    if not amounts & {v * known.scale for v in known.values if isinstance(v, Fraction)}:
        raw = set(number.values) & set(known.values)
        return "unit" if raw else "number"
    if not _same_unit(number, known, source):
        return "unit"
    if number.per and known.per != number.per and not PER_WORDS[number.per].search(source.text):
        return "unit"
    return None if number.qualifier == known.qualifier or _loose_qualifier(number, known, source) else "qualifier"


def _loose_qualifier(number: Num, known: Num, source: Source) -> bool:
    """A tile's qualifier may stand in a quote of its own; then the value's own quote holds nothing but the value."""
    alone = any(quote.strip().rstrip(".") == known.printed.strip() for quote in source.quotes)
    return (
        alone
        and known.qualifier is None
        and number.qualifier is not None
        and _qualifier_alone(source, number.qualifier)
    )


def _qualifier_alone(source: Source, qualifier: str) -> bool:
    return any(numbers_in(f"{quote.strip()} 1")[-1:] and numbers_in(f"{quote.strip()} 1")[-1].qualifier == qualifier
               for quote in source.quotes if len(quote.split()) <= 3)  # fmt: skip


def _same_unit(number: Num, known: Num, source: Source) -> bool:
    if number.unit == known.unit:
        return True
    if number.unit is None:
        return known.unit not in HARD_UNITS
    return known.unit is None and _has_loose(source, number.unit)


def _has_loose(source: Source, unit: str) -> bool:
    """Whether a unit stands in the quotes apart from any number (a tile's "mio. kr."), or is a noun there."""
    if unit in HARD_UNITS:
        return any(UNIT_WORDS[unit].search(_without_numbers(quote)) for quote in source.quotes)
    return bool(UNIT_WORDS[unit].search(source.text))


def _has_loose_scale(source: Source, scale: int) -> bool:
    return any(_SCALE_WORDS[scale].search(_without_numbers(quote)) for quote in source.quotes)


def _without_numbers(quote: str) -> str:
    for number in reversed(numbers_in(quote)):
        quote = quote[: number.start] + " " + quote[number.end :]
    return quote


def _proves_time(number: Num, source: Source, evidence: Evidence) -> bool:
    value = number.values[0]
    if number.kind == "year":
        return isinstance(value, Fraction) and int(value) in _years_of(source)
    if number.kind == "period":
        said = {n.values[0] for n in source.numbers if n.kind == "period"} | source.periods
        spelled_out = re.search(r"[a-zæøå]", number.printed)
        both = isinstance(value, tuple) and all(any(y in _years_of(s) for s in evidence.sources) for y in value)
        return value in said or bool(spelled_out and both)
    if number.kind == "time":
        return any(n.kind == "time" and n.values == number.values for n in source.numbers)
    return any(_same_date(number, known, source) for known in source.numbers if known.kind in ("date", "month"))


def _years_of(source: Source) -> frozenset[int]:
    said = {int(v) for n in source.numbers if n.kind == "year" for v in n.values if isinstance(v, Fraction)}
    said |= {n.year for n in source.numbers if n.year}
    return frozenset(said) | source.years


def _same_date(number: Num, known: Num, source: Source) -> bool:
    mine, theirs = number.values[0], known.values[0]
    if not isinstance(mine, tuple) or not isinstance(theirs, tuple):
        return False
    if mine[-2] != theirs[-2]:
        return False
    if number.kind == "date" and not set(mine[:-2]) <= set(theirs[:-2]):
        return False
    if number.kind == "date" and len(mine) > 3 and mine[:-2] != theirs[:-2]:
        return False  # days from one to another: both ends, in order
    if mine[-1] is None or mine[-1] == theirs[-1]:
        return True
    return theirs[-1] is None and mine[-1] in _years_of(source)


def figure_amount(figure: AnswerFigure) -> Fraction:
    """A figure's value with its unit's scale. Raises ValueError where it is no number."""
    scale = (
        10**9
        if re.search(r"mia|milliard|billion", figure.unit)
        else 10**6
        if re.search(r"mio|million", figure.unit)
        else 1
    )
    return Fraction(figure.value) * scale
