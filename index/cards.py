"""What is embedded: a passage with its context, a figure and a commitment as one line each."""

from collections.abc import Iterable, Sequence

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.schema import TextNode

from index.vectors import NodeKind, node_id
from ingest.document import Commitment, Document, Figure, Passage


def passage_card(passage: Passage) -> str:
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def figure_card(figure: Figure) -> str:
    return _join(figure.label, figure.group, figure.qualifier, figure.municipality, figure.period, figure.quote)


def commitment_card(commitment: Commitment) -> str:
    return _join(commitment.text, commitment.parent, commitment.theme, commitment.actor, commitment.period)


def cards(document: Document) -> dict[NodeKind, list[str]]:
    """The texts to embed, by kind, in the document's order."""
    return {
        "passage": [passage_card(passage) for passage in document.passages],
        "figure": [figure_card(figure) for figure in document.figures],
        "commitment": [commitment_card(commitment) for commitment in document.commitments],
    }


def nodes(
    document: Document, generation: int, kind: NodeKind, texts: Sequence[str], vectors: Sequence[Sequence[float]]
) -> list[TextNode]:
    info = document.info
    metadata = {
        "document": document.id,
        "generation": generation,
        "kind": kind,
        "municipality": info.municipality or "",
        "period": info.period or "",
        "document_kind": info.kind,
    }
    return [
        TextNode(
            id_=node_id(document.id, generation, kind, n),
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


def _join(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
