"""The sentences that together answer a question, of those that were found; none where nothing does."""

import re

from assistant import answers
from assistant.beside import holds_asked, to_the_point
from assistant.carried_on import carried_on
from assistant.compose.context import Context
from assistant.compose.limits import of_other_rank
from assistant.find import LEANS, is_fragment, own_met
from assistant.held import TYPES, names_as_many, names_met, type_held
from assistant.lexicon import HINT, PART, TAIL
from assistant.score import Match, term_weight
from assistant.understand.query import Query
from assistant.units import Unit

ENOUGH = 0.6
"""Share of the question's weight that must be met before a sentence counts as an answer."""
OWN = 0.3
"""Share of the question's weight that the words of the sentence which gives a value must meet by themselves."""
OWN_COUNT = 0.5
"""The same for a count, which is always of things that do or are something: "unge" alone is not "unge bor alment"."""
NEAR = 0.6
"""Cosine of a sentence to the question from which fewer of its words need to be met."""
KNOWN = 0.75
"""Share of the question's weight the documents must know before meaning stands in for words."""
_BY_MEANING = {"value": (1.5, 0.45), "matter": (5.0, 0.2)}
"""How many fewer for each cosine above, and how many at least: a value beside the one asked for is near in meaning."""
MOST = 3
"""Sentences in an answer."""
_FIRST = 3
"""Candidates among which the one that says everything is looked for."""
_CLOSE = 60
"""Candidates looked at when an answer is put together."""


def choose(context: Context, query: Query, ranked: list[Match]) -> list[Match]:
    """The sentences that together answer the question; empty when nothing does."""
    slope, least = _by_meaning(context, query)
    good = [
        m
        for m in ranked[:_CLOSE]
        if m.coverage >= max(least, min(ENOUGH, ENOUGH - slope * (m.meaning - NEAR)))
        and names_met(query, m)
        and not is_fragment(m.unit)
    ]
    good = [m for m in good if not of_other_rank(query.text, m.unit.text)]
    if query.wants("number", "money", "share", "duration"):
        good = [m for m in good if _about_it(context, query, m)]
    if _says_too_little(context, query):
        return []
    if query.wants("money", "share") and (told := _told_without(context, query, ranked)):
        good = [m for m in good if _says_all(context, query, m) or m.unit.group == told.unit.group]
    fit = [m for m in good if type_held(context, query, m) and _says_it_itself(context, query, m)]
    first = next((m for m in fit if names_as_many(query, m)), None) or next(iter(fit), None)
    return complete(context, query, ranked, first) if first else []


def _by_meaning(context: Context, query: Query) -> tuple[float, float]:
    """How many fewer words must be met for each cosine above NEAR, and how many at least."""
    if known_share(context, query) < KNOWN or query.wants("money"):
        return 0.0, ENOUGH
    return _BY_MEANING["matter" if asks_matter(query) else "value"]


def asks_matter(query: Query) -> bool:
    """Whether a question asks why, how or to what effect, and for no value."""
    return query.wants("reason", "effect", "explain") and not query.wants(*TYPES)


def known_share(context: Context, query: Query) -> float:
    """Share of the question's weight in words that the documents have at all."""
    weighed = [(term_weight(t, context.lexicon), t) for t in query.terms if t.kind != "soft"]
    total = sum(weight for weight, _ in weighed)
    return sum(weight for weight, t in weighed if context.lexicon.ways(t.stems)) / total if total else 1.0


def complete(context: Context, query: Query, ranked: list[Match], first: Match) -> list[Match]:
    """The sentence with those that meet what it leaves open and the neighbours it needs."""
    chosen = _with_neighbours(context, query, ranked, _cover(context, query, ranked, first))
    return carried_on(context, query, to_the_point(context, query, chosen))


def _says_too_little(context: Context, query: Query) -> bool:
    """Whether one word is all that question and documents share, beside a verb the documents do not have."""
    own = [term for term in query.terms if term.kind != "soft"]
    if query.wants("number", "money") and all(term.verb for term in query.terms):
        return True
    known = [term for term in own if any(way.quality > HINT for way in context.lexicon.ways(term.stems))]
    return len(own) > len(known) == 1 and any(term.verb for term in own if term not in known) and query.wants("explain")


def _told_without(context: Context, query: Query, ranked: list[Match]) -> Match | None:
    """The sentence that says all a question says and gives no value: one that says less of it gives another thing's."""
    return next((m for m in ranked[:_FIRST] if _says_all(context, query, m) and not type_held(context, query, m)), None)


def _says_all(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence itself says every weighty word of the question, of which there are several."""
    own = [met for t, met in zip(query.terms, own_met(context, query, match), strict=True) if t.kind != "soft"]
    return len(own) > 1 and min(own) >= TAIL


def _about_it(context: Context, query: Query, match: Match) -> bool:
    """Whether a word of the question stands in the sentence or its heading: a number next door counts something else."""  # noqa: E501
    weighed = [
        (term_weight(t, context.lexicon), s)
        for t, s in zip(query.terms, match.sure, strict=True)
        if t.kind != "soft" and not t.verb
    ]
    return not weighed or any(sure >= 0.9 for _, sure in weighed)


def _says_it_itself(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence that gives a value is itself about what is asked: a date next door is of something else."""
    if not _shares_a_word(context, query, match) or not tells_apart(query, match) or not names_them(query, match):
        return False
    if not query.wants("number", "money", "share", "duration", "date", "frequency"):
        return True
    weighed = [
        (term_weight(t, context.lexicon), own)
        for t, own in zip(query.terms, own_met(context, query, match), strict=True)
        if t.kind != "soft"
    ]
    if query.counted and len(weighed) <= 2 and any(own < 0.5 for _, own in weighed):
        return not any(t.kind == "word" and s < 0.9 for t, s in zip(query.terms, match.sure, strict=True))
    if query.wants("date") and not query.wants("duration") and not _on_the_subject(context, query, match):
        return False
    if query.wants("money") and not query.counted and _as_modifier_alone(context, query, match):
        return False
    least = OWN_COUNT if query.counted else OWN
    return not weighed or sum(w * own for w, own in weighed) >= least * sum(w for w, _ in weighed)


_WAS_DONE = re.compile(r"(?:et|t|ede|te)$")


def _shares_a_word(context: Context, query: Query, match: Match) -> bool:
    """Whether the sentence itself has a word of the question; for yes or no the deed asked about and what it was done to."""  # noqa: E501
    own = [(t, met) for t, met in zip(query.terms, own_met(context, query, match), strict=True) if t.kind != "soft"]
    deeds = [met for t, met in own if t.verb and _WAS_DONE.search(t.text)] if query.wants("yesno") else []
    things = [met for t, met in own if not t.verb]
    did = [met for t, met in own if t.verb] if all(t.kind == "name" for t, _ in own if not t.verb) else []
    if query.wants("person") and did and min(did) < PART:
        return False  # who did it to someone is nobody told of beside their name
    if deeds and (max(deeds) < PART or max(things, default=1.0) < PART):
        return False
    return not own or any(met > 0 for _, met in own)


_APART = re.compile(
    r"\b(?:forskel\w*|derimod|mens|modsat|end|i stedet|hvor[ai]mod|til gengæld|anderledes|skelne\w*)\b", re.IGNORECASE
)


_BETWEEN = re.compile(r"\bhvor (?:mange|meget)\b.{0,40}\bmellem\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:forskel\w*|mere|mindre|flere|færre|højere|lavere|dyrere|billigere)\b", re.IGNORECASE)


def tells_apart(query: Query, match: Match) -> bool:
    """Whether a sentence that is to tell a difference sets something against something; naming both tells none."""
    if query.wants("difference") and _BETWEEN.search(query.text):
        return bool(_MORE.search(match.unit.text))
    if query.wants("number", "money", "share") or not re.search(r"\bforskel", query.text, re.IGNORECASE):
        return True
    return bool(_APART.search(match.unit.text))


_WHICH = re.compile(
    r"\bhvilke[nt]? (?:(?:\w+e|to|fem|seks|syv|ni|ti|\d+) ){0,2}?"
    r"(\w*områder?|byer?|kommuner?|\w*afdeling(?:er)?|\w*foreninger?|\w*organisation(?:er)?|kvarterer?)\b",
    re.IGNORECASE,
)


_SOURCE = re.compile(r"\([^)]*\)")
_NAME = re.compile(r"(?<=[^\W\d_.:] |[,–-] |\d )[A-ZÆØÅ]\w+")
"""A capitalised word within a sentence."""
_NO_NAMES = frozenset({"kommune", "region"})
"""Written with a capital behind a name."""


def names_them(query: Query, match: Match) -> bool:
    """Whether a sentence that is to say which towns or areas gives a name, or tells of "de kommuner, hvor …"."""
    which = _WHICH.search(query.text)
    if which is None:
        return True
    asked = {token.casefold() for token in re.findall(r"\w+", query.text)}
    names = {name.casefold() for name in _NAME.findall(_SOURCE.sub("", match.unit.text))} - asked - _NO_NAMES
    if names or query.count is not None:
        return len(names) >= min(query.count or 1, 2)
    return bool(re.search(rf"\bde {which[1][:6]}", match.unit.text, re.IGNORECASE))


def _as_modifier_alone(context: Context, query: Query, match: Match) -> bool:
    """Whether the weightiest thing asked for only qualifies another one there: "huslejeomsætning" is no "husleje"."""
    own = own_met(context, query, match)
    weighed = [(term_weight(t, context.lexicon), own[i], t) for i, t in enumerate(query.terms) if t.kind == "word"]
    if not weighed:
        return False
    _, best, term = max(weighed, key=lambda item: item[0])
    said = {token.stem for token in match.unit.tokens}
    qualifies = any(len(s) > len(term.stems[0]) and s.startswith(term.stems[0]) for s in said)
    return best == TAIL and len(term.stems) == 1 and qualifies


def _on_the_subject(context: Context, query: Query, match: Match) -> bool:
    """Whether all weighty things the question names stand in or near the sentence: else its date is another thing's."""
    weighed = [
        (term_weight(term, context.lexicon), sure)
        for term, sure in zip(query.terms, match.sure, strict=True)
        if term.kind in ("word", "name") and not term.verb and context.lexicon.ways(term.stems)
    ]
    top = max((weight for weight, _ in weighed), default=0.0)
    return all(sure >= 0.3 for weight, sure in weighed if weight >= 0.7 * top)


def _cover(context: Context, query: Query, ranked: list[Match], best: Match) -> list[Match]:
    """The best sentence and those that meet what it leaves open."""
    chosen = [best]
    weights = [term_weight(term, context.lexicon) for term in query.terms]
    total = sum(weights) or 1.0
    own = {m.unit.number: own_met(context, query, m) for m in ranked[:_CLOSE]}
    types = [ask for ask in (*TYPES, "reason") if query.wants(ask)]
    open_types = [ask for ask in types if not holds_asked(context, query, best.unit, ask)]
    while len(chosen) < MOST:
        have = [max(own[m.unit.number][i] for m in chosen) for i in range(len(weights))]
        picked, most = None, 0.1
        for match in ranked[:_CLOSE]:
            if (
                match in chosen
                or is_fragment(match.unit)
                or match.unit.document != best.unit.document
                or (query.wants("date") and match.unit.passage.section != best.unit.passage.section)
                or not names_met(query, match)
            ):
                continue
            gain = (
                sum(w * max(0.0, m - h) for w, m, h in zip(weights, own[match.unit.number], have, strict=True)) / total
            )
            if match.unit.passage.section != best.unit.passage.section:
                gain *= 0.4
            if match.coverage >= ENOUGH * 0.8 and any(
                holds_asked(context, query, match.unit, ask) for ask in open_types
            ):
                gain += 0.15
            if gain > most:
                picked, most = match, gain
        if picked is None:
            break
        chosen.append(picked)
        open_types = [ask for ask in open_types if not holds_asked(context, query, picked.unit, ask)]
    return chosen


def _with_neighbours(context: Context, query: Query, ranked: list[Match], chosen: list[Match]) -> list[Match]:
    """Adds the sentence before one that leans on it, and for a question about more than a value the one after."""
    by_number = {m.unit.number: m for m in ranked}
    first = chosen[0].unit
    is_value = query.wants("number", "date", "place", "frequency", "duration", "share", "money")
    is_value = is_value or (query.wants("person") and answers.holds(first.text, "person"))

    def at(number: int) -> Match | None:
        if not 0 <= number < len(context.units.all):
            return None
        unit = context.units.all[number]
        same = unit.document == first.document and unit.passage.section == first.passage.section
        if not same or unit.passage.kind in ("caption", "note", "tile", "table") or is_fragment(unit):
            return None
        return by_number.get(number) or context.plain_match(query, unit)

    numbers = {m.unit.number for m in chosen}
    if (
        LEANS.match(first.text)
        and first.number - 1 not in numbers
        and len(chosen) < MOST
        and not is_value
        and (before := at(first.number - 1))
    ):
        chosen = [*chosen, before]
        numbers.add(first.number - 1)
    if ":" in first.text and first.text[-1] not in ".!?:" and not is_value:
        for number in range(first.number + 1, first.number + 7):  # a list whose bullets were lost goes on
            if number in numbers or not (m := at(number)) or m.unit.text[-1] in ".!?:" or not m.unit.text[0].isupper():
                break
            chosen = [*chosen, m]
    elif first.text.endswith(":") or first.passage.lead_in in first.spans:
        follow = [
            m
            for n in range(first.number + 1, first.number + 7)
            if n not in numbers and (m := at(n)) and m.unit.passage.kind == "list"
        ]
        chosen = [*chosen, *follow]
    elif not is_value and len(chosen) < MOST:
        for step in (1, 2):
            after = at(first.number + step)
            if after is None or first.number + step in numbers or len(chosen) >= MOST or after.unit.text[-1].isalnum():
                break
            if not _goes_on(context, query, chosen[0].unit, after):
                break
            chosen = [*chosen, after]
    rest = sorted(chosen[1:], key=lambda m: m.unit.number)
    return [chosen[0], *rest]


def _goes_on(context: Context, query: Query, first: Unit, after: Match) -> bool:
    """Whether the next sentence goes on about the same: of its passage, leaning on it, or asked for."""
    if after.unit.number == first.number + 1 and after.unit.group == first.group:
        return True
    if LEANS.match(after.unit.text) or any(token.stem in first.stems for token in after.unit.tokens[:2]):
        return True
    own = own_met(context, query, after)
    return any(met >= 0.7 for term, met in zip(query.terms, own, strict=True) if term.kind in ("word", "name"))
