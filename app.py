"""The web app: `python app.py`, the same as `bl-assistent serve`."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Serves the page with the options of `bl-assistent serve`; the exit code is the contract's."""
    from cli import main as command_line

    return command_line(["serve", *(sys.argv[1:] if argv is None else argv)])


if __name__ == "__main__":
    sys.exit(main())
