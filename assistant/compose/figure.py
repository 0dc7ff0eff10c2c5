"""A key figure as an answer, said in a sentence with its citation."""

import re
from dataclasses import replace
from fractions import Fraction

from assistant import texts
from assistant.answer import AnswerFigure
from assistant.compose.context import Context
from assistant.compose.english import english_name, in_english
from assistant.compose.figure_search import Found, same_interval
from assistant.compose.numbers import exact, parts_said
from assistant.compose.quoting import clean
from assistant.draft import Draft
from assistant.figures import Card, unit_fits
from assistant.measures import Measure, measures
from assistant.understand.query import Query
from ingest.document import Figure, Span


def answer_figure(context: Context, query: Query, found: Found) -> Draft | None:
    """One figure said in a sentence; None when nothing fits exactly."""
    cards = found.exact
    if query.size is None and cards and cards[0].measure and cards[0].measure.name == "medianhusleje":
        cards = _by_extreme(query, cards)
    if not found.asked.kinds and cards and cards[0].measure and cards[0].measure.name in ("boliger", "igangsat"):
        cards = tuple(c for c in cards if c.kind is None)  # one kind is not all of them
    if query.wants("share") or query.wants("money"):
        cards = tuple(c for c in cards if unit_fits(c, query))
    if re.search(r"\bhvor mange\b", query.text, re.IGNORECASE) and not query.wants("money", "duration"):
        cards = tuple(c for c in cards if not re.search(r"kr|\bår\b|måned", f"{c.figure.unit}"))
        if found.asked.measures == ("boliger",) and not query.wants("share"):
            cards = tuple(c for c in cards if unit_fits(c, query))  # a share of all homes is not how many there are
    if query.age is not None:
        cards = tuple(c for c in cards if c.age is not None and same_interval(c.age, query.age))
    if not cards:
        return None
    draft = Draft(longest=700)
    say_figure(context, draft, query, cards[0])
    if (verdict := _verdict(query, cards[0])) and draft.lines:
        draft.lines[0] = f"{texts.VERDICT[query.language].get(verdict, verdict)} {draft.lines[0]}"
    return draft


def _by_extreme(query: Query, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """The smallest or the largest homes, when the question names no size but one end of the scale."""
    sized = sorted((c for c in cards if c.size), key=lambda c: c.size.low if c.size else 0)
    lower = query.text.lower()
    if re.search(r"\b(?:mindste|små|lille|mindst)\b", lower):
        return tuple(sized[:1])
    if re.search(r"\b(?:største|store|stor)\b", lower):
        return tuple(sized[-1:])
    return ()


_MORE_THAN = re.compile(r"\b(?:over|mere end|flere end|mindst|godt)\s*$", re.IGNORECASE)
_LESS_THAN = re.compile(r"\b(?:under|mindre end|færre end|højst)\s*$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:omkring|cirka|ca\.|næsten|knap|i omegnen af|op mod)\s*$", re.IGNORECASE)


def _verdict(query: Query, card: Card) -> str | None:
    """ "Ja." or "Nej." when the question claims a number of its own."""
    own = exact(card.figure)
    if not query.wants("yesno") or own is None:
        return None
    swapped = str.maketrans(".,", ",.") if query.language == "en" else {}
    if re.search(r"pct|procent|%", card.figure.unit) and (parts := parts_said(query.text)):
        return _part_verdict(query.text, own, parts)
    said = verdict_on(query.text.translate(swapped), own)
    return said if said == "Ja." or not card.figure.qualifier else None


def _part_verdict(text: str, own: Fraction, parts: tuple[tuple[Fraction, int], ...]) -> str | None:
    """Whether the part that is claimed in words is the share in per cent; None where it is about that much."""
    for part, at in parts:
        before, claimed = text[:at], part * 100
        if abs(claimed - own) < 1:
            return "Ja."
        if _MORE_THAN.search(before) or _LESS_THAN.search(before):
            return "Ja." if (own > claimed) == bool(_MORE_THAN.search(before)) else "Nej."
        if abs(claimed - own) < 5:
            return None
    return "Nej."


def verdict_on(text: str, own: Fraction) -> str | None:
    """What is to be said to the number a text claims; None when it claims none, or only about how many."""
    holds = []
    for claim in re.finditer(r"\d[\d.]*(?:,\d+)?", text):
        if re.fullmatch(r"(?:19|20)\d\d", claim.group()):
            continue
        before = text[: claim.start()]
        value = Fraction(claim.group().rstrip(".").replace(".", "").replace(",", "."))
        if _ABOUT.search(before) and value != own:
            return None
        more, less = _MORE_THAN.search(before), _LESS_THAN.search(before)
        holds.append(own > value if more else own < value if less else own == value)
    return None if not holds else "Ja." if any(holds) else "Nej."


def say_figure(context: Context, draft: Draft, query: Query, card: Card) -> None:
    """Adds one sentence with its citation and its figure."""
    figure = card.figure
    marker = cite(context, draft, card)
    add_figure(draft, card, marker)
    value = f"**{shown(context, card)}**"
    place, period = place_said(card), period_said(figure)
    if query.language == "en" and (said := in_english(card, shown(context, card), clean(figure.label))):
        draft.lines.append(f"{said} [{marker}]")
        return
    if (
        card.measure
        and card.measure.say
        and (card.kind or "{kind}" not in card.measure.say or card.measure.name == "medianhusleje")
    ):
        kind = card.kind or ""
        if card.measure.name == "medianhusleje":
            kind = f" for boliger på {clean(figure.label)}" if card.size else ""
        draft.lines.append(f"{card.measure.say.format(v=value, kind=kind, p=period, **{'in': place})} [{marker}]")
        return
    quote = clean(figure.quote)
    # A table's quote brings other rows along, which the figure's own places don't cite.
    is_table = "\n" in figure.quote.strip()
    if not is_table and len(quote) <= 320 and printed(context, card) in quote and len(quote.split()) > 4:
        draft.lines.append(f"{value}: »{quote}« [{marker}]")
    else:
        draft.lines.append(f"{_said_of(figure, value)}{place}{period}. [{marker}]")


def _with_period(context: Context, figure: Figure, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans and, where none of them says the figure's year, the nearest place that does."""
    text = context.text_of(figure.document)
    said = " ".join(text[a:b] for a, b in spans)
    info = context.entries[figure.document].info
    known = f"{said} {info.title} {info.period or ''} {info.year or ''}"
    more: list[Span] = []
    for year in re.findall(r"(?:19|20)\d\d", figure.period or ""):
        if year in known:
            continue
        at = figure.spans[0][0]
        places = [m.span() for m in re.finditer(rf"(?<!\d){year}(?!\d)", text[max(0, at - 900) : at + 900])]
        shift = max(0, at - 900)
        if places:
            start, end = min(((a + shift, b + shift) for a, b in places), key=lambda s: abs(s[0] - at))
            more.append((start, end))
    return (*spans, *more)


def _with_unit(context: Context, figure: Figure, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans and, where none of them says the figure's unit, the nearest place before it that does (a head)."""
    text, at = context.text_of(figure.document), figure.spans[0][0]
    unit = re.sub(r"\s+", r"\\s+", re.escape(figure.unit).replace("\\ ", " "))
    if not re.search(r"kr|pct|mi[oa]", figure.unit) or any(re.search(unit, text[a:b], re.I) for a, b in spans):
        return spans
    begin = max(0, at - 900)
    places = [m.span() for m in re.finditer(unit, text[begin:at], re.IGNORECASE)]
    return (*spans, (begin + places[-1][0], begin + places[-1][1])) if places else spans


def cite(context: Context, draft: Draft, card: Card) -> int:
    """The sentence a figure stands in when it is short prose, else its own spans; always with its year."""
    figure = card.figure
    unit = context.unit_at(figure.document, figure.spans[0][0])
    if unit is not None and unit.passage.kind in ("prose", "list", "caption", "note") and len(unit.text) <= 400:
        extra = tuple(s for s in figure.spans if not any(a <= s[0] and s[1] <= b for a, b in unit.spans))
        spans = _with_period(context, figure, (*unit.spans, *extra))
        return context.citer.cite(draft, unit.document, spans, unit.passage.section, figure.page)
    spans = _with_unit(context, figure, _with_period(context, figure, tuple(dict.fromkeys(figure.spans))))
    return context.citer.cite(draft, figure.document, spans, (), figure.page)


def add_figure(draft: Draft, card: Card, marker: int | None) -> int:
    """The figure among the answer's figures; returns its position."""
    figure = card.figure
    made = AnswerFigure(
        label=clean(figure.label),
        value=figure.value,
        unit=figure.unit,
        period=figure.period,
        municipality=figure.municipality,
        marker=marker,
        certain=figure.certain,
    )
    for position, known in enumerate(draft.figures):
        if replace(known, marker=None) == replace(made, marker=None):
            return position
    draft.figures.append(made)
    return len(draft.figures) - 1


def printed(context: Context, card: Card) -> str:
    """The value as the document prints it."""
    start, end = card.figure.spans[0]
    return clean(context.text_of(card.figure.document)[start:end])


def shown(context: Context, card: Card) -> str:
    """Value with qualifier and unit: "knap 11 pct.", "464 mio. kr.", "6.355"."""
    figure = card.figure
    if (together := _printed_together(context, card)) is not None:
        return together
    unit = "" if figure.unit.lower() == "antal" else clean(figure.unit)
    value = printed(context, card)
    of_people = card.measure is not None and card.measure.name == "beboere"
    if of_people or re.search(r"bolig|udlejning", unit) or unit.lower() in value.lower():
        unit = (
            re.sub(r"\s*\b\S*(?:bolig|udlejning|beboer|menneske|person)\S*", "", unit).strip()
            if unit.lower() not in value.lower()
            else ""
        )
    qualifier = f"{figure.qualifier} " if figure.qualifier else ""
    return clean(f"{qualifier}{value} {unit}")


_QUALIFIER = re.compile(
    r"\b(?:knap|godt|næsten|over|mere end|flere end|omkring|cirka|ca\.|op til|op mod|i gns\.|gennemsnitligt|mindst|højst|i omegnen af)\s+$",  # noqa: E501
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?(?:\.\s?)?(?:mio\.|mia\.|millioner|milliarder|million|milliard)?(?:\s?(?:kr\.|kroner|pct\.|procent|%))?(?:\s?pr\.\s?m²)?"
)


def _printed_together(context: Context, card: Card) -> str | None:
    """Qualifier, value and unit as they stand side by side in the text, or None when the unit stands elsewhere."""
    start, end = card.figure.spans[0]
    text = context.text_of(card.figure.document)
    tail = _UNIT.match(text, end)
    stop = tail.end() if tail else end
    has_unit = bool(text[end:stop].strip())
    needs = re.search(r"pct|%|kr|mio|mia|procent", card.figure.unit)
    if needs and not has_unit:
        return None
    if (
        not needs
        and not has_unit
        and not re.search(r"bolig|beboer|menneske|person", card.figure.unit)
        and card.figure.unit
    ):
        return None
    before = _QUALIFIER.search(text[max(0, start - 16) : start])
    begin = start - len(before.group()) if before else start
    return clean(text[begin:stop])


def place_said(card: Card) -> str:
    """The place of a figure as a sentence says it; "" for the whole country."""
    return in_place(card.place)


def in_place(place: str | None) -> str:
    """ " i Herning Kommune", " i Region Midtjylland"; "" for the whole country."""
    if not place:
        return ""
    return f" i {place}" if place.startswith("Region ") else f" i {place} Kommune"


def period_said(figure: Figure) -> str:
    """The years of a figure in brackets; "" when it has none."""
    return f" ({figure.period})" if figure.period else ""


_NOUN = re.compile(r"[^\W\d_]{4,}")


def _said_of(figure: Figure, value: str) -> str:
    """A value with what it is of: "36 pct. af beboerne er frivillige", else the label, a colon and the value."""
    label = clean(figure.label)
    if re.match(r"(?:af|ud af|blandt|pr\.) ", label):
        return f"{value} {label.rstrip('.')}"
    return f"{_sentence_label(figure)}: {value}"


def _sentence_label(figure: Figure) -> str:
    label = clean(figure.label)
    group = clean(figure.group or "")
    said = (
        f"{group}, {label[:1].lower() + label[1:]}"
        if group and group.lower() != label.lower() and len(group) < 60 and len(_NOUN.findall(label)) < 2
        else label
    )
    return said[:1].upper() + said[1:]


def unclear(context: Context, query: Query, cards: tuple[Card, ...]) -> Draft:
    """`unclear_source`: the place is shown, no value is claimed."""
    draft = Draft(status="unclear_source", longest=700)
    add_unclear(context, draft, query, cards[0])
    return draft


def add_unclear(context: Context, draft: Draft, query: Query, card: Card) -> None:
    """One sentence that says the figure can't be read, with its place cited."""
    language = query.language if query.language == "en" else "da"
    marker = context.citer.cite_figure(draft, card.figure)
    what = english_name(card) if language == "en" else what_measured(card.measure, card)
    place = f" in {card.place}" if language == "en" and card.place else place_said(card)
    draft.lines.append(
        texts.UNCLEAR[language].format(what=what, place=place, reason=texts.UNCLEAR_REASON, marker=marker)
    )


def what_measured(measure: Measure | None, card: Card) -> str:
    """A short name of what is measured."""
    if measure is None:
        return clean(card.figure.label)[:60]
    names = {
        "renoveret": "renovering med støtte fra Landsbyggefonden",
        "lokal omsætning": "øget omsætning i lokalområdet",
        "andel af boliger": "andelen af boligmassen",
        "boliger": card.kind or "almene boliger",
        "igangsat": f"igangsatte {card.kind or 'boliger'}",
        "fraflytning": "fraflytningsprocenten",
        "alder": clean(card.figure.label),
        "familietype": clean(card.figure.label),
        "beboere": "beboere i almene boliger",
        "frivillig": "frivillige",
    }
    return names.get(measure.name, measure.name)


def known_measures() -> tuple[str, ...]:
    """Names of all measures."""
    return tuple(m.name for m in measures())
