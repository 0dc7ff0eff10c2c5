"""What a key figure measures and what a question asks to be measured, from `data/measures.toml`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.knowledge import table
from index.cards import placeless
from ingest.document import Figure


@dataclass(frozen=True, slots=True)
class Measure:
    """One measured thing; `say` is the sentence of an answer, or None."""

    name: str
    card: re.Pattern[str]
    ask: re.Pattern[str]
    say: str | None
    unit: re.Pattern[str] | None = None
    """What a figure of it counts; its sentence alone may speak of more than its own number."""
    together: tuple[re.Pattern[str], ...] = ()
    """Patterns that ask for it where all of them are met, in whatever order."""
    never: re.Pattern[str] | None = None
    """What a question for it never says: who moves from one town to another asks for no moving-out rate."""
    also: re.Pattern[str] | None = None
    """Words that say nothing more about it once it is asked for: "tungt" and "tjener" of a housing burden."""


_GAP = re.compile(r"\.\{0,\d+\}\??|\(\?:\\w\+ \)\{0,\d\}\??")
"""Where a pattern leaves room for other words, which it does not explain."""


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """All measures, narrow ones first."""
    rows = table("measures.toml")["measure"]
    return tuple(
        Measure(
            name=row["name"],
            card=re.compile(row["card"]),
            ask=re.compile(_GAP.sub(r"(\g<0>)", row["ask"])),
            say=row.get("say"),
            unit=re.compile(row["unit"]) if "unit" in row else None,
            together=tuple(re.compile(pattern) for pattern in row.get("together", ())),
            never=re.compile(row["never"]) if "never" in row else None,
            also=re.compile(row["also"]) if "also" in row else None,
        )
        for row in rows
    )


def measure_named(name: str) -> Measure | None:
    """The measure of that name."""
    return next((measure for measure in measures() if measure.name == name), None)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{pattern})") for name, pattern in table("measures.toml")["kinds"].items()}


def card_of(figure: Figure) -> str:
    """What a figure says about itself, lower case, on one line."""
    own = " ".join(filter(None, (figure.group, figure.label, figure.unit)))
    return " ".join(own.lower().replace("\u00ad", "").split())


def measure_of(figure: Figure) -> Measure | None:
    """The measure of a figure, by its label and heading; by its sentence when these are silent."""
    label = " ".join(f"{figure.label} {figure.unit}".lower().split())
    for measure in measures():
        if measure.name not in WIDE and measure.card.search(label):
            return measure
    if (whole := _whole_of(figure)) is not None:
        return whole
    # The rows above a table's cell are told in its quote: they say nothing of it.
    quote = "" if " · " in (figure.group or "") else " ".join(figure.quote.lower().split())
    for said in dict.fromkeys((card_of(figure), f"{card_of(figure)} {quote}".strip())):
        for measure in measures():
            if measure.card.search(said) and _of_unit(measure, figure):
                return measure
    return None


_TOTAL = re.compile(
    r"(?:(?:beboere|personer|borgere|mennesker)(?: i alt| i (?:de )?almene boliger)?|(?:bor|bor til leje) i .*almen.*"
    r"|(?P<homes>(?:almene )?boliger i alt|i alt|er almene(?: i kommunen)?))(?:,? \(.*\))?\W*",
    re.IGNORECASE,
)
"""Labels of all who live in a sector's homes, and of all homes, where the unit says which."""


def _whole_of(figure: Figure) -> Measure | None:
    """The measure of a sheet's total, which its label says in few words: "Beboere i alt", "er almene i kommunen"."""
    total = _TOTAL.fullmatch(" ".join(placeless(figure.label).split()))
    if total is None or kinds_in(figure.group or "") or figure.municipality is None or not figure.certain:
        return None
    name = "boliger" if total["homes"] else "beboere"
    measure = next(measure for measure in measures() if measure.name == name)
    by_other = any(m.name not in WIDE and m.card.search(card_of(figure)) for m in measures())
    narrowed = by_other or _NARROWED.search(figure.group or "")
    counts = measure.unit is not None and measure.unit.search(figure.unit.lower() or figure.label.lower())
    return measure if counts and not narrowed and not re.search(r"pct|%|kr", figure.unit) else None


_NARROWED = re.compile(
    r"\b(?:nye|nybyg\w+|ledige|tomme|taget i brug|ibrugtag\w+|opfør\w+|tilsagn|(?:nedlag|solg|planlag)t\w*)\b",
    re.IGNORECASE,
)
"""Homes of which something is said are not all there are."""
_SAYS_WHICH = re.compile(
    r"\b(?:ny[et]?|nyt?byg\w*|byg\w*|opfør\w*|ledige?|tomme?|i brug|ibrug\w*|tilsagn|(?:nedlag|solg|planlag)t\w*"
    r"|i ?gang\w*|påbegynd\w*|starte\w*|stå[re]?)\b",
    re.IGNORECASE,
)


def is_of_some(figure: Figure, question: str) -> bool:
    """Whether a figure counts but some of the homes, newly built ones, and the question does not say which."""
    counts_homes = re.search(r"bolig|lejlighed|lejemål", figure.unit, re.IGNORECASE)
    narrowed = counts_homes and _NARROWED.search(f"{figure.group or ''} {figure.label}")
    return bool(narrowed) and not _SAYS_WHICH.search(question)


_COUNTS_PEOPLE = re.compile(r"\W*(?:beboere|lejere|husstande|personer|borgere|mennesker)\b", re.IGNORECASE)


def _of_unit(measure: Measure, figure: Figure) -> bool:
    """Whether the figure counts what the measure does: "500 organisations that house 1 million" counts no people."""
    unit = figure.unit.lower().strip()
    told = f"{figure.group or ''} {figure.label}"
    if measure.name == "boliger" and (_COUNTS_PEOPLE.match(figure.label) or _NARROWED.search(told)):
        return False
    return measure.unit is None or not unit or bool(measure.unit.search(unit))


WIDE = frozenset({"alder", "beboere", "boliger"})
"""Measures whose words stand in the labels of other measures too."""


def measures_asked(question: str) -> tuple[tuple[Measure, str], ...]:
    """Measures a question asks for, narrow ones first, with the words that say so."""
    lower = question.lower()
    found = ((measure, _said_of(measure, lower)) for measure in measures())
    return tuple((measure, words) for measure, words in found if words)


def _said_of(measure: Measure, lower: str) -> str:
    """The words of a question that ask for a measure; "" when it does not."""
    if measure.never is not None and measure.never.search(lower):
        return ""
    said = [_without_gaps(match) for match in measure.ask.finditer(lower)]
    met = [[match.group() for match in pattern.finditer(lower)] for pattern in measure.together]
    if met and all(met):
        said += [word for words in met for word in words]
    if said and measure.also is not None:
        said += [match.group() for match in measure.also.finditer(lower)]
    return " ".join(said)


def _without_gaps(match: re.Match[str]) -> str:
    """What a pattern met, without the words it has left room for."""
    said = match.group()
    for i in reversed(range(1, match.re.groups + 1)):
        start, end = match.start(i) - match.start(), match.end(i) - match.start()
        if match.start(i) >= 0:
            said = f"{said[:start]} {said[end:]}"
    return said


def kinds_in(text: str) -> tuple[str, ...]:
    """Kinds of dwelling a text names: ungdomsboliger, familieboliger, ældreboliger."""
    lower = text.lower()
    return tuple(name for name, pattern in _kinds().items() if pattern.search(lower))


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile("|".join(table("measures.toml")["others"].values()), re.IGNORECASE)


def others_named(question: str, figure: Figure) -> tuple[str, ...]:
    """Other homes or owners than the sector's that a question names and the figure says nothing of."""
    own = " ".join(f"{card_of(figure)} {figure.quote}".lower().split())
    named = (found.group().lower() for found in _others().finditer(question))
    return tuple(said for said in named if (said if " " in said else said[:6]) not in own)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    return re.compile(table("measures.toml")["others"]["people"], re.IGNORECASE)


def lacks_people(question: str, text: str) -> bool:
    """Whether a question names some of the people ("ældre", "aktive") of whom a text says nothing."""
    return any(found.group()[:6].lower() not in text.lower() for found in _people().finditer(question))


def kind_at(text: str, kind: str) -> int | None:
    """Where a text first names a kind of dwelling, in whatever words; None where it does not."""
    pattern = _kinds().get(kind)
    found = pattern.search(text.lower()) if pattern else None
    return found.start() if found else None


def kind_words(text: str) -> tuple[str, ...]:
    """The words by which a text names kinds of dwelling."""
    lower = text.lower()
    return tuple(found.group() for pattern in _kinds().values() for found in pattern.finditer(lower))


def replace_kinds(text: str, kind: str) -> str:
    """The text with every kind of dwelling it names replaced by one other."""
    found = list(kinds_in(text))
    for i, name in enumerate(found):
        pattern = re.compile(_kinds()[name].pattern, re.IGNORECASE)
        text = pattern.sub(kind if i == 0 else "", text)
    return " ".join(text.split())


def kind_of(figure: Figure) -> str | None:
    """The kind of dwelling a figure counts, when its label is about one kind only."""
    found = kinds_in(f"{figure.label} {figure.unit}")
    return found[0] if len(found) == 1 else None
