"""What the readers hand on: pages of lines, then blocks of lines, still as printed."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ingest.document import BlockKind, PageSource, ReadingProblem

MediaType: TypeAlias = Literal["pdf", "txt", "md", "docx", "html"]


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word with its box in points, origin at the top left; all zero where the format has no places."""

    text: str
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    angle: int = 0
    """Degrees clockwise, a multiple of 90."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words printed on one line. `open_end` is True where a line of a text file ends without the usual blank."""

    words: tuple[Word, ...]
    open_end: bool = False
    lone_space: bool = False
    """A line of a text file that starts with exactly one blank."""
    tight: bool = True
    """False where a blank line stands before it in a text file."""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y0(self) -> float:
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.y1 for word in self.words)

    @property
    def size(self) -> float:
        """Font size of the longest word, so that a raised note mark does not decide."""
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        letters = sum(len(word.text) for word in self.words)
        return 2 * sum(len(word.text) for word in self.words if word.bold) > letters

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words)


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
    """One page before its blocks are known."""

    number: int
    lines: tuple[Line, ...]
    width: float = 0.0
    height: float = 0.0
    source: PageSource = "text"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as its reader saw it: pages (number, size, source) and blocks in reading order."""

    media_type: MediaType
    pages: tuple[RawPage, ...]
    blocks: tuple[RawBlock, ...]
    problems: tuple[ReadingProblem, ...] = field(default=())
    lost_hyphens: bool = False
    """True where line-end hyphens are lost throughout, so that an open line end marks a broken word."""
