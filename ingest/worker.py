"""Files are read in a child process with limits on time, memory and output, so that no file can stop the service."""

import ctypes
import gc
import multiprocessing
import os
import pickle
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any

from errors import FixTheFile
from ingest import texts
from ingest.document import Document, ReadingProblem
from ingest.packing import packed_found, packed_plain, unpacked
from ingest.read import display_name, explain, find_all, read_plain

SECONDS = 9.0
"""Of the processor's time for an ordinary file, so that a busy machine fails no file.

Every page beyond the first hundred and every scanned page adds its share."""
SECONDS_PER_PAGE = 0.25
SECONDS_PER_SCAN = 4.5
MOST_SECONDS = 600.0
WALL = 2.5
"""By the clock a file may take this many times its seconds, in case the child waits instead of working."""
MEMORY_MB = 450
"""Memory that reading one file may take above what the warm child holds."""
SLACK_BYTES = 35_000_000
"""Above that the system itself refuses: a bomb outgrows the watch between two looks."""
MAX_ANSWER_BYTES = 400_000_000
POLL_SECONDS = 0.05
START_SECONDS = 60.0

OnStep = Callable[[str, int], None]


def _nothing(_name: str, _count: int) -> None:
    pass


class ReadingPool:
    """One warm child that reads files one after another; a child that breaks a limit is ended and replaced."""

    def __init__(self, *, seconds: float = SECONDS, memory_mb: int = MEMORY_MB) -> None:
        self._seconds, self._memory_mb = seconds, memory_mb
        self._lock = threading.Lock()
        self._child: _Child | None = None
        self.peak_mb = 0
        """Memory the last file took at most, above the warm child."""

    def __enter__(self) -> "ReadingPool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Starts the child, so that the first file does not wait for it."""
        with self._lock:
            self._ready()

    def read(self, path: Path, document_id: str | None = None, on_step: OnStep = _nothing) -> Document:
        """One file as a Document. Raises FixTheFile, also with the outcomes timeout, memory, output and crashed."""
        with self._lock:
            child = self._ready()
            try:
                return self._await(child, path, document_id, on_step)
            except FixTheFile:
                raise
            except BaseException:
                self._end()
                raise

    def interrupt(self) -> None:
        """Ends the child at once, from any thread; a file that is being read raises FixTheFile."""
        if (child := self._child) is not None:
            child.process.kill()

    def close(self) -> None:
        with self._lock:
            self._end()

    def _ready(self) -> "_Child":
        if self._child is None or not self._child.process.is_alive():
            self._end()
            self._child = _Child(self._memory_mb)
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None

    def _await(self, child: "_Child", path: Path, document_id: str | None, on_step: OnStep) -> Document:
        child.send((str(path), document_id))
        self.peak_mb = 0
        started, worked = time.monotonic(), child.processor_seconds()
        seconds = self._seconds
        plain: Document | None = None
        while True:
            above = child.memory_above_start()
            self.peak_mb = max(self.peak_mb, above // 1_000_000)
            if child.pipe.poll(POLL_SECONDS):
                kind, value = self._receive(child, path, plain)
                if isinstance(value, Document):
                    if kind == "found":
                        return value
                    plain = value
                    continue
                if kind == "failed":
                    if plain is not None:
                        return _without_findings(plain, texts.WENT_WRONG)
                    raise FixTheFile(*value)
                seconds = max(seconds, _allowance(self._seconds, kind, value))
                on_step(kind, value)
            elif broken := self._broken_limit(child, above, child.spent(started, worked), seconds):
                ended = self._ended(path, broken, f"{seconds:.0f}")
                if plain is not None:
                    return _without_findings(plain, texts.OUT_OF_TIME if broken == "timeout" else texts.WENT_WRONG)
                raise ended

    def _broken_limit(self, child: "_Child", above: int, spent: float, seconds: float) -> str | None:
        if not child.process.is_alive():
            return "crashed"
        if spent > seconds:
            return "timeout"
        return "memory" if above > self._memory_mb * 1_000_000 else None

    def _receive(self, child: "_Child", path: Path, plain: Document | None) -> tuple[str, Any]:
        try:
            return unpacked(child.pipe.recv_bytes(MAX_ANSWER_BYTES), plain)
        except EOFError as error:
            # The child dies silently where PDFium gives up on memory it is not granted.
            raise self._ended(path, "memory" if child.was_near_limit else "crashed") from error
        except OSError as error:
            raise self._ended(path, "output") from error

    def _ended(self, path: Path, outcome: str, detail: str = "") -> FixTheFile:
        self._end()
        return explain(FixTheFile(detail, outcome), display_name(path.name), path)


def _without_findings(plain: Document, reason: str) -> Document:
    """The text is worth having even where what is found in it is not there: said as a problem."""
    problem = ReadingProblem("skipped", None, texts.NOTHING_FOUND.format(reason=reason))
    return replace(plain, problems=(*plain.problems, problem))


def _allowance(seconds: float, kind: str, count: object) -> float:
    """Seconds a file may take, from what the child tells of it."""
    if not isinstance(count, int):
        return seconds
    if kind == "pages":
        return min(seconds + SECONDS_PER_PAGE * max(count - 100, 0), MOST_SECONDS)
    if kind == "scanned":
        return min(seconds + SECONDS_PER_SCAN * max(count - 2, 0), MOST_SECONDS)
    return seconds


class _Child:
    """The process, its pipe, and its memory when it was warm."""

    def __init__(self, memory_mb: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, memory_mb), daemon=True, name="bl-reader"
        )
        self.process.start()
        theirs.close()
        if not self.pipe.poll(START_SECONDS) or not self._started():
            self.end()
            raise FixTheFile("Læseprocessen kunne ikke starte. Prøv igen, eller genstart programmet.", "crashed")
        self._start = _resident_bytes(self.process.pid)
        self._peak = 0
        self._limit = memory_mb * 1_000_000

    def _started(self) -> bool:
        try:
            return bool(self.pipe.recv_bytes())
        except (EOFError, OSError):
            return False

    def send(self, request: tuple[str, str | None]) -> None:
        self._peak = 0
        self.pipe.send_bytes(pickle.dumps(request))

    def memory_above_start(self) -> int:
        above = _resident_bytes(self.process.pid) - self._start
        self._peak = max(self._peak, above)
        return above

    def processor_seconds(self) -> float | None:
        """Of the child and the programs it has run to their end; None where the system does not tell."""
        try:
            line = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8", errors="replace")
            return sum(int(field) for field in line.rpartition(")")[2].split()[11:15]) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, AttributeError):
            return None

    def spent(self, started: float, worked: float | None) -> float:
        """Seconds since a file was begun: of the processor's time, or the clock's share where that is more."""
        passed, now = time.monotonic() - started, self.processor_seconds()
        return passed if worked is None or now is None else max(now - worked, passed / WALL)

    @property
    def was_near_limit(self) -> bool:
        return self._peak > 0.4 * self._limit

    def end(self) -> None:
        with suppress(OSError):
            self.pipe.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join(5)


def _resident_bytes(pid: int | None) -> int:
    """Memory a process holds; 0 where the system does not tell (then only the child's own limit guards)."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * 4096
    except (OSError, IndexError, ValueError):
        return 0


def _serve(pipe: Connection, memory_mb: int) -> None:
    """The child: reads what it is asked for until the pipe closes."""
    _warm_up()
    gc.freeze()
    gc.disable()  # A document is hundreds of thousands of objects that all live until it is sent.
    _limit_memory(memory_mb)
    pipe.send_bytes(b"ready")
    while True:
        try:
            path, document_id = pickle.loads(pipe.recv_bytes())  # noqa: S301 - our own parent
        except (EOFError, OSError):
            return
        answer = _read(Path(path), document_id, pipe)
        try:
            pipe.send_bytes(answer)
        except (OSError, ValueError):
            return
        del answer
        gc.collect()


def _read(path: Path, document_id: str | None, pipe: Connection) -> bytes:
    def step(name: str, count: int) -> None:
        pipe.send_bytes(pickle.dumps((name, count)))

    try:
        plain = read_plain(path, document_id=document_id, on_step=step)
        pipe.send_bytes(packed_plain(plain))
        return packed_found(find_all(plain))
    except FixTheFile as error:
        return pickle.dumps(("failed", (str(error), error.outcome)))
    except MemoryError:
        told = explain(FixTheFile("", "memory"), display_name(path.name), path)
    except Exception as error:  # noqa: BLE001 - outermost edge: whatever a file provokes gets a name
        told = explain(FixTheFile(f"{type(error).__name__}: {error}", "unreadable"), display_name(path.name), path)
    return pickle.dumps(("failed", (str(told), told.outcome)))


def _warm_up() -> None:
    """Loads what the first file would wait for."""
    from ingest.dictionary import is_word
    from ingest.places import find_places

    is_word("boligorganisation")
    find_places("København")


def _limit_memory(memory_mb: int) -> None:
    """A hard limit of the system on top of the parent's watch, where there is one."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError, IndexError):
        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * 4096
        limit = held + memory_mb * 1_000_000 + SLACK_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with suppress(OSError, AttributeError):
        # The child must not outlive a parent that was killed (PR_SET_PDEATHSIG, Linux only).
        ctypes.CDLL(None).prctl(1, 9)
