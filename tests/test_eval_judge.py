"""A judge model's word: a column of its own, no part of any score, and no run that fails because it is away."""

import csv
import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.llm import LanguageModel
from errors import UsageError
from eval.compare import compare_runs
from eval.export import results_csv
from eval.judge import LONGEST_REASON, PATIENCE, Judge, judge_prompt, open_judge, read_verdict
from eval.report import report_html
from eval.result import Judgement, Run, load_run, save_run
from eval.run import run_set
from eval.sets import EvalSet
from eval.summary import summarize
from settings import Settings
from tests.eval_fakes import FakeAssistant, FakeLibrary, answer, case, cite
from tests.web_support import FakeAssistant as PageAssistant
from tests.web_support import FakeLibrary as PageLibrary
from web import staff_html
from web.context import make_context
from web.staff import StaffView

LINE = "Familieboliger 1.234"
RIGHT = answer("Der er 1.234. [1]", cite(1, "ark-solby", LINE))
Script = Callable[[str], str | None]
"""From the prompt to what the endpoint says; None breaks the connection off."""
Endpoint = Callable[..., Settings]


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Starts endpoints on loopback that answer by a script; `code` and `wait` (seconds) make them fail or be slow."""
    servers: list[ThreadingHTTPServer] = []

    def start(script: Script, *, code: int = 200, wait: float = 0, timeout: float = 20) -> Settings:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                said = script(sent["messages"][-1]["content"])
                time.sleep(wait)
                self.send_response(code)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                if said is None:
                    return
                choice = {"index": 0, "delta": {"role": "assistant", "content": said}, "finish_reason": None}
                body = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
                with suppress(OSError):  # whoever asked may have given up
                    self.wfile.write(f"data: {json.dumps(body)}\n\ndata: [DONE]\n\n".encode())

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/v1"
        return Settings(llm_url=url, llm_model="m", llm_timeout=timeout)

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def run_with(judge: Judge | None, *must: str, journal: Path | None = None) -> Run:
    """One case for each expected text; the answer is always the same."""
    library = FakeLibrary((LINE,))
    cases = tuple(case(id=f"c{n}", question=text, must=((text,),)) for n, text in enumerate(must))
    sets = EvalSet("s", Path("s.jsonl"), "1", cases)
    return run_set(FakeAssistant(library, lambda _: RIGHT), library, sets, Settings(), judge=judge, journal=journal)


SAID = [
    ("RIGTIGT: tallet passer", True, "tallet passer"),  # as asked
    ("FORKERT: et andet år", False, "et andet år"),
    ("**Forkert** – et andet\nsted", False, "et andet sted"),  # as models dress it
    ("rigtigt", True, ""),  # no reason
    ("RIGTIGT: " + "x" * 999, True, "x" * LONGEST_REASON),  # too long a reason is cut
    ("Svaret er vist rigtigt", None, "hverken RIGTIGT eller FORKERT"),  # no verdict first: none is guessed
    ("RIGTIGTIGT", None, "hverken"),  # another word
    ("", None, "hverken"),  # nothing
]


@pytest.mark.parametrize(("said", "right", "reason"), SAID)
def test_a_models_words_are_a_verdict_or_none(said: str, right: bool | None, reason: str) -> None:
    found = read_verdict(said)
    assert found.right is right
    assert found.reason == reason if right is not None else reason in found.reason


def test_the_judge_sees_the_case_and_the_answer_as_data() -> None:
    one = case(question='"Q"', must=(("1.234",),), history=("før",), docs=("ark-solby",))
    prompt = judge_prompt(one, RIGHT)
    data = json.loads(prompt[prompt.index("\n{") : prompt.rindex("}") + 1])
    assert data["spørgsmål"] == '"Q"'
    assert data["tidligere spørgsmål"] == ["før"]
    assert data["ventet"] == {"must": [["1.234"]], "docs": ["ark-solby"]}
    assert data["svar"] == RIGHT.answer
    assert data["citater"] == [{"dokument": "ark-solby", "side": 1, "citat": LINE}]


def test_its_verdicts_stand_in_their_own_column_and_in_no_score(endpoint: Endpoint, tmp_path: Path) -> None:
    judge = open_judge(endpoint(lambda prompt: "FORKERT: <b>nej</b>" if '"1.234"' in prompt else "RIGTIGT: ja"))
    run, plain = run_with(judge, "1.234", "9.999"), run_with(None, "1.234", "9.999")
    assert [result.judgement for result in run.results] == [Judgement(False, "<b>nej</b>"), Judgement(True, "ja")]
    assert [result.scores for result in run.results] == [result.scores for result in plain.results]
    summary = summarize(run.results)
    assert {name: value for name, value in summary.items() if name not in {"judge", "p50_ms", "p95_ms"}} == {
        name: value for name, value in summarize(plain.results).items() if name not in {"judge", "p50_ms", "p95_ms"}
    }
    assert (summary["judge"]["right"]["mean"], summary["judge"]["agrees"]["mean"]) == (0.5, 0.0)
    assert summarize(plain.results)["judge"] is None
    rows = list(csv.reader(io.StringIO(results_csv(run)), delimiter=";"))
    assert [row[-2:] for row in rows] == [["dommer", "dommerens grund"], ["forkert", "<b>nej</b>"], ["rigtigt", "ja"]]
    assert "dommer" not in results_csv(plain)
    html = report_html(run)
    assert 'data-judge="differs"' in html
    assert "dommer (m), uden for alle mål: 50,0 %" in html
    assert "<b>nej" not in html + staff_html.result(run) + staff_html.case(run.results[0])
    assert "dommer" not in report_html(plain).replace('"judge"', "")
    assert "uden for alle mål" in staff_html.result(run)
    assert "forkert. &lt;b&gt;nej" in staff_html.case(run.results[0])
    save_run(run, summary, tmp_path / "r.json")
    assert load_run(tmp_path / "r.json").results == run.results
    assert compare_runs(plain, run).broken == ()  # a judge's word breaks nothing


AWAY: list[dict[str, object]] = [
    {"code": 500},  # broken
    {"wait": 1.5, "timeout": 0.3},  # too slow
    {"script": lambda _: None},  # says nothing, or breaks off
    {"script": lambda _: "Det ved jeg ikke"},  # no verdict
]


@pytest.mark.parametrize("way", AWAY)
def test_an_endpoint_that_fails_gives_no_verdict_and_the_run_goes_on(
    endpoint: Endpoint, way: dict[str, object]
) -> None:
    script = way.pop("script", lambda _: "RIGTIGT: ja")
    run = run_with(open_judge(endpoint(script, **way)), "1.234")
    assert run.finished
    assert run.results[0].right
    assert run.results[0].judgement is not None
    assert run.results[0].judgement.right is None
    assert run.results[0].judgement.reason
    assert summarize(run.results)["judge"] == {"none": 1, "right": None, "agrees": None}
    assert "ingen dom" in staff_html.case(run.results[0])
    assert "ingen dom over 1 svar" in report_html(run)


def test_an_endpoint_that_is_away_is_not_waited_for_case_after_case() -> None:
    asked = 0

    class Away(LanguageModel):
        def stream(self, prompt: str) -> Iterator[str]:
            nonlocal asked
            asked += 1
            return super().stream(prompt)

    judge = Judge(Away("http://127.0.0.1:9/v1", "m", None, 2.0))  # refused
    run = run_with(judge, *["1.234"] * (PATIENCE + 4))
    assert asked == PATIENCE
    assert summarize(run.results)["judge"]["none"] == PATIENCE + 4
    assert "ikke spurgt igen" in (run.results[-1].judgement or Judgement(None, "")).reason


def test_a_word_in_between_makes_it_patient_again(endpoint: Endpoint) -> None:
    said = iter([None, None, "RIGTIGT: ja", None, None, "RIGTIGT: ja"])

    class Fitful:
        name = "m"

        def stream(self, prompt: str) -> Iterator[str]:
            if (word := next(said)) is None:
                yield from LanguageModel("http://127.0.0.1:9/v1", "m", None, 2.0).stream(prompt)
            else:
                yield word

    run = run_with(Judge(Fitful()), *["1.234"] * 6)
    assert [result.judgement and result.judgement.right for result in run.results] == [None, None, True] * 2


def test_no_endpoint_no_judge() -> None:
    with pytest.raises(UsageError, match="BL_LLM_URL"):
        open_judge(Settings())
    with pytest.raises(UsageError, match="BL_LLM_MODEL"):
        open_judge(Settings(llm_url="http://127.0.0.1:9/v1"))


def test_a_journal_of_another_judge_is_not_taken_over(tmp_path: Path, endpoint: Endpoint) -> None:
    judge, journal = open_judge(endpoint(lambda _: "RIGTIGT: ja")), tmp_path / "j.jsonl"
    library = FakeLibrary((LINE,))
    sets = EvalSet("s", Path("s.jsonl"), "1", (case(id="a", must=(("1.234",),)), case(id="b", must=(("1.234",),))))
    first = FakeAssistant(library, lambda _: RIGHT)
    half = run_set(first, library, sets, Settings(), journal=journal, stop=lambda: len(first.asked) == 1)
    assert len(half.results) == 1
    second = FakeAssistant(library, lambda _: RIGHT)
    whole = run_set(second, library, sets, Settings(), journal=journal, judge=judge)
    assert len(second.asked) == 2
    assert all(result.judgement for result in whole.results)


def test_a_run_written_before_there_was_a_judge_is_still_read(tmp_path: Path) -> None:
    run = run_with(None, "1.234")
    save_run(run, summarize(run.results), tmp_path / "r.json")
    raw = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    del raw["judge"], raw["results"][0]["judge"]
    (tmp_path / "r.json").write_text(json.dumps(raw), encoding="utf-8")
    assert load_run(tmp_path / "r.json").results[0].judgement is None


def test_the_staff_tab_runs_with_a_judge_when_asked(endpoint: Endpoint, tmp_path: Path) -> None:
    settings = endpoint(lambda _: "RIGTIGT: ja").model_copy(update={"data_dir": tmp_path})
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "a.csv").write_text("id;kind;question;answerable\n1;fact;Hvad?;ja", encoding="utf-8")
    for where, judged, holds in ((settings, True, "uden for alle mål"), (settings, False, "rigtige")):
        view = StaffView(make_context(PageLibrary(), PageAssistant(), where))
        update = list(view.start("a.csv", judged))[-1][1]
        shown = str(view.open_run(update["value"])[0])  # type: ignore[index]
        assert holds in shown
        assert ("uden for alle mål" in shown) is judged
    without = StaffView(make_context(PageLibrary(), PageAssistant(), Settings(data_dir=tmp_path)))
    assert "BL_LLM_URL" in str(list(without.start("a.csv", True))[-1][0])
