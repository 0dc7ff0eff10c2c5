"""A goal of a programme by its name or number: whether and when it was adopted, its sub-goals, what is to be done."""

import re

from assistant.compose.context import Context
from assistant.compose.goals import same_name
from assistant.compose.listing import name_of
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.lexicon import soft_stems, stop_stems
from assistant.understand.documents import of_others
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems
from ingest.document import Commitment

_GOAL = (
    r"(?:hoved|del)?(?:mål|målet|målene|målsætning|målsætningen|pejlemærke|pejlemærket|indsatsområde|indsatsområdet)"
)
_NUMBERED = re.compile(rf"\b(?i:{_GOAL}(?: nummer| nr\.)?) (\d\d?(?:\.\d+)?|[A-Z]\d?)(?![\w-])")
_ADOPTED = r"vedtag\w*|beslutte\w*|godkend\w*|(?<!ikke )endelig\w*"
_PROPOSED = (
    r"forslag\w*|udkast\w*|høring\w*|foreslå\w*|tager stilling|behandles|(?:ikke|endnu ikke) (?:vedtag|beslutt)\w*"
)
_QUOTED = re.compile(rf"\b{_GOAL}(?: om)?,? [\"'»“”‘’](?P<name>[^\"'»«“”‘’]{{3,80}})[\"'«”“’]", re.IGNORECASE)
_STATUS = re.compile(rf"\b(?:{_ADOPTED}|{_PROPOSED}|status)\b", re.IGNORECASE)
_IS_PROPOSED = re.compile(rf"\b(?:{_PROPOSED})\b", re.IGNORECASE)
_STATE = re.compile(rf"\b(?:{_ADOPTED}|{_PROPOSED})\b", re.IGNORECASE)
_PARTS = re.compile(r"\bdelmål\w*", re.IGNORECASE)
_WILL = re.compile(r"\b(?:hvad|hvordan) (?:vil|skal|agter|ønsker)\b|\bhvad .{0,40}\bgøre\b", re.IGNORECASE)
_SAID = frozenset(
    stems(
        "mål målet målene delmål delmålene delmålet hovedmål målsætning pejlemærke pejlemærket indsatsområde vedtaget "
        "vedtage besluttet godkendt forslag udkast status handle handler hører høre gøre få opnå nå program "
        "programmet blev bliver strategi handlingsplan nummer findes"
    )
)
_FITS = 0.7
"""How surely a word of the question must stand for one of a goal's name."""


def answer_goal_part(context: Context, query: Query) -> Draft | None:
    """None when no goal of a programme is named, or when something else is asked of it."""
    if query.language != "da" or query.wants("number", "money", "share", "reason", "contact"):
        return None
    if _names_none(context, query):
        return refuse(context, query, [])
    parts = _PARTS.search(query.text) is not None
    status = not parts and re.search(rf"\b{_GOAL}\b", query.text, re.IGNORECASE) and _STATUS.search(query.text)
    heads = [c for c in context.snapshot.commitments if c.status in ("mål", "delmål") and _bound(context, query, c)]
    has_parts = any(c.status == "delmål" for c in heads)
    if not (parts or status or (has_parts and _WILL.search(query.text))) or (parts and not has_parts):
        return None
    others = of_others(context.snapshot.documents)
    named = _named(context, query, heads)
    named = [c for c in named if c.document not in others] or named
    if status and query.wants("yesno", "date") | bool(re.search(r"\bstatus\b", query.text, re.IGNORECASE)):
        goals = [c for c in named if c.status == "mål"] or named
        return _status(context, query, goals[0]) if len(goals) == 1 else None
    if parts and not query.wants("yesno", "date", "person"):
        if not named and query.documents and not _free(context, query, heads):
            named = [c for c in heads if c.status == "mål"]  # all of a programme's sub-goals
        return _sub_goals(context, heads, named) or (refuse(context, query, []) if query.documents else None)
    if not parts and not status and len(named) == 1 and query.documents:
        return _points(context, named[0], heads)
    return None


def _names_none(context: Context, query: Query) -> bool:
    """Whether a goal is asked about by a name in quotation marks that no goal and no heading has."""
    quoted = _QUOTED.search(query.asked)
    if quoted is None:
        return False
    name = frozenset(stems(quoted["name"])) - stop_stems()
    headings = {heading for _, passage in context.snapshot.passages for heading in passage.section}
    goals = {c.text for c in context.snapshot.commitments if c.status in ("mål", "delmål", "mærkesag")}
    return bool(name) and not any(name <= frozenset(stems(heading)) for heading in headings | goals)


def _bound(context: Context, query: Query, goal: Commitment) -> bool:
    if query.documents:
        return goal.document in query.documents
    return context.entries[goal.document].info.kind == "maalprogram"


def _free(context: Context, query: Query, heads: list[Commitment]) -> list[Term]:
    """The question's words that are neither of goals in general nor of whose programme it is."""
    titles = " ".join(f"{i.title} {i.publisher or ''}" for i in {context.entries[c.document].info for c in heads})
    known = frozenset(stems(titles)) | _SAID | soft_stems() | stop_stems()
    whose = {stem.removesuffix("s") for stem in known}
    return [
        t
        for t in query.terms
        if t.kind not in ("soft", "number")
        and not all(s in known or s.removesuffix("s") in whose or s.isdigit() for s in t.stems)
    ]


def _named(context: Context, query: Query, heads: list[Commitment]) -> list[Commitment]:
    """The goals with the number the question says, or with all its free words in their name."""
    if number := _NUMBERED.search(query.text):
        text = {c.document: context.text_of(c.document) for c in heads}
        label = re.compile(rf"\b{_GOAL} {re.escape(number[1])}(?![\w.]*\d|\w)", re.IGNORECASE)
        return [c for c in heads if any(label.search(text[c.document][a:b]) for a, b in c.spans)]
    asked = _plain(query.text)
    whole = [c for c in heads if len(c.text.split()) > 1 and _plain(c.text) in asked]
    if whole:
        return whole
    free = _free(context, query, heads)
    if not free:
        return []
    return [c for c in heads if all(_says(context, term, c.text) for term in free)]


def _plain(text: str) -> str:
    words = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {words} "


def _says(context: Context, term: Term, name: str) -> bool:
    own = frozenset(stems(name))
    if _plain(term.text) in _plain(name):
        return True
    words = [(s,) for s in term.stems if s not in stop_stems()]
    return any(w.quality >= _FITS and set(w.stems) <= own for w in context.lexicon.ways(term.stems)) or (
        len(words) > 1 and all(set(word) <= own for word in words)
    )


def _status(context: Context, query: Query, goal: Commitment) -> Draft | None:
    """What stands between the goal's heading and what is under it about its being adopted."""
    said = next((unit for unit in _units_of(context, goal) if _STATE.search(unit.text)), None)
    if said is None:
        return None
    proposed = _IS_PROPOSED.search(said.text) is not None
    draft = Draft(longest=700)
    head = context.citer.cite(draft, goal.document, goal.spans[:1], (), goal.page)
    marker = context.citer.cite_unit(draft, said)
    verdict = ""
    if query.wants("yesno"):
        verdict = "Ja. " if proposed == bool(_IS_PROPOSED.search(query.text)) else "Nej. "
    draft.lines.append(f"{verdict}**{name_of(goal)}** [{head}]: »{clean(said.text)}« [{marker}]")
    return draft


def _units_of(context: Context, goal: Commitment) -> list[Unit]:
    """The sentences between a goal's heading and the next commitment or goal."""
    start = max(end for _, end in goal.spans)
    after = [c.spans[0][0] for c in context.snapshot.commitments if c.document == goal.document]
    end = min((at for at in after if at > start), default=start + 600)
    own = [u for u in context.units.all if u.document == goal.document and start <= u.spans[0][0] < end]
    return sorted(own, key=lambda unit: unit.spans[0][0])


def _sub_goals(context: Context, heads: list[Commitment], named: list[Commitment]) -> Draft | None:
    draft = Draft()
    for goal in named:
        below = [c for c in heads if c.status == "delmål" and c.document == goal.document]
        below = [c for c in below if same_name(c.parent or "", goal.text)] if goal.status == "mål" else [goal]
        if not below:
            continue
        if goal.status == "mål":
            head = context.citer.cite(draft, goal.document, goal.spans[:1], (), goal.page)
            draft.lines.append(f"Delmålene under **{name_of(goal)}**: [{head}]")
        for part in below:
            marker = context.citer.cite(draft, part.document, part.spans[:1], (), part.page)
            draft.lines.append(f"- {name_of(part)} [{marker}]")
    return draft if draft.lines else None


def _points(context: Context, goal: Commitment, heads: list[Commitment]) -> Draft | None:
    """What is to be done under a goal or sub-goal, all of it."""
    below = [goal, *(c for c in heads if c.document == goal.document and same_name(c.parent or "", goal.text))]
    draft = Draft()
    for head in below:
        points = [
            c
            for c in context.snapshot.commitments
            if c.document == head.document and c.status == "vil" and same_name(c.parent or "", head.text)
        ]
        if not points:
            continue
        marker = context.citer.cite(draft, head.document, head.spans[:1], (), head.page)
        actors = {point.actor for point in points if point.actor}
        will = f" vil {actors.pop()}" if len(actors) == 1 else ""
        draft.lines.append(f"Under **{name_of(head)}**{will}: [{marker}]")
        for point in points:
            at = context.citer.cite(draft, point.document, point.spans, (), point.page)
            draft.lines.append(f"- {clean(point.text)} [{at}]")
    return draft if draft.lines else None
