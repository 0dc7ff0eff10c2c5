"""Sheets that tell in sentences with several large numbers, in rings whose pieces have rims, and in units right of their numbers."""  # noqa: E501

from tests.sheets_draw import Sheet
from tests.sheets_hands import DARK, PALE, RED

FILLS = [DARK, RED, "#7d8f99", "#e3b866"]


def several_sentences(s: Sheet) -> None:
    """Cards of two or three sentences each, their numbers in large print, two of them in one sentence; one ends in the mark of a note."""  # noqa: E501
    s.title()
    a, b, c = s.count(1001, 9900), s.count(101, 900), s.count(101, 900)
    pct, old, young = (str(s.rng.randint(low, low + 9)) for low in (5, 31, 15))
    rent, homes, more = str(s.rng.randint(601, 990)), str(s.rng.randint(21, 48)), str(s.rng.randint(51, 99))
    cards = [
        [f"Kommunen har *{a}* almene boliger. Det svarer til *{pct}* pct. af alle boliger.",
         f"Af dem er *{b}* ældreboliger, og *{c}* er ungdomsboliger."],
        [f"Af beboerne er *{old}* pct. fyldt 65 år, og *{young}* pct. er børn under 18 år. Andre er midt i livet."],
        [f"En familiebolig koster *{rent}* kr. pr. m² om året.¹"],
        [f"I Nørby er der bygget *{homes}* boliger, og i Sønderby kom der *{more}* boliger til. De er alle lejet ud."],
    ]  # fmt: skip
    for i, card in enumerate(cards):
        x, y = 36 + (i % 2) * 266, 100 + (i // 2) * 190
        s.rect(x, y, 250, 170, PALE)
        s.text(x + 14, y + 10, ("Boligerne", "Beboerne", "Huslejen", "Byggeriet")[i], 13, bold=True)
        for k, said in enumerate(card):
            parts = [(part, 20.0 if j % 2 else 9.0) for j, part in enumerate(said.split("*"))]
            s.sentence(x + 14, y + 38 + 62 * k, 222, parts, 0.6)
    for value, unit, label, group in (
        (a, "boliger", "almene boliger", "Boligerne"),
        (pct, "pct.", "af alle boliger", "Boligerne"),
        (b, "boliger", "ældreboliger", "Boligerne"),
        (c, "", "ungdomsboliger", "Boligerne"),
        (old, "pct.", "fyldt 65 år", "Beboerne"),
        (young, "pct.", "børn under 18 år", "Beboerne"),
        (rent, "kr. pr. m²", "En familiebolig koster", "Huslejen"),
        (homes, "boliger", "I Nørby er der bygget", "Byggeriet"),
        (more, "boliger", "i Sønderby kom der", "Byggeriet"),
    ):
        s.draw(value, unit, label, group)


def rimmed_ring(s: Sheet) -> None:
    """Two rings whose pieces are drawn over a white rim, their shares in the pieces and their names in a key beside."""
    s.title()
    names = ["0-17 år", "18-29 år", "30-64 år", "65 år og derover"]
    for r, head in enumerate(("Beboernes alder", "Ansøgernes alder")):
        top, begin = 110 + r * 250, 0.0
        s.text(36, top - 10, head, 13, bold=True)
        cuts = sorted(s.rng.sample(range(15, 86, 10), 3))
        shares = [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)]
        for fill, share, name in zip(FILLS, shares, names, strict=True):
            s.piece(200, top + 110, 38, 82, begin / 100, (begin + share) / 100, "#ffffff")
            s.piece(200, top + 110, 40, 80, begin / 100 + 0.004, (begin + share) / 100 - 0.004, fill)
            x, y = s.around(200, top + 110, 60, (begin + share / 2) / 100)
            s.text(x - 20, y - 5, f"{share} pct.", 8, width=40, align="center", bold=True, fill="#ffffff")
            s.draw(str(share), "pct.", name, head)
            begin += share
        for k, name in enumerate(names):
            s.rect(330, top + 70 + 22 * k, 10, 10, FILLS[k])
            s.text(346, top + 71 + 22 * k, name, 9)


def units_right(s: Sheet) -> None:
    """A column of names over numbers that end, with their units, at the right edge; most count what has a name."""
    s.title()
    s.rect(400, 90, 146, 470, PALE)
    rows = [
        ("Beboere i almene boliger", s.count(10001, 19900), "personer"),
        ("Tomme boliger i over 3 måneder", str(s.rng.randint(11, 19)), "boliger"),
        ("Husleje i familieboliger", str(s.rng.randint(700, 990)), "kr. pr. m²"),
        ("Indtægt fra huslejen", str(s.rng.randint(201, 490)), "mio. kr."),
        ("Anvist af kommunen", str(s.rng.randint(101, 190)), "husstande"),
        ("Andel af alle boliger i området", f"{s.rng.randint(10, 30)},{s.rng.randint(1, 9)}", "pct."),
    ]
    for i, (name, value, unit) in enumerate(rows):
        y = 110 + i * 74
        s.text(412, y, name, 8)
        s.items.append(
            f"#place(top + left, dx: 412pt, dy: {y + 14}pt)[#box(width: 122pt)[#set align(right); "
            f'#text(size: 22pt, weight: "bold")[{value}]#h(5pt)#text(size: 9pt)[{unit}]]]'
        )
        s.line([(412, y + 50), (534, y + 50)], "#888888", 0.5)
        s.draw(value, unit, name)


def time_line(s: Sheet) -> None:
    """Years over sentences with a number in larger print; the page says of another year."""
    s.title()
    s.text(36, 74, f"Tal for {s.year - 1}", 9)
    s.text(36, 120, "Det skete", 13, bold=True)
    s.line([(36, 144), (550, 144)], DARK, 1.5)
    told = (("Kærvej fik indviet", "boliger."), ("På Søvej bygges der", "lejligheder."), ("I Nørby blev der købt", "maskiner."))  # fmt: skip  # noqa: E501
    for i, (lead, noun) in enumerate(told):
        x, year, value = 36 + 176 * i, 2016 + 2 * i + s.rng.randint(0, 1), str(s.rng.randint(31, 99))
        s.text(x, 150, str(year), 12, bold=True)
        s.sentence(x, 167, 150, [(f"{lead} ", 8.5), (value, 11.5), (f" {noun}", 8.5)], 0.6)
        s.draw(value, noun.rstrip("."), lead, "Det skete", period=str(year))


def shaded_tall_rows(s: Sheet) -> None:
    """A table of tall rows, every other one shaded, one head in two lines; a second one whose corner says its unit and year."""  # noqa: E501
    s.title()
    s.text(36, 100, "De største områder", 14, bold=True)
    s.rect(36, 122, 523, 32, DARK)
    heads = (("Boliger", 380, 133), ("Beboere", 470, 133), ("Fraflytning", 550, 127))
    s.text(44, 133, "Område", 9, bold=True, fill="#ffffff")
    for name, right, y in heads:
        s.text(right - 100, y, name, 9, width=100, align="right", bold=True, fill="#ffffff")
    s.text(450, 140, "pct.", 7, width=100, align="right", fill="#ffffff")
    for i, area in enumerate(("Nordparken", "Ørnevejens Kvarter", "Vestermarken", "Syd", "Koktvedgård")):
        top = 154 + 28.5 * i
        if i % 2 == 0:
            s.rect(36, top, 523, 28.5, PALE)
        s.text(44, top + 9, area, 9)
        values = (str(s.rng.randint(201, 699)), s.count(700, 1400), str(s.rng.randint(7, 19)))
        for (name, right, _), value, unit in zip(heads, values, ("", "", "pct."), strict=True):
            s.text(right - 100, top + 9, value, 9, width=100, align="right")
            s.draw(value, unit, area, name)
    s.text(36, 330, "Beboernes alder", 12, bold=True)
    s.text(36, 352, f"Pct. af beboerne, {s.year - 1}", 8, bold=True)
    for name, right in ((s.place, 230), ("Landet", 280)):
        s.text(right - 100, 352, name, 8, width=100, align="right", bold=True)
    for i, age in enumerate(("0-17 år", "18-29 år", "30-64 år", "65 år og derover")):
        s.text(36, 371 + 19 * i, age, 8)
        for right, series in ((230, s.place), (280, "Landet")):
            value = str(s.rng.randint(10 + 20 * i, 29 + 20 * i))
            s.text(right - 100, 371 + 19 * i, value, 8, width=100, align="right")
            s.draw(value, "pct.", age, series, period=str(s.year - 1), national=series == "Landet")


LAYOUTS = (several_sentences, rimmed_ring, units_right, time_line, shaded_tall_rows)
