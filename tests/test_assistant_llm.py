"""A language model may word an answer: a real endpoint on loopback says what a script tells it to."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from assistant.assistant import Assistant
from assistant.llm import LanguageModel
from errors import UsageError
from index.evidence import Filters
from index.library import Library

QUESTION = "Hvor mange almene familieboliger er der i Kalundborg?"
Endpoint = Callable[[list[str]], LanguageModel]


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Starts endpoints that stream the pieces they are given; a piece None breaks the connection off."""
    servers: list[ThreadingHTTPServer] = []

    def start(pieces: list[str]) -> LanguageModel:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                for piece in pieces:
                    if piece is None:
                        return
                    choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None}
                    body = {
                        "id": "1",
                        "object": "chat.completion.chunk",
                        "created": 1,
                        "model": "m",
                        "choices": [choice],
                    }
                    self.wfile.write(f"data: {json.dumps(body)}\n\n".encode())
                self.wfile.write(b"data: [DONE]\n\n")

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return LanguageModel(f"http://127.0.0.1:{server.server_port}/v1", "m", None, 20.0)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


FAITHFUL = ["I Kalundborg Kommune er der ", "**3.372** almene familie", "boliger (2025). [1]"]
MADE_UP = [
    (["Der er 3.373 almene familieboliger i Kalundborg Kommune (2025). [1]"], "3.373"),  # a changed digit
    (["Der er 3.372 almene familieboliger i Herning Kommune (2025). [1]"], "Herning"),  # another place
    (["Der er 3.372 almene familieboliger i Kalundborg Kommune (2019). [1]"], "2019"),  # another year
    (["Borgmester Jens Hansen er glad for dem. [1]"], "Jens Hansen"),  # a made-up name
    (["Der er 3.372 almene familieboliger i Kalundborg."], "Kalundborg."),  # no source named
    (["Der er ikke 3.372 almene familieboliger i Kalundborg Kommune (2025). [1]"], "ikke"),  # turned round
    ([""], "intet"),  # nothing at all
]


def test_a_faithful_wording_is_shown(starter_library: Library, endpoint: Endpoint) -> None:
    answer = Assistant(starter_library, endpoint(FAITHFUL)).ask(QUESTION)
    assert (answer.mode, answer.model) == ("llm", "m")
    assert answer.answer == "I Kalundborg Kommune er der **3.372** almene familieboliger (2025) [1]."
    assert answer.notice is None


@pytest.mark.parametrize(("pieces", "wrong"), MADE_UP)
def test_what_is_not_proved_is_not_shown(
    starter_library: Library, endpoint: Endpoint, pieces: list[str], wrong: str
) -> None:
    plain = Assistant(starter_library).ask(QUESTION)
    answer = Assistant(starter_library, endpoint(pieces)).ask(QUESTION)
    assert answer.answer == plain.answer
    assert answer.mode == "extractive"
    assert answer.notice
    assert wrong == "Kalundborg." or wrong not in answer.answer


@pytest.mark.parametrize("pieces", [[None], ["Der er 3.3", None]])
def test_a_broken_stream_leaves_the_plain_answer(
    starter_library: Library, endpoint: Endpoint, pieces: list[str]
) -> None:
    plain = Assistant(starter_library).ask(QUESTION)
    answer = Assistant(starter_library, endpoint(pieces)).ask(QUESTION)
    assert answer.answer == plain.answer
    assert answer.notice


def test_an_endpoint_that_is_away_leaves_the_plain_answer(starter_library: Library) -> None:
    away = LanguageModel("http://127.0.0.1:9/v1", "m", None, 5.0)
    answer = Assistant(starter_library, away).ask(QUESTION)
    assert "3.372" in answer.answer
    assert "svarede ikke" in (answer.notice or "")


def test_a_refusal_is_never_worded(starter_library: Library, endpoint: Endpoint) -> None:
    answer = Assistant(starter_library, endpoint(FAITHFUL)).ask("Hvor mange almene boliger er der i Odense?")
    assert (answer.status, answer.mode) == ("not_found", "extractive")


def test_a_model_without_a_name_is_refused() -> None:
    with pytest.raises(UsageError, match="BL_LLM_MODEL"):
        LanguageModel("http://127.0.0.1:9/v1", None, None, 1.0)


LIMITS = [
    (Filters(municipalities=("Kalundborg",)), "answered", "3.372"),  # within the limit
    (Filters(municipalities=("Herning",)), "not_found", ""),  # outside it
    (Filters(periods=("2024-2026",)), "not_found", ""),  # another document's period
    (Filters(documents=("findes-ikke",)), "not_found", ""),  # nothing left
]


@pytest.mark.parametrize(("filters", "status", "holds"), LIMITS)
def test_only_what_the_filters_admit_is_answered_from(
    starter_library: Library, filters: Filters, status: str, holds: str
) -> None:
    answer = Assistant(starter_library).ask(QUESTION, filters=filters)
    assert answer.status == status
    assert holds in answer.answer
    assert status == "answered" or "3.372" not in answer.answer
