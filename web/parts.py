"""The few Gradio parts every tab uses, with what is the same for all of them said once."""

from typing import Any, Final

import gradio as gr

QUIET: Final[dict[str, Any]] = {"show_progress": "hidden", "api_visibility": "private"}
"""For events of the page itself: no spinner over what is read, and no place in the API."""


def choice(label: str, choices: list[Any], value: Any, **more: Any) -> gr.Dropdown:
    """A drop-down whose choices change with the documents.

    What comes back is checked by who uses it: Gradio would check it against the choices at start, and refuse what a
    page that was open over a restart sends.
    """
    dropdown = gr.Dropdown(choices, value=value, label=label, **more)
    dropdown.preprocess = _as_text  # type: ignore[method-assign]
    return dropdown


def _as_text(payload: Any) -> Any:
    if isinstance(payload, list):
        return [str(one) for one in payload]
    return "" if payload is None else str(payload)


def html(value: str = "", elem_id: str | None = None, *, script: str | None = None) -> gr.HTML:
    """Our own HTML. Every text in it is escaped already; `script` runs once, with `element` and `trigger`."""
    return gr.HTML(value, elem_id=elem_id, js_on_load=script, apply_default_css=False)


def title(name: str, lead: str, level: int = 2) -> gr.HTML:
    """A tab's heading with a line below it."""
    return html(f'<h{level} class="bl-tab-title">{name}</h{level}><p class="bl-lead">{lead}</p>')
