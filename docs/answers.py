"""Forty answers of all kinds, to be read aloud: `python -m docs.answers` writes `docs/answers.md`.

They are given from the starter corpus. The questions are the first of each kind in our own sets, whether they are
answered well or not.
"""

import tempfile
from itertools import zip_longest
from pathlib import Path

from assistant.answer import Answer, Conversation
from assistant.assistant import Assistant
from eval.sets import Case, read_set
from index.embedding import open_embedding
from index.library import Library
from index.loading import load_starter
from index.offline import stay_offline

HERE = Path(__file__).parent
SETS = ("starter", "conversation", "unanswerable", "numbers")
HOW_MANY = 40
HEAD = """# Fyrre svar

Spørgsmål af alle slags fra `eval/sets/`, besvaret ud fra startdokumenterne, uden sprogmodel. Siden skrives af
`python -m docs.answers`; svarene er ikke rettet i hånden.
"""


def choose(cases: list[Case], count: int) -> list[Case]:
    """The first of each kind, then the second of each, until there are enough."""
    kinds: dict[str, list[Case]] = {}
    for case in cases:
        kinds.setdefault(case.kind, []).append(case)
    turns = [case for turn in zip_longest(*kinds.values()) for case in turn if case]
    return sorted(turns[:count], key=lambda case: list(kinds).index(case.kind))


def section(case: Case, answer: Answer) -> str:
    """The question, its answer as the reader sees it, and each source once."""
    earlier = "".join(f"*Før: {question}*\n\n" for question in case.history)
    places = dict.fromkeys(
        f"[{one.marker}] {one.title}" + (f", side {one.page}" if one.page else "") for one in answer.citations
    )
    sources = "".join(f"- {place}\n" for place in places)
    return f"## {case.question}\n\n{earlier}{answer.answer}\n\n{sources}".rstrip() + "\n"


def main() -> None:
    stay_offline()
    cases = [case for name in SETS for case in read_set(HERE.parent / "eval" / "sets" / f"{name}.jsonl").cases]
    with tempfile.TemporaryDirectory() as folder:
        from ingest.worker import ReadingPool

        library = Library.open(Path(folder), open_embedding(), write=True)
        with ReadingPool() as pool:
            load_starter(library, pool)
        assistant = Assistant(library)
        parts = [HEAD]
        for case in choose(cases, HOW_MANY):
            conversation = Conversation()
            for question in case.history:
                conversation = conversation.after(assistant.ask(question, conversation))
            parts.append(section(case, assistant.ask(case.question, conversation)))
        library.close()
    (HERE / "answers.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
