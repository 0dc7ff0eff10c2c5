"""Which words of the documents a word of a question may stand for: itself, synonyms, compounds, a corrected typo."""

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.answers import persons
from assistant.knowledge import knowledge, table
from assistant.spelling import bare, field_words, inflects
from assistant.units import Units
from assistant.words import fold, split_compound, stem, stems
from index.words import is_word

SYNONYM, HEAD, TAIL, PART, TYPO, HINT = 0.85, 0.75, 0.7, 0.55, 0.9, 0.45
"""How much of a word's weight counts when its synonym, a compound with it, or a part of it stands in the document."""

_LONG_WORD = 7
"""Letters of a word that is still itself with a slip and another ending."""

_LONG_NAME = 9
"""Letters of a full name that may hold two slips and still be that name."""


@lru_cache(maxsize=1)
def stop_stems() -> frozenset[str]:
    """Stems of words that carry no meaning in a question."""
    return frozenset(stem(word) for word in knowledge().stop_words) | frozenset(
        fold(word) for word in knowledge().stop_words
    )


@lru_cache(maxsize=1)
def soft_stems() -> frozenset[str]:
    """Stems of words an answer need not repeat."""
    return frozenset(stem(word) for word in knowledge().soft_words)


@lru_cache(maxsize=1)
def figure_soft_stems() -> frozenset[str]:
    """Stems of words that do not narrow a key figure down: who owns, pays, lives, supports."""
    return frozenset(stem(word) for word in knowledge().figure_soft)


@lru_cache(maxsize=1)
def phrase_table() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stems of a word or phrase → what it may stand for, each as stems."""
    table: dict[tuple[str, ...], dict[tuple[str, ...], None]] = defaultdict(dict)
    for group in knowledge().same:
        members = [tuple(stems(word)) for word in group]
        for member in members:
            table[member].update({other: None for other in members if other != member})
    for phrase, field in knowledge().everyday.items():
        table[tuple(stems(phrase))].update({tuple(stems(word)): None for word in field})
    return {key: tuple(value) for key, value in table.items() if key}


@lru_cache(maxsize=1)
def hint_table() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stems of a word or phrase → words about the same matter, each as stems."""
    table: dict[tuple[str, ...], dict[tuple[str, ...], None]] = defaultdict(dict)
    for phrase, field in knowledge().hints.items():
        table[tuple(stems(phrase))].update({tuple(stems(word)): None for word in field})
    return {key: tuple(value) for key, value in table.items() if key}


@lru_cache(maxsize=1)
def opposite_stems() -> tuple[tuple[frozenset[str], ...], ...]:
    """Two sides of words that turn a statement round, as stems."""
    return tuple(tuple(frozenset(stem(word) for word in side) for side in row) for row in knowledge().opposites)


_FIELDS = frozenset({"omraad", "felt"})
"""Heads of compounds that only say that there is a field of the thing."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way a term can stand in a document: all `stems` present count as `quality` of it."""

    stems: tuple[str, ...]
    quality: float


class Lexicon:
    """The vocabulary of one snapshot, with its compounds."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.count = max(1, len(units.all))
        self._forms_by_fold = {fold(form): found for form, found in units.forms.items()}
        # Of two spellings the one with æøå is the word; the other stands in a web address.
        spelt = sorted((*units.forms, *knowledge().stop_words), key=lambda form: fold(form) != form)
        self._written = {fold(form): form for form in spelt}
        self._known = frozenset(units.by_stem) | frozenset(p for key in (*phrase_table(), *hint_table()) for p in key)
        self._by_part: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for form, found in self._forms_by_fold.items():
            if len(form) >= 7:
                for i, part in enumerate(split_compound(form, self._known.__contains__)):
                    self._by_part[part].append((found, i == 0))
        self._cache: dict[str, tuple[Way, ...]] = {}
        self._written = {fold(word): word for word in field_words()} | self._written
        self._choices = [form for form in self._written if len(form) >= 4]
        self._bare = sorted({found for found in units.forms.values() if len(found) >= 7} - set(self._written))

    def has(self, found: str) -> bool:
        """Whether a stem stands anywhere in the documents."""
        return found in self.units.by_stem

    def idf(self, found: str) -> float:
        """Weight of a stem: rare ones count more; unknown ones most."""
        return math.log(1 + self.count / (1 + len(self.units.by_stem.get(found, ())))) / math.log(1 + self.count)

    def correct(self, word: str, *, one_letter: bool = False) -> str | None:
        """The form of the vocabulary a misspelt word was meant to be, or None when it is right or unknown."""
        folded = fold(word)
        if len(folded) < 4 or folded[0].isdigit() or folded in knowledge().common:
            return None
        if self._is_known(folded):
            return self._form_of(folded, word)
        if is_word(word) or (folded.endswith("ede") and is_word(word[:-2])):
            return None  # "lavede": the dictionary has the verb
        # A compound of known words may well be right: it must all but be the word of the documents.
        compound = bool(split_compound(folded, self._known.__contains__))
        # A name off by more than a letter is another name; an ordinary word is a typo.
        most = 1 if compound or one_letter or len(folded) < 7 or word[:1].isupper() else 2 if len(folded) < 14 else 3
        found = process.extract(folded, self._choices, scorer=OSA.distance, score_cutoff=most, limit=8)
        best = next((choice for choice, _, _ in found if choice[0] == folded[0]), None)
        return self._written[best] if best else self._uninflected(folded, most) or self._other_ending(folded, most)

    def _other_ending(self, folded: str, most: int) -> str | None:
        """The word that the documents have with another ending ("anvisingerne" for "anvisninger")."""
        asked = bare(folded)
        if asked == folded or len(asked) < _LONG_WORD:
            return None
        found = process.extract(asked, list(self._by_bare), scorer=OSA.distance, score_cutoff=most, limit=4)
        best = next((choice for choice, _, _ in found if choice[0] == asked[0]), None)
        return self._written[self._by_bare[best]] if best else None

    @cached_property
    def _by_bare(self) -> dict[str, str]:
        """Word without its ending → a form of it, both folded."""
        return {bare(form): form for form in self._choices}

    def _uninflected(self, folded: str, most: int) -> str | None:
        """The word that the documents have with an ending only ("beredskabet")."""
        found = process.extract(folded, self._bare, scorer=OSA.distance, score_cutoff=most, limit=4)
        near = (choice for choice, _, _ in found if choice[0] == folded[0])
        return next((word for word in near if is_word(word)), None)

    def _form_of(self, folded: str, word: str) -> str | None:
        """The written form of a word of which only the stem is known ("ungdomsbolier"); None when it may be right."""
        if folded in self._written or len(folded) < 8 or is_word(word):
            return None
        own = stem(folded)
        near = process.extract(folded, self._choices, scorer=OSA.distance, score_cutoff=2, limit=8)
        forms = [choice for choice, _, _ in near if stem(choice) == own]
        if not forms or any(inflects(folded, form) for form in forms):
            return None
        return self._written[forms[0]]

    def joined(self, first: str, second: str) -> str | None:
        """The documents' one word that was written as two ("familie boliger"), misspelt or not; None when it is two."""
        whole = fold(first + second)
        if len(first) < 4 or len(second) < 4 or fold(first) in stop_stems() or not second[0].islower():
            return None
        if whole in self._forms_by_fold:
            return self._written.get(whole, first + second)
        both = self._is_known(fold(first)) and self._is_known(fold(second)) and is_word(second)
        return None if both or len(whole) < 10 else self.correct(first + second)

    def full_name(self, first: str, last: str) -> str | None:
        """The documents' person whose two names were misspelt ("Alan Verge"); None when it is no such name."""
        asked = fold(f"{first} {last}")
        capital = first[:1].isupper() and last[:1].isupper()
        if len(asked) < _LONG_NAME or asked in self._persons or not (capital or not (is_word(first) or is_word(last))):
            return None
        found = process.extract(asked, list(self._persons), scorer=OSA.distance, score_cutoff=2, limit=2)
        if not found or (len(found) > 1 and found[1][1] == found[0][1]):
            return None
        return self._persons[found[0][0]]

    @cached_property
    def _persons(self) -> dict[str, str]:
        """Folded name → name of everyone the documents name by two words."""
        named = (value.text for unit in self.units.all for value in persons(unit.text))
        return {fold(name): name for name in named if len(name.split()) == 2}

    def _is_known(self, folded: str) -> bool:
        found = stem(folded)
        return folded in self._forms_by_fold or found in self._known or found in stop_stems() or found in soft_stems()

    def ways(self, words: tuple[str, ...]) -> tuple[Way, ...]:
        """All ways the stems of a term can stand in the documents, best first."""
        key = " ".join(words)
        if key not in self._cache:
            self._cache[key] = tuple(self._find_ways(words))
        return self._cache[key]

    def _find_ways(self, words: tuple[str, ...]) -> list[Way]:
        found: dict[tuple[str, ...], float] = {}

        def add(stems_: tuple[str, ...], quality: float) -> None:
            if stems_ and all(self.has(s) for s in stems_) and quality > found.get(stems_, 0.0):
                found[stems_] = quality

        add(words, 1.0)
        self._add_compounds(words, 1.0, add)
        others = phrase_table().get(words, ())
        for other in others:
            add(other, SYNONYM)
            self._add_compounds(other, SYNONYM, add)
        for other in hint_table().get(words, ()):
            add(other, HINT)
        return [Way(s, q) for s, q in sorted(found.items(), key=lambda item: -item[1])]

    def _add_compounds(self, words: tuple[str, ...], quality: float, add) -> None:  # type: ignore[no-untyped-def]
        if len(words) != 1:
            return
        word = words[0]
        for whole, is_first in self._by_part.get(word, ()):
            add((whole,), quality * (TAIL if is_first else HEAD))
        parts = split_compound(word, self._known.__contains__) if len(word) >= 7 else ()
        if parts:
            add(parts, quality * 0.9)
            if parts[1] in _FIELDS:  # "seniorområdet" is whatever is about seniors
                add((parts[0],), quality * HEAD)
                self._add_compounds((parts[0],), quality * HEAD, add)
            elif len(parts[1]) >= 4 and not self.has(word):  # a word the documents use is not its last part alone
                add((parts[1],), quality * PART)


def phrase_at(words: list[str], start: int) -> int:
    """How many words from `start` make the longest known phrase; 0 or 1 when none of several words."""
    for length in (5, 4, 3, 2):
        phrase = tuple(words[start : start + length])
        if start + length <= len(words) and (phrase in phrase_table() or phrase in hint_table()):
            return length
    return 0


@lru_cache(maxsize=1)
def _rewrites() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), put) for pattern, put in table("rewrites.toml")["rewrites"])


def rewrite(text: str) -> str:
    """Everyday turns of phrase in the words of the field."""
    for pattern, put in _rewrites():
        text = pattern.sub(put, text)
    return text
