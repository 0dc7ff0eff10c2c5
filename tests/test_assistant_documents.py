"""Questions about the documents themselves."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "status", "needle"),
    [
        ("Hvilke dokumenter har du?", "answered", "- Kommuneark Herning"),  # all by title
        ("Hvem har udgivet årsberetningen?", "answered", "Danmarks Almene Boliger"),  # said on its first page
        ("Hvilket år er kommunearket for Herning fra?", "answered", "**2024**"),  # the period it gives itself
        ("Hvor mange sider er der i årsberetningen?", "not_found", "Det står ikke"),  # no document counts its pages
    ],
)
def test_about_documents(assistant: Assistant, question: str, status: str, needle: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == status
    assert needle in answer.answer
    assert bool(answer.citations) == (status == "answered")


@pytest.mark.parametrize(
    ("question", "needle"),
    [
        ("hormange familie boliger er der i herning", "6.355"),  # two words run together, one word cut apart
        ("hvad er fraflyttnings procenten i hernig", "14"),  # cut apart and misspelt
    ],
)
def test_words_run_together_or_cut_apart(assistant: Assistant, question: str, needle: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert needle in answer.answer


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Hvad synes private udlejere om huslejeloftet i Herning?", "synes, "),  # no heap of bare words
        ("What do landlords think of electric scooters?", "tænk"),  # no Danish word in an English no
    ],
)
def test_a_refusal_is_a_sentence(assistant: Assistant, question: str, absent: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert absent not in answer.answer
