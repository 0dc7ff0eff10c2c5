"""How programmes of goals came about, and the points of a goal that is asked for in other words."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem var med til at lave Almene mål 2026-2028?", ["kredse"]),  # who made it
        ("Hvordan blev Almene mål 2026-2028 til?", ["kredse"]),  # the same in another turn
    ],
)
def test_who_made_a_programme(assistant: Assistant, question: str, said: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert all(word in answer.answer for word in said), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem var med til at lave Almene mål 2031-2033?",  # no such programme
        "Hvilke fire ting vil BL gøre under pejlemærket 'Robotter i hverdagen'?",  # a name that no goal has
    ],
)
def test_what_is_not_there_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"


def test_a_follow_up_keeps_the_goal(assistant: Assistant) -> None:
    first = assistant.ask("Hvad går pejlemærket om en ny samfundskontrakt ud på?")
    second = assistant.ask("Hvad vil de gøre ved det?", Conversation().after(first))
    assert second.status == "answered"
    assert "samfundskontrakt" in second.answer.lower()
    assert second.answer.count("\n- ") >= 2


def test_who_wants_to_know_is_no_part_of_it(assistant: Assistant) -> None:
    plain = assistant.ask("Hvad vil BL gøre for den grønne omstilling i 2026-2028?")
    framed = assistant.ask("Vores klimaudvalg spørger, hvad BL vil gøre for den grønne omstilling i 2026-2028?")
    assert framed.answer == plain.answer
    assert plain.answer.count("\n- ") >= 2
