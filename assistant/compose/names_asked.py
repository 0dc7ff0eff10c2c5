"""Whether an answer names those a question asks the names of: rivals, others than the one named, so many by name."""

import re

from assistant import answers
from assistant.clauses import own_words
from assistant.draft import Draft
from assistant.given_names import given_names
from assistant.understand.query import Query
from assistant.words import stems

_AGAINST = re.compile(
    r"\bstill\w* op (?:i?mod|over ?for)\b|\bop (?:i?mod|over ?for) (?-i:[A-ZÆØÅ])"
    r"|\b(?:slog(?! sig)|slået(?! sig)|besejre\w*|vandt over|vundet over|udkonkurrere\w*)\b"
    r"|\b(?:kæmpe\w* (?:i?mod|med)|konkurrere\w*|udfordre\w*)\b"
    r"|\btab(?:te|t|er)\b.{0,60}\btil\b|\b(?:modkandidat|modstander|konkurrent|rival|udfordrer)\w*",
    re.IGNORECASE,
)
"""Asks who stood on the other side."""
_RIVAL = re.compile(
    r"\bkandidat\w*|\bmodkandidat\w*|\bmodstander\w*|\bkonkurr\w*|\budfordr\w*|\brival\w*|\bstill\w* op\b|\bopstil\w*"
    r"|\bslog\b|\bbesejr\w*|\bvandt over\b|\btab(?:te|t|er)\b|\bfik \d+ (?:af \w+ )?stemmer\b",
    re.IGNORECASE,
)
"""Tells that someone stood on the other side."""
_OTHERS = re.compile(
    r"\b(?:de|hvilke|hvem) (?:(?:to|tre|fire|fem|seks|\d) )?(?:andre|øvrige|resterende)\b|\bud ?over (?-i:[A-ZÆØÅ])"
    r"|\b(?:foruden|bortset fra|andre end|anden end|ikke kun|ved siden af) (?-i:[A-ZÆØÅ])",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:hvad (?:hed|hedder|kaldes)|navne(?:t|ne)? på|hvilke navne har)\s+(?P<who>[^,?.]{3,60})",
    re.IGNORECASE,
)
_NARROWED = re.compile(r"\b(?:som|der|for|i|på|ved|hos|fra|med|om|til|blandt)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\w*(?:barn|børn\w*|pige\w*|dreng\w*|søn\w*|datter\w*|døtre\w*|mor|far|forældre\w*|bror|søster|søskende|kone|mand|"
    r"kæreste\w*|ven|venner\w*|veninde\w*|nabo\w*|kandidat\w*|taler\w*|oplægsholder\w*|vært\w*|medlem\w*|beboer\w*|"
    r"direktør\w*|formand\w*|formænd\w*|leder\w*|person\w*|modstander\w*|deltager\w*|minister\w*|borgmester\w*|vinder\w*)",
    re.IGNORECASE,
)
"""Nouns of persons, whose names are those of persons."""
_SEVERAL = re.compile(
    r"\bhvem (?:er|var|blev) (?:\w+ )?"
    r"(?:kandidater|oplægsholdere|talere|værter|moderatorer|formænd|direktører|ministre|vindere)(?:ne)?\b",
    re.IGNORECASE,
)
"""Asks for more than one person."""
_COUNTS = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10}
_OWNS = re.compile(r"\b(?:eje[rst]?|ejede|ejet|ejere?n?|tilhør\w*|ejes)\b", re.IGNORECASE)
"""Who owns a thing is none of those who are told of beside it."""
_NAME = re.compile(r"[”“\"»’'][^”“\"«’']{2,60}[”“\"«’']|(?<![.!?:] )(?<!^)\b[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [A-ZÆØÅ][\w-]+)*")


def lacks_names(query: Query, draft: Draft) -> bool:
    """Whether the question asks for names that no quote of an answer tells."""
    if draft.status == "not_found" or draft.figures or query.wants("number", "date"):
        return False
    said = [" ".join(citation.quote.split()) for citation in draft.citations]
    if query.wants("person") and _AGAINST.search(query.text):
        return not any(_names_rival(query, text) for text in said)
    if query.wants("person") and re.search(r"\bhvem\W+(?:\w+\W+)?(?:ejer|ejede|ejes)\b", query.text, re.IGNORECASE):
        return not any(_OWNS.search(text) for text in said)
    called = _CALLED.search(query.text)
    noun = _NARROWED.split(called["who"])[0] if called else ""
    people = any(_PEOPLE.fullmatch(word) for word in re.findall(r"[^\W\d_]+", noun))
    count = next((_COUNTS[w] for w in noun.lower().split() if w in _COUNTS), 1)
    if _SEVERAL.search(query.text):
        return len(_others(query, " ".join(said))) < 2
    if people or (query.wants("person") and _OTHERS.search(query.text)):
        return len(_others(query, " ".join(said))) < count
    return count > 1 and len(set(_NAME.findall(" ".join(said)))) < count and len(draft.lines) < count


def _names_rival(query: Query, text: str) -> bool:
    """Whether a clause tells of someone the question does not name as one who stood for the same."""
    people = answers.persons(text)
    clauses = (own_words(text, one.span, [p.span for p in people]) for one in people if not _named(query, one.text))
    return any(_RIVAL.search(text[slice(*clause)]) for clause in clauses)


def _others(query: Query, text: str) -> set[str]:
    """The persons of a text whom the question does not name."""
    full = [person.text for person in answers.persons(text)]
    alone = [name for name in given_names(text) if not any(name in one for one in full)]
    return {name for name in (*full, *alone) if not _named(query, name)}


def _named(query: Query, name: str) -> bool:
    return set(stems(name)[-1:]) <= set(stems(query.text))
