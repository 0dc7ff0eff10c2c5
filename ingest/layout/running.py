"""Running headers and footers: lines near an edge that come again, page after page."""

import re
from collections import Counter
from dataclasses import dataclass

from ingest.layout.model import Line, RawPage
from ingest.layout.shapes import PAGE_NUMBER

EDGE = 0.085
"""Share of the page's height at its top and bottom where running lines stand."""


@dataclass(frozen=True, slots=True)
class RunningPage:
    number: int
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    footer: tuple[Line, ...]


def split_running(pages: tuple[RawPage, ...]) -> tuple[RunningPage, ...]:
    """Header, body and footer lines of each page. With one page only a page number is told apart."""
    texts: Counter[tuple[bool, str]] = Counter()
    heights: Counter[tuple[bool, int]] = Counter()
    for page in pages:
        edge = [(_at_top(page, line), line) for line in page.lines if _at_edge(page, line)]
        texts.update({(top, _pattern(line)) for top, line in edge})
        heights.update({(top, round(line.y1)) for top, line in edge if texts[(top, _pattern(line))] >= 2})
    needed = 2 if len(pages) < 6 else 3
    return tuple(_split(page, texts, heights, needed) for page in pages)


def _split(
    page: RawPage, texts: Counter[tuple[bool, str]], heights: Counter[tuple[bool, int]], needed: int
) -> RunningPage:
    header: list[Line] = []
    body: list[Line] = []
    footer: list[Line] = []
    for line in page.lines:
        top = _at_top(page, line)
        repeats = texts[(top, _pattern(line))] >= needed
        beside = any(heights[(top, round(line.y1) + off)] >= needed for off in (-1, 0, 1))
        if _at_edge(page, line) and (repeats or beside or PAGE_NUMBER.match(line.text)):
            (header if top else footer).append(line)
        else:
            body.append(line)
    return RunningPage(page.number, _across(header), tuple(body), _across(footer))


def _across(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (round(line.y1), line.x0)))


def _at_top(page: RawPage, line: Line) -> bool:
    return line.y1 < page.height / 2


def _at_edge(page: RawPage, line: Line) -> bool:
    return (
        bool(page.height)
        and not line.words[0].angle
        and (line.y1 < EDGE * page.height or line.y0 > (1 - EDGE) * page.height)
    )


def _pattern(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)
