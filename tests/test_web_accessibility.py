"""axe-core over every tab and state, light and dark, and hostile text that is shown and never run, in Chromium."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from settings import Settings
from tests.web_shared import page_at
from tests.web_support import (
    HOSTILE,
    FakeAssistant,
    FakeLibrary,
    ask,
    click,
    find,
    open_tab,
    serving,
    severe,
    text_of,
    wait_until,
)
from web.server import build_server

pytestmark = pytest.mark.browser
TABS = {
    "Nøgletal": ".bl-table",
    "Mål og løfter": "#bl-commitments li",
    "Dokumenter": "#bl-document-list li",
    "Medarbejder": "#bl-eval-run",
    "Om siden": ".bl-about",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"))
    with serving(build_server(FakeLibrary(), FakeAssistant(), settings)) as address:
        yield address


def violations(driver: Any) -> list[str]:
    """What axe-core finds wrong on the page as it is: rule, and the first element it meets."""
    driver.execute_script((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))
    script = """
    const done = arguments[0];
    axe.run(document, {resultTypes: ['violations']}).then(result =>
      done(result.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 200))));"""
    return list(driver.execute_async_script(script))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("width", "theme"),
    [
        (1280, "light"),
        (1280, "dark"),
        (360, "light"),
        (360, "dark"),
    ],
)
def test_axe_finds_nothing_on_any_tab_or_state(address: str, theme: str, width: int) -> None:
    found: dict[str, list[str]] = {}
    with page_at(address, width, path=f"/?__theme={theme}") as driver:
        find(driver, ".bl-ask")
        found["first screen"] = violations(driver)
        for status in ("answered", "partial", "unclear_source", "not_found"):
            ask(driver, f"Hvor mange {status}?")
            find(driver, f".bl-{status}")
        driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        click(driver, '[data-act="bad"]')
        found["answers"] = violations(driver)
        click(driver, ".bl-text a.bl-marker")
        find(driver, "#bl-panel.bl-shown .bl-quote")
        found["source"] = violations(driver)
        click(driver, '[data-act="close-panel"]')
        for name, ready in TABS.items():
            open_tab(driver, name)
            find(driver, ready)
            found[name] = violations(driver)
    assert {state: problems for state, problems in found.items() if problems} == {}


def test_hostile_documents_and_questions_are_text_on_every_tab(address: str) -> None:
    with page_at(address) as driver:
        find(driver, ".bl-ask")
        article = ask(driver, HOSTILE)
        assert "<script>window.hit=1</script>" in article.text
        assert "{{value}} ${window.hit=3} `x` **fed**" in article.find_element("css selector", ".bl-question").text
        click(driver, '.bl-source[data-source="2"]')
        wait_until(lambda: "window.hit=1" in text_of(driver, "#bl-panel .bl-quote"))
        click(driver, '[data-act="close-panel"]')
        for name, ready in TABS.items():
            open_tab(driver, name)
            find(driver, ready)
        driver.get(f"{address}/dokument/ark")
        assert "window.hit=1" in text_of(driver, "main")
        assert driver.execute_script("return window.hit") is None
        assert severe(driver) == []


def test_municipalities_are_compared_side_by_side(address: str) -> None:
    with page_at(address) as driver:
        find(driver, ".bl-ask")
        open_tab(driver, "Nøgletal")
        find(driver, "#bl-compared .bl-bars")
        shown = text_of(driver, "#bl-compared")
    assert "1.234 boliger" in shown
    assert "2.234 boliger" in shown
    assert "skalaen begynder ved 0" in shown
    assert "Tallene er fra forskellige år." in shown or "Ikke alle kommunerne har tallet." in shown


def test_feedback_is_sent_and_kept(tmp_path: Path) -> None:
    app = build_server(FakeLibrary(), FakeAssistant(), Settings(data_dir=tmp_path))
    with serving(app) as address, page_at(address) as driver:
        ask(driver, "Hvor mange?")
        click(driver, '[data-act="bad"]')
        find(driver, ".bl-feedback-more textarea").send_keys("Forkert år")
        click(driver, '[data-act="send-feedback"]')
        assert text_of(driver, ".bl-saved").startswith("Tak")
    assert "Forkert år" in (tmp_path / "feedback.jsonl").read_text(encoding="utf-8")


def test_an_edited_question_replaces_what_came_after_it(address: str) -> None:
    with page_at(address) as driver:
        ask(driver, "Første?")
        ask(driver, "Anden?")
        click(driver, '[data-act="edit"]')
        find(driver, "#bl-editing p")
        box = find(driver, "#bl-question textarea")
        assert box.get_property("value") == "Første?"
        box.clear()
        box.send_keys("Rettet?")
        click(driver, "#bl-ask")
        find(driver, ".bl-pending, article[data-answer]")

        wait_until(
            lambda: [one.text for one in driver.find_elements("css selector", ".bl-question bdi")] == ["Rettet?"]
        )
