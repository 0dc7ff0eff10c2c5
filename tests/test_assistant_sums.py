"""What a question adds up, by whatever words: kinds of home, age groups, municipalities; never a part for the whole."""

import pytest

from assistant.assistant import Assistant

ADDED = [
    ("Hvis man tager Herning og Kalundborg under ét, hvor mange mennesker bor så i almene boliger der?", "**18.200**"),
    ("Hvor mange ældreboliger har de to kommuner under ét?", "**1.132**"),  # both meant by no name
    (
        "Hvad giver det, når man lægger huslejeomsætningen i Herning og i Kalundborg oven i hinanden?",
        "**727 mio. kr.**",
    ),
    ("Hvor mange familieboliger er der, hvis man regner begge kommuner med?", "**9.727**"),
    (
        "Slå ungdoms- og ældreboligerne i Herning sammen: hvor mange bliver det?",
        "**1.616**",
    ),  # an order, then a question
    ("Hvor mange boliger er der, hvis man tager Hernings ungdomsboliger og ældreboliger under et?", "**1.616**"),
    ("Hvor mange almene boliger har Herning og Kalundborg i fællesskab?", "**11.975**"),
    ("Hvor mange procent af de almene beboere er under 30, når børn og unge ses under ét?", "**35 pct.**"),
    ("How many people live in social housing in Herning and Kalundborg taken together?", "**18,200**"),
    ("Hvor mange familieboliger er der i Herning og Kalundborg?", "Tilsammen **9.727** (beregnet)"),  # sides and total
]


@pytest.mark.parametrize(("question", "said"), ADDED)
def test_added_up(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer, answer.answer
    assert any(figure.derived for figure in answer.figures)


NOT_ADDED = [
    "Hvor mange ungdomsboliger er der i Herning og Vejle under ét?",  # one of them is not told of
    "Hvor mange mennesker bor der alt i alt i Herning og Kalundborg kommuner?",  # wherever they live
    "Hvor mange almene boliger blev revet ned i de to kommuner?",  # and no other homes than these
]


@pytest.mark.parametrize("question", NOT_ADDED)
def test_not_added_up(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"


def test_two_municipalities_by_no_name_are_not_the_country(assistant: Assistant) -> None:
    """A number of homes that a sentence about the whole country tells is not theirs."""
    answer = assistant.ask("Hvor mange almene boliger er der i de to kommuner?")
    assert {c.document for c in answer.citations} <= {
        "resume-kommuneark-herning-2024",
        "resume-velkomstpakke-kalundborg-2026",
    }
