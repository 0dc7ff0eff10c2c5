"""A stop while a file is being read ends the reading at once, and nothing of the file is kept."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from index.library import Library
from settings import Settings
from web import files, texts
from web.uploading import Uploading


def test_a_stop_ends_the_reading_of_a_file(
    tmp_path: Path, make_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = make_library()
    long = tmp_path / "lang.txt"
    lines = (f"Punkt {number}: der er {number} opdigtede haver i afdeling {number}." for number in range(12_000))
    long.write_text("\n\n".join(lines), encoding="utf-8")
    added: list[object] = []
    monkeypatch.setattr(library, "add", lambda *document, **more: added.append(document))
    settings = Settings(data_dir=tmp_path / "index")
    context: Any = SimpleNamespace(library=library, settings=settings, log=logging.getLogger("test"))
    work = Uploading(context, [long])
    stopper = threading.Thread(target=stop_when_it_reads, args=(work,))
    stopper.start()
    for _ in work.watch():
        pass
    stopper.join()
    assert work.closing == texts.STOPPED
    assert [(one.ok, one.message) for one in work.uploads] == [(False, texts.NOT_READ)]
    assert added == [], "the reading itself was ended"
    assert not list((settings.data_dir / files.UPLOADS).glob("*/*"))


def stop_when_it_reads(work: Uploading) -> None:
    while work._pool is None or work._pool._child is None:
        time.sleep(0.02)
    time.sleep(0.3)
    work.stop()
