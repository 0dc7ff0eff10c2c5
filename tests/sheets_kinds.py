"""Made sheets of kinds that were read wrongly at first sight: lines of several series, rings, turned names, sums."""

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish

COLOURS = ["#0b4f6c", "#f2b134", "#3c7a57", "#7a1f5c"]


def lines_by_legend(s: Sheet) -> None:
    """Two lines over five years, a value over each point, a legend of short strokes; an axis with ticks."""
    s.title()
    head = "Fraflytning i pct."
    s.text(36, 90, head, 13, bold=True)
    names = [f"{s.place} Kommune", "Hele landet"]
    for k, name in enumerate(names):
        s.line([(36 + k * 150, 120), (56 + k * 150, 120)], COLOURS[k])
        s.text(62 + k * 150, 115, name, 9)
    for k, low in enumerate((24, 8)):
        values = [s.rng.randint(low, low + 9) for _ in range(5)]
        points = [(90 + i * 100.0, 330 - v * 5.0) for i, v in enumerate(values)]
        s.line(points, COLOURS[k])
        for i, (value, (x, y)) in enumerate(zip(values, points, strict=True)):
            s.circle(x, y, 3, COLOURS[k])
            s.text(x - 20, y - 17, str(value), 9, width=40, align="center")
            s.draw(str(value), "pct.", head, names[k], period=str(s.year - 4 + i), national=bool(k))
    for i in range(5):
        s.text(70 + i * 100, 340, str(s.year - 4 + i), 9, width=40, align="center")


def lines_named_at_end(s: Sheet) -> None:
    """Three lines whose names stand right of their last points; values under the points of the lowest."""
    s.title()
    head = f"Ventetid i måneder efter boligtype, {s.year}"
    s.text(36, 90, head, 13, bold=True)
    quarters = ["1. kvartal", "2. kvartal", "3. kvartal", "4. kvartal"]
    for k, (low, name) in enumerate(((44, "Familieboliger"), (24, "Ældreboliger"), (4, "Ungdomsboliger"))):
        values = [s.rng.randint(low, low + 9) for _ in quarters]
        points = [(90 + i * 110.0, 360 - v * 4.0) for i, v in enumerate(values)]
        s.line(points, COLOURS[k])
        s.text(points[-1][0] + 12, points[-1][1] - 5, name, 9)
        for i, (value, (x, y)) in enumerate(zip(values, points, strict=True)):
            s.circle(x, y, 2.5, COLOURS[k])
            s.text(x - 20, y + 5 if k == 2 else y - 15, str(value), 8.5, width=40, align="center")
            s.draw(str(value), "måneder", quarters[i], name)
    for i, name in enumerate(quarters):
        s.text(60 + i * 110, 372, name, 9, width=60, align="center")


def ring_with_key(s: Sheet) -> None:
    """Rings with shares in white on their pieces and a legend of names beside; one of them a whole pie."""
    s.title()
    for i, head in enumerate(["Beboernes alder", "Husstande i boligerne"]):
        x, inner = 36 + i * 272, 30 * (1 - i)
        s.text(x, 90, head, 13, bold=True)
        pool = AGES if not i else s.pick(SHARES, 4)
        cuts = sorted(s.rng.sample(range(12, 88, 9), 3))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
        begin = 0.0
        for k, (label, share) in enumerate(zip(pool, shares, strict=True)):
            s.piece(x + 65, 190, inner, 62, begin / 100, (begin + share) / 100, COLOURS[k])
            turn = (begin + share / 2) / 100
            cx, cy = s.around(x + 65, 190, 46, turn)
            s.text(cx - 15, cy - 5, f"{share} %", 8.5, width=30, align="center", fill="#ffffff")
            s.rect(x + 145, 150 + k * 18, 8, 8, COLOURS[k])
            s.text(x + 158, 149 + k * 18, label, 9)
            s.draw(str(share), "pct.", label, head)
            begin += share


def turned_names(s: Sheet) -> None:
    """Columns over names that are turned by 90 degrees, in one chart, and by 45 in the other."""
    s.title()
    for c, angle in enumerate((-90, -45)):
        top = 90 + c * 330
        head = ["Boliger efter type", "Husstande efter type"][c]
        s.text(36, top, head, 13, bold=True)
        for i, label in enumerate(s.pick(COUNTS[:6] if not c else SHARES, 5)):
            value = s.rng.randint(20, 140)
            x = 80 + i * 90
            s.rect(x, top + 190 - value, 40, value, "#0b4f6c")
            s.text(x - 10, top + 190 - value - 14, str(value), 9, width=60, align="center")
            s.turned(x + 20, top + 196, label, 9, angle)
            s.draw(str(value), "", label, head)


def broken_units(s: Sheet) -> None:
    """Cards whose unit is broken over two lines beside the number, or stands in the label after a comma."""
    s.title()
    s.text(36, 90, f"Økonomi i afdelingerne {s.year}", 13, bold=True)
    cards = [
        ("Husleje i familieboliger", "kr. pr. m²", "pr. år"),
        ("Huslejeindtægter", "mio.", "kr."),
        ("Varmeforbrug", "kWh", "pr. m²"),
    ]
    for i, (label, first, last) in enumerate(cards):
        x, value = 36 + i * 178, str(s.rng.randint(101, 990))
        s.rect(x, 115, 168, 80, "#e8f1f5")
        s.text(x + 10, 122, label, 9.5)
        s.text(x + 10, 146, value, 28, bold=True)
        s.text(x + 68, 150, first, 9)
        s.text(x + 68, 162, last, 9)
        s.draw(value, f"{first} {last}", label, period=str(s.year))
    s.text(36, 230, "Nøgletal", 13, bold=True)
    rows = [("Husleje, kr. pr. m²", "Husleje", "kr. pr. m²"), ("Tomgang (pct.)", "Tomgang", "pct."), ("Ventetid, måneder", "Ventetid", "måneder"), ("Renovering, mio. kr.", "Renovering", "mio. kr.")]  # fmt: skip  # noqa: E501
    for i, (printed, label, unit) in enumerate(rows):
        value = str(s.rng.randint(11, 98))
        s.text(36, 256 + i * 18, printed, 9.5)
        s.text(240, 256 + i * 18, value, 9.5, width=60, align="right")
        s.draw(value, unit, label)


def sums(s: Sheet) -> None:
    """Upright stacks with their sum above and "I alt" as the last row of a table; the table's caption stands under it."""  # noqa: E501
    s.title()
    head = f"Boliger efter type og byggeår, {s.year}"
    s.text(36, 90, head, 13, bold=True)
    names = ["Familieboliger", "Ungdomsboliger"]
    for k, name in enumerate(names):
        s.rect(36 + k * 130, 118, 8, 8, COLOURS[k])
        s.text(48 + k * 130, 117, name, 9)
    for i, label in enumerate(["Før 1960", "1960-1979", "1980-1999", "Efter 1999"]):
        x, foot, whole = 70 + i * 110, 380.0, 0
        for k, name in enumerate(names):
            value = s.rng.randint(150, 900)
            foot -= value / 9
            s.rect(x, foot, 50, value / 9, COLOURS[k])
            s.text(x, foot + value / 18 - 5, str(value), 9, width=50, align="center", fill="#ffffff")
            s.draw(str(value), "", label, name)
            whole += value
        s.text(x - 10, foot - 14, danish(whole), 9, width=70, align="center", bold=True)
        s.draw(danish(whole), "", "I alt", label)
        s.text(x - 15, 385, label, 9, width=80, align="center")
    for k, name in enumerate(["Antal", "Andel i pct."]):
        s.text(240 + k * 100, 440, name, 9.5, width=90, align="right", bold=True)
    total, y = 0, 458
    for label in s.pick(COUNTS[:5], 3):
        value, share = s.rng.randint(120, 980), s.rng.randint(10, 40)
        total += value
        s.text(36, y, label, 9.5)
        s.text(240, y, str(value), 9.5, width=90, align="right")
        s.text(340, y, str(share), 9.5, width=90, align="right")
        s.draw(str(value), "", label, "Antal")
        s.draw(str(share), "pct.", label, "Andel")
        y += 17
    s.text(36, y, "I alt", 9.5, bold=True)
    s.text(240, y, danish(total), 9.5, width=90, align="right", bold=True)
    s.draw(danish(total), "", "I alt", "Antal")
    s.text(36, y + 20, "Tabel 1. Almene boliger i kommunen efter type.", 8)


def years_as_names(s: Sheet) -> None:
    """Columns by year, a table whose rows are years, and tiles whose only label is the year under a heading."""
    s.title()
    head = "Påbegyndte boliger"
    s.text(36, 90, head, 13, bold=True)
    for i in range(5):
        value, x = s.rng.randint(20, 160), 60 + i * 90
        s.rect(x, 290 - value, 50, value, "#0b4f6c")
        s.text(x, 290 - value + 4, str(value), 9, width=50, align="center", fill="#ffffff")
        s.text(x, 295, str(s.year - 4 + i), 9, width=50, align="center")
        s.draw(str(value), "", head, period=str(s.year - 4 + i))
    s.text(36, 340, "Drift og økonomi", 13, bold=True)
    for k, name in enumerate(["Husleje, mio. kr.", "Tomme boliger"]):
        s.text(160 + k * 130, 364, name, 9, width=110, align="right", bold=True)
    for i in range(4):
        s.text(36, 382 + i * 16, str(s.year - 3 + i), 9)
        for k, (name, unit) in enumerate([("Husleje", "mio. kr."), ("Tomme boliger", "")]):
            value = str(s.rng.randint(21, 390))
            s.text(160 + k * 130, 382 + i * 16, value, 9, width=110, align="right")
            s.draw(value, unit, name, period=str(s.year - 3 + i))
    head = "Solcelleanlæg på tagene"
    s.text(36, 480, head, 13, bold=True)
    for i in range(3):
        value = str(s.rng.randint(3, 70))
        s.rect(36 + i * 110, 505, 100, 62, "#e8f1f5")
        s.text(36 + i * 110, 512, str(s.year - 2 + i), 9.5, width=100, align="center")
        s.text(36 + i * 110, 528, value, 22, width=100, align="center", bold=True)
        s.draw(value, "", head, period=str(s.year - 2 + i))


def newspaper(s: Sheet) -> None:
    """Three narrow columns under each own headline, thin lines between; leaders, tiles and a table side by side."""
    s.text(36, 20, s.place, 34, width=523, align="center", bold=True)
    s.text(36, 62, f"Almene boliger i tal, {s.year}", 9, width=523, align="center")
    for x in (210, 386):
        s.rect(x, 90, 0.6, 420, "#999999")
    heads = [f"Boliger i {s.year}", "De store tal", f"Afdelinger, {s.year}"]
    for k, head in enumerate(heads):
        s.text(36 + k * 176, 96, head, 12, bold=True)
    for i, label in enumerate(s.pick(COUNTS[:8], 6)):
        value = s.count(10, 4000)
        s.text(36, 124 + i * 20, label, 8.5)
        s.text(150, 124 + i * 20, value, 8.5, width=48, align="right", bold=True)
        s.draw(value, "", label, heads[0])
    for i, (label, unit) in enumerate([("brugt på renovering", "mio. kr."), ("færre flytninger", "pct."), ("valgte i bestyrelser", "personer")]):  # fmt: skip  # noqa: E501
        value = str(s.rng.randint(12, 880))
        s.text(212, 124 + i * 110, value, 34, width=172, align="center", bold=True)
        s.text(212, 164 + i * 110, unit, 10, width=172, align="center", bold=True)
        s.text(212, 180 + i * 110, label, 9, width=172, align="center")
        s.draw(value, unit, label, heads[1])
    for k, name in enumerate(["Boliger", "Husleje, kr."]):
        s.text(448 + k * 54, 124, name, 8, width=50 + 8 * k, align="right", bold=True)
    for i in range(4):
        label = ["Nordbyen", "Engparken", "Kildevæld", "Bakkegården"][i]
        s.text(390, 142 + i * 18, label, 8)
        for k, (name, unit) in enumerate([("Boliger", "boliger"), ("Husleje", "kr.")]):
            value = s.count(1200, 9800) if k else str(s.rng.randint(20, 380))
            s.text(448 + k * 54, 142 + i * 18, value, 8, width=50 + 8 * k, align="right")
            s.draw(value, unit, label, name)


def pyramid(s: Sheet) -> None:
    """A pyramid of ages: men's bars point left, women's right, names in the middle, shares at the bars' ends."""
    s.title()
    head = "Beboernes alder og køn, pct."
    s.text(36, 90, head, 13, bold=True)
    s.text(150, 118, "Mænd", 10, width=100, align="right", bold=True)
    s.text(320, 118, "Kvinder", 10, bold=True)
    for i, label in enumerate(["80+ år", "60-79 år", "40-59 år", "20-39 år", "0-19 år"]):
        y = 140 + i * 26
        s.text(252, y + 3, label, 9, width=60, align="center")
        for k, (name, side) in enumerate((("Mænd", -1), ("Kvinder", 1))):
            value = f"{s.rng.randint(20, 160) / 10:.1f}".replace(".", ",")
            length = float(value.replace(",", ".")) * 9
            s.rect(250 - length if side < 0 else 314, y, length, 16, COLOURS[k])
            x = 250 - length - 34 if side < 0 else 314 + length + 4
            s.text(x, y + 3, value, 8.5, width=30, align="right" if side < 0 else "left")
            s.draw(value, "pct.", label, name)


def narrow_bars(s: Sheet) -> None:
    """Narrow columns whose value stands on two lines in or over them: the number, then its unit."""
    s.title()
    head = f"Støtte efter område, {s.year}"
    s.text(36, 90, head, 13, bold=True)
    for i, label in enumerate(["Nord", "Syd", "Øst", "Vest", "Midt", "Havn"]):
        value, x = s.rng.randint(40, 190), 60 + i * 70
        s.rect(x, 340 - value, 26, value, "#3c7a57")
        s.text(x - 12, 340 - value - 26, str(value), 9, width=50, align="center", bold=True)
        s.text(x - 12, 340 - value - 14, "mio. kr.", 7.5, width=50, align="center")
        s.text(x - 12, 345, label, 9, width=50, align="center")
        s.draw(str(value), "mio. kr.", label, head)


LAYOUTS = (
    lines_by_legend,
    lines_named_at_end,
    ring_with_key,
    turned_names,
    broken_units,
    sums,
    years_as_names,
    newspaper,
    pyramid,
    narrow_bars,
)
