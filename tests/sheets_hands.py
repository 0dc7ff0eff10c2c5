"""Made sheets as other bureaus draw them: a sidebar beside pairs of bars, circles with their units, striped tables, charts over years."""  # noqa: E501

from tests.sheets_draw import AGES, SHARES, Sheet, danish

RED, GREY, DARK, PALE = "#c8322b", "#bbb3a8", "#1f3b6c", "#f4f1ec"
KINDS = ["Familieboliger", "Ældreboliger", "Ungdomsboliger", "Plejeboliger"]


def sidebar_and_pairs(s: Sheet) -> None:
    """Tiles under each other in a sidebar; beside it pairs of level bars, each pair under its name, the first's number in the bar."""  # noqa: E501
    left = s.rng.random() < 0.6
    side, main = (0.0, 200.0) if left else (420.0, 36.0)
    length = 350 if left else 330
    s.rect(side, 0, 175, 842, PALE)
    s.rect(side, 0, 175, 100, RED)
    s.text(side + 24, 28, s.place, 24, bold=True, fill="#ffffff")
    s.text(side + 24, 60, "kommune", 16, fill="#ffffff")
    s.text(side + 24, 84, f"Ark {s.year}", 8, fill="#ffffff")
    s.text(side + 24, 122, s.rng.choice(["Kort fortalt", "Kommunen i tal", "Overblik"]), 12, bold=True, fill=RED)
    tiles = [
        (danish(s.rng.randint(2100, 6000)), "boliger", "er almene i kommunen", f"(1. januar {s.year})", f"{s.year}"),
        (danish(s.rng.randint(6100, 9900)), "personer", "bor i en almen bolig", f"({s.year - 1})", f"{s.year - 1}"),
        (str(s.rng.randint(120, 400)), "mio. kr.", "betalte beboerne i leje", f"i {s.year - 1}", f"{s.year - 1}"),
        (str(s.rng.randint(620, 990)), "kr. pr. m²", "er huslejen i gennemsnit", f"({s.year - 1})", f"{s.year - 1}"),
        (str(s.rng.randint(61, 99)), "boliger", "er sat i gang som nybyggeri", "i perioden 2022-2024", "2022-2024"),
    ]
    for i, (value, unit, said, when, period) in enumerate(tiles):
        top = 148 + i * 78
        s.joined(side + 24, top, value, 24, f" {unit}", 8.5)
        s.text(side + 24, top + 30, said, 8.5)
        s.text(side + 24, top + 41, when, 8.5)
        s.rect(side + 24, top + 60, 120, 0.8, "#cfc8bd")
        s.draw(value, unit, said, period=period)
    s.text(main, 30, f"Sådan bor vi alment i {s.place}", 17, bold=True)
    for k, name in enumerate((f"{s.place} kommune", "Hele landet")):
        s.rect(main + 130 * k, 82, 12, 9, (RED, GREY)[k])
        s.text(main + 18 + 130 * k, 82, name, 8.5)
    charts = [
        ("Husstande i boligerne", f"Andel i pct. af husstandene, {s.year - 1}", SHARES[:4], (4, 60), False),
        ("Fraflytning efter boligtype", f"Fraflyttede boliger i pct., {s.year - 1}", KINDS[:3], (90, 450), True),
        ("Beboerne efter alder", f"Pct. af beboerne, {s.year - 2}", AGES[:3], (7, 50), False),
    ]
    y = 108.0
    for head, note, names, (low, high), decimals in charts:
        s.text(main, y, head, 12, bold=True, fill=RED)
        s.text(main, y + 15, note, 8)
        y += 34
        for name in names:
            s.text(main, y, name, 8.5, bold=True)
            for k, top in enumerate((y + 12, y + 24)):
                number = s.rng.randint(low, high)
                value = f"{number // 10},{number % 10}" if decimals else str(number)
                w = length * number / high
                s.rect(main, top, w, 11, (RED, GREY)[k])
                inside = k == 0 and w > 40
                s.text(main + w - 34 if inside else main + w + 4, top + 1.5, value, 8.5, width=30 if inside else 0, align="right", bold=k == 0, fill="#ffffff" if inside else "#222222")  # fmt: skip  # noqa: E501
                s.draw(value, "pct.", name, head, period=note[-4:], national=k == 1)
            y += 44
        y += 14


def circles_with_units(s: Sheet) -> None:
    """Circles with number and unit in them, the name under each; full rows and two parts beside each other under rules; raised marks of notes."""  # noqa: E501
    s.text(40, 60, f"NØGLETAL {s.year} · DE ALMENE BOLIGER", 9, fill=RED)
    s.text(40, 78, s.place, 26, bold=True)
    s.text(40, 106, "kommune", 26, bold=True)
    value = s.count(2000, 9900)
    s.circle(480, 100, 70, RED)
    s.circle(480, 100, 62, "#ffffff")
    for y, words, size in ((78, value, 22), (104, "personer", 8), (118, "bor i en almen bolig", 7)):
        s.text(410, y, words, size, width=140, align="center", bold=size > 10)
    s.draw(value, "personer", "bor i en almen bolig")
    year = s.year - 1
    step = s.rng.choice([112, 118])
    rows = [
        (190, [(40, 515, f"Almene boliger pr. 1. januar {s.year}", [(n, "boliger") for n in KINDS], str(s.year))]),
        (
            322,
            [
                (40, 245, f"Nybyggeri {year - 2}-{year}", [(n, "boliger") for n in KINDS[:3]], f"{year - 2}-{year}"),
                (310, 245, f"Husleje i {year}", [(KINDS[0], "kr. pr. m²"), (KINDS[1], "kr. pr. m²"), (KINDS[2], "kr. pr. måned")], str(year)),  # noqa: E501
            ],
        ),
        (
            322 + step + 14,
            [
                (40, 245, f"Økonomi i {year}", [("Lejeindtægter", "mio. kr."), ("Renovering med støtte fra fonden", "mio. kr."), ("Boligsociale indsatser", "mio. kr.")], str(year)),  # noqa: E501
            ],
        ),
        (
            322 + 2 * step + 46,
            [(40, 515, f"Flytninger i {year}", [("Fraflytning fra familieboliger", "pct."), ("Beboere over 65 år", "pct."), ("Ny bolig via anvisning", "husstande"), ("Nye lejere i alt", "lejekontrakter")], str(year))],  # noqa: E501
        ),
    ]  # fmt: skip
    for y, parts in rows:
        for x, width, head, tiles, period in parts:
            s.rect(x, y, width, 0.8, DARK)
            s.text(x, y + 7, head, 10.5, bold=True)
            pitch, r = width / len(tiles), 37 if len(tiles) == 4 else 33
            for i, (name, unit) in enumerate(tiles):
                cx, cy = x + pitch * (i + 0.5), y + 62
                value = str(s.rng.randint(11, 97)) if unit in ("pct.", "mio. kr.") else s.count(101, 3900)
                s.circle(cx, cy, r, DARK)
                s.text(cx - 40, cy - 15, value, 17, width=80, align="center", bold=True, fill="#ffffff")
                s.text(cx - 40, cy + 5, unit, 6, width=80, align="center", fill="#ffffff")
                s.text(cx - 40, cy + r + 7, name, 7.5, width=80, align="center")
                s.draw(value, unit, name.split()[0], head, period=period)
    words = "Boligorganisationerne udlejer boliger til alle uanset alder. Driften er uden profit, og beboerne vælger."
    s.text(310, 322 + step + 22, words, 8, width=240)
    s.text(40, 800, "1) Inkl. plejeboliger. Kilde: Opdigtede tal.", 6)


def striped_tables(s: Sheet) -> None:
    """Numbered tables with a filled row of heads and shaded rows, a note at the right end of each heading's line, gaps in signs and letters."""  # noqa: E501
    s.text(36, 26, f"{s.place} Kommune", 22, bold=True, fill=DARK)
    s.text(400, 38, f"Ark i tal · {s.year}", 10, width=159, align="right")
    s.rect(36, 64, 523, 2, DARK)
    value, year = s.count(2000, 9000), s.year - 1
    s.text(36, 82, value, 26, bold=True, fill=DARK)
    s.text(140, 84, f"mennesker bor i almene boliger i {s.place} Kommune (1. januar {s.year}). Tabellerne viser resten.", 9, width=400)  # fmt: skip  # noqa: E501
    s.draw(value, "mennesker", "bor i almene boliger", period=str(s.year))
    years = [str(year - 2 + i) for i in range(3)]
    places = [f"{s.place} Kommune", "Hele landet"]
    mixed = [
        ("Andel af boligmassen (pct.)", "pct.", 50),
        ("Fraflytning fra familieboliger (pct.)", "pct.", 50),
        ("Gennemsnitlig husleje (kr. pr. m²)", "kr. pr. m²", 990),
        ("Husleje i alt (mio. kr.)", "mio. kr.", 700),
        ("Nye lejekontrakter", "", 900),
    ]
    rows_of = lambda names, unit, top: [(n, unit, top) for n in names]  # noqa: E731
    tables = [
        ("Almene boliger", "Antal boliger pr. 1. januar", years, rows_of(KINDS, "boliger", 3000)),
        ("Igangsatte byggerier", "Antal boliger", years, rows_of(KINDS[:3], "boliger", 90)),
        ("Udlejning og økonomi", f"{year}, medmindre andet er angivet", places, mixed),
        ("Familietyper", f"Pct. af husstandene, {year}", places, rows_of(SHARES, "pct.", 60)),
        ("Beboernes alder", f"Pct. af beboerne, {year}", places, rows_of(AGES, "pct.", 60)),
    ]  # fmt: skip
    y = 130.0
    for t, (head, note, cols, rows) in enumerate(tables, 1):
        s.text(36, y, f"Tabel {t}. {head}", 11, bold=True, fill=DARK)
        s.text(330, y + 3, note, 7, width=229, align="right")
        y += 20
        s.rect(36, y, 523, 15, DARK)
        for k, col in enumerate(cols):
            s.text(260 + 100 * (k + 3 - len(cols)), y + 4, col, 8, width=90, align="right", bold=True, fill="#ffffff")
        y += 15
        for i, (name, unit, top) in enumerate(rows):
            if i % 2:
                s.rect(36, y, 523, 15, "#eaeef7")
            s.text(42, y + 4, name, 8)
            for k, col in enumerate(cols):
                x, gap = 260 + 100 * (k + 3 - len(cols)), s.rng.random() < 0.15
                value = s.rng.choice(["-", "..", "i.t."]) if gap else s.count(3, top)
                s.text(x, y + 4, value, 8, width=90, align="right")
                mark = not gap and s.rng.random() < 0.1
                if mark:
                    s.text(x + 91, y + 2, "1", 5)
                if not gap:
                    when = col if cols is years else str(year)
                    s.draw(value, unit, name.split(" (")[0], head, period=when, national=col == "Hele landet")
            y += 15
        s.rect(36, y, 523, 1, DARK)
        y += 16
    s.text(42, y, "1) Foreløbigt tal. Tegnforklaring: - = ikke opgjort; .. = for få; i.t. = ikke tilgængelig", 7)


def parts_in_a_table(s: Sheet) -> None:
    """One table whose rows come in parts under names of their own, with a column of units, two columns of places and gaps."""  # noqa: E501
    s.title()
    year = s.year - 1
    s.text(36, 88, f"Nøgletal for {year}", 13, bold=True)
    x0 = s.rng.choice([300, 320])
    for x, head in ((x0, "Enhed"), (x0 + 80, s.place), (x0 + 160, "Hele landet")):
        s.text(x, 114, head, 9, width=72, align="left" if head == "Enhed" else "right", bold=True)
    s.rect(36, 128, 523, 1, DARK)
    parts = [
        ("Boligerne", [("Familieboliger", "antal"), ("Ungdomsboliger", "antal"), ("Andel af alle boliger", "pct.")]),
        ("Økonomi", [("Gennemsnitlig husleje", "kr./m²"), ("Renovering", "mio. kr."), ("Tomgang", "pct.")]),
        ("Beboere", [("Enlige uden børn", "pct."), ("Børn under 18 år", "pct."), ("Over 65 år", "pct.")]),
    ]
    y = 134.0
    band = s.rng.random() < 0.5
    for part, rows in parts:
        if band:
            s.rect(36, y, 523, 16, "#dfe7f2")
        s.text(36 if not band else 42, y + 4, part, 9, bold=True)
        y += 17
        for name, unit in rows:
            s.text(48, y + 3, name, 9)
            s.text(x0, y + 3, unit, 9)
            for k in range(2):
                high = {"antal": 4000, "pct.": 70, "kr./m²": 990, "mio. kr.": 600}[unit]
                gap = s.rng.random() < 0.12
                value = s.rng.choice(["–", "..", "•"]) if gap else s.count(5, high)
                s.text(x0 + 80 * (k + 1), y + 3, value, 9, width=72, align="right")
                if not gap:
                    told = {"antal": "", "kr./m²": "kr. pr. m²"}.get(unit, unit)
                    s.draw(value, told, name, period=str(year), national=k == 1)
            y += 15
        y += 4
    s.text(36, y + 4, ".. = for få til at blive vist. – = intet. • = ikke oplyst.", 7.5)


LAYOUTS = (sidebar_and_pairs, circles_with_units, striped_tables, parts_in_a_table)
