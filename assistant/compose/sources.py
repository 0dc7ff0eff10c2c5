"""Where a number or a survey comes from: the note that a sentence's footnote mark leads to, or its sheet's own."""

import re

from assistant.compose.context import Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import is_fragment
from assistant.score import term_weight
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems

_STUDY = r"(?:rundspørge|undersøgelse|survey|måling|analyse|spørgeskema|opgørelse|statistik|beregning|meningsmåling)\w*"
_ASKS = re.compile(
    rf"\bkilde(?:n|r|rne)?\b|\bhvor (?:stammer|kommer|er|har|henter)\b.{{0,80}}\bfra\b"
    rf"|\bhvem (?:har |stod |står |er )?(?:lavet|lavede|foretaget|foretog|gennemført|gennemførte|bag|udført|beregnet)\b"
    rf".{{0,40}}\b{_STUDY}",
    re.IGNORECASE,
)
_ABOUT_NUMBERS = re.compile(rf"\b(?:tal|tallet|tallene|procent|pct|data|oplysning\w*|{_STUDY})\b|\d|%", re.IGNORECASE)
_SOURCE_WORD = re.compile(
    rf"kilde\w*|stammer|kommer|tal|tallet|tallene|data|lavet|foretaget|gennemført|udarbejdet|bag|folk|{_STUDY}",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?<=[\w.,!?)])(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹]|(?<=[a-zæøå][.])[1-9])\s*$")
_DIGIT = dict(zip("¹²³⁴⁵⁶⁷⁸⁹", "123456789", strict=True))
_NOTE = re.compile(r"^(?:Kilder?\b|Tallene (?:om|for|er|stammer|kommer|bygger)\b)", re.IGNORECASE)
_LEAST = 0.5
"""Share of the words of the question that a sentence itself must hold before its footnote answers."""


def asks_source(query: Query) -> bool:
    """Whether a question asks where what is said comes from."""
    said = query.question
    return bool(_ASKS.search(said)) and bool(_ABOUT_NUMBERS.search(said) or re.search(r"\bkilde", said, re.IGNORECASE))


def answer_source(context: Context, query: Query) -> Draft | None:
    """The source named by the footnote of the sentence asked about; else by the note of the sheet it stands on."""
    if not asks_source(query) or query.missing_document:
        return None
    # A phrase ("tallene om") is of the source when its first word is.
    terms = tuple(t for t in query.terms if t.kind != "soft" and not _SOURCE_WORD.fullmatch(t.text.split()[0]))
    if len(terms) > 1 and (found := _marked(context, query, terms)):
        sentence, note, source = found
        draft = Draft(longest=900)
        draft.lines.append(f"**{source}**: »{clean(note.text)}« [{context.citer.cite_unit(draft, note)}]")
        draft.lines.append(f"»{clean(sentence.text)}« [{context.citer.cite_unit(draft, sentence)}]")
        return draft
    return None if re.match(r"\W*hvem\b", query.question, re.IGNORECASE) else _of_sheet(context, query, terms)


def _marked(context: Context, query: Query, terms: tuple[Term, ...]) -> tuple[Unit, Unit, str] | None:
    """The sentence asked about, the note its mark leads to, and the source the note gives there."""
    weights = [term_weight(term, context.lexicon) for term in terms]
    best: tuple[float, int, Unit, Unit, str] | None = None
    for unit in context.units.all:
        mark = _MARK.search(unit.text)
        if mark is None or not _allowed(context, query, unit):
            continue
        held = sum(w * _held(context, term, unit) for w, term in zip(weights, terms, strict=True)) / sum(weights)
        year = context.entries[unit.document].info.year or 0
        if held < _LEAST or (best is not None and (held, year) <= best[:2]):
            continue
        if noted := _noted(context, unit, _DIGIT.get(mark["mark"], mark["mark"])):
            best = (held, year, unit, *noted)
    return best[2:] if best else None


def _held(context: Context, term: Term, unit: Unit) -> float:
    ways = context.lexicon.ways(term.stems)
    return max((w.quality for w in ways if all(s in unit.stems for s in w.stems)), default=0.0)


def _noted(context: Context, unit: Unit, number: str) -> tuple[Unit, str] | None:
    for note in context.units.all:
        if note.document != unit.document or not _NOTE.match(note.text):
            continue
        if note.passage.page != unit.passage.page and note.passage.section != unit.passage.section:
            continue
        found = re.search(rf"(?<!\d){number}\)\s*(?P<source>.+?)\s*(?:[,;.]\s*\d\)|$)", clean(note.text))
        if found:
            return note, re.sub(r"\s*\([^)]*\)", "", found["source"]).rstrip(" ,;.")
    return None


def _of_sheet(context: Context, query: Query, terms: tuple[Term, ...]) -> Draft | None:
    """The notes without numbers of the one sheet that is named by its place or its name."""
    if not query.places and not query.documents:
        return None
    notes = [u for u in context.units.all if _NOTE.match(u.text) and _allowed(context, query, u) and not is_fragment(u)]
    notes = [u for u in notes if not re.search(r"\b1\)", u.text) and len(u.tokens) > 3]
    notes = [u for u in notes if _counted_there(context, terms, u)]
    if not notes or len({u.document for u in notes}) > 1:
        return None
    draft = Draft(longest=900)
    draft.lines += [f"»{clean(u.text)}« [{context.citer.cite_unit(draft, u)}]" for u in notes[:2]]
    return draft


def _counted_there(context: Context, terms: tuple[Term, ...], note: Unit) -> bool:
    """Whether one numbered line of the note's document is about all that the question names."""
    if not terms:
        return True
    lines = (u for u in context.units.all if u.document == note.document and re.search(r"\d", u.text))
    return any(
        all(any(all(s in u.stems | u.around for s in w.stems) for w in context.lexicon.ways(t.stems)) for t in terms)
        for u in lines
    )


def _allowed(context: Context, query: Query, unit: Unit) -> bool:
    if query.documents and unit.document not in query.documents:
        return False
    info = context.entries[unit.document].info
    return all(info.municipality == place or all(s in unit.stems for s in stems(place)) for place in query.places)
