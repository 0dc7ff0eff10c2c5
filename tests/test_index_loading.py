"""Files and folders: what is read, what is left alone, what goes, and what a person is told."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from errors import FixTheFile, UsageError
from index.library import Library
from index.loading import FileResult, Step, load_paths, load_starter
from ingest.document import Document
from tests.conftest import make_document

MakeLibrary = Callable[..., Library]


class FakePool:
    """Reads text files line by line, and fails on one that says so. `read_files`: what it was asked to read."""

    def __init__(self) -> None:
        self.read_files: list[str] = []

    def read(self, path: Path, document_id: str | None = None, on_step: Any = None) -> Document:
        self.read_files.append(path.name)
        content = path.read_bytes()
        if content.startswith(b"KAPUT"):
            raise FixTheFile("filen er beskadiget. Hent den igen.", "damaged")
        lines = content.decode(errors="replace").splitlines()
        document = make_document(document_id or path.stem, *lines, title=lines[0])
        return replace(document, file_name=path.name, sha256=hashlib.sha256(content).hexdigest())


@pytest.fixture
def pool() -> FakePool:
    return FakePool()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of one stem, one of another, and what is no document."""
    for name, text in {
        "a/rapport.txt": "Årets rapport\nDer er 30 boliger.",
        "b/rapport.txt": "En anden rapport\nDer er 40 boliger.",
        "plan.md": "Planen\nVi vil bygge.",
        ".skjult.txt": "skjult",
        "~$plan.docx": "låsefil",
        "billede.png": "ikke tekst",
    }.items():
        path = tmp_path / "mappe" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "mappe"


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.documents()]


def outcomes(results: tuple[FileResult, ...]) -> list[tuple[str | None, str]]:
    return [(result.id, result.outcome) for result in results]


def test_a_folder_is_read_with_the_folders_below(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    told: list[FileResult] = []
    steps: list[Step] = []
    results = load_paths(library, pool, [folder], report=told.append, on_step=steps.append)
    assert outcomes(results) == [("rapport", "added"), ("rapport-2", "added"), ("plan", "added")]
    assert tuple(told) == results
    assert [(step.number, step.of, step.done, step.parts) for step in steps if step.done == step.parts != 0] == [
        (1, 3, 2, 2),
        (2, 3, 2, 2),
        (3, 3, 2, 2),
    ]
    assert library.documents()[0].path == str(folder / "a/rapport.txt")


def test_the_same_folder_again_changes_nothing(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    load_paths(library, pool, [folder])
    before, pool.read_files = library.snapshot(), []
    results = load_paths(library, pool, [folder, folder / "plan.md", folder / "b"])
    assert {result.outcome for result in results} == {"unchanged"}
    assert len(results) == 3  # a file that is named twice is one file
    assert pool.read_files == []
    assert library.snapshot() == before


def test_a_changed_file_replaces_its_own_document(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    load_paths(library, pool, [folder])
    (folder / "b/rapport.txt").write_text("En anden rapport\nDer er 41 boliger.")
    assert ("rapport-2", "replaced") in outcomes(load_paths(library, pool, [folder]))
    assert "41" in library.text("rapport-2")
    assert "30" in library.text("rapport")  # the suffix stays with its file


def test_an_older_reading_is_read_again(
    make_library: MakeLibrary, pool: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library()
    load_paths(library, pool, [folder / "plan.md"])
    monkeypatch.setattr("index.catalogue.version", lambda name: "999")
    assert outcomes(load_paths(library, pool, [folder / "plan.md"])) == [("plan", "replaced")]
    assert outcomes(load_paths(library, pool, [folder / "plan.md"])) == [("plan", "unchanged")]


def test_bad_files_are_told_and_the_others_read(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    (folder / "daarlig.txt").write_text("KAPUT")
    (folder / "tom").mkdir()
    results = load_paths(
        make_library(), pool, [folder / "findes-ikke.pdf", folder / "tom", folder / "billede.png", folder]
    )
    assert outcomes(results) == [
        (None, "missing"),
        (None, "empty_folder"),
        (None, "unsupported"),
        ("rapport", "added"),
        ("rapport-2", "added"),
        (None, "damaged"),
        ("plan", "added"),
    ]
    assert [result.ok for result in results] == [False, False, False, True, True, False, True]
    assert results[5].line == "daarlig.txt: filen er beskadiget. Hent den igen."


def test_a_file_that_went_bad_keeps_its_old_reading(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    load_paths(library, pool, [folder])
    (folder / "plan.md").write_text("KAPUT")
    assert (None, "damaged") in outcomes(load_paths(library, pool, [folder], sync=True))
    assert "bygge" in library.text("plan")


def test_named_with_as(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    load_paths(library, pool, [folder / "plan.md"])
    assert outcomes(load_paths(library, pool, [folder / "a"], as_id="plan")) == [("plan", "replaced")]
    assert library.text("plan").startswith("Årets rapport")
    assert outcomes(load_paths(library, pool, [folder / "a"], as_id="plan")) == [("plan", "unchanged")]
    assert outcomes(load_paths(library, pool, [folder / "a"])) == [("plan", "unchanged")]  # a file keeps the id it has
    with pytest.raises(UsageError, match="én fil"):
        load_paths(library, pool, [folder], as_id="plan")


def test_an_upload_replaces_the_upload_of_its_name(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    """Uploads are kept in the data folder, each in a folder of its own, and have no path."""
    library = make_library()
    load_paths(library, pool, [folder / "a"])
    for number, expected in ((1, "added"), (2, "replaced")):
        copy = library.folder / "files" / str(number) / "rapport.txt"
        copy.parent.mkdir(parents=True)
        copy.write_text(f"Oplagt rapport\nudgave {number}")
        assert outcomes(load_paths(library, pool, [copy])) == [("rapport-2", expected)]
    assert [entry.path for entry in library.documents()] == [str(folder / "a/rapport.txt"), ""]


def _remove_file(folder: Path) -> None:
    (folder / "plan.md").unlink()


def _remove_subfolder(folder: Path) -> None:
    shutil.rmtree(folder / "b")


def _unmount_all(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _unmount_subfolder(folder: Path) -> None:
    shutil.rmtree(folder / "b")
    (folder / "b").mkdir()


def _folder_gone(folder: Path) -> None:
    shutil.rmtree(folder)


ALL = ["rapport", "rapport-2", "plan"]


@pytest.mark.parametrize(
    ("change", "sync", "left"),
    [
        (_remove_file, True, ["rapport", "rapport-2"]),
        (_remove_file, False, ALL),  # only --sync removes
        (_remove_subfolder, True, ["rapport", "plan"]),
        (_unmount_all, True, ALL),  # an empty mount point
        (_unmount_subfolder, True, ALL),  # the same, further down
        (_folder_gone, True, ALL),  # not there at all
    ],
)
def test_sync(
    make_library: MakeLibrary, pool: Any, folder: Path, change: Callable[[Path], None], sync: bool, left: list[str]
) -> None:
    library = make_library(make_document("andetsteds", "Et dokument uden for mappen."))
    load_paths(library, pool, [folder])
    change(folder)
    results = load_paths(library, pool, [folder], sync=sync)
    assert ids(library) == ["andetsteds", *left]
    assert {result.id for result in results if result.outcome == "removed"} == set(ALL) - set(left)


def test_sync_of_a_part_leaves_the_rest(make_library: MakeLibrary, pool: Any, folder: Path) -> None:
    library = make_library()
    load_paths(library, pool, [folder])
    (folder / "plan.md").unlink()
    (folder / "a/ny.txt").write_text("Ny")
    (folder / "a/rapport.txt").unlink()
    load_paths(library, pool, [folder / "a"], sync=True)
    assert ids(library) == ["rapport-2", "plan", "ny"]


def test_originals_take_the_place_of_their_summaries(starter_library: Library, shared: Path) -> None:
    """Each original, added to the starter corpus, replaces exactly its own summary."""
    from index.loading import _summary_of
    from ingest.read import read_document

    summaries = starter_library.documents()
    assert all(entry.info.summary_of for entry in summaries)
    replaced = [_summary_of(read_document(path), summaries) for path in (shared / "bl-documents").glob("*.txt")]
    assert sorted(map(str, replaced)) == sorted(entry.id for entry in summaries)


def test_starter_documents_are_read_once(make_library: MakeLibrary) -> None:
    """The manifest tells what they are; a second time nothing changes."""
    from corpus.manifest import starter_documents

    class PdfPool(FakePool):
        def read(self, path: Path, document_id: str | None = None, on_step: Any = None) -> Document:
            return replace(super().read(path, document_id), text="", passages=())

    library = make_library()
    results = load_starter(library, PdfPool())  # type: ignore[arg-type]
    assert [result.outcome for result in results] == ["added"] * len(starter_documents())
    assert [(entry.id, entry.info.summary_of) for entry in library.documents()] == [
        (starter.id, starter.original) for starter in starter_documents()
    ]
    again = load_starter(library, PdfPool())  # type: ignore[arg-type]
    assert {result.outcome for result in again} == {"unchanged"}
