"""Municipalities side by side: figures of one label and unit, and a chart only where the years are the same too."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ingest.document import Figure
from web import escape, texts
from web.tables import figure_url, source_link, value_text

MOST_ROWS = 60


@dataclass(frozen=True, slots=True)
class Comparison:
    """One label, with each municipality's figure in the order asked for; None where it has none."""

    label: str
    group: str | None
    unit: str
    figures: tuple[Figure | None, ...]

    @property
    def reason(self) -> str | None:
        """Why the figures can't stand in one chart, or None."""
        held = [figure for figure in self.figures if figure is not None]
        if len(held) < len(self.figures):
            return texts.COMPARE_MISSING
        if not all(figure.certain and _number(figure) is not None for figure in held):
            return texts.COMPARE_UNCERTAIN
        if any(figure.period is None for figure in held):
            return texts.COMPARE_NO_YEAR
        if len({figure.period for figure in held}) > 1:
            return texts.COMPARE_YEARS
        return None


def compare(figures: Sequence[Figure], places: Sequence[str]) -> list[Comparison]:
    """Every label that at least one of the places has, the comparable ones first."""
    found: dict[tuple[str, str, str], dict[str, Figure]] = {}
    for figure in figures:
        if figure.municipality in places:
            key = (_fold(figure.label), _fold(figure.unit), _kin(figure.group or "", places))
            found.setdefault(key, {}).setdefault(figure.municipality or "", figure)
    rows = []
    for (_, _, kin), held in found.items():
        first = next(iter(held.values()))
        headings = {figure.group for figure in held.values()}
        group = first.group if len(headings) == 1 else kin.capitalize()
        rows.append(Comparison(first.label, group, first.unit, tuple(held.get(place) for place in places)))
    return sorted(rows, key=_order)


def _order(row: Comparison) -> tuple[int, bool, bool]:
    """What all have comes first, then what can be drawn, then what says its year."""
    years = [figure.period for figure in row.figures if figure is not None]
    return sum(figure is None for figure in row.figures), row.reason is not None, None in years


def comparison_html(rows: Sequence[Comparison], places: Sequence[str], document_texts: Mapping[str, str]) -> str:
    """A table with one column a municipality, and bars under the rows that can be compared."""
    shared = [row for row in rows if sum(figure is not None for figure in row.figures) > 1]
    if not shared:
        return f'<p class="bl-help" role="status">{texts.COMPARE_NONE}</p>'
    head = "".join(f'<th scope="col">{escape.foreign(place)}</th>' for place in places)
    drawn = any(row.reason is None for row in shared)
    body = "".join(_row(row, places, document_texts, drawn) for row in shared[:MOST_ROWS])
    once = "" if drawn else f'<p class="bl-help" role="status">{texts.COMPARE_NO_CHARTS}</p>'
    left = len(rows) - len(shared)
    note = f'<p class="bl-help">{texts.COMPARE_LEFT.format(count=left)}</p>' if left else ""
    return (
        f'{once}<div class="bl-scroll" tabindex="0" role="region" aria-label="{texts.COMPARE}">'
        f'<table class="bl-table bl-compare"><thead><tr><th scope="col">{texts.FIGURE_TABLE[0]}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{note}"
    )


def _row(row: Comparison, places: Sequence[str], document_texts: Mapping[str, str], drawn: bool) -> str:
    """A label's figures; where any row is `drawn`, below them their bars or why there are none."""
    group = f'<br><span class="bl-help">{escape.foreign(row.group)}</span>' if row.group else ""
    cells = "".join(
        f'<td data-place="{escape.text(place)}">{_cell(figure, document_texts)}</td>'
        for place, figure in zip(places, row.figures, strict=True)
    )
    alone = "" if drawn else ' class="bl-alone"'
    line = f'<tr{alone}><th scope="row">{escape.foreign(row.label)}{group}</th>{cells}</tr>'
    if not drawn:
        return line
    under = _bars(row, places) if row.reason is None else f'<span class="bl-help">{texts.NO_CHART} {row.reason}</span>'
    return f'{line}<tr class="bl-bars-row"><td colspan="{len(places) + 1}">{under}</td></tr>'


def _cell(figure: Figure | None, document_texts: Mapping[str, str]) -> str:
    if figure is None:
        return "–"
    doubt = "" if figure.certain else f'<br><span class="bl-doubt">? {texts.UNCERTAIN}</span>'
    year = f' <span class="bl-help">({escape.text(figure.period)})</span>' if figure.period else ""
    link = source_link(figure_url(figure, document_texts), figure.page, f"{figure.label}, {figure.municipality}")
    return f"<strong>{escape.foreign(value_text(figure))}</strong>{year}{doubt}<br>{link}"


def _bars(row: Comparison, places: Sequence[str]) -> str:
    """One bar a municipality, all from zero on one scale; what a bar says stands in words beside it."""
    held = [figure for figure in row.figures if figure is not None]
    numbers = [_number(figure) or Fraction(0) for figure in held]
    most = max(numbers)
    if most <= 0 or min(numbers) < 0:
        return f'<span class="bl-help">{texts.NO_CHART} {texts.COMPARE_ZERO}</span>'
    bars = "".join(
        f'<div class="bl-bar-line"><span class="bl-bar-name">{escape.foreign(place)}</span>'
        f'<span class="bl-bar-track"><span class="bl-bar" style="width:{float(100 * number / most):.1f}%"></span>'
        "</span>"
        f'<span class="bl-bar-value">{escape.foreign(value_text(figure))}</span></div>'
        for place, figure, number in zip(places, held, numbers, strict=True)
    )
    scale = " · ".join(part for part in (held[0].unit, held[0].period) if part)
    return f'<div class="bl-bars"><span class="bl-help">{escape.text(scale)}, {texts.FROM_ZERO}</span>{bars}</div>'


def _number(figure: Figure) -> Fraction | None:
    try:
        return figure.number
    except (ValueError, ZeroDivisionError):
        return None


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _kin(group: str, places: Sequence[str]) -> str:
    """A heading without years and the places' own names, so that "… i A Kommune, 2025" meets "… i B Kommune, 2024".

    The years are told apart later.
    """
    own = {name.casefold() + ending for place in places for name in place.split() for ending in ("", "s")}
    words = re.findall(r"[^\W\d_]+", group.casefold())
    return " ".join(word for word in words if word not in own | {"i", "kommune", "kommunes"})
