"""Who holds a post now is told apart from who held it before."""

import pytest

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
