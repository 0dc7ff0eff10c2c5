"""What a value is bound to: the rank asked for and the sizes a rule holds for."""

import pytest

from assistant.compose.limits import of_other_rank, outside_limit
from assistant.understand.slots import find_size


@pytest.mark.parametrize(
    ("question", "said", "missed"),
    [
        ("Hvor mange stemmer fik nummer to?", "Hun vandt med 40 af 70 stemmer.", True),  # the winner's are not theirs
        ("Hvor mange stemmer fik nummer to?", "Han blev nummer to med 25 stemmer.", False),
        ("Hvem kom på andenpladsen?", "Bo Lund fik andenpladsen.", False),
        ("Hvor mange stemmer fik taberen?", "Hun vandt med 40 af 70 stemmer.", True),
        ("Hvilken by er næststørst?", "Byen er den største.", True),
        ("Hvem er næstformand?", "Bo Lund sidder i bestyrelsen.", False),  # a post, no rank
        ("Hvem vandt?", "Hun blev valgt.", False),  # who comes first is told without a word for it
    ],
)
def test_another_rank_is_no_answer(question: str, said: str, missed: bool) -> None:
    assert of_other_rank(question, said) is missed


@pytest.mark.parametrize(
    ("asked", "said", "outside"),
    [
        ("et hus på 800 kvadratmeter", "huse over 1000 m2 skal have en klimaberegning", True),
        ("et hus på 1.800 kvadratmeter", "huse over 1000 m2 skal have en klimaberegning", False),  # 1.800 is no 800
        ("et hus på 800 kvadratmeter", "huse under 1.000 m2 er fri", False),
        ("et hus på 800 kvadratmeter", "alle huse skal have det", False),  # no limit named
        ("et hus", "huse over 1000 m2 skal have en klimaberegning", False),  # no size asked about
    ],
)
def test_a_rule_holds_within_its_own_limit(asked: str, said: str, outside: bool) -> None:
    size = find_size(asked)
    assert outside_limit(size[0] if size else None, said) is outside
