"""`bl-assistent figures`: the key figures (nøgletal) that were read, each with its source."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_csv, print_json
from commands.open import check_document, open_catalogue
from errors import UsageError
from settings import Settings

if TYPE_CHECKING:
    from ingest.document import Figure

COLUMNS = (
    "document",
    "page",
    "label",
    "value",
    "unit",
    "qualifier",
    "period",
    "municipality",
    "group",
    "certain",
    "reason",
    "quote",
)
HEADER = (
    "dokument",
    "side",
    "nøgletal",
    "værdi",
    "enhed",
    "forbehold",
    "periode",
    "kommune",
    "gruppe",
    "sikkert",
    "hvorfor ikke",
    "citat",
)


def add_parser(subparsers: Any) -> None:
    """`figures [--municipality X] [--document ID] [--csv | --json]`."""
    parser = add_command(
        subparsers,
        "figures",
        run,
        help="vis de nøgletal, der er læst, hver med sin kilde",
        example="bl-assistent figures --municipality Kalundborg --csv > noegletal.csv",
    )
    parser.add_argument("--municipality", metavar="KOMMUNE", help="kun denne kommune (»hele landet« for landstal)")
    parser.add_argument("--document", metavar="ID", help="kun dette dokument")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="semikolonsepareret, til regneark")
    form.add_argument("--json", action="store_true", help="som JSON")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Prints the figures that fit."""
    with open_catalogue(settings) as catalogue:
        check_document(catalogue, arguments.document)
        chosen = [figure for figure in catalogue.snapshot().figures if _fits(figure, arguments)]
    if arguments.json:
        print_json([asdict(figure) for figure in chosen])
    elif arguments.csv:
        print_csv(HEADER, ([_cell(figure, column) for column in COLUMNS] for figure in chosen))
    else:
        for figure in chosen:
            print(_line(figure))
        print(f"{len(chosen)} nøgletal" if chosen else "Ingen nøgletal passer. Prøv uden --municipality og --document.")
    return 0


def _fits(figure: "Figure", arguments: argparse.Namespace) -> bool:
    if arguments.document and figure.document != arguments.document:
        return False
    return not arguments.municipality or figure.municipality == _municipality(arguments.municipality)


def _municipality(name: str) -> str | None:
    """The base form of a municipality's name, None for the whole country. Raises UsageError where it is neither."""
    from ingest.places import find_places

    for place in find_places(name):
        if place.kind == "municipality":
            return place.name
        if place.kind == "country":
            return None
    raise UsageError(
        f'Kender ikke kommunen »{name}«. Skriv fx --municipality Kalundborg eller --municipality "hele landet".'
    )


def _cell(figure: "Figure", column: str) -> Any:
    value = getattr(figure, column)
    if column == "value":
        return value.replace(".", ",")
    return {True: "ja", False: "nej"}.get(value, value) if isinstance(value, bool) else value


def _line(figure: "Figure") -> str:
    place = figure.municipality or "hele landet"
    number = " ".join(part for part in (figure.qualifier, figure.value.replace(".", ","), figure.unit) if part)
    where = f"{figure.document}, side {figure.page}" if figure.page else figure.document
    doubt = "" if figure.certain else f"  [usikkert: {figure.reason}]"
    return f"{figure.label}: {number} · {figure.period or 'uden år'} · {place} · {where}{doubt}"
