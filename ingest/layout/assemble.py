"""Blocks of printed lines become the stored text, with every span, word box and repair kept."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ingest.document import Block, Page, Repair, TableCell, WordBox
from ingest.layout.model import Line, RawBlock, RawDocument, RawPage, Word
from ingest.repair import LINE_END_HYPHENS, Join, clean_word, join_lines


@dataclass(frozen=True, slots=True)
class Assembled:
    text: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...]
    word_boxes: tuple[WordBox, ...]
    raw_blocks: tuple[RawBlock, ...]
    """The printed block behind each of `blocks`, in the same order."""
    cells: tuple[TableCell, ...] = ()


@dataclass(slots=True)
class _Store:
    """The growing text. Only whole words are appended, so offsets never move."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    repairs: list[Repair] = field(default_factory=list)
    boxes: list[WordBox] = field(default_factory=list)
    cells: list[TableCell] = field(default_factory=list)
    open_table: int | None = None
    """Number of the table that the last block was a row of."""
    row: int = 0

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def assemble(raw: RawDocument) -> Assembled:
    """Stored text of a document: words cleaned, lines joined, blocks apart by blank lines."""
    store = _Store()
    vocabulary = _vocabulary(raw.blocks)
    blocks: list[Block] = []
    kept: list[RawBlock] = []
    pages: list[Page] = []
    by_page = _blocks_by_page(raw)
    for page, page_blocks in by_page:
        page_start = store.length
        for block in page_blocks:
            start = store.length
            _write_block(store, block, raw.lost_hyphens, vocabulary)
            if store.length > start:
                blocks.append(Block(block.kind, (start, store.length), block.page, block.level))
                kept.append(block)
                store.write("\n" if block.keep_lines or block.kind == "list_item" else "\n\n")
        if page is not None:
            pages.append(Page(page.number, (page_start, store.length), page.source, page.width, page.height))
    return Assembled(
        "".join(store.parts),
        tuple(pages),
        tuple(blocks),
        tuple(store.repairs),
        tuple(store.boxes),
        tuple(kept),
        tuple(store.cells),
    )


def _blocks_by_page(raw: RawDocument) -> list[tuple[RawPage | None, list[RawBlock]]]:
    if not raw.pages:
        return [(None, list(raw.blocks))]
    found: dict[int | None, list[RawBlock]] = {page.number: [] for page in raw.pages}
    for block in raw.blocks:
        found[block.page].append(block)
    return [(page, found[page.number]) for page in raw.pages]


def _vocabulary(blocks: tuple[RawBlock, ...]) -> AbstractSet[str]:
    """The document's words in lower case, hyphens inside kept; a line's last word is left out, it may be broken."""
    words: set[str] = set()
    for block in blocks:
        for line in block.lines:
            for word in line.words[:-1]:
                words.add(word.text.strip(".,;:!?»«”“\"'()").lower())
    return words


def _write_block(store: _Store, block: RawBlock, lost_hyphens: bool, vocabulary: AbstractSet[str]) -> None:
    if not block.continues or block.kind != "table_row":
        store.open_table = None
    for number, line in enumerate(block.lines):
        if line.cells:
            _write_row(store, line, block.page)
            store.write("\n" if number + 1 < len(block.lines) else "")
            continue
        following = block.lines[number + 1] if number + 1 < len(block.lines) else None
        join = _join(line, following, block, lost_hyphens, vocabulary)
        _write_line(store, line, join, block.page)
        if following is None:
            continue
        start = store.length
        store.write(join.glue)
        if join.kind:
            printed = line.words[-1].text[len(line.words[-1].text) - join.drop :] + "\n"
            store.repairs.append(Repair((start, store.length), printed, join.kind))


def _join(line: Line, following: Line | None, block: RawBlock, lost: bool, vocabulary: AbstractSet[str]) -> Join:
    if following is None:
        return Join(0, "")
    first, second = line.words[-1].text, following.words[0].text
    if len(line.words) > 1 and first.strip(LINE_END_HYPHENS) == "" and first != "-":
        return Join(len(first), "")
    join = join_lines(first, second, open_end=line.open_end, lost_hyphens=lost, vocabulary=vocabulary)
    return Join(0, "\n") if block.keep_lines and join.kind is None and join.glue == " " else join


def _write_row(store: _Store, line: Line, page: int | None) -> None:
    """A row of a table, cell by cell, with single blanks between."""
    if store.open_table is None:
        store.open_table = store.cells[-1].table + 1 if store.cells else 0
        store.row = 0
    reached = 0
    for first, end, x0, x1 in line.cells:
        _write_words(store, line.words[reached:first], page)
        start = _write_words(store, line.words[first:end], page)
        store.cells.append(TableCell((start, store.length), store.open_table, store.row, x0, x1))
        reached = end
    _write_words(store, line.words[reached:], page)
    store.row += 1


def _write_words(store: _Store, words: tuple[Word, ...], page: int | None) -> int:
    """Part of a row; returns where it begins."""
    if words and store.parts and not store.parts[-1][-1:].isspace():
        store.write(" ")
    start = store.length
    if words:
        _write_line(store, Line(words), Join(0, ""), page)
    return start


def _write_line(store: _Store, line: Line, join: Join, page: int | None) -> None:
    """Words of one line with single blanks between; the last one without the `join.drop` characters of its hyphen."""
    parts, boxes, at = store.parts, store.boxes, store.length
    new = tuple.__new__  # Without the check of arguments, which takes half of the time.
    space = True  # Nothing of this line stands there yet that a blank would part.
    words = line.words
    if join.drop:
        words = (*words[:-1], words[-1]._replace(text=words[-1].text[: -join.drop]))
    for word in words:
        printed, x0, y0, x1, y1, size, _, _, angle = word
        clean = clean_word(printed)
        stored = clean.text
        if not stored:
            store.repairs += [Repair((at + begin, at + end), was, kind) for begin, end, was, kind in clean.repairs]
            space = not parts or parts[-1][-1:].isspace()
            continue
        if not space:
            parts.append(" ")
            at += 1
        parts.append(stored)
        start, at = at, at + len(stored)
        space = False
        if page is not None and x1 > x0:
            boxes.append(new(WordBox, ((start, at), page, x0, y0, x1, y1, size, angle)))
        if clean.repairs:
            store.repairs += [
                Repair((start + begin, start + end), was, kind) for begin, end, was, kind in clean.repairs
            ]
    store.length = at
