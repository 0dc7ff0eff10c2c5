"""English questions in Danish words: phrases first, and what is Danish already stays."""

import pytest

from assistant.lexicon import translate


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("How many homes in total?", "hvor mange boliger i alt?"),  # the phrase's "i" is no English "I"
        ("Who is president of Housing Europe?", "hvem er præsident Housing Europe?"),  # a name is not put in Danish
        ("What is Housing First?", "hvad er Housing First?"),  # nor is the name of a method
        ("How many residents live in terraced houses?", "hvor mange beboere bor i rækkehuse?"),  # longest first
        ("Who is Palle Adamsen?", "hvem er Palle Adamsen?"),  # unknown words stay
    ],
)
def test_phrases_are_put_in_danish_once(english: str, danish: str) -> None:
    assert translate(english) == danish
