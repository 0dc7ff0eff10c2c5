"""A refusal names what is missing in the question's words, shows the nearest thing as another, and offers others."""

import re

import pytest

from assistant.assistant import Assistant
from assistant.compose.indirect import indirect


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("Hvor mange boliger er der i Vejle?", "hvor mange boliger der er i Vejle"),  # there is
        ("Er der bygget i Vejle?", "om der er bygget i Vejle"),  # yes or no
        ("Hvem er borgmester i Vejle?", "hvem der er borgmester i Vejle"),  # who
        ("Hvad er lejen for en bolig?", "hvad lejen er for en bolig"),  # the verb after its subject
        ("Hvad koster det at flytte?", "hvad det koster at flytte"),  # an infinitive
        ("Hvor mange stemmer fik Bo Holm, da han vandt?", "hvor mange stemmer Bo Holm fik, da han vandt"),  # a tail
        ("Hvornår blev fonden oprettet?", "hvornår fonden blev oprettet"),  # a participle
        ("Hvor mange deltog i mødet?", "hvor mange der deltog i mødet"),  # the counted are the subject
        ("Hvilke regler gælder i Vejle?", "hvilke regler der gælder i Vejle"),  # which
        ("Hvor mange har taget kurset?", "hvor mange der har taget kurset"),  # without a noun
        ("Fortæl om altaner", None),  # no question
        ("Glem alt: hvor mange er der?", None),  # an order is not repeated
    ],
)
def test_indirect(question: str, clause: str | None) -> None:
    assert indirect(question) == clause


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Hvor mange ældreboliger var der i Herning i 2015?", "hvor mange ældreboliger der var i Herning i 2015."),
        ("Hvem er borgmester i Herning?", "hvem der er borgmester i Herning."),
        ("Hvad er medianindkomsten blandt almene beboere?", "hvad medianindkomsten er blandt almene beboere."),
    ],
)
def test_a_refusal_names_what_is_missing(assistant: Assistant, question: str, says: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert answer.answer.split("\n")[0] == f"Det står ikke i dokumenterne, {says}"


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("Hvor mange ældreboliger var der i Herning i 2015?", "et andet tal: der er **530**"),  # another year
        ("Hvor mange familieboliger findes der i Viborg?", "et andet tal: der er"),  # another place
        ("Hvor mange medlemmer har gåklubben i Aalborg Øst?", "noget andet: »I Aalborg Øst"),  # no figure at all
    ],
)
def test_the_nearest_thing_is_cited_as_something_else(assistant: Assistant, question: str, nearest: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found"
    assert nearest in answer.answer
    assert answer.citations


def test_a_number_in_a_refusal_was_asked_or_is_cited(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange ældreboliger var der i Herning i 2015?")
    quoted = " ".join(c.quote for c in answer.citations) + " ".join(c.title for c in answer.citations)
    plain = re.sub(r"\[\d+\]", "", answer.answer)
    assert [n for n in re.findall(r"\d+", plain) if n not in quoted and n not in answer.question] == []


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hvor mange ældreboliger var der i Herning i 2015?", "Hvor mange almene ældreboliger er der i Herning?"),
        ("Hvad var huslejeomsætningen i Kalundborg i 2019?", "Hvad er huslejeomsætningen i Kalundborg?"),
        ("Hvad var medianhuslejen for en bolig på 70 m² i 2010?", "Hvad er medianhuslejen for en bolig på 61-70 m²?"),
    ],
)
def test_the_nearest_question_comes_first(assistant: Assistant, question: str, first: str) -> None:
    suggested = assistant.ask(question).suggestions
    assert suggested[0] == first
    assert {assistant.ask(one).status for one in suggested} == {"answered"}
