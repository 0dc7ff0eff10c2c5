"""The vectors of one document: its passages under their context, and each sentence by itself."""

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
    from index.cards import card, embed, nodes, quotable
    from index.vectors import Sentence

    passages = [card(passage) for passage in document.passages]
    sentences = quotable(document)
    texts = [*passages, *sentences.values()]
    made: list[list[float]] = []
    for batch in embed(embedding, texts):
        made += batch
        if progress:  # told in passages: that is what a document is said to have
            progress(len(made) * len(passages) // len(texts), len(passages))
    starts = zip(sentences, made[len(passages) :], strict=True)
    vectors.add_sentences([Sentence(document.id, generation, start, vector) for start, vector in starts])
    vectors.add(nodes(document, generation, passages, made[: len(passages)]))
