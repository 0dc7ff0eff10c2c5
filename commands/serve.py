"""`bl-assistent serve`: the web app."""

import argparse
from pathlib import Path
from typing import Any

from commands.common import add_command
from settings import Settings, read_settings


def add_parser(subparsers: Any) -> None:
    """`serve [--host] [--port] [--auth-file]`."""
    parser = add_command(
        subparsers,
        "serve",
        run,
        help="start siden i browseren",
        description="Starter siden på http://127.0.0.1:7860. Findes der intet indeks, læses startdokumenterne først.",
        example="bl-assistent serve --port 8080",
    )
    parser.add_argument("--host", metavar="ADRESSE", help="adressen, der lyttes på (ellers $BL_HOST, ellers 127.0.0.1)")
    parser.add_argument(
        "--port", type=int, metavar="PORT", help="porten (ellers $BL_PORT, ellers 7860; 0 vælger en ledig)"
    )
    parser.add_argument(
        "--auth-file",
        type=Path,
        metavar="FIL",
        help="kræv log-in: en fil med linjer af formen navn:adgangskode (ellers $BL_AUTH_FILE)",
    )


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Serves until stopped."""
    from web.serve import serve

    chosen = {
        "data_dir": arguments.data_dir,
        "host": arguments.host,
        "port": arguments.port,
        "auth_file": arguments.auth_file,
    }
    return serve(read_settings(**chosen))
