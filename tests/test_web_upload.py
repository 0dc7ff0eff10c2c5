"""Documents brought in on the page, in a real browser over the real index: originals, broken files, and a stop."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web_shared import page_at, violations
from tests.web_support import ask, click, find, open_tab, running_server, severe, text_of, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ORIGINAL = """Kommuneark for Herning Kommune 2024

BL – Danmarks Almene Boliger

Almene boliger i Herning Kommune, 2024

I Herning Kommune er der 4.321 opdigtede drivhuse i de almene afdelinger.
"""
LONG = "\n\n".join(
    f"Afsnit {number}\n\nI den opdigtede afdeling nummer {number} er der drøftet {number} emner på beboermødet, og "
    f"bestyrelsen har noteret {number} forslag til gården, haven og vaskeriet, som alle er sendt videre til udvalget."
    for number in range(1, 3000)
)


@pytest.fixture(scope="module")
def address(starter_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    data_dir = shutil.copytree(starter_index, tmp_path_factory.mktemp("data") / "index")
    with running_server(data_dir) as address:
        yield address


@pytest.fixture
def driver(address: str) -> Iterator[Any]:
    with page_at(address) as driver:
        find(driver, ".bl-ask")
        open_tab(driver, "Dokumenter")
        find(driver, "#bl-document-list li")
        yield driver


def bring_in(driver: Any, *files: Path) -> None:
    driver.find_element("css selector", "#bl-upload input[type=file]").send_keys("\n".join(map(str, files)))


def outcomes(driver: Any) -> list[str]:
    """The line of each file that is done with."""
    lines = driver.find_elements("css selector", "#bl-upload-progress :is(.bl-ok, .bl-bad)")
    return [line.text for line in lines]


def titles(driver: Any) -> str:
    return str(driver.execute_script("return document.querySelector('#bl-document-list').innerText"))


def test_an_original_takes_the_place_of_its_summary(driver: Any, tmp_path: Path) -> None:
    summary = '[data-remove="resume-kommuneark-herning-2024"]'
    assert driver.find_elements("css selector", summary)
    original = tmp_path / "kommuneark-herning-2024.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    bring_in(driver, original)
    assert "erstatter resuméet" in find(driver, "#bl-upload-progress .bl-ok", 120).text
    wait_until(lambda: not driver.find_elements("css selector", summary))
    assert find(driver, '[data-remove="kommuneark-herning-2024"]')
    open_tab(driver, "Spørg")
    assert "4.321" in ask(driver, "Hvor mange drivhuse er der i Herning?").text


def test_a_stop_in_the_middle_leaves_nothing_of_the_file_and_answers_go_on(driver: Any, tmp_path: Path) -> None:
    short, long, last = (tmp_path / name for name in ("kort.txt", "lang.txt", "sidst.txt"))
    short.write_text("Korte noter\n\nDer er 17 opdigtede bænke i Prøvekøbing.\n", encoding="utf-8")
    long.write_text(LONG, encoding="utf-8")
    last.write_text("Sidste noter\n\nDer er 18 opdigtede borde i Prøvekøbing.\n", encoding="utf-8")
    bring_in(driver, short, long, last)
    find(driver, "#bl-upload-progress .bl-ok", 120)
    wait_until(lambda: "gøres søgbar" in text_of(driver, "#bl-upload-progress"), 120)
    open_tab(driver, "Spørg")
    assert ask(driver, "Hvad er målene for 2026-2028?").find_elements("css selector", "a.bl-marker")
    open_tab(driver, "Dokumenter")
    click(driver, "#bl-stop")
    assert "blev stoppet" in text_of(driver, '#bl-upload-progress [role="status"]', 60)
    assert [line.split()[0] for line in outcomes(driver)] == ["✓", "✕", "✕"]
    assert outcomes(driver)[2].endswith("ikke lagt ind")
    shown = titles(driver)
    assert "kort.txt" in shown
    assert "lang.txt" not in shown
    assert "sidst.txt" not in shown


def made_broken(folder: Path) -> list[Path]:
    """Files that lie about what they are, or hold what should not run."""
    word = folder / "ikke-word.docx"
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("noget.txt", "x")
    contents = {
        "intet.txt": b"",
        "stoej.txt": bytes(range(256)) * 40,
        "ikke-en-pdf.pdf": b"%PDF-1.7\nkun et hoved",
        "html-i-pdf.pdf": b"<html><body><script>window.hit=1</script><p>Hej</p></body></html>",
        "<img src=x onerror=window.hit=2>.txt": b"Opdigtede noter om navne\n\nDer er 3 navne.\n",
        "script.html": b"<title>T</title><script>window.hit=3</script><p onclick='window.hit=4'>Der er 5 haver.</p>",
        "langt-ord.md": b"# Ord\n\n" + b"a" * 100_000,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return [word, *(folder / name for name in contents)]


def test_each_of_many_broken_files_gets_a_danish_outcome_while_answers_go_on(driver: Any, tmp_path: Path) -> None:
    files = made_broken(tmp_path)
    shared = Path(__file__).parents[2] / "shared" / "pdfs" / "hostile"
    files += sorted(one for one in shared.glob("*.pdf") if "500" not in one.name)  # a long one takes minutes
    bring_in(driver, *files)
    find(driver, "#bl-upload-progress li")
    open_tab(driver, "Spørg")
    assert ask(driver, "Hvad er målene for 2026-2028?").find_elements("css selector", "a.bl-marker")
    open_tab(driver, "Dokumenter")
    wait_until(lambda: len(outcomes(driver)) == len(files), 500)
    assert f"af {len(files)} filer er lagt ind" in text_of(driver, '#bl-upload-progress [role="status"]')
    for line in outcomes(driver):
        assert not any(word in line for word in ("Error", "Exception", "Traceback", "None", "/tmp")), line
    assert violations(driver) == []
    assert driver.execute_script("return window.hit") is None
    assert severe(driver) == []
