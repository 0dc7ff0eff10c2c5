"""How well a sentence answers a question: which terms it covers, where, and how rare they are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from assistant.lexicon import HINT, Lexicon
from assistant.understand.query import Period, Query, Term
from assistant.understand.slots import find_periods
from assistant.units import Unit, Units
from assistant.words import stems
from index.evidence import DocumentEntry

OWN, AROUND, NEAR, PASSAGE, SECTION, DOCUMENT = 1.0, 0.85, 0.6, 0.55, 0.45, 0.5
"""How much a word counts by where it stands: in the sentence, its heading, its neighbours, its passage, section, document."""  # noqa: E501
_COVERS = (1.0, 0.95, 0.7, 0.6, 0.4, 0.5)
"""How much of a term counts as covered by where it stands, in the same order."""
_KIND_WEIGHT = {"name": 1.4, "word": 1.0, "soft": 0.15, "number": 1.2}
_PARTS = 0.9
"""Quality of a compound's parts, which may stand the other way round: "anlæg med solceller"."""
_BETWEEN = 3
"""Words that may stand between those of a phrase."""
_ROUGH = 80
"""Sentences looked at closely."""


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence with what it covers. `met[i]` is how strongly term i is met (0 when not)."""

    unit: Unit
    score: float
    coverage: float
    met: tuple[float, ...]
    sure: tuple[float, ...]
    """How far each term is covered, 0..1, by where it stands."""
    similarity: float = 0.0
    meaning: float = 0.0
    """Cosine of the sentence itself to the question; 0 where it is not among the nearest or the model not adapted."""

    def covers(self, index: int, at_least: float = 0.3) -> bool:
        return self.met[index] >= at_least


class Contexts:
    """Stems of passages and sections of a snapshot, and periods named in each sentence; made once."""

    def __init__(self, units: Units) -> None:
        passage: dict[int, set[str]] = defaultdict(set)
        section: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
        for unit in units.all:
            passage[unit.group] |= unit.stems
            section[unit.document, unit.passage.section] |= unit.stems
        self.passage = {key: frozenset(value) for key, value in passage.items()}
        self.section = {key: frozenset(value) for key, value in section.items()}
        self._periods: dict[int, tuple[Period, ...]] = {}

    def periods(self, unit: Unit) -> tuple[Period, ...]:
        """Years the sentence and its headings name."""
        if unit.number not in self._periods:
            said = " ".join((*unit.passage.section, unit.text))
            self._periods[unit.number] = tuple(period for period, _ in find_periods(said))
        return self._periods[unit.number]


def term_weight(term: Term, lexicon: Lexicon) -> float:
    """Rare words and names weigh more; a word the documents lack weighs as much as the rarest."""
    ways = lexicon.ways(term.stems)
    rare = max((lexicon.idf(s) for s in ways[0].stems), default=1.0) if ways else 1.0
    verb = (0.7 if ways else 0.4) if term.verb else 1.0
    return _KIND_WEIGHT[term.kind] * verb * max(rare, 0.1)


def _sureness(quality: float) -> float:
    """How far a way covers a term: a word about the same matter never decides an answer alone (below find.ENOUGH)."""
    return 0.5 if quality == HINT else 1.0 if quality >= 0.5 else 0.7


def _together(unit: Unit, phrase: tuple[str, ...], *, in_order: bool) -> bool:
    """Whether the words of a phrase stand near each other in a sentence: "bolig … uden" is no "hjemløs"."""
    places = [[at for at, token in enumerate(unit.tokens) if token.stem == stem] for stem in phrase]
    if not all(places):
        return True  # known by their parts: "boligbyggeri" for building homes
    least = 0 if in_order else -len(phrase) - _BETWEEN
    return any(
        all(any(least < at - first < len(phrase) + _BETWEEN for at in others) for others in places[1:])
        for first in places[0]
    )


class Scorer:
    """Scores the sentences of one snapshot."""

    def __init__(self, units: Units, lexicon: Lexicon, entries: dict[str, DocumentEntry]) -> None:
        self.units, self.lexicon, self.entries = units, lexicon, entries
        self.contexts = Contexts(units)

    def rank(
        self,
        query: Query,
        similar: dict[tuple[str, int], float],
        documents: frozenset[str] | None,
        meant: Collection[int] = (),
    ) -> list[Match]:
        """The best sentences first; `similar`: cosine of passages, `documents`: the only ones allowed.

        `meant` are numbers of sentences to look at also where they share no word with the question.
        """
        weights = [term_weight(term, self.lexicon) for term in query.terms]
        rough: dict[int, float] = defaultdict(float)
        for term, weight in zip(query.terms, weights, strict=True):
            best: dict[int, float] = {}
            for way in self.lexicon.ways(term.stems):
                for number in self._units_with(way.stems):
                    best[number] = max(best.get(number, 0.0), way.quality)
            for number, quality in best.items():
                rough[number] += weight * quality
        for key in list(similar)[:8]:
            for number in self.units.by_passage.get(key, ()):
                rough[number] += 0.05
        for number in meant:
            rough[number] += 0.05
        chosen = [n for n in rough if documents is None or self.units.all[n].document in documents]
        chosen.sort(key=lambda n: (-rough[n], n))
        found = [self.match(self.units.all[n], query, weights, similar) for n in chosen[:_ROUGH]]
        return sorted(found, key=lambda m: (-m.score, m.unit.number))

    def match(self, unit: Unit, query: Query, weights: list[float], similar: dict[tuple[str, int], float]) -> Match:
        """One sentence closely."""
        layers = (
            (unit.stems, OWN),
            (unit.around, AROUND),
            (unit.near, NEAR),
            (self.contexts.passage[unit.group], PASSAGE),
            (self.contexts.section[unit.document, unit.passage.section], SECTION),
            (self.units.entry_stems[unit.document], DOCUMENT),
        )
        met, sure = [], []
        for term in query.terms:
            best = close = 0.0
            for way in self.lexicon.ways(term.stems):
                # A phrase counts only where its words stand together: in one sentence or its heading.
                for (stems_, place), share in zip(layers, _COVERS, strict=True):
                    if (share > close or place * way.quality > best) and all(s in stems_ for s in way.stems):
                        if len(way.stems) > 1 and (
                            place < AROUND
                            or (place == OWN and not _together(unit, way.stems, in_order=way.quality < _PARTS))
                        ):
                            continue
                        best = max(best, place * way.quality)
                        close = max(close, share * _sureness(way.quality))
            met.append(best)
            sure.append(close)
        total = sum(weights) or 1.0
        covered = sum(w * c for w, c in zip(weights, sure, strict=True)) / total
        score = sum(w * m for w, m in zip(weights, met, strict=True)) / total
        similarity = similar.get((unit.document, unit.passage.ordinal), 0.0)
        score += 1.2 * max(0.0, similarity - 0.82)
        score *= _KIND_FACTOR.get(unit.passage.kind, 1.0)
        if len(unit.tokens) < 4:
            score *= 0.6
        return Match(unit, score, covered, tuple(met), tuple(sure), similarity)

    def _units_with(self, stems_: tuple[str, ...]) -> set[int]:
        sets = [self.units.by_stem.get(s, ()) for s in stems_]
        smallest = min(sets, key=len)
        found = set(smallest)
        for other in sets:
            if other is not smallest:
                found &= set(other)
        return found

    def period_fits(self, unit: Unit, period: Period) -> bool:
        """Whether a sentence speaks of a period: it names it, or its document does."""
        named = self.contexts.periods(unit)
        if any((p.start, p.end) == (period.start, period.end) for p in named):
            return True
        # A year lies in a short range that is named ("2021-2023"); not in one of decades.
        if period.start == period.end and any(p.start <= period.start <= p.end <= p.start + 4 for p in named):
            return True
        if period.start == period.end and (self._tells_of_others(unit, period) or _dated_otherwise(unit, period)):
            return False
        info = self.entries[unit.document].info
        years = [p for p, _ in find_periods(info.period or str(info.year or ""))]
        if period.start == period.end:
            return any(p.start <= period.start <= p.end for p in years)
        return any((p.start, p.end) == (period.start, period.end) for p in years)

    def _tells_of_others(self, unit: Unit, period: Period) -> bool:
        """Whether the passage is dated, and to other years than the one asked for."""
        named = [
            p
            for number in self.units.by_passage.get((unit.document, unit.passage.ordinal), ())
            for p in self.contexts.periods(self.units.all[number])
        ]
        return bool(named) and not any(p.start <= period.start <= p.end for p in named)

    def place_fits(self, unit: Unit, place: str) -> bool:
        """Whether a sentence speaks of a municipality: it names it, or its document is about it."""
        if self.entries[unit.document].info.municipality == place:
            return True
        named = stems(place)
        said = unit.stems | unit.around | unit.near
        return all(s in said for s in named)


def _dated_otherwise(unit: Unit, period: Period) -> bool:
    """Whether a sentence says its own year or years, and they are others: "464 mio. kr. i 2023" in a sheet of 2024."""
    own = [p for p, _ in find_periods(unit.text)]
    return bool(own) and not any(p.start <= period.start <= p.end for p in own)


_KIND_FACTOR = {"caption": 0.93, "note": 0.85, "tile": 0.9}
