"""The batch's input: `answer --questions IN.jsonl`, checked whole before anything is answered."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval import texts
from eval.textfile import Problems, json_objects, read_text_file


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a batch; `id` is copied to its answer as it stands, the line's number where there is none."""

    id: str | int
    question: str
    history: tuple[str, ...] = ()


def read_questions(path: Path) -> tuple[Question, ...]:
    """The questions of a .jsonl file, in order. Raises UsageError naming every problem by line and column."""
    problems = Problems(Path(path))
    found = [_question(raw, line, problems) for line, raw in json_objects(read_text_file(Path(path)), problems)]
    problems.stop_if_any()
    return tuple(question for question in found if question is not None)


def _question(raw: dict[str, Any], line: int, problems: Problems) -> Question | None:
    before = len(problems.found)
    id, question, history = raw.get("id"), raw.get("question"), raw.get("history") or []
    if id is None:
        id = line
    if isinstance(id, bool) or not isinstance(id, str | int):
        problems.add(line, texts.NOT_ID, "id")
    if question is None:
        problems.add(line, texts.MISSING, "question")
    elif not isinstance(question, str):
        problems.add(line, texts.NOT_TEXT, "question")
    earlier = _earlier(history)
    if earlier is None:
        problems.add(line, texts.NOT_HISTORY, "history")
    if len(problems.found) > before or earlier is None or not isinstance(id, str | int):
        return None
    return Question(id, str(question), earlier)


def _earlier(history: Any) -> tuple[str, ...] | None:
    """Earlier questions from `[{"question": …}]` or plain texts; None where it is neither."""
    if not isinstance(history, list):
        return None
    asked = [turn.get("question") if isinstance(turn, dict) else turn for turn in history]
    texts_only = tuple(question for question in asked if isinstance(question, str))
    return texts_only if len(texts_only) == len(asked) else None
