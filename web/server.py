"""The web server: Gradio's page, our own routes and the log-in as one app, and running it until it is stopped."""

import logging
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import gradio as gr
import uvicorn
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.types import ASGIApp

from errors import TryAgain
from settings import Settings
from web import api_texts, document_page, mcp, texts
from web.actions import build_actions
from web.api import build_api
from web.api_page import api_html
from web.auth import LoginRequired, read_users
from web.context import Context, make_context
from web.danish import TRANSLATIONS
from web.documents_tab import forget_removed_uploads
from web.library_view import AssistantView, LibraryView
from web.page import page_of
from web.routes import build_router
from web.shell import DanishShell
from web.theme import build_theme

UPLOAD_LIMIT = "200mb"


def build_server(library: LibraryView, assistant: AssistantView, settings: Settings) -> ASGIApp:
    """Everything that answers on the port. Raises UsageError for a broken log-in file."""
    context = make_context(library, assistant, settings)
    users = read_users(settings.auth_file) if settings.auth_file else None
    app: ASGIApp = DanishShell(_app(context))
    return LoginRequired(app, users) if users else app


def _app(context: Context) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        threading.Thread(target=_get_ready, args=(context,), daemon=True).start()
        yield
        context.pictures.close()

    # Its /docs and /redoc would load their script from another machine.
    app = FastAPI(
        title=texts.APP_NAME,
        description=texts.DESCRIPTION,
        version="1",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.add_exception_handler(HTTPException, _refused)
    for build in (build_router, build_actions, build_api):
        app.include_router(build(context))
    page = page_of(context)
    page.queue(default_concurrency_limit=8)
    mounted = gr.mount_gradio_app(
        app,
        page,
        "/",
        footer_links=[],
        run_history=False,
        allowed_paths=[],
        show_error=False,
        max_file_size=UPLOAD_LIMIT,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        i18n=gr.I18n(en=TRANSLATIONS),
        mcp_server=mcp.available(),
        theme=build_theme(),
    )
    mcp.finish(page, lambda origin: api_html(origin, up="../../"))
    return mounted


def _refused(request: Request, error: Exception) -> Response:
    """What is not there, as a page for a reader and as JSON for a program."""
    assert isinstance(error, HTTPException)
    if "text/html" not in request.headers.get("accept", ""):
        return JSONResponse({"detail": error.detail}, error.status_code, error.headers)
    up = "../" * (request.url.path.count("/") - 1) or "./"
    return HTMLResponse(document_page.message(str(error.detail), whole=True, up=up), error.status_code)


def _get_ready(context: Context) -> None:
    """What no reader should wait for: the process that draws pages, the examples, and old uploads cleared away."""
    context.pictures.warm()
    context.examples.of(context.library.snapshot())
    forget_removed_uploads(context)


def mcp_line(address: str) -> str:
    """Whether other assistants can ask, and where; or what is missing."""
    if mcp.available():
        return api_texts.MCP_READY.format(address=f"{address}/{mcp.PATH}")
    return api_texts.MCP_MISSING.format(install=api_texts.MCP_INSTALL)


def run(app: ASGIApp, settings: Settings) -> None:
    """Serves until stopped. Raises TryAgain when the address is taken."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        listener.close()
        raise TryAgain(
            f"Adressen {settings.host}:{settings.port} kan ikke bruges ({error.strerror or error}). "
            "Stop det program, der bruger den, eller vælg en anden port med --port."
        ) from error
    port = listener.getsockname()[1]
    shown = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104 - compared, not bound
    print(f"Siden er klar: http://{shown}:{port}  (stop med Ctrl+C)", flush=True)
    print(mcp_line(f"http://{shown}:{port}"), flush=True)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3
    )
    uvicorn.Server(config).run([listener])
