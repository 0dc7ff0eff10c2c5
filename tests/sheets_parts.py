"""More parts for made sheets: tracks, strips, comparisons, points, stacks with sums, heads in two rows, callouts; headings in bands, centred, over a rule or at the left."""  # noqa: E501

from tests.sheets_columns import COLOURS, PARTS_OF_TOWN, Part, Place, deal
from tests.sheets_draw import COUNTS, SHARES, Sheet, danish


def tracks(s: Sheet, p: Place) -> float:
    """Bars on pale tracks: the name over each at the left, the share over its right end."""
    for i, label in enumerate(s.pick(SHARES, 4)):
        value = s.rng.randint(6, 94)
        s.text(p.x, p.y + i * 25, label, 8)
        s.text(p.x, p.y + i * 25, str(value), 8.5, width=p.w, align="right", bold=True)
        s.rect(p.x, p.y + 12 + i * 25, p.w, 6, "#e3e8ea", radius=3)
        s.rect(p.x, p.y + 12 + i * 25, p.w * value / 100, 6, COLOURS[0], radius=3)
        s.draw(str(value), p.unit, label, p.head, period=p.year)
    return 98


def strip(s: Sheet, p: Place) -> float:
    """Three numbers side by side with upright rules between them, names under them."""
    for i, label in enumerate(s.pick(COUNTS[:8], 3)):
        step, value = p.w / 3, s.count(3, 6000)
        if i:
            s.rect(p.x + i * step - 2, p.y, 0.6, 40, "#999999")
        s.text(p.x + i * step + 4, p.y, value, 15, bold=True)
        s.text(p.x + i * step + 4, p.y + 20, label, 7, width=step - 10)
        s.draw(value, "", label, p.head, period=p.year)
    return 44


def compared(s: Sheet, p: Place) -> float:
    """Rows of one number for the place and, smaller behind it, the country's."""
    for i, label in enumerate(s.pick(SHARES, 3)):
        own, all_ = s.rng.randint(6, 94), s.rng.randint(6, 94)
        s.text(p.x, p.y + 4 + i * 32, label, 8, width=84)
        s.text(p.x + 88, p.y + i * 32, str(own), 17, bold=True)
        s.text(p.x + 116, p.y + 7 + i * 32, f"Hele landet: {all_}", 7)
        s.draw(str(own), p.unit, label, p.head, period=p.year)
        s.draw(str(all_), p.unit, label, period=p.year, national=True)
    return 92


def line(s: Sheet, p: Place) -> float:
    """One line over years with a value over each point."""
    values, step = [s.rng.randint(20, 90) for _ in range(5)], p.w / 5
    points = [(p.x + (i + 0.5) * step, p.y + 104 - v) for i, v in enumerate(values)]
    s.line(points, COLOURS[0])
    for i, (value, (x, y)) in enumerate(zip(values, points, strict=True)):
        s.circle(x, y, 2.5, COLOURS[0])
        s.text(x - 16, y - 13, str(value), 8, width=32, align="center", bold=True)
        s.text(x - 16, p.y + 112, str(int(p.year) - 4 + i), 7.5, width=32, align="center")
        s.draw(str(value), p.unit, p.head, period=str(int(p.year) - 4 + i))
    return 124


def summed(s: Sheet, p: Place) -> float:
    """Upright stacks of two kinds over years, key over them, the sum over each stack."""
    names, step = ["Renovering", "Nybyggeri"], p.w / 4
    for k, name in enumerate(names):
        s.rect(p.x + k * 84, p.y, 7, 7, COLOURS[k])
        s.text(p.x + 10 + k * 84, p.y - 1, name, 7.5)
    for i in range(4):
        year, foot, whole = str(int(p.year) - 3 + i), p.y + 112.0, 0
        for k, name in enumerate(names):
            value = s.rng.randint(14, 38)
            foot -= value
            whole += value
            s.rect(p.x + i * step + 8, foot, step - 18, value, COLOURS[k])
            s.text(
                p.x + i * step + 8,
                foot + value / 2 - 4,
                str(value),
                7.5,
                width=step - 18,
                align="center",
                fill="#ffffff",
            )
            s.draw(str(value), p.unit, name, period=year)
        s.text(p.x + i * step + 8, foot - 12, str(whole), 8, width=step - 18, align="center", bold=True)
        s.draw(str(whole), p.unit, "I alt", period=year)
        s.text(p.x + i * step + 8, p.y + 116, year, 7.5, width=step - 18, align="center")
    return 128


def two_heads(s: Sheet, p: Place) -> float:
    """A table whose heads stand in two rows: years over "Kommune" and "Landet"."""
    if p.w < 200:
        return tracks(s, p)
    step = (p.w - 76) / 4
    years = [str(int(p.year) - 4), p.year]
    for k, year in enumerate(years):
        s.text(p.x + 76 + 2 * k * step, p.y, year, 8, width=2 * step, align="center", bold=True)
        for r, place in enumerate(["Kommunen", "Landet"]):
            s.text(p.x + 76 + (2 * k + r) * step, p.y + 13, place, 6.5, width=step - 2, align="right")
    for i, label in enumerate(s.pick(SHARES[:5], 4)):
        s.text(p.x, p.y + 28 + i * 14, label, 7.5)
        for k, year in enumerate(years):
            for r in range(2):
                value = str(s.rng.randint(4, 70))
                s.text(p.x + 76 + (2 * k + r) * step, p.y + 28 + i * 14, value, 7.5, width=step - 2, align="right")
                s.draw(value, p.unit, label, period=year, national=bool(r))
    return 86


def led(s: Sheet, p: Place) -> float:
    """Points of a list that begin with their number in bold: "1.204 boliger har fået nye tage"."""
    ends = ["boliger har fået nye tage", "beboere er med i en klub", "husstande deler en bil", "lejemål står tomme"]
    for i, words in enumerate(s.rng.sample(ends, 3)):
        value = s.count(12, 3000)
        s.circle(p.x + 3, p.y + 5 + i * 18, 2)
        s.sentence(p.x + 12, p.y + i * 18, p.w - 12, [(value, 11.5), (f" {words}", 8.5)])
        s.draw(value, words.split()[0], words.split(" ", 1)[1], period=p.year)
    return 56


def ranks(s: Sheet, p: Place) -> float:
    """Ranks in front of names, values at the right edge, thin rules between."""
    for i, label in enumerate(s.pick(PARTS_OF_TOWN, 4)):
        value = danish(s.rng.randint(11, 2400))
        s.text(p.x, p.y + i * 16, f"{i + 1}.", 8)
        s.text(p.x + 14, p.y + i * 16, label, 8)
        s.text(p.x, p.y + i * 16, value, 8, width=p.w, align="right", bold=True)
        s.rect(p.x, p.y + 12 + i * 16, p.w, 0.4, "#bbbbbb")
        s.draw(value, "", label, p.head, period=p.year)
    return 64


def before(s: Sheet, p: Place) -> float:
    """Cards of two whose small print tells the year before."""
    w = (p.w - 10) / 2
    for i, label in enumerate(s.pick(COUNTS[5:12], 2)):
        x, value, old = p.x + i * (w + 10), s.count(12, 900), s.count(12, 900)
        s.rect(x, p.y, w, 66, "#eef3e6", radius=4)
        s.text(x + 8, p.y + 7, value, 18, bold=True)
        s.text(x + 8, p.y + 29, label, 7.5, width=w - 12)
        s.text(x + 8, p.y + 52, f"{int(p.year) - 1}: {old}", 7)
        s.draw(value, "", label, p.head, period=p.year)
        s.draw(old, "", label, period=str(int(p.year) - 1))
    return 70


SHARE_PARTS: list[tuple[str, Part]] = [("Husstande i boligerne", tracks), ("Vi og landet", compared), ("Familier før og nu", two_heads)]  # fmt: skip  # noqa: E501
MONEY_PARTS: list[tuple[str, Part]] = [("Udgifter til vedligehold", line), ("Bygning og renovering", summed)]
COUNT_PARTS: list[tuple[str, Part]] = [("Det korte af det lange", strip), ("Største boligområder", ranks), ("Liv i afdelingerne", before), ("Godt at vide", led)]  # fmt: skip  # noqa: E501
STYLES = ("plain", "band", "rule", "centre")


def place(s: Sheet, x: float, y: float, w: float, kind: int, part: tuple[str, Part], style: str) -> float:
    """A heading in one of the styles, its part and notes."""
    head, draw = part
    year, unit = str(s.year - s.rng.randint(1, 2)), ("pct.", "mio. kr.", "")[kind]
    how = s.rng.choice(("head", "under", "bracket") if kind < 2 else ("year", "after", "none", "under"))
    told = {"head": f"{head}, {unit} {year}", "bracket": f"{head} i {year} ({unit})", "year": f"{head} i {year}"}
    p = Place(x, y + 24, w, head, unit, str(s.year) if how == "none" else year)
    if style == "band":
        s.rect(x, y - 4, w, 19, "#0b4f6c")
    fill = "#ffffff" if style == "band" else "#0b4f6c"
    shift = 7 if style == "band" else 0
    s.text(x + shift, y, told.get(how, head), 10 if w > 200 else 8, width=w - shift if style == "centre" else 0, align="center" if style == "centre" else "left", bold=True, fill=fill)  # fmt: skip  # noqa: E501
    if style == "rule":
        s.rect(x, y + 14, w, 0.8, "#0b4f6c")
    if how == "under":
        note = {0: f"Andel i pct. af husstandene, {year}", 1: f"Mio. kr. i alt, {year}", 2: f"Opgjort ultimo {year}"}[
            kind
        ]
        s.text(x, y + 18, note, 7, width=w if style == "centre" else 0, align="center" if style == "centre" else "left")
        p.y += 10
    height = draw(s, p) + p.y - y
    if how == "after":
        s.text(x, y + height + 5, f"Tallene er fra {year}.", 6.5)
        height += 16
    return height


def _deal(s: Sheet) -> list[tuple[int, tuple[str, Part]]]:
    return deal(s, SHARE_PARTS, MONEY_PARTS, COUNT_PARTS)


def more_columns(s: Sheet) -> None:
    """Two columns of such parts, all headings in one style."""
    s.title()
    every, style = _deal(s), s.rng.choice(STYLES)
    for k in range(2):
        y = 92.0
        for kind, part in every[k * 4 : k * 4 + 4]:
            y += place(s, 36 + k * 274, y, 246, kind, part, style) + s.rng.randint(22, 40)


def more_rows(s: Sheet) -> None:
    """Rows of such parts, one to three beside each other."""
    s.title()
    every, style, y = _deal(s), s.rng.choice(STYLES), 92.0
    while every and y < 640:
        many = min(len(every), s.rng.choice([1, 2, 2, 3]))
        w = (523 - 26 * (many - 1)) / many
        y += max(place(s, 36 + i * (w + 26), y, w, *every.pop(), style) for i in range(many)) + s.rng.randint(22, 36)


LAYOUTS = (more_columns, more_rows)
