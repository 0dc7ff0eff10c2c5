"""A number of the whole country, told where a municipality was asked for, is said to be that."""

import re

from assistant import texts
from assistant.compose.context import Context
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.units import Unit

_SAYS_SO = re.compile(r"\b(?:hele landet|landet over|landsplan|danmark|danske|landets)\b", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:\*\*[^*]+\*\*: )?».*« \[(?P<marker>\d+)\]$")


def tells_of_country(context: Context, query: Query, unit: Unit) -> bool:
    """Whether a municipality is asked for and the sentence's numbers are of the whole country, in its own document."""
    if not query.places or context.entries[unit.document].info.municipality is None or _SAYS_SO.search(unit.text):
        return False
    own = [c for c in context.cards if c.figure.document == unit.document and _within(c.figure.spans[0][0], unit)]
    return bool(own) and all(card.place is None for card in own)


def _within(offset: int, unit: Unit) -> bool:
    return any(start <= offset < end for start, end in unit.spans)


def say_country(context: Context, query: Query, draft: Draft) -> Draft:
    """The draft with "For hele landet" before each quote that tells of it."""
    if query.language != "da" or draft.status != "answered":
        return draft
    for at, line in enumerate(draft.lines):
        quoted = _QUOTED.match(line)
        place = next((c for c in draft.citations if quoted and c.marker == int(quoted["marker"])), None)
        unit = context.unit_at(place.document, (place.start + place.end) // 2) if place else None
        if unit is not None and tells_of_country(context, query, unit):
            draft.lines[at] = f"{texts.FOR_COUNTRY}{line}"
    return draft
