"""Takes the pictures in docs/screens/: every tab and state of the page over the starter corpus, wide and narrow.

Run `python docs/screens.py`. It needs chromium and chromedriver, and makes an index of its own.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from PIL import Image  # noqa: E402
from web_support import ask, click, find, open_browser, open_tab, running_server  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
SIZES = {"bred": (1280, 860), "smal": (360, 740)}
Shoot = Callable[[str], None]

FIGURE = "Hvor mange almene familieboliger er der i Kalundborg?"
LIST = "Hvad er målene for 2026-2028?"
COMPARE = "Hvor mange familieboliger er der i Kalundborg og i Herning?"
NOT_FOUND = "Hvor mange heste er der på Månen?"
PARTLY = "Hvilken kommune har renoveret for mest med Landsbyggefondens støtte, Herning eller Kalundborg?"


def conversation(driver: Any, shoot: Shoot) -> None:
    """The first screen, each kind of answer, the source, feedback and the list of earlier conversations."""
    find(driver, ".bl-ask")
    shoot("01-start")
    ask(driver, FIGURE)
    shoot("02-svar")
    click(driver, ".bl-text a.bl-marker")
    find(driver, "#bl-panel .bl-sheet img")
    shoot("03-kilde")
    click(driver, '[data-act="close-panel"]')
    for name, question in (
        ("04-liste", LIST),
        ("05-sammenligning", COMPARE),
        ("06-delvist", PARTLY),
        ("07-staar-ikke", NOT_FOUND),
    ):
        ask(driver, question)
        shoot(name)
    click(driver, 'article:last-of-type [data-act="bad"]')
    driver.execute_script("document.querySelector('.bl-feedback-more:not([hidden])').scrollIntoView({block: 'center'})")
    shoot("08-tilbagemelding")
    click(driver, "#bl-new")
    find(driver, ".bl-ask")
    time.sleep(1)
    click(driver, "#bl-history summary")
    driver.execute_script("document.querySelector('#bl-history').scrollIntoView({block: 'center'})")
    shoot("09-tidligere-samtaler")


def tabs(driver: Any, shoot: Shoot) -> None:
    """The other tabs, with an upload and its result."""
    open_tab(driver, "Nøgletal")
    find(driver, ".bl-table")
    shoot("10-noegletal")
    driver.execute_script("document.querySelector('#bl-compare-places').scrollIntoView({block: 'start'})")
    shoot("11-sammenlign-kommuner")
    driver.execute_script("scrollTo(0, 0)")
    open_tab(driver, "Mål og løfter")
    find(driver, "#bl-commitments li")
    shoot("12-maal-og-loefter")
    open_tab(driver, "Dokumenter")
    find(driver, "#bl-document-list li")
    shoot("13-dokumenter")
    with tempfile.TemporaryDirectory() as folder:
        good, empty = Path(folder, "opdigtede-noter.txt"), Path(folder, "tom.pdf")
        good.write_text("Opdigtede noter\n\nI Prøvekøbing står der 4.321 opdigtede drivhuse.\n", encoding="utf-8")
        empty.write_bytes(b"")
        driver.find_element("css selector", "#bl-upload input[type=file]").send_keys(f"{good}\n{empty}")
        find(driver, "#bl-upload-progress .bl-bad", 120)
        find(driver, "#bl-upload-progress .bl-ok", 120)
    shoot("14-indlaesning")
    click(driver, '[data-remove="opdigtede-noter"]')
    find(driver, "#bl-undo")
    shoot("15-fjernet")
    driver.execute_script("scrollTo(0, 0)")
    open_tab(driver, "Medarbejder")
    find(driver, "#bl-eval-run")
    shoot("16-medarbejder")
    open_tab(driver, "Om siden")
    find(driver, ".bl-about")
    shoot("17-om-siden")


def take(address: str, name: str, theme: str) -> None:
    with open_browser(*SIZES[name]) as driver:

        def shoot(state: str) -> None:
            time.sleep(1.2)  # pictures and fonts settle
            path = FOLDER / f"{state}-{name}{'-moerk' if theme == 'dark' else ''}.png"
            driver.save_screenshot(str(path))
            with Image.open(path) as picture:  # a third of the size, and the page has few colours
                picture.convert("RGB").quantize(128).save(path, optimize=True)

        driver.get(f"{address}/?__theme={theme}")
        find(driver, "#bl-question textarea")
        conversation(driver, shoot)
        if theme == "light":
            tabs(driver, shoot)


def main() -> int:
    """Every size, light; the conversation dark too."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as data_dir, running_server(Path(data_dir)) as address:
        for name in SIZES:
            take(address, name, "light")
        take(address, "bred", "dark")
    return 0


if __name__ == "__main__":
    sys.exit(main())
