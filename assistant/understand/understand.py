"""From a question, in its conversation, to a `Query`. The entry point of this folder."""

import re
from dataclasses import replace

from assistant.answer import Conversation
from assistant.gatherings import EVENT
from assistant.lexicon import Lexicon, rewrite, stop_stems
from assistant.measures import measures_asked
from assistant.score import term_weight
from assistant.themes import find_theme
from assistant.understand.core_words import with_core_words
from assistant.understand.documents import choose_programme, named_kinds, period_of, relative_named
from assistant.understand.english import translate
from assistant.understand.focus import asks_before, focus_of, without_frames
from assistant.understand.followup import stand_alone
from assistant.understand.intents import asked_count, find_asks
from assistant.understand.language import find_language
from assistant.understand.publisher import published_by, publisher_named
from assistant.understand.query import Period, Query, Term
from assistant.understand.slots import (
    find_age,
    find_municipalities,
    find_periods,
    find_size,
    is_country,
    is_here,
    townspeople,
)
from assistant.understand.terms import mend, read_terms
from assistant.words import stem
from index.evidence import DocumentEntry
from ingest.document import Span

LONGEST = 1500
"""Characters of a question that are read; a longer one is answered politely from its beginning."""


def understand(
    question: str, conversation: Conversation, entries: tuple[DocumentEntry, ...], lexicon: Lexicon
) -> Query:
    """The question as it stands alone, and what it asks for."""
    previous = None
    if conversation.turns:
        last = conversation.turns[-1].standalone_question
        previous = _read(last, last, entries, lexicon)
    asked = " ".join(question[:LONGEST].split())
    alone = stand_alone(asked, previous, entries, conversation.turns)
    query = _read(asked, alone.text, entries, lexicon)
    if previous is not None and previous.language == "en" and find_language(asked) == "en":
        query = replace(query, language="en")  # its words may have been put into the Danish of the one before
    if alone.carry and previous is not None:
        known = {term.stems for term in query.terms}
        # What is carried over is context: it helps to find the place, but need not all stand there.
        extra = tuple(
            replace(term, verb=True, kind="word" if term.kind == "name" else term.kind)
            for term in previous.terms
            if term.stems not in known
        )
        query = replace(query, terms=(*query.terms, *extra), theme=query.theme or previous.theme, carried=True)
    if not query.places and _BOTH.search(query.text) and measures_asked(query.text):
        both = _our_places(entries, ())
        query = replace(query, places=both) if len(both) == 2 else query
    if query.here and not query.places and measures_asked(query.text):
        ours = _our_places(entries, query.documents)
        query = replace(query, places=ours, here=not ours)
    return query


def _read(asked: str, question: str, entries: tuple[DocumentEntry, ...], lexicon: Lexicon) -> Query:
    """The question's asking part; the whole message where that part alone says too little."""
    focus = focus_of(question)
    if focus == question or asks_before(question):
        return _read_part(asked, question, focus, entries, lexicon)
    query = _read_part(asked, question, focus, entries, lexicon)
    whole = _read_part(asked, question, question, entries, lexicon)
    told = _read_part(asked, question, without_frames(question), entries, lexicon).terms
    whole = replace(whole, terms=told) if any(t.kind != "soft" for t in told) else whole
    content = [t for t in query.terms if t.kind != "soft"]
    if not content and not (query.kinds and query.wants("list")) and not measures_asked(query.text):
        return whole
    if _leans_on_context(query, content, lexicon):
        query = replace(query, terms=whole.terms, theme=query.theme or whole.theme)
    elif _POINTS_BACK.search(query.text) and not measures_asked(query.text):
        query = replace(query, terms=(*query.terms, *_told(query, whole, lexicon)))
    elif query.wants("date", "person", "place", "duration") and not any(_is_bound(term) for term in query.terms):
        # "Jeg vil med til webinaret. Hvem holder oplæg?": at that event, and at no other.
        query = replace(query, terms=(*query.terms, *(t for t in whole.terms if EVENT.fullmatch(t.text))))
    return replace(
        query,
        places=query.places or whole.places,
        here=query.here or whole.here,
        periods=query.periods or whole.periods,
        documents=query.documents or whole.documents,
        kinds=query.kinds or whole.kinds,
        size=query.size or whole.size,
    )


_IT = re.compile(
    r"\b(?:ved|om|med|på|mod|for|af|imod|til|i) (?:det|den|dem|sådan noget)\b(?= ?[?,.]| så\b| her\b|$)|\bder\?*$",
    re.IGNORECASE,
)
"""A question that names its matter only as what was said before."""
_POINTS_BACK = re.compile(
    r"\b(?:han|hun|ham|hende|hans|hendes|dem|deres|de(?! \w+(?:e|er)\b))\b|\bgik sammen\b|\b(?:der|dér|her)\W*$",
    re.IGNORECASE,
)
"""A question about someone whom only the sentences before it tell of."""


def _is_bound(term: Term) -> bool:
    """Whether a term says by itself which one is meant."""
    return term.kind == "name" or EVENT.fullmatch(term.text) is not None


_INTRODUCES = ("eksempel", "historie", "artikel", "tekst", "billede", "blad", "side", "afsnit", "sted", "ting")
"""Words that bring a matter up and say nothing of it: "der er et eksempel med …"."""
_GENERAL = 0.62
"""Weight of a word below which it says little about what a question is about."""


def _told(query: Query, whole: Query, lexicon: Lexicon) -> tuple[Term, ...]:
    """What the sentences before the question tell of: names bind, words that the documents have only help."""
    known = {term.stems for term in query.terms}
    known |= {(stem(word),) for word in _INTRODUCES}
    told = (t for t in whole.terms if t.stems not in known and t.kind in ("word", "name") and lexicon.ways(t.stems))
    return tuple(term if term.kind == "name" else replace(term, verb=True) for term in told)


def _leans_on_context(query: Query, content: list[Term], lexicon: Lexicon) -> bool:
    """Whether what stands before the question says what it is about: "Huse står tomme. Hvad kan vi gøre sammen?"."""
    if query.wants("number", "person", "date", "share", "money", "sum", "compare") or measures_asked(query.text):
        return False
    if not any(t.kind == "name" or not set(t.stems) & stop_stems() for t in content):
        return True  # phrases around small words ("have på plads", "sammen med") name no matter
    return bool(_IT.search(query.text)) or max((term_weight(t, lexicon) for t in content), default=0.0) < _GENERAL


def _read_part(asked: str, question: str, part: str, entries: tuple[DocumentEntry, ...], lexicon: Lexicon) -> Query:
    language = find_language(part)
    said = rewrite(translate(part) if language == "en" else townspeople(with_core_words(part)))
    # What is left in English is no misspelt Danish: "preside" is not "presse", though "sector" is "sektor".
    foreign = frozenset(re.findall(r"[a-z]+", part)) if language == "en" else frozenset()
    mended, corrected = mend(said, lexicon, foreign)
    text = mended
    periods = find_periods(text)
    places = find_municipalities(said) or find_municipalities(text)
    if not places and corrected:
        places = find_municipalities(said)
    size = find_size(text)
    age = None if size else find_age(text)
    kinds = named_kinds(text)
    taken = [span for _, span in periods] + [span for _, span in find_municipalities(text)]
    taken += [found[1] for found in (size,) if found]
    found = tuple(period for period, _ in periods)
    relative = relative_named(text)
    documents, missing, found = _bind(kinds, found, relative, tuple(name for name, _ in places), entries, text)
    # The name of a document that is there binds the question; one that is not must be found as words.
    taken += [span for _, span in kinds] if documents else []
    publisher = publisher_named(text, entries)
    if publisher is not None:
        own = published_by(publisher[0], entries)
        documents = tuple(id for id in documents if id in own) or own
        taken.append(publisher[1])
    read = read_terms(text, tuple(taken), lexicon)
    asks = find_asks(text) | (find_asks(part) & {"contact"})  # "nummeret" may have been mended into another word
    return Query(
        asked=asked,
        question=question,
        text=text,
        language=language,
        asks=asks,
        terms=read.terms,
        counted=read.counted,
        places=tuple(dict.fromkeys(name for name, _ in places)),
        here=is_here(text),
        country=is_country(text),
        periods=found,
        kinds=tuple(kind for kind, _ in kinds),
        documents=documents,
        publisher=publisher[0] if publisher else None,
        missing_document=missing,
        theme=find_theme(text),
        size=size[0] if size else None,
        age=age[0] if age else None,
        count=asked_count(text),
        corrected=corrected,
    )


_BOTH = re.compile(r"\b(?:de to|begge|to) kommuner\b", re.IGNORECASE)
"""The two municipalities the documents are about, meant by no name."""


def _our_places(entries: tuple[DocumentEntry, ...], documents: tuple[str, ...]) -> tuple[str, ...]:
    """The municipalities "hos os" may be: every one the documents are about, when there are several."""
    at_hand = (e.info.municipality for e in entries if not documents or e.id in documents)
    found = tuple(sorted({place for place in at_hand if place}))
    return found if len(found) > 1 else ()


def _bind(
    kinds: tuple[tuple[str, Span], ...],
    periods: tuple[Period, ...],
    relative: str | None,
    places: tuple[str, ...],
    entries: tuple[DocumentEntry, ...],
    text: str,
) -> tuple[tuple[str, ...], str | None, tuple[Period, ...]]:
    """Documents the question names, what it names that is not there, and the periods (with those that "newest" means)."""  # noqa: E501
    named = [kind for kind, _ in kinds]
    if "maalprogram" in named and relative and not periods:
        entry = choose_programme(entries, relative, None)
        if entry and (period := period_of(entry)):
            return (entry.id,), None, (replace(period, text=""),)
    chosen: list[str] = []
    missing: str | None = None
    for kind in named:
        own = [entry for entry in entries if entry.info.kind == kind]
        if kind in ("kommuneark", "velkomstpakke") and places:
            own = [e for e in own if e.info.municipality in places]
            chosen += [e.id for e in own]
            continue
        if kind == "maalprogram":
            until = int(ends[1]) if (ends := _UNTIL.search(text)) and len(periods) == 1 else None
            hits = [e.id for e in own if (p := period_of(e)) and any(_same(p, q) or _begins(p, q) for q in periods)]
            hits = hits or [e.id for e in own if (p := period_of(e)) and p.end == until]
            chosen += hits
            if hits and len(periods) == 1 and periods[0].start == periods[0].end:
                entry = next(e for e in own if e.id == hits[0])
                whole = period_of(entry)
                periods = (replace(whole, text=periods[0].text),) if whole else periods
            if periods and not hits:
                missing = periods[0].label
            continue
        hits = [e.id for e in own if not periods or ((p := period_of(e)) and any(_touch(p, q) for q in periods))]
        explicit = re.search(r"beretning\w*\s+(?:for\s+)?(?:19|20)\d\d", text, re.IGNORECASE)
        chosen += hits or ([] if explicit else [e.id for e in own])
        if not hits and explicit:
            missing = f"årsberetning {periods[0].label}" if periods else "årsberetning"
    return tuple(dict.fromkeys(chosen)), missing, periods


_UNTIL = re.compile(r"\b(?:til og med|frem til|indtil) (20\d\d)\b", re.IGNORECASE)
""" "Målene til og med 2028" are those that end then."""


def _same(a: Period, b: Period) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def _begins(programme: Period, asked: Period) -> bool:
    """ "målene fra 2026" are those of 2026-2028."""
    return asked.start == asked.end == programme.start


def _touch(a: Period, b: Period) -> bool:
    return a.start <= b.end and b.start <= a.end


def name_terms(query: Query) -> tuple[Term, ...]:
    """Terms that are names."""
    return tuple(term for term in query.terms if term.kind == "name")
