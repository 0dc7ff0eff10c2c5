"""What a question was taken to mean."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["da", "en", "other"]
TermKind: TypeAlias = Literal["word", "name", "soft", "number"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase an answer must be about. `stems` has several for a phrase."""

    text: str
    stems: tuple[str, ...]
    kind: TermKind
    verb: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Years, both included; `text` as the asker wrote it."""

    start: int
    end: int
    text: str

    @property
    def label(self) -> str:
        """As the documents write it: "2024" or "2024-2026"."""
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Interval:
    """A size in m² or an age in years, both ends included; `high` None is open."""

    low: float
    high: float | None
    text: str

    def holds(self, other: "Interval") -> bool:
        """Whether all of `other` lies within this one."""
        return self.low <= other.low and (self.high is None or (other.high is not None and other.high <= self.high))


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood; `question` is the standalone one, in Danish words."""

    asked: str
    question: str
    text: str = ""
    """The question as read: Danish words, typos mended."""
    language: Language = "da"
    asks: frozenset[str] = frozenset()
    terms: tuple[Term, ...] = ()
    counted: tuple[str, ...] = ()
    """Stems of what "hvor mange …" counts."""
    places: tuple[str, ...] = ()
    """Municipalities named, base form."""
    here: bool = False
    """"hos os", "vores kommune"."""
    country: bool = False
    periods: tuple[Period, ...] = ()
    kinds: tuple[str, ...] = ()
    """Document kinds named."""
    documents: tuple[str, ...] = ()
    """Ids of the documents the question is bound to; empty when free."""
    publisher: str | None = None
    """The organisation, other than BL, whose own documents the question is bound to."""
    missing_document: str | None = None
    """A document or period of a kind that is named but not indexed."""
    theme: str | None = None
    size: Interval | None = None
    age: Interval | None = None
    count: int | None = None
    """How many things a list question names ("de tre mål")."""
    corrected: tuple[tuple[str, str], ...] = ()
    carried: bool = False
    """Whether words of the question before count as context, since this one leans on it ("hvad koster det?")."""

    def wants(self, *asks: str) -> bool:
        """Whether any of these is asked for."""
        return any(ask in self.asks for ask in asks)
