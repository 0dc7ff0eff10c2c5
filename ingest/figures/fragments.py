"""What stands on a page with coordinates: its words in runs, cut at wide gaps and at the edges of drawn areas."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ingest.document import Document, Shape, Span, WordBox
from ingest.figures.bare import axis_ticks, is_only_place, ranks
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.classes import with_size_classes
from ingest.figures.leaders import is_leader, without_glued_leaders
from ingest.figures.one_line import one_line_lists
from ingest.figures.running_text import gap_in_line, idle_words, short_runs
from ingest.figures.turned import rows_of_names, turned_names
from ingest.figures.units import is_unit_word, normal
from ingest.numbers import read_number

_NOTE_MARK: Final = re.compile(r"(?<=[0-9.%])\s*(?:[¹²³⁴⁵⁶⁷⁸⁹*†]+|\s[1-9]\))$")
"""The mark of a note after a value: "3.958¹", "214 *", "38 1)"."""

_SPACED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?: ?%| pct\.| kr\.)?")
MIN_SPACED: Final = 2
MIN_SPREAD: Final = 4
"""Letters that stand apart before they are taken for one word."""
_ARROWS: Final = "▲▼△▽▴▾↑↓↗↘⬆⬇"
_TREND: Final = re.compile(rf"^([0-9].*?)\s*[{_ARROWS}]+$")
"""An arrow after a number tells that it rose or fell, and is no part of it."""
_NOTED_GAP: Final = re.compile(r"(\.\.\.?|…|[–—-]) ?(?:([0-9]{1,2}|[a-h])\)?|[¹²³⁴⁵⁶⁷⁸⁹*†]+)")
"""A missing value with the mark of a note: ".." with a raised "1" or "a"."""
_LETTER_MARK: Final = re.compile(r"(?<=[0-9%]) ?[a-h]\)?$")
"""The mark of a note after a value, where it is raised: "871" with a raised "a"."""
TALLER: Final = 1.02
"""Of its size: how high a word is that ends in a raised mark."""
_SPELT: Final = re.compile(r"(?:hver \w+|\w+ ud af \w+)$", re.IGNORECASE)
"""A share in words that may stand large in a tile: "Hver femte"."""
_RANK: Final = re.compile(r"[0-9]{1,2}\.")
"""The rank of a row ("1."), no value and no name."""
_ABOUT: Final = frozenset({"ca.", "cirka", "knap", "over", "under", "godt", "næsten", "omkring"})
WORD_SPACE: Final = 0.33
"""Of the font size: over a gap no wider than this a text reads on, though the bounding box of a drawn curve ends in it."""  # noqa: E501
MAX_NAMED: Final = 9
"""Words of a name and its number that stand in one run."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page's upright words, each once, its shapes, and the places that are never figures (turned, printed twice, marks of notes)."""  # noqa: E501

    number: int
    words: tuple[WordBox, ...]
    shapes: tuple[Shape, ...]
    idle: frozenset[Span]
    fragments: tuple[Cell, ...]
    """One cell per run of words on a line, marks of notes left out, top to bottom."""
    turned: tuple[Cell, ...] = ()
    """The names that hang turned along an axis."""


def sheet_pages(document: Document) -> list[SheetPage]:
    """Every page with coordinates, in order."""
    words: dict[int, list[WordBox]] = defaultdict(list)
    shapes: dict[int, list[Shape]] = defaultdict(list)
    for word in document.word_boxes:
        words[word.page].append(word)
    for shape in document.shapes:
        shapes[shape.page].append(shape)
    running: dict[int | None, list[Span]] = defaultdict(list)
    for block in document.blocks:
        if block.kind in ("header", "footer"):
            running[block.page].append(block.span)
    return [_sheet_page(document, page, words[page], shapes[page], running[page]) for page in sorted(words)]


def _sheet_page(
    document: Document, page: int, words: Sequence[WordBox], shapes: Sequence[Shape], running: Sequence[Span]
) -> SheetPage:
    """`running`: where the page's number and running titles stand, for which alone no page is a sheet."""
    kept, idle = idle_words(document, without_glued_leaders(document, words))
    said = [w for w in kept if not _within(w.span, running)] if running else kept
    # The first page's title may tell whose figures follow.
    if page > 1 and _is_running_text(document, said, shapes, kept):
        return SheetPage(page, tuple(kept), tuple(shapes), frozenset(idle), ())
    every = _fragments(document, kept, shapes)
    fragments = with_size_classes(with_spaced_thousands(without_note_marks(every), document.text))
    ticks = {id(tick) for tick in (*axis_ticks(fragments), *ranks(fragments))}
    fragments = [f for f in fragments if id(f) not in ticks and not _RANK.fullmatch(f.text)]
    left = {id(f) for f in fragments if not _spread(document, f)}
    idle |= {s for f in every if id(f) not in left for s in f.spans}
    listed = {id(line.cell) for line in one_line_lists(fragments, [])}
    if page > 1 and not any((f.is_value or id(f) in listed) and not _within(f.spans[0], running) for f in fragments):
        fragments = []
    hung = tuple(rows_of_names(turned_names(document, words)))
    return SheetPage(page, tuple(kept), tuple(shapes), frozenset(idle), tuple(fragments), hung)


def _within(span: Span, places: Sequence[Span]) -> bool:
    at, inside = span[0], False
    for start, end in places:  # Asked for every word: a generator would take twice as long.
        inside = inside or start <= at < end
    return inside


def _is_running_text(
    document: Document, words: Sequence[WordBox], shapes: Sequence[Shape], every: Sequence[WordBox]
) -> bool:
    """Whether no number of the page stands by itself."""
    runs = short_runs(document, words, shapes, every)
    cells = (cell for run in runs or () for cell in _named_value(document, run))
    return runs is not None and all(not c.is_value and re.search(r"[^\W\d_]{3}", c.text) for c in cells)


def _fragments(document: Document, words: Sequence[WordBox], shapes: Sequence[Shape]) -> list[Cell]:
    """One cell per run of words on a line without a wide gap, top to bottom."""
    walls = [box_of(s) for s in shapes if s.kind in ("box", "round")]
    rules = [box_of(s) for s in shapes if s.kind in ("rule", "line") and s.x1 - s.x0 < 2.5 < s.y1 - s.y0]
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
            led = is_leader(document.quote(word.span)) or is_leader(document.quote(run[-1].span))
            if led or _apart(run[-1], word, walls, space) or _ruled(run[-1], word, rules):
                cells += _named_value(document, run)
                run = []
            run.append(word)
        cells += _named_value(document, run)
    return sorted(cells, key=lambda c: (c.box.y0, c.box.x0))


def _named_value(document: Document, words: Sequence[WordBox]) -> list[Cell]:
    """A run of words as a cell; as two where a name and its number stand in one run ("Hele landet: 32 pct.")."""
    whole = _fragment(document, words)
    if not any(c.isalnum() for c in whole.text) and not whole.is_missing and not whole.is_unit:
        return []
    if whole.number is None and len(words) > 1 and is_unit_word(" ".join(whole.text.split()[1:])):
        return [_counted(document, whole, words)]
    if whole.number is None and re.search(r"[0-9]", whole.text) and len(words) <= MAX_NAMED:
        if placed := _placed(document, words):
            return placed
        texts = [document.quote(w.span) for w in words]
        for at in range(1, len(words)):
            begins = texts[at][:1].isdigit() or texts[at].casefold() in _ABOUT
            if not begins or not (texts[at - 1].endswith(":") or is_only_place(" ".join(texts[:at]))):
                continue
            name, value = _fragment(document, words[:at]), (_named_value(document, words[at:]) or [whole])[0]
            if value.is_value and len(value.text.split()) == len(words) - at:
                return [name, value]
    return [whole]


def _placed(document: Document, words: Sequence[WordBox]) -> list[Cell]:
    """A number and the place it holds for as two cells, where nothing else stands in the run: "41 pct." "Hele landet"."""  # noqa: E501
    for at in range(1, len(words)):
        value = _fragment(document, words[:at])
        if value.is_value and value.number and value.number.unit:
            place = _fragment(document, words[at:])
            if is_only_place(place.text.strip("()")):
                return [value, place]
    return []


def _counted(document: Document, whole: Cell, words: Sequence[WordBox]) -> Cell:
    """A number with what it counts in one run ("6.012 boliger") as a value with that unit."""
    number = read_number(document.quote(words[0].span))
    if number is None or number.kind != "count" or number.parts:
        return whole
    unit = (len(whole.text.split()[0]) + 1, len(whole.text))
    return replace(whole, number=replace(number, unit=normal(whole.text[unit[0] :]), unit_span=unit))


def _same_line(a: WordBox, b: WordBox) -> bool:
    """Same base line within a quarter of the smaller size."""
    return abs(a.y1 - b.y1) < 0.25 * min(_size(a), _size(b)) and similar(_size(a), _size(b), 1.15)


def _size(word: WordBox) -> float:
    return word.size or (word.y1 - word.y0)


def similar(a: float, b: float, ratio: float = 1.08) -> bool:
    return max(a, b) <= ratio * min(a, b) + 0.01


def _apart(a: WordBox, b: WordBox, walls: Sequence[Box], space: float) -> bool:
    """A gap wider than a word space (`space` is the line's narrowest), or the edge of a drawn area between them."""
    gap = b.x0 - a.x1
    size = min(_size(a), _size(b))
    if gap > gap_in_line(size, space) or gap < -2 * size:
        return True
    if gap < WORD_SPACE * size and space < WORD_SPACE * size:
        return False
    return any(
        (a.x1 - 1 <= wall.x1 <= b.x0 + 1 or a.x1 - 1 <= wall.x0 <= b.x0 + 1) and wall.y0 < (a.y0 + a.y1) / 2 < wall.y1
        for wall in walls
    )


def _ruled(a: WordBox, b: WordBox, rules: Sequence[Box]) -> bool:
    """Whether an upright rule runs between two words, as between the columns of a table."""
    middle = (a.y0 + a.y1) / 2
    return any(a.x1 - 1 <= r.cx <= b.x0 + 1 and r.y0 < middle < r.y1 for r in rules)


def _fragment(document: Document, words: Sequence[WordBox]) -> Cell:
    text = _closed(document, words)
    if text[:1] == "+":
        text = re.sub(r"^\+ ?(?=[0-9])", "", text)
    if text[-1:] in _ARROWS:
        text = _TREND.sub(r"\1", text)
    raised = words[-1].y1 - words[-1].y0 > TALLER * _size(words[-1])
    if (mark := _NOTED_GAP.fullmatch(text)) and (raised or not mark[2] or mark[1] not in "–—-"):
        text = mark[1]
    bare = _NOTE_MARK.sub("", text)
    bare = _LETTER_MARK.sub("", bare) if raised else bare
    number = read_number(bare) if re.search(r"[0-9½¼¾]", bare) or _SPELT.match(bare) else None
    return Cell(
        union(box_of(w) for w in words),
        text,
        joined_spans(document, [w.span for w in words]),
        max(_size(w) for w in words),
        1,
        number,
    )


def with_spaced_thousands(fragments: Sequence[Cell], text: str) -> list[Cell]:
    """Numbers like "1 144" are one number each where several stand alone and the document writes no dot in thousands."""  # noqa: E501
    spaced = [c for c in fragments if _SPACED.fullmatch(c.text)]
    if len(spaced) < MIN_SPACED or re.search(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{3}(?![0-9])", text):
        return list(fragments)
    same = {id(c) for c in spaced}
    dotted = [replace(c, text=re.sub(r"(?<=[0-9]) (?=[0-9])", ".", c.text)) if id(c) in same else c for c in fragments]
    return [
        replace(c, number=read_number(c.text)) if id(old) in same else c
        for old, c in zip(fragments, dotted, strict=True)
    ]


def _closed(document: Document, words: Sequence[WordBox]) -> str:
    """The words with spaces between; letters set wide apart ("FA M I L I E") as the words they are."""
    parts = [document.quote(w.span) for w in words]
    if len(parts) < MIN_SPREAD or not all(p.isalpha() or p in "-&/:·|–" for p in parts):
        return " ".join(parts)
    if 3 * sum(len(p) == 1 for p in parts) < 2 * len(parts) or not all(p.isupper() or len(p) == 1 for p in parts):
        return " ".join(parts)
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 2]
    text = parts[0]
    for gap, part in zip(gaps, parts[1:], strict=True):
        text += (" " if gap > max(2.2 * usual, usual + 0.2 * words[0].size) else "") + part
    return text


def _spread(document: Document, cell: Cell) -> bool:
    """Whether a cell's letters stand apart in the stored text, where pieces of it would pass for words."""
    return cell.text.isupper() and any(re.fullmatch(r"\w{1,2}(?: \w{1,2}){3,}", document.quote(s)) for s in cell.spans)


def joined_spans(document: Document, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with only white space between become one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1] <= span[0] and not document.text[joined[-1][1] : span[0]].strip():
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return tuple(joined)


def without_note_marks(fragments: Sequence[Cell]) -> list[Cell]:
    """Small raised digits right after a larger text are marks of notes, no values."""
    kept: list[Cell] = []
    for cell in fragments:
        if re.fullmatch(r"[0-9]{1,2}\)?|[a-h]\)?|[*†]+", cell.text) and any(
            other is not cell
            and cell.size < 0.87 * other.size
            and (
                -1.5 <= cell.box.x0 - other.box.x1 < 0.4 * other.size
                or (-1.5 <= other.box.x0 - cell.box.x1 < 0.4 * other.size and not other.is_value and not other.is_unit)
            )
            and other.box.y0 - 0.5 * other.size <= cell.box.cy <= other.box.cy + 0.15 * other.size
            for other in fragments
        ):
            continue
        kept.append(cell)
    return kept
