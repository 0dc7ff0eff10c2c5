"""Goals of a programme by name or number: adopted or proposed, their sub-goals, what is to be done, who leads."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

BELT = """# Mål for Boligsamvirket Storebælt 2027-2030

Boligsamvirket Storebælt samler ni boligorganisationer.

## Mål 1: Plads til flere

Vedtaget af landsmødet den 4. maj 2026

### Delmål 1.1: Små boliger

Boligsamvirket Storebælt vil:

- bygge 340 boliger under 60 m²
- købe grunde sammen med kommunerne

### Delmål 1.2: Billigere drift

Boligsamvirket Storebælt vil:

- samle indkøb af maling

## Mål 2: Tage med sol

Udkast – landsmødet tager stilling den 9. maj 2027

### Delmål 2.1: Solceller

Boligsamvirket Storebælt vil:

- sætte solceller op på 70 tage

## Udvalgene

Byggeudvalget: Formand Karen Lundsgaard

Soludvalget: Formand Ole Bastrup
"""
BL = """# Almene mål 2026-2028

Udgivet af BL – Danmarks Almene Boliger.

## Trygge gader

BL VIL

- sætte lys op
- tale med naboer

## Grønne haver

BL VIL

- plante træer
- samle regnvand
"""


@pytest.fixture(scope="module")
def asked(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"maal-storebaelt-2027-2030.md": BELT, "almene-maal-2026-2028.md": BL}))


RIGHT = [
    ("Er Storebælts mål om plads til flere vedtaget?", ("Ja.", "4. maj 2026"), ()),
    ("Er målet om tage med sol i Boligsamvirket Storebælt vedtaget?", ("Nej.", "Udkast", "9. maj 2027"), ("4. maj",)),
    ("Hvornår blev mål 1 vedtaget i Boligsamvirket Storebælt?", ("4. maj 2026",), ("9. maj",)),  # by its number
    (
        "Hvilke delmål hører under målet Plads til flere i Boligsamvirket Storebælt?",
        ("Små boliger", "Billigere drift"),
        ("Solceller",),
    ),
    ("Hvilke delmål har Storebælts mål 2?", ("Solceller",), ("Små boliger",)),
    ("Hvad vil Boligsamvirket Storebælt gøre for små boliger?", ("340 boliger", "købe grunde"), ("maling",)),
    ("Hvem er formand for Soludvalget i Boligsamvirket Storebælt?", ("Ole Bastrup",), ("Lundsgaard",)),
    ("Hvad er BL's mål?", ("Trygge gader", "Grønne haver"), ("Tage med sol",)),  # another's programme is newer
    ("Hvad er målene i den nyeste periode?", ("Trygge gader", "Grønne haver"), ("Tage med sol",)),
]


@pytest.mark.parametrize(("question", "said", "unsaid"), RIGHT)
def test_what_a_programme_says_of_the_goal_that_is_named(
    asked: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in said), answer.answer
    assert not any(part in answer.answer for part in unsaid), answer.answer


UNTOLD = [
    "Hvilke delmål har Boligsamvirket Storebælt om varme?",  # no goal of it
    "Hvem er formand for Haveudvalget i Boligsamvirket Storebælt?",  # no such committee
]


@pytest.mark.parametrize("question", UNTOLD)
def test_a_goal_or_post_that_is_not_there(asked: Assistant, question: str) -> None:
    assert asked.ask(question).status == "not_found"
