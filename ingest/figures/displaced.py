"""Units that a text keeps on lines of their own, apart from their numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Document, Figure
from ingest.figures.flow import Line, lines, trimmed
from ingest.figures.units import normal
from ingest.numbers import read_number

UNIT_LINE: Final = re.compile(
    r"\s*(?:pct\.?|procent|%|(?:mio|mia)\.? ?kr\.?|kr\.?(?: pr\. [\wæøå²]+)?)\s*", re.IGNORECASE
)


def with_displaced_units(document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """Gives "pct." / "pct." on lines of their own to as many unitless numbers in the lines before."""
    result = list(figures)
    rows = lines(document)
    at = 0
    while at < len(rows):
        run = rows[at : at + _unit_run(rows, at)]
        if not run or (at and read_number(rows[at - 1].text) is not None):
            at += max(1, len(run))
            continue
        unit = normal(run[0].text.strip())
        window = rows[max(0, at - 14)].span[0]
        lacking = [
            i
            for i, f in enumerate(result)
            if not f.unit and window <= f.spans[0][0] < run[0].span[0] and (unit != "pct." or _is_share(f))
        ]
        lacking = lacking[-len(run) :] if unit != "pct." else lacking
        if len(lacking) == len(run):
            for i, row in zip(lacking, run, strict=True):
                spans = (result[i].spans[0], trimmed(document.text, row.span), *result[i].spans[1:])
                result[i] = replace(result[i], unit=unit, spans=spans)
        else:
            for i in lacking:
                result[i] = replace(result[i], certain=False, reason=f"enheden »{unit}« står et andet sted end tallet")
        at += len(run)
    return result


def _unit_run(rows: Sequence[Line], at: int) -> int:
    """How many lines from here are the same unit alone."""
    count = 0
    while at + count < len(rows) and UNIT_LINE.fullmatch(rows[at + count].text):
        if count and rows[at + count].text.strip() != rows[at].text.strip():
            break
        count += 1
    return count


def _is_share(figure: Figure) -> bool:
    return figure.value.replace(".", "").isdigit() and float(figure.value) <= 100
