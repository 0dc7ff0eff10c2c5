"""What the question before was about is put back for a pronoun, in both languages."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.given_names import is_woman
from index.library import Library

STORY = """<html><body><h1>Årsskrift 2024 for Strandby Boligforening</h1>
<h2>Naboer</h2>
<p>Historien om Karen Dahl blev tegnet af Jens Krogh i bladet. Karen Dahl kommer fra Sverige og er uddannet snedker.</p>
<h2>Forårsmødet</h2>
<p>Til Forårsmødet kom 40 ledere på Hotel Vesterhav. Mette Skov var moderator.</p>
<h2>Konferencen for beboerråd</h2>
<p>Den 4. maj deltog 75 beboere i konferencen for beboerråd i Thisted. Ole Bruun holdt oplæg om haver.</p>
<p>Dagen efter holdt Anna Friis oplæg på sommerfesten, hvor 900 gæster deltog.</p>
</body></html>"""


@pytest.fixture(scope="module")
def story(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsskrift-2024-strandby.html": STORY}))


@pytest.mark.parametrize(
    ("before", "question", "standalone", "said"),
    [
        (
            "Hvem tegnede historien om Karen Dahl?",
            "Hvor kommer hun fra?",
            "Hvor kommer Karen Dahl fra?",
            "Sverige",
        ),  # she
        ("Hvem tegnede historien om Karen Dahl?", "Hvad tegnede han?", "Hvad tegnede Jens Krogh?", "Historien"),  # he
        (
            "Hvem var moderator på Forårsmødet?",
            "Hvor mange deltog?",
            "Hvor mange deltog til Forårsmødet?",
            "40",
        ),  # no other's
        (
            "Hvor mange deltog i konferencen for beboerråd?",
            "Hvem holdt oplæg der?",
            "Hvem holdt oplæg ved konferencen for beboerråd?",
            "Ole Bruun",
        ),  # there
        (
            "Hvor mange deltog i konferencen for beboerråd?",
            "Hvornår var den?",
            "Hvornår var konferencen for beboerråd?",
            "4. maj",
        ),  # an event after a number, too
        (
            "Who drew the story of Karen Dahl?",
            "Where does she come from?",
            "Where does Karen Dahl come from?",
            "Sverige",
        ),
    ],
)
def test_the_topic_is_put_back(story: Assistant, before: str, question: str, standalone: str, said: str) -> None:
    first = story.ask(before)
    answer = story.ask(question, Conversation().after(first))
    assert answer.standalone_question == standalone
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "standalone"),
    [
        (
            "Og hvornår blev de næste, altså 2026-2028, vedtaget?",
            "Hvornår blev Almene mål 2026-2028 vedtaget?",
        ),  # a period
        ("Hvem har skrevet dem, altså målene?", "Hvem har skrevet målene?"),  # the thing itself
    ],
)
def test_what_is_said_outright(assistant: Assistant, question: str, standalone: str) -> None:
    first = assistant.ask("Hvornår blev Almene mål 2024-2026 vedtaget?")
    assert assistant.ask(question, Conversation().after(first)).standalone_question.startswith(standalone[:-1])


def test_nobody_is_meant(assistant: Assistant) -> None:
    assert assistant.ask("Hvad laver han til daglig?").status == "not_found"


@pytest.mark.parametrize(("name", "woman"), [("Mette Skov", True), ("Jens Krogh", False), ("Qerim Bo", None)])
def test_women_and_men_by_their_given_names(name: str, woman: bool | None) -> None:
    assert is_woman(name) is woman
