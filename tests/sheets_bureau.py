"""Made sheets of a later round: small units after bars' numbers, lists of number and name, leaders of dots, questions, circles on stems."""  # noqa: E501

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish

FILLS = ["#0b4f6c", "#f2b134", "#7d8f99", "#b8c4c9"]
QUESTIONS = [
    ("Hvor mange almene boliger er der?", "boliger", "boliger"),
    ("Hvor længe venter man på en bolig?", "måneder i snit", "måneder"),
    ("Hvor mange flytter på et år?", "pct. af lejerne", "pct."),
    ("Hvad koster en bolig i gennemsnit?", "kr. om måneden", "kr. pr. måned"),
    ("Hvor mange står på venteliste?", "husstande", "husstande"),
]


def units_after_bars(s: Sheet) -> None:
    """Columns of two series, each number with its unit in smaller print after it; a card with a date of its own."""
    s.title()
    head, year = "Husstande i de almene boliger", s.year - 1
    s.text(36, 90, f"{head}, {year}", 13, bold=True)
    for k, name in enumerate((f"{s.place} Kommune", "Hele landet")):
        s.rect(36 + k * 150, 112, 9, 9, FILLS[k])
        s.text(50 + k * 150, 112, name, 8.5)
    for i, label in enumerate(s.pick(SHARES, 4)):
        for k in range(2):
            share = s.rng.randint(9, 58)
            x = 40 + i * 130 + k * 48
            s.rect(x, 280 - 2 * share, 46, 2 * share, FILLS[k])
            s.joined(x + 8, 280 - 2 * share - 13, str(share), 10, " pct.", 7)
            s.draw(str(share), "pct.", label, head, period=str(year), national=k == 1)
        s.text(40 + i * 130, 286, label, 8.5, width=94, align="center")
    s.rect(36, 330, 523, 90)
    s.text(46, 338, f"Igangsat i {s.year - 3}", 12, bold=True)
    for i, label in enumerate(s.pick(COUNTS[:5], 3)):
        value = s.count(3, 400)
        s.text(46 + i * 170, 360, value, 20, width=150, align="center", bold=True)
        s.text(46 + i * 170, 388, label, 9, width=150, align="center")
        s.draw(value, "", label, f"Igangsat i {s.year - 3}", period=str(s.year - 3))
    value = s.count(2000, 9000)
    s.circle(80, 480, 36)
    s.text(44, 471, value, 17, width=72, align="center", bold=True, fill="#ffffff")
    s.text(130, 470, f"mennesker bor i almene boliger (1. januar {s.year})", 10, width=180)
    s.draw(value, "", "bor i almene boliger", period=str(s.year))


def number_and_name(s: Sheet) -> None:
    """A pie whose key holds number and name in one run, and a list of name, dash and number."""
    s.title()
    year = s.year - 1
    s.text(36, 90, "Varme i boligerne", 13, bold=True)
    s.text(36, 108, f"Pct. af boligerne, {year}", 8.5)
    first, second = s.rng.randint(40, 60), s.rng.randint(12, 25)
    shares, at = [first, second, 100 - first - second], 0.0
    for k, (label, share) in enumerate(zip(("Fjernvarme", "Varmepumpe", "Naturgas"), shares, strict=True)):
        s.piece(110, 190, 0, 55, at, at + share / 100, FILLS[k])
        at += share / 100
        s.rect(190, 160 + k * 20, 9, 9, FILLS[k])
        s.text(205, 160 + k * 20, f"{share} pct. {label}", 9.5)
        s.draw(str(share), "pct.", label, "Varme i boligerne", period=str(year))
    s.text(320, 90, "Husleje", 13, bold=True)
    s.text(320, 108, f"Gennemsnit i {year}", 8.5)
    for k, label in enumerate(("Familieboliger", "Ungdomsboliger", "Ældreboliger")):
        value = str(s.rng.randint(640, 990))
        s.text(320, 130 + k * 16, f"{label} – {value} kr. pr. m²", 10)
        s.draw(value, "kr. pr. m²", label, "Husleje", period=str(year))


def leaders(s: Sheet) -> None:
    """Parts in capitals, each line a name, dots to the edge and a number; the unit in brackets in the heading."""
    s.title()
    y, step = 100.0, 6.02
    for head, unit, per, names in (
        (f"BOLIGER I {s.year}", "", s.year, COUNTS[:5]),
        (f"HUSLEJE I {s.year - 1} (KR. PR. M²)", "kr. pr. m²", s.year - 1, COUNTS[:3]),
        (f"BEBOERNES ALDER I {s.year - 2} (PCT.)", "pct.", s.year - 2, AGES),
    ):
        s.text(36, y, head, 10, bold=True)
        y += 16
        for label in names:
            value = str(s.rng.randint(4, 25)) if unit == "pct." else s.count(500, 1400)
            dots = "." * int((430 - step * (len(label) + len(value) + 2)) / step)
            s.items.append(
                f'#place(top + left, dx: 36pt, dy: {y}pt)[#text(font: "DejaVu Sans Mono", size: 10pt)[{label} {dots} {value}]]'  # noqa: E501
            )
            s.draw(value, unit, label, head.split(" (")[0], period=str(per))
            y += 15
        y += 14


def questions(s: Sheet) -> None:
    """Questions in two columns, each over its number, the unit beside it and the time in small print under it."""
    s.title()
    for i, (question, said, unit) in enumerate(s.rng.sample(QUESTIONS, 4)):
        x, y, value = 36 + (i % 2) * 270, 95 + (i // 2) * 85, str(s.rng.randint(11, 98))
        s.text(x, y, question, 11, bold=True)
        s.joined(x, y + 18, value, 26, f" {said}", 11)
        s.text(x, y + 48, f"Opgjort i {s.year - 1 - i % 2}", 7.5)
        s.draw(value, unit, question.rstrip("?"), period=str(s.year - 1 - i % 2))


def stems(s: Sheet) -> None:
    """Circles on level stems with their numbers in them, names left of the foot; under them three sentences around numbers."""  # noqa: E501
    s.title()
    head = "Fraflytning efter boligtype"
    s.text(36, 90, f"{head}, {s.year - 1}", 13, bold=True)
    s.text(36, 107, "Pct. af boligerne", 8)
    for i, label in enumerate(s.pick(COUNTS[:4], 3)):
        y, share = 150 + i * 42, s.rng.randint(9, 60)
        s.text(36, y - 5, label, 9)
        s.rect(150, y - 1.5, 5 * share, 3, "#bbbbbb")
        s.circle(150 + 5 * share, y, 13, "#e07b39")
        s.text(137 + 5 * share, y - 6, str(share), 11, width=26, align="center", bold=True, fill="#ffffff")
        s.draw(str(share), "pct.", label, head, period=str(s.year - 1))
    tiles = [
        ("Kommunen anviste", "pct. af de ledige boliger", "pct.", 1),
        ("En ledig bolig stod i gennemsnit tom i", "dage", "dage", 2),
        ("Ventetiden på en lille bolig var", "måneder", "måneder", 2),
    ]
    for i, (lead, said, unit, lines) in enumerate(tiles):
        x, value = 36 + i * 132, str(s.rng.randint(5, 48))
        s.text(x, 300, lead, 8.5, width=85)
        s.text(x, 308 + 10 * lines, value, 25, bold=True)
        s.text(x, 336 + 10 * lines, f"{said} i {s.year - 1}", 8.5, width=112)
        s.draw(value, unit, lead, period=str(s.year - 1))


def lettered_gaps(s: Sheet) -> None:
    """A table of shares whose whole is a mean, gaps marked by raised letters, and their key as a sentence."""
    s.title()
    head = "Byerne"
    s.text(36, 90, head, 13, bold=True)
    cols = [("Boliger", ""), ("Fraflytning, pct.", "pct."), ("Mærke A-C, pct.", "pct.")]
    for k, (name, _) in enumerate(cols):
        s.text(200 + k * 110, 112, f"{name}", 9, width=100, align="right", bold=True)
    towns = ["Nordby", "Sønderup", "Vesterhede", "Østerlund"]
    gap = s.rng.randrange(4)
    for i, town in enumerate([*towns, "I alt"]):
        y = 132 + i * 17
        s.text(36, y, town, 9.5)
        for k, (name, unit) in enumerate(cols):
            low, high = ((2000, 4000) if town == "I alt" else (90, 900)) if not unit else (12, 60)
            value = danish(s.rng.randint(low, high))
            x = 200 + k * 110
            if k and i == gap:
                mark = f"#text(size: 9.5pt)[..]#super(size: 6.5pt)[{'ab'[k - 1]}]"
                s.items.append(
                    f"#place(top + left, dx: {x}pt, dy: {y}pt)[#box(width: 100pt)[#set align(right); {mark}]]"
                )
                continue
            s.text(x, y, value, 9.5, width=100, align="right")
            s.draw(value, unit, town, name.split(",")[0])
    s.text(36, 222, "a Færre end ti flytninger i året.  b Færre end fem mærker.  – betyder nul.", 7.5)


def counted_over_label(s: Sheet) -> None:
    """Boxes of a number, what is counted set large over a sentence that goes on with it; shares in words."""
    s.title()
    rows = [
        ("ton", "CO2 blev udledt fra opvarmning"),
        ("lærlinge", "har haft plads på byggesager"),
        ("mio. kr.", "er brugt på renovering"),
    ]
    for i, (unit, words) in enumerate(rows):
        y, value = 95 + i * 66, s.count(12, 900)
        s.rect(36, y, 260, 52)
        s.text(46, y + 12, value, 26, bold=True)
        s.text(120, y + 10, unit, 11, bold=True)
        s.text(120, y + 26, f"{words} i {s.year - 1}", 8.5, width=170)
        s.draw(value, unit, words.split(" i ")[0], period=str(s.year - 1))
    for i, (words, value, label) in enumerate(
        [("Hver femte", "1/5", "bolig har nye vinduer"), ("7 ud af 10", "7/10", "familier bor i rækkehus")]
    ):
        s.text(36 + i * 200, 320, words, 22, bold=True)
        s.text(36 + i * 200, 348, label, 9.5)
        s.draw(value, "", label)


def foot_bands(s: Sheet) -> None:
    """Panels that a band with their heading closes at the foot; a chart with its heading at the left; nouns beside numbers."""  # noqa: E501
    s.title()
    for k, head in enumerate((f"Igangsatte boliger {s.year - 3}-{s.year - 1}", f"Boliger i alt {s.year}")):
        y = 84 + k * 112
        s.rect(36, y, 523, 96, "#f3efe6")
        for i, label in enumerate(COUNTS[:3]):
            value = s.count()
            s.text(46 + i * 170, y + 12, value, 24, width=150, align="center", bold=True)
            s.text(46 + i * 170, y + 44, label, 9, width=150, align="center")
            s.draw(value, "", label, head, period=head.split()[-1])
        s.rect(36, y + 72, 523, 24, "#9a3412")
        s.text(46, y + 78, head, 12, fill="#ffffff")
    s.text(36, 330, "Boligernes alder", 13, bold=True)
    s.text(36, 347, f"Andel i pct., {s.year - 1}", 8)
    for i, label in enumerate(("Før 1960", "1960-1979", "1980-1999", "2000 og senere")):
        share = 12 + i * 7 + s.rng.randint(0, 4)
        s.rect(180 + i * 90, 450 - 3 * share, 50, 3 * share, "#fb923c")
        s.text(180 + i * 90, 455 - 3 * share, str(share), 10, width=50, align="center", bold=True)
        s.text(165 + i * 90, 456, label, 8, width=80, align="center")
        s.draw(str(share), "pct.", label, "Boligernes alder", period=str(s.year - 1))
    tiles = [
        ("lærlinge", f"har været med på byggesager i {s.year - 1}"),
        ("solcelleanlæg", f"blev sat op på tagene i {s.year - 2}"),
        ("ladestandere", f"er i drift i {s.year}"),
    ]
    for i, (noun, words) in enumerate(tiles):
        value = str(s.rng.randint(11, 98))
        s.joined(36 + i * 178, 500, value, 24, f" {noun}", 10)
        s.text(36 + i * 178, 530, words, 8.5, width=165)
        s.draw(value, noun, words.split(" i ")[0], period=words[-4:])


def names_over_parts(s: Sheet) -> None:
    """One stacked bar with its names over it, flush with each part, right under its heading; key under a chart of two series."""  # noqa: E501
    s.title()
    year = s.year - 1
    s.text(36, 84, f"Beboernes alder, pct. ({year})", 14, bold=True)
    x, first, second = 36.0, s.rng.randint(14, 20), s.rng.randint(12, 16)
    parts = [first, second, 40, 60 - first - second]
    for label, share, fill in zip(AGES, parts, FILLS, strict=True):
        s.text(x, 106, label, 8)
        s.rect(x, 116, 5 * share, 28, fill)
        s.text(x + 5, 124, str(share), 11, bold=True)
        s.draw(str(share), "pct.", label, "Beboernes alder", period=str(year))
        x += 5 * share
    s.text(36, 180, f"Husstande (pct., {year})", 14, bold=True)
    for i, label in enumerate(s.pick(SHARES, 4)):
        y = 205 + i * 46
        s.text(36, y + 12, label, 9)
        for k in range(2):
            share = s.rng.randint(9, 55)
            s.rect(150, y + k * 18, 6 * share, 17, FILLS[k])
            s.text(150 + 6 * share - 26, y + k * 18 + 3, str(share), 10, width=20, align="right", fill="#ffffff")
            s.draw(str(share), "pct.", label, "Husstande", period=str(year), national=k == 1)
    for k, name in enumerate((f"{s.place} Kommune", "Hele landet")):
        s.rect(150 + k * 160, 396, 9, 9, FILLS[k])
        s.text(165 + k * 160, 396, name, 8.5)
    for i, (lead, tail) in enumerate([("Almene boliger udgør", "pct. af boligerne"), ("Huslejen var", "kr. pr. m²")]):
        value = str(s.rng.randint(11, 98))
        s.rect(36 + i * 270, 420, 255, 80)
        s.text(46 + i * 270, 428, lead, 9.5, width=235, align="right")
        s.text(46 + i * 270, 444, value, 26, width=235, align="right", bold=True)
        s.text(46 + i * 270, 476, f"{tail} i {s.year - 1}", 9.5, width=235, align="right")
        s.draw(value, "pct." if not i else "kr. pr. m²", lead, period=str(s.year - 1))


LAYOUTS = (units_after_bars, number_and_name, leaders, questions, stems, lettered_gaps, counted_over_label)
LAST = (foot_bands, names_over_parts)
"""Measured first when the others were read whole."""
