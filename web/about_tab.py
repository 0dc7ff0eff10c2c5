"""The tab that says what the page is, what it keeps, and how accessible it is."""

import gradio as gr

from web import api_texts, texts
from web.context import Context
from web.parts import html


def build_about_tab(context: Context, tab: gr.Tab) -> None:
    """Plain text; the line on feedback only where feedback is on."""
    kept = texts.ABOUT_KEPT + ([texts.ABOUT_FEEDBACK] if context.settings.feedback else [])
    sections = ((texts.ABOUT_WHAT_TITLE, texts.ABOUT_WHAT), (texts.ABOUT_KEPT_TITLE, kept))
    accessible = (texts.ABOUT_ACCESS_TITLE, texts.ABOUT_ACCESS)
    html(
        f'<div class="bl-about"><h2 class="bl-tab-title">{texts.TAB_ABOUT}</h2>'
        + "".join(f"<h3>{name}</h3><ul>{_items(lines)}</ul>" for name, lines in (*sections, accessible))
        + f'<p>{api_texts.LINK} <a href="api">{api_texts.TITLE}</a></p></div>'
    )


def _items(lines: list[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)
