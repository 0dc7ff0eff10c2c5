"""Who holds a post now is told apart from who held it before."""

import pytest

from assistant.assistant import Assistant
from assistant.compose.people import held_before
from assistant.compose.succession import asks_succession
from assistant.understand.query import Query


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Hun efterfulgte Jens Holm, der havde været formand siden 1999.", True),  # another took over
        ("Mona overtog posten fra Jens Holm.", True),  # taken over from
        ("Den tidligere formand Jens Holm talte.", True),  # said outright
        ("Jens Holm blev formand i 1999.", False),  # holds it, as far as is said
        ("Formand Jens Holm bød velkommen.", False),  # the present one
    ],
)
def test_past_holder(text: str, held: bool) -> None:
    assert held_before(text, "Jens Holm") is held


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hvem var formand før Jens Holm?", True),  # the one before
        ("Hvem afløste Jens Holm?", True),  # the one after
        ("Hvem var Jens Holms forgænger?", True),  # a genitive
        ("Hvem er formand for BL?", False),  # nobody named
    ],
)
def test_asks_succession(text: str, asked: bool) -> None:
    query = Query(asked=text, question=text, text=text, asks=frozenset({"person"}))
    assert asks_succession(query) is asked


@pytest.mark.parametrize(
    ("question", "first", "also"),
    [
        ("Hvem har siddet som formand for BL fra 2008 og frem?", "Palle Adamsen", "Allan Werge"),  # both, in order
        ("Hvor længe var Palle Adamsen formand, og hvornår tog den næste over?", "Palle Adamsen", "2022"),
        ("Hvornår overtog Allan Werge formandsposten?", "Allan Werge", "2022"),  # who is asked about comes first
        ("Hvem var formand for BL i 2015?", "Palle Adamsen", "2008"),  # a year between the two
        ("Hvem er Allan Werges næstformand i BL?", "Vinie Hansen", "næstformand"),  # a person is no organisation
    ],
)
def test_who_held_the_post_and_since_when(assistant: Assistant, question: str, first: str, also: str) -> None:
    answer = assistant.ask(question)
    assert answer.answer.startswith(f"**{first}**"), answer.answer
    assert also in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem var formand for BL i 2005?",  # before the one who is known
        "Hvem var direktør i BL i 2010?",  # the director of today is not the one of then
        "Hvor længe var Hans Jensen formand?",  # nobody of that name
        "Hvor længe har Bent Madsen været direktør?",  # no beginning is told
    ],
)
def test_a_year_nobody_tells_of_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer
