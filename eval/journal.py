"""What a run has done so far, one line a case, so that a stopped run goes on where it was."""

import json
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from errors import TryAgain, os_reason
from eval import texts
from eval.result import CaseResult, RunHeader, result_from_json, result_to_json


class Journal:
    """A file beside the run; lines of another set, corpus, setting or commit are not taken over. No path: none kept."""

    def __init__(self, path: Path | None, header: RunHeader) -> None:
        self._path = path
        self._file: TextIO | None = None
        self._key = json.dumps(header.key, ensure_ascii=False)
        self.results: dict[str, CaseResult] = {}
        """What an earlier, stopped run has already answered, by case id."""

    def __enter__(self) -> "Journal":
        if self._path is None:
            return self
        try:
            self._read(self._path)
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        except OSError as error:
            raise TryAgain(texts.NOT_WRITTEN.format(path=self._path, reason=os_reason(error))) from error
        self._line({"key": self._key})
        for result in self.results.values():
            self.add(result)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._file:
            self._file.close()

    def add(self, result: CaseResult) -> None:
        """Write one case down. Raises TryAgain when the disk is full."""
        self._line(result_to_json(result))

    def forget(self) -> None:
        """The run is whole: the journal goes."""
        if self._path:
            self._path.unlink(missing_ok=True)

    def _line(self, body: dict[str, Any]) -> None:
        if self._file is None:
            return
        try:
            self._file.write(json.dumps(body, ensure_ascii=False) + "\n")
            self._file.flush()
        except OSError as error:
            raise TryAgain(texts.NOT_WRITTEN.format(path=self._path, reason=os_reason(error))) from error

    def _read(self, path: Path) -> None:
        if not path.exists():
            return
        first, *rest = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
        if not first or first != json.dumps({"key": self._key}, ensure_ascii=False):
            return
        for line in rest:
            try:
                result = result_from_json(json.loads(line))
            except (ValueError, KeyError, TypeError):
                return  # the line that was being written when the run was stopped
            self.results[result.case.id] = result
