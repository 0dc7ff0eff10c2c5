"""English is answered with English templates around Danish quotes; other languages get a polite line."""

import pytest

from assistant.assistant import Assistant
from assistant.compose.english import english_value


@pytest.mark.parametrize(
    ("danish", "english"),
    [
        ("6.355", "6,355"),  # thousands
        ("knap 11 pct.", "just under 11 per cent"),  # qualifier and share
        ("2,4 mia. kr.", "2.4 billion DKK"),  # decimals and scale
        ("4.300 kr.", "4,300 DKK"),  # money
        ("ca. 80.000 ton", "about 80,000 ton"),  # an abbreviation with a stop
    ],
)
def test_value(danish: str, english: str) -> None:
    assert english_value(danish) == english


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("How many family homes are there in Herning?", "There are **6,355** social family homes in Herning (2024)."),
        ("How many people live in social housing in Herning?", "**12,200** people live in social housing in Herning"),
        ("What is the rent turnover in Kalundborg?", "263 million DKK"),  # money
        ("What is the median rent for a home of 60 m2?", "**4,300 DKK** for homes of 51-60 m²"),  # a size
        ("What share of all homes in Kalundborg is non-profit housing?", "16 per cent"),  # a share
        ("How many votes did Allan Werge get?", "**118**: »"),  # the part, and a Danish quote
        ("Are there 6,355 family homes in Herning?", "Yes."),  # English digits in the question
        ("Are there 5,000 family homes in Herning?", "Incorrect."),  # and wrong ones
    ],
)
def test_answered_in_english(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert says in answer.answer


def test_refused_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("How many family homes are there in Vejle?")
    assert answer.status == "not_found"
    assert answer.answer.startswith("The documents do not say")


@pytest.mark.parametrize(
    "question",
    [
        "Wie viele Wohnungen gibt es in Herning?",
        "Combien de logements y a-t-il? Quel est le loyer?",
        "住宅はいくつありますか",
    ],
)
def test_another_language_gets_a_polite_line(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert "dansk eller engelsk" in answer.answer
