"""A message that asks two or three things at once, as the questions it is made of."""

import re

from assistant.understand.threshold import threshold_of

_WH = r"(?:hv(?:ad|em|ornår|orfor|ordan|ilke[nt]?|or)|wh(?:at|om?|en|ere|y|ich)|how)"
_BEFORE = r"(?:(?:i|på|fra|med|til|af|in|on|at|from|with|to|of|by|for) )?"
_NEXT = re.compile(
    rf"(?:,\s*|\s+)(?:og|samt|and)\s+(?={_BEFORE}{_WH}\b)|\?\s+(?:(?:og|and)\s+)?(?={_BEFORE}{_WH}\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\b{_WH}\b", re.IGNORECASE)
_MOST_OF = re.compile(r"\b(?:størst|mindst|flest|færrest|højest|lavest|mest)\w*\b", re.IGNORECASE)
_HOW_MUCH = re.compile(
    r"hvor (?:mange procent|mange|stor en (?:andel|del)|stort?|meget|tæt|stor forskel)"
    r"(?: \w+){0,2}?(?: (?:den|det|de|der))?(?: i .+)?$",
    re.IGNORECASE,
)
"""How much the most is, which names nothing itself: "hvilken gruppe er størst, og hvor mange procent udgør den"."""
_LEAST = 4
"""Words of a part that can be a question by itself: "hvor og hvornår …" is one question."""
_MOST = 3


def _asks(question: str, piece: str) -> bool:
    """Whether the first piece is a question: by its word, or by a limit that the second does not spell out."""
    if _ASKS.search(piece):
        return True
    return threshold_of(question) is None and threshold_of(f"{piece}?") is not None


def parts_of(question: str) -> tuple[str, ...]:
    """The questions of a message in order; one, when it asks but one thing."""
    cuts = [match for match in _NEXT.finditer(question) if len(question[: match.start()].split()) >= _LEAST]
    if not cuts or len(cuts) >= _MOST:
        return (question,)
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(question)]
    pieces = [question[a:b].strip(" ,?") for a, b in zip(starts, ends, strict=True)]
    if any(len(piece.split()) < 3 for piece in pieces) or not _asks(question, pieces[0]):
        return (question,)
    if _MOST_OF.search(pieces[0]) and any(_HOW_MUCH.match(piece) for piece in pieces[1:]):
        return (question,)
    return tuple(f"{piece[:1].upper()}{piece[1:]}?" for piece in pieces)
