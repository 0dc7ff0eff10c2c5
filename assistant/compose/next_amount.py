"""An amount that stands in a sentence after the one that names its matter, and leans on it."""

import re

from assistant.choose import ENOUGH
from assistant.compose.context import Context
from assistant.compose.limits import asks_rank, of_other_rank
from assistant.compose.quoting import quote_answer
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.held import names_met
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit

_LOOKED_AT, _BEHIND = 2, 3
"""Sentences that may name the matter, and how many after each may give the amount."""
_SAID, _ALL, _ALL_OF_PART = 0.6, 0.8, 0.65
"""How surely a word is said, and the share of the question's weight that both sentences must say together; less where
the second names the part asked for ("i første omgang")."""
_POINTS = re.compile(r"^(?:\w+ ){0,3}?(?:det|dette|den|denne|heraf|deraf|i første omgang)\b", re.IGNORECASE)
"""How a sentence begins that tells more of the one before: "Samlet set betyder det …"."""


def answer_next_amount(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The one amount in the sentences that lean on the one about the matter; None where that holds it itself."""
    if not query.wants("number", "money") or query.wants("compare", "difference", "sum", "date", "person", "reason"):
        return None
    for told in ranked[:_LOOKED_AT]:
        if told.coverage < ENOUGH or not names_met(query, told) or is_fragment(told.unit):
            continue
        if context.best_number(query, told.unit) and not of_other_rank(query.text, told.unit.text):
            return None
        after = [unit for unit in _following(context, told.unit) if context.best_number(query, unit)]
        found = [unit for unit in after if _is_of(context, query, told, unit)]
        if len(found) == 1:
            by_number = {match.unit.number: match for match in ranked}
            amount = by_number.get(found[0].number) or context.plain_match(query, found[0])
            return quote_answer(context, query, [amount, told])
    return None


def _following(context: Context, unit: Unit) -> list[Unit]:
    """The next sentences of the same passage."""
    after = context.units.all[unit.number + 1 : unit.number + 1 + _BEHIND]
    return [u for u in after if u.group == unit.group and u.passage.kind == "prose" and not is_fragment(u)]


def _is_of(context: Context, query: Query, told: Match, unit: Unit) -> bool:
    """Whether a sentence leans on the one told, says a thing asked that it does not, and both say all of it."""
    if not _POINTS.search(unit.text) or of_other_rank(query.text, unit.text):
        return False
    amount = context.plain_match(query, unit)
    total = said = new = 0.0
    for term, first, second in zip(
        query.terms, own_met(context, query, told), own_met(context, query, amount), strict=True
    ):
        if term.kind in ("soft", "number"):
            continue
        weight = term_weight(term, context.lexicon)
        total += weight
        said += weight * (max(first, second) >= _SAID)
        new = max(new, weight * (second >= _SAID > first))
    if asks_rank(query.text):
        return said >= _ALL_OF_PART * total > 0
    return said >= _ALL * total and new > 0
