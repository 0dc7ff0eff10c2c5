"""A footnote mark leads to its source in the note; without a mark the sheet's own note answers; else nobody does."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

SHEET = """<html><head><title>Kommuneark Odder Kommune</title></head><body>
<h1>Almene boliger i Odder Kommune 2025</h1>
<h2>Vidste du, at</h2>
<ul><li>... hver 4. adspurgte gerne vil bo i et seniorfællesskab.¹</li>
<li>... ventetiden på en ungdomsbolig er faldet med 12 pct. siden 2020.²</li></ul>
<p>Kilde: 1) Survey foretaget af Demomåling for forbundet (2025), 2) Demoregistret (2024)</p>
<h2>Beboerne</h2>
<p>Der bor 2.140 beboere i de almene boliger i kommunen.</p>
<p>Kilde: Egne beregninger på baggrund af folkeregistret.</p>
</body></html>"""


@pytest.fixture(scope="module")
def sheet(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"kommuneark-odder.html": SHEET}))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem har lavet undersøgelsen om, at folk vil bo i seniorfællesskab?", "**Survey foretaget af Demomåling"),
        ("Hvad er kilden til, at ventetiden på ungdomsboliger er faldet 12 pct.?", "**Demoregistret**"),  # mark 2
        ("Hvor kommer tallene om Odder fra?", "folkeregistret"),  # the note without numbers
    ],
)
def test_the_source_is_named(sheet: Assistant, question: str, said: str) -> None:
    answer = sheet.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem har lavet undersøgelsen af tryghed i Odder?",  # no such survey
        "Hvad er kilden til, at huslejen er steget i Odder?",  # no such number
    ],
)
def test_no_source_is_made_up(sheet: Assistant, question: str) -> None:
    answer = sheet.ask(question)
    assert answer.status == "not_found", answer.answer
