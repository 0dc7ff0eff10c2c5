"""What running a set costs beside answering its questions bare: 1,000 distinct cases on the starter corpus."""

import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from assistant.answer import Conversation
from assistant.assistant import Assistant
from commands.open import open_both
from eval.run import run_set
from eval.sets import Case, EvalSet, read_set
from settings import Settings

CASES = 1000
PIECE = 100
"""Cases answered bare and then run, in turn, so that whatever else the machine does falls on both."""
LIMIT = 1.3
OPENINGS = ("", "Sig mig: ", "Jeg vil gerne vide: ", "Et spørgsmål: ")


def distinct_cases() -> tuple[Case, ...]:
    """The shipped cases, each once under every opening, until there are enough."""
    cases = [case for path in sorted(Path("eval/sets").glob("*.jsonl")) for case in read_set(path).cases]
    worded = [
        replace(case, id=f"{case.id}-{number}", question=opening + case.question)
        for number, opening in enumerate(OPENINGS)
        for case in cases
    ]
    return tuple(worded[:CASES])


def answer_bare(assistant: Assistant, cases: tuple[Case, ...]) -> float:
    """Seconds to ask every case in its conversation, and nothing else."""
    began = perf_counter()
    for case in cases:
        conversation = Conversation()
        for question in (*case.history, case.question):
            conversation = conversation.after(assistant.ask(question, conversation))
    return perf_counter() - began


def main() -> int:
    """Prints both times and their ratio; fails above the limit."""
    cases = distinct_cases()
    bare = measured = 0.0
    with tempfile.TemporaryDirectory() as folder, open_both(Settings(data_dir=Path(folder))) as (library, assistant):
        settings = Settings(data_dir=Path(folder))
        assistant.ask("Hvor mange familieboliger er der?")  # what the first answer alone waits for
        for start in range(0, len(cases), PIECE):
            piece = cases[start : start + PIECE]
            bare_first = start // PIECE % 2 == 0  # whoever comes second may find something warm
            bare += answer_bare(assistant, piece) if bare_first else 0
            began = perf_counter()
            run_set(assistant, library, EvalSet("bench", Path("bench.jsonl"), "", piece), settings)
            measured += perf_counter() - began
            bare += 0 if bare_first else answer_bare(assistant, piece)
    print(f"{len(cases)} cases: bare {bare:.1f} s, run {measured:.1f} s, ratio {measured / bare:.2f} (at most {LIMIT})")
    return 0 if measured / bare <= LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
