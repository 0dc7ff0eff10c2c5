"""Layout from words with boxes: lines, columns, tables, tiles, running headers, kinds. Pages are drawn by hand."""

from itertools import pairwise
from pathlib import Path

import pytest

from ingest.document import DocumentInfo
from ingest.layout.assemble import assemble
from ingest.layout.lines import build_lines
from ingest.layout.model import RawDocument, RawPage, Word
from ingest.layout.page import arrange_pages
from ingest.read import read_document
from ingest.structure import build_passages

SHARED = Path(__file__).parent.parent.parent / "shared"


def line(x: float, y: float, text: str, size: float = 10.0, *, bold: bool = False) -> list[Word]:
    """Words of one printed line, half a font size wide for each letter."""
    words, at = [], x
    for word in text.split(" "):
        width = 0.5 * size * len(word)
        words.append(Word(word, at, y - 0.78 * size, at + width, y + 0.22 * size, size, bold))
        at += width + 0.28 * size
    return words


def page(*lines: list[Word], number: int = 1) -> RawPage:
    return RawPage(number, tuple(word for words in lines for word in words), 600, 800)


def kinds(*pages: RawPage) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in arrange_pages(pages)]


def test_a_heading_over_columns_of_its_own_ends_those_above_it() -> None:
    said = []
    for top, number in ((100, 1), (260, 2)):
        said += [line(50, top, f"Mål {number}"), line(50, top + 24, f"Overskrift nummer {number}", 16, bold=True)]
        for x, side in ((50, "venstre"), (320, "højre")):
            said.append(line(x, top + 50, f"Delmål {number} til {side}", 11, bold=True))
            said += [line(x, top + 66 + 14 * n, f"tekst {number} {side} linje {n} her") for n in range(3)]
    text = " ".join(text for _, text in kinds(page(*said)))
    places = [text.index(part) for part in ("Mål 1", "tekst 1 v", "tekst 1 h", "Mål 2", "tekst 2 v", "tekst 2 h")]
    assert places == sorted(places)


def test_columns_are_read_one_after_the_other() -> None:
    left = [line(50, 100 + 14 * n, f"venstre linje nummer {n} her,") for n in range(4)]
    right = [line(320, 104 + 14 * n, f"højre linje nummer {n} her,") for n in range(4)]
    text = " ".join(text for _, text in kinds(page(*(w for pair in zip(left, right, strict=True) for w in pair))))
    assert text.index("venstre linje nummer 3") < text.index("højre linje nummer 0")


STAGGERED = [
    (124.0, 16.4),  # no line of one column shares half its height with one of the other
    (124.8, 15.4),  # the first lines stand apart, those below are level with each other
]


@pytest.mark.parametrize(("right", "pitch"), STAGGERED)
def test_columns_whose_lines_are_level_with_none_begin_under_the_title(right: float, pitch: float) -> None:
    title = line(50, 60, "En overskrift der går hen over begge spalter", 20, bold=True)
    body = []
    for x, top, name in ((50, 116, "venstre"), (320, right, "højre")):
        body += [line(x, top - 18, f"Hoved {name}", 11, bold=True)]
        body += [line(x, top + pitch * n, f"{name} linje {n} som går videre her") for n in range(4)]
    text = " ".join(text for _, text in kinds(page(title, *body)))
    places = [
        text.index(part) for part in ("Hoved v", "venstre linje 0", "venstre linje 3", "Hoved h", "højre linje 0")
    ]
    assert places == sorted(places)


def test_a_heading_over_two_columns_comes_first() -> None:
    head = line(50, 60, "En overskrift der går helt over begge spalter", 18, bold=True)
    body = [
        line(x, 110 + 14 * n, f"spalte {name} linje {n} er fyldt,")
        for x, name in ((50, "A"), (330, "B"))
        for n in range(4)
    ]
    found = kinds(page(*reversed(body), head))
    assert found[0] == ("heading", "En overskrift der går helt over begge spalter")
    assert "spalte A linje 0" in found[1][1]


def test_table_rows_stay_whole_beside_a_column() -> None:
    rows = [("Boliger", "1.200", "1.300"), ("Lærlinge", "40", "52"), ("Ansatte", "9", "11")]
    drawn = [line(50, 80, "Nøgletal"), line(160, 80, "2023"), line(220, 80, "2024")]
    for n, (name, first, second) in enumerate(rows):
        drawn += [line(50, 100 + 18 * n, name), line(160, 100 + 18 * n, first), line(220, 100 + 18 * n, second)]
    drawn += [line(320, 83 + 14 * n, "løbende tekst i spalten ved siden af") for n in range(5)]
    found = kinds(page(*drawn))
    assert [text for kind, text in found if kind == "table_row"] == [
        "Nøgletal 2023 2024", "Boliger 1.200 1.300", "Lærlinge 40 52", "Ansatte 9 11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (["51-60 m²", "61-70 m²", "71-85 m²"], True),  # a class of sizes names its row
        (["18-29", "30-64", "65-79"], True),  # one of ages too
        (["4.100", "4.700", "5.300"], False),  # bare numbers name nothing
    ],
)
def test_rows_named_by_a_class_of_sizes_are_a_table(names: list[str], whole: bool) -> None:
    rows = [line(50, 100 + 20 * n, name) + line(300, 100 + 20 * n, f"{n + 3}.200 kr.") for n, name in enumerate(names)]
    blocks = arrange_pages((page(*rows),))
    assert [block.kind == "table_row" for block in blocks].count(True) == (3 if whole else 0)


def test_a_row_of_cards_becomes_tiles() -> None:
    drawn = []
    for x, value, label in (
        (50, "412", "Ungdomsboliger"),
        (230, "3.958", "Familieboliger"),
        (410, "691", "Ældreboliger"),
    ):
        drawn += [line(x, 120, value, 24, bold=True), line(x, 140, label)]
    found = kinds(page(*drawn))
    assert found == [("tile", "412 Ungdomsboliger"), ("tile", "3.958 Familieboliger"), ("tile", "691 Ældreboliger")]


def test_numbers_side_by_side_are_never_fused() -> None:
    words = (Word("23", 50, 92, 62, 102, 10.0), Word("58", 62.1, 92, 74, 102, 10.0))
    assert [word.text for piece in build_lines(words) for word in piece.words] == ["23", "58"]


def test_raised_and_lowered_marks_join_their_word() -> None:
    words = (*line(50, 100, "udledning af CO"), Word("2", 120.7, 99, 123.5, 104, 5.0), *line(127, 100, "pr. år"))
    assert [piece.text for piece in build_lines(tuple(words))] == ["udledning af CO2 pr. år"]


def test_running_headers_and_footers() -> None:
    pages = [
        page(
            line(50, 30, "Årsberetning 2025", 8),
            line(50, 200, f"Kapitel {n} handler om noget nyt."),
            line(500, 780, f"Side {n}", 8),
            number=n,
        )
        for n in range(1, 5)
    ]
    found = kinds(*pages)
    assert [kind for kind, _ in found] == ["header", "paragraph", "footer"] * 4
    text = assemble(RawDocument("pdf", tuple(pages), arrange_pages(tuple(pages))))
    passages = build_passages(text, DocumentInfo("Titel"))
    assert not any("Årsberetning" in passage.text for passage in passages)
    assert "Årsberetning 2025" in text.text  # kept in the stored text


def test_a_list_whose_bullets_are_drawn() -> None:
    drawn = [
        line(50, 100, "Derfor vil vi:", bold=True),
        line(70, 116, "arbejde for at loftet hæves hvert år og at"),
        line(70, 130, "det sker hurtigt"),
        line(70, 144, "uddanne mange lærlinge i hele landet nu og"),
        line(70, 158, "betale dem ordentligt"),
    ]
    found = kinds(page(*drawn))
    assert [kind for kind, _ in found] == ["paragraph", "list_item", "list_item"]


def test_captions_credits_and_pull_quotes() -> None:
    drawn = [
        *(line(50, 100 + 14 * n, "almindelig løbende tekst som fylder en linje ud her,") for n in range(4)),
        line(50, 190, "Naboer i gården på en dejlig dag.", 7),
        line(50, 200, "Foto: En Fotograf", 7),
        line(50, 240, "»Vi bygger klogere.«", 14),
    ]
    assert [kind for kind, _ in kinds(page(*drawn))] == ["paragraph", "caption", "credit", "pull_quote"]


def test_every_word_has_its_box() -> None:
    pages = (page(line(50, 100, "Et hus med bolig\ufffe"), line(50, 114, "område omkring.")),)
    stored = assemble(RawDocument("pdf", pages, arrange_pages(pages)))
    assert stored.text.strip() == "Et hus med boligområde omkring."
    words = [stored.text[box.span[0] : box.span[1]] for box in stored.word_boxes]
    assert words == ["Et", "hus", "med", "bolig", "område", "omkring."]
    assert [repair.kind for repair in stored.repairs] == ["hyphen"]


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
@pytest.mark.parametrize("style", ["", "-haard"])  # soft and hard hyphens must come out alike
def test_words_of_a_real_report(style: str) -> None:
    from bench.reading import word_scores

    folder = SHARED / "pdfs"
    recall, precision, missed, extra = word_scores(
        folder / f"aarsberetning-baeltet-demo{style}.pdf", folder / "aarsberetning-baeltet-demo.truth.txt"
    )
    assert recall >= 0.995, missed
    assert precision >= 0.995, extra


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_reading_order_of_a_real_report() -> None:
    document = read_document(SHARED / "pdfs/aarsberetning-baeltet-demo.pdf")
    truth = (SHARED / "pdfs/aarsberetning-baeltet-demo.truth.txt").read_text(encoding="utf-8").split()
    starts = [" ".join(truth[n : n + 4]) for n in range(0, len(truth) - 4, 40)]
    stored = " ".join(document.text.split())
    places = [stored.find(words) for words in starts if words in stored]
    in_order = sum(a <= b for a, b in pairwise(places))
    assert in_order >= 0.9 * (len(places) - 1)
