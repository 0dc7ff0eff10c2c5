"""Made sheets of mixed designs, drawn before the reader was changed for them."""

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish


def key_rows(s: Sheet) -> None:
    """Cards with a heading and three lines "412 ungdomsboliger", the number bold and larger than its noun."""
    s.title()
    for i, head in enumerate(["Boliger", "Beboere", "Drift"]):
        x = 36 + i * 178
        s.rect(x, 90, 165, 130, "#eef3e6", radius=8)
        s.text(x + 12, 100, head, 14, bold=True)
        for k, label in enumerate(s.pick(COUNTS[i * 5 : i * 5 + 5], 3)):
            value = s.count()
            s.text(x + 12, 128 + k * 28, value, 16, width=50, align="right", bold=True)
            s.text(x + 68, 132 + k * 28, label, 9, width=92)
            s.draw(value, "", label, head)
    people = f"{s.rng.randint(900, 990)}.000"
    s.text(36, 240, f"I hele Danmark bor der {people} mennesker alment.", 10)
    s.draw(people, "mennesker", "I hele Danmark bor der", national=True)


def versus(s: Sheet) -> None:
    """Cards that set the municipality against the whole country: two numbers side by side under one heading."""
    s.title()
    for i, label in enumerate(s.pick(SHARES, 4)):
        x, y = 36 + (i % 2) * 268, 90 + (i // 2) * 130
        s.rect(x, y, 255, 115, "#f4ead0", radius=4)
        s.text(x + 12, y + 10, label, 12, bold=True)
        for k, name in enumerate([f"{s.place} Kommune", "Hele landet"]):
            value = str(s.rng.randint(3, 70))
            s.text(x + 12 + k * 125, y + 42, value, 26, bold=True)
            s.text(x + 48 + k * 125, y + 54, "pct.", 11)
            s.text(x + 12 + k * 125, y + 84, name, 9)
            s.draw(value, "pct.", label, name, national=bool(k))


def axis_columns(s: Sheet) -> None:
    """Columns over a printed axis with tick numbers and grid lines, value in the column, legend at the right."""
    s.title()
    head = "Tilfredshed blandt beboerne, pct."
    s.text(36, 90, head, 13, bold=True)
    for tick in range(0, 101, 20):
        y = 330 - tick * 2
        s.text(36, y - 5, str(tick), 8, width=20, align="right")
        s.rect(60, y, 360, 0.4, "#cccccc")
    names, fills = [str(s.year - 1), str(s.year)], ["#7d8f99", "#0b4f6c"]
    for k, name in enumerate(names):
        s.rect(450, 150 + k * 18, 9, 9, fills[k])
        s.text(463, 149 + k * 18, name, 9)
    for i, label in enumerate(["Naboskab", "Udearealer", "Service", "Tryghed"]):
        for k in range(2):
            share = s.rng.randint(31, 97)
            x = 70 + i * 88 + k * 32
            s.rect(x, 330 - share * 2, 28, share * 2, fills[k])
            s.text(x, 330 - share * 2 + 4, str(share), 9, width=28, align="center", fill="#ffffff")
            s.draw(str(share), "pct.", label, period=names[k])
        s.text(64 + i * 88, 336, label, 9, width=72, align="center")


def grouped_table(s: Sheet) -> None:
    """Two levels of heads, zebra rows, section rows, a total in bold, raised notes and footnotes with numbers."""
    s.title()
    s.text(36, 90, "Husstande og boliger", 14, bold=True)
    for k, year in enumerate([s.year - 1, s.year]):
        s.text(260 + k * 150, 118, str(year), 10, width=140, align="center", bold=True)
        for j, name in enumerate(["Kommunen", "Hele landet"]):
            s.text(260 + k * 150 + j * 70, 134, name, 8.5, width=65, align="right")
    y = 152
    for section, pool in (("Boliger", COUNTS[:4]), ("Husstande", SHARES[:3])):
        s.text(36, y, section, 10, bold=True)
        y += 18
        for i, label in enumerate(pool):
            if i % 2 == 0:
                s.rect(36, y - 3, 523, 16, "#f1f1f1")
            s.text(44, y, label, 9.5)
            if i == 1:
                s.text(44 + len(label) * 5.2, y - 1, "2", 5.5)
            for k, year in enumerate([s.year - 1, s.year]):
                for j, name in enumerate(["Kommunen", "Hele landet"]):
                    missing = s.rng.random() < 0.15
                    value = "-" if missing else s.count(10, 99000)
                    s.text(260 + k * 150 + j * 70, y, value, 9.5, width=65, align="right")
                    if not missing:
                        s.draw(value, "", label, name, period=str(year), national=bool(j))
            y += 17
    s.text(36, y + 8, "1 Opgjort pr. 1. januar. 2 Heraf 14 boliger under 50 m². Kilde: Egne tal for 98 kommuner.", 7)


def mirror(s: Sheet) -> None:
    """Bars to both sides of a column of labels, heads over each side."""
    s.title()
    s.text(36, 90, "Til- og fraflytning efter alder", 13, bold=True)
    s.text(120, 116, "Tilflyttere", 10, width=120, align="right", bold=True)
    s.text(340, 116, "Fraflyttere", 10, bold=True)
    for i, label in enumerate(AGES):
        y = 140 + i * 26
        s.text(250, y + 2, label, 9.5, width=80, align="center")
        left, right = s.rng.randint(30, 900), s.rng.randint(30, 900)
        s.rect(245 - left / 6, y, left / 6, 16, "#3c7a57")
        s.text(245 - left / 6 - 45, y + 3, str(left), 9, width=40, align="right")
        s.rect(335, y, right / 6, 16, "#f2b134")
        s.text(335 + right / 6 + 5, y + 3, str(right), 9)
        s.draw(str(left), "", label, "Tilflyttere")
        s.draw(str(right), "", label, "Fraflyttere")


def timeline(s: Sheet) -> None:
    """A line with a dot a year, the value over the dot and the year under it."""
    s.title()
    head = "Nye almene boliger i kommunen"
    s.text(36, 90, head, 13, bold=True)
    s.rect(50, 180, 480, 2.5, "#7d8f99")
    for i in range(5):
        x, value = 80 + i * 105, s.count(4, 900)
        s.circle(x, 181, 6, "#7a1f5c")
        s.text(x - 40, 150, value, 15, width=80, align="center", bold=True)
        s.text(x - 40, 194, str(s.year - 4 + i), 10, width=80, align="center")
        s.draw(value, "", head, period=str(s.year - 4 + i))
    head = "Ventetid i måneder"
    s.text(36, 260, head, 13, bold=True)
    for i in range(4):
        x, value = 80 + i * 130, s.rng.randint(3, 60)
        s.circle(x, 400 - value * 1.5, 3, "#0b4f6c")
        s.text(x - 30, 400 - value * 1.5 - 16, str(value), 9, width=60, align="center")
        s.text(x - 30, 412, str(s.year - 3 + i), 9, width=60, align="center")
        s.draw(str(value), "", head, period=str(s.year - 3 + i))


def donut(s: Sheet) -> None:
    """A ring with the total in its middle and a legend list of colour, name and share beside it."""
    s.title()
    for i, head in enumerate(["Boligtyper", "Husstande"]):
        x = 36 + i * 272
        s.text(x, 90, head, 13, bold=True)
        s.circle(x + 55, 180, 50, "#0b4f6c")
        s.circle(x + 55, 180, 32, "#ffffff")
        total = s.count(1000, 9000)
        s.text(x + 15, 170, total, 15, width=80, align="center", bold=True)
        s.text(x + 15, 188, "i alt", 8, width=80, align="center")
        s.draw(total, "", "i alt", head)
        parts = sorted(s.rng.sample(range(8, 92), 3))
        shares = [b - a for a, b in zip([0, *parts], [*parts, 100], strict=True)]
        pool = s.pick(COUNTS[:5], 4) if not i else s.pick(SHARES, 4)
        for k, (label, share) in enumerate(zip(pool, shares, strict=True)):
            s.rect(x + 118, 140 + k * 20, 8, 8, ["#0b4f6c", "#f2b134", "#7d8f99", "#b8c4c9"][k])
            s.text(x + 131, 139 + k * 20, label, 9)
            s.text(x + 215, 139 + k * 20, f"{share} %", 9, width=40, align="right", bold=True)
            s.draw(str(share), "pct.", label, head)


def strip(s: Sheet) -> None:
    """A strip of numbers with small capitals over them, units beside and a remark on last year under each."""
    s.title()
    s.rect(0, 90, 595, 110, "#0b4f6c")
    for i, (label, unit) in enumerate([("HUSLEJE", "kr./m²"), ("FRAFLYTNING", "pct."), ("FORBRUG", "kWh"), ("VENTETID", "måneder")]):  # fmt: skip  # noqa: E501
        x, value, old = 36 + i * 135, str(s.rng.randint(11, 980)), str(s.rng.randint(1000, 1999))
        s.text(x, 102, label, 8.5, fill="#ffffff", bold=True)
        s.text(x, 120, value, 28, fill="#ffffff", bold=True)
        s.text(x + 62, 134, unit, 11, fill="#ffffff")
        s.text(x, 160, f"{s.year - 2}: {old}", 8, fill="#ffffff")
        s.draw(value, "kr. pr. m²" if "m²" in unit else unit, label)
    for i, label in enumerate(s.pick(COUNTS, 6)):
        x, y, value = 36 + (i % 2) * 272, 230 + (i // 2) * 56, s.count()
        s.rect(x, y, 250, 46, "#f7f2e8", radius=4)
        s.text(x + 10, y + 16, label, 10, width=150)
        s.text(x + 150, y + 10, value, 22, width=90, align="right", bold=True)
        s.draw(value, "", label)


def bubbles(s: Sheet) -> None:
    """Circles whose size and type grow with the number, scattered, the label under or in each."""
    s.title()
    for (cx, cy), label in zip([(110, 170), (270, 150), (440, 190), (170, 340), (380, 350)], s.pick(COUNTS, 5), strict=True):  # fmt: skip  # noqa: E501
        number = s.rng.randint(10, 9000)
        r = 24 + number / 400
        s.circle(cx, cy, r, "#7a1f5c")
        s.text(cx - 50, cy - r / 3, danish(number), 11 + r / 6, width=100, align="center", bold=True, fill="#ffffff")
        s.text(cx - 60, cy + r + 5, label, 9, width=120, align="center")
        s.draw(danish(number), "", label)
    s.rect(36, 460, 523, 70, "#e8f1f5", radius=6)
    s.text(50, 468, "Vidste du, at der i hele landet findes", 10)
    s.text(50, 484, "566.000", 24, bold=True)
    s.text(160, 494, "almene familieboliger?", 10)
    s.draw("566.000", "", "almene familieboliger", national=True)


def no_numbers(s: Sheet) -> None:
    """Columns without printed values over an axis; beside them tiles whose label can't be told."""
    s.title()
    s.text(36, 90, "Beboere efter alder, pct.", 13, bold=True)
    for tick in range(0, 41, 10):
        s.text(30, 295 - tick * 4, str(tick), 8, width=20, align="right")
        s.blur(str(tick))
        s.rect(56, 300 - tick * 4, 240, 0.4, "#cccccc")
    for i, label in enumerate(AGES):
        share = s.rng.randint(5, 38)
        s.rect(70 + i * 56, 300 - share * 4, 34, share * 4, "#0b4f6c")
        s.text(60 + i * 56, 305, label, 8, width=54, align="center")
    for i, label in enumerate(s.pick(COUNTS, 3)):
        value = s.count()
        s.text(340, 120 + i * 60, value, 24, bold=True)
        s.text(340, 150 + i * 60, label, 9.5)
        s.draw(value, "", label)


LAYOUTS = (
    key_rows, versus, axis_columns, grouped_table, mirror, timeline, donut, strip, bubbles, no_numbers
)  # fmt: skip
