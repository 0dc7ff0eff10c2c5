"""No command and no page ever tries a connection beyond this machine, nor looks a foreign name up."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Loaded by every Python process below (and by its children) before anything else; it refuses and writes down.
GUARD = """
import os, socket
_connect, _look_up = socket.socket.connect, socket.getaddrinfo
def _check(host):
    name = host.decode() if isinstance(host, bytes) else host
    if name not in (None, "", "localhost", "0.0.0.0", "::", "::1") and not str(name).startswith("127."):
        with open(os.environ["GUARD_LOG"], "a") as log:
            log.write(f"{name}\\n")
        raise OSError(f"refused by the guard: {name}")
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6):
        _check(address[0])
    return _connect(self, address)
def getaddrinfo(host, *rest, **more):
    _check(host)
    return _look_up(host, *rest, **more)
socket.socket.connect, socket.getaddrinfo = connect, getaddrinfo
"""


class Guarded:
    """Runs the program with the guard in place."""

    def __init__(self, folder: Path) -> None:
        (folder / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
        self.log = folder / "tried.txt"
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("BL_", "HF_", "TRANSFORMERS_"))
            },
            "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}",
            "GUARD_LOG": str(self.log),
            "BL_DATA_DIR": str(folder / "data"),
        }

    def tried(self) -> list[str]:
        return self.log.read_text().split() if self.log.exists() else []

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environment, capture_output=True, encoding="utf-8", timeout=300
        )


@pytest.fixture
def guarded(tmp_path: Path) -> Guarded:
    return Guarded(tmp_path)


def test_the_guard_itself_sees_a_look_up(guarded: Guarded) -> None:
    guarded.run("-c", "import socket; socket.getaddrinfo('bl.dk', 443)")
    assert guarded.tried() == ["bl.dk"]


@pytest.mark.slow
def test_first_question_ingest_and_doctor_stay_on_this_machine(guarded: Guarded, tmp_path: Path) -> None:
    note = tmp_path / "notat.txt"
    note.write_text("Der er 12 almene boliger i Lilleby.\n", encoding="utf-8")
    asked = guarded.run("-m", "cli", "ask", "Hvor mange almene familieboliger er der i Kalundborg?")
    assert asked.returncode == 0, asked.stderr
    assert "3.372" in asked.stdout
    read = guarded.run("-m", "cli", "ingest", str(note))
    assert read.returncode == 0, read.stderr
    assert guarded.run("-m", "cli", "doctor").returncode == 0
    assert guarded.tried() == []


@pytest.mark.slow
def test_the_page_stays_on_this_machine(guarded: Guarded) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "app.py", "--port", str(port)],
        cwd=ROOT,
        env=guarded.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        page = _first_page(f"http://127.0.0.1:{port}/", server)
    finally:
        server.terminate()
        server.wait(30)
    assert 'lang="da"' in page
    assert guarded.tried() == []


def _first_page(address: str, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(600):
        if server.poll() is not None:
            assert server.stderr is not None
            raise AssertionError(server.stderr.read().decode())
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError("the page never came up")
