"""Which words a figure's label says itself, which its heading does, and which another figure under it does."""

from assistant.compose.any_said import column_of
from assistant.compose.context import Context
from assistant.figures import Card
from assistant.lexicon import soft_stems
from assistant.understand.query import Query
from assistant.words import stems

STANDS_FOR = 0.6
"""How surely a label's word stands for one of the question: a part of a compound does not ("næstformandspost")."""
ALL_OF = frozenset(stems("alle samtlige"))


def told_beside(context: Context, query: Query, card: Card) -> bool:
    """Whether a word of the question that the figure has from its heading alone is another one's own under it.

    "Husleje, fraflytning og renovering" stands over the rent too: the row "Fraflytning" tells of who moved.
    """
    heading = heading_of(card)
    asked = [term.stems for term in query.terms if term.kind == "word" and not set(term.stems) <= soft_stems()]
    unsaid = [words for words in asked if not meets(context, words, own_words(card), STANDS_FOR)]
    if not heading or not unsaid:
        return False
    beside = (c for c in context.cards if c.figure.document == card.figure.document and heading_of(c) == heading)
    return any(meets(context, words, own_words(other), STANDS_FOR) for other in beside for words in unsaid)


def heading_of(card: Card) -> str:
    return (card.figure.group or "").partition(" · ")[0]


def own_words(card: Card) -> frozenset[str]:
    """The words of a figure's row and column."""
    return frozenset(stems(f"{card.figure.label} {card.figure.unit} {column_of(card)}"))


def meets(context: Context, words: tuple[str, ...], said: frozenset[str], least: float) -> bool:
    words = tuple(word for word in words if word not in ALL_OF) or words
    if set(words) <= said:
        return True
    return any(way.quality >= least and set(way.stems) <= said for way in context.lexicon.ways(words))
