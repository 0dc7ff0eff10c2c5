"""A number that the document has run together is shown as such, in whatever words, and never claimed."""

import pytest

from assistant.assistant import Assistant
from index.library import Library

UNCLEAR = [
    ("Hvor mange penge lægger boligforeningerne i Kalundborg hos de lokale håndværkere og butikker på et år?", "eller"),
    ("How much have social housing purchases added to the local turnover in Kalundborg?", "cannot be read"),
    ("Hvor mange penge har de almene boligselskaber i Kalundborg sat i sving lokalt?", "kan ikke læses"),
]


@pytest.mark.parametrize(("question", "said"), UNCLEAR)
def test_a_number_run_together_is_unclear(bl_library: Library, question: str, said: str) -> None:
    answer = Assistant(bl_library).ask(question)
    assert answer.status == "unclear_source"
    assert said in answer.answer
    assert {c.document for c in answer.citations} == {"velkomstpakke-byraad-kalundborg-2026"}
    assert not answer.figures


def test_of_two_places_the_readable_one_is_told(bl_library: Library) -> None:
    answer = Assistant(bl_library).ask("Hvad bliver renoveringerne i Herning og Kalundborg til under ét?")
    assert answer.status == "partial"
    assert "353 mio. kr." in answer.answer
    assert "Kalundborg Kommune kan ikke læses" in answer.answer


BESIDE = [
    "Hvor mange penge giver Kalundborg Kommune i støtte til sportsklubber?",  # no homes of the sector
    "Hvor stor en omsætning har butikkerne i Kalundborg?",  # near in meaning, and another's
    "Hvor mange penge bruger boligorganisationerne i Kalundborg på løn?",  # another expense
]


@pytest.mark.parametrize("question", BESIDE)
def test_what_is_not_said_is_not_unclear(bl_library: Library, question: str) -> None:
    assert Assistant(bl_library).ask(question).status == "not_found"
