"""Blocks become passages: cut at meaning, under their section path, lists with their lead-in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Block, DocumentInfo, Passage, PassageKind, Span
from ingest.layout.assemble import Assembled
from ingest.layout.shapes import ends_sentence, is_lead_in
from ingest.sentences import split_sentences

AIM, MOST, LIST_MOST = 110, 160, 200
"""Words of a passage: what is aimed at, the most for prose, the most for a list kept whole."""
LEAST = 60
OPEN_WORDS = 30
"""Words of a paragraph without a full stop that a list can hang on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is never cut: a sentence, a list item, a table row, a tile, a caption."""

    span: Span
    page: int | None
    words: int
    paragraph: int
    """Number of the block it comes from, so that a cut falls between paragraphs where it can."""


@dataclass(slots=True)
class Run:
    """Pieces of one kind under one section, waiting to be cut into passages."""

    kind: PassageKind
    section: tuple[str, ...]
    pieces: list[Piece] = field(default_factory=list)
    lead_in: Span | None = None
    lead_in_page: int | None = None


def build_passages(assembled: Assembled, info: DocumentInfo) -> tuple[Passage, ...]:
    """All passages of a document, in reading order."""
    passages: list[Passage] = []
    for run in _runs(assembled):
        for pieces in _cut(run):
            passages.append(_passage(assembled.text, info, run, pieces, len(passages)))
    return tuple(sorted(passages, key=lambda passage: passage.ordinal))


def _runs(assembled: Assembled) -> Iterator[Run]:
    """Consecutive blocks of one kind and section. Captions and notes stand beside the prose they interrupt."""
    section: list[tuple[int, str]] = []
    prose: Run | None = None
    aside: Run | None = None
    for number, block in enumerate(assembled.blocks):
        if block.kind in ("header", "footer"):
            continue
        if block.kind == "heading":
            yield from (run for run in (prose, aside) if run)
            prose = aside = None
            section = _enter(section, block, assembled, number)
            continue
        kind = _passage_kind(block)
        path = tuple(name for _, name in section)
        if kind in ("caption", "note"):
            if aside is None or aside.kind != kind or (block.kind == "caption" and _has_credit(assembled, number)):
                if aside:
                    yield aside
                aside = Run(kind, path)
            aside.pieces += _pieces(assembled, number)
            continue
        if kind == "list" and prose is not None and prose.kind == "prose":
            prose, opened = _open_list(assembled, prose, path)
            if prose.pieces:
                yield prose
            prose = opened
        elif prose is None or prose.kind != kind:
            if prose:
                yield prose
            prose = Run(kind, path)
        prose.pieces += _pieces(assembled, number)
    yield from (run for run in (prose, aside) if run)


def _has_credit(assembled: Assembled, number: int) -> bool:
    """A caption after a credit belongs to another picture."""
    return number > 0 and assembled.blocks[number - 1].kind != "caption"


def _enter(section: list[tuple[int, str]], block: Block, assembled: Assembled, number: int) -> list[tuple[int, str]]:
    """The section path after a heading: deeper levels below it fall away."""
    name = re.sub(r"\s+", " ", assembled.text[block.span[0] : block.span[1]]).strip()
    return [(level, text) for level, text in section if level < block.level] + [(block.level, name)]


def _passage_kind(block: Block) -> PassageKind:
    kinds: dict[str, PassageKind] = {
        "paragraph": "prose", "list_item": "list", "table_row": "table", "tile": "tile",
        "caption": "caption", "credit": "caption", "pull_quote": "note", "note": "note",
    }  # fmt: skip
    return kinds[block.kind]


def _open_list(assembled: Assembled, prose: Run, path: tuple[str, ...]) -> tuple[Run, Run]:
    """(prose without its last paragraph, list hanging on it) where that paragraph is a lead-in."""
    opened = Run("list", path)
    last = prose.pieces[-1] if prose.pieces else None
    if last is None:
        return prose, opened
    said = assembled.text[last.span[0] : last.span[1]]
    if not is_lead_in(said) and (ends_sentence(said) or last.words > OPEN_WORDS):
        return prose, opened
    prose.pieces.pop()
    opened.lead_in, opened.lead_in_page = last.span, last.page
    return prose, opened


def _pieces(assembled: Assembled, number: int) -> list[Piece]:
    block = assembled.blocks[number]
    start, end = block.span
    text = assembled.text[start:end]
    if block.kind in ("paragraph", "pull_quote", "caption", "note"):
        spans: Sequence[Span] = split_sentences(text)
    else:
        spans = ((0, len(text)),)
    return [Piece((start + a, start + b), block.page, len(text[a:b].split()), number) for a, b in spans]


def _cut(run: Run) -> Iterator[list[Piece]]:
    """Groups of pieces: whole when it fits, else near the aimed size, between paragraphs where possible."""
    most = LIST_MOST if run.kind in ("list", "table") else MOST
    if sum(piece.words for piece in run.pieces) <= most:
        if run.pieces or run.lead_in:
            yield run.pieces
        return
    group: list[Piece] = []
    words, rest = 0, sum(piece.words for piece in run.pieces)
    for piece in run.pieces:
        new_paragraph = bool(group) and piece.paragraph != group[-1].paragraph
        full = words + piece.words > most or (new_paragraph and words >= AIM) or (words >= AIM and rest > LEAST)
        if group and full:
            yield group
            group, words = [], 0
        group.append(piece)
        words += piece.words
        rest -= piece.words
    if group:
        yield group


def _passage(text: str, info: DocumentInfo, run: Run, pieces: list[Piece], ordinal: int) -> Passage:
    spans = _merge(text, [piece.span for piece in pieces])
    lead = run.lead_in
    if lead is not None:
        spans = _merge(text, [lead, *spans]) if not pieces or pieces[0] is run.pieces[0] else (lead, *spans)
    glue = "\n" if run.kind in ("list", "table", "tile") else " "
    body = glue.join(text[start:end] for start, end in spans)
    page = pieces[0].page if pieces else run.lead_in_page
    return Passage(ordinal, page, run.section, run.kind, spans, body, _context(info, run.section), lead)


def _merge(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbouring spans with only white space or a bullet between become one."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and re.fullmatch(r"[\s•]*", text[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def _context(info: DocumentInfo, section: tuple[str, ...]) -> str:
    """One line that lets a passage be understood alone."""
    place = f"{info.municipality} Kommune" if info.municipality else None
    parts = [info.title, " › ".join(section), info.period or (str(info.year) if info.year else None), place]
    return " · ".join(part for part in parts if part)
