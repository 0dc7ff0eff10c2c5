"""The types that leave the reading room: a file becomes one `Document`.

Offsets everywhere are character positions in `Document.text`, the stored text: every letter and digit of the
file in reading order. Reading never deletes a letter or digit (running headers, captions and credits stay and are
labelled as blocks); it only repairs white space, line-end hyphens and dashes, ligatures and bullets, and writes each
such place down as a `Repair`. So `text[start:end]` is always a verbatim quote.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

Span: TypeAlias = tuple[int, int]
"""Half-open character range [start, end) in `Document.text`."""

BlockKind: TypeAlias = Literal[
    "heading",
    "paragraph",
    "list_item",
    "table_row",
    "tile",
    "caption",
    "credit",
    "pull_quote",
    "note",
    "header",
    "footer",
]
ShapeKind: TypeAlias = Literal["box", "round", "curve", "line", "rule"]
PassageKind: TypeAlias = Literal["prose", "list", "table", "tile", "caption", "note"]
PageSource: TypeAlias = Literal["text", "ocr", "none"]
DocumentKind: TypeAlias = Literal["kommuneark", "velkomstpakke", "maalprogram", "aarsberetning", "andet"]


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the document says it is. `period` is "2026-2028" or "2025"; `year` the last year it speaks for."""

    title: str
    kind: DocumentKind = "andet"
    publisher: str | None = None
    period: str | None = None
    year: int | None = None
    municipality: str | None = None
    """One of the 98 municipalities, base form ("Kalundborg"), or None for the whole country."""
    summary_of: str | None = None
    """Where the original is published, when this is one of our own summaries; else None."""
    demo: bool = False
    """True when the document says that its figures are invented."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: 1-based `number`, its span, where its text came from, and its size in PDF points (0 if not paged)."""

    number: int
    span: Span
    source: PageSource = "text"
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text of one kind. `level` is 1.. for headings, 0 otherwise. `page` is None in formats without pages."""

    kind: BlockKind
    span: Span
    page: int | None
    level: int = 0


class WordBox(NamedTuple):
    """Where a word stands on its page: PDF points, origin at the top left, y growing downwards.

    A document has hundreds of thousands, and they come from another process: a tuple is made three times as fast as a
    frozen dataclass.
    """

    span: Span
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float = 0.0
    """Font size in points."""
    angle: int = 0
    """Degrees clockwise that it is turned by; its box is the box around it as it stands."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table in a format without coordinates. `x0` and `x1` are where its column begins and ends."""

    span: Span
    table: int
    row: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawn area on a page (tile, bar, circle, legend mark): boxed as a `WordBox`; `fill` is "#rrggbb" or None. A `curve` is a piece of a ring or an icon, a `line` a stroke through `points`, its colour in `fill`, a `rule` a thin straight one."""  # noqa: E501

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    fill: str | None = None
    kind: ShapeKind = "box"
    points: tuple[tuple[float, float], ...] = ()
    """Corners of a `curve` or `line`, in page coordinates."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A place where the stored text differs from the printed one: `printed` stood where `span` stands now."""

    span: Span
    printed: str
    kind: Literal["hyphen", "lost_hyphen", "lost_dash", "ligature", "bullet", "space", "footnote"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece cut at meaning, under 400 tokens, that is understood alone through `context`.

    `spans` are in reading order (more than one where a caption or page turn stands between); `text` is their stored
    text joined by one space or newline. `lead_in` is the sentence a list hangs on ("Derfor vil vi:").
    """

    ordinal: int
    page: int | None
    section: tuple[str, ...]
    kind: PassageKind
    spans: tuple[Span, ...]
    text: str
    context: str
    """One line: title · section · period · municipality; embedded and searched together with `text`."""
    lead_in: Span | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure (nøgletal). Field names and meaning as in the contract; `value` is "3372", "0.5" or "2/3"."""

    document: str
    page: int | None
    label: str
    value: str
    unit: str
    qualifier: str | None
    period: str | None
    municipality: str | None
    group: str | None
    quote: str
    spans: tuple[Span, ...]
    """Value first, then unit, label and heading, wherever they stand."""
    certain: bool = True
    reason: str | None = None
    """Danish: why it cannot be read with certainty."""

    @property
    def number(self) -> Fraction:
        """The value as an exact number. Raises ValueError where it is none (fused digits are kept as printed)."""
        return Fraction(self.value)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A goal, sub-goal, "vil"-point, promise, decision or initiative."""

    document: str
    page: int | None
    text: str
    actor: str | None
    """"BL", "den almene sektor", "regeringen", "Folketinget", a municipality …"""
    period: str | None
    theme: str | None
    status: str | None
    """"mål", "vil", "vedtaget", "igangsat", "foreslået", "gennemført" … where the document tells."""
    parent: str | None
    """Text of the goal it stands under; None for a goal itself."""
    quote: str
    spans: tuple[Span, ...]
    ordinal: int = 0
    """Order in the document."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, event or date with what its sentence says of it: something exact for hvem, hvornår and hvor."""

    document: str
    page: int | None
    kind: Literal["person", "event", "date"]
    name: str
    role: str | None
    organisation: str | None
    when: str | None
    where: str | None
    quote: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReadingProblem:
    """Something that could not be read for certain. `message` is Danish, for the health view."""

    kind: Literal[
        "scanned_page",
        "empty_page",
        "fused_number",
        "uncertain_figure",
        "unknown_glyph",
        "repaired",
        "skipped",
        "unread_chart",
    ]
    page: int | None
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `id` is the file's stem; `sha256` of the file's bytes tells whether it changed."""

    id: str
    file_name: str
    sha256: str
    media_type: Literal["pdf", "txt", "md", "docx", "html"]
    info: DocumentInfo
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    mentions: tuple[Mention, ...] = ()
    problems: tuple[ReadingProblem, ...] = ()
    repairs: tuple[Repair, ...] = ()
    word_boxes: tuple[WordBox, ...] = field(default=(), repr=False)
    shapes: tuple[Shape, ...] = field(default=(), repr=False)
    cells: tuple[TableCell, ...] = field(default=(), repr=False)
    """Of tables in formats without coordinates, in stored order; needed only while figures are found."""

    def quote(self, span: Span) -> str:
        """The stored text of a span."""
        return self.text[span[0] : span[1]]

    def page_at(self, offset: int) -> int | None:
        """The 1-based page an offset stands on, or None in formats without pages."""
        at = bisect_right(self.pages, offset, key=lambda page: page.span[0]) - 1
        return self.pages[at].number if at >= 0 and offset < self.pages[at].span[1] else None
