"""Draft cases from a document's own figures and commitments, and near misses that must be refused."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from errors import UsageError
from eval import texts
from eval.sets import Case, ExpectedFigure
from index.evidence import Snapshot
from ingest.document import Commitment, DocumentInfo, Figure
from ingest.places import MUNICIPALITIES

UNIT_SPELLINGS = {"pct.": ("pct", "%", "procent"), "mio. kr.": ("mio", "mill"), "mia. kr.": ("mia", "milliard")}
COUNTED = re.compile(r"[A-ZÆØÅ]?[a-zæøå-]+(?:er|ere|e)")
"""A label that is one plural noun, as on a tile: "Familieboliger"."""
HANGING = re.compile(r"(?:som|der|hvor\w*|hvem|hvad|skal|og|med|de|det|i|på|for|til)\b")
"""A label that begins so is half a sentence: nobody could tell what is asked."""
FEWEST_POINTS = 2


def suggest(document: str, snapshot: Snapshot) -> tuple[Case, ...]:
    """Drafts for one document, ids in order. Raises UsageError: unknown id, nothing to ask of."""
    infos = {entry.id: entry.info for entry in snapshot.documents}
    if document not in infos:
        raise UsageError(texts.UNKNOWN_DOCUMENT.format(id=document, known=", ".join(infos) or "ingen"))
    said = "\n".join(passage.text for _, passage in snapshot.passages)
    figures = [figure for figure in snapshot.figures if figure.document == document]
    commitments = [each for each in snapshot.commitments if each.document == document]
    drafts = [
        *_figure_cases(figures, infos[document]),
        *_near_misses(figures, said),
        *_commitment_cases(commitments, said),
    ]
    if not drafts:
        raise UsageError(texts.NOTHING_TO_SUGGEST.format(id=document))
    return tuple(drafts)


def _figure_cases(figures: list[Figure], info: DocumentInfo) -> Iterator[Case]:
    asked: set[str] = set()
    for number, figure in enumerate(figures, 1):
        question = _question(figure, info)
        if question in asked or HANGING.match(figure.label):
            continue
        asked.add(question)
        yield Case(
            id=f"{figure.document}-tal-{number}",
            kind="figure" if figure.certain else "ambiguous",
            question=question,
            answerable=True,
            must=_must(figure) if figure.certain else (texts.UNCLEAR_WORDS,),
            docs=(figure.document,),
            evidence=(figure.quote,) if figure.quote.strip() else (),
            page=figure.page,
            figures=(_expected(figure),) if figure.certain else (),
            tags=("forslag",),
            note=texts.DRAFT_NOTE,
        )


def _question(figure: Figure, info: DocumentInfo, place: str | None = None, year: str | None = None) -> str:
    """A question for the figure; with another place or year it asks for what the document does not say."""
    place = place or figure.municipality
    label = " ".join(figure.label.split())
    when = texts.IN_YEAR.format(year=year) if year else ""
    if place and COUNTED.fullmatch(label) and not figure.unit.startswith(("pct", "kr", "mio", "mia")):
        pattern = texts.ASK_COUNT_GROUP if figure.group and _starts(figure.group) else texts.ASK_COUNT
        text = pattern.format(label=label[0].lower() + label[1:], place=place, group=figure.group)
    elif label.startswith("af ") and (figure.unit.startswith("pct") or "/" in figure.value):
        text = texts.ASK_PART.format(label=label)
    elif re.match(r"(?:mennesker|personer|borgere|beboere)\b", label) and "…" not in label:
        text = texts.ASK_PEOPLE.format(label=label)
    elif place:
        text = texts.ASK_FIGURE_PLACE.format(label=label, place=place)
    else:
        text = texts.ASK_FIGURE.format(label=label, title=info.title)
    return text.removesuffix("?") + when + "?"


def _starts(group: str) -> bool:
    """Whether a heading narrows what is counted ("Igangsatte byggerier …") rather than naming the place."""
    return re.search(r"\d{4}|[Ii]gang|[Nn]ye|[Oo]pført", group) is not None


def _near_misses(figures: list[Figure], said: str) -> Iterator[Case]:
    """The same questions of a place, or of a year, that no document speaks of."""
    placed = [f for f in figures if f.certain and f.municipality and COUNTED.fullmatch(" ".join(f.label.split()))]
    elsewhere = next((name for name in MUNICIPALITIES if name.casefold() not in said.casefold()), None)
    info = DocumentInfo("")
    done: set[str] = set()
    for figure in placed:
        if figure.label in done:
            continue
        done.add(figure.label)
        stem = f"{figure.document}-uden-{len(done)}"
        if elsewhere:
            yield _refused(f"{stem}-sted", _question(figure, info, place=elsewhere))
        years = [int(year) for year in re.findall(r"\d{4}", figure.period or "")]
        other = next((str(y) for y in range(min(years) - 6, 1990, -1) if str(y) not in said), None) if years else None
        if other:
            yield _refused(f"{stem}-aar", _question(figure, info, year=other))


def _commitment_cases(commitments: list[Commitment], said: str) -> Iterator[Case]:
    goals: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    points: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    for each in commitments:
        if each.parent is None and each.status == "mål" and each.actor and each.period:
            goals[each.actor, each.period].append(each)
        elif each.parent and each.period:
            points[each.parent, each.period].append(each)
    for (actor, period), listed in goals.items():
        question = texts.ASK_GOALS.format(actor=actor, period=period)
        yield from _list_case("goal", question, listed, "maal")
        if (later := _later(period)) not in said:
            document = listed[0].document
            yield _refused(f"{document}-uden-{period}", texts.ASK_GOALS.format(actor=actor, period=later))
    for (goal, period), listed in points.items():
        yield from _list_case("list", texts.ASK_POINTS.format(goal=goal, period=period), listed, "under")


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


def _must(figure: Figure) -> tuple[tuple[str, ...], ...]:
    groups = [_spellings(figure.value)]
    if figure.unit in UNIT_SPELLINGS:
        groups.append(UNIT_SPELLINGS[figure.unit])
    return tuple(groups)


def _expected(figure: Figure) -> ExpectedFigure:
    return ExpectedFigure(figure.value, figure.unit, figure.period or "", figure.municipality or "")


def _spellings(value: str) -> tuple[str, ...]:
    """How the value may be written: "3372" also as "3.372", "0.5" as "0,5"."""
    if value.isdecimal():
        grouped = f"{int(value):,}".replace(",", ".")
        return (grouped, value) if grouped != value else (value,)
    return (value.replace(".", ","),)


def _later(period: str) -> str:
    """The period ten years on."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) + 10), period)
