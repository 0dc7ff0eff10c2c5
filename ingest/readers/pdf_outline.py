"""The outline of a drawn path: whether it fills its bounding box, is a curved piece (of a ring), or a line through points."""  # noqa: E501

import ctypes

import pypdfium2.raw as raw

from ingest.document import ShapeKind

MAX_POINTS = 300
"""A path with more corners is a picture, no chart."""
BOX, ROUND = 0.88, 0.62
"""The part of its bounding box that a rectangle (with round corners) and a circle fill at least."""
STEPS = (0.25, 0.5, 0.75, 1.0)
Points = tuple[tuple[float, float], ...]
Matrix = tuple[float, float, float, float, float, float]


def outline(obj: object, fill: bool) -> tuple[ShapeKind, Points]:
    """(kind, points before any matrix) of a path object; a stroke that encloses nothing is a line."""
    count = raw.FPDFPath_CountSegments(obj)
    if not 1 < count <= MAX_POINTS:
        return ("box", ()) if fill else ("curve", ())
    points: list[tuple[float, float]] = []
    curve: list[tuple[float, float]] = []
    closed = False
    starts = 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(count):
        segment = raw.FPDFPath_GetPathSegment(obj, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        closed = closed or bool(raw.FPDFPathSegment_GetClose(segment))
        starts += kind == raw.FPDF_SEGMENT_MOVETO
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            curve.append((x.value, y.value))
            if len(curve) == 3 and points:
                points += [_bezier((points[-1], *curve), t) for t in STEPS]
                curve = []
        else:
            points.append((x.value, y.value))
    if not fill and not closed and points[0] != points[-1]:
        return ("line" if starts == 1 else "curve"), tuple(points)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    whole = (max(xs) - min(xs)) * (max(ys) - min(ys))
    part = abs(_area(points)) / whole if whole else 1.0
    several = starts > 1 and part < BOX
    return ("curve" if several or part < ROUND else "round" if part < BOX else "box"), tuple(points)


def _bezier(p: list[tuple[float, float]] | tuple[tuple[float, float], ...], t: float) -> tuple[float, float]:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        a * p[0][0] + b * p[1][0] + c * p[2][0] + d * p[3][0],
        a * p[0][1] + b * p[1][1] + c * p[2][1] + d * p[3][1],
    )


def _area(points: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)) / 2
