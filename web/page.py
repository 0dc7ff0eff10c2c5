"""Puts the page together: one tab per file, in the order a visitor needs them."""

from typing import TYPE_CHECKING

import gradio as gr

from settings import Settings
from web import texts
from web.chat import build_chat
from web.context import Context, make_context
from web.library_view import AssistantView, LibraryView

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = (
    f'<a class="bl-skip" href="#bl-question">{texts.SKIP}</a>'
    f'<header class="bl-header"><span class="bl-logo" aria-hidden="true"></span><div><p class="bl-name">{texts.APP_NAME}</p>'
    f'<p class="bl-line">{texts.APP_LINE}</p></div></header>'
)


def build_page(library: LibraryView, assistant: AssistantView, settings: Settings) -> gr.Blocks:
    """The page over a library and an assistant."""
    return page_of(make_context(library, assistant, settings))


def page_of(context: Context) -> gr.Blocks:
    with gr.Blocks(title=texts.TITLE, analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as page:
        gr.HTML(HEADER, elem_id="bl-top", apply_default_css=False, js_on_load=None)
        with gr.Tabs(elem_id="bl-tabs"):
            for name, tab_id, build in _tabs(context):
                with gr.Tab(name, id=tab_id, elem_id=f"bl-tab-{tab_id}"):
                    build(context)
    return page


def _tabs(context: Context) -> "list[tuple[str, str, Callable[[Context], object]]]":
    return [(texts.TAB_ASK, "ask", build_chat)]
