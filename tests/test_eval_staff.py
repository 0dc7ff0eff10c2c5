"""The staff tab: its events over small fakes, and a spreadsheet's way through it in a real browser."""

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from assistant.answer import Answer, Conversation
from eval.drafts import FEEDBACK_FILE, changes
from eval.sets import read_set
from settings import Settings
from tests.web_support import (
    HOSTILE,
    FakeAssistant,
    FakeLibrary,
    answer,
    click,
    find,
    open_browser,
    open_tab,
    running_server,
    severe,
    text_of,
    wait_until,
)
from web.context import make_context
from web.staff import StaffView, set_files
from web.staff_drafts import DraftsView

ROWS = [
    "id;kind;question;answerable;must;docs",
    "rigtig;figure;Hvor mange familieboliger?;ja;1.234;ark",
    "forkert;figure;Hvor mange <b>andre</b>?;ja;9.999;ark",
    "afvist;unanswerable;not_found?;nej;;",
]


class SlowAssistant(FakeAssistant):
    """Waits with every answer until the test says go."""

    def __init__(self) -> None:
        self.asked, self.go = Event(), Event()

    def ask(self, question: str, conversation: Conversation | None = None, filters: Any = None) -> Answer:
        self.asked.set()
        self.go.wait(60)
        return super().ask(question, conversation)


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    path = tmp_path / "vores sæt.csv"
    path.write_bytes("\r\n".join(ROWS).encode("cp1252"))  # as Danish Excel saves it
    return path


def view_over(data_dir: Path, assistant: FakeAssistant | None = None) -> StaffView:
    return StaffView(make_context(FakeLibrary(), assistant or FakeAssistant(), Settings(data_dir=data_dir)))


def run_to_end(view: StaffView, name: str) -> tuple[str, str]:
    """What the page says in the end, and the file name of the run."""
    told, update = list(view.start(name))[-1]
    return str(told), update["value"]  # type: ignore[index]


def test_a_spreadsheet_is_checked_kept_run_and_shown(tmp_path: Path, spreadsheet: Path) -> None:
    view = view_over(tmp_path / "data")
    update, told = view.upload(str(spreadsheet))
    assert "3 spørgsmål er klar" in told
    assert update["value"] == "vores sæt.csv"  # type: ignore[index]
    told, name = run_to_end(view, "vores sæt.csv")
    assert "3 af 3 besvaret, 2 rigtige" in told
    result, cases, _, others, _, report, table, raw = view.open_run(name)
    assert "2 af 3 rigtige" in str(result)
    assert "forkert" in str(result)
    assert "<b>andre" not in str(result)
    assert [id for _, id in cases["choices"]] == ["forkert", "rigtig", "afvist"]  # type: ignore[index]
    assert others["choices"] == []  # type: ignore[index]
    listed = view.refresh(None, None)[1]["choices"]  # type: ignore[index]
    assert re.fullmatch(r"vores sæt · \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d \(UTC\)", listed[0][0])
    assert listed[0][1] == name
    assert [Path(file["value"]).suffix for file in (report, table, raw)] == [".html", ".csv", ".json"]  # type: ignore[index]
    shown = view.open_case(name, "forkert")
    assert "skal nævne" in shown
    assert "bl-source" in shown  # its sources can be opened
    assert "<script>" not in shown
    assert HOSTILE not in shown
    assert "2 → 2 rigtige af 3" in view.compare(name, name)


def test_a_run_that_is_open_is_not_opened_again(tmp_path: Path, spreadsheet: Path) -> None:
    view = view_over(tmp_path / "data")
    view.upload(str(spreadsheet))
    _, name = run_to_end(view, "vores sæt.csv")
    first = view.show_run(name, None)
    assert first[0] == name
    assert len(view.show_run(name, name)) == len(first)
    assert "rigtige" not in str(view.show_run(name, name))  # else the case a reader looks at would close


def test_a_broken_set_is_told_and_not_kept(tmp_path: Path) -> None:
    broken = tmp_path / "brudt.csv"
    broken.write_text("id;kind\n1;2", encoding="utf-8")
    view = view_over(tmp_path / "data")
    _, told = view.upload(str(broken))
    assert "mangler i første linje" in told
    assert str(tmp_path) not in told  # the server's folders are nobody's business
    assert "brudt.csv" not in set_files(tmp_path / "data")


def test_one_run_at_a_time_and_a_stopped_one_goes_on(tmp_path: Path, spreadsheet: Path) -> None:
    slow = SlowAssistant()
    view = view_over(tmp_path / "data", slow)
    view.upload(str(spreadsheet))
    events = view.start("vores sæt.csv")
    assert "0 af 3" in str(next(events)[0])
    assert "er i gang" in str(list(view.start("vores sæt.csv"))[-1][0])
    slow.asked.wait(60)
    view.stop()
    slow.go.set()
    assert "Stoppet efter 1 af 3" in str(list(events)[-1][0])
    told, _ = run_to_end(view, "vores sæt.csv")
    assert "3 af 3" in told


@pytest.mark.parametrize("name", [None, "", "mangler.jsonl", "../../etc/passwd", "/etc/passwd"])
def test_only_known_sets_and_runs_are_opened(tmp_path: Path, name: str | None) -> None:
    view = view_over(tmp_path)
    assert "Vælg et sæt" in str(list(view.start(name))[-1][0])
    assert "Ingen kørsel" in str(view.open_run(name)[0])
    assert view.open_case(name, "a") == ""
    assert view.compare(name, name) == ""


def test_an_assistant_that_fails_is_told(tmp_path: Path, spreadsheet: Path) -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, conversation: Conversation | None = None, filters: Any = None) -> Answer:
            raise RuntimeError("<i>i stykker</i>")

    view = view_over(tmp_path / "data", Broken())
    view.upload(str(spreadsheet))
    told = str(list(view.start("vores sæt.csv"))[-1][0])
    assert "kunne ikke gennemføres" in told
    assert "<i>" not in told


def test_sets_that_ship_are_there_and_ones_own_come_first_of_a_name(tmp_path: Path) -> None:
    shipped = set_files(tmp_path)
    assert "starter.jsonl" in shipped
    (tmp_path / "sets").mkdir()
    (tmp_path / "sets" / "starter.jsonl").write_text("{}", encoding="utf-8")
    assert set_files(tmp_path)["starter.jsonl"].parent == tmp_path / "sets"


def test_the_template_can_be_uploaded_as_it_is(tmp_path: Path) -> None:
    assert read_set(Path(view_over(tmp_path).template())).cases


def test_feedback_becomes_a_case_of_a_set(tmp_path: Path) -> None:
    record = {
        "time": "2026-01-01T00:00:00+00:00", "verdict": "bad", "comment": HOSTILE, "right_answer": "Der er 1.236",
        "history": [], "answer": answer().to_json(),
    }  # fmt: skip
    (tmp_path / FEEDBACK_FILE).write_text(json.dumps(record), encoding="utf-8")
    view = DraftsView(make_context(FakeLibrary(), FakeAssistant(), Settings(data_dir=tmp_path)))
    id = view.refresh(None)["choices"][0][1]  # type: ignore[index]
    shown, must = view.open(id)
    assert must == "1.236"
    assert "<script>" not in shown
    assert "hvem der ændrer" in view.add(id, must, True, "", "", "nyt")[0]
    assert "navn på sættet" in view.add(id, must, True, "Ole", "fejl", "../nyt")[0]
    assert "Føjet til nyt.jsonl" in view.add(id, "1.236 | 1236 & boliger", True, "Ole", "fejl", "nyt")[0]
    assert read_set(tmp_path / "sets" / "nyt.jsonl").cases[0].must == (("1.236", "1236"), ("boliger",))
    assert changes(tmp_path)[0].by == "Ole"
    assert view.refresh(None)["choices"] == []  # type: ignore[index]
    assert "Ingen nye" in view.open(None)[0]


@pytest.fixture(scope="module")
def address(starter_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data_dir = shutil.copytree(starter_index, tmp_path_factory.mktemp("data") / "index")
    with running_server(data_dir) as address:
        yield address


def choose_first(driver: Any, css: str) -> bool:
    """Opens a list and takes its first choice; False where the list was renewed meanwhile."""
    find(driver, css).click()
    time.sleep(0.5)
    for option in driver.find_elements("css selector", "li[role=option]")[:1]:
        option.click()
    time.sleep(0.5)
    return bool(find(driver, css).get_attribute("value"))


def excel(folder: Path) -> Path:
    """As Danish Excel saves it: `;`, Windows-1252."""
    rows = [ROWS[0].replace("docs", "docs;page"), "a;figure;Hvor mange familieboliger er der i Herning?;ja;6.355;;1"]
    path = folder / "vores sæt.csv"
    path.write_bytes(
        "\r\n".join([*rows, "b;figure;Hvor mange ældreboliger er der i Herning?;ja;6.355;;"]).encode("cp1252")
    )
    return path


def libreoffice(folder: Path) -> Path:
    """As LibreOffice saves it: `,`, UTF-8, thousands without their point."""
    return shutil.copy(Path(__file__).parent / "fixtures" / "libreoffice.csv", folder / "ark fra LibreOffice.csv")


SHEETS = [
    (excel, 2, 1),
    pytest.param(libreoffice, 8, 7, marks=pytest.mark.slow),
]


@pytest.mark.browser
@pytest.mark.parametrize(("saved", "cases", "right"), SHEETS)
def test_a_spreadsheet_user_gets_a_report_that_opens_offline(
    address: str, tmp_path: Path, saved: Callable[[Path], Path], cases: int, right: int
) -> None:
    source, downloads = saved(tmp_path), tmp_path / "hentet"
    with open_browser() as driver:
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
        driver.get(address)
        find(driver, "#bl-question textarea")
        open_tab(driver, "Medarbejder")
        find(driver, "#bl-eval-run")
        upload = wait_until(
            lambda: next(iter(driver.find_elements("css selector", "#bl-eval-upload input[type=file]")), None)
        )
        upload.send_keys(str(source))
        wait_until(lambda: f"{cases} spørgsmål er klar" in text_of(driver, "#bl-eval-progress"))
        click(driver, "#bl-eval-run")
        wait_until(lambda: f"{right} af {cases} rigtige" in text_of(driver, "#bl-eval-result"), 90)
        wait_until(lambda: choose_first(driver, "#bl-eval-case input"))
        wait_until(lambda: "skal nævne" in text_of(driver, "#bl-eval-shown"))
        click(driver, "#bl-eval-report")
        report = wait_until(lambda: next(iter(downloads.glob("*.html")), None))
        time.sleep(0.5)
        assert severe(driver) == []
        driver.execute_cdp_cmd("Network.enable", {})
        offline = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        driver.execute_cdp_cmd("Network.emulateNetworkConditions", offline)
        driver.get(report.as_uri())
        assert len(driver.find_elements("css selector", "details.case")) == cases
        find(driver, "#verdict").send_keys("rigtigt")
        assert f"{right} af {cases} vises" in text_of(driver, "#shown")
        assert severe(driver) == []
