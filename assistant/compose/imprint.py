"""When a document was issued, and by whom: from the line in which it says so itself."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_ASKS = re.compile(
    r"\b(?:udgiv\w*|udgav|udkom\w*|udsendt\w*|udsende\w*|offentliggjort|offentliggøre\w*|offentliggjorde|publicere\w*)\b"
    r"|\b(?:kom|kommet|sendt) (?:\w+ ){0,3}(?:ud|på gaden)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:udgiv(?:et|er|else)|udgave|udsendt|offentliggjort|publiceret)\b|©", re.IGNORECASE)
_ITSELF = frozenset(
    stems(
        "hæfte hæftet pjece pjecen folder folderen publikation publikationen udgivelse udgivelsen program programmet "
        "mål målene rapport rapporten dokument dokumentet beretning beretningen skrift skriftet udgave udgaven tryksag "
        "står stod bag gaden"
    )
)
"""What a document may be called, and what is said of its issuing."""
_LONGEST = 30
"""Words of a line that is an imprint."""


def answer_imprint(context: Context, query: Query) -> Draft | None:
    """The imprint of the one document that is bound; None when it has none, or something in it is asked about."""
    if len(query.documents) != 1 or not query.wants("date", "person") or not _ASKS.search(query.text):
        return None
    about = (t for t in query.terms if t.kind != "soft" and not t.verb and not _ASKS.search(t.text))
    if any(not set(term.stems) <= _ITSELF for term in about):
        return None
    own = [u for u in context.units.all if u.document == query.documents[0] and _is_imprint(query, u)]
    if len(own) != 1:
        # What else is told to have come out is not the document it is told in; who issues it is known without a line.
        return refuse(context, query, []) if query.wants("date") else None
    draft = Draft(longest=700)
    marker = context.citer.cite_unit(draft, own[0])
    dates = answers.dates(own[0].text)
    lead = dates[0].text if query.wants("date") and len(dates) == 1 else ""
    quote = f"»{clean(own[0].text)}« [{marker}]"
    draft.lines.append(f"**{lead[:1].upper()}{lead[1:]}**: {quote}" if lead else quote)
    return draft


def _is_imprint(query: Query, unit: Unit) -> bool:
    """Whether a short line says that the document was issued, with the date or the publisher that is asked for."""
    if not _SAID.search(unit.text) or len(unit.tokens) > _LONGEST:
        return False
    return (not query.wants("date") or bool(answers.dates(unit.text))) and (
        not query.wants("person") or bool(re.search(r"\b(?:af|©) ?[A-ZÆØÅ]", unit.text))
    )
