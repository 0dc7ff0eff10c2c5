"""Vectors on disk and their neighbours: the only file that touches chromadb.

Nodes are written through llama-index's `ChromaVectorStore`, so that any llama-index program reads them. They are
searched by the collection itself, which returns ids alone: unpacking each hit as a node takes longer than the search.
Only passages have vectors: figures and commitments are looked up exactly, and embedding them too doubled the time that
reading took.
"""

import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llama_index.core.schema import TextNode

from errors import AssistantError, RebuildTheIndex, TryAgain
from index import texts

FOLDER = "vectors"
_TOO_LITTLE = 1_000_000  # bytes
_COSINE: Any = {"hnsw": {"space": "cosine"}}


@dataclass(frozen=True, slots=True)
class VectorHit:
    """A neighbour of the query. `similarity` is the cosine."""

    document: str
    generation: int
    ordinal: int
    similarity: float


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
            self._collection: Any = self._client.get_or_create_collection(
                "passages", configuration=_COSINE, embedding_function=None
            )
        self._store = ChromaVectorStore(chroma_collection=self._collection)

    def add(self, nodes: Sequence[TextNode]) -> None:
        """Nodes with their embeddings."""
        if nodes:
            with _Translated(self._folder):
                self._store.add(list(nodes))

    def nearest(self, vector: Sequence[float], count: int, documents: Collection[str] | None = None) -> list[VectorHit]:
        """The `count` nearest, best first. `documents` limits them; None means all."""
        where: Any = None if documents is None else {"document": {"$in": list(documents)}}
        with _Translated(self._folder):
            found = self._collection.query(
                query_embeddings=[list(vector)], n_results=count, where=where, include=["distances"]
            )
        distances = (found["distances"] or [[]])[0]
        return [_hit(id, 1 - distance) for id, distance in zip(found["ids"][0], distances, strict=True)]

    def generations(self) -> dict[tuple[str, int], int]:
        """How many nodes each (document, generation) has."""
        counts: dict[tuple[str, int], int] = {}
        for id in self._ids():
            document, generation, _ = id.rsplit(":", 2)
            key = (document, int(generation))
            counts[key] = counts.get(key, 0) + 1
        return counts

    def delete(self, document: str, generation: int) -> None:
        where: Any = {"$and": [{"document": document}, {"generation": generation}]}
        with _Translated(self._folder):
            self._collection.delete(where=where)

    def close(self) -> None:
        self._client.close()  # type: ignore[attr-defined]

    def _ids(self) -> Iterator[str]:
        with _Translated(self._folder):
            yield from self._collection.get(include=[])["ids"]


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
