"""What a quoted answer must hold beside its words: the size and the month asked for, and a thing that is known."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.doers import done_by_others
from assistant.compose.figure_search import same_interval
from assistant.compose.limits import of_other_rank, outside_limit
from assistant.compose.partners import no_partner
from assistant.compose.premise_moves import takes_a_move
from assistant.figures import dashed
from assistant.find import own_met
from assistant.lexicon import HINT, opposite_stems, soft_stems
from assistant.measures import measures_asked
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.understand.slots import find_age, find_all, find_size
from assistant.units import Unit
from assistant.words import stems
from index.words import parts

MET = 0.4
"""How far another word must be met, at least in the same section."""
SAID = 0.6
"""How surely a sentence says a word itself, at least."""
OTHER_NAME = 0.65
"""How surely a name stands for another one, at least."""
ITSELF = 0.88
"""How surely a word is the thing to be defined, or another word for all of it."""
LARGEST_HOME = 300
"""Square metres."""
_AGENT = re.compile(
    r"(?i:bestyrelse|repræsentant|kreds|kommun|råd\b|rådet|beboer|lejer|borger|regering|minister|udvalg|organisation|forening"
    r"|fond|selskab|kommission|styrelse|virksomhed|partner|myndighed|region|ansat|medarbejder|direktør|formand|parti|ledelse"
    r"|medlem|frivillig|gruppe|famili|unge|ældre|menneske|person|politiker|bygherre|landmænd|skole|hjem|aktør)"
    r"|[a-zæøå,] [A-ZÆØÅ]\w+"
)
"""Who may do something: people and bodies, or a name within the sentence."""
_CAUSE = re.compile(
    r"\bhar (?:været med til at )?(?:øget|givet|gjort|skabt?e?|medført?e?|øge|give|gøre)\b"
    r"|\b(?:betyder|medfører|fører til|gør det)\b|, så\b|, og det\b|\bgrund\w*|\bskyld\w*"
    r"|\b(?:ved at|takket være|på baggrund af)\b",
    re.IGNORECASE,
)
"""Ways of giving a cause, beside those by which a sentence is said to give a reason."""
_NEAR = 12
"""Sentences within which a reason belongs to what it explains."""
_NEAR_NAME = 3
"""The same where it is something that has a name: the next thing told may be another's reason."""
_OFFICE = re.compile(r"formand|direktør|minister|borgmester|næstformand", re.IGNORECASE)
_TOLD_NEAR = 0.5
"""How far what is to be explained must be met: its section alone is not enough."""
_UNEXPLAINED = 0.4
"""Share of the weight of what is to be explained that may be missing from the sentence that explains it."""
_CHANGE = re.compile(
    r"(?:steg|stiger|stige|faldt|falder|falde|stoppede|lukkede|sænket|hævet|droppet|nedlagt|afskaffet)\b", re.I
)
_WHY_WORDS = frozenset({"nævnt", "vigtigt", "nødvendigt", "overhovedet"})
_SURELY = 0.62
"""Cosine from which a sentence is taken to say of the counted what the question says of them, in other words."""
_MONTH = re.compile(
    r"\b(?:i|den \d{1,2}\.|primo|medio|ultimo|siden|fra|til) "
    r"(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.IGNORECASE,
)


def asks_unknown(context: Context, query: Query) -> bool:
    """Whether the documents have no word at all for what a question counts or measures."""
    if not query.wants("number", "share", "money", "compare", "difference", "sum"):
        return False
    counted = [stem for stem in query.counted if stem not in soft_stems()]
    if counted:
        return not any(_is_known(context, (stem,)) for stem in counted)
    if measures_asked(query.text):
        return False
    own = [t for t in query.terms if t.kind == "word" and not t.verb and not set(t.stems) & soft_stems()]
    return bool(own) and not any(_is_known(context, term.stems) for term in own)


def _is_known(context: Context, words: tuple[str, ...]) -> bool:
    """Whether the documents say it in any words; words that are only about the same matter do not count."""
    return any(way.quality > HINT for way in context.lexicon.ways(words))


def misses(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether the sentences tell of something else, or give no reason where one is asked for."""
    if query.wants("reason") and _no_reason(context, query, chosen):
        return True
    return is_beside(context, query, chosen)


def is_beside(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether what the sentences tell is true of something else: another size, month, rank, place, doer or event."""
    said = " ".join(" ".join((*match.unit.passage.section, match.unit.text)) for match in chosen)
    sizes = max(len(find_all(find_size, query.text)), int(query.size is not None))
    if query.size is not None and query.size.low > LARGEST_HOME:
        if outside_limit(query.size, said):
            return True
        sizes = 0  # a size of buildings or grounds, which may stand in the sentence before
    if len(find_all(find_size, said)) < sizes:
        return True
    if of_other_rank(query.text, said) or _of_other_ages(query, said):
        return True
    if _lacks_place(context, query, chosen, said):
        return True
    if _counts_participants(query, chosen[0]):
        return True
    if _PART_OF.search(query.text) and _DENIES.search(chosen[0].unit.text) and not _DENIES.search(query.text):
        return True
    if len(query.counted) == 1 and chosen[0].meaning < _SURELY and _only_counted(context, query, chosen[0]):
        return True
    if re.match(r"\W*hvem\b", query.text, re.IGNORECASE) and not (answers.persons(said) or _AGENT.search(said)):
        return True
    if any(t.kind == "name" and _is_other_name(context, t.stems) for t in query.terms):
        return True
    if done_by_others(context, query, chosen) or no_partner(query, [match.unit.text for match in chosen]):
        return True
    if query.wants("opinion") and not any(_STANCE.search(match.unit.text) for match in chosen):
        return True
    if query.wants("definition") and _only_in_parts(context, query):
        return True
    if query.wants("reason") and _of_other_event(context, query, chosen):
        return True
    if query.counted and of_sibling(context, query, chosen[0]):
        return True
    if query.wants("number", "share", "money") and _unmoved(context, query, chosen[:1]):
        return True
    months = {found.casefold() for found in _MONTH.findall(query.text)}
    return bool(months) and not any(month in said.casefold() for month in months)


def _lacks_place(context: Context, query: Query, chosen: list[Match], said: str) -> bool:
    """Whether places are compared, and one is neither named by the sentences nor what their documents are about."""
    if len(query.places) < 2 or not query.wants("compare", "difference"):
        return False
    own = {context.entries[match.unit.document].info.municipality for match in chosen}
    return any(place not in own and not set(stems(place)) <= set(stems(said)) for place in query.places)


_STANCE = re.compile(
    r"\b(?:BL|BL's|BL’s|vi|vores|os|jeg|sektoren|boligorganisationer\w*|kommune\w*|regeringen|formand\w*|direktør\w*)\b"
    r"|\b(?:mener|siger|skal|bør|vil|vigtig\w*|nødvendig\w*)\b",
    re.IGNORECASE,
)
"""What an opinion is told with: someone who holds it, or what ought to be."""
_PART_OF = re.compile(r"\bhvor mange af\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:ikke(?! (?:mindst|kun|bare))|ingen|intet|aldrig)\b", re.IGNORECASE)
"""How many of them did it is not told by a sentence that says they did not."""
_HAS = re.compile(r"\bhvor mange\b[^?]{2,40}?\b(?:har|havde|er der (?:i|hos)|var der (?:i|hos))\b", re.IGNORECASE)
_TOOK_PART = re.compile(r"\b(?:deltog|mødtes|mødte op|samledes|var samlet|dukkede op)\b", re.IGNORECASE)
_GUESTS = frozenset(stems("deltager gæst besøgende publikum tilhører tilskuer person menneske"))


def _counts_participants(query: Query, match: Match) -> bool:
    """Whether who "has" so many is told how many came to something: 210 board members at a conference are not all."""
    if not query.counted or set(query.counted) & _GUESTS or not _HAS.search(query.text):
        return False
    return bool(_TOOK_PART.search(match.unit.text))


def _of_other_ages(query: Query, said: str) -> bool:
    """Whether the sentences tell of no age group that is the one asked for or a part of it, though they should."""
    asked = query.age
    if asked is None or not re.search(r"\d", asked.text):
        return False
    told = [age for age, _ in find_all(find_age, dashed(said)) if re.search(r"\d", age.text)]
    if not told:
        return query.wants("number", "share", "money")
    return not any(same_interval(age, asked) or asked.holds(age) for age in told)


def _only_in_parts(context: Context, query: Query) -> bool:
    """Whether the one thing to be defined stands nowhere, only the words it is made of ("ejerforening")."""
    content = [term for term in query.terms if term.kind in ("word", "name") and not term.verb]
    if len(content) != 1 or len(content[0].stems) != 1:
        return False
    ways = context.lexicon.ways(content[0].stems)
    return not any(len(way.stems) == 1 and way.quality >= ITSELF for way in ways)


def _is_other_name(context: Context, words: tuple[str, ...]) -> bool:
    """Whether only a part of a name is known: "Landsorganisation" is no organisation of the documents."""
    return max((way.quality for way in context.lexicon.ways(words)), default=1.0) < OTHER_NAME


def _of_other_event(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether what "hvorfor" takes for granted is not what the sentences tell of."""
    of_person = _OFFICE.search(query.text) or answers.persons(query.text)
    if of_person and not any(term.kind == "word" and not _OFFICE.search(term.text) for term in query.terms):
        return True  # names and posts alone do not say what is to be explained ("hvorfor gik … af")
    if _not_done(context, query, chosen) or _unmoved(context, query, chosen):
        return True
    if takes_a_move(query.text) and turned(query, chosen[0].unit):
        return True
    return of_sibling(context, query, chosen[0])


def _no_reason(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether the sentences do not say, in words like the question's, why it is so; one near in meaning may."""
    first = chosen[0].unit
    reach = _NEAR_NAME if any(term.kind == "name" for term in query.terms) else _NEAR
    near = [m for m in chosen if m.unit.document == first.document and abs(m.unit.number - first.number) <= reach]
    said = " ".join(" ".join((*match.unit.passage.section, match.unit.text)) for match in near)
    weighed = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, chosen[0].sure, strict=True)
        if term.kind in ("word", "name") and term.text.casefold() not in _WHY_WORDS
    ]
    unmet = sum(weight for weight, sure in weighed if sure < _TOLD_NEAR)
    if _heaviest_unmet(context, query, chosen[0]) or not says_why(said):
        return True
    return unmet > _UNEXPLAINED * sum(weight for weight, _ in weighed)


def _heaviest_unmet(context: Context, query: Query, match: Match) -> bool:
    """Whether the weightiest known thing of the question, which is to be explained, is not told of."""
    things = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind in ("word", "name") and not term.verb and len(term.stems) == 1 and _is_known(context, term.stems)
    ]
    return bool(things) and max(things)[1] < MET


def of_sibling(context: Context, query: Query, match: Match) -> bool:
    """Whether a compound of the question is met by another one with its head: "folketingsvalg", no "kommunalvalg"."""
    for term, own in zip(query.terms, own_met(context, query, match), strict=True):
        made = parts(term.text.lower()) if term.kind == "word" and own < SAID else ()
        if len(made) < 2:
            continue
        others = [found for token in match.unit.tokens if len(found := parts(token.text.lower())) > 1]
        if any(other[-1] == made[-1] and other[:-1] != made[:-1] for other in others):
            return True
    return False


def says_why(text: str) -> bool:
    """Whether a text gives a reason, a purpose, a means or a cause."""
    return answers.is_reason(text) or answers.gives_cause(text) or bool(_CAUSE.search(text))


def turned(query: Query, unit: Unit) -> bool:
    """Whether a sentence says the opposite of a word of the question, and not the word itself: "færre" for "flere"."""
    asked, said = frozenset(stems(query.text)), unit.stems
    sides = [pair for row in opposite_stems() for pair in (row, row[::-1])]
    return any(asked & one and not asked & other and said & other and not said & one for one, other in sides)


_PASSIVE = re.compile(r"\bhvorfor (?:blev|bliver)\b[^?]*\b([a-zæøå]{3,}(?:et|t|te))\W*$", re.IGNORECASE)
"""What was done, as the last word of the question: "hvorfor blev … forsinket"."""


def _not_done(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether what is said to have been done is in none of the sentences, so that they explain something else."""
    found = _PASSIVE.search(query.text)
    done = [i for i, term in enumerate(query.terms) if found and term.text.casefold() == found[1].casefold()]
    return bool(done) and not any(own_met(context, query, match)[done[0]] for match in chosen)


def _unmoved(context: Context, query: Query, chosen: list[Match]) -> bool:
    """Whether what rose or fell in the question does not do so in the sentences."""
    things = [i for i, term in enumerate(query.terms) if term.kind == "word" and not _CHANGE.match(term.text)]
    for i, term in enumerate(query.terms):
        if not _CHANGE.match(term.text):
            continue
        owned = [own for match in chosen if (own := own_met(context, query, match))[i] >= SAID]
        if not any(not things or any(own[thing] >= SAID for thing in things) for own in owned):
            return True
    return False


def _only_counted(context: Context, query: Query, match: Match) -> bool:
    """Whether only the noun that is counted is met: "hvor mange kandidater bor alment" by the candidates' number."""
    others = [
        sure
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind not in ("soft", "number")
        and not set(term.stems) <= set(query.counted)
        and context.lexicon.ways(term.stems)
    ]
    return bool(others) and max(others) < MET
