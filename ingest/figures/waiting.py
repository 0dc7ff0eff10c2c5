"""Statements left open where their number should stand."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from ingest.document import Document, Span
from ingest.figures.flow import Sentence, shown, trimmed

NEAR: Final = 200
"""Sentences before and after a number: a file without pages may be one of hundreds of thousands."""
_OPEN: Final = re.compile(r"\b(?:på|for|til|udgør|udgjorde|er|var|med|over|bor|havde)$")


def statements_waiting(document: Document, flow: Sequence[Sentence], number: int) -> list[Span]:
    """The two statements nearest to a number on its page that lack theirs, in the order of the text."""
    page = document.page_at(number)
    at = bisect_left(flow, number, key=lambda s: s.span[0])
    near = flow[max(0, at - NEAR) : at + NEAR]
    leads = [_lead(document, s.span, number) for s in near if document.page_at(s.span[0]) == page]
    waiting = sorted((s for s in leads if _waits(document, s)), key=lambda s: abs(s[0] - number))
    return sorted(waiting[:2])


def _lead(document: Document, sentence: Span, number: int) -> Span:
    """The sentence, or the part of it before the number where it holds the number itself."""
    start, end = sentence
    return trimmed(document.text, (start, number)) if start < number < end else sentence


def _waits(document: Document, span: Span) -> bool:
    """Whether a statement ends where its number should stand."""
    text = shown(document.quote(span))
    return len(text.split()) >= 4 and bool(_OPEN.search(text))
