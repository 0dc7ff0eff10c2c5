"""What tests of the page share: a library and an assistant with invented figures, a real server, a real browser."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.answer import Answer, AnswerFigure, Citation, Conversation
from index.evidence import DocumentEntry, Filters, Snapshot
from ingest.document import Commitment, Document, DocumentInfo, Figure, Page, ReadingProblem, WordBox

ROOT = Path(__file__).parent.parent
HOSTILE = (
    '<script>window.hit=1</script> <img src=x onerror="window.hit=2"> {{value}} ${window.hit=3} `x` **fed** [1] '
    "\u202etxet"
)
TEXT = f"Opdigtet ark\n1.234 familieboliger i 2025\n567 ungdomsboliger i 2025\nNæste side: {HOSTILE}"
PAGE_TWO = TEXT.index("Næste side")
INFO = DocumentInfo("Opdigtet ark <b>", "kommuneark", "BL", "2025", 2025, "Kalundborg", demo=True)


def figure(
    label: str, value: str, place: str | None = "Kalundborg", period: str | None = "2025", **changes: Any
) -> Figure:
    """A figure whose quote is its value where it stands in TEXT, or the first line."""
    shown = f"{int(value):,}".replace(",", ".") if value.isdigit() else value
    start = max(TEXT.find(shown), 0)
    span = (start, start + len(shown))
    group = changes.pop("group", f"Almene boliger i {period}")
    fields = {"qualifier": None, "group": group, "quote": TEXT[span[0] : span[1]], "spans": (span,), **changes}
    return Figure("ark", 1, label, value, "boliger", period=period, municipality=place, **fields)


def commitment(text: str, period: str, parent: str | None = None, status: str = "mål") -> Commitment:
    return Commitment("ark", 1, text, "BL", period, "Klima", status, parent, TEXT[:12], ((0, 12),))


FIGURES = (
    figure("Familieboliger", "1234"),
    figure("Ungdomsboliger", "567"),
    figure("Familieboliger", "2234", "Herning"),
    figure("Ungdomsboliger", "300", "Herning", "2024"),
    figure("Ældreboliger", "67397", "Herning", certain=False, reason="To tal står sammen."),
)
COMMITMENTS = (
    commitment("Robuste prøvebyer", "2024-2026"),
    commitment("Vi vil prøve", "2024-2026", "Robuste prøvebyer", "vil"),
    commitment("Robuste prøvebyer igen", "2026-2028"),
    commitment("Noget helt andet", "2026-2028"),
)
BOXES = (
    WordBox((13, 18), 1, 100, 200, 140, 212),
    WordBox((19, 33), 1, 144, 200, 250, 212),
    WordBox((34, 35), 1, 100, 220, 110, 232),
    WordBox((36, 40), 1, 114, 220, 150, 232),
)
DOCUMENT = Document(
    "ark", "ark.txt", "0" * 64, "txt", INFO, TEXT,
    (Page(1, (0, PAGE_TWO), width=595, height=842), Page(2, (PAGE_TWO, len(TEXT)), width=595, height=842)), (),
    figures=FIGURES, commitments=COMMITMENTS, word_boxes=BOXES,
    problems=(ReadingProblem("fused_number", 1, "To tal står <sammen>."),),
)  # fmt: skip
ENTRY = DocumentEntry("ark", "ark.txt", "", "0" * 64, "txt", INFO, 1, "2026-01-01T00:00:00Z", 2, 3, 5, 4, 1)


class FakeLibrary:
    """One document with invented figures."""

    def __init__(self) -> None:
        self.entries: tuple[DocumentEntry, ...] = (ENTRY,)

    def documents(self) -> tuple[DocumentEntry, ...]:
        return self.entries

    def document(self, document_id: str, /) -> Document:
        return DOCUMENT

    def text(self, document_id: str, /) -> str:
        return TEXT

    def snapshot(self) -> Snapshot:
        return Snapshot(1, self.entries, (), FIGURES, COMMITMENTS, ())

    def add(self, document: Document, path: str = "", /) -> None:
        self.entries = (ENTRY,)

    def remove(self, document_id: str, /) -> None:
        self.entries = ()


class FakeAssistant:
    """Answers every question with the first figure; a word in the question chooses the status."""

    def ask(self, question: str, conversation: Conversation | None = None, filters: Filters | None = None) -> Answer:
        status = next((one for one in ("not_found", "partial", "unclear_source") if one in question), "answered")
        earlier = len(conversation.turns) if conversation else 0
        return answer(question, status=status, standalone_question=f"{question} (efter {earlier})")

    def growing(
        self, question: str, conversation: Conversation | None = None, filters: Filters | None = None
    ) -> Iterator[Answer]:
        yield self.ask(question, conversation, filters)


def answer(question: str = "Hvor mange?", **changes: Any) -> Answer:
    """An answer with two sources, the second one hostile."""
    fields: dict[str, Any] = {
        "standalone_question": question,
        "status": "answered",
        "answer": "Der er **1.234** familieboliger. [1]\n\n- og mere [2]",
        "citations": (
            Citation(1, "ark", INFO.title, 1, "Boliger", TEXT[13:33], 13, 33),
            Citation(2, "ark", INFO.title, 2, None, TEXT[PAGE_TWO:], PAGE_TWO, len(TEXT)),
        ),
        "figures": (AnswerFigure("familieboliger", "1234", "boliger", "2025", "Kalundborg", 1),),
        "suggestions": (f"Og hvad med {HOSTILE}?",),
        **changes,
    }
    return Answer(question, **fields)


@contextmanager
def running_server(data_dir: Path, *options: str, environment: dict[str, str] | None = None) -> Iterator[str]:
    """The page as a process of its own on a free port; its address. Fails with what it printed instead."""
    command = [sys.executable, "app.py", "--port", "0", "--data-dir", str(data_dir), *options]
    settings = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1", **(environment or {})}
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, env=settings)
        try:
            address = wait_until(lambda: _address(log, server), 300)
            wait_until(lambda: _answers(address))
            yield address
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def _answers(address: str) -> bool:
    """Whether somebody listens there: the address is printed a moment before."""
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """An app on a free port, in a thread of this process; its address."""
    import uvicorn

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)


def _address(log: Any, server: "subprocess.Popen[bytes]") -> str | None:
    log.seek(0)
    printed = log.read()
    found = re.search(r"http://[\d.]+:\d+", printed)
    if server.poll() is not None and not found:
        raise AssertionError(f"The server stopped:\n{printed}")
    return found.group(0) if found else None


@contextmanager
def open_browser(width: int = 1280, height: int = 900) -> Iterator[Any]:
    """A fresh headless Chromium. Fails where there is none."""
    from selenium import webdriver

    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        switches = (
            "headless=new no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
            "disable-component-update disable-sync hide-scrollbars"
        )
        for switch in switches.split():
            options.add_argument(f"--{switch}")
        options.add_argument(f"--user-data-dir={profile}")
        options.add_argument(f"--window-size={width},{height}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
        try:
            screen_size(driver, width, height)
            yield driver
        finally:
            driver.quit()


def screen_size(driver: Any, width: int, height: int) -> None:
    """Lays the page out for a screen of that size; a narrow one is a phone's."""
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)


def wait_until(get: Callable[[], Any], seconds: float = 40) -> Any:
    """The first value that is no None (nor False). Fails after the seconds."""
    from selenium.common.exceptions import StaleElementReferenceException

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            value = get()
        except StaleElementReferenceException:  # replaced while it was looked at: look again
            continue
        if value is not None and value is not False:
            return value
        time.sleep(0.1)
    raise AssertionError("waited in vain")


def find(driver: Any, css: str, seconds: float = 40) -> Any:
    """The first visible element. Fails after the seconds."""
    return wait_until(
        lambda: next((one for one in driver.find_elements("css selector", css) if one.is_displayed()), None), seconds
    )


def text_of(driver: Any, css: str, seconds: float = 40) -> str:
    """The text of the first visible element that has any; read at once, because the page may replace it any moment."""
    script = """
    const shown = [...document.querySelectorAll(arguments[0])].find(one => one.offsetParent && one.innerText.trim());
    return shown ? shown.innerText : null;"""
    return str(wait_until(lambda: driver.execute_script(script, css), seconds))


def click(driver: Any, css: str, seconds: float = 40) -> None:
    """Clicks the first visible, enabled element; in one step, because the page may replace it any moment."""
    script = """
    const button = [...document.querySelectorAll(arguments[0])].find(one => one.offsetParent && !one.disabled);
    if (button) button.click();
    return Boolean(button);"""
    wait_until(lambda: driver.execute_script(script, css), seconds)


def ask(driver: Any, question: str) -> Any:
    """Types a question, asks it, and gives the article of its answer."""
    before = len(driver.find_elements("css selector", "article[data-answer]"))
    box = find(driver, "#bl-question textarea")
    box.clear()
    box.send_keys(question)
    find(driver, "#bl-ask").click()
    return next_answer(driver, before)


def next_answer(driver: Any, before: int) -> Any:
    """The article that comes after `before` answered ones."""
    css = "article[data-answer]"
    articles = wait_until(lambda: found if len(found := driver.find_elements("css selector", css)) > before else None)
    return articles[-1]


def open_tab(driver: Any, name: str) -> None:
    """Opens a tab by its name, from the row or from the menu of those that don't fit."""
    script = """
    const tabs = [...document.querySelectorAll('[role=tab], .overflow-dropdown button')];
    const wanted = tabs.find(tab => tab.textContent.trim() === arguments[0]);
    if (wanted) wanted.click();
    return Boolean(wanted);"""
    wait_until(lambda: driver.execute_script(script, name))


def severe(driver: Any) -> list[str]:
    """Errors in the browser's console; a stream that ends because its page was left is none."""
    told = [entry["message"] for entry in driver.get_log("browser") if entry["level"] == "SEVERE"]
    return [message for message in told if "AbortError: signal is aborted" not in message]
