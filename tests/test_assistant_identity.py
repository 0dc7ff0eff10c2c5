"""Who someone is and what an organisation is: told by the sentence that says so, refused of a stranger."""

import pytest

from assistant.assistant import Assistant
from assistant.compose.identity import _WHAT, _WHO


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er Vinie Hansen?", "**Næstformand**"),  # the post stands before the name
        ("Hvem er Bent Madsen?", "**Administrerende direktør**"),  # a post of two words
    ],
)
def test_a_person_is_told_by_the_post(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer
    assert answer.citations


def test_a_stranger_is_refused(assistant: Assistant) -> None:
    assert assistant.ask("Hvem er Lars Olsen?").status == "not_found"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvad er BL?", "BL"),  # the name alone
        ("Hvem er Landsbyggefonden?", "Landsbyggefonden"),  # an organisation may be asked for as a who
        ("Hvad er Landsbyggefonden for noget?", "Landsbyggefonden"),  # as people ask
        ("Hvad er en almen bolig?", None),  # a thing, no name
        ("Hvad er BL sur over?", None),  # more than who it is
    ],
)
def test_only_a_bare_name_asks_what_it_is(question: str, name: str | None) -> None:
    found = _WHAT.match(question)
    assert (found["name"] if found else None) == name


def test_a_person_with_more_to_it_is_no_bare_name() -> None:
    assert _WHO.match("Hvem er Bent Madsen?")
    assert not _WHO.match("Hvem er formand for BL, og hvornår blev han det?")
