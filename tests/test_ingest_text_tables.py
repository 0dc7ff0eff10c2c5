"""Tables in formats without coordinates: each number with its row, its column's year and unit, or uncertain."""

import re
from pathlib import Path

import docx
import pytest

from ingest.document import Document
from ingest.read import read_document

Expected = set[tuple[str, str, str, str | None]]
"""Value, label, unit, period of each certain figure."""
HOMES: Expected = {
    ("1204", "Familieboliger", "boliger", "2022"),
    ("1210", "Familieboliger", "boliger", "2023"),
    ("212", "Ungdomsboliger", "boliger", "2022"),
    ("240", "Ungdomsboliger", "boliger", "2023"),
}
RENT: Expected = {
    ("845", "Solbakken", "kr. pr. m²", None),
    ("12.5", "Solbakken", "pct.", None),
    ("8", "Engparken", "pct.", None),
    ("912", "Engparken", "kr. pr. m²", None),
}
BARRED = """Boliger efter type

| Boligtype | 2022 | 2023 |
|---|---:|---:|
| Familieboliger | 1.204 | 1.210 |
| Ungdomsboliger | 212 | 240 |
"""
UNITS = """Afdeling | Husleje (kr. pr. m²) | Fraflytning (pct.)
Solbakken | 845 | 12,5
Engparken | 912 | 8
"""
COLUMNS = """Boliger efter type

Boligtype         2022     2023
Familieboliger   1.204    1.210
Ungdomsboliger     212      240
"""
TWO = BARRED + "\n" + UNITS
CLASSES = """Andel af beboere i pct., 2024

Under 30 år        25
30-64 år           45
65 år og over      30
"""
LEADERS = """Nøgletal 2024

Antal almene boliger ........ 1.225
Fraflytning ................. 12,5 pct.
"""
MISSING = """Boliger efter type

| Boligtype | 2022 | 2023 |
|---|---|---|
| Familieboliger | 1.204 | – |
| Ungdomsboliger | | 240 |
"""
RULED = COLUMNS.replace("Familieboliger ", "---------------------------------\nFamilieboliger ")
TABBED = re.sub(r"(?<=\S) {2,}", "\t", COLUMNS)
TEXTS: list[tuple[str, str, Expected]] = [
    ("md", BARRED, HOMES),  # Markdown
    ("txt", BARRED, HOMES),  # the same bars in a text file
    ("txt", UNITS, RENT),  # bars without a rule; each column has its unit
    ("txt", TABBED, HOMES),  # tabs
    ("txt", COLUMNS, HOMES),  # columns by spaces
    ("txt", RULED, HOMES),  # with a drawn rule under the heads
    ("md", TWO, HOMES | RENT),  # a table after a table takes nothing from it
    (
        "txt",
        CLASSES,
        {
            ("25", "Under 30 år", "pct.", "2024"),
            ("45", "30-64 år", "pct.", "2024"),
            ("30", "65 år og over", "pct.", "2024"),
        },
    ),  # names with numbers
    (
        "txt",
        LEADERS,
        {("1225", "Antal almene boliger", "boliger", "2024"), ("12.5", "Fraflytning", "pct.", "2024")},
    ),  # dots
    ("md", MISSING, {("1204", "Familieboliger", "boliger", "2022")}),  # a missing value moves no other into its column
]


def certain(document: Document) -> Expected:
    return {(f.value, f.label, f.unit, f.period) for f in document.figures if f.certain}


@pytest.mark.parametrize(("suffix", "text", "expected"), TEXTS)
def test_tables_of_text_are_read_by_row_and_column(tmp_path: Path, suffix: str, text: str, expected: Expected) -> None:
    path = tmp_path / f"tabel.{suffix}"
    path.write_text(text, encoding="utf-8")
    document = read_document(path)
    found = certain(document)
    assert expected <= found
    assert {value for value, *_ in found} <= {value for value, *_ in expected} | {"240"}
    assert all(c.isalnum() is False or c in document.text for c in text)


RAGGED = """Boligtype         2022
Familieboliger   1.204    1.210   17
Ungdomsboliger     212
Ældreboliger   3              4
"""
PROSE = [
    (
        "Der er 325 boliger.  De blev opført i 1965.  Huslejen er 845 kr.",
        {"325", "845"},
    ),  # two blanks after a full stop
    ("•\tDer er 325 boliger\n•\tDer er 12 afdelinger", {"325", "12"}),  # a tab after a bullet
    ("Prisen | kvaliteten: 325 boliger fik begge dele", {"325"}),  # one bar is no table
]


def test_columns_that_fit_no_head_assert_nothing(tmp_path: Path) -> None:
    path = tmp_path / "skaev.txt"
    path.write_text(RAGGED, encoding="utf-8")
    figures = read_document(path).figures
    assert not [f for f in figures if f.certain and f.value in ("1210", "17", "3", "4")]
    assert all(f.reason for f in figures if not f.certain)


@pytest.mark.parametrize(("text", "values"), PROSE)
def test_text_that_only_looks_like_a_table_is_read_as_text(tmp_path: Path, text: str, values: set[str]) -> None:
    path = tmp_path / "tekst.txt"
    path.write_text(text, encoding="utf-8")
    document = read_document(path)
    assert values <= {f.value for f in document.figures}
    assert not document.cells


HTML = """<h1>Boliger</h1>
<table><caption>Boliger efter type</caption><tr><th>Boligtype</th><th>2022</th><th>2023</th></tr>
<tr><td><p>Familieboliger</p></td><td>1.204</td><td>1.210</td></tr>
<tr style="display:none"><td>Skjult</td><td>9</td><td>9</td></tr>
<tr><td>Ungdomsboliger</td><td>212</td><td>240</td></tr></table>
<table><tr><th></th><th colspan="2">Hele landet</th></tr><tr><th></th><th>2022</th><th>2023</th></tr>
<tr><td>Ledige boliger</td><td>1.200</td><td>1.300</td></tr></table>"""


def test_tables_of_a_page_of_html(tmp_path: Path) -> None:
    path = tmp_path / "tabel.html"
    path.write_text(HTML, encoding="utf-8")
    document = read_document(path)
    assert certain(document) >= HOMES
    groups = {f.value: (f.group, f.period) for f in document.figures}
    assert groups["1200"] == ("Hele landet", "2022")
    assert groups["1300"] == ("Hele landet", "2023")
    assert groups["240"] == ("Boliger efter type", "2023")
    assert "Skjult" not in document.text


def test_tables_of_a_word_file(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("Boliger efter type")
    rows = [["Boligtype", "2022", "2023"], ["Familieboliger", "1.204", "1.210"], ["Ungdomsboliger", "212", "240"]]
    table = word.add_table(len(rows), 3)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    word.save(str(tmp_path / "tabel.docx"))
    assert certain(read_document(tmp_path / "tabel.docx")) == HOMES
