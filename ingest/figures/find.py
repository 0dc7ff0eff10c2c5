"""All key figures of a document: tables and tiles first, then what the sentences say."""

import re
from collections import defaultdict
from dataclasses import replace

from ingest.document import Document, Figure, Span
from ingest.figures.checks import checked
from ingest.figures.counted import VERBS
from ingest.figures.displaced import with_displaced_units
from ingest.figures.flow import Sentence, sentences
from ingest.figures.fragments import sheet_pages
from ingest.figures.grid import Grid, grid_figures
from ingest.figures.inherited import before, noted_year, told_in, year_over
from ingest.figures.notes import Print, is_note, print_of
from ingest.figures.plain import plain_figures
from ingest.figures.prose import NATIONAL_NOTE, Place, prose_figures
from ingest.figures.sheet import sheet_figures
from ingest.figures.tabs import tab_figures
from ingest.figures.whose import with_place
from ingest.numbers import may_hold_number, uses_dots

LOOSE = "tallet står i en løsrevet tekst på et ark og kan være en del af et navn"
_CLASS = re.compile(
    r"\b(?:under|over|mindst|højst|op til) [0-9]+ år\b|[0-9]+[-–][0-9]+[ -]år|"
    r"[0-9].*\b(?:og|eller) (?:over|derover|opefter|mere|flere|ældre|derunder|under|senere)\b|"
    r"^(?:under|over|mindst|højst|op til) [0-9]",
    re.IGNORECASE,
)
_OF_A_SIZE = re.compile(r"\b(?:på|i|til|for|fra|med|over|under|omkring)$", re.IGNORECASE)
LOOSE_WORDS = 8
NATIONAL_HEAD = re.compile(
    r"\b(?:hele landet|hele danmark|landsplan|landsgennemsnit|landstal|(?<!på )landet)\b", re.IGNORECASE
)
"""A heading under which every number is the whole country's ("Vidste du, at … (hele landet)")."""
NAME_WORDS = 5
"""A number in a name of so few words is part of the name."""


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Every key figure, in the order of the stored text; a number belongs to one figure at most."""
    grouped = uses_dots(document.text)
    flow = sentences(document)
    pages = sheet_pages(document)
    document = with_place(document, pages)
    figures = sheet_figures(document, pages, grouped)
    tables: dict[Span, int] = {}
    grid = Grid(document)
    found = (*map(grid.sifted, (tab_figures(document, flow), plain_figures(document, flow, grouped))),)
    for more in (grid_figures(document, grouped), *found):
        places = _places(figures)
        figures += [f for f in more if places.isdisjoint(range(*f.spans[0]))]
        for title, first in ((f.spans[-1], f.spans[0][0]) for f in more):
            tables[title] = min(first, tables.get(title, first))
    figures = checked(figures)
    places = _places(figures) | {at for page in pages for span in page.idle for at in range(*span)}
    printed: dict[int | None, Print] = {}
    tiles: dict[int | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        tiles[figure.page].append(figure)
    for i, sentence in enumerate(flow):
        if not may_hold_number(document.text, *sentence.span):
            continue
        place = _place(document, flow, i, grouped, tables.get(sentence.heading or (0, 0), len(document.text)))
        told = grid.sifted(prose_figures(document, sentence, place))
        if told and tiles[told[0].page] and document.word_boxes:
            page = told[0].page
            printed[page] = printed.get(page) or print_of(document, page)
            if is_note(document, sentence.span, printed[page]):
                continue
            told = [_loosened(f) if _is_loose(document, sentence, f) else f for f in told]
        for figure in told:
            value = figure.spans[0]
            if places.isdisjoint(range(*value)) and not any(_in_label(document, value, t) for t in tiles[figure.page]):
                figures.append(figure)
                places.update(range(*value))
    boxed = {page.number for page in pages}
    placed = [figure for figure in figures if figure.page in boxed]
    loose = sorted((figure for figure in figures if figure.page not in boxed), key=lambda figure: figure.spans[0])
    figures = placed + with_displaced_units(document, loose)
    return tuple(sorted(figures, key=lambda figure: figure.spans[0]))


def _loosened(figure: Figure) -> Figure:
    return replace(figure, certain=False, reason=figure.reason or LOOSE)


def _is_loose(document: Document, sentence: Sentence, figure: Figure) -> bool:
    """Whether a stretch of a sheet is a few words that name a class or a thing and no sentence ("600.000 kr. og over", "Bolig på 30 m²")."""  # noqa: E501
    words = document.quote(sentence.span).split()
    few = len(words) <= LOOSE_WORDS and not any(w.casefold() in VERBS for w in words)
    return few and bool(_CLASS.search(" ".join(words)) or _OF_A_SIZE.search(figure.label))


def _places(figures: list[Figure]) -> set[int]:
    """Every offset that a figure of these has as its value."""
    return {at for figure in figures for at in range(*figure.spans[0])}


def _in_label(document: Document, value: Span, tile: Figure) -> bool:
    """Whether a number is part of a tile's label ("Unge under 30 år"), and so no figure of its own."""
    around = [s for s in tile.spans[1:] if s[0] <= value[0] and value[1] <= s[1]]
    names = [document.quote(s).split() for s in around]
    if document.word_boxes and any(len(n) <= NAME_WORDS and not any(w in VERBS for w in n) for n in names):
        return True  # "2 rum" over a column, "Ungdomsbolig på 30 m²" over its rent
    return bool(around) and document.quote(value) in tile.label.split()


def _place(document: Document, flow: list[Sentence], at: int, grouped: bool, table: int) -> Place:
    """What a sentence inherits; `table` is where the table begins whose title its heading is."""
    sentence = flow[at]
    heading = sentence.heading if sentence.span[0] <= table else None
    head = document.quote(heading) if heading else ""
    national = bool(NATIONAL_HEAD.search(head)) or _under_national_note(document, flow, at)
    year = told_in(document, flow, at) or year_over(document, flow, at) or noted_year(document, flow, at)
    return Place(grouped, national, before(document, flow, at), year, heading)


def _under_national_note(document: Document, flow: list[Sentence], at: int) -> bool:
    """Whether a list ("Vidste du, at ...") that this sentence belongs to ends with "Note: Tal for hele landet"."""
    if not re.match(r"\s*(?:\.\.\.|…)", document.quote(flow[at].span)):
        return False
    page = document.page_at(flow[at].span[0])
    begin, end = next((p.span for p in document.pages if p.number == page), (0, len(document.text)))
    return bool(NATIONAL_NOTE.search(document.text, begin, end))
