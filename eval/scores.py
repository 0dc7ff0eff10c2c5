"""Scorers without a judge: pure functions of case, answer and sources; None is "not applicable", never zero."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from assistant.answer import Answer, AnswerFigure
from eval.contract import is_verbatim, judge
from eval.matching import folded, holds_any
from eval.sets import Case, ExpectedFigure
from eval.sources import Sources, letters
from eval.statements import Statement, names, number_value, numbers, statements

LIST_KINDS = {"list", "goal", "commitment", "table", "timeline", "collaboration"}

Score = float | None
Scorer = Callable[[Case, Answer, Sources], Score]


def right(case: Case, answer: Answer, sources: Sources) -> Score:
    """1 when status, must, must_not, docs, length and verbatim quotes all hold, else 0."""
    return float(judge(case, answer, sources).right)


def page_right(case: Case, answer: Answer, sources: Sources) -> Score:
    """1 when a citation (of an expected document, if named) is on the case's page; n/a when it names none."""
    if case.page is None:
        return None
    return float(any(c.page == case.page for c in answer.citations if not case.docs or c.document in case.docs))


def section_right(case: Case, answer: Answer, sources: Sources) -> Score:
    """1 when a citation's section holds the case's section; n/a when it names none."""
    if not case.section:
        return None
    wanted = folded(case.section).strip()
    return float(any(wanted in folded(citation.section or "") for citation in answer.citations))


def quotes_found(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of the case's quotes whose letters stand in one citation's; n/a when it names none."""
    if not case.quotes:
        return None
    cited = [letters(citation.quote) for citation in answer.citations]
    return _share(any(letters(quote) in text for text in cited) for quote in case.quotes)


def figures_exact(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of the case's figures that are among the answer's, as precisely as named; n/a when it names none."""
    if not case.figures:
        return None
    return _share(any(_same_figure(wanted, figure) for figure in answer.figures) for wanted in case.figures)


def list_complete(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of the `must` groups found in the answer, for kinds that ask for several things; n/a below two groups."""
    if case.kind not in LIST_KINDS or len(case.must) < 2:
        return None
    text = folded(answer.answer)
    return _share(holds_any(text, group) for group in case.must)


def citation_precision(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of citations that are verbatim, of an expected document and about their statement; n/a without any."""
    if not answer.citations:
        return None
    said = statements(answer.answer)
    quoted: dict[int, str] = {}
    for citation in answer.citations:  # the value, unit and label of a tile are spans of one marker
        quoted[citation.marker] = f"{quoted.get(citation.marker, '')}\n{citation.quote}"
    return _share(
        is_verbatim(citation, sources)
        and (not case.docs or citation.document in case.docs)
        and any(_share_a_word(s.text, quoted[citation.marker]) for s in said if citation.marker in s.markers)
        for citation in answer.citations
    )


def citation_recall(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of statements that carry a marker; one in a `partial` answer needs none; n/a for refusals."""
    if answer.status not in {"answered", "partial"}:
        return None
    known = {citation.marker for citation in answer.citations}
    said = [statement for statement in statements(answer.answer) if not statement.heading]
    proved = sum(1 for statement in said if known & set(statement.markers))
    free = 1 if answer.status == "partial" and proved < len(said) else 0
    return proved / max(len(said) - free, 1)


def unsupported_numbers(case: Case, answer: Answer, sources: Sources) -> Score:
    """Count of numbers neither derived nor in what their statement cites (quote, title, period); n/a without any."""
    derived = {_exact(figure.value) for figure in answer.figures if figure.derived and figure.inputs}
    asked = set(numbers(answer.standalone_question)) if answer.status != "answered" else set()
    seen = wrong = 0
    for statement in statements(answer.answer):
        allowed = derived | asked | set(numbers(_support(statement, answer, sources)))
        found = numbers(statement.text)
        seen += len(found)
        wrong += sum(1 for number in found if number not in allowed)
    return float(wrong) if seen else None


def unsupported_names(case: Case, answer: Answer, sources: Sources) -> Score:
    """Count of capital words neither in what is cited nor in the question; n/a in English and without such words."""
    if case.kind == "english":
        return None
    found = [name for statement in statements(answer.answer) for name in names(statement.text)]
    if not found:
        return None
    everything = Statement("", tuple(citation.marker for citation in answer.citations))
    support = letters(f"{_support(everything, answer, sources)} {answer.question} {answer.standalone_question}")
    return float(sum(1 for name in found if letters(name.removesuffix("s")) not in support))


def answer_length(case: Case, answer: Answer, sources: Sources) -> Score:
    """Characters of the answer."""
    return float(len(answer.answer))


def false_answer(case: Case, answer: Answer, sources: Sources) -> Score:
    """1 when an unanswerable question was answered, in part or whole; n/a for answerable ones."""
    return None if case.answerable else float(answer.status in {"answered", "partial"})


def refusal_precision(case: Case, answer: Answer, sources: Sources) -> Score:
    """Of the answers that say `not_found`: 1 when the case is unanswerable, else 0; n/a for every other answer."""
    return None if answer.status != "not_found" else float(not case.answerable)


def refusal_recall(case: Case, answer: Answer, sources: Sources) -> Score:
    """Of the unanswerable cases: 1 when the answer says `not_found`, else 0; n/a for answerable ones."""
    return None if case.answerable else float(answer.status == "not_found")


def verbatim(case: Case, answer: Answer, sources: Sources) -> Score:
    """Share of citations that are verbatim; n/a without citations."""
    return _share(is_verbatim(citation, sources) for citation in answer.citations) if answer.citations else None


SCORERS: dict[str, Scorer] = {
    scorer.__name__: scorer
    for scorer in (
        right, page_right, section_right, quotes_found, figures_exact, list_complete, citation_precision,
        citation_recall, verbatim, unsupported_numbers, unsupported_names, false_answer, refusal_precision,
        refusal_recall, answer_length,
    )
}  # fmt: skip
"""By name, in the order they are shown."""

COUNTS = {"unsupported_numbers", "unsupported_names", "answer_length"}
"""Scores that are a number of things; every other one is a share between 0 and 1."""


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found)


def _same_figure(wanted: ExpectedFigure, figure: AnswerFigure) -> bool:
    value = _exact(figure.value)
    return (
        value is not None
        and value == (_exact(wanted.value) if "/" in wanted.value else number_value(wanted.value))
        and all(
            not asked or folded(asked) == folded(given or "")
            for asked, given in (
                (wanted.unit, figure.unit),
                (wanted.period, figure.period),
                (wanted.municipality, figure.municipality),
            )
        )
    )


def _exact(value: str) -> Fraction | None:
    """A figure's value as the contract writes it ("3372", "0.5", "2/3"), None where it is no number."""
    try:
        return Fraction(value)
    except (ValueError, ZeroDivisionError):
        return None


def _share_a_word(said: str, quote: str) -> bool:
    said_words, quote_words = (set(re.findall(r"[^\W\d_]{5,}", text.casefold())) for text in (said, quote))
    return bool(said_words & quote_words or set(numbers(said)) & set(numbers(quote)))


def _support(statement: Statement, answer: Answer, sources: Sources) -> str:
    """All that may prove a statement: its citations' quotes and sections, and what their documents say they are."""
    citations = [c for c in answer.citations if not statement.markers or c.marker in statement.markers]
    infos = [info for c in citations if (info := sources.info(c.document))]
    own = [f"{i.title} {i.period or ''} {i.year or ''} {i.municipality or ''} {i.publisher or ''}" for i in infos]
    return "\n".join([c.quote for c in citations] + [c.section or "" for c in citations] + own)
