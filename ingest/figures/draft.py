"""A figure being put together on a sheet, and how it becomes a Figure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Document, Figure, Span
from ingest.figures.bare import RUN_TOGETHER, bare_doubt, runs_together
from ingest.figures.cells import Cell
from ingest.figures.counted import counted, head_noun
from ingest.figures.flow import shown
from ingest.figures.label import municipality_of
from ingest.figures.times import years_in
from ingest.figures.units import normal, unit_in, without_unit
from ingest.numbers import Number, read_numbers
from ingest.places import municipality_named

MAX_QUOTE = 220
WIDER = re.compile(
    r"\blandet\b|landsgennemsnit|landsgns|danmark\b|landsplan|nationalt|\bregion(?:en)?\b", re.IGNORECASE
)
"""A series that tells of more than one municipality."""
_OF = re.compile(r"\b(?:i|på|pr\.|for|fra|til|af|blandt|hos) (?:\w+ )?[\w-]+$", re.IGNORECASE)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sept?|okt|nov|dec)[a-z]*\.?", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:siden|i forhold til|sammenlignet med) (?:19|20)[0-9]{2}\b", re.IGNORECASE)
"""A change is of the years since then: the document's own year does not say when it ends."""
_ABOUT_ONE = ("kommuneark", "velkomstpakke")
"""Kinds of documents whose own year holds for every figure that names none."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One value and the cells that say what it is. `label` is how it reads, `words` where it stands."""

    value: Cell
    label: str
    words: tuple[Cell, ...] = ()
    unit: str = ""
    unit_cell: Cell | None = None
    group: str = ""
    series: str = ""
    context: tuple[Cell, ...] = field(default=())
    """Headings, legends and notes that hold for it."""
    period: str | None = None
    reason: str | None = None
    heads: tuple[Cell, ...] = ()
    """The head and corner cells of its table: they name rows or columns and nothing else."""
    classed: bool = False
    """Whether years in the label are a class that is counted ("1950-1969"), not the time it was counted."""
    charted: bool = False
    """Whether a drawn chart tells it."""


def chart_draft(
    value: Cell,
    name: Cell | None,
    unit: str,
    context: Sequence[Cell | None],
    *,
    heading: Cell | None,
    series: Cell | None = None,
    below: Cell | None = None,
    reason: str | None = None,
) -> Draft:
    """The draft of a chart's value, named by one cell; the unit under it or of the chart holds where it prints none."""
    own = normal(below.text) if below else unit
    return Draft(
        value,
        name.text if name else "",
        (name,) if name else (),
        own if value.number and not value.number.unit else "",
        below,
        group=heading.text if heading else "",
        series=series.text if series else "",
        context=tuple(cell for cell in context if cell is not None),
        reason=reason,
        charted=True,
    )


def finish(document: Document, page: int | None, draft: Draft, grouped: bool) -> Figure:
    """The figure of a draft: unit from the label where none is printed, period and place from label, then heading, then document."""  # noqa: E501
    cell = draft.value
    number = cell.number
    assert number is not None, "a draft's value is a number"
    value = place_in(document, cell, number.digits)
    reason = draft.reason or _doubt(cell, number, grouped)
    if not draft.label:
        reason = reason or "tallet står uden en tekst, der siger, hvad det er"
    unit, label = _unit_and_label(draft, number)
    if runs_together(draft.label):
        reason = reason or RUN_TOGETHER
    if cell.is_value:
        reason = reason or bare_doubt(draft.label, draft.group, unit)
    period = told_period(draft)
    around = f"{draft.series} {draft.group}"
    named = municipality_named(draft.series) if draft.series else None
    national = bool(WIDER.search(draft.series))
    info = document.info
    own = (info.period or (str(info.year) if info.year else None)) if info.kind in _ABOUT_ONE else None
    spans: list[Span] = [value]
    if draft.unit_cell is not None:
        spans += draft.unit_cell.spans
    elif number.unit_span:
        spans.append(place_in(document, cell, number.unit_span))
    spans += [s for c in (*draft.words, *draft.context) for s in c.spans]
    group = " · ".join(dict.fromkeys(g for g in (shown(draft.group), shown(draft.series)) if g))
    return Figure(
        document=document.id,
        page=page,
        label=shown(label) or group,
        value=number.value,
        unit=unit,
        qualifier=number.qualifier,
        period=period or (None if _SINCE.search(draft.label) else own),
        municipality=None if national else named or municipality_of(draft.label, around, document.info),
        group=group or None,
        quote=_quote(document, value, spans),
        spans=tuple(dict.fromkeys(spans)),
        certain=reason is None,
        reason=reason,
    )


def told_period(draft: Draft) -> str | None:
    """When a draft says that it holds: itself, in its label or series, else in a heading or note."""
    around = () if _SINCE.search(draft.label) else draft.context
    return (
        draft.period
        or (None if draft.classed else _period(draft.label) or dated(draft.label))
        or _period(draft.series)
        or next((year for c in around if (year := _period(c.text) or dated(c.text))), None)
    )


def _unit_and_label(draft: Draft, number: Number) -> tuple[str, str]:
    """The printed unit, else what the label names ("Husleje, kr."; "Fraflytningsprocent") or counts."""
    unit, label = normal(draft.unit or number.unit), draft.label
    if unit or number.kind != "count" or not draft.value.is_value:
        return unit, label
    named = unit_in(label)
    if named:
        return named, without_unit(label)
    return "pct." if re.search(r"procent(?:en)?$", label) else _counted(label), label


def place_in(document: Document, cell: Cell, part: Span) -> Span:
    """A span of the cell's text as a span of the stored text."""
    wanted = cell.text[part[0] : part[1]]
    for start, end in cell.spans:
        at = document.text.find(wanted, start, end)
        if at >= 0:
            return (at, at + len(wanted))
    return cell.spans[0]


def _quote(document: Document, value: Span, spans: Sequence[Span]) -> str:
    """From the first to the last of its words where they stand together, else the value's own words."""
    start, end = min(s[0] for s in spans), max(s[1] for s in spans)
    if end - start <= MAX_QUOTE:
        return document.text[start:end]
    return document.quote(value)


def _doubt(cell: Cell, number: Number, grouped: bool) -> str | None:
    if number.doubt:
        return number.doubt
    return fused_doubt(cell.text, grouped)


def fused_doubt(text: str, grouped: bool) -> str | None:
    """Why a lone number may be two: four digits or more without a dot where the document writes one."""
    for number in read_numbers(text, grouped=grouped):
        if number.doubt:
            return number.doubt
        if grouped and number.ungrouped and int(number.value.split(".")[0]) % 100:
            digits = text[number.digits[0] : number.digits[1]]
            return f"»{digits}« står uden punktum og kan være flere tal, der er løbet sammen"
    return None


def _counted(label: str) -> str:
    """The counted noun of a tile's label: "Familieboliger" → boliger, "… lærlinge har været" → lærlinge."""
    after = label.split("…")[-1].strip() if "…" in label else label
    first = after.split(" ")[0] if after else ""
    if _MONTH.fullmatch(first):
        return ""
    if first[:1].islower() and "…" not in label:
        return counted(after)
    if "…" in label:
        return counted(after) if after[:1].islower() else ""
    if _OF.search(label):
        return ""  # "Husleje i familieboliger" counts no homes
    noun = head_noun(label.split()[-1]) if label.split() else ""
    return noun if label.split() and noun != label.split()[-1] else ""


def _period(words: str) -> str | None:
    return years_in(words)


@lru_cache(maxsize=256)
def dated(words: str) -> str | None:
    """The year of the one date in a heading ("Beboere, 1. januar 2025")."""
    dates = {n.value[:4] for n in read_numbers(words) if n.kind == "date" and n.value[0] != "-"}
    return next(iter(dates)) if len(dates) == 1 else None
