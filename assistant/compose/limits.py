"""What a value is bound to beside its words: the rank asked for, and the sizes a rule holds for."""

import re

from assistant.compose.figure_search import same_interval
from assistant.understand.query import Interval
from assistant.understand.slots import find_all, find_size

_RANKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:nummer|nr\.?) (?:to|2)\b|\b(?:anden|2\.) ?plads\w*|\bnæst(?!e\b|formand|kommende)\w+ste?\b",
        r"\b(?:nummer|nr\.?) (?:tre|3)\b|\btredje ?plads\w*|\b3\. ?plads\w*",
        r"\btaber(?:e|en|ne|ens|nes|s)?\b|\btabte\b|\bmodkandidat\w*|\bmodstander\w*|\bbesejre\w*",
        r"\bsidste ?plads\w*|\bsidst på listen\b|\bpå bunden\b|\bjumbo\w*",
    )
)
"""Ranks other than the first, one row each; who comes first is told without a word for it."""


def of_other_rank(question: str, said: str) -> bool:
    """Whether a question asks for the second, the third, the loser or the last, and nothing there says so."""
    return any(rank.search(question) and not rank.search(said) for rank in _RANKS)


def outside_limit(size: Interval | None, said: str) -> bool:
    """Whether a rule that names the sizes it holds for ("over 1000 m2") holds for none like the one asked about."""
    if size is None:
        return False
    bound = [limit for limit, _ in find_all(find_size, said)]
    return bool(bound) and not any(limit.holds(size) or same_interval(limit, size) for limit in bound)
