"""What readers say of answers, one JSON object a line in the data folder, for the evaluation."""

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from errors import TryAgain
from web import texts

FILE_NAME = "feedback.jsonl"
MOST_BYTES = 50 * 2**20
_LOCK = threading.Lock()


class Feedback(BaseModel):
    """One reader's verdict on one answer. `answer` is the contract's Answer, `history` the questions before it."""

    model_config = ConfigDict(extra="forbid")

    verdict: Literal["good", "bad"]
    comment: str = Field(default="", max_length=2000)
    right_answer: str = Field(default="", max_length=4000)
    history: list[str] = Field(default=[], max_length=40)
    answer: dict[str, Any]


def keep(feedback: Feedback, data_dir: Path) -> None:
    """Adds it to the file. Raises TryAgain when it can't be written."""
    record = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **feedback.model_dump()}
    line = json.dumps(record, ensure_ascii=False) + "\n"
    path = data_dir / FILE_NAME
    try:
        with _LOCK:
            if path.exists() and path.stat().st_size + len(line) > MOST_BYTES:
                raise TryAgain(texts.FEEDBACK_FULL.format(path=path))
            with path.open("a", encoding="utf-8") as file:
                file.write(line)
    except OSError as error:
        raise TryAgain(texts.NOT_SAVED) from error
