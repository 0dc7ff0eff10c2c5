"""All that one document calls by one name: its key issues ("mærkesager"), its preconditions."""

import re

from assistant.compose.context import Context
from assistant.compose.listing import name_of, narrow_terms
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.knowledge import table
from assistant.lexicon import stop_stems
from assistant.understand.documents import period_of
from assistant.understand.query import Query
from assistant.words import stem, stems
from ingest.document import Commitment

_PURPOSE = re.compile(
    r"\bhv\w+ (?:\w+ ){0,3}(?:(?P<skal>skal)|(?P<kan>kan))\b.{0,15}\b(?:mål|målene|programmet|målprogrammet)\b"
    r"|\bhv\w+ (?:\w+ ){0,2}(?P<aim>(?:formål|mening|hensigt|sigte)(?:en|et|t)?)\b.{0,30}"
    r"\b(?:mål|målene|programmet|målprogrammet)\b"
    r"|\bhv\w+ (?P<use>kan|skal) (?:man|vi|de|en boligorganisation|boligorganisationerne) bruge\b.{0,20}\bmål",
    re.IGNORECASE,
)
"""What the goals themselves shall or can do: "De skal: …", "De kan: …"."""


_MOST = 3


def answer_purpose(context: Context, query: Query) -> Draft | None:
    """What a programme says that it shall or can be used for."""
    asked = _PURPOSE.search(query.text)
    if asked is None or query.wants("number", "date", "person", "reason", "yesno") or "maalprogram" not in query.kinds:
        return None
    if any(not set(stems(text)) <= _USING for text in narrow_terms(query)):
        return None
    first = "skal" if asked["skal"] or asked["aim"] else "kan"
    for status in (first, "kan" if first == "skal" else "skal"):
        own = [c for c in context.snapshot.commitments if c.status == status and _allowed(context, query, c)]
        if len(own) > 1 and len({(c.document, c.parent) for c in own}) == 1 and query.count in (None, len(own)):
            return _say(context, own)
    return None


_USING = frozenset(
    stems(
        "bruge bruges anvende anvendes udrette opnå understøtte hjælpe nytte formål formålet mening meningen "
        "hensigten sigtet program programmet ting til gøre"
    )
)


def answer_stated(context: Context, query: Query) -> Draft | None:
    """The whole list, where the question asks for nothing narrower and only one document has such a list."""
    if query.missing_document or query.wants("number", "date", "person", "reason"):
        return None
    if what_it_takes := _what_it_takes(context, query):
        return _say(context, what_it_takes)
    if not query.wants("list"):
        return None
    said = set(stems(query.text))
    for status, words in table("themes.toml")["statuses"].items():
        names = {stem(word) for word in words.split()}
        if not names & said:
            continue
        own = [c for c in context.snapshot.commitments if c.status == status and _allowed(context, query, c)]
        if (one := _named_one(own, said - names)) and (told := _told_under(context, one)):
            return told
        heading = names | {s for c in own for s in stems(c.parent or "")} | set(stems("på plads"))
        narrow = [text for text in narrow_terms(query) if not set(stems(text)) <= heading]
        if len(own) < 2 or len({(c.document, c.parent) for c in own}) > 1 or narrow:
            continue
        if query.count is None or query.count == len(own):
            return _say(context, own)
    return None


_NAMED = 0.6
"""Share of a heading's words that a question must say to be about that one point."""


def _named_one(own: list[Commitment], said: set[str]) -> Commitment | None:
    """The one point of a list whose heading the question says."""
    met = []
    for each in own:
        words = set(stems(each.text)) - stop_stems()
        here = len(words & said)
        if here >= 2 and here >= _NAMED * len(words):
            met.append(each)
    return met[0] if len(met) == 1 else None


def _told_under(context: Context, point: Commitment) -> Draft | None:
    """What stands under a point that is a heading."""
    own = [
        unit
        for unit in context.units.all
        if unit.document == point.document and unit.passage.section[-1:] == (clean(point.text),)
    ]
    draft = Draft()
    draft.lines += [f"»{clean(u.text)}« [{context.citer.cite_unit(draft, u)}]" for u in own[:_MOST]]
    return draft if own else None


def _what_it_takes(context: Context, query: Query) -> list[Commitment]:
    """What a programme says its goals as such depend on: "hvad skal der være styr på, for at målene kan nås?"."""
    takes = table("themes.toml")["takes"]
    turn = re.compile(rf"\b(?:{'|'.join(takes['turns'])})\b", re.IGNORECASE)
    reached = {stem(word) for word in takes["reached"].split()}
    said = set(stems(turn.sub(" ", query.text)))
    of_goals = "maalprogram" in query.kinds or bool(query.periods)
    if not of_goals or query.theme or not turn.search(query.text) or not reached & said:
        return []
    turns = " ".join(found[0] for found in turn.finditer(query.text))
    known = reached | set(stems(turns)) | set(stems(takes["about"]))
    if any(not set(stems(text)) - stop_stems() <= known for text in narrow_terms(query)):
        return []
    own = [c for c in context.snapshot.commitments if c.status == "kræver" and _allowed(context, query, c)]
    one_list = len(own) > 1 and len({(c.document, c.parent) for c in own}) == 1
    return own if one_list and query.count in (None, len(own)) else []


def _allowed(context: Context, query: Query, commitment: Commitment) -> bool:
    entry = context.entries.get(commitment.document)
    if entry is None or (query.documents and commitment.document not in query.documents):
        return False
    if query.places and entry.info.municipality not in query.places:
        return False
    period = period_of(entry)
    return not query.periods or bool(
        period and all(p.start >= period.start and p.end <= period.end for p in query.periods)
    )


def _say(context: Context, own: list[Commitment]) -> Draft:
    draft = Draft()
    unit = context.unit_within(own[0].document, own[0].spans[0])
    if unit is not None and (lead := unit.passage.lead_in) is not None:
        text = clean(context.text_of(unit.document)[slice(*lead)])
        marker = context.citer.cite(draft, unit.document, (lead,), unit.passage.section, unit.passage.page)
        draft.lines.append(f"»{text}« [{marker}]")
    for item in own:
        marker = context.citer.cite(draft, item.document, item.spans, (), item.page)
        draft.lines.append(f"- {name_of(item)} [{marker}]")
    return draft
