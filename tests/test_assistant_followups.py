"""Questions that lean on the one before."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant


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
        (
            ["Hvad handlede Topledertræf 2022 om?"],
            "Hvor mange deltog?",
            "Hvor mange deltog til Topledertræf i 2022?",
            "200",
        ),  # never those of another meeting
        (
            ["Hvad handlede Topledertræf 2022 om?"],
            "og hvem styrede det",
            "Hvem styrede Topledertræf i 2022?",
            "Cecilie Beck",
        ),  # a pronoun
        (
            ["Hvor mange ældreboliger er der i Kalundborg?"],
            "Og hvad bliver der bygget?",
            "Hvor mange ældreboliger bliver der bygget i Kalundborg?",
            "24",
        ),  # the kind is carried over
        (
            ["Hvor mange af de almene beboere er mellem 30 og 64 år?"],
            "Hvad med dem fra 18 til 29?",
            "Hvor mange af de almene beboere er mellem 18 og 29 år?",
            "170.000",
        ),  # ages without the word
        (["Hvad er medianhuslejen for 60 m2?"], "og 90?", "Hvad er medianhuslejen for 90 m2?", "6.900"),  # bare
        (
            ["Hvad var målene i Almene mål 2022-2024?"],
            "Gælder det stadig?",
            "Hvad er målene i Almene mål 2026-2028?",
            "samfundskontrakt",
        ),  # goals of today are the newest
        (["Hvem er formand for BL?"], "Gælder det stadig?", "Hvem er formand for BL i dag?", "står ikke"),  # unknown
        (
            ["How many family homes are there in Herning?"],
            "And in Kalundborg?",
            "How many family homes are there in Kalundborg?",
            "372",
        ),  # English leans the same way
        (["Hvem er formand for BL?"], "Hvad er hans civile job?", "Hvad er Allan Werges civile job?", "Al2bolig"),
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


SAME = [
    (
        ["Hvor mange familieboliger blev sat i gang i Herning i 2021-2023?", "Og ældreboliger i samme periode?"],
        "**46**",
    ),
    (["Hvad er fraflytningsprocenten i Kalundborg?", "Hvor stor er huslejeomsætningen dér?"], "263 mio. kr."),
    (
        ["Hvad ville BL gøre for byerne i 2024-2026?", "Hvad skulle der gøres på det grønne område i samme periode?"],
        "leverandør",
    ),
    (["Hvor mange familieboliger er der i Herning?", "Hvad er der renoveret for dér?"], "353 mio. kr."),
]


@pytest.mark.parametrize(("questions", "said"), SAME)
def test_there_and_the_same_period_are_those_of_before(assistant: Assistant, questions: list[str], said: str) -> None:
    talk = Conversation()
    for question in questions:
        answer = assistant.ask(question, talk)
        talk = talk.after(answer)
    assert answer.status == "answered"
    assert said in answer.answer, answer.answer


def test_who_owns_a_thing_is_nobody_told_of_beside_it(assistant: Assistant) -> None:
    """The one who gave a talk or drew a story is no owner."""
    assert assistant.ask("Hvem ejer Digitaliseringsinstituttet?").status == "not_found"
