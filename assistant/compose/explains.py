"""What a word means: by a sentence that says what the thing is, does or is for; one that names it explains nothing."""

import re

from assistant import texts
from assistant.beside import ARTICLE
from assistant.compose.context import SAME_COUNT, Context
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.find import LEANS, is_fragment
from assistant.score import Match
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import Token, tokens

_ASKED = re.compile(
    r"^\W*(?:hvad|(?:kan du )?(?:forklar\w*|fortæl\w*),? (?:mig )?hvad) "
    r"(?:er|betyder|menes (?:der )?med|mener (?:man|i|bl|de) med|forstås (?:der )?ved|forstår (?:man|i|bl) ved|dækker)"
    r"(?: (?:ordet|begrebet|udtrykket))?(?: (?:en|et|den|det|de|såkaldte?))* "
    r"[\"“”'’]?(?P<thing>[\w’'-]+(?: [\w’'-]+){0,2}?)[\"“”'’]?"
    r"(?: (?:er|over|egentlig|helt præcist|rent \w+|for (?:en|et|noget)(?: \w+)?|slags|nu|her|sådan))*\W*$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"^\w{3,}(?:en|et|ne) (?:for|i|af|med|på|hos|bag) (?P<owner>\w.*)", re.IGNORECASE)
"""What something has ("målgruppen for bladet"): it is told, and no word explained."""
_SHORT = 300
"""Characters of a sentence that is shown since it names the thing."""
_LOOKED = 20
"""Sentences in which an explanation is looked for."""
_OPENS = 3
"""Words before a thing that a sentence begins with: an article and what describes it."""
_SAYS = re.compile(
    r"\s*(?:er (?:en|et|den|det|de|hjem|når)|viser|angiver|måler|betyder|dækker over|vil sige|fungerer)\b"
)
_GOES_ON = re.compile(r"[\"“”'’]?(?: \w+)?,? (?:hvor|så)\b|[\"“”'’]?(?:: |, (?:der|som) (?:\w+[rs]\b|skal|kan|vil))")
"""What follows a thing that is told of at once: "X, hvor …", "X, så …", "X: …", "X, som giver …"."""
_BROUGHT = re.compile(r"[\"“”'’]?, (?:der|som) \w")
_KNOWN = re.compile(r"\b(?:den|det|de|denne|dette|disse)\b[^,.:;]*$", re.IGNORECASE)
"""Whether a thing was told of before: "den X, som vi er underlagt" does not say what X is, "nye X, som vi får" does."""
_MEANS = re.compile(r"^\W*(?:gennem|via|med|ved hjælp af)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:såkaldte?|kaldet|kaldes|kaldt|defineret som|overskriften)\W*$", re.IGNORECASE)
_HAS = re.compile(r"\b(?:har|have|får|fik)\b[^.;:]*$", re.IGNORECASE)
_VERB = re.compile(
    r"[\"“”'’]?(?: (?:19|20)\d\d)? (?!(?:til|for|her|der|over|efter|under|eller)\b)\w+(?:er|[aeiouyæøå]r|ede|te)\b"
)


def thing_asked(query: Query) -> str | None:
    """The one thing whose meaning is asked for, in the question's words; else None."""
    found = _ASKED.match(query.text) if query.language == "da" and not query.carried else None
    if found is None or query.places or query.periods or query.documents or query.missing_document:
        return None
    if query.wants("number", "money", "share", "date", "person", "list", "sum", "compare", "difference", "timeline"):
        return None
    return found["thing"] if not re.search(r"\d", found["thing"]) else None


def told_of_owner(context: Context, thing: str, ranked: list[Match]) -> bool:
    """Whether the thing is what something has, and the best sentence names that one: then no word is explained."""
    of_another = _OF_ANOTHER.match(thing)
    return bool(of_another and ranked and names(context, of_another["owner"], ranked[0].unit))


def explaining(context: Context, thing: str, ranked: list[Match]) -> Match | None:
    """The sentence that says most plainly what the thing is; None where every one only names it."""
    wanted = tokens(thing)
    told = [
        (-plain, at, match)
        for at, match in enumerate(ranked[:_LOOKED])
        if not is_fragment(match.unit) and (plain := _plainness(context, wanted, match.unit))
    ]
    return min(told, key=lambda row: row[:2])[2] if told else None


def carried(context: Context, thing: str, first: Match, told: list[Match]) -> list[Match]:
    """The explanation with the sentences of its passage that name the thing again or lean on one that is kept."""
    last = max((m.unit.number for m in told if names(context, thing, m.unit)), default=0)
    kept = [first]
    for match in sorted((m for m in told if m is not first), key=lambda m: m.unit.number):
        if match.unit.group != first.unit.group or match.unit.number < first.unit.number:
            continue
        follows = match.unit.number == kept[-1].unit.number + 1
        leans = LEANS.match(match.unit.text) and not ARTICLE.match(match.unit.text)
        if match.unit.number <= last or (follows and leans):
            kept.append(match)
    return kept


def names(context: Context, thing: str, unit: Unit) -> bool:
    """Whether a sentence has the thing's name."""
    return _place(context, tokens(thing), unit) is not None


def _plainness(context: Context, wanted: list[Token], unit: Unit) -> int:
    """How plainly a sentence says what a thing is: 0 where it does not."""
    place = _place(context, wanted, unit)
    if place is None:
        return 0
    first, last = place
    before, after = unit.text[: unit.tokens[first].start], unit.text[unit.tokens[last].end :]
    opens = first < _OPENS and not re.search(r"[,;:]|\b(?:i|på|for|af|til)\b", before)
    if (opens and _SAYS.match(after)) or (_MEANS.match(before) and first < _OPENS):
        return 4
    if _CALLED.search(before) or _GOES_ON.match(after):
        return 3
    if _BROUGHT.match(after) and not _KNOWN.search(before):
        return 3
    has = _HAS.search(before) and re.match(r" til \w", after)  # "har anvisningsret til …"
    return 2 if (opens and _VERB.match(after)) or has else 0


def _place(context: Context, wanted: list[Token], unit: Unit) -> tuple[int, int] | None:
    """The first and last word of a sentence that name the thing, side by side."""
    ways = [context.ways_of((word.stem,), SAME_COUNT) for word in wanted]
    said = [token.stem for token in unit.tokens]
    for at in range(len(said) - len(ways) + 1):
        if all(said[at + i] in way for i, way in enumerate(ways)):
            return at, at + len(ways) - 1
    return None


def not_explained(context: Context, thing: str, ranked: list[Match]) -> Draft:
    """That the documents do not say it, with a sentence that names the thing, as no more than that."""
    draft = Draft(status="not_found", lines=[texts.NOT_EXPLAINED.format(thing=thing)])
    named = [m.unit for m in ranked[:_LOOKED] if not is_fragment(m.unit) and names(context, thing, m.unit)]
    if unit := next((unit for unit in named if len(unit.text) <= _SHORT), None):
        marker = context.citer.cite_unit(draft, unit)
        draft.lines.append(texts.NAMED_HERE.format(quote=clean(unit.text), marker=marker))
    return draft
