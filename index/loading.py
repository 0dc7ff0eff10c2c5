"""Files and folders go into the library: what is new or changed is read, what is not is left alone."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from errors import FixTheFile, UsageError, os_reason
from index import texts
from index.catalogue import reader_version
from index.evidence import DocumentEntry
from index.library import Library
from ingest.document import Document
from ingest.info import same_document_family

if TYPE_CHECKING:
    from ingest.worker import ReadingPool

SUFFIXES = frozenset({".pdf", ".txt", ".md", ".docx", ".html", ".htm"})


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file, or of a document whose file is gone."""

    path: Path
    id: str | None
    outcome: str
    """`added`, `replaced`, `unchanged`, `replaced_summary`, `removed`, `kept`, or the reason it could not be read."""
    message: str
    """Danish."""
    ok: bool = True

    @property
    def line(self) -> str:
        """One line for a report."""
        return f"{self.path.name}: {self.message}"


@dataclass(frozen=True, slots=True)
class Step:
    """Where the work is: file `number` of `of`, with `done` of `parts` embedded (0 of 0 while it is read)."""

    path: Path
    number: int
    of: int
    done: int = 0
    parts: int = 0


Report = Callable[[FileResult], object]
OnStep = Callable[[Step], object]


def load_paths(
    library: Library,
    pool: "ReadingPool",
    paths: Sequence[Path],
    *,
    sync: bool = False,
    as_id: str | None = None,
    report: Report = lambda result: None,
    on_step: OnStep = lambda step: None,
) -> tuple[FileResult, ...]:
    """Read files and folders in; a file that can't be read is reported, and the others are still read.

    `report` is called with each result as it comes, `on_step` in between. Raises UsageError, TryAgain.
    """
    found = list(_walk(paths))
    files = [path for path, problem in found if problem is None]
    if as_id is not None and len(files) > 1:
        raise UsageError(texts.AS_ONE_FILE.format(id=as_id, count=len(files)))
    results: list[FileResult] = []

    def note(result: FileResult) -> None:
        results.append(result)
        report(result)

    with library.writing():
        for path, problem in found:
            if problem is not None:
                note(FileResult(path, None, problem, texts.WALK_PROBLEMS[problem].format(path=path), ok=False))
        for number, path in enumerate(files, 1):
            note(_load_file(library, pool, path, as_id, Step(path, number, len(files)), on_step))
        if sync:
            for folder in (Path(os.path.abspath(path)) for path in paths if path.is_dir()):
                for result in _sync(library, folder):
                    note(result)
    return tuple(results)


def load_starter(
    library: Library,
    pool: "ReadingPool",
    report: Report = lambda result: None,
    on_step: OnStep = lambda step: None,
) -> tuple[FileResult, ...]:
    """The documents that ship with the program, each marked as the summary it is. An original takes its place."""
    from corpus.manifest import starter_documents

    starters = starter_documents()
    results = []
    with library.writing():
        for number, starter in enumerate(starters, 1):
            step = Step(starter.path, number, len(starters))
            on_step(step)
            document = pool.read(starter.path, document_id=starter.id)
            # The manifest knows for certain what reading has to guess.
            told = {
                name: getattr(starter, name)
                for name in ("title", "kind", "publisher", "period", "year", "municipality")
            }
            document = replace(document, info=replace(document.info, **told, summary_of=starter.original))
            results.append(_add(library, document, starter.path, step, on_step))
            report(results[-1])
    return tuple(results)


def _walk(paths: Iterable[Path]) -> Iterator[tuple[Path, str | None]]:
    """Readable files in order, each with None; what is missing, empty or of another kind with its problem's name."""
    seen: set[Path] = set()
    for given in paths:
        path = Path(os.path.abspath(given))
        if path.is_dir():
            files = sorted(file for file in _files_below(path) if file.suffix.lower() in SUFFIXES)
            if not files:
                yield path, "empty_folder"
            new = [file for file in files if file not in seen]
            seen.update(new)
            yield from ((file, None) for file in new)
        elif not path.exists():
            yield path, "missing"
        elif path.suffix.lower() not in SUFFIXES:
            yield path, "unsupported"
        elif path not in seen:
            seen.add(path)
            yield path, None


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in names if not name.startswith((".", "~$")))


def _load_file(
    library: Library, pool: "ReadingPool", path: Path, as_id: str | None, step: Step, on_step: OnStep
) -> FileResult:
    on_step(step)
    try:
        sum_ = _sha256(path)
        own_path = "" if path.is_relative_to(library.folder) else str(path)
        id, twin = _id_for(library.documents(), path, own_path, sum_, as_id)
        if twin is not None and twin.reader == reader_version():
            return FileResult(path, id, "unchanged", texts.UNCHANGED)
        document = pool.read(path, document_id=id)
        return _add(library, document, path, step, on_step, own_path)
    except FixTheFile as error:
        return FileResult(path, None, error.outcome, str(error), ok=False)
    except OSError as error:
        return FileResult(path, None, "unreadable", texts.UNREADABLE.format(why=os_reason(error)), ok=False)


def _add(
    library: Library, document: Document, path: Path, step: Step, on_step: OnStep, own_path: str | None = None
) -> FileResult:
    summary = None if document.info.summary_of else _summary_of(document, library.documents())

    def progress(done: int, parts: int) -> None:
        on_step(replace(step, done=done, parts=parts))

    outcome = library.add(document, str(path) if own_path is None else own_path, instead_of=summary, progress=progress)
    counts = (
        f"{len(document.passages)} afsnit, {len(document.figures)} nøgletal, {len(document.commitments)} mål og løfter"
    )
    return FileResult(path, document.id, outcome, texts.OUTCOMES[outcome].format(counts=counts, summary=summary))


def _id_for(
    entries: Sequence[DocumentEntry], path: Path, own_path: str, sha256: str, as_id: str | None
) -> tuple[str, DocumentEntry | None]:
    """The id a file goes by, and its document when that holds the same bytes already.

    A file keeps the id it has. A second file of the same stem gets the first free suffix.
    """
    by_id = {entry.id: entry for entry in entries}
    if as_id is None:
        known = next((e for e in entries if e.path == own_path and (own_path or e.file_name == path.name)), None)
        same = next((e for e in entries if e.sha256 == sha256 and e.file_name == path.name), None)
        if known is not None or same is not None:
            as_id = (known or same).id  # type: ignore[union-attr]
    id = as_id or path.stem
    number = 1
    while as_id is None and id in by_id and not _replaces(by_id[id], own_path):
        number += 1
        id = f"{path.stem}-{number}"
    entry = by_id.get(id)
    return id, entry if entry is not None and entry.sha256 == sha256 else None


def _replaces(entry: DocumentEntry, own_path: str) -> bool:
    """Whether a file of the same stem takes the document's place: a summary's original does, another file does not."""
    return entry.info.summary_of is not None or entry.path == own_path


def _summary_of(document: Document, entries: Sequence[DocumentEntry]) -> str | None:
    """Id of our own summary of this document, which it takes the place of."""
    return next(
        (e.id for e in entries if e.info.summary_of and (e.id == document.id or _is_original(document, e))), None
    )


def _is_original(document: Document, summary: DocumentEntry) -> bool:
    from corpus.manifest import starter_documents

    info = document.info
    first_pages = document.text[: document.pages[min(2, len(document.pages)) - 1].span[1]] if document.pages else ""
    starter = next((starter for starter in starter_documents() if starter.id == summary.id), None)
    if starter is not None and starter.is_original(
        document.file_name, first_pages, kind=info.kind, period=info.period, municipality=info.municipality
    ):
        return True
    return same_document_family(info, summary.info)


def _sync(library: Library, folder: Path) -> Iterator[FileResult]:
    """Remove the documents whose file is gone from a folder that is there."""
    for entry in library.documents():
        path = Path(entry.path)
        if not entry.path or not path.is_relative_to(folder) or os.path.lexists(path) or entry.info.summary_of:
            continue
        if _perhaps_unmounted(path):
            yield FileResult(path, entry.id, "kept", texts.KEPT.format(id=entry.id))
        else:
            library.remove(entry.id)
            yield FileResult(path, entry.id, "removed", texts.REMOVED)


def _perhaps_unmounted(path: Path) -> bool:
    """Whether the nearest folder that is there is empty or unreadable, as a share's is while it is not mounted."""
    nearest = next(parent for parent in path.parents if parent.is_dir())
    try:
        return not any(nearest.iterdir())
    except OSError:
        return True


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
