"""Why something is so: the sentence that tells of it, with the one beside it that gives its reason."""

import re

from assistant import answers
from assistant.choose import MOST
from assistant.compose.context import Context
from assistant.compose.guard import SAID, of_sibling, turned
from assistant.compose.quoting import quote_answer
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.held import names_met
from assistant.lexicon import HINT
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems
from index.words import FUNCTION_WORDS

_FOLLOWS = re.compile(
    r"^(?:\S+ ){0,3}(?:derfor|dermed|således)\b|^(?:Det|Dette) (?:gøres|sker|gør (?:vi|BL|sektoren))\b", re.IGNORECASE
)
"""What follows from the sentence before, or serves it."""
_POINTS_BACK = re.compile(r"^(?:Denne|Dette|Det|Disse|Den|De|Årsagen|Grunden|Baggrunden|(?:\w+et|\w+en) i)\b")
"""How a sentence begins that tells more of the one before."""
_GOES_ON = re.compile(r"^(?:Derudover|Desuden|Herudover|Dertil|Samtidig|Også)\b")
_MEANS = re.compile(r"\b(?:ved at|takket være|på baggrund af|, og det (?:gav|giver|betyder))\b", re.IGNORECASE)
_LOOKED_AT = 30
_LIGHT = frozenset(stems("menneske person folk sted ting"))
"""Nouns that say nothing of what is to be explained."""
_MET = 0.75
"""Share of the weight of what the documents know of the question that the sentence, or its heading, must say."""
_HEADING = 0.9
"""How far a word is covered that stands in the sentence or in its heading."""
_NO_WHY = (
    *("number", "share", "money", "date", "person", "place", "contact", "opinion"),
    *("compare", "difference", "yesno"),
)


def answer_because(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The two sentences as quotes, cause or effect first as they stand; None where none are found."""
    if not query.wants("reason") or query.wants(*_NO_WHY) or query.missing_document:
        return None
    for match in ranked[:_LOOKED_AT]:
        if not _tells_of_it(context, query, match):
            continue
        if told := _with_reason(context, query, match):
            return quote_answer(context, query, told)
    return None


def with_reason(context: Context, query: Query, chosen: list[Match]) -> list[Match]:
    """The chosen sentences; where "hvorfor" is asked, the first with the reason that stands beside it."""
    if not query.wants("reason") or not chosen:
        return chosen
    told = _with_reason(context, query, chosen[0])
    if len(told) < 2:
        return chosen
    said = {match.unit.number for match in told}
    return [*told, *(match for match in chosen if match.unit.number not in said)][: max(MOST, len(told))]


def _tells_of_it(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence says, itself or in its heading, what is to be explained."""
    if is_fragment(match.unit) or not names_met(query, match) or turned(query, match.unit):
        return False
    if of_sibling(context, query, match):
        return False
    own = own_met(context, query, match)
    rows = [
        (term_weight(term, context.lexicon), own[i] >= SAID or match.sure[i] >= _HEADING, own[i] >= SAID)
        for i, term in enumerate(query.terms)
        if term.kind != "soft"
        and not set(term.stems) <= _LIGHT
        and any(way.quality > HINT for way in context.lexicon.ways(term.stems))
    ]
    unknown = [t for t in query.terms if t.kind != "soft" and not t.verb and not context.lexicon.ways(t.stems)]
    total = sum(weight for weight, _, _ in rows)
    if unknown or not total or not max(rows)[1] or not any(itself for _, _, itself in rows):
        return False
    enough = sum(weight for weight, met, _ in rows if met) >= _MET * total
    # One word alone is no event; the light ones tell whether it is the same.
    return enough and len((set(stems(query.text)) & match.unit.stems) - FUNCTION_WORDS) >= 2


def _with_reason(context: Context, query: Query, match: Match) -> list[Match]:
    """The sentence with its reason, in the order of the text; empty where no reason stands in or beside it."""
    unit = match.unit
    before, after = _beside(context, unit, -1), _beside(context, unit, 1)
    if _FOLLOWS.search(unit.text):
        return [context.plain_match(query, before), match] if before else []
    if answers.gives_cause(unit.text) or _MEANS.search(unit.text):
        return [match]
    if after and _POINTS_BACK.search(after.text) and answers.gives_cause(after.text):
        more = _beside(context, after, 1)
        rest = [after, more] if more and _GOES_ON.search(more.text) else [after]
        return [match, *(context.plain_match(query, each) for each in rest)]
    return []


def _beside(context: Context, unit: Unit, step: int) -> Unit | None:
    """The neighbour of a sentence in its passage."""
    at = unit.number + step
    other = context.units.all[at] if 0 <= at < len(context.units.all) else None
    same = other is not None and other.group == unit.group and not is_fragment(other)
    return other if same else None
