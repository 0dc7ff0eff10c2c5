"""PDF pages as pictures, by pypdfium2 in a child process: PDFium is not thread-safe, and a file may stall or end it."""

import io
import multiprocessing
import threading
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

WIDTH_PIXELS = 1240
"""A4 at 150 dots an inch: sharp at twice the panel's width, under 300 kB."""
MAX_PIXELS = 8_000_000
SECONDS = 15.0
KEPT_BYTES = 64 * 2**20


class PageNotDrawn(Exception):
    """The page can't be shown as a picture; the text stands in for it."""


class PagePictures:
    """Draws pages and keeps the latest; one child process, started when the first page is asked for."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()

    def png(self, path: Path, sha256: str, page: int) -> bytes:
        """A 1-based page as PNG. Raises PageNotDrawn."""
        key = (sha256, page)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            picture = self._draw(path, page)
            self._kept[key] = picture
            while sum(map(len, self._kept.values())) > KEPT_BYTES:
                self._kept.popitem(last=False)
            return picture

    def warm(self) -> None:
        """Starts the child, so that the first reader doesn't wait for it."""
        with self._lock:
            self._child().submit(_ready)

    def close(self) -> None:
        with self._lock:
            self._stop()

    def _draw(self, path: Path, page: int) -> bytes:
        try:
            return self._child().submit(draw, str(path), page).result(timeout=SECONDS)
        except (FutureTimeout, BrokenProcessPool) as error:
            self._stop()
            raise PageNotDrawn(str(path)) from error
        except (ValueError, OSError, MemoryError) as error:
            raise PageNotDrawn(str(path)) from error

    def _child(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=_limit_memory)
        return self._pool

    def _stop(self) -> None:
        if self._pool is None:
            return
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


def draw(path: str, page: int) -> bytes:
    """Draws one page to PNG, in this process. Raises ValueError when PDFium can't."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            if not 1 <= page <= len(document):
                raise ValueError(f"page {page} of {len(document)}")
            sheet = document[page - 1]
            width, height = sheet.get_size()
            scale = min(WIDTH_PIXELS / max(width, 1.0), (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
            image = sheet.render(scale=scale).to_pil()
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    out = io.BytesIO()
    image.convert("RGB").quantize(64).save(out, "PNG")
    return out.getvalue()


def _limit_memory() -> None:
    """At most 1 GB for the child, where the platform can say so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))


def _ready() -> None:
    import pypdfium2  # noqa: F401
