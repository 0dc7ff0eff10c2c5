"""Made sheets whose parts stand beside other parts: a ring with its own heading, circles on a map, units on lines of their own or behind numbers, two lists whose names stand higher than their numbers."""  # noqa: E501

from tests.sheets_draw import AGES, COUNTS, Sheet

COLOURS = ["#e6a817", "#5b8f7b", "#8a2f6b", "#4a1942"]
RENTED = ["Nye lejere", "På venteliste", "Med tilskud", "Fraflyttede", "Byttet bolig"]
TOWNS = ["Nordby", "Sønderby", "Havnbjerg", "Kirkeby", "Vesterlund", "Engholm", "Strandby", "Møllevang"]


def ring_between_lists(s: Sheet) -> None:
    """A list, a ring with its whole in the middle and its shares in the key, and a second list under the first; each heading tells its own year."""  # noqa: E501
    s.title()
    heads = [f"Boliger i {s.year}", f"Byggeri {s.year - 3}-{s.year - 1}"]
    for part, (head, period) in enumerate(zip(heads, (str(s.year), f"{s.year - 3}-{s.year - 1}"), strict=True)):
        s.text(36, 90 + 112 * part, head, 13, bold=True)
        for i, label in enumerate(("Familieboliger", "Ungdomsboliger", "Ældreboliger")):
            value, y = s.count(120, 5000), 112 + 112 * part + i * 27
            s.rect(36, y, 200, 22, "#f3eff4")
            s.text(42, y + 6, label, 9)
            s.text(130, y + 4, value, 13, width=50, align="right", bold=True)
            s.text(184, y + 7, "boliger", 8)
            s.draw(value, "boliger", label, head, period=period)
    head, begin = f"Beboernes alder i {s.year - 1}", 0
    s.text(270, 90, head, 13, bold=True)
    shares = [s.rng.randint(14, 20), s.rng.randint(21, 27), s.rng.randint(28, 34)]
    for k, (label, share) in enumerate(zip(AGES, [*shares, 100 - sum(shares)], strict=True)):
        s.piece(325, 180, 26, 54, begin / 100, (begin + share) / 100, COLOURS[k])
        begin += share
        s.rect(400, 136 + k * 24, 9, 9, COLOURS[k])
        s.text(415, 136 + k * 24, label, 9)
        s.text(490, 136 + k * 24, f"{share} pct.", 9, width=50, align="right", bold=True)
        s.draw(str(share), "pct.", label, head, period=str(s.year - 1))
    whole = s.count(1200, 9000)
    s.text(295, 168, whole, 12, width=60, align="center", bold=True)
    s.text(295, 184, "beboere", 8, width=60, align="center")
    s.draw(whole, "beboere", "i alt", head, period=str(s.year - 1))


def circles_on_a_map(s: Sheet) -> None:
    """Circles on a map, larger for larger numbers, each with the name of its town right of it; two stand on one foot."""  # noqa: E501
    s.title()
    head = f"Boliger i {s.year} (antal boliger)"
    s.text(36, 90, head, 12, bold=True)
    s.rect(36, 116, 520, 330, "#dbe9f1")
    places = [(130, 160), (290, 150), (150, 215), (260, 225), (420, 250), (180, 300), (340, 340), (140, 390)]
    for name, (x, y) in zip(s.pick(TOWNS, 8), places, strict=True):
        value = s.rng.randint(30, 240)
        radius = 16 + value / 30
        s.circle(x, y - radius, radius)
        s.text(x - 20, y - radius - 4, str(value), 9, width=40, align="center", bold=True, fill="#ffffff")
        s.text(x + radius + 3, y - radius - 4, name, 9.5, bold=True)
        s.draw(str(value), "boliger", name, head)
    value, radius = s.rng.randint(900, 3000), 34
    s.circle(430, 216 + 124 - radius, radius, "#c8553d")
    s.text(400, 216 + 124 - radius - 7, f"{value:,}".replace(",", "."), 14, width=60, align="center", bold=True)
    s.text(430 + radius + 3, 216 + 124 - radius - 4, "Storby", 9.5, bold=True)
    s.draw(str(value), "boliger", "Storby", head)


def units_under_names(s: Sheet) -> None:
    """Numbers in circles; right of each its name, and under the name what is counted, in bold."""
    s.title()
    head = f"Udlejning {s.year - 1}"
    s.text(36, 90, head, 13, bold=True)
    rows = [("nye kontrakter", "aftaler"), ("anvist efter aftale med byen", "husstande"), ("aktive på ventelisten", "personer")]  # fmt: skip  # noqa: E501
    for i, (label, unit) in enumerate(s.rng.sample(rows, 3)):
        value, y = s.count(100, 4000), 150 + i * 60
        s.circle(62, y, 24, COLOURS[i + 1])
        s.text(32, y - 6, value, 12, width=60, align="center", bold=True, fill="#ffffff")
        s.text(94, y - 12, label, 9.5)
        s.text(94, y + 1, unit, 9.5, bold=True, fill=COLOURS[i + 1])
        s.draw(value, unit, label, head, period=str(s.year - 1))


def lists_beside_each_other(s: Sheet) -> None:
    """Two lists beside each other: names set higher on their lines than the larger numbers at the right edge, a unit behind each."""  # noqa: E501
    s.title()
    heads = [(f"Byggeri {s.year - 1}", COUNTS[:4], "boliger"), (f"Udlejning {s.year - 2}", RENTED, "husstande")]
    for k, (head, names, unit) in enumerate(heads):
        x = 36 + k * 290
        s.text(x, 90, head, 13.5, bold=True)
        for i, label in enumerate(s.pick(names, 4)):
            value, y = s.count(12, 4000), 122 + i * 29
            s.text(x, y, label, 9.75)
            s.text(x + 120, y + 0.9, value, 12.75, width=80, align="right", bold=True)
            s.text(x + 203, y + 3.2, unit, 9.75)
            s.rect(x, y + 19, 250, 0.6, "#bbbbbb")
            s.draw(value, unit, label, head, period=head.split()[-1])


def counted_beside_numbers(s: Sheet) -> None:
    """Columns of numbers with their unit or what they count right behind them and the name under; one name ends with a number in letters."""  # noqa: E501
    s.title()
    names = [("fik ny lejer", "lejemål"), ("solgt i alt", "boliger"), ("brugt på tage", "mio. kr."), ("henvist af byen", "husstande"), ("skiftet efter nytår", "lejere"), ("af alle med tilskud", "pct.")]  # fmt: skip  # noqa: E501
    rows = [("stod tomme i mere end tre uger", "lejemål"), *s.rng.sample(names, 5)]
    for k, head in enumerate((f"Udlejning i {s.year - 1}", f"Fornyelse i {s.year - 2}")):
        x, year = 36 + k * 250, head.split()[-1]
        s.text(x, 90, head, 12, bold=True)
        for i, (label, unit) in enumerate(rows[3 * k : 3 * k + 3]):
            value, y = str(s.rng.randint(11, 99)), 120 + i * 56
            s.text(x, y, value, 17, bold=True)
            s.text(x + 28, y + 6, unit, 9, fill="#c8553d")
            first, _, rest = label.partition(" end ")
            s.text(x, y + 20, f"{first} end" if rest else first, 9)
            s.text(x, y + 31, rest, 9)
            s.draw(value, unit, label, head, period=year)


LAYOUTS = (
    ring_between_lists,
    circles_on_a_map,
    units_under_names,
    lists_beside_each_other,
    counted_beside_numbers,
)
