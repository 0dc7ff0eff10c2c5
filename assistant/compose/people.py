"""Who holds a role: from the persons that were read out of the documents, each with its role and organisation."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.understand.query import Query, Term
from assistant.understand.slots import find_periods
from assistant.words import fold, stem, stems
from ingest.document import Mention

_ROLE = re.compile(
    r"\b((?:vice)?(?:adm(?:inistrerende)?\.? )?(?:vice)?\w*(?:næstformand|formand|direktør|moderator|ordstyrer|præsident|vært|minister|borgmester|modkandidat))(?:s(?:post|stol)(?:en)?|en|ens|s)?\b",  # noqa: E501
    re.IGNORECASE,
)
_PAST = r"(?:har|havde) været|tidligere|daværende|overtog|afløste|efterfulgte|forgænger|fra"
_OTHER_TIME = re.compile(r"\b(?:tidligere|forrige|forgænger\w*|før|afløs\w*|efterf\w*|overtog)\b", re.IGNORECASE)
_SAME = {"ordstyrer": "moderator", "viceformand": "næstformand"}
OTHERS = re.compile(r"\bhvem\b.{0,30}\b(?:de (?:\w+ )?andre|de øvrige)\b", re.IGNORECASE)
"""Those beside the one who holds the post: the others who stood for it."""


def answer_role(context: Context, query: Query) -> Draft | None:
    """The holder of a role, when the question asks for nothing more than role and organisation."""
    asked = _ROLE.search(query.text)
    if (
        not query.wants("person")
        or not asked
        or query.wants("number", "date", "place")
        or _OTHER_TIME.search(query.text)
        or OTHERS.search(query.text)
    ):
        return None
    role = _bare(asked[1])
    organisation = _organisation(context, query, asked.span())
    if organisation is None:
        return None
    found = [
        (score, m)
        for m in context.snapshot.mentions
        if (score := _score(context, m, role, asked[1], organisation, query.publisher)) > 0
    ]
    if query.documents:
        found = [(s, m) for s, m in found if m.document in query.documents]
    # Who held the post in another year than the documents tell of is not known from them.
    found = [(s, m) for s, m in found if _in_years(context, query, m)]
    if not found:
        return None
    found.sort(key=lambda item: (-item[0], item[1].spans[0]))
    mention = found[0][1]
    unit = context.unit_at(mention.document, mention.spans[0][0])
    draft = Draft(longest=700)
    if unit is not None and clean(mention.name) in clean(unit.text):
        marker, said = context.citer.cite_unit(draft, unit), clean(unit.text)
    else:  # Said by a heading, which is no sentence of its own.
        marker, said = (
            context.citer.cite(draft, mention.document, mention.spans, (), mention.page),
            clean(mention.quote),
        )
    if clean(mention.name) not in said:
        return None
    draft.lines.append(f"**{clean(mention.name)}**: »{said}« [{marker}]")
    return draft


def _in_years(context: Context, query: Query, mention: Mention) -> bool:
    unit = context.unit_at(mention.document, mention.spans[0][0])
    single = [period for period in query.periods if period.start == period.end]
    if unit is not None:
        return all(context.scorer.period_fits(unit, period) for period in single)
    info = context.entries[mention.document].info  # said by a heading
    years = [p for p, _ in find_periods(info.period or str(info.year or ""))]
    return all(any(p.start <= asked.start <= p.end for p in years) for asked in single)


def holds_role(context: Context, query: Query, name: str) -> bool:
    """Whether the documents name this person, too, in the role and organisation that a question asks the holder of."""
    asked = _ROLE.search(query.text)
    organisation = _organisation(context, query, asked.span()) if asked else None
    if asked is None or organisation is None:
        return False
    wanted = stems(name)
    return any(
        wanted[-1] in stems(m.name) and wanted[0] in stems(m.name)
        for m in context.snapshot.mentions
        if _score(context, m, _bare(asked[1]), asked[1], organisation, None) >= 2
    )


def asks_holder(query: Query) -> bool:
    """Whether a question asks who holds an office of state or town, which a person is only by being called so."""
    return bool(
        re.search(
            r"\bhvem (?:er|var|hedder) (?:(?!med\b|til\b|i\b)\w+ ){0,3}?\w*(?:minister|borgmester)(?:en)?\b",
            query.text,
            re.IGNORECASE,
        )
    )


def held_before(text: str, name: str) -> bool:
    """Whether a sentence says that someone held the post earlier: another took over, or the past perfect is used."""
    person = re.escape(clean(name))
    return bool(
        re.search(
            rf"\b(?:tidligere|daværende|forhenværende|afgående|afløste|efterfulgte|forgænger\w*|overtog\b[^.]{{0,40}}\bfra)\b"
            rf"[^.]{{0,30}}{person}|{person},? (?:der |som )?(?:havde været|gik af|afgik|fratrådte)",
            clean(text),
            re.IGNORECASE,
        )
    )


def _bare(role: str) -> str:
    last = fold(role).split()[-1]
    return fold(_SAME.get(last, last))


def _organisation(context: Context, query: Query, taken: tuple[int, int]) -> frozenset[str] | None:
    """Stems of the organisation named; BL when none is. None when the question says more than role and organisation."""
    rest = [
        t for t in query.terms if t.kind != "soft" and not set(t.stems) <= set(stems(query.text[taken[0] : taken[1]]))
    ]
    rest = [t for t in rest if stem(t.text) not in _PARTS]
    names = [t for t in rest if t.kind == "name"]
    if len(names) != len(rest):
        return None
    names = [t for t in names if not _is_person(context, t)]  # "Allan Werges næstformand"
    said = frozenset(s for t in names for s in t.stems)
    return said or frozenset(stems(query.publisher or "bl"))


_PARTS = frozenset(stems("forord forordet leder lederen indledning indledningen makker kollega stedfortræder"))
"""Parts of a document that a post may be named by ("ifølge forordet") and its holder's fellows; no organisation."""


def _is_person(context: Context, term: Term) -> bool:
    """Whether a name of the question is that of a person who holds a post in the documents."""
    people = (m for m in context.snapshot.mentions if m.kind == "person" and m.role)
    return any(set(term.stems) <= set(stems(clean(m.name))) for m in people)


def _score(
    context: Context, mention: Mention, role: str, asked: str, organisation: frozenset[str], publisher: str | None
) -> float:
    if mention.kind != "person" or not mention.role or _bare(mention.role) != role:
        return 0.0
    score = 1.0
    if "adm" in asked.lower() and "adm" in mention.role.lower():
        score += 1.0
    if role != fold("næstformand") and ("vice" in asked.lower()) != ("vice" in mention.role.lower()):
        return 0.0
    own = frozenset(stems(mention.organisation or ""))
    quote = clean(mention.quote)
    if publisher and not own:  # a post without a house is one of the publisher's own
        score += 1.0
    elif (own and (organisation <= own or own <= organisation)) or (
        organisation == {"bl"} and re.search(r"\bBL(?:['’]?s)?\b|\bfra BL\b", quote) and (not own or own & {"bl"})
    ):
        score += 2.0
    elif own or organisation != {"bl"}:
        return 0.0
    if held_before(quote, mention.name):
        return 0.0
    if re.search(
        rf"(?:{_PAST})[^.]{{0,60}}{re.escape(clean(mention.name))}|{re.escape(clean(mention.name))}[^.]{{0,40}}(?:{_PAST})",
        quote,
    ):
        score -= 2.0
    if re.search(r"\b(?:adm\.|administrerende)", mention.role) and "adm" not in asked.lower() and role == "direktoer":
        score += 0.5
    year = context.entries[mention.document].info.year or 0
    return score + year / 100000
