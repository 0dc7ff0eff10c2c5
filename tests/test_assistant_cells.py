"""A sheet's figures by row and column, by age group, and beside the whole country's; never another place's."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

SHEET = """<html><head><title>Almene tal – Struer Kommune 2025</title></head><body>
<h1>Almene tal – Struer Kommune 2025</h1>
<h2>De største byer</h2>
<table><tr><th>By</th><th>Boliger 2025</th><th>Husleje 2024, kr. pr. m²</th><th>Fraflytning 2024, pct.</th></tr>
<tr><td>Struer by</td><td>911</td><td>801</td><td>13</td></tr>
<tr><td>Hvidbjerg</td><td>204</td><td>733</td><td>21</td></tr>
<tr><td>Thyholm</td><td>87</td><td>..</td><td>9</td></tr></table>
<h2>Pct. af de 18-64-årige beboere i almene boliger, 2023</h2>
<table><tr><th>Tilknytning</th><th>Struer Kommune</th><th>Hele landet</th></tr>
<tr><td>I beskæftigelse</td><td>57 pct.</td><td>54 pct.</td></tr>
<tr><td>På efterløn</td><td>7 pct.</td><td>5 pct.</td></tr></table>
<h2>Beboernes alder, 2024</h2>
<table><tr><th>Alder</th><th>Andel</th></tr><tr><td>Beboere under 18 år</td><td>22 pct.</td></tr>
<tr><td>Beboere på 65 år eller derover</td><td>27 pct.</td></tr></table>
<h2>Boliger fordelt på type 2025</h2>
<table><tr><th>Type</th><th>Antal boliger</th></tr><tr><td>Familieboliger</td><td>1.010</td></tr>
<tr><td>Ungdomsboliger</td><td>51</td></tr></table></body></html>
"""
OTHER = """<html><head><title>Faktaark 2025 – Skive Kommune</title></head><body><h1>Faktaark 2025 – Skive Kommune</h1>
<h2>Nye almene boliger taget i brug</h2>
<table><tr><th>Emne</th><th>2021</th><th>2022</th><th>2023</th></tr>
<tr><td>Nye almene boliger taget i brug</td><td>12</td><td>58</td><td>27</td></tr></table></body></html>
"""


@pytest.fixture(scope="module")
def asked(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"almene-tal-struer.html": SHEET, "faktaark-skive-2025.html": OTHER}))


RIGHT = [
    ("Hvor mange almene boliger ligger der i Hvidbjerg?", ("**204**", "Hvidbjerg")),  # a town is a row
    ("Hvad er huslejen pr. m² i Hvidbjerg?", ("**733", "Hvidbjerg")),  # the column by its words
    ("Hvor stor var fraflytningen i Thyholm i 2024?", ("**9 pct.**", "Thyholm")),
    ("Hvor mange almene boliger er der i Struer by?", ("**911**", "Struer by")),  # not the municipality
    ("Hvor stor en andel af beboerne i Struer er under 18?", ("**22 pct.**",)),
    ("Hvor mange procent af beboerne i almene boliger i Struer er fyldt 65?", ("**27 pct.**",)),
    ("Hvor stor en del af de 18-64-årige beboere i Struer er på efterløn?", ("**7 pct.**",)),  # the age is the head's
    ("Hvor stor en del af de 18-64-årige er på efterløn i Struer og i hele landet?", ("**7 pct.**", "**5 pct.**")),
    ("Hvor mange familieboliger og hvor mange ungdomsboliger er der i Struer?", ("**1.010**", "**51**")),
]


@pytest.mark.parametrize(("question", "said"), RIGHT)
def test_the_figure_of_just_what_is_asked(asked: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in said), answer.answer


UNTOLD = [
    ("Hvad er huslejen pr. m² i Thyholm?", ("733", "801")),  # its cell is empty
    ("Hvad er fraflytningen i Struer?", ("13", "21", "9 pct.")),  # only its towns' are told
    ("Hvor mange almene boliger blev taget i brug i Struer i perioden 2021-2023?", ("12", "58", "27")),  # Skive's
    ("Hvor stor en del af de 18-64-årige beboere i Skive er på efterløn?", ("7 pct.", "5 pct.")),  # Struer's
    ("Hvor mange ungdomsboliger og hvor mange familieboliger er der i Skive?", ("51", "1.010")),
]


@pytest.mark.parametrize(("question", "wrong"), UNTOLD)
def test_a_figure_of_another_place_or_part_is_no_answer(
    asked: Assistant, question: str, wrong: tuple[str, ...]
) -> None:
    answer = asked.ask(question)
    first = answer.answer.split("\n")[0]
    assert answer.status == "not_found", answer.answer
    assert not any(number in first for number in wrong)
