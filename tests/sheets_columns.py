"""Made sheets put together from parts: charts, tables and tiles of any kind in any column, each under its own heading, which may carry unit and year itself, in the line below it, or in a note under the part."""  # noqa: E501

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish

COLOURS = ["#0b4f6c", "#f2b134", "#3c7a57", "#7a1f5c"]
HEAT = ["Fjernvarme", "Varmepumpe", "Naturgas", "Andet"]
PARTS_OF_TOWN = ["Nordbyen", "Engparken", "Kildevæld", "Bakkegården", "Havnekvarteret"]
HOUSEHOLDS = ["1 person", "2 personer", "3 personer", "4 eller flere"]


@dataclass
class Place:
    """Where a part stands and what its heading and notes say."""

    x: float
    y: float
    w: float
    head: str
    unit: str
    """Of its bare numbers: told by heading or note."""
    year: str
    after: str = ""
    """A note under the part."""


Part: TypeAlias = Callable[[Sheet, Place], float]
"""Draws a part under its heading and gives its height."""


def bars(s: Sheet, p: Place) -> float:
    """Bars to the right, names left of them."""
    for i, label in enumerate(s.pick(SHARES, 4)):
        value = s.rng.randint(6, 60)
        s.text(p.x, p.y + i * 18 + 2, label, 8, width=88, align="right")
        s.rect(p.x + 94, p.y + i * 18, value * (p.w - 130) / 60, 12, COLOURS[0])
        s.text(p.x + 98 + value * (p.w - 130) / 60, p.y + i * 18 + 2, str(value), 8, bold=True)
        s.draw(str(value), p.unit, label, p.head, period=p.year)
    return 4 * 18


def columns(s: Sheet, p: Place) -> float:
    """Columns over years."""
    last = int(p.year)
    for i in range(4):
        value, step = s.rng.randint(20, 95), p.w / 4
        x = p.x + i * step
        s.rect(x + 4, p.y + 14 + 95 - value, step - 12, value, COLOURS[2])
        s.text(x, p.y + 2 + 95 - value, str(value), 9, width=step - 4, align="center", bold=True)
        s.text(x, p.y + 113, str(last - 3 + i), 8, width=step - 4, align="center")
        s.draw(str(value), p.unit, p.head, period=str(last - 3 + i))
    return 125


def households(s: Sheet, p: Place) -> float:
    """Two columns for each class of size, the key right of them or over them."""
    series, step = [f"{s.place} Kommune", "Hele landet"], (p.w - 10) / 4
    for k, name in enumerate(series):
        s.rect(p.x + k * 100, p.y, 7, 7, COLOURS[k])
        s.text(p.x + 10 + k * 100, p.y - 1, name, 7.5)
    for i, label in enumerate(HOUSEHOLDS):
        for k, name in enumerate(series):
            value, wide = s.rng.randint(6, 60), step * 0.36
            x = p.x + 4 + i * step + k * wide
            s.rect(x, p.y + 90 - value, wide - 2, value, COLOURS[k])
            s.text(x - 4, p.y + 80 - value, str(value), 7.5, width=wide + 6, align="center")
            s.draw(str(value), p.unit, label, name, period=p.year, national=bool(k))
        s.text(p.x + i * step, p.y + 94, label, 7.5, width=step * 0.8, align="center")
    return 106


def ring(s: Sheet, p: Place) -> float:
    """A ring whose names stand around it, each over its share."""
    cuts = sorted(s.rng.sample(range(14, 88, 8), 3))
    begin, cx, cy = 0.0, p.x + p.w / 2, p.y + 72
    for k, (label, share) in enumerate(zip(HEAT, [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)], strict=True)):  # fmt: skip  # noqa: E501
        s.piece(cx, cy, 20, 38, begin / 100, (begin + share) / 100, COLOURS[k])
        x, y = s.around(cx, cy, 56, (begin + share / 2) / 100)
        s.text(x - 35, y - 11, label, 7.5, width=70, align="center")
        s.text(x - 35, y - 1, str(share), 8.5, width=70, align="center", bold=True)
        s.draw(str(share), p.unit, label, p.head, period=p.year)
        begin += share
    return 145


def stacks(s: Sheet, p: Place) -> float:
    """Lying stacks of two places with their key under them."""
    for r, name in enumerate([f"{s.place} Kommune", "Hele landet"]):
        cuts, x = sorted(s.rng.sample(range(18, 84, 8), 3)), p.x + 76.0
        s.text(p.x, p.y + r * 26 + 5, name, 7.5, width=72, align="right")
        for k, (label, share) in enumerate(zip(AGES, [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)], strict=True)):  # fmt: skip  # noqa: E501
            long = (p.w - 78) * share / 100
            s.rect(x, p.y + r * 26, long, 18, COLOURS[k])
            s.text(x, p.y + r * 26 + 5, str(share), 8, width=long, align="center", fill="#ffffff")
            s.draw(str(share), p.unit, label, name, period=p.year, national=bool(r))
            x += long
    for k, label in enumerate(AGES):
        s.rect(p.x + k * p.w / 4, p.y + 56, 7, 7, COLOURS[k])
        s.text(p.x + 9 + k * p.w / 4, p.y + 56, label, 7)
    return 66


def table(s: Sheet, p: Place) -> float:
    """Rows of places under heads of measures, missing cells among them."""
    heads, step = ["Lejemål", "Flyttede"], min(80.0, (p.w - 76) / 2)
    for k, name in enumerate(heads):
        s.text(p.x + p.w - (2 - k) * step, p.y, name, 7.5, width=step - 4, align="right", bold=True)
    for i, label in enumerate(s.pick(PARTS_OF_TOWN, 4)):
        s.text(p.x, p.y + 15 + i * 15, label, 8)
        for k, name in enumerate(heads):
            value = danish(s.rng.randint(11, 2400))
            printed = value if s.rng.random() < 0.85 else s.rng.choice(["..", "–"])
            s.text(p.x + p.w - (2 - k) * step, p.y + 15 + i * 15, printed, 8, width=step - 6, align="right")
            if printed == value:
                s.draw(value, "", label, name, period=p.year)
    return 78


def leaders(s: Sheet, p: Place) -> float:
    """Names at the left edge of rows, values at the right edge."""
    for i, label in enumerate(s.pick(COUNTS[:8], 3)):
        value = s.count(3, 6000)
        s.rect(p.x, p.y + i * 28, p.w, 23, "#e8f1f5", radius=3)
        s.text(p.x + 8, p.y + 7 + i * 28, label, 8)
        s.text(p.x, p.y + 5 + i * 28, value, 12, width=p.w - 8, align="right", bold=True)
        s.draw(value, "", label, p.head, period=p.year)
    return 84


def circles(s: Sheet, p: Place) -> float:
    """A row of circles with their names under them."""
    for i, label in enumerate(COUNTS[:3]):
        step, value = p.w / 3, s.count(0, 900)
        s.circle(p.x + (i + 0.5) * step, p.y + 20, 20, COLOURS[3])
        s.text(p.x + i * step, p.y + 14, value, 11, width=step, align="center", bold=True, fill="#ffffff")
        s.text(p.x + i * step, p.y + 44, label, 7, width=step, align="center")
        s.draw(value, "", label, p.head, period=p.year)
    return 56


SHARE_PARTS: list[tuple[str, Part]] = [("Familietyper i boligerne", bars), ("Husstandes størrelse", households), ("Opvarmning", ring), ("Alder", stacks)]  # fmt: skip  # noqa: E501
MONEY_PARTS: list[tuple[str, Part]] = [("Støttede renoveringer", columns), ("Vedligehold af tage", columns)]
COUNT_PARTS: list[tuple[str, Part]] = [("Udlejning i boligområderne", table), ("Almene boliger", leaders), ("Igangsatte byggerier", circles), ("Boligområder i tal", table)]  # fmt: skip  # noqa: E501


def put(s: Sheet, x: float, y: float, w: float, kind: int, part: tuple[str, Part]) -> float:
    """A heading, its part and its notes at a place; gives how high they are. `kind` is 0 shares, 1 money, 2 counts."""
    head, draw = part
    year = str(s.year - s.rng.randint(1, 2))
    unit = ("pct.", "mio. kr.", "")[kind]
    ways = ("head", "under", "bracket") if kind < 2 else ("year", "after", "none", "under")
    how, said = s.rng.choice(ways), head
    p = Place(x, y + 22, w, head, unit, year)
    if how == "head":
        said = f"{head}, {unit} {year}"
    elif how == "bracket":
        said = f"{head} i {year} ({unit})"
    elif how == "year":
        said = f"{head} i {year}"
    s.text(x, y, said, 11 if w > 170 else 9.5, bold=True, fill="#0b4f6c")
    if how == "under":
        s.text(
            x,
            y + 15,
            {0: f"Andel i pct. af beboerne, {year}", 1: f"Mio. kr. i kommunen, {year}", 2: f"Opgjort {year}"}[kind],
            7,
        )
        p.y += 12
    if how == "none":
        p.year = str(s.year)
    height = draw(s, p) + p.y - y
    if how == "after":
        s.text(x, y + height + 5, f"Tal for {year}. .. = ikke oplyst.", 6.5)
        height += 16
    return height


def deal(s: Sheet, *kinds: list[tuple[str, Part]]) -> list[tuple[int, tuple[str, Part]]]:
    """The parts of a page in any order, each with the number of its kind."""
    every = [(k, part) for k, parts in enumerate(kinds) for part in parts]
    s.rng.shuffle(every)
    return every


def _deal(s: Sheet) -> list[tuple[int, tuple[str, Part]]]:
    return deal(s, SHARE_PARTS, MONEY_PARTS, COUNT_PARTS)


def two_columns(s: Sheet) -> None:
    """Two columns of parts whose headings stand at heights of their own."""
    s.title()
    every = _deal(s)
    for k in range(2):
        y = 90.0 + s.rng.choice([0, 0, 14])
        for kind, part in every[k * 4 : k * 4 + 4]:
            y += put(s, 36 + k * 274, y, 246, kind, part) + s.rng.randint(22, 40)


def mixed_rows(s: Sheet) -> None:
    """Rows of one part over the whole width and of two or three beside each other, each row's headings on one line."""
    s.title()
    every, y = _deal(s), 90.0
    while every and y < 640:
        many = min(len(every), s.rng.choice([1, 2, 2, 3]))
        w = (523 - 26 * (many - 1)) / many
        tall = [put(s, 36 + i * (w + 26), y, w, *every.pop()) for i in range(many)]
        y += max(tall) + s.rng.randint(22, 36)


def beside_cards(s: Sheet) -> None:
    """A column of parts, and right or left of it cards that tell their own number, from above the first heading on."""
    s.title()
    right = s.rng.random() < 0.5
    x, cards = (36, 372) if right else (250, 36)
    y = 92.0
    for kind, part in _deal(s)[:4]:
        y += put(s, x, y, 310, kind, part) + s.rng.randint(20, 34)
    for i, (label, after, unit) in enumerate([("Fraflytningen i boligerne var", "i kommunen", "pct."), ("Husleje i familieboliger", "", "kr. pr. m²"), ("Nye lejekontrakter", "", ""), ("Lærlinge på byggesager", "", ""), ("Boligerne udgør", "af boligmassen", "pct.")]):  # fmt: skip  # noqa: E501
        top, value = 84 + i * 96, str(s.rng.randint(11, 99))
        s.rect(cards, top, 188, 84, "#eef3e6", radius=5)
        s.text(cards + 10, top + 10, label, 8.5, width=110)
        if after:
            s.text(cards + 10, top + 58, after, 8.5, width=110)
        s.circle(cards + 152, top + 36, 22, COLOURS[i % 4])
        s.text(cards + 130, top + 28, value, 14, width=44, align="center", bold=True, fill="#ffffff")
        s.text(cards + 130, top + 66, unit, 7.5, width=44, align="center", bold=True)
        s.draw(value, unit, label, period=str(s.year))


def circle_table(s: Sheet) -> None:
    """Rows of circles: names at the left, the columns' headings over them with years of their own."""
    s.title()
    s.text(36, 92, "Boliger og byggeri", 13, bold=True)
    heads = [("Almene boliger i", str(s.year)), ("Igangsatte byggerier i perioden", f"{s.year - 3}-{s.year - 1}")]
    far = s.rng.choice([150, 230])
    for k, (head, when) in enumerate(heads):
        s.text(far + k * 150, 118, f"{head} {when}", 8.5, width=100, align=s.rng.choice(["left", "center"]), bold=True)
    for i, label in enumerate(s.pick(COUNTS[:6], 3)):
        y = 160 + i * 58
        s.text(36, y + 20, label, 9.5)
        for k, (head, when) in enumerate(heads):
            value = s.count(0, 5000)
            s.circle(far + 50 + k * 150, y + 25, 24, COLOURS[k * 3])
            s.text(far + k * 150, y + 18, value, 13, width=100, align="center", bold=True, fill="#ffffff")
            s.draw(value, "", label, head, period=when)
        s.rect(36, y + 55, 480, 0.5, "#999999")


def two_levels(s: Sheet) -> None:
    """Columns whose names stand on two levels: places under the columns, the class once under each two of them."""
    s.title()
    head = f"Husstande i boligerne, pct. {s.year - 1}"
    s.text(36, 90, head, 12, bold=True)
    names = [s.place, "Landet"] if s.rng.random() < 0.5 else [str(s.year - 5), str(s.year - 1)]
    for i, label in enumerate(s.pick(SHARES, 4)):
        for k, name in enumerate(names):
            value, x = s.rng.randint(10, 60), 50 + i * 125 + k * 46
            s.rect(x, 260 - 2 * value, 38, 2 * value, COLOURS[k])
            s.text(x - 4, 248 - 2 * value, str(value), 8.5, width=46, align="center", bold=True)
            s.text(x - 6, 264, name, 7, width=50, align="center")
            s.draw(
                value=str(value),
                unit="pct.",
                label=label,
                period=name if name.isdigit() else str(s.year - 1),
                national=name == "Landet",
            )
        s.text(46 + i * 125, 278, label, 8.5, width=92, align="center", bold=True)


def particles(s: Sheet) -> None:
    """Cards whose sentence reads on through number and unit and ends in a small word of its verb."""
    s.title()
    cards = [("På tagene er der siden 2020 sat", "solcelleanlæg", "op."), ("Kommunen har i år lagt", "sager", "frem."), ("I boligområderne er der bygget", "etager", "om.")]  # fmt: skip  # noqa: E501
    for i, (lead, noun, end) in enumerate(cards):
        x, value = 36 + i * 178, str(s.rng.randint(21, 98))
        s.rect(x, 90, 165, 120, "#f7f2e8", radius=8)
        s.text(x + 10, 100, lead, 9, width=140)
        s.text(x + 10, 132, value, 28, width=145, align="center", bold=True)
        s.text(x + 10, 180, f"{noun} {end}", 9, width=145, align="center", bold=True)
        s.draw(value, noun, lead)


def said_in_cards(s: Sheet) -> None:
    """Cards that are one sentence each, its number and unit set large in the middle of the words."""
    s.title()
    head = f"Kort fortalt om {s.year - 1}"
    s.text(36, 90, head, 12, bold=True)
    cards = [
        ("", "pct.", "af lejerne er flyttet ind i løbet af året."),
        ("Boligorganisationerne ansatte", "lærlinge", "på de store byggesager i byen."),
        ("En typisk lejer af to rum betalte", "kr. pr. måned", ""),
        ("Beboerne lagde", "timer", "i det frivillige arbejde i klubberne."),
        ("På listen over ansøgere stod", "personer", "ved årets udgang."),
        ("Afdelingerne brugte tilsammen", "mio. kr.", "på at skifte vinduer."),
    ]
    s.rng.shuffle(cards)
    large = s.rng.choice([14, 16, 19])
    for i, (lead, unit, rest) in enumerate(cards):
        x, y, value = 36 + (i % 2) * 270, 112 + (i // 2) * 110, str(s.rng.randint(11, 98))
        s.rect(x, y, 252, 98, "#f7eceb")
        first = s.rng.choice(["Knap ", "Godt ", "Omkring "]) if not lead else f"{lead} "
        parts = [(first, 10.0), (f"{value} {unit}", large), (f" {rest}" if rest else ".", 10.0)]
        s.sentence(x + 12, y + 12, 228, parts, s.rng.choice([0.4, 0.7]))
        s.draw(value, unit, lead or rest.rstrip("."), head, period=str(s.year - 1))


LAYOUTS = (two_columns, mixed_rows, beside_cards, circle_table, two_levels, particles, said_in_cards)
