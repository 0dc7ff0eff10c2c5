"""The sentence of a comparison: who has more or less, said from the side that is asked about, and by how much."""

import re
from dataclasses import dataclass

from assistant.answer import AnswerFigure
from assistant.compose.comparison_english import COUNTRY, english_difference, english_verdict
from assistant.compose.context import Context
from assistant.compose.figure import shown, what_measured
from assistant.compose.figure_search import Found
from assistant.compose.numbers import danish, in_common_unit
from assistant.draft import Draft
from assistant.figures import Card
from assistant.measures import kind_at
from assistant.understand.query import Query
from assistant.understand.slots import country_at

_MORE = re.compile(r"\b(?:flere|flest|mere|mest|højere|højest|større|størst|dyrere)\b", re.IGNORECASE)
_LESS = re.compile(r"\b(?:færre|færrest|mindre|mindst|lavere|lavest|billigere)\b", re.IGNORECASE)
_EITHER = re.compile(
    r"\b(?P<a>over|mere|flere|højere|større|dyrere|under|mindre|færre|lavere|billigere)(?: \w+)? eller "
    r"(?P<b>over|mere|flere|højere|større|dyrere|under|mindre|færre|lavere|billigere)\b",
    re.IGNORECASE,
)
"""A question that leaves the direction open: it is answered with one of its two words."""
_UP = frozenset({"over", "mere", "flere", "højere", "større", "dyrere"})
_SAME = re.compile(
    r"\b(?:det samme|samme (?:tal|antal|andel)|lige (?:mange|meget|stor\w*)|enige|overens)\b", re.IGNORECASE
)
_EXACT = ("i gns.", "gennemsnitligt")
"""Qualifiers of a number that is as exact as any other."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; `name` stands in the table's head."""

    name: str
    found: Found

    @property
    def card(self) -> Card | None:
        return self.found.exact[0] if self.found.exact else None


@dataclass(frozen=True, slots=True)
class Said:
    """A side with its card, its value as printed, its marker and its figure's position in the answer."""

    side: Side
    card: Card
    value: str
    marker: int
    position: int

    @property
    def told(self) -> str:
        return f"**{self.value}**"


def verdict(context: Context, draft: Draft, query: Query, sides: list[Side], marks: list[tuple[int, int]]) -> str:
    """The leading sentence; `marks` are the marker and the figure's position of each side."""
    cards = [side.card for side in sides if side.card is not None]
    said = [Said(s, c, shown(context, c), m, p) for s, c, (m, p) in zip(sides, cards, marks, strict=True)]
    by_age = all(card.age is not None for card in cards)
    what = "almene beboere" if by_age else what_measured(cards[0].measure, cards[0])
    if cards[0].measure and cards[0].measure.name == "familietype" and len({c.figure.label for c in cards}) > 1:
        what = "familietyper"
    if len({card.kind for card in cards}) > 1:
        what = "igangsatte boliger" if "igangsat" in sides[0].found.asked.measures else "almene boliger"
    common = in_common_unit(cards[0].figure, cards[1].figure) if len(said) == 2 else None
    if common is None:
        plain = "; ".join(f"{one.side.name}: {one.told} [{one.marker}]" for one in said)
        return f"{_agreeing(query, said)}{what[:1].upper()}{what[1:]} – {plain}."
    a, b, unit = common
    if a == b:
        return _equal(query, said)
    high, low = (said[0], said[1]) if a > b else (said[1], said[0])
    is_amount = bool(re.search(r"pct|%|procent|kr", unit))
    subject = _subject(query, said, high)
    other = low if subject is high else high
    end, english = f"({what}).", ""
    if not (_is_rounded(high.card) or _is_rounded(low.card)):
        unit_name = "procentpoint" if re.search(r"pct|%|procent", unit) else unit
        difference = abs(a - b)
        draft.figures.append(
            AnswerFigure(
                f"forskel, {what}", str(difference), unit_name, None, None, None, True, (high.position, low.position)
            )
        )
        english = english_difference(danish(difference), unit_name, more=subject is high)
        word = ("mere" if is_amount else "flere") if subject is high else ("mindre" if is_amount else "færre")
        end = f"– **{danish(difference)}** {unit_name + ' ' if is_amount else ''}{word} ({what})."
    opening = _opening(query, subject, high)
    if query.language == "en":
        mine, theirs = ((one.side.name, one.value, one.marker) for one in (subject, other))
        return english_verdict(opening, mine, theirs, subject.card, subject is high, english)
    relation, name = _relation(query, is_most=subject is high, is_amount=is_amount), subject.side.name
    of_groups = by_age or subject.card.kind != other.card.kind
    if of_groups and relation in ("har flest", "har færrest"):
        relation = f"er der {relation.removeprefix('har ')} af"
    return (
        f"{opening}{name[:1].upper()}{name[1:]} {relation}: {subject.told} [{subject.marker}] mod "
        f"{other.told} {_against(other.side)} [{other.marker}] {end}"
    )


def _is_rounded(card: Card) -> bool:
    """ "knap 11 pct.", "over 1 mio.": no difference can be computed from it."""
    return bool(card.figure.qualifier) and card.figure.qualifier not in _EXACT


def _equal(query: Query, said: list[Said]) -> str:
    first, second = said
    opening = "Ja. " if _SAME.search(query.text) else _denial(query, first)
    return (
        f"{opening}{first.side.name} og {_lower(second.side.name)} er lige: {first.told} [{first.marker}] og "
        f"{second.told} [{second.marker}]."
    )


def _agreeing(query: Query, said: list[Said]) -> str:
    """ "Nej. " to whether the sources say the same, when they print different numbers."""
    return "Nej. " if len(said) == 2 and _SAME.search(query.text) and said[0].value != said[1].value else ""


def _asked_first(query: Query, said: list[Said]) -> Said:
    at = [_position(query.text, one.side.name) for one in said]
    # Sides of ages and sizes come in the order of the question, whose own words for them may be others.
    return said[at.index(min(at))] if all(place < len(query.text) for place in at) else said[0]


def _subject(query: Query, said: list[Said], high: Said) -> Said:
    """The side the sentence is about: the one asked about, else the one that has more."""
    directed = re.search(r"\bend\b", query.text) or _EITHER.search(query.text)
    return _asked_first(query, said) if directed else high


def _relation(query: Query, *, is_most: bool, is_amount: bool) -> str:
    if either := _EITHER.search(query.text):
        words = [either["a"].lower(), either["b"].lower()]
        up = [word for word in words if word in _UP]
        if len(up) == 1:
            word = up[0] if is_most else next(w for w in words if w not in _UP)
            return f"{'har' if word in ('flere', 'færre', 'mere', 'mindre') else 'ligger'} {word}"
    if is_most:
        return "har højest" if is_amount else "har flest"
    return "har lavest" if is_amount else "har færrest"


def _against(side: Side) -> str:
    if side.name == COUNTRY:
        return "i hele landet"
    return f"i {side.name}" if side.name[:1].isupper() else f"({_lower(side.name)})"


def _lower(name: str) -> str:
    return "hele landet" if name == COUNTRY else name


def _opening(query: Query, subject: Said, high: Said) -> str:
    """ "Ja. " or "Nej. " when the question claims who has more; a false premise is corrected."""
    text = query.text
    if _SAME.search(text):
        return "Nej. "
    claims_more, claims_less = bool(_MORE.search(text)), bool(_LESS.search(text))
    if not re.search(r"\bend\b", text) or claims_more == claims_less:
        return ""
    holds = (subject is high) == claims_more
    if query.wants("yesno"):
        return "Ja. " if holds else "Nej. "
    return "" if holds else _denial(query, subject)


def _denial(query: Query, subject: Said) -> str:
    claims_more, claims_less = bool(_MORE.search(query.text)), bool(_LESS.search(query.text))
    if not re.search(r"\bend\b", query.text) or claims_more == claims_less:
        return ""
    if query.wants("yesno"):
        return "Nej. "
    return f"{subject.side.name} har ikke {'flere' if claims_more else 'færre'}. "


def _position(text: str, name: str) -> int:
    """Where a side stands in the question."""
    if name == COUNTRY:
        at = country_at(text)
        return len(text) if at is None else at
    if (at := kind_at(text, name)) is not None:
        return at
    found = text.lower().find(name.lower()[:6])
    return found if found >= 0 else len(text)
