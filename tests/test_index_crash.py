"""Killed at any moment, the index serves each document whole, and the next run ends as an undisturbed one."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.cards import quotable
from index.library import Library
from ingest.document import Document
from tests.conftest import ROOT, FakeEmbedding, make_document

RUNS = 30
DOCUMENTS = 8

# A child that has everything imported and forks once for each run: the run is killed, this process lives on.
# A line in: folder, edition, and after how many seconds the run is killed (0: never). A line out: seconds it took.
_RUNNER = """
import os, signal, sys, time
from pathlib import Path
import chromadb, llama_index.vector_stores.chroma
import conftest
sys.modules["tests.conftest"] = conftest  # as pytest names it; some package has a `tests` of its own
from conftest import FakeEmbedding
from index.library import Library
from test_index_crash import edition

for line in sys.stdin:
    folder, number, seconds = line.split()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        library = Library.open(Path(folder), FakeEmbedding(), write=True)
        for document in edition(int(number)):
            library.add(document)
        library.close()
        os._exit(0)
    if float(seconds):
        time.sleep(float(seconds))
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    print(time.monotonic() - start, flush=True)
"""


def edition(number: int) -> list[Document]:
    """The documents as they are the first or second time: other words, another number of passages."""
    return [
        make_document(
            f"dokument-{d}", *[f"udgave{number} ord{p} om boliger i nummer{d}" for p in range(6 + 3 * number)]
        )
        for d in range(DOCUMENTS)
    ]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[object]:
    (tmp_path / "runner.py").write_text(_RUNNER)
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    runner = subprocess.Popen(
        [sys.executable, tmp_path / "runner.py"],
        env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert runner.stdin is not None
    assert runner.stdout is not None
    stdin, stdout = runner.stdin, runner.stdout

    def go(folder: Path, number: int, seconds: float = 0.0) -> float:
        stdin.write(f"{folder} {number} {seconds}\n")
        stdin.flush()
        return float(stdout.readline())

    yield go
    stdin.close()
    runner.wait()


def check_whole(library: Library, editions: tuple[int, ...]) -> int:
    """Every document is one of the editions, all of it is found and nothing else. Returns how many are of the last."""
    expected = {number: {document.id: document for document in edition(number)} for number in editions}
    newest = 0
    for entry in library.documents():
        document = library.document(entry.id)
        assert any(document == documents[entry.id] for documents in expected.values())
        newest += document == expected[editions[-1]][entry.id]
        hits = library.search("udgave ord boliger " + document.text, passages=500).passages
        own = {hit.passage.text: hit for hit in hits if hit.document == entry.id}
        assert set(own) == {passage.text for passage in document.passages}
    return newest


def check_vectors(library: Library) -> None:
    """No vector is missing and none is left over."""
    assert library._vectors.generations() == {(e.id, e.generation): e.passages for e in library.documents()}
    assert library._vectors.sentences() == {
        (e.id, e.generation): len(quotable(library.document(e.id))) for e in library.documents()
    }


@pytest.mark.slow
def test_killed_thirty_times_and_whole_each_time(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    took = [run(tmp_path / "timed", 0), run(tmp_path / "timed", 1)]
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    moments = random.Random(seed)
    caught, number, pace = 0, 0, 1.0
    while number < RUNS or (caught <= RUNS // 4 and number < 3 * RUNS):
        folder = tmp_path / f"run-{number}"
        replacing = number % 2 == 1
        number += 1
        if replacing:
            pace = run(folder, 0) / took[0]  # a machine that was busy when it was timed may be faster now
        run(folder, int(replacing), moments.uniform(0.02, took[replacing] * pace))
        reader = Library.open(folder, FakeEmbedding())
        newest = check_whole(reader, (0, 1) if replacing else (0,))
        caught += 0 < newest < DOCUMENTS
        reader.close()
        writer = Library.open(folder, FakeEmbedding(), write=True)
        check_vectors(writer)
        assert check_whole(writer, (0, 1) if replacing else (0,)) == newest
        writer.close()
        run(folder, int(replacing))
        ended = Library.open(folder, FakeEmbedding(), write=True)
        check_vectors(ended)
        assert check_whole(ended, (int(replacing),)) == DOCUMENTS
        ended.close()
    assert caught > RUNS // 4, "too few of the kills met a half-done run to show anything"
