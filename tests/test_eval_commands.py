"""The commands `answer` and `eval …` from end to end over the starter corpus: files, exit codes, nothing half-run."""

import json
import shutil
from pathlib import Path

import pytest

from cli import main
from eval.sets import read_set

ID = "resume-kommuneark-herning-2024"
SET = [
    {"id": "a", "kind": "figure", "question": "Hvor mange almene familieboliger er der i Herning?", "answerable": True,
     "must": [["6.355"]], "must_not": [], "docs": [ID], "page": 1},
    {"id": "b", "kind": "unanswerable", "question": "Hvad er BL's telefonnummer?", "answerable": False},
    {"id": "c", "kind": "figure", "question": "Hvor mange almene familieboliger er der i Herning?", "answerable": True,
     "must": [["umuligt"]], "docs": [ID]},
]  # fmt: skip


@pytest.fixture(scope="module")
def data_dir(starter_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the starter corpus."""
    return shutil.copytree(starter_index, tmp_path_factory.mktemp("data") / "index")


@pytest.fixture
def set_file(tmp_path: Path) -> Path:
    path = tmp_path / "prøve.jsonl"
    path.write_text("\n".join(json.dumps(case, ensure_ascii=False) for case in SET), encoding="utf-8")
    return path


def call(data_dir: Path, *arguments: object) -> int:
    """The exit code, also where argparse stops by itself."""
    try:
        return main([*map(str, arguments), "--data-dir", str(data_dir)])
    except SystemExit as stop:
        return int(stop.code or 0)


def test_a_set_is_run_reported_and_compared(
    data_dir: Path, set_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "rapport"
    assert call(data_dir, "eval", "run", set_file, "--report", folder) == 0
    assert "prøve: 2 af 3 rigtige" in capsys.readouterr().out
    assert {path.name for path in folder.iterdir()} == {"prøve.json", "prøve.html", "prøve.csv"}
    assert (folder / "prøve.csv").read_bytes().startswith(b"\xef\xbb\xbf")  # or Excel breaks the Danish letters
    assert (
        call(data_dir, "eval", "compare", folder / "prøve.json", folder / "prøve.json", "--html", tmp_path / "c.html")
        == 0
    )
    assert "2 → 2 rigtige af 3" in capsys.readouterr().out
    assert call(data_dir, "eval", "report", folder / "prøve.json", "--html", tmp_path / "r.html") == 0
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == (folder / "prøve.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("limits", "code"),
    [("right=0.6,false_answers=0", 0), ("right=0.7", 1), ("right=0.6,page_right=1", 0), ("rigtige=1", 2)],
)
def test_limits_set_the_exit_code(data_dir: Path, set_file: Path, limits: str, code: int) -> None:
    assert call(data_dir, "eval", "run", set_file, "--fail-under", limits) == code


def test_of_a_set_with_one_broken_line_nothing_is_run(
    data_dir: Path, set_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, folder = set((data_dir / "runs").glob("*")), tmp_path / "rapport"
    set_file.write_text(set_file.read_text(encoding="utf-8") + "\n{}", encoding="utf-8")
    assert call(data_dir, "eval", "run", set_file, "--report", folder) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "så intet er kørt" in err
    assert "linje 4, kolonne id: mangler" in err
    assert set((data_dir / "runs").glob("*")) == before
    assert not folder.exists()


def test_json_alone_is_on_stdout(data_dir: Path, set_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(data_dir, "eval", "run", set_file, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["summary"]["scores"]["right"]["count"] == 3
    assert [one["right"] for one in told["results"]] == [True, True, False]
    assert Path(told["file"]).parent == data_dir / "runs"


def test_runs_without_a_folder_are_kept_apart(data_dir: Path, set_file: Path) -> None:
    before = set((data_dir / "runs").glob("*.json"))
    assert call(data_dir, "eval", "run", set_file) == 0
    assert not list((data_dir / "runs").glob("*.journal.jsonl"))  # done: nothing left to go on from
    assert set((data_dir / "runs").glob("*.json")) >= before


def test_a_batch_is_answered_in_order(data_dir: Path, tmp_path: Path) -> None:
    questions = [
        {"id": "z", "question": "Hvor mange almene familieboliger er der i Herning?"},
        {"id": 7, "question": ""},
        {
            "id": "a",
            "question": "Og ældreboliger?",
            "history": [{"question": "Hvor mange familieboliger er der i Herning?"}],
        },
    ]
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(map(json.dumps, questions)), encoding="utf-8")
    assert call(data_dir, "answer", "--questions", source, "--out", out) == 0
    answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in answers] == ["z", 7, "a"]
    assert "6.355" in answers[0]["answer"]
    assert answers[1]["status"] == "not_found"
    assert "Herning" in answers[2]["standalone_question"]
    assert set(tmp_path.iterdir()) == {source, out}  # no half file stays


def test_a_broken_batch_answers_nothing(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "question": "?"}\nikke json\n{"id": "b"}', encoding="utf-8")
    assert call(data_dir, "answer", "--questions", source, "--out", out) == 2
    told = capsys.readouterr().err
    assert "linje 2" in told
    assert "linje 3, kolonne question" in told
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("eval", "run", "mangler.jsonl"), 2, "findes ikke"),
        (("eval", "run", "mangler.jsonl", "--judge"), 2, "BL_LLM_URL"),
        (("eval", "report", "mangler.json"), 2, "findes ikke"),
        (("eval", "compare", "mangler.json", "mangler.json"), 2, "findes ikke"),
        (("eval", "suggest", "ukendt"), 2, "ukendt"),
        (("answer", "--questions", "mangler.jsonl", "--out", "ud.jsonl"), 2, "findes ikke"),
    ],
)
def test_wrong_use_is_told_in_danish(
    data_dir: Path, arguments: tuple[str, ...], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(data_dir, *arguments) == code
    assert told in capsys.readouterr().err


def test_the_batch_never_writes_over_its_questions(data_dir: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "question": "?"}', encoding="utf-8")
    assert call(data_dir, "answer", "--questions", source, "--out", source) == 2
    assert call(data_dir, "answer", "--questions", source, "--out", tmp_path / "ingen" / "ud.jsonl") == 2
    assert source.read_text(encoding="utf-8") == '{"id": "a", "question": "?"}'


def test_drafts_and_template_are_sets(data_dir: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafts, template = tmp_path / "forslag.csv", tmp_path / "skabelon.csv"
    assert call(data_dir, "eval", "suggest", ID, "--out", drafts) == 0
    assert {case.answerable for case in read_set(drafts).cases} == {True, False}
    capsys.readouterr()
    assert call(data_dir, "eval", "suggest", ID) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["docs"] == [ID]
    assert call(data_dir, "eval", "template", template) == 0
    assert read_set(template).cases
    assert call(data_dir, "eval", "template", template) == 2  # never over a file that is there
