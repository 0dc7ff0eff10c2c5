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


def own_words(text: str, person: Span, people: list[Span]) -> Span:
    """The range of `text` that speaks of one of several people, bounded by the last joint before each name.

    "Ann Berg, leder af Huset, Bo Dal, direktør i Byen": what stands behind a name tells of it. Of people who do
    one thing together ("Ann og Bo holdt oplæg") only the words at each name are its own.
    """
    start, end = 0, len(text)
    together = False
    for other in people:
        if other[1] <= person[0] and (joints := list(_JOINT.finditer(text, other[1], person[0]))):
            start = max(start, joints[-1].end())
            together |= _is_row(text[other[1] : person[0]])
        if other[0] >= person[1] and (joints := list(_JOINT.finditer(text, person[1], other[0]))):
            end = min(end, joints[-1].start() + 1)
            together |= _is_row(text[person[1] : other[0]])
    if together:
        before, behind = _TITLE.search(text, start, person[0]), _BESIDE.match(text, person[1], end)
        titled = before is not None and not _VERB.search(before[0])
        start, end = before.start() if before and titled else person[0], behind.end() if behind else person[1]
    return start, end


_VERB = re.compile(
    r"\b(?:er|var|blev|har|havde|gav|fik|kom|holdt|sagde|overtog|slog|tog|trak|skrev|\w+ede|\w{2,}(?<!t)te)\b"
)
_LONGEST_ROW = 9
"""Words between two people of one row, at most."""
_TITLE = re.compile(r"(?:[\w.]+ ){1,2}$")
_BESIDE = re.compile(
    r",? (?:(?:\w*\.? )?[\w.-]*"
    r"(?:direktør|formand|leder|chef|CEO|minister|borgmester|sekretær|redaktør|konsulent)\w* )?"
    r"(?:fra|i|for|hos|ved|af) [A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*)*"
)
"""The post or house that stands behind a name."""


def _is_row(between: str) -> bool:
    """Whether nothing is done between two names: "Ann fra Huset og direktør Bo"."""
    ends = re.search(r"(?:,|\bog|\bsamt) (?:[\w.]+ ){0,2}$", between)
    return bool(ends) and len(between.split()) <= _LONGEST_ROW and not _VERB.search(between)


_HALVES = re.compile(r"(?:,|;)\s(?:(?:og|men|mens)\s)")
"""Where one main clause ends and another begins: a list has no comma before its "og"."""
_OPENS = re.compile(r",\s(?:som|der|hvor|hvis|at|når|da|fordi)\b[^,]*$", re.IGNORECASE)
"""A clause within the first one that the same comma may end."""
_LEAST = 4
"""Words a main clause has at least."""


def own_half(text: str, value: Span, others: list[Span]) -> Span:
    """The range of main clauses that hold `value`, without those that hold only `others`; the whole where none part."""
    start, end = 0, len(text)
    for joint in _HALVES.finditer(text):
        before, after = text[start : joint.start()], text[joint.end() : end]
        if _OPENS.search(before) or min(len(before.split()), len(after.split())) < _LEAST:
            continue
        if joint.end() <= value[0] and any(start <= other[0] < joint.start() for other in others):
            start = joint.end()
        elif joint.start() >= value[1] and any(joint.end() <= other[0] < end for other in others):
            end = joint.start()
            break
    return start, end
