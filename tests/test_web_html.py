"""What the page makes of answers, documents and tables, without a browser. All that is foreign is shown as text."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from docx import Document as read_word

from assistant import markdown
from assistant.answer import AnswerFigure
from index.evidence import Filters
from tests.web_support import COMMITMENTS, DOCUMENT, ENTRY, FIGURES, HOSTILE, TEXT, answer, commitment, figure
from web import (
    answer_html,
    compare,
    conversation,
    documents_html,
    escape,
    export,
    find,
    source_panel,
    tables,
    texts,
    timeline,
)
from web.marks import marks_on

ALLOWED = {"bdi", "br", "strong", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "div", "a"}


def link(number: int) -> str:
    return f'<a href="#{number}">{number}</a>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Der er **3** [1]", '<p>Der er <strong>3</strong> <a href="#1">1</a></p>'),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("a\nb\n\nc", "<p>a<br>b</p><p>c</p>"),
        (r"\*\*ej fed\*\*", "<p>**ej fed**</p>"),  # a quote's own signs, escaped by the assistant
        ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),  # single stars are text
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ("[tryk](javascript:x)", "<p>[tryk](javascript:x)</p>"),  # no links but ours
        ("![x](http://x/y.png)", "<p>![x](http://x/y.png)</p>"),  # no pictures from elsewhere
        ("# stor", "<p># stor</p>"),
        ("14.-16. juni", "<p>14.-16. juni</p>"),  # a date is no list
    ],
)
def test_markdown_becomes_only_what_answers_need(source: str, expected: str) -> None:
    assert markdown.to_html(source, link, escape.text) == expected


def test_a_table_has_headed_columns() -> None:
    table = BeautifulSoup(markdown.to_html("| A | B |\n|---|---|\n| 1 | 2 [1] |", link), "html.parser")
    assert [cell.text for cell in table.select('th[scope="col"]')] == ["A", "B"]
    assert [cell.text for cell in table.select("td")] == ["1", "2 1"]


@pytest.mark.parametrize(
    "hostile",
    [
        HOSTILE,
        "</p></article><iframe src=//x>",  # closing what it stands in
        '" onmouseover="x',  # leaving an attribute
        "{{#each value}}{{/each}} {{{constructor}}}",  # the template engine of the page
        "${alert(1)} `${alert(2)}`",
        "| a | <td onclick=x> |\n|---|---|",
        "\\<img src=x onerror=y>",  # escaped so that it is unescaped on the way
        "\ue000\ue000",  # the sign used while escaping
        "a" * 100_000,
        "\u202e\u2066\u200f vendt",
    ],
)
def test_nothing_from_outside_becomes_markup(hostile: str) -> None:
    shown = answer(hostile, answer=hostile, notice=hostile, suggestions=(hostile,), standalone_question=hostile[:300])
    for html in (markdown.to_html(hostile, link, escape.text), answer_html.turn_html(shown, 0, feedback=True)):
        assert not re.search(r"[{}$`]", html), "the page's template engine must find nothing to run"
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", html)
        parsed = BeautifulSoup(html, "html.parser")
        assert not parsed.select("script, img, iframe, object, style, link, form")
        for element in parsed.find_all(True):
            assert not [name for name in element.attrs if name.startswith("on")]
            if element.name == "a":
                assert element["href"].startswith(("kilde/", "#"))
    assert {
        one.name for one in BeautifulSoup(markdown.to_html(hostile, link, escape.text), "html.parser").find_all(True)
    } <= ALLOWED


@pytest.mark.parametrize("status", list(texts.STATUS))
def test_each_status_has_its_own_words_and_shape(status: str) -> None:
    page = BeautifulSoup(answer_html.turn_html(answer(status=status), 0, feedback=False), "html.parser")
    shape, words = texts.STATUS[status]  # type: ignore[index]
    assert page.select_one(".bl-badge strong").text == words  # type: ignore[union-attr]
    assert page.select_one(".bl-shape").text == shape  # type: ignore[union-attr]
    assert len(set(texts.STATUS.values())) == len(texts.STATUS) == len({shape for shape, _ in texts.STATUS.values()})


def test_spans_of_one_marker_open_together() -> None:
    first, second = answer().citations
    both = answer(citations=(first, type(first)(1, "ark", first.title, 1, None, TEXT[34:40], 34, 40), second))
    page = BeautifulSoup(answer_html.turn_html(both, 0, feedback=False), "html.parser")
    assert len(page.select("a.bl-source")) == 2
    assert "spans=13-33%2C34-40" in page.select("a.bl-source")[0]["href"]


def test_a_derived_figure_says_what_it_was_computed_from() -> None:
    figures = (
        AnswerFigure("a", "3", "boliger", "2025", "Kalundborg", 1),
        AnswerFigure("b", "4", "boliger", "2025", None, 1),
        AnswerFigure("i alt", "7", "boliger", "2025", None, None, derived=True, inputs=(0, 1)),
        AnswerFigure("?", "67397", "boliger", None, None, 1, certain=False),
    )
    html = answer_html.turn_html(answer(figures=figures), 0, feedback=False)
    assert "Beregnet ud fra: a 3 · b 4" in html
    assert texts.UNCERTAIN in html


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("3372", "3.372"),
        ("0.5", "0,5"),
        ("1234.5", "1.234,5"),
        ("2/3", "2/3"),
        ("2025", "2.025"),
        ("-1200", "-1.200"),
        ("x", "x"),
    ],
)
def test_numbers_are_written_as_danes_do(value: str, shown: str) -> None:
    assert answer_html.danish_number(value) == shown


# --- The source panel -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "page", "count"),
    [
        (((13, 18),), 1, 1),  # one word, one band
        (((13, 33),), 1, 1),  # two words side by side are one band
        (((13, 44),), 1, 0),  # the "567" at its end has no box: not marked at all
        (((13, 18), (36, 40)), 1, 2),  # apart: a band each
        (((13, 18),), 2, 0),  # another page
        (((PAGE := TEXT.index("Næste side"), PAGE + 5),), 2, 0),  # no boxes on that page
        ((), 1, 0),
    ],
)
def test_a_quote_is_marked_whole_or_not_at_all(spans: tuple[tuple[int, int], ...], page: int, count: int) -> None:
    assert len(marks_on(DOCUMENT, page, spans)) == count


def panel(spans: str, check: str | None = None, page: int | None = None) -> BeautifulSoup:
    html = source_panel.panel_html(DOCUMENT, ENTRY, source_panel.read_place(spans, check, page), picture=True)
    assert not re.search(r"[{}$`]", html)
    return BeautifulSoup(html, "html.parser")


def test_the_panel_shows_quote_figure_and_marks() -> None:
    shown = panel("13-33", answer_html.fingerprint([TEXT[13:33]]))
    assert shown.select_one("mark").text == TEXT[13:33]  # type: ignore[union-attr]
    assert "1.234 boliger · 2025 · Kalundborg" in shown.select_one("dl").text  # type: ignore[union-attr]
    assert texts.DEMO_NOTE in shown.text
    assert len(shown.select(".bl-mark")) == 1
    assert texts.MARKED in shown.text


def test_a_quote_without_a_place_is_text_and_said_so() -> None:
    start = TEXT.index("Næste")
    shown = panel(f"{start}-{len(TEXT)}")
    assert texts.NOT_MARKED in shown.text
    assert not shown.select(".bl-mark, script, img[onerror]")
    assert "window.hit=1" in shown.select_one("mark").text  # type: ignore[union-attr]


def test_a_place_in_a_document_that_has_changed_is_not_shown() -> None:
    shown = panel("13-33", answer_html.fingerprint(["noget, der stod der før"]))
    assert texts.CHANGED in shown.text
    assert not shown.select("mark, .bl-mark")


def test_turning_the_page_leaves_the_marks_behind() -> None:
    shown = panel("13-33", page=2)
    assert not shown.select(".bl-mark")
    assert texts.OTHER_PAGE.format(page=1) in shown.text


@pytest.mark.parametrize("spans", ["1", "a-b", "1-2-3", "-5", "²-³", "1-2;3-4", "9" * 60])
def test_a_broken_place_is_refused(spans: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        source_panel.read_place(spans, None, None)


# --- Tables, comparison, time line ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        ((figure("A", "1"), figure("A", "2", "Herning")), None),
        ((figure("A", "1"), figure("A", "2", "Herning", "2024")), texts.COMPARE_YEARS),
        ((figure("A", "1"), figure("A", "2", "Herning", certain=False)), texts.COMPARE_UNCERTAIN),
        ((figure("A", "1", period=None), figure("A", "2", "Herning", None)), texts.COMPARE_NO_YEAR),
        ((figure("A", "1"),), texts.COMPARE_MISSING),
        ((figure("A", "x"), figure("A", "2", "Herning")), texts.COMPARE_UNCERTAIN),  # no number
    ],
)
def test_only_comparable_figures_get_a_chart(figures: tuple[object, ...], reason: str | None) -> None:
    rows = compare.compare(figures, ["Kalundborg", "Herning"])  # type: ignore[arg-type]
    assert [row.reason for row in rows] == [reason]
    html = compare.comparison_html(rows, ["Kalundborg", "Herning"], {"ark": TEXT})
    assert ("bl-bar-line" in html) == (reason is None)


def test_figures_of_another_unit_are_not_set_against_each_other() -> None:
    other = figure("A", "2", "Herning")
    rows = compare.compare(
        (figure("A", "1"), type(other)(**{**_fields(other), "unit": "pct."})), ["Kalundborg", "Herning"]
    )
    assert all(None in row.figures for row in rows)


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}  # type: ignore[attr-defined]


def test_headings_meet_without_their_own_place_and_year() -> None:
    one = figure("A", "1", group="Boliger i Kalundborg Kommune, 2025")
    other = figure("A", "2", "Herning", "2024", group="Boliger i Herning Kommune, 2024")
    unlike = figure("A", "3", "Herning", "2024", group="Byggerier i Herning Kommune, 2024")
    rows = compare.compare((one, other, unlike), ["Kalundborg", "Herning"])
    assert [row.figures for row in rows] == [(one, other), (None, unlike)]
    assert rows[0].reason == texts.COMPARE_YEARS


def test_bars_stand_in_proportion() -> None:
    html = compare.comparison_html(compare.compare(FIGURES, ["Kalundborg", "Herning"]), ["Kalundborg", "Herning"], {})
    assert re.findall(r"width:([\d.]+)%", html) == [f"{100 * 1234 / 2234:.1f}", "100.0"]


def test_every_row_of_figures_leads_to_its_source() -> None:
    page = BeautifulSoup(tables.figures_html(FIGURES, {"ark": TEXT}), "html.parser")
    assert len(page.select("a[data-source]")) == len(page.select("tbody tr")) == len(FIGURES)
    assert "To tal står sammen." in page.text


@pytest.mark.parametrize(
    ("limits", "count"),
    [
        ({}, 5),
        ({"municipality": "Herning"}, 3),
        ({"search": "UNGDOM"}, 2),
        ({"period": "2024"}, 1),
        ({"whole_country": True}, 0),
    ],
)
def test_figures_are_found_by_every_limit(limits: dict[str, object], count: int) -> None:
    from tests.web_support import FakeLibrary

    assert len(find.find_figures(FakeLibrary().snapshot(), **limits)) == count  # type: ignore[arg-type]


def test_the_time_line_tells_goals_that_go_on_from_new_ones() -> None:
    periods = timeline.goals_by_period(COMMITMENTS)
    assert list(periods) == ["2024-2026", "2026-2028"]
    kin = {goal.text: timeline.kin(goal, periods["2024-2026"]) for goal in periods["2026-2028"]}
    assert kin["Robuste prøvebyer igen"] is not None
    assert kin["Noget helt andet"] is None


def test_the_time_line_escapes() -> None:
    assert "<script" not in timeline.timeline_html([commitment(HOSTILE, "2024-2026")], {})


# --- Downloads --------------------------------------------------------------------------------------------------------


def test_a_download_holds_the_answer_and_every_quote() -> None:
    shown = answer("Hvor mange?\x00")
    written = export.to_markdown(shown)
    word = "\n".join(one.text for one in read_word(io.BytesIO(export.to_word(shown))).paragraphs)
    for body in (written, word):
        assert "1.234 familieboliger" in body
        assert "ark" in body.lower()
        assert "window.hit=1" in body, "the second quote"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1"])
def test_no_cell_carries_a_formula(cell: str) -> None:
    assert export.to_csv(("a",), [(cell,)]).decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")


# --- What the browser keeps -------------------------------------------------------------------------------------------


def test_a_conversation_comes_back_as_it_was() -> None:
    answers = (answer("Et"), answer("To", status="partial"))
    assert conversation.answers_of(conversation.stored(answers)) == answers


@pytest.mark.parametrize("sent", [None, 7, "x", [None], [{"question": "x"}], {"0": {}}, [[[]]]])
def test_a_browser_may_send_anything(sent: object) -> None:
    assert conversation.answers_of(sent) == ()
    assert conversation.put_away(sent, sent) == []


@pytest.mark.parametrize(
    ("municipality", "period", "filters"),
    [
        (texts.EVERYWHERE, texts.EVERY_PERIOD, Filters()),
        ("Kalundborg", "2025", Filters(municipalities=("Kalundborg",), periods=("2025",))),
        (texts.WHOLE_COUNTRY, "", Filters(municipalities=(None,))),
        (None, 3, Filters()),
    ],
)
def test_choices_become_filters(municipality: object, period: object, filters: Filters) -> None:
    assert conversation.filters_of(municipality, period) == filters


def test_a_document_is_listed_with_what_it_is_and_lacks() -> None:
    html = documents_html.documents_html((ENTRY,))
    assert "1 læseproblem" in html
    assert texts.DEMO_TAG in html
    assert "<b>" not in html
    assert "&lt;sammen&gt;" in documents_html.problems_html(DOCUMENT)


def test_escaping_is_what_the_template_engine_needs() -> None:
    assert escape.text("{{a}} ${b} `c`") == "&#123;&#123;a&#125;&#125; &#36;&#123;b&#125; &#96;c&#96;"
