"""What made sheets are drawn with: a page in Typst, pools of words, and what was drawn as the answer."""

import math
import random
import re
from dataclasses import dataclass, field

PLACES = ["Svendborg", "Viborg", "Hillerød", "Aabenraa", "Lemvig", "Ringsted", "Faxe", "Skive", "Odense", "Tønder"]
COUNTS = [
    "Ungdomsboliger",
    "Familieboliger",
    "Ældreboliger",
    "Plejeboliger",
    "Boligafdelinger",
    "Beboerhuse",
    "Nye lejekontrakter",
    "Tomme boliger",
    "Husstande på venteliste",
    "Boliger med kommunal anvisning",
    "Lærlinge på byggesager",
    "Fraflytninger fra almene boliger",
    "Ladestandere ved boligerne",
    "Renoverede badeværelser",
    "Aktive beboerfrivillige",
]
SHARES = [
    "Enlige uden børn",
    "Enlige med børn",
    "Par uden børn",
    "Par med børn",
    "Øvrige husstande",
    "Under uddannelse",
]
AGES = ["0-17 år", "18-29 år", "30-64 år", "65+ år"]
FONTS = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"]


@dataclass(frozen=True)
class Drawn:
    """One figure on the sheet: what a reader must find. `group` words may stand in the label or the group."""

    value: str
    unit: str
    label: str
    group: tuple[str, ...] = ()
    period: str | None = None
    national: bool = False
    """Whether it tells of the whole country, and so carries no municipality."""


@dataclass
class Sheet:
    """A page under construction: typst placements, and the figures drawn so far."""

    rng: random.Random
    place: str
    year: int
    font: str
    items: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    size: tuple[int, int] = (595, 842)
    unreadable: set[str] = field(default_factory=set)
    """Values that stand on the sheet and can't be read for certain."""

    def text(
        self, x: float, y: float, words: str, size: float = 10, *, width: float = 0, align: str = "left", bold: bool = False, fill: str = "#222222"  # noqa: E501
    ) -> None:  # fmt: skip
        """Words at (x, y) = top left of a box of `width` (0: as wide as needed), aligned inside it."""
        body = "#text(size: {}pt, weight: {}, fill: rgb({}))[{}]".format(
            size, '"bold"' if bold else '"regular"', f'"{fill}"', _escaped(words)
        )
        box = f"#box(width: {width}pt)[#set align({align}); {body}]" if width else f"#box[{body}]"
        self.items.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[{box}]")

    def sentence(self, x: float, y: float, width: float, parts: list[tuple[str, float]], gap: float = 0.5) -> None:
        """One running text of pieces in sizes of their own, the large ones bold, broken where the box ends."""
        body = "".join(
            "#text(size: {}pt, weight: {})[{}]".format(size, '"bold"' if size > 11 else '"regular"', _escaped(words))
            for words, size in parts
        )
        self.items.append(
            f"#place(top + left, dx: {x}pt, dy: {y}pt)[#box(width: {width}pt)[#set par(leading: {gap}em); {body}]]"
        )

    def joined(self, x: float, y: float, words: str, size: float, small: str, small_size: float) -> None:
        """Two sizes on one line with nothing but a hair between them."""
        body = f'#text(size: {size}pt, weight: "bold")[{_escaped(words)}]#h(1.5pt)#text(size: {small_size}pt)[{_escaped(small)}]'  # noqa: E501
        self.items.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[#box[{body}]]")

    def rect(self, x: float, y: float, w: float, h: float, fill: str = "#e8f1f5", radius: float = 0) -> None:
        shape = f'#rect(width: {w}pt, height: {h}pt, fill: rgb("{fill}"), stroke: none, radius: {radius}pt)'
        self.items.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[{shape}]")

    def circle(self, cx: float, cy: float, r: float, fill: str = "#0b4f6c") -> None:
        shape = f'#circle(radius: {r}pt, fill: rgb("{fill}"), stroke: none)'
        self.items.append(f"#place(top + left, dx: {cx - r}pt, dy: {cy - r}pt)[{shape}]")

    def line(self, points: list[tuple[float, float]], colour: str, width: float = 1.5) -> None:
        """A stroke through points, as a chart's line."""
        first, *rest = (f"({x}pt, {y}pt)" for x, y in points)
        steps = " ".join(f"curve.line({p})," for p in rest)
        self.items.append(
            f'#place(top + left)[#curve(stroke: {width}pt + rgb("{colour}"), curve.move({first}), {steps})]'
        )

    def piece(self, cx: float, cy: float, inner: float, outer: float, begin: float, end: float, fill: str) -> None:
        """A piece of a ring (of a pie, where `inner` is 0) between two parts of a turn."""
        turns = [begin + (end - begin) * i / 24 for i in range(25)]
        edge = [(outer, t) for t in turns] + ([(inner, t) for t in reversed(turns)] if inner else [(0.0, 0.0)])
        corners = [(cx + r * math.sin(t * math.tau), cy - r * math.cos(t * math.tau)) for r, t in edge]
        body = ", ".join(f"({x:.2f}pt, {y:.2f}pt)" for x, y in corners)
        self.items.append(f'#place(top + left)[#polygon(fill: rgb("{fill}"), stroke: none, {body})]')

    def around(self, cx: float, cy: float, radius: float, turn: float) -> tuple[float, float]:
        return cx + radius * math.sin(turn * math.tau), cy - radius * math.cos(turn * math.tau)

    def turned(self, x: float, y: float, words: str, size: float = 9, angle: int = -90) -> None:
        """Words turned around their end at (x, y), as they hang under an axis."""
        body = f"#box(width: 150pt)[#set align(right); #text(size: {size}pt)[{_escaped(words)}]]"
        turned = f"#rotate({angle}deg, origin: right + horizon)[{body}]"
        self.items.append(f"#place(top + left, dx: {x - 150}pt, dy: {y - size / 2}pt)[{turned}]")

    def draw(
        self, value: str, unit: str, label: str, *group: str, period: str | None = None, national: bool = False
    ) -> None:
        self.drawn.append(Drawn(plain(value), unit, label, group, period, national))

    def blur(self, value: str) -> None:
        """Notes a value that is printed where nobody can say for certain what it is."""
        self.unreadable.add(plain(value))

    def count(self, low: int = 3, high: int = 9000) -> str:
        """A count as Danes print it."""
        return danish(self.rng.randint(low, high))

    def pick(self, pool: list[str], k: int) -> list[str]:
        return self.rng.sample(pool, k)

    def title(self) -> None:
        self.text(36, 26, f"Almene boliger i {self.place} Kommune", 20, bold=True)
        self.text(36, 54, f"Kommuneark {self.year}", 11)


def plain(value: str) -> str:
    """A printed value as a Figure has it."""
    return value.replace(".", "").replace(",", ".")


def danish(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _escaped(words: str) -> str:
    words = "".join("\\" + c if c in "#$*_@<>[]`~=\\" else c for c in words)
    return re.sub(r"^([0-9]+)\.(?= )", r"\1\\.", words)  # no numbered list
