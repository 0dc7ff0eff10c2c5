"""`bl-assistent commitments`: the goals and commitments that were read, each with its source."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_csv, print_json
from commands.open import open_catalogue
from settings import Settings

if TYPE_CHECKING:
    from ingest.document import Commitment

COLUMNS = ("document", "page", "text", "actor", "period", "theme", "status", "parent", "quote")
HEADER = ("dokument", "side", "tekst", "hvem", "periode", "tema", "status", "under målet", "citat")


def add_parser(subparsers: Any) -> None:
    """`commitments [--period P] [--theme X] [--actor X] [--search TEXT] [--csv | --json]`."""
    parser = add_command(
        subparsers,
        "commitments",
        run,
        help="vis de mål og løfter, der er læst, hver med sin kilde",
        example='bl-assistent commitments --period 2026-2028 --search "sundhed"',
    )
    parser.add_argument("--period", metavar="PERIODE", help="kun denne periode, fx 2026-2028")
    parser.add_argument("--theme", metavar="TEMA", help="kun dette tema")
    parser.add_argument("--actor", metavar="HVEM", help="kun denne afsender, fx BL eller regeringen")
    parser.add_argument("--search", metavar="TEKST", help="kun dem, hvis tekst indeholder dette")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="semikolonsepareret, til regneark")
    form.add_argument("--json", action="store_true", help="som JSON")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Prints the commitments that fit."""
    with open_catalogue(settings) as catalogue:
        chosen = [commitment for commitment in catalogue.snapshot().commitments if _fits(commitment, arguments)]
    if arguments.json:
        print_json([asdict(commitment) for commitment in chosen])
    elif arguments.csv:
        print_csv(HEADER, ([getattr(commitment, column) for column in COLUMNS] for commitment in chosen))
    else:
        for commitment in chosen:
            print(_line(commitment))
        print(f"{len(chosen)} mål og løfter" if chosen else "Ingen mål eller løfter passer. Prøv med færre valg.")
    return 0


def _fits(commitment: "Commitment", arguments: argparse.Namespace) -> bool:
    def holds(wanted: str | None, *values: str | None) -> bool:
        return not wanted or any(wanted.casefold() in (value or "").casefold() for value in values)

    period = (arguments.period or "").replace("–", "-").replace(" ", "")
    return (
        holds(period, commitment.period)
        and holds(arguments.theme, commitment.theme)
        and holds(arguments.actor, commitment.actor)
        and holds(arguments.search, commitment.text, commitment.parent, commitment.quote)
    )


def _line(commitment: "Commitment") -> str:
    indent = "  - " if commitment.parent else ""
    where = f"{commitment.document}, side {commitment.page}" if commitment.page else commitment.document
    about = " · ".join(
        part for part in (commitment.actor, commitment.period, commitment.theme, commitment.status, where) if part
    )
    return f"{indent}{commitment.text}  ({about})"
