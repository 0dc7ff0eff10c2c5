"""The words of a sentence that belong to one of its numbers."""

import pytest

from assistant.answers import numbers
from assistant.clauses import own_clause

ROWS = [
    ("Puljen bliver 40 mio. kr. større, og vejledningen får 7 mio. kr. mere.", 1, "vejledningen", "Puljen"),  # joint
    ("Puljen øges med 40 mio. kr. og vejledningen styrkes med 7 mio. kr.", 1, "vejledningen", "Puljen"),  # only "og"
    ("Puljen bliver 40 mio. kr. større, og vejledningen får 7 mio. kr. mere.", 0, "Puljen", "vejledningen"),  # first
    ("2/3 af husene er lejligheder, og 1/3 er rækkehuse.", 0, "lejligheder", "rækkehuse"),  # words after the number
]


@pytest.mark.parametrize(("text", "which", "inside", "outside"), ROWS)
def test_a_number_has_the_words_of_its_own_clause(text: str, which: int, inside: str, outside: str) -> None:
    spans = [value.span for value in numbers(text)]
    start, end = own_clause(text, spans[which], spans)
    assert inside in text[start:end]
    assert outside not in text[start:end]


def test_numbers_without_a_joint_share_their_words() -> None:
    text = "Hun vandt med 118 af de 183 afgivne stemmer."
    spans = [value.span for value in numbers(text)]
    assert {own_clause(text, span, spans) for span in spans} == {(0, len(text))}
