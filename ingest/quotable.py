"""The smallest pieces of a stored text that can be quoted: its sentences, points and lines, as spans."""

import itertools
import re

from ingest.document import Passage, Span

_ABBREVIATIONS = frozenset(
    [
        "bl.a",
        "fx",
        "f.eks",
        "pct",
        "mio",
        "mia",
        "kr",
        "ca",
        "gns",
        "adm",
        "viceadm",
        "ekskl",
        "inkl",
        "kl",
        "nr",
        "pr",
        "dvs",
        "m.m",
        "mv",
        "m.v",
        "m.fl",
        "mfl",
        "jf",
        "osv",
        "vedr",
        "evt",
        "hhv",
        "tlf",
        "st",
        "dr",
        "incl",
        "excl",
        "o.l",
        "o.a",
        "max",
        "min",
        "div",
        "iht",
        "ifm",
        "pga",
        "mht",
        "stk",
        "hr",
        "fr",
        "sr",
        "jr",
        "red",
        "s",
        "p",
        "bl",
        "årg",
        "kap",
    ]
)
_END = re.compile(r"[.!?…]+[”»\"’')\]¹²³⁴]*(?=\s|$)|\n\s*\n|[:;](?=\s*\n)")
_BULLET_LINE = re.compile(r"\n\s*(?=[•●▪◦‣·*–-]\s|\d+[.)]\s)|\n\s*\n")
"""Where a new point of a list begins; its own lines may be wrapped."""
_MONTH = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"


LINE_KINDS = frozenset({"list", "table", "tile"})
"""Kinds of passages of which each line is a piece."""


def pieces_of(text: str, passage: Passage) -> list[tuple[Span, ...]]:
    """Pieces of a passage of the stored `text`; one that goes on over a caption or a page turn keeps both its spans."""
    lines = passage.kind in LINE_KINDS
    found: list[tuple[Span, ...]] = []
    open_end = False
    for span in passage.spans:
        for piece in split_sentences(text, span, lines=lines):
            if open_end and not lines and text[piece[0]].islower():
                found[-1] = (*found[-1], piece)
            else:
                found.append((piece,))
            open_end = text[piece[1] - 1] not in '.!?…:”»"'
    return found


def said_in(text: str, piece: tuple[Span, ...]) -> str:
    """A piece's words on one line."""
    return " ".join(" ".join(text[start:end].split()) for start, end in piece)


def split_sentences(text: str, span: Span, *, lines: bool = False) -> list[Span]:
    """Spans of the sentences in `text[span]`; with `lines` each line is one (lists, tables, tiles)."""
    start, end = span
    if lines:
        return [s for piece in _lines(text, start, end) if (s := _trim(text, *piece))]
    cuts = [m.end() for m in _END.finditer(text, start, end) if _ends_here(text, m, end)]
    bounds = [start, *cuts, end]
    pieces = (_trim(text, a, b) for a, b in itertools.pairwise(bounds) if a < b)
    return [piece for piece in pieces if piece]


def _lines(text: str, start: int, end: int) -> list[Span]:
    found, at = [], start
    has_bullets = bool(_BULLET_LINE.search(text, start, end))
    for match in (_BULLET_LINE if has_bullets else re.compile(r"\n")).finditer(text[start:end]):
        found.append((at, start + match.start()))
        at = start + match.end()
    return [*found, (at, end)]


def _ends_here(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a full stop ends a sentence: not after an abbreviation, an ordinal or an initial, nor before a small letter."""  # noqa: E501
    mark = match.group()
    if not mark.strip() or mark[0] in ":;":
        return True
    after = text[match.end() : min(end, match.end() + 40)].lstrip()
    if not mark.startswith("."):
        return not after or not after[0].islower()
    before = text[max(0, match.start() - 24) : match.start()]
    word = re.search(r"[^\s(»”\"]*$", before)
    last = word.group().lower() if word else ""
    if after and after[0].islower() and not mark.startswith("..."):
        return False
    if last in _ABBREVIATIONS or re.fullmatch(r"[a-zæøå]", last):
        # An abbreviation can end a sentence too: then a capital follows that is no name or figure.
        return last in {"pct", "mio", "mia", "kr", "m.m", "mv", "m.v", "osv", "m.fl"} and bool(
            re.match(r"[A-ZÆØÅ»”\"]", after)
        )
    if last.isdigit() and re.match(r"[–-]", after):
        return False
    return not (last.isdigit() and re.match(rf"{_MONTH}|[a-zæøå\d]", after))


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space, bullets and leading marks; None when nothing is left."""
    while start < end and (text[start].isspace() or text[start] in "•●–-\u00ad\ufffd·*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end > start else None
