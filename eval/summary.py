"""A run in numbers: every score with its interval, by kind, refusals, retrieval, time and where answers were lost."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from eval.intervals import percentile, share
from eval.result import CaseResult
from eval.scores import COUNTS

STEPS = ("not_read", "not_found", "not_chosen", "composed", "refused", "not_refused")


def summarize(results: Sequence[CaseResult]) -> dict[str, Any]:
    """`scores` and `kinds` hold {count, mean, low, high}; counts are totals; times are milliseconds."""
    names = list(dict.fromkeys(name for result in results for name in result.scores))
    times = [result.milliseconds for result in results]
    return {
        "cases": len(results),
        "scores": {name: found for name in names if (found := _scored(results, name))},
        "kinds": _by(results, lambda result: (result.case.kind,)),
        "tags": _by(results, lambda result: result.case.tags),
        "false_answers": sum(int(result.scores["false_answer"] or 0) for result in results),
        "steps": {step: count for step in STEPS if (count := Counter(r.step for r in results)[step])},
        "failed": dict(Counter(part for result in results for part in result.failed)),
        "p50_ms": percentile(times, 50),
        "p95_ms": percentile(times, 95),
        "judge": _judged(results),
    }


def _judged(results: Sequence[CaseResult]) -> dict[str, Any] | None:
    """What a judge model said, apart from every score: `right`, `agrees` (with ours), `none`; None without a judge."""
    asked = [result for result in results if result.judgement]
    said = [(r.judgement.right, r.right) for r in asked if r.judgement and r.judgement.right is not None]
    right, agrees = share([float(word) for word, _ in said]), share([float(word is ours) for word, ours in said])
    if not asked:
        return None
    return {
        "none": len(asked) - len(said),
        "right": asdict(right) if right else None,
        "agrees": asdict(agrees) if agrees else None,
    }


def _scored(results: Sequence[CaseResult], name: str) -> dict[str, Any] | None:
    values = [value for result in results if (value := result.scores.get(name)) is not None]
    if name in COUNTS:
        return {"count": len(values), "mean": sum(values) / len(values), "total": sum(values)} if values else None
    found = share(values)
    return asdict(found) if found else None


def _by(results: Sequence[CaseResult], groups: Callable[[CaseResult], Sequence[str]]) -> dict[str, Any]:
    names = sorted({name for result in results for name in groups(result)})
    return {name: _scored([result for result in results if name in groups(result)], "right") for name in names}
