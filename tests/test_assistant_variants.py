"""Questions that were made unanswerable by changing one thing are refused."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from eval.sets import Case, read_set
from index.library import Library
from tests.variants import Corpus, Variant, variants

SETS = Path(__file__).parent.parent / "eval" / "sets"
MOST_FALSE = 0.01


def made(library: Library, *sets: Path) -> tuple[Variant, ...]:
    snapshot = library.snapshot()
    texts = {entry.id: library.text(entry.id) for entry in snapshot.documents}
    return variants([case for path in sets for case in read_set(path).cases], Corpus(texts, snapshot))


def check(library: Library, found: tuple[Variant, ...]) -> None:
    """At most one in a hundred is answered; what was answered is shown."""
    assistant = Assistant(library)
    answered = {v.question: a.answer for v in found if (a := assistant.ask(v.question)).status != "not_found"}
    assert len(answered) <= MOST_FALSE * len(found), answered


@pytest.mark.slow
def test_variants_of_our_own_questions_are_refused(starter_library: Library) -> None:
    found = made(starter_library, SETS / "starter.jsonl", SETS / "numbers.jsonl")
    assert len(found) >= 200
    assert sum(v.near for v in found) >= len(found) / 3
    assert {v.change for v in found} == {"place", "year", "quantity"}
    check(starter_library, found)


@pytest.mark.slow
def test_variants_of_questions_to_the_originals_are_refused(bl_library: Library, shared: Path) -> None:
    found = made(bl_library, shared / "eval" / "dev.jsonl")
    assert len(found) >= 80
    check(bl_library, found)


@pytest.mark.parametrize(
    ("question", "change", "near", "made_of_it"),
    [
        ("Hvor mange familieboliger er der i Herning?", "place", False, " Kommune"),  # never: the town is exchanged
        ("Hvor mange familieboliger er der i Herning?", "quantity", True, "Hvor mange familieboliger"),  # nor the same
        ("Hvor mange ungdomsboliger er der i Herning?", "quantity", True, "Hvor mange ældreboliger"),  # is answerable
        ("Hvad er målene i Almene mål 2024-2026?", "year", True, "2026-2028"),  # as is this
    ],
)
def test_what_may_be_answerable_is_not_made(
    starter_library: Library, question: str, change: str, near: bool, made_of_it: str
) -> None:
    snapshot = starter_library.snapshot()
    corpus = Corpus({entry.id: starter_library.text(entry.id) for entry in snapshot.documents}, snapshot)
    found = [v for v in variants([Case("c", "figure", question, True)], corpus) if v.change == change]
    assert found
    assert not [v.question for v in found if v.near == near and made_of_it in v.question]
