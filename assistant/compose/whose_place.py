"""What a question asks of one municipality is not told by what the whole sector plans or does."""

import re

from assistant.compose.context import Context
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.words import stems

_IN_ALL = r"(?:i alt|alt i alt|tilsammen|til sammen|sammenlagt|samlet|under ét)"
_POPULATION = re.compile(
    r"\bhvor mange (?:indbyggere|borgere|mennesker|personer|folk) (?:er|bor|lever|findes|har) (?:så |der )*"
    rf"(?:{_IN_ALL} )?(?:i )?[\w-]+(?:(?:,| og|,? samt)(?: i)? [\w-]+)*(?: kommuner?)?(?: {_IN_ALL})?\W*$",
    re.IGNORECASE,
)


def asks_population(query: Query) -> bool:
    """Whether it is asked how many people a municipality has, whoever they rent from."""
    return bool(query.places and _POPULATION.search(query.text))


def tells_of_elsewhere(context: Context, query: Query, draft: Draft) -> bool:
    """Whether a quoted answer to a question about a municipality comes from no document or sentence about it."""
    owners = "|".join(re.escape(place) for place in query.places)
    if not owners or not re.search(rf"\b(?:{owners})(?:s\b|'s\b| kommunes?\b)", query.text, re.IGNORECASE):
        return False
    if not draft.citations or draft.figures or draft.status == "not_found":
        return False
    for citation in draft.citations:
        said = set(stems(f"{citation.quote} {citation.title} {citation.section or ''}"))
        own = context.entries[citation.document].info.municipality
        if own in query.places or any(set(stems(place)) <= said for place in query.places):
            return False
    return True
