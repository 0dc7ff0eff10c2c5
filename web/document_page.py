"""A whole document as a plain page of text, where there is no PDF to open, and the frame such pages stand in."""

from index.evidence import DocumentEntry
from ingest.document import Document
from web import escape, shell, texts


def wrap(title: str, body: str, up: str = "../") -> str:
    """A page of its own, in our style; every text in `body` is escaped already. It gets a heading if it has none."""
    heading = "" if "<h1" in body else f'<h1 class="bl-name">{escape.foreign(title)}</h1>'
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><base href="{up}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape.text(title)}{'' if title == texts.APP_NAME else f' – {texts.APP_NAME}'}</title>"
        f'<link rel="icon" type="image/svg+xml" href="{shell.asset_url("favicon.svg")}">'
        f'<link rel="stylesheet" href="{shell.asset_url("page.css")}"></head>'
        f'<body class="bl-plain"><main><p><a href="./">← {texts.APP_NAME}</a></p>{heading}{body}</main></body></html>'
    )


def message(line: str, *, whole: bool, up: str = "../") -> str:
    """A line that something is not there: a page of its own, or a part of one."""
    body = f'<p class="bl-warning" role="status">{escape.text(line)}</p>'
    return wrap(texts.APP_NAME, body, up) if whole else body


def document_html(document: Document, entry: DocumentEntry) -> str:
    """The stored text, page by page."""
    info = entry.info
    notes = [texts.SUMMARY_NOTE.format(where=info.summary_of)] if info.summary_of else []
    notes += [texts.DEMO_NOTE] if info.demo else []
    head = f"<h1>{escape.foreign(info.title)}</h1>" + "".join(
        f'<p class="bl-help">{escape.text(note)}</p>' for note in notes
    )
    if not document.pages:
        return wrap(info.title, f'{head}<div class="bl-pre" id="side-1">{escape.text(document.text)}</div>')
    count = len(document.pages)
    pages = "".join(
        f'<section id="side-{page.number}">'
        f'<h2 class="bl-small">{texts.PAGE_OF.format(page=page.number, pages=count)}</h2>'
        f'<div class="bl-pre">{escape.text(document.quote(page.span))}</div></section>'
        for page in document.pages
    )
    return wrap(info.title, head + pages)
