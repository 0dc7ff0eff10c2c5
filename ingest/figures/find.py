"""All key figures of a document: tables and tiles first, then what the sentences say."""

import re

from ingest.document import Document, Figure, Span
from ingest.figures.flow import Sentence, sentences
from ingest.figures.prose import NATIONAL_NOTE, prose_figures
from ingest.figures.tabs import tab_figures
from ingest.numbers import uses_dots


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Every key figure, in the order of the stored text; a number belongs to one figure at most."""
    grouped = uses_dots(document.text)
    flow = sentences(document)
    figures = tab_figures(document, flow, grouped)
    taken = [figure.spans[0] for figure in figures]
    for i, sentence in enumerate(flow):
        national = _under_national_note(document, flow, i)
        for figure in prose_figures(document, sentence, grouped, national):
            if not any(_overlap(figure.spans[0], span) for span in taken):
                figures.append(figure)
                taken.append(figure.spans[0])
    return tuple(sorted(figures, key=lambda figure: figure.spans[0]))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _under_national_note(document: Document, flow: list[Sentence], at: int) -> bool:
    """Whether a list ("Vidste du, at ...") that this sentence belongs to ends with "Note: Tal for hele landet"."""
    if not re.match(r"\s*(?:\.\.\.|…)", document.quote(flow[at].span)):
        return False
    page = document.page_at(flow[at].span[0])
    end = next((p.span[1] for p in document.pages if p.number == page), len(document.text))
    return bool(NATIONAL_NOTE.search(document.text, flow[at].span[1], end))
