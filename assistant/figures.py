"""Key figures that answer a question exactly: measure, kind, place, period and unit all fit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.lexicon import Lexicon, figure_soft_stems, soft_stems, stop_stems
from assistant.measures import (
    Measure,
    card_of,
    kind_of,
    kind_words,
    kinds_in,
    measure_named,
    measure_of,
    measures_asked,
)
from assistant.understand.query import Interval, Period, Query
from assistant.understand.slots import find_age, find_periods, find_size
from assistant.words import stem, stems
from index.evidence import DocumentEntry, Snapshot
from ingest.document import Figure
from ingest.places import municipalities_in

_SHARE_UNIT = re.compile(r"pct|procent|%|andel|ud af|/")
_LOOSE_KINDS = frozenset(
    stem(word) for word in ("unge", "familier", "familie", "ældre", "ungdom", "ungdoms", "typer", "slags")
)
"""How a sum names the kinds of dwelling in passing: "(unge, familier og ældre)"."""
_SIZED = frozenset(stems("lejlighed lejemål bolig hus hjem"))
"""What has a size in square metres, by whatever name."""
_APART = frozenset(stems("skille skiller forskel difference afstand spring dobbelt halvt halv gange"))
WHERE = frozenset(
    stems("kommune by boligorganisation boligforening boligselskab boligområde boligafdeling afdeling region land")
)
"""What people and homes are in: how many of these there are is told by no figure of theirs."""
_ADDING = frozenset(
    stems(
        "lægge lagt lægger talt tælle tæller regne regner sammen tilsammen slå slår slås slået oven hinanden under ét "
        "et ses set tage tager taget tages fællesskab give giver giv begge kommuner"
    )
)
# Not of homes: any sheet counts some, and only these words tell the country's own total.
COUNTRY_STEMS = frozenset(stems("i hele landet danmark danmarks landsplan landsbasis landsgennemsnit på"))
OF_AGES = frozenset(stems("barn børn ung unge voksen voksne senior seniorer ældre mange flest færrest"))
"""Names of age groups, which the ages beside them say exactly."""
_OF_RESIDENTS = frozenset(stems("beboer beboere beboerne andel af på i er år eller derover og almene boliger"))
"""What a label may say beside an age: its figure is still of that age group, and of no part of it."""
_STOCK = re.compile(r"boligmasse|boligmarked|\b(?:alle|samtlige|danske) boliger", re.IGNORECASE)
_BURDEN = frozenset(stems("boligtype boligtyper type højest højeste lavest laveste størst størst mindst mest"))
"""How a question asks which kind of home takes most of an income."""
_BY_HOW_MUCH = re.compile(r"\bhvor meget (?:billigere|dyrere|lavere|højere|mindre|mere|større)\b", re.IGNORECASE)
"""A difference in money may be told in per cent."""
_PEOPLE = re.compile(
    r"\b(?:hvor mange|antal(?:let af)?) (?:(?:af de|nye|almene|enlige|flere) )?"
    r"(?:unge|studerende|ældre|\w*familier|mennesker|personer|borgere|lejere)\b(?!-| \w*bolig)",
    re.IGNORECASE,
)
"""Whoever lives in homes, waits for one or gets one is counted, not the homes."""
_PART = re.compile(r"(?:halv|t?redje|fjerde|femte|sjette|syvende|ottende|niende|tiende)del", re.IGNORECASE)
"""A claimed share in words, which the figure is held against."""
_MONEY_UNIT = re.compile(r"\bkr|kroner|mio|mia|million|milliard")


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with what it measures, made once per snapshot."""

    figure: Figure
    place: str | None
    """The municipality it is about; None for the whole country, also where a sheet quotes it."""
    measure: Measure | None
    kind: str | None
    stems: frozenset[str]
    all_stems: frozenset[str]
    size: Interval | None
    age: Interval | None
    periods: tuple[Period, ...]
    document_period: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question wants measured. `free` terms are those no slot or measure has taken."""

    measures: tuple[str, ...]
    kinds: tuple[str, ...]
    free: tuple[tuple[str, ...], ...]
    said: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The stems that say no more of a measure than that it is asked for."""


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """A card with how well the question's free words fit it."""

    card: Card
    score: float

    @property
    def figure(self) -> Figure:
        return self.card.figure


def build_cards(snapshot: Snapshot, entries: dict[str, DocumentEntry]) -> tuple[Card, ...]:
    """A card for every figure of the snapshot."""
    return tuple(_card(figure, entries[figure.document]) for figure in snapshot.figures if figure.document in entries)


def _card(figure: Figure, entry: DocumentEntry) -> Card:
    said = card_of(figure)
    size = find_size(dashed(figure.label)) or _bare_size(figure)
    age = _age_in(dashed(f"{figure.label} {figure.unit}"))
    of_age = age is not None and set(stems(_without(figure.label, age.text))) <= _OF_RESIDENTS
    if age is None and "\n" not in figure.quote.strip():  # a sheet's quote brings what stands beside it along
        age = _age_in(dashed(" ".join(figure.quote.split())))
    return Card(
        figure=figure,
        place=_place_of(figure),
        measure=measure_named("alder") if of_age else measure_of(figure),
        kind=kind_of(figure),
        stems=frozenset(stems(said)),
        all_stems=frozenset(stems(f"{said} {figure.quote} {entry.info.title} {figure.municipality or ''}")),
        size=size[0] if size else None,
        age=age,
        periods=tuple(p for p, _ in find_periods(dashed(figure.period or ""))),
        document_period=entry.info.period,
    )


_COUNTRY = re.compile(
    r"\bi (?:hele )?danmark\b|\bhele landet\b|\blandet over\b|\blandsplan\b|\bdanske\b", re.IGNORECASE
)


_REGION = re.compile(r"\bRegion (?!\d)[A-ZÆØÅ]\w+")
"""A region between the municipality and the whole country, as the series of a chart names it."""


def _place_of(figure: Figure) -> str | None:
    if figure.municipality is None and (region := _REGION.search(f"{figure.group or ''} {figure.label}")):
        return region[0]
    if figure.municipality is None or municipalities_in(figure.label):
        return figure.municipality
    said = f"{figure.label} {figure.group or ''}"
    return None if _COUNTRY.search(said) and not municipalities_in(figure.label) else figure.municipality


def _bare_size(figure: Figure) -> tuple[Interval, tuple[int, int]] | None:
    """ "71-85" in a table of sizes, where the unit stands in the head."""
    if not re.search(r"størrelse|m2|m²|kvadratmeter", figure.group or "", re.IGNORECASE):
        return None
    return find_size(dashed(f"{figure.label} m2"))


def dashed(text: str) -> str:
    """A label's ranges and signs as a question writes them."""
    return re.sub(r"\s*[–—-]\s*", "-", " ".join(text.split())).replace("<", "under ").replace(">", "over ")


def _without(label: str, words: str) -> str:
    return dashed(label).replace(words, " ")


def _age_in(text: str) -> Interval | None:
    found = find_age(text)
    if found and re.search(r"\d", found[0].text):
        return found[0]
    plus = re.search(r"\b(\d{2})\+", text)
    return Interval(float(plus[1]), None, plus[0]) if plus else None


def read_asked(query: Query, text: str) -> Asked:
    """What the question wants measured, and which of its words are left over."""
    if query.size is not None and query.size.text not in text:
        text = f"{text} {query.size.text}"  # said before the question: "en bolig på 55 m2. Hvad er huslejen?"
    # Of the 1,400 homes that were told of, no figure tells a part.
    of_named = re.search(r"\bhvor mange af (?:de|disse) \d", text, re.IGNORECASE)
    found = () if of_named or set(query.counted[-1:]) & WHERE else measures_asked(text)
    names = [m.name for m, _ in found]
    if "alder" in names and query.age is None and not re.search(r"alder", text, re.IGNORECASE):
        names.remove("alder")
    if not _counts_homes(query, text):
        names = [name for name in names if name not in ("boliger", "igangsat")]
    if not names and kinds_in(text) and (query.places or query.counted) and _counts_homes(query, text):
        names = ["boliger"]
    if query.age is not None and "alder" not in names and re.search(r"\d", query.age.text):
        names.append("alder")
    if set(names) - {"alder", "beboere", "boliger"} and "alder" in names:
        names.remove("alder")  # volunteers over 65 are not all who are over 65
    if len(kinds_in(text)) == 1 and "andel af boliger" in names and not _STOCK.search(text):
        names = ["boliger"]  # one kind's share of the homes counted here, not of all that is built
    if len(names) > 1 and "boliger" in names:
        names.remove("boliger")  # "hvor mange … bolig" is in nearly every question
    if len(names) > 1 and "beboere" in names and "alder" not in names:
        names = [n for n in names if n != "beboere"] if names[0] != "alder" else names
    taken: set[str] = set()
    plain, soft = figure_soft_stems(), soft_stems()
    kinds = kinds_in(text)
    for kind in kinds:
        taken |= set(stems(kind))
    taken |= set(stems(" ".join(kind_words(text))))
    if query.age is not None:
        taken |= OF_AGES
    if "boligbyrde" in names:
        taken |= _BURDEN
    if kinds or "boligbyrde" in names:  # how big a part of the income it is, is told by kind of home
        taken |= _LOOSE_KINDS
    if query.wants("sum"):
        taken |= _ADDING if kinds else _ADDING | _LOOSE_KINDS
    if query.size is not None:
        taken |= _SIZED
    if query.wants("compare", "difference"):
        taken |= _APART
    # What stands in a phrase beside a word that narrows nothing ("råder over") says no more than it.
    silent = frozenset(taken | plain | (soft - COUNTRY_STEMS) | stop_stems())
    said = {m.name: frozenset(stems(words)) | silent for m, words in found if m.name in names and m.name != "boliger"}
    free = tuple(
        term.stems
        for term in query.terms
        if term.kind not in ("soft", "number")
        and not (query.country and "boliger" not in names and set(term.stems) <= COUNTRY_STEMS)
        and not (set(term.stems) <= silent and set(term.stems) & (taken | plain))
        and not _is_kind_word(term.stems)
        and not (query.wants("yesno") and _PART.search(term.text))
    )
    return Asked(tuple(names), kinds, free, said)


def _counts_homes(query: Query, text: str) -> bool:
    """Whether homes are what is counted: "hvor mange boliger …", not "hvor mange står skrevet op til en bolig"."""
    if _PEOPLE.search(text):
        return False
    if kinds_in(text) or not re.search(r"\bhvor mange\b", text, re.IGNORECASE) or query.wants("compare", "difference"):
        return True
    return any(s.endswith(("bolig", "bo", "lejlighed", "lejemaal", "hjem", "byg")) for s in query.counted)


def _is_kind_word(words: tuple[str, ...]) -> bool:
    return bool(kinds_in(" ".join(words)))


def period_matches(card: Card, period: Period) -> bool:
    """Exactly the period asked for; a figure without one counts as its document's."""
    own = card.periods or tuple(p for p, _ in find_periods(card.document_period or ""))
    if any((p.start, p.end) == (period.start, period.end) for p in own):
        return True
    return not card.periods and period.start == period.end and any(p.start <= period.start <= p.end for p in own)


_TIME_UNIT = re.compile(r"år|måneder|måned|uger|uge|dage|dag|timer|time|minutter|minut", re.IGNORECASE)
_ASKS_TIME = re.compile(
    r"\bhvor mange (?:år|måneder|uger|dage|timer|minutter)|\w*(?:tid|alder)(?:en)?\b|\bhvor (?:længe|gamm|lang)",
    re.IGNORECASE,
)


def unit_fits(card: Card, query: Query) -> bool:
    """Whether the figure's unit is of the sort asked for."""
    unit = f"{card.figure.unit} {card.figure.value}".lower()
    is_share, is_money = bool(_SHARE_UNIT.search(unit)), bool(_MONEY_UNIT.search(unit))
    if _TIME_UNIT.fullmatch(card.figure.unit) and not query.wants("duration") and not _ASKS_TIME.search(query.text):
        return False
    if query.wants("share"):
        return is_share
    if query.wants("money"):
        return is_money or (is_share and bool(_BY_HOW_MUCH.search(query.text)))
    counts = query.counted or re.search(r"\bhvor mange\b", query.text, re.IGNORECASE)
    if is_share and re.search(r"\bhvor mange af\b", query.text, re.IGNORECASE):
        return True  # "hvor mange af de unge …" is asked of a part
    return not is_share and not is_money if counts else True


def free_score(card: Card, asked: Asked, lexicon: Lexicon) -> float:
    """Share of the question's free words, by weight, that the figure's own words meet; 1 when there are none."""
    total = got = 0.0
    said = asked.said.get(card.measure.name, frozenset()) if card.measure else frozenset()
    for words in asked.free:
        if set(words) <= said:
            continue
        ways = lexicon.ways(words)
        weight = max((lexicon.idf(s) for s in ways[0].stems), default=1.0) if ways else 1.0
        total += weight
        own = max((w.quality for w in ways if all(s in card.stems for s in w.stems)), default=0.0)
        wide = max((w.quality * 0.8 for w in ways if all(s in card.all_stems for s in w.stems)), default=0.0)
        got += weight * max(own, wide)
    return got / total if total else 1.0
