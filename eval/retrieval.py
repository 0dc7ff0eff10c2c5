"""Was the place found? Each question's evidence is watched while it is asked and held against the expected texts."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.answer import Answer
from eval.sets import Case
from eval.sources import Sources, letters
from index.evidence import Evidence
from ingest.document import Span

FARTHEST = 200
"""Characters that may stand between the words of one expected text, beside twice its own length."""

_seen: ContextVar[list[Evidence] | None] = ContextVar("evidence seen for the question being asked", default=None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expected text stands: the document's id and its span."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Trace:
    """What happened to one case's expected texts. `hits`: per passage found, best first, which texts it holds."""

    read: tuple[bool, ...]
    found: tuple[bool, ...]
    cited: tuple[bool, ...]
    hits: tuple[tuple[int, ...], ...]


@contextmanager
def watched(library: Any) -> Iterator[None]:
    """While inside, every `library.search` also hands its evidence to `collecting`: no question is searched twice."""
    search = getattr(library, "search", None)
    if search is None:
        yield
        return

    def search_and_tell(*args: Any, **kwargs: Any) -> Evidence:
        evidence: Evidence = search(*args, **kwargs)
        seen = _seen.get()
        if seen is not None:
            seen.append(evidence)
        return evidence

    library.search = search_and_tell
    try:
        yield
    finally:
        vars(library).pop("search", None)  # the class's own method shows again


@contextmanager
def collecting() -> Iterator[list[Evidence]]:
    """The evidence of every search made inside, in this thread."""
    seen: list[Evidence] = []
    token = _seen.set(seen)
    try:
        yield seen
    finally:
        _seen.reset(token)


def trace(case: Case, answer: Answer, seen: list[Evidence], sources: Sources) -> Trace:
    """Which of the case's texts were read, found and cited."""
    places = [_places(text, case, sources) for text in case.evidence]
    passages = list(
        {(h.document, h.passage.ordinal): (h.document, h.passage.spans) for e in seen for h in e.passages}.values()
    )
    hits = tuple(tuple(i for i, spots in enumerate(places) if _covers(hit, spots)) for hit in passages)
    cited = [(c.document, ((c.start, c.end),)) for c in answer.citations]
    was_cited = tuple(any(_touches(each, spots) for each in cited) for spots in places)
    return Trace(
        read=tuple(bool(spots) for spots in places),
        found=tuple(was_cited[i] or any(i in held for held in hits) for i in range(len(places))),
        cited=was_cited,
        hits=hits,
    )


def went_wrong(case: Case, answer: Answer, seen: Trace, sources: Sources) -> str:
    """The step a wrong answer was lost at: not_read, not_found, not_chosen, refused, composed, or not_refused."""
    if not case.answerable:
        return "not_refused"
    if any(document not in sources.entries for document in case.docs) or not all(seen.read):
        return "not_read"
    refused = answer.status == "not_found" or (answer.status == "unclear_source" and case.kind != "ambiguous")
    if not all(seen.found):
        return "not_found"
    if refused:
        return "refused"
    cited = {citation.document for citation in answer.citations}
    chosen = any(seen.cited) if seen.cited else not case.docs or bool(cited & set(case.docs))
    return "composed" if chosen else "not_chosen"


def ranking_scores(hits: tuple[tuple[int, ...], ...], expected: int) -> dict[str, float]:
    """recall@5, recall@10, MRR@10 and nDCG@10 of one question's passages, by sentence-transformers' evaluator."""
    from sentence_transformers.sentence_transformer.evaluation.information_retrieval import (
        InformationRetrievalEvaluator,
    )

    missing = list(range(expected))
    ranked = []
    for rank, held in enumerate(hits):
        new = [i for i in held if i in missing]
        # A passage that holds two expected texts is met twice; one that only repeats a text is neither gain nor loss.
        ranked += [f"expected {i}" for i in new] or [f"other {rank}"]
        missing = [i for i in missing if i not in new]
    evaluator = InformationRetrievalEvaluator(
        {"q": ""}, {}, {"q": {f"expected {i}" for i in range(expected)}},
        mrr_at_k=[10], ndcg_at_k=[10], accuracy_at_k=[5], precision_recall_at_k=[5, 10], map_at_k=[10],
    )  # fmt: skip
    scores = evaluator.compute_metrics([[{"corpus_id": id, "score": -float(i)} for i, id in enumerate(ranked)]])
    return {
        "recall@5": float(scores["recall@k"][5]),
        "recall@10": float(scores["recall@k"][10]),
        "mrr@10": float(scores["mrr@k"][10]),
        "ndcg@10": float(scores["ndcg@k"][10]),
    }


def _places(text: str, case: Case, sources: Sources) -> list[Place]:
    """Every place the text stands, letter by letter or else by all its words, in the case's documents if named."""
    documents = [id for id in (case.docs or sources.texts) if id in sources.texts]
    wanted = letters(text)
    found = [Place(id, span) for id in documents for span in _spans(sources.texts[id], wanted)]
    # A figure's parts may stand in another order in the stored text, which is in reading order: value beside label.
    return found or [Place(id, span) for id in documents if (span := _narrowest(sources.texts[id], text))]


def _spans(text: str, wanted: str) -> list[Span]:
    plain, offsets = _plain(text)
    found = []
    at = plain.find(wanted) if wanted else -1
    while at >= 0:
        found.append((offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = plain.find(wanted, at + 1)
    return found


@lru_cache(maxsize=4096)
def _narrowest(text: str, wanted: str) -> Span | None:
    """The shortest stretch that holds every word of a text in any order; None where they stand too far apart."""
    words = {word.casefold() for word in re.findall(r"\w[\w.,]*\w|\w", wanted)}
    places = [
        (match.start(), match.end(), word)
        for word in words
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    ]
    last: dict[str, int] = {}
    best: Span | None = None
    for start, end, word in sorted(places):
        last[word] = start
        first = min(last.values())
        if len(last) == len(words) and (best is None or end - first < best[1] - best[0]):
            best = (first, end)
    return best if best and best[1] - best[0] <= FARTHEST + 2 * len(wanted) else None


@lru_cache(maxsize=256)
def _plain(text: str) -> tuple[str, list[int]]:
    """The text's letters and digits, and where each one stands."""
    plain: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for part in unicodedata.normalize("NFKC", char).casefold():
            if part.isalnum():
                plain.append(part)
                offsets.append(offset)
    return "".join(plain), offsets


def _overlap(spans: tuple[Span, ...], place: Span) -> int:
    return sum(max(0, min(end, place[1]) - max(start, place[0])) for start, end in spans)


def _covers(hit: tuple[str, tuple[Span, ...]], places: list[Place]) -> bool:
    """Whether a passage holds at least half of one of the places."""
    return any(
        hit[0] == place.document and 2 * _overlap(hit[1], place.span) >= place.span[1] - place.span[0]
        for place in places
    )


def _touches(hit: tuple[str, tuple[Span, ...]], places: list[Place]) -> bool:
    return any(hit[0] == place.document and _overlap(hit[1], place.span) > 0 for place in places)
