"""The tab of documents: what is indexed, bringing new ones in, and taking one out again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from errors import AssistantError
from ingest.document import Document
from web import documents_html, files, texts
from web.context import Context
from web.parts import QUIET, html, title
from web.uploading import Uploading

ON_CLICK = """
element.addEventListener('click', event => {
  const button = event.target.closest('button[data-remove]');
  if (button) trigger('select', {id: button.dataset.remove});
});
"""
FILE_TYPES = [".pdf", ".docx", ".txt", ".md", ".html", ".htm"]


def build_documents_tab(context: Context, tab: gr.Tab) -> None:
    """Lays out the tab inside the current Blocks and wires its events."""
    view = DocumentsView(context)
    title(texts.DOCUMENTS_TITLE, texts.DOCUMENTS_LEAD)
    removed = gr.State(None)
    chosen = gr.File(label=texts.UPLOAD, file_count="multiple", file_types=FILE_TYPES, elem_id="bl-upload", height=150)
    stop = gr.Button(texts.STOP, visible=False, elem_id="bl-stop")
    progress = html(elem_id="bl-upload-progress")
    undo_line = html(elem_id="bl-undo-line")
    undo = gr.Button(texts.UNDO, visible=False, elem_id="bl-undo")
    listed = html(elem_id="bl-document-list", script=ON_CLICK)

    chosen.upload(view.upload, chosen, [progress, listed, stop, chosen], concurrency_limit=2, **QUIET)
    stop.click(view.stop, None, stop, **QUIET)
    after = [listed, undo_line, undo, removed]
    listed.select(view.remove, None, after, **QUIET)
    undo.click(view.undo, removed, after, **QUIET)
    tab.select(view.listed, None, listed, **QUIET)


class DocumentsView:
    """The events of the tab."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._running: dict[str | None, Uploading] = {}
        """By the session that started it."""

    def listed(self) -> str:
        """The documents as they are now."""
        return documents_html.documents_html(self._context.library.documents())

    def upload(self, paths: list[str] | None, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        """Reads files in, one after the other; the old index answers meanwhile."""
        if not paths:
            yield gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        work = self._running[request.session_hash] = Uploading(self._context, [Path(path) for path in paths])
        try:
            finished = 0
            for uploads in work.watch():
                done = sum(upload.message is not None for upload in uploads)
                listed = self.listed() if done > finished else gr.skip()
                finished = done
                yield documents_html.uploads_html(uploads), listed, gr.update(visible=True), None
        finally:
            work.stop()
            self._running.pop(request.session_hash, None)
        yield documents_html.uploads_html(work.uploads, work.closing), self.listed(), gr.update(visible=False), None

    def stop(self, request: gr.Request) -> dict[str, Any]:
        """Stops the reader's own upload; what was read stays, and the upload itself tells what became of each file."""
        if (work := self._running.get(request.session_hash)) is not None:
            work.stop()
        return gr.update(visible=False)

    def remove(self, event: gr.EventData) -> tuple[Any, ...]:
        """Takes a document out; the reader can undo it until something else is taken out or the page is left."""
        library = self._context.library
        entry = next((one for one in library.documents() if one.id == event.id), None)
        if entry is None:
            return self.listed(), f'<p role="status">{texts.UNKNOWN_DOCUMENT}</p>', gr.update(visible=False), None
        try:
            document = library.document(entry.id)
            library.remove(entry.id)
        except AssistantError as error:
            return self.listed(), documents_html.line(str(error)), gr.update(visible=False), None
        line = documents_html.line(texts.REMOVED.format(title=entry.info.title))
        return self.listed(), line, gr.update(visible=True), (document, entry.path)

    def undo(self, removed: tuple[Document, str] | None) -> tuple[Any, ...]:
        """Puts the document back."""
        if removed is None:
            return self.listed(), "", gr.update(visible=False), None
        document, path = removed
        try:
            self._context.library.add(document, path)
        except AssistantError as error:
            return self.listed(), documents_html.line(str(error)), gr.update(visible=True), removed
        line = documents_html.line(texts.PUT_BACK.format(title=document.info.title))
        return self.listed(), line, gr.update(visible=False), None


def forget_removed_uploads(context: Context) -> None:
    """Deletes the copies of uploads whose document is gone; called at start, when nothing can be undone any more."""
    files.clear(context.settings.data_dir, {entry.sha256 for entry in context.library.documents()})
