"""Whether a sentence tells of the very one asked about: the holder of a post, a body, a speaker, someone to reach."""

import re

from assistant import answers
from assistant.compose.context import Context
from assistant.given_names import given_names
from assistant.lexicon import stop_stems
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import stem, stems

ROLE = re.compile(
    r"\b(?:næstformand|viceformand|vicepræsident|formand|direktør|præsident|minister|borgmester|ordstyrer|moderator|chef|sekretær)(?:en)?\b",
    re.IGNORECASE,
)


def role_asked(text: str) -> str | None:
    """Stem of the office a question asks the holder of ("Hvem er formand for …")."""
    found = re.search(r"\bhvem (?:er|var|blev|bliver)\b.{0,60}", text, re.IGNORECASE)
    role = ROLE.search(found.group()) if found else None
    if role and role.group().lower().startswith("viceformand"):
        return stem("næstformand")
    return stem(role.group()) if role and role.group().lower() not in ("ordstyrer", "moderator") else None


def verb_unmet(query: Query, match: Match) -> bool:
    """Whether what is done ("hvem ansætter …") is not said."""
    return any(sure < 0.5 for t, sure in zip(query.terms, match.sure, strict=True) if t.verb and t.kind == "word")


_BODIES = re.compile(
    r"\b(?:kommune|boligorganisation|boligforening|boligselskab|landsbyggefond|fond|stat|regering|folketing|ministeri|"
    r"bestyrelse|repræsentantskab|kreds|beboer|lejer|udvalg|styrelse|region|forening|partner|netværk|myndighed|"
    r"civilsamfund|virksomhed|borger|kommission|råd|organisation|direktør|medlem|medarbejder|ansat|deltager|aktør|part|"
    r"familie|flertal|gæst|underviser|selskab|politiker|enlig|ældre|unge|børn|studerende|menneske|person|folk|leder)"
    r"(?:s?er|e|en|et|erne|ne|s|ens|ets|ernes|nes|ar|arer|arne|t|terne)*\b"
    r"|\bingen(?:,? der)? \w+er\b"
    r"|(?-i:(?<=[a-zæøå,] )(?<! i )(?<! på )(?<! ved )(?<! nær )[A-ZÆØÅ][A-Za-zæøå]+(?: [A-ZÆØÅ][a-zæøå]+)*)",
    re.IGNORECASE,
)
"""Who may do things without being one person; nobody, too."""


def names_body(context: Context, query: Query, match: Match) -> bool:
    """Whether a sentence that meets all weighty words names a body the question does not, where no office is asked."""
    if not re.match(r"\W*hvem\b", query.text, re.IGNORECASE) or ROLE.search(query.text):
        return False
    weighed = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind in ("word", "name")
    ]
    top = max((weight for weight, _ in weighed), default=0.0)
    if not weighed or any(sure < 0.5 for weight, sure in weighed if weight >= 0.7 * top):
        return False
    names = [sure for t, sure in zip(query.terms, match.sure, strict=True) if t.kind == "name"]
    others = set(OTHER_HOUSE.findall(without_people(match.unit.text))) - _EVERYWHERE
    said = any(s >= 1.0 for t, s in zip(query.terms, match.sure, strict=True) if t.kind == "word")
    if any(sure < (0.7 if said and not others else 0.9) for sure in names) or verb_unmet(query, match):
        return False  # who lives in one house does not live in the next one
    asked = set(stems(query.text))
    if any(stem(name) not in asked for name in given_names(match.unit.text)):
        return True
    return any(not set(stems(found.group())) <= asked for found in _BODIES.finditer(match.unit.text))


STUDY = re.compile(r"rundspørge|undersøg|survey|måling|analyse|spørgeskema|opgørelse|statistik", re.IGNORECASE)
WHO_STUDIED = re.compile(
    rf"\bhvem\b.{{0,40}}\b(?:lavet|udarbejdet|foretaget|gennemført|bag)\b.{{0,40}}(?:{STUDY.pattern})", re.I
)
"""Who made a study is not who made something else."""
WHOSE_OPINION = re.compile(
    r"\bhvad (?:synes|syntes|mener|mente|siger|sagde|tænker|tænkte|svarer|svarede) "
    r"(?P<who>(?!man|de |der |BL|du |i |jeg )[\wÆØÅæøå' -]{3,45}?) (?:om|til)\b",
    re.IGNORECASE,
)


def speaks(who: str, unit: Unit) -> bool:
    """Whether a sentence, or its heading, names the one whose opinion is asked for, word by word."""
    return set(stems(who)) - stop_stems() <= unit.stems | unit.around | unit.near


LIVES = re.compile(r"\bhvor bor\b", re.IGNORECASE)
_CONTACTS = (
    (re.compile(r"telefon|tlf|nummer|\bring|phone", re.I), re.compile(r"(?<!\d)\+?\d{2}(?:[ .]?\d{2}){3}(?!\d)")),
    (re.compile(r"mail", re.I), re.compile(r"\w@\w")),
    (re.compile(r"adresse", re.I), re.compile(r"\b\d{4} [A-ZÆØÅ][a-zæøå]|(?:vej|gade|allé|plads|stræde) \d+")),
    (re.compile(r"åbningstid", re.I), re.compile(r"\bkl\b|\bklokken\b|\d[:.]\d\d", re.I)),
)
"""What is asked for of someone, and what a sentence must hold that gives it."""


def contact_held(query: Query, text: str) -> bool:
    """Whether a sentence gives the very way of reaching someone that is asked for."""
    said = f"{query.asked} {query.text}"
    asked = [held for ask, held in _CONTACTS if ask.search(said)]
    return any(held.search(text) for held in asked) if asked else answers.holds(text, "contact")


_BODY = re.compile(
    r"\b(?P<role>\w*(?:formand|direktør|chef|sekretær))(?:en)? (?:for|i|af) (?P<body>[a-zæøå]\w{6,}?)(?:et|en|s)?\b"
)


def of_body(question: str, text: str) -> bool:
    """Whether a post is of the body asked for: a chairman out walking with a board does not chair it."""
    asked = _BODY.search(question)
    if asked is None:
        return True
    if asked["body"] not in text.lower():
        # The board of a department is another one than "the board".
        return not any(
            asked["body"].endswith(word) for word in re.findall(r"[a-zæøå]{6,}?(?=et\b|en\b|s\b|\b)", text.lower())
        )
    role, body = re.escape(asked["role"]), re.escape(asked["body"])
    return bool(re.search(rf"{role}\w*,? (?:for|i|af) (?:\w+ ){{0,2}}\w*{body}|{body}\w* (?:\w+ )?{role}", text, re.I))


_EVERYWHERE = frozenset({"BL", "Danmark", "Danmarks", "EU"})
OTHER_HOUSE = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÆØÅ]\w+")


def without_people(text: str) -> str:
    """A sentence without the names of its persons."""
    for person in answers.persons(text):
        text = text.replace(person.text, "")
    return text


def has_role(context: Context, unit: Unit, role: str) -> bool:
    """Whether a person of the sentence has the role asked for, as far as their roles were read."""
    roles = {
        stem(mention.role.split()[-1])
        for mention in context.snapshot.mentions
        if mention.kind == "person" and mention.role and mention.document == unit.document
        if any(a <= mention.spans[0][0] < b for a, b in unit.spans)
    }
    return not roles or any(read.startswith(role) for read in roles)
