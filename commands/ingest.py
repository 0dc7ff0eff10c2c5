"""`bl-assistent ingest`: reads files and folders into the index, with a progress bar and a result per file."""

import argparse
from pathlib import Path
from typing import Any

from commands.common import add_command, say
from commands.open import open_library
from settings import Settings


def add_parser(subparsers: Any) -> None:
    """`ingest PATH... [--sync] [--as ID]`."""
    parser = add_command(
        subparsers,
        "ingest",
        run,
        help="læs filer og mapper ind i indekset",
        description="Læser filer og mapper (med undermapper) ind. Uændrede filer læses ikke igen.",
        example="bl-assistent ingest ~/Dokumenter/almene-boliger --sync",
    )
    parser.add_argument("paths", metavar="STI", nargs="+", type=Path, help="fil eller mappe (PDF, DOCX, TXT, MD, HTML)")
    parser.add_argument(
        "--sync", action="store_true", help="fjern dokumenter, hvis fil er væk fra en mappe, der stadig er der"
    )
    parser.add_argument("--as", dest="as_id", metavar="ID", help="lad filen erstatte dokumentet med dette ID")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """0 when every file was read, 1 when some could not be, 3 when none could."""
    from commands.progress import ReadingProgress
    from index.loading import load_paths
    from ingest.worker import ReadingPool

    with open_library(settings, write=True) as library, ReadingPool() as pool, ReadingProgress() as progress:
        results = load_paths(
            library,
            pool,
            arguments.paths,
            sync=arguments.sync,
            as_id=arguments.as_id,
            report=progress.result,
            on_step=progress.step,
        )
    failed = [result for result in results if not result.ok]
    if not results:
        say("Ingen filer at læse: der er ingen PDF-, DOCX-, TXT-, MD- eller HTML-filer. Angiv en anden sti.")
        return 3
    if len(failed) == len(results):
        say("Intet blev læst; grunden står ovenfor.")
        return 3
    print(f"{len(results) - len(failed)} af {len(results)} filer er i indekset i {settings.data_dir}.")
    if not failed:
        return 0
    say(f"{len(failed)} kunne ikke læses; grunden står ved hver fil ovenfor.")
    return 1
