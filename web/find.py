"""Choosing among the figures and commitments of the index, for the tabs, the downloads and the API."""

from index.evidence import Snapshot
from ingest.document import Commitment, Figure


def find_figures(
    snapshot: Snapshot,
    municipality: str | None = None,
    search: str = "",
    *,
    document: str | None = None,
    period: str | None = None,
    whole_country: bool = False,
    theme: str | None = None,
) -> list[Figure]:
    """Figures that meet every given limit, in document order."""
    words = search.casefold().split()
    return [
        figure
        for figure in snapshot.figures
        if (municipality is None or figure.municipality == municipality)
        and (not whole_country or figure.municipality is None)
        and (document is None or figure.document == document)
        and (period is None or figure.period == period)
        and (theme is None or figure.group == theme)
        and _holds(words, figure.label, figure.group, figure.unit, figure.quote)
    ]


def find_commitments(
    snapshot: Snapshot,
    period: str | None = None,
    theme: str | None = None,
    actor: str | None = None,
    search: str = "",
) -> list[Commitment]:
    """Commitments that meet every given limit, in document order."""
    words = search.casefold().split()
    return [
        one
        for one in snapshot.commitments
        if (period is None or one.period == period)
        and (theme is None or one.theme == theme)
        and (actor is None or one.actor == actor)
        and _holds(words, one.text, one.theme, one.parent, one.quote)
    ]


def _holds(words: list[str], *texts: str | None) -> bool:
    """Whether every word stands in one of the texts."""
    together = " ".join(text for text in texts if text).casefold()
    return all(word in together for word in words)
