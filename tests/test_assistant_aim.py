"""What something is for, from the starter documents."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from index.library import Library


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvad er det meningen, at Fonden for Blandede Byer skal føre til?", "hjemløshed"),  # two sentences behind
        ("Hvad er sigtet med BL's samarbejde om Ukraine?", "betalelige boliger"),
        ("Hvad er formålet med ladestandere?", None),  # named, and no purpose is given
    ],
)
def test_what_it_is_for(starter_library: Library, question: str, said: str | None) -> None:
    answer = Assistant(starter_library).ask(question, Conversation())
    assert answer.status == ("answered" if said else "not_found")
    assert not said or said in answer.answer
