"""A run as it is kept: what was measured, on what, and every answer with its scores. One JSON file."""

import json
import os
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from assistant.answer import Answer, AnswerFigure, Citation
from errors import TryAgain, UsageError, os_reason
from eval import texts
from eval.sets import Case, case_from, case_to_json
from eval.textfile import Problems

FORMAT = 1


@dataclass(frozen=True, slots=True)
class RunHeader:
    """What was measured on what: enough to know whether two runs may be compared and one resumed."""

    set_name: str
    set_hash: str
    corpus_hash: str
    documents: dict[str, str]
    """Id and sha256 of each."""
    settings: dict[str, Any]
    model: str
    versions: dict[str, str]
    commit: str | None
    code_hash: str
    """Of the program's own files: also tells changes that are not committed."""
    started: str
    judge: str | None = None
    """The judge model's name, where one was asked."""

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for runs that would give the same answers."""
        settings = json.dumps(self.settings, sort_keys=True)
        return (self.set_hash, self.corpus_hash, settings, self.model, self.code_hash, self.judge)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge model's word on one answer; `right` is None where it gave none, and `reason` says why."""

    right: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case, its answer, its scores by name (None: not applicable), and the step where a wrong one was lost."""

    case: Case
    answer: Answer
    scores: dict[str, float | None]
    failed: tuple[str, ...]
    step: str | None
    milliseconds: float
    judgement: Judgement | None = None
    """A judge model's word, shown beside the scores and part of none; None where no judge was asked."""

    @property
    def right(self) -> bool:
        """Right by the contract."""
        return self.scores["right"] == 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run; `finished` is empty when it was stopped before its end."""

    header: RunHeader
    results: tuple[CaseResult, ...]
    finished: str


def now() -> str:
    """The time in ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def run_file_name(run: Run) -> str:
    """A name that says which set and when, so that earlier runs stay to be compared with."""
    return f"{run.header.set_name}-{re.sub(r'[^0-9]', '', run.header.started)[:14]}.json"


def result_to_json(result: CaseResult) -> dict[str, Any]:
    """One line of a journal, one item of a run file."""
    return {
        "id": result.case.id, "right": result.right, "step": result.step, "failed": list(result.failed),
        "ms": result.milliseconds, "scores": result.scores,
        "judge": asdict(result.judgement) if result.judgement else None,
        "case": case_to_json(result.case), "answer": result.answer.to_json(result.case.id),
    }  # fmt: skip


def result_from_json(raw: dict[str, Any]) -> CaseResult:
    """The inverse. Raises KeyError, TypeError or ValueError for anything else."""
    problems = Problems(Path())
    case = case_from(raw["case"], 1, problems)
    if case is None:
        raise ValueError(problems.found)
    return CaseResult(
        case,
        answer_from_json(raw["answer"]),
        raw["scores"],
        tuple(raw["failed"]),
        raw["step"],
        raw["ms"],
        Judgement(**raw["judge"]) if raw.get("judge") else None,
    )


def answer_from_json(raw: dict[str, Any]) -> Answer:
    """An answer from the contract's JSON."""
    body = {name: value for name, value in raw.items() if name != "id"}
    body["citations"] = tuple(Citation(**citation) for citation in body["citations"])
    body["figures"] = tuple(
        AnswerFigure(**(figure | {"inputs": tuple(figure["inputs"])})) for figure in body["figures"]
    )
    body["suggestions"] = tuple(body["suggestions"])
    return TypeAdapter(Answer).validate_python(body)


def save_run(run: Run, summary: dict[str, Any], path: Path) -> None:
    """Writes the run, whole or not at all. Raises TryAgain."""
    body = {
        "format": FORMAT, **asdict(run.header), "finished": run.finished, "summary": summary,
        "results": [result_to_json(result) for result in run.results],
    }  # fmt: skip
    half = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(half, path)
    except OSError as error:
        raise TryAgain(texts.NOT_WRITTEN.format(path=path, reason=os_reason(error))) from error


def load_run(path: Path) -> Run:
    """A run from its file. Raises UsageError."""
    try:
        raw = json.loads(Path(path).read_text(encoding="utf-8"))
        if raw["format"] != FORMAT:
            raise ValueError(raw["format"])
        known = {name: raw[name] for name in RunHeader.__slots__ if name in raw}
        header = TypeAdapter(RunHeader).validate_python(known)
        return Run(header, tuple(result_from_json(each) for each in raw["results"]), raw["finished"])
    except FileNotFoundError:
        raise UsageError(texts.FILE_MISSING.format(path=path)) from None
    except OSError as error:
        raise UsageError(texts.FILE_UNREADABLE.format(path=path, reason=os_reason(error))) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UsageError(texts.NOT_A_RUN.format(path=path)) from None
