"""An honest no: what is missing, the nearest thing, clearly as something else, and what can be asked instead."""

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.english import english_name, english_value
from assistant.compose.figure import add_figure, cite, say_figure, shown, what_measured
from assistant.compose.figure_search import Found
from assistant.compose.indirect import indirect
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card, period_matches
from assistant.find import is_fragment
from assistant.measures import kinds_in
from assistant.score import Match
from assistant.understand.query import Query

_NEAR, _SHORT = 0.5, 260
"""Least coverage and most characters of a sentence that is shown as the nearest thing."""
IN = {"da": "i", "en": "in"}


def refuse(context: Context, query: Query, ranked: list[Match]) -> Draft:
    """`not_found` with one sentence on what is missing, and the nearest sentence as something else."""
    language = query.language if query.language == "en" else "da"
    draft = Draft(status="not_found")
    draft.lines.append(_not_found(context, query, language))
    near = next((m for m in ranked[:3] if _is_near(query, m)), None)
    if near is not None and not query.wants("contact", "opinion", "today"):
        marker = context.citer.cite_unit(draft, near.unit)
        draft.lines.append(texts.NEAREST[language].format(quote=clean(near.unit.text), marker=marker))
    return draft


def _is_near(query: Query, match: Match) -> bool:
    """Whether a sentence is about the same matter: half of what is asked, one word of it outright."""
    sure = [s for term, s in zip(query.terms, match.sure, strict=True) if term.kind in ("word", "name")]
    return (
        match.coverage >= _NEAR
        and max(sure, default=0.0) >= 0.9
        and len(match.unit.text) <= _SHORT
        and not is_fragment(match.unit)
    )


def _not_found(context: Context, query: Query, language: str) -> str:
    clause = indirect(query.question) if language == "da" and not query.missing_document else None
    if clause:
        return texts.NOT_FOUND_CLAUSE.format(clause=clause)
    return texts.NOT_FOUND[language].format(missing=_missing(context, query, language))


def _missing(context: Context, query: Query, language: str) -> str:
    what = _what(query, language)
    if query.missing_document:
        return texts.MISSING_DOCUMENT[language].format(period=query.missing_document)
    said = f"{query.asked} {query.question}"
    if query.places and what and all(place in said for place in query.places):
        return texts.MISSING_PLACE[language].format(what=what, place=" og ".join(query.places))
    if query.periods and what and query.periods[0].text and query.periods[0].text in said:
        return texts.MISSING_PERIOD[language].format(what=what, period=query.periods[0].text)
    named = next((t for t in query.terms if t.text == what), None)
    if named is not None and context.lexicon.ways(named.stems):
        what = texts.IT[language]  # they do say something about it, only not this
    return texts.MISSING_WORDS[language].format(what=what) if what else ""


def _what(query: Query, language: str) -> str:
    """The one thing asked about, in the asker's word; where it is several, a verb or a translation, no word of it."""
    terms = [t.text for t in query.terms if t.kind == "name" or (t.kind == "word" and not t.verb and " " not in t.text)]
    names = [term.text for term in query.terms if term.kind == "name"]
    own = len(terms) == 1 and (language == "da" or bool(names))
    return terms[0][:60] if own else texts.IT[language] if query.terms else ""


def refuse_figure(context: Context, query: Query, found: Found) -> Draft:
    """`not_found` for a key figure, with the nearest figure as something else."""
    language = query.language if query.language == "en" else "da"
    draft = Draft(status="not_found")
    cards = sorted((*found.near, *found.exact), key=lambda card: _distance(query, card))
    draft.lines.append(_not_found(context, query, language))
    if cards and language == "da" and cards[0].measure and cards[0].measure.say:
        say_figure(context, draft, query, cards[0])
        draft.lines[-1] = texts.NEAREST_SAID.format(said=draft.lines[-1][:1].lower() + draft.lines[-1][1:])
    elif cards and _is_sentence(cards[0]):
        # A label with the number's place in it is no name: "kvadratmeterhuslejen er … lavere".
        card = cards[0]
        marker = cite(context, draft, card)
        draft.lines.append(texts.NEAREST[language].format(quote=clean(card.figure.quote), marker=marker))
    elif cards:
        card = cards[0]
        marker = cite(context, draft, card)
        add_figure(draft, card, marker)
        figure = card.figure
        draft.lines.append(
            texts.NEAREST_FIGURE[language].format(
                label=english_name(card) if language == "en" else what_measured(card.measure, card),
                place=f" {IN[language]} {card.place}" if card.place else "",
                period=f" ({figure.period})" if figure.period else "",
                value=english_value(shown(context, card)) if language == "en" else shown(context, card),
                marker=marker,
            )
        )
    return draft


def _is_sentence(card: Card) -> bool:
    return "…" in card.figure.label and "\n" not in card.figure.quote.strip() and len(card.figure.quote) <= 320


def _distance(query: Query, card: Card) -> tuple[bool, bool, bool]:
    """How far a figure is from the one asked for: another place is furthest, then another kind, then another year."""
    elsewhere = card.place not in query.places if query.places else card.place is not None
    kinds = kinds_in(query.text)
    return elsewhere, bool(kinds) and card.kind not in kinds, not all(period_matches(card, p) for p in query.periods)


def refuse_advice(context: Context, query: Query) -> Draft:
    """Opinions and advice are not ours to give."""
    del context
    return Draft(status="not_found", lines=[texts.OPINION["en" if query.language == "en" else "da"]])
