"""An Answer as HTML: status by word and shape, numbered sources, its figures, and what to ask next."""

import hashlib
import json
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote as url_quote
from urllib.parse import urlencode

from assistant import markdown
from assistant.answer import Answer, AnswerFigure, Citation
from ingest.document import Span
from web import escape, texts

SNIPPET = 220


def turn_html(answer: Answer, position: int, *, feedback: bool, limits: str | None = None) -> str:
    """One question and its answer. `position` is its 0-based place in the conversation."""
    data = escape.text(json.dumps(answer.to_json(), ensure_ascii=False))
    return (
        f'<article class="bl-turn" data-turn="{position}" data-answer="{data}" aria-labelledby="bl-q{position}">'
        f"{question_html(answer.question, position)}{_understood(answer)}"
        f'<div class="bl-answer bl-{answer.status}">{_badge(answer, limits)}'
        f"{_said(answer)}"
        f"{_help(answer)}{_notice(answer)}{_sources(answer.citations)}{_figures(answer.figures)}"
        f"{_tools(answer)}{_feedback(position) if feedback else ''}</div>{_suggestions(answer.suggestions)}</article>"
    )


def pending_html(question: str, position: int, documents: int) -> str:
    """The question while its answer is being found."""
    line = escape.text(texts.SEARCHING.format(count=documents))
    return (
        f'<article class="bl-turn bl-pending" aria-busy="true">{question_html(question, position)}'
        f'<p class="bl-searching"><span class="bl-dots" aria-hidden="true"></span>{line}</p></article>'
    )


def growing_html(answer: Answer, position: int) -> str:
    """The question with what is proved of its answer so far; its sources come with the whole."""
    return (
        f'<article class="bl-turn bl-pending" aria-busy="true">{question_html(answer.question, position)}'
        f'<div class="bl-answer">{_said(answer)}'
        f'<p class="bl-searching"><span class="bl-dots" aria-hidden="true"></span>{texts.GROWING}</p></div></article>'
    )


def error_html(question: str, position: int, message: str) -> str:
    """The question with why there is no answer."""
    return (
        f'<article class="bl-turn">{question_html(question, position) if question else ""}'
        f'<div class="bl-answer bl-error" role="alert"><p>{escape.text(message)}</p></div></article>'
    )


def question_html(question: str, position: int) -> str:
    shown = question if len(question) <= 300 else f"{question[:300]}…"
    return (
        f'<h2 class="bl-question" id="bl-q{position}"><span class="bl-sr">{texts.YOU_ASKED} </span>'
        f"{escape.foreign(shown)}</h2>"
    )


def source_url(citations: Sequence[Citation]) -> str:
    """Where the source of a marker is shown."""
    first = citations[0]
    spans = [(citation.start, citation.end) for citation in citations]
    return _url(first.document, first.page, spans, [citation.quote for citation in citations])


def place_url(document: str, page: int | None, spans: Sequence[Span], text: str) -> str:
    """Where places of a document are shown; `text` is its stored text."""
    return _url(document, page, spans, [text[start:end] for start, end in spans])


def _url(document: str, page: int | None, spans: Sequence[Span], quotes: Sequence[str]) -> str:
    """The check tells later whether the document still says the same there."""
    query = {"spans": ",".join(f"{start}-{end}" for start, end in spans), "check": fingerprint(quotes)}
    if page is not None:
        query["page"] = str(page)
    return f"kilde/{url_quote(document, safe='')}?{urlencode(query)}"


def fingerprint(quotes: Sequence[str]) -> str:
    """A short sum of quotes, to notice that a document has changed under a link."""
    return hashlib.sha256("\x1f".join(quotes).encode()).hexdigest()[:12]


def page_word(page: int | None) -> str:
    return f", {texts.PAGE.format(page=page)}" if page is not None else ""


def by_marker(citations: Sequence[Citation]) -> list[tuple[int, list[Citation]]]:
    """Citations of one marker together; a marker over several documents is cut at the document."""
    ordered = sorted(citations, key=lambda citation: citation.marker)
    return [
        (marker, list(group))
        for (marker, _), group in groupby(ordered, key=lambda citation: (citation.marker, citation.document))
    ]


def _said(answer: Answer) -> str:
    return f'<div class="bl-text">{markdown.to_html(answer.answer, _marker(answer), escape.text)}</div>'


def _marker(answer: Answer) -> markdown.MarkerHtml:
    links = dict(reversed(by_marker(answer.citations)))

    def link(marker: int) -> str:
        if marker not in links:
            return f"[{marker}]"
        first = links[marker][0]
        label = texts.SOURCE_N.format(marker=marker, title=first.title, page=page_word(first.page))
        return (
            f'<a class="bl-marker" href="{escape.text(source_url(links[marker]))}" data-source="{marker}" '
            f'aria-label="{escape.text(label)}">{marker}</a>'
        )

    return link


def _understood(answer: Answer) -> str:
    same = "".join(answer.standalone_question.split()).casefold() == "".join(answer.question.split()).casefold()
    if same or not answer.standalone_question or len(answer.standalone_question) > 400:
        return ""
    return f'<p class="bl-understood">{texts.UNDERSTOOD} {escape.foreign(answer.standalone_question)}</p>'


def _badge(answer: Answer, limits: str | None) -> str:
    shape, words = texts.STATUS[answer.status]
    limited = f'<span class="bl-limits">{escape.text(limits)}</span>' if limits else ""
    return (
        f'<p class="bl-badge"><span class="bl-shape" aria-hidden="true">{shape}</span>'
        f"<strong>{words}</strong>{limited}</p>"
    )


def _help(answer: Answer) -> str:
    explained = texts.STATUS_HELP[answer.status]
    return f'<p class="bl-help">{explained}</p>' if explained else ""


def _notice(answer: Answer) -> str:
    lines = [answer.notice] if answer.notice else []
    if answer.mode == "llm":
        lines.append(texts.MODE_LLM.format(model=answer.model or "?"))
    return "".join(f'<p class="bl-notice">{escape.text(line)}</p>' for line in lines)


def _sources(citations: Sequence[Citation]) -> str:
    if not citations:
        return ""
    items = []
    for marker, group in by_marker(citations):
        first = group[0]
        section = f' <span class="bl-section">{escape.foreign(first.section)}</span>' if first.section else ""
        quote = " … ".join(" ".join(citation.quote.split()) for citation in apart(group))
        snippet = quote if len(quote) <= SNIPPET else f"{quote[:SNIPPET]}…"
        items.append(
            f'<li><a class="bl-source" href="{escape.text(source_url(group))}" data-source="{marker}">'
            f'<span class="bl-marker" aria-hidden="true">{marker}</span>'
            f'<span><span class="bl-sr">{texts.OPEN_SOURCE.format(marker=marker)}: </span>'
            f"<strong>{escape.foreign(first.title)}</strong>{page_word(first.page)}{section}"
            f'<q class="bl-snippet">{escape.foreign(snippet)}</q></span></a></li>'
        )
    return f'<h3 class="bl-small">{texts.SOURCES}</h3><ol class="bl-sources">{"".join(items)}</ol>'


def apart(group: Sequence[Citation]) -> list[Citation]:
    """In reading order, without those that stand inside another one of the group."""
    return [
        one
        for one in sorted(group, key=lambda citation: (citation.start, citation.end))
        if not any(
            other.start <= one.start and one.end <= other.end and (other.end - other.start) > (one.end - one.start)
            for other in group
        )
    ]


def _figures(figures: Sequence[AnswerFigure]) -> str:
    if not figures:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in texts.FIGURE_HEADER)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{escape.foreign(cell)}</td>"
            for cell in (
                figure.label,
                f"{danish_number(figure.value)} {figure.unit}".strip(),
                figure.period or "–",
                figure.municipality or texts.WHOLE_COUNTRY,
                _how(figure, figures),
            )
        )
        + "</tr>"
        for figure in figures
    )
    return (
        f'<details class="bl-figures"><summary>{texts.FIGURES_IN_ANSWER}</summary><div class="bl-scroll" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def _how(figure: AnswerFigure, figures: Sequence[AnswerFigure]) -> str:
    if not figure.certain:
        return texts.UNCERTAIN
    if not figure.derived:
        return texts.READ_DIRECTLY
    inputs = [figures[i] for i in figure.inputs if 0 <= i < len(figures)]
    return texts.DERIVED_FROM.format(inputs=" · ".join(f"{one.label} {danish_number(one.value)}" for one in inputs))


def danish_number(value: str) -> str:
    """ "3372" → "3.372", "0.5" → "0,5"; anything else as it is."""
    whole, dot, decimals = value.partition(".")
    if not whole.lstrip("-").isdigit() or (dot and not decimals.isdigit()):
        return value
    grouped = f"{int(whole):,}".replace(",", ".") if len(whole.lstrip("-")) > 3 else whole
    return grouped + (f",{decimals}" if dot else "")


def _tools(answer: Answer) -> str:
    link = f"?{urlencode({'q': answer.question})}"
    return (
        f'<div class="bl-tools" role="group" aria-label="{texts.TOOLS}">'
        f'<button type="button" data-act="copy">{texts.COPY}</button>'
        f'<button type="button" data-act="edit">{texts.EDIT}</button>'
        f'<details class="bl-more"><summary>{texts.SAVE_AND_SHARE}</summary><div class="bl-more-open">'
        f'<button type="button" data-act="download" data-format="docx">{texts.DOWNLOAD_WORD}</button>'
        f'<button type="button" data-act="download" data-format="md">{texts.DOWNLOAD_MARKDOWN}</button>'
        f'<button type="button" data-act="link" data-link="{escape.text(link)}">{texts.LINK}</button>'
        "</div></details></div>"
    )


def _feedback(position: int) -> str:
    return (
        f'<div class="bl-feedback" role="group" aria-label="{texts.FEEDBACK}"><span>{texts.FEEDBACK}</span>'
        f'<button type="button" data-act="good" aria-pressed="false">{texts.GOOD}</button>'
        f'<button type="button" data-act="bad" aria-pressed="false" aria-expanded="false">{texts.BAD}</button>'
        '<div class="bl-feedback-more" hidden>'
        f'<label>{texts.COMMENT}<textarea id="bl-comment{position}" rows="2" maxlength="2000"></textarea></label>'
        f'<label>{texts.RIGHT_ANSWER}<textarea id="bl-right{position}" rows="2" maxlength="4000"></textarea></label>'
        f'<button type="button" data-act="send-feedback">{texts.SEND}</button></div>'
        '<span class="bl-saved" role="status"></span></div>'
    )


def _suggestions(suggestions: Sequence[str]) -> str:
    if not suggestions:
        return ""
    buttons = "".join(ask_button(suggestion) for suggestion in suggestions[:4])
    return f'<div class="bl-suggestions"><h3 class="bl-small">{texts.SUGGESTIONS}</h3>{buttons}</div>'


def ask_button(question: str) -> str:
    """A button that asks the question it shows."""
    return (
        f'<button type="button" class="bl-ask" data-ask="{escape.text(question)}">{escape.foreign(question)}</button>'
    )
