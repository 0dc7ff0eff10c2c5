"""Files that say the same thing: of several editions of one text, the one that can be cited best answers."""

import re
from dataclasses import replace

from index.evidence import DocumentEntry, Snapshot

_RUN = 3
"""Words of a run that is compared."""
_SAME_TEXT, _SAME_NUMBERS = 0.6, 0.9
"""Share of runs and of numbers two files have in common when they are editions of one text."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def one_edition_each(snapshot: Snapshot) -> Snapshot:
    """The snapshot without files whose text another one has in a form with real pages."""
    said = _texts(snapshot)
    kept: list[DocumentEntry] = []
    for entry in sorted(snapshot.documents, key=_worth):
        if not any(_same(said.get(entry.id, ""), said.get(other.id, "")) for other in kept if _akin(entry, other)):
            kept.append(entry)
    if len(kept) == len(snapshot.documents):
        return snapshot
    ids = {entry.id for entry in kept}
    return replace(
        snapshot,
        documents=tuple(entry for entry in snapshot.documents if entry.id in ids),
        passages=tuple(pair for pair in snapshot.passages if pair[0] in ids),
        figures=tuple(figure for figure in snapshot.figures if figure.document in ids),
        commitments=tuple(each for each in snapshot.commitments if each.document in ids),
        mentions=tuple(mention for mention in snapshot.mentions if mention.document in ids),
    )


def _worth(entry: DocumentEntry) -> tuple[bool, int, str]:
    """Best first: a file with pages, then the one read with fewer problems."""
    return entry.media_type not in ("pdf", "application/pdf"), entry.problems, entry.id


def _akin(one: DocumentEntry, other: DocumentEntry) -> bool:
    """Whether two files may be editions at all: not when they name different places or years."""
    places = {one.info.municipality, other.info.municipality} - {None}
    years = {one.info.year, other.info.year} - {None}
    return len(places) < 2 and len(years) < 2


def _texts(snapshot: Snapshot) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for document, passage in snapshot.passages:
        found.setdefault(document, []).append(passage.text.lower())
    return {document: " ".join(texts) for document, texts in found.items()}


def _same(one: str, other: str) -> bool:
    """Whether two texts share nearly all their numbers and most of their runs of words."""
    shorter, longer = sorted((len(one), len(other)))
    if not shorter or longer > 1.6 * shorter:
        return False
    return (
        _shared(set(_NUMBER.findall(one)), set(_NUMBER.findall(other))) >= _SAME_NUMBERS
        and _shared(_runs(one), _runs(other)) >= _SAME_TEXT
    )


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text)
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
