"""The part of the staff tab where readers' feedback becomes cases of a set."""

import re
from dataclasses import replace

import gradio as gr

from errors import AssistantError
from eval.drafts import Draft, drafts, keep_case
from eval.table import ALTERNATIVES, GROUPS
from web import staff_html
from web import staff_texts as texts
from web.answer_html import turn_html
from web.context import Context
from web.parts import QUIET, html, title


def build_drafts(context: Context, tab: gr.Tab) -> None:
    """Lays out the part and wires its events."""
    view = DraftsView(context)
    title(texts.DRAFTS, texts.DRAFTS_LEAD, 2)
    draft = gr.Dropdown([], label=texts.DRAFT, elem_id="bl-eval-draft")
    shown = html(elem_id="bl-eval-draft-shown")
    must = gr.Textbox(label=texts.DRAFT_MUST, elem_id="bl-eval-draft-must")
    answerable = gr.Checkbox(True, label=texts.DRAFT_ANSWERABLE)
    with gr.Row():
        by = gr.Textbox(label=texts.BY, max_lines=1, elem_id="bl-eval-draft-by")
        why = gr.Textbox(label=texts.WHY, max_lines=1, elem_id="bl-eval-draft-why")
        into = gr.Textbox("fra-brugen", label=texts.INTO, max_lines=1, elem_id="bl-eval-draft-into")
    add = gr.Button(texts.ADD, elem_id="bl-eval-draft-add")
    told = html(elem_id="bl-eval-draft-told")

    draft.change(view.open, draft, [shown, must], **QUIET)
    add.click(view.add, [draft, must, answerable, by, why, into], [told, draft], **QUIET)
    tab.select(view.refresh, draft, draft, **QUIET)


class DraftsView:
    """The events of the part."""

    def __init__(self, context: Context) -> None:
        self._data = context.settings.data_dir

    def refresh(self, chosen: str | None) -> object:
        """The feedback that no set has taken up yet."""
        found = [(f"{one.case.question[:80]} ({one.time[:10]})", one.case.id) for one in drafts(self._data)]
        return gr.update(choices=found, value=chosen if chosen in {id for _, id in found} else None)

    def open(self, chosen: str | None) -> tuple[str, str]:
        """What the reader saw and said, and the words proposed as expected."""
        found = self._find(chosen)
        if found is None:
            return staff_html.note(texts.NO_DRAFTS) if not drafts(self._data) else "", ""
        must = GROUPS.join(ALTERNATIVES.join(group) for group in found.case.must)
        return staff_html.note(found.case.note) + turn_html(found.answer, 901, feedback=False), must

    def add(self, chosen: str | None, must: str, answerable: bool, by: str, why: str, into: str) -> tuple[str, object]:
        """Completes the draft and adds it to a set of the data folder."""
        found, name = self._find(chosen), into.strip().removesuffix(".jsonl")
        if found is None:
            return staff_html.error(texts.NO_DRAFTS), gr.skip()
        if not re.fullmatch(r"[\wæøå-]{1,60}", name):
            return staff_html.error(texts.BAD_NAME), gr.skip()
        groups = tuple(tuple(group.split(ALTERNATIVES)) for group in must.split(GROUPS)) if must.strip() else ()
        case = replace(found.case, must=groups, answerable=answerable)
        if not answerable:
            case = replace(case, kind="unanswerable", must=(), docs=())
        target = self._data / "sets" / f"{name}.jsonl"
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            keep_case(self._data, target, case, by=by, why=why)
        except (AssistantError, OSError) as error:
            return staff_html.error(str(error)), gr.skip()
        return staff_html.note(texts.ADDED.format(name=target.name)), self.refresh(None)

    def _find(self, chosen: str | None) -> Draft | None:
        return next((one for one in drafts(self._data) if one.case.id == chosen), None)
