"""Reading a file that a person made: its encoding, its size, its lines, and every problem named by line and column."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from errors import UsageError, os_reason
from eval import texts

LARGEST_MB = 20
SHOWN_PROBLEMS = 8


@dataclass
class Problems:
    """What is wrong in one file, gathered so that all of it is told at once."""

    path: Path
    found: list[str] = field(default_factory=list)

    def add(self, line: int, what: str, column: str | None = None) -> None:
        """Note one problem of a 1-based line."""
        pattern = texts.LINE_FIELD if column else texts.LINE
        self.found.append(pattern.format(line=line, field=column, what=what))

    def stop_if_any(self) -> None:
        """Raise UsageError that lists the first problems and counts the rest."""
        if not self.found:
            return
        it = "den" if len(self.found) == 1 else "dem"
        lines = [f"  {problem}" for problem in self.found[:SHOWN_PROBLEMS]]
        if len(self.found) > SHOWN_PROBLEMS:
            lines.append("  " + texts.FILE_MORE.format(count=len(self.found) - SHOWN_PROBLEMS))
        raise UsageError(
            texts.FILE_PROBLEMS.format(path=self.path, count=f"{len(self.found)} fejl", it=it, lines="\n".join(lines))
        )


def read_text_file(path: Path) -> str:
    """The text of a UTF-8 (with or without BOM) or Windows-1252 file, line ends as \\n. Raises UsageError."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise IsADirectoryError("er en mappe")
        if size > LARGEST_MB * 1_000_000:
            raise UsageError(texts.FILE_TOO_LARGE.format(path=path, size=round(size / 1e6), limit=LARGEST_MB))
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(texts.FILE_MISSING.format(path=path)) from None
    except OSError as error:
        raise UsageError(texts.FILE_UNREADABLE.format(path=path, reason=os_reason(error))) from error
    text = _decode(data, path)
    if not text.strip():
        raise UsageError(texts.FILE_EMPTY.format(path=path))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, path: Path) -> str:
    how = texts.SAVE_CSV if path.suffix.lower() == ".csv" else texts.SAVE_TEXT
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UsageError(texts.FILE_UTF16.format(path=path, how=how))
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # .xlsx/.ods and the old .xls
        raise UsageError(texts.FILE_SPREADSHEET.format(path=path))
    if b"\0" in data:
        utf16 = data[:2000].count(b"\0") * 3 > len(data[:2000])
        raise UsageError((texts.FILE_UTF16 if utf16 else texts.FILE_BINARY).format(path=path, how=how))
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UsageError(texts.FILE_BINARY.format(path=path))


def json_objects(text: str, problems: Problems) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every line that is a JSON object, with its 1-based number; other lines become problems, blank ones pass."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line, object_pairs_hook=_once, parse_constant=_no_constant)
        except RecursionError:
            problems.add(number, texts.TOO_DEEP)
        except json.JSONDecodeError as error:
            problems.add(number, texts.NOT_JSON.format(reason=f"tegn {error.colno}"))
        except _DoubleKey as error:
            problems.add(number, texts.DOUBLE_KEY, str(error))
        except ValueError:  # NaN, Infinity, an integer of thousands of digits
            problems.add(number, texts.NOT_JSON.format(reason=texts.BAD_NUMBER))
        else:
            if isinstance(value, dict):
                yield number, value
            else:
                problems.add(number, texts.NOT_OBJECT)


class _DoubleKey(Exception):
    """One object names a field twice, so that one of the two would be lost in silence."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise _DoubleKey(key)
        seen[key] = value
    return seen


def _no_constant(name: str) -> None:
    raise ValueError(name)
