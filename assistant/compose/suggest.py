"""One or two questions that the documents can answer, nearest to the one that was asked."""

from collections.abc import Iterator

from assistant.compose.context import Context
from assistant.figures import Card
from assistant.lexicon import soft_stems, stop_stems
from assistant.understand.documents import period_of, programmes
from assistant.understand.query import Query
from assistant.words import stems

_MOST = 2
_QUESTIONS = {
    "boliger": "Hvor mange almene {kind} er der i {place}?",
    "huslejeomsætning": "Hvad er huslejeomsætningen i {place}?",
    "andel af boliger": "Hvor stor en del af boligmassen i {place} er almene boliger?",
    "fraflytning": "Hvad er fraflytningsprocenten i {place}?",
    "igangsat": "Hvor mange {kind} er der igangsat i {place}?",
    "beboere": "Hvor mange mennesker bor i almene boliger i {place}?",
    "renoveret": "Hvor meget er der renoveret for i {place} med støtte fra Landsbyggefonden?",
}
"""Measure → a question its figures answer. Every one is made only where a certain figure stands behind it."""
_NATIONAL = {
    "medianhusleje": "Hvad er medianhuslejen for en bolig på {label}?",
    "beboere": "Hvor mange mennesker bor i almene boliger i Danmark?",
}
"""The same for figures of the whole country."""
_THEMES = {"green": "det grønne", "democracy": "demokratiet"}


def suggestions(context: Context, query: Query) -> list[str]:
    """The questions that share most with the one asked, its place and theme counting most; never the same one."""
    asked = {query.asked.strip().lower(), query.question.strip().lower()}
    said = set(stems(query.text)) - stop_stems() - soft_stems()
    ranked: dict[str, tuple[float, int]] = {}
    for order, (question, place, theme) in enumerate(_candidates(context)):
        shared = (
            len(said & set(stems(question)))
            + 2.0 * (place in query.places)
            + 1.5 * bool(theme and theme == query.theme)
        )
        if question.lower() not in asked and question not in ranked:
            ranked[question] = (-shared, order)
    return sorted(ranked, key=lambda question: ranked[question])[:_MOST]


def _candidates(context: Context) -> Iterator[tuple[str, str | None, str | None]]:
    """Questions with the place and theme they are about: figures by document, the newest goals first."""
    newest = [p for entry in reversed(programmes(context.snapshot.documents)) if (p := period_of(entry)) is not None]
    cards = sorted(filter(_is_asked, context.cards), key=lambda c: (c.figure.document, c.figure.spans[0]))
    for card in cards[:1]:
        yield _question(card), card.place, None
    for period in newest:
        yield f"Hvad er målene i Almene mål {period.label}?", None, None
    for card in cards[1:]:
        yield _question(card), card.place, None
    for theme, words in _THEMES.items():
        for period in newest[:1]:
            yield f"Hvad vil BL med {words} i {period.label}?", None, theme


def _is_asked(card: Card) -> bool:
    if not card.measure or not card.figure.certain:
        return False
    if card.place is None:
        return card.measure.name in _NATIONAL and (card.size is not None or card.measure.name == "beboere")
    return card.measure.name in _QUESTIONS and (bool(card.kind) or "{kind}" not in _QUESTIONS[card.measure.name])


def _question(card: Card) -> str:
    questions = _QUESTIONS if card.place else _NATIONAL
    label = " ".join(card.figure.label.split())
    return questions[card.measure.name if card.measure else ""].format(kind=card.kind, place=card.place, label=label)
