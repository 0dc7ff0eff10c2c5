"""Sums, shares and totals of key figures, computed exactly and marked as derived."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from assistant import texts
from assistant.answer import AnswerFigure
from assistant.compose.context import Context
from assistant.compose.english import english_sum, english_sum_part
from assistant.compose.figure import add_figure, cite, in_place, printed, shown, what_measured
from assistant.compose.figure_search import Found, find_figures, of_place_and_period
from assistant.compose.numbers import danish, exact, in_common_unit
from assistant.draft import Draft
from assistant.figures import Card
from assistant.understand.query import Interval, Query
from ingest.document import Figure

COUNTED = frozenset({"boliger", "igangsat", "beboere"})
"""Measures that come by kind of dwelling and may be added up."""
_BY_KIND = frozenset({"boliger", "igangsat"})
_ADDED = frozenset({"renoveret", "lokal omsætning", "huslejeomsætning", "lejekontrakter"})
"""Measures that may be added up over several places."""
KINDS = ("ungdomsboliger", "familieboliger", "ældreboliger")


def answer_sum(context: Context, query: Query, found: Found) -> Draft | None:
    """The sum of the parts a question adds up, when no single figure is the answer."""
    parts = _parts(context, query, found)
    if len(parts) < 2:
        return None
    values = [exact(card.figure) for card in parts]
    if any(value is None for value in values):
        return None
    total = sum((v for v in values if v is not None), Fraction(0))
    draft = Draft(longest=700)
    markers, inputs = [], []
    for card in parts:
        marker = cite(context, draft, card)
        markers.append(marker)
        inputs.append(add_figure(draft, card, marker))
    figure = parts[0].figure
    name, unit = _total_name(parts, query)
    draft.figures.append(
        AnswerFigure(
            name, str(total), unit, _common(parts, "period"), _common(parts, "municipality"), None, True, tuple(inputs)
        )
    )
    is_amount = bool(re.search(r"^pct|kr", unit))
    terms = " + ".join(
        f"{shown(context, c) if is_amount else printed(context, c)}{_part_name(c, parts)} [{m}]"
        for c, m in zip(parts, markers, strict=True)
    )
    where, when = _where(parts), _when(parts)
    said = f"**{danish(total)}{' ' + unit if is_amount else ''}**"
    if query.language == "en":
        pairs = [(english_sum_part(card, shown(context, card)), m) for card, m in zip(parts, markers, strict=True)]
        draft.lines.append(english_sum(f"{danish(total)}{' ' + unit if is_amount else ''}", pairs))
        return draft
    draft.lines.append(f"{said} {name}{where}{when} – lagt sammen af {terms}.")
    del figure
    return draft


def add_total(draft: Draft, query: Query, cards: list[Card], positions: list[int], marks: str) -> None:
    """A line with what the figures of several places come to, where they may be added and nothing is compared."""
    addable = all(card.measure and card.measure.name in COUNTED | _ADDED for card in cards)
    values = [exact(card.figure) for card in cards]
    if not addable or any(value is None for value in values) or not all(_may_be_added(cards[0], c) for c in cards):
        return
    total = sum((value for value in values if value is not None), Fraction(0))
    name, unit = _total_name(cards, query)
    draft.figures.append(AnswerFigure(name, str(total), unit, None, None, None, True, tuple(positions)))
    shown_unit = f" {unit}" if re.search(r"^pct|kr", unit) else ""
    language = "en" if query.language == "en" else "da"
    draft.lines += ["", f"{texts.TOGETHER[language].format(total=danish(total) + shown_unit)} {marks}"]


def _parts(context: Context, query: Query, found: Found) -> list[Card]:
    if query.age is not None:
        return _age_parts(query, found, query.age)
    if not (set(found.asked.measures) & (COUNTED | _ADDED)) or (query.wants("share") and not query.wants("sum")):
        return []
    if query.wants("money") and not any(re.search(r"\bkr|\bmi[oa]", card.figure.unit) for card in found.exact):
        return []  # what was spent on homes is no count of them
    kinds = found.asked.kinds
    if len(query.places) > 1 and query.wants("sum"):
        sides = [find_figures(context, replace(query, places=(place,)), query.text) for place in query.places]
        single = len(kinds) == 1 or not set(found.asked.measures) & _BY_KIND
        picked = [side.exact[:1] if single else by_kind(side.exact, kinds or KINDS) for side in sides]
        parts = [card for side in picked for card in side]
        return parts if all(picked) and all(_may_be_added(parts[0], card) for card in parts) else []
    if len(kinds) == 1 or not set(found.asked.measures) & COUNTED:
        return []
    return by_kind(found.exact, kinds or KINDS)


def _may_be_added(one: Card, other: Card) -> bool:
    """Whether two figures count the same in the same unit, as they are printed."""
    common = in_common_unit(one.figure, other.figure)
    return common is not None and common[:2] == (exact(one.figure), exact(other.figure))


def by_kind(cards: tuple[Card, ...], wanted: tuple[str, ...]) -> list[Card]:
    """The figures of every kind of dwelling wanted, from one document and of one year."""
    by_document: dict[tuple[str, str | None], dict[str, Card]] = {}
    for card in cards:
        if card.kind in wanted and card.measure and card.measure.name in COUNTED:
            by_document.setdefault((card.figure.document, card.figure.period), {}).setdefault(card.kind, card)
    for group in by_document.values():
        if set(wanted) == set(group):
            return [group[kind] for kind in wanted]
    return []


def _age_parts(query: Query, found: Found, wanted: Interval) -> list[Card]:
    """Age groups that together make exactly the ages asked for."""
    is_share = query.wants("share")
    groups = [c for c in found.exact if c.age and ("pct" in c.figure.unit) == is_share]
    groups = [c for c in groups if c.figure.document == groups[0].figure.document]
    unique = {(c.age.low, c.age.high): c for c in reversed(groups) if c.age}
    ordered = [unique[key] for key in sorted(unique, key=lambda k: k[0])]
    if not ordered or ordered[0].age is None or abs(ordered[0].age.low - wanted.low) > 1:
        return []
    for before, after in pairwise(ordered):
        if before.age is None or after.age is None or before.age.high is None or after.age.low != before.age.high + 1:
            return []
    last = ordered[-1].age
    return ordered if last is not None and last.high == wanted.high else []


def _total_name(parts: list[Card], query: Query) -> tuple[str, str]:
    first = parts[0]
    if query.age is not None:
        unit = first.figure.unit
        return f"i alderen {ages(query.age)}", unit
    if first.measure and first.measure.name == "beboere":
        return "mennesker bor i almene boliger", "mennesker"
    if first.measure and first.measure.name in _ADDED:
        return f"i {what_measured(first.measure, first)}", first.figure.unit
    kinds = {c.kind for c in parts}
    noun = "almene boliger i alt" if len(kinds) > 2 else " og ".join(k for k in KINDS if k in kinds)
    if first.measure and first.measure.name == "igangsat":
        noun = f"igangsatte {noun}"
    return noun, "boliger"


def ages(age: Interval) -> str:
    """An age group in words."""
    return f"{int(age.low)} år og derover" if age.high is None else f"{int(age.low)}-{int(age.high)} år"


def _part_name(card: Card, parts: list[Card]) -> str:
    if card.age is not None:
        # "65 år" is not what "65+" says, word by word.
        return f" ({int(card.age.low)}+)" if card.age.high is None else f" ({ages(card.age)})"
    kind = f" {card.kind}" if len({c.kind for c in parts}) > 1 and card.kind else ""
    several = len({c.figure.municipality for c in parts}) > 1 or not kind
    return f"{kind} i {card.figure.municipality}" if card.figure.municipality and several else kind


def _common(parts: list[Card], name: str) -> str | None:
    values = {getattr(c.figure, name) for c in parts}
    return values.pop() if len(values) == 1 else None


def _where(parts: list[Card]) -> str:
    return in_place(_common(parts, "municipality"))


def _when(parts: list[Card]) -> str:
    periods = list(dict.fromkeys(c.figure.period for c in parts if c.figure.period))
    return f" ({', '.join(periods)})" if periods else ""


def answer_share(context: Context, query: Query, found: Found) -> Draft | None:
    """One kind's share of all, when no figure gives it: "hvor stor en del af boligerne er ældreboliger"."""
    kinds = found.asked.kinds
    if not query.wants("share") or len(kinds) != 1 or found.asked.measures != ("boliger",):
        return None
    whole = find_figures(context, replace(query, asks=query.asks - {"share"}), query.text)
    group: dict[str, Card] = {}
    for card in _all_kinds(context, query, whole):
        if card.kind:
            group.setdefault(card.kind, card)
    values: dict[str, Figure] = {kind: card.figure for kind, card in group.items()}
    if set(values) != set(KINDS):
        return None
    numbers = {kind: exact(figure) for kind, figure in values.items()}
    total = sum((n for n in numbers.values() if n is not None), Fraction(0))
    part = numbers[kinds[0]]
    if part is None or not total:
        return None
    draft = Draft(longest=700)
    inputs, markers = [], []
    for kind in KINDS:
        marker = cite(context, draft, group[kind])
        markers.append(marker)
        inputs.append(add_figure(draft, group[kind], marker))
    share = part / total * 100
    draft.figures.append(
        AnswerFigure(
            "i alt",
            str(total),
            "boliger",
            None,
            _common(list(group.values()), "municipality"),
            None,
            True,
            tuple(inputs),
        )
    )
    position = len(draft.figures) - 1
    rounded = Fraction(int(share * 10 + Fraction(1, 2)), 10)
    draft.figures.append(
        AnswerFigure(
            f"andel {kinds[0]}",
            str(rounded),
            "pct.",
            None,
            _common(list(group.values()), "municipality"),
            None,
            True,
            (inputs[KINDS.index(kinds[0])], position),
        )
    )
    marks = "".join(f"[{m}]" for m in dict.fromkeys(markers))
    cards = list(group.values())
    draft.lines.append(
        f"**{danish(rounded)} pct.** af de almene boliger{_where(cards)} er {kinds[0]}{_when(cards)}: "
        f"{printed(context, group[kinds[0]])} af {danish(total)} (beregnet). {marks}"
    )
    return draft


def _all_kinds(context: Context, query: Query, found: Found) -> list[Card]:
    """The cards of all kinds in the place and period of the question."""

    documents = {c.figure.document for c in found.exact}
    return [
        c
        for c in context.cards
        if c.kind
        and c.measure
        and c.measure.name == "boliger"
        and c.figure.certain
        and c.figure.document in documents
        and of_place_and_period(c, query)
    ]
