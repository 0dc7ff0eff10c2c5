"""The type that leaves the index: what was found for a question, best first, always from current documents only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ingest.document import Commitment, DocumentInfo, Figure, Mention, Passage


@dataclass(frozen=True, slots=True)
class Filters:
    """Exact limits; an empty tuple means no limit. `municipalities` may hold None for "the whole country"."""

    documents: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    municipalities: tuple[str | None, ...] = ()

    def admit(self, document: str, info: DocumentInfo) -> bool:
        """Whether a document is within every limit."""
        pairs: tuple[tuple[tuple[str | None, ...], str | None], ...] = (
            (self.documents, document),
            (self.kinds, info.kind),
            (self.periods, info.period),
            (self.municipalities, info.municipality),
        )
        return all(not limit or own in limit for limit, own in pairs)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One indexed document, as listed. `generation` grows each time it is replaced; `added` is ISO 8601 UTC."""

    id: str
    file_name: str
    path: str
    """Absolute path it was read from, or "" when it came by upload."""
    sha256: str
    media_type: str
    info: DocumentInfo
    generation: int
    added: str
    pages: int
    passages: int
    figures: int
    commitments: int
    problems: int
    reader: str = ""
    """Version of the program that read it."""


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage with its fused score (higher is better) and its 0-based rank in each search, None if not found."""

    document: str
    passage: Passage
    score: float
    dense_rank: int | None = None
    word_rank: int | None = None
    similarity: float | None = None
    """Cosine to the query, where dense search found it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the index holds for one question; figures, commitments and mentions are looked up in the `Snapshot`."""

    passages: tuple[PassageHit, ...] = ()
    sentences: Mapping[tuple[str, int], float] = field(default_factory=dict)
    """(document, where the sentence begins in its stored text) → cosine to the query, of the nearest sentences."""
    adapted: bool = True
    """Whether the cosines are those of our own adapter, whose sizes mean something; else their order alone does."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything current, in memory, immutable; `version` changes when any document changes."""

    version: int
    documents: tuple[DocumentEntry, ...]
    passages: tuple[tuple[str, Passage], ...]
    """(document id, passage), in document order."""
    figures: tuple[Figure, ...]
    commitments: tuple[Commitment, ...]
    mentions: tuple[Mention, ...]

    def within(self, filters: Filters) -> "Snapshot":
        """The same moment, of the documents alone that the filters admit."""
        if filters == Filters():
            return self
        kept = tuple(entry for entry in self.documents if filters.admit(entry.id, entry.info))
        ids = {entry.id for entry in kept}
        return Snapshot(
            version=self.version,
            documents=kept,
            passages=tuple(pair for pair in self.passages if pair[0] in ids),
            figures=tuple(figure for figure in self.figures if figure.document in ids),
            commitments=tuple(each for each in self.commitments if each.document in ids),
            mentions=tuple(mention for mention in self.mentions if mention.document in ids),
        )


AddOutcome: TypeAlias = Literal["added", "replaced", "unchanged", "replaced_summary"]
