"""Goals and their points where the document lists them: "BL VIL", "Derfor vil vi:", "Det kræver:" and what follows."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.commitment_words import ACTOR, NAMED_ACTOR, clean, sentences_in, trim
from ingest.document import BlockKind, Document, Span

MOST_TORN = 200
"""Units after which a torn heading is no longer sought: a file without pages may be one of hundreds of thousands."""
_ARGUMENT: frozenset[BlockKind] = frozenset(("heading", "paragraph", "list_item"))
"""Captions, credits, pull quotes and running headers may stand in the middle of a list without ending it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One block of the argument: its words on one line, and where they stand."""

    kind: BlockKind
    text: str
    span: Span
    page: int | None
    level: int
    bulleted: bool = False


@dataclass(frozen=True, slots=True)
class LeadIn:
    """The words a list hangs on. `status` says what its points are."""

    status: str
    actor: str | None
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class PointList:
    """A lead-in, its points in order, and the heading it all stands under (None when there is none)."""

    lead: LeadIn
    points: tuple[Unit, ...]
    heading: Unit | None
    chapter: Unit | None


_WHEN = r"(?:\s+(?:i|frem mod|inden|derfor|også|blandt andet|fx|fremover|i fællesskab)(?:\s[^:.]{1,40})?)?"
_ITEMS = r"(?:mål|delmål|målsætninger|pejlemærker|indsatsområder|prioriteter|hovedmål)"
_LEADS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (status, re.compile(pattern, re.IGNORECASE))
    for status, pattern in (
        ("vil", rf"^(?:\w+ )?vil {ACTOR}{_WHEN}\s*:?$"),
        ("vil", rf"^(?:\w+ )?(?:i [\w ]{{2,30}} )?vil {ACTOR}{_WHEN}\s*:?$"),
        ("vil", rf"^(?:\w+ )?{ACTOR} vil{_WHEN}\s*:?$"),
        ("vil", rf"^(?:\w+ )?vil {NAMED_ACTOR}{_WHEN}\s*:$|^{NAMED_ACTOR.replace('actor', 'actor2')} vil{_WHEN}\s*:$"),
        (
            "vil",
            rf"^(?:\w+ )?{ACTOR} (?:lover|forpligter sig til|forpligter os til|arbejder for)(?:,? at)?{_WHEN}\s*:$",
        ),
        ("mål", rf"\b{_ITEMS}(?: (?:er|for perioden|i perioden)[^:.]{{0,40}})?\s*:$"),
        ("mål", rf"\b(?:to|tre|fire|fem|seks|syv|otte|\d)\s(?:\w+\s)?{_ITEMS}\b[^:.]*:$"),
        ("kræver", r"\bdet kræver\s*:$"),
        ("skal", r"^(?:de|målene|den|det|programmet) skal\s*:$"),
        ("bidrager", rf"^{ACTOR} bidrager (?:ved|med)\s*:$"),
        ("kan", r"^(?:de|målene|den|det|programmet) kan\s*:$"),
    )
)
_INFINITIVE = re.compile(r"^(?:ikke |fortsat |også )?(?:[A-ZÆØÅa-zæøå]{2,}e|se|få|gå|stå|nå|slå|give)\b")
_NOT_INFINITIVE = re.compile(
    r"^(?:alle|denne|disse|mange|nogle|begge|dette|hele|ikke|vores|flere|almene|lokale|dette|endvidere|samme)\b",
    re.IGNORECASE,
)


def units_of(document: Document) -> tuple[Unit, ...]:
    """The blocks that carry the argument, in reading order."""
    units = []
    for block in document.blocks:
        span = trim(document.text, block.span)
        if block.kind in _ARGUMENT and span[0] < span[1]:
            page = block.page if block.page is not None else document.page_at(span[0])
            raw = document.quote(span)
            units.append(Unit(block.kind, clean(raw), span, page, block.level, not raw[0].isalnum()))
    return tuple(units)


def lead_in_of(document: Document, unit: Unit) -> LeadIn | None:
    """The lead-in a block ends with ("… relationelt. Det kræver:"), or None."""
    if unit.kind == "list_item":
        return None
    span = sentences_in(document, unit.span)[-1]
    text = clean(document.quote(span))
    if not text.endswith(":") and not (unit.kind == "heading" or text.isupper()):
        return None
    for status, pattern in _LEADS:
        match = pattern.search(text)
        if match:
            named = match.groupdict()
            return LeadIn(status, named.get("actor") or named.get("actor2"), span, text)
    return None


def _name_over_points(units: Sequence[Unit], index: int) -> LeadIn | None:
    """A name by itself over points that each begin with "vil": it is who will."""
    unit = units[index]
    if unit.kind == "list_item" or not re.fullmatch(NAMED_ACTOR, unit.text):
        return None
    points = _points_after(units, index)
    said = bool(points) and all(p.text.startswith("vil ") for p in points)
    return LeadIn("vil", unit.text, unit.span, unit.text) if said else None


def point_lists(document: Document, units: Sequence[Unit]) -> tuple[PointList, ...]:
    """Every list with a lead-in, in order, with the points that were torn away from it put back."""
    lists: list[PointList] = []
    leads = [lead_in_of(document, unit) or _name_over_points(units, at) for at, unit in enumerate(units)]
    headings: list[Unit] = []
    for index, lead in enumerate(leads):
        if lead is None:
            headings += [units[index]] if is_heading(units[index]) else []
            continue
        points = _points_after(units, index)
        if points:
            lists.append(PointList(lead, points, headings[-1] if headings else None, _chapter(headings)))
    return _with_torn_points(units, lists)


def _chapter(headings: Sequence[Unit]) -> Unit | None:
    """The chapter the last heading stands in: the widest one before it that is not the document's own title page."""
    inner = [u for u in headings if u.page is None or u.page != headings[0].page] or list(headings)
    top = min((u.level for u in inner), default=0)
    return next((u for u in reversed(inner) if u.level == top), None)


def key_issues(document: Document, units: Sequence[Unit]) -> tuple[Span, ...]:
    """Headings with a text of their own on a page headed "Mærkesager"; the page's heading may stand anywhere.

    A heading that ran into the end of the paragraph above counts too: a last piece without a stop, before a paragraph.
    """
    found: list[Span] = []
    meant = _key_issue_units(units)
    for unit, following in pairwise(units):
        if unit.span not in meant or following.kind != "paragraph":
            continue
        pieces = sentences_in(document, unit.span)
        last = clean(document.quote(pieces[-1]))
        swallowed = len(pieces) > 1 and last[:1].isupper() and last[-1].isalnum() and len(last.split()) <= 10
        if is_heading(unit):
            found.append(unit.span)
        elif swallowed:
            found.append(pieces[-1])
    return tuple(found)


def _key_issue_units(units: Sequence[Unit]) -> frozenset[Span]:
    """The units under a heading "Mærkesager" down to the next one as wide; without a section, those of its page."""
    meant: set[Span] = set()
    for index, unit in enumerate(units):
        if not is_heading(unit) or not re.fullmatch(r"(?:\w+ )?mærkesager", unit.text, re.IGNORECASE):
            continue
        section = []
        for later in units[index + 1 :]:
            if is_heading(later) and later.level <= unit.level:
                break
            section.append(later)
        if not any(is_heading(u) for u in section):
            section = [u for u in units if u.page == unit.page and not u.text.isupper()]
        meant |= {u.span for u in section}
    return frozenset(meant)


def is_heading(unit: Unit) -> bool:
    return unit.kind == "heading" or (
        unit.text.isupper() and 1 < len(unit.text.split()) < 14 and unit.text[-1] not in ".:"
    )


def _points_after(units: Sequence[Unit], index: int) -> tuple[Unit, ...]:
    """List items right after the lead-in; without any, the single sentences that begin with an infinitive."""
    items: list[Unit] = []
    for unit in _after(units, index):
        if unit.kind != "list_item" or (items and items[0].bulleted and not unit.bulleted):
            break
        items.append(unit)
    if items:
        return tuple(items)
    for unit in _after(units, index):
        if unit.kind != "paragraph" or not _is_point(unit.text):
            break
        items.append(unit)
    return tuple(items)


def _after(units: Sequence[Unit], index: int) -> Iterator[Unit]:
    """Without a copy: a file may have hundreds of thousands, and names over nothing as many."""
    return (units[at] for at in range(index + 1, len(units)))


def _is_point(text: str) -> bool:
    return bool(_INFINITIVE.match(text)) and not _NOT_INFINITIVE.match(text) and len(text.split()) <= 60


def _with_torn_points(units: Sequence[Unit], lists: list[PointList]) -> tuple[PointList, ...]:
    """Puts back a bullet that the layout set before its own heading.

    Such a bullet follows a sentence that does not lead in, on the page of a list whose introduction repeats that
    sentence; or the page has just one list it can belong to.
    """
    taken = {point.span for one in lists for point in one.points}
    completed = list(lists)
    before: Unit | None = None
    for unit in units:
        if unit.kind != "list_item":
            before = unit
            continue
        if unit.span in taken or before is None or before.text.endswith(":"):
            continue
        home = _home_of(units, before, unit, completed)
        if home is not None:
            old = completed[home]
            points = tuple(sorted((*old.points, unit), key=lambda point: point.span))
            completed[home] = PointList(old.lead, points, old.heading, old.chapter)
    return tuple(completed)


def torn_sections(units: Sequence[Unit]) -> dict[Span, Unit]:
    """Units that the layout set before their own heading, by span, with that heading.

    They begin with a sentence that the text under a later heading of the page repeats and goes on from.
    """
    homes: dict[Span, Unit] = {}
    for index, unit in enumerate(units):
        words = unit.text.rstrip(" .:-–").lower()
        if unit.kind != "paragraph" or not 5 <= len(words.split()) <= 25:
            continue
        heading: Unit | None = None
        between: list[Unit] = [unit]
        for later in units[index + 1 : index + 1 + MOST_TORN]:
            if later.page != unit.page:
                break
            if is_heading(later):
                heading = later
            elif heading is None:
                between.append(later)
            elif later.text.lower().startswith(words):
                homes |= dict.fromkeys((u.span for u in between), heading)
                break
    return homes


def _home_of(units: Sequence[Unit], before: Unit, point: Unit, lists: Sequence[PointList]) -> int | None:
    on_page = [
        i for i, one in enumerate(lists) if one.points[0].page == point.page and one.lead.span[0] > point.span[1]
    ]
    words = clean(before.text).rstrip(" .:-–").lower()
    for i in on_page if len(words.split()) >= 5 else ():
        at = bisect_right(units, lists[i].lead.span[0], key=lambda u: u.span[0])
        if any(words in u.text.lower() for u in units[max(0, at - 3) : at] if point.span[1] < u.span[0]):
            return i
    return on_page[0] if len(on_page) == 1 else None
