"""Why something is so: the reason beside what it explains, in whatever turn; and what explains another thing."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library
from index.words import is_verb_form

_TEXT = """# Årsskrift for Boligforeningen Fjordby

## Grønnere hverdag

Vaskerierne brugte længe mere strøm, end regnskabet kunne bære. Foreningen har derfor opstillet varmepumper i kælderen.

Ventelisten blev kortere i fjor. Denne udvikling er resultatet af mange nye ungdomsboliger.

## Fester

Foreningen holdt folkefest i gården, fordi naboerne ønskede at mødes.
Festudvalget arbejder sammen med Fjordby Bibliotek om årets læseklub.
"""


@pytest.fixture(scope="module")
def year(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsskrift.md": _TEXT}))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor har foreningen opstillet varmepumper i kælderen?", "brugte længe mere strøm"),  # "derfor": before it
        ("Hvad er grunden til, at foreningen har opstillet varmepumper?", "brugte længe mere strøm"),  # another turn
        ("Hvordan kan det være, at ventelisten blev kortere?", "nye ungdomsboliger"),  # the sentence behind tells
        ("Hvem har festudvalget slået sig sammen med om læseklubben?", "Fjordby Bibliotek"),  # joining, in other words
    ],
)
def test_what_explains_it_stands_beside_it(year: Assistant, question: str, said: str) -> None:
    answer = year.ask(question)
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor holdt foreningen børnefest i gården?",  # another compound with the same head
        "Hvem har foreningen slået sig sammen med om varmepumperne?",  # nobody is told to work together on them
    ],
)
def test_another_thing_is_not_explained(year: Assistant, question: str) -> None:
    answer = year.ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("word", "verb"),
    [
        ("skruet", True),  # "skrue" is a noun, too, but takes no -t
        ("inviteret", True),
        ("huset", False),  # a house
        ("svage", False),  # an adjective sets a group apart
        ("markedet", False),
        ("Skruet", False),  # may be a name
    ],
)
def test_verb_forms_are_told_by_the_dictionary(word: str, verb: bool) -> None:
    assert is_verb_form(word) is verb
