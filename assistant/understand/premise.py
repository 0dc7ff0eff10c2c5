"""What a question takes for granted: "Nu hvor X er formand, …", "…, ikke?", "Hvorfor er A større end B?"."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["role", "place", "goals", "count", "only", "dropped", "why", "clause", "tag"]

_ROLE = r"(?:vice|næst)?(?:adm(?:inistrerende|\.)? )?(?:vice)?(?:formand|direktør|præsident|minister|borgmester)"
_NAME = r"[A-ZÆØÅ][\w'’.-]+(?: (?:[A-ZÆØÅ][\w'’.-]+|van|von|de|af)){1,3}"
_ORG = r"(?: (?:for|i|af|hos) (?P<org>[A-ZÆØÅ][\w'’&-]*(?: [A-ZÆØÅ][\w'’&-]*)*))?"
_SUBORDINATE = r"(?:nu hvor|nu da|nu|når nu|når|siden|eftersom|i og med at|hvis)"
_CLAUSE = re.compile(rf"^\W*{_SUBORDINATE} (?P<claim>[^,?]{{8,120}}), (?P<rest>hv\w+ .{{5,}})$", re.IGNORECASE)
_HOLDS = re.compile(
    rf"(?P<name>{_NAME}) (?:jo |vel |nu |stadig )?(?:er|var|blev|er blevet) (?:jo |vel |nu |stadig |ny )?"
    rf"(?P<role>(?i:næst)?{_ROLE})(?:en)?\b{_ORG}"
)
_IS_HOLDER = re.compile(
    rf"^\W*[Ee]r (?P<name>{_NAME}) (?:nu |stadig |ny )?(?P<role>(?:næst)?{_ROLE})(?:en)?\b{_ORG}\W*$"
)
_TAG = re.compile(
    r"^(?P<claim>[^?]{6,160}?),? (?:ikke(?: sandt| også| rigtigt)?|vel|er det ikke)\s*\?(?P<rest>.*)$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^(?P<thing>[\wÆØÅæøå][^,?–]{2,60}?) (?P<verb>blev|bliver|var|er|fandt|finder)(?: (?P<how>holdt|afholdt|sted))? "
    r"(?:i|på) (?P<place>[A-ZÆØÅ][\w'’-]+(?: [A-ZÆØÅ][\w'’-]+)*)(?: i (?P<year>(?:19|20)\d\d))?"
    r"(?:,? ikke(?: sandt)?\s*\?|,? (?:og )?[–-]? ?(?P<rest>hv\w+ .{5,}\?))?\s*$"
)
_GOALS = re.compile(
    r"\b(?P<count>en|to|tre|fire|fem|seks|syv|otte|\d) (?:overordnede )?(?:pejlemærker?|hovedmål|målsætninger|mål)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^\W*hvorfor (?P<verb>har|havde|er|var|fik|får) (?P<who>[^?]{0,40}?)\b(?:kun|bare|blot|hele|så mange som) "
    r"(?P<count>en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|\d[\d.]*) (?P<thing>[^?]{3,80})\?*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^\W*hvorfor er det (?:kun|alene|udelukkende) (?P<who>[^,?]{2,40}?),? der (?P<rest>[^?]{8,})\?*$", re.I
)
_DROPPED = re.compile(
    r"^\W*hvorfor (?:har (?P<who>[\wÆØÅæøå]+) (?:\w+ )?(?:droppet|fjernet|glemt|opgivet|sløjfet|udeladt|skrottet)"
    r"|(?:droppede|fjernede|glemte|opgav|sløjfede|udelod|skrottede) (?P<whom>[\wÆØÅæøå]+)) (?P<thing>[^?]{3,})\?*$",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^\W*hvorfor (?P<claim>(?:er|har|bor|ligger|steg|faldt|koster|flytter|var|havde|betaler) .{8,})$", re.IGNORECASE
)
_RIGHT = re.compile(r"^\W*er det (?:rigtigt|sandt|korrekt|ikke rigtigt),? at (?P<claim>[^?]+)\?$", re.IGNORECASE)
_AMOUNT = re.compile(
    r"^(?P<thing>(?!der\b)[\wÆØÅæøå][^,?]{2,50}?) (?P<verb>er|var|får|fik|koster|kostede|udgør|udgjorde)"
    r"(?: jo| vel)?(?P<on> på)? (?:\w+ )?\d[\d.,]*"
    r"(?: (?:mio\.|mia\.|kr\.|kroner|millioner|milliarder|pct\.|procent))+[\s.,]*$",
    re.IGNORECASE,
)
"""A thing of its own that is said to be so big; figures by place or kind are asked by their own words."""
_HOUSED = re.compile(
    r"^\W*(?:i )?hvilke[nt]? (?:(?P<adj>[a-zæøå]+sk(?:e|t)?) )?[a-zæøå]+"
    r"(?: (?:i|på|ved|nær) (?P<place>[A-ZÆØÅ][\w'’-]+))? "
    r"(?:lagde|stillede|lånte|husede|rummede|dannede|var vært for|stod som vært for|blev brugt til)"
    r"(?: (?:lokaler?|hus|sal(?:e|en)?|rammen?|rammerne|plads)(?: (?:til|om|for|ud til))?)? (?P<thing>[^?]{4,})\?*$",
    re.IGNORECASE,
)
"""A place that is said to have housed something: where that was decides it."""
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATED = re.compile(
    rf"^\W*(?:hvilken (?:dag|dato)|hvornår) i (?P<month>{_MONTHS})(?: (?:19|20)\d\d)? "
    r"(?P<rest>[a-zæøå]+ [^?]{4,})\?*$",
    re.IGNORECASE,
)
"""A month in which something is said to have happened."""
_SMALL = re.compile(r"^(?:Der|Det|De|Den|Vi|Man|Alle|Mange)\b")
_NUMBERS = {
    **{"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10},
    **{"elleve": 11, "tolv": 12},
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What is taken for granted. `check`: a question that tells whether it holds; `rest`: what is asked then."""

    kind: Kind
    check: str
    said: str
    """The name, place or number that is claimed."""
    rest: str = ""


def claim_of(question: str) -> Claim | None:
    """The claim a question holds, or None."""
    clause = _CLAUSE.match(question)
    said, rest = (clause["claim"], _without_so(clause["rest"])) if clause else (question, "")
    tag = None if clause else _TAG.match(question)
    if tag:
        said = tag["claim"]
    if right := _RIGHT.match(question):
        said = right["claim"]
    if found := (_HOLDS.search(said) if clause or tag or right else _IS_HOLDER.match(question)):
        return Claim("role", f"Hvem er {found['role'].lower()} for {found['org'] or 'BL'}?", found["name"], rest)
    if held := _HELD.match(question):
        when = f" i {held['year']}" if held["year"] else ""
        how = f" {held['how']}" if held["how"] else ""
        check = f"Hvor {held['verb']} {_lower(held['thing'])}{how}{when}?"
        then = f"{held['rest'].rstrip(' ?')} ved {held['thing']}{when}?" if held["rest"] else ""
        return Claim("place", check, held["place"], then)
    if (housed := _HOUSED.match(question)) and (there := housed["place"] or housed["adj"]):
        return Claim("place", f"Hvor holdt man {housed['thing']}?", there)
    if dated := _DATED.match(question):
        return Claim("place", f"Hvornår {dated['rest']}?", dated["month"])
    why = _WHY.match(question)
    if (why or tag) and (goals := _GOALS.search(question)):
        number = _NUMBERS.get(goals["count"].lower()) or int(goals["count"])
        return Claim("goals", question, str(number))
    if counted := _COUNT.match(question):
        number = _NUMBERS.get(counted["count"].lower()) or int(re.sub(r"\D", "", counted["count"]))
        there = "" if counted["who"].strip() else " der"
        check = f"Hvor mange {counted['thing']} {counted['verb']}{there} {counted['who']}".rstrip() + "?"
        return Claim("count", check, str(number))
    if only := _ONLY.match(question):
        return Claim("only", f"Hvem {only['rest']}?", only["who"])
    if dropped := _DROPPED.match(question):
        return Claim("dropped", question, dropped["thing"])
    if why:
        return Claim("why", f"{why['claim'][:1].upper()}{why['claim'][1:]}", "")
    if clause and re.search(r"\d", said):
        return Claim("clause", _checked(said), "", rest)
    if tag and not tag["rest"].strip() and re.search(r"\d", said):
        return Claim("tag", _checked(said), "")
    return None


def _checked(said: str) -> str:
    """A claim with a number as the question that decides it."""
    if amount := _AMOUNT.match(said):
        return f"Hvor meget {amount['verb']} {_lower(amount['thing'])}{amount['on'] or ''}?"
    turned = re.sub(r"^(?:der) (er|var|bor|findes)(?: jo| vel)?\b", r"\1 der", said, flags=re.IGNORECASE)
    return (
        f"{turned[:1].upper()}{turned[1:]}?"
        if turned != said
        else f"Er det rigtigt, at {_SMALL.sub(lambda m: m[0].lower(), said)}?"
    )


def _without_so(rest: str) -> str:
    return re.sub(r"^(hv\w+ \w+) så\b", r"\1", rest[:1].upper() + rest[1:])


def _lower(text: str) -> str:
    """Without the capital of a sentence's beginning, where the word is no name of letters alone."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
