"""The library: documents go in, evidence comes out. The entry point of this room."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from errors import AssistantError, RebuildTheIndex, TryAgain, os_reason
from index import texts, words
from index.catalogue import FILE as CATALOGUE
from index.catalogue import Catalogue, reader_version
from index.embedding import ADAPTED
from index.evidence import AddOutcome, DocumentEntry, Evidence, Filters, Snapshot
from index.lock import IndexLock
from index.writing import Progress, write_vectors
from ingest.document import Document

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    from index.search import Searcher

_UNFINISHED = ""


def index_exists(data_dir: Path) -> bool:
    """Whether anything was ever added there."""
    catalogue = Catalogue(Path(data_dir))
    try:
        return catalogue.version() > 0
    finally:
        catalogue.close()


def read_snapshot(data_dir: Path) -> Snapshot:
    """Everything current, for listing: no model, vectors or lock; empty where there is no index."""
    catalogue = Catalogue(Path(data_dir))
    try:
        return catalogue.snapshot()
    finally:
        catalogue.close()


def read_document(data_dir: Path, id: str) -> Document:
    """One document, as `read_snapshot`. Raises UsageError for an unknown id."""
    catalogue = Catalogue(Path(data_dir))
    try:
        return catalogue.document(id)
    finally:
        catalogue.close()


def rebuild(data_dir: Path, embedding: "BaseEmbedding", progress: Progress | None = None) -> int:
    """Make vectors and words again from the catalogue, with this model. Returns how many documents.

    Stopped on the way, the index is refused until it is done again. Raises TryAgain.
    """
    from index.vectors import erase

    folder = Path(os.path.abspath(data_dir))
    lock = _locked(folder, write=True)
    try:
        catalogue = Catalogue(folder, create=True)
        catalogue.set_meta(embedding=_UNFINISHED)
        catalogue.close()
        erase(folder)
        library = Library(folder, embedding, lock, rebuilding=True)
    except BaseException:
        lock.release()
        raise
    try:
        return library.make_again(progress)
    finally:
        library.close()


def _locked(folder: Path, write: bool) -> IndexLock:
    """The lock of a folder, which is made if need be; the first to come writes, as there is something to set up."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = IndexLock(folder)
        if write or not (folder / CATALOGUE).exists():
            lock.take()
        else:
            lock.share()
        return lock
    except OSError as error:
        raise TryAgain(texts.NOT_WRITABLE.format(folder=folder, why=os_reason(error))) from error


class Library:
    """One data folder, opened for reading with others or for writing alone. Use it from any thread."""

    def __init__(self, folder: Path, embedding: "BaseEmbedding", lock: IndexLock, rebuilding: bool = False) -> None:
        """Use `open`. `lock` is held already."""
        from index.vectors import Vectors

        self.folder = folder
        self._embedding, self._lock = embedding, lock
        self._catalogue = Catalogue(folder, create=True)
        self._writing = RLock()
        self._may_write = rebuilding
        if not rebuilding:
            self._check_embedding()
        self._vectors = Vectors(folder)
        self._searcher = self._new_searcher()
        self._figures_near: tuple[Searcher, str, Mapping[tuple[str, int], float]] | None = None

    @classmethod
    def open(cls, data_dir: Path, embedding: "BaseEmbedding", write: bool = False) -> "Library":
        """Raises TryAgain (in use, disk full, no access), RebuildTheIndex (another model or schema)."""
        folder = Path(os.path.abspath(data_dir))
        lock = _locked(folder, write)
        try:
            library = cls(folder, embedding, lock)
            if write:
                library._may_write = True
                library._tidy()
            else:
                lock.share()
        except BaseException:
            lock.release()
            raise
        return library

    def close(self) -> None:
        self._vectors.close()
        self._catalogue.close()
        self._lock.release()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the index alone for as long as something is written; nothing to do when it was opened for writing."""
        with self._writing:
            if self._may_write:
                yield
                return
            self._lock.take()
            self._may_write = True
            try:
                self._tidy()
                yield
            finally:
                self._may_write = False
                self._lock.share()

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever added."""
        return self.snapshot().version == 0

    def snapshot(self) -> Snapshot:
        return self._searcher.snapshot

    def documents(self) -> tuple[DocumentEntry, ...]:
        return self.snapshot().documents

    def document(self, id: str) -> Document:
        """Raises UsageError for an unknown id."""
        return self._catalogue.document(id)

    def text(self, id: str) -> str:
        """The stored text that offsets point into. Raises UsageError for an unknown id."""
        return self._searcher.text(id)

    def vocabulary(self) -> dict[str, int]:
        """Every word of the passages, lower-case, and in how many it stands."""
        return self._searcher.vocabulary

    def embed_query(self, text: str) -> list[float]:
        return self._embedding.get_query_embedding(text)

    def search(
        self,
        query: str,
        filters: Filters | None = None,
        *,
        passages: int = 20,
        query_vector: Sequence[float] | None = None,
    ) -> Evidence:
        """What meets the query by meaning and by words, from current documents only."""
        vector = self.embed_query(query) if query_vector is None else query_vector
        while True:
            searcher = self._searcher
            evidence = searcher.search(query, vector, filters or Filters(), passages)
            if searcher is self._searcher:  # else a document was replaced meanwhile: its hits fell away, so look again
                return replace(evidence, adapted=self._embedding.model_name.endswith(ADAPTED))

    def near_figures(self, text: str) -> Mapping[tuple[str, int], float]:
        """(document, where the number begins) → cosine of what a figure measures to a text without place.

        Empty with a model that is not adapted: its cosines do not tell what is near from what is not.
        """
        if not self._embedding.model_name.endswith(ADAPTED):
            return {}
        searcher, known = self._searcher, self._figures_near
        if known is None or known[:2] != (searcher, text):
            known = (searcher, text, searcher.near_figures(self.embed_query(text)))
            self._figures_near = known  # the parts and sides of a question ask for the same
        return known[2]

    def add(
        self,
        document: Document,
        path: str = "",
        as_id: str | None = None,
        *,
        instead_of: str | None = None,
        progress: Progress | None = None,
    ) -> AddOutcome:
        """Add a document, or replace the one of its id. `instead_of`: id of a summary that goes in the same moment."""
        document = _renamed(document, as_id or document.id)
        with self.writing():
            known = {entry.id: entry for entry in self.documents()}
            old = known.get(document.id)
            if (
                old
                and (old.sha256, old.path, old.reader) == (document.sha256, path, reader_version())
                and not instead_of
            ):
                return "unchanged"
            generation = self._catalogue.reserve_generation()
            try:
                write_vectors(self._vectors, self._embedding, document, generation, progress)
                self._catalogue.replace(document, generation, path, _words_of(document), instead_of)
            except BaseException:
                with suppress(AssistantError):  # what stays on a full disk is cleared away at the next start
                    self._vectors.delete(document.id, generation)
                raise
            self._searcher = self._new_searcher()
            self._forget(known, {document.id, instead_of or document.id})
        if instead_of and instead_of in known:
            return "replaced_summary"
        return "replaced" if old else "added"

    def remove(self, id: str) -> None:
        """Raises UsageError for an unknown id."""
        with self.writing():
            known = {entry.id: entry for entry in self.documents()}
            self._catalogue.remove(id)
            self._searcher = self._new_searcher()
            self._forget(known, {id})

    def make_again(self, progress: Progress | None) -> int:
        """Vectors and words from the catalogue, into empty collections. Returns how many documents."""
        entries = self.documents()
        total, before, rows = sum(entry.passages for entry in entries), 0, {}
        for entry in entries:
            document = self.document(entry.id)
            rows[entry.id] = _words_of(document)
            write_vectors(self._vectors, self._embedding, document, entry.generation, _shifted(progress, before, total))
            before += entry.passages
        self._catalogue.rewrite_words(rows)
        self._catalogue.set_meta(embedding=self._embedding.model_name)
        return len(entries)

    def _forget(self, known: dict[str, DocumentEntry], ids: set[str]) -> None:
        for id in ids & set(known):
            self._vectors.delete(id, known[id].generation)

    def _tidy(self) -> None:
        """Clear away what a stopped run left, and make again what it lost."""
        current = {(entry.id, entry.generation): entry for entry in self.documents()}
        held, sentences = self._vectors.generations(), self._vectors.sentences()
        for id, generation in (held.keys() | sentences.keys()) - current.keys():
            self._vectors.delete(id, generation)
        for key, entry in current.items():
            if held.get(key, 0) != entry.passages or (key not in sentences and self._has_sentences(entry.id)):
                self._vectors.delete(*key)
                write_vectors(self._vectors, self._embedding, self.document(entry.id), entry.generation, None)

    def _has_sentences(self, id: str) -> bool:
        """Whether any of a document's sentences has a vector; an index of an earlier version holds none."""
        from index.cards import quotable

        return bool(quotable(self.document(id)))

    def _new_searcher(self) -> "Searcher":
        from index.search import Searcher

        return Searcher(self._catalogue, self._vectors)

    def _check_embedding(self) -> None:
        """Refuse an index made with another model; note the model in a new one. Raises RebuildTheIndex."""
        made, asked = self._catalogue.meta().get("embedding"), self._embedding.model_name
        if made is None:
            self._catalogue.set_meta(embedding=asked)
        elif made == _UNFINISHED:
            raise RebuildTheIndex(texts.UNFINISHED.format(folder=self.folder))
        elif made != asked and made.partition("+")[0] == asked.partition("+")[0]:
            raise RebuildTheIndex(texts.OTHER_WEIGHTS.format(folder=self.folder))
        elif made != asked:
            raise RebuildTheIndex(texts.OTHER_MODEL.format(folder=self.folder, made=made, asked=asked))


def _shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    return progress and (lambda done, _: progress(before + done, total))


def _words_of(document: Document) -> list[tuple[str, str, str]]:
    """Stems, parts and context of each passage."""
    return [
        (*words.index_text(passage.text), " ".join(words.index_text(passage.context))) for passage in document.passages
    ]


def _renamed(document: Document, id: str) -> Document:
    """The document under another id, which its figures, commitments and mentions carry too."""
    if id == document.id:
        return document
    return replace(
        document,
        id=id,
        figures=tuple(replace(figure, document=id) for figure in document.figures),
        commitments=tuple(replace(commitment, document=id) for commitment in document.commitments),
        mentions=tuple(replace(mention, document=id) for mention in document.mentions),
    )
