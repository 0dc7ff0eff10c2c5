"""What someone says is told by their own words, by what is told as said by them, or by what they signed."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

REPORT = """<html><body><h1>Årsberetning 2024 for Havneby Boligforening</h1>
<h2>Forord</h2>
<p>Jeg ser tilbage på et år med mange byggerier. Varmepumperne har kostet os søvn, men de virker.</p>
<p>Kirsten Dahl Formand for Havneby Boligforening</p>
<h2>Fællesskab</h2>
<p>”Jeg kan godt lide at dyrke tomater. Det begyndte med en enkelt krukke på altanen.” Ole Bruun på 71 år passer
drivhuset hver dag. Reportagen om Ole Bruun er bragt i bladet.</p>
<p>”Vi hjælper hinanden med cyklerne hver lørdag,” siger 24-årige Sara Holm fra Vestergården.</p>
<p>Niels Juhl blev valgt til bestyrelsen i 2024. Niels understregede, at legepladserne skal være trygge.</p>
<p>Festens vært Lone Krogh tog imod gæsterne i det nye beboerhus. Mange talte om beboerhuset bagefter.</p>
</body></html>"""


@pytest.fixture(scope="module")
def report(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-2024-havneby.html": REPORT}))


@pytest.mark.parametrize(
    ("question", "told", "beside"),
    [
        ("Hvad siger Ole Bruun om tomater?", "dyrke tomater", "Reportagen"),  # words between marks, named behind them
        ("Hvad fortæller Sara Holm om cyklerne?", "hjælper hinanden", "drivhuset"),  # said to be hers
        ("Hvad sagde Niels Juhl om legepladserne?", "skal være trygge", "drivhuset"),  # told as said, by given name
        ("Hvad mener Kirsten Dahl om varmepumperne?", "men de virker", "trygge"),  # signed below
    ],
)
def test_what_is_said_by_the_one_asked_about(report: Assistant, question: str, told: str, beside: str) -> None:
    answer = report.ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer
    assert beside not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvad sagde Lone Krogh om beboerhuset?",  # told of, and never heard
        "Hvad siger Sara Holm om tomater?",  # another one's words
        "Hvad sagde Niels Juhl om bestyrelsen?",  # what is told of him is not told by him
        "Hvad mener Kirsten Dahl om legepladserne?",  # she wrote of other things
    ],
)
def test_what_is_told_of_someone_is_not_said_by_them(report: Assistant, question: str) -> None:
    answer = report.ask(question)
    assert answer.status == "not_found", answer.answer
