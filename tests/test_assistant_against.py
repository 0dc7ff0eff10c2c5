"""More or fewer than a number: by the documents' own number of just that, with ja or nej, or not at all."""

from fractions import Fraction

import pytest

from assistant.assistant import Assistant
from assistant.understand.parts import parts_of
from assistant.understand.threshold import threshold_of

COUNTED = [
    ("Er der over 900 ungdomsboliger i Herning?", "Hvor mange ungdomsboliger er der i Herning?"),  # the plain form
    ("Har Kalundborg under 500 ældreboliger?", "Hvor mange ældreboliger har Kalundborg?"),  # a doer before the number
    ("Er Hernings omsætning større end 400 mio. kr.?", "Hvor meget er Hernings omsætning?"),  # money
    ("Udgør de over 15 pct. af boligmassen?", "Hvor mange procent udgør de af boligmassen?"),  # a share
    ("Varede mødet længere end to dage?", "Hvor længe varede mødet?"),  # a time
    ("Er Ida over 90 år?", "Hvor gammel er Ida?"),  # an age
    ("Er det rigtigt, at Herning har over 900 boliger?", "Hvor mange boliger har Herning?"),  # put forward
    ("Er der over 50 kredse, og hvor mange er der?", "Hvor mange kredse er der?"),  # the number is told anyway
]


@pytest.mark.parametrize(("question", "counting"), COUNTED)
def test_a_limit_becomes_the_question_of_how_many(question: str, counting: str) -> None:
    found = threshold_of(question)
    assert found is not None
    assert found.question == counting


@pytest.mark.parametrize(
    "question",
    [
        "Er der flere familieboliger end ungdomsboliger?",  # one thing beside another
        "Hvor mange har over 900 boliger?",  # no question for ja or nej
        "Er kravet det samme for byggeri over 1000 m2?",  # a size tells which ones
        "Er der over 50 kredse, og hvem vælger dem?",  # something else besides
    ],
)
def test_what_sets_no_limit(question: str) -> None:
    assert threshold_of(question) is None


@pytest.mark.parametrize(
    ("question", "told", "verdict"),
    [
        ("Er der over 50 planer?", "knap 50", "Nej"),  # a little less
        ("Er der over 50 planer?", "omkring 50", None),  # it may be
        ("Er der over 40 planer?", "knap 50", "Ja"),
        ("Kom der over 250?", "mere end 200", None),  # it may be
        ("Kom der over 150?", "mere end 200", "Ja"),
        ("Kom der mindst 200?", "200", "Ja"),  # the number itself will do
        ("Kom der over 200?", "200", "Nej"),  # and here it won't
        ("Fik de over 1 mia. kr.?", "464 mio. kr.", "Nej"),  # millions and milliards
        ("Fik de over 10 procent?", "464 mio. kr.", None),  # another unit
        ("Varede det over en uge?", "1½ dag", "Nej"),  # times
        ("Fik hun mere end halvdelen?", "118 ud af i alt 183", "Ja"),  # a part told by two numbers
        ("Bor under en tredjedel alment?", "1 ud af 6", "Ja"),
        ("Er over hver tiende med?", "En ud af syv", "Ja"),
    ],
)
def test_a_number_as_it_is_told_decides_or_not(question: str, told: str, verdict: str | None) -> None:
    found = threshold_of(question)
    assert found is not None
    assert found.verdict(told) == verdict


def test_scales_are_one_number() -> None:
    found = threshold_of("Er der sparet over en halv milliard kroner?")
    assert found is not None
    assert (found.value, found.unit) == (Fraction(500_000_000), "kr")


def test_a_second_question_about_another_place_is_one_of_its_own() -> None:
    assert len(parts_of("Er der over 7.000 boliger i Herning, og hvor mange er der i Kalundborg?")) == 2
    assert len(parts_of("Er der over 7.000 boliger i Herning, og hvor mange er der?")) == 1


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Er der over 900 ungdomsboliger i Herning?", "Ja. Der er **1.086**"),
        ("Har Kalundborg under 500 almene ældreboliger?", "Nej. Der er **602**"),
        ("Er Hernings huslejeomsætning større end 400 mio. kr.?", "Ja. "),  # the limit is no claim of the same number
        ("Er Hernings huslejeomsætning over 1 mia. kr.?", "Nej. "),  # a milliard is no one
        ("Udgør almene boliger over 15 pct. af boligmassen i Herning?", "Ja. "),  # any verb
        ("Er der flere end 1.000 boligorganisationer i hele landet?", "Nej. "),  # not by a 1.000 of something else
        ("Er der mere end 7.000 familieboliger i Herning, og hvor mange er der i Kalundborg?", "Nej. "),
    ],
)
def test_the_documents_number_is_put_beside_the_limit(assistant: Assistant, question: str, opening: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert answer.answer.startswith(opening), answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Har BL flere end 200 medarbejdere?",  # 200 of others came to something
        "Er der over 50 boligorganisationer i Herning?",  # another 50
        "Bor der mere end 500 børn alment i Herning?",  # of the country only
    ],
)
def test_a_number_of_something_else_decides_nothing(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"
