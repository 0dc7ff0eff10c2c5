"""Questions about the documents themselves."""

import pytest

from assistant.assistant import Assistant
from index.library import Library


@pytest.fixture(scope="module")
def assistant(starter_library: Library) -> Assistant:
    return Assistant(starter_library)


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
