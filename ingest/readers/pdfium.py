"""Words with exact boxes through PDFium. The only file that touches pypdfium2's text side."""

import ctypes
import io
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from errors import FixTheFile
from ingest.layout.model import RawPage, Word
from ingest.readers.pdf_shapes import page_shapes

ASCENT, DESCENT = 0.78, 0.22
"""Share of the font size above and below the baseline: the same for every word, so that lines compare."""
BOLD_WEIGHT = 340
MAX_PIXELS = 8_000_000
MAX_CHARS_PER_PAGE = 200_000
RAISED = re.compile(r"[(<>–-]?([0-9][0-9.,]*[0-9%])\)?")
"""A word that is a number of two digits or more, whose end may be the mark of a note."""
GLUED = re.compile(r"[0-9%.][^\W\d_]|[^\W\d_][0-9]")
SLANT = 12.0
"""Degrees off a right angle under which a scan or a drawing is taken to be straight."""
LINE = re.compile(r"\S(?:.*\S)?")
TOKEN = re.compile("[^\\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
"""PDFium glues the two halves of a broken word into one run, with U+FFFE (or 2) where the hyphen was printed."""


class PdfWords:
    """An open PDF that yields the words of its pages."""

    def __init__(self, path: Path) -> None:
        try:
            self._pdf = pdfium.PdfDocument(path)
        except pdfium.PdfiumError as error:
            raise FixTheFile(str(error), "damaged") from error

    def close(self) -> None:
        self._pdf.close()

    def page_count(self) -> int:
        return len(self._pdf)

    def page(self, number: int) -> RawPage:
        """Page `number` (1-based) as lines of one word each, in content order. Raises FixTheFile on a broken page."""
        try:
            page = self._pdf[number - 1]
        except pdfium.PdfiumError as error:
            raise FixTheFile(str(error), "damaged") from error
        try:
            width, height = page.get_size()
            text_page = page.get_textpage()
            try:
                words = tuple(_words(text_page, _Frame(page)))
            finally:
                text_page.close()
            return RawPage(number, words, width, height, shapes=page_shapes(page, number))
        except pdfium.PdfiumError as error:
            raise FixTheFile(str(error), "damaged") from error
        finally:
            page.close()

    def shows_something(self, number: int) -> bool:
        """Whether a page shows a picture or glyphs: without a readable word it is as good as a scan."""
        page = self._pdf[number - 1]
        try:
            return (
                next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT), max_depth=4)), None)
                is not None
            )
        finally:
            page.close()

    def render(self, number: int, dpi: float) -> bytes:
        """A page as a grey PNG, no larger than MAX_PIXELS."""
        page = self._pdf[number - 1]
        try:
            width, height = page.get_size()
            scale = min(dpi / 72, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
            out = io.BytesIO()
            page.render(scale=scale, grayscale=True).to_pil().save(out, "PNG", compress_level=1)
            return out.getvalue()
        finally:
            page.close()


class _Frame:
    """Turns a point of the page's own space into points from the top left of the page as shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.rotation = page.get_rotation()

    def place(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _words(page: pdfium.PdfTextPage, frame: _Frame) -> Iterator[Word]:
    count = page.count_chars()
    if count > MAX_CHARS_PER_PAGE:
        raise FixTheFile(f"{count} tegn på én side", "output")
    if count <= 0:
        return
    text = page.get_text_range(0, count)
    if len(text) != count:
        text = "".join(chr(raw.FPDFText_GetUnicode(page.raw, index) or 0xFFFD) for index in range(count))
    glyphs = _Glyphs(page, frame)
    text = text.replace("\x00", "\ufffd")
    for line in LINE.finditer(text):
        alike = glyphs.alike(line.start(), line.end() - 1)
        for match in TOKEN.finditer(text, *line.span()):
            token, start = match[0], match.start()
            cut = 0 if alike else _raised_note(glyphs, token, start) or _restyled(glyphs, token, start)
            while cut:
                yield _word(glyphs, frame, token[:cut], start, start + cut - 1, None)
                token, start = token[cut:], start + cut
                cut = _restyled(glyphs, token, start)
            yield _word(glyphs, frame, token, start, match.end() - 1, alike)


class _Set(NamedTuple):
    """How a glyph is set: font size in points, weight, slant, degrees clockwise as shown."""

    size: float
    bold: bool
    italic: bool
    angle: int


class _Glyphs:
    """How each character of a page is set, asked once for each of its text objects: all of one object are set alike."""

    def __init__(self, page: pdfium.PdfTextPage, frame: _Frame) -> None:
        self.handle, self.address = page.raw, ctypes.cast(page.raw, ctypes.c_void_p).value
        self._rotation = frame.rotation
        self._objects: dict[int, _Set] = {}
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}

    def at(self, index: int) -> _Set:
        owner = _TEXT_OBJECT(self.address, index)
        if owner is None:  # A character that PDFium made up.
            return self._ask(index)
        found = self._objects.get(owner)
        if found is None:
            found = self._objects[owner] = self._ask(index)
        return found

    def alike(self, first: int, last: int) -> _Set | None:
        """How all characters from first to last are set, where they belong to one text object."""
        owner = _TEXT_OBJECT(self.address, first)
        return self.at(first) if owner is not None and owner == _TEXT_OBJECT(self.address, last) else None

    def _ask(self, index: int) -> _Set:
        matrix = _MATRIX
        raw.FPDFText_GetMatrix(self.handle, index, matrix)
        size = float(raw.FPDFText_GetFontSize(self.handle, index) * math.hypot(matrix.c, matrix.d))
        angle = (_angle(matrix) + self._rotation) % 360
        return _Set(size, *_style(self.handle, index, self._fonts), angle)


def _raised_note(glyphs: _Glyphs, text: str, start: int) -> int:
    """Where a note's small digits begin that stand glued to a number ("5.414¹" is not 54141), or 0."""
    match = RAISED.fullmatch(text)
    if match is None or glyphs.alike(start, start + len(text) - 1):
        return 0
    full = glyphs.at(start).size
    for cut in range(match.start(1) + 1, len(text)):
        if text[cut].isdigit() and glyphs.at(start + cut).size < 0.87 * full:
            return cut
    return 0


def _angle(matrix: raw.FS_MATRIX) -> int:
    """Degrees clockwise that letters are turned by; a hair's breadth is none, near a right angle is one."""
    if not matrix.b and matrix.a > 0:
        return 0
    degrees = -math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    near = round(degrees / 90) * 90
    return near % 360 if abs(degrees - near) < SLANT else round(degrees)


def _restyled(glyphs: _Glyphs, text: str, start: int) -> int:
    """Where a turned name, a unit in another size or a larger number begins that stands glued to what is before it ("138Beboerhuse", "63lærlinge", "bor7.105"), or 0."""  # noqa: E501
    glued = GLUED.search(text)
    if glued is None:
        return 0
    cut = glued.start() + 1
    before, after = glyphs.at(start), glyphs.at(start + cut)
    if after.angle != before.angle:
        return cut
    number = text[:cut].rstrip("%").replace(".", "").replace(",", "").isdigit()
    ratio = after.size / max(before.size, 0.1)
    return cut if ratio >= 1.15 or (ratio <= 0.87 and (number or text[cut - 1] == ".")) else 0


def _word(glyphs: _Glyphs, frame: _Frame, text: str, first: int, last: int, alike: _Set | None) -> Word:
    box = _BOX
    size, bold, italic, angle = alike or glyphs.at(first)
    _LOOSE_BOX(glyphs.address, last, _BOX_AT)
    if angle:
        end = (box.left, box.bottom), (box.right, box.top)
        _LOOSE_BOX(glyphs.address, first, _BOX_AT)
        corners = ((box.left, box.bottom), (box.right, box.top), *end)
        xs, ys = zip(*(frame.place(x, y) for x, y in corners), strict=True)
        return Word(text, min(xs), min(ys), max(xs), max(ys), size, bold, italic, angle)
    _ORIGIN(glyphs.address, first, _X_AT, _Y_AT)
    if frame.rotation:
        x0, base = frame.place(_X.value, _Y.value)
        x1 = max(frame.place(box.right, box.top)[0], frame.place(box.left, box.bottom)[0])
    else:
        x0, base = _X.value - frame.left, frame.top - _Y.value
        x1 = max(box.right, box.left) - frame.left
    return _NEW(Word, (text, x0, base - ASCENT * size, max(x1, x0 + 0.1), base + DESCENT * size, size, bold, italic, 0))


def _direct(call: object, *arguments: type) -> Callable[..., int | None]:
    """One of PDFium's calls, given addresses: a document asks for hundreds of thousands, and checking types takes longer than the call."""  # noqa: E501
    address = ctypes.cast(call, ctypes.c_void_p).value  # type: ignore[arg-type]
    found: Callable[..., int | None] = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, *arguments)(
        address or 0
    )
    return found


_NEW = tuple.__new__
"""Makes a word without the check of its arguments, in half the time."""
_TEXT_OBJECT = _direct(raw.FPDFText_GetTextObject)
_ORIGIN = _direct(raw.FPDFText_GetCharOrigin, ctypes.c_void_p, ctypes.c_void_p)
_LOOSE_BOX = _direct(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p)
_NAME, _FLAGS = ctypes.create_string_buffer(96), ctypes.c_int()
_MATRIX, _BOX = raw.FS_MATRIX(), raw.FS_RECTF()
_X, _Y = ctypes.c_double(), ctypes.c_double()
"""Outlets of PDFium's calls, made once, and where they stand in memory."""
_BOX_AT, _X_AT, _Y_AT = ctypes.addressof(_BOX), ctypes.addressof(_X), ctypes.addressof(_Y)


def _style(handle: object, index: int, styles: dict[tuple[bytes, int], tuple[bool, bool]]) -> tuple[bool, bool]:
    """(bold, italic) of a character's font, from its name and weight."""
    name, flags = _NAME, _FLAGS
    raw.FPDFText_GetFontInfo(handle, index, name, 96, flags)
    weight = raw.FPDFText_GetFontWeight(handle, index)
    key = (name.value, weight)
    if key not in styles:
        lowered = name.value.lower()
        bold = any(mark in lowered for mark in (b"bold", b"black", b"heavy")) or weight >= 600
        styles[key] = (bold, b"italic" in lowered or b"oblique" in lowered or bool(flags.value & 64))
    return styles[key]
