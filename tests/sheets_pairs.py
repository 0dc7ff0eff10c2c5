"""Made sheets of layouts whose units, names or sums were paired wrongly at first sight."""

from tests.sheets_draw import AGES, COUNTS, SHARES, Sheet, danish

COLOURS = ["#0b4f6c", "#f2b134", "#3c7a57", "#7a1f5c"]


def unit_column(s: Sheet) -> None:
    """A table whose units stand between names and values, the names close under each other and of one size with all."""
    s.title()
    s.text(36, 90, "Boliger, beboere og klima", 13, bold=True)
    for x, head in ((300, "Enhed"), (380, s.place), (460, "Hele landet")):
        s.text(x, 120, head, 9.5)
    rows = [
        ("Almene boliger", "antal"),
        ("Flyttede i løbet af året", "pct."),
        ("Opvarmning", "kg pr. m²"),
        ("Husleje", "kr. pr. m²"),
        ("Ledige boliger", "pct."),
    ]
    for i, (label, unit) in enumerate(rows):
        y = 136 + i * 13
        s.text(36, y, label, 9.5)
        s.text(300, y, unit, 9.5)
        for k, x in enumerate((380, 460)):
            value = str(s.rng.randint(3, 97))
            s.text(x, y, value, 9.5)
            s.draw(value, unit, label, national=bool(k))


def units_under_names(s: Sheet) -> None:
    """A ruled table with each name's unit in small print under it, values level with the two; places as columns."""
    s.title()
    s.text(36, 90, f"Nøgletal, {s.year}", 13, bold=True)
    for k, head in enumerate((s.place, "Hele landet")):
        s.text(240 + k * 120, 120, head, 10, width=110, align="center", bold=True)
    rows = [("Fraflytning", "pct."), ("Husleje, familieboliger", "kr. pr. m²"), ("Helhedsplaner", "antal"), ("Ventetid", "måneder")]  # fmt: skip  # noqa: E501
    for i, (label, unit) in enumerate(rows):
        y = 142 + i * 34
        s.text(40, y, label, 10)
        s.text(40, y + 13, unit, 7)
        for k in range(2):
            value = str(s.rng.randint(2, 980))
            s.text(240 + k * 120, y + 5, value, 10, width=110, align="center")
            s.draw(value, unit, label, period=str(s.year), national=bool(k))


def ring_with_names_around(s: Sheet) -> None:
    """Rings whose names and shares stand around them, the name over the share, amounts of money among the names."""
    s.title()
    names = ["Under 200.000 kr.", "200.000-399.999 kr.", "400.000-599.999 kr.", "600.000 kr. og over"]
    heads = ["Husstandsindkomst", "Boligernes byggeår"]
    years = ["Opført før 1960", "Opført 1960-1979", "Opført 1980-1999", "Opført fra 2000"]
    for r, (head, pool) in enumerate(zip(heads, (names, years), strict=True)):
        top = 90 + r * 300
        s.text(36, top, f"{head} i {s.year}", 13, bold=True)
        cuts = sorted(s.rng.sample(range(14, 88, 8), 3))
        begin = 0.0
        for k, (label, share) in enumerate(zip(pool, [b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)], strict=True)):  # fmt: skip  # noqa: E501
            s.piece(290, top + 150, 48, 76, begin / 100, (begin + share) / 100, COLOURS[k])
            x, y = s.around(290, top + 150, 100, (k + 0.5) / 4)
            right = x > 290
            s.text(x if right else x - 120, y - 10, label, 8, width=120, align="left" if right else "right")
            s.text(
                x if right else x - 120,
                y + 1,
                f"{share} pct.",
                10,
                width=120,
                align="left" if right else "right",
                bold=True,
            )
            s.draw(str(share), "pct.", label, head, period=str(s.year))
            begin += share
        s.text(250, top + 145, ["Husstande", "Boliger"][r], 9, width=80, align="center")


def number_between(s: Sheet) -> None:
    """Columns of label, large number and unit, far apart, under a thin line each; no area around."""
    s.title()
    for r, (head, rows) in enumerate(
        (
            (
                "Den almene boligmasse",
                [("Familieboliger", "boliger"), ("Beboere", "personer"), ("Lejeindtægter", "mio. kr.")],
            ),
            (
                "Grøn omstilling",
                [("Solceller på tage", "anlæg"), ("Sparet udledning", "ton"), ("Ladestandere", "stk.")],
            ),
        )
    ):
        y = 100 + r * 170
        s.text(36, y, head, 13, bold=True)
        for i, (label, unit) in enumerate(rows):
            x, value = 36 + i * 180, str(s.rng.randint(11, 980))
            s.rect(x, y + 22, 165, 2.5, "#0b4f6c")
            s.text(x, y + 32, label, 9)
            s.text(x, y + 66, value, 28)
            s.text(x, y + 108, unit, 9, bold=True)
            s.draw(value, unit, label, head)


def stacks_named_above(s: Sheet) -> None:
    """Lying stacks for municipality and country, each name over its stack; the legend's names begin with numbers."""
    s.title()
    pools = (["1 person", "2 personer", "3 personer", "4 eller flere"], AGES)
    for r, (head, names) in enumerate(zip((f"Husstandenes størrelse i {s.year}", f"Beboernes alder i {s.year}"), pools, strict=True)):  # fmt: skip  # noqa: E501
        top = 90 + r * 180
        s.text(36, top, head, 13, bold=True)
        for k, name in enumerate(names):
            s.rect(36 + k * 90, top + 24, 8, 8, COLOURS[k])
            s.text(48 + k * 90, top + 23, name, 8.5)
        for i, place in enumerate((f"{s.place} Kommune", "Hele landet")):
            y = top + 44 + i * 54
            s.text(36, y, place, 9)
            cuts = sorted(s.rng.sample(range(12, 90, 11), 3))
            begin = 0
            for k, share in enumerate(b - a for a, b in zip([0, *cuts], [*cuts, 100], strict=True)):
                s.rect(36 + begin * 5, y + 14, share * 5, 26, COLOURS[k])
                s.text(
                    36 + begin * 5, y + 22, f"{share} %", 9, width=share * 5, align="center", fill="#ffffff", bold=True
                )
                s.draw(str(share), "pct.", names[k], head, period=str(s.year), national=bool(i))
                begin += share


def glued_units(s: Sheet) -> None:
    """Large numbers with their small units set right up to them; the words go on under both as a sentence."""
    s.title()
    rows = [("pct.", "af boligmassen er almene boliger"), ("kr. pr. m²", "er den gennemsnitlige husleje"), ("lærlinge", "har været tilknyttet renoveringer"), ("anlæg", "er sat op på tagene")]  # fmt: skip  # noqa: E501
    for i, (unit, label) in enumerate(rows):
        x, y, value = 36 + (i % 2) * 270, 100 + (i // 2) * 110, str(s.rng.randint(11, 98))
        s.rect(x, y, 255, 95, "#f7f2e8")
        s.joined(x + 12, y + 14, value, 26, unit, 9)
        s.text(x + 12, y + 56, f"{label} i {s.year}", 9)
        s.draw(value, unit, label, period=str(s.year))


def sentences_beside(s: Sheet) -> None:
    """Sentences that stand left of their numbers in circles: lead, unit and end; a title in small letters."""
    s.title()
    rows = [
        ("De almene afdelinger havde en omsætning på", "mio. kr.", f"i {s.year - 1}."),
        ("Fraflytningen i familieboliger var på", "pct.", f"i {s.year - 2}."),
    ]
    for i, (lead, unit, end) in enumerate(rows):
        x, value = 36 + i * 262, str(s.rng.randint(11, 390))
        s.rect(x, 100, 250, 110, "#e8f1f5")
        s.text(x + 10, 110, lead, 9, width=160)
        s.text(x + 60, 158, unit, 9, width=90, align="right", bold=True)
        s.text(x + 60, 174, end, 7.5, width=90, align="right")
        s.circle(x + 200, 165, 30)
        s.text(x + 170, 156, value, 17, width=60, align="center", fill="#ffffff", bold=True)
        s.draw(value, unit, lead, period=end[2:-1])
    for i, (noun, words) in enumerate((("solcelleanlæg", "er sat op på almene tage"), ("lærlinge", "har været med i renoveringer"))):  # fmt: skip  # noqa: E501
        x, value = 36 + i * 262, str(s.rng.randint(11, 390))
        s.rect(x, 240, 250, 60, "#f7f2e8")
        s.text(x + 12, 250, noun, 11, bold=True)
        s.text(x + 12, 266, words, 8.5)
        s.text(x + 170, 254, value, 26, width=70, align="right", bold=True)
        s.draw(value, noun, words)
    value = s.count(1200, 9000)
    s.text(36, 330, "Mange mennesker bor i almene boliger i Danmark –", 9, width=150)
    s.text(36, 372, f"af dem bor i almene boliger i {s.place}", 9, width=150, bold=True)
    s.circle(240, 372, 36, "#7a1f5c")
    s.text(200, 362, value, 18, width=80, align="center", fill="#ffffff", bold=True)
    s.draw(value, "", "af dem bor i almene boliger")


def empty_columns(s: Sheet) -> None:
    """Columns of two years with a printed 0 where a column has no height; a heading with its unit, another below."""
    s.title()
    s.text(36, 90, "Igangsatte byggerier, antal boliger", 13, bold=True)
    for k in range(2):
        s.rect(36 + k * 100, 116, 9, 9, COLOURS[k])
        s.text(49 + k * 100, 115, str(s.year - 1 + k), 9)
    empty = s.rng.randint(0, 5)
    for i, label in enumerate(["Familieboliger", "Ungdomsboliger", "Ældreboliger"]):
        for k in range(2):
            value, x = 0 if 2 * i + k == empty else s.rng.randint(12, 130), 80 + i * 140 + k * 36
            if value:
                s.rect(x, 320 - value, 32, value, COLOURS[k])
            s.text(x - 4, 320 - value - 13, str(value), 9, width=40, align="center")
            s.draw(str(value), "boliger", label, period=str(s.year - 1 + k))
        s.text(60 + i * 140, 325, label, 9, width=110, align="center")
    s.text(36, 350, "Renoveringssum pr. år, mio. kr.", 13, bold=True)
    for i in range(4):
        value, x = s.rng.randint(12, 130), 80 + i * 100
        s.rect(x, 530 - value, 60, value, COLOURS[2])
        s.text(x, 530 - value - 13, str(value), 9, width=60, align="center")
        s.text(x, 535, str(s.year - 3 + i), 9, width=60, align="center")
        s.draw(str(value), "mio. kr.", "Renoveringssum", period=str(s.year - 3 + i))


def large_in_leaders(s: Sheet) -> None:
    """Leader lines whose numbers are large and units small; headings broken before their year."""
    s.title()
    for k, head in enumerate(["Boliger og beboere,", "Flytninger efter årsag,"]):
        x = 36 + k * 280
        s.text(x, 90, head, 11, bold=True)
        s.text(x, 103, str(s.year - 1), 11, bold=True)
        for i, label in enumerate(s.pick(COUNTS[:6] if not k else SHARES, 5)):
            value = danish(s.rng.randint(11, 9000))
            s.text(x, 128 + i * 22, label, 9)
            s.text(x + 130, 126 + i * 22, value, 12, width=60, align="right", bold=True)
            s.text(x + 194, 129.5 + i * 22, ["personer", "sager", "kr.", "pct.", "boliger"][i], 7.5)
            s.draw(value, ["personer", "sager", "kr.", "pct.", "boliger"][i], label, period=str(s.year - 1))


def names_over_two_bars(s: Sheet) -> None:
    """Lying bars in pairs, their shares inside, each pair beside a name of one line or two, right-aligned."""
    s.title()
    s.text(36, 90, f"Husstande {s.year} (pct.)", 13, bold=True)
    series = [s.place, "Hele landet"]
    for k, name in enumerate(series):
        s.rect(400, 120 + k * 18, 9, 9, COLOURS[k])
        s.text(413, 119 + k * 18, name, 9)
    for i, lines in enumerate((("Enlige uden", "børn"), ("Enlige med", "børn"), ("Par uden børn",), ("Andre slags", "husstande"))):  # fmt: skip  # noqa: E501
        y = 125 + i * 34
        for j, line in enumerate(lines):
            s.text(36, y + j * 9.6 + 5 * (2 - len(lines)) - 1, line, 8, width=80, align="right")
        for k in range(2):
            share = s.rng.randint(6, 58)
            s.rect(124, y + k * 11, share * 4, 10, COLOURS[k])
            s.text(124, y + k * 11 + 1.5, str(share), 7, width=share * 4 - 3, align="right", fill="#ffffff")
            s.draw(str(share), "pct.", " ".join(lines), series[k], period=str(s.year), national=bool(k))


def colon_lists(s: Sheet) -> None:
    """A list of names with colons, each followed by its number; prices of homes whose size is part of the name."""
    s.title()
    head = f"Boligsocialt arbejde {s.year - 3}-{s.year}"
    s.text(36, 90, head, 13, bold=True)
    for i, (name, unit) in enumerate((("Antal helhedsplaner", ""), ("Støtte fra fonden", "mio. kr."), ("Unge i fritidsjob", ""))):  # fmt: skip  # noqa: E501
        value = str(s.rng.randint(3, 98))
        s.text(60, 114 + i * 13, f"{name}: {value} {unit}".strip(), 9)
        s.draw(value, unit, name, head, period=f"{s.year - 3}-{s.year}")
    s.text(36, 180, "Hvad koster en bolig?", 13, bold=True)
    for i, size in enumerate((30, 85, 60)):
        x, value = 36 + i * 170, danish(s.rng.randint(2100, 8900))
        s.rect(x, 205, 150, 74, "#ddeedd")
        s.text(x + 8, 211, f"Bolig på {size} m²", 9)
        s.text(x + 8, 226, f"{value} kr.", 18, bold=True)
        s.text(x + 8, 250, "om måneden", 8.5)
        s.draw(value, "kr. pr. måned", f"Bolig på {size} m²")
    s.text(36, 320, f"1 Gennemsnit for boliger på 85 m². .. = færre end 5 boliger. Tal for {s.year}.", 7)


def units_of_their_own(s: Sheet) -> None:
    """A grid of tiles without areas: small capitals over each number, its unit in small print under it or none."""
    s.title()
    s.text(36, 90, "Afdelingerne", 13, bold=True)
    rows = [("AFDELINGER", ""), ("HUSLEJE", "kr. pr. m² pr. år"), ("AREAL", "m²"), ("FRAFLYTNING", "pct."), ("ELBILER", "ladestandere"), ("BYGGESAGER", "")]  # fmt: skip  # noqa: E501
    for i, (name, unit) in enumerate(rows):
        x, y, value = 36 + (i % 3) * 175, 116 + (i // 3) * 80, str(s.rng.randint(11, 98))
        s.text(x, y, name, 7.5)
        s.text(x, y + 14, value, 22)
        s.text(x, y + 40, unit, 7.5)
        s.draw(value, unit, name, "Afdelingerne")


LAYOUTS = (
    unit_column,
    units_under_names,
    ring_with_names_around,
    number_between,
    stacks_named_above,
    glued_units,
    sentences_beside,
    empty_columns,
    large_in_leaders,
    names_over_two_bars,
    colon_lists,
    units_of_their_own,
)
