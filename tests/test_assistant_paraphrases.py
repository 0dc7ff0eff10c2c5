"""A language model that words answers faithfully is let through; one that lies is not, whatever it makes up."""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.phrase import _sentences
from index.library import Library
from tests.support_check import faults

SAID = tomllib.loads((Path(__file__).parent / "fixtures" / "paraphrases.toml").read_text(encoding="utf-8"))["said"]
LET_THROUGH = 0.9


class Scripted:
    """Says for each question what it is told to, in small pieces, as an endpoint would."""

    name = "scripted"

    def __init__(self, said: dict[str, str]) -> None:
        self._said = said

    def stream(self, prompt: str) -> Iterator[str]:
        asked = re.search(r"^Spørgsmål: (.+)$", prompt, re.MULTILINE)
        text = self._said[asked[1]] if asked else ""
        yield from (text[at : at + 7] for at in range(0, len(text), 7))


def ask_all(library: Library, said: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Question → mode and answer."""
    assistant = Assistant(library, Scripted(said))
    answers = {question: assistant.ask(question) for question in said}
    return {question: (answer.mode, answer.answer) for question, answer in answers.items()}


@pytest.mark.slow
def test_faithful_wordings_are_let_through(starter_library: Library) -> None:
    said = {row["question"]: row["text"] for row in SAID}
    shown = ask_all(starter_library, said)
    sentences = [(q, s) for q, text in said.items() for s in _sentences(iter([text]))]
    lost = [(q, s) for q, s in sentences if s.rstrip(".") not in shown[q][1]]
    assert len(said) >= 30
    assert len(lost) <= (1 - LET_THROUGH) * len(sentences), lost
