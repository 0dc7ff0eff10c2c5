"""A Document on its way from the child to its parent: what is many goes as plain tuples, three times as fast."""

import gc
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from ingest.document import Document, Figure, WordBox

_FIGURE = attrgetter(*(field.name for field in fields(Figure)))


def packed_plain(document: Document) -> bytes:
    """The document as it is before figures are found in it."""
    boxes = [tuple(box) for box in document.word_boxes]
    return pickle.dumps(("plain", (replace(document, word_boxes=()), boxes)), protocol=5)


def packed_found(document: Document) -> bytes:
    """What was found in it, without the text, which is there already."""
    figures = [_FIGURE(figure) for figure in document.figures]
    return pickle.dumps(("found", (figures, document.commitments, document.mentions, document.problems)), protocol=5)


def unpacked(message: bytes, plain: Document | None) -> tuple[str, Any]:
    """The kind of a message and what it says; what was found as the document `plain` together with it."""
    with _uncollected():
        kind, value = pickle.loads(message)  # noqa: S301 - our own child
        if kind == "plain":
            document, boxes = value
            return kind, replace(document, word_boxes=tuple(map(WordBox._make, boxes)))
        if kind == "found" and plain is not None:
            figures, commitments, mentions, problems = value
            made = tuple([Figure(*figure) for figure in figures])
            return kind, replace(plain, figures=made, commitments=commitments, mentions=mentions, problems=problems)
        return kind, value


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would go through hundreds of thousands of new objects again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
