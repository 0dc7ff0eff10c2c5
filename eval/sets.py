"""An evaluation set: cases read from JSON Lines or CSV, checked whole before anything is run."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from errors import UsageError
from eval import texts
from eval.textfile import Problems, json_objects, read_text_file

REQUIRED = ("id", "kind", "question", "answerable")
COLUMNS = (
    *REQUIRED, "history", "must", "must_not", "docs", "evidence", "evidence2", "page", "section", "quotes",
    "figures", "max_length", "tags", "note",
)  # fmt: skip
GARBLED = re.compile(r"\S{0,12}(?:Ã[¦¸¥†˜…]|\ufffd)\S{0,12}")
"""UTF-8 that was taken for Windows-1252 on its way (æ as two letters), or a letter that was lost."""


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure the answer must hold exactly; an empty field is not asked for."""

    value: str
    unit: str = ""
    period: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what a right answer holds. `history` are the earlier questions, asked in turn."""

    id: str
    kind: str
    question: str
    answerable: bool
    history: tuple[str, ...] = ()
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    """Runs of text that a good search finds, each its own place."""
    page: int | None = None
    section: str | None = None
    quotes: tuple[str, ...] = ()
    figures: tuple[ExpectedFigure, ...] = ()
    max_length: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvalSet:
    """A named set; `sha256` is of the file's bytes."""

    name: str
    path: Path
    sha256: str
    cases: tuple[Case, ...]


def read_set(path: Path) -> EvalSet:
    """The set in a .jsonl or .csv file. Raises UsageError naming every problem by line and column."""
    from eval.table import csv_objects  # table.py needs Case, so it imports this module

    path = Path(path)
    if path.suffix.lower() not in {".jsonl", ".csv"} and path.exists() and not path.is_dir():
        raise UsageError(texts.FILE_SUFFIX.format(path=path))
    text = read_text_file(path)
    problems = Problems(path)
    objects = csv_objects if path.suffix.lower() == ".csv" else json_objects
    cases = _cases(objects(text, problems), problems)
    if not cases and not problems.found:
        problems.add(1, texts.NO_CASES)
    problems.stop_if_any()
    return EvalSet(path.stem, path, hashlib.sha256(path.read_bytes()).hexdigest(), tuple(cases))


def case_from(raw: dict[str, Any], line: int, problems: Problems) -> Case | None:
    """One case from its JSON values; what is wrong goes to `problems`, and then there is no case."""
    before = len(problems.found)
    _check_names(raw, line, problems)

    def take(name: str, check: Callable[[Any], Any], wrong: str, default: Any) -> Any:
        value = raw.get(name)
        if value is None:
            return default
        try:
            return check(value)
        except (TypeError, ValueError):
            problems.add(line, wrong, name)
            return default

    case = Case(
        id=take("id", _filled, texts.NOT_TEXT, ""),
        kind=take("kind", _text, texts.NOT_TEXT, ""),
        question=take("question", _text, texts.NOT_TEXT, ""),
        answerable=take("answerable", _bool, texts.NOT_BOOL, True),
        history=take("history", _history, texts.NOT_HISTORY, ()),
        must=take("must", _groups, texts.NOT_GROUPS, ()),
        must_not=take("must_not", _texts, texts.NOT_TEXTS, ()),
        docs=take("docs", _texts, texts.NOT_TEXTS, ()),
        evidence=tuple(
            found for name in _evidence_names(raw) if (found := take(name, _text, texts.NOT_TEXT, "").strip())
        ),
        page=take("page", _count, texts.NOT_PAGE, None),
        section=take("section", _text, texts.NOT_TEXT, None),
        quotes=take("quotes", _texts, texts.NOT_TEXTS, ()),
        figures=take("figures", _figures, texts.NOT_FIGURES, ()),
        max_length=take("max_length", _count, texts.NOT_PAGE, None),
        tags=take("tags", _texts, texts.NOT_TEXTS, ()),
        note=take("note", _text, texts.NOT_TEXT, ""),
    )
    if len(problems.found) == before:
        _check_sense(case, line, problems)
    return case if len(problems.found) == before else None


def case_to_json(case: Case) -> dict[str, Any]:
    """The case as it stands in a .jsonl set; empty fields are left out."""
    body: dict[str, Any] = {
        "id": case.id,
        "kind": case.kind,
        "history": [{"question": question} for question in case.history],
        "question": case.question,
        "answerable": case.answerable,
        "must": [list(group) for group in case.must],
        "must_not": list(case.must_not),
        "docs": list(case.docs),
    }
    body |= {f"evidence{'' if i == 1 else i}": text for i, text in enumerate(case.evidence, 1)}
    figures = [{k: getattr(f, k) for k in f.__slots__ if getattr(f, k)} for f in case.figures]
    extra = {
        "page": case.page, "section": case.section, "quotes": list(case.quotes), "figures": figures,
        "max_length": case.max_length, "tags": list(case.tags), "note": case.note,
    }  # fmt: skip
    body |= {name: value for name, value in extra.items() if value}
    return {name: value for name, value in body.items() if value != [] or name in {"must", "must_not", "docs"}}


def _cases(objects: Iterable[tuple[int, dict[str, Any]]], problems: Problems) -> list[Case]:
    cases: list[Case] = []
    lines: dict[str, int] = {}
    for line, raw in objects:
        case = case_from(raw, line, problems)
        if case is None:
            continue
        if case.id in lines:
            problems.add(line, texts.DOUBLE_ID.format(value=case.id, line=lines[case.id]), "id")
        lines.setdefault(case.id, line)
        cases.append(case)
    return cases


def _check_names(raw: dict[str, Any], line: int, problems: Problems) -> None:
    for name in REQUIRED:
        if raw.get(name) is None:
            problems.add(line, texts.MISSING, name)
    for name in raw:
        near = get_close_matches(name, COLUMNS, 1, 0.8)
        # Other columns are the owner's own; one letter off is a mistake that would drop a check in silence.
        if near and name not in COLUMNS and not re.fullmatch(r"evidence\d+", name):
            problems.add(line, texts.NEAR_COLUMN.format(near=near[0]), name)


def _check_sense(case: Case, line: int, problems: Problems) -> None:
    if case.kind not in texts.KINDS:
        problems.add(line, texts.UNKNOWN_KIND.format(value=case.kind[:40], kinds=", ".join(texts.KINDS)), "kind")
    for name, text in (("question", case.question), ("must", " ".join(sum(case.must, ()))), ("note", case.note)):
        if found := GARBLED.search(text):
            problems.add(line, texts.GARBLED.format(value=found[0]), name)
    if not case.question.strip():
        problems.add(line, texts.EMPTY, "question")
    if case.kind == "unanswerable" and case.answerable:
        problems.add(line, texts.KIND_ANSWERABLE, "answerable")


def _evidence_names(raw: dict[str, Any]) -> list[str]:
    return [name for name in raw if re.fullmatch(r"evidence\d*", name)]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _filled(value: Any) -> str:
    if not _text(value).strip():
        raise ValueError
    return _text(value).strip()


def _bool(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError
    return tuple(value)


def _groups(value: Any) -> tuple[tuple[str, ...], ...]:
    if not isinstance(value, list):
        raise TypeError
    groups = tuple(_texts(group) for group in value)
    if not all(groups):
        raise ValueError
    return groups


def _history(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_filled(turn.get("question") if isinstance(turn, dict) else turn) for turn in value)


def _figures(value: Any) -> tuple[ExpectedFigure, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise TypeError
    figures = tuple(ExpectedFigure(**{name: _text(text) for name, text in item.items()}) for item in value)
    if not all(figure.value.strip() for figure in figures):
        raise ValueError
    return figures
