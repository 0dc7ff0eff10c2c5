"""How something went: the sentences that tell what happened, in order, and not those that tell how things are."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from index.library import Library

REVIEW = """# Eftersyn af haveudvalgene

Foreningens ledelse besluttede i foråret 2021 at se på haveudvalgenes opgaver.

Haveudvalgene passer bede og stier i ni afdelinger og mødes på skift hos hinanden.

På fire aftenmøder debatterede beboerne udvalgenes arbejde, og ledelsen fik mange forslag med hjem.

# Billeder

I 2019 flyttede Bo Dal ind med sine børn. Hans bed er med i et af haveudvalgene.
"""


@pytest.fixture(scope="module")
def review(library_of: Callable[[dict[str, str]], Library]) -> Assistant:
    return Assistant(library_of({"eftersyn.md": REVIEW}))


@pytest.mark.parametrize(
    "question",
    [
        "Hvordan forløb eftersynet af haveudvalgene, fra det blev besluttet?",
        "Hvordan er det gået med eftersynet af haveudvalgene?",
    ],
)
def test_what_happened_is_told(review: Assistant, question: str) -> None:
    answer = review.ask(question, Conversation()).answer
    assert "foråret 2021" in answer
    assert "aftenmøder" in answer
    assert "passer bede" not in answer  # how things are is no step
    assert "Bo Dal" not in answer  # dated, and another story
