"""argparse in Danish: its own phrases are looked up here, so that help and errors are in the reader's language."""

import argparse
import sys
from typing import Any, NoReturn

PHRASES = {
    "usage: ": "brug: ",
    "options": "tilvalg",
    "positional arguments": "argumenter",
    "show this help message and exit": "vis denne hjælp",
    "%(prog)s: error: %(message)s\n": "%(message)s\n",
    "the following arguments are required: %s": "Der mangler: %s",
    "unrecognized arguments: %s": "Kender ikke: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": "der mangler en værdi",
    "expected at most one argument": "der må højst stå én værdi",
    "expected at least one argument": "der mangler mindst én værdi",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kendes ikke (vælg mellem %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r er ikke en gyldig værdi",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "one of the arguments %s is required": "Et af disse skal med: %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyde %(matches)s; skriv det helt ud",
    "ignored explicit argument %r": "tager ingen værdi (%r)",
}


def _danish(phrase: str) -> str:
    return PHRASES.get(phrase, phrase)


def _danish_plural(one: str, many: str, count: int) -> str:
    phrase = one if count == 1 else many
    return PHRASES.get(phrase, "der mangler værdier" if phrase.startswith("expected") else phrase)


# argparse looks these two names up in its own module at each call; it offers no other way to choose a language.
argparse._ = _danish  # type: ignore[attr-defined]
argparse.ngettext = _danish_plural  # type: ignore[attr-defined]


class DanishParser(argparse.ArgumentParser):
    """An ArgumentParser whose errors are one Danish line and a pointer to `--help`; wrong usage exits with 2."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        print(f"{message}\nSe hjælpen: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)
