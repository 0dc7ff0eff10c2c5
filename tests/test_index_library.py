"""The library keeps what it is given, whole; finds it; and says in Danish what is in the way."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from errors import RebuildTheIndex, TryAgain, UsageError
from index import lock
from index.cards import MOST_ALIKE
from index.evidence import Evidence, Filters
from index.library import Library, index_exists, read_document, read_snapshot, rebuild
from index.retriever import LibraryRetriever
from ingest.document import Block, Commitment, Document, Figure, Mention, ReadingProblem, Repair, WordBox
from tests.conftest import ROOT, FakeEmbedding, make_document

MakeLibrary = Callable[..., Library]

HERNING = make_document(
    "herning", "Der er 300 familieboliger.", "Beboerne vælger en bestyrelse.", kind="kommuneark", municipality="Herning"
)
VEJEN = make_document(
    "vejen", "Der er 70 ungdomsboliger i Vejen.", kind="kommuneark", municipality="Vejen", period="2025"
)
PLAN = make_document("plan", "Vi vil bygge flere almene boliger.", "Grøn omstilling.", period="2026-2028")

CHILD_ENV = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
"""A child imports `conftest`: some package in the environment has a `tests` of its own."""


def whole(id: str = "helt") -> Document:
    """A document with every kind of part."""
    figure = Figure(id, 1, "familieboliger", "300", "boliger", None, "2025", "Herning", None, "300", ((0, 3),))
    commitment = Commitment(id, 1, "Bygge mere", "BL", "2026", None, "vil", None, "Bygge mere", ((4, 14),))
    mention = Mention(id, 1, "person", "Bo Ny", "formand", None, None, None, "Bo Ny", ((0, 3),))
    return replace(
        make_document(id, "300 Bygge mere", "Ældreboliger og tag."),
        figures=(figure, replace(figure, label="ældreboliger", value="2/3")),
        commitments=(commitment,),
        mentions=(mention,),
        problems=(ReadingProblem("repaired", 1, "Et ord var delt.", (0, 3)),),
        blocks=(Block("paragraph", (0, 14), 1),),
        repairs=(Repair((0, 3), "3-\n00", "hyphen"),),
        word_boxes=(WordBox((0, 3), 1, 1.5, 2.0, 3.0, 4.0, 12.0),),
    )


def found(evidence: Evidence) -> set[str]:
    return {hit.document for hit in evidence.passages}


def test_a_document_comes_back_as_it_went_in(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(whole())
    assert library.document("helt") == whole()
    assert library.text("helt") == whole().text
    assert read_document(tmp_path / "index", "helt") == whole()
    snapshot = read_snapshot(tmp_path / "index")
    assert snapshot == library.snapshot()
    assert (snapshot.figures, snapshot.commitments) == (whole().figures, whole().commitments)
    assert [(e.passages, e.figures, e.commitments, e.problems) for e in snapshot.documents] == [(2, 2, 1, 1)]


def test_adding_again_changes_nothing(make_library: MakeLibrary) -> None:
    library = make_library(HERNING)
    before = library.snapshot()
    assert library.add(HERNING) == "unchanged"
    assert library.snapshot() is before


def test_a_changed_document_replaces_its_old_passages(make_library: MakeLibrary) -> None:
    library = make_library(HERNING, VEJEN)
    changed = make_document("herning", "Tagene får solceller.")
    assert library.add(changed) == "replaced"
    assert [p.text for id, p in library.snapshot().passages if id == "herning"] == ["Tagene får solceller."]
    assert [entry.id for entry in library.documents()] == ["herning", "vejen"]  # keeps its place
    texts = [hit.passage.text for hit in library.search("familieboliger bestyrelse").passages]
    assert "Der er 300 familieboliger." not in texts
    assert set(library._vectors.generations()) == {(e.id, e.generation) for e in library.documents()}


def test_sentences_are_found_by_meaning_and_replaced_with_their_document(make_library: MakeLibrary) -> None:
    library = make_library(
        make_document("herning", "Der er 300 familieboliger her. Beboerne vælger en bestyrelse."), VEJEN
    )
    near = library.search("Hvem vælger bestyrelse?").sentences
    assert max(near, key=lambda at: near[at]) == ("herning", len("Der er 300 familieboliger her. "))
    library.add(make_document("herning", "Tagene får mange solceller."))
    entry = library.documents()[0]
    assert [at for id, at in library.search("Hvem vælger bestyrelse?").sentences if id == "herning"] == [0]
    assert library._vectors.sentences()["herning", entry.generation] == 1
    assert len(library._vectors.sentences()) == 2


def test_rows_that_differ_in_their_numbers_alone_have_no_vectors_of_their_own(make_library: MakeLibrary) -> None:
    rows = [f"Afdeling {n} havde {7 * n} boliger i alt." for n in range(MOST_ALIKE + 1)]
    library = make_library(make_document("register", *rows, "Beboerne vælger en bestyrelse."))
    assert len(library.search("Hvor mange boliger havde afdeling 3?").sentences) == 1
    library.add(make_document("register", *rows[1:], "Beboerne vælger en bestyrelse."))
    assert len(library.search("Hvor mange boliger havde afdeling 3?").sentences) == MOST_ALIKE + 1
    assert library.search("Hvor mange boliger havde afdeling 3?").passages


def test_an_index_without_sentences_gets_them_at_the_next_writing(make_library: MakeLibrary) -> None:
    library = make_library(VEJEN)
    library._vectors._sentences.delete(ids=library._vectors._sentences.get()["ids"])
    assert library.search("ungdomsboliger").passages
    assert not library.search("ungdomsboliger").sentences
    library._may_write = False
    library._lock.share()
    with library.writing():
        pass
    assert library.search("ungdomsboliger").sentences


def test_an_original_takes_the_place_of_its_summary(make_library: MakeLibrary) -> None:
    library = make_library(make_document("kort", "Et resumé om boliger."), VEJEN)
    assert library.add(make_document("lang", "Originalen om boliger."), instead_of="kort") == "replaced_summary"
    assert [entry.id for entry in library.documents()] == ["lang", "vejen"]
    assert "kort" not in found(library.search("resumé om boliger"))
    assert {id for id, _ in library._vectors.generations()} == {"lang", "vejen"}


def test_named_as_another(make_library: MakeLibrary) -> None:
    library = make_library()
    library.add(whole("fil"), as_id="helt")
    assert library.document("helt") == replace(
        whole("helt"), file_name="fil.txt", info=whole("fil").info, passages=whole("fil").passages
    )


def test_a_removed_document_is_not_found(make_library: MakeLibrary) -> None:
    library = make_library(HERNING, VEJEN)
    library.remove("herning")
    assert found(library.search("familieboliger bestyrelse")) == {"vejen"}
    for ask in (library.remove, library.document, library.text):
        with pytest.raises(UsageError, match="herning"):
            ask("herning")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"herning", "vejen", "plan"}),  # no limit
        (Filters(documents=("vejen",)), {"vejen"}),
        (Filters(municipalities=("Herning",)), {"herning"}),
        (Filters(municipalities=(None,)), {"plan"}),  # the whole country
        (Filters(municipalities=("Herning", None)), {"herning", "plan"}),  # any of them
        (Filters(kinds=("kommuneark",), periods=("2025",)), {"vejen"}),  # all limits hold at once
        (Filters(periods=("2026-2028",)), {"plan"}),
        (Filters(periods=("2026",)), set()),  # exact, not a beginning
        (Filters(documents=("findes-ikke",)), set()),
    ],
)
def test_filters_are_exact(make_library: MakeLibrary, filters: Filters, expected: set[str]) -> None:
    assert found(make_library(HERNING, VEJEN, PLAN).search("boliger", filters)) == expected


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("boliger til familier", "Der er 300 familieboliger."),  # a compound by its parts
        ("familiebolig", "Der er 300 familieboliger."),  # another form
        ("bestyrelsen", "Beboerne vælger en bestyrelse."),
        ('"bestyrelse" OR NEAR(* ^', "Beboerne vælger en bestyrelse."),  # what FTS5 would read as its own signs
    ],
)
def test_words_find_danish_forms(make_library: MakeLibrary, query: str, passage: str) -> None:
    hits = make_library(HERNING, PLAN).search(query).passages
    assert next(hit for hit in hits if hit.word_rank == 0).passage.text == passage


@pytest.mark.parametrize("query", ["", " ", "?!", "\x00", "er", "a" * 20_000, "bolig " * 4_000])
def test_any_question_is_searched(make_library: MakeLibrary, query: str) -> None:
    assert isinstance(make_library(HERNING).search(query), Evidence)


def test_an_empty_library_finds_nothing(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library()
    found = library.search("boliger")
    assert not found.passages
    assert not found.sentences
    assert library.is_new
    assert not index_exists(tmp_path / "index")
    assert not index_exists(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_a_query_vector_is_used_as_given(make_library: MakeLibrary) -> None:
    library = make_library(HERNING)
    vector = library.embed_query("bestyrelse")
    evidence = library.search("", passages=1, query_vector=vector)
    assert evidence.passages[0].passage.text == "Beboerne vælger en bestyrelse."


def test_vocabulary_counts_passages(make_library: MakeLibrary) -> None:
    vocabulary = make_library(HERNING, VEJEN).vocabulary()
    assert (vocabulary["er"], vocabulary["familieboliger"]) == (2, 1)
    assert "boliger" not in vocabulary


@pytest.mark.parametrize("made", ["fake", "another"])
def test_another_model_is_refused_until_rebuilt(make_library: MakeLibrary, tmp_path: Path, made: str) -> None:
    make_library(whole(), VEJEN).close()
    other = FakeEmbedding(made)
    if made != "fake":
        with pytest.raises(RebuildTheIndex, match=r"doctor --rebuild.*BL_EMBEDDING=fake"):
            Library.open(tmp_path / "index", other)
    steps: list[tuple[int, int]] = []
    assert rebuild(tmp_path / "index", other, lambda done, total: steps.append((done, total))) == 2
    assert steps[-1] == (3, 3)
    library = make_library(embedding=other)
    assert found(library.search("Vejen ungdomsboliger")) == {"helt", "vejen"}


def test_a_rebuild_that_stopped_is_refused(make_library: MakeLibrary, tmp_path: Path) -> None:
    class Stops(FakeEmbedding):
        def _get_text_embedding(self, text: str) -> list[float]:
            raise KeyboardInterrupt

    make_library(VEJEN).close()
    with pytest.raises(KeyboardInterrupt):
        rebuild(tmp_path / "index", Stops())
    with pytest.raises(RebuildTheIndex, match="doctor --rebuild"):
        Library.open(tmp_path / "index", FakeEmbedding())
    assert rebuild(tmp_path / "index", FakeEmbedding()) == 1
    assert found(make_library().search("ungdomsboliger")) == {"vejen"}


def test_another_schema_is_refused(make_library: MakeLibrary, tmp_path: Path) -> None:
    library = make_library(VEJEN)
    library._catalogue.set_meta(schema="0")
    library.close()
    with pytest.raises(RebuildTheIndex, match="bl-assistent ingest"):
        Library.open(tmp_path / "index", FakeEmbedding())


def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"noget helt andet" * 100)
    with pytest.raises(RebuildTheIndex, match="kan ikke læses"):
        Library.open(tmp_path, FakeEmbedding())


# Two processes: what the other one holds while this one tries.
_HOLD = """
import sys, time
from pathlib import Path
from index.library import Library
from conftest import FakeEmbedding
library = Library.open(Path(sys.argv[1]), FakeEmbedding(), write=sys.argv[2] == "write")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def other_process(tmp_path: Path) -> Any:
    """Starts a process that holds the index, as "read" or "write"."""
    started: list[subprocess.Popen[str]] = []

    def hold(mode: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _HOLD, str(tmp_path / "index"), mode],
            cwd=ROOT,
            env=CHILD_ENV,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    ("theirs", "ours", "allowed"),
    [
        ("read", "read", True),  # two questions at once
        ("read", "write", False),
        pytest.param("write", "read", False, marks=pytest.mark.slow),
        pytest.param("write", "write", False, marks=pytest.mark.slow),
    ],
)
def test_many_readers_or_one_writer(
    make_library: MakeLibrary,
    other_process: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    theirs: str,
    ours: str,
    allowed: bool,
) -> None:
    monkeypatch.setattr(lock, "READ_WAIT", 0.2)
    monkeypatch.setattr(lock, "WRITE_WAIT", 0.2)
    make_library(HERNING).close()
    process = other_process(theirs)
    if allowed:
        library = Library.open(tmp_path / "index", FakeEmbedding(), write=ours == "write")
        assert found(library.search("bestyrelse")) == {"herning"}
        library.close()
    else:
        with pytest.raises(TryAgain, match="prøv igen"):
            Library.open(tmp_path / "index", FakeEmbedding(), write=ours == "write")
    assert [entry.id for entry in read_snapshot(tmp_path / "index").documents] == ["herning"]  # listing needs no lock
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    Library.open(tmp_path / "index", FakeEmbedding(), write=True).close()  # gone with the process that held it


def test_a_reader_writes_for_a_moment(
    make_library: MakeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WRITE_WAIT", 0.2)
    make_library(HERNING).close()
    reader = Library.open(tmp_path / "index", FakeEmbedding())
    other = Library.open(tmp_path / "index", FakeEmbedding())
    with pytest.raises(TryAgain, match="bruges af et andet program"):
        reader.add(VEJEN)
    assert found(reader.search("boliger")) == {"herning"}  # it still reads
    other.close()
    with reader.writing():
        reader.add(VEJEN)
    assert found(reader.search("boliger")) == {"herning", "vejen"}
    Library.open(tmp_path / "index", FakeEmbedding()).close()  # and others may read again
    reader.close()


def test_a_search_during_a_replacement_sees_a_whole_document(make_library: MakeLibrary) -> None:
    """The hits of one search are all of one generation, while another thread replaces the document over and over."""
    library = make_library(*[make_document("skifter", *[f"udgave nul boliger {n}" for n in range(5)])])
    words = ("nul", "et", "to", "tre")

    def replace_often() -> None:
        for n in range(12):
            library.add(make_document("skifter", *[f"udgave {words[n % 4]} boliger {i}{n}" for i in range(5)]))

    thread = Thread(target=replace_often)
    thread.start()
    seen = 0
    while thread.is_alive() or seen == 0:
        hits = library.search("udgave boliger").passages
        assert len(hits) == 5
        assert len({hit.passage.text.split()[1] for hit in hits}) == 1
        seen += 1
    thread.join()


def test_a_full_disk_loses_nothing(make_library: MakeLibrary) -> None:
    """SQLite's own limit on pages stands in for the disk: the same error, at a place we choose."""
    library = make_library(HERNING)
    large = make_document("stor", *[f"afsnit {n} " + "ord " * 200 for n in range(100)])
    before = library.snapshot()
    with library._catalogue._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(TryAgain, match="Disken er fuld"):
        library.add(large)
    assert library.snapshot() == before
    assert found(library.search("bestyrelse")) == {"herning"}
    library.close()
    again = make_library()
    assert again.add(large) == "added"
    assert found(again.search("bestyrelse afsnit", passages=200)) == {"herning", "stor"}


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("en fil")
    with pytest.raises(TryAgain, match="--data-dir"):
        Library.open(tmp_path / "index", FakeEmbedding())


def test_what_vectors_lost_is_made_again(make_library: MakeLibrary) -> None:
    library = make_library(HERNING, VEJEN)
    library._vectors.delete("herning", library.documents()[0].generation)
    only = Filters(documents=("herning",))
    assert library.search("bestyrelse", only).passages[0].similarity is None
    library.close()
    assert make_library().search("bestyrelse", only).passages[0].similarity is not None


def test_as_a_llama_index_retriever(make_library: MakeLibrary) -> None:
    library = make_library(HERNING, VEJEN)
    retriever = LibraryRetriever(library, Filters(documents=("herning",)), top=1)
    [found] = retriever.retrieve("bestyrelse")
    assert found.node.get_content() == "Beboerne vælger en bestyrelse."
    assert found.node.metadata["document"] == "herning"


def test_what_hangs_on_a_passage_comes_with_it(make_library: MakeLibrary) -> None:
    """The list after its lead-in and the value beside its label, though neither meets the question."""
    fill = "om noget andet " * 10
    document = make_document("d", f"Solceller på taget {fill}", f"Punkt et {fill}", f"Uden betydning {fill}", "67")
    document = replace(
        document, passages=(document.passages[0], replace(document.passages[1], kind="list"), *document.passages[2:])
    )
    library = make_library(document)
    hits = library.search("solceller", passages=2).passages
    assert [hit.passage.ordinal for hit in hits] == [0, 1]
    hits = library.search("betydning", passages=2).passages
    assert [hit.passage.ordinal for hit in hits] == [2, 3]
