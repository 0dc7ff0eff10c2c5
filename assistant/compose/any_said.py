"""A key figure of any label, said in a sentence: as its sheet goes on from the number, or its label before it."""

import re

from assistant.compose.context import Context
from assistant.compose.figure import add_figure, cite, period_said, place_said, printed, shown
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import COUNTRY_STEMS, Card
from assistant.words import stems

BLANK = "…"
"""Where the number stood in a label that is a sentence."""
VERB = r"(?:er|har|blev|bliver|fik|kom|bor|deltog|flyttede|står)\b"
"""How a label goes on from its number."""


def said_of(context: Context, draft: Draft, card: Card) -> str:
    """The sentence, with its citation and its figure added to the draft."""
    figure = card.figure
    marker = cite(context, draft, card)
    add_figure(draft, card, marker)
    label = clean(figure.label)
    if BLANK in label:
        quote = clean(figure.quote)
        if len(quote) > len(label) // 2 and not re.search(r"\n\s*\n", figure.quote.strip()):
            return f"**{shown(context, card)}**: »{quote}« [{marker}]"
        # On a sheet the number stands apart from the sentence that it belongs in.
        before, _, after = label.partition(BLANK)
        told = bool(figure.unit) and after.strip().startswith(clean(figure.unit))
        value = printed(context, card) if told else shown(context, card)
        return f"{before}**{value}**{after.rstrip('.')}{place_said(card)}{period_said(figure)}. [{marker}]"
    if said := _as_told(context, card, label):
        period = "" if figure.period and figure.period in label else period_said(figure)
        return f"{said}{place_said(card)}{period}. [{marker}]"
    column = column_of(card)
    if column and set(stems(column)) <= COUNTRY_STEMS:
        label = f"{label} i {column[:1].lower()}{column[1:]}"
    elif column and not set(stems(column)) <= set(stems(label)) and not _names_place(card, column):
        label = f"{label}, {column[:1].lower()}{column[1:]}"
    # "Ældre- og handicapboliger": the first half of a compound is no unit.
    half = bool(figure.unit) and label.lower().startswith(f"{figure.unit.lower()}-")
    value = printed(context, card) if half else shown(context, card)
    return f"{label[:1].upper()}{label[1:]}: **{value}**{place_said(card)}{period_said(figure)}. [{marker}]"


def _as_told(context: Context, card: Card, label: str) -> str | None:
    """A number that its label goes on from, as the sheet says it: "85 fik økonomisk rådgivning"."""
    unit = clean(card.figure.unit)
    if unit and re.match(rf"{re.escape(unit)} (?:\w+ )*?{VERB}", label):
        return f"**{printed(context, card)}** {label}"
    goes_on = re.match(rf"(?:af|{VERB})\b", label)
    return f"**{shown(context, card)}** {label}" if goes_on else None


def _names_place(card: Card, column: str) -> bool:
    """Whether a column's head says but the place or the year, which is told anyway."""
    return column == card.figure.period or bool(card.place and card.place in column)


def column_of(card: Card) -> str:
    """The head of the column that a table's figure stands in; "" for any other figure."""
    heading, _, column = (card.figure.group or "").rpartition(" · ")
    return clean(column) if heading else ""
