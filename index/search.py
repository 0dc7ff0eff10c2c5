"""One state of the library, searched: rankings by meaning and by words are joined with what is current."""

from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

from index import words
from index.catalogue import Catalogue
from index.evidence import Evidence, Filters, PassageHit, Snapshot
from index.fusion import fuse
from index.vectors import VectorHit, Vectors
from ingest.document import Passage

Place: TypeAlias = tuple[str, int]
"""A document's id and the place of a part in it."""

DEPTH = 50
"""How many neighbours and word hits go into the fusion."""
SENTENCES = 200
"""Nearest sentences that are told of."""
FIGURES = 300
"""Nearest figures that are told of: sheets of one kind have the same ones for each place."""
DENSE_WEIGHT, WORD_WEIGHT = 1.0, 0.5
"""Measured with bench/recall.py: words alone find less than meaning, and more weight to them costs recall."""
SHORT = 100
"""Characters: a passage shorter than this is a piece of what stands beside it."""
HANGING = frozenset({"list", "table", "tile"})


class Searcher:
    """A snapshot and the ways into it. Immutable: a change of any document makes a new one."""

    def __init__(self, catalogue: Catalogue, vectors: Vectors) -> None:
        self._catalogue, self._vectors = catalogue, vectors
        self.snapshot: Snapshot = catalogue.snapshot()
        self._generations = {entry.id: entry.generation for entry in self.snapshot.documents}
        self._passages = _numbered(self.snapshot.passages)
        self._texts: dict[str, str] = {}

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        return dict(words.count_words(passage.text for _, passage in self.snapshot.passages))

    def text(self, id: str) -> str:
        """Raises UsageError for an unknown id."""
        if id not in self._texts:
            self._texts[id] = self._catalogue.text(id)
        return self._texts[id]

    def search(self, query: str, vector: Sequence[float], filters: Filters, count: int) -> Evidence:
        """The `count` best passages that the filters let through."""
        documents = self._allowed(filters)
        if documents == () or count == 0:
            return Evidence()
        return Evidence(self._find_passages(query, vector, documents, count), self._near_sentences(vector, documents))

    def _find_passages(
        self, query: str, vector: Sequence[float], documents: tuple[str, ...] | None, count: int
    ) -> tuple[PassageHit, ...]:
        dense = {(hit.document, hit.ordinal): hit for hit in self._near(vector, documents)}
        match = words.match_expression(query)
        found = self._catalogue.search_words(match, documents, DEPTH) if match else []
        ranked = {key: rank for rank, key in enumerate(key for key in found if key in self._passages)}
        near = {key: rank for rank, key in enumerate(dense)}
        fused = self._with_neighbours(fuse([(DENSE_WEIGHT, list(near)), (WORD_WEIGHT, list(ranked))]))
        return tuple(
            PassageHit(
                document=key[0],
                passage=self._passages[key],
                score=score,
                dense_rank=near.get(key),
                word_rank=ranked.get(key),
                similarity=dense[key].similarity if key in dense else None,
            )
            for key, score in fused[:count]
        )

    def _with_neighbours(self, fused: list[tuple[Place, float]]) -> list[tuple[Place, float]]:
        """Each passage, then what hangs on it, at its score: the list or tile right after, short pieces on both sides.

        A list's lead-in and a tile's label are often what the question meets (recall over dev.jsonl: 0.87 to 0.94).
        """
        ordered: dict[Place, float] = {}
        for (document, place), score in fused:
            ordered.setdefault((document, place), score)
            for step in (1, -1):
                beside = self._passages.get((document, place + step))
                if beside and (len(beside.text) < SHORT or (step == 1 and beside.kind in HANGING)):
                    ordered.setdefault((document, place + step), score)
        return list(ordered.items())

    def _near(self, vector: Sequence[float], documents: tuple[str, ...] | None) -> list[VectorHit]:
        """Neighbours that are current: those of a generation that is gone, or not yet there, fall away."""
        hits = self._vectors.nearest(vector, DEPTH, documents)
        return [hit for hit in hits if self._generations.get(hit.document) == hit.generation]

    def _near_sentences(self, vector: Sequence[float], documents: tuple[str, ...] | None) -> dict[Place, float]:
        """Where the nearest current sentences begin, and how near they are."""
        hits = self._vectors.nearest_sentences(vector, SENTENCES, documents)
        current = (hit for hit in hits if self._generations.get(hit.document) == hit.generation)
        return {(hit.document, hit.ordinal): hit.similarity for hit in current}

    def near_figures(self, vector: Sequence[float]) -> dict[Place, float]:
        """Where the numbers of the nearest current figures begin, and how near what they measure is."""
        hits = self._vectors.nearest_figures(vector, FIGURES)
        current = (hit for hit in hits if self._generations.get(hit.document) == hit.generation)
        return {(hit.document, hit.ordinal): hit.similarity for hit in current}

    def _allowed(self, filters: Filters) -> tuple[str, ...] | None:
        """Ids of the documents that the filters let through; None when they limit nothing."""
        if filters == Filters():
            return None
        return tuple(entry.id for entry in self.snapshot.documents if filters.admit(entry.id, entry.info))


def _numbered(parts: Sequence[tuple[str, Passage]]) -> dict[Place, Passage]:
    """By document and place in it, as vectors and words are named."""
    counts: dict[str, int] = {}
    numbered: dict[Place, Passage] = {}
    for document, part in parts:
        place = counts.get(document, 0)
        counts[document] = place + 1
        numbered[document, place] = part
    return numbered
