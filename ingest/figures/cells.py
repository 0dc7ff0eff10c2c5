"""A page's words as cells: what stands together on a sheet, with its box. Coordinates in, no Danish here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.document import Document, Shape, Span, WordBox
from ingest.figures.flow import shown
from ingest.numbers import QUANTITIES, Number, read_number, read_numbers

MISSING: Final = frozenset({"–", "—", "-", "..", "...", "…", "•", "·", "n/a", "n.a.", "na", "i.o.", "i/o", ":", "x"})
"""What stands in a table where there is no value."""
_UNIT_ONLY: Final = re.compile(
    r"(?:pct\.?|procent|%|‰|kr\.?|kroner|(?:mio|mia)\.?(?: ?kr\.?)?|t\.? ?kr\.?|1\.000 kr\.|tkr\.?|m[2²]|kr\.?(?: ?/ ?| pr\.? )[\wæøå²]+\.?"
    r"|(?:mio|mia)\. ?kr\. ?pr\. [\wæøå]+|ton(?: CO[2₂]\S*)?|kg(?: CO[2₂]\S*)?|[kMG]Wh\S*|år|måneder|procentpoint|pct\.-?point)",
    re.IGNORECASE,
)
_NOTE_MARK: Final = re.compile(r"(?<=[0-9.%])\s*(?:[¹²³⁴⁵⁶⁷⁸⁹*†]+|\s[1-9]\))$")
"""The mark of a note after a value: "3.958¹", "214 *", "38 1)"."""


@dataclass(frozen=True, slots=True)
class Box:
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def cx(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def cy(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def holds(self, other: "Box", slack: float = 2.0) -> bool:
        """Whether the other box lies inside this one."""
        return (
            self.x0 - slack <= other.x0
            and self.x1 + slack >= other.x1
            and self.y0 - slack <= other.y0
            and self.y1 + slack >= other.y1
        )

    def gap(self, other: "Box") -> tuple[float, float]:
        """Horizontal and vertical distance; 0 where they overlap."""
        return (
            max(0.0, other.x0 - self.x1, self.x0 - other.x1),
            max(0.0, other.y0 - self.y1, self.y0 - other.y1),
        )

    def distance(self, other: "Box") -> float:
        """Distance between the nearest edges."""
        dx, dy = self.gap(other)
        return float((dx * dx + dy * dy) ** 0.5)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all."""
    every = list(boxes)
    return Box(min(b.x0 for b in every), min(b.y0 for b in every), max(b.x1 for b in every), max(b.y1 for b in every))


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together: one line, or the lines of one label."""

    box: Box
    text: str
    spans: tuple[Span, ...]
    size: float
    lines: int = 1
    number: Number | None = None
    """The one number the cell consists of; its spans count from the start of `text`."""

    @property
    def is_value(self) -> bool:
        return self.number is not None and self.number.kind in QUANTITIES

    @property
    def is_missing(self) -> bool:
        return self.text.casefold() in MISSING

    @property
    def is_unit(self) -> bool:
        return bool(_UNIT_ONLY.fullmatch(self.text.strip()))


def box_of(area: WordBox | Shape) -> Box:
    return Box(area.x0, area.y0, area.x1, area.y1)


def page_fragments(document: Document, page: int) -> list[Cell]:
    """One cell per run of words on a line without a wide gap, top to bottom."""
    words, _ = _once(document, page)
    walls = [box_of(s) for s in document.shapes if s.page == page]
    rows: list[list[WordBox]] = []
    for word in sorted(words, key=lambda w: (w.y1, w.x0)):
        row = next((r for r in reversed(rows[-12:]) if _same_line(r[-1], word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    cells: list[Cell] = []
    for row in rows:
        row.sort(key=lambda w: w.x0)
        run = [row[0]]
        space = min((b.x0 - a.x1 for a, b in pairwise(row) if b.x0 > a.x1), default=0.0)
        for word in row[1:]:
            if _apart(run[-1], word, walls, space):
                cells.append(_fragment(document, run))
                run = []
            run.append(word)
        cells.append(_fragment(document, run))
    return sorted(cells, key=lambda c: (c.box.y0, c.box.x0))


def _once(document: Document, page: int) -> tuple[list[WordBox], list[WordBox]]:
    """The page's upright words, and those that stand a second time in the very same place."""
    seen: set[tuple[str, int, int]] = set()
    words: list[WordBox] = []
    doubles: list[WordBox] = []
    for word in document.word_boxes:
        if word.page != page or word.span[1] <= word.span[0] or _turned(word):
            continue
        key = (document.quote(word.span), round(word.x0), round(word.y0))
        (doubles if key in seen else words).append(word)
        seen.add(key)
    return words, doubles


def _turned(word: WordBox) -> bool:
    """Upright words are exactly as high as their font size."""
    return word.size > 0 and abs((word.y1 - word.y0) - word.size) > 0.15 * word.size


def _same_line(a: WordBox, b: WordBox) -> bool:
    """Same base line within a quarter of the smaller size."""
    return abs(a.y1 - b.y1) < 0.25 * min(_size(a), _size(b)) and _similar(_size(a), _size(b), 1.15)


def _size(word: WordBox) -> float:
    return word.size or (word.y1 - word.y0)


def _similar(a: float, b: float, ratio: float = 1.08) -> bool:
    return max(a, b) <= ratio * min(a, b) + 0.01


def _apart(a: WordBox, b: WordBox, walls: Sequence[Box], space: float) -> bool:
    """A gap wider than a word space (`space` is the line's narrowest), or the edge of a drawn area between them."""
    gap = b.x0 - a.x1
    size = min(_size(a), _size(b))
    if gap > min(0.78 * size, max(0.62 * size, 1.3 * space)) or gap < -2 * size or gap > max(0.4 * size, 1.5 * space):
        return True
    return any(
        (a.x1 - 1 <= wall.x1 <= b.x0 + 1 or a.x1 - 1 <= wall.x0 <= b.x0 + 1) and wall.y0 < (a.y0 + a.y1) / 2 < wall.y1
        for wall in walls
    )


def _fragment(document: Document, words: Sequence[WordBox]) -> Cell:
    text = " ".join(document.quote(w.span) for w in words)
    bare = _NOTE_MARK.sub("", text)
    number = read_number(bare) if re.search(r"[0-9½¼¾]", bare) else None
    return Cell(
        union(box_of(w) for w in words),
        text,
        _joined(document, [w.span for w in words]),
        max(_size(w) for w in words),
        1,
        number,
    )


def _joined(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with only white space between become one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1] <= span[0] and not document.text[joined[-1][1] : span[0]].strip():
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return tuple(joined)


def labels_and_values(document: Document, page: int) -> list[Cell]:
    """The page's cells: values, units and missing marks alone, label lines merged to the text they belong to."""
    fragments = without_note_marks(page_fragments(document, page))
    shapes = [box_of(s) for s in document.shapes if s.page == page]
    walls = [b for b in shapes if b.width > 20 or b.height > 20]
    marks = [b for b in shapes if b.width <= 16 and b.height <= 16]
    owners = {id(f) for f in fragments if _owns_value(f, fragments)}
    cells: list[Cell] = []
    last_owner: dict[int, bool] = {}
    for fragment in fragments:
        host = None
        if _stands_alone(fragment):
            host = _paragraph_above(fragment, cells)
        elif not _marked(fragment, marks):
            host = _host(fragment, cells, walls)
            if host is not None and not _same_label(last_owner.get(id(host), False), id(fragment) in owners, fragment):
                host = None
        if host is None:
            cells.append(fragment)
            last_owner[id(fragment)] = id(fragment) in owners
        else:
            merged = _merged(document, host, fragment)
            cells[cells.index(host)] = merged
            last_owner[id(merged)] = last_owner.get(id(host), False) or id(fragment) in owners
    return cells


def without_note_marks(fragments: Sequence[Cell]) -> list[Cell]:
    """Small raised digits right after a larger text are marks of notes, no values."""
    kept: list[Cell] = []
    for cell in fragments:
        if re.fullmatch(r"[0-9]{1,2}\)?|[*†]+", cell.text) and any(
            other is not cell
            and cell.size < 0.8 * other.size
            and -1.5 <= cell.box.x0 - other.box.x1 < 0.4 * other.size
            and other.box.y0 - 0.5 * other.size <= cell.box.cy <= other.box.cy + 0.15 * other.size
            for other in fragments
        ):
            continue
        kept.append(cell)
    return kept


def note_marks(document: Document) -> set[Span]:
    """Where the marks of notes, turned words and second prints stand, on every page with coordinates: never figures."""
    spans: set[Span] = set()
    for page in {w.page for w in document.word_boxes}:
        fragments = page_fragments(document, page)
        kept = {id(f) for f in without_note_marks(fragments)}
        spans |= {s for f in fragments if id(f) not in kept for s in f.spans}
        spans |= {w.span for w in _once(document, page)[1]}
    spans |= {w.span for w in document.word_boxes if _turned(w)}
    return spans


def _stands_alone(cell: Cell) -> bool:
    return cell.is_value or cell.is_missing or cell.is_unit or bool(cell.number and cell.number.kind == "year")


def _owns_value(cell: Cell, fragments: Sequence[Cell]) -> bool:
    """Whether a text has a value or missing mark of its own on its line, as in a table row."""
    if _stands_alone(cell):
        return False
    beside = [
        f
        for f in fragments
        if f is not cell
        and abs(f.box.y1 - cell.box.y1) < 0.35 * cell.size
        and f.box.x0 >= cell.box.x1
        and _similar(f.size, cell.size, 1.35)
    ]
    nearest = min(beside, key=lambda f: f.box.x0, default=None)
    return nearest is not None and (nearest.is_value or nearest.is_missing)


def _same_label(host_owns: bool, owns: bool, fragment: Cell) -> bool:
    """Whether a line may belong to the label above: not where each has its own value."""
    if host_owns and owns:
        return False
    return not (host_owns or owns) or fragment.text[:1].islower() or fragment.text[:1] == "("


def _marked(cell: Cell, marks: Sequence[Box]) -> bool:
    """Whether a legend mark or bullet stands right before the text."""
    return any(-1 < cell.box.x0 - m.x1 < 1.6 * cell.size and abs(m.cy - cell.box.cy) < 0.6 * cell.size for m in marks)


def _host(fragment: Cell, cells: Sequence[Cell], walls: Sequence[Box]) -> Cell | None:
    """The cell just above that this line goes on with: same size, near, aligned left or centred."""
    for cell in reversed(cells):
        if _stands_alone(cell) or not _similar(cell.size, fragment.size):
            continue
        if cell.number and cell.number.kind == "interval":
            continue
        step = fragment.box.y1 - cell.box.y1
        if not 0.5 * fragment.size < step < 1.75 * fragment.size:
            continue
        aligned = (
            abs(cell.box.x0 - fragment.box.x0) < 0.4 * fragment.size
            or abs(cell.box.cx - fragment.box.cx) < 0.5 * fragment.size
        )
        if aligned and not _walled(cell.box, fragment.box, walls):
            return cell
    return None


def _paragraph_above(fragment: Cell, cells: Sequence[Cell]) -> Cell | None:
    """A paragraph of two lines or more, not ended, whose next line is this number alone."""
    for cell in reversed(cells):
        if cell.lines < 2 or not _similar(cell.size, fragment.size) or cell.text.rstrip()[-1:] in ".!?:":
            continue
        pitch = (cell.box.height - cell.size) / max(1, cell.lines - 1)
        if (
            abs(cell.box.x0 - fragment.box.x0) < 0.3 * fragment.size
            and abs(fragment.box.y1 - cell.box.y1 - pitch) < 0.15 * fragment.size
        ):
            return cell
    return None


def _walled(a: Box, b: Box, walls: Sequence[Box]) -> bool:
    """Whether an edge of a drawn area runs between two lines of text."""
    return any(wall.holds(a) != wall.holds(b) for wall in walls)


def _merged(document: Document, host: Cell, fragment: Cell) -> Cell:
    text = f"{host.text} {fragment.text}"
    if re.search(r"[^\W\d_][-‐\u00ad]$", host.text) and fragment.text[:1].islower():
        text = host.text[:-1] + fragment.text
    return Cell(
        union((host.box, fragment.box)),
        text,
        _joined(document, [*host.spans, *fragment.spans]),
        host.size,
        host.lines + 1,
    )


def numbers_in(cell: Cell) -> tuple[Number, ...]:
    """The numbers in a cell's text, for headings and labels."""
    return read_numbers(shown(cell.text))
