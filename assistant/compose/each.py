"""One question put to several programmes of goals: "hvornår blev de to seneste vedtaget", "de tre programmers mål"."""

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.compose.context import Context
from assistant.compose.listing import known_periods
from assistant.compose.timeline import COURSE, goals_row
from assistant.draft import Draft, shift_markers
from assistant.understand.documents import period_of, programmes
from assistant.understand.query import Period, Query, Term
from assistant.words import stems
from index.evidence import DocumentEntry

_SEVERAL = re.compile(
    r"\b(?:de|hvert? af de|bl['’]?s|alle|samtlige|begge)\s+(?:(?P<n>to|tre|fire)\s+)?(?:\w+\s+){0,2}?"
    r"(?:mål)?(?:sætnings)?(?:program(?:mer|merne)|udgaver(?: af almene mål)?|sæt mål|perioder)\b"
    r"|\bde (?:sidste|seneste|foregående|nyeste) (?P<m>to|tre|fire) (?:gange|omgange|udgaver)\b"
    r"|\bhver (?:enkelt )?gang\b",
    re.IGNORECASE,
)
_GOALS = re.compile(r"\b(?:mål|målene|målsætninger|pejlemærker|hovedmål)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(\w+et) eller (\w+et)\b")
_NUMBERS = {"to": 2, "tre": 3, "fire": 4}


def asks_each(query: Query) -> int | None:
    """How many programmes a question is put to; 0 for all there are, None when it is not put to several."""
    found = _SEVERAL.search(query.question)
    if found is None or len(query.periods) > 1:
        return None
    return _NUMBERS.get(
        (found["n"] or found["m"] or "").lower(), 2 if re.search(r"\bbegge\b", found.group(), re.IGNORECASE) else 0
    )


def answer_each(context: Context, query: Query, answer: Callable[[Query], Draft | None]) -> Draft | None:
    """A row for each programme, oldest first; None when fewer than two of them say anything."""
    wanted = asks_each(query)
    if wanted is None:
        return None
    if (query.wants("list") or not query.wants("date")) and _GOALS.search(_SEVERAL.sub("", query.question)):
        return _goals(context, query, wanted)
    return _dates(context, query, wanted, answer) if query.wants("date") else None


def _dates(context: Context, query: Query, wanted: int, answer: Callable[[Query], Draft | None]) -> Draft | None:
    """The date that each programme's own document gives."""
    entries = programmes(context.snapshot.documents)
    chosen = entries[-wanted:] if wanted else entries
    if len(entries) < 2:
        return None
    joined = Draft()
    named = _SEVERAL.search(query.question)
    several = named.group() if named else ""
    of_one = replace(
        query,
        question=_SEVERAL.sub("programmet", query.question),
        text=_SEVERAL.sub("programmet", query.text),
        terms=tuple(t for t in query.terms if t.text not in several and not COURSE.fullmatch(t.text)),
        periods=(),
        kinds=(),
        count=None,
        asks=query.asks - {"timeline", "list"},
    )
    if len(chosen) < wanted and (first := _before(context, of_one, chosen, answer)) is not None:
        joined.citations, joined.lines = first.citations, first.lines
    elif len(chosen) < wanted:
        joined.status = "partial"
    for entry in chosen:
        made = _dated(replace(of_one, documents=(entry.id,)), answer)
        period = period_of(entry)
        if made is None or made.status != "answered" or period is None:
            return None
        by = max((c.marker for c in joined.citations), default=0)
        joined.citations += [replace(c, marker=c.marker + by) for c in made.citations]
        joined.lines.append(f"- {period.label}: {shift_markers(made.lines[0], by)}")
    return joined


def _dated(query: Query, answer: Callable[[Query], Draft | None]) -> Draft | None:
    """The answer to one of them; of things that are put side by side ("lanceret eller vedtaget") either will do."""
    made = answer(query)
    either = _EITHER.search(query.text)
    for chosen in (either[1], either[2]) if either else ():
        if made is not None and made.status == "answered":
            break
        other = either[2] if either and chosen == either[1] else either[1] if either else ""
        terms = tuple(term for term in query.terms if term.text != other)
        made = answer(replace(query, text=_EITHER.sub(chosen, query.text), question=query.text, terms=terms))
    return made


def _before(
    context: Context, of_one: Query, told: list[DocumentEntry], answer: Callable[[Query], Draft | None]
) -> Draft | None:
    """The date of the programme before those that are at hand, as another document tells it."""
    own = [period for entry in told if (period := period_of(entry))]
    earlier = [p for p in known_periods(context) if all(p.start < o.start for o in own)]
    if not earlier:
        return None
    label = earlier[-1].label
    asked = f"Hvornår blev Almene Mål {label} lanceret?"
    terms = (Term("Almene mål", tuple(stems("almene mål")), "word"), Term("lanceret", tuple(stems("lanceret")), "word"))
    made = answer(replace(of_one, question=asked, text=asked, terms=terms, periods=(earlier[-1],), documents=()))
    if made is None or made.status != "answered" or not made.lines:
        return None
    made.lines = [f"- {label}: {made.lines[0]}"]
    return made


def _goals(context: Context, query: Query, wanted: int) -> Draft | None:
    """The goals of each period, from the programmes and from what other documents tell of earlier ones."""
    periods: list[Period] = known_periods(context)
    periods = periods[-wanted:] if wanted else periods
    if len(periods) < 2 or (wanted and len(periods) < wanted):
        return None
    draft = Draft()
    for period in periods:
        row = goals_row(context, draft, query, period)
        if row is None:
            return None
        draft.lines.append(row)
    return draft
