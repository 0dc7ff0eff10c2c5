"""Fact sheets made to measure: every layout with other numbers, labels and places by seed, and what was drawn as the answer."""  # noqa: E501

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import typst

from ingest.document import Figure

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


@dataclass
class Sheet:
    """A page under construction: typst placements, and the figures drawn so far."""

    rng: random.Random
    place: str
    year: int
    font: str
    items: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)

    def text(
        self, x: float, y: float, words: str, size: float = 10, *, width: float = 0, align: str = "left", bold: bool = False, fill: str = "#222222"  # noqa: E501
    ) -> None:  # fmt: skip
        """Words at (x, y) = top left of a box of `width` (0: as wide as needed), aligned inside it."""
        body = "#text(size: {}pt, weight: {}, fill: rgb({}))[{}]".format(
            size, '"bold"' if bold else '"regular"', f'"{fill}"', _escaped(words)
        )
        box = f"#box(width: {width}pt)[#set align({align}); {body}]" if width else f"#box[{body}]"
        self.items.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[{box}]")

    def rect(self, x: float, y: float, w: float, h: float, fill: str = "#e8f1f5", radius: float = 0) -> None:
        shape = f'#rect(width: {w}pt, height: {h}pt, fill: rgb("{fill}"), stroke: none, radius: {radius}pt)'
        self.items.append(f"#place(top + left, dx: {x}pt, dy: {y}pt)[{shape}]")

    def circle(self, cx: float, cy: float, r: float, fill: str = "#0b4f6c") -> None:
        shape = f'#circle(radius: {r}pt, fill: rgb("{fill}"), stroke: none)'
        self.items.append(f"#place(top + left, dx: {cx - r}pt, dy: {cy - r}pt)[{shape}]")

    def draw(self, value: str, unit: str, label: str, *group: str, period: str | None = None) -> None:
        self.drawn.append(Drawn(value.replace(".", "").replace(",", "."), unit, label, group, period))

    def count(self, low: int = 3, high: int = 9000) -> str:
        """A count as Danes print it."""
        return danish(self.rng.randint(low, high))

    def pick(self, pool: list[str], k: int) -> list[str]:
        return self.rng.sample(pool, k)

    def title(self) -> None:
        self.text(36, 26, f"Almene boliger i {self.place} Kommune", 20, bold=True)
        self.text(36, 54, f"Kommuneark {self.year}", 11)


def danish(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _escaped(words: str) -> str:
    return "".join("\\" + c if c in "#$*_@<>[]`~=\\" else c for c in words)


def labels_first(s: Sheet) -> None:
    """Tiles: label at the top, the number below it, its unit beside it."""
    s.title()
    for i, label in enumerate(s.pick(COUNTS, 6)):
        x, y = 36 + (i % 3) * 178, 90 + (i // 3) * 130
        s.rect(x, y, 165, 110, radius=6)
        s.text(x + 10, y + 10, label, 10, width=140)
        value = s.count()
        s.text(x + 14, y + 52, value, 26, bold=True)
        s.draw(value, "", label)
    for i, (label, unit) in enumerate(
        [("Huslejeomsætning i almene afdelinger", "mio. kr."), ("Andel af boligmassen", "pct.")]
    ):
        x, value = 36 + i * 268, str(s.rng.randint(11, 99))
        s.rect(x, 360, 255, 90, radius=6)
        s.text(x + 10, 370, label, 10)
        s.text(x + 14, 400, value, 26, bold=True)
        s.text(x + 70, 410, unit, 13)
        s.draw(value, unit, label)


def shuffled(s: Sheet) -> None:
    """Sentence tiles and rows of circles, their parts in any order in the file."""
    s.title()
    year = s.year - 1
    for row, head in enumerate([f"Boliger i {s.year}", f"Igangsatte byggerier {year - 2}-{year}"]):
        y = 90 + row * 130
        s.rect(36, y, 523, 118)
        s.text(50, y + 8, head, 12, bold=True)
        for i, label in enumerate(s.pick(COUNTS[:6], 4)):
            cx, value = 110 + i * 125, s.count(0, 5000)
            s.circle(cx, y + 60, 26)
            s.text(cx - 40, y + 53, value, 14, width=80, align="center", bold=True, fill="#ffffff")
            s.text(cx - 55, y + 92, label, 9, width=110, align="center")
            s.draw(value, "", label, head, period=str(s.year) if not row else f"{year - 2}-{year}")
    tiles = [
        ("Almene boliger udgør", "pct.", f"af boligmassen i kommunen ({s.year}).", str(s.year)),
        ("Der blev i alt renoveret for", "mio. kr.", f"i {year}.", str(year)),
        ("Fraflytningsprocenten i familieboliger var på", "pct.", f"i {year}.", str(year)),
    ]
    for i, (lead, unit, tail, period) in enumerate(tiles):
        x, value = 36 + i * 178, str(s.rng.randint(4, 97))
        s.rect(x, 380, 165, 120, "#f4ead0")
        s.text(x + 8, 388, lead, 9.5, width=150)
        s.text(x + 12, 432, value, 24, bold=True)
        s.text(x + 60, 438, unit, 12)
        s.text(x + 60, 456, tail, 8.5, width=100)
        s.draw(value, unit, lead, period=period)
    s.rng.shuffle(s.items)
    s.items.sort(key=lambda item: "#rect" not in item and "#circle" not in item)
    s.items.sort(key=lambda item: "#rect" not in item)


def bottom_up(s: Sheet) -> None:
    """Numbers over their labels, no areas; the file's order runs from the page's foot upwards."""
    s.title()
    for row in range(3):
        for i, label in enumerate(s.pick(COUNTS[row * 5 : row * 5 + 5], 3)):
            x, y, value = 50 + i * 180, 110 + row * 120, s.count()
            s.text(x, y, value, 24, bold=True)
            s.text(x, y + 32, label, 9.5, width=150)
            s.draw(value, "", label)
    s.items.reverse()


def column_chart(s: Sheet) -> None:
    """Columns of two series with a legend, the value over the column and the name below; and bars of one series."""
    s.title()
    head = "Husstandstyper i almene boliger"
    s.text(36, 90, head, 13, bold=True)
    colours = ["#0b4f6c", "#f2b134"]
    series = [f"{s.place} Kommune", "Hele landet"]
    for i, name in enumerate(series):
        s.rect(36 + i * 140, 116, 9, 9, colours[i])
        s.text(49 + i * 140, 115, name, 9)
    for i, label in enumerate(s.pick(SHARES, 4)):
        for k in range(2):
            share = s.rng.randint(5, 60)
            x, top = 60 + i * 125 + k * 34, 330 - share * 2.6
            s.rect(x, top, 28, share * 2.6, colours[k])
            s.text(x - 6, top - 13, f"{share} pct.", 8.5, width=40, align="center")
            s.draw(str(share), "pct.", label, series[k])
        s.text(60 + i * 125 - 25, 335, label, 9, width=112, align="center")
    head = f"Boliger efter type, {s.year}"
    s.text(36, 400, head, 13, bold=True)
    for i, label in enumerate(s.pick(COUNTS[:5], 4)):
        value = s.rng.randint(40, 2400)
        s.text(36, 430 + i * 26, label, 9.5, width=110, align="right")
        s.rect(152, 429 + i * 26, value / 8, 14, "#7d8f99")
        s.text(152 + value / 8 + 5, 431 + i * 26, danish(value), 9)
        s.draw(danish(value), "", label, head, period=str(s.year))


def table(s: Sheet) -> None:
    """A table under a row of years, with marks of notes, missing values and units in the rows; and one by place."""
    s.title()
    years = [s.year - 3, s.year - 2, s.year - 1]
    s.text(36, 90, "Udviklingen i kommunen", 13, bold=True)
    s.text(36, 118, "Nøgletal", 9.5, bold=True)
    for k, year in enumerate(years):
        s.text(290 + k * 90, 118, str(year), 9.5, width=70, align="right", bold=True)
    rows = [(label, "") for label in s.pick(COUNTS, 5)] + [
        ("Husleje (kr. pr. m²)", "kr. pr. m²"),
        ("Flyttede, pct.", "pct."),
    ]
    for i, (label, unit) in enumerate(rows):
        y = 136 + i * 18
        s.text(36, y, label, 9.5)
        for k, year in enumerate(years):
            missing = s.rng.random() < 0.2
            number = (
                s.rng.randint(700, 990) if "pr." in unit else s.rng.randint(3, 40) if unit else s.rng.randint(2, 8000)
            )
            value = s.rng.choice(["–", "..", "n/a"]) if missing else danish(number)
            s.text(290 + k * 90, y, value, 9.5, width=70, align="right")
            if not missing and s.rng.random() < 0.15:
                s.text(361 + k * 90, y - 1, "1", 5.5)
            if not missing:
                s.draw(value, unit, label.split(" (")[0].split(",")[0], period=str(year))
    s.text(36, 270, "1) Foreløbige tal. – betyder, at tallet ikke findes. Kilde: Egne beregninger.", 7)
    head = f"Sammenligning {s.year} (andel i pct.)"
    s.text(36, 310, head, 13, bold=True)
    for k, column in enumerate(["Kommunen", "Hele landet"]):
        s.text(250 + k * 110, 336, column, 9.5, width=90, align="right", bold=True)
    for i, label in enumerate(s.pick(SHARES, 4)):
        s.text(36, 354 + i * 17, label, 9.5)
        for k, column in enumerate(["Kommunen", "Hele landet"]):
            value = str(s.rng.randint(3, 70))
            s.text(250 + k * 110, 354 + i * 17, value, 9.5, width=90, align="right")
            s.draw(value, "pct.", label, column, period=str(s.year))


def circle_grid(s: Sheet) -> None:
    """Nine circles in a grid without areas around them, the label under each; a stacked bar by age."""
    s.title()
    for i, label in enumerate(s.pick(COUNTS, 9)):
        cx, cy, value = 110 + (i % 3) * 185, 130 + (i // 3) * 110, s.count()
        s.circle(cx, cy, 30, "#7a1f5c")
        s.text(cx - 40, cy - 8, value, 16, width=80, align="center", bold=True, fill="#ffffff")
        s.text(cx - 75, cy + 36, label, 9.5, width=150, align="center")
        s.draw(value, "", label)
    s.text(36, 450, "Beboernes alder", 13, bold=True)
    parts = sorted(s.rng.sample(range(12, 88), 3))
    shares = [b - a for a, b in zip([0, *parts], [*parts, 100], strict=True)]
    x = 36.0
    for share, label, fill in zip(shares, AGES, ["#0b4f6c", "#f2b134", "#7d8f99", "#b8c4c9"], strict=True):
        width = max(share, 12) * 4.2
        s.rect(x, 478, width, 40, fill)
        s.text(x, 491, str(share), 12, width=width, align="center", bold=True)
        s.text(x, 522, label, 8, width=width, align="center")
        s.draw(str(share), "pct.", label, "Beboernes alder")
        x += width
    s.text(36, 540, f"Andel i pct. af beboerne, {s.year}", 7.5)


def icon_side(s: Sheet) -> None:
    """An icon, the number right of it, its label right of the number or under it."""
    s.title()
    beside = s.rng.random() < 0.5
    for i, label in enumerate(s.pick(COUNTS, 8)):
        x, y, value = 40 + (i % 2) * 275, 100 + (i // 2) * 85, s.count()
        s.rect(x, y, 34, 34, "#3c7a57", radius=17)
        s.text(x + 44, y + 6, value, 22, bold=True)
        if beside:
            s.text(x + 130, y + 8, label, 10, width=110)
        else:
            s.text(x + 44, y + 34, label, 10, width=180)
        s.draw(value, "", label)


def leaders(s: Sheet) -> None:
    """Lists of label … value with the unit after it, in two columns; three stacked bars with a legend."""
    s.title()
    for side in range(2):
        x = 36 + side * 275
        s.text(x, 92, ["Boliger og beboere", "Økonomi og drift"][side], 13, bold=True)
        pool = (
            s.pick(COUNTS, 6)
            if not side
            else ["Samlet husleje", "Henlæggelser", "Vedligeholdelse", "Fælles el", "Energibesparelse"]
        )
        units = [""] * 6 if not side else ["mio. kr.", "mio. kr.", "mio. kr.", "MWh", "pct."]
        for i, (label, unit) in enumerate(zip(pool, units, strict=True)):
            value = s.count(2, 95 if unit == "pct." else 4000)
            s.text(x, 118 + i * 20, label, 10)
            s.text(x + 150, 118 + i * 20, f"{value} {unit}".strip(), 10, width=95, align="right", bold=True)
            s.draw(value, unit, label)
    s.text(36, 280, "Ejerformer fordelt på alder, pct.", 13, bold=True)
    names, fills = ["Lejere", "Ejere", "Andelshavere"], ["#0b4f6c", "#f2b134", "#7d8f99"]
    for k, name in enumerate(names):
        s.rect(36 + k * 110, 306, 9, 9, fills[k])
        s.text(49 + k * 110, 305, name, 9)
    for i, label in enumerate(["Unge under 30 år", "Voksne", "Seniorer"]):
        first = s.rng.randint(15, 60)
        second = s.rng.randint(12, 84 - first)
        x = 150.0
        s.text(30, 335 + i * 34, label, 9.5, width=112, align="right")
        for k, share in enumerate([first, second, 100 - first - second]):
            s.rect(x, 330 + i * 34, share * 3.8, 22, fills[k])
            s.text(x, 336 + i * 34, str(share), 9, width=share * 3.8, align="center", bold=True)
            s.draw(str(share), "pct.", label, names[k])
            x += share * 3.8


def poster(s: Sheet) -> None:
    """Labels left of big numbers, headed columns of small tiles, and a sentence with its number set large."""
    s.title()
    for column, head in enumerate([f"Status {s.year}", f"Plan {s.year + 1}-{s.year + 4}"]):
        x = 36 + column * 272
        s.rect(x, 90, 256, 210, "#eef3e6")
        s.text(x + 12, 98, head, 14, bold=True)
        for i, label in enumerate(s.pick(COUNTS[:8], 4)):
            value = s.count(2, 7000)
            s.text(x + 12, 134 + i * 40, label, 10, width=120)
            s.text(x + 150, 128 + i * 40, value, 22, width=90, align="right", bold=True)
            s.draw(value, "", label, head, period=str(s.year) if not column else f"{s.year + 1}-{s.year + 4}")
    value = str(s.rng.randint(12, 480))
    s.rect(36, 330, 523, 90, "#0b4f6c")
    s.text(52, 340, f"I {s.year - 1} brugte boligorganisationerne", 12, fill="#ffffff")
    s.text(52, 360, value, 30, bold=True, fill="#ffffff")
    s.text(130, 372, "mio. kr.", 14, bold=True, fill="#ffffff")
    s.text(200, 374, "på grønne gårdrum og nye affaldsøer", 11, fill="#ffffff")
    s.draw(value, "mio. kr.", "grønne gårdrum", period=str(s.year - 1))


def bands(s: Sheet) -> None:
    """Bands with the label left, the number and its counted word right; a table whose rows are years; upright stacks."""  # noqa: E501
    s.title()
    for i, (label, unit) in enumerate([("Nye lejekontrakter i kommunen", "udlejninger"), ("Fik bolig ved anvisning", "husstande"), ("Deltog i beboermøder", "beboere")]):  # fmt: skip  # noqa: E501
        y, value = 86 + i * 62, s.count(40, 6000)
        s.rect(36, y, 523, 54, ["#f2b134", "#e8f1f5", "#f4ead0"][i], radius=4)
        s.text(50, y + 18, label, 12, width=260)
        s.text(380, y + 6, value, 22, width=120, align="center", bold=True)
        s.text(380, y + 34, unit, 9, width=120, align="center")
        s.draw(value, unit, label)
    s.text(36, 292, "Udlejning i kommunen", 13, bold=True)
    columns = ["Genudlejninger", "Nyudlejninger", "Ventetid (måneder)"]
    s.text(36, 316, "År", 9.5, bold=True)
    for k, column in enumerate(columns):
        s.text(110 + k * 125, 316, column, 9.5, width=110, align="right", bold=True)
    for i in range(4):
        s.text(36, 334 + i * 17, str(s.year - 4 + i), 9.5)
        for k, column in enumerate(columns):
            value = s.count(2, 30 if k == 2 else 3000)
            s.text(110 + k * 125, 334 + i * 17, value, 9.5, width=110, align="right")
            s.draw(value, "", column.split(" (")[0], period=str(s.year - 4 + i))
    s.text(36, 430, "Boligmassen efter ejerform, pct.", 13, bold=True)
    names, fills = ["Almene", "Private", "Andele"], ["#0b4f6c", "#f2b134", "#7d8f99"]
    for k, name in enumerate(names):
        s.rect(36 + k * 110, 456, 9, 9, fills[k])
        s.text(49 + k * 110, 455, name, 9)
    for i, label in enumerate([s.place, "Regionen", "Hele landet"]):
        first = s.rng.randint(15, 50)
        second = s.rng.randint(15, 84 - first)
        y = 700.0
        for k, share in enumerate([first, second, 100 - first - second]):
            y -= share * 2.1
            s.rect(70 + i * 150, y, 70, share * 2.1, fills[k])
            s.text(70 + i * 150, y + share * 1.05 - 6, str(share), 10, width=70, align="center", bold=True)
            s.draw(str(share), "pct.", names[k], label)
        s.text(50 + i * 150, 706, label, 9.5, width=110, align="center")


def mixed(s: Sheet) -> None:
    """Tiles of one number with heading, label and unit each in its own size, beside running text that holds numbers too."""  # noqa: E501
    s.title()
    for i, (head, label, unit) in enumerate(
        [("Økonomi", "i samlet husleje om året", "mio. kr."), ("Flytninger", "af lejerne flyttede", "pct."), ("Energi", "brugt pr. bolig", "kWh")]  # noqa: E501
    ):  # fmt: skip
        x, value = 36 + i * 178, str(s.rng.randint(11, 99))
        s.rect(x, 86, 165, 120, "#f7f2e8", radius=8)
        s.text(x + 10, 94, head, 13, bold=True)
        s.text(x + 10, 118, value, 30, bold=True)
        s.text(x + 60, 132, unit, 12)
        s.text(x + 10, 164, label, 10, width=140)
        s.draw(value, unit, label, head)
    said = s.rng.randint(20, 90)
    s.text(36, 230, f"Beboerne har i {s.year - 1} holdt {said} fællesspisninger, og det er med til at skabe tryghed i alle boligområder i kommunen og omegnen.", 10, width=240)  # fmt: skip  # noqa: E501
    s.draw(str(said), "fællesspisninger", "fællesspisninger", period=str(s.year - 1))
    s.text(310, 230, "Boliger efter størrelse", 13, bold=True)
    for i, label in enumerate(["Under 50 m²", "50-75 m²", "76-100 m²", "Over 100 m²"]):
        value = s.count(20, 3000)
        s.text(310, 254 + i * 18, label, 10)
        s.text(450, 254 + i * 18, value, 10, width=60, align="right", bold=True)
        s.draw(value, "", label, "Boliger efter størrelse")
    for i, label in enumerate(s.pick(COUNTS, 4)):
        cx, value = 100 + i * 130, s.count()
        s.text(cx - 60, 360, label, 9, width=120, align="center")
        s.circle(cx, 415, 28, "#3c7a57")
        s.text(cx - 40, 408, value, 14, width=80, align="center", bold=True, fill="#ffffff")
        s.draw(value, "", label)


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    layout.__name__: layout
    for layout in (
        labels_first,
        shuffled,
        bottom_up,
        column_chart,
        table,
        circle_grid,
        icon_side,
        leaders,
        poster,
        bands,
        mixed,
    )
}
HELD_BACK = ("leaders", "poster")
"""Written before the reader was tuned and first measured when it was done."""


def make_sheet(layout: str, seed: int, folder: Path) -> tuple[Path, list[Drawn]]:
    """Draws one sheet as a PDF and says what stands on it."""
    rng = random.Random(f"{layout}-{seed}")
    sheet = Sheet(rng, rng.choice(PLACES), rng.randint(2023, 2026), rng.choice(FONTS))
    LAYOUTS[layout](sheet)
    source = (
        "#set page(width: 595pt, height: 842pt, margin: 0pt)\n"
        f'#set text(font: "{sheet.font}", lang: "da", hyphenate: false)\n#set par(leading: 0.4em)\n'
        + "\n".join(sheet.items)
    )
    path = folder / f"ark-{layout}-{seed}.pdf"
    typst.Compiler(source.encode(), ignore_system_fonts=True).compile(output=path, format="pdf")
    return path, sheet.drawn


def fits(figure: Figure, drawn: Drawn) -> bool:
    """Whether a read figure says what was drawn."""
    named = f"{figure.label} {figure.group or ''}".casefold()
    return (
        figure.value == drawn.value
        and (not drawn.unit or figure.unit == drawn.unit)
        and drawn.label.casefold() in figure.label.casefold()
        and all(word.casefold() in named for word in drawn.group)
        and (drawn.period is None or figure.period == drawn.period)
    )
