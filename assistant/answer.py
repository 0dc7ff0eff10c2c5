"""The type that leaves the assistant: an `Answer` with its proof, and the conversation it belongs to."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, TypeAlias

Status: TypeAlias = Literal["answered", "partial", "not_found", "unclear_source"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One quoted place: `quote == document.text[start:end]`. Several citations may share a marker."""

    marker: int
    document: str
    title: str
    page: int | None
    section: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnswerFigure:
    """A number the answer states. `inputs` are positions in `Answer.figures` when `derived`."""

    label: str
    value: str
    unit: str
    period: str | None
    municipality: str | None
    marker: int | None
    derived: bool = False
    inputs: tuple[int, ...] = ()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader gets. `answer` is Markdown (Danish, or English for an English question) with [n] markers."""

    question: str
    standalone_question: str
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    suggestions: tuple[str, ...] = ()
    mode: Literal["extractive", "llm"] = "extractive"
    model: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)
    notice: str | None = None
    """Danish, outside the answer: e.g. that the language model was away."""

    def to_json(self, id: str | int | None = None) -> dict[str, Any]:
        """The contract's JSON object, `id` first (null when none was given); the notice is for the page and stderr."""
        body = asdict(self)
        del body["notice"]
        return {"id": id, **body}


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier question of a conversation and what it was taken to mean."""

    question: str
    standalone_question: str
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """An argument and a return value, never a global."""

    turns: tuple[Turn, ...] = ()

    def after(self, answer: Answer) -> "Conversation":
        """The conversation with one more turn."""
        return Conversation((*self.turns, Turn(answer.question, answer.standalone_question, answer)))
