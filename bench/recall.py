"""recall@5 of the expected evidence: `python -m bench.recall [SET] [--documents FOLDER]`."""

import argparse
import json
import re
from pathlib import Path
from typing import Any

from bench.tutorial import Chunk, Tutorial

MODES = ("dense", "bm25", "both")


def letters(text: str) -> str:
    """Letters and digits alone, folded: how evidence is compared, so that hyphens and line ends don't count."""
    return "".join(re.findall(r"[^\W_]+", text.casefold()))


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases that name their evidence."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [case for case in cases if case.get("evidence")]


def question_of(case: dict[str, Any]) -> str:
    """The question with its earlier ones before it, since a follow-up says nothing alone."""
    return " ".join([turn["question"] for turn in case.get("history", [])] + [case["question"]])


def holds(evidence: str, texts: list[str]) -> bool:
    """Whether the words of the evidence stand in one of the texts."""
    return any(letters(evidence) in letters(text) for text in texts)


def share(found: list[bool]) -> str:
    return f"{sum(found) / len(found):.2f} ({sum(found)}/{len(found)})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", nargs="?", type=Path, default=Path("../shared/eval/dev.jsonl"))
    parser.add_argument("--documents", type=Path, default=Path("../shared/bl-documents"))
    options = parser.parse_args()
    cases = read_cases(options.set)
    tutorial = Tutorial(sorted(p for p in options.documents.iterdir() if p.suffix in {".txt", ".pdf"}))
    for mode in MODES:
        top: list[list[Chunk]] = [tutorial.search(question_of(case), mode) for case in cases]
        found = [holds(case["evidence"], [c.text for c in chunks]) for case, chunks in zip(cases, top, strict=True)]
        tokens = sum(c.tokens for chunks in top for c in chunks) / len(top)
        print(f"tutorial, {mode:5}: {share(found)}, {tokens:.0f} tokens")


if __name__ == "__main__":
    main()
