"""Reads uploaded files into the index in a thread of its own, and tells how far it is."""

import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from errors import AssistantError, TryAgain
from web import files, texts
from web.context import Context
from web.documents_html import Upload

if TYPE_CHECKING:
    from index.library import Library
    from index.loading import FileResult, Step
    from ingest.worker import ReadingPool

_DONE = object()


class Uploading:
    """One upload of one or many files."""

    def __init__(self, context: Context, paths: list[Path]) -> None:
        self._context = context
        self._paths = paths
        self._news: queue.Queue[object] = queue.Queue()
        self._stop = threading.Event()
        self._copies: list[Path] = []
        self._pool: ReadingPool | None = None
        self.uploads = [Upload(path.name) for path in paths]
        self.closing = ""

    def watch(self) -> Iterator[list[Upload]]:
        """Starts, and gives the state of every file whenever something has happened."""
        threading.Thread(target=self._run, daemon=True, name="upload").start()
        yield self.uploads
        while True:
            news = self._news.get()
            while not self._news.empty() and news is not _DONE:  # only the latest step of many is worth drawing
                news = self._news.get()
            if news is _DONE:
                return
            yield self.uploads

    def stop(self) -> None:
        """Stops, also in the middle of a file; each file is in whole or not at all."""
        self._stop.set()
        if self._pool is not None:
            self._pool.interrupt()

    def _run(self) -> None:
        from index.loading import load_paths
        from ingest.worker import ReadingPool

        try:
            self._copies = [files.keep_copy(path, self._context.settings.data_dir) for path in self._paths]
            with ReadingPool() as self._pool:
                library = cast("Library", self._context.library)
                load_paths(library, self._pool, self._copies, report=self._report, on_step=self._step)
            read = sum(upload.ok and upload.message is not None for upload in self.uploads)
            self.closing = texts.UPLOADED.format(read=read, count=len(self.uploads))
        except AssistantError as error:
            self.closing = str(error)
        except OSError:
            self.closing = texts.NOT_SAVED
        except Exception:  # the edge of a thread: the reader gets a sentence, the log the rest
            self._context.log.exception("An upload failed")
            self.closing = texts.UNEXPECTED
        finally:
            self._pool = None
            self._drop_unread()
            self.uploads = [
                one if one.message else replace(one, message=texts.NOT_READ, ok=False) for one in self.uploads
            ]
            self._news.put(_DONE)

    def _drop_unread(self) -> None:
        """Keeps no copy of a file that was not read in, unless the same file came in before."""
        indexed = {entry.path for entry in self._context.library.documents()}
        for upload, copy in zip(self.uploads, self._copies, strict=False):
            if (upload.message is None or not upload.ok) and str(copy) not in indexed:
                files.drop(copy)

    def _step(self, step: "Step") -> None:
        if self._stop.is_set():
            raise TryAgain(texts.STOPPED)
        reading = step.parts == 0
        share = 0.1 if reading else 0.2 + 0.8 * step.done / step.parts
        self._set(step.path, lambda old: old.at(texts.STEP_READS if reading else texts.STEP_INDEXES, share))

    def _report(self, result: "FileResult") -> None:
        if self._stop.is_set() and not result.ok:  # ended by the stop, which is no fault of the file
            raise TryAgain(texts.STOPPED)
        self._set(result.path, lambda old: Upload(old.name, "", 1.0, result.message, result.ok))

    def _set(self, path: Path, change: Callable[[Upload], Upload]) -> None:
        for position, copy in enumerate(self._copies):
            if copy == path:
                self.uploads[position] = change(self.uploads[position])
        self._news.put(path)
