"""p95 of an answer beside one query embedding and one bare Chroma query: `python -m bench.answer_time [SET]`."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import chromadb
from chromadb.config import Settings

from assistant.answer import Conversation
from assistant.assistant import Assistant
from bench.recall import read_library, read_options, read_questions
from index.embedding import open_embedding
from index.offline import stay_offline

ROUNDS = 3


def timed(call: Callable[[], Any]) -> float:
    """Milliseconds."""
    began = perf_counter()
    call()
    return (perf_counter() - began) * 1000


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def main() -> None:
    stay_offline()
    options = read_options(__doc__)
    cases = read_questions(options.set)
    with tempfile.TemporaryDirectory() as folder:
        library = read_library(Path(folder), options.documents)
        embedding, bare = open_embedding(), _bare_collection(library)
        assistant = Assistant(library)
        assistant.warm_up()
        answers: list[float] = []
        yardstick: list[float] = []
        for _ in range(ROUNDS):  # in turns, so that a busy moment of the machine meets both
            for case in cases:
                before = Conversation()
                for turn in case.get("history", []):
                    before = before.after(assistant.ask(turn["question"], before))
                answers.append(timed(lambda c=case, b=before: assistant.ask(c["question"], b)))
                yardstick.append(timed(lambda c=case: _bare_query(embedding, bare, c["question"])))
        library.close()
    print(f"answer: p50 {sorted(answers)[len(answers) // 2]:.1f} ms, p95 {p95(answers):.1f} ms")
    print(f"embedding + bare query: p50 {sorted(yardstick)[len(yardstick) // 2]:.1f} ms, p95 {p95(yardstick):.1f} ms")
    print(f"p95 of an answer is {p95(answers) / p95(yardstick):.2f} times the yardstick's")


def _bare_collection(library: Any) -> Any:
    """The same passages in a collection with nothing around it."""
    client = chromadb.EphemeralClient(settings=Settings(anonymized_telemetry=False))
    collection = client.create_collection("bare", embedding_function=None)
    texts = [passage.text for _, passage in library.snapshot().passages]
    collection.add(
        ids=[str(number) for number in range(len(texts))],
        documents=texts,
        embeddings=open_embedding().get_text_embedding_batch(texts),
    )
    return collection


def _bare_query(embedding: Any, collection: Any, question: str) -> None:
    collection.query(query_embeddings=[embedding.get_query_embedding(question)], n_results=5)


if __name__ == "__main__":
    main()
