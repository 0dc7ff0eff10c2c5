"""Whether a statement ties the right number to the right place, year and name, and compares the right way round."""

import re
from fractions import Fraction
from itertools import pairwise

from assistant.answer import AnswerFigure
from assistant.prove_evidence import Evidence, Source, figure_amount
from assistant.prove_numbers import Num, numbers_in
from assistant.prove_words import content_stems
from ingest.places import PlaceMention, find_places

_CLAUSE_END = re.compile(
    r"[,;:()|\n]|\b(?:og|mens|men|mod|imod|hvorimod|samt|and|while|but|against|whereas)\b", re.IGNORECASE
)
_MOST = r"flest|flere|mest|mere|højest\w*|højere|størst\w*|større|more|most|higher|highest|larger|largest"
_LEAST = r"færrest|færre|mindst\w*|mindre|lavest\w*|lavere|fewer|fewest|lower|lowest|smaller|smallest|less|least"
_COMPARATIVE = re.compile(rf"(?P<not>\b(?:ikke|not)\s+)?\b(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))\b", re.IGNORECASE)

_OF_COUNTRY = re.compile(r"[\s.*%a-zæøå]{0,12}?\s(?:i hele landet|på landsplan|in the whole country)\b")
"""What ties a number to the whole country, whatever town is named before it."""

Proved = list[tuple[Num, frozenset[int]]]
"""The numbers a statement states, each with the markers that prove it."""


def wrong_place(
    text: str, numbers: Proved, evidence: Evidence, places: tuple[PlaceMention, ...], figures: tuple[AnswerFigure, ...]
) -> str | None:
    """A number tied to a municipality whose sources do not hold it, or a town's tied to the country, or None."""
    for number, markers in numbers:
        if markers and _OF_COUNTRY.match(text, number.end):
            amounts = {v * number.scale for v in number.values if isinstance(v, Fraction)}
            own = [f for f in figures if f.marker in markers and not f.derived and _amount(f) in amounts]
            if own and all(f.municipality for f in own):
                return f"{number.printed.strip()} · hele landet"
    for number, place in _pairs(text, numbers, places):
        markers = next(found for n, found in numbers if n is number)
        home = frozenset(s.marker for s in evidence.sources if _speaks_of(s.text, s.info.municipality, place.name))
        if markers and home and not markers & home:
            return f"{number.printed.strip()} · {place.name}"
    return None


def wrong_year(text: str, numbers: Proved, evidence: Evidence, figures: tuple[AnswerFigure, ...]) -> str | None:
    """A number with a year right after it that another source gives, or that its own quote contradicts, or None."""
    for (number, markers), (year, year_markers) in pairwise(numbers):
        if (
            number.kind not in ("count", "ratio")
            or year.kind not in ("year", "period")
            or not markers
            or not year_markers
        ):
            continue
        if not re.fullmatch(r"[^\d,;]{0,30}?(?:\(|\bi\s+|\bin\s+|\bfor\s+)", text[number.end : year.start]):
            continue
        home = [s for s in evidence.sources if s.marker in markers & year_markers]
        if not any(_dated(number, year, source, figures) for source in home):
            return f"{number.printed.strip()} · {year.printed.strip()}"
    return None


def _dated(number: Num, year: Num, source: Source, figures: tuple[AnswerFigure, ...]) -> bool:
    """Whether the quotes give this year; where they give none, or the figure was read so, the document's own does."""
    said = {n.values for n in source.numbers if n.kind in ("year", "period")}
    said |= {(Fraction(n.year),) for n in source.numbers if n.year}
    if not said or year.values in said:
        return True
    amounts = {v * number.scale for v in number.values if isinstance(v, Fraction)}
    return any(not f.derived and f.period and f.period in year.printed and _amount(f) in amounts for f in figures)


def swapped(text: str, numbers: Proved, evidence: Evidence, figures: tuple[AnswerFigure, ...]) -> str | None:
    """Two numbers of one statement that have changed roles against their source, or None."""
    counts = [n for n, markers in numbers if n.kind in ("count", "ratio") and markers]
    if len(counts) < 2:
        return None
    here = {id(n): _context(text, n, [m for m, _ in numbers]) for n in counts}
    there = {id(n): _source_context(n, evidence, figures) for n in counts}
    for i, a in enumerate(counts):
        for b in counts[i + 1 :]:
            only_a, only_b = there[id(a)] - there[id(b)], there[id(b)] - there[id(a)]
            a_crosses = len(here[id(a)] & only_b) > len(here[id(a)] & only_a)
            b_crosses = len(here[id(b)] & only_a) > len(here[id(b)] & only_b)
            if a_crosses and b_crosses and a.values != b.values:
                return f"{a.printed.strip()} / {b.printed.strip()}"
    return None


def wrong_comparison(
    text: str, numbers: Proved, places: tuple[PlaceMention, ...], figures: tuple[AnswerFigure, ...]
) -> str | None:
    """A "more" or "most" that the numbers contradict, or None. Only for two municipalities with one number each."""
    names = list(dict.fromkeys(p.name for p in places if p.kind == "municipality"))
    said = _COMPARATIVE.search(text)
    if len(names) != 2 or said is None or re.match(r"\s+(?:end|than)\s+(?:hver\s+)?\d", text[said.end() :]):
        return None
    values: dict[str, set[Fraction]] = {name: set() for name in names}
    for number, place in _pairs(text, numbers, places):
        values[place.name] |= {v * number.scale for v in number.values if isinstance(v, Fraction)}
    for figure in figures:
        if not any(values.values()) and not figure.derived and figure.municipality in values:
            values = {n: {_amount(f) for f in figures if f.municipality == n and not f.derived} for n in names}
    if any(len(found) != 1 for found in values.values()):
        return None
    subject = next((p.name for p in reversed(places) if p.span[1] <= said.start()), names[0])
    other = names[1] if subject == names[0] else names[0]
    mine, theirs = values[subject].pop(), values[other].pop()
    holds = mine > theirs if said["most"] else mine < theirs
    if said["not"]:
        holds = not holds
    return None if holds else said[0]


def _amount(figure: AnswerFigure) -> Fraction:
    try:
        return figure_amount(figure)
    except (ValueError, ZeroDivisionError):
        return Fraction(-1)


def _pairs(text: str, numbers: Proved, places: tuple[PlaceMention, ...]) -> list[tuple[Num, PlaceMention]]:
    """Each count with its municipality: the one that follows with "i", else the nearest before it."""
    towns = [p for p in places if p.kind == "municipality"]
    counts = [n for n, markers in numbers if n.kind in ("count", "ratio") and markers]
    pairs = []
    for number in counts:
        after = next((p for p in towns if p.span[0] >= number.end), None)
        if after is not None:
            between = text[number.end : after.span[0]]
            crossed = any(number.end <= other.start < after.span[0] for other in counts)
            if (
                not crossed
                and len(between) < 60
                and re.search(r"\b(?:i|for|hos|in)\s+$", between)
                and "," not in between
            ):
                pairs.append((number, after))
                continue
        if _OF_COUNTRY.match(text, number.end):
            continue
        before = next((p for p in reversed(towns) if p.span[1] <= number.start), None)
        if before is not None:
            pairs.append((number, before))
    return pairs


def _speaks_of(text: str, municipality: str | None, name: str) -> bool:
    return municipality == name or any(p.name == name for p in find_places(text))


def _context(text: str, number: Num, all_numbers: list[Num]) -> frozenset[str]:
    """Stems of the clause a number stands in, up to the numbers beside it."""
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, number.start)), default=0)
    stop = next((m.start() for m in _CLAUSE_END.finditer(text, number.end)), len(text))
    beside = {f"#{n.values[0]}" for n in all_numbers if n is not number and start <= n.start and n.end <= stop}
    start = max([start, *(n.end for n in all_numbers if n.end <= number.start)])
    stop = min([stop, *(n.start for n in all_numbers if n.start >= number.end)])
    words = content_stems(text[start : number.start]) + content_stems(text[number.end : stop])
    return frozenset(words) | frozenset(beside)


def _source_context(number: Num, evidence: Evidence, figures: tuple[AnswerFigure, ...]) -> frozenset[str]:
    found: set[str] = set()
    for source in evidence.sources:
        for quote in source.quotes:
            found |= _in_quote(quote, number)
    for figure in figures:
        if not figure.derived and any(
            _amount(figure) == v * number.scale for v in number.values if isinstance(v, Fraction)
        ):
            found |= set(content_stems(f"{figure.label} {figure.municipality or ''}"))
    return frozenset(found)


def _in_quote(quote: str, number: Num) -> set[str]:
    own = list(numbers_in(quote))
    return {s for n in own if set(n.values) & set(number.values) for s in _context(quote, n, own)}
