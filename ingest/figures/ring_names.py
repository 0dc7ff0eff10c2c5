"""Rings whose names stand at their pieces, each beside its own share: the place names them, no colour, and the pieces must have the shares' sizes."""  # noqa: E501

from collections.abc import Sequence

from ingest.figures.cells import Box, Cell

BESIDE = 0.7
"""Of a name's size: between it and its share."""


def names_around(values: Sequence[Cell], texts: Sequence[Cell]) -> dict[int, Cell]:
    """Each value's own name; nothing unless every value has one of its own right over, under or beside it."""
    given: dict[int, Cell] = {}
    for value in values:
        near = sorted((t for t in texts if _beside(t, value)), key=lambda t: t.box.distance(value.box))
        if not near or (len(near) > 1 and near[1].box.distance(value.box) < 2 * near[0].box.distance(value.box) + 2):
            return _on_one_side(values, texts)
        given[id(value)] = near[0]
    return given if len(values) > 1 and len({id(t) for t in given.values()}) == len(values) else {}


def _on_one_side(values: Sequence[Cell], texts: Sequence[Cell]) -> dict[int, Cell]:
    """Each value's name where all stand over their values, or all under them, and not both ways can be."""
    found: list[dict[int, Cell]] = []
    for over in (True, False):
        given: dict[int, Cell] = {}
        for value in values:
            near = [t for t in texts if _beside(t, value) and (t.box.cy < value.box.cy) is over]
            near = [t for t in near if abs(t.box.cx - value.box.cx) < 0.5 * max(t.box.width, value.box.width)]
            if len(near) == 1:
                given[id(value)] = near[0]
        if len(given) == len(values) == len({id(t) for t in given.values()}):
            found.append(given)
    return found[0] if len(found) == 1 and len(values) > 1 else {}


def _beside(text: Cell, value: Cell) -> bool:
    t, v = text.box, value.box
    size = min(text.size, value.size)
    over = t.x0 < v.x1 and t.x1 > v.x0 and t.gap(v)[1] < BESIDE * size
    level = abs(t.cy - v.cy) < 0.4 * size and -1 < t.gap(v)[0] < 1.2 * size
    return text.lines <= 3 and (over or level)


def same_sizes(values: Sequence[float], pieces: Sequence[float], slack: float) -> bool:
    """Whether shares and pieces, both in order of size, are parts of their wholes as large as each other."""
    lost = len(values) - len(pieces)
    shares = sorted(values)[lost:] if lost in (0, 1) else []  # the smallest piece may be too small to pass for one
    whole, drawn = sum(shares), sum(pieces)
    if len(shares) < 2 or whole <= 0 or drawn <= 0:
        return False
    pairs = zip(shares, sorted(pieces), strict=True)
    return all(abs(value / whole - piece / drawn) < slack for value, piece in pairs)


def without_middle(values: Sequence[Cell], whole: Box) -> list[Cell]:
    """The values but the one in the ring's hole."""
    return [v for v in values if abs(v.box.cx - whole.cx) > 0.2 * whole.width or abs(v.box.cy - whole.cy) > 0.2 * whole.height]  # fmt: skip  # noqa: E501
