"""axe-core over every tab and state, light and dark, and hostile text that is shown and never run, in Chromium."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from settings import Settings
from tests.web_shared import page_at, violations
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
ALONE = "/dokument/ukendt", "/dokument/ark", "/dokument/ark/laesning", "/kilde/ark?spans=13-33", "/kilde/ukendt", "/api"
"""Pages that stand alone."""
ENGLISH = re.compile(r"\b(the|more|tabs|upload|click|drop|file|files|clear|remove|select|loading|close|copy)\b", re.I)
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
        click(driver, "#bl-ask")
        find(driver, ".bl-error")
        found["nothing asked"] = violations(driver)
        for status in ("answered", "partial", "unclear_source", "not_found"):
            ask(driver, f"Hvor mange {status}?")
            find(driver, f".bl-{status}")
        driver.execute_script("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        click(driver, '[data-act="bad"]')
        found["answers"] = violations(driver)
        click(driver, ".bl-text a.bl-marker")
        find(driver, "#bl-panel.bl-shown .bl-quote")
        driver.execute_script("document.querySelectorAll('#bl-panel details').forEach(one => { one.open = true; })")
        found["source"] = violations(driver)
        click(driver, '[data-act="close-panel"]')
        click(driver, '[data-act="edit"]')
        find(driver, "#bl-editing p")
        found["an earlier question edited"] = violations(driver)
        click(driver, "#bl-new")
        find(driver, ".bl-hero")
        wait_until(lambda: driver.find_elements("css selector", '#bl-history [data-history="open"]'))
        driver.execute_script("document.querySelector('#bl-history details').open = true")
        found["earlier conversations"] = violations(driver)
        for name, ready in TABS.items():
            open_tab(driver, name)
            find(driver, ready)
            found[name] = violations(driver)
        open_tab(driver, "Dokumenter")
        click(driver, 'a[href$="laesning"]')
        find(driver, "#bl-panel.bl-shown .bl-problems")
        found["reading problems"] = violations(driver)
        click(driver, '[data-act="close-panel"]')
        click(driver, "[data-remove]")
        find(driver, "#bl-undo")
        found["a document removed"] = violations(driver)
        click(driver, "#bl-undo")
        find(driver, "[data-remove]")
        for path in ALONE:
            driver.get(f"{address}{path}")
            found[path] = violations(driver)
    assert {state: problems for state, problems in found.items() if problems} == {}


@pytest.mark.slow
def test_axe_would_say_so(address: str) -> None:
    with page_at(address) as driver:
        find(driver, ".bl-ask")
        driver.execute_script("document.querySelector('#bl-ask').style = 'color:#888;background:#999'")
        assert [one.split(":")[0] for one in violations(driver)] == ["color-contrast"]


def english_labels(driver: Any) -> list[str]:
    """Names that only a screen reader says, or that show on hovering, in Gradio's own English."""
    script = """
    return [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(one =>
      ['aria-label', 'title', 'placeholder'].map(name => one.getAttribute(name) || ''));"""
    names = set(driver.execute_script(script))
    return sorted(name for name in names if ENGLISH.search(name))


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
            assert wait_until(lambda: not english_labels(driver)), english_labels(driver)
        assert severe(driver) == []
        assert driver.execute_script("return window.hit") is None
        driver.get(f"{address}/dokument/ark")
        assert "window.hit=1" in text_of(driver, "main")
        assert driver.execute_script("return window.hit") is None
        # The page that was left may say of a request on its way that its connection is gone.
        assert [message for message in severe(driver) if "Connection errored out" not in message] == []


def test_a_word_of_100_kb_neither_breaks_the_page_nor_widens_a_phone(address: str) -> None:
    fill = """
    const box = document.querySelector('#bl-question textarea');
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value').set.call(box, 'a'.repeat(100000));
    box.dispatchEvent(new Event('input', {bubbles: true}));"""
    with page_at(address, 360, 740) as driver:
        find(driver, ".bl-ask")
        driver.execute_script(fill)
        click(driver, "#bl-ask")
        find(driver, "article[data-answer]")
        assert len(text_of(driver, ".bl-question")) < 1000
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 360
        driver.refresh()
        assert find(driver, "article[data-answer]").is_displayed(), "the browser keeps it all the same"


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
