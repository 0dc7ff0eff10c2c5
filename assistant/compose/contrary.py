"""Why something happened of which the documents tell the contrary: the sentence that says so, in place of a reason."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import is_fragment, own_met
from assistant.understand.query import Query

_WHY = re.compile(
    r"\bhvorfor (?:blev|bliver|er|var|tabte|taber|lukkede|lukker|stoppede|stopper|nedlagde)\b", re.IGNORECASE
)
_CONTRARIES = tuple(
    (re.compile(said, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for said, told in (
        (
            r"\bforsink",
            r"\bfør (?:tid|planen|ventet)|\btil tiden\b|\btidligere end (?:planlagt|ventet)|\bforud for plan",
        ),
        (r"\bdyrere end (?:planlagt|ventet|budget)|\boverskred", r"\bunder budget|\bbilligere end (?:planlagt|ventet)"),
        (r"\b(?:forkastet|afvist|nedstemt)\b", r"\b(?:vedtaget|godkendt)\b"),
        (r"\b(?:vedtaget|godkendt)\b", r"\b(?:forkastet|afvist|nedstemt)\b"),
        (r"\btab(?:te|er)\b", r"\bvalgt\b|\bvandt\b|\bsejr\w*"),
        (
            r"\b(?:lukket|lukkede|lukker|stoppet|stoppede|stopper|nedlagt|nedlagde)\b",
            r"\bvidereført\b|\bført videre\b|\bfortsætter\b|\bfortsatte\b|\bblev reddet\b",
        ),
        (r"\b(?:genvalgt)\b", r"\bgenopstillede ikke\b"),
    )
)
_HALF = 0.5
_BESIDE = 0.6
"""How surely a word stands in the sentence, its heading, its neighbours or its passage."""


def answer_contrary(context: Context, query: Query) -> Draft | None:
    """The contrary in a quote; None where no sentence about the same named thing says it, or one says what is asked."""
    if query.language != "da" or not _WHY.search(query.text):
        return None
    pair = next((pair for pair in _CONTRARIES if pair[0].search(query.text)), None)
    names = [i for i, term in enumerate(query.terms) if term.kind == "name"]
    if pair is None or not names:
        return None
    said, told = pair
    others = [i for i, t in enumerate(query.terms) if t.kind == "word" and not said.search(t.text)]
    found = []
    for unit in context.units.all:
        if query.documents and unit.document not in query.documents:
            continue
        if not any(set(query.terms[i].stems) <= unit.stems | unit.around for i in names):
            continue
        owned = own_met(context, query, context.plain_match(query, unit))
        if not all(owned[i] or set(query.terms[i].stems) <= unit.around for i in names):
            continue
        if said.search(unit.text):
            return None
        near = context.scorer.match(unit, query, [1.0] * len(query.terms), {}).sure
        about = sum(near[i] >= _BESIDE for i in others) >= _HALF * len(others)
        if told.search(unit.text) and about and not is_fragment(unit):
            found.append((sum(owned[i] for i in others), unit))
    if not found:
        return None
    _, best = max(found, key=lambda one: (one[0], -one[1].number))
    draft = Draft()
    draft.lines.append(f"»{clean(best.text)}« [{context.citer.cite_unit(draft, best)}]")
    return draft
