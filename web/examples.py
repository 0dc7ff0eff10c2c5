"""Example questions from the figures, goals and themes of the documents at hand; only answered ones are shown."""

import threading
from collections.abc import Iterator

from assistant.answer import Conversation
from errors import AssistantError
from index.evidence import Filters, Snapshot
from ingest.document import Figure
from web.library_view import AssistantView

SHOWN = 5
TRIED = 24


class Examples:
    """The examples of the newest documents, worked out once for each version of the index."""

    def __init__(self, assistant: AssistantView) -> None:
        self._assistant = assistant
        self._lock = threading.Lock()
        self._version: int | None = None
        self._questions: tuple[str, ...] = ()

    def of(self, snapshot: Snapshot) -> tuple[str, ...]:
        with self._lock:
            if self._version != snapshot.version:
                self._questions = tuple(self._answered(candidates(snapshot)))[:SHOWN]
                self._version = snapshot.version
            return self._questions

    def _answered(self, questions: list[str]) -> Iterator[str]:
        found = 0
        for question in questions[:TRIED]:
            try:
                answer = self._assistant.ask(question, Conversation(), Filters())
            except AssistantError:
                continue
            if answer.status == "answered":
                found += 1
                yield question
            if found == SHOWN:
                return


def candidates(snapshot: Snapshot) -> list[str]:
    """Questions of several kinds in turn, so that the first few show what can be asked."""
    kinds = [list(_figures(snapshot)), list(_goals(snapshot)), list(_comparisons(snapshot)), list(_themes(snapshot))]
    mixed = [kind[i] for i in range(max(map(len, kinds), default=0)) for kind in kinds if i < len(kind)]
    return list(dict.fromkeys(mixed))


def _plain(figure: Figure) -> bool:
    words = figure.label.split()
    return figure.certain and 1 <= len(words) <= 4 and all(word.replace("-", "").isalpha() for word in words)


def _figures(snapshot: Snapshot) -> Iterator[str]:
    places: dict[str, int] = {}
    for figure in snapshot.figures:
        place = figure.municipality
        if place and _plain(figure) and figure.label.lower().endswith(("boliger", "personer", "beboere")):
            places[place] = places.get(place, 0) + 1
            if places[place] <= 2:
                yield f"Hvor mange {_lower(figure.label)} er der i {place}?"


def _goals(snapshot: Snapshot) -> Iterator[str]:
    goals = {one.period for one in snapshot.commitments if one.parent is None and one.period and one.status == "mål"}
    for period in sorted(goals, reverse=True):
        yield f"Hvad er målene for {period}?"


def _comparisons(snapshot: Snapshot) -> Iterator[str]:
    where: dict[str, set[str]] = {}
    for figure in snapshot.figures:
        if figure.municipality and _plain(figure) and figure.label.lower().endswith("boliger"):
            where.setdefault(_lower(figure.label), set()).add(figure.municipality)
    for label, places in where.items():
        if len(places) > 1:
            first, second = sorted(places)[:2]
            yield f"Hvor er der flest {label}, {first} eller {second}?"


def _themes(snapshot: Snapshot) -> Iterator[str]:
    seen: set[str] = set()
    for commitment in snapshot.commitments:
        theme = commitment.theme
        if commitment.actor == "BL" and theme and len(theme.split()) <= 4 and theme not in seen:
            seen.add(theme)
            yield f"Hvad vil BL gøre for {_lower(theme)}?"


def _lower(label: str) -> str:
    """The label as it stands inside a sentence; abbreviations keep their capitals."""
    return label[:1].lower() + label[1:] if not label[:2].isupper() else label
