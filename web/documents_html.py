"""The list of documents, their reading problems and the progress of an upload, as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote as url_quote

from index.evidence import DocumentEntry
from ingest.document import Document
from web import escape, texts


@dataclass(frozen=True, slots=True)
class Upload:
    """One file on its way in. `share` is how much of it is done, 0..1; `message` what became of it."""

    name: str
    step: str = texts.STEP_WAITS
    share: float = 0.0
    message: str | None = None
    ok: bool = True

    def at(self, step: str, share: float) -> "Upload":
        return replace(self, step=step, share=share)


def documents_html(entries: Sequence[DocumentEntry]) -> str:
    """Every document with what it is, what was read in it, and what can be done with it."""
    if not entries:
        return f'<p class="bl-help" role="status">{texts.NO_DOCUMENTS}</p>'
    newest = newest_of_kind(entries)
    ordered = sorted(entries, key=lambda entry: (entry.info.kind, entry.info.title.casefold()))
    return f'<ul class="bl-documents">{"".join(_entry(entry, newest) for entry in ordered)}</ul>'


def newest_of_kind(entries: Sequence[DocumentEntry]) -> set[str]:
    """IDs of the documents that have an older sister: of one kind and place, the one for the latest year."""
    groups: dict[tuple[str, str | None], list[DocumentEntry]] = {}
    for entry in entries:
        if entry.info.kind != "andet" and entry.info.year is not None:
            groups.setdefault((entry.info.kind, entry.info.municipality), []).append(entry)
    return {max(group, key=lambda one: one.info.year or 0).id for group in groups.values() if len(group) > 1}


def _entry(entry: DocumentEntry, newest: set[str]) -> str:
    info = entry.info
    tags = [
        tag
        for tag, yes in (
            (texts.NEWEST_TAG, entry.id in newest),
            (texts.SUMMARY_TAG, info.summary_of),
            (texts.DEMO_TAG, info.demo),
        )
        if yes
    ]
    facts = [
        texts.KINDS.get(info.kind, info.kind),
        info.publisher,
        info.municipality or texts.WHOLE_COUNTRY,
        info.period,
        _counted(entry.pages, texts.PAGES) if entry.pages else None,
        _counted(entry.figures, texts.FIGURES) if entry.figures else None,
        _counted(entry.commitments, texts.COMMITMENTS) if entry.commitments else None,
    ]
    shown = " · ".join(escape.text(fact) for fact in facts if fact)
    tag_html = "".join(f'<span class="bl-tag">{tag}</span>' for tag in tags)
    address = url_quote(entry.id, safe="")
    named = escape.text(info.title)
    problems = (
        f'<a class="bl-btn" data-source="0" href="dokument/{address}/laesning">'
        f'{_counted(entry.problems, texts.PROBLEMS)}<span class="bl-sr"> – {named}</span></a>'
        if entry.problems
        else f'<span class="bl-help">{texts.NO_PROBLEMS}</span>'
    )
    return (
        f"<li><h3>{escape.foreign(info.title)} {tag_html}</h3><p>{shown}</p>"
        f'<p class="bl-help">{escape.foreign(entry.file_name)}{_origin(entry)}</p><div class="bl-tools">'
        f'<a class="bl-btn" target="_blank" rel="noopener" href="dokument/{address}">{texts.OPEN}'
        f'<span class="bl-sr"> – {named}</span></a>{problems}'
        f'<button type="button" data-remove="{escape.text(entry.id)}">{texts.REMOVE}'
        f'<span class="bl-sr"> – {named}</span></button></div></li>'
    )


def _origin(entry: DocumentEntry) -> str:
    if not entry.info.summary_of:
        return ""
    return f" · {escape.text(texts.SUMMARY_NOTE.format(where=entry.info.summary_of))}"


def _counted(count: int, words: tuple[str, str]) -> str:
    return f"{count} {words[0] if count == 1 else words[1]}"


def problems_html(document: Document) -> str:
    """What could not be read for certain, in plain words."""
    items = []
    for problem in document.problems:
        where = f"{texts.PAGE.format(page=problem.page)}: " if problem.page is not None else ""
        items.append(f"<li>{where}{escape.text(problem.message)}</li>")
    body = f"<ul class='bl-problems'>{''.join(items)}</ul>" if items else f"<p>{texts.NO_PROBLEMS}</p>"
    return f"<h3>{escape.foreign(document.info.title)}</h3><p class='bl-help'>{texts.PROBLEMS_LEAD}</p>{body}"


def uploads_html(uploads: Sequence[Upload], closing: str = "") -> str:
    """A bar and a line for each file."""
    rows = "".join(_upload(upload) for upload in uploads)
    last = f'<p role="status">{escape.text(closing)}</p>' if closing else ""
    return f'<ul class="bl-uploads">{rows}</ul>{last}'


def _upload(upload: Upload) -> str:
    name = escape.foreign(upload.name)
    if upload.message is not None:
        sign, kind = ("✓", "bl-ok") if upload.ok else ("✕", "bl-bad")
        said = escape.text(upload.message)
        line = said if upload.message.startswith(upload.name) else f"{name}: {said}"
        return f'<li class="{kind}"><span aria-hidden="true">{sign}</span> {line}</li>'
    per_cent = round(100 * upload.share)
    return (
        f'<li>{name}: {escape.text(upload.step)}<progress max="100" value="{per_cent}" '
        f'aria-label="{escape.text(upload.name)}">{per_cent} %</progress></li>'
    )


def line(message: str) -> str:
    """One line that a screen reader hears."""
    return f'<p class="bl-warning" role="status">{escape.text(message)}</p>'
