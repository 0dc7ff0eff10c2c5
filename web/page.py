"""Puts the page together: one tab per file, in the order a visitor needs them."""

from typing import TYPE_CHECKING

import gradio as gr

from settings import Settings
from web import history_html, texts
from web.about_tab import build_about_tab
from web.api import add_gradio_api, hide_the_rest
from web.chat import build_chat
from web.commitments_tab import build_commitments_tab
from web.context import Context, make_context
from web.documents_tab import build_documents_tab
from web.figures_tab import build_figures_tab
from web.library_view import AssistantView, LibraryView
from web.parts import html
from web.staff import build_staff_tab

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = (
    f'<a class="bl-skip" href="#bl-question">{texts.SKIP}</a>'
    f'<header class="bl-header"><span class="bl-logo" aria-hidden="true"></span>'
    f'<div><h1 class="bl-name">{texts.APP_NAME}</h1>'
    f'<p class="bl-line">{texts.APP_LINE}</p></div></header>'
)


def build_page(library: LibraryView, assistant: AssistantView, settings: Settings) -> gr.Blocks:
    """The page over a library and an assistant."""
    return page_of(make_context(library, assistant, settings))


def page_of(context: Context) -> gr.Blocks:
    with gr.Blocks(title=texts.TITLE, analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as page:
        add_gradio_api(context)
        html(HEADER, "bl-top")
        with gr.Tabs(elem_id="bl-tabs"):
            for name, tab_id, build in _tabs(context):
                with gr.Tab(name, id=tab_id, elem_id=f"bl-tab-{tab_id}") as tab:
                    build(context, tab)
        html(history_html.PANEL, "bl-panel-holder")
    hide_the_rest(page)
    return page


def _tabs(context: Context) -> "list[tuple[str, str, Callable[[Context, gr.Tab], object]]]":
    tabs: list[tuple[str, str, Callable[[Context, gr.Tab], object]]] = [
        (texts.TAB_ASK, "ask", build_chat),
        (texts.TAB_FIGURES, "figures", build_figures_tab),
        (texts.TAB_COMMITMENTS, "commitments", build_commitments_tab),
        (texts.TAB_DOCUMENTS, "documents", build_documents_tab),
    ]
    return [*tabs, (texts.TAB_STAFF, "staff", build_staff_tab), (texts.TAB_ABOUT, "about", build_about_tab)]
