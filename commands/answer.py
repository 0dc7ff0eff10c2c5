"""`bl-assistent answer`: a batch of questions, one answer a line, in order."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.common import add_command, say
from commands.open import open_assistant
from commands.question_bar import with_progress
from errors import TryAgain, UsageError, os_reason
from settings import Settings

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.assistant import Assistant
    from eval.questions import Question


def add_parser(subparsers: Any) -> None:
    """`answer --questions IN.jsonl --out OUT.jsonl`."""
    parser = add_command(
        subparsers,
        "answer",
        run,
        help="besvar en fil med spørgsmål, ét svar pr. linje",
        description=(
            "Hver linje i IN.jsonl er et objekt med question og eventuelt id og history (tidligere spørgsmål).\n"
            "Uden id får svaret linjens nummer som id.\n"
            "Filen kontrolleres helt, før noget besvares. OUT.jsonl får ét svar pr. linje, i samme rækkefølge."
        ),
        example="bl-assistent answer --questions spoergsmaal.jsonl --out svar.jsonl",
    )
    parser.add_argument("--questions", metavar="IN.jsonl", type=Path, required=True, help="filen med spørgsmål")
    parser.add_argument("--out", metavar="OUT.jsonl", type=Path, required=True, help="filen, svarene skrives i")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answers every question, or none when the file is broken."""
    from eval.questions import read_questions

    questions = read_questions(arguments.questions)
    out: Path = arguments.out
    if out.is_dir() or not out.absolute().parent.is_dir():
        raise UsageError(f"Kan ikke skrive {out}: mappen findes ikke, eller navnet er en mappe. Vælg et andet --out.")
    if out.exists() and out.samefile(arguments.questions):
        raise UsageError(f"{out} er selve spørgsmålsfilen. Vælg et andet navn med --out.")
    half = out.with_name(out.name + ".part")
    try:
        with open_assistant(settings) as assistant, half.open("w", encoding="utf-8", newline="\n") as file:
            for question in with_progress(questions, len(questions), "Svarer"):
                body = ask(assistant, question).to_json(question.id)
                file.write(json.dumps(body, ensure_ascii=False) + "\n")
        os.replace(half, out)
    except OSError as error:
        raise TryAgain(f"Kan ikke skrive {out} ({os_reason(error)}). Frigør plads, og prøv igen.") from error
    say(f"{len(questions)} svar står i {out}.")
    return 0


def ask(assistant: "Assistant", question: "Question") -> "Answer":
    """The answer in its conversation: earlier questions are asked first, in turn."""
    from assistant.answer import Conversation

    conversation = Conversation()
    for earlier in question.history:
        conversation = conversation.after(assistant.ask(earlier, conversation))
    return assistant.ask(question.question, conversation)
