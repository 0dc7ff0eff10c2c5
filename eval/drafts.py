"""From use to set: readers' feedback as draft cases, and who changed an expected answer, when and why."""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from errors import TryAgain, UsageError, os_reason
from eval import texts
from eval.result import answer_from_json, now
from eval.sets import Case, case_from, case_to_json, read_set
from eval.statements import NUMBER
from eval.textfile import Problems

FEEDBACK_FILE = "feedback.jsonl"
"""Written by the page: time, verdict, comment, right_answer, history and the answer itself."""
CHANGES_FILE = "set-changes.jsonl"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader said of an answer, and the case it may become once staff have completed it."""

    case: Case
    answer: Answer
    time: str
    comment: str
    right_answer: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a set. `before` is None for a case that was added."""

    time: str
    by: str
    why: str
    set_name: str
    before: dict[str, Any] | None
    after: dict[str, Any]


def drafts(data_dir: Path) -> tuple[Draft, ...]:
    """Complaints and proposed answers that no set has taken up yet, newest first; broken lines are passed over."""
    taken = {change.after["id"] for change in changes(data_dir)}
    found = [draft for line in _lines(data_dir / FEEDBACK_FILE) if (draft := _draft(line))]
    return tuple(draft for draft in reversed(found) if draft.case.id not in taken)


def keep_case(data_dir: Path, set_path: Path, case: Case, *, by: str, why: str) -> None:
    """Add the case to a .jsonl set, or replace the one of its id, and note it. Raises UsageError, TryAgain."""
    if not by.strip() or not why.strip():
        raise UsageError(texts.NEEDS_WHO)
    if set_path.suffix.lower() != ".jsonl":
        raise UsageError(texts.NOT_JSONL.format(path=set_path))
    problems = Problems(set_path)
    case_from(case_to_json(case), 1, problems)
    problems.stop_if_any()
    cases = list(read_set(set_path).cases) if set_path.exists() else []
    old = next((one for one in cases if one.id == case.id), None)
    cases = [case if one is old else one for one in cases] if old else [*cases, case]
    change = Change(
        now(), by.strip(), why.strip(), set_path.name, case_to_json(old) if old else None, case_to_json(case)
    )
    half = set_path.with_name(set_path.name + ".part")
    try:
        half.write_text(as_jsonl(cases), encoding="utf-8")
        with (data_dir / CHANGES_FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(change), ensure_ascii=False) + "\n")
        os.replace(half, set_path)
    except OSError as error:
        raise TryAgain(texts.NOT_WRITTEN.format(path=set_path, reason=os_reason(error))) from error


def changes(data_dir: Path, case_id: str | None = None) -> tuple[Change, ...]:
    """Every change kept, oldest first; of one case when an id is given."""
    found = [Change(**line) for line in _lines(data_dir / CHANGES_FILE) if set(line) == set(Change.__slots__)]
    return tuple(change for change in found if case_id is None or change.after["id"] == case_id)


def as_jsonl(cases: Sequence[Case]) -> str:
    """The cases as the text of a .jsonl set."""
    return "".join(json.dumps(case_to_json(case), ensure_ascii=False) + "\n" for case in cases)


def _draft(record: dict[str, Any]) -> Draft | None:
    """A draft of one feedback record; None for praise and for records of another shape."""
    try:
        answer = answer_from_json(record["answer"])
        comment, proposal, history = str(record["comment"]), str(record["right_answer"]), tuple(record["history"])
        if record["verdict"] != "bad" and not proposal.strip():
            return None
    except (KeyError, TypeError, AttributeError):
        return None
    told = [
        text for text in (comment.strip(), proposal.strip() and texts.SHOULD_BE.format(text=proposal.strip())) if text
    ]
    case = Case(
        id=f"brug-{hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()[:10]}",
        kind="followup" if history else "figure" if answer.figures else "fact",
        question=answer.question,
        answerable=True,
        history=history,
        must=tuple((match[0],) for match in islice(NUMBER.finditer(proposal), 6)),
        docs=tuple(dict.fromkeys(citation.document for citation in answer.citations)),
        tags=("fra brugen",),
        note=texts.FROM_USE.format(comment=" ".join(told)).strip(),
    )
    return Draft(case, answer, str(record.get("time", "")), comment, proposal)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    """Every line that is a JSON object; a line cut off by a full disk is passed over."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(record, dict):
                yield record
