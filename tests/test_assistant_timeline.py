"""How a theme's goal went on from programme to programme, and what was decided when."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant

TOWNS = ("Byer i balance", "Robuste by- og boligfællesskaber", "En ny samfundskontrakt")
GREEN = "Ambitiøse grønne fællesskaber"


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan har BL's mål for byerne ændret sig gennem de tre programmer?",
        # "kan du" asks for no yes or no
        "Kan du følge BL's mål for byer og samfund gennem de tre programmer 2022-2024, 2024-2026 og 2026-2028?",
    ],
)
def test_one_theme_is_followed_through_the_programmes(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, Conversation()).answer
    assert all(goal in answer for goal in TOWNS)
    assert GREEN not in answer  # another theme's goal


def test_the_whole_is_told_where_no_theme_is_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Hvad er målene i de tre programmer?", Conversation()).answer
    assert all(goal in answer for goal in (*TOWNS, GREEN))


def test_each_programme_has_its_date(assistant: Assistant) -> None:
    question = "Jeg vil have de to sidste målprogrammer på en tidslinje. Hvornår sagde repræsentantskabet god for dem?"
    answer = assistant.ask(question, Conversation()).answer
    assert "2023" in answer
    assert "2025" in answer
