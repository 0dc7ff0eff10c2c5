"""Whether there are more or fewer than a number: by the number that the documents give for just that, or not at all."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Conversation
from assistant.compose.context import Context
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.understand.threshold import threshold_of
from assistant.understand.understand import understand

_BOLD = re.compile(r"\*\*(?P<value>[^*]+)\*\*")


def answer_against(context: Context, query: Query, answer: Callable[[Query], Draft]) -> Draft | None:
    """Ja or nej and the number itself; a refusal where no number of it is told, None where no limit is asked about."""
    limit = threshold_of(query.text) if query.language == "da" else None
    if limit is None:
        return None
    one = understand(limit.question, Conversation(), context.snapshot.documents, context.lexicon)
    bound = query.places or query.documents or query.periods
    if bound and not (one.places or one.documents or one.periods):  # what the conversation named
        one = replace(one, places=query.places, documents=query.documents, periods=query.periods)
    draft = answer(one)
    if draft.status == "unclear_source":
        return draft
    if limit.is_part and draft.status != "answered":
        return None  # a part may be told by two numbers
    told = [found["value"] for line in draft.lines for found in _BOLD.finditer(line)]
    if draft.status != "answered" or len(told) != 1:
        return refuse(context, query, [])
    if said := limit.verdict(told[0]):
        draft.lines[0] = f"{said}. {draft.lines[0]}"
    return draft
