"""Two rankings become one."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)

RRF_K = 20
"""Smaller than the paper's 60: a short ranking of passages, where the first places tell more."""


def fuse(rankings: Sequence[tuple[float, Sequence[Item]]]) -> list[tuple[Item, float]]:
    """Weighted reciprocal rank fusion (Cormack et al. 2009): (item, score), best first; ties keep their first place."""
    scores: dict[Item, float] = {}
    for weight, ranking in rankings:
        for rank, item in enumerate(ranking):
            scores[item] = scores.get(item, 0.0) + weight / (RRF_K + rank + 1)
    return sorted(scores.items(), key=lambda pair: -pair[1])
