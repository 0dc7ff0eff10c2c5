"""Questions about figures in everyday words: the measure, the side and the direction asked for, or an honest no."""

import pytest

from assistant.answer import Answer, Conversation
from assistant.assistant import Assistant
from assistant.compose.comparison_english import english_difference
from assistant.compose.numbers import in_common_unit
from assistant.measures import measure_of
from ingest.document import Figure


def said(assistant: Assistant, *questions: str) -> Answer:
    talk = Conversation()
    for question in questions:
        answer = assistant.ask(question, talk)
        talk = talk.after(answer)
    return answer


ANSWERED = [
    (["Hvor mange familieboliger råder boligforeningerne over i Kalundborg?"], ["3.372"]),  # whoever has them
    (["Hvor mange almene boliger er der til unge i Kalundborg?"], ["**30**", "ungdomsboliger"]),  # homes for whom
    (["Hvad skal man af med for en almen bolig på 110 kvadratmeter, midt i feltet?"], ["6.900 kr."]),
    (["Hvad er forskellen i leje på de mindste og de største almene boliger?"], ["6.900", "3.200", "3.700"]),
    (["Fylder de almene boliger mere eller mindre i Kalundborg end på landsplan?"], ["har mindre", "20 pct."]),
    (["Ligger Herning over eller under hele landet i andel af alle boliger?"], ["Herning ligger under", "18 pct."]),
    (["Har Kalundborg flere familieboliger end Herning?"], ["Nej. Kalundborg har færrest", "6.355"]),  # its own side
    (["Er der flest unge (18-29) eller flest ældre over 65 i de almene boliger?"], ["65+ er der flest af", "170.000"]),
    (["Hvor mange flere almene boliger er der i Herning end i Kalundborg?"], ["7.971", "4.004", "3.967"]),  # no kind's
    (["Hvor mange almene boliger har Herning og Kalundborg tilsammen?"], ["11.975"]),  # six figures added
    (["Hvor mange ungdoms-, familie- og ældreboliger er der i Herning?"], ["1.086", "6.355", "530"]),  # all
    (["Giv mig en oversigt over boligtyper i Kalundborg"], ["30", "3.372", "602"]),
    (["Hvordan fordeler boligerne i Herning sig på unge, familier og ældre?"], ["1.086", "6.355", "530"]),
    (["Hvilken boligtype er der færrest af i Kalundborg?"], ["Færrest er der af ungdomsboliger: **30**"]),
    (["Siger årsberetningen 2022-2023 og Almene Mål 2026-2028 det samme om, hvor mange der bor alment?"],
     ["Nej.", "975.000", "1 million"]),  # people against people
    (["Hvor mange beboere er under 30 år, når man tæller børn og unge sammen?"], ["341.000"]),
    (["Hvor meget billigere pr. kvadratmeter er det at bo alment end i en privat lejebolig?"], ["25 pct."]),
    (["hvor mange procet af de almene beboere er mellem 18 og 29 aar"], ["17 pct."]),
    (["hvor mange ungdomsbolier er der i herning"], ["1.086"]),
    (["Is the share of social housing in Herning above or below the national average?"], ["is lower", "18 per cent"]),
    (["Hvad er medianhuslejen for en bolig på 80 m2?", "hvad så med en på 58?"], ["4.300 kr."]),
    (["Hvad er medianhuslejen for de mindste boliger?", "og de største?"], ["6.900 kr."]),
    (["Hvor mange beboere er mellem 18 og 29 år?", "hvad med børnene?"], ["171.000"]),
    (["Hvor mange familieboliger er der i Herning?", "Er det flere end i Kalundborg?"], ["Herning har flest", "3.372"]),
    (["Hvor mange ungdomsboliger er der i Kalundborg?", "og hvor mange i alt?"], ["4.004"]),
]  # fmt: skip


@pytest.mark.parametrize(("questions", "needles"), ANSWERED)
def test_a_figure_is_found_by_everyday_words(assistant: Assistant, questions: list[str], needles: list[str]) -> None:
    answer = said(assistant, *questions)
    assert answer.status == "answered", answer.answer
    assert [n for n in needles if n not in answer.answer] == [], answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange frivillige er over 65 år?",  # all over 65 are no volunteers
        "Hvor mange mennesker over 65 år er frivillige?",  # nor are volunteers all over 65
        "Hvor mange 18-29-årige er arbejdsløse?",  # an age is no count
        "Hvor mange børn bor der alment i Herning?",  # the country's children
        "Hvordan fordeler de private boliger i Herning sig på boligtyper?",  # other homes
        "Hvor mange lejligheder, rækkehuse og villaer er der i Herning?",  # other kinds
        "Hvordan fordelte boligerne i Kalundborg sig på boligtyper i 2015?",  # another year
    ],
)
def test_a_figure_of_something_else_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer


def figure(label: str, value: str, unit: str, quote: str) -> Figure:
    return Figure("d", 1, label, value, unit, None, None, None, None, quote, ((0, 1),))


def test_a_number_of_organisations_measures_no_people() -> None:
    quote = "Vi samler 500 boligorganisationer, der huser 1 million mennesker i almene boliger."
    organisations = measure_of(figure("Vi samler … boligorganisationer", "500", "boligorganisationer", quote))
    people = measure_of(figure("organisationer, der huser … mennesker", "1", "mio. mennesker", quote))
    assert organisations is None or organisations.name != "beboere"
    assert people is not None
    assert people.name == "beboere"


def test_only_like_things_are_compared() -> None:
    people, votes = figure("a", "975", "personer", ""), figure("b", "500", "stemmer", "")
    assert in_common_unit(people, votes) is None
    assert in_common_unit(people, figure("c", "500", "mennesker", "")) is not None


def test_a_difference_is_worded_in_english() -> None:
    assert english_difference("2.983", "boliger", more=False) == " – **2,983** fewer"
    assert english_difference("2,5", "procentpoint", more=True) == " – **2.5** percentage points more"
