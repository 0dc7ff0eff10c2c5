"""Scanned pages through the Tesseract program with Danish, where it is installed; bounded in time."""

import os
import shutil
import subprocess
import sys
import time
from functools import lru_cache

from ingest.layout.model import Word

MIN_CONFIDENCE = 25.0
RENDER_DPI = 170
"""Reads body text as well as 200, a quarter faster; 150 loses small labels."""


@lru_cache(maxsize=1)
def has_danish() -> bool:
    """Whether Tesseract and its Danish data are installed."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "dan" in listed.stdout.split()


def recognise(image: bytes, seconds: float) -> tuple[Word, ...] | None:
    """Words of a page image (PNG), in points; None when it failed or took too long by the clock."""
    command = ["tesseract", "stdin", "stdout", "-l", "dan", "--dpi", str(RENDER_DPI), "--psm", "3", "tsv"]
    try:
        done = subprocess.run(
            command, input=image, capture_output=True, timeout=seconds, check=True, env=_environment()
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return tuple(_words(done.stdout.decode("utf-8", errors="replace")))


def seconds_worked() -> float:
    """The processor's time that recognition has taken so far; by the clock where the system does not tell."""
    times = os.times()
    return times.children_user + times.children_system if sys.platform != "win32" else time.monotonic()


def _environment() -> dict[str, str]:
    """Only what Tesseract needs to be found and to find its data, on one thread."""
    kept = {name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "HOME", "SYSTEMROOT") if name in os.environ}
    return {**kept, "OMP_THREAD_LIMIT": "1"}


def _words(table: str) -> list[Word]:
    """Words of Tesseract's TSV: level, page, block, par, line, word, left, top, width, height, conf, text."""
    scale = 72.0 / RENDER_DPI
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    # A word takes the height of its line, so that words of one line share a baseline.
    extents = {tuple(row[1:5]): (float(row[7]), float(row[9])) for row in rows if len(row) >= 10 and row[0] == "4"}
    words = []
    for row in rows:
        if len(row) < 12 or row[0] != "5" or not row[11].strip() or float(row[10]) < MIN_CONFIDENCE:
            continue
        left, width = float(row[6]) * scale, float(row[8]) * scale
        top, height = extents.get(tuple(row[1:5]), (float(row[7]), float(row[9])))
        y0, y1 = top * scale, (top + height) * scale
        words.append(Word(row[11].strip(), left, y0, left + width, y1, round(0.9 * (y1 - y0), 1)))
    return words
