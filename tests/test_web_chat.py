"""The main job in a real browser over the real starter index: ask, open the source, find the quote marked."""

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web_shared import page_at
from tests.web_support import (
    ask,
    click,
    find,
    next_answer,
    open_tab,
    running_server,
    severe,
    text_of,
    wait_until,
)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(starter_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data_dir = shutil.copytree(starter_index, tmp_path_factory.mktemp("data") / "index")
    with running_server(data_dir) as address:
        yield address


@pytest.fixture
def driver(address: str) -> Iterator[Any]:
    with page_at(address) as driver:
        find(driver, "#bl-question textarea")
        yield driver


@pytest.fixture
def phone(address: str) -> Iterator[Any]:
    with page_at(address, 360, 740) as driver:
        find(driver, "#bl-question textarea")
        yield driver


def ask_an_example(driver: Any) -> Any:
    """Asks the first of the examples that the page offers; they fit whatever documents are there."""
    click(driver, ".bl-ask")
    return next_answer(driver, 0)


def open_source(driver: Any, article: Any) -> str:
    """Clicks the answer's first marker; the quote shown in the panel."""
    marker = article.find_element("css selector", ".bl-text a.bl-marker")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", marker)
    marker.click()
    return text_of(driver, "#bl-panel.bl-shown .bl-quote mark")


def test_a_question_gets_a_cited_answer_whose_source_opens_with_the_quote_marked(driver: Any) -> None:
    article = ask_an_example(driver)
    assert "Svar" in article.find_element("css selector", ".bl-badge").text
    quote = open_source(driver, article)
    assert quote.strip()
    wait_until(lambda: driver.execute_script("return document.querySelector('.bl-sheet img')?.naturalWidth > 400"))
    boxes = "return [...document.querySelectorAll(arguments[0])].map(one => one.getBoundingClientRect().toJSON())"
    sheet = driver.execute_script(boxes, ".bl-sheet")[0]
    marks = driver.execute_script(boxes, "#bl-panel .bl-mark")
    assert marks, "the starter documents are PDFs whose words have places"
    for box in marks:
        assert sheet["left"] <= box["left"] < box["right"] <= sheet["right"] + 1
        assert sheet["top"] <= box["top"] < box["bottom"] <= sheet["bottom"] + 1
    assert severe(driver) == []


def test_the_page_turns_and_comes_back(driver: Any) -> None:
    open_source(driver, ask_an_example(driver))
    first = text_of(driver, ".bl-where")
    click(driver, "[data-page]")
    wait_until(lambda: text_of(driver, ".bl-where") != first)
    assert not driver.find_elements("css selector", ".bl-mark"), "the quote stands on the other page"


def test_the_conversation_and_the_filters_survive_a_reload_and_can_be_deleted(driver: Any, address: str) -> None:
    ask_an_example(driver)
    asked = text_of(driver, ".bl-question")
    kept = "return localStorage.getItem('bl-afgraensning')"
    before = driver.execute_script(kept)
    find(driver, "#bl-municipality input").click()
    find(driver, '#bl-municipality [role="option"][aria-label="Kalundborg"]').click()
    wait_until(lambda: driver.execute_script(kept) != before)
    driver.get(address)
    assert text_of(driver, ".bl-question") == asked
    wait_until(lambda: find(driver, "#bl-municipality input").get_property("value") == "Kalundborg")
    click(driver, "#bl-new")
    find(driver, ".bl-hero")
    click(driver, "#bl-history summary")
    find(driver, '[data-history="open"]')
    click(driver, '[data-history="delete-all"]')
    wait_until(lambda: not driver.find_elements("css selector", '[data-history="open"]'))
    driver.get(address)
    find(driver, ".bl-hero")
    assert not driver.find_elements("css selector", "article")


def test_a_follow_up_stands_after_the_first_answer(driver: Any) -> None:
    ask_an_example(driver)
    ask(driver, "Hvor mange heste er der på Månen?")
    articles = driver.find_elements("css selector", "article[data-answer]")
    assert len(articles) == 2
    assert articles[1].find_elements("css selector", ".bl-not_found"), "said in words and shape, not as an answer"


def test_a_shared_link_asks_its_question(driver: Any, address: str) -> None:
    driver.get(f"{address}/?q=Hvad+er+en+almen+bolig%3F")
    assert next_answer(driver, 0).find_element("css selector", ".bl-question").text.endswith("Hvad er en almen bolig?")


def test_hostile_questions_are_shown_as_text(driver: Any) -> None:
    hostile = "<img src=x onerror=window.hit=1> {{value}} ${window.hit=2} <script>window.hit=3</script>"
    article = ask(driver, hostile)
    assert hostile in article.find_element("css selector", ".bl-question").text
    assert driver.execute_script("return window.hit") is None


def test_keys_alone_do_the_main_job(driver: Any) -> None:
    from selenium.webdriver import ActionChains, Keys

    find(driver, ".bl-hero")
    ActionChains(driver).send_keys("/").perform()
    assert driver.switch_to.active_element.tag_name == "textarea"
    question = text_of(driver, ".bl-ask")
    ActionChains(driver).send_keys(question, Keys.ENTER).perform()
    marker = next_answer(driver, 0).find_element("css selector", ".bl-text a.bl-marker")
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()  # the first source stands there already
    for _ in range(40):
        ActionChains(driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        if driver.switch_to.active_element == marker:
            break
    assert driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle") == "solid", "seen"
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    find(driver, "#bl-panel.bl-shown .bl-quote mark")
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    wait_until(lambda: not driver.find_elements("css selector", "#bl-panel.bl-shown"))
    assert driver.execute_script("return document.activeElement === arguments[0]", marker), (
        "focus returns to the marker"
    )


@pytest.mark.parametrize("tab", ["Spørg", "Nøgletal", "Mål og løfter", "Dokumenter"])
def test_nothing_is_wider_than_a_phone(phone: Any, tab: str) -> None:
    open_tab(phone, tab)
    if tab == "Spørg":
        open_source(phone, ask_an_example(phone))
    else:
        find(phone, ".bl-tab-title")
    width = phone.execute_script("return document.documentElement.scrollWidth")
    assert width <= 360


def test_the_page_calls_nobody_else(driver: Any, address: str) -> None:
    open_source(driver, ask_an_example(driver))
    loaded = driver.execute_script("return performance.getEntriesByType('resource').map(one => one.name)")
    assert [one for one in loaded if not one.startswith((address, "data:", "blob:"))] == []
    assert driver.execute_script("return document.documentElement.lang") == "da"


def test_a_text_file_is_brought_in_answered_from_and_taken_out(driver: Any, tmp_path: Path) -> None:
    file = tmp_path / "noter-om-proevekoebing.txt"
    file.write_text("Opdigtede noter\n\nI Prøvekøbing står der 4.321 opdigtede drivhuse.\n", encoding="utf-8")
    open_tab(driver, "Dokumenter")
    find(driver, "#bl-document-list li")
    driver.find_element("css selector", "#bl-upload input[type=file]").send_keys(str(file))
    find(driver, "#bl-upload-progress .bl-ok", 90)
    click(driver, '[data-remove="noter-om-proevekoebing"]')
    click(driver, "#bl-undo")
    assert find(driver, '[data-remove="noter-om-proevekoebing"]').is_displayed()
    open_tab(driver, "Spørg")
    article = ask(driver, "Hvor mange drivhuse står der i Prøvekøbing?")
    assert "4.321" in article.find_element("css selector", ".bl-text").text


def test_another_assistant_lists_the_tools_and_asks_over_mcp(address: str) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def talk() -> tuple[set[str], str]:
        tools_at = streamable_http_client(f"{address}/gradio_api/mcp/")
        async with tools_at as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            result = await session.call_tool("ask", {"question": "Hvad er målene for 2026-2028?"})
            return tools, result.content[0].text

    tools, said = asyncio.run(talk())
    answer = json.loads(said)
    assert tools == {"ask", "figures", "commitments"}
    assert answer["status"] == "answered"
    assert all(one["quote"] and one["document"] and one["page"] for one in answer["citations"])
    assert answer["citations"]
