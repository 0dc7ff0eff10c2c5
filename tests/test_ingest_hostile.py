"""Fifteen more hostile files, made here: each gets a named outcome within its limits, and the next file is read."""

import gc
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from ingest.document import Document
from ingest.read import read_document
from ingest.worker import ReadingPool
from tests.test_ingest_worker import GOOD, UNMAPPED, WORDS, outcome, pdf

Make = Callable[[Path], None]
SECONDS: Final = 10.0
"""Of the processor's time: what a hostile file may take. By the clock it is as much on a machine with nothing else to do."""  # noqa: E501
MEGABYTES: Final = 500


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    with ReadingPool() as pool:
        pool.warm()
        yield pool


def _bytes(content: bytes) -> Make:
    def made(path: Path) -> None:
        path.write_bytes(content)

    return made


def _objects(*bodies: bytes) -> bytes:
    """A PDF of the given objects, the first of them its root."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + end % (size, table, size, len(out))


def _page(box: bytes, resources: bytes, content: bytes, *more: bytes) -> bytes:
    return _objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Resources<<%s>>/Contents 4 0 R>>" % (box, resources),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *more,
    )


FONT: Final = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>"
A4: Final = b"0 0 595 842"
LOOP: Final = _page(
    A4,
    b"/XObject<</A 5 0 R>>" + FONT,
    b"/A Do " + WORDS,
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>/Length 5>>stream\n/A Do\nendstream",
    b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>/Length 5>>stream\n/A Do\nendstream",
)
FORKS: Final = _page(
    A4,
    b"/XObject<</A 5 0 R>>" + FONT,
    b"/A Do " + WORDS,
    *(
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A %d 0 R>>>>" % number
        + b"/Length 48>>stream\n%s\nendstream" % (b"/A Do " * 8)
        for number in range(6, 18)
    ),
)
"""Forms that draw the next form eight times: 8^12 drawings."""
BOMB: Final = zlib.compress(b"BT (a) Tj ET " * 5_000_000, 9)
JPEG: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + bytes(5000) + b"\xff\xd9"


def _packed(path: Path) -> None:
    content = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(BOMB), BOMB)
    path.write_bytes(
        _objects(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<%s>>/Contents 4 0 R>>" % FONT,
            content,
        )
    )


def _nested_docx(path: Path) -> None:
    """A table within a table within a table, two hundred deep."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = "<w:tbl><w:tr><w:tc>" * 200 + "<w:p><w:r><w:t>Ord</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 200
    import docx

    docx.Document().save(str(path))
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist() if name != "word/document.xml"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{deep}</w:body></w:document>")


ROWS: Final = "".join(f"Afdeling {n}\t{n % 997}\t{n % 89},5 pct.\n" for n in range(1_000_000))
CELLS: Final = "<table>" + "<tr><td>Boliger<td>412<td>17 pct." * 100_000 + "</table>"
CSV: Final = "Kommune;Boliger;Andel\n" + "".join(f"Kommune {n};{n};{n % 100}\n" for n in range(3000))
SENTENCES: Final = "Der er 1.234 boliger i Aarhus, og BL vil bygge 17 pct. flere i 2025. "

FILES: Final[list[tuple[str, Make, set[str]]]] = [
    ("navn\nmed\nlinjer.txt", _bytes(GOOD.encode()), {"read"}),  # a name of three lines
    ("bagl\u202efdp.exe.txt", _bytes(GOOD.encode()), {"read"}),  # a name that reads backwards
    (
        "font-uden-kort.pdf",
        _bytes(pdf(b"BT /F 9 Tf 9 9 Td <0001000200030004> Tj ET", font=UNMAPPED)),
        {"no_text", "scanned", "read"},
    ),
    ("ring-af-former.pdf", _bytes(LOOP), {"read", "damaged"}),  # two forms that draw each other
    ("gaffel-af-former.pdf", _bytes(FORKS), {"read", "timeout", "memory", "damaged"}),  # 8^12 drawings
    ("kaempe-side.pdf", _bytes(_page(b"0 0 1e9 1e9", FONT, WORDS)), {"read", "damaged", "no_text", "scanned"}),
    ("negativ-side.pdf", _bytes(_page(b"595 842 0 0", FONT, WORDS)), {"read"}),  # corners the wrong way round
    ("ingen-side.pdf", _bytes(_page(b"0 0 0 0", FONT, WORDS)), {"read", "damaged", "no_text", "scanned"}),
    ("pakket.pdf", _packed, {"read", "timeout", "memory", "output", "no_text"}),  # 65 MB of drawing in 64 kB
    ("kun-0-byte.docx", _bytes(b""), {"empty"}),
    ("klippet.docx", _bytes(b"PK\x03\x04" + b"word/document.xml" * 20), {"damaged"}),
    ("tabel-i-tabel.docx", _nested_docx, {"read", "no_text", "damaged"}),
    ("billede.pdf", _bytes(JPEG), {"not_this_type"}),
    ("tabel.txt", _bytes(CSV.encode("cp1252")), {"read"}),  # a spreadsheet's text with another ending
    ("utf16.txt", _bytes(b"\xff\xfe" + (GOOD * 50).encode("utf-16-le")), {"read"}),
    ("utf16-uden-maerke.txt", _bytes((GOOD * 50).encode("utf-16-be")), {"read"}),
    ("nuller-i-tekst.txt", _bytes(b"Et hus.\x00Et andet hus.\n" * 200), {"read", "not_this_type"}),
    ("dyb-liste.html", _bytes(b"<ul><li>" * 300 + b"ord" + b"</ul>" * 300), {"read", "damaged", "no_text"}),
]
LONG: Final[list[tuple[str, Make, set[str]]]] = [
    ("mio-raekker.txt", _bytes(ROWS.encode()), {"too_large", "read", "timeout", "memory"}),
    ("mange-celler.html", _bytes(CELLS.encode()), {"read", "timeout", "memory"}),
    ("en-linje-5-mb.txt", _bytes(b"boliger og huse " * 312_000), {"read"}),
    ("en-linje-tal.txt", _bytes((SENTENCES * 70_000).encode()), {"read", "timeout"}),
    ("sider-10000.pdf", _bytes(pdf(WORDS, pages=10_000)), {"too_many_pages"}),
]


@pytest.mark.parametrize(
    ("name", "make", "allowed"),
    [*FILES, *(pytest.param(*row, marks=pytest.mark.slow) for row in LONG)],
)
def test_each_has_an_outcome_in_time(
    pool: ReadingPool, tmp_path: Path, name: str, make: Make, allowed: set[str]
) -> None:
    path, good = tmp_path / name, tmp_path / "god.txt"
    make(path)
    good.write_text(GOOD, encoding="utf-8")
    pool.warm()
    child = pool._child
    assert child is not None
    started, worked = time.monotonic(), child.processor_seconds()
    assert outcome(pool, path) in allowed
    assert child.process.is_alive() is False or child.spent(started, worked) < SECONDS
    assert pool.peak_mb <= MEGABYTES
    assert outcome(pool, good) == "read"


def test_what_was_read_is_kept_when_finding_takes_too_long(tmp_path: Path) -> None:
    path = tmp_path / "mange-tal.txt"
    path.write_text(SENTENCES * 3000, encoding="utf-8")
    with ReadingPool(seconds=1.0) as pool:
        document = pool.read(path)
    assert isinstance(document, Document)
    assert document.text.startswith("Der er 1.234 boliger")
    assert document.figures == ()
    skipped = [problem for problem in document.problems if problem.kind == "skipped"]
    assert len(skipped) == 1
    assert "teksten kan søges" in skipped[0].message


LINES = [
    "Der blev brugt i alt på\n7",  # a statement that may wait for each of many numbers
    "Boliger i en afdeling\n45",  # labels and numbers by turns
    "- at bygge flere boliger",  # points without a heading
    "Vi bygger flere boliger i byen.",  # sentences in one endless paragraph
]


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_many_lines_take_their_share_of_time_and_no_more(tmp_path: Path, line: str) -> None:
    worked = {}
    gc.disable()  # as in the child: what other tests left in memory is not looked through meanwhile
    try:
        for count in (1000, 5000, 1000, 5000):  # twice, and the better one counts: the machine does other work too
            path = tmp_path / f"{count}.txt"
            path.write_text("\n".join([line] * count), encoding="utf-8")
            start = time.process_time()
            read_document(path)
            worked[count] = min(worked.get(count, 1e9), time.process_time() - start)
    finally:
        gc.enable()
    assert worked[5000] < 10 * worked[1000]  # five times the lines; 25 times where each is compared with each
