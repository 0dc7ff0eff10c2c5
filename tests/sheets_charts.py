"""Made sheets of bars, columns, stacks, tables and lists."""

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish


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


LAYOUTS = (column_chart, table, circle_grid, leaders, bands)
