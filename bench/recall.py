"""recall@5 of the expected evidence: `python -m bench.recall [SET] [--documents FOLDER]`."""

import argparse
import json
import re
import tempfile
from itertools import takewhile
from pathlib import Path
from typing import Any

from bench.tutorial import Chunk, Tutorial, count_tokens
from index.embedding import open_embedding
from index.library import Library
from index.loading import load_paths
from index.offline import stay_offline
from ingest.document import Document, Passage, Span

MODES = ("dense", "bm25", "both")


def read_library(data_dir: Path, documents: Path) -> Library:
    """A library of the files in a folder, read as a user's would be."""
    from ingest.worker import ReadingPool

    library = Library.open(data_dir, open_embedding(), write=True)
    with ReadingPool() as pool:
        load_paths(library, pool, [documents])
    return library


def letters(text: str) -> str:
    """Letters and digits alone, folded: how evidence is compared, so that hyphens and line ends don't count."""
    return "".join(re.findall(r"[^\W_]+", text.casefold()))


def read_questions(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases that name their evidence."""
    return [case for case in read_questions(path) if case.get("evidence")]


def question_of(case: dict[str, Any]) -> str:
    """The question with its earlier ones before it, since a follow-up says nothing alone."""
    return " ".join([turn["question"] for turn in case.get("history", [])] + [case["question"]])


def holds(evidence: str, texts: list[str]) -> bool:
    """Whether the words of the evidence stand in one of the texts."""
    return any(letters(evidence) in letters(text) for text in texts)


def retrieved(library: Library, question: str, budget: float) -> tuple[list[str], int]:
    """Our best passages, with the headings right above them, up to `budget` tokens: per document, in its order."""
    spans: dict[str, set[Span]] = {}
    used = 0
    for hit in library.search(question, passages=100).passages:
        document = library.document(hit.document)
        own = {*hit.passage.spans, *_headings_above(document, hit.passage)}
        tokens = sum(count_tokens(document.quote(span)) for span in own)
        if used + tokens > budget:
            break
        used += tokens
        spans.setdefault(hit.document, set()).update(own)
    return [" ".join(library.text(id)[a:b] for a, b in sorted(own)) for id, own in spans.items()], used


def _headings_above(document: Document, passage: Passage) -> list[Span]:
    """The headings between the passage and the text before it."""
    start = min(span[0] for span in passage.spans)
    above = [block for block in document.blocks if block.span[1] <= start]
    return [block.span for block in takewhile(lambda block: block.kind == "heading", reversed(above))]


def read_options(description: str | None) -> argparse.Namespace:
    """`set` and `documents` from the command line: by default the questions and documents beside the project."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("set", nargs="?", type=Path, default=Path("../shared/eval/dev.jsonl"))
    parser.add_argument("--documents", type=Path, default=Path("../shared/bl-documents"))
    return parser.parse_args()


def share(found: list[bool]) -> str:
    return f"{sum(found) / len(found):.2f} ({sum(found)}/{len(found)})"


def main() -> None:
    stay_offline()
    options = read_options(__doc__)
    cases = read_cases(options.set)
    tutorial = Tutorial(sorted(p for p in options.documents.iterdir() if p.suffix in {".txt", ".pdf"}))
    for mode in MODES:
        top: list[list[Chunk]] = [tutorial.search(question_of(case), mode) for case in cases]
        found = [holds(case["evidence"], [c.text for c in chunks]) for case, chunks in zip(cases, top, strict=True)]
        tokens = sum(c.tokens for chunks in top for c in chunks) / len(top)
        print(f"tutorial, {mode:5}: {share(found)}, {tokens:.0f} tokens")
    with tempfile.TemporaryDirectory() as folder:
        library = read_library(Path(folder), options.documents)
        ours = [retrieved(library, question_of(case), tokens) for case in cases]
        found = [holds(case["evidence"], texts) for case, (texts, _) in zip(cases, ours, strict=True)]
        print(f"ours: {share(found)}, {sum(used for _, used in ours) / len(ours):.0f} tokens")
        print("not found: " + ", ".join(case["id"] for case, ok in zip(cases, found, strict=True) if not ok))
        library.close()


if __name__ == "__main__":
    main()
