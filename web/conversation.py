"""A reader's conversation as the browser keeps it (plain JSON), and back; what comes from it is never trusted."""

from dataclasses import asdict
from typing import Any, TypeAlias

from pydantic import TypeAdapter, ValidationError

from assistant.answer import Answer, Conversation
from index.evidence import Filters
from web import texts

Stored: TypeAlias = list[dict[str, Any]]
"""Answers as in the contract, oldest first."""
Earlier: TypeAlias = list[Stored]
"""Whole conversations, newest first."""

KEPT_TURNS = 40
KEPT_CONVERSATIONS = 15
_ANSWER = TypeAdapter(Answer)


def answers_of(stored: object) -> tuple[Answer, ...]:
    """The answers of a stored conversation; whatever is no answer is left out."""
    found: list[Answer] = []
    for item in stored if isinstance(stored, list) else []:
        try:
            found.append(_ANSWER.validate_python(item))
        except ValidationError:
            continue
    return tuple(found)


def answer_of(item: object) -> Answer | None:
    """One answer sent back by a browser, or None."""
    return next(iter(answers_of([item])), None)


def conversation_of(answers: tuple[Answer, ...]) -> Conversation:
    """What the assistant needs to understand the next question."""
    conversation = Conversation()
    for answer in answers:
        conversation = conversation.after(answer)
    return conversation


def stored(answers: tuple[Answer, ...]) -> Stored:
    """What the browser keeps: the answers whole, their notices too."""
    return [asdict(answer) for answer in answers[-KEPT_TURNS:]]


def put_away(current: object, earlier: object) -> Earlier:
    """The earlier conversations with the current one first, if it holds anything."""
    kept = [stored(answers) for item in (earlier if isinstance(earlier, list) else []) if (answers := answers_of(item))]
    now = answers_of(current)
    return ([stored(now)] if now else []) + kept[: KEPT_CONVERSATIONS - (1 if now else 0)]


def filters_of(municipality: object, period: object) -> Filters:
    """The reader's choices as exact limits."""
    places: tuple[str | None, ...] = ()
    if municipality == texts.WHOLE_COUNTRY:
        places = (None,)
    elif isinstance(municipality, str) and municipality not in ("", texts.EVERYWHERE):
        places = (municipality,)
    periods = (period,) if isinstance(period, str) and period not in ("", texts.EVERY_PERIOD) else ()
    return Filters(municipalities=places, periods=periods)


def limits_line(filters: Filters) -> str | None:
    """ "Afgrænset til Kalundborg, 2025", or None without limits."""
    limits = [place or texts.WHOLE_COUNTRY for place in filters.municipalities] + list(filters.periods)
    return texts.LIMITED_TO.format(limits=", ".join(limits)) if limits else None
