"""What carries a quoted sentence on is quoted with it, and what only stands beside it is not."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

_TEXT = """# Årsskrift for Boligforeningen Fjordby

## Pulje til gårdhaver

Foreningen har oprettet en pulje til gårdhaver i de ældste karréer. Herudover er der en pulje til cykelskure ved
stationen. Dertil hører en pulje til drivhuse på tagene.

## Færre indbrud

Antallet af indbrud faldt i Fjordby i fjor. Denne udvikling er resultatet af nye låse i kældrene. Desuden har
natteravnene haft effekt.

## Skolen for kældermestre

Skolen for kældermestre blev afholdt første gang i maj. På skolen lærte deltagerne om varmepumper og ventilation.

## Sommerugen

Sommerugen rummer en række aktiviteter.
Vi mødes derfor:

- til fællesspisning på torvet
- om et krolfkursus for nybegyndere

## Vaskeri

Vaskeriet fik nye maskiner i marts. Samtidig blev porten malet grøn.
"""


@pytest.fixture(scope="module")
def year(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsskrift.md": _TEXT}))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilke puljer er der ud over den til gårdhaver?", ["cykelskure", "drivhuse"]),  # an enumeration is told whole
        ("Hvad har hjulpet til, at indbruddene faldt i Fjordby?", ["nye låse", "natteravnene"]),  # cause, and another
        ("Hvad er indholdet af skolen for kældermestre?", ["første gang i maj", "ventilation"]),  # its word is taken up
        ("Hvad består sommerugen af?", ["fællesspisning", "krolfkursus"]),  # announced, so the list comes too
    ],
)
def test_what_carries_it_on_is_quoted(year: Assistant, question: str, said: list[str]) -> None:
    answer = year.ask(question)
    assert answer.status == "answered"
    assert all(word in answer.answer for word in said), answer.answer


@pytest.mark.parametrize(
    ("question", "unsaid"),
    [
        ("Hvad skete der med vaskeriet?", "porten"),  # "samtidig" tells something else
        ("Hvornår blev skolen for kældermestre afholdt første gang?", "ventilation"),  # a date is told by one sentence
    ],
)
def test_what_stands_beside_it_is_left_out(year: Assistant, question: str, unsaid: str) -> None:
    answer = year.ask(question)
    assert answer.status == "answered"
    assert unsaid not in answer.answer
