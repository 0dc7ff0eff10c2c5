"""Draft cases from a document's own figures and commitments, and near misses that must be refused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from errors import UsageError
from eval import texts
from eval.phrasing import figure_question
from eval.sets import Case, ExpectedFigure
from index.evidence import Snapshot
from ingest.document import Commitment, Figure
from ingest.places import MUNICIPALITIES

UNIT_SPELLINGS = {"pct.": ("pct", "%", "procent"), "mio. kr.": ("mio", "mill"), "mia. kr.": ("mia", "milliard")}
NUMBER_WORDS = {
    "1": "en", "2": "to", "3": "tre", "4": "fire", "5": "fem", "6": "seks", "7": "syv", "8": "otte", "9": "ni",
    "10": "ti", "11": "elleve", "12": "tolv",
}  # fmt: skip
PARTS = {"2": ("halvdelen", "hver anden"), "3": ("en tredjedel",), "4": ("en fjerdedel", "hver fjerde")}
FEWEST_POINTS = 2
MEANT = {"vil", "løfte"}
"""Statuses of what someone says they will do."""
PEOPLE = {"mennesker", "personer", "beboere", "borgere"}
LISTED = {"skal", "kræver", "kan", "bidrager"}
"""Statuses of points under a line that leads in to them."""


def suggest(document: str, snapshot: Snapshot) -> tuple[Case, ...]:
    """Drafts for one document, ids in order. Raises UsageError: unknown id, nothing to ask of."""
    infos = {entry.id: entry.info for entry in snapshot.documents}
    if document not in infos:
        raise UsageError(texts.UNKNOWN_DOCUMENT.format(id=document, known=", ".join(infos) or "ingen"))
    said = "\n".join(passage.text for _, passage in snapshot.passages)
    figures = [figure for figure in snapshot.figures if figure.document == document]
    commitments = [each for each in snapshot.commitments if each.document == document]
    title = infos[document].title.split(" – ")[0]
    others = [figure for figure in snapshot.figures if figure.document != document]
    asked = list(_questions(figures))
    drafts = [
        *(_figure_case(question, figure, others, title, n) for n, (question, figure) in enumerate(asked, 1)),
        *_near_misses(asked, said, document),
        *_commitment_cases(commitments, said, title),
    ]
    if not drafts:
        raise UsageError(texts.NOTHING_TO_SUGGEST.format(id=document))
    return tuple(drafts)


def _questions(figures: list[Figure]) -> Iterator[tuple[str, Figure]]:
    """Every figure that can be asked for in Danish, each question once."""
    asked: set[str] = set()
    for figure in figures:
        question = figure_question(figure)
        if question in asked and figure.group and figure.municipality and figure.label:
            label = figure.label[0].lower() + figure.label[1:]
            question = texts.ASK_COUNT_GROUP.format(label=label, place=figure.municipality, group=figure.group)
        if question is None or question in asked:
            continue
        asked.add(question)
        yield question, figure


def _names_place(question: str, figure: Figure) -> bool:
    return bool(figure.municipality) and str(figure.municipality) in question


def _alike(figure: Figure, other: Figure) -> bool:
    """Whether another document may have the same to tell: most long words are the same, and what is counted."""
    own, theirs = (set(re.findall(r"[^\W\d_]{5,}", each.label.casefold())) for each in (figure, other))
    people = PEOPLE & set(figure.unit.split()) and PEOPLE & set(other.unit.split())
    if not people and figure.unit != other.unit:
        return False
    same = len(own & theirs) >= max(2, 0.6 * len(own))
    return same or (bool(people) and all("almen" in each.label.casefold() for each in (figure, other)))


def _figure_case(question: str, figure: Figure, others: list[Figure], title: str, number: int) -> Case:
    """A draft; what several documents say of the country is asked of all of them, or of this one where they differ."""
    must = _must(question, figure) if figure.certain else (texts.UNCLEAR_WORDS,)
    alike = [] if _names_place(question, figure) else [other for other in others if _alike(figure, other)]
    if any(other.value != figure.value for other in alike):
        question, alike = question.removesuffix("?") + texts.ACCORDING_TO.format(title=title) + "?", []
    return Case(
        id=f"{figure.document}-tal-{number}",
        kind="figure" if figure.certain else "ambiguous",
        question=question,
        answerable=True,
        must=must,
        docs=tuple(dict.fromkeys((figure.document, *(other.document for other in alike)))),
        evidence=(figure.quote,) if figure.quote.strip() else (),
        page=None if alike else figure.page,
        figures=(_expected(figure),) if figure.certain else (),
        tags=("forslag",),
        note=texts.DRAFT_NOTE,
    )


def _near_misses(asked: list[tuple[str, Figure]], said: str, document: str) -> Iterator[Case]:
    """The same questions of a place, or of a time, that no document speaks of."""
    elsewhere = next((name for name in MUNICIPALITIES if name.casefold() not in said.casefold()), None)
    placed = [(question, figure) for question, figure in asked if figure.certain and _names_place(question, figure)]
    for number, (question, figure) in enumerate(placed, 1):
        stem = f"{document}-uden-{number}"
        if elsewhere:
            yield _refused(f"{stem}-sted", question.replace(str(figure.municipality), elsewhere))
        if other := _other_time(question, figure.period or "", said):
            yield _refused(f"{stem}-aar", other)


def _other_time(question: str, period: str, said: str) -> str | None:
    """The question of years long before; None where the figure has no year or every earlier one is spoken of."""
    if not re.search(r"\d{4}", period):
        return None
    for back in range(6, 30):
        other = re.sub(r"\d{4}", lambda year, back=back: str(int(year[0]) - back), period)  # type: ignore[misc]
        if not any(year in said for year in re.findall(r"\d{4}", other)):
            when = texts.IN_YEAR.format(year=other)
            moved = question.replace(period, other) if period in question else question.removesuffix("?") + when + "?"
            return re.sub(r"^(Hvor (?:mange .+?|stor en andel .+?)) er der ", r"\1 var der ", moved)
    return None


def _commitment_cases(commitments: list[Commitment], said: str, title: str) -> Iterator[Case]:
    goals: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    points: dict[tuple[str, str, str], list[Commitment]] = defaultdict(list)
    lists: dict[str, list[Commitment]] = defaultdict(list)
    names = {each.text for each in commitments if each.parent is None and each.status == "mål"}
    for each in commitments:
        if each.parent is None and each.status == "mål" and each.actor and each.period:
            goals[each.actor, each.period].append(each)
        elif each.status in MEANT and each.parent and each.period and each.actor:
            points[each.actor, each.parent, each.period].append(each)
        elif each.parent and each.status in LISTED:
            lists[each.parent].append(each)
    for (actor, period), listed in goals.items():
        question = texts.ASK_GOALS.format(actor=actor, period=period)
        yield from _list_case("goal", question, listed, "maal")
        if (later := _later(period)) not in said:
            document = listed[0].document
            yield _refused(f"{document}-uden-{period}", texts.ASK_GOALS.format(actor=actor, period=later))
    for (actor, goal, period), listed in points.items():
        pattern = texts.ASK_POINTS if goal in names else texts.ASK_HEADING
        question = pattern.format(actor=actor, goal=goal, period=period, title=title)
        yield from _list_case("commitment", question, listed, "under")
    for heading, listed in lists.items():
        yield from _list_case("list", texts.ASK_LISTED.format(title=title, goal=heading.rstrip("?")), listed, "liste")
    issues = [each for each in commitments if each.status == "mærkesag"]
    yield from _list_case("list", texts.ASK_ISSUES.format(title=title), issues, "sager")


def _list_case(kind: str, question: str, listed: list[Commitment], stem: str) -> Iterator[Case]:
    keys = _telling_words(each.text for each in listed)
    if len(listed) < FEWEST_POINTS or not all(keys):
        return
    yield Case(
        id=f"{listed[0].document}-{stem}-{listed[0].ordinal}",
        kind=kind,
        question=question,
        answerable=True,
        must=tuple((key,) for key in keys),
        docs=(listed[0].document,),
        evidence=tuple(each.quote for each in listed if each.quote.strip()),
        page=listed[0].page,
        tags=("forslag",),
        note=texts.DRAFT_NOTE,
    )


def _telling_words(listed: Iterable[str]) -> list[str]:
    """For each text its longest word that no other of them has; "" where there is none."""
    words = [re.findall(r"[^\W\d_]{6,}", text.casefold()) for text in listed]
    return [
        max((w for w in own if not any(w in other for j, other in enumerate(words) if j != i)), key=len, default="")
        for i, own in enumerate(words)
    ]


def _refused(id: str, question: str) -> Case:
    return Case(id, "unanswerable", question, False, tags=("forslag",), note=texts.DRAFT_NOTE)


def _must(question: str, figure: Figure) -> tuple[tuple[str, ...], ...]:
    """The value as it may be written, its unit, and the place that was asked for."""
    unit = UNIT_SPELLINGS.get(figure.unit) or (("mio", "mill") if figure.unit.startswith("mio.") else ())
    place = (str(figure.municipality),) if _names_place(question, figure) else ()
    return tuple(group for group in (_spellings(figure.value), unit, place) if group)


def _expected(figure: Figure) -> ExpectedFigure:
    return ExpectedFigure(figure.value, figure.unit, figure.period or "", figure.municipality or "")


def _spellings(value: str) -> tuple[str, ...]:
    """How the value may be written: "3372" also as "3.372", "3" as "tre", "0.5" as "0,5", "1/7" as "1 ud af 7"."""
    if value in NUMBER_WORDS:
        return (value, NUMBER_WORDS[value])
    if value.isdecimal():
        grouped = f"{int(value):,}".replace(",", ".")
        return (grouped, value) if grouped != value else (value,)
    if part := re.fullmatch(r"1/(\d+)", value):
        word = NUMBER_WORDS.get(part[1], part[1])
        return (value, f"1 ud af {part[1]}", f"en ud af {word}", f"hver {part[1]}.", *PARTS.get(part[1], ()))
    if value.endswith(".5") and value[:-2].isdecimal() and value[0] != "0":
        return (value.replace(".", ","), f"{value[:-2]}½")
    return (value.replace(".", ","),)


def _later(period: str) -> str:
    """The period ten years on."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + 10), period)
