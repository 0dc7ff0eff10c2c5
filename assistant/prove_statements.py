"""An answer cut into statements that are proved one by one: sentences, items, rows, each with its markers."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ingest.sentences import split_sentences

Kind: TypeAlias = Literal["sentence", "lead_in", "item", "row", "header", "rule"]
MARKER = re.compile(r"\[(\d+)\]")
_ITEM = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
_HIDING = re.compile(r"\[\d+\]|\*\*|__")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its place in the answer, its words without Markdown and markers, and the markers that prove it."""

    kind: Kind
    start: int
    end: int
    text: str
    markers: frozenset[int]
    own_markers: frozenset[int]
    """Those that stand in it; `markers` may be lent by its paragraph, or by the list it leads in."""
    line: int
    header: str = ""
    """For a table row: its table's header."""
    items: int = 0
    """For a lead-in: how many items or rows follow."""


def statements_of(answer: str) -> tuple[Statement, ...]:
    """The answer's statements in order."""
    found: list[Statement] = []
    at, header = 0, ""
    lines = answer.split("\n")
    for number, line in enumerate(lines):
        if line.lstrip().startswith("|"):
            kind: Kind = "row" if header else "header"
            kind = "rule" if RULE.match(line) else kind
            header = header or _plain(line)
            found.append(_statement(kind, at, at + len(line), line, number, header))
        else:
            header = ""
            if line.strip():
                found += _line_statements(line, at, number)
        at += len(line) + 1
    return tuple(_lend(found))


def _line_statements(line: str, at: int, number: int) -> list[Statement]:
    if _ITEM.match(line):
        return [_statement("item", at, at + len(line), line, number)]
    # "… i Herning. [1] Kalundborg …": the markers belong to the sentence before, and must not hide its end.
    # Nor must bold type hide an abbreviation ("**ca. 10 mia. kr.**").
    spans = split_sentences(_HIDING.sub(lambda m: " " * len(m[0]), line))
    spans = spans or ((0, len(line)),)
    starts = [start for start, _ in spans[1:]]
    pieces = [(start, len(line[:stop].rstrip())) for (start, _), stop in zip(spans, [*starts, len(line)], strict=True)]
    made = []
    for start, end in pieces:
        text = line[start:end]
        kind: Kind = "lead_in" if re.search(r":\**\s*(?:\[\d+\]\s*)*$", text) or line.startswith("#") else "sentence"
        made.append(_statement(kind, at + start, at + end, text, number))
    return made


def _statement(kind: Kind, start: int, end: int, raw: str, line: int, header: str = "") -> Statement:
    own = frozenset(int(m) for m in MARKER.findall(raw))
    return Statement(kind, start, end, _plain(_ITEM.sub("", raw) if kind == "item" else raw), own, own, line, header)


def _plain(raw: str) -> str:
    return re.sub(r"\s+", " ", _EMPHASIS.sub("", MARKER.sub(" ", raw)).replace("|", " | ")).strip(" |#\t")


def _lend(found: list[Statement]) -> list[Statement]:
    """Markers for statements without their own: a sentence takes its paragraph's, a lead-in those of its list."""
    lent = []
    for index, one in enumerate(found):
        markers, items = one.markers, 0
        if one.kind in ("lead_in", "header"):
            below = []
            for following in found[index + 1 :]:
                if following.kind not in ("item", "row", "rule", "header"):
                    break
                below.append(following)
            items = sum(b.kind in ("item", "row") for b in below)
            if not markers:
                markers = frozenset().union(*(b.markers for b in below))
        elif not markers and one.kind == "sentence":
            later = [o.markers for o in found[index + 1 :] if o.line == one.line and o.markers]
            markers = later[0] if later else frozenset()
        lent.append(
            Statement(one.kind, one.start, one.end, one.text, markers, one.own_markers, one.line, one.header, items)
        )
    return lent
