"""Finds the original file of an indexed document, and only while it is the very file that was read."""

import hashlib
import shutil
from functools import lru_cache
from pathlib import Path

from index.evidence import DocumentEntry

UPLOADS = "files"


def original(entry: DocumentEntry, data_dir: Path) -> Path | None:
    """The file a document was read from, or the copy kept of an upload; None when neither is there unchanged."""
    places = [Path(entry.path)] if entry.path else []
    places.append(kept_copy(entry.sha256, entry.file_name, data_dir))
    return next((place for place in places if _is_unchanged(place, entry.sha256)), None)


def keep_copy(source: Path, data_dir: Path) -> Path:
    """Copies an uploaded file into the data folder under its sum, so that two of one name never meet."""
    target = kept_copy(_sum(source), source.name, data_dir)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_suffix(".part")
        shutil.copyfile(source, partial)
        partial.replace(target)
    return target


def drop(copy: Path) -> None:
    """Deletes one kept copy with its folder."""
    shutil.rmtree(copy.parent, ignore_errors=True)


def clear(data_dir: Path, kept: set[str]) -> None:
    """Deletes the copies of uploads that are not among these sums."""
    folders = {sum_[:16] for sum_ in kept}
    for folder in (data_dir / UPLOADS).glob("*"):
        if folder.is_dir() and folder.name not in folders:
            shutil.rmtree(folder, ignore_errors=True)


def kept_copy(sha256: str, file_name: str, data_dir: Path) -> Path:
    """Where the copy of an upload lies: a folder of its sum, so that the file keeps its own name."""
    return data_dir / UPLOADS / sha256[:16] / Path(file_name).name


def _is_unchanged(path: Path, sha256: str) -> bool:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return False
    return path.is_file() and _sum_of(str(path), state.st_mtime_ns, state.st_size) == sha256


@lru_cache(maxsize=512)
def _sum_of(path: str, modified: int, size: int) -> str | None:
    """The sum of a file; time and size are part of the key, so that a changed file is summed again."""
    try:
        return _sum(Path(path))
    except OSError:
        return None


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
