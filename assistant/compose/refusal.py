"""An honest no: what is missing, the nearest thing, clearly as something else, and what can be asked instead."""

import re

from assistant import texts
from assistant.compose.context import Context
from assistant.compose.english import english_name, english_value
from assistant.compose.figure import add_figure, cite, say_figure, shown, what_measured
from assistant.compose.figure_search import Found
from assistant.compose.indirect import indirect
from assistant.compose.nationwide import tells_of_country
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card, period_matches
from assistant.find import is_fragment, own_met
from assistant.measures import kinds_in
from assistant.score import Match, term_weight
from assistant.understand.query import Period, Query
from assistant.units import Unit
from assistant.words import stems

_NEAR, _SHORT = 0.5, 260
"""Least coverage and most characters of a sentence that is shown as the nearest thing."""
_NEAR_MEANT = 0.4
"""Cosine to the question below which a sentence shares its words and not its matter."""
_WEIGHTY, _SAID = 0.75, 0.9
"""What a word weighs beside the weightiest to be one of them, and how surely the sentence must say it."""
_ASIDE = re.compile(r"\s[–—-]\s|[.?!:;].*\w")
"""A message of more than one clause: what is missing is not one thing of a kind."""
_WORDS = 5
"""Words of a sentence that says what its number is of."""
IN = {"da": "i", "en": "in"}


def refuse(context: Context, query: Query, ranked: list[Match]) -> Draft:
    """`not_found` with one sentence on what is missing, and the nearest sentence as something else."""
    language = query.language if query.language == "en" else "da"
    draft = Draft(status="not_found")
    draft.lines.append(_not_found(context, query, language))
    near = next((m for m in ranked[:5] if _is_near(context, query, m)), None)
    if near is not None and not query.wants("contact", "opinion", "today"):
        draft.lines.append(_nearest(context, query, draft, near.unit))
    return draft


def _nearest(context: Context, query: Query, draft: Draft, unit: Unit) -> str:
    """The nearest sentence as something else; of the whole country where a municipality was asked for."""
    marker = context.citer.cite_unit(draft, unit)
    language = query.language if query.language == "en" else "da"
    of_country = language == "da" and tells_of_country(context, query, unit)
    form = texts.NEAREST_COUNTRY if of_country else texts.NEAREST[language]
    return form.format(quote=clean(unit.text), marker=marker)


def _is_near(context: Context, query: Query, match: Match) -> bool:
    """Whether a sentence is about the same matter: half of what is asked, and a weightiest word of it outright."""
    own = own_met(context, query, match)
    words = [
        (term_weight(t, context.lexicon), own[i]) for i, t in enumerate(query.terms) if t.kind == "word" and not t.verb
    ]
    top = max((weight for weight, _ in words), default=0.0)
    names = [own[i] for i, term in enumerate(query.terms) if term.kind == "name"]
    return (
        match.coverage >= _NEAR
        and not 0 < match.meaning < _NEAR_MEANT
        and bool(words or names)
        and (not words or any(met >= _SAID for weight, met in words if weight >= _WEIGHTY * top))
        and (not names or max(names) >= _SAID)
        and len(match.unit.text) <= _SHORT
        and not is_fragment(match.unit)
    )


def _not_found(context: Context, query: Query, language: str) -> str:
    """One sentence that names what is missing, by the question's own words where they make a clause."""
    clause = indirect(query.question) if language == "da" and not query.missing_document else None
    if clause:
        return texts.NOT_FOUND_CLAUSE.format(clause=clause)
    if missing := _missing(context, query, language):
        return texts.NOT_FOUND[language].format(missing=missing)
    kind = next((kind for kind in texts.NOT_TOLD if query.wants(kind) and not _ASIDE.search(query.question)), None)
    return texts.NOT_TOLD[kind][language] if kind else texts.NOT_FOUND[language].format(missing="")


def _missing(context: Context, query: Query, language: str) -> str:
    """What the documents lack altogether: a document, a place, a year, a word; "" where they have all of them."""
    if query.missing_document:
        return texts.MISSING_DOCUMENT[language].format(period=query.missing_document)
    said = f"{query.asked} {query.question}"
    known = {entry.info.municipality for entry in context.entries.values()}
    strange = [place for place in query.places if place not in known and place in said]
    if strange:
        return texts.OF_ELSEWHERE[language].format(place=" og ".join(strange))
    for period in query.periods:
        if period.text in said and not _covers(context, period):
            return texts.OF_OTHER_YEARS[language].format(period=period.text)
    what = _what(query)
    return texts.MISSING_WORDS[language].format(what=what) if what and not _is_said(context, what) else ""


def _covers(context: Context, period: Period) -> bool:
    """Whether any document is of these years, or any sentence names them."""
    return any(context.scorer.period_fits(unit, period) for unit in context.units.all)


def _is_said(context: Context, word: str) -> bool:
    """Whether any sentence says the word, or what may stand for it."""
    return bool(context.lexicon.ways(tuple(stems(word))))


def _what(query: Query) -> str:
    """The one thing asked about, in the asker's word; "" where it is several, a verb or a translation."""
    own = [t for t in query.terms if t.kind == "name" or (t.kind == "word" and not t.verb and " " not in t.text)]
    if len(own) != 1 or (query.language != "da" and own[0].kind != "name"):
        return ""
    return own[0].text[:60]


def refuse_figure(context: Context, query: Query, found: Found) -> Draft:
    """`not_found` for a key figure, with the nearest figure as something else."""
    language = query.language if query.language == "en" else "da"
    draft = Draft(status="not_found")
    cards = sorted((*found.near, *found.exact), key=lambda card: _distance(query, card))
    draft.lines.append(_not_found(context, query, language))
    if cards and language == "da" and cards[0].measure and cards[0].measure.say:
        say_figure(context, draft, query, cards[0])
        draft.lines[-1] = texts.NEAREST_SAID.format(said=draft.lines[-1][:1].lower() + draft.lines[-1][1:])
    elif cards and (unit := _sentence_of(context, cards[0])) is not None:
        # A label with the number's place in it is no name: "kvadratmeterhuslejen er … lavere".
        draft.lines.append(_nearest(context, query, draft, unit))
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


def _sentence_of(context: Context, card: Card) -> Unit | None:
    """The sentence a figure stands in, where it can be quoted by itself."""
    unit = context.unit_at(card.figure.document, card.figure.spans[0][0])
    whole = unit is not None and len(unit.tokens) >= _WORDS and len(unit.text) <= _SHORT + 60 and not is_fragment(unit)
    return unit if whole else None


def _distance(query: Query, card: Card) -> tuple[bool, bool, bool]:
    """How far a figure is from the one asked for: another place is furthest, then another kind, then another year."""
    elsewhere = card.place not in query.places if query.places else card.place is not None
    kinds = kinds_in(query.text)
    return elsewhere, bool(kinds) and card.kind not in kinds, not all(period_matches(card, p) for p in query.periods)


def refuse_advice(context: Context, query: Query) -> Draft:
    """Opinions and advice are not ours to give."""
    del context
    return Draft(status="not_found", lines=[texts.OPINION["en" if query.language == "en" else "da"]])
