"""What is embedded: each passage under its context, each sentence by itself, what each figure of a sheet measures."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.schema import TextNode

from index.vectors import node_id
from ingest.document import Document, Figure, Passage
from ingest.places import find_places
from ingest.quotable import pieces_of, said_in

HANGING = frozenset({"tile", "table"})
"""Passages that are no sentences."""

FEWEST_WORDS = 3
"""Words of a sentence that is worth finding by its meaning."""

MOST_ALIKE = 20
"""Sentences of one document that differ in their numbers alone are rows of a list when there are more: their meaning is
the same, so words find them, and a long register doesn't take hours to embed."""

MOST_FIGURES = 400
"""Figures of one document that are found by their meaning: with more it is a register, which words find."""

_NUMBERS = re.compile(r"\d+")
_PLACE = re.compile(r"\b(?:i )?(?:kommunen?|hele landet|danmark)\b", re.IGNORECASE)
_NOTE = re.compile(r"(?<=[^\W\d_]{3})\d\b")
"""A footnote's sign that hangs on a word."""


def card(passage: Passage) -> str:
    """The passage under its context, as it is embedded."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def quotable(document: Document) -> dict[int, str]:
    """Where each sentence begins in the stored text → its words. Scraps of tiles and tables are none, nor are rows."""
    found: dict[int, str] = {}
    for passage in document.passages:
        if passage.kind in HANGING:
            continue
        for piece in pieces_of(document.text, passage):
            said = said_in(document.text, piece)
            if len(said.split()) >= FEWEST_WORDS:
                found[piece[0][0]] = said
    alike = Counter(_shape(said) for said in found.values())
    return {start: said for start, said in found.items() if alike[_shape(said)] <= MOST_ALIKE}


def figure_texts(document: Document) -> dict[int, str]:
    """Where each number of a sheet or table begins → what it measures, without number and place."""
    told = [span for passage in document.passages if passage.kind not in HANGING for span in passage.spans]
    alone = [
        figure
        for figure in document.figures
        if document.info.municipality or not any(a <= figure.spans[0][0] < b for a, b in told)
    ]
    return {figure.spans[0][0]: figure_text(figure) for figure in alone} if len(alone) <= MOST_FIGURES else {}


def figure_text(figure: Figure) -> str:
    """Heading, column, unit and label: what a figure measures, wherever and however much it is."""
    said = f"{(figure.group or '').replace(' · ', '. ')}. {figure.unit} {figure.label}"
    return " ".join(_PLACE.sub(" ", placeless(_NOTE.sub("", said))).split()).strip(" .")


def placeless(text: str) -> str:
    """A text without the names of municipalities and the preposition before them."""
    for place in reversed(find_places(text)):
        if place.municipality is not None:
            before = re.sub(r"\b(?:i|for|fra|hos|på)\s*$", "", text[: place.span[0]], flags=re.IGNORECASE)
            text = before + re.sub(r"^s?\s*[Kk]ommunes?\b", "", text[place.span[1] :])
    return text


def _shape(said: str) -> str:
    return _NUMBERS.sub("0", said)


def nodes(
    document: Document, generation: int, texts: Sequence[str], vectors: Sequence[Sequence[float]]
) -> list[TextNode]:
    """The passages' texts as llama-index nodes, with what a search may be limited to."""
    info = document.info
    metadata = {
        "document": document.id,
        "generation": generation,
        "municipality": info.municipality or "",
        "period": info.period or "",
        "document_kind": info.kind,
    }
    return [
        TextNode(
            id_=node_id(document.id, generation, n),
            text=text,
            embedding=list(vector),
            metadata={**metadata, "ordinal": n},
        )
        for n, (text, vector) in enumerate(zip(texts, vectors, strict=True))
    ]


def embed(embedding: BaseEmbedding, texts: Sequence[str], batch: int = 16) -> Iterable[list[list[float]]]:
    """Vectors of the texts, a batch at a time, so that progress can be shown."""
    for start in range(0, len(texts), batch):
        yield embedding.get_text_embedding_batch(list(texts[start : start + batch]))
