"""`bl-assistent documents`: what is indexed, how well it was read, its stored text, and removing it."""

import argparse
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_json, say
from commands.open import check_document, open_catalogue, open_library
from errors import UsageError
from settings import Settings

if TYPE_CHECKING:
    from index.evidence import DocumentEntry
    from ingest.document import Document

ACTIONS = ("list", "show", "text", "remove")
REPAIRS = {
    "hyphen": ("orddeling samlet", "orddelinger samlet"),
    "lost_hyphen": ("orddeling uden bindestreg samlet", "orddelinger uden bindestreg samlet"),
    "lost_dash": ("tabt tankestreg mellem årstal", "tabte tankestreger mellem årstal"),
    "ligature": ("sammenskrevet bogstavpar", "sammenskrevne bogstavpar"),
    "bullet": ("punkttegn", "punkttegn"),
    "space": ("usynligt tegn", "usynlige tegn"),
    "footnote": ("notetegn", "notetegn"),
}


def add_parser(subparsers: Any) -> None:
    """`documents [list | show ID | text ID | remove ID] [--json]`, `documents show ID --page N --png F`."""
    parser = add_command(
        subparsers,
        "documents",
        run,
        help="vis, hvad der er indekseret, eller fjern et dokument",
        description=(
            "list viser alle dokumenter; show ID ét med læseproblemer; text ID den gemte tekst, som citaters\n"
            "positioner peger ind i; remove ID fjerner det.\n"
            "Med --page N og --png FIL tegner show, hvordan siden blev læst."
        ),
        example="bl-assistent documents show kommuneark-herning-2024",
    )
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="list", metavar="|".join(ACTIONS), help="hvad der skal ske"
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="dokumentets ID, som list viser det")
    parser.add_argument("--json", action="store_true", help="som JSON")
    parser.add_argument("--page", type=int, metavar="N", help="siden, der tegnes (med show og --png)")
    parser.add_argument("--png", type=Path, metavar="FIL", help="billedfil, der skrives (med show og --page)")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Dispatches to the action."""
    with open_catalogue(settings) as catalogue:
        if arguments.action == "list":
            return _list(catalogue.documents(), as_json=arguments.json)
        if arguments.id is None:
            raise UsageError(
                f"Skriv også dokumentets ID: bl-assistent documents {arguments.action} ID.\n"
                "De ses med bl-assistent documents."
            )
        check_document(catalogue, arguments.id)
        document = catalogue.document(arguments.id)
        entry = next(entry for entry in catalogue.documents() if entry.id == arguments.id)
    if arguments.action == "remove":
        return _remove(arguments.id, settings)
    if arguments.action == "text":
        print(document.text, end="")
        return 0
    if arguments.png is not None:
        return _draw(document, entry, arguments.page, arguments.png)
    return _show(document, entry, as_json=arguments.json)


def _remove(document_id: str, settings: Settings) -> int:
    with open_library(settings, write=True) as library:
        library.remove(document_id)
    say(f"»{document_id}« er fjernet fra indekset. Filen selv er ikke rørt.")
    return 0


def _list(entries: "tuple[DocumentEntry, ...]", *, as_json: bool) -> int:
    if as_json:
        print_json([asdict(entry) for entry in entries])
        return 0
    for entry in entries:
        print(f"{entry.id}\n    {_about(entry)}")
    print(
        _count(len(entries), "dokument", "dokumenter")
        if entries
        else "Indekset er tomt. Læs dokumenter ind med bl-assistent ingest MAPPE."
    )
    return 0


def _about(entry: "DocumentEntry") -> str:
    parts = [
        entry.info.title,
        entry.info.period,
        entry.info.municipality,
        _count(entry.pages, "side", "sider") if entry.pages else "uden sidetal",
        f"{entry.passages} afsnit",
        f"{entry.figures} nøgletal",
        _count(entry.commitments, "mål eller løfte", "mål og løfter"),
        _count(entry.problems, "bemærkning om læsningen", "bemærkninger om læsningen") if entry.problems else None,
    ]
    return " · ".join(part for part in parts if part)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _on(page: int | None) -> str:
    return f"side {page}: " if page else ""


def _show(document: "Document", entry: "DocumentEntry", *, as_json: bool) -> int:
    repairs = Counter(repair.kind for repair in document.repairs)
    if as_json:
        problems = [asdict(problem) for problem in document.problems]
        print_json({**asdict(entry), "reading_problems": problems, "repairs": dict(repairs)})
        return 0
    print(f"{entry.id}\n{_about(entry)}\nLæst fra: {entry.path or entry.file_name} ({entry.added})")
    if entry.info.summary_of:
        print(f"Et resumé; originalen: {entry.info.summary_of}")
    doubtful = [figure for figure in document.figures if not figure.certain]
    if not document.problems and not doubtful:
        print("Alt er læst uden problemer.")
    if document.problems:
        print("Om læsningen:")
    for problem in document.problems:
        told = problem.message  # It names its page itself where it speaks of one.
        print(f"  {told}" if "side" in told.casefold() else f"  {_on(problem.page)}{told}")
    if doubtful:
        print(f"{_count(len(doubtful), 'tal er usikkert', 'tal er usikre')} og bruges ikke i svar:")
    for figure in doubtful:
        print(f"  {_on(figure.page)}{figure.value} ({figure.label}). Grund: {figure.reason}")
    if repairs:
        told = ", ".join(_count(count, *REPAIRS.get(kind, (kind, kind))) for kind, count in sorted(repairs.items()))
        print(f"Rettet i forhold til det trykte: {told}.")
    return 0


def _draw(document: "Document", entry: "DocumentEntry", page: int | None, target: Path) -> int:
    from ingest.picture import draw_page

    numbers = [page.number for page in document.pages]
    if page not in numbers:
        raise UsageError(f"Angiv en side, dokumentet har: --page 1 til --page {max(numbers, default=0)}.")
    draw_page(document, Path(entry.path) if entry.path else None, page, target)
    say(f"Side {page} er tegnet i {target}.")
    return 0
