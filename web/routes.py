"""The plain HTTP side of the page: sources, page pictures, whole documents, feedback, downloads and /api/ask."""

from functools import lru_cache
from typing import Annotated
from urllib.parse import quote as url_quote

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from errors import UsageError
from index.evidence import DocumentEntry
from ingest.document import Document
from web import document_page, documents_html, files, shell, source_panel, texts
from web.context import Context
from web.pages import PageNotDrawn

_ASSETS = {"page.css": "text/css", "page.js": "text/javascript", "favicon.svg": "image/svg+xml"}
_FOREVER = {"Cache-Control": "private, max-age=31536000, immutable"}


class Documents:
    """Reads documents for the panel; a few of them are kept, by generation, so that a click is quick."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._read = lru_cache(maxsize=8)(self._read_one)

    def entry(self, document_id: str) -> DocumentEntry:
        """Raises HTTPException 404."""
        found = next((entry for entry in self._context.library.documents() if entry.id == document_id), None)
        if found is None:
            raise HTTPException(404, texts.UNKNOWN_DOCUMENT)
        return found

    def document(self, entry: DocumentEntry) -> Document:
        return self._read(entry.id, entry.generation)

    def _read_one(self, document_id: str, generation: int) -> Document:
        try:
            return self._context.library.document(document_id)
        except UsageError as error:
            raise HTTPException(404, texts.UNKNOWN_DOCUMENT) from error


def build_router(context: Context) -> APIRouter:
    """The routes of sources, our own static files, and the documents."""
    router = APIRouter(include_in_schema=False)
    documents = Documents(context)
    data_dir = context.settings.data_dir

    @router.get("/aktiver/{name}")
    def static(name: str) -> Response:
        if name not in _ASSETS:
            raise HTTPException(404)
        return Response(shell.asset(name), media_type=_ASSETS[name], headers=_FOREVER)

    @router.get("/kilde/{document_id}")
    def source(
        request: Request,
        document_id: str,
        spans: str = "",
        check: str | None = None,
        page: Annotated[int | None, Query(ge=1, le=100_000)] = None,
    ) -> HTMLResponse:
        inside = request.headers.get("x-bl-panel") == "1"
        try:
            entry = documents.entry(document_id)
            place = source_panel.read_place(spans, check, page)
        except (HTTPException, ValueError):
            return HTMLResponse(document_page.message(texts.GONE, whole=not inside), 404)
        document = documents.document(entry)
        picture = entry.media_type == "pdf" and files.original(entry, data_dir) is not None
        body = source_panel.panel_html(document, entry, place, picture=picture)
        return HTMLResponse(
            body if inside else document_page.wrap(texts.PANEL, f'<h2 class="bl-sr">{texts.QUOTE}</h2>{body}')
        )

    _add_files(router, context, documents)
    return router


def _add_files(router: APIRouter, context: Context, documents: Documents) -> None:
    """Page pictures, originals and whole documents."""
    data_dir = context.settings.data_dir

    @router.get("/side/{document_id}/{page}.png")
    def picture(document_id: str, page: int) -> Response:
        entry = documents.entry(document_id)
        path = files.original(entry, data_dir) if entry.media_type == "pdf" else None
        if path is None:
            raise HTTPException(404, texts.UNKNOWN_PAGE)
        try:
            png = context.pictures.png(path, entry.sha256, page)
        except PageNotDrawn as error:
            raise HTTPException(404, texts.UNKNOWN_PAGE) from error
        return Response(png, media_type="image/png", headers=_FOREVER)

    @router.get("/fil/{document_id}")
    def file(document_id: str) -> Response:
        entry = documents.entry(document_id)
        path = files.original(entry, data_dir) if entry.media_type == "pdf" else None
        if path is None:
            raise HTTPException(404, texts.UNKNOWN_DOCUMENT)
        name = url_quote(entry.file_name.replace("\n", " "))
        return FileResponse(
            path, media_type="application/pdf", headers={"Content-Disposition": f"inline; filename*=UTF-8''{name}"}
        )

    @router.get("/dokument/{document_id}")
    def whole(document_id: str) -> Response:
        entry = documents.entry(document_id)
        if entry.media_type == "pdf" and files.original(entry, data_dir) is not None:
            return RedirectResponse(f"../fil/{url_quote(entry.id, safe='')}")
        return HTMLResponse(document_page.document_html(documents.document(entry), entry))

    @router.get("/dokument/{document_id}/laesning")
    def problems(request: Request, document_id: str) -> HTMLResponse:
        entry = documents.entry(document_id)
        body = documents_html.problems_html(documents.document(entry))
        inside = request.headers.get("x-bl-panel") == "1"
        heading = f'<h2 class="bl-sr">{texts.PROBLEMS_TITLE}</h2>'
        return HTMLResponse(body if inside else document_page.wrap(texts.PROBLEMS_TITLE, heading + body, up="../../"))
