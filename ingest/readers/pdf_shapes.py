"""The drawn areas of a PDF page through PDFium: where tiles, bars and legend marks stand, and in which colour."""

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.document import Shape
from ingest.readers.pdf_outline import outline

MAX_OBJECTS = 20_000
"""Per page; a map or a bomb has more, a sheet a few hundred."""
MAX_DEPTH = 6
MIN_SIDE = 2.0
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]


def page_shapes(page: pdfium.PdfPage, number: int) -> tuple[Shape, ...]:
    """Filled or stroked areas of page `number` in drawing order; none where it is turned or holds too many to be a sheet."""  # noqa: E501
    count = raw.FPDFPage_CountObjects(page.raw)
    if count > MAX_OBJECTS or page.get_rotation():
        return ()
    left, _, _, top = page.get_cropbox()
    objects = (raw.FPDFPage_GetObject(page.raw, i) for i in range(count))
    found: list[Shape] = []
    for obj in objects:
        if raw.FPDFPageObj_GetType(obj) == raw.FPDF_PAGEOBJ_TEXT:
            continue  # Most are.
        for shape in _areas(obj, _IDENTITY, 0):
            found.append(_placed(shape, number, left, top))
            if len(found) > MAX_OBJECTS:
                return ()
    return tuple(found)


def _placed(shape: Shape, number: int, left: float, top: float) -> Shape:
    """The shape in page coordinates, y growing downwards."""
    points = tuple((x - left, top - y) for x, y in shape.points)
    sides = (shape.x0 - left, top - shape.y1, shape.x1 - left, top - shape.y0)
    return Shape(number, *sides, shape.fill, shape.kind, points)


def _areas(obj: object, outer: Matrix, depth: int) -> Iterator[Shape]:
    kind = raw.FPDFPageObj_GetType(obj)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(obj, own)
        inner = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        for i in range(min(raw.FPDFFormObj_CountObjects(obj), MAX_OBJECTS)):
            yield from _areas(raw.FPDFFormObj_GetObject(obj, i), inner, depth + 1)
        return
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return
    sides = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(obj, *sides):
        return
    x0, y0, x1, y1 = (side.value for side in sides)
    corners = [_apply(outer, x, y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    wide, high = max(xs) - min(xs) >= MIN_SIDE, max(ys) - min(ys) >= MIN_SIDE
    if not wide and not high:
        return
    fill = _colour(obj, raw.FPDFPageObj_GetFillColor) if _is_filled(obj) else None
    kind, points = outline(obj, fill is not None)
    if kind != "box":
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(obj, own)
        inner = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        if kind != "round":
            fill = fill or _colour(obj, raw.FPDFPageObj_GetStrokeColor)
        yield Shape(0, min(xs), min(ys), max(xs), max(ys), fill, kind, tuple(_apply(inner, *p) for p in points))
    else:
        yield Shape(0, min(xs), min(ys), max(xs), max(ys), fill, kind if wide and high else "rule")


def _is_filled(obj: object) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(obj, mode, stroke)) and mode.value != 0


def _colour(obj: object, read: Callable[..., int]) -> str | None:
    rgba = [ctypes.c_uint() for _ in range(4)]
    if not read(obj, *rgba) or rgba[3].value == 0:
        return None
    return "#{:02x}{:02x}{:02x}".format(*(channel.value for channel in rgba[:3]))


def _times(a: Matrix, b: Matrix) -> Matrix:
    """First `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
