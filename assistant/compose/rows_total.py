"""The rows of one chart added up, where all of them together are asked for: households by reason, homes by owner."""

import re
from fractions import Fraction

from assistant.answer import AnswerFigure
from assistant.compose.context import Context
from assistant.compose.figure import add_figure, cite, period_said, place_said, printed
from assistant.compose.figure_search import Found
from assistant.compose.numbers import danish, exact
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card
from assistant.understand.query import Query
from assistant.words import stems

_ALL = re.compile(
    r"\balle (?:\w+ )?(?:\w+ )?(?:tælles?|talt|lægges|lagt|regnes|regnet) (?:med|sammen)|\btilsammen\b|\bsammenlagt\b"
    r"|\blagt sammen\b|\bi alt\b|\bsamlet\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\bi alt\b|\bsamlet\b|\btotal", re.IGNORECASE)
_NO_COUNT = re.compile(r"pct|procent|%|kr|/|gennemsnit|median|m²|\bår\b|måned", re.IGNORECASE)


def answer_rows_total(context: Context, query: Query, found: Found) -> Draft | None:
    """The sum with its parts; None unless the rows are of one heading, place and year, and count one thing."""
    fitting = found.exact or found.parts
    if query.language != "da" or not _ALL.search(query.text) or not fitting or found.asked.kinds:
        return None
    rows = _rows(context, fitting[0])
    values = [exact(card.figure) for card in rows]
    if len(rows) < 2 or any(value is None for value in values) or _names_row(query, rows):
        return None
    total = sum((value for value in values if value is not None), Fraction(0))
    draft = Draft(longest=900)
    markers = [cite(context, draft, card) for card in rows]
    inputs = tuple(add_figure(draft, card, marker) for card, marker in zip(rows, markers, strict=True))
    figure, name = rows[0].figure, clean(rows[0].figure.group or "")
    draft.figures.append(
        AnswerFigure(name, str(total), figure.unit, figure.period, figure.municipality, None, True, inputs)
    )
    parts = " + ".join(
        f"{printed(context, card)} ({clean(card.figure.label)}) [{marker}]"
        for card, marker in zip(rows, markers, strict=True)
    )
    said = f"**{danish(total)} {clean(figure.unit)}**{place_said(rows[0])}{period_said(figure)}"
    draft.lines.append(f"{name}: {said} – lagt sammen af {parts}.")
    return draft


def _rows(context: Context, first: Card) -> list[Card]:
    """Every row of the figure's heading; none where one can't be read, is a total, or counts something else."""
    figure = first.figure
    own = [
        card
        for card in context.cards
        if card.figure.document == figure.document and card.figure.group == figure.group and card.place == first.place
    ]
    alike = all(
        card.figure.certain
        and card.figure.unit == figure.unit
        and card.figure.period == figure.period
        and not card.figure.qualifier
        and "…" not in card.figure.label
        for card in own
    )
    labels = {clean(card.figure.label).lower() for card in own}
    whole = not figure.group or not figure.unit or _NO_COUNT.search(figure.unit) or any(map(_TOTAL.search, labels))
    return own if alike and not whole and len(labels) == len(own) else []


def _names_row(query: Query, rows: list[Card]) -> bool:
    """Whether the question names one of the rows."""
    said = set(stems(query.text))
    return any(set(stems(card.figure.label)) & said for card in rows)
