"""What the readers hand on: pages of lines, then blocks of lines, still as printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import Literal, NamedTuple, TypeAlias

from ingest.document import BlockKind, PageSource, ReadingProblem, Shape

MediaType: TypeAlias = Literal["pdf", "txt", "md", "docx", "html"]


class Word(NamedTuple):
    """A printed word with its box in points, origin at the top left; all zero where the format has no places.

    A document has hundreds of thousands: a tuple is made three times as fast as a frozen dataclass.
    """

    text: str
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    angle: int = 0
    """Degrees clockwise; any but 0 is kept apart from the page's upright words."""


class RowCell(NamedTuple):
    """The words [first, end) of a row that are one cell, and where its column begins and ends."""

    first: int
    end: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words printed on one line. `open_end` is True where a line of a text file ends without the usual blank."""

    words: tuple[Word, ...]
    open_end: bool = False
    lone_space: bool = False
    """A line of a text file that starts with exactly one blank."""
    tight: bool = True
    """False where a blank line stands before it in a text file."""

    cells: tuple[RowCell, ...] = ()
    """In a row of a table whose format has no coordinates."""

    text: str = field(init=False, repr=False)
    x0: float = field(init=False, repr=False)
    x1: float = field(init=False, repr=False)
    y0: float = field(init=False, repr=False)
    y1: float = field(init=False, repr=False)
    size: float = field(init=False, repr=False)
    """Font size of the longest word, so that a raised note mark does not decide."""
    bold: bool = field(init=False, repr=False)
    italic: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # Layout asks for these many times a line: they are worked out once, column by column.
        texts, x0s, y0s, x1s, y1s, sizes, bolds, italics, _ = zip(*self.words or (Word(""),), strict=True)
        letters = [len(text) for text in texts]
        bold = any(bolds) and 2 * sum(map(mul, letters, bolds)) > sum(letters)
        put = object.__setattr__
        put(self, "text", " ".join(texts))
        put(self, "x0", min(x0s))
        put(self, "x1", max(x1s))
        put(self, "y0", min(y0s))
        put(self, "y1", max(y1s))
        put(self, "size", sizes[letters.index(max(letters))])
        put(self, "bold", bold)
        put(self, "italic", all(italics) or not self.words)


COLUMN_STEP, COLUMN_WIDTH = 100.0, 70.0


def row_of(cells: Sequence[tuple[str, int, int]]) -> Line:
    """A row of cells (text, column, columns it spans) as a line, its columns equally wide; empty cells leave room."""
    words: list[Word] = []
    found: list[RowCell] = []
    for text, column, width in cells:
        own = [Word(word) for word in text.split()]
        if own:
            x0 = column * COLUMN_STEP
            found.append(RowCell(len(words), len(words) + len(own), x0, x0 + (width - 1) * COLUMN_STEP + COLUMN_WIDTH))
            words += own
    return Line(tuple(words), cells=tuple(found))


@dataclass(frozen=True, slots=True)
class RawBlock:
    """Lines that belong together. `continues` marks a paragraph that goes on from an earlier block."""

    kind: BlockKind
    lines: tuple[Line, ...]
    page: int | None
    level: int = 0
    continues: bool = False
    keep_lines: bool = False
    """True where the line ends carry meaning (tiles, table rows) and are stored as newlines."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page before its blocks are known: `words` in content order, `lines` once they are built."""

    number: int
    words: tuple[Word, ...]
    width: float = 0.0
    height: float = 0.0
    source: PageSource = "text"
    lines: tuple[Line, ...] = ()
    shapes: tuple[Shape, ...] = ()
    """Its drawn areas, in drawing order."""


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as its reader saw it: pages (number, size, source) and blocks in reading order."""

    media_type: MediaType
    pages: tuple[RawPage, ...]
    blocks: tuple[RawBlock, ...]
    problems: tuple[ReadingProblem, ...] = field(default=())
    lost_hyphens: bool = False
    """True where line-end hyphens are lost throughout, so that an open line end marks a broken word."""
