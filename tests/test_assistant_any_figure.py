"""Figures of any measure, found by the labels of a sheet or a table, of the right place and year or not at all."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.figures import build_cards
from index.library import Library

REPORT = """<html><head><title>Årsberetning 2025 – Boligforbundet Sundet</title></head><body>
<h1>Årsberetning 2025 – Boligforbundet Sundet</h1>
<p>Udgivet af Boligforbundet Sundet, april 2026. Vi samler almene boligorganisationer.</p>
<h2>Nøgletal</h2>
<table><tr><th>Emne</th><th>2023</th><th>2024</th><th>2025</th></tr>
<tr><td>Boliger i alt</td><td>41.120</td><td>41.870</td><td>42.310</td></tr>
<tr><td>Varmepumper</td><td>61</td><td>88</td><td>140</td></tr>
<tr><td>Lærlinge</td><td>112</td><td>131</td><td>157</td></tr>
</table>
<p>Kontingentet er 132 kr. pr. bolig, og vi har brugt 2,6 mio. kr. på kurser.</p>
<h2>Aftalen om hjemløse</h2>
<p>I første omgang udmøntes 5 mia. kr. til formålet.</p>
<h2>Stier</h2>
<p>Cykelklubben samarbejder med skolerne om stier. Boligforbundet Sundet samarbejder med Vejdirektoratet om stier.</p>
</body></html>
"""
SHEET = """<html><head><title>Viborg Kommune – kommuneark 2025</title></head><body>
<h1>Viborg Kommune – kommuneark 2025</h1>
<p>Almene boliger i Viborg Kommune.</p>
<h2>Antal almene boliger i byerne 2025</h2>
<table><tr><th>By</th><th>Familieboliger</th><th>Ældreboliger</th><th>I alt</th></tr>
<tr><td>Bjerringbro</td><td>904</td><td>171</td><td>1.075</td></tr>
<tr><td>Karup</td><td>331</td><td>84</td><td>415</td></tr></table>
<h2>Beboere på 18-29 år i 2025, pct.</h2>
<table><tr><th>Alder</th><th>Viborg Kommune</th><th>Region Midtjylland</th></tr>
<tr><td>18-29 år</td><td>15 pct.</td><td>19 pct.</td></tr></table>
<h2>Husleje</h2>
<p>Almene afdelinger i Viborg Kommune havde en huslejeomsætning på 307 mio. kr. i 2024.</p></body></html>
"""


@pytest.fixture(scope="module")
def report(library_of: Callable[..., Library]) -> Library:
    return library_of({"aarsberetning-2025-boligforbundet-sundet.html": REPORT, "kommuneark-viborg-2025.html": SHEET})


@pytest.fixture(scope="module")
def asked(report: Library) -> Assistant:
    return Assistant(report)


TOWNS = [
    ("Hvor mange almene boliger er der i Karup?", "**415**"),  # all of them, not those for families
    ("Hvor mange ældreboliger er der i Karup?", "**84**"),  # the column's own
    ("Hvor mange almene boliger er der i alt i Bjerringbro?", "**1.075**"),
]


@pytest.mark.parametrize(("question", "value"), TOWNS)
def test_a_cell_is_named_by_its_row_and_its_column(asked: Assistant, question: str, value: str) -> None:
    answer = asked.ask(question)
    assert value in answer.answer
    assert "i Viborg Kommune (2025)" in answer.answer


def test_a_region_is_not_the_country(report: Library) -> None:
    snapshot = report.snapshot()
    cards = build_cards(snapshot, {entry.id: entry for entry in snapshot.documents})
    assert {card.figure.value: card.place for card in cards if "29" in card.figure.label} == {
        "15": "Viborg",
        "19": "Region Midtjylland",
    }


ASKED = [
    ("Hvor mange varmepumper havde Boligforbundet Sundet i 2024?", "88", "(2024)"),  # the year asked for
    ("Hvor mange lærlinge er der i Boligforbundet Sundet?", "157", "(2025)"),  # the newest, when none is named
    ("Hvor mange boliger havde Boligforbundet Sundet i alt i 2023?", "41.120", "(2023)"),
    ("Hvad er kontingentet pr. bolig i Boligforbundet Sundet?", "132", "kr."),  # the house's name is in no sentence
]


@pytest.mark.parametrize(("question", "value", "also"), ASKED)
def test_a_figure_is_found_by_its_label(asked: Assistant, question: str, value: str, also: str) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered", answer.answer
    assert f"**{value}" in answer.answer
    assert also in answer.answer


def test_the_course_of_a_figure_has_a_row_for_each_year(asked: Assistant) -> None:
    answer = asked.ask("Hvordan har antallet af varmepumper udviklet sig hos Sundet fra 2023 til 2025?")
    assert [line.split("**")[1] for line in answer.answer.split("\n")] == ["61", "88", "140"]


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange varmepumper havde Boligforbundet Sundet i 2019?",  # a year the table does not have
        "Hvor mange ladestandere havde Boligforbundet Sundet i 2024?",  # a thing it does not count
        "Hvor mange varmepumper er der i Herning?",  # a place it is not about
        "Hvor mange ungdomsboliger er der i Karup?",  # a column the table does not have
        "Hvor meget er hjemløse gået ned?",  # only the heading tells of them, the number of money
    ],
)
def test_what_no_label_says_is_refused(asked: Assistant, question: str) -> None:
    assert asked.ask(question).status == "not_found"


def test_each_who_works_together_is_told(asked: Assistant) -> None:
    answer = asked.ask("Hvem arbejder Boligforbundet Sundet og Cykelklubben sammen med om stier?")
    assert "Vejdirektoratet" in answer.answer
    assert "skolerne" in answer.answer
