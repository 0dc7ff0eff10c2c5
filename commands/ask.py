"""`bl-assistent ask`: one answer, in the terminal or as JSON."""

import argparse
import re
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_json, say
from commands.open import open_assistant
from settings import Settings

if TYPE_CHECKING:
    from assistant.answer import Answer


def add_parser(subparsers: Any) -> None:
    """`ask QUESTION [--json]`."""
    parser = add_command(
        subparsers,
        "ask",
        run,
        help="stil ét spørgsmål og få svaret med kilder",
        example='bl-assistent ask "Hvor mange almene familieboliger er der i Kalundborg?"',
    )
    parser.add_argument("question", metavar="SPØRGSMÅL", help="spørgsmålet, i anførselstegn")
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Prints the answer; a question that the documents don't answer is no error."""
    with open_assistant(settings) as assistant:
        answer = assistant.ask(arguments.question)
    if arguments.json:
        print_json(answer.to_json())
    else:
        print(as_plain_text(answer))
    if answer.notice:
        say(answer.notice)  # on stderr: the JSON object is the contract's and holds no more
    return 0


def as_plain_text(answer: "Answer") -> str:
    """The answer and its sources, without Markdown emphasis."""
    lines = [re.sub(r"\*\*(.+?)\*\*", r"\1", answer.answer)]
    if answer.citations:
        lines += ["", "Kilder:"]
        for citation in answer.citations:
            page = f", side {citation.page}" if citation.page else ""
            quote = " ".join(citation.quote.split())
            lines.append(f"  [{citation.marker}] {citation.title}{page}: »{quote}«")
    if answer.suggestions:
        lines += ["", "Du kan også spørge:", *(f"  - {suggestion}" for suggestion in answer.suggestions)]
    return "\n".join(lines)
