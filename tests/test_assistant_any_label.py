"""Figures of any label on a sheet nobody has seen: everyday words find them, sides are compared, rows added up."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

SKIVE = """<html><head><title>Skive Kommune – boligark 2025</title></head><body>
<h1>Skive Kommune – boligark 2025</h1>
<h2>Boligerne i kommunen fordelt på ejerform, 2025, pct.</h2>
<table><tr><th>Ejerform</th><th>Pct.</th></tr>
<tr><td>Ejerboliger</td><td>44 pct.</td></tr><tr><td>Andelsboliger</td><td>7 pct.</td></tr></table>
<h2>Udviklingen i de almene afdelinger</h2>
<table><tr><th>Emne</th><th>2022</th><th>2023</th><th>2024</th><th>Enhed</th></tr>
<tr><td>Udledning fra opvarmning</td><td>8,3</td><td>7,9</td><td>7,2</td><td>kg CO2-ækv./m²/år</td></tr>
<tr><td>Udsættelser</td><td>14</td><td>12</td><td>9</td><td>husstande</td></tr></table>
<h2>Kommunens anvisninger 2024</h2>
<table><tr><th>Årsag</th><th>Antal</th><th>Enhed</th></tr>
<tr><td>Børnefamilier</td><td>31</td><td>husstande</td></tr><tr><td>Unge</td><td>18</td><td>husstande</td></tr>
<tr><td>Flygtninge</td><td>9</td><td>husstande</td></tr></table>
<h2>Husleje, tomgang og drift</h2>
<table><tr><th>Emne</th><th>2023</th><th>2024</th><th>Enhed</th></tr>
<tr><td>Husleje i rækkehuse</td><td>801</td><td>822</td><td>kr. pr. m²</td></tr>
<tr><td>Tomgang i rækkehuse</td><td>..</td><td>1,2</td><td>pct.</td></tr></table>
<h2>Det grønne i 2024</h2>
<table><tr><th>Emne</th><th>Tal</th><th>Enhed</th></tr>
<tr><td>gennemsnitlig husleje i ungdomsboliger</td><td>1.012</td><td>kr. pr. m²</td></tr>
<tr><td>ændring i beboertallet fra året før</td><td>-1,3</td><td>pct.</td></tr></table></body></html>
"""
RANDERS = """<html><head><title>Randers Kommune – boligark 2025</title></head><body>
<h1>Randers Kommune – boligark 2025</h1>
<h2>Udviklingen i de almene afdelinger</h2>
<table><tr><th>Emne</th><th>2023</th><th>2024</th><th>Enhed</th></tr>
<tr><td>Udledning fra opvarmning</td><td>6,5</td><td>6,1</td><td>kg CO2-ækv./m²/år</td></tr></table></body></html>
"""


@pytest.fixture(scope="module")
def asked(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"boligark-skive-2025.html": SKIVE, "boligark-randers-2025.html": RANDERS}))


FOUND = [
    ("Hvor stor en del af alle boliger i Skive er andelsboliger?", ("7 pct.",)),  # the whole stands in the heading
    ("Hvad var udledningen fra opvarmning i Skive i 2023?", ("7,9 kg",)),  # "hvad var" asks for a value too
    ("Hvor stort var klimaaftrykket fra opvarmning i Skive i 2022?", ("8,3 kg",)),  # the unit's words are no extra ones
    ("Hvor meget voksede beboertallet i Skive?", ("ndring i beboertallet", "-1,3 pct.")),  # told as the change it is
    ("Er udledningen fra opvarmning højest i Skive eller i Randers i 2024?", ("7,2 kg", "6,1 kg")),  # of two sheets
    ("Hvor mange husstande anviste Skive Kommune i 2024, når alle årsager tælles med?", ("58", "31", "18", "9")),
    ("Hvad var tomgangen i rækkehuse i Skive i 2024?", ("1,2 pct.",)),  # the row's own word, beside its heading's
    ("Er der flere udsættelser i Skive i 2024 end i 2022?", ("Nej.", "**9", "**14")),  # of two years
]


@pytest.mark.parametrize(("question", "said"), FOUND)
def test_one_figure_explains_the_question(asked: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in said), answer.answer


MISSED = [
    "Hvor stor en del af alle boliger i Skive er plejeboliger?",  # another part of the same whole
    "Hvad var udledningen fra byggepladser i Skive i 2023?",  # another source
    "Hvad var udledningen fra opvarmning i Randers i 2022?",  # another year
    "Er der flere udsættelser i Skive end i Randers?",  # one side only
    "Hvor meget voksede huslejen i ungdomsboliger i Skive?",  # a level is no change
    "Hvad var tomgangen i rækkehuse i Skive i 2023?",  # not stated: the rent stands under the heading that names both
    "Hvor mange udsættelser var der i Skive og Randers tilsammen i 2024?",  # one of two places is no sum
]


@pytest.mark.parametrize("question", MISSED)
def test_a_figure_near_it_is_no_answer(asked: Assistant, question: str) -> None:
    assert asked.ask(question).status not in ("answered", "partial")
