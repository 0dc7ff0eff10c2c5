"""Who may use the index: many readers or one writer, across processes; gone with the process that held it."""

import os
from contextlib import suppress
from pathlib import Path

from filelock import ReadWriteLock, Timeout

from errors import TryAgain
from index import texts

READ_WAIT, WRITE_WAIT = 5.0, 10.0
"""Seconds to wait: a reader outlasts a small write, a writer the questions that are being answered."""


class IndexLock:
    """One hold on a data folder, shared or exclusive. The writer's process id stands beside it, for the message."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pid_file = folder / "writer.pid"
        self._hold: ReadWriteLock | None = None
        self._exclusive = False

    def share(self) -> None:
        """Hold it with other readers. Raises TryAgain while another process writes."""
        self._acquire(exclusive=False)

    def take(self) -> None:
        """Hold it alone. Raises TryAgain while another process reads or writes."""
        self._acquire(exclusive=True)
        with suppress(OSError):  # only told, never relied on: a full disk must not keep anybody from removing documents
            self._pid_file.write_text(str(os.getpid()))

    def release(self) -> None:
        if self._hold is None:
            return
        if self._exclusive:
            self._pid_file.unlink(missing_ok=True)
        self._hold.close()
        self._hold = None

    def _acquire(self, exclusive: bool) -> None:
        self.release()
        # A hold of its own each time: filelock's are bound to the thread that took them, a page's uploads are not.
        hold = ReadWriteLock(self._folder / "lock.db", is_singleton=False)
        try:
            if exclusive:
                hold.acquire_write(timeout=WRITE_WAIT)
            else:
                hold.acquire_read(timeout=READ_WAIT)
        except Timeout:
            hold.close()
            raise TryAgain(texts.LOCKED.format(folder=self._folder, who=self._who())) from None
        self._hold, self._exclusive = hold, exclusive

    def _who(self) -> str:
        try:
            return f" (proces {int(self._pid_file.read_text())})"
        except (OSError, ValueError):
            return ""
