"""The starter corpus: complete, in our own words, and the same bytes from the same sources."""

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from corpus.manifest import StarterDocument, plain, starter_documents
from eval.sets import read_set

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "bl-documents"
SETS = sorted((ROOT / "eval" / "sets").glob("*.jsonl"))
FACTS: dict[str, Any] = tomllib.loads((ROOT / "tests/fixtures/facts.toml").read_text(encoding="utf-8"))["documents"]
DOCUMENTS = {document.id: document for document in starter_documents()}
FOOTER = r"Resumé skrevet til bl-assistent – originalen findes på bl.dk Side \d+ af \d+"
SMALLEST = {"starter": 150, "unanswerable": 60, "conversation": 25, "numbers": 30}
ALL_KINDS = {
    *("figure", "person", "date", "fact", "table", "sum", "compare", "ambiguous", "goal", "commitment", "timeline"),
    *("collaboration", "definition", "explain", "list", "followup", "typo", "english", "false_premise", "injection"),
    "unanswerable",
}
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="../shared with BL's own documents is not on this machine"
)


def bare(text: str) -> str:
    """Lower case with white space, bullets and all dashes as one space, so that line breaks don't matter."""
    return re.sub(r"[\s\-\x02‐-―•\ufffe*]+", " ", text.lower().replace("’", "'")).strip()


@cache
def pdf_pages(document_id: str) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(DOCUMENTS[document_id].path) as pdf:
        return tuple(bare(re.sub(FOOTER, "", page.get_textpage().get_text_range())) for page in pdf)


def pdf_text(document_id: str) -> str:
    return " ".join(pdf_pages(document_id))


@cache
def original_text(stem: str) -> str:
    """The original both with its line-end breaks joined and with them as spaces, since the file doesn't tell which."""
    text = (SHARED / f"{stem}.txt").read_text(encoding="utf-8").replace("\ufffd", "")
    return bare(text) + " # " + bare(re.sub(r"(\w)-?\n(\w)", r"\1\2", text))


def holds(text: str, wanted: str) -> bool:
    """Whether the words stand in the text, as whole words at both ends."""
    return re.search(rf"(?<!\w){re.escape(bare(wanted))}(?!\w)", text) is not None


def entries(*names: str) -> list[Any]:
    """One parameter for each hand-listed entry of the facts."""
    return [
        pytest.param(stem, body["summary"], entry, id=f"{stem[:20]}-{name}-{number}")
        for stem, body in FACTS.items()
        for name in names
        for number, entry in enumerate(body.get(name, []))
    ]


def printed(entry: dict[str, Any]) -> str:
    return str(entry.get("printed") or entry.get("words") or entry["name"])


@pytest.mark.parametrize("document", starter_documents(), ids=lambda d: d.id)
def test_manifest_is_complete(document: StarterDocument) -> None:
    assert document.path.is_file()
    assert document.path.stem == document.id
    assert (ROOT / "corpus/sources" / f"{document.id}.typ").is_file()
    assert document.original.startswith("https://bl.dk")
    assert document.title.endswith("(resumé)")
    assert all((document.publisher, document.period, document.summarises, document.left_out))
    assert str(document.year) in document.period


def test_every_source_and_pdf_stands_in_the_manifest() -> None:
    sources = {path.stem for path in (ROOT / "corpus/sources").glob("*.typ")} - {"template"}
    assert sources == set(DOCUMENTS)
    assert {path.stem for path in (ROOT / "corpus/documents").iterdir()} == set(DOCUMENTS)
    assert {body["summary"] for body in FACTS.values()} == set(DOCUMENTS)


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_page_says_that_it_is_a_summary(document_id: str) -> None:
    with pypdfium2.PdfDocument(DOCUMENTS[document_id].path) as pdf:
        assert all(re.search(FOOTER, page.get_textpage().get_text_range()) for page in pdf)


@pytest.mark.slow
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_typesetting_gives_the_same_bytes(document_id: str, tmp_path: Path) -> None:
    from corpus.typeset import typeset  # typst belongs to the dev extra alone

    again = typeset(document_id, tmp_path / "again.pdf")
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (again, DOCUMENTS[document_id].path)}
    assert len(digests) == 1, "kør `python -m corpus.typeset`"


@pytest.mark.parametrize(("stem", "summary", "entry"), entries("figures", "facts", "goals", "points"))
def test_every_certain_fact_stands_in_our_summary(stem: str, summary: str, entry: dict[str, Any]) -> None:
    if entry.get("uncertain"):
        assert entry["reason"]
        # A lone short number stands in any text; what must not stand is digits that ran together.
        assert len(entry["value"]) < 4 or not holds(pdf_text(summary), entry["value"])
    elif not entry.get("private"):
        assert holds(pdf_text(summary), entry.get("ours", printed(entry)))


@needs_shared
@pytest.mark.parametrize(("stem", "summary", "entry"), entries("figures", "facts", "goals", "points"))
def test_every_listed_fact_stands_in_the_original(stem: str, summary: str, entry: dict[str, Any]) -> None:
    assert bare(entry.get("as_is", printed(entry))) in original_text(stem)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.stem)
def test_evaluation_sets_are_whole(path: Path) -> None:
    cases = read_set(path).cases
    assert len(cases) >= SMALLEST[path.stem]
    assert all(set(case.docs) <= set(DOCUMENTS) for case in cases)
    for case in cases:
        assert case.answerable == bool(case.docs and case.must and case.evidence), case.id
    if path.stem == "starter":
        assert {case.kind for case in cases} == ALL_KINDS


def test_ids_are_unique_over_all_sets() -> None:
    ids = [case.id for path in SETS for case in read_set(path).cases]
    assert len(ids) == len(set(ids))
    assert {path.stem for path in SETS} == set(SMALLEST)


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.stem)
def test_evidence_stands_in_the_documents(path: Path) -> None:
    missing = [
        (case.id, evidence)
        for case in read_set(path).cases
        for evidence in case.evidence
        if not any(bare(evidence) in pdf_text(document) for document in case.docs)
    ]
    assert not missing


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.stem)
def test_a_named_page_holds_the_evidence(path: Path) -> None:
    named = [case for case in read_set(path).cases if case.page]
    wrong = [case.id for case in named if bare(case.evidence[0]) not in pdf_pages(case.docs[0])[(case.page or 0) - 1]]
    assert not wrong
    assert named or path.stem == "unanswerable"


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-zæøåé0-9]+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@needs_shared
def test_no_run_of_nine_words_is_taken_over() -> None:
    theirs: set[tuple[str, ...]] = set()
    for path in SHARED.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        for repaired in (text, re.sub(r"(\w)-?\n(\w)", r"\1\2", text), re.sub(r"-?\s*\n", " ", text)):
            theirs |= _runs(repaired)
    ours = [
        *(ROOT / "corpus").rglob("*.typ"),
        *(ROOT / "corpus").glob("*.toml"),
        *SETS,
        ROOT / "tests/fixtures/facts.toml",
    ]
    taken = {path.name: run for path in ours for run in _runs(path.read_text(encoding="utf-8")) & theirs}
    assert not taken


ORIGINALS = [
    # (file stem, kind, period, municipality, id it replaces or None)
    ("bl-aarsberetning-2022-2023", "aarsberetning", "2022-2023", None, "resume-aarsberetning-2022-2023"),
    ("almene-maal-2024-2026", "maalprogram", "2024-2026", None, "resume-almene-maal-2024-2026"),
    ("almene-maal-2026-2028", "maalprogram", "2026-2028", None, "resume-almene-maal-2026-2028"),
    (
        "velkomstpakke-byraad-kalundborg-2026",
        "velkomstpakke",
        "2026",
        "Kalundborg",
        "resume-velkomstpakke-kalundborg-2026",
    ),
    ("kommuneark-herning-2024", "kommuneark", "2024", "Herning", "resume-kommuneark-herning-2024"),
    ("kommuneark-herning-2025", "kommuneark", "2025", "Herning", None),  # a later sheet stands beside it
    ("kommuneark-svendborg-2024", "kommuneark", "2024", "Svendborg", None),  # another place
    ("velkomstpakke-byraad-kalundborg-2030", "velkomstpakke", "2030", "Kalundborg", None),  # the next council's
    ("almene-maal-2028-2030", "maalprogram", "2028-2030", None, None),  # a later programme
    ("boligforbundet-aarsberetning-2022-2023", "aarsberetning", "2022-2023", None, None),  # another publisher
]


@pytest.mark.parametrize(("stem", "kind", "period", "municipality", "replaces"), ORIGINALS)
def test_an_original_is_recognised(
    stem: str, kind: str, period: str, municipality: str | None, replaces: str | None
) -> None:
    found = [
        document.id
        for document in starter_documents()
        if document.is_original(f"{stem}.pdf", "", kind=kind, period=period, municipality=municipality)
    ]
    assert found == ([replaces] if replaces else [])


@pytest.mark.parametrize("document", starter_documents(), ids=lambda d: d.id)
def test_a_summary_is_not_taken_for_an_original(document: StarterDocument) -> None:
    with pypdfium2.PdfDocument(document.path) as pdf:
        first = pdf[0].get_textpage().get_text_range()
    about: dict[str, Any] = {"kind": document.kind, "period": document.period, "municipality": document.municipality}
    assert document.is_original(f"{document.summarises}.pdf", "BL", **about)
    assert not document.is_original(f"{document.summarises}.pdf", first, **about)


def test_plain_folds_dashes_and_breaks() -> None:
    assert plain("Almene mål\n2024 – 2026") == plain("almene_mål-2024-2026")
