"""What a document says of itself: what is in it, what it calls itself or is meant as, when and by whom it was made."""

import re

from assistant.compose.context import Context
from assistant.compose.listing import narrow_terms
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stem, stems
from index.evidence import DocumentEntry

_INSIDE = re.compile(
    r"\bhvad\b.{0,50}\b(?:indeholder|rummer|omfatter)\b|\bhvad er i\b"
    r"|\bhvad (?:er der|ligger der|findes der|følger der|indeholder|rummer|omfatter|består)\b"
    r"|\bhvad (?:finder|får) (?:man|jeg|vi)\b|\bindhold(?:et)?\b"
    r"|\bhvad (?:er|står|indgår) (?:der )?i (?:velkomst|pakken|materialet|årsberetning|kommuneark)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:tænkt som|ment som|tænkes som|kalder (?:bl|de|den|man|sig)\b|beskrives som|beskriver (?:bl|man)|betegnes)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\bhv(?:em|ornår|ordan|or)\b.{0,60}\b(?:skrevet|lavet|udarbejdet|blev til|blevet til|formuleret|udformet|udviklet|"
    r"stod bag|står bag|ved bordet|med til at (?:lave|skrive|formulere|udarbejde))\b",
    re.IGNORECASE,
)
_MAKING = re.compile(r"\b(?:udarbejde(?:t|de)|skrevet|skrev|formulerede?t?|udvikle(?:t|de)|lavede?t?)\b", re.IGNORECASE)
_PROGRAMME = re.compile(r"\b(?:programmet|målene|målsætningerne)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:pakken?|materiale\w*|dokumentet|hæftet?|folderen|arket|beretningen|rapporten|udgivelsen|publikationen)\b",
    re.IGNORECASE,
)
_OF_ITSELF = frozenset(
    stems(
        "kalder selv tænkt ment beskrives beskriver betegnes opfattes skrevet skrive lavet lave udarbejdet udarbejde "
        "formuleret formulere udformet udviklet bag bordet sad siddet indeholder indhold rummer omfatter består ligger "
        "findes følger pakke pakken sendt boligorganisationer fået nyt nye byråd stod hvem med ved"
    )
)
_GOES_ON = re.compile(r"^(?:De|Det|Den)\b|\b(?:vedtog|vedtaget)\b")
_BEGINNING, _MOST = 60, 4


def answer_about_document(context: Context, query: Query) -> Draft | None:
    """Quoted sentences of the one document that is bound; None when the question is about anything in particular."""
    if len(query.documents) != 1 or query.wants("number", "money", "share", "contact"):
        return None
    entry = context.entries.get(query.documents[0])
    if entry is None or any(not set(stems(text)) <= _OF_ITSELF for text in narrow_terms(query)):
        return None
    own = [unit for unit in context.units.all if unit.document == entry.id]
    if _MADE.search(query.text):
        return _quoted(context, _made(entry, own))
    if _MEANT.search(query.text):
        return _quoted(context, _meant(entry, own))
    if _INSIDE.search(query.text):
        return _quoted(context, _inside(own)) or _headings(context, entry, own)
    return None


def _made(entry: DocumentEntry, own: list[Unit]) -> list[Unit]:
    """The sentence that tells of the document's making, by its title or as what it is, and those that go on with it."""
    title = _title(entry)
    for at, unit in enumerate(own):
        itself = len(title & unit.stems) >= len(title) - 1 or _SELF.search(unit.text) or _PROGRAMME.search(unit.text)
        if not itself or not _MAKING.search(unit.text):
            continue
        run = [unit]
        for following in own[at + 1 : at + 3]:
            if following.group != unit.group or not _GOES_ON.search(following.text):
                break
            run.append(following)
        return run
    return []


def _meant(entry: DocumentEntry, own: list[Unit]) -> list[Unit]:
    """The first sentence whose subject is the document, and those after it that go on about it."""
    title = _title(entry)
    for at, unit in enumerate(own):
        begins = {token.stem for token in unit.tokens[: len(title) + 2]}
        if unit.passage.kind != "prose" or len(title & begins) < len(title) or len(unit.tokens) < len(title) + 3:
            continue
        run = [unit]
        for following in own[at + 1 : at + _MOST]:
            if following.group != unit.group or not re.match(
                r"(?:De|Den|Det|Målene|Ambitionen|Formålet)\b", following.text
            ):
                break
            run.append(following)
        return run
    return []


def _title(entry: DocumentEntry) -> frozenset[str]:
    """Stems of the title's words, without its years and what stands in brackets."""
    plain = re.sub(r"\([^)]*\)", " ", entry.info.title)
    return frozenset(s for s in stems(plain) if not s[0].isdigit() and s not in (stem("BL"), stem("til")))


def _inside(own: list[Unit]) -> list[Unit]:
    """The sentence near the beginning that tells of the document's parts, with the lines that go on with them."""
    for at, unit in enumerate(own[:_BEGINNING]):
        if not _SELF.search(unit.text) or not re.search(r":(?:\s|$)", unit.text):
            continue
        run = [unit]
        for following in own[at + 1 : at + 12]:
            if following.passage.section != unit.passage.section or following.text[-1] in ".!?":
                break
            run.append(following)
        if len(run) > 1 or len(unit.text.split(":", 1)[1]) > 40:
            return run
    return []


def _headings(context: Context, entry: DocumentEntry, own: list[Unit]) -> Draft | None:
    """The headings of a document that has no list of its parts."""
    draft = Draft()
    text = context.text_of(entry.id)
    seen: dict[str, Unit] = {}
    for unit in own:
        if unit.passage.section:
            seen.setdefault(unit.passage.section[-1], unit)
    for heading, unit in list(seen.items())[:20]:
        start = text.rfind(heading, 0, unit.spans[0][0])
        if start < 0 or len(heading) > 90:
            continue
        span = ((start, start + len(heading)),)
        marker = context.citer.cite(draft, entry.id, span, unit.passage.section, unit.passage.page)
        draft.lines.append(f"- {clean(heading)} [{marker}]")
    return draft if len(draft.lines) >= 3 else None


def _quoted(context: Context, units: list[Unit]) -> Draft | None:
    if not units:
        return None
    draft = Draft()
    draft.lines += [f"»{clean(unit.text)}« [{context.citer.cite_unit(draft, unit)}]" for unit in units]
    return draft
