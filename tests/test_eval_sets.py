"""Sets and batches as people send them: what Excel writes is read, what is broken is told by line and column."""

import json
from pathlib import Path

import pytest

from errors import UsageError
from eval.questions import read_questions
from eval.sets import Case, ExpectedFigure, case_to_json, read_set
from eval.table import csv_text, guarded, write_set_csv
from eval.textfile import LARGEST_MB

SHARED = Path("../shared/eval")
FIXTURES = Path(__file__).parent / "fixtures"
GOOD = {"id": "a", "kind": "figure", "question": "Hvor mange?", "answerable": True}
HEAD = "id;kind;question;answerable"
ROW = "a;figure;Hvor mange ældreboliger?;ja"


def line(**changes: object) -> str:
    return json.dumps({name: value for name, value in (GOOD | changes).items() if value != "-"}, ensure_ascii=False)


BROKEN: list[tuple[str, str | bytes, str]] = [
    ("a.jsonl", "", "er tom"),
    ("a.jsonl", "\n \n\n", "er tom"),  # only blank lines
    ("a.jsonl", "\ufeff", "er tom"),  # only a byte order mark
    ("a.jsonl", "{", "linje 1: er ikke gyldig JSON"),
    ("a.jsonl", line() + "\n{'id': 'b'}", "linje 2: er ikke gyldig JSON"),  # Python's quotes
    ("a.jsonl", "[1, 2]", "linje 1: skal være et JSON-objekt"),
    ("a.jsonl", line() + "\n\n" + line(), "linje 3, kolonne id: id “a” står også på linje 1"),
    ("a.jsonl", line(kind="gåde"), "linje 1, kolonne kind: ukendt slags “gåde”"),
    ("a.jsonl", line(id="-"), "linje 1, kolonne id: mangler"),
    ("a.jsonl", line(question="-"), "linje 1, kolonne question: mangler"),
    ("a.jsonl", line(question=" "), "linje 1, kolonne question: er tom"),
    ("a.jsonl", line(answerable="ja"), "linje 1, kolonne answerable: skal være sand eller falsk"),
    ("a.jsonl", line(answerable=1), "linje 1, kolonne answerable: skal være sand eller falsk"),
    ("a.jsonl", line(id=7), "linje 1, kolonne id: skal være tekst"),
    ("a.jsonl", line(must=["a"]), "linje 1, kolonne must: skal være grupper"),  # alternatives without a group
    ("a.jsonl", line(must=[[]]), "linje 1, kolonne must: skal være grupper"),  # a group nothing can meet
    ("a.jsonl", line(must=[[""]]), "linje 1, kolonne must: skal være grupper"),  # a group anything meets
    ("a.jsonl", line(must_not="a"), "linje 1, kolonne must_not: skal være en liste"),
    ("a.jsonl", line(docs=[3]), "linje 1, kolonne docs: skal være en liste"),
    ("a.jsonl", line(page="side 3"), "linje 1, kolonne page: skal være et helt tal"),
    ("a.jsonl", line(page=0), "linje 1, kolonne page: skal være et helt tal"),
    ("a.jsonl", line(page=True), "linje 1, kolonne page: skal være et helt tal"),
    ("a.jsonl", line(history="Og før?"), "linje 1, kolonne history: skal være tidligere spørgsmål"),
    ("a.jsonl", line(history=[{"spørgsmål": "?"}]), "linje 1, kolonne history: skal være tidligere spørgsmål"),
    ("a.jsonl", line(must_nott=["x"]), "linje 1, kolonne must_nott: ukendt kolonne; mente du must_not?"),
    ("a.jsonl", line(figures=[{"værdi": "3"}]), "linje 1, kolonne figures: skal være tal"),
    ("a.jsonl", line(kind="unanswerable"), "linje 1, kolonne answerable: skal være falsk"),
    ("a.jsonl", '{"id": "a", "id": "b"}', "linje 1, kolonne id: feltet står to gange"),
    ("a.jsonl", line().replace("true", "NaN"), "linje 1: er ikke gyldig JSON"),
    ("a.jsonl", "[" * 100_000, "linje 1"),  # deeper than any reader
    ("a.jsonl", '{"id": ' + "9" * 5000 + "}", "linje 1: er ikke gyldig JSON (NaN, uendelig"),  # 5,000 digits
    ("a.jsonl", line().encode("utf-16"), "UTF-16 (“Unicode”) og ikke UTF-8. Gem den igen: vælg kodningen UTF-8"),
    ("a.jsonl", line().encode("utf-16-le"), "Notesblok"),  # without a mark
    ("a.jsonl", line().encode("utf-16-be"), "Notesblok"),  # the other way round
    ("a.jsonl", line(question="Hvor mange Ã¦ldreboliger?"), "linje 1, kolonne question: “Ã¦ldreboliger?”: æ, ø og å"),
    ("a.jsonl", line(must=[["b\ufffdliger"]]), "linje 1, kolonne must"),  # a lost letter can never be met
    ("a.jsonl", b"\x00\x01\x02\xff" * 9 + b"abc" * 99, "ikke en tekstfil"),
    ("a.csv", b"PK\x03\x04" + b"\x00" * 50, "regneark"),
    ("a.csv", b"\xd0\xcf\x11\xe0" + b"\x00" * 50, "regneark"),  # the old .xls
    ("a.csv", f"{HEAD}\n{ROW}".encode("utf-16"), "UTF-16 (“Unicode”) og ikke UTF-8. Gem den igen: vælg “CSV UTF-8”"),
    ("a.csv", f"{HEAD};must\n{ROW};#NAVN?", "linje 2, kolonne must: “#NAVN?” er regnearkets fejl"),
    ("a.csv", f"{HEAD};must\n{ROW};#DIVISION/0!", "linje 2, kolonne must"),
    ("a.csv", f"{HEAD};must\n{ROW};#N/A", "linje 2, kolonne must"),
    ("a.csv", f"{HEAD};must\n{ROW};Err:508", "linje 2, kolonne must"),  # LibreOffice
    ("a.csv", f"{HEAD};must\n{ROW};###", "linje 2, kolonne must"),  # LibreOffice: the column was too narrow
    ("a.csv", f"{HEAD};must\n{ROW};=SUM(A1:A2)", "linje 2, kolonne must: begynder med “=”"),
    ("a.csv", f"{HEAD};note\n{ROW}; =1+1", "linje 2, kolonne note: begynder med “=”"),
    ("a.csv", HEAD, "ingen spørgsmål"),
    ("a.csv", "id;kind;question\na;figure;Hvor?", "linje 1: kolonnen answerable mangler"),
    ("a.csv", "spørgsmål;svar\nHvor?;Der", "linje 1: kolonnerne id, kind, question, answerable mangler"),
    ("a.csv", ROW, "linje 1: kolonnerne"),  # no header at all
    ("a.csv", f"{HEAD};id\n{ROW};b", "linje 1, kolonne id: kolonnen står to gange"),
    ("a.csv", f"{HEAD}\n{ROW};ekstra", "linje 2: har 5 felter, men der er 4 kolonner"),
    ("a.csv", f"{HEAD}\n{ROW};;ekstra", "linje 2: har 6 felter"),  # an empty one between
    ("a.csv", f'{HEAD}\na;figure;"Hvor mange?;ja', "(et anførselstegn begynder et felt, som ikke slutter)"),
    ("a.csv", f'{HEAD}\na;figure;"Hvor "mange"?";ja', "(et anførselstegn står midt i et felt; skriv det to gange)"),
    ("a.csv", f"{HEAD}\na;figure;{'x' * 200_000};ja", "linje 2: kan ikke deles i felter (et felt er for langt)"),
    ("a.csv", f"{HEAD}\n{ROW}\n{ROW}", "linje 3, kolonne id: id “a” står også på linje 2"),
    ("a.csv", f"{HEAD}\na;figure;=HYPERLINK(1);ja", "linje 2, kolonne question: begynder med “=”"),
    ("a.csv", f"{HEAD}\na;figure;Hvor?;måske", "linje 2, kolonne answerable: skal være sand eller falsk"),
    ("a.csv", f"{HEAD};page\n{ROW};3,5", "linje 2, kolonne page: skal være et helt tal"),
    ("a.csv", f"{HEAD};must\n{ROW};a |  | b", "linje 2, kolonne must: skal være grupper"),
    ("a.csv", f"{HEAD}\n;figure;Hvor?;ja", "linje 2, kolonne id: mangler"),
    ("a.csv", f"{HEAD}\n\"a\";figure;\"Hvor\nmange?\";ja\nb;gåde;Hvor?;ja", "linje 4, kolonne kind"),  # two-line cell
    ("a.txt", f"{HEAD}\n{ROW}", "ukendt endelse"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "told"), BROKEN)
def test_a_broken_set_is_told_by_line_and_column(tmp_path: Path, name: str, content: str | bytes, told: str) -> None:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(UsageError) as caught:
        read_set(file)
    assert told in str(caught.value)
    assert str(file) in str(caught.value)
    assert "1 fejl, så intet er kørt. Ret den" in str(caught.value) or str(caught.value).count("linje ") == 0


@pytest.mark.parametrize("size", [LARGEST_MB * 1_000_000 + 1, 50_000_000])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_huge_file_is_refused_unread(tmp_path: Path, name: str, size: int) -> None:
    file = tmp_path / name
    with file.open("wb") as out:
        out.truncate(size)  # holds nothing: reading it would show an empty or binary file
    with pytest.raises(UsageError, match=f"fylder {round(size / 1e6)} MB; grænsen er {LARGEST_MB} MB"):
        read_set(file)


@pytest.mark.parametrize("name", ["mangler.jsonl", "mangler.csv", "."])
def test_a_missing_file_or_a_folder_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"findes ikke|er en mappe"):
        read_set(tmp_path / name)


def test_all_problems_are_counted_and_the_first_are_shown(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(["{"] * 30), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_set(file)
    told = str(caught.value)
    assert "30 fejl" in told
    assert "linje 8:" in told
    assert "linje 9:" not in told
    assert "22 til" in told


EXCEL = [
    ("utf-8-sig", ";"),  # "CSV UTF-8" in Danish Excel
    ("utf-8", ";"),  # LibreOffice, when the separator is chosen
    ("cp1252", ";"),  # "CSV (semikolonsepareret)" in Danish Excel
    ("utf-8", ","),  # LibreOffice as it comes; an English computer
    ("cp1252", ","),  # an old English computer
    ("utf-8", "\t"),  # LibreOffice with its tab chosen
]


@pytest.mark.parametrize(("encoding", "delimiter"), EXCEL)
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_csv_as_spreadsheets_write_it(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    columns = [
        "id",
        "kind",
        "question",
        "answerable",
        "history",
        "must",
        "must_not",
        "docs",
        "page",
        "max_length",
        "figures",
    ]
    cells = [
        "å-1", "figure", '"Er de “ledige”; eller, hvad?"', "SAND", "Hvor? > Hvornår?", '"2,4 | 2.4 & år"', "- nej",
        "ark-solby | maal-fjordby", '"3,00"', "250", "1.234 | boliger | 2023",
    ]  # fmt: skip
    file = tmp_path / "sæt.csv"
    text = end.join([delimiter.join(columns), delimiter.join(cells), delimiter * 10, ""])
    file.write_bytes(text.encode(encoding))
    assert read_set(file).cases == (
        Case(
            "å-1", "figure", "Er de “ledige”; eller, hvad?", True, ("Hvor?", "Hvornår?"), (("2,4", "2.4"), ("år",)),
            ("- nej",), ("ark-solby", "maal-fjordby"), (), 3, None, (), (ExpectedFigure("1.234", "boliger", "2023"),),
            250,
        ),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["libreoffice.csv", "libreoffice-windows.csv"])
def test_csv_that_libreoffice_saved_in_danish(name: str) -> None:
    """The same sheet as .ods and .xlsx, saved with `,` in UTF-8 and with `;` in Windows-1252."""
    cases = {case.id: case for case in read_set(FIXTURES / name).cases}
    assert len(cases) == 8
    assert cases["s-1"].must == (("6355", "6.355"),)  # typed 6.355: a number to the sheet, saved without its point
    assert cases["s-1"].must_not == ("1086", "1.086")  # or it would never be met
    assert cases["s-1"].figures == (ExpectedFigure("6355", "boliger", "2024", "Herning"),)
    assert cases["s-2"].answerable  # typed sand, saved SAND
    assert cases["s-2"].note == "Æøå: «citat» – tankestreg"
    assert (cases["s-4"].must, cases["s-4"].note) == ((("2,4",),), "To linjer:\nden anden")
    assert cases["s-6"].page == 1  # typed 1,0
    assert cases["s-7"].must == (("5. december 2023",),)


@pytest.mark.parametrize(
    ("cell", "must"),
    [
        ("6355", (("6355", "6.355"),)),
        ("1234567", (("1234567", "1.234.567"),)),
        ("2024", (("2024",),)),  # a year is written so
        ("999", (("999",),)),  # too short for a point
        ("0123", (("0123",),)),  # no number but a code
        ("6355 & 2,4 | 2.4", (("6355",), ("2,4", "2.4"))),  # a text to the sheet, saved as it stands
        ("6355 | 6355", (("6355",),)),  # said twice: only so
        ("6.355 | 6355", (("6.355", "6355"),)),  # there already
        ("6355 boliger", (("6355 boliger",),)),  # a text: as it stands
    ],
)
def test_a_number_that_lost_its_point_is_looked_for_with_it(
    tmp_path: Path, cell: str, must: tuple[tuple[str, ...], ...]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD};must\n{ROW};{cell}", encoding="utf-8")
    assert read_set(file).cases[0].must == must


def test_excels_own_separator_line_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"sep=;\r\n{HEAD}\r\n{ROW}\r\n{ROW}", encoding="cp1252")
    with pytest.raises(UsageError, match=r"linje 4, kolonne id: .*linje 3"):  # lines as an editor counts them
        read_set(file)


def test_a_spreadsheets_empty_cells_to_the_right_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"{HEAD};;\n{ROW};;;;;\n", encoding="utf-8")
    assert len(read_set(file).cases) == 1


FULL = Case(
    "=id", "followup", "+spørgsmål; med “tegn”", False, ("-før",), ((" 72 ", "@to"), ("tre",)), ("=nej",), ("d",),
    ("e", "f"), 4, "S", ("q",), (ExpectedFigure("1", "", "2023"),), 100, ("t", "u"), "\ttabulator",
)  # fmt: skip


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_a_case_comes_back_whole(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    if suffix == ".csv":
        write_set_csv(file, [FULL])
    else:
        file.write_text(json.dumps(case_to_json(FULL)), encoding="utf-8")
    assert read_set(file).cases == (FULL,)


def test_a_bare_number_comes_back_as_it_is(tmp_path: Path) -> None:
    one = Case("a", "figure", "?", True, must=(("6355",),), must_not=("1086",))
    write_set_csv(tmp_path / "a.csv", [one])
    assert read_set(tmp_path / "a.csv").cases == (one,)


def test_a_text_that_csv_cannot_hold_is_told_and_not_bent(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="skilletegn"):
        write_set_csv(tmp_path / "a.csv", [Case("a", "figure", "?", True, must=(("Bo & By",),))])


FORMULAS = ["=1+1", "+1", "-cmd", "@SUM(1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", '=A("x")', "--1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_can_be_a_formula(formula: str) -> None:
    assert guarded(formula) == "'" + formula
    assert not csv_text([formula], [[formula]]).lstrip('"').startswith("=")


@pytest.mark.parametrize("plain", ["", "a=b", "3,5", "-3,5", "-7", "tekst", "1.234"])
def test_plain_cells_stay(plain: str) -> None:
    assert guarded(plain) == plain


@pytest.mark.parametrize("name", ["dev.jsonl", "dev-pdf.jsonl"])
def test_given_sets_mean_the_same_as_csv(tmp_path: Path, name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    cases = read_set(SHARED / name).cases
    write_set_csv(tmp_path / "a.csv", cases)
    assert read_set(tmp_path / "a.csv").cases == cases


QUESTIONS = [
    ('{"id": "a", "question": "?"}\n{"id": 2}', "linje 2, kolonne question: mangler"),
    ('{"id": ["a"], "question": "?"}', "linje 1, kolonne id: skal være"),
    ('{"id": "a", "question": 5}', "linje 1, kolonne question: skal være tekst"),
    ('{"id": "a", "question": "?", "history": "før"}', "linje 1, kolonne history"),
    ('{"id": "a", "question": "?", "history": [{"q": 1}]}', "linje 1, kolonne history"),
    ("ingen JSON", "linje 1: er ikke gyldig JSON"),
    ("", "er tom"),
]


@pytest.mark.parametrize(("content", "told"), QUESTIONS)
def test_a_broken_batch_is_told(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / "in.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_questions(tmp_path / "in.jsonl")
    assert told in str(caught.value)


def test_a_batch_keeps_ids_order_and_odd_questions(tmp_path: Path) -> None:
    lines = [
        {"id": "b", "question": "", "must": [["x"]]},  # empty; other columns are no concern of a batch
        {"id": 7, "question": "æ" * 20_000, "history": [{"question": "før", "answer": "x"}]},
        {"id": "b", "question": "igen", "history": ["før", "så"]},
        {"question": "uden id"},  # its line's number stands in
    ]
    (tmp_path / "in.jsonl").write_text("\r\n".join(map(json.dumps, lines)), encoding="utf-8-sig")
    read = read_questions(tmp_path / "in.jsonl")
    assert [(one.id, len(one.question), one.history) for one in read] == [
        ("b", 0, ()),
        (7, 20_000, ("før",)),
        ("b", 4, ("før", "så")),
        (4, 7, ()),
    ]
