"""The server's plain HTTP side over invented documents: sources, files, API, log-in, feedback, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from errors import UsageError
from settings import Settings
from tests.web_support import HOSTILE, FakeAssistant, FakeLibrary, answer
from web import api_texts, mcp, texts
from web.auth import read_users
from web.server import build_server, mcp_line

PROTECTED = [
    ("GET", "/"),
    ("GET", "/config"),
    ("GET", "/kilde/ark?spans=1-2"),
    ("GET", "/dokument/ark"),
    ("GET", "/hent/noegletal.csv"),
    ("GET", "/openapi.json"),
    ("POST", "/api/ask"),
    ("POST", "/tilbagemelding"),
    ("POST", "/gradio_api/queue/join"),
    ("GET", "/gradio_api/info"),
]


def make_client(data_dir: Path, **settings: Any) -> TestClient:
    chosen = Settings(data_dir=data_dir, **settings)
    return TestClient(build_server(FakeLibrary(), FakeAssistant(), chosen), base_url="http://127.0.0.1:7860")


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def client(data_dir: Path) -> TestClient:
    """One server for all tests that don't change its settings: building Gradio's page takes a third of a second."""
    return make_client(data_dir)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A server that asks for a log-in."""
    folder = tmp_path_factory.mktemp("closed")
    file = folder / "brugere"
    file.write_text("# navne\nanna:hemmeligt:ord\n", encoding="utf-8-sig")
    return make_client(folder, auth_file=file)


def test_the_start_page_is_danish_and_calls_nobody(client: TestClient) -> None:
    page = client.get("/")
    assert '<html\n\tlang="da"' in page.text or 'lang="da"' in page.text[:200]
    assert "googleapis" not in page.text
    assert "raw.githubusercontent" not in page.text
    assert "connect-src 'self'" in page.headers["content-security-policy"]
    assert texts.TITLE in page.text


def test_api_ask_gives_the_contract_and_describes_itself(client: TestClient) -> None:
    body = client.post("/api/ask", json={"question": "Hvor mange?", "history": ["Først"], "id": "a-1"}).json()
    assert body["id"] == "a-1"
    assert body["standalone_question"].endswith("(efter 1)"), "the earlier question came before it"
    assert {*answer().to_json(), "id"} == set(body)
    described = client.get("/openapi.json").json()
    assert list(described["paths"]) == ["/api/ask"]
    assert set(described["components"]["schemas"]["AskRequest"]["properties"]) >= {
        "question",
        "history",
        "municipalities",
    }


def test_the_interface_is_described_on_a_page_and_has_three_functions(client: TestClient) -> None:
    page = client.get("/api").text
    assert "http://127.0.0.1:7860/api/ask" in page
    assert 'href="openapi.json"' in page
    assert "http://127.0.0.1:7860/gradio_api/mcp/" in page
    functions = client.get("/gradio_api/info").json()["named_endpoints"]
    assert set(functions) == {"/ask", "/figures", "/commitments"}, "the page's own events are no part of it"
    assert client.get("/gradio_api/mcp/").text.startswith('<!doctype html><html lang="da">')


def test_without_the_mcp_package_the_server_starts_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mcp, "available", lambda: False)
    client = make_client(tmp_path)
    assert api_texts.MCP_OFF in client.get("/api").text
    assert client.get("/gradio_api/mcp/").status_code == 404
    assert api_texts.MCP_INSTALL.split('"')[1] in mcp_line("http://127.0.0.1:7860")


@pytest.mark.parametrize(
    "body",
    [{}, {"question": "x" * 20_001}, {"question": "x", "unknown": 1}, {"question": "x", "history": ["y"] * 21}, []],
)
def test_api_ask_refuses_what_it_does_not_know(client: TestClient, body: object) -> None:
    assert client.post("/api/ask", json=body).status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/fil/ark",  # the document has no PDF
        "/side/ark/1.png",
        "/fil/..%2f..%2fetc%2fpasswd",
        "/aktiver/..%2fserver.py",
        "/aktiver/server.py",
        "/dokument/ukendt",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=catalogue.sqlite",
        "/docs",  # would load its script from elsewhere
        "/monitoring",
    ],
)
def test_nothing_else_is_given_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (403, 404)


def test_a_source_is_a_fragment_for_the_panel_and_a_page_for_everybody_else(client: TestClient) -> None:
    inside = client.get("/kilde/ark?spans=13-33", headers={"x-bl-panel": "1"}).text
    assert inside.startswith("<div")
    assert "<mark>" in inside
    outside = client.get("/kilde/ark?spans=13-33").text
    assert outside.startswith("<!doctype html>")
    assert 'lang="da"' in outside
    assert client.get("/kilde/ark?spans=x").status_code == 404


def test_a_whole_document_is_shown_as_text(client: TestClient) -> None:
    page = client.get("/dokument/ark").text
    assert "<script>window" not in page
    assert "window.hit=1" in page


@pytest.mark.parametrize("path", ["/dokument/ukendt", "/fil/ukendt", "/dokument/ukendt/laesning"])
def test_a_reader_of_what_is_gone_gets_a_page_and_a_program_json(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept": "text/html,*/*"})
    assert page.status_code == 404
    assert texts.UNKNOWN_DOCUMENT in page.text
    assert 'lang="da"' in page.text
    assert client.get(path).json() == {"detail": texts.UNKNOWN_DOCUMENT}


# --- Log-in -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "path"), PROTECTED)
def test_log_in_covers_everything(closed: TestClient, method: str, path: str) -> None:
    assert closed.request(method, path).status_code == 401
    assert closed.request(method, path, auth=("anna", "forkert")).status_code == 401
    assert closed.request(method, path, auth=("bo", "")).status_code == 401
    assert closed.request(method, path, auth=("anna", "hemmeligt:ord")).status_code != 401


@pytest.mark.parametrize("content", ["", "# kun en note", "anna", "anna:", ":ord"])
def test_a_broken_log_in_file_is_refused_at_start(tmp_path: Path, content: str) -> None:
    file = tmp_path / "brugere"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        read_users(file)


# --- Feedback and downloads -------------------------------------------------------------------------------------------


def feedback(**changes: Any) -> dict[str, Any]:
    return {
        "verdict": "bad",
        "comment": "nej",
        "right_answer": "7",
        "history": [],
        "answer": answer().to_json(),
        **changes,
    }


def kept(data_dir: Path) -> list[str]:
    path = data_dir / "feedback.jsonl"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_feedback_is_kept_with_its_answer(client: TestClient, data_dir: Path) -> None:
    before = kept(data_dir)
    assert client.post("/tilbagemelding", json=feedback(comment=HOSTILE)).status_code == 200
    [line] = kept(data_dir)[len(before) :]
    record = json.loads(line)
    assert (record["verdict"], record["comment"], record["answer"]["question"]) == ("bad", HOSTILE, "Hvor mange?")


@pytest.mark.parametrize(
    ("body", "headers", "code"),
    [
        (feedback(), {"origin": "http://elsewhere.example"}, 403),  # another site's page
        (feedback(verdict="meh"), {}, 422),
        (feedback(comment="x" * 2001), {}, 422),
        (feedback(answer={}), {}, 400),
        (feedback(answer={"x": "y" * 3_000_000}), {}, 413),
    ],
)
def test_feedback_is_refused(client: TestClient, body: Any, headers: dict[str, str], code: int, data_dir: Path) -> None:
    before = kept(data_dir)
    assert client.post("/tilbagemelding", json=body, headers=headers).status_code == code
    assert kept(data_dir) == before


def test_feedback_is_off_by_one_setting(tmp_path: Path) -> None:
    assert make_client(tmp_path, feedback=False).post("/tilbagemelding", json=feedback()).status_code in (404, 405)


@pytest.mark.parametrize("form", ["md", "docx"])
def test_an_answer_is_downloaded(client: TestClient, form: str) -> None:
    assert len(client.post(f"/hent/svar.{form}", json=answer().to_json()).content) > 100
    assert client.post(f"/hent/svar.{form}", json={"question": "x"}).status_code == 400


def test_tables_are_downloaded_as_chosen(client: TestClient) -> None:
    rows = client.get("/hent/noegletal.csv?kommune=Herning").content.decode("utf-8-sig").splitlines()
    assert rows[0].startswith("kommune;")
    assert len(rows) == 4
    assert len(client.get("/hent/maal-og-loefter.csv?periode=2024-2026").content.splitlines()) == 3
