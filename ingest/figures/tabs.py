"""Table rows in text without coordinates: "label<TAB>value", or a row of cells under a row of years."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document, Figure, Span
from ingest.figures.cells import MISSING
from ingest.figures.counted import head_noun
from ingest.figures.flow import Sentence, looks_like_heading, shown
from ingest.figures.label import municipality_of
from ingest.figures.times import years_in
from ingest.figures.units import unit_in, without_unit
from ingest.numbers import QUANTITIES, Number, read_number

UNKNOWN_COLUMN = "det fremgår ikke, hvilken kolonne tallet hører til"


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    span: Span

    @property
    def number(self) -> Number | None:
        return read_number(re.sub(r"[¹²³⁴⁵⁶⁷⁸⁹*]+$", "", self.text))


def tab_figures(document: Document, flow: Sequence[Sentence]) -> list[Figure]:
    """The figures of every row of cells; rows with several values need a head that says which is which."""
    figures: list[Figure] = []
    above: deque[str] = deque(maxlen=2)
    title = ""
    head: list[_Cell] = []
    in_table = False
    boxed = {w.page for w in document.word_boxes}
    if boxed >= {p.number for p in document.pages} and boxed:
        return []
    for sentence in flow:
        line = document.quote(sentence.span)
        if document.page_at(sentence.span[0]) in boxed and boxed:
            continue
        if not (sentence.kind == "table_row" or "\t" in line.strip() or " | " in line):
            if in_table:
                above.clear()
            above.append(line)
            head, in_table = [], False
            continue
        if not in_table:
            title, in_table = _title(above), True
        cells = _cells(document, sentence)
        values = [c for c in cells[1:] if c.text.casefold() in MISSING or _quantity(c)]
        if cells and not any(_quantity(c) for c in cells[1:]):
            head = cells[-max(1, len(cells) - 1) :] if len(cells) > 1 else head
            continue
        figures += [_figure(document, sentence, cells[0], c, head[i] if len(head) == len(values) else None, len(values) > 1, title) for i, c in enumerate(values) if _quantity(c)]  # fmt: skip  # noqa: E501
    return figures


def _title(above: Sequence[str]) -> str:
    """What the one or two lines right above a table say of it, as far down as they are headings or name a year."""
    titles: list[str] = []
    for line in reversed(above):
        if not (looks_like_heading(line) or (len(line) < 90 and years_in(line))):
            break
        titles.insert(0, line)
    return shown(" ".join(titles))


def _quantity(cell: _Cell) -> bool:
    return cell.number is not None and cell.number.kind in QUANTITIES


def _cells(document: Document, sentence: Sentence) -> list[_Cell]:
    """Cells between tabs or bars; where these were lost, the label and then each number with its unit."""
    start, line = sentence.span[0], document.quote(sentence.span)
    if "\t" in line.strip() or "|" in line:
        found = re.finditer(r"[^\t|]+", line)
    else:
        label = re.match(
            r"\s*(?P<label>.*?[^\W\d_][^\d]*?)(?=(?:\s+(?:[–-]|\.\.|n/a|[<>]?[0-9][\w.,/%½]*|pct\.|%|mio\.|mia\.|kr\.))+\s*$)",
            line,
        )
        found = iter(()) if label is None else re.finditer(
            r"(?<!\S)(?:[0-9½][0-9.,/½]*(?:\s?(?:pct\.|%|(?:mio|mia)\.(?: kr\.)?|kr\.))?|[–-]|\.\.|n/a)(?!\S)", line[label.end() :]  # noqa: E501
        )  # fmt: skip
        if label is None:
            return []
        cells = [_Cell(label["label"].strip(), (start + label.start("label"), start + label.end("label")))]
        base = start + label.end()
        return [*cells, *(_Cell(m.group(), (base + m.start(), base + m.end())) for m in found)]
    cells = []
    for match in found:
        text = match.group().strip(" .") if re.fullmatch(r"[^0-9]*\.{3,}\s*", match.group()) else match.group().strip()
        if text and not re.fullmatch(r"[:-]+", text):
            at = start + match.start() + match.group().index(text)
            cells.append(_Cell(text, (at, at + len(text))))
    return cells


def _figure(
    document: Document, sentence: Sentence, label: _Cell, cell: _Cell, head: _Cell | None, several: bool, title: str
) -> Figure:
    number = cell.number
    assert number is not None, "only called for quantities"
    column = head.text if head else ""
    value = (cell.span[0] + number.digits[0], cell.span[0] + number.digits[1])
    spans = [value]
    if number.unit_span:
        spans.append((cell.span[0] + number.unit_span[0], cell.span[0] + number.unit_span[1]))
    spans += [label.span, *([head.span] if head else []), *([sentence.heading] if sentence.heading else [])]
    year = years_in(column)
    own = years_in(label.text)
    name = column if own and column and not year else label.text
    noun = head_noun(name.split()[-1])
    unit = number.unit or next((u for u in map(unit_in, (label.text, column, title)) if u), "")
    reason = number.doubt or (UNKNOWN_COLUMN if several and head is None else None)
    group = " · ".join(g for g in (title, "" if year or name == column else column) if g)
    return Figure(
        document=document.id,
        page=document.page_at(value[0]),
        label=shown(without_unit(name)),
        value=number.value,
        unit=unit or (noun if noun != name.split()[-1] else ""),
        qualifier=number.qualifier,
        period=year or own or years_in(title) or document.info.period,
        municipality=municipality_of(name, group, document.info),
        group=group or None,
        quote=document.quote(sentence.span),
        spans=tuple(dict.fromkeys(spans)),
        certain=reason is None,
        reason=reason,
    )
