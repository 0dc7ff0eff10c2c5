"""Questions that lean on the one before."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from index.library import Library


@pytest.fixture(scope="module")
def assistant(starter_library: Library) -> Assistant:
    return Assistant(starter_library)


@pytest.mark.parametrize(
    ("before", "question", "standalone", "needle"),
    [
        (
            ["Hvor mange familieboliger er der i Herning?"],
            "Og i Kalundborg?",
            "Hvor mange familieboliger er der i Kalundborg?",
            "3.372",
        ),
        (
            ["Hvor mange familieboliger er der i Herning?"],
            "Og ældreboliger?",
            "Hvor mange ældreboliger er der i Herning?",
            "530",
        ),
        (
            ["Hvad er de tre pejlemærker i Almene mål 2026-2028?"],
            "Hvad med den forrige periode?",
            "Hvad er de tre pejlemærker i Almene mål 2024-2026?",
            "Robuste by",
        ),
        (
            ["Hvad er huslejeomsætningen i Kalundborg?"],
            "Hvilket år er det tal fra?",
            "Hvad er huslejeomsætningen i Kalundborg?",
            "2024",
        ),
        (["Hvem er formand for BL?"], "Hvem er hans næstformand?", "Hvem er næstformand for BL?", "Vinie Hansen"),
        (["Hvem er næstformand for BL?"], "Uddyb det", "Hvem er næstformand for BL?", "Vinie Hansen"),  # the same again
        (["Hvem er formand for BL?"], "Hvor er han direktør?", "Hvor er Allan Werge direktør?", "Aarhus"),  # his post
        (
            ["Hvor mange familieboliger er der i Herning?"],
            "Hvem er næstformand i BL?",
            "Hvem er næstformand i BL?",
            "Vinie Hansen",
        ),  # a new topic
    ],
)
def test_follow_up(assistant: Assistant, before: list[str], question: str, standalone: str, needle: str) -> None:
    conversation = Conversation()
    for earlier in before:
        conversation = conversation.after(assistant.ask(earlier, conversation))
    answer = assistant.ask(question, conversation)
    assert answer.standalone_question == standalone
    assert needle in answer.answer


def test_a_follow_up_without_a_conversation_stands_as_it_is(assistant: Assistant) -> None:
    assert assistant.ask("Og i Kalundborg?").standalone_question == "Og i Kalundborg?"


def test_our_own_municipality_is_every_one_at_hand(assistant: Assistant) -> None:
    said = assistant.ask("Hvor mange ungdomsboliger er der hos os?").answer
    assert {"Herning", "Kalundborg"} <= set(said.replace(":", " ").split())  # never silently one of them
