"""The tab of key figures: a table with filters, and municipalities side by side."""

from urllib.parse import urlencode

import gradio as gr

from index.evidence import Snapshot
from web import compare, tables, texts
from web.context import Context
from web.parts import QUIET, choice, html, title


def build_figures_tab(context: Context, tab: gr.Tab) -> None:
    """Lays out the tab inside the current Blocks and wires its events."""
    view = FiguresView(context)
    title(texts.FIGURES_TITLE, texts.FIGURES_LEAD)
    with gr.Row(elem_classes="bl-filter-row"):
        place = choice(texts.MUNICIPALITY, [""], "", min_width=150)
        theme = choice(texts.THEME, [""], "", min_width=150)
        period = choice(texts.PERIOD, [""], "", min_width=110)
        search = gr.Textbox(label=texts.SEARCH, placeholder=texts.SEARCH_FIGURES, max_lines=1, min_width=150)
    table = html()
    title(texts.COMPARE, texts.COMPARE_LEAD, 3)
    places = choice(texts.COMPARE_PLACES, [], [], multiselect=True, max_choices=4, elem_id="bl-compare-places")
    compared = html(elem_id="bl-compared")

    chosen = [place, theme, period, search]
    for part in (place, theme, period):
        part.change(view.table, chosen, table, trigger_mode="always_last", **QUIET)
    search.change(view.table, chosen, table, trigger_mode="always_last", **QUIET)
    places.change(view.compared, places, compared, **QUIET)
    tab.select(view.refresh, [*chosen, places], [*chosen[:3], table, places, compared], **QUIET)


class FiguresView:
    """What the tab shows of the index as it is now."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def table(self, place: str, theme: str, period: str, search: str) -> str:
        """The table and a link to the same as CSV."""
        choice = {"kommune": place or "", "tema": theme or "", "periode": period or "", "soeg": search or ""}
        found = tables.chosen_figures(self._context.library.snapshot(), choice)
        # The sheets' own figures before those told in prose, which mostly have no heading or period.
        found.sort(key=lambda figure: (figure.municipality is None, figure.group is None, figure.period is None))
        query = urlencode({key: value for key, value in choice.items() if value})
        link = f'<p><a class="bl-btn" href="hent/noegletal.csv?{query}" download>{texts.CSV}</a></p>' if found else ""
        return tables.figures_html(found, self._context.document_texts()) + link

    def compared(self, places: list[str]) -> str:
        """Municipalities side by side."""
        if not places or len(places) < 2:
            return f'<p class="bl-help">{texts.COMPARE_CHOOSE}</p>'
        rows = compare.compare(self._context.library.snapshot().figures, places)
        return compare.comparison_html(rows, places, self._context.document_texts())

    def refresh(self, place: str, theme: str, period: str, search: str, places: list[str]) -> tuple[object, ...]:
        """Choices and tables after the documents changed; a choice that is still there stays."""
        all_places, themes, periods = choices(self._context.library.snapshot())
        municipalities = [one for one in all_places if one != texts.WHOLE_COUNTRY]
        kept = [one for one in places or [] if one in municipalities] or municipalities[:2]
        place, theme, period = (
            value if value in known else ""
            for value, known in ((place, all_places), (theme, themes), (period, periods))
        )
        return (
            gr.update(choices=[(texts.EVERYWHERE, ""), *all_places], value=place),
            gr.update(choices=[(texts.EVERY_THEME, ""), *themes], value=theme),
            gr.update(choices=[(texts.EVERY_PERIOD, ""), *periods], value=period),
            self.table(place, theme, period, search),
            gr.update(choices=municipalities, value=kept),
            self.compared(kept),
        )


def choices(snapshot: Snapshot) -> tuple[list[str], list[str], list[str]]:
    """Places, headings and periods that the figures have."""
    places = sorted({figure.municipality for figure in snapshot.figures if figure.municipality})
    if any(figure.municipality is None for figure in snapshot.figures):
        places.insert(0, texts.WHOLE_COUNTRY)
    themes = sorted({figure.group for figure in snapshot.figures if figure.group})
    return places, themes, sorted({figure.period for figure in snapshot.figures if figure.period}, reverse=True)
