"""A language model that words answers faithfully is let through; one that lies is not, whatever it makes up."""

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

    def __init__(self, said: dict[str, str] | None = None) -> None:
        self.said = said or {}

    def stream(self, prompt: str) -> Iterator[str]:
        asked = re.search(r"^Spørgsmål: (.+)$", prompt, re.MULTILINE)
        text = self.said[asked[1]] if asked else ""
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


def lies_about(text: str) -> Iterator[str]:
    """Wordings that each change one thing of a faithful one."""
    for found in re.finditer(r"\d[\d.]*", re.sub(r"\[\d+\]", lambda m: "·" * len(m[0]), text)):
        digits = found[0].rstrip(".")
        changed = digits[:-1] + str((int(digits[-1]) + 3) % 10)
        yield text[: found.start()] + changed + text[found.start() + len(digits) :]
    for old, new in SWAPS:
        if re.search(old, text):
            yield re.sub(old, new, text, count=1)


SWAPS = (
    (r"\bHerning\b", "Vejle"),  # another place
    (r"\bKalundborg\b", "Herning"),  # one that is there
    (r"\bmio\. kr\.", "mia. kr."),  # another scale
    (r"\bpct\.", "mio. kr."),  # another unit
    (r"\b(er|var|har|bor|vandt|vedtog|holdes)\b", r"\1 ikke"),  # turned round
    (r"\b[Oo]ver (?=\d)", "under "),  # another qualifier
    (r"\blavere\b", "højere"),  # the other direction
    (r"\b(?:Allan Werge|Bent Madsen|Vinie Hansen|Palle Adamsen|Cecilie Beck)\b", "Jens Hansen"),  # another name
    (r"\bfaldet\b", "steget"),  # the other direction
)


@pytest.mark.slow
def test_no_lie_is_let_through(starter_library: Library) -> None:
    lies = [(row["question"], lie) for row in SAID for lie in lies_about(row["text"])]
    snapshot = starter_library.snapshot()
    texts = {entry.id: starter_library.text(entry.id) for entry in snapshot.documents}
    titles = {
        e.id: f"{e.info.title} {e.info.period} {e.info.year} {e.info.municipality} Kommune {e.info.publisher}"
        for e in snapshot.documents
    }
    assert len(lies) >= 100
    shown = []
    liar = Scripted()
    assistant = Assistant(starter_library, liar)
    for question, lie in lies:
        liar.said = {question: lie}
        answer = assistant.ask(question)
        changed = [s for s in _sentences(iter([lie])) if not any(s in row["text"] for row in SAID)]
        if faults(answer.to_json(), texts, titles) or any(s.rstrip(".") in answer.answer for s in changed):
            shown.append(lie)
    assert shown == []
