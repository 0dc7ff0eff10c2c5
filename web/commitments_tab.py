"""The tab of goals and commitments: by period and theme, with a search, and the goals of each period on a time line."""

from urllib.parse import urlencode

import gradio as gr

from index.evidence import Snapshot
from web import tables, texts
from web.context import Context
from web.parts import QUIET, choice, html, title
from web.timeline import timeline_html


def build_commitments_tab(context: Context, tab: gr.Tab) -> None:
    """Lays out the tab inside the current Blocks and wires its events."""
    view = CommitmentsView(context)
    title(texts.COMMITMENTS_TITLE, texts.COMMITMENTS_LEAD)
    timeline = html(elem_id="bl-timeline")
    title(texts.ALL_COMMITMENTS, texts.ALL_COMMITMENTS_LEAD, 3)
    with gr.Row(elem_classes="bl-filter-row"):
        period = choice(texts.PERIOD, [""], "", min_width=130)
        theme = choice(texts.THEME, [""], "", min_width=150)
        actor = choice(texts.ACTOR, [""], "", min_width=130)
        search = gr.Textbox(label=texts.SEARCH, placeholder=texts.SEARCH_COMMITMENTS, max_lines=1, min_width=150)
    listed = html(elem_id="bl-commitments")

    chosen = [period, theme, actor, search]
    for part in (period, theme, actor):
        part.change(view.listed, chosen, listed, trigger_mode="always_last", **QUIET)
    search.change(view.listed, chosen, listed, trigger_mode="always_last", **QUIET)
    tab.select(view.refresh, chosen, [timeline, *chosen[:3], listed], **QUIET)


class CommitmentsView:
    """What the tab shows of the index as it is now."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def listed(self, period: str, theme: str, actor: str, search: str) -> str:
        """The list and a link to the same as CSV."""
        choice = {"periode": period or "", "tema": theme or "", "aktoer": actor or "", "soeg": search or ""}
        found = tables.chosen_commitments(self._context.library.snapshot(), choice)
        query = urlencode({key: value for key, value in choice.items() if value})
        link = (
            f'<p><a class="bl-btn" href="hent/maal-og-loefter.csv?{query}" download>{texts.CSV}</a></p>'
            if found
            else ""
        )
        return tables.commitments_html(found, self._context.document_texts()) + link

    def refresh(self, period: str, theme: str, actor: str, search: str) -> tuple[object, ...]:
        """Choices, list and time line after the documents changed; a choice that is still there stays."""
        snapshot = self._context.library.snapshot()
        periods, themes, actors = choices(snapshot)
        period, theme, actor = (
            value if value in known else "" for value, known in ((period, periods), (theme, themes), (actor, actors))
        )
        return (
            timeline_html(snapshot.commitments, self._context.document_texts()),
            gr.update(choices=[(texts.EVERY_PERIOD, ""), *periods], value=period),
            gr.update(choices=[(texts.EVERY_THEME, ""), *themes], value=theme),
            gr.update(choices=[(texts.EVERY_ACTOR, ""), *actors], value=actor),
            self.listed(period, theme, actor, search),
        )


def choices(snapshot: Snapshot) -> tuple[list[str], list[str], list[str]]:
    """Periods, themes and actors that the commitments have."""
    periods = sorted({one.period for one in snapshot.commitments if one.period}, reverse=True)
    themes = sorted({one.theme for one in snapshot.commitments if one.theme})
    return periods, themes, sorted({one.actor for one in snapshot.commitments if one.actor})
