"""The tab where questions are asked: conversation, question box, filters, examples and earlier conversations."""

from dataclasses import dataclass

import gradio as gr

from web import texts
from web.answering import Answering
from web.context import Context
from web.parts import QUIET, choice, html

ON_CLICK = """
element.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.ask) trigger('submit', {question: button.dataset.ask});
  if (button.dataset.act === 'edit') trigger('select', {turn: Number(button.closest('article').dataset.turn)});
  if (button.dataset.history) trigger('select', 
    {action: button.dataset.history, position: Number(button.dataset.position)});
});
"""
# Where the browser keeps things. Fixed, so that they are found again after the server restarts.
_SECRET = "bl-assistent"  # noqa: S105 - it hides nothing: whoever has the browser has what it keeps


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands on the tab, from the top down."""

    hero: gr.HTML
    talk: gr.HTML
    editing_note: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    municipality: gr.Dropdown
    period: gr.Dropdown
    fresh: gr.Button
    start: gr.HTML
    history: gr.HTML


def build_chat(context: Context, tab: gr.Tab) -> None:
    """Lays out the tab inside the current Blocks and wires its events."""
    current = gr.BrowserState([], storage_key="bl-samtale", secret=_SECRET)
    earlier = gr.BrowserState([], storage_key="bl-tidligere", secret=_SECRET)
    limits = gr.BrowserState(["", ""], storage_key="bl-afgraensning", secret=_SECRET)
    editing = gr.State(None)
    with gr.Row(elem_id="bl-ask-layout", equal_height=False), gr.Column(elem_id="bl-main", scale=3, min_width=300):
        on = _lay_out(context)

    answering = Answering(context)
    shown = [on.hero, on.start, on.talk, on.question, current, editing, on.editing_note]
    chosen = [current, on.municipality, on.period, editing]
    for trigger in (on.question.submit, on.ask.click):
        trigger(answering.ask, [on.question, *chosen], shown, **QUIET, concurrency_limit=8)
    for part in (on.start, on.talk):
        part.submit(answering.ask_shown, chosen, shown, **QUIET, concurrency_limit=8)
    on.talk.select(answering.edit, current, [on.question, editing, on.editing_note], **QUIET)
    all_of_it = [*shown, earlier, on.history]
    on.fresh.click(answering.start_over, [current, earlier], all_of_it, **QUIET)
    on.history.select(answering.change_history, [current, earlier], all_of_it, **QUIET)
    filters = [on.municipality, on.period]
    for filter_box in (on.municipality, on.period):
        filter_box.input(lambda *chosen: list(chosen), filters, limits, **QUIET)
    root = gr.context.Context.root_block
    assert root is not None
    restored = [on.hero, on.start, on.talk, on.municipality, on.period, on.history]
    root.load(answering.restore, [current, earlier, limits], restored, **QUIET)


def _lay_out(context: Context) -> Parts:
    hero = html(elem_id="bl-hero")
    talk = html(elem_id="bl-conversation", script=ON_CLICK)
    with gr.Column(elem_id="bl-form"):
        editing_note = gr.HTML(visible=False, elem_id="bl-editing", apply_default_css=False)
        with gr.Row(elem_id="bl-ask-row", equal_height=True):
            question = gr.Textbox(
                label=texts.QUESTION_LABEL,
                placeholder=texts.QUESTION_PLACEHOLDER,
                elem_id="bl-question",
                lines=1,
                max_lines=5,
                scale=8,
                min_width=200,
                submit_btn=False,
            )
            ask = gr.Button(texts.ASK, variant="primary", elem_id="bl-ask", scale=1, min_width=96)
    with gr.Row(elem_id="bl-filters"):
        places, periods = [texts.EVERYWHERE], [texts.EVERY_PERIOD]
        municipality = choice(texts.MUNICIPALITY, places, places[0], elem_id="bl-municipality", min_width=140)
        period = choice(texts.PERIOD, periods, periods[0], elem_id="bl-period", min_width=120)
        fresh = gr.Button(texts.NEW_CONVERSATION, elem_id="bl-new", min_width=120, scale=0)
    start = html(elem_id="bl-start", script=ON_CLICK)
    privacy = texts.PRIVACY + (texts.PRIVACY_FEEDBACK if context.settings.feedback else "")
    html(f'<p class="bl-privacy">{privacy}</p>')
    history = html(elem_id="bl-history", script=ON_CLICK)
    return Parts(hero, talk, editing_note, question, ask, municipality, period, fresh, start, history)
