"""How something went on: the goal of a theme through the periods, or dated sentences of one story in order."""

import re
from dataclasses import replace

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.goals import by_theme
from assistant.compose.listing import (
    about_theme,
    cite_goal,
    goals_of,
    known_periods,
    last_periods,
    name_of,
    narrow_terms,
)
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import own_met
from assistant.score import Match, term_weight
from assistant.themes import names_part
from assistant.understand.query import Period, Query
from assistant.units import Unit


def answer_goal_timeline(context: Context, query: Query) -> Draft | None:
    """One goal a period, for the theme asked or for all goals."""
    if query.wants("date", "person", "number") or not ("maalprogram" in query.kinds or _names_goals(context, query)):
        return None
    periods = _periods_asked(context, query)
    if len(periods) < 2 or (query.wants("yesno") and narrow_terms(query)):
        return None
    draft = Draft()
    rows = []
    for period in sorted(periods, key=lambda p: p.start):
        if row := goals_row(context, draft, query, period):
            rows.append(row)
    if len(rows) < 2:
        return None
    if len(rows) < len(periods):
        draft.status = "partial"
    all_marks = "".join(f"[{m}]" for m in dict.fromkeys(c.marker for c in draft.citations))
    lead = "From period to period:" if query.language == "en" else "Periode for periode:"
    draft.lines += [f"{lead} {all_marks}", *rows]
    return draft


def goals_row(context: Context, draft: Draft, query: Query, period: Period) -> str | None:
    """The goals of one period in a line, or the one of the theme asked for; None where it has none."""
    goals = goals_of(context, _unbound(query), period)
    if query.theme and goals:
        chosen = by_theme(query.theme, goals)
        # Where one theme is asked for, the goals of others are no answer.
        goals = [chosen] if chosen else [] if about_theme(query) else goals
    if not goals:
        return None
    marks = [cite_goal(context, draft, g.goal) for g in goals]
    named = "; ".join(f"{name_of(g.goal)} [{m}]" for g, m in zip(goals, marks, strict=True))
    return f"- **{period.label}**: {named}"


def _names_goals(context: Context, query: Query) -> bool:
    """Whether a theme's goal is all that is asked about, of periods that have goals ("klimamålet i 2022-2024 og …")."""
    if query.wants("timeline") and names_part(query.text) and not narrow_terms(query):
        return True
    known = {(p.start, p.end) for p in known_periods(context)}
    asked = {(p.start, p.end) for p in query.periods}
    return len(asked) > 1 and asked <= known and names_part(query.text) and not narrow_terms(query)


_NAMED = re.compile(
    r"\b(?:kald\w*|hed|hedder|hedt|navn\w*|overskrift\w*|titel\w*|formuler\w*|udvikl\w*)\b", re.IGNORECASE
)
"""How it is asked what a goal is called, and not what is in it."""
_ORDER = ("første", "andet", "tredje", "fjerde", "femte")


def _periods_asked(context: Context, query: Query) -> list[Period]:
    """The periods named, by their years or their place in the row ("det første, andet og tredje"); else all known."""
    if len(query.periods) > 1:
        return list(query.periods)
    known = known_periods(context)
    said = [_ORDER.index(word) for word in re.findall(rf"\b(?:{'|'.join(_ORDER)})\b", query.text.lower())]
    if _NAMED.search(query.text) and (several := last_periods(query.text, known)):
        return several
    if len(set(said)) > 1 and max(said) < len(known) and not query.periods:
        return [known[at] for at in sorted(set(said))]
    return known if query.wants("timeline") else []


def _unbound(query: Query) -> Query:
    return replace(query, documents=())


_OWN = 0.5
"""How surely a sentence itself says a word of the question: another story may stand in the same section."""


def answer_story(context: Context, query: Query, ranked: list[Match], enough: float) -> Draft | None:
    """Dated sentences about one subject, oldest first, from the section that tells it best."""
    if not query.wants("timeline"):
        return None
    covered = {m.unit.number: covered_by(context, query, m) for m in ranked}
    best = next((m for m in ranked if covered[m.unit.number] >= enough), None)
    if best is None:
        return None
    section = (best.unit.document, best.unit.passage.section)
    units = [u for u in context.units.all if (u.document, u.passage.section) == section]
    about = {m.unit.number for m in ranked if covered[m.unit.number] >= enough * 0.75}
    named = {m.unit.number for m in ranked if any(own >= _OWN for own in own_met(context, query, m))}
    told = {u.number for u in units if u.number in named or u.group == best.unit.group}
    dated = [u for u in units if _year(u) is not None and u.number in told and (u.number in about or _story_word(u))]
    if len(dated) < 2:
        return None
    dated.sort(key=lambda u: (_year(u) or 0, u.number))
    draft = Draft()
    used = 0
    for unit in dated[:6]:
        if used + len(unit.text) > 1700:
            break
        used += len(unit.text)
        marker = context.citer.cite_unit(draft, unit)
        draft.lines.append(f"- **{_when(unit)}**: »{clean(unit.text)}« [{marker}]")
    return draft if len(draft.lines) >= 2 else None


def covered_by(context: Context, query: Query, match: Match) -> float:
    """Share of the question's weight that is met, without the words that only ask for a course of events."""
    weighed = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if not COURSE.fullmatch(term.text)
    ]
    return sum(w * sure for w, sure in weighed) / (sum(w for w, _ in weighed) or 1.0)


COURSE = re.compile(
    r"forløb\w*|histori\w*|tidslinje\w*|kronologi\w*|trin\w*|skridt\w*|proces\w*|start\w*|slut\w*", re.I
)
_STORY = re.compile(
    r"\b(?:vedt[ao]g\w*|vedtagelsen|indgå\w*|foresl\w+|forslag|aftale\w*|etabler\w*|lancer\w*|nedsat\w*|besluttede|udmøntes)\b",
    re.IGNORECASE,
)


def _story_word(unit: Unit) -> bool:
    return bool(_STORY.search(unit.text))


def _year(unit: Unit) -> int | None:
    years = [int(y) for y in re.findall(r"(?<![\d.,])(?:19|20)\d\d(?!\d)", unit.text)]
    return min(years) if years else None


def _when(unit: Unit) -> str:
    found = answers.dates(unit.text)
    return clean(found[0].text) if found else str(_year(unit))
