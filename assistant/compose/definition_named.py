"""What a named thing is: the sentence that calls it by what it is, "den nordiske organisation NBO"."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.compose.refusal import refuse
from assistant.draft import Draft
from assistant.understand.query import Query

_ASKED = re.compile(
    r"^\W*(?i:hvad|forklar,? hvad|hvem) (?i:er|betyder|dækker|menes der med|var) "
    r"(?:(?i:navnet|forkortelsen|begrebet) )?[\"“”'’]?"
    r"(?P<name>[A-ZÆØÅ][\w&.'’-]*(?: (?:for )?[A-ZÆØÅ][\w&'’-]*){0,4})[\"“”'’]?"
    r"(?: (?i:egentlig|over|for (?:en|et|noget)(?: (?:slags|type))?(?: \w+)?))?\W*$"
)
_SORT = (
    r"\w*(?:organisation|forening|fond|forbund|selskab|netværk|sammenslutning|samarbejde|register|program|projekt|kampagne"
    r"|format|uddannelse|pulje|virksomhed|blad|magasin|udvalg|strategi|tilgang|initiativ|konference|kommission|materiale)"
    r"(?:en|et|s|ens|ets)?"
)
"""What a thing with a name may be called."""
_SPELT = re.compile(r"\b(?:betyder|forkortelse\w*|står .{1,30} for)\b", re.IGNORECASE)
"""What letters stand for is told only where they are spelt out."""
_LEAST, _MOST = 2, 2


def answer_named(context: Context, query: Query) -> Draft | None:
    """The sentence that says most plainly what the name stands for; None when none does."""
    asked = _ASKED.match(query.text.strip())
    if asked is None or query.language != "da" or query.periods or query.places or query.wants("person"):
        return None
    forms = _forms(asked["name"])
    told = []
    for unit in context.units.all:
        if query.documents and unit.document not in query.documents:
            continue
        if plainly := max((worth for worth, form in forms if form.search(clean(unit.text))), default=0):
            told.append((-plainly, unit.number, unit))
    if not told or -min(told)[0] < _LEAST:
        return refuse(context, query, []) if _SPELT.search(query.text) and asked["name"].isupper() else None
    told.sort(key=lambda row: row[:2])
    plainest, _, first = told[0]
    draft = Draft(longest=900)
    for unit in [u for worth, _, u in told if worth == plainest and u.document == first.document][:_MOST]:
        draft.lines.append(f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]")
    return draft


def _forms(name: str) -> list[tuple[int, re.Pattern[str]]]:
    """Ways of saying what a name stands for, with how plain each is."""
    said = rf"[\"“”'’]?{re.escape(name)}[\"“”'’]?"
    return [
        (4, re.compile(rf"^{said}(?: [–-] [^.–]{{2,40}}[–,-]?)? er (?:en|et|den|det|ny\w*|interesse\w*)\b")),
        (4, re.compile(rf"^{said}, (?:som|der) er (?:en|et|den|det)\b")),
        (3, re.compile(rf"\b{_SORT} {said}(?!\w)")),
        (3, re.compile(rf"\b{_SORT} \({re.escape(name)}\), (?:som|der|hvor)\b")),
        (3, re.compile(rf"{said}(?: [–-] [A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)*)?, (?:en|et|den|det) (?:\w+ ){{0,3}}{_SORT}\b")),
        (2, re.compile(rf"\w \({re.escape(name)}\)")),
        (2, re.compile(rf"^{said} har\b.{{10,}}\b{_SORT}\b")),
    ]
