"""Made sheets of a third round: ledgers, rows with their heading at the left, lists led by numbers, bars that hold their names."""  # noqa: E501

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet


def ledger(s: Sheet) -> None:
    """A table whose units stand in the last column, with sums after each section and shaded rows."""
    s.title()
    head = "Regnskab for boligafdelingerne"
    s.text(36, 90, head, 13, bold=True)
    years = [str(s.year - 2), str(s.year - 1)]
    for k, year in enumerate(years):
        s.text(280 + k * 80, 114, year, 9.5, width=70, align="right", bold=True)
    s.text(450, 114, "Enhed", 9.5, bold=True)
    y = 132
    for section, rows in (
        ("Indtægter", [("Husleje", "mio. kr."), ("Tilskud", "mio. kr."), ("Indtægter i alt", "mio. kr.")]),
        ("Drift", [("Fraflytning", "pct."), ("Udlejninger", "antal"), ("Forbrug", "MWh")]),
    ):
        s.text(36, y, section, 9.5, bold=True)
        y += 16
        for i, (label, unit) in enumerate(rows):
            if i % 2:
                s.rect(36, y - 3, 480, 15, "#f0f0f0")
            s.text(46, y, label, 9.5, bold=label.endswith("i alt"))
            for k, year in enumerate(years):
                value = str(s.rng.randint(11, 98))
                s.text(280 + k * 80, y, value, 9.5, width=70, align="right")
                s.draw(value, unit if unit != "antal" else "", label, head, period=year)
            s.text(450, y, unit, 9.5)
            y += 16


def banded_rows(s: Sheet) -> None:
    """Rows of circles; each row's heading stands in a coloured box at its left, labels over and units under the circles."""  # noqa: E501
    s.title()
    for k, (head, fill) in enumerate([("Boliger", "#0b4f6c"), ("Beboere", "#7a1f5c"), ("Byggeri", "#3c7a57")]):
        y = 95 + k * 135
        s.rect(36, y, 90, 115, fill)
        s.text(36, y + 50, head, 13, width=90, align="center", bold=True, fill="#ffffff")
        for i, label in enumerate(s.pick(COUNTS[k * 5 : k * 5 + 5], 3)):
            x, value = 150 + i * 140, s.count()
            s.text(x, y + 4, label, 8.5, width=120, align="center")
            s.circle(x + 60, y + 58, 30, fill)
            s.text(x + 20, y + 49, value, 14, width=80, align="center", bold=True, fill="#ffffff")
            s.text(x, y + 96, f"({s.year - k})", 8, width=120, align="center")
            s.draw(value, "", label, head, period=str(s.year - k))


def number_led(s: Sheet) -> None:
    """Lists whose numbers stand in squares at the left, a name and a line of explanation right of each."""
    s.title()
    y = 92
    for head, pool in (("Udlejning", COUNTS[5:10]), ("Hverdagen i afdelingerne", COUNTS[10:15])):
        s.rect(36, y, 523, 22, "#7d8f99")
        s.text(46, y + 5, head, 11, bold=True, fill="#ffffff")
        y += 34
        for i, label in enumerate(s.pick(pool, 4)):
            x, top, value = 36 + (i % 2) * 270, y + (i // 2) * 62, s.count()
            s.rect(x, top, 74, 48, "#e8f1f5")
            s.text(x, top + 15, value, 17, width=74, align="center", bold=True)
            s.text(x + 84, top + 8, label, 11, width=170, bold=True)
            s.text(x + 84, top + 26, "Opgjort af boligorganisationerne", 8, width=170)
            s.draw(value, "", label, head)
        y += 140


def named_bars(s: Sheet) -> None:
    """Bars that hold their own names in white, the value right of each; two charts under each other."""
    s.title()
    y = 95
    for head, names in (("Husstande, pct.", SHARES[:5]), ("Tilfredse, pct.", AGES)):
        s.text(36, y, head, 13, bold=True)
        y += 24
        for label in names:
            share = s.rng.randint(14, 60)
            s.rect(36, y, 120 + share * 5, 18, "#3c7a57")
            s.text(42, y + 4, label, 9.5, fill="#ffffff")
            s.text(36 + 120 + share * 5 + 6, y + 4, str(share), 9.5, bold=True)
            s.draw(str(share), "pct.", label, head.split(",")[0])
            y += 24
        y += 26


def dotted(s: Sheet) -> None:
    """Lines of label, printed dots and value, in a box beside running text."""
    s.title()
    words = "Boligorganisationerne og kommunen mødes hvert forår og taler om nye planer for byens kvarterer. "
    s.text(36, 95, words * 4, 10, width=230)
    s.rect(290, 90, 270, 190, "#f7f2e8")
    head = "Kort fortalt"
    s.text(302, 100, head, 14, bold=True)
    for i, label in enumerate(s.pick(COUNTS, 6)):
        value = s.count()
        s.text(302, 128 + i * 22, label, 9)
        s.text(302 + 160, 128 + i * 22, "." * 12, 9)
        s.text(490, 128 + i * 22, value, 9, width=58, align="right")
        s.draw(value, "", label, head)


def icon_columns(s: Sheet) -> None:
    """Three columns, each a centred heading, an icon, a large number, its unit and its label, all centred; years in the heading."""  # noqa: E501
    s.title()
    for i, (head, unit) in enumerate([("Bolig", "boliger"), ("Miljø", "ton"), ("Økonomi", "mio. kr.")]):
        x, year = 36 + i * 180, s.year - i
        s.text(x, 95, f"{head} {year}", 14, width=165, align="center", bold=True)
        for k, label in enumerate(s.pick(COUNTS[i * 5 : i * 5 + 5], 2)):
            y, value = 125 + k * 140, s.count(3, 999)
            s.circle(x + 82, y + 18, 16, "#f2b134")
            s.text(x, y + 42, value, 28, width=165, align="center", bold=True)
            s.text(x, y + 74, unit, 10, width=165, align="center")
            s.text(x, y + 90, label, 10, width=165, align="center")
            s.draw(value, unit, label, head, period=str(year))


def quarters(s: Sheet) -> None:
    """A table by quarters under years, names at the right of the numbers."""
    s.title()
    head = "Tomme boliger"
    s.text(36, 90, head, 13, bold=True)
    for k in range(4):
        s.text(40 + k * 60, 114, f"kvt. {k + 1}", 9, width=50, align="right", bold=True)
    for i, label in enumerate(s.pick(COUNTS[:5], 4)):
        y = 134 + i * 18
        for k in range(4):
            value = s.count(10, 900)
            s.text(40 + k * 60, y, value, 9.5, width=50, align="right")
            s.draw(value, "", label, f"kvt. {k + 1}")
        s.text(300, y, label, 9.5)


def colour_key(s: Sheet) -> None:
    """Two keys of coloured squares with name and number, their headings right of the list's first line."""
    s.title()
    fills = ["#0b4f6c", "#f2b134", "#7d8f99", "#b8c4c9"]
    for i, (head, pool) in enumerate((("Ejerform", COUNTS[:5]), ("Husstand", SHARES))):
        x = 36 + i * 275
        s.text(x, 92, head, 15, bold=True)
        s.text(x, 112, f"Procent, {s.year - 1 - i}", 8.5)
        s.rect(x, 130, 240, 130, "#f3f3f3")
        for k, label in enumerate(s.pick(pool, 4)):
            share = s.rng.randint(4, 60)
            s.rect(x + 10, 142 + k * 28, 14, 14, fills[k])
            s.text(x + 32, 143 + k * 28, f"{share} %", 12, bold=True)
            s.text(x + 80, 145 + k * 28, label, 9.5)
            s.draw(str(share), "pct.", label, head, period=str(s.year - 1 - i))


LAYOUTS = (ledger, banded_rows, number_led, named_bars, dotted, icon_columns)
LAST = (quarters, colour_key)
"""Measured first when the others were read whole."""
