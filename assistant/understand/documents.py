"""Which documents a question is bound to: by kind, period, place and "the newest", "the one before"."""

import re
from functools import lru_cache

from assistant.knowledge import table
from assistant.understand.query import Period
from index.evidence import DocumentEntry
from ingest.document import Span


@lru_cache(maxsize=1)
def _kinds() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile("|".join(rows), re.IGNORECASE) for kind, rows in table("documents.toml")["kinds"].items()}


@lru_cache(maxsize=1)
def _relatives() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile("|".join(rows), re.IGNORECASE) for name, rows in table("documents.toml")["relative"].items()
    }


def named_kinds(question: str) -> tuple[tuple[str, Span], ...]:
    """Kinds of document the question names, with the place of the name."""
    found = ((kind, pattern.search(question)) for kind, pattern in _kinds().items())
    return tuple((kind, match.span()) for kind, match in found if match)


def relative_named(question: str) -> str | None:
    """ "newest", "previous", "next" or "first" when the question says so."""
    return next((name for name, pattern in _relatives().items() if pattern.search(question)), None)


def period_of(entry: DocumentEntry) -> Period | None:
    """The years a document speaks for."""
    years = [int(y) for y in re.findall(r"(?:19|20)\d\d", entry.info.period or "")]
    if not years and entry.info.year:
        years = [entry.info.year]
    return Period(years[0], years[-1], entry.info.period or str(years[0])) if years else None


def programmes(entries: tuple[DocumentEntry, ...]) -> list[DocumentEntry]:
    """Goal programmes, oldest first; other organisations' are no part of BL's row of them."""
    others = of_others(entries)
    dated = [(period_of(e), e) for e in entries if e.info.kind == "maalprogram" and e.id not in others]
    return [entry for _, entry in sorted(((p.start, e.id), e) for p, e in dated if p)]


def of_others(entries: tuple[DocumentEntry, ...]) -> frozenset[str]:
    """Ids of programmes by other organisations than BL, where BL's own are there: they answer only when named."""
    known = [entry for entry in entries if entry.info.kind == "maalprogram"]
    others = {e.id for e in known if e.info.publisher and not e.info.publisher.startswith("BL")}
    return frozenset(others) if len(others) < len(known) else frozenset()


def choose_programme(
    entries: tuple[DocumentEntry, ...], relative: str | None, before: Period | None
) -> DocumentEntry | None:
    """The programme that "newest", "previous" (before `before`, else before the newest) or "next" names."""
    ordered = programmes(entries)
    if not ordered or relative is None:
        return None
    if relative == "newest":
        return ordered[-1]
    starts = [p.start if (p := period_of(entry)) else 0 for entry in ordered]
    if relative == "previous":
        limit = before.start if before else starts[-1]
        return next((e for e, s in zip(reversed(ordered), reversed(starts), strict=True) if s < limit), None)
    if relative == "next" and before:
        return next((e for e, s in zip(ordered, starts, strict=True) if s > before.start), None)
    return None
