"""Whether a sentence holds what is asked for: the kind of thing, the names, the post, the figure, the time to come."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.compose.people import held_before
from assistant.lexicon import stop_stems
from assistant.measures import WIDE, kinds_in, measures_asked
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import fold, stem, stems

_FREE = re.compile(r"\bgratis\b|\buden (?:betaling|beregning)\b", re.IGNORECASE)
TYPES = ("date", "person", "place", "frequency", "duration", "number")


def held_types(context: Context, query: Query, unit: Unit) -> tuple[str, ...]:
    """The kinds of thing asked for that a sentence holds."""
    held = []
    for ask in TYPES:
        if not query.wants(ask) or (ask == "number" and query.wants("duration", "frequency")):
            continue
        if ask == "number" and query.wants("money") and _FREE.search(unit.text):
            held.append(ask)
        elif ask == "number":
            value = context.best_number(query, unit)
            if value is not None and context.number_is_of(query, unit, value):
                held.append(ask)
        elif ask == "date" and answers.asks_hour(query.asked):
            held += [ask] * bool(answers.hour(unit.text))
        elif ask == "date" and not _SPAN.search(query.text):
            held += [ask] * bool(answers.dates(_IN_SPAN.sub("", unit.text)))
        elif ask == "person":
            held += [ask] * any(person.text not in query.text for person in answers.persons(unit.text))
        elif answers.holds(unit.text, ask):
            held.append(ask)
    return tuple(held)


_SPAN = re.compile(
    r"\bperiode|\bfra\b.*\btil\b|\bgælder\b|\bslut|\budløb|\bvarer\b|\bhvilke år\b|\bpenge|\bstøtte", re.IGNORECASE
)
_IN_SPAN = re.compile(r"\bperioden? (?:fra )?(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)
"""Years over which something runs: no date at which anything happened."""


def _is_to_come(query: Query, text: str) -> bool:
    """Whether a sentence speaks of the next one of what the question names."""
    asked = {s for term in query.terms for s in term.stems}
    next_one = re.search(r"\b(?:næste|kommende)\s+(\w+)", text, re.IGNORECASE)
    return bool(next_one and stem(next_one[1]) in asked) or bool(_TO_BE.search(text))


def names_met(query: Query, match: Match) -> bool:
    """Whether every name of the question stands in the sentence or around it."""
    unit = match.unit
    said = " ".join((unit.text, unit.passage.text, unit.passage.context, *unit.passage.section))
    return all(
        sure >= 0.5 and _said_as_name(term.text, said)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind == "name"
    )


def _said_as_name(name: str, said: str) -> bool:
    """Whether a name that is a common word, too ("Bo Godt"), stands there with its capital."""
    if fold(name) not in stop_stems() and fold(name) not in _NAMES_THAT_ARE_WORDS:
        return True
    return bool(re.search(rf"\b{re.escape(name)}", said))


_NAMES_THAT_ARE_WORDS = frozenset(
    {"bo", "godt", "god", "stem", "hus", "by", "bold", "vi", "samles", "fest", "tal", "job"}
)


def type_held(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence holds the kind of thing asked for."""
    text = match.unit.text
    if query.wants("contact") and not _contact_held(query, text):
        return False
    if _LIVES.search(query.text) and answers.persons(query.text) and not re.search(r"\bbor\b", text):
        return False  # where someone works is not where they live
    if (
        not query.kinds
        and (opinion := _WHOSE_OPINION.search(query.question))
        and not _speaks(opinion["who"], match.unit)
    ):
        return False
    if query.wants("sum") and not answers.holds(text, "total"):
        return False
    if re.search(r"\bi træk\b", query.text) and not answers.in_a_row(text):
        return False
    if query.wants("date") and _TO_COME.search(query.text) and not _is_to_come(query, text):
        return False  # the last one is not the next one
    if query.wants("person") and _OTHERS.search(query.text):
        # One name is the one the question sets apart, not the others.
        return len([p for p in answers.persons(text) if p.text not in query.text]) > 1
    if _WHO_STUDIED.search(query.text) and not _STUDY.search(text):
        return False
    if query.wants("person") and text.startswith("Foto") and not re.search(r"\b(?:foto|billede)", query.text, re.I):
        return False
    if query.wants("date", "person", "place") and not query.wants("compare") and not _at_event(query, match):
        return False
    if query.wants("person") and (role := role_asked(query.text)):
        held = match.unit.stems | match.unit.around
        people = [p for p in answers.persons(text) if not held_before(text, p.text)]
        # Said of the document's own house, where the sentence names no other.
        near = 1.0 if _OTHER_HOUSE.search(_without_people(text)) else 0.9
        named = all(sure >= near for t, sure in zip(query.terms, match.sure, strict=True) if t.kind == "name")
        return (
            named
            and _of_body(query.text, text)
            and _has_role(context, match.unit, role)
            and any(s.startswith(role) for s in held)
            and bool(people)
        )
    narrow = bool(context.kinds_of_counted(query))  # "netværk om indkøb": counted by its own name, no key figure
    if query.wants("number", "date") and not _of_post(query, match):
        return False  # how many stood for another post
    if query.wants("person") and _ROLE.search(query.text) and _verb_unmet(query, match):
        return False  # who does something to the holder of a post is not the holder
    if query.wants("number", "share", "money") and not (
        (narrow or _of_measure(query, match.unit)) and _of_kind(query, text)
    ):
        return False
    # A name or a place may be a plain noun ("kommunerne"), so long as everything else the question says is there.
    unmet = any(s < 0.5 for t, s in zip(query.terms, match.sure, strict=True) if t.kind != "soft")
    hard = [ask for ask in TYPES if query.wants(ask) and (unmet or ask not in ("person", "place"))]
    return (
        not hard
        or bool(held_types(context, query, match.unit))
        or (hard == ["person"] and _body(context, query, match))
    )


def _of_post(query: Query, match: Match) -> bool:
    """Whether the post a question names, if it does, is named in the sentence or its heading."""
    post = _ROLE.search(query.text)
    said = match.unit.stems | match.unit.around
    return post is None or any(s.startswith(stem(post.group())) for s in said)


def _verb_unmet(query: Query, match: Match) -> bool:
    """Whether what is done ("hvem ansætter …") is not said."""
    return any(sure < 0.5 for t, sure in zip(query.terms, match.sure, strict=True) if t.verb and t.kind == "word")


_BODIES = re.compile(
    r"\b(?:kommune|boligorganisation|boligforening|boligselskab|landsbyggefond|fond|stat|regering|folketing|ministeri|"
    r"bestyrelse|repræsentantskab|kreds|beboer|lejer|udvalg|styrelse|region|forening|partner|netværk|myndighed|"
    r"civilsamfund|virksomhed|borger|kommission|råd|organisation|direktør|medlem|medarbejder|ansat|deltager|aktør|part|familie|"
    r"flertal|lejer|gæst|underviser|selskab|politiker|enlig|ældre|unge|børn|studerende|menneske|person|mennesker|folk|leder)(?:s?er|e|en|et|erne|ne|s|ens|ets|ernes|nes|ar|arer|arne|t|terne)*\b"
    r"|\bingen(?:,? der)? \w+er\b|(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+)*",
    re.IGNORECASE,
)
"""Who may do things without being one person; nobody, too."""


def _body(context: Context, query: Query, match: Match) -> bool:
    """Whether a sentence that meets all weighty words names a body the question does not, where no office is asked."""
    if not re.match(r"\W*hvem\b", query.text, re.IGNORECASE) or _ROLE.search(query.text):
        return False
    weighed = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind in ("word", "name")
    ]
    top = max((weight for weight, _ in weighed), default=0.0)
    if not weighed or any(sure < 0.5 for weight, sure in weighed if weight >= 0.7 * top):
        return False
    if _verb_unmet(query, match):
        return False
    asked = set(stems(query.text))
    return any(not set(stems(found.group())) <= asked for found in _BODIES.finditer(match.unit.text))


EVENT = re.compile(
    r"\w*(?:webinar|møde|kursus|kurse|konference|seminar|workshop|foredrag|arrangement|festival|træf|temadag|"
    r"temaaften|generalforsamling|høring|messe|dialogdag|boligdage)(?:s|n|r|t|e|et|en|er|erne|ene|ne|ets|ens|rne)?",
    re.IGNORECASE,
)
"""What people meet for; at another event the date, the place and the speakers are others."""
_SPEAKER = re.compile(
    r"\bhvem (?:\w+ ){0,2}(?:taler|talte|fortæller|fortalte|holder|holdt|underviser|underviste)\b", re.I
)


def _at_event(query: Query, match: Match) -> bool:
    """Whether the sentence stands with the event the question names, and names a person where a speaker is asked."""
    events = [s for t, s in zip(query.terms, match.sure, strict=True) if t.kind != "soft" and EVENT.fullmatch(t.text)]
    speaks = bool(events) and bool(_SPEAKER.search(query.text))
    return all(s >= 0.6 for s in events) and not (speaks and not answers.persons(match.unit.text))


_STUDY = re.compile(r"rundspørge|undersøg|survey|måling|analyse|spørgeskema|opgørelse|statistik", re.IGNORECASE)
_WHO_STUDIED = re.compile(
    rf"\bhvem\b.{{0,40}}\b(?:lavet|udarbejdet|foretaget|gennemført|bag)\b.{{0,40}}(?:{_STUDY.pattern})", re.I
)
"""Who made a study is not who made something else."""
_WHOSE_OPINION = re.compile(
    r"\bhvad (?:synes|syntes|mener|mente|siger|sagde|tænker|tænkte|svarer|svarede) "
    r"(?P<who>(?!man|de |der |BL|du |i |jeg )[\wÆØÅæøå' -]{3,45}?) (?:om|til)\b",
    re.IGNORECASE,
)


def _speaks(who: str, unit: Unit) -> bool:
    """Whether a sentence, or its heading, names the one whose opinion is asked for, word by word."""
    return set(stems(who)) - stop_stems() <= unit.stems | unit.around | unit.near


_LIVES = re.compile(r"\bhvor bor\b", re.IGNORECASE)
_CONTACTS = (
    (re.compile(r"telefon|tlf|nummer|\bring|phone", re.I), re.compile(r"(?<!\d)\+?\d{2}(?:[ .]?\d{2}){3}(?!\d)")),
    (re.compile(r"mail", re.I), re.compile(r"\w@\w")),
    (re.compile(r"adresse", re.I), re.compile(r"\b\d{4} [A-ZÆØÅ][a-zæøå]|(?:vej|gade|allé|plads|stræde) \d+")),
    (re.compile(r"åbningstid", re.I), re.compile(r"\bkl\b|\bklokken\b|\d[:.]\d\d", re.I)),
)
"""What is asked for of someone, and what a sentence must hold that gives it."""


def _contact_held(query: Query, text: str) -> bool:
    """Whether a sentence gives the very way of reaching someone that is asked for."""
    said = f"{query.asked} {query.text}"
    asked = [held for ask, held in _CONTACTS if ask.search(said)]
    return any(held.search(text) for held in asked) if asked else answers.holds(text, "contact")


_BODY = re.compile(
    r"\b(?P<role>\w*(?:formand|direktør|chef|sekretær))(?:en)? (?:for|i|af) (?P<body>[a-zæøå]\w{6,}?)(?:et|en|s)?\b"
)


def _of_body(question: str, text: str) -> bool:
    """Whether a post is of the body asked for: a chairman out walking with a board does not chair it."""
    asked = _BODY.search(question)
    if asked is None or asked["body"] not in text.lower():
        return True
    role, body = re.escape(asked["role"]), re.escape(asked["body"])
    return bool(re.search(rf"{role}\w*,? (?:for|i|af) (?:\w+ ){{0,2}}\w*{body}|{body}\w* (?:\w+ )?{role}", text, re.I))


_OTHER_HOUSE = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÆØÅ]\w+")


def _without_people(text: str) -> str:
    for person in answers.persons(text):
        text = text.replace(person.text, "")
    return text


def _has_role(context: Context, unit: Unit, role: str) -> bool:
    """Whether a person of the sentence has the role asked for, as far as their roles were read."""
    roles = {
        stem(mention.role.split()[-1])
        for mention in context.snapshot.mentions
        if mention.kind == "person" and mention.role and mention.document == unit.document
        if any(a <= mention.spans[0][0] < b for a, b in unit.spans)
    }
    return not roles or any(read.startswith(role) for read in roles)


_ROLE = re.compile(
    r"\b(?:næstformand|formand|direktør|præsident|minister|borgmester|ordstyrer|moderator|chef|sekretær)(?:en)?\b",
    re.IGNORECASE,
)

_TO_COME = re.compile(r"\b(?:næste|kommende|fremover|fremtidige?)\b", re.IGNORECASE)
_TO_BE = re.compile(r"\b(?:skal|vil|bliver|afholdes|holdes|finder sted|planlagt)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\bhvem\b.{0,30}\b(?:de (?:\w+ )?andre|de øvrige)\b", re.IGNORECASE)


def role_asked(text: str) -> str | None:
    """Stem of the office a question asks the holder of ("Hvem er formand for …")."""
    found = re.search(r"\bhvem (?:er|var|blev|bliver)\b.{0,60}", text, re.IGNORECASE)
    role = _ROLE.search(found.group()) if found else None
    return stem(role.group()) if role and role.group().lower() not in ("ordstyrer", "moderator") else None


def _of_measure(query: Query, unit: Unit) -> bool:
    """Where a question names a key figure ("boligbyrde"), a sentence must be about that figure, too."""
    asked = [m for m, _ in measures_asked(query.text) if m.name not in WIDE]
    said = " ".join((unit.text, *unit.passage.section[-1:])).lower()
    return not asked or any(m.card.search(said) for m in asked)


def _of_kind(query: Query, text: str) -> bool:
    """Where question and sentence each name kinds of dwelling, they must name one in common."""
    asked, said = kinds_in(query.text), kinds_in(text)
    return not asked or not said or bool(set(asked) & set(said))
