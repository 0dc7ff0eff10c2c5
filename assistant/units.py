"""The smallest pieces an answer can quote: sentences and list items of a snapshot, with what is said around them."""

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from assistant.words import Token, stem, tokens
from index.evidence import DocumentEntry, Snapshot
from ingest.document import Passage, Span
from ingest.quotable import pieces_of, said_in

_ASIDE = frozenset({"caption", "note"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One quotable sentence. `stems` are its own words, `around` those of its heading and lead-in, `near` its neighbours'."""  # noqa: E501

    number: int
    document: str
    passage: Passage
    spans: tuple[Span, ...]
    text: str
    tokens: tuple[Token, ...]
    stems: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    group: int
    """Units of the same passage share it."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a snapshot, found by stem."""

    all: tuple[Unit, ...]
    by_stem: dict[str, tuple[int, ...]]
    """Stem → numbers of units that hold it themselves or in their heading and lead-in."""
    by_passage: dict[tuple[str, int], tuple[int, ...]]
    forms: dict[str, str] = field(repr=False)
    """Folded word form → stem: the vocabulary."""
    entries: dict[str, DocumentEntry] = field(repr=False)
    entry_stems: dict[str, frozenset[str]] = field(repr=False)
    """Stems of each document's title, kind, period and municipality."""


def build_units(snapshot: Snapshot, text_of: Callable[[str], str]) -> Units:
    """Cuts every passage of the snapshot into units."""
    units: list[Unit] = []
    by_passage: dict[tuple[str, int], tuple[int, ...]] = {}
    entries = {entry.id: entry for entry in snapshot.documents}
    texts: dict[str, str] = {}
    for group, (document, passage) in enumerate(snapshot.passages):
        if document not in texts:
            texts[document] = text_of(document)
        made = _units_of(document, passage, texts[document], group, len(units))
        made = _joined(units, made)
        by_passage[document, passage.ordinal] = tuple(u.number for u in made)
        units += made
    postings: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, str] = {}
    for unit in units:
        for found in unit.stems | unit.around:
            postings[found].append(unit.number)
        for token in unit.tokens:
            if not token.is_number:
                forms.setdefault(token.text.lower(), token.stem)
        for heading in unit.passage.section:
            forms.update({t.text.lower(): t.stem for t in tokens(heading) if not t.is_number})
    return Units(
        all=tuple(units),
        by_stem={key: tuple(numbers) for key, numbers in postings.items()},
        by_passage=by_passage,
        forms=forms,
        entries=entries,
        entry_stems={entry.id: _entry_stems(entry) for entry in snapshot.documents},
    )


def _joined(units: list[Unit], made: list[Unit]) -> list[Unit]:
    """The new units, the first one moved into the last point of a list that goes on in it (a page turn, a caption)."""
    if not made or not units:
        return made
    back = next(
        (i for i in range(len(units) - 1, max(-1, len(units) - 6), -1) if units[i].passage.kind not in _ASIDE), None
    )
    first = made[0]
    if back is None or first.passage.kind in _ASIDE:
        return made
    before = units[back]
    goes_on = first.text[0].islower() or (before.passage.kind == "list" and re.match(r"(?:19|20)\d\d\b", first.text))
    open_end = before.text[-1] not in '.!?…:”»"'
    if not (
        goes_on and open_end and before.document == first.document and before.passage.section == first.passage.section
    ):
        return made
    if before.passage.kind == "list" and first.passage.kind == "list":
        return made
    words = (*before.tokens, *first.tokens)
    units[back] = replace(
        before,
        spans=(*before.spans, *first.spans),
        text=f"{before.text} {first.text}",
        tokens=tuple(tokens(f"{before.text} {first.text}")),
        stems=frozenset(t.stem for t in words),
    )
    return [replace(u, number=u.number - 1) for u in made[1:]]


def _entry_stems(entry: DocumentEntry) -> frozenset[str]:
    info = entry.info
    said = " ".join(filter(None, (info.title, info.kind, info.period, info.municipality, info.publisher)))
    return frozenset(t.stem for t in tokens(said))


def _units_of(document: str, passage: Passage, text: str, group: int, first: int) -> list[Unit]:
    spans = pieces_of(text, passage)
    said = [said_in(text, piece) for piece in spans]
    words = [tuple(tokens(one)) for one in said]
    own = [frozenset(t.stem for t in one) for one in words]
    lead = text[slice(*passage.lead_in)] if passage.lead_in else ""
    around = frozenset(t.stem for t in tokens(" ".join((*passage.section[-2:], lead))))
    made = []
    for i, piece in enumerate(spans):
        near = frozenset().union(*own[max(0, i - 1) : i], *own[i + 1 : i + 2])
        made.append(Unit(first + i, document, passage, piece, said[i], words[i], own[i], around, near, group))
    return made


def stem_of(units: Units, word: str) -> str:
    """The stem a word has in this vocabulary."""
    return units.forms.get(word.lower(), stem(word))
