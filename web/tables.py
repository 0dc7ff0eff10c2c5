"""Rows of figures and commitments: what a reader chose, as cells for a download and as HTML with its sources."""

from collections.abc import Iterable, Mapping, Sequence

from index.evidence import Snapshot
from ingest.document import Commitment, Figure
from web import escape, texts
from web.answer_html import danish_number, page_word, place_url
from web.find import find_commitments, find_figures

MOST_ROWS = 500


def chosen_figures(snapshot: Snapshot, choice: Mapping[str, str]) -> list[Figure]:
    """Figures by `kommune`, `tema`, `periode`, `soeg`; an empty or unknown key limits nothing."""
    place = choice.get("kommune") or None
    return find_figures(
        snapshot,
        None if place == texts.WHOLE_COUNTRY else place,
        choice.get("soeg", ""),
        period=choice.get("periode") or None,
        whole_country=place == texts.WHOLE_COUNTRY,
        theme=choice.get("tema") or None,
    )


def chosen_commitments(snapshot: Snapshot, choice: Mapping[str, str]) -> list[Commitment]:
    """Commitments by `periode`, `tema`, `aktoer`, `soeg`."""
    return find_commitments(
        snapshot,
        choice.get("periode") or None,
        choice.get("tema") or None,
        choice.get("aktoer") or None,
        choice.get("soeg", ""),
    )


def figure_cells(figure: Figure) -> tuple[object, ...]:
    """In the order of `texts.FIGURE_COLUMNS`."""
    return (
        figure.municipality or texts.WHOLE_COUNTRY,
        figure.group,
        figure.label,
        figure.qualifier,
        figure.value.replace(".", ","),
        figure.unit,
        figure.period,
        texts.YES if figure.certain else f"{texts.NO}: {figure.reason or ''}",
        figure.document,
        figure.page,
        " ".join(figure.quote.split()),
    )


def commitment_cells(one: Commitment) -> tuple[object, ...]:
    """In the order of `texts.COMMITMENT_COLUMNS`."""
    text, parent = " ".join(one.text.split()), " ".join((one.parent or "").split())
    return one.period, one.theme, one.actor, one.status, text, parent, one.document, one.page


def value_text(figure: Figure) -> str:
    """ "knap 1.234 boliger"."""
    return " ".join(part for part in (figure.qualifier, danish_number(figure.value), figure.unit) if part)


def figure_url(figure: Figure, snapshot_texts: Mapping[str, str]) -> str:
    return place_url(figure.document, figure.page, figure.spans, snapshot_texts.get(figure.document, ""))


def figures_html(figures: Sequence[Figure], document_texts: Mapping[str, str]) -> str:
    """A table of figures; each row opens its source."""
    if not figures:
        return f'<p class="bl-help" role="status">{texts.NO_FIGURES}</p>'
    rows = "".join(_figure_row(figure, document_texts) for figure in figures[:MOST_ROWS])
    return _count(len(figures)) + _table(texts.FIGURE_TABLE, rows, texts.TAB_FIGURES)


def _figure_row(figure: Figure, document_texts: Mapping[str, str]) -> str:
    place = figure.municipality or texts.WHOLE_COUNTRY
    doubt = "" if figure.certain else _doubt(figure)
    cells = (
        f'<th scope="row">{escape.foreign(figure.label)}</th>'
        f'<td class="bl-number">{escape.foreign(value_text(figure))}{doubt}</td>'
        f"<td>{escape.text(figure.period or '–')}</td><td>{escape.foreign(place)}</td>"
        f"<td>{escape.foreign(figure.group or '–')}</td>"
    )
    return f"<tr>{cells}<td>{source_link(figure_url(figure, document_texts), figure.page, figure.label)}</td></tr>"


def _doubt(figure: Figure) -> str:
    return f'<br><span class="bl-doubt">? {texts.UNCERTAIN}. {escape.text(figure.reason or "")}</span>'


def source_link(url: str, page: int | None, what: str) -> str:
    """A link that opens the source panel."""
    shown = f"{texts.SOURCE}{page_word(page)}"
    hidden = f'<span class="bl-sr">: {escape.text(what[:80])}</span>'
    return f'<a class="bl-btn bl-source-link" data-source="0" href="{escape.text(url)}">{shown}{hidden}</a>'


def commitments_html(commitments: Sequence[Commitment], document_texts: Mapping[str, str]) -> str:
    """Commitments under their goals, by period."""
    if not commitments:
        return f'<p class="bl-help" role="status">{texts.NO_COMMITMENTS}</p>'
    shown = commitments[:MOST_ROWS]
    periods = sorted({one.period or "" for one in shown}, reverse=True)
    parts = [
        f'<section class="bl-period"><h4>{escape.text(period or texts.NO_PERIOD)}</h4>'
        f"{_under_goals([one for one in shown if (one.period or '') == period], document_texts)}</section>"
        for period in periods
    ]
    return _count(len(commitments)) + "".join(parts)


def _under_goals(commitments: Iterable[Commitment], document_texts: Mapping[str, str]) -> str:
    rows, parent = [], None
    for one in commitments:
        if one.parent and one.parent != parent:
            rows.append(f'<li class="bl-goal-name">{escape.foreign(one.parent)}</li>')
        parent = one.parent
        rows.append(commitment_item(one, document_texts))
    return f'<ul class="bl-commitments">{"".join(rows)}</ul>'


def commitment_item(one: Commitment, document_texts: Mapping[str, str]) -> str:
    facts = " · ".join(escape.text(part) for part in (one.actor, one.status, one.theme) if part)
    url = place_url(one.document, one.page, one.spans, document_texts.get(one.document, ""))
    kind = "bl-under" if one.parent else "bl-goal"
    return (
        f'<li class="{kind}"><span class="bl-commitment">{escape.foreign(one.text)}</span>'
        f'<span class="bl-help">{facts}</span>{source_link(url, one.page, one.text)}</li>'
    )


def _count(count: int) -> str:
    line = texts.FOUND_ONE if count == 1 else texts.FOUND.format(count=count)
    more = f" {texts.FIRST_SHOWN.format(count=MOST_ROWS)}" if count > MOST_ROWS else ""
    return f'<p class="bl-help" role="status">{line}{more}</p>'


def _table(header: Sequence[str], rows: str, name: str) -> str:
    head = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    return (
        f'<div class="bl-scroll" tabindex="0" role="region" aria-label="{name}"><table class="bl-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
