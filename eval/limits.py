"""`--fail-under right=0.95,false_answers=0`: which scores of a run miss their limits."""

from typing import Any

from errors import UsageError
from eval import texts
from eval.scores import COUNTS, SCORERS

TOTALS = {"false_answers", "unsupported_numbers", "unsupported_names"}
"""A limit on these is the highest total allowed."""
TIMES = {"p50_ms", "p95_ms"}
"""A limit on these is the longest time allowed."""
RANKINGS = ("recall@5", "recall@10", "mrr@10", "ndcg@10")
SHARES = ({*SCORERS, *RANKINGS} - COUNTS) - {"false_answer"}
"""A limit on these is the lowest share allowed."""


def read_limits(text: str) -> dict[str, float]:
    """The limits by score. Raises UsageError."""
    limits: dict[str, float] = {}
    for part in text.split(","):
        name, equals, number = (piece.strip() for piece in part.partition("="))
        if not equals or name not in TOTALS | TIMES | SHARES:
            known = ", ".join(sorted(TOTALS | TIMES | SHARES))
            raise UsageError(texts.UNKNOWN_LIMIT.format(part=part.strip(), known=known))
        try:
            limits[name] = float(number)
        except ValueError:
            raise UsageError(texts.LIMIT_NO_NUMBER.format(name=name, number=number)) from None
        if limits[name] != limits[name] or limits[name] < 0 or (name in SHARES and limits[name] > 1):
            raise UsageError(texts.LIMIT_NO_NUMBER.format(name=name, number=number))
    return limits


def missed_limits(summary: dict[str, Any], limits: dict[str, float]) -> list[str]:
    """One Danish line for each limit that does not hold; a score that applied to no case holds none."""
    missed = []
    for name, limit in limits.items():
        value = _value(summary, name)
        if value is None:
            missed.append(texts.LIMIT_NOT_MEASURED.format(name=name, limit=limit))
        elif value > limit if name in TOTALS | TIMES else value < limit:
            pattern = texts.LIMIT_OVER if name in TOTALS | TIMES else texts.LIMIT_UNDER
            missed.append(pattern.format(name=name, value=round(value, 4), limit=limit))
    return missed


def _value(summary: dict[str, Any], name: str) -> float | None:
    if name == "false_answers" or name in TIMES:
        value: float | None = summary[name]
        return value
    score = summary["scores"].get(name)
    if name in TOTALS:
        return score["total"] if score else 0.0
    return score["mean"] if score else None
