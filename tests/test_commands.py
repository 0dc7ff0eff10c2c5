"""The command line as a person meets it: real processes, exit codes, one or two Danish lines for what goes wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cli import COMMANDS

ROOT = Path(__file__).parent.parent
Bl = Callable[..., "subprocess.CompletedProcess[str]"]

NOTE = "Notat om Lilleby\n\nDer er 12 almene ungdomsboliger i Kalundborg Kommune i 2025.\n"


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("commands") / "data"


@pytest.fixture(scope="module")
def bl(data_dir: Path) -> Bl:
    """Runs `bl-assistent` in a terminal that claims to know ASCII alone."""

    def run(*words: str, folder: Path = data_dir, **more: str) -> "subprocess.CompletedProcess[str]":
        environment = {k: v for k, v in os.environ.items() if not k.startswith("BL_")}
        environment |= {"BL_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C", **more}
        return subprocess.run(
            [sys.executable, "-m", "cli", *words], env=environment, capture_output=True, encoding="utf-8", timeout=300
        )

    return run


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notes") / "notat.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def filled(bl: Bl, note: Path, data_dir: Path) -> Path:
    """A data folder with the note in it."""
    result = bl("ingest", str(note))
    assert result.returncode == 0, result.stderr
    return data_dir


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_danish_and_has_an_example(bl: Bl, command: str) -> None:
    result = bl(command, "--help")
    assert result.returncode == 0
    assert "eksempel" in result.stdout
    assert "brug: " in result.stdout
    assert "usage" not in result.stdout


WRONG_USE = [
    ((), "KOMMANDO"),  # nothing asked for
    (("vrøvl",), "vrøvl"),  # no such command
    (("ask",), "SPØRGSMÅL"),  # no question
    (("ask", "x", "--farve"), "--farve"),  # no such option
    (("figures", "--csv", "--json"), "--csv"),  # one form at a time
    (("figures", "--municipality", "Atlantis"), "Atlantis"),  # no such municipality
    (("documents", "show"), "ID"),  # which one?
    (("documents", "show", "findes-ikke"), "notat"),  # names those there are
    (("documents", "text", "findes-ikke"), "notat"),  # the same for text
    (("documents", "remove", "findes-ikke"), "notat"),  # and for remove
    (("documents", "show", "notat", "--page", "99", "--png", "x.png"), "--page 1"),  # a page it has not
    (("answer", "--questions", "mangler.jsonl", "--out", "ud.jsonl"), "mangler.jsonl"),  # no such question file
    (("eval", "run", "mangler.jsonl"), "mangler.jsonl"),  # no such set
]


@pytest.mark.parametrize(("words", "named"), WRONG_USE)
def test_wrong_use_is_two_lines_and_exit_code_2(bl: Bl, filled: Path, words: tuple[str, ...], named: str) -> None:
    result = bl(*words)
    assert result.returncode == 2, result.stderr
    assert named in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stderr.strip().splitlines()) <= 2


def test_an_unknown_setting_is_named(bl: Bl) -> None:
    result = bl("documents", BL_FARVE="grøn")
    assert result.returncode == 2
    assert "BL_FARVE" in result.stderr


def test_ask_answers_in_utf8_and_json(bl: Bl, filled: Path) -> None:
    question = "Hvor mange almene ungdomsboliger er der i Kalundborg?"
    shown = bl("ask", question)
    assert shown.returncode == 0, shown.stderr
    assert "12" in shown.stdout
    assert "notat" in shown.stdout.casefold()
    body = json.loads(bl("ask", question, "--json").stdout)
    assert body["question"] == question
    assert body["status"] == "answered"
    text = bl("documents", "text", "notat").stdout
    for citation in body["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]


@pytest.mark.parametrize(
    "question",
    [
        "æ" * 20_000,
        *(pytest.param(odd, marks=pytest.mark.slow) for odd in ["", "   ", "a" * 20_000, "🏠", "\x00\u202e"]),
    ],
)
def test_odd_questions_are_answered_politely(bl: Bl, filled: Path, question: str) -> None:
    if "\x00" in question:
        question = question.replace("\x00", "")  # no terminal can pass it on
    result = bl("ask", question, "--json")
    assert result.returncode == 0, result.stderr
    body = json.loads(result.stdout)
    assert body["status"] == "not_found"
    assert 0 < len(body["answer"]) < 700


def test_ingest_goes_on_past_files_it_cannot_read(bl: Bl, tmp_path: Path) -> None:
    folder = tmp_path / "mappe"
    folder.mkdir()
    (folder / "god.txt").write_text(NOTE, encoding="utf-8")
    (folder / "tom.pdf").write_bytes(b"")
    (folder / "snyd.pdf").write_text("slet ikke en PDF", encoding="utf-8")
    result = bl("ingest", str(folder), folder=tmp_path / "data")
    assert result.returncode in (0, 1)
    assert "tom.pdf" in result.stderr
    listed = json.loads(bl("documents", "--json", folder=tmp_path / "data").stdout)
    assert "god" in [entry["id"] for entry in listed]


@pytest.mark.parametrize("name", ["findes-ikke.pdf", pytest.param("tom", marks=pytest.mark.slow)])
def test_nothing_to_read_is_exit_code_3(bl: Bl, tmp_path: Path, name: str) -> None:
    (tmp_path / "tom").mkdir()
    missing = bl("ingest", str(tmp_path / name), folder=tmp_path / "data")
    assert missing.returncode == 3
    assert name == "tom" or name in missing.stderr


@pytest.mark.slow
def test_reading_again_changes_nothing(bl: Bl, filled: Path, note: Path) -> None:
    before = bl("documents", "--json").stdout
    assert bl("ingest", str(note)).returncode == 0
    assert bl("documents", "--json").stdout == before


@pytest.mark.slow
def test_csv_cannot_carry_a_formula(bl: Bl, tmp_path: Path) -> None:
    page = tmp_path / "formel.txt"
    page.write_text("Formler\n\nDer er 17 =cmd|boliger i Kalundborg.\n", encoding="utf-8")
    assert bl("ingest", str(page), folder=tmp_path / "data").returncode == 0
    lines = bl("figures", "--csv", folder=tmp_path / "data").stdout.splitlines()
    assert lines[0].startswith("dokument;side;")
    assert not any(cell.lstrip('"')[:1] in "=+@" for line in lines for cell in line.split(";") if cell.strip('"'))
