"""Text files: encodings, pages, paragraphs whose line ends mean different things in each file."""

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from errors import FixTheFile
from ingest.document import Document
from ingest.layout.assemble import assemble
from ingest.read import display_name, read_document
from ingest.readers.text import read_text

SHARED = Path(__file__).parent.parent.parent / "shared"


def read(folder: Path, content: str | bytes, name: str = "fil.txt") -> Document:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_document(path)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.quote(block.span)) for block in document.blocks]


@pytest.mark.parametrize(
    "data",
    [
        "Ældre på Ærø får råd".encode(),
        codecs.BOM_UTF8 + "Ældre på Ærø får råd".encode(),
        "Ældre på Ærø får råd".encode("utf-16"),  # with its mark, as Windows writes it
        "Ældre på Ærø får råd, siger de".encode("utf-16-le"),  # without
        "Ældre på Ærø får råd".encode("cp1252"),
        unicodedata.normalize("NFD", "Ældre på Ærø får råd").encode(),  # as macOS writes names
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data).text.startswith("Ældre på Ærø får råd")


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "Første side.\n\fAnden side.\n\fTredje side.\n\f")
    assert [document.quote(page.span).strip() for page in document.pages] == [
        "Første side.",
        "Anden side.",
        "Tredje side.",
    ]
    assert document.page_at(document.text.index("Anden")) == 2


LONE = """ Forside for alle
Boligen er god.
 Indhold på side to
Her står noget om huse.

 og dette er kun et ord der er rykket
 Tredje side begynder
Mere tekst følger her.

 Foto af et hus før billedet.
 Fjerde side her
Slut."""


def test_a_lone_blank_right_under_the_last_line_opens_a_page(tmp_path: Path) -> None:
    document = read(tmp_path, LONE)
    starts = [document.quote(page.span).split("\n")[0].strip()[:12] for page in document.pages]
    assert starts == ["Forside for ", "Indhold på s", "Tredje side ", "Fjerde side "]


def test_without_signs_there_are_no_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "En linje.\n\nEn linje til.")
    assert document.pages == ()
    assert document.page_at(0) is None


_PRINTED = """Stærke rammer for naboer
De almene boliger er gode rammer for det
nære liv. Når vi støtter lokale kræfter og
samvær på tværs af alder, styrker vi både
trivsel og kvalitet til gavn for alle i hele
kommunen.
Grønne og levende byer
Almene områder rummer mange oplagte
muligheder for at skabe grønne, levende
byer med høj artsrigdom. En målrettet og
varig indsats her styrker både naturen og
beboernes trivsel."""
DOUBLE = _PRINTED.replace("\n", "\n\n")


def test_a_blank_line_between_all_lines_does_not_part_paragraphs(tmp_path: Path) -> None:
    found = blocks(read(tmp_path, DOUBLE))
    assert [kind for kind, _ in found] == ["heading", "paragraph", "heading", "paragraph"]
    assert found[0][1] == "Stærke rammer for naboer"
    assert found[1][1].endswith("alle i hele kommunen.")


LOST = "\n".join(
    [
        "Indsatsen er bred \nog når langt ud i landet \nmed mange gode kræfter i \n"
        "spil, så flere kan være \nmed i det fæl",
        "les arbejde om at få \nstyrket de mange gode bolig",
        "organisationer og andre \nder vil gøre en god \nforskel for de mange \nbeboere i hele landet og \nbyen.",
        "",
        "Nyt afsnit her.",
    ]
)


def test_words_whose_hyphen_is_lost_are_joined(tmp_path: Path) -> None:
    document = read(tmp_path, LOST)
    assert "fælles arbejde" in document.text
    assert "boligorganisationer og" in document.text
    assert sum(repair.kind == "lost_hyphen" for repair in document.repairs) == 2


LISTS = """BYER FOR ALLE

Vi bygger til alle.

BL VIL

Understøtte gode hjem i hele landet.

Bidrage til lige adgang til velfærd.

På bl.dk kan du læse mere om det.

Derfor vil vi:

•	styrke det lokale – også
– når det er svært
•	bygge nyt

NÆSTE KAPITEL

Tekst igen."""


def test_lists_keep_their_lead_in_and_their_section(tmp_path: Path) -> None:
    document = read(tmp_path, LISTS)
    lists = [passage for passage in document.passages if passage.kind == "list"]
    assert [document.quote(p.lead_in or (0, 0)) for p in lists] == ["BL VIL", "Derfor vil vi:"]
    assert [p.section for p in lists] == [("BYER FOR ALLE",)] * 2
    items = [text for kind, text in blocks(document) if kind == "list_item"]
    assert len(items) == 4  # two without bullets, two with; a dash inside an item starts none
    assert not any("På bl.dk" in item for item in items)


CAPTIONS = """Et kapitel

Vi har i årets løb arbejdet for mange ting, og det er gået

Naboer i Strandengen på tur.

Foto: En Fotograf

godt de fleste steder i landet."""


def test_a_caption_in_the_middle_is_kept_apart(tmp_path: Path) -> None:
    document = read(tmp_path, CAPTIONS)
    prose = [passage for passage in document.passages if passage.kind == "prose"]
    caption = [passage for passage in document.passages if passage.kind == "caption"]
    assert len(prose) == 1
    assert len(prose[0].spans) == 2  # one argument, two places
    assert "Foto" not in prose[0].text
    assert [passage.text.split("\n")[0] for passage in caption] == ["Naboer i Strandengen på tur."]


def test_markdown_headings_make_the_section_path(tmp_path: Path) -> None:
    document = read(tmp_path, "# Plan\n\n## Mål\n\nVi bygger.\n\n## Midler\n\nVi sparer op.\n", "plan.md")
    assert [passage.section for passage in document.passages] == [("Plan", "Mål"), ("Plan", "Midler")]


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\n\f \tæøå.-–•:"),
        max_size=400,
    )
)
def test_no_letter_or_digit_is_ever_lost(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    path = tmp_path_factory.mktemp("any") / "fil.txt"
    path.write_bytes(content.encode())
    try:
        stored = assemble(read_text(path)).text
    except FixTheFile:
        return
    wanted = unicodedata.normalize("NFC", content)
    for ligature in "ﬀﬁﬂﬃﬄﬅﬆ":
        wanted = wanted.replace(ligature, unicodedata.normalize("NFKC", ligature).replace("ſ", "s"))
    assert letters(stored) == letters(wanted)


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
@pytest.mark.parametrize("path", sorted((SHARED / "bl-documents").glob("*.txt")), ids=lambda path: path.stem)
def test_real_documents(path: Path) -> None:
    document = read_document(path)
    assert letters(document.text) == letters(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
    for passage in document.passages:
        assert passage.spans
        assert all(document.quote(span).strip() for span in passage.spans)
        assert len(passage.text.split()) <= 220
        assert passage.context.startswith(document.info.title)
    spans = [span for passage in document.passages for span in passage.spans]
    for block in document.blocks:
        if block.kind in ("list_item", "table_row", "tile"):
            assert any(start <= block.span[0] and block.span[1] <= end for start, end in spans), document.quote(
                block.span
            )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.pdf", "a b.pdf"),  # a line break would forge a second line of output
        ("a\x00b.pdf", "a b.pdf"),
        ("rapport\u202efdp.exe", "rapport fdp.exe"),  # turned around to look like a PDF
        ("\n", "fil"),
        ("A\u030arhus.pdf", "Århus.pdf"),
    ],
)
def test_names_are_safe_to_show(name: str, shown: str) -> None:
    assert display_name(name) == shown


TITLES = [
    ("referat-fra-maj.md", "Vi holdt møde om husleje i bestyrelsen den 4. maj.", "referat fra maj"),  # a sentence
    ("note.md", "**Vigtigt:** Husk mødet", "Vigtigt: Husk mødet"),  # marks are no words
    ("a.md", "# Husleje\n\nDen er høj.", "Husleje"),
    ("b.txt", "Referat af møde\n\nVi mødtes i huset og talte længe om husleje.", "Referat af møde"),
]


@pytest.mark.parametrize(("name", "content", "title"), TITLES)
def test_title_of_a_short_file(tmp_path: Path, name: str, content: str, title: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert read_document(path).info.title == title


def test_gaps_open_pages_where_a_blank_line_follows_each_line(tmp_path: Path) -> None:
    page = "\n\n".join(
        ["Vi bygger boliger til", "alle og holder fast i", "at det skal være til at", "betale for enhver."] * 4
    )
    path = tmp_path / "sider.txt"
    path.write_text(f"{page}\n\n\n\n{page}\n Et felt til siden\n\n\n\n{page}", encoding="utf-8")
    assert [found.number for found in read_document(path).pages] == [1, 2, 3]


def test_a_blank_line_within_a_sentence_parts_nothing(tmp_path: Path) -> None:
    filler = "Vi bygger boliger til \nalle og holder fast i \nat det skal være til at \nbetale for enhver. \n\n" * 5
    path = tmp_path / "afbrudt.txt"
    path.write_text(f"{filler}Planen er lavet af folk fra \n\nRådets udvalg og andre.\n", encoding="utf-8")
    assert "lavet af folk fra Rådets udvalg" in read_document(path).text
