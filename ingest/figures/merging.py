"""Runs of words become cells: the lines of one label together, every value, unit and missing mark alone."""

import re
from collections.abc import Sequence

from ingest.document import Document
from ingest.figures.bare import is_only_place
from ingest.figures.cells import Box, Cell, box_of, union
from ingest.figures.fragments import SheetPage, joined_spans, similar
from ingest.figures.one_line import one_line_lists
from ingest.figures.unit_lines import unit_lines
from ingest.figures.units import is_unit_word

_WAITS = re.compile(
    r"(?:,|\b(?:(?:udgangen|slutningen|løbet|begyndelsen) af|"
    r"i|siden|fra|til|og|for|pr\.|år|ultimo|primo|januar|perioden))$",
    re.IGNORECASE,
)
"""How a line ends that a year goes on with."""
_WAITS_FOR_NUMBER = re.compile(
    r"\b(?:mindst|højst|over|under|cirka|ca\.|knap|omkring|godt|næsten|end|på|til|for|med|af|fra|i|er|var|har|havde)$"
)
_WAITS_FOR_UNIT = re.compile(r"[\w.]+(?: kr\.?)? (?:pr\.?|/)", re.IGNORECASE)
""" "kr. pr.": a unit whose last word went to the next line."""


def labels_and_values(document: Document, page: SheetPage) -> list[Cell]:
    """The page's cells: values, units and missing marks alone, label lines merged to the text they belong to."""
    fragments = page.fragments
    shapes = [box_of(s) for s in page.shapes if s.kind in ("box", "round")]
    walls = [b for b in shapes if b.width > 20 or b.height > 20]
    marks = [b for b in shapes if b.width <= 16 and b.height <= 16]
    owners = {id(f) for f in fragments if _owns_value(f, fragments)}
    apart = {id(unit) for unit in unit_lines(fragments).values()}
    apart |= {id(line.cell) for line in one_line_lists(fragments, marks)}
    apart |= {id(f) for f in fragments if _place_after(f, fragments)}
    cells: list[Cell] = []
    last_owner: dict[int, bool] = {}
    for fragment in fragments:
        host = None
        if id(fragment) in apart or _names_unit(fragment, fragments):
            last_owner[id(fragment)] = True
        elif _stands_alone(fragment):
            host = _paragraph_above(fragment, cells) or _cut_word(fragment, cells)
            host = host or _ends_with_year(document, fragment, cells) or _read_on(document, fragment, cells, fragments)
            if host is None and _spelt(fragment):
                host = _host(fragment, cells, walls, fragments)
        elif not _marked(fragment, marks):
            host = _host(fragment, cells, walls, fragments)
            goes_on = host is not None and _beside_bars(host, fragment, fragments, shapes)
            own = last_owner.get(id(host), False)
            if host is not None and not goes_on and not _same_label(own, id(fragment) in owners, fragment):
                host = None
        if host is None:
            cells.append(fragment)
            last_owner.setdefault(id(fragment), id(fragment) in owners)
        else:
            merged = _merged(document, host, fragment)
            cells[cells.index(host)] = merged
            last_owner[id(merged)] = last_owner.get(id(host), False) or id(fragment) in owners
    return _with_whole_units(document, cells)


def _with_whole_units(document: Document, cells: list[Cell]) -> list[Cell]:
    """The cells, a unit broken over two lines as one ("kr. pr. m²" / "pr. år", "mio." / "kr.")."""
    whole = list(cells)
    for first in [c for c in cells if is_unit_word(c.text) or _WAITS_FOR_UNIT.fullmatch(c.text)]:
        last = next((c for c in whole if c is not first and _unit_goes_on(first, c)), None)
        if last is not None and any(c is first for c in whole):
            whole[whole.index(first)] = _merged(document, first, last)
            whole.remove(last)
    return whole


def _unit_goes_on(first: Cell, last: Cell) -> bool:
    step = last.box.y1 - first.box.y1
    if not 0.8 * first.size < step < 1.6 * first.size or not similar(first.size, last.size):
        return False
    if abs(first.box.x0 - last.box.x0) >= 1.5 and abs(first.box.cx - last.box.cx) >= 0.3 * first.size:
        return False
    goes_on = _goes_on(last.text) or bool(_WAITS_FOR_UNIT.fullmatch(first.text))
    return goes_on and is_unit_word(f"{first.text} {last.text}")


def _goes_on(words: str) -> bool:
    """Whether a line only goes on with a unit and is none that stands for itself in a column of units."""
    return bool(re.match(r"(?:pr\.|/|kr\.?$|CO[2₂]|-?point)", words))


def _stands_alone(cell: Cell) -> bool:
    return cell.is_value or cell.is_missing or cell.is_unit or bool(cell.number and cell.number.kind == "year")


def _place_after(cell: Cell, fragments: Sequence[Cell]) -> bool:
    """Whether a text is the place that the number right before it holds for ("41 pct." "Hele landet"), or what is counted in the row of a list ("Unge" 41 "unge")."""  # noqa: E501
    word = cell.text.isalpha() and cell.text.islower()
    if not (word or is_only_place(cell.text.strip("()"))):
        return False
    line = [f for f in fragments if f is not cell and abs(f.box.cy - cell.box.cy) < 0.4 * cell.size]
    value = next((f for f in line if f.is_value and -1 < cell.box.x0 - f.box.x1 < 0.5 * f.size), None)
    if value is None:
        return False
    return not word or any(
        f.box.x1 < value.box.x0 and not _stands_alone(f) and similar(f.size, cell.size, 1.35) for f in line
    )


def _spelt(cell: Cell) -> bool:
    """Whether a number is written in small letters, as inside a text: "… i mere end" / "tre måneder"."""
    return cell.is_value and cell.text.islower() and not any(c.isdigit() for c in cell.text)


def _owns_value(cell: Cell, fragments: Sequence[Cell]) -> bool:
    """Whether a text has a value or missing mark of its own on its line, as in a table row."""
    if _stands_alone(cell):
        return False
    beside = [
        f
        for f in fragments
        if f is not cell
        and abs(f.box.y1 - cell.box.y1) < 0.35 * cell.size
        and f.box.x0 >= cell.box.x1
        and similar(f.size, cell.size, 1.35)
    ]
    ranked = sorted(beside, key=lambda f: f.box.x0)
    if len(ranked) > 1 and (ranked[0].is_unit or is_unit_word(ranked[0].text)):
        ranked = ranked[1:]
    return bool(ranked) and (ranked[0].is_value or ranked[0].is_missing)


def _names_unit(cell: Cell, fragments: Sequence[Cell]) -> bool:
    """Whether a cell is a unit in a table's column of units: a text stands left of it on its line, a value right of it."""  # noqa: E501
    if not is_unit_word(cell.text):
        return False
    line = [f for f in fragments if f is not cell and abs(f.box.y1 - cell.box.y1) < 0.35 * cell.size]
    left = any(f.box.x1 < cell.box.x0 and not (_stands_alone(f) or is_unit_word(f.text)) for f in line)
    return left and any(f.box.x0 > cell.box.x1 and (f.is_value or f.is_missing) for f in line)


def _same_label(host_owns: bool, owns: bool, fragment: Cell) -> bool:
    """Whether a line may belong to the label above: not where each has its own value."""
    if host_owns and owns:
        return False
    goes_on = fragment.text[:1].islower() or fragment.text[:1] == "(" or fragment.text == "Kommune"
    return not (host_owns or owns) or goes_on


def _beside_bars(host: Cell, fragment: Cell, fragments: Sequence[Cell], shapes: Sequence[Box]) -> bool:
    """Whether a line in small letters goes on with the name over it, though both are level with a value: with the two bars of one name."""  # noqa: E501
    return _goes_on_small(host, fragment) and all(_barred(c, fragments, shapes) for c in (host, fragment))


def _goes_on_small(host: Cell, fragment: Cell) -> bool:
    if fragment.text.casefold() == "kommune":
        return is_only_place(host.text)
    return host.text[:1].isupper() and fragment.text[:1].islower() and fragment.text[:1].isalpha()


def _barred(name: Cell, fragments: Sequence[Cell], shapes: Sequence[Box]) -> bool:
    level = [f for f in fragments if f.is_value and f.box.x0 > name.box.x1 and abs(f.box.cy - name.box.cy) < name.size]
    bars = [b for b in shapes if b.x0 > name.box.x1 and b.height < 3 * name.size and b.width > b.height]
    return any(b.y0 - 2 < v.box.cy < b.y1 + 2 and b.x0 - 2 < v.box.x0 < b.x1 + 3 * v.size for v in level for b in bars)


def _marked(cell: Cell, marks: Sequence[Box]) -> bool:
    """Whether a legend mark or bullet stands right before the text."""
    return any(-1 < cell.box.x0 - m.x1 < 1.6 * cell.size and abs(m.cy - cell.box.cy) < 0.6 * cell.size for m in marks)


def _host(fragment: Cell, cells: Sequence[Cell], walls: Sequence[Box], fragments: Sequence[Cell]) -> Cell | None:
    """The cell just above that this line goes on with: same size, near, aligned left or centred."""
    for cell in reversed(cells):
        if _stands_alone(cell) or not similar(cell.size, fragment.size):
            continue
        if cell.number and cell.number.kind == "interval":
            continue
        step = fragment.box.y1 - cell.box.y1
        if not 0.5 * fragment.size < step < 1.75 * fragment.size:
            continue
        begins = abs(cell.box.x0 - fragment.box.x0) < 0.4 * fragment.size
        centred = abs(cell.box.cx - fragment.box.cx) < 0.5 * fragment.size
        ends = abs(cell.box.x1 - fragment.box.x1) < 0.4 * fragment.size and _goes_on_small(cell, fragment)
        aligned = begins or ends or (centred and not _beside_value(cell, fragments))
        if aligned and not _walled(cell.box, fragment.box, walls):
            return cell
    return None


def _beside_value(cell: Cell, fragments: Sequence[Cell]) -> bool:
    """Whether a text stands right of a larger number on its line, as what is counted does."""
    return any(
        f.is_value
        and cell.size < 0.9 * f.size
        and -1 < cell.box.x0 - f.box.x1 < 0.8 * f.size
        and f.box.y0 < cell.box.cy < f.box.y1
        for f in fragments
    )


def _paragraph_above(fragment: Cell, cells: Sequence[Cell]) -> Cell | None:
    """A paragraph of two lines or more, not ended, whose next line is this number alone."""
    for cell in reversed(cells):
        if cell.lines < 2 or not similar(cell.size, fragment.size) or cell.text.rstrip()[-1:] in ".!?:":
            continue
        pitch = (cell.box.height - cell.size) / max(1, cell.lines - 1)
        if (
            abs(cell.box.x0 - fragment.box.x0) < 0.3 * fragment.size
            and abs(fragment.box.y1 - cell.box.y1 - pitch) < 0.15 * fragment.size
        ):
            return cell
    return None


def _ends_with_year(document: Document, fragment: Cell, cells: Sequence[Cell]) -> Cell | None:
    """A text right above that waits for its year: "Flytninger efter årsag," / "2023", "… siden" / "2015", "… i 2023-" / "2025"."""  # noqa: E501
    if fragment.number is None or fragment.number.kind not in ("year", "period"):
        return None
    for cell in reversed(cells):
        step = fragment.box.y1 - cell.box.y1
        near = similar(cell.size, fragment.size) and 0.8 * fragment.size < step < 1.7 * fragment.size
        aligned = abs(cell.box.x0 - fragment.box.x0) < 0.3 * fragment.size or abs(cell.box.cx - fragment.box.cx) < 2
        if near and aligned and not _stands_alone(cell):
            return cell if _WAITS.search(cell.text) or _between(document, cell, fragment) else None
    return None


def _cut_word(fragment: Cell, cells: Sequence[Cell]) -> Cell | None:
    """A text right above that ends with a number whose word went to the next line, or waits for it: "Børn under 18" / "år", "Varme pr." / "m²"."""  # noqa: E501
    if not fragment.is_unit:
        return None
    for cell in reversed(cells):
        step = fragment.box.y1 - cell.box.y1
        near = similar(cell.size, fragment.size) and abs(cell.box.x0 - fragment.box.x0) < 0.3 * fragment.size
        if near and 0.8 * fragment.size < step < 1.7 * fragment.size and not _stands_alone(cell):
            return cell if re.search(r"[a-zæøå] [0-9.–-]+$|[a-zæøå] pr\.$", cell.text) else None
    return None


def _tells(cell: Cell, value: Cell) -> bool:
    """Whether a text stands right after or under a number in larger print, which it tells."""
    near = max(value.box.gap(cell.box)) < 0.8 * cell.size and value.box.y0 < cell.box.y0
    return near and value.is_value and value.size >= 1.3 * cell.size


def _read_on(document: Document, fragment: Cell, cells: Sequence[Cell], fragments: Sequence[Cell]) -> Cell | None:
    """A line right above, in the same print and joined to this one in the stored text, that waits for its number: "… i mindst" / "60 afdelinger"."""  # noqa: E501
    for cell in reversed(cells):
        step = fragment.box.y1 - cell.box.y1
        near = similar(cell.size, fragment.size, 1.03) and 0.8 * fragment.size < step < 1.75 * fragment.size
        if not near or _stands_alone(cell):
            continue
        told = [f.box for f in fragments if _tells(cell, f)]
        middles = (cell.box.cx, union([cell.box, *told]).cx)
        flush = abs(cell.box.x0 - fragment.box.x0) < 0.3 * fragment.size
        if flush or any(abs(middle - fragment.box.cx) < 2 for middle in middles):
            joined = bool(told) or document.text[cell.spans[-1][1] : fragment.spans[0][0]] == " "
            return cell if joined and _WAITS_FOR_NUMBER.search(cell.text) else None
    return None


def _between(document: Document, host: Cell, fragment: Cell) -> str:
    """The dash that alone stands between two lines in the stored text, where reading has joined them to one word."""
    joint = document.text[host.spans[-1][1] : fragment.spans[0][0]]
    return joint if joint in ("-", "–") else ""


def _walled(a: Box, b: Box, walls: Sequence[Box]) -> bool:
    """Whether an edge of a drawn area runs between two lines of text."""
    return any(wall.holds(a) != wall.holds(b) for wall in walls)


def _merged(document: Document, host: Cell, fragment: Cell) -> Cell:
    text = f"{host.text} {fragment.text}"
    if re.search(r"[^\W\d_][-‐\u00ad]$", host.text) and fragment.text[:1].islower():
        text = host.text[:-1] + fragment.text
    elif host.spans[-1][1] == fragment.spans[0][0]:
        text = host.text + fragment.text  # the hyphen between them is repaired already
    elif dash := _between(document, host, fragment):
        text = host.text + dash + fragment.text
    return Cell(
        union((host.box, fragment.box)),
        text,
        joined_spans(document, [*host.spans, *fragment.spans]),
        host.size,
        host.lines + 1,
    )
