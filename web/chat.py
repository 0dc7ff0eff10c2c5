"""The tab where questions are asked: conversation, question box, filters, examples and earlier conversations."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from errors import AssistantError
from index.evidence import Snapshot
from web import answer_html, conversation, history_html, texts
from web.context import Context

ON_CLICK = """
element.addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.ask) trigger('submit', {question: button.dataset.ask});
  if (button.dataset.act === 'edit') trigger('select', {turn: Number(button.closest('article').dataset.turn)});
  if (button.dataset.history) trigger('select', {action: button.dataset.history, position: Number(button.dataset.position)});
});
"""
# Where the browser keeps things. Fixed, so that they are found again after the server restarts.
_STORE = {"secret": "bl-assistent"}


@dataclass(frozen=True, slots=True)
class ChatParts:
    """The components that other tabs and the page's start need."""

    question: gr.Textbox
    conversation: gr.HTML


def build_chat(context: Context) -> ChatParts:
    """Lays out the tab inside the current Blocks and wires its events."""
    current = gr.BrowserState([], storage_key="bl-samtale", **_STORE)
    earlier = gr.BrowserState([], storage_key="bl-tidligere", **_STORE)
    limits = gr.BrowserState(["", ""], storage_key="bl-afgraensning", **_STORE)
    editing = gr.State(None)
    with gr.Row(elem_id="bl-ask-layout", equal_height=False):
        with gr.Column(elem_id="bl-main", scale=3, min_width=300):
            intro = gr.HTML(elem_id="bl-intro", js_on_load=ON_CLICK, apply_default_css=False)
            talk = gr.HTML(elem_id="bl-conversation", js_on_load=ON_CLICK, apply_default_css=False)
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
                    municipality = gr.Dropdown(
                        [texts.EVERYWHERE],
                        value=texts.EVERYWHERE,
                        label=texts.MUNICIPALITY,
                        elem_id="bl-municipality",
                        min_width=140,
                    )
                    period = gr.Dropdown(
                        [texts.EVERY_PERIOD],
                        value=texts.EVERY_PERIOD,
                        label=texts.PERIOD,
                        elem_id="bl-period",
                        min_width=120,
                    )
                    fresh = gr.Button(texts.NEW_CONVERSATION, elem_id="bl-new", min_width=120, scale=0)
            privacy = texts.PRIVACY + (texts.PRIVACY_FEEDBACK if context.settings.feedback else "")
            gr.HTML(f'<p class="bl-privacy">{privacy}</p>', apply_default_css=False)
            with gr.Accordion(texts.HISTORY, open=False, elem_id="bl-history"):
                history = gr.HTML(js_on_load=ON_CLICK, apply_default_css=False)
        gr.HTML(history_html.PANEL, elem_id="bl-panel-holder", apply_default_css=False, js_on_load=None)

    answering = Answering(context)
    shown = [intro, talk, question, current, editing, editing_note]
    chosen = [current, municipality, period, editing]
    for trigger in (question.submit, ask.click):
        trigger(
            answering.ask,
            [question, *chosen],
            shown,
            show_progress="hidden",
            api_visibility="private",
            concurrency_limit=8,
        )
    for part in (intro, talk):
        part.submit(
            answering.ask_shown, chosen, shown, show_progress="hidden", api_visibility="private", concurrency_limit=8
        )
    talk.select(
        answering.edit, current, [question, editing, editing_note], show_progress="hidden", api_visibility="private"
    )
    all_of_it = [intro, talk, question, current, earlier, editing, editing_note, history]
    fresh.click(answering.start_over, [current, earlier], all_of_it, show_progress="hidden", api_visibility="private")
    history.select(
        answering.change_history, [current, earlier], all_of_it, show_progress="hidden", api_visibility="private"
    )
    for choice in (municipality, period):
        choice.input(
            lambda *chosen: list(chosen),
            [municipality, period],
            limits,
            show_progress="hidden",
            api_visibility="private",
        )
    root = gr.context.Context.root_block
    assert root is not None
    root.load(
        answering.restore, [current, earlier, limits], [intro, talk, municipality, period, history],
        show_progress="hidden", api_visibility="private",
    )  # fmt: skip
    return ChatParts(question, talk)


class Answering:
    """The events of the tab. It keeps nothing of a reader: all that belongs to a conversation comes in and goes out."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def ask(
        self, question: str, current: object, municipality: str, period: str, editing: int | None
    ) -> Iterator[tuple[Any, ...]]:
        """First the question with a note that it is being looked up, then its answer."""
        answers = conversation.answers_of(current)
        if isinstance(editing, int):
            answers = answers[:editing]
        before = self._turns(answers)
        closed = gr.update(value="", visible=False)
        if not question.strip():
            note = answer_html.error_html("", len(answers), texts.EMPTY_QUESTION)
            yield gr.skip(), before + note, gr.skip(), gr.skip(), gr.skip(), gr.skip()
            return
        snapshot = self._context.library.snapshot()
        yield (
            "",
            before + answer_html.pending_html(question, len(answers), len(snapshot.documents)),
            "",
            gr.skip(),
            None,
            closed,
        )
        filters = conversation.filters_of(municipality, period)
        try:
            answer = self._context.assistant.ask(question, conversation.conversation_of(answers), filters)
        except AssistantError as error:
            yield (
                "",
                before + answer_html.error_html(question, len(answers), str(error)),
                question,
                gr.skip(),
                None,
                closed,
            )
            return
        except Exception:  # noqa: BLE001 - the edge of a request: the reader gets a sentence, the log the rest
            self._context.log.exception("A question could not be answered")
            yield (
                "",
                before + answer_html.error_html(question, len(answers), texts.UNEXPECTED),
                question,
                gr.skip(),
                None,
                closed,
            )
            return
        limits = conversation.limits_line(filters)
        last = answer_html.turn_html(answer, len(answers), feedback=self._context.settings.feedback, limits=limits)
        yield "", before + last, "", conversation.stored((*answers, answer)), None, closed

    def ask_shown(
        self, current: object, municipality: str, period: str, editing: int | None, event: gr.EventData
    ) -> Iterator[tuple[Any, ...]]:
        """A question from an example or a suggestion."""
        yield from self.ask(str(event.question), current, municipality, period, editing)

    def edit(self, current: object, event: gr.EventData) -> tuple[Any, ...]:
        """Puts an earlier question back into the box."""
        answers = conversation.answers_of(current)
        turn = int(event.turn)
        if not 0 <= turn < len(answers):
            return gr.skip(), None, gr.update(value="", visible=False)
        note = f'<p role="status">{texts.EDITING.format(number=turn + 1)}</p>'
        return gr.update(value=answers[turn].question, autofocus=True), turn, gr.update(value=note, visible=True)

    def start_over(self, current: object, earlier: object) -> tuple[Any, ...]:
        """Puts the conversation away and shows the first screen."""
        return self._show((), conversation.put_away(current, earlier))

    def change_history(self, current: object, earlier: object, event: gr.EventData) -> tuple[Any, ...]:
        """Opens or deletes an earlier conversation, or deletes them all with the current one."""
        kept = conversation.put_away([], earlier)
        if event.action == "delete-all":
            return self._show((), [])
        position = int(event.position)
        if not 0 <= position < len(kept):
            return self._show(conversation.answers_of(current), kept)
        taken = kept.pop(position)
        if event.action == "delete":
            return self._show(conversation.answers_of(current), kept)
        return self._show(conversation.answers_of(taken), conversation.put_away(current, kept))

    def restore(self, current: object, earlier: object, limits: object) -> tuple[Any, ...]:
        """What a reader finds at the start: the conversation and the filters of last time."""
        snapshot = self._context.library.snapshot()
        places, periods = filter_choices(snapshot)
        wanted = limits if isinstance(limits, list) and len(limits) == 2 else ["", ""]
        answers = conversation.answers_of(current)
        return (
            "" if answers else self.intro(snapshot),
            self._turns(answers),
            gr.update(choices=places, value=wanted[0] if wanted[0] in places else places[0]),
            gr.update(choices=periods, value=wanted[1] if wanted[1] in periods else periods[0]),
            history_html.history_html(conversation.put_away([], earlier)),
        )

    def intro(self, snapshot: Snapshot) -> str:
        """The first screen."""
        return history_html.intro_html(snapshot, self._context.examples.of(snapshot))

    def _show(self, answers: tuple[Any, ...], earlier: conversation.Earlier) -> tuple[Any, ...]:
        intro = "" if answers else self.intro(self._context.library.snapshot())
        closed = gr.update(value="", visible=False)
        return (
            intro, self._turns(answers), "", conversation.stored(answers), earlier, None, closed, history_html.history_html(earlier),
        )  # fmt: skip

    def _turns(self, answers: tuple[Any, ...]) -> str:
        feedback = self._context.settings.feedback
        return "".join(answer_html.turn_html(answer, i, feedback=feedback) for i, answer in enumerate(answers))


def filter_choices(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """What can be chosen: the places and periods that the documents are about."""
    infos = [entry.info for entry in snapshot.documents]
    places = sorted({info.municipality for info in infos if info.municipality})
    periods = sorted({info.period for info in infos if info.period}, reverse=True)
    national = [texts.WHOLE_COUNTRY] if any(info.municipality is None for info in infos) else []
    return [texts.EVERYWHERE, *national, *places], [texts.EVERY_PERIOD, *periods]
