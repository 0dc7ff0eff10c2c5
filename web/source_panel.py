"""The proof beside an answer: the quote in its context, and the page it stands on with the quote marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as url_quote

from index.evidence import DocumentEntry
from ingest.document import Document, Figure, Span
from web import escape, texts
from web.answer_html import danish_number, fingerprint
from web.marks import marks_on

CONTEXT = 280


@dataclass(frozen=True, slots=True)
class Place:
    """What is to be shown: spans of a document, the page to show them on, and the sum of what stood there."""

    spans: tuple[Span, ...]
    check: str | None = None
    page: int | None = None


def read_place(spans: str, check: str | None, page: int | None) -> Place:
    """A place from a link's parameters. Raises ValueError on anything that is no list of spans."""
    pairs = []
    for part in spans.split(",")[:60] if spans else []:
        start, _, end = part.partition("-")
        if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit() and len(part) < 40):
            raise ValueError(part)
        pairs.append((int(start), int(end)))
    return Place(tuple(pairs), check, page)


def panel_html(document: Document, entry: DocumentEntry, place: Place, *, picture: bool) -> str:
    """The inside of the panel. `picture`: whether the pages can be drawn."""
    spans = tuple(span for span in place.spans if 0 <= span[0] < span[1] <= len(document.text))
    changed = spans != place.spans or (
        place.check is not None and fingerprint([document.quote(span) for span in spans]) != place.check
    )
    if changed:
        spans = ()
    home = document.page_at(spans[0][0]) if spans else None
    spans = merged(spans)
    page = place.page or home or (document.pages[0].number if document.pages else None)
    parts = [_head(document, entry, page, picture)]
    if changed:
        parts.append(f'<p class="bl-warning" role="status">{texts.CHANGED}</p>')
    if spans:
        parts += [_quotes(document, spans), _figures(document, spans), _context(document, spans)]
    if page is not None and picture:
        parts.append(_sheet(document, entry, page, spans, home))
    elif page is not None and entry.media_type == "pdf":
        parts.append(f'<p class="bl-help">{texts.NO_PICTURE}</p>')
    return "".join(parts)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """In reading order, overlapping ones joined: a value inside a quoted sentence is not shown twice."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def _head(document: Document, entry: DocumentEntry, page: int | None, picture: bool) -> str:
    info = entry.info
    notes = []
    if info.summary_of:
        notes.append(texts.SUMMARY_NOTE.format(where=info.summary_of))
    if info.demo:
        notes.append(texts.DEMO_NOTE)
    if any(one.number == page and one.source == "ocr" for one in document.pages):
        notes.append(texts.OCR_NOTE)
    where = texts.PAGE_OF.format(page=page, pages=len(document.pages)) if page is not None else ""
    number = page if page is not None else 1
    whole = (
        f"fil/{url_quote(entry.id, safe='')}#page={number}"
        if picture
        else f"dokument/{url_quote(entry.id, safe='')}#side-{number}"
    )
    return (
        f'<div class="bl-panel-head"><h3>{escape.foreign(info.title)}</h3><p class="bl-where">{where}</p>'
        + "".join(f'<p class="bl-help">{escape.text(note)}</p>' for note in notes)
        + f'<a class="bl-whole" target="_blank" rel="noopener" href="{escape.text(whole)}">'
        f"{texts.OPEN_DOCUMENT}</a></div>"
    )


def _quotes(document: Document, spans: Sequence[Span]) -> str:
    """The quoted places in one block; places apart are parted by a sign that is not marked."""
    quotes = ' <span aria-hidden="true">…</span> '.join(
        f"<mark>{escape.foreign(document.quote(span))}</mark>" for span in spans
    )
    return f'<h4 class="bl-small">{texts.QUOTE}</h4><blockquote class="bl-quote">{quotes}</blockquote>'


def _figures(document: Document, spans: Sequence[Span]) -> str:
    """The key figures whose value stands in the quote: value, unit, year, place, and whether it is certain."""
    rows = "".join(
        _figure_row(figure) for figure in document.figures if figure.spans and _holds(spans, figure.spans[0])
    )
    return f'<dl class="bl-facts">{rows}</dl>' if rows else ""


def _figure_row(figure: Figure) -> str:
    value = " ".join(part for part in (figure.qualifier, danish_number(figure.value), figure.unit) if part)
    place = figure.municipality or texts.WHOLE_COUNTRY
    facts = [value, figure.period, place, figure.group]
    shown = " · ".join(escape.text(fact) for fact in facts if fact)
    doubt = f"<br><strong>{texts.UNCERTAIN}:</strong> {escape.text(figure.reason or '')}" if not figure.certain else ""
    return f"<dt>{escape.foreign(figure.label)}</dt><dd>{shown}{doubt}</dd>"


def _holds(spans: Sequence[Span], inner: Span) -> bool:
    return any(span[0] <= inner[0] and inner[1] <= span[1] for span in spans)


def _context(document: Document, spans: Sequence[Span]) -> str:
    """The text around the first quote, with every quote in it marked."""
    start = max(0, spans[0][0] - CONTEXT)
    end = min(len(document.text), max(span[1] for span in spans if span[0] < spans[0][1] + CONTEXT) + CONTEXT)
    sheet = next((page for page in document.pages if page.span[0] <= spans[0][0] < page.span[1]), None)
    if sheet is not None:
        start, end = max(start, sheet.span[0]), max(spans[0][1], min(end, sheet.span[1]))
    body = marked_text(document.text, (start, end), spans)
    lead = "… " if start and (sheet is None or start > sheet.span[0]) else ""
    return (
        f'<details class="bl-context"><summary>{texts.IN_CONTEXT}</summary><p class="bl-pre">{lead}{body}</p></details>'
    )


def marked_text(text: str, window: Span, spans: Sequence[Span]) -> str:
    """A window of the stored text as HTML with the spans marked."""
    parts: list[str] = []
    at = window[0]
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, window[1])
        if start >= end:
            continue
        parts += [escape.text(text[at:start]), f"<mark>{escape.text(text[start:end])}</mark>"]
        at = end
    parts.append(escape.text(text[at : window[1]]))
    return "".join(parts)


def _sheet(document: Document, entry: DocumentEntry, page: int, spans: Sequence[Span], home: int | None) -> str:
    marks = marks_on(document, page, spans)
    here = [span for span in spans if document.page_at(span[0]) == page]
    if marks:
        line = texts.MARKED
    elif here:
        line = texts.NOT_MARKED
    else:
        line = texts.OTHER_PAGE.format(page=home) if home is not None else ""
    sheet = next((one for one in document.pages if one.number == page), None)
    ratio = f"{sheet.width:.2f} / {sheet.height:.2f}" if sheet and sheet.width > 0 and sheet.height > 0 else "210 / 297"
    title = entry.info.title
    quote = " … ".join(" ".join(document.quote(span).split()) for span in here)[:300]
    label = (
        texts.PAGE_PICTURE.format(page=page, title=title, quote=quote)
        if marks
        else texts.PAGE_PICTURE_PLAIN.format(page=page, title=title)
    )
    name = texts.PAGE_PICTURE_PLAIN.format(page=page, title=escape.text(title))
    boxes = "".join(
        f'<span class="bl-mark" style="left:{mark.left:.3f}%;top:{mark.top:.3f}%;'
        f'width:{mark.width:.3f}%;height:{mark.height:.3f}%"></span>'
        for mark in marks
    )
    source = f"side/{url_quote(entry.id, safe='')}/{page}.png?v={entry.sha256[:12]}"
    return (
        f'{_page_buttons(page, document)}<p class="bl-help" role="status">{line}</p>'
        f'<div class="bl-sheet-view" tabindex="0" role="group" aria-label="{name}">'
        f'<div class="bl-sheet" style="aspect-ratio:{ratio}">'
        f'<img src="{escape.text(source)}" alt="{escape.text(label)}">{boxes}</div></div>'
    )


def _page_buttons(page: int, document: Document) -> str:
    numbers = [one.number for one in document.pages]
    before = "" if page - 1 in numbers else " disabled"
    after = "" if page + 1 in numbers else " disabled"
    return (
        '<div class="bl-page-buttons" role="group">'
        f'<button type="button" data-page="{page - 1}"{before}>← {texts.PREVIOUS_PAGE}</button>'
        f'<button type="button" data-page="{page + 1}"{after}>{texts.NEXT_PAGE} →</button>'
        f'<button type="button" data-zoom="-1">{texts.ZOOM_OUT}</button>'
        f'<button type="button" data-zoom="1">{texts.ZOOM_IN}</button></div>'
    )
