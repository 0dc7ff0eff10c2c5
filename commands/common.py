"""What every command shares: the two options each takes, JSON and CSV out, and opening the index and the assistant."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from settings import Settings

Run = Callable[[argparse.Namespace, Settings], int]


def add_command(
    subparsers: Any, name: str, run: Run, *, help: str, example: str, description: str | None = None
) -> argparse.ArgumentParser:
    """A subparser with the shared options, an example below its help, and `run` as what it does."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        name, help=help, description=description or help, epilog=f"eksempel:\n  {example}"
    )
    parser.add_argument(
        "--data-dir",
        type=Path,
        metavar="MAPPE",
        help="indeksets mappe (ellers $BL_DATA_DIR, ellers brugerens datamappe)",
    )
    parser.add_argument("--debug", action="store_true", help="vis hele fejlsporet, når noget går galt")
    parser.set_defaults(run=run)
    return parser


def say(message: str) -> None:
    """A line about what is going on: on stderr, so that stdout holds the result alone."""
    print(message, file=sys.stderr, flush=True)


def print_json(value: Any) -> None:
    """One JSON value, readable, with Danish letters as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Semicolon-separated, as Danish spreadsheets read it; a cell can't carry a formula."""
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])


def harmless(cell: Any) -> str:
    """The cell as text; one that a spreadsheet would run as a formula gets an apostrophe in front."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
