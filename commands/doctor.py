"""`bl-assistent doctor`: checks the installation and says what to do; `--rebuild` makes the vectors anew."""

import argparse
import http.client
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from commands.common import add_command, say
from errors import AssistantError
from settings import Settings

ENOUGH_DISK = 500_000_000  # bytes: an index of some hundred documents, and room to replace them
MARKS = {True: "✓", False: "✗", None: "–"}


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report. `good` is None where there is nothing to check."""

    name: str
    good: bool | None
    message: str


def add_parser(subparsers: Any) -> None:
    """`doctor [--rebuild]`."""
    parser = add_command(
        subparsers,
        "doctor",
        run,
        help="undersøg installationen: model, indeks, disk, server – og hvad der skal gøres",
        example="bl-assistent doctor",
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="dan vektorerne på ny af de gemte dokumenter (efter skift af model)"
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """0 when all is well, 1 when something needs doing, 3 when it can't work at all."""
    if arguments.rebuild:
        return _rebuild(settings)
    checks = [check(settings) for check in CHECKS]
    for check in checks:
        print(f"{MARKS[check.good]} {check.name}: {check.message}")
    bad = [check for check in checks if check.good is False]
    if not bad:
        print("Alt er i orden.")
        return 0
    return 3 if any(check.name == "Model" for check in bad) else 1


def _rebuild(settings: Settings) -> int:
    from index.embedding import open_embedding
    from index.library import rebuild

    say("Danner vektorerne på ny …")
    count = rebuild(settings.data_dir, open_embedding(settings.embedding))
    say(f"Færdig: {count} dokumenter er indekseret med {settings.embedding}.")
    return 0


def _python(settings: Settings) -> Check:
    return Check("Python", sys.version_info >= (3, 11), f"{sys.version.split()[0]} (der kræves 3.11 eller nyere)")


def _model(settings: Settings) -> Check:
    from index.embedding import open_embedding

    try:
        vector = open_embedding(settings.embedding).get_query_embedding("almene boliger")
    except AssistantError as error:
        return Check("Model", False, str(error))
    return Check("Model", True, f"{settings.embedding} svarer ({len(vector)} tal pr. tekst)")


def _index(settings: Settings) -> Check:
    from commands.open import open_library
    from index.library import index_exists

    if not index_exists(settings.data_dir):
        return Check(
            "Indeks",
            None,
            f"intet endnu i {settings.data_dir}; det dannes ved første start eller med bl-assistent ingest MAPPE",
        )
    try:
        with open_library(settings) as library:
            snapshot = library.snapshot()
            library.search("almene boliger", passages=1)
    except AssistantError as error:
        return Check("Indeks", False, str(error))
    counts = f"{len(snapshot.documents)} dokumenter, {len(snapshot.passages)} afsnit, {len(snapshot.figures)} nøgletal"
    return Check("Indeks", True, f"{counts} i {settings.data_dir}")


def _disk(settings: Settings) -> Check:
    folder = settings.data_dir
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    advice = "" if free > ENOUGH_DISK else "; frigør plads, eller vælg en anden mappe med --data-dir"
    return Check("Disk", free > ENOUGH_DISK, f"{free / 1e9:.1f} GB ledig{advice}".replace(".", ",", 1))


def _server(settings: Settings) -> Check:
    address = f"http://{settings.host}:{settings.port}"
    connection = http.client.HTTPConnection(settings.host, settings.port, timeout=2)
    try:
        connection.request("GET", "/")
        status = connection.getresponse().status
    except OSError:
        return Check("Server", None, f"kører ikke på {address}; start den med bl-assistent serve")
    finally:
        connection.close()
    return Check(
        "Server",
        status < 500,
        f"svarer på {address}" if status < 500 else f"{address} svarer med fejl {status}; genstart den",
    )


def _language_model(settings: Settings) -> Check:
    if settings.llm_url is None:
        return Check("Sprogmodel", None, "ingen valgt (det er standard; BL_LLM_URL vælger en)")
    from assistant.llm import check_endpoint

    try:
        check_endpoint(settings)
    except AssistantError as error:
        return Check("Sprogmodel", False, str(error))
    return Check("Sprogmodel", True, f"{settings.llm_model} svarer på {settings.llm_url}")


CHECKS: tuple[Callable[[Settings], Check], ...] = (_python, _model, _index, _disk, _server, _language_model)
