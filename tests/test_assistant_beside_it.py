"""What stands beside the thing asked for is no answer: someone else's deed, another date, one volunteer's children."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from index.library import Library

_TOLD = """Årsberetning 2023 for Boligforeningen Lunden

Formanden Karen Lund overtog posten efter Bo Holm. Karen Lund er lærer til daglig og bor i byen.

I 2021 flygtede Olena fra krigen i Ukraine. Hun bor i dag i en almen bolig og arbejder i et køkken.

Rita fra Skovparken har i mange år været frivillig bedstemor for tre piger. Hun henter dem i skole.
"""


@pytest.fixture(scope="module")
def lunden(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-lunden-2023.txt": _TOLD}))


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Hvem interviewede Karen Lund?", "**Bo Holm"),  # who came before her
        ("Hvornår startede krigen i Ukraine?", "**I 2021"),  # the year someone fled from it
        ("Hvornår slutter krigen i Ukraine?", "**I 2021"),  # nor its end
        ("Hvor mange frivillige er der i Skovparken?", "**tre piger"),  # those she looks after
    ],
)
def test_the_neighbour_is_no_answer(lunden: Assistant, question: str, never: str) -> None:
    answer = lunden.ask(question, Conversation())
    assert answer.status == "not_found"
    assert never not in answer.answer


def test_the_same_date_is_told_of_its_own_deed(lunden: Assistant) -> None:
    answer = lunden.ask("Hvornår flygtede Olena?", Conversation())
    assert answer.status == "answered"
    assert "2021" in answer.answer
