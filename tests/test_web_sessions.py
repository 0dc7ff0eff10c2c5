"""Many readers at once through the real server's queue: nobody's conversation or limits ever reach another."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from settings import Settings
from tests.web_support import FakeAssistant, FakeLibrary, serving
from web import texts
from web.server import build_server

SESSIONS = 20
TURNS = 3


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with serving(build_server(FakeLibrary(), FakeAssistant(), Settings(data_dir=tmp_path))) as address:
        yield address


def test_twenty_sessions_never_mix(address: str) -> None:
    """Each session asks as the page does; what comes back is its own, turn after turn."""
    with httpx.Client(base_url=address, timeout=60) as client:
        config = client.get("/config").json()
    box = next(part["id"] for part in config["components"] if part["props"].get("elem_id") == "bl-question")
    asking = next(one["id"] for one in config["dependencies"] if [box, "submit"] in map(list, one["targets"]))

    def session(number: int) -> list[str]:
        kept: list[Any] = []
        with httpx.Client(base_url=address, timeout=60) as client:
            for turn in range(TURNS):
                data = [f"Spørgsmål {number}-{turn}?", kept, f"Sted {number}", texts.EVERY_PERIOD, None]
                shown, kept = ask(client, asking, data, f"session{number}")
                assert f"Sted {number}<" in shown
        return [one["question"] for one in kept]

    with ThreadPoolExecutor(SESSIONS) as pool:
        for number, asked in enumerate(pool.map(session, range(SESSIONS))):
            assert asked == [f"Spørgsmål {number}-{turn}?" for turn in range(TURNS)]


def ask(client: httpx.Client, fn: int, data: list[Any], session: str) -> tuple[str, list[Any]]:
    """One question through the queue: the conversation as shown, and as the browser keeps it."""
    body = {"fn_index": fn, "data": data, "session_hash": session, "event_data": None, "trigger_id": None}
    client.post("/gradio_api/queue/join", json=body).raise_for_status()
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as events:
        for line in events.iter_lines():
            event = json.loads(line[5:]) if line.startswith("data:") else {}
            if event.get("msg") == "process_completed":
                values = event["output"]["data"]
                return values[2], values[4]
    raise AssertionError("the queue ended without an answer")
