"""Which person of a sentence does what is asked, by the clause that says so, and the part of the sentence to quote."""

from assistant import answers
from assistant.clauses import own_half, own_words
from assistant.compose.context import Context
from assistant.draft import Draft
from assistant.score import term_weight
from assistant.understand.query import Query, Term
from assistant.units import Unit
from assistant.words import stems
from ingest.document import Span

_MET = 0.5
"""How surely a word of a clause is one of the question's, at least."""


def person_of(context: Context, query: Query, unit: Unit, people: list[answers.Value]) -> answers.Value | None:
    """The one person whose clause says most of what is asked; None when none or several do."""
    asked = [t for t in query.terms if t.kind != "soft" and not set(t.stems) <= _of_people(people)]
    weights = [term_weight(term, context.lexicon) for term in query.terms]
    sure = context.scorer.match(unit, query, weights, {}).sure
    if any(s < _MET for t, s in zip(query.terms, sure, strict=True) if t in asked and not t.verb):
        return None  # what would tell one from the other is not said
    spans = [person.span for person in people]
    told = [_met(context, asked, unit.text[slice(*own_words(unit.text, span, spans))]) for span in spans]
    best = max(told, default=0.0)
    return people[told.index(best)] if best > 0 and told.count(best) == 1 else None


def quote_of(context: Context, draft: Draft, unit: Unit, person: answers.Value | None) -> str:
    """The sentence as a quote with its marker; of one whose main clauses tell of several people, the person's own."""
    part = (0, len(unit.text))
    if person is not None:
        others = [one.span for one in answers.persons(unit.text) if one.span != person.span]
        part = own_half(unit.text, person.span, others)
    said = " ".join(unit.text[slice(*part)].split())
    spans = _within(unit, context.text_of(unit.document), said) if part != (0, len(unit.text)) else ()
    if not spans:
        said = " ".join(unit.text.split())
    marker = context.citer.cite(draft, unit.document, spans or unit.spans, unit.passage.section, unit.passage.page)
    return f"»{said}« [{marker}]"


def _within(unit: Unit, stored: str, said: str) -> tuple[Span, ...]:
    """The same letters and digits in order, in one of the unit's spans."""
    wanted = [c for c in said if c.isalnum()]
    for start, end in unit.spans:
        places = [i for i in range(start, end) if stored[i].isalnum()]
        letters = [stored[i] for i in places]
        for at in range(len(letters) - len(wanted) + 1):
            if letters[at : at + len(wanted)] == wanted:
                last = places[at + len(wanted) - 1] + 1
                return ((places[at], last),)
    return ()


def _of_people(people: list[answers.Value]) -> set[str]:
    return {s for person in people for s in stems(person.text)}


def _met(context: Context, asked: list[Term], clause: str) -> float:
    """How much of what is asked a clause says, each thing by its weight and as surely as it does."""
    said = frozenset(stems(clause))
    total = 0.0
    for term in asked:
        ways = (w.quality for w in context.lexicon.ways(term.stems) if all(s in said for s in w.stems))
        best = max(ways, default=0.0)
        total += best * term_weight(term, context.lexicon) if best >= _MET else 0.0
    return total
