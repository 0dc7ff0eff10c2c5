"""Made sheets of charts beside each other with their keys under them, bars that say their series at each, and sentences in no box."""  # noqa: E501

from tests.sheets_draw import AGES, SHARES, Sheet, danish
from tests.sheets_hands import DARK, GREY, KINDS, RED

SCHOOLS = ["Grundskole", "Erhvervsuddannelse", "Videregående uddannelse"]


def pairs_beside(s: Sheet) -> None:
    """Two by two charts of pairs of level bars, each pair under its name, each chart with the same key over or under it."""  # noqa: E501
    s.title()
    over, year = s.rng.random() < 0.5, s.year - 1
    charts = [
        (36, 100, "Husstandstyper", SHARES[:4]),
        (310, 100, "Beboernes alder", AGES),
        (36, 380, "Fraflytning", KINDS[:3]),
        (310, 380, "Uddannelse", SCHOOLS),
    ]
    for x, top, head, names in charts:
        s.text(x, top, head, 13, bold=True)
        s.text(x, top + 16, f"Andel i pct., {year}", 7)
        y = top + (50 if over else 34)
        key = top + 32 if over else y + 40 * len(names) + 4
        for k, name in enumerate((f"{s.place} Kommune", "Hele landet")):
            s.rect(x + 110 * k, key, 8, 8, (DARK, GREY)[k])
            s.text(x + 13 + 110 * k, key, name, 8)
        for name in names:
            s.text(x, y, name, 8.5)
            for k in range(2):
                share = s.rng.randint(5, 60)
                s.rect(x, y + 12 + 12 * k, 3 * share, 11, (DARK, GREY)[k])
                s.text(x + 3 * share + 4, y + 13 + 12 * k, f"{share} pct.", 8)
                s.draw(str(share), "pct.", name, head, period=str(year), national=k == 1)
            y += 40


def series_at_bars(s: Sheet) -> None:
    """Level bars of one chart, each with its place left of it or after its number, the class over or left of each pair."""  # noqa: E501
    s.title()
    after, aside, head, year = s.rng.random() < 0.5, s.rng.random() < 0.5, "Hvem bor i boligerne?", s.year - 1
    s.text(36, 95, head, 13, bold=True)
    s.text(36, 112, f"Husstande i pct., {year}", 8)
    foot = 36 + (110 if aside else 0) + (0 if after else 70)
    for i, name in enumerate(SHARES[:4]):
        y = 140 + 48 * i
        s.text(36, y + 16 if aside else y - 3, name, 9, bold=True)
        for k, place in enumerate((s.rng.choice(["Kommunen"]), "Landet")):
            share, top = s.rng.randint(8, 60), y + 11 + 13 * k
            s.rect(foot, top, 4 * share, 11, (RED, GREY)[k])
            if not after:
                s.text(foot - 66, top + 1, place, 8.5)
            s.text(foot + 4 * share + 4, top + 1, f"{share} pct. {place}" if after else str(share), 8.5)
            s.draw(str(share), "pct.", name, head, period=str(year), national=k == 1)


def sentences_in_no_box(s: Sheet) -> None:
    """A lying page of sentences under rules, their numbers large among the words or on a line of their own, no full stops."""  # noqa: E501
    s.size = (842, 595)
    s.text(36, 24, f"Alment i {s.place}", 26, bold=True)
    s.text(36, 58, f"Tal fra {s.year - 1}", 9)
    said = [
        ("I byen bor ", danish(s.rng.randint(2000, 9000)), " mennesker i en almen bolig", "mennesker", "I byen bor"),
        ("Familierne betaler i snit ", f"{s.rng.randint(600, 990)} kr.", " pr. m²", "kr. pr. m²", "Familierne betaler"),
        ("Hvert år flytter ", f"{s.rng.randint(8, 40)} pct.", " af lejerne ud", "pct.", "af lejerne ud"),
        (
            "Der er renoveret for\n",
            f"{s.rng.randint(20, 400)} mio. kr.",
            "\nmed støtte fra fonden",
            "mio. kr.",
            "renoveret",
        ),
        ("Kommunen anviste bolig til ", str(s.rng.randint(20, 300)), " husstande", "husstande", "anviste bolig"),
        ("Indkøb i byen gav ", f"{s.rng.randint(30, 300)} mio. kr.", " i omsætning", "mio. kr.", "i omsætning"),
    ]
    for i, (lead, value, rest, unit, label) in enumerate(said):
        x, y = 36 + (i % 3) * 262, 100 + (i // 3) * 130
        s.rect(x, y, 244, 2, RED)
        if "\n" in lead:
            for dy, words, size in ((14, lead.strip(), 11), (28, value, 24), (56, rest.strip(), 11)):
                s.text(x + 10, y + dy, words, size, bold=size > 11)
        else:
            s.sentence(x + 10, y + 14, 225, [(lead, 11), (value, 24), (rest, 11)], 0.5)
        s.draw(value.split()[0], unit, label, period=str(s.year - 1))


def parts_under_heads(s: Sheet) -> None:
    """A table over two years whose parts begin flush with their rows, in their print; each part's name tells its unit."""  # noqa: E501
    s.title()
    s.text(36, 92, "Bolig- og beboertal", 13, bold=True)
    years, upper = (s.year - 2, s.year - 1), s.rng.random() < 0.5
    for k, year in enumerate(years):
        s.text(200 + 60 * k, 116, str(year), 8, width=50, align="right")
    y = 132.0
    for part, unit, names, high in (
        ("Antal boliger", "boliger", KINDS[:3], 3900),
        ("Husstande, pct.", "pct.", SHARES[:3], 60),
        ("Husleje, kr. pr. m²", "kr. pr. m²", KINDS[:2], 990),
    ):
        head = part.upper() if upper else part
        s.text(40, y, head, 8, bold=True)
        y += 15
        for name in names:
            s.text(40, y, name, 8)
            for k, year in enumerate(years):
                gap, value = s.rng.random() < 0.1, s.count(5, high)
                s.text(200 + 60 * k, y, ".." if gap else value, 8, width=50, align="right")
                if not gap:
                    s.draw(value, unit, name, head.split(",")[0], period=str(year))
            y += 15
        y += 6


LAYOUTS = (parts_under_heads, pairs_beside, series_at_bars, sentences_in_no_box)
