"""Lines of the form "label<TAB>value" and the heading they stand under."""

import re

from ingest.document import Document, Figure
from ingest.figures.flow import Sentence, shown, trimmed
from ingest.figures.label import head_noun, municipality_of, years_in
from ingest.numbers import QUANTITIES, read_number


def tab_figures(document: Document, flow: list[Sentence], grouped: bool) -> list[Figure]:
    """One figure per line that is a label, a tab (or dot leaders) and one number."""
    figures: list[Figure] = []
    headings: list[str] = []
    fresh = True
    for sentence in flow:
        line = document.quote(sentence.span)
        match = re.fullmatch(
            r"\s*(?:[•●▪]\s*)?(?P<label>[^\t\n]*[^\W\d_][^\t\n]*?)[ .]*\t+\s*(?P<value>[^\t\n]+)", line
        )
        number = read_number(match["value"]) if match else None
        if match is None or number is None or number.kind not in QUANTITIES:
            if fresh:
                headings = []
            headings.append(line)
            fresh = False
            continue
        fresh = True
        heading = (
            shown(" ".join(headings[-2:]))
            if headings and len(" ".join(headings[-2:])) < 120
            else shown("".join(headings[-1:]))
        )
        base = sentence.span[0] + match.start("value")
        value = (base + number.digits[0], base + number.digits[1])
        label = (sentence.span[0] + match.start("label"), sentence.span[0] + match.end("label"))
        unit = number.unit or _unit(match["label"])
        spans = [value, trimmed(document.text, label)]
        if number.unit_span:
            spans.insert(1, (base + number.unit_span[0], base + number.unit_span[1]))
        if sentence.heading:
            spans.append(sentence.heading)
        figures.append(
            Figure(
                document=document.id,
                page=document.page_at(value[0]),
                label=shown(match["label"]),
                value=number.value,
                unit=unit,
                qualifier=number.qualifier,
                period=years_in(heading) or document.info.period,
                municipality=municipality_of(match["label"], heading, document.info),
                group=heading or None,
                quote=line,
                spans=tuple(spans),
                certain=number.doubt is None,
                reason=number.doubt,
            )
        )
    return figures


def _unit(label: str) -> str:
    noun = head_noun(label.split()[-1])
    return noun if noun != label.split()[-1] else ""
