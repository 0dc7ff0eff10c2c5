"""An answer that a language model words grows on the page by proved sentences, and a screen reader hears each once."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Conversation
from errors import TryAgain
from index.evidence import Filters
from settings import Settings
from tests.web_shared import page_at
from tests.web_support import FakeAssistant, FakeLibrary, answer, click, find, serving, text_of, wait_until
from web.server import build_server

pytestmark = pytest.mark.browser
FIRST, WHOLE = "Der er 1.234 familieboliger. [1]", "Der er 1.234 familieboliger. [1] Mere står på næste side. [2]"
HEARD = """
window.heard = [];
new MutationObserver(() => {
  const said = document.querySelector('#bl-live').textContent.trim();
  if (said) heard.push(said);
}).observe(document.querySelector('#bl-live'), {childList: true, characterData: true, subtree: true});"""


class SlowModel(FakeAssistant):
    """Says its second sentence, or that the model is away, when it is let."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def growing(
        self, question: str, conversation: Conversation | None = None, filters: Filters | None = None
    ) -> Iterator[Answer]:
        worded = replace(answer(question), mode="llm", model="prøvemodel")
        yield replace(worded, answer=FIRST)
        assert self.go_on.wait(30)
        if "væk" in question:
            raise TryAgain("Modellen svarer ikke. Prøv igen.")
        yield replace(worded, answer=WHOLE)


@pytest.fixture
def model() -> SlowModel:
    return SlowModel()


@pytest.fixture
def address(tmp_path: Path, model: SlowModel) -> Iterator[str]:
    with serving(build_server(FakeLibrary(), model, Settings(data_dir=tmp_path))) as address:
        yield address


def test_each_sentence_is_shown_when_it_is_proved_and_said_once(address: str, model: SlowModel) -> None:
    with page_at(address) as driver:
        box = find(driver, "#bl-question textarea")
        wait_until(lambda: driver.find_elements("css selector", "#bl-live"))
        driver.execute_script(HEARD)
        box.send_keys("Hvor mange?")
        click(driver, "#bl-ask")
        assert "1.234 familieboliger" in text_of(driver, ".bl-pending .bl-text")
        assert not driver.find_elements("css selector", "article[data-answer]"), "nothing to copy or judge yet"
        wait_until(lambda: any("1.234" in one for one in driver.execute_script("return heard")))
        model.go_on.set()
        find(driver, "article[data-answer]")
        wait_until(lambda: any("Svar klar" in one for one in driver.execute_script("return heard")))
        heard = driver.execute_script("return heard")
    assert heard[0].startswith("Søger")
    assert sum("1.234 familieboliger" in one for one in heard) == 1
    assert sum("Mere står på næste side" in one for one in heard) == 1


def test_a_model_that_goes_away_leaves_a_sentence_of_what_to_do(address: str, model: SlowModel) -> None:
    model.go_on.set()
    with page_at(address) as driver:
        find(driver, "#bl-question textarea").send_keys("Er den væk?")
        click(driver, "#bl-ask")
        assert text_of(driver, '.bl-error[role="alert"]') == "Modellen svarer ikke. Prøv igen."
        assert find(driver, "#bl-question textarea").get_property("value") == "Er den væk?", "it can be asked again"
