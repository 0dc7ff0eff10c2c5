"""Our own sets over the starter corpus, and the questions beside the project, held at what was reached."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.run import run_set
from eval.sets import read_set
from eval.summary import summarize
from index.library import Library
from settings import Settings

SETS = Path(__file__).parent.parent / "eval" / "sets"

REACHED = [
    ("starter", 0.93),  # all kinds
    ("unanswerable", 1.0),  # near misses
    ("conversation", 0.93),  # follow-ups
    ("numbers", 0.89),  # adversarial numbers
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "least"), REACHED)
def test_a_set_of_ours_is_not_answered_worse_than_before(starter_library: Library, name: str, least: float) -> None:
    run = run_set(Assistant(starter_library), starter_library, read_set(SETS / f"{name}.jsonl"), Settings())
    summary = summarize(run.results)
    assert summary["scores"]["right"]["mean"] >= least
    assert summary["scores"]["verbatim"]["mean"] == 1.0
    assert summary["false_answers"] == 0


@pytest.mark.slow
def test_the_originals_are_answered(bl_library: Library, shared: Path) -> None:
    run = run_set(Assistant(bl_library), bl_library, read_set(shared / "eval" / "dev.jsonl"), Settings())
    summary = summarize(run.results)
    assert summary["scores"]["right"]["mean"] >= 0.95
    assert summary["scores"]["verbatim"]["mean"] == 1.0
    assert summary["false_answers"] == 0
