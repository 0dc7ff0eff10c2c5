"""Text files that were once PDFs: printed lines, pages where they show, and whether line-end hyphens are lost."""

import itertools
import re
from dataclasses import dataclass, field

from ingest.layout.model import Line, Word
from ingest.layout.shapes import URL_LINE

PAGE_GAP = 3
"""Blank lines that part two pages in a file whose lines are one blank line apart."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One non-blank line as it stands in the file, with the number of blank lines before it."""

    raw: str
    blanks: int
    text: str = field(init=False, compare=False, repr=False)
    """The line without the blanks around it, asked for many times."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.raw.strip())

    @property
    def trailing(self) -> bool:
        return self.raw[-1:].isspace()

    @property
    def lone_space(self) -> bool:
        return len(self.raw) > 1 and self.raw[0] == " " and not self.raw[1].isspace()

    def line(self) -> Line:
        return Line(tuple(Word(word) for word in self.raw.split()), open_end=not self.trailing)


def printed_lines(text: str) -> tuple[Printed, ...]:
    out: list[Printed] = []
    blanks = 0
    for raw in text.split("\n"):
        if raw.strip():
            out.append(Printed(raw, blanks))
            blanks = 0
        else:
            blanks += 1
    return tuple(out)


def split_pages(text: str) -> tuple[tuple[Printed, ...], ...] | None:
    """Lines per page by form feeds, by the lone blank that opens a page or by the gap before it; None where none shows."""  # noqa: E501
    if "\f" in text.strip("\f"):
        return tuple(printed_lines(page) for page in text.rstrip("\f").split("\f"))
    lines = printed_lines(text)
    if is_double_spaced(lines):
        return _split_at_gaps(lines)
    starts = [index for index in range(1, len(lines)) if _opens_page(lines, index)]
    lone = [index for index in starts if lines[index].lone_space]
    if not lone or not (lines[0].lone_space or len(lone) >= 3):
        return None
    bounds = [0, *starts, len(lines)]
    return tuple(lines[start:end] for start, end in itertools.pairwise(bounds))


def _split_at_gaps(lines: tuple[Printed, ...]) -> tuple[tuple[Printed, ...], ...] | None:
    """Pages of a file with a blank line after each line: three or more open a page, and so does what follows its links."""  # noqa: E501
    starts = [i for i in range(1, len(lines)) if lines[i].blanks >= PAGE_GAP or _after_links(lines, i)]
    if len(starts) < 2:
        return None
    return tuple(lines[start:end] for start, end in itertools.pairwise([0, *starts, len(lines)]))


def _after_links(lines: tuple[Printed, ...], index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    return line.blanks >= 2 and bool(URL_LINE.match(before.text)) and not URL_LINE.match(line.text)


def _opens_page(lines: tuple[Printed, ...], index: int) -> bool:
    """A page opens with a lone blank right under the last line before it, or after the links that close a page."""
    line = lines[index]
    if line.lone_space:
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        parallel = line.text.endswith(".") and following.split()[:1] == line.text.split()[:1]
        return line.blanks == 0 and not line.text[0].islower() and not parallel
    return _after_links(lines, index)


def loses_hyphens(lines: tuple[Printed, ...]) -> bool:
    """Whether wrapped lines usually end in a blank, so that one without it marks a broken word."""
    wrapped = [
        above.trailing
        for above, below in itertools.pairwise(lines)
        if below.blanks == 0 and above.text[-1].isalpha() and below.text[0].islower()
    ]
    return len(wrapped) >= 10 and sum(wrapped) >= 0.5 * len(wrapped)


def is_double_spaced(lines: tuple[Printed, ...]) -> bool:
    """Whether a blank line stands between the lines of one paragraph, as some extractors leave it."""
    apart = [(a, b) for a, b in itertools.pairwise(lines) if b.blanks == 1]
    on = sum(a.text[-1] not in ".!?:" and b.text[0].islower() for a, b in apart)
    return len(apart) >= 0.4 * max(len(lines) - 1, 1) and on >= max(0.25 * len(apart), 3)


WIDE, NARROW = re.compile(r"[A-ZÆØÅMWmw@%]"), re.compile(r"[ijlt.,:;!'’|()\[\]/ fr-]")


def width(text: str) -> float:
    """Estimated width of a line in average letters of a proportional font."""
    wide, narrow = len(WIDE.findall(text)), len(NARROW.findall(text))
    return len(text) + 0.35 * wide - 0.45 * narrow
