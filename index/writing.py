"""The vectors of one document: its passages under their context, each sentence by itself, each figure by its label."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ingest.document import Document

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding

    from index.vectors import Vectors

Progress = Callable[[int, int], None]
"""Called with how many passages are embedded and how many there are."""


def write_vectors(
    vectors: "Vectors", embedding: "BaseEmbedding", document: Document, generation: int, progress: Progress | None
) -> None:
    """Embeds a document and writes what came of it. Raises TryAgain when the disk is full."""
    from index.cards import card, embed, figure_texts, nodes, quotable
    from index.vectors import Sentence

    passages = [card(passage) for passage in document.passages]
    sentences = quotable(document)
    figures = figure_texts(document)
    labels = list(dict.fromkeys(figures.values()))  # the rows of one table, the series of one chart
    texts = [*passages, *sentences.values(), *labels]
    made: list[list[float]] = []
    for batch in embed(embedding, texts):
        made += batch
        if progress:  # told in passages: that is what a document is said to have
            progress(len(made) * len(passages) // len(texts), len(passages))
    rest = iter(made[len(passages) :])
    vectors.add_sentences([Sentence(document.id, generation, start, next(rest)) for start in sentences])
    of_label = dict(zip(labels, rest, strict=True))
    vectors.add_figures([Sentence(document.id, generation, at, of_label[label]) for at, label in figures.items()])
    vectors.add(nodes(document, generation, passages, made[: len(passages)]))
