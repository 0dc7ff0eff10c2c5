"""What is done to every draft before it is checked: whose word it is, of which place, and ja or nej in front."""

import re
from dataclasses import replace

from assistant.compose.context import Context
from assistant.compose.doers import of_the_asked
from assistant.compose.nationwide import say_country
from assistant.compose.yesno import decide
from assistant.draft import Draft
from assistant.understand.query import Query

_MARKER = re.compile(r"\[(\d+)\]")


def finished(context: Context, query: Query, draft: Draft) -> Draft:
    """The draft as a reader is to have it."""
    return _renumbered(decide(context, query, say_country(context, query, of_the_asked(context, query, draft))))


def _renumbered(draft: Draft) -> Draft:
    """The draft with its markers counted from 1 again, where lines that held the first ones are gone."""
    used = dict.fromkeys(int(number) for number in _MARKER.findall("\n".join(draft.lines)))
    if not used or min(used) == 1:
        return draft
    new = {old: at for at, old in enumerate(sorted(used), 1)}
    draft.lines = [_MARKER.sub(lambda found: f"[{new[int(found[1])]}]", line) for line in draft.lines]
    draft.citations = [replace(c, marker=new[c.marker]) for c in draft.citations if c.marker in new]
    draft.figures = [replace(f, marker=new.get(f.marker) if f.marker else None) for f in draft.figures]
    return draft
