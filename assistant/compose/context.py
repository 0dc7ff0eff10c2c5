"""What every composer works with: the snapshot's sentences and figures, the scorer, and the citer."""

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant import answers
from assistant.clauses import own_clause
from assistant.draft import Citer
from assistant.figures import WHERE, Card
from assistant.lexicon import Lexicon
from assistant.score import Match, Scorer
from assistant.understand.query import Query
from assistant.units import Unit, Units
from assistant.words import stems
from index.evidence import DocumentEntry, Snapshot
from ingest.document import Span

_PEOPLE = frozenset(stems("deltager person menneske folk medlem gæst besøgende deltagere"))
"""Words that count people of any sort."""
_TIME = re.compile(r"\s*(?:år|måned|uge|dag|time|minut)\w*\b", re.IGNORECASE)
_AGED = re.compile(r"\d+\s?[-–]\s?\d+[- ]?årig|\d+[- ]?årig")
"""An age: "18-64-årige" are not eighteen."""
_ANYONE = frozenset(stems("person menneske folk dansker danskere"))
SAME_COUNT = 0.8
"""How surely a noun stands for the one counted: members of a board are no members."""


@dataclass(frozen=True, slots=True)
class Context:
    """One snapshot, ready to answer from."""

    snapshot: Snapshot
    units: Units
    lexicon: Lexicon
    scorer: Scorer
    citer: Citer
    entries: dict[str, DocumentEntry]
    cards: tuple[Card, ...]
    text_of: Callable[[str], str]
    starts: dict[str, tuple[tuple[int, int, int], ...]]
    """Document → (start, end, unit number), sorted."""
    near_figures: Callable[[str], Mapping[tuple[str, int], float]] = lambda text: {}
    """A text without place → (document, where the number begins) → how near what a figure measures is."""

    def unit_at(self, document: str, offset: int) -> Unit | None:
        """The sentence an offset stands in."""
        rows = self.starts.get(document, ())
        at = bisect_right(rows, (offset, sys.maxsize, 0)) - 1
        return self.units.all[rows[at][2]] if at >= 0 and offset < rows[at][1] else None

    def unit_within(self, document: str, span: Span) -> Unit | None:
        """The sentence that a span covers; the span may begin with a bullet, which is no part of the sentence."""
        return self.unit_at(document, sum(span) // 2)

    def number_is_of(self, query: Query, unit: Unit, value: answers.Value) -> bool:
        """Whether a number is of the place asked for, as far as the key figures know, and certain."""
        card = self.card_in(unit, value)
        if card is None:
            return True
        if query.places and card.place not in query.places:
            return card.figure.certain and any(all(s in unit.stems for s in stems(place)) for place in query.places)
        return card.figure.certain

    def with_unit(self, unit: Unit, value: answers.Value) -> str:
        """The number with the unit that stands right behind it: "80.000 ton CO2"."""
        card = self.card_in(unit, value)
        if card is None or len(card.figure.spans) < 2 or re.search(r"[a-zæøå%]", value.text[-4:]):
            return value.text
        text = self.text_of(card.figure.document)
        end, (start, stop) = card.figure.spans[0][1], card.figure.spans[1]
        if not 0 <= start - end <= 2 or stop - start > 40:
            return value.text
        return f"{value.text} {' '.join(text[start:stop].split())}"

    def card_in(self, unit: Unit, value: answers.Value) -> Card | None:
        """The key figure whose digits stand in a sentence and read as the value, or None."""
        digits = "".join(c for c in value.text if c.isdigit())
        for card in self.cards:
            figure = card.figure
            if figure.document != unit.document or not any(a <= figure.spans[0][0] < b for a, b in unit.spans):
                continue
            start, end = figure.spans[0]
            printed = self.text_of(figure.document)[start:end]
            if "".join(c for c in printed if c.isdigit()) == digits and digits:
                return card
        return None

    def plain_match(self, query: Query, unit: Unit) -> Match:
        """A sentence that was not ranked, as a match without a score."""
        nothing = tuple(0.0 for _ in query.terms)
        return Match(unit, 0.0, 0.0, nothing, nothing)

    @staticmethod
    def heading_stems(heading: str) -> list[str]:
        """Stems of a heading."""
        return stems(heading)

    def ways_of(self, stems: tuple[str, ...], least: float = 0.6) -> frozenset[str]:
        """Every stem these stems may stand for, at least that surely."""
        found = set(stems)
        for stem in stems:
            for way in self.lexicon.ways((stem,)):
                if len(way.stems) == 1 and way.quality >= least:
                    found.add(way.stems[0])
        return frozenset(found)

    def best_number(self, query: Query, unit: Unit) -> answers.Value | None:
        """The number of a sentence that counts what is asked, or None."""
        if query.wants("share") and (found := answers.share(unit.text)) and self._share_of_counted(query, unit):
            return found
        values = [v for v in answers.numbers(unit.text) if not _AGED.match(unit.text, v.span[0])]
        if query.wants("money") and not re.search(r"\b(?:stig|steg|fald)", query.text.lower()):
            values = [v for v in values if re.search(r"kr", v.text)]
        elif re.search(r"\bhvor mange\b", query.text.lower()) and not query.wants("share"):
            values = [v for v in values if not re.search(r"pct|procent|%|kr", v.text) or self._share_of(query, unit, v)]
            if not query.counted:  # "hvor mange er med": neither years nor money
                values = [v for v in values if not _TIME.match(unit.text[v.span[1] :]) and not re.search(r"kr", v.text)]
        elif re.search(r"\bhvor meget\b", query.text.lower()) and not query.wants("share"):
            values = [v for v in values if self._is_amount(unit, v)]
        if re.search(r"\bhvor mange af\b", query.text.lower()):  # "af de 210 medlemmer": not the 210 themselves
            values = [
                v for v in values if not re.search(rf"(?<![\d.]){re.escape(v.text.split()[0])}(?![\d])", query.text)
            ]
        # "Hvor mange må gå op til 20 pct. over?": the number the question names is not the one it asks for.
        asked = frozenset(re.findall(r"\d[\d.,]*\d|\d", query.text))
        others = [v for v in values if not set(re.findall(r"\d[\d.,]*\d|\d", v.text)) & asked]
        values = others if query.counted and others else values
        if told := answers.part(unit.text):  # "en ud af syv" counts no seven
            values = [v for v in values if not told.span[0] <= v.span[0] < told.span[1] or re.search(r"\d", v.text)]
        if query.counted:
            # "danske kommuner": the municipalities are counted, and no Danes.
            counted = query.counted[-1:] if set(query.counted[-1:]) & WHERE else query.counted
            ways = self.ways_of(counted, SAME_COUNT) | self.kinds_of_counted(query)
            ways = ways | _PEOPLE if set(query.counted) & _PEOPLE else ways
            people = set(query.counted) <= _ANYONE
            values = [
                v
                for v in values
                if answers.counted_near(unit.text, v, ways) or (people and answers.counts_people(unit.text, v))
            ]
        best = min(values, key=lambda v: (self._distance(query, unit, v), v.span), default=None)
        return self._part_of(query, unit, best) if best else self._part_in_words(query, unit)

    def _part_in_words(self, query: Query, unit: Unit) -> answers.Value | None:
        """ "En ud af syv": how many they are, where only the part of them is told."""
        if not re.search(r"\bhvor mange\b", query.text.lower()) or query.wants("money"):
            return None
        told = answers.part(unit.text)
        if told is None or not query.counted:
            return told
        others = [t.stems for t in query.terms if t.kind != "soft" and not set(t.stems) <= set(query.counted[:1])]
        if not any(set(other) & unit.stems or self.ways_of(other) & unit.stems for other in others):
            return None  # a part of them, but of those that do what?
        if of := re.search(
            r"(?<!\bud) af (.+)", told.text
        ):  # "hver fjerde af de ledige boliger" counts homes and nothing else
            return told if set(stems(of[1])) & self.ways_of(query.counted, SAME_COUNT) else None
        return told if _ANYONE & set(query.counted[:1]) or self._share_of_counted(query, unit) else None

    def kinds_of_counted(self, query: Query) -> frozenset[str]:
        """Compounds of what is counted with another word of the question: "netværk om indkøb" are "indkøbsnetværk"."""
        others = [s for t in query.terms for s in t.stems if s not in query.counted and len(s) >= 4]
        return frozenset(
            whole
            for stem in query.counted
            for way in self.lexicon.ways((stem,))
            for whole in way.stems[:1]
            if len(way.stems) == 1 and whole.endswith(stem) and any(whole.startswith(other) for other in others)
        )

    @staticmethod
    def _is_amount(unit: Unit, value: answers.Value) -> bool:
        """Whether a number measures ("20 pct.", "80.000 ton") and does not count things, as "hvor meget" asks."""
        after = unit.text[value.span[1] : value.span[1] + 24]
        return bool(
            re.search(r"pct|procent|%|kr|mi[oa]|mill|½|/", value.text)
            or re.match(r"\s*(?:ton|kg|kilo|km|m[²2]|kwh|mwh|gange?|timer?|dage?|uger?|måned|år)", after, re.IGNORECASE)
        )

    @staticmethod
    def _part_of(query: Query, unit: Unit, whole: answers.Value) -> answers.Value:
        """ "118 af de 183 stemmer": who asks how many someone got asks for the part, not for the whole."""
        if not re.search(r"\b(?:fik|få|får|fået|modtog|opnåede|vandt)\b", query.text, re.IGNORECASE):
            return whole
        for value in answers.numbers(unit.text):
            between = unit.text[value.span[1] : whole.span[0]]
            if re.fullmatch(r"\s+(?:ud )?af\s+(?:(?:de|i alt|alle)\s+)*", between):
                return value
        return whole

    def _share_of_counted(self, query: Query, unit: Unit) -> bool:
        """Whether a sentence with a share names what the question wants the share of."""
        said = unit.stems | unit.around
        return not query.counted or any(
            all(s in said for s in way.stems)
            for stem in query.counted
            for way in self.lexicon.ways((stem,))
            if way.quality >= SAME_COUNT
        )

    def _share_of(self, query: Query, unit: Unit, value: answers.Value) -> bool:
        """ "37 pct. af de almene beboere": a share of what is counted answers how many, too."""
        after = re.match(r"\.?\s+af\s+(?:(?:de|alle|vores)\s+)?((?:\w+\s+){0,2}\w+)", unit.text[value.span[1] :])
        return bool(after and set(stems(after[1])) & self.ways_of(query.counted))

    def _distance(self, query: Query, unit: Unit, value: answers.Value) -> int:
        """Characters between a number and the nearest word the question is about, what it counts apart."""
        about = [
            term.stems for term in query.terms if term.kind != "soft" and not set(term.stems) <= set(query.counted)
        ]
        wanted = self.ways_of(tuple(s for stems in about for s in stems))
        places = [t.start for t in unit.tokens if t.stem in wanted]
        start, end = own_clause(unit.text, value.span, [v.span for v in answers.numbers(unit.text)])
        here = [p for p in places if start <= p < end]
        # A word of the value's own clause is nearer than any of a neighbouring value's.
        return min((abs(p - value.span[0]) for p in here or places), default=0) + (0 if here else len(unit.text))


def starts_of(units: Units) -> dict[str, tuple[tuple[int, int, int], ...]]:
    """Spans of every unit, by document, sorted."""
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for unit in units.all:
        for start, end in unit.spans:
            found[unit.document].append((start, end, unit.number))
    return {document: tuple(sorted(rows)) for document, rows in found.items()}
