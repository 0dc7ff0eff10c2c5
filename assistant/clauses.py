"""Which part of a sentence belongs to which of its numbers."""

import re

from ingest.document import Span

_JOINT = re.compile(r",\s|;\s|\s(?:og|men|mens|samt)\s")
"""Where the words about one number may end and those about the next begin."""


def own_clause(text: str, value: Span, values: list[Span]) -> Span:
    """The range of `text` that speaks of the number at `value`, bounded by joints towards its neighbours in `values`.

    "rammen bliver 350 mio. større, og rådgivningen får 10 mio." → each amount has its own half; where no joint stands
    between two numbers ("118 af de 183 stemmer") they share their words.
    """
    start, end = 0, len(text)
    for other in values:
        if other[1] <= value[0] and (joint := _JOINT.search(text, other[1], value[0])):
            start = max(start, joint.end())
        if other[0] >= value[1] and (joint := _JOINT.search(text, value[1], other[0])):
            end = min(end, joint.start() + 1)
    return start, end
