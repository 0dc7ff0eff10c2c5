"""The page that tells how other programs ask: over HTTP, over Gradio's API and over MCP."""

import json

from web import api_texts, document_page, escape, mcp

_ASK = json.dumps({"question": api_texts.EXAMPLE}, ensure_ascii=False)
_CURL = f"curl -s {api_texts.ORIGIN}/api/ask -H 'Content-Type: application/json' -d '{_ASK}'"
_GRADIO = (
    "from gradio_client import Client\n\n"
    f'client = Client("{api_texts.ORIGIN}")\n'
    'client.predict(municipality="Kalundborg", api_name="/figures")'
)


def api_html(origin: str, up: str = "./") -> str:
    """The page; `origin` is the address the reader came by, put into the examples, `up` the way from here to it."""
    openapi = f'<a href="openapi.json">{api_texts.OPENAPI}</a>'
    info = f'<a href="gradio_api/info">{api_texts.GRADIO_INFO}</a>'
    sections = (
        _section(api_texts.ASK_TITLE, f"{api_texts.ASK} {openapi}.", _CURL, origin),
        _section(api_texts.GRADIO_TITLE, f"{api_texts.GRADIO} {info}.", _GRADIO, origin),
        _section(api_texts.MCP_TITLE, api_texts.MCP_ON, f"{api_texts.ORIGIN}/{mcp.PATH}", origin)
        if mcp.available()
        else _section(api_texts.MCP_TITLE, api_texts.MCP_OFF, api_texts.MCP_INSTALL, origin),
    )
    body = f'<h1>{api_texts.TITLE}</h1><p class="bl-lead">{api_texts.LEAD}</p>{"".join(sections)}'
    return document_page.wrap(api_texts.TITLE, body, up)


def _section(title: str, line: str, code: str, origin: str) -> str:
    shown = escape.text(code.replace(api_texts.ORIGIN, origin))
    pre = f'<pre class="bl-code" tabindex="0" role="group" aria-label="{api_texts.EXAMPLES_LABEL}">{shown}</pre>'
    return f'<section><h2 class="bl-tab-title">{title}</h2><p>{line}</p>{pre}</section>'
