"""multilingual-e5-small with a linear layer on top, trained on questions to documents of this kind.

A low-rank adapter (Hu et al. 2021, "LoRA", here on the finished vector and not within the model): `v + v·down·up`,
brought back to length 1. It is laid over question and text alike, so that their cosine stays the measure.
`python -m bench.train_adapter` trains it.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from index.embedding import ADAPTED

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "data" / "adapter.npz"


class AdaptedEmbedding(BaseEmbedding):
    """The vectors of another embedding of 384 numbers, adapted."""

    _inner: BaseEmbedding = PrivateAttr()

    def __init__(self, inner: BaseEmbedding) -> None:
        super().__init__(model_name=inner.model_name + ADAPTED, embed_batch_size=inner.embed_batch_size)
        self._inner = inner

    def _get_query_embedding(self, query: str) -> list[float]:
        return adapt([self._inner.get_query_embedding(query)])[0]

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return adapt(self._inner.get_text_embedding_batch(texts))

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def adapt(vectors: list[list[float]]) -> list[list[float]]:
    """Vectors of 384 numbers, each adapted and of length 1."""
    import numpy as np

    made = np.asarray(vectors, dtype=np.float32) @ _matrix()
    adapted: list[list[float]] = (made / np.linalg.norm(made, axis=1, keepdims=True)).tolist()
    return adapted


@cache
def _matrix() -> "Matrix":
    import numpy as np

    with np.load(WEIGHTS) as weights:
        down, up = (weights[name].astype(np.float32) for name in ("down", "up"))
    matrix: Any = np.eye(len(down), dtype=np.float32) + down @ up
    return matrix
