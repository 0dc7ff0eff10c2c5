"""Made sheets of tiles: numbers and words in areas, circles, grids and rows."""

from tests.sheets_draw import COUNTS, Sheet


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


LAYOUTS = (labels_first, shuffled, bottom_up, icon_side, poster, mixed)
