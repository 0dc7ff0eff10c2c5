"""Questions that take something for granted: what the documents say otherwise comes first, then the rest's answer."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from assistant import texts
from assistant.answer import Conversation, Turn
from assistant.compose.context import Context
from assistant.compose.figure import verdict_on
from assistant.compose.listing import goals_of
from assistant.compose.people import answer_role, holds_role
from assistant.compose.premise_moves import went_the_other_way
from assistant.compose.premise_things import correct
from assistant.draft import Draft
from assistant.understand.documents import period_of
from assistant.understand.premise import Claim, claim_of
from assistant.understand.query import Query
from assistant.understand.understand import understand
from assistant.words import stems
from index.evidence import Evidence, Filters

Compose = Callable[[Context, Query, Evidence, Filters], Draft]
_MARKER = re.compile(r"\[(\d+)\]")


def answer_premise(
    context: Context, query: Query, evidence: Evidence, filters: Filters, compose: Compose
) -> Draft | None:
    """A correction, with the answer to what else is asked; None when nothing is claimed or nothing decides it."""
    if query.language != "da" or not (claim := claim_of(query.question)):
        return None

    def ask(question: str, before: str | None = None) -> Draft:
        talk = Conversation((Turn(before, before),)) if before else Conversation()
        one = understand(question, talk, context.snapshot.documents, context.lexicon)
        return compose(context, one, evidence, filters)

    if claim.kind == "role":
        return _role(context, query, claim, ask)
    if claim.kind == "goals":
        return _goals(context, query, claim, ask)
    if claim.kind == "place":
        return _place(claim, ask)
    if claim.kind in ("count", "only", "dropped"):
        return correct(context, query, claim, ask)
    return _number(claim, ask)


Ask = Callable[..., Draft]


def _role(context: Context, query: Query, claim: Claim, ask: Ask) -> Draft | None:
    """ "Nu hvor X er formand": who is, when it is another; and the next question's answer."""
    held = understand(claim.check, Conversation(), context.snapshot.documents, context.lexicon)
    holder = answer_role(context, held)
    if holder is None:
        return None
    true = holds_role(context, held, claim.said)
    post = re.sub(r"^Hvem er |\?$", "", claim.check)
    if claim.rest:
        rest = ask(claim.rest)
        if true:
            return rest
        holder.lines[0] = f"{post[:1].upper()}{post[1:]} er {holder.lines[0]}"
        return joined(holder, rest)
    if true and not _same_person(holder, claim.said):
        return None
    if not query.wants("yesno"):
        return None
    holder.lines[0] = f"{'Ja' if true else 'Nej'}. {post[:1].upper()}{post[1:]} er {holder.lines[0]}"
    return holder


def _same_person(holder: Draft, name: str) -> bool:
    return bool(set(stems(name)) & set(stems(holder.lines[0].split(":")[0])))


def _goals(context: Context, query: Query, claim: Claim, ask: Ask) -> Draft | None:
    """ "Hvorfor er der kun to pejlemærker": the list, when it is longer or shorter."""
    period = query.periods[0] if query.periods else None
    entry = next((e for e in context.snapshot.documents if e.id in query.documents), None)
    own = period or (period_of(entry) if entry else None)
    if own is None:
        return None
    count = len(goals_of(context, query, own))
    if not count or count == int(claim.said):
        return None
    listed = ask(f"Hvad er målene i Almene mål {own.label}?")
    if listed.status != "answered" or len(listed.lines) < count:
        return None
    marks = "".join(dict.fromkeys(re.findall(r"\[\d+\]", listed.text)))
    said = texts.GOALS_COUNTED["da"].format(period=own.label, count=texts.COUNT_WORDS[count])
    listed.lines[0] = f"{said} {marks}"
    return listed


def _place(claim: Claim, ask: Ask) -> Draft | None:
    """ "Folkemødet blev holdt i Aalborg": where it was, when the documents say so and it is elsewhere."""
    where = ask(claim.check)
    if where.status != "answered":
        return None
    said = set(stems(where.text))
    if set(stems(claim.said)) <= said:
        return ask(claim.rest) if claim.rest else None
    return joined(ask(claim.rest), where) if claim.rest else where


def _number(claim: Claim, ask: Ask) -> Draft | None:
    """A claimed figure or comparison: corrected when it is wrong; a reason for what is right stands nowhere."""
    check = ask(claim.check)
    if check.status != "answered":
        return None
    if claim.kind == "tag" and not check.figures:
        return check
    if not (verdict := _verdict(check, claim)):
        return went_the_other_way(claim.check, check) if claim.kind == "why" else None
    if claim.kind == "tag":
        return check
    if claim.kind == "clause":
        rest = ask(claim.rest, claim.check)
        rest.lines[:1] = [_VERDICT.sub("", line) for line in rest.lines[:1]]
        return rest if verdict == "Ja" else joined(check, rest)
    if verdict == "Nej":
        return check
    check.status = "partial"
    check.lines[0] = _VERDICT.sub("", check.lines[0])
    check.lines += ["", texts.NO_REASON]
    return check


_VERDICT = re.compile(r"^(Ja|Nej)\. ")


def _verdict(check: Draft, claim: Claim) -> str | None:
    """The answer's own "Ja" or "Nej"; for a sum that of the number claimed, put in front."""
    if found := _VERDICT.match(check.text):
        return found[1]
    totals = [figure for figure in check.figures if figure.derived]
    if len(totals) != 1 or not (said := verdict_on(claim.check, Fraction(totals[0].value))):
        return None
    check.lines[0] = f"{said} {check.lines[0]}"
    return said.rstrip(".")


def joined(first: Draft, then: Draft) -> Draft:
    """Two drafts as one, what both quote said once; `partial` when the second found nothing."""
    shift = max((c.marker for c in first.citations), default=0)
    base = len(first.figures)
    quoted = {spans: marker for marker, spans in _spans_by_marker(first).items()}
    same = {marker: quoted[spans] for marker, spans in _spans_by_marker(then).items() if spans in quoted}

    def moved(line: str) -> str:
        return _MARKER.sub(lambda found: f"[{same.get(int(found[1]), int(found[1]) + shift)}]", line)

    first.citations += [replace(c, marker=c.marker + shift) for c in then.citations if c.marker not in same]
    first.figures += [
        replace(
            f,
            marker=same.get(f.marker, f.marker + shift) if f.marker else None,
            inputs=tuple(i + base for i in f.inputs),
        )
        for f in then.figures
    ]
    first.lines += [line for line in map(moved, then.lines) if not any(line and line in said for said in first.lines)]
    if then.status != "answered":
        first.status = "partial"
    first.longest = max(first.longest, then.longest)
    return first


def _spans_by_marker(draft: Draft) -> dict[int, frozenset[tuple[str, int, int]]]:
    markers = {c.marker for c in draft.citations}
    return {m: frozenset((c.document, c.start, c.end) for c in draft.citations if c.marker == m) for m in markers}
