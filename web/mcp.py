"""Gradio's MCP server, so that other assistants can ask: whether it can run here, and results in JSON."""

import json
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import gradio as gr

PATH = "gradio_api/mcp/"


def available() -> bool:
    """Whether a version of the optional package `mcp` is installed that Gradio can use."""
    try:
        return version("mcp").split(".")[0] == "1"
    except PackageNotFoundError:
        return False


def finish(page: gr.Blocks, landing_page: Callable[[str], str]) -> None:
    """Lets a mounted server answer in JSON, where Gradio writes Python's notation, and greet a browser in Danish.

    `landing_page` gives that greeting for the address of the page.
    """
    server: Any = page.mcp_server_obj
    if server is None:
        return

    def as_json(data: Any, root_url: str) -> list[Any]:
        return [server.types.TextContent(type="text", text=json.dumps(one, ensure_ascii=False)) for one in data]

    server.postprocess_output_data = as_json
    server._landing_page_html = lambda server_url: landing_page(server_url.removesuffix(PATH).rstrip("/"))
