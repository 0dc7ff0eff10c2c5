"""The page's outermost HTML: Gradio's, turned Danish, with our style and script, and with nothing from elsewhere."""

import hashlib
import re
from importlib.resources import files

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import texts

_FOREIGN_META = re.compile(rb'<meta[^>]*(?:property="og:|name="twitter:)[^>]*>', re.DOTALL)
CSP = "; ".join(
    (
        "default-src 'self' data: blob:",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self'",
        "font-src 'self' data:",
        "object-src 'none'",
        "frame-ancestors 'self'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
"""Gradio needs inline and evaluated script; what no script may do is reach another machine."""
# Gradio speaks the browser's language and knows no Danish. Here it is always told "en", whose words danish.py replaces,
# and it must not say so to a screen reader. Both must be in place before Gradio's script runs.
_LANGUAGE = (
    "Object.defineProperty(navigator,'language',{get:()=>'en'});"
    "Object.defineProperty(navigator,'languages',{get:()=>['en']});"
    "new MutationObserver(()=>{const page=document.documentElement;if(page.lang!=='da')page.lang='da'})"
    ".observe(document.documentElement,{attributes:true,attributeFilter:['lang']});"
)
_LOADING = f'<p id="bl-loading" role="status">{texts.LOADING}</p><noscript><p>{texts.NEEDS_SCRIPT}</p></noscript>'


class DanishShell:
    """Wraps the app: security headers on every answer, and the start page's HTML made ours."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._head = _head().encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        page = scope["path"] in ("", "/") and scope["method"] == "GET"
        if page:
            kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope = {**scope, "headers": kept}
        start: list[Message] = []
        body: list[bytes] = []

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_SAFETY]}
                if page:
                    start.append(message)
                    return
            elif page and message["type"] == "http.response.body":
                body.append(message.get("body", b""))
                if not message.get("more_body"):
                    await self._send_page(start[0], b"".join(body), send)
                return
            await send(message)

        await self._app(scope, receive, sending)

    async def _send_page(self, start: Message, body: bytes, send: Send) -> None:
        if any(name == b"content-type" and b"text/html" in value for name, value in start["headers"]):
            body = _FOREIGN_META.sub(b"", body).replace(b'lang="en"', b'lang="da"', 1)
            body = body.replace(b"<head>", b"<head>" + self._head, 1).replace(
                b"<gradio-app", _LOADING.encode() + b"<gradio-app", 1
            )
        headers = [pair for pair in start["headers"] if pair[0] not in (b"content-length", b"cache-control")]
        headers += [(b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
        await send({**start, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def asset(name: str) -> bytes:
    """One of our own static files. Raises FileNotFoundError."""
    return (files("web") / "assets" / name).read_bytes()


def asset_url(name: str) -> str:
    """Its address, which changes with its content."""
    return f"aktiver/{name}?v={hashlib.sha256(asset(name)).hexdigest()[:10]}"


def _head() -> str:
    return (
        f"<script>{_LANGUAGE}</script><title>{texts.TITLE}</title>"
        f'<meta name="description" content="{texts.DESCRIPTION}"><meta name="color-scheme" content="light dark">'
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("favicon.svg")}">'
        f'<link rel="stylesheet" href="{asset_url("page.css")}"><script defer src="{asset_url("page.js")}"></script>'
    )


_SAFETY = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]
