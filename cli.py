"""The command line's front door: `bl-assistent COMMAND`. Each command is one file in `commands/`."""

import sys
from importlib import import_module

from errors import AssistantError
from settings import read_settings

COMMANDS = ("serve", "ingest", "documents", "figures", "commitments", "ask", "answer", "eval", "doctor")

EPILOG = """\
eksempel:
  bl-assistent ask "Hvor mange almene familieboliger er der i Kalundborg?"

slutkoder:
  0 færdig · 1 delvist færdig (det siges, hvad der mangler) · 2 forkert brug · 3 intet kunne gøres"""


def main(argv: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code; errors are one or two lines of Danish on stderr."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "replace")
    from index.offline import stay_offline

    stay_offline()
    from commands.danish import DanishParser

    parser = DanishParser(
        prog="bl-assistent",
        description="Svarer på spørgsmål om BL's dokumenter med præcise kildehenvisninger. Uden netværk.",
        epilog=EPILOG,
    )
    subparsers = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    for name in COMMANDS:
        import_module(f"commands.{name}").add_parser(subparsers)
    arguments = parser.parse_args([_readable(word) for word in (sys.argv[1:] if argv is None else argv)])
    try:
        code: int = arguments.run(arguments, read_settings(data_dir=arguments.data_dir))
        sys.stdout.flush()
        return code
    except AssistantError as error:
        if arguments.debug:
            raise
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Afbrudt. Det, der var færdigt, er gemt.", file=sys.stderr)
        return 3
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # the outermost edge: nobody should meet a traceback
        if arguments.debug:
            raise
        print(
            f"Noget gik galt, som programmet ikke kender ({type(error).__name__}: {error}).\n"
            "Kør bl-assistent doctor, eller kør kommandoen igen med --debug for at se hele fejlsporet.",
            file=sys.stderr,
        )
        return 3


def _readable(word: str) -> str:
    """The argument as UTF-8, whatever locale the terminal claims."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


if __name__ == "__main__":
    raise SystemExit(main())
