"""Which of the sentences chosen with the first one are about the matter too: one right quote is better than three."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.figures import COUNTRY_STEMS
from assistant.find import LEANS, own_met
from assistant.held import TYPES
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit

_CORE = 0.5
"""What a word weighs beside the weightiest one to be a core word of the question."""
_SAID = 0.7
_OPEN = ("explain", "reason", "effect", "list", "timeline", "definition")
"""What is asked for where the next sentence of the same passage is still the answer."""
_ADDS = re.compile(r"(?:Dertil|Derudover|Herudover|Desuden|Samtidig)\b")
"""How a sentence begins that stands beside the one before it, and does not go on about the same."""
ARTICLE = re.compile(r"(?:De|Den|Det) (?!skal|kan|vil|må|var|kom|blev|fik|gik|stod|tog|gav|lå|\w+[rs]\b)")
"""An article, and no word for what was told before: "De nordiske organisationer", not "De drives"."""
_TAIL = 4
"""Letters of a word that can stand for a longer one: "fonden" for "Landsbyggefonden"."""


def to_the_point(context: Context, query: Query, chosen: list[Match]) -> list[Match]:
    """The first sentence and those that say a core word of the question themselves, or go on from one that is kept."""
    core = _core(context, query)
    kept = chosen[:1]
    open_asks = [
        ask for ask in (*TYPES, "reason") if query.wants(ask) and not _holds(context, query, kept[0].unit, ask)
    ]
    for match in chosen[1:]:
        own = own_met(context, query, match)
        held = [ask for ask in open_asks if _holds(context, query, match.unit, ask)]
        more = not query.wants("yesno") or match.unit.passage.section == kept[0].unit.passage.section
        said = [
            more and own[i] >= _SAID and not (query.wants("yesno") and _said_by(context, query, kept, i)) for i in core
        ]
        if (
            held
            or any(said)
            or _is_item(kept[0], match)
            or _leads_in(kept[0], match)
            or _goes_on(query, kept, match)
            or _says_more(query, kept, match)
        ):
            kept.append(match)
            open_asks = [ask for ask in open_asks if ask not in held]
    return kept


def _core(context: Context, query: Query) -> list[int]:
    """Places of the terms that the question is about: its weightiest things and names."""
    weights = [
        term_weight(term, context.lexicon)
        if term.kind in ("word", "name") and not set(term.stems) <= COUNTRY_STEMS
        else 0.0
        for term in query.terms
    ]
    top = max(weights, default=0.0)
    return [i for i, weight in enumerate(weights) if weight and weight >= _CORE * top]


def _said_by(context: Context, query: Query, kept: list[Match], term: int) -> bool:
    """Whether a kept sentence says the word already: more of the same decides nothing."""
    return any(own_met(context, query, match)[term] >= _SAID for match in kept)


def holds_asked(context: Context, query: Query, unit: Unit, ask: str) -> bool:
    """Whether a sentence holds what is asked for; of numbers, the one that counts what the question counts."""
    if ask == "number":
        return context.best_number(query, unit) is not None
    return answers.holds(unit.text, ask)


def _holds(context: Context, query: Query, unit: Unit, ask: str) -> bool:
    """The same, where a reason must be said outright."""
    return answers.gives_cause(unit.text) if ask == "reason" else holds_asked(context, query, unit, ask)


def _is_item(first: Match, match: Match) -> bool:
    """Whether it is a point of a list in the first one's document."""
    return match.unit.passage.kind == "list" and match.unit.document == first.unit.document


def _leads_in(first: Match, match: Match) -> bool:
    """Whether it stands right before a first sentence that leans on it."""
    return match.unit.number == first.unit.number - 1 and bool(LEANS.match(first.unit.text))


def _goes_on(query: Query, kept: list[Match], match: Match) -> bool:
    """Whether it stands right behind a kept sentence and leans on it, by its first word or by a shorter name."""
    before = next((m.unit for m in kept if m.unit.number == match.unit.number - 1), None)
    if before is None or _ADDS.match(match.unit.text):
        return False
    leans = LEANS.match(match.unit.text) and not ARTICLE.match(match.unit.text)
    if leans or (query.wants(*_OPEN) and before.group == match.unit.group):
        return True
    said = frozenset().union(*(m.unit.stems for m in kept))
    return any(_stands_for(token.stem, said) for token in match.unit.tokens)


def _stands_for(stem: str, said: frozenset[str]) -> bool:
    """Whether a word is the end of a longer one that was said."""
    return len(stem) >= _TAIL and any(word != stem and word.endswith(stem) for word in said)


def _says_more(query: Query, kept: list[Match], match: Match) -> bool:
    """Whether a sentence of the same passage says a common word of the question that none of the kept ones does."""
    if all(m.unit.group != match.unit.group for m in kept):
        return False
    said = frozenset().union(*(m.unit.stems for m in kept))
    return any(set(t.stems) <= match.unit.stems - said for t in query.terms if t.kind == "soft")
