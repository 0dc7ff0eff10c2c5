"""Whose partner, post or aim is asked for: that of the one named, and not of another beside it."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from index.library import Library

HOUSE = """# Parken

Fremtidens genplantning af parken er en stor opgave, og her samarbejder Havernes Forbund med Jordfonden. \
Boligforeningen Elmely samarbejder med kommunen, og sigtet er flere træer.

# Haverne

I 2022 åbnede foreningen sine første haver i gården. Arbejdet med haverne gav nye naboskaber. Haverne blev anlagt af \
beboere, og de to haver i gården blev kaldt ”Den stille plet” og ”Myldret”.
"""


@pytest.fixture(scope="module")
def house(library_of: Callable[[dict[str, str]], Library]) -> Assistant:
    return Assistant(library_of({"parken.md": HOUSE}))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hvem er Elmely gået sammen med om genplantningen?", "kommunen"),  # not the other house's partner
        ("Hvem arbejder Havernes Forbund sammen med om genplantningen?", "Jordfonden"),
        ("Hvilke to haver er der i gården?", "Den stille plet"),  # as many names as are asked for
    ],
)
def test_the_one_named(house: Assistant, question: str, first: str) -> None:
    assert first in house.ask(question, Conversation()).answer.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er Allan Werges makker på næstformandsposten?", "**Vinie Hansen**"),  # and not the one before him
        ("Hvem er viceformand i BL?", "**Vinie Hansen**"),
        ("Hvem er viceformand i Housing Europe?", None),  # its president is another
        ("Hvem er med i samarbejdet om helhedsplanerne?", "civilsamfund"),  # "… samarbejder tæt om dem"
        ("Hvem vil BL lave partnerskaber med ifølge målene for 2026-2028?", "erhvervsliv"),
        ("Hvilken udvikling ønsker BL med den nye samfundskontrakt?", "ulighed"),  # no list of points
        ("Hvad er formålet med Almene mål ifølge programmet for 2026-2028?", "Målene skal"),
    ],
)
def test_of_whom_and_what(assistant: Assistant, question: str, said: str | None) -> None:
    answer = assistant.ask(question, Conversation())
    assert answer.status == ("answered" if said else "not_found")
    assert not said or said in answer.answer
