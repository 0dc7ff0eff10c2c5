"""A number answers for what it counts and no other thing near it."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.gatherings import at_the_event
from index.library import Library

TEXT = (
    "Boliger i Sandved\n\nKommunen kan anvise lejere til hver tredje af de ledige familieboliger i Sandved. "
    "Planerne for områderne løber i fire år.\n\nTaget koster op til 15 pct. over rammebeløbet.\n"
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Hvor mange kommuner er med i planerne?", "not_found"),  # a third of the homes counts no municipalities
        ("Hvad er rammebeløbet?", "not_found"),  # a share above it is not it
    ],
)
def test_a_part_and_a_share_count_nothing_else(library_of: Callable[..., Library], question: str, status: str) -> None:
    answer = Assistant(library_of({"sandved.txt": TEXT})).ask(question, Conversation())
    assert answer.status == status, answer.answer
    assert "**" not in answer.answer


@pytest.mark.parametrize(
    ("part", "before", "asked"),
    [
        ("hvem holder oplæg?", "Hvornår er webinaret?", "hvem holder oplæg på webinaret?"),
        ("hvem taler på konferencen?", "Hvornår er webinaret?", "hvem taler på konferencen?"),  # names its own
        ("hvad koster det?", "Hvornår er webinaret?", "hvad koster det?"),  # asks for no speaker
        ("hvem holder oplæg?", "Hvad er målet?", "hvem holder oplæg?"),  # nothing to bind to
    ],
)
def test_speakers_are_those_of_the_event_named(part: str, before: str, asked: str) -> None:
    assert at_the_event(part, before) == asked
