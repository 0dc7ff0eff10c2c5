"""Hostile files: each gets a named outcome within its limits, and the service goes on."""

import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from errors import FixTheFile
from ingest.worker import ReadingPool

SHARED = Path(__file__).parent.parent.parent / "shared"
GOOD = "En god fil.\n\nDen kan læses."


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    with ReadingPool(seconds=7) as pool:
        yield pool


def outcome(pool: ReadingPool, path: Path) -> str:
    error: FixTheFile | None = None
    try:
        pool.read(path)
    except FixTheFile as raised:
        error = raised
    if error is None:
        return "read"
    assert len(str(error)) > 30, "says what happened and what to do"
    assert "\n" not in str(error)
    return error.outcome


def pdf(
    *contents: bytes,
    font: bytes = b"/Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
    pages: int = 0,
) -> bytes:
    """A PDF with one page for each content stream, or `pages` times the first one."""
    count = pages or len(contents)
    streams = [4 + n for n in range(len(contents))]
    first = 4 + len(contents)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, b" ".join(b"%d 0 R" % (first + n) for n in range(count))),
        b"<<%s>>" % font,
        *(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content) for content in contents),
    ]
    for n in range(count):
        stream = streams[min(n, len(streams) - 1)]
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>" % stream
        )
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip


WORDS = b"BT /F 11 Tf 50 780 Td (Kommunen har 412 almene boliger.) Tj ET"
UNMAPPED = (
    b"/Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>"
    b"/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4>>>>]"
)


def bomb_docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w>" + b" " * 120_000_000)


def entity_docx(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ord")
    document.save(str(path))
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{levels}]>'
    evil = f'{head}<w:document xmlns:w="x"><w:body>&a11;</w:body></w:document>'
    with zipfile.ZipFile(path) as old:
        kept = {name: old.read(name) for name in old.namelist() if name != "word/document.xml"}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
        archive.writestr("word/document.xml", evil)


def other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")


def write(content: bytes) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        path.write_bytes(content)

    return made


MADE: list[tuple[str, Callable[[Path], None], set[str]]] = [
    ("god.pdf", write(pdf(WORDS)), {"read"}),  # the generator itself makes readable files
    ("side10000.pdf", write(pdf(WORDS, pages=10_000)), {"too_many_pages"}),
    ("ingen-tekst.pdf", write(pdf(b"")), {"no_text", "scanned"}),
    (
        "uden-kort.pdf",
        write(pdf(b"BT /F 11 Tf 50 780 Td <00010002000300040005> Tj ET", font=UNMAPPED)),
        {"no_text", "scanned", "read"},
    ),
    ("kun-hoved.pdf", write(b"%PDF-1.7\n"), {"damaged"}),
    ("skrald.pdf", write(b"%PDF-1.4\n" + bytes(range(256)) * 2000), {"damaged"}),
    (
        "meget-tekst.pdf",
        write(pdf(b"BT /F 1 Tf 50 780 Td " + b"(ord ord ord ord) Tj " * 40_000 + b"ET")),
        {"output", "read", "timeout"},
    ),
    ("dyb-form.pdf", write(pdf(b"q " * 200_000 + WORDS)), {"read", "damaged", "no_text", "scanned"}),
    ("bombe.docx", bomb_docx, {"zip_bomb"}),
    ("entiteter.docx", entity_docx, {"damaged", "no_text"}),
    ("regneark.docx", other_zip, {"not_this_type"}),
    ("tekst.docx", write(b"bare tekst"), {"not_this_type"}),
    ("dyb.html", write(b"<div>" * 100_000 + b"ord"), {"damaged"}),
    ("script.html", write(b"<script>alert(1)</script><p>Et hus.</p>"), {"read"}),
    ("en-linje.txt", write(b"boliger og huse " * 300_000), {"read", "timeout"}),
    ("et-ord.txt", write(b"x" * 3_000_000), {"read", "timeout"}),
    ("nuller.txt", write(bytes(10_000)), {"not_this_type", "no_text"}),
    ("tilfaeldig.txt", write(bytes((n * 7919) % 251 for n in range(50_000))), {"not_this_type", "read"}),
    ("mellemrum.txt", write(b" \n\t\n" * 1000), {"no_text"}),
    ("tom.txt", write(b""), {"empty"}),
    ("program.exe", write(b"MZ" + bytes(100)), {"unsupported"}),
    ("to\nlinjer.pdf", write(b"%PDF-1.7\n"), {"damaged"}),  # the message stays one line
    ("vendt\u202efdp.txt", write(GOOD.encode()), {"read"}),
    ("mange-skift.txt", write(b"a\n" * 400_000), {"read", "timeout"}),
]


LONG = {"en-linje.txt", "et-ord.txt", "mange-skift.txt", "side10000.pdf", "meget-tekst.pdf"}


@pytest.mark.parametrize(
    ("name", "make", "allowed"),
    [
        pytest.param(
            *row, id=row[0].encode("unicode_escape").decode(), marks=pytest.mark.slow if row[0] in LONG else ()
        )
        for row in MADE
    ],
)
def test_made_hostile_files(
    pool: ReadingPool, tmp_path: Path, name: str, make: Callable[[Path], None], allowed: set[str]
) -> None:
    path = tmp_path / name
    make(path)
    assert outcome(pool, path) in allowed
    good = tmp_path / "god.txt"
    good.write_text(GOOD, encoding="utf-8")
    assert outcome(pool, good) == "read"  # the service goes on


@pytest.mark.parametrize("path", ["findes-ikke.pdf", "nul\x00byte.pdf", "."])
def test_paths_that_are_no_file(pool: ReadingPool, path: str) -> None:
    assert outcome(pool, Path(path)) in {"missing", "unreadable"}


SHIPPED = {
    "afkortet.pdf": {"damaged"},
    "blandet-tekst-og-scan.pdf": {"read"},
    "bombe-cpu-operatorer.pdf": {"read", "memory", "timeout"},
    "bombe-flate-dobbelt.pdf": {"memory", "no_text", "timeout", "scanned"},
    "cyklisk-sidetrae.pdf": {"damaged", "read"},
    "html-js.pdf": {"read"},
    "krypteret-adgangskode.pdf": {"encrypted"},
    "lang-500-sider.pdf": {"read"},
    "nul-sider.pdf": {"no_pages"},
    "promptinjektion.pdf": {"read"},
    "scannet-kun-billede.pdf": {"read", "scanned"},  # with and without Tesseract
    "tekstfil-omdoebt.pdf": {"not_this_type"},
    "tom-0-byte.pdf": {"empty"},
}


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow if "500" in name else ()) for name in sorted(SHIPPED)]
)
def test_shipped_hostile_files(pool: ReadingPool, name: str) -> None:
    assert outcome(pool, SHARED / "pdfs/hostile" / name) in SHIPPED[name]
    assert pool.peak_mb <= 500


def test_a_child_out_of_time_is_replaced(tmp_path: Path) -> None:
    slow, good = tmp_path / "langsom.txt", tmp_path / "god.txt"
    slow.write_bytes(b"Et hus. " * 500_000)
    good.write_text(GOOD, encoding="utf-8")
    with ReadingPool(seconds=0.3) as pool:
        assert outcome(pool, slow) == "timeout"
        assert outcome(pool, good) == "read"


def test_a_killed_child_is_replaced(tmp_path: Path) -> None:
    good = tmp_path / "god.txt"
    good.write_text(GOOD, encoding="utf-8")
    with ReadingPool() as pool:
        pool.warm()
        assert pool._child is not None
        pool._child.process.kill()
        time.sleep(0.2)
        assert outcome(pool, good) == "read"


def test_steps_are_told(pool: ReadingPool, tmp_path: Path) -> None:
    path = tmp_path / "to.pdf"
    path.write_bytes(pdf(WORDS, WORDS))
    told: list[tuple[str, int]] = []
    document = pool.read(path, "mit-navn", lambda name, count: told.append((name, count)))
    assert document.id == "mit-navn"
    assert told == [("pages", 2), ("page", 1), ("page", 2)]
