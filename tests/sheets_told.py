"""Made sheets as other bureaus draw them: charts over years, rings told outside, sentences around numbers, names first, whole bars."""  # noqa: E501

from tests.sheets_draw import AGES, SHARES, Sheet
from tests.sheets_hands import DARK, GREY, KINDS, PALE, RED


def columns_over_years(s: Sheet) -> None:
    """Two charts of columns over years or periods: one of two series with its key at the right, one of a single series."""  # noqa: E501
    s.title()
    head, last = "Igangsatte almene boliger", s.year - 1
    s.text(36, 88, head, 13, bold=True)
    s.text(36, 105, "Antal boliger pr. år", 8)
    pair = s.rng.choice([("Nybyggeri", "Renovering"), ("Familieboliger", "Ungdomsboliger")])
    right = s.rng.random() < 0.5
    for k, name in enumerate(pair):
        x, y = (470, 110 + 15 * k) if right else (300 + 120 * k, 90)
        s.rect(x, y, 9, 9, (DARK, GREY)[k])
        s.text(x + 14, y, name, 8.5)
    numbers = [[s.rng.randint(8, 140) for _ in range(2)] for _ in range(4)]
    for i, both in enumerate(numbers):
        x = 46 + i * 100
        for k, value in enumerate(both):
            s.rect(x + 34 * k, 290 - value, 32, value, (DARK, GREY)[k])
            s.text(x + 34 * k - 4, 290 - value - 12, str(value), 9, width=40, align="center")
            s.draw(str(value), "boliger", pair[k] if k >= 0 else "", head, period=str(last - 3 + i))
        s.text(x, 295, str(last - 3 + i), 9, width=66, align="center")
    s.rect(40, 290, 410, 0.8, "#666666")
    head = "Støtte til renoveringer"
    s.text(36, 340, head, 13, bold=True)
    s.text(36, 357, "Mio. kr. i hver periode", 8)
    for i in range(4):
        start = last - 12 + 3 * i
        value = s.rng.randint(30, 320)
        s.rect(60 + i * 120, 560 - value / 2, 60, value / 2, RED)
        s.text(50 + i * 120, 546 - value / 2, str(value), 10, width=80, align="center", bold=True)
        s.text(50 + i * 120, 566, f"{start}-{start + 2}", 9, width=80, align="center")
        s.draw(str(value), "mio. kr.", head, period=f"{start}-{start + 2}")
    s.rect(40, 560, 510, 0.8, "#666666")


def rings_told_outside(s: Sheet) -> None:
    """A ring with call-outs at the end of lines, a second one with name and share in its key, each with a number in its middle."""  # noqa: E501
    s.title()
    year = s.year - 1
    fills = [DARK, RED, "#7d8f99", "#e3b866"]
    for r, (head, names) in enumerate((("Beboernes alder", AGES), ("Husstandene", SHARES[:4]))):
        top = 100 + r * 260
        s.text(36, top - 10, head, 13, bold=True)
        s.text(36, top + 6, f"Pct. af alle, {year}", 8)
        cuts = sorted(s.rng.sample(range(14, 90, 8), 3))
        begin, cy = 0.0, top + 120
        for k, (name, share) in enumerate(zip(names, [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)], strict=True)):  # fmt: skip  # noqa: E501
            s.piece(200, cy, 42, 72, begin / 100, (begin + share) / 100, fills[k])
            if r == 0:
                x1, y1 = s.around(200, cy, 76, (begin + share / 2) / 100)
                x2, y2 = s.around(200, cy, 92, (begin + share / 2) / 100)
                away = 18 if x2 > 200 else -18
                s.line([(x1, y1), (x2, y2), (x2 + away, y2)], "#888888", 0.7)
                x = x2 + away + 4 if away > 0 else x2 + away - 104
                side = "left" if away > 0 else "right"
                s.text(x, y2 - 11, f"{share} pct.", 11, width=100, align=side, bold=True)
                s.text(x, y2 + 2, name, 8, width=100, align=side)
            else:
                s.rect(330, top + 70 + 22 * k, 10, 10, fills[k])
                s.text(346, top + 71 + 22 * k, name, 9)
                s.text(460, top + 71 + 22 * k, f"{share} pct.", 9, width=50, align="right", bold=True)
            s.draw(str(share), "pct.", name, head, period=str(year))
            begin += share
        value = s.count(1001, 9900)
        s.text(150, cy - 14, value, 16, width=100, align="center", bold=True)
        s.text(150, cy + 6, "personer" if r == 0 else "husstande", 8, width=100, align="center")
        s.draw(value, "personer" if r == 0 else "husstande", "", head)


def landscape_sentences(s: Sheet) -> None:
    """A lying page of cards whose sentences hold their numbers in large print; a row of numbers with names before them."""  # noqa: E501
    s.size = (842, 595)
    s.text(36, 24, f"Boligerne i {s.place}", 26, bold=True)
    s.text(36, 58, f"Tal for {s.year - 1}", 10)
    said = [
        ("Der bor ", s.count(2000, 9900), " mennesker i de almene boliger.", "mennesker", "i de almene boliger"),
        ("Huslejen er i snit ", str(s.rng.randint(600, 990)), " kr. pr. m² om året.", "kr. pr. m²", "Huslejen er"),
        ("I løbet af året flyttede ", f"{s.rng.randint(8, 30)} pct.", " af lejerne.", "pct.", "af lejerne"),
        ("Man brugte ", f"{s.rng.randint(20, 480)} mio. kr.", " på at renovere.", "mio. kr.", "på at renovere"),
        ("Til byggeriet var knyttet ", str(s.rng.randint(12, 80)), " lærlinge herfra.", "lærlinge", "byggeriet"),
        ("Kommunen anviste ", str(s.rng.randint(101, 400)), " husstande en bolig.", "husstande", "Kommunen anviste"),
    ]
    for i, (lead, value, rest, unit, label) in enumerate(said):
        x, y = 36 + (i % 3) * 262, 90 + (i // 3) * 150
        s.rect(x, y, 244, 132, PALE)
        s.sentence(x + 16, y + 18, 212, [(lead, 11), (value, 24), (rest, 11)], 0.6)
        s.draw(value.split()[0], unit, label, period=str(s.year - 1))
    names = ["Familieboliger", "Ungdomsboliger", "Ældreboliger", "Plejeboliger"]
    s.text(36, 410, f"Boliger efter type, {s.year}", 13, bold=True)
    for i, name in enumerate(names):
        value = s.count(40, 4000)
        s.text(36 + i * 196, 440, name, 10)
        s.text(36 + i * 196, 455, value, 26, bold=True, fill=RED)
        s.text(36 + i * 196, 486, "boliger", 8)
        s.draw(value, "boliger", name, period=str(s.year))


def names_first_shuffled(s: Sheet) -> None:
    """Cards with a name over each number and its unit after it, in two parts; drawn in any order."""
    s.title()
    year = s.year - 1
    parts = [
        (f"Boliger i {s.year}", str(s.year), [(n, "boliger") for n in KINDS[:3]]),
        (f"Økonomi i {year}", str(year), [("Gennemsnitlig husleje", "kr. pr. m²"), ("Renovering", "mio. kr."), ("Henlæggelser", "kr. pr. bolig")]),  # noqa: E501
        (f"Beboere i {year}", str(year), [("Børn under 18 år", "pct."), ("Fraflytning", "pct."), ("Flyttet via anvisning", "husstande")]),  # noqa: E501
    ]  # fmt: skip
    boxed = s.rng.random() < 0.5
    for p, (head, period, tiles) in enumerate(parts):
        y = 95 + p * 130
        s.text(36, y, head, 13, bold=True)
        for i, (name, unit) in enumerate(tiles):
            x = 36 + i * 178
            if boxed:
                s.rect(x, y + 22, 166, 72, PALE)
            value = str(s.rng.randint(11, 97)) if unit == "pct." else s.count(101, 4800)
            s.text(x + 10, y + 32, name, 9)
            s.joined(x + 10, y + 50, value, 24, f" {unit}", 9)
            s.draw(value, unit, name, head, period=period)
    if not boxed:
        s.rng.shuffle(s.items)


def whole_bars(s: Sheet) -> None:
    """Level bars of a hundred per cent in pieces with the shares in them, one for each place; the key under the chart; and single bars in order."""  # noqa: E501
    s.title()
    year = s.year - 1
    fills = [DARK, RED, "#7d8f99", "#e3b866"]
    head = "Hvem bor i boligerne?"
    s.text(36, 92, head, 13, bold=True)
    s.text(36, 109, f"Husstande i pct., {year}", 8)
    for i, place in enumerate((s.place, "Hele landet")):
        y = 135 + 40 * i
        s.text(36, y + 6, place, 9)
        cuts = sorted(s.rng.sample(range(14, 90, 8), 3))
        x = 120.0
        for k, (name, share) in enumerate(zip(SHARES[:4], [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)], strict=True)):  # fmt: skip  # noqa: E501
            s.rect(x, y, 4.2 * share, 24, fills[k])
            s.text(x, y + 7, str(share), 9, width=4.2 * share, align="center", fill="#ffffff")
            s.draw(str(share), "pct.", name, period=str(year), national=i == 1)
            x += 4.2 * share
    for k, name in enumerate(SHARES[:4]):
        s.rect(120 + 108 * k, 222, 9, 9, fills[k])
        s.text(134 + 108 * k, 222, name, 8)
    head = "Ventetid efter boligtype"
    s.text(36, 270, head, 13, bold=True)
    s.text(36, 287, f"Måneder i gennemsnit, {year}", 8)
    for i, name in enumerate(KINDS):
        value = s.rng.randint(4, 60)
        y = 310 + i * 34
        s.text(36, y, name, 9)
        s.rect(36, y + 12, 6 * value, 12, DARK)
        s.text(36 + 6 * value + 5, y + 14, str(value), 9, bold=True)
        s.draw(str(value), "måneder", name, head, period=str(year))


LAYOUTS = (columns_over_years, rings_told_outside, landscape_sentences, names_first_shuffled, whole_bars)
