"""Any sentence-transformers model by name or folder: the only file that touches sentence-transformers."""

from pathlib import Path
from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from errors import UsageError
from index import texts
from index.embedding import clean
from index.offline import allow_hub

E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class SentenceTransformersEmbedding(BaseEmbedding):
    """Normalised vectors. E5 models get the prefixes they were trained with where their folder names none."""

    _model: Any = PrivateAttr()

    def __init__(self, name: str) -> None:
        """`name` is a folder, or a name on the hub: a setting that names one is the consent to fetch it once."""
        super().__init__(model_name=name, embed_batch_size=32)
        self._model = _load(name)
        prompts = self._model.prompts
        if "e5" in Path(name).name.lower() and not any(prompts.values()):
            prompts.update(E5_PROMPTS)

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._model.encode_query(clean(query), normalize_embeddings=True, show_progress_bar=False).tolist()

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        cleaned = [clean(text) for text in texts]
        return self._model.encode_document(cleaned, normalize_embeddings=True, show_progress_bar=False).tolist()

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def _load(name: str) -> Any:
    folder = Path(name).expanduser()
    if not folder.is_dir():
        allow_hub()
    from sentence_transformers import SentenceTransformer

    try:
        if folder.is_dir():
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        try:
            return SentenceTransformer(name, device="cpu", local_files_only=True)
        except OSError:  # not fetched yet
            return SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        why = (str(error).strip() or type(error).__name__).splitlines()[0][:120]
        raise UsageError(texts.NO_MODEL.format(name=name, why=why)) from error
