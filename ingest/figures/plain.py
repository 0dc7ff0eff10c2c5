"""Tiles in text without coordinates: labels and numbers that stand on lines of their own, in whatever order they were kept."""  # noqa: E501

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Document, Figure, Span
from ingest.figures.counted import OF_THEM, head_noun
from ingest.figures.displaced import UNIT_LINE
from ingest.figures.draft import fused_doubt
from ingest.figures.flow import Line, Sentence, lines, open_ended, shown, trimmed
from ingest.figures.label import municipality_of
from ingest.figures.times import years_in
from ingest.figures.units import normal, unit_in
from ingest.figures.waiting import statements_waiting
from ingest.numbers import QUANTITIES, Number, read_number, read_numbers

COUNTS_DIFFER: Final = (
    "antallet af tal og betegnelser stemmer ikke, så det er usikkert, hvad tallet hører til: {labels}"
)
FUSED: Final = "»{digits}« kan være flere tal, der er løbet sammen; det hører til {labels}, og delingen kan ikke ses"
_SWAPPED: Final = re.compile(r"\s*(?P<end>[A-ZÆØÅ][^.]{2,60}\.)(?P<begin>[a-zæøå][^.\n]*\b(?:i|på|af|for|til))\s*")


@dataclass(frozen=True, slots=True)
class _Item:
    """A line and what it can be: a number alone, one label, several labels, or neither."""

    line: Line
    span: Span
    text: str
    number: Number | None
    labels: tuple[str, ...]


def plain_figures(document: Document, flow: Sequence[Sentence], grouped: bool) -> list[Figure]:
    """Figures of tiles whose pages have no coordinates."""
    boxed = {w.page for w in document.word_boxes}
    if boxed >= {p.number for p in document.pages} and boxed:
        return []
    rows = [row for row in lines(document) if document.page_at(row.span[0]) not in boxed or not boxed]
    items = [_item(document, row, grouped) for row in rows]
    figures: dict[Span, list[Figure]] = {}
    for at, item in enumerate(items):
        if item.number is None or _digits(item) in figures:
            continue
        found = _fused(document, flow, item, items[at + 1 : at + 2], grouped)
        if not found or not _lone(items, at):
            found = (
                _swapped(document, items, at)
                or _alternating(document, items, at)
                or _listed(document, items, at, grouped)
            )
        for figure in found:
            figures.setdefault(figure.spans[0], []).append(figure)
    return [figure for same in figures.values() for figure in same]


def _item(document: Document, row: Line, grouped: bool) -> _Item:
    span = trimmed(document.text, row.span)
    text = document.quote(span)
    number = read_number(text)
    if number is None and (match := re.match(rf"([0-9]{{4,}})\s+(?={UNIT_LINE.pattern})", text)):
        number = read_number(match.group(1))
    if number is not None and (number.kind not in QUANTITIES or number.parts):
        number = None
    kind = document.blocks[row.block].kind if row.block >= 0 else "paragraph"
    labels: tuple[str, ...] = ()
    if number is None and kind not in ("list_item", "caption", "credit", "header", "footer", "note", "table_row"):
        labels = _labels(text)
    return _Item(row, span, text, number, labels)


def _labels(text: str) -> tuple[str, ...]:
    """The label a line is, or the labels a line of single capitalised words holds."""
    alone = read_number(text)
    if alone is not None and alone.kind == "interval":
        return (text,)
    words = text.split()
    if (
        not words
        or len(words) > 7
        or (text[-1] in ".!?:,;" and not re.search(r"\b(?:pct|kr|mio|mia)\.$", text))
        or open_ended(text)
        or not text[0].isupper()
        or len(text) > 60
    ):
        return ()
    if any(n.kind in QUANTITIES for n in read_numbers(text)):
        return ()
    if len(words) > 1 and all(w[0].isupper() and len(w) > 4 and w[1:].islower() for w in words):
        return tuple(words)
    return (text,)


def _digits(item: _Item) -> Span:
    assert item.number is not None, "only called for number lines"
    return (item.span[0] + item.number.digits[0], item.span[0] + item.number.digits[1])


def _lone(items: Sequence[_Item], at: int) -> bool:
    """Whether no list of labels stands before the number: then it is not one of a row of tiles."""
    return not (at and items[at - 1].labels and at > 1 and items[at - 2].labels)


# --- labels, then as many numbers ---


def _listed(document: Document, items: Sequence[_Item], at: int, grouped: bool) -> list[Figure]:
    """k labels on lines of their own followed by k numbers; paired in order, uncertain when the counts differ."""
    if at and items[at - 1].number is not None:
        return []
    numbers = _run(items, at)
    first = at
    while first and items[first - 1].labels and _near(items[first - 1], items[first]):
        first -= 1
    above = list(items[first:at])
    titles = [i for i in above if _is_title(document, i, above)]
    labels = [(label, i) for i in above if i not in titles for label in i.labels]
    if len(labels) < 2 or (len(numbers) < 2 and len(labels) != len(numbers)):
        return []
    heading = titles[-1] if titles else (items[first - 1] if first else None)
    if len(labels) == len(numbers) - 1 and heading is not None:
        labels = _with_lost_first(items, heading, labels) or labels
    fused = any(fused_doubt(n.text, grouped) for n in numbers)
    if len(labels) == len(numbers) and not fused:
        lost = labels[0][0] if heading is not None and labels[0][1] is heading else ""
        return [_paired(document, n, label, i, heading, lost) for n, (label, i) in zip(numbers, labels, strict=True)]
    names = ", ".join(label for label, _ in labels)
    reason = COUNTS_DIFFER.format(labels=names)
    title = shown(heading.text) if heading else ""
    if titles:
        title = shown(titles[-1].text)
    found: list[Figure] = []
    for number in numbers:
        figure = _paired(document, number, f"{title} ({names})" if title else names, labels[0][1], heading)
        found.append(replace(figure, certain=False, reason=fused_doubt(number.text, grouped) or reason))
    return found


def _run(items: Sequence[_Item], at: int) -> list[_Item]:
    found: list[_Item] = []
    while at < len(items) and items[at].number is not None and (not found or _near(found[-1], items[at])):
        found.append(items[at])
        at += 1
    return found


def _near(a: _Item, b: _Item) -> bool:
    """On the same page, with nothing but white space between."""
    return b.line.span[0] - a.line.span[1] < 12


def _is_title(document: Document, item: _Item, above: Sequence[_Item]) -> bool:
    """A line over the labels, not one of them: marked as heading, or naming a year or unit."""
    kind = document.blocks[item.line.block].kind if item.line.block >= 0 else "paragraph"
    if len(item.labels) > 1:
        return False
    named = years_in(item.text) is not None or bool(unit_in(item.text))
    return named or (kind == "heading" and item is above[0])


def _with_lost_first(
    items: Sequence[_Item], heading: _Item, labels: Sequence[tuple[str, _Item]]
) -> list[tuple[str, _Item]]:
    """The first label where it was joined to the heading's end, known from another row of the same labels."""
    words = heading.text.split()
    known = {i.text for i in items if i.labels}
    if len(words) > 2 and words[-1] in known and words[-1] not in [label for label, _ in labels]:
        return [(words[-1], heading), *labels]
    return []


def _paired(
    document: Document, number: _Item, label: str, where: _Item, heading: _Item | None, lost: str = ""
) -> Figure:
    """`lost` is a label that was joined to the heading's end."""
    group = shown(heading.text).removesuffix(lost).strip() if heading else ""
    group = re.sub(r"\s+i$", "", group)
    return _figure(document, number, label, [where.span, *([heading.span] if heading else [])], group)


def _figure(document: Document, item: _Item, label: str, places: Sequence[Span], group: str) -> Figure:
    number = item.number
    assert number is not None, "only called for number lines"
    value = _digits(item)
    unit = number.unit or unit_in(group)
    words = label.split()
    if not unit and words and head_noun(words[-1]) != words[-1]:
        unit = head_noun(words[-1])
    if not unit and OF_THEM.match(label):
        unit = "personer"
    spans = [value]
    if number.unit_span:
        spans.append((item.span[0] + number.unit_span[0], item.span[0] + number.unit_span[1]))
    spans += places
    sheet = document.info.kind == "kommuneark"
    return Figure(
        document=document.id,
        page=document.page_at(value[0]),
        label=shown(label),
        value=number.value,
        unit=unit,
        qualifier=number.qualifier,
        period=years_in(label) or years_in(group) or (document.info.period if sheet else None),
        municipality=municipality_of(label, group, document.info),
        group=group or None,
        quote=item.text,
        spans=tuple(dict.fromkeys(spans)),
        certain=number.doubt is None,
        reason=number.doubt,
    )


# --- label, number, label, number ---


def _alternating(document: Document, items: Sequence[_Item], at: int) -> list[Figure]:
    """Two or more pairs of a label line and a number line, told apart from "number, label" by how the run begins and ends."""  # noqa: E501
    pairs: list[tuple[_Item, _Item]] = []
    place = at
    while place and place < len(items) and items[place].number is not None and len(items[place - 1].labels) == 1:
        if pairs and not _near(pairs[-1][1], items[place - 1]):
            break
        pairs.append((items[place - 1], items[place]))
        place += 2
    if len(pairs) < 2 or (at > 1 and items[at - 2].number is not None):
        return []
    units = {number.number.unit for _, number in pairs if number.number}
    if len(units) > 1 and not all(units):
        return []
    heading = next(
        (i for i in reversed(items[max(0, at - 4) : at - 1]) if i.text[:1].isupper() and i.number is None), None
    )
    ends_with_label = place - 1 < len(items) and bool(items[place - 1].labels) and _near(pairs[-1][1], items[place - 1])
    figures = [_paired(document, number, label.text, label, heading) for label, number in pairs]
    if ends_with_label and heading is None:
        return [
            replace(f, certain=False, reason="det er usikkert, om betegnelsen står over eller under tallet")
            for f in figures
        ]
    return figures


# --- two halves of a sentence in the wrong order ---


def _swapped(document: Document, items: Sequence[_Item], at: int) -> list[Figure]:
    """ "6.000" / "X kommune.af dem bor i": the line's two halves were kept in the wrong order, told by the glued full stop."""  # noqa: E501
    if at + 1 >= len(items):
        return []
    match = _SWAPPED.match(items[at + 1].text)
    if match is None:
        return []
    label = f"{shown(match['begin'])} {match['end'].rstrip('.')}"
    start = items[at + 1].span[0]
    places = [(start + match.start(part), start + match.end(part)) for part in ("begin", "end")]
    return [_figure(document, items[at], label, places, "")]


# --- fused numbers ---


def _fused(
    document: Document, flow: Sequence[Sentence], item: _Item, following: Sequence[_Item], grouped: bool
) -> list[Figure]:
    """A number that is probably two: one uncertain figure for each open statement on its page that lacks its number."""
    doubt = fused_doubt(item.text, grouped)
    if doubt is None or item.number is None:
        return []
    waiting = statements_waiting(document, flow, item.span[0])
    names = [shown(document.quote(span)) for span in waiting]
    unit = next(
        (normal(m.group(1)) for i in following if (m := re.match(r"\s*((?:mio|mia)\. ?kr\.|kr\.|pct\.)", i.text))), ""
    )
    digits = document.quote(_digits(item))
    reason = FUSED.format(digits=digits, labels=" og ".join(f"»{n}«" for n in names)) if names else doubt
    figures = []
    for span, name in zip(waiting, names, strict=True):
        figure = _figure(document, item, name, [span, *(i.span for i in following)], "")
        told = years_in(name) or next((y for i in following if (y := years_in(i.text))), None) or figure.period
        figures.append(replace(figure, certain=False, reason=reason, unit=figure.unit or unit, period=told))
    return figures
