"""One or two questions that the documents can answer, near the one that was asked."""

from assistant.compose.context import Context
from assistant.understand.documents import period_of, programmes
from assistant.understand.query import Query

_MOST = 2
_QUESTIONS = {
    "boliger": "Hvor mange almene {kind} er der i {place}?",
    "huslejeomsætning": "Hvad er huslejeomsætningen i {place}?",
    "andel af boliger": "Hvor stor en del af boligmassen i {place} er almene boliger?",
    "fraflytning": "Hvad er fraflytningsprocenten i {place}?",
    "igangsat": "Hvor mange {kind} er der igangsat i {place}?",
}
"""Measure → a question its figures answer. Every one is made only where a certain figure stands behind it."""


def suggestions(context: Context, query: Query) -> list[str]:
    """Questions about the same place or programme first; never the one just asked."""
    found: dict[str, None] = {}
    asked = {query.asked.strip().lower(), query.question.strip().lower()}
    cards = [c for c in context.cards if c.measure and c.measure.name in _QUESTIONS and c.place and c.figure.certain]
    cards.sort(key=lambda c: (c.place not in query.places, c.figure.document, c.figure.spans[0]))
    figures = []
    for card in cards:
        if card.measure and (card.kind or "{kind}" not in _QUESTIONS[card.measure.name]):
            figures.append(_QUESTIONS[card.measure.name].format(kind=card.kind, place=card.place))
    goals = []
    for entry in reversed(programmes(context.snapshot.documents)):
        if (period := period_of(entry)) is not None:
            goals.append(f"Hvad er målene i Almene mål {period.label}?")
    about_goals = "maalprogram" in query.kinds or query.theme is not None
    for question in (*goals, *figures) if about_goals and not query.places else (*figures[:1], *goals[:1], *figures):
        if question.lower() not in asked:
            found.setdefault(question)
    return list(found)[:_MOST]
