"""What is left of a whole when a part is taken away: "118 af de 183 stemmer", and how many went to the others."""

import re
from fractions import Fraction

from assistant.answer import AnswerFigure
from assistant.compose.context import SAME_COUNT, Context
from assistant.compose.english import english_value
from assistant.compose.figure import add_figure, cite
from assistant.compose.figure_search import of_place_and_period
from assistant.compose.numbers import danish, exact
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.figures import Card
from assistant.score import term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_OTHERS = re.compile(
    r"\b(?:de(?:n)? (?:andre|øvrige|resterende|tilbageværende)|resten|andre\b[^?]{0,30}\bend|ikke|uden for|foruden)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bhver(?:t|især)?\b|\bhvilke[nt]?\b|\bhvem\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:ud )?af\s+(?:(?:de|i alt|alle|samtlige|afgivne)\s+)*")
"""What stands between a part and its whole."""
_MET = 0.6
"""Share of the question's weight that the sentence must meet; names must all stand there."""
_OTHER_WORDS = frozenset(stems("andre øvrige resterende resten anden gik gå fik få"))


def answer_rest(context: Context, query: Query) -> Draft | None:
    """The whole less the part, computed; None when no sentence has both."""
    if not query.counted or query.wants("share", "money", "difference"):
        return None
    if not (_OTHERS.search(query.text) or (query.language == "en" and re.search(r"\bandre\b", query.text))):
        return None
    for whole in context.cards:
        if not (whole.figure.certain and of_place_and_period(whole, query) and _counts(context, query, whole)):
            continue
        if query.documents and whole.figure.document not in query.documents:
            continue
        unit = context.unit_at(whole.figure.document, whole.figure.spans[0][0])
        part = _part_of(context, whole) if unit is not None and _is_about(context, query, unit) else None
        if part is None:
            continue
        if _EACH.search(query.text):
            return refuse(context, query, [])  # the others' together, not each one's
        if draft := _said(context, query, whole, part):
            return draft
    return None


def _counts(context: Context, query: Query, card: Card) -> bool:
    unit = frozenset(stems(card.figure.unit))
    return any(unit & context.ways_of((stem,), SAME_COUNT) for stem in query.counted)


def _part_of(context: Context, whole: Card) -> Card | None:
    """The figure right before: its span, "af", and the whole's span."""
    text = context.text_of(whole.figure.document)
    start = whole.figure.spans[0][0]
    for card in context.cards:
        if card.figure.document == whole.figure.document and card.figure.certain:
            end = card.figure.spans[0][1]
            if end < start and _BETWEEN.fullmatch(text, end, start):
                return card
    return None


def _is_about(context: Context, query: Query, unit: Unit) -> bool:
    total = met = 0.0
    for term in query.terms:
        if term.kind in ("soft", "number") or set(term.stems) <= _OTHER_WORDS:
            continue
        here = any(set(way.stems) <= unit.stems for way in context.lexicon.ways(term.stems))
        if term.kind == "name" and not here:
            return False
        weight = term_weight(term, context.lexicon)
        total += weight
        met += weight * here
    return total > 0 and met >= _MET * total


def _said(context: Context, query: Query, whole: Card, part: Card) -> Draft | None:
    values = exact(whole.figure), exact(part.figure)
    if values[0] is None or values[1] is None or values[0] <= values[1]:
        return None
    rest: Fraction = values[0] - values[1]
    draft = Draft(longest=700)
    marker = cite(context, draft, whole)
    inputs = tuple(add_figure(draft, card, marker) for card in (whole, part))
    unit = clean(whole.figure.unit)
    draft.figures.append(
        AnswerFigure(f"resten af {unit}", str(rest), unit, whole.figure.period, None, None, True, inputs)
    )
    numbers = [danish(number) for number in (rest, *values) if number is not None]
    if query.language == "en":
        left, all_, taken = map(english_value, numbers)
        draft.lines.append(f"**{left}**: {all_} in total less {taken} (computed). [{marker}]")
    else:
        draft.lines.append(f"**{numbers[0]}** {unit}: {numbers[1]} i alt minus {numbers[2]} (beregnet). [{marker}]")
    return draft
