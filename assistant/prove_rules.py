"""The rules of the check: what in one statement its citations do not prove."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

from assistant import prove_roles as roles
from assistant.answer import Answer
from assistant.prove_evidence import Evidence, Source, find_number
from assistant.prove_figures import derived_value
from assistant.prove_numbers import Num, numbers_in
from assistant.prove_statements import Statement
from assistant.prove_words import bare_text, content_stems, directions, fold, is_named, names_in, negations, neighbours
from ingest.places import GIVEN_NAMES, MUNICIPALITIES, find_places

FailureKind: TypeAlias = Literal[
    "number", "unit", "qualifier", "year", "name", "negation", "direction", "role", "comparison", "marker", "citation",
    "quote", "figure", "content", "length",
]  # fmt: skip
ENOUGH_SHARED = 0.6
"""Share of a model's content words that must stand in the quotes, the question or the documents' titles."""

_ABOUT_DOCUMENTS = re.compile(
    r"\A(?=.*\b(?:do[ck]ument|kild|tekst|læse?s\b|source|jeg\b|fremgår|står|oplys|nævn|fund|sammenlign|compare))"
    r"(?=.*\b(?:ikke|ingen|intet|kun|not|nothing|no|only|cannot)\b)"
    r"|noget andet|something else|et andet tal|another figure",
    re.IGNORECASE | re.DOTALL,
)
_KNOWN_NAMES = frozenset(bare_text(name) for name in (*MUNICIPALITIES, *GIVEN_NAMES))
_ENGLISH_NAMES = frozenset(
    re.findall(
        r"\w+",
        """danish denmark english municipality dkk january february march april may june july august september october
        november december monday tuesday wednesday thursday friday saturday sunday i""",
    )
)
_OTHER_TIME = re.compile(
    r"\s+(?:fra|for) (?:det )?samme (?:tid|år|periode)|\s+(?:from|for) the same (?:time|year|period)"
)
_CONTRAST = re.compile(r"\s+(?:kun|bare|only|flere|færre|større|mindre|højere|lavere|mere|more|fewer)\b")


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is not proved. `statement` is its position in `Proof.statements`, None for the answer itself."""

    kind: FailureKind
    text: str
    statement: int | None = None


@dataclass(frozen=True)
class Case:
    """What every rule looks at."""

    draft: Answer
    lang: str
    sources: dict[int, Source]
    good_figures: frozenset[int]
    asked: tuple[Num, ...]
    asked_names: str
    asked_words: frozenset[str]


def statement_failures(case: Case, statement: Statement) -> list[Failure]:
    if statement.kind == "rule":
        return []
    evidence = Evidence(tuple(case.sources[m] for m in sorted(statement.markers) if m in case.sources))
    about_documents = bool(_ABOUT_DOCUMENTS.search(statement.text)) and case.draft.status != "answered"
    failures = [Failure("marker", f"[{m}]") for m in sorted(statement.own_markers - case.sources.keys())]
    if not statement.markers and statement.kind in ("sentence", "item", "row"):
        if case.draft.status == "not_found" or about_documents:
            about_documents = True
        else:
            failures.append(Failure("marker", "uden kilde"))
    numbers, number_failures = _check_numbers(case, statement, evidence, asked=about_documents)
    failures += number_failures
    failures += _check_names(case, statement, evidence, asked=about_documents)
    failures += _check_model_years(case, numbers, evidence)
    if not about_documents and evidence.sources:
        failures += _check_negations(statement, evidence, numbers, case)
        failures += _check_roles(case, statement, evidence, numbers)
        failures += _check_content(case, statement, evidence)
    return failures


def _check_numbers(
    case: Case, statement: Statement, evidence: Evidence, *, asked: bool
) -> tuple[roles.Proved, list[Failure]]:
    proved: roles.Proved = []
    failures: list[Failure] = []
    header_units = (
        {n.unit for n in numbers_in("1 " + statement.header.replace("|", " 1 "))} if statement.header else set()
    )
    stated = numbers_in(statement.text, case.lang)
    for number in stated:
        fault, markers = find_number(number, evidence)
        if fault == "unit" and number.unit is None and _said_in_full(number, stated, evidence):
            fault = None
        if fault == "unit" and statement.kind == "row" and number.unit is None:
            for unit in header_units - {None}:
                fault, markers = find_number(replace(number, unit=unit), evidence)
                if fault is None:
                    break
        if fault == "unit" and number.unit is None:
            fault, markers = _with_next_unit(number, statement, evidence, case)
        if fault and derived_value(number, case.draft.figures, case.good_figures):
            fault = None
        if fault == "unit" and asked and number.unit is None:
            fault = None  # what cannot be read is shown as printed, and claimed of nothing
        if fault and asked and any(set(number.values) & set(a.values) for a in case.asked):
            fault = None
        if fault and asked and number.spelled and Fraction(len(case.sources)) in number.values:
            fault = None  # "de to" are the sources beside each other
        if fault and _counts_items(number, statement):
            fault = None
        if fault:
            kind: FailureKind = fault  # type: ignore[assignment]
            failures.append(Failure(kind, number.printed.strip()))
        proved.append((number, markers))
    return proved, failures


def _check_model_years(case: Case, numbers: roles.Proved, evidence: Evidence) -> list[Failure]:
    """A model may not date what a quote dates itself by the year in the document's title."""
    if case.draft.mode != "llm":
        return []
    quoted = {int(y) for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", evidence.text)}
    known = quoted | {int(y) for f in case.draft.figures for y in re.findall(r"\d{4}", f.period or "")}
    stated = [n for n, _ in numbers if n.kind == "year" and isinstance(n.values[0], Fraction)]
    wrong = [n for n in stated if quoted and isinstance(n.values[0], Fraction) and int(n.values[0]) not in known]
    return [Failure("year", n.printed.strip()) for n in wrong]


def _said_in_full(number: Num, stated: tuple[Num, ...], evidence: Evidence) -> bool:
    """ "**148**: »148 kr. pr. bolig«": the same statement says the number again, with its unit, and that is proved."""
    again = (n for n in stated if n is not number and n.unit and set(n.values) & set(number.values))
    return any(find_number(n, evidence)[0] is None for n in again)


def _with_next_unit(
    number: Num, statement: Statement, evidence: Evidence, case: Case
) -> tuple[str | None, frozenset[int]]:
    """ "18 og 16 pct.": the first number has the unit of the one it is joined to."""
    following = next(
        (n for n in numbers_in(statement.text, case.lang) if n.start >= number.end and n.kind == "count"), None
    )
    if following is not None and following.unit:
        between = statement.text[number.end : following.start]
        if re.fullmatch(r"\s*(?:,|og|eller|mod|til|[-–]|and|or|to|against|af|ud af)?\s*(?:\w+\s+){0,3}", between):
            return find_number(replace(number, unit=following.unit, scale=following.scale), evidence)
    return "unit", frozenset()


def _counts_items(number: Num, statement: Statement) -> bool:
    """Whether a lead-in counts the list it leads in, in words ("BL vil gøre fire ting:"); digits need a quote."""
    counted = Fraction(statement.items)
    return statement.kind == "lead_in" and number.spelled and number.unit is None and counted in number.values


def _check_names(case: Case, statement: Statement, evidence: Evidence, *, asked: bool) -> list[Failure]:
    failures = []
    words = evidence.words | (case.asked_words if asked else frozenset())
    known = evidence.names + "\n" + (case.asked_names if asked else "")
    text = statement.text
    names = [] if statement.kind == "header" else list(names_in(text))
    names += [
        word for word in re.findall(r"[\wÆØÅæøå.’'-]+", text) if bare_text(word) in _KNOWN_NAMES and word[0].isupper()
    ]
    for name in dict.fromkeys(names):
        begins = text.startswith(name) or bool(re.search(rf"[.:|»”\"(–•-]\s*{re.escape(name)}", text))
        if not is_named(name, known, words, begins=begins) and not _is_free(name, case, evidence):
            failures.append(Failure("name", name))
    return failures


def _is_free(name: str, case: Case, evidence: Evidence) -> bool:
    """Words that are capitalised without naming anything, and joined names that are each proved ("BL i Herning")."""
    if case.lang == "en" and fold(name) in _ENGLISH_NAMES:
        return True
    parts = [p for p in name.split() if not (case.lang == "en" and fold(p) in _ENGLISH_NAMES)]
    if not parts:
        return True
    places = find_places(name)
    if places and all(p.name == "Danmark" or bare_text(p.name) in evidence.names for p in places):
        rest = re.sub(r"(?i)\b(?:kommunes?|byråds?|municipality|region)\b", " ", name)
        for place in reversed(places):
            rest = rest.replace(name[slice(*place.span)], " ")
        return not rest.strip(" '’s-")
    return False


def _check_negations(statement: Statement, evidence: Evidence, numbers: roles.Proved, case: Case) -> list[Failure]:
    failures = []
    said = negations(statement.text)
    compares = any(derived_value(n, case.draft.figures, case.good_figures) for n, _ in numbers) or len(numbers) > 1
    for negation in said:
        contrast = _CONTRAST.match(statement.text, negation.end())
        if _OTHER_TIME.match(statement.text, negation.end()) and _years_differ(numbers):
            continue
        unheard = not evidence.negated and not (contrast and compares)
        if unheard or (evidence.negated and _affirmed(statement.text, negation, evidence.text)):
            failures.append(Failure("negation", negation[0]))
    if not said and (_denied(statement.text, evidence.text) or _counts_none(statement.text, numbers, evidence)):
        failures.append(Failure("negation", "benægtelsen i kilden mangler"))
    if case.lang == "en" and _denial_lost(statement.text, evidence):
        failures.append(Failure("negation", "the denial in the source is missing"))
    for number, _ in numbers:
        if number.kind != "count" or derived_value(number, case.draft.figures, case.good_figures):
            continue
        mine = directions(statement.text, number.start, number.end)
        told = [
            (quote, known)
            for source in evidence.sources
            for quote in source.quotes
            for known in numbers_in(quote)
            if set(known.values) & set(number.values)
        ]
        near = [directions(quote, known.start, known.end) for quote, known in told]
        wide = [directions(quote, 0, len(quote)) for quote, _ in told]
        turned = near and all(len(t) == 1 and t != mine for t in near)
        if len(mine) == 1 and (turned or (wide and all(t and t.isdisjoint(mine) for t in wide))):
            failures.append(Failure("direction", number.printed.strip()))
    return failures


def _years_differ(numbers: roles.Proved) -> bool:
    return len({n.values for n, markers in numbers if n.kind in ("year", "period") and markers}) > 1


def _affirmed(text: str, negation: re.Match[str], source: str) -> bool:
    """Whether the source says what the statement denies: the words around its negation stand there without one."""
    before, after = neighbours(text, negation)
    if before is None or after is None:
        return False
    return _together(before, after, source) == {False}


def _denied(text: str, source: str) -> bool:
    """Whether the source denies what the statement says: words around its negation stand in the statement without."""
    for negation in negations(source):
        if negation[0].lower() in ("uden", "without", "no"):
            continue
        before, after = neighbours(source, negation)
        if (
            before
            and after
            and _together(before, after, source) == {True}
            and _together(before, after, text) == {False}
        ):
            return True
    return False


def _counts_none(text: str, numbers: roles.Proved, evidence: Evidence) -> bool:
    """Whether the source counts nothing ("0 familieboliger") of what the statement speaks of without a number."""
    if any(n.kind == "count" for n, _ in numbers):
        return False
    spoken = set(content_stems(text))
    for quote in (q for source in evidence.sources for q in source.quotes):
        for number in numbers_in(quote):
            counted = content_stems(number.printed)
            if Fraction(0) in number.values and number.kind == "count" and counted and counted[-1] in spoken:
                return True
    return False


def _denial_lost(text: str, evidence: Evidence) -> bool:
    """In English no words can be compared: a short quote that denies wants a denial outside the quoted Danish."""
    own = re.sub(r"»[^«]*«", " ", text)
    short = all(len(quote.split()) <= 25 for source in evidence.sources for quote in source.quotes)
    speaks = len(content_stems(own)) > 1 and not re.search(r"\b(?:documents?|says?|according)\b", own)
    denies = any(n[0].lower() not in ("uden", "without") for n in negations(evidence.text))
    return short and speaks and denies and not negations(own)


def _together(before: str, after: str, text: str) -> set[bool]:
    """For each place where the two stems stand close, in that order: whether a negation is between or right beside."""
    words = re.findall(r"\w[\w-]*", text)
    stems = [content_stems(w)[0] if content_stems(w) else "" for w in words]
    found = set()
    for i, first in enumerate(stems):
        if first != before:
            continue
        for j in range(i + 1, min(len(stems), i + 6)):
            if stems[j] == after:
                found.add(bool(negations(" ".join(words[max(0, i - 1) : j + 2]))))
                break
    return found


def _check_roles(case: Case, statement: Statement, evidence: Evidence, numbers: roles.Proved) -> list[Failure]:
    figures = tuple(case.draft.figures[i] for i in sorted(case.good_figures))
    places = find_places(statement.text)
    checks = (
        ("role", roles.wrong_place(statement.text, numbers, evidence, places, figures)),
        ("year", roles.wrong_year(statement.text, numbers, evidence, figures)),
        ("role", roles.swapped(statement.text, numbers, evidence, figures)),
        ("comparison", roles.wrong_comparison(statement.text, numbers, places, figures)),
    )
    return [Failure(kind, found) for kind, found in checks if found]  # type: ignore[arg-type]


def _check_content(case: Case, statement: Statement, evidence: Evidence) -> list[Failure]:
    """A model's own words must mostly be the documents' words; our own templates need not."""
    if case.draft.mode != "llm" or case.lang == "en":
        return []
    stems = [s for s in content_stems(statement.text) if len(s) > 3]
    known = evidence.stems | {s for w in case.asked_words for s in content_stems(w)}
    shared = sum(any(s == k or (len(s) > 4 and s[:5] == k[:5]) for k in known) for s in stems)
    return [Failure("content", statement.text)] if stems and shared < ENOUGH_SHARED * len(stems) else []
