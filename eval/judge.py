"""A language model as a second reader: its verdict stands in a column of its own and is part of no score."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Protocol

from assistant.answer import Answer
from assistant.llm import open_llm
from errors import TryAgain, UsageError
from eval import texts
from eval.result import Judgement
from eval.sets import Case, case_to_json
from settings import Settings

LONGEST_WORD = 600
"""Characters of the model's text that are read at all."""
LONGEST_REASON = 240
PATIENCE = 3
"""Cases without a word in a row, after which the endpoint is not asked again: each may wait for the whole timeout."""
EXPECTED = ("must", "must_not", "docs", "figures", "evidence", "note")
_WORD = re.compile(r"\W*(rigtigt|forkert)\b[\s:.*–-]*(.*)", re.IGNORECASE | re.DOTALL)


class Model(Protocol):
    """What is needed of a language model."""

    name: str

    def stream(self, prompt: str) -> Iterator[str]: ...


class Judge:
    """Asks one endpoint about one answer at a time; says so where it gets no verdict, and gives up when it is away."""

    def __init__(self, model: Model) -> None:
        self.name = model.name
        self._model, self._in_vain = model, 0

    def verdict(self, case: Case, answer: Answer) -> Judgement:
        """The model's word on one answer; `right` is None where it gave none, and the reason says why."""
        if self._in_vain >= PATIENCE:
            return Judgement(None, texts.JUDGE_GAVE_UP)
        try:
            said = _first(self._model.stream(judge_prompt(case, answer)))
        except TryAgain as error:
            self._in_vain += 1
            return Judgement(None, str(error))
        self._in_vain = 0
        return read_verdict(said)


def open_judge(settings: Settings) -> Judge:
    """The judge behind the endpoint that the settings name. Raises UsageError where they name none."""
    model = open_llm(settings)
    if model is None:
        raise UsageError(texts.JUDGE_NEEDS_ENDPOINT)
    return Judge(model)


def judge_prompt(case: Case, answer: Answer) -> str:
    """The case and its answer as data, after the rules."""
    expected = {name: value for name, value in case_to_json(case).items() if name in EXPECTED and value}
    data = {
        "tidligere spørgsmål": list(case.history),
        "spørgsmål": case.question,
        "skal afvises": not case.answerable,
        "ventet": expected,
        "svarets status": texts.STATUS_NAMES[answer.status],
        "svar": answer.answer,
        "citater": [{"dokument": c.document, "side": c.page, "citat": c.quote} for c in answer.citations],
    }
    template = files("eval").joinpath("prompts/judge.md").read_text(encoding="utf-8")
    return template.replace("{data}", json.dumps(data, ensure_ascii=False, indent=1))


def read_verdict(said: str) -> Judgement:
    """RIGTIGT or FORKERT and the reason; anything else is no verdict."""
    found = _WORD.match(said)
    if found is None:
        return Judgement(None, texts.JUDGE_UNCLEAR.format(said=_line(said) or "–"))
    return Judgement(found[1].casefold() == "rigtigt", _line(found[2]))


def _first(pieces: Iterator[str]) -> str:
    """The model's text, cut where it goes on for too long."""
    said = ""
    for piece in pieces:
        said += piece
        if len(said) > LONGEST_WORD:
            break
    return said


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_REASON]
