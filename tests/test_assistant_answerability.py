"""What the documents do not say is refused, also where a neighbour stands close by."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange almene boliger er der i Odense?",  # another place
        "Hvor mange familieboliger havde Herning i 2015?",  # another year
        "Hvor mange af boligerne i Herning har altan?",  # another quantity of the same homes
        "Hvor mange almene boliger er der i Herning pr. 1.000 indbyggere?",  # a ratio nobody worked out
        "Hvilke mål har BL for 2030-2032?",  # a later programme
        "Hvem er formand for BL i dag?",  # who holds an office today
        "Hvad er telefonnummeret til Bent Madsen?",  # contact data
        "Synes du, at BL gør det godt?",  # an opinion
        "Hvad tjener direktøren for BL?",  # a person known, the thing asked not
        "Hvordan bager man en kringle?",  # off the subject
        "Hvor mange basalboliger er der bygget?",  # the thing is named, its number is not
        "Er der flere familieboliger i Herning end i Randers?",  # one side is unknown
    ],
)
def test_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_refusal_shows_the_nearest_figure_as_another(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange almene familieboliger havde Herning i 2015?")
    assert answer.status == "not_found"
    assert "et andet tal" in answer.answer
    assert answer.citations


@pytest.mark.parametrize(
    "question", ["", "   ", "???", "🏠🏠🏠", "a" * 20_000, "Wie viele Wohnungen gibt es in der Stadt?"]
)
def test_anything_gets_a_polite_line(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert 10 < len(answer.answer) < 700


def test_a_known_place_without_the_figure_gives_half_an_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor meget er der renoveret for i Herning og i Kalundborg med støtte fra Landsbyggefonden?")
    assert answer.status == "partial"
    assert "353" in answer.answer
    assert "står ikke" in answer.answer


@pytest.mark.parametrize("question", ["Hvor mange almene boliger er der i Odense?", "Hvilke mål har BL for 2030-2032?"])
def test_what_a_refusal_suggests_can_be_answered(assistant: Assistant, question: str) -> None:
    suggested = assistant.ask(question).suggestions
    assert 1 <= len(suggested) <= 2
    assert {assistant.ask(one).status for one in suggested} == {"answered"}


def test_the_json_is_the_contracts_object(assistant: Assistant) -> None:
    body = assistant.ask("Hvor mange familieboliger er der i Herning?").to_json()
    names = "id question standalone_question status answer citations figures suggestions mode model timings_ms"
    assert list(body) == names.split()
