"""The texts of an area that may name one of its values."""

from collections.abc import Callable, Mapping, Sequence

from ingest.figures.bare import is_only_time
from ingest.figures.cells import Cell
from ingest.figures.draft import Draft
from ingest.figures.naming import is_class
from ingest.figures.panel import Panel, is_counted
from ingest.figures.tile_units import units_beside
from ingest.figures.tile_words import is_remark


def texts_of(values: Sequence[Cell], panel: Panel, done: Sequence[Draft], lines: Mapping[int, Cell]) -> list[Cell]:
    """The texts of an area that no other draft has taken and that are no unit on a line of its own."""
    taken = {id(c) for d in done for c in d.words} | {id(unit) for unit in lines.values()}
    texts = [c for c in panel.cells if not (c.is_value or c.is_missing) and id(c) not in taken]
    return [t for t in texts if not (t.text[:1].isdigit() and abs(t.size - values[0].size) < 0.5)]  # "8-10 mdr."


def body_of(values: Sequence[Cell], texts: Sequence[Cell]) -> list[Cell]:
    """The texts that may name a value: no units, no paragraphs, nothing set much larger than the values."""
    largest = max(v.size for v in values)
    body = [t for t in texts if not t.is_unit and t.lines <= 5 and len(t.text) < 160 and t.size <= 1.2 * largest]
    beside = units_beside(values, texts)
    return _telling([t for t in body if id(t) not in beside], len(values))


def _telling(body: list[Cell], values: int) -> list[Cell]:
    """The texts without times, remarks and what is counted, where about every value has one beside its name."""
    named = [t for t in body if is_class(t.text)]
    poor: tuple[Callable[[Cell], bool], ...] = (
        lambda c: is_only_time(c.text) and not any(_in_line(c, n) for n in named),
        lambda c: is_remark(c.text),
        is_counted,
    )
    for is_poor in poor:
        worded = [t for t in body if not is_poor(t)]
        if len(worded) >= values and 2 * (len(body) - len(worded)) >= values:
            body = worded
    return body


def _in_line(years: Cell, named: Cell) -> bool:
    """Whether years stand in one column or row with a class of years ("Før 1960") in its print: a class, no time."""
    row, column = abs(years.box.y1 - named.box.y1) < 2, abs(years.box.x0 - named.box.x0) < 2
    return (row or column) and abs(years.size - named.size) < 0.3
