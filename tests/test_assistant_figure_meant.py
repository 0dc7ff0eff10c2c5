"""A figure asked for in other words than its label's is found by its meaning, and no figure beside it is."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.cards import figure_texts, placeless
from index.library import Library

ODDER = """<html><head><title>Odder Kommune – almene tal 2025</title></head><body>
<h1>Odder Kommune – almene tal 2025</h1>
<h2>Nybyggeri 2022-2025</h2>
<table><tr><th>Type</th><th>Boliger</th></tr>
<tr><td>Familieboliger</td><td>47</td></tr><tr><td>Ældreboliger</td><td>19</td></tr></table>
<h2>Boligerne 1. januar 2025</h2>
<table><tr><th>Type</th><th>Boliger</th></tr>
<tr><td>Ungdomsboliger</td><td>412</td></tr><tr><td>I alt</td><td>3.120</td></tr></table>
<h2>Beboerne 2024</h2>
<table><tr><th>Emne</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Beboere i alt</td><td>7.215</td><td>personer</td></tr>
<tr><td>Frivillige i afdelingerne</td><td>204</td><td>personer</td></tr></table>
<h2>Husleje i 2024</h2>
<table><tr><th>Type</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Bolig på 85 m² i gennemsnit</td><td>6.217</td><td>kr. pr. måned</td></tr>
<tr><td>Ungdomsbolig i gennemsnit</td><td>3.391</td><td>kr. pr. måned</td></tr></table>
<h2>Flytninger 2024</h2>
<table><tr><th>Emne</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Boliger uden lejer ved årets udgang</td><td>0,8</td><td>pct.</td></tr>
<tr><td>Boet samme sted i ti år og mere</td><td>27,4</td><td>pct.</td></tr></table>
<h2>Økonomi i 2024</h2>
<table><tr><th>Post</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Husleje i alt fra de almene afdelinger</td><td>143</td><td>mio. kr.</td></tr>
<tr><td>Solceller og varmepumper</td><td>5,2</td><td>mio. kr.</td></tr></table>
<h2>Regnskabet kort</h2>
<table><tr><th>Mio. kr.</th><th>2022/2023</th><th>2023/2024</th></tr>
<tr><td>Administration</td><td>19,4</td><td>18,7</td></tr><tr><td>Kurser</td><td>1,2</td><td>1,1</td></tr></table>
<h2>Regnskab</h2>
<table><tr><th>Post</th><th>2022</th><th>2024</th><th>Enhed</th></tr>
<tr><td>Henlæggelser</td><td>30,1</td><td>33,7</td><td>mio. kr.</td></tr></table></body></html>
"""
LEJRE = """<html><head><title>Lejre Kommune – almene tal 2025</title></head><body>
<h1>Lejre Kommune – almene tal 2025</h1>
<h2>Beboerne 2024</h2>
<table><tr><th>Emne</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Valgte beboerdemokrater</td><td>88</td><td>personer</td></tr>
<tr><td>Unge i fritidsjob via helhedsplaner</td><td>23</td><td>unge</td></tr></table>
<h2>Fraflytning efter boligtype, pct., 2024</h2>
<table><tr><th>Type</th><th>Lejre Kommune</th><th>Hele landet</th></tr>
<tr><td>Rækkehuse</td><td>9,4</td><td>11,2</td></tr><tr><td>Etageboliger</td><td>17,6</td><td>16,3</td></tr></table>
<h2>Husleje i 2024</h2>
<table><tr><th>Type</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Ungdomsbolig i gennemsnit</td><td>3.744</td><td>kr. pr. måned</td></tr></table>
<h2>Økonomi i 2024</h2>
<table><tr><th>Post</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>Tab ved tomme boliger</td><td>1,4</td><td>mio. kr.</td></tr></table></body></html>
"""


@pytest.fixture(scope="module")
def library(library_of: Callable[..., Library]) -> Library:
    return library_of({"almene-tal-odder-2025.html": ODDER, "almene-tal-lejre-2025.html": LEJRE})


@pytest.fixture(scope="module")
def asked(library: Library) -> Assistant:
    return Assistant(library)


FOUND = [
    ("Hvor mange nye almene ældreboliger er der bygget i Odder i perioden 2022-2025?", "19"),  # "nybyggeri"
    ("Hvad koster en almen bolig på 85 m² om måneden i Odder Kommune?", "6.217 kr."),  # "bolig på 85 m² i gennemsnit"
    ("Hvor mange penge er der brugt på varmepumper og solceller i Odder?", "5,2 mio. kr."),  # the label turned round
    ("Hvad brugte Odder Kommune på administration i 2022/2023?", "19,4 mio. kr."),  # the unit stands in the corner
    ("Hvad betaler man om måneden for en ungdomsbolig i Odder?", "3.391 kr."),  # and not how many there are
    ("Hvor mange mennesker bor i almene boliger i Odder?", "7.215"),  # "beboere i alt"
    ("Hvor mange almene boliger er der i Odder Kommune?", "3.120"),  # "i alt", under a heading of homes
    ("Hvor mange unge har fået et fritidsjob gennem helhedsplanerne i Lejre?", "23"),  # "fået", "gennem"
]


@pytest.mark.parametrize(("question", "said"), FOUND)
def test_a_figure_meant_is_told(asked: Assistant, question: str, said: str) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


COMPARED = [
    ("Hvor mange mio. kr. steg henlæggelserne i Odder fra 2022 til 2024?", ("3,6", "33,7", "30,1")),  # two years
    ("Hvad var henlæggelserne i Odder i 2022 og i 2024?", ("30,1", "33,7")),  # both are asked for
    ("Er fraflytningen i rækkehuse i Lejre lavere end i hele landet?", ("Ja.", "9,4", "11,2")),  # of one chart
]


@pytest.mark.parametrize(("question", "said"), COMPARED)
def test_figures_meant_are_compared(asked: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in said), answer.answer


BESIDE = [
    "Hvor mange almene ældreboliger er der i Odder Kommune?",  # those that were newly built are not all there are
    "Hvor meget gik tabt ved tomme boliger i Odder i 2024?",  # another sheet has it: the nearest here is another thing
    "Hvad koster en almen bolig på 60 m² om måneden i Odder Kommune?",  # another size
    "Hvor mange nye almene ungdomsboliger er der bygget i Odder i perioden 2022-2025?",  # another kind
    "Hvad koster en ungdomsbolig i Odder pr. kvadratmeter?",  # told by the month
    "Hvor mange unge har fået et fritidsjob gennem helhedsplanerne i Odder?",  # another place
    "Hvor mange nye almene ældreboliger er der bygget i Odder i 2015?",  # another year
    "Hvor meget voksede huslejen for en ungdomsbolig i Odder?",  # a level is no change
    "Hvor mange mio. kr. steg henlæggelserne i Lejre fra 2022 til 2024?",  # another place
    "Er fraflytningen i villaer i Lejre lavere end i hele landet?",  # another row of the chart
]


@pytest.mark.parametrize("question", BESIDE)
def test_a_figure_beside_is_not(asked: Assistant, question: str) -> None:
    assert asked.ask(question).status == "not_found"


def test_a_register_has_no_vectors(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    document = library.document("almene-tal-odder-2025")
    assert set(figure_texts(document)) == {figure.spans[0][0] for figure in document.figures}
    monkeypatch.setattr("index.cards.MOST_FIGURES", 3)
    assert figure_texts(document) == {}


PLACELESS = [
    ("Hvad koster det i Odder Kommune?", "Hvad koster det ?"),  # with what stands before and after it
    ("Aabenraa Kommunes almene sektor", " almene sektor"),  # in the genitive
    ("Hvor mange bor alment?", "Hvor mange bor alment?"),  # none named
]


@pytest.mark.parametrize(("text", "rest"), PLACELESS)
def test_what_is_measured_is_told_without_place(text: str, rest: str) -> None:
    assert placeless(text) == rest
