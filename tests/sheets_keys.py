"""Made sheets where a chart's key holds the numbers too, and where charts of columns stand beside each other on one line."""  # noqa: E501

from tests.sheets_draw import COUNTS, Sheet, danish

FILLS = ["#0f3d57", "#d9573b", "#5b8c9b", "#e3b866"]
CLASSES = [
    ["Før 1960", "1960-1979", "1980-1999", "2000 og senere"],
    ["Før 1950", "1950-1974", "1975-1999", "Efter 2000"],
    ["1945-1959", "1960-1979", "1980-1999", "2000-2019"],
]


def shares_in_key(s: Sheet) -> None:
    """A pie whose key says for each colour first the share, then the class of years; a quotation in a box beside it."""
    s.title()
    head = s.rng.choice(["Hvornår er boligerne bygget?", "Boligerne efter byggeår"])
    s.text(36, 90, head, 13, bold=True)
    s.text(36, 108, f"Pct. af de almene boliger, {s.year}", 10)
    cuts = sorted(s.rng.sample(range(12, 90, 6), 3))
    shares = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
    begin = 0.0
    for i, (share, name) in enumerate(zip(shares, s.rng.choice(CLASSES), strict=True)):
        y = 152 + i * 27
        s.piece(106, 195, 0, 68, begin / 100, (begin + share) / 100, FILLS[i])
        s.circle(206, y + 6, 6, FILLS[i])
        s.text(222, y, f"{share} pct.", 12, bold=True)
        s.text(285, y + 1, name, 10)
        s.draw(f"{share}", "pct.", name, head)
        begin += share
    s.rect(395, 130, 165, 120, FILLS[0])
    s.text(408, 150, "»Vi kender hinanden i gården.«", 12, width=140, fill="#ffffff", bold=True)
    s.text(408, 225, "Beboer i byen", 9, fill="#ffffff")


def columns_beside(s: Sheet) -> None:
    """Two charts of columns on one line, each under its own heading, of numbers of very different size; one over years with a unit in its note."""  # noqa: E501
    s.title()
    year = s.year - 1
    first, second = f"Almene boliger i {year}", "Igangsatte byggerier pr. år"
    for x, head, note in (
        (36, first, f"Antal boliger pr. 1. januar {year}"),
        (309, second, "Antal boliger i kommunen"),
    ):
        s.text(x, 90, head, 12, bold=True)
        s.text(x, 108, note, 7.5)
    named = [(name, s.rng.randint(90, 2400)) for name in COUNTS[:4]]
    yearly = [(str(year - 4 + i), s.rng.randint(4, 70)) for i in range(5)]
    for x, columns, step in ((36, named, 66), (309, yearly, 50)):
        top = max(value for _, value in columns)
        for i, (name, value) in enumerate(columns):
            height = 120 * value / top
            s.rect(x + 12 + i * step, 260 - height, 32, height, FILLS[0])
            s.text(x + i * step - 2, 247 - height, danish(value), 8.5, width=60, align="center", bold=True)
            s.text(x + i * step - 7, 265, name, 7, width=70, align="center")
    for name, value in named:
        s.draw(danish(value), "boliger", name, first, period=str(year))
    for when, value in yearly:
        s.draw(danish(value), "boliger", second, period=when)
    head = "Gennemsnitlig husleje i familieboliger"
    note, unit = s.rng.choice(
        [
            ("Kr. pr. m² om året", "kr. pr. m²"),
            ("Kr. om måneden", "kr. pr. måned"),
            ("Mio. kr. betalt i alt", "mio. kr."),
        ]
    )
    s.text(36, 330, head, 13, bold=True)
    s.text(36, 348, note, 10)
    for i in range(5):
        value = s.rng.randint(500, 900)
        s.rect(66 + i * 103, 540 - value / 6, 48, value / 6, FILLS[2])
        s.text(66 + i * 103, 523 - value / 6, str(value), 12, width=48, align="center", bold=True)
        s.text(66 + i * 103, 548, str(year - 4 + i), 10, width=48, align="center")
        s.draw(str(value), unit, head, period=str(year - 4 + i))


LAYOUTS = (shares_in_key, columns_beside)
