"""What a sentence says to a question that ja or nej may answer: yes, no, or nothing that decides it."""

import re
from itertools import pairwise

from assistant.compose.context import Context
from assistant.knowledge import table
from assistant.lexicon import SYNONYM, opposite_stems
from assistant.understand.polar import Polar, is_negation, is_said
from assistant.understand.query import Query
from assistant.units import Unit
from assistant.words import Token, stem, tokens
from ingest.places import find_places

YEAR = re.compile(r"(?:19|20)\d\d")
LIMITS = frozenset(table("polar.toml")["limits"]["words"].split())
"""Words that change what a sentence claims, unless they are asked for."""
_PART = re.compile(r"[,;:()]|\s[–—-]\s|\s(?:men|fordi|selvom|mens|hvorimod)\s", re.IGNORECASE)
"""Where one clause of a sentence may end and another begin."""
_CLAUSE = re.compile(r"\b(?:fordi|hvis|selvom|mens|hvorimod|medmindre)\b", re.IGNORECASE)
"""What parts two claims of one sentence."""
_BE = frozenset(("er", "var", "bliver", "blev", "findes", "fandtes", "været", "blevet"))
_FORMS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (frozenset({"er", "bliver"}), frozenset({"er", "bliver"})),
    (frozenset({"var", "blev"}), frozenset({"er", "var", "blev", "bliver"})),
    (frozenset({"findes", "fandtes", "kom", "kommer"}), _BE | {"kom", "kommer"}),
    (frozenset({"har", "havde"}), frozenset({"har", "havde"})),
    (frozenset({"får", "fik"}), frozenset({"får", "fik"})),
    (frozenset({"kan", "må"}), frozenset({"kan", "må"})),
    (frozenset({"skal"}), frozenset({"skal"})),
    (frozenset({"vil"}), frozenset({"vil"})),
)
"""Verb asked with → the verbs that answer it; any other verb must be said itself."""
_JOINT = frozenset({"og", "eller", "samt"})
_FIELD = frozenset({"alm", "bolig", "sektor"})
"""What all these documents are about, and a sentence need not repeat."""
_DONE = re.compile(r"(?:et|t|ede|ende)$")
_CHANGED = re.compile(r"^\w{2,}(?:[^\Waeiouyæøå]et|[bdfghjklmprv]t|ede)$")
"""What was done to it, beside "er" or "har"."""
_NOUN = re.compile(r"(?:ing|ingen|else|elsen|hed|heden)$")
_ARTICLES = frozenset(("den", "det", "de", "en", "et"))
_PHRASE = 3
"""Words between a verb and the noun its subject ends with."""
_TAIL = 4
"""Letters of a word that can end a compound."""
_WILL = frozenset({"vil", "lover", "ønsker", "arbejder"})
_WISH = frozenset(("vil", "ønsker", "arbejder", "arbejde", "kan", "skal", "især", "flere"))
"""What a point of what is to be done may well say."""


def verdict(context: Context, query: Query, asked: Polar, unit: Unit) -> str | None:
    """ "Ja", "Jo" or "Nej" where the sentence says, or denies, just what is asked; else None."""
    wanted = [t for t in asked.words if not _given(context, query, unit, t)]
    if asked.verb in _WILL and _is_will(context, unit):
        wanted = wanted[1:] if wanted and wanted[0].stem in _FIELD else wanted
        beyond = {t.text.lower() for t in unit.tokens} - {t.text.lower() for t in wanted}
        plain = not asked.negated and not beyond & LIMITS - _WISH and not any(map(is_negation, unit.tokens))
        return "Ja" if plain and len(wanted) > 1 and _places(context, unit.text, wanted) else None
    if not wanted or _is_of_elsewhere(query, unit):
        return None
    if said := _judged(context, asked, wanted, unit.text):
        return said
    # Where there are none at all, there are none of a kind.
    denied = _judged(context, asked, wanted, unit.text, tails=True)
    return denied if denied == "Nej" and not asked.negated else None


def _judged(context: Context, asked: Polar, wanted: list[Token], text: str, *, tails: bool = False) -> str | None:
    """What a sentence says to the words of a question."""
    places = _places(context, text, wanted, tails=tails)
    if places is None:
        return None
    window = _window(text, places)
    said = tokens(window)
    before = text[: text.find(window)].lower()
    if re.match(r"\s*at\b", window) and any(token.text.lower() in LIMITS for token in tokens(before)):
        return None  # "foreslår, at …"
    at = _places(context, window, wanted, tails=tails)
    if any(word.is_number for word in wanted) and sum(token.is_number for token in said) > 1:
        return None  # "118 ud af 183": which of them is meant is not sure
    if at is None or _CLAUSE.search(window) or (verbs := _claims(asked, wanted, said, at)) is None:
        return None
    without = [i for i, t in enumerate(said) if t.text.lower() == "uden" and _reaches(said, i, set(at))]
    if asked.without and not without:
        return None
    denials = [i for i, token in enumerate(said) if is_negation(token)] + ([] if asked.without else without)
    if len(denials) > 1 or (denials and not _reaches(said, denials[0], {*at, *verbs})):
        return None
    turned = [i for i, word in zip(at, wanted, strict=True) if said[i].stem in _contrary(word.stem)]
    turned += [i for i in verbs if said[i].stem in _contrary(stem(asked.verb or "er"))]
    if turned and (denials or asked.negated or len(turned) > 1):
        return None
    if bool(denials or turned) == asked.negated:
        return "Nej" if asked.negated and not asked.tag else "Ja"
    return "Jo" if asked.negated and not asked.tag else "Nej"


def _is_of_elsewhere(query: Query, unit: Unit) -> bool:
    """Whether a sentence is of a municipality that the question does not name."""
    named = any(term.kind == "name" for term in query.terms)
    return not named and any(p.name not in query.places for p in find_places(unit.text) if p.kind == "municipality")


def _given(context: Context, query: Query, unit: Unit, token: Token) -> bool:
    """Whether the sentence need not say a word: a year or document it is of, itself by "vi", what all are about."""
    if YEAR.fullmatch(token.text):
        group = [u for u in context.units.all if u.group == unit.group]
        said = " ".join((*unit.passage.section, *(u.text for u in group)))
        return token.text in said or unit.document in query.documents
    if token.text.lower() in ("bl", "bls"):
        return any(t.text.lower() in ("vi", "os", "vores") for t in unit.tokens)
    if token.stem in unit.stems:
        return False
    bound = unit.document in query.documents and token.stem in context.units.entry_stems[unit.document]
    return bound or token.stem in _FIELD


def _is_will(context: Context, unit: Unit) -> bool:
    """Whether a sentence is a point of what is to be done."""
    return any(
        c.status == "vil" and c.document == unit.document and context.unit_within(c.document, c.spans[0]) is unit
        for c in context.snapshot.commitments
    )


def _places(context: Context, text: str, wanted: list[Token], *, tails: bool = False) -> list[int] | None:
    """Where in the text each word stands, by its place among the tokens; None where one is missing.

    `tails`: the end of a compound will do, "krav" for "klimakrav".
    """
    said = tokens(text)
    found: list[int] = []
    others = 0
    for word in wanted:
        exact = [i for i, token in enumerate(said) if token.stem == word.stem]
        near = exact or [i for i, token in enumerate(said) if token.stem in _same(context, word)]
        if not near and tails:
            near = [i for i, t in enumerate(said) if len(t.stem) >= _TAIL and word.stem.endswith(t.stem)]
        if not near:
            return None
        others += not exact
        last = found[-1] if found else -1
        found.append(next((i for i in near if i > last), near[-1]))
    return found if others <= 1 and others < len(wanted) else None


def _same(context: Context, word: Token) -> frozenset[str]:
    """What may stand for a word, and its opposite."""
    ways = context.lexicon.ways((word.stem,))
    return frozenset(w.stems[0] for w in ways if len(w.stems) == 1 and w.quality >= SYNONYM) | _contrary(word.stem)


def _contrary(word: str) -> frozenset[str]:
    """What is the opposite of a word, whichever of the two names the other."""
    sides = (pair for row in opposite_stems() for pair in (row, row[::-1]))
    return frozenset(other for said, *others in sides if word in said for side in others for other in side)


def _window(text: str, places: list[int]) -> str:
    """The clauses of a sentence from the first to the last that hold the words."""
    said = tokens(text)
    first, last = said[min(places)].start, said[max(places)].end
    start = max((m.end() for m in _PART.finditer(text) if m.end() <= first), default=0)
    end = min((m.start() for m in _PART.finditer(text) if m.start() >= last), default=len(text))
    return text[start:end]


def _claims(asked: Polar, wanted: list[Token], said: list[Token], at: list[int]) -> list[int] | None:
    """Where the verb stands, if the words are related as in the question and nothing limits that; else None."""
    here = [token.text.lower() for token in said]
    known = {t.text.lower() for t in wanted} | {here[i] for i in at}
    allowed = next((answer for verbs, answer in _FORMS if asked.verb in verbs), frozenset({asked.verb}))
    if any(w in LIMITS and w not in known and w not in allowed for w in here):
        return None
    subject = _subject(wanted)
    ordered = [i for i, word in zip(at, wanted, strict=True) if not _contrary(word.stem)]
    if ordered != sorted(ordered) or (
        not asked.joined and _parted(here, at[subject - 1 :] if asked.there else at[subject:])
    ):
        return None
    if asked.tag:
        return []
    verbs = [i for i, w in enumerate(here) if w in allowed]
    verbs = verbs or [i for i, token in enumerate(said) if asked.verb not in _BE and token.stem == stem(asked.verb)]
    verbs = verbs or [i for i, token in enumerate(said) if token.stem in _contrary(stem(asked.verb))]
    if not verbs and asked.verb in _BE | {"har", "havde"}:
        verbs = [i for i, word in zip(at, wanted, strict=True) if _as_verb(word.text, here[i])]
    if asked.there:
        return verbs if verbs and "der" in here else None
    doers = at[:subject]
    if len(at) > subject and "af" in here[doers[-1] : at[subject]]:
        doers = at[: subject + 1]  # "en del af huslejen"
    if any(_CHANGED.search(here[i]) and i not in at and i not in verbs for i in range(at[0], at[-1])):
        return None  # "er … ændret fra A til B"
    return (
        verbs
        if any(_beside(said, verb, doer, set(at), joined=asked.joined) for verb in verbs for doer in doers)
        else None
    )


def _as_verb(asked: str, said: str) -> bool:
    """Whether "er … steget" or "er … stigende" is told by the verb itself: "steg", "stiger"."""
    return bool(_DONE.search(asked)) and said != asked.lower() and not _DONE.search(said) and not _NOUN.search(said)


def _subject(wanted: list[Token]) -> int:
    """How many of a question's first words name who or what it is about."""
    if wanted[0].is_capital:
        return next((i for i, token in enumerate(wanted) if not token.is_capital), len(wanted))
    return min(len(wanted), 2 if wanted[0].stem in _FIELD else 1)


def _parted(here: list[str], at: list[int]) -> bool:
    """Whether "og" stands between words that tell of the same thing: "formand for A og præsident for B"."""
    return any(
        here[i] in _JOINT
        for left, right in pairwise(at)
        if right - left != 3  # "fysiske og sociale indsatser"
        for i in range(left + 1, right)
    )


def _beside(said: list[Token], verb: int, subject: int, matched: set[int], *, joined: bool) -> bool:
    """Whether nothing but small words and words of the question stands between a verb and its subject."""
    between = range(min(verb, subject) + 1, max(verb, subject))
    if verb < subject and 1 < len(between) <= _PHRASE and said[verb + 1].text.lower() in _ARTICLES:
        return True  # "blev den nye uddannelse"
    named = said[subject].is_capital  # "Anna fra Aalborg bor …"
    return all(
        (i in matched or not is_said(said[i]) or is_negation(said[i]) or (named and said[i].is_capital))
        and (joined or said[i].text.lower() not in _JOINT)
        for i in between
    )


def _reaches(said: list[Token], denial: int, matched: set[int]) -> bool:
    """Whether a negation is of what is asked: the next word that carries something is one of the question's."""
    following = next((i for i in range(denial + 1, len(said)) if is_said(said[i])), None)
    return following is None or following in matched
