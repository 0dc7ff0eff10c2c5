"""Vectors on disk and their neighbours: the only file that touches chromadb.

Nodes are written through llama-index's `ChromaVectorStore`, so that any llama-index program reads them. They are
searched by the collection itself, which returns ids alone: unpacking each hit as a node takes longer than the search.
Passages have vectors, and the sentences in them have theirs, in a collection of their own: the passage tells where a
question is answered, the sentence by which words. Figures of sheets and tables have one of what they measure, without
the number, for questions in other words than theirs; commitments have none, since they are looked up exactly.
"""

import shutil
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llama_index.core.schema import TextNode

from errors import AssistantError, RebuildTheIndex, TryAgain
from index import texts

FOLDER = "vectors"
_TOO_LITTLE = 1_000_000  # bytes
_BATCH = 1000
"""Sentences written at a time: Chroma refuses more than some thousands."""
_COSINE: Any = {"hnsw": {"space": "cosine"}}


@dataclass(frozen=True, slots=True)
class VectorHit:
    """A neighbour of the query. `similarity` is the cosine."""

    document: str
    generation: int
    ordinal: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or figure to be found by meaning; `start` is where it, or its number, begins in the stored text."""

    document: str
    generation: int
    start: int
    vector: Sequence[float]


def node_id(document: str, generation: int, ordinal: int) -> str:
    return f"{document}:{generation}:{ordinal}"


def erase(folder: Path) -> None:
    """Remove all vectors from the disk, also those that cannot be read."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


class Vectors:
    """The collection of one data folder."""

    def __init__(self, folder: Path) -> None:
        """Opens or makes them. Raises TryAgain when the disk is full, RebuildTheIndex when they cannot be read."""
        self._folder = folder
        import chromadb
        from chromadb.config import Settings
        from llama_index.vector_stores.chroma import ChromaVectorStore

        with _Translated(folder):
            settings = Settings(anonymized_telemetry=False, is_persistent=True)
            self._client = chromadb.PersistentClient(path=str(folder / FOLDER), settings=settings)
            # No embedding function: ours come with the nodes, and Chroma's default one would fetch a model.
            self._collection, self._sentences, self._figures = (
                self._client.get_or_create_collection(name, configuration=_COSINE, embedding_function=None)
                for name in ("passages", "sentences", "figures")
            )
        self._store = ChromaVectorStore(chroma_collection=self._collection)

    def add(self, nodes: Sequence[TextNode]) -> None:
        """Nodes with their embeddings."""
        if nodes:
            with _Translated(self._folder):
                self._store.add(list(nodes))

    def add_sentences(self, sentences: Sequence[Sentence]) -> None:
        """To be written before the passages of the same document, so that where those stand, these do too."""
        self._add(self._sentences, sentences)

    def add_figures(self, figures: Sequence[Sentence]) -> None:
        """As `add_sentences`."""
        self._add(self._figures, figures)

    def _add(self, collection: Any, rows: Sequence[Sentence]) -> None:
        with _Translated(self._folder):
            for at in range(0, len(rows), _BATCH):
                batch = rows[at : at + _BATCH]
                collection.add(
                    ids=[node_id(one.document, one.generation, one.start) for one in batch],
                    embeddings=[list(one.vector) for one in batch],
                    metadatas=[{"document": one.document, "generation": one.generation} for one in batch],
                )

    def nearest(self, vector: Sequence[float], count: int, documents: Collection[str] | None = None) -> list[VectorHit]:
        """The `count` nearest passages, best first. `documents` limits them; None means all."""
        return self._query(self._collection, vector, count, documents)

    def nearest_sentences(
        self, vector: Sequence[float], count: int, documents: Collection[str] | None = None
    ) -> list[VectorHit]:
        """The `count` nearest sentences, as `nearest`; a hit's ordinal is where the sentence begins."""
        return self._query(self._sentences, vector, count, documents)

    def nearest_figures(self, vector: Sequence[float], count: int) -> list[VectorHit]:
        """The `count` nearest figures, as `nearest`; a hit's ordinal is where the number begins."""
        return self._query(self._figures, vector, count, None)

    def _query(
        self, collection: Any, vector: Sequence[float], count: int, documents: Collection[str] | None
    ) -> list[VectorHit]:
        where: Any = None if documents is None else {"document": {"$in": list(documents)}}
        with _Translated(self._folder):
            found = collection.query(
                query_embeddings=[list(vector)], n_results=count, where=where, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [_hit(id, 1 - distance) for id, distance in zip(found["ids"][0], distances, strict=True)]

    def generations(self) -> dict[tuple[str, int], int]:
        """How many passages each (document, generation) has."""
        return self._count(self._collection)

    def sentences(self) -> dict[tuple[str, int], int]:
        """How many sentences each (document, generation) has."""
        return self._count(self._sentences)

    def _count(self, collection: Any) -> dict[tuple[str, int], int]:
        with _Translated(self._folder):
            ids = collection.get(include=[])["ids"]
        return Counter((document, int(generation)) for document, generation, _ in (id.rsplit(":", 2) for id in ids))

    def delete(self, document: str, generation: int) -> None:
        where: Any = {"$and": [{"document": document}, {"generation": generation}]}
        with _Translated(self._folder):
            self._collection.delete(where=where)
            self._sentences.delete(where=where)
            self._figures.delete(where=where)

    def close(self) -> None:
        self._client.close()  # type: ignore[attr-defined]


def _hit(id: str, similarity: float) -> VectorHit:
    document, generation, ordinal = id.rsplit(":", 2)
    return VectorHit(document, int(generation), int(ordinal), similarity)


class _Translated:
    """Chroma's errors as ours."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        from chromadb.errors import ChromaError

        if isinstance(error, ChromaError):
            raise self._ours(str(error)) from error

    def _ours(self, said: str) -> AssistantError:
        # Chroma says a full disk in many ways, and some of them don't name it.
        if "full" in said or shutil.disk_usage(self._folder).free < _TOO_LITTLE:
            return TryAgain(texts.DISK_FULL.format(folder=self._folder))
        return RebuildTheIndex(texts.DAMAGED.format(folder=self._folder, why=said.splitlines()[0][:120]))
