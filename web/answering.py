"""What happens when a reader asks, edits, starts over or comes back. All that is theirs comes in and goes out."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from assistant.answer import Answer
from errors import AssistantError
from index.evidence import Filters, Snapshot
from web import answer_html, conversation, history_html, texts
from web.context import Context

Screen = tuple[Any, ...]
"""Hero, start, conversation, question box, stored conversation, editing, editing note."""
_CLOSED: dict[str, Any] = {"value": "", "visible": False}


class Answering:
    """The events of the tab; it keeps nothing of a reader."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def ask(
        self, question: str, current: object, municipality: str, period: str, editing: int | None
    ) -> Iterator[Screen]:
        """First the question with a note that it is being looked up, then its answer, as it grows where it does."""
        answers = conversation.answers_of(current)
        if isinstance(editing, int):
            answers = answers[:editing]
        before, position = self._turns(answers), len(answers)
        if not question.strip():
            yield self._screen(before + answer_html.error_html("", position, texts.EMPTY_QUESTION), editing=editing)
            return
        documents = len(self._context.library.snapshot().documents)
        yield self._screen(before + answer_html.pending_html(question, position, documents))
        filters = conversation.filters_of(municipality, period)
        answer: Answer | str = texts.UNEXPECTED
        for answer in self._growing(question, answers, filters):
            if isinstance(answer, str):
                yield self._screen(before + answer_html.error_html(question, position, answer), question)
                return
            if answer.mode == "llm":  # the model may have more to say
                yield self._screen(before + answer_html.growing_html(answer, position))
        assert isinstance(answer, Answer)
        limits = conversation.limits_line(filters)
        last = answer_html.turn_html(answer, position, feedback=self._context.settings.feedback, limits=limits)
        yield self._screen(before + last, stored=conversation.stored((*answers, answer)))

    def ask_shown(
        self, current: object, municipality: str, period: str, editing: int | None, event: gr.EventData
    ) -> Iterator[Screen]:
        """A question from an example or a suggestion."""
        yield from self.ask(str(event.question), current, municipality, period, editing)

    def edit(self, current: object, event: gr.EventData) -> tuple[Any, ...]:
        """Puts an earlier question back into the box."""
        answers = conversation.answers_of(current)
        turn = int(event.turn)
        if not 0 <= turn < len(answers):
            return gr.skip(), None, gr.update(**_CLOSED)
        note = f'<p role="status">{texts.EDITING.format(number=turn + 1)}</p>'
        return answers[turn].question, turn, gr.update(value=note, visible=True)

    def start_over(self, current: object, earlier: object) -> tuple[Any, ...]:
        """Puts the conversation away and shows the first screen."""
        return self._show((), conversation.put_away(current, earlier))

    def change_history(self, current: object, earlier: object, event: gr.EventData) -> tuple[Any, ...]:
        """Opens or deletes an earlier conversation, or deletes them all with the current one."""
        kept = conversation.put_away([], earlier)
        if event.action == "delete-all":
            return self._show((), [], changed=True)
        position = int(event.position)
        if not 0 <= position < len(kept):
            return self._show(conversation.answers_of(current), kept)
        taken = kept.pop(position)
        if event.action == "delete":
            return self._show(conversation.answers_of(current), kept, changed=True)
        return self._show(conversation.answers_of(taken), conversation.put_away(current, kept))

    def restore(self, current: object, earlier: object, limits: object) -> tuple[Any, ...]:
        """What a reader finds at the start: the conversation and the filters of last time."""
        places, periods = filter_choices(self._context.library.snapshot())
        wanted = limits if isinstance(limits, list) and len(limits) == 2 else ["", ""]
        hero, start, talk, *_, history = self._show(
            conversation.answers_of(current), conversation.put_away([], earlier)
        )
        return (
            hero,
            start,
            talk,
            gr.update(choices=places, value=wanted[0] if wanted[0] in places else places[0]),
            gr.update(choices=periods, value=wanted[1] if wanted[1] in periods else periods[0]),
            history,
        )

    def _growing(self, question: str, answers: tuple[Answer, ...], filters: Filters) -> Iterator[Answer | str]:
        """The answer as it grows, or why there is none, in Danish."""
        try:
            yield from self._context.assistant.growing(question, conversation.conversation_of(answers), filters)
        except AssistantError as error:
            yield str(error)
        except Exception:  # the edge of a request: the reader gets a sentence, the log the rest
            self._context.log.exception("A question could not be answered")
            yield texts.UNEXPECTED

    def _screen(self, talk: str, question: str = "", stored: object = None, editing: int | None = None) -> Screen:
        """The screen while a conversation stands; what is stored stays as it is unless given."""
        note = gr.skip() if editing is not None else gr.update(**_CLOSED)
        return "", "", talk, question, gr.skip() if stored is None else stored, editing, note

    def _show(
        self, answers: tuple[Answer, ...], earlier: conversation.Earlier, *, changed: bool = False
    ) -> tuple[Any, ...]:
        """A conversation, or the first screen when it is empty, and the list of earlier ones."""
        hero = start = ""
        if not answers:
            snapshot = self._context.library.snapshot()
            hero, start = history_html.hero_html(snapshot), self._start(snapshot)
        return (
            hero,
            start,
            self._turns(answers),
            "",
            conversation.stored(answers),
            None,
            gr.update(**_CLOSED),
            earlier,
            history_html.history_html(earlier, opened=changed),
        )

    def _start(self, snapshot: Snapshot) -> str:
        return history_html.start_html(snapshot, self._context.examples.of(snapshot))

    def _turns(self, answers: tuple[Answer, ...]) -> str:
        feedback = self._context.settings.feedback
        return "".join(answer_html.turn_html(answer, i, feedback=feedback) for i, answer in enumerate(answers))


def filter_choices(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """What can be chosen: the places and periods that the documents are about."""
    infos = [entry.info for entry in snapshot.documents]
    places = sorted({info.municipality for info in infos if info.municipality})
    periods = sorted({info.period for info in infos if info.period}, reverse=True)
    national = [texts.WHOLE_COUNTRY] if any(info.municipality is None for info in infos) else []
    return [texts.EVERYWHERE, *national, *places], [texts.EVERY_PERIOD, *periods]
