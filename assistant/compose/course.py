"""How something went: what happened with it, told by the sentences of its section that tell of a deed and no state."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.timeline import covered_by
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.held import names_met
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_ASKS = re.compile(
    r"\bhvordan (?:forløb|foregik|er det gået|gik det (?:med|til|for))\b"
    r"|\bhvordan (?:er|har)\b.{3,80}\b(?:forløbet|gået|udviklet sig|blevet til)\b|\bforløbet (?:med|omkring|af|for)\b"
    r"|\bhvad (?:er der|har \w+) (?:\w+ )?(?:sket|gjort|foretaget)\b.{0,80}\b(?:siden|indtil nu|hidtil|bagefter)\b"
    r"|\bhvordan (?:hørte|spurgte|inddrog)\b.{3,60}\b(?:bagefter|siden|derefter)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:\w{3,}ede|blev|fik|gik|kom|tog|vedtog|indgik|overtog|gav|holdt|drog|begyndte|fortsatte|nedsatte|gjorde|steg"
    r"|faldt|lykkedes|sendte|fulgte|førte|viste|mødtes)\b"
    r"|\b(?:har|er) (?:[\wæøå]+ ){0,3}?[\wæøå]{2,}(?:et|ført|haft|sat|gjort|steget|faldet)\b"
    r"|\bi træk\b|^Nu (?:følger|skal|er|kommer)\b",
    re.IGNORECASE,
)
_ENOUGH = 0.6
"""Share of the matter's weight that the sentence or its heading names."""
_OWN = 0.5
_MOST, _LONGEST = 5, 1700


def answer_course(context: Context, query: Query, ranked: list[Match]) -> Draft | None:
    """The steps in the order they stand; None where a course is not asked for or no two sentences tell of it."""
    if not _ASKS.search(query.text) or query.wants("number", "money", "share", "person", "yesno", "reason", "compare"):
        return None
    about = [m for m in ranked if covered_by(context, query, m) >= _ENOUGH and names_met(query, m)]
    about = [m for m in about if not is_fragment(m.unit)]
    if not about:
        return None
    best = max(about, key=lambda m: m.meaning)
    steps = [unit for unit in _told_with(context, query, best.unit) if _HAPPENED.search(unit.text)]
    named = {m.unit.number for m in about if any(own >= _OWN for own in own_met(context, query, m))}
    steps = steps[:_MOST]
    if len(steps) < 2 or not any(unit.number in named for unit in steps):
        return None
    if not steps[0].number <= best.unit.number <= steps[-1].number:
        return None  # a section may tell of more: the sentence nearest the question stands among the steps
    draft, used = Draft(), 0
    for unit in steps:
        used += len(unit.text)
        if draft.lines and used > _LONGEST:
            break
        draft.lines.append(f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _told_with(context: Context, query: Query, best: Unit) -> list[Unit]:
    """The sentences of a section whose heading names the matter; else those of the passage."""
    heading = frozenset(s for line in best.passage.section[-1:] for s in stems(line))
    matter = [t for t in query.terms if t.kind != "soft" and not t.verb]
    headed = any(
        set(way.stems) <= heading for t in matter for way in context.lexicon.ways(t.stems) if way.quality >= _OWN
    )
    place = (best.document, best.passage.section)
    return [
        unit
        for unit in context.units.all
        if ((unit.document, unit.passage.section) == place if headed else unit.group == best.group)
        and unit.passage.kind not in ("caption", "note", "tile", "table")
        and not is_fragment(unit)
    ]
