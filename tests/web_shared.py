"""One Chromium for all tests of the page, since starting it takes longer than most of them; each gets it emptied."""

import atexit
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

from tests.web_support import open_browser, screen_size


@cache
def _browser() -> Any:
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(open_browser())


@contextmanager
def page_at(address: str, width: int = 1280, height: int = 900, path: str = "/") -> Iterator[Any]:
    """The page as a first visitor on such a screen finds it: nothing kept, nothing in the console."""
    driver = _browser()
    driver.execute_cdp_cmd("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
    driver.get_log("browser")
    screen_size(driver, width, height)
    driver.get(f"{address}{path}")
    try:
        yield driver
    finally:
        driver.get("about:blank")  # a page that still listens keeps its server from stopping


def violations(driver: Any) -> list[str]:
    """What axe-core finds wrong on the page as it is: rule, and the first element it meets."""
    driver.execute_script((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))
    script = """
    const done = arguments[0];
    axe.run(document, {resultTypes: ['violations']}).then(result =>
      done(result.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 200))));"""
    return list(driver.execute_async_script(script))
