"""A list the documents print: its lead-in and all its points, or the headings under a chapter."""

import re
from collections import defaultdict

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import own_met
from assistant.lexicon import PART, stop_stems
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stems

_OWN = 0.5
"""Share of the question's weight that a list must meet by its own words and those above it."""
_LED, _LED_COUNTED = 0.5, 0.3
"""Share that what stands above it must meet: what is asked for stands there, the points are the answer. Less where
their number is told, too."""
_BEHIND = 0.12
"""How far a sentence's coverage may be behind the best one's for its list to be the one asked for."""
_LEVEL = 0.75
"""What another point must meet of what the first one meets, to tell of the matter too."""
_MOST = 12
"""Points shown at most."""


def answer_printed_list(context: Context, query: Query, ranked: list[Match], enough: float) -> Draft | None:
    """The printed list that is about what the question asks to have listed."""
    if query.missing_document or (not query.wants("list") and query.count is None):
        return None
    if query.count is None and query.wants("number", "share", "money"):
        return None
    good = [m for m in ranked[:40] if m.coverage >= enough]
    near = [m for m in good[:12] if m.coverage >= good[0].coverage - _BEHIND]
    lists = [(m, points) for m in near if len(points := _list_near(context, query, m.unit)) >= 2]
    for more in (0, 1):
        for match, points in lists[:6]:
            if query.count is None or len(points) == query.count + more:
                return _say(context, match.unit, points)
    return _headings(context, query)


def whole_list(context: Context, query: Query, chosen: list[Match]) -> Draft | None:
    """The whole printed list, when the sentences chosen are its lead-in or several of its points.

    One point that tells of the matter answers by itself, where only what all points have in common leads it in.
    """
    first = chosen[0].unit
    if first.text.startswith(("...", "…")):
        return None  # "Vidste du, at …": each point is a fact of its own
    in_list = [m for m in chosen if m.unit.passage.kind == "list" or m.unit.text.endswith(":")]
    follows = bool(in_list) and 1 <= in_list[0].unit.number - first.number <= 2 and in_list[0].unit.text.endswith(":")
    if len(in_list) < 2 and not _leads_in(first) and not follows:
        return None
    points = _list_of(context, in_list[0].unit)
    if len(points) < 2:
        return None
    if _is_one_point(context, query, chosen):
        return _say(context, first, [first])
    draft = Draft()
    if follows and in_list[0] is not chosen[0]:
        draft.lines.append(f"»{clean(first.text)}« [{context.citer.cite_unit(draft, first)}]")
    return _say(context, in_list[0].unit, points, draft)


def _is_one_point(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether one point tells of the matter, and neither its lead-in nor another point does."""
    first = chosen[0]
    if first.unit.passage.kind != "list" or _leads_in(first.unit) or query.wants("list") or query.count is not None:
        return False
    lead = first.unit.passage.lead_in
    said = stems(context.text_of(first.unit.document)[lead[0] : lead[1]]) if lead else []
    asked = {s for t in query.terms if t.kind != "soft" for w in context.lexicon.ways(t.stems) for s in w.stems}
    if set(said) & asked - stop_stems():
        return False
    own = [sum(own_met(context, query, match)) for match in chosen]
    return own[0] > 0 and all(met < _LEVEL * own[0] for met in own[1:])


def answer_heading(context: Context, query: Query) -> Draft | None:
    """The section whose heading is the question: "Hvad er en almen bolig?", "Hvorfor almene mål?"."""
    said = set(stems(query.text))
    content = {s for t in query.terms if t.kind != "soft" for s in t.stems}
    best: list[Unit] = []
    for document, passage in context.snapshot.passages:
        heading = passage.section[-1] if passage.section else ""
        if not re.match(r"(?i)hv\w+ ", heading) or (query.documents and document not in query.documents):
            continue
        own = set(stems(heading))
        if len(own) >= 3 and own <= said and content <= own and passage.kind in ("prose", "list"):
            best += [context.units.all[n] for n in context.units.by_passage[document, passage.ordinal]]
    if not best:
        return None
    same = [u for u in best if u.document == best[0].document]
    draft = Draft()
    used = 0
    for unit in same[:7]:
        if used + len(unit.text) > 1100:
            break
        used += len(unit.text)
        bullet = "- " if unit.passage.kind == "list" and not unit.text.endswith(":") else ""
        marker = context.citer.cite_unit(draft, unit)
        draft.lines.append(f"{bullet}{clean(unit.text)} [{marker}]" if bullet else f"»{clean(unit.text)}« [{marker}]")
    return draft


def _list_near(context: Context, query: Query, unit: Unit) -> list[Unit]:
    """The list of a sentence or, where it is counted, the one right after it; its words must be about the question."""
    points = _list_of(context, unit)
    after = context.units.all[unit.number + 1 : unit.number + 2]
    if not points and query.count is not None and after and after[0].text.endswith(":"):
        return _list_of(context, after[0]) if after[0].passage.section == unit.passage.section else []
    if not points:
        return []
    said = frozenset().union(unit.stems, *(point.stems | point.around for point in points))
    head = points[0].around | context.units.all[max(0, points[0].number - 1)].stems
    head |= context.units.all[max(0, points[0].number - 2)].stems
    weighed = [
        (
            term_weight(term, context.lexicon),
            any(all(s in said for s in w.stems) for w in context.lexicon.ways(term.stems) if w.quality > PART),
            any(all(s in head for s in w.stems) for w in context.lexicon.ways(term.stems) if w.quality > PART),
        )
        for term in query.terms
        if term.kind != "soft" and not set(term.stems) <= stop_stems()
    ]
    total = sum(weight for weight, *_ in weighed)
    met, led = (sum(row[0] for row in weighed if row[by]) for by in (1, 2))
    return points if met >= _OWN * total and led >= (_LED if query.count is None else _LED_COUNTED) * total else []


def _list_of(context: Context, unit: Unit) -> list[Unit]:
    """The points of the list a sentence belongs to or leads into."""
    if unit.passage.kind == "list":
        return _whole(context, unit)
    after = unit.number + 1
    if unit.text.endswith(":") and after < len(context.units.all):
        following = context.units.all[after]
        if following.document == unit.document and following.passage.kind == "list":
            return _whole(context, following)
    return []


def _whole(context: Context, unit: Unit) -> list[Unit]:
    """All points with the same lead-in and section, over page turns."""
    own = [
        u
        for u in context.units.all
        if u.document == unit.document
        and u.passage.kind == "list"
        and u.passage.section == unit.passage.section
        and u.passage.lead_in == unit.passage.lead_in
    ]
    # Two lists of one section without lead-ins are told apart by what stands between them.
    run = [u for u in own if abs(u.group - unit.group) <= 2] or own
    return [u for u in run if not _leads_in(u)]  # a lead-in with one point is no list


def _leads_in(unit: Unit) -> bool:
    return unit.passage.lead_in in unit.spans or unit.text.endswith(":")


def _say(context: Context, unit: Unit, points: list[Unit], draft: Draft | None = None) -> Draft:
    draft = draft or Draft()
    lead = points[0].passage.lead_in
    text = context.text_of(unit.document)
    if lead:
        marker = context.citer.cite(draft, unit.document, (lead,), unit.passage.section, unit.passage.page)
        draft.lines.append(f"»{clean(text[lead[0] : lead[1]])}« [{marker}]")
    for point in points[:_MOST]:
        marker = context.citer.cite_unit(draft, point)
        draft.lines.append(f"- {clean(point.text)} [{marker}]")
    return draft


def _headings(context: Context, query: Query) -> Draft | None:
    """The headings under a chapter whose own heading is what is asked for ("hvilke mærkesager")."""
    wanted = [t for t in query.terms if t.kind != "soft"]
    if not wanted or (query.periods and not query.documents):
        return None
    children: dict[tuple[str, tuple[str, ...]], dict[str, Unit]] = defaultdict(dict)
    for unit in context.units.all:
        section = unit.passage.section
        if len(section) >= 2 and (not query.documents or unit.document in query.documents):
            children[unit.document, section[:-1]].setdefault(section[-1], unit)
    for (document, parent), heads in children.items():
        if query.places and context.entries[document].info.municipality not in (*query.places, None):
            continue
        said = set(context.heading_stems(parent[-1]))
        met = [any(all(s in said for s in way.stems) for way in context.lexicon.ways(t.stems)) for t in wanted]
        if len(heads) >= 3 and any(met) and (query.count is None or len(heads) == query.count):
            if not all(met) if query.count is None else 2 * sum(met) < len(met):
                continue
            return _say_headings(context, document, heads)
    return None


def _say_headings(context: Context, document: str, heads: dict[str, Unit]) -> Draft | None:
    draft = Draft()
    text = context.text_of(document)
    for head, unit in heads.items():
        start = text.rfind(head, 0, unit.spans[0][0])
        if start < 0:
            return None
        marker = context.citer.cite(
            draft, document, ((start, start + len(head)),), unit.passage.section, unit.passage.page
        )
        draft.lines.append(f"- {clean(head)} [{marker}]")
    return draft
