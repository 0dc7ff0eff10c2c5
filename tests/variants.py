"""Questions without an answer, made from questions that have one: another place, another year, another quantity.

`variants(cases, corpus)` changes one thing of a question. A variant is *near* when the new year or quantity stands
elsewhere in the documents. One that the documents might answer after all is left out, by a plain look at their words,
figures and commitments that shares nothing with the assistant.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from eval.sets import Case
from index.evidence import Snapshot
from ingest.places import municipalities_in

Change = Literal["place", "year", "quantity"]
COUNTING = ("figure", "table", "sum", "compare", "typo", "english", "false_premise", "followup")
REACH = 350
"""Characters around a word in which the rest of the question would have to stand."""
NEAR, FAR = 3, 2
"""At most so many variants of one case by one sort of change, so that no question weighs more than another."""


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_FAR_PLACES = _list("Odense Randers Vejle Kolding Horsens Silkeborg Sorø Lolland Skive Tønder Varde Struer Faxe")
_FAR_YEARS = ("1987", "2007", "2012", "2031", "2033")
_FAR_RANGES = ("2012-2014", "2016-2018", "2030-2032", "2034-2036")
_FAR_COUNTS = _list("altaner elevatorer hunde parkeringspladser cykelskure vaskemaskiner badeværelser brandalarmer")
_COUNTS = _list(
    "arrangementer kredse helhedsplaner stemmer kandidater bestyrelsesmedlemmer forudsætninger webinarer solceller"
    " ladestandere familier rækkehuse direktører kommuner lærlinge repræsentanter millioner ordninger træer"
)
"""Things the field counts; one is near where it stands in the documents."""
_AMOUNTS = _list(
    "medianhuslejen huslejeomsætningen fraflytningsprocenten boligbyrden inflationshjælpen kontingentet maksimumbeløbet"
)
_FAR_AMOUNTS = _list(
    "medianindkomsten ejendomsskatten ledighedsprocenten grundskylden sygefraværet anlægsbudgettet skilsmisseprocenten"
)
_PEOPLE = _list(
    "mennesker personer borgere beboere danskere lejere indbyggere folk deltagere medlemmer børn unge voksne ældre"
    " gæster frivillige herningensere kalundborgensere seniorer pensionister"
)
_HOMES = re.compile(r"bolig|lejlighed|hjem|husstand|lejemål|kontrakt|udlejning|bebyggelse")
_SMALL = frozenset(
    _list(
        "hvad hvor hvem hvilke hvilken hvilket hvornår mange meget stor stort store antal antallet andel andelen"
        " almen almene alment der det den dette denne deres fra til med for ved som eller samt alle hele også ikke kun"
        " har havde blev bliver være været kan kunne skal skulle vil ville mon vores egentlig altså lige ifølge bliver"
        " bare hvert årligt året århundrede perioden kommune kommunen kroner regnet what how many much the are there"
        " procent procentdel tilsammen samlet præcis præcise rigtigt sammenlign henholdsvis årsberetningen"
    )
)
_RANGE = re.compile(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b")
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d.,-]\d|\d)")
_COUNTED = re.compile(r"\b(hvor mange|antallet af)((?: \w+){0,2}?) (\w{4,})\b", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(\w*(?:husleje|medianhusleje|huslejeomsætning|fraflytningsprocent)(?:n|en)?)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(r"\b(?:hv(?:ad|em|ilke[nt]?|or(?:når|dan|for)?)|how|what|when|who)\b", re.IGNORECASE)
_NATION = re.compile(r"\b(?:i hele landet|i danmark|på landsplan|i landet|landet over)\b", re.IGNORECASE)
_ASKS_VALUE = re.compile(r"\bhvor (?:mange|stor|stort|meget)\b|\bantallet\b|procent|husleje", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Variant:
    """One question without an answer, and which case it was made from."""

    case: str
    change: Change
    near: bool
    question: str


@dataclass(frozen=True)
class Corpus:
    """What the documents hold, for looking things up by their plain words."""

    texts: dict[str, str]
    snapshot: Snapshot

    @cached_property
    def folded(self) -> str:
        return "\n\n".join(" ".join(text.replace("\u00ad", "").casefold().split()) for text in self.texts.values())

    @cached_property
    def years(self) -> tuple[str, ...]:
        return tuple(sorted(set(_YEAR.findall(self.folded))))

    @cached_property
    def ranges(self) -> tuple[str, ...]:
        return tuple(sorted({f"{a}-{b if len(b) == 4 else a[:2] + b}" for a, b in _RANGE.findall(self.folded)}))

    @cached_property
    def spans_of_documents(self) -> tuple[str, ...]:
        return tuple(f"{entry.info.period or ''} {entry.info.year or ''}" for entry in self.snapshot.documents)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Each figure and each commitment as one line."""
        figures = (
            f"{f.group or ''} {f.label} {f.unit} {f.period} {f.municipality} {f.quote}" for f in self.snapshot.figures
        )
        goals = (f"{goal.parent or ''} {goal.text} {goal.period or ''}" for goal in self.snapshot.commitments)
        return tuple(row.casefold() for row in (*figures, *goals))

    def may_say(self, sign: str, words: Iterable[str]) -> bool:
        """Whether somewhere around `sign` half of the words stand, in the text, a figure or a commitment."""
        wanted = [stem for word in words if (stem := _stem(word)) and stem != _stem(sign)]
        within = [r for r in self.ranges if sign.isdigit() and r[:4] <= sign <= r[-4:]]
        marks = re.compile("|".join(_rough(one) for one in (sign, *within)))
        said = [self.folded[max(0, m.start() - REACH) : m.end() + REACH] for m in marks.finditer(self.folded)]
        said += [row for row in self.rows if marks.search(row)]
        if not wanted:
            return bool(said)
        return any(sum(stem in window for stem in wanted) * 2 >= len(wanted) for window in said)


def variants(cases: Iterable[Case], corpus: Corpus) -> tuple[Variant, ...]:
    """Every variant, in the order of the cases; the same ones each time."""
    found: dict[str, Variant] = {}
    for case in cases:
        if len(_QUESTION_WORD.findall(case.question)) > 1:
            continue  # one change would leave the other half answerable
        if not case.answerable or case.history or case.kind in ("ambiguous", "injection", "definition"):
            continue
        for made in (_places, _years, _quantities):
            own = sorted(made(case, corpus), key=lambda v: (not v.near, _shuffled(v.question)))
            near = [v for v in own if v.near][:NEAR]
            for variant in (*near, *[v for v in own if not v.near][:FAR]):
                found.setdefault(variant.question.casefold(), variant)
    return tuple(found.values())


def _places(case: Case, corpus: Corpus) -> Iterator[Variant]:
    """The question about municipalities no document names."""
    unknown = [place for place in _FAR_PLACES if not re.search(rf"\b{place.casefold()}", corpus.folded)]
    named = sorted(municipalities_in(case.question))
    for at in range(len(unknown)):
        question = case.question
        for i, place in enumerate(named):
            question = re.sub(rf"\b{place}(?=s?\b)", unknown[(at + i) % len(unknown)], question, flags=re.IGNORECASE)
        if not named and case.kind in ("figure", "table", "sum"):
            there = f"i {unknown[at]} Kommune"
            question = _NATION.sub(there, question) if _NATION.search(question) else _added(question, there)
        if question != case.question and not set(municipalities_in(question)) & set(named):
            yield Variant(case.id, "place", False, question)


def _years(case: Case, corpus: Corpus) -> Iterator[Variant]:
    """The question about another year or period."""
    words = _words_of(case.question)
    if re.search(r"\bhvilke[nt]? (?:år|periode)", case.question):
        return  # it asks for the year itself
    if found := _RANGE.search(case.question):
        choices = [(r, True) for r in corpus.ranges] + [(r, False) for r in _FAR_RANGES]
    elif (found := _YEAR.search(case.question)) or (case.kind in COUNTING and _ASKS_VALUE.search(case.question)):
        choices = [(y, True) for y in corpus.years] + [(y, False) for y in _FAR_YEARS]
    else:
        return
    for new, near in choices:
        if new[:4] in case.question or (near and corpus.may_say(new, words)) or (not near and new in corpus.folded):
            continue
        first, last = int(new[:4]), int(new[-4:])
        if near and any(_touches(span, first, last) for span in corpus.spans_of_documents):
            continue
        question = f"{case.question[: found.start()]}{new}{case.question[found.end() :]}" if found else None
        if len(_YEAR.findall(case.question)) > 1 or len(_RANGE.findall(case.question)) > 1:
            continue
        yield Variant(case.id, "year", near, question or _added(case.question, f"i {new}"))


def _quantities(case: Case, corpus: Corpus) -> Iterator[Variant]:
    """The question about another thing that is counted or measured."""
    found, choices = _COUNTED.search(case.question), (_COUNTS, _FAR_COUNTS)
    old = found[3].casefold() if found else ""
    if not found or not (old in _COUNTS or _HOMES.search(old) or old in _PEOPLE or old.endswith("organisationer")):
        found, choices = _AMOUNT.search(case.question), (_AMOUNTS, _FAR_AMOUNTS)
        old = found[1].casefold() if found else ""
    if not found:
        return
    start, end = found.span(3 if found.re is _COUNTED else 1)
    words = _words_of(case.question[:start] + case.question[end:])
    for near, new in [(True, word) for word in choices[0]] + [(False, word) for word in choices[1]]:
        if _stem(new) == _stem(old) or old in new or new in old:
            continue
        if near and (not re.search(_rough(new), corpus.folded) or corpus.may_say(new, words)):
            continue
        if not near and re.search(_rough(new), corpus.folded):
            continue
        yield Variant(case.id, "quantity", near, f"{case.question[:start]}{new}{case.question[end:]}")


def _added(question: str, words: str) -> str:
    """The question with words at the end of its asking sentence."""
    bare = question.rstrip(" ?.!")
    return f"{bare} {words}?"


def _touches(span: str, first: int, last: int) -> bool:
    """Whether a document's own period shares a year with the one asked for: its figures may count as of it."""
    years = [int(y) for y in re.findall(r"(?:19|20)\d\d", span)]
    return bool(years) and min(years) <= last and first <= max(years)


def _words_of(question: str) -> list[str]:
    """The words a question is about, its years left out."""
    return [w for w in re.findall(r"[^\W\d_]{3,}", _YEAR.sub(" ", question)) if w.casefold() not in _SMALL]


def _stem(word: str) -> str:
    """The beginning of a word, alike for its forms; "" for one that says nothing."""
    return word.casefold()[: max(4, len(word) - 3)][:7] if word.casefold() not in _SMALL else ""


def _rough(sign: str) -> str:
    """A pattern for a word in any form, or for a year or range however its dash is written."""
    if sign[0].isdigit():
        return r"(?<!\d)" + re.escape(sign).replace(r"\-", r"\s?[-–/]\s?(?:20)?").replace("(?:20)?20", "(?:20)?")
    return re.escape(_stem(sign) or sign.casefold())


def _shuffled(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
