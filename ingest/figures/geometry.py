"""Plain geometry of drawn paths: areas, lengths, what holds a point, how high a line runs."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


def area(points: Sequence[Point]) -> float:
    """The area inside a polygon."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))) / 2


def length(points: Sequence[Point]) -> float:
    return sum(dist(a, b) for a, b in pairwise(points))


def holds(points: Sequence[Point], x: float, y: float) -> bool:
    """Whether a polygon holds a point."""
    inside = False
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def away(points: Sequence[Point], x: float, y: float) -> float:
    """How far a point is from a stroke."""
    return min(_to_piece(a, b, x, y) for a, b in pairwise(points))


def _to_piece(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    whole = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / whole)) if whole else 0.0
    return dist((a[0] + t * dx, a[1] + t * dy), (x, y))


def height_at(points: Sequence[Point], x: float, slack: float = 2.0) -> float | None:
    """Where a stroke that runs from left to right stands over x; None beside it."""
    first, last = points[0], points[-1]
    if not first[0] - slack <= x <= last[0] + slack:
        return None
    x = max(first[0], min(last[0], x))
    for a, b in pairwise(points):
        if a[0] <= x <= b[0]:
            return a[1] if b[0] == a[0] else a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])
    return None


def fit(pairs: Sequence[Point]) -> tuple[float, float]:
    """(start, step) of the straight line through pairs, by least squares."""
    n = len(pairs)
    mx, my = sum(p[0] for p in pairs) / n, sum(p[1] for p in pairs) / n
    spread = sum((p[0] - mx) ** 2 for p in pairs)
    step = sum((p[0] - mx) * (p[1] - my) for p in pairs) / spread if spread else 0.0
    return my - step * mx, step
