"""Shares with the uncertainty that a small set brings, and paired tests: all that this room takes from scipy."""

from collections.abc import Sequence
from dataclasses import dataclass

CONFIDENCE = 0.95
RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Share:
    """A mean over `count` cases and its 95 % interval."""

    count: int
    mean: float
    low: float
    high: float


def share(values: Sequence[float]) -> Share | None:
    """The mean with a bootstrap interval (percentile, fixed seed); None for no values."""
    if not values:
        return None
    import numpy as np
    from scipy.stats import binomtest, bootstrap

    mean = sum(values) / len(values)
    if len(set(values)) > 1:
        drawn = bootstrap(
            (np.array(values),), np.mean, confidence_level=CONFIDENCE, n_resamples=RESAMPLES, method="percentile",
            rng=np.random.default_rng(0),
        ).confidence_interval  # fmt: skip
        return Share(len(values), mean, float(drawn.low), float(drawn.high))
    if mean not in (0.0, 1.0):
        return Share(len(values), mean, mean, mean)
    # Resampling values that are all alike would claim certainty; Wilson's interval does not.
    wilson = binomtest(round(mean * len(values)), len(values)).proportion_ci(CONFIDENCE, method="wilson")
    return Share(len(values), mean, float(wilson.low), float(wilson.high))


def mcnemar(fixed: int, broken: int) -> float:
    """The exact two-sided McNemar p-value of paired verdicts that changed one way or the other."""
    from scipy.stats import binomtest

    return float(binomtest(fixed, fixed + broken).pvalue) if fixed + broken else 1.0


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The percentile, None for no values."""
    import numpy as np

    return float(np.percentile(values, percent)) if values else None
