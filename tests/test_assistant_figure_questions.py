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
    (["Læg de tre typer boliger i Kalundborg sammen. Hvor mange er det?"], ["4.004"]),  # the types without their names
    (["Læg lige Hernings almene boliger sammen for os, unge, familier og ældre"], ["7.971"]),  # told by who lives there
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
    (["Hvor mange lejligheder til ældre ejer boligselskaberne i Kalundborg?"], ["602"]),  # homes by any of their names
    (["Hvor stor en del af lejerne i familieboligerne i Kalundborg pakker flyttekasserne i løbet af et år?"],
     ["14 pct."]),  # what is said about the thing asked for in words of its own
    (["Hvor mange penge har boligorganisationernes indkøb lagt i Hernings butikker og virksomheder?"], ["106 mio."]),
    (["Hvor mange penge brugte Landsbyggefonden på at sætte almene boliger i stand i Herning?"], ["353 mio."]),
    (["Hvor mange beboere er der i almene boliger i Herning Kommune?"], ["12.200"]),  # no publisher "… Kommune"
    (["Hvilke nye familieboliger blev der sat gang i i Herning mellem 2021 og 2023?"], ["**0** familieboliger"]),
    (["Vis hvad der er igangsat af alment byggeri i Herning 2021-2023, opdelt på boligtype."], ["**0**", "**46**"]),
    (["Hvor meget stiger medianlejen, når man går fra 61-70 m2 op til 71-85 m2?"], ["800"]),  # two sizes, one rent
    (["Hvilken aldersgruppe er størst, og hvor mange procent udgør den?"], ["41 pct.", "403.000"]),  # one question
    (["Er der flere unge end seniorer i de almene boliger?"], ["Nej.", "231.000", "170.000"]),  # in its own order
    (["Er der flere boliger til ældre end ungdomsboliger i Herning?"], ["Nej.", "530", "1.086"]),
    (["Er det rigtigt, at en tredjedel af alle danske boliger er almene?"], ["Nej.", "20 pct."]),  # a share in words
    (["Er en femtedel af alle danske boliger almene?"], ["Ja.", "20 pct."]),
    (["What share of all homes in Denmark are non-profit (almene) homes?"], ["20 per cent"]),
    (["I hvilken af de to kommuner blev der sat flest ældreboliger i gang?"], ["Herning har flest", "24"]),  # unnamed
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
        "Hvad koster en ejerbolig på 80 m2 i gennemsnit?",  # what a pattern leaves room for is asked for too
        "Hvad er fraflytningen i ungdomsboligerne i Herning?",  # told of another kind
        "Hvor mange boliger har BL selv bygget i Danmark?",  # a verb that is no filler
        "Hvor mange unge står skrevet op til en ungdomsbolig i Kalundborg?",  # people, no homes
        "Hvor mange millioner har kommunens egne indkøb lagt hos lokale håndværkere i Herning?",  # another owner
        "Hvor stor en andel af nybyggeriet i Herning er almene boliger?",  # a sum is no share
        "Hvad blev der brugt på nybyggeri i Herning i 2021-2023?",  # homes are no money
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
