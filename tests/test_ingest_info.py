"""What a document says it is, from its first pages before its file name."""

from pathlib import Path

import pytest

from ingest.document import Block, DocumentInfo
from ingest.info import find_info, same_document_family

SHARED = Path("../shared/bl-documents")

PROGRAMME = """ALMENE MÅL

2030-2032

Almene mål 2030-2032 afløser Almene mål 2028-2030. BL's bestyrelse. BL vil.
"""
REPORT = """Årsberetning
2024
BOLIGFORBUNDET NORDKYST
Demomateriale – alle tal og navne er opdigtede.
Boligforbundet Nordkyst · Årsberetning 2024
"""
SHEET = """KO M M U N E A R K · 2 0 2 6
ALMENE BOLIGER GØR

VEJEN KOMMUNE
BEDRE
Almene boliger i 2026 i
Vejen kommune
Ikke udgivet af BL – Danmarks Almene Boliger. BL og BL.
"""
SUMMARY = """Almene mål 2030-2032
Resumé af målprogrammet
Udgivet af BL – Danmarks Almene Boliger
Resumé skrevet til prøven – originalen findes på bl.dk
"""


@pytest.mark.parametrize(
    ("text", "file_name", "expected"),
    [
        # an earlier programme is named too, but less often than our own period
        (PROGRAMME, "x.pdf", ("Almene mål 2030-2032", "maalprogram", "2030-2032", 2032, None)),
        # the publisher's own capitals come from the running header
        (REPORT, "x.pdf", ("Årsberetning 2024 – Boligforbundet Nordkyst", "aarsberetning", "2024", 2024, None)),
        # letters spaced apart, a municipality that is also a word
        (SHEET, "x.pdf", ("Kommuneark for Vejen Kommune 2026", "kommuneark", "2026", 2026, "Vejen")),
        # the text is silent: the file name is the last resort
        (
            "Forord\nKære alle",
            "bl-aarsberetning-2019-2020.txt",
            ("Årsberetning 2019-2020", "aarsberetning", "2019-2020", 2020, None),
        ),
        # a welcome pack names a fact sheet too
        (
            "TILLYKKE MED DIN PLADS I\n\nSKIVE BYRÅD\nKommuneark – fakta",
            "velkomstpakke-2030.txt",
            ("Velkomstpakke til byrådet i Skive 2030", "velkomstpakke", "2030", 2030, "Skive"),
        ),
        # neither kind nor year: first line, nothing made up
        ("Vejledning i portalen\nTekst", "a.pdf", ("Vejledning i portalen", "andet", None, None, None)),
        # no text at all
        ("", "scannet_ark.pdf", ("scannet ark", "andet", None, None, None)),
        # control and direction marks in a name do not reach the title
        ("", "a\u202eb\x00c.pdf", ("a b c", "andet", None, None, None)),
    ],
)
def test_what_a_document_says_it_is(text: str, file_name: str, expected: tuple[object, ...]) -> None:
    info = find_info(text, (), file_name)
    assert (info.title, info.kind, info.period, info.year, info.municipality) == expected


def test_publisher_demo_and_summary() -> None:
    assert find_info(REPORT, (), "x.pdf").demo
    assert not find_info(PROGRAMME, (), "x.pdf").demo
    assert find_info(PROGRAMME, (), "x.pdf").publisher == "BL – Danmarks Almene Boliger"
    assert find_info(SHEET, (), "x.pdf").publisher is None  # "ikke udgivet af BL"
    assert find_info(SUMMARY, (), "x.pdf").summary_of == "bl.dk"
    assert find_info(PROGRAMME, (), "x.pdf").summary_of is None


def test_the_first_heading_gives_the_title_before_a_running_header() -> None:
    text = "Side 1 af 3\nREFERAT AF MØDET\nSådan gik det."
    blocks = (Block("header", (0, 11), 1), Block("heading", (12, 28), 1, 1))
    assert find_info(text, blocks, "x.pdf").title == "Referat af mødet"


def test_family_joins_a_summary_with_its_original_only() -> None:
    original, summary = find_info(PROGRAMME, (), "a.pdf"), find_info(SUMMARY, (), "b.pdf")
    assert same_document_family(original, summary)
    assert not same_document_family(original, find_info(PROGRAMME.replace("2030-2032", "2034-2036"), (), "c.pdf"))
    sheet = find_info(SHEET, (), "d.pdf")
    assert not same_document_family(sheet, find_info(SHEET.replace("VEJEN", "SKIVE"), (), "e.pdf"))
    report = find_info(REPORT, (), "f.pdf")
    other = DocumentInfo("Årsberetning 2024 – Andre", "aarsberetning", "Andre", "2024", 2024, None, None, True)
    assert not same_document_family(report, other)  # same kind and year, another publisher
    real = DocumentInfo(report.title, report.kind, report.publisher, report.period, 2024, None, None, demo=False)
    assert not same_document_family(report, real)  # invented figures never stand in for real ones


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")
@pytest.mark.parametrize(
    ("stem", "title", "kind", "period", "municipality"),
    [
        ("almene-maal-2024-2026", "Almene mål 2024-2026", "maalprogram", "2024-2026", None),
        ("almene-maal-2026-2028", "Almene mål 2026-2028", "maalprogram", "2026-2028", None),
        ("bl-aarsberetning-2022-2023", "Årsberetning 2022-2023 – BL", "aarsberetning", "2022-2023", None),
        ("kommuneark-herning-2024", "Kommuneark for Herning Kommune 2024", "kommuneark", "2024", "Herning"),
        (
            "velkomstpakke-byraad-kalundborg-2026",
            "Velkomstpakke til byrådet i Kalundborg 2026",
            "velkomstpakke",
            "2026",
            "Kalundborg",
        ),
    ],
)
def test_the_five_documents(stem: str, title: str, kind: str, period: str, municipality: str | None) -> None:
    text = (SHARED / f"{stem}.txt").read_text(encoding="utf-8")
    info = find_info(text, (), f"{stem}.txt")
    assert (info.title, info.kind, info.period, info.municipality) == (title, kind, period, municipality)
    renamed = find_info(text, (), "upload.txt")
    assert (renamed.kind, renamed.municipality) == (kind, municipality)  # the name is only a last resort
