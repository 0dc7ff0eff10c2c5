"""`bl-assistent eval`: run a set, compare two runs, make a report, draft cases from a document."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_json, say
from commands.open import open_both
from commands.progress import progress_bar
from settings import Settings

if TYPE_CHECKING:
    from eval.result import CaseResult, Run


def add_parser(subparsers: Any) -> None:
    """`eval run|compare|report|suggest|template …`."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "eval",
        help="mål svarene på et sæt spørgsmål med kendte svar",
        description="Kør et sæt, se hvad der er galt og hvorfor, og sammenlign to kørsler. Ingen sprogmodel er dommer.",
        epilog="eksempel:\n  bl-assistent eval run mit-saet.csv --report rapport",
    )
    actions = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    _add_run(actions)


def _add_run(actions: Any) -> None:
    parser = add_command(
        actions,
        "run",
        run_command,
        help="kør et sæt (.jsonl eller .csv), og vis resultatet",
        example="bl-assistent eval run mit-saet.csv --report rapport --fail-under right=0.95,false_answers=0",
    )
    parser.add_argument("set", metavar="SÆT", type=Path, help="sættet, .jsonl eller .csv")
    parser.add_argument("--report", metavar="MAPPE", type=Path, help="skriv kørsel (JSON), rapport (HTML) og CSV her")
    parser.add_argument("--json", action="store_true", help="skriv sum og resultater som JSON")
    parser.add_argument("--fail-under", metavar="GRÆNSER", help="slutkode 1, når en grænse ikke holder: right=0.95,…")


def run_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """0, or 1 when a limit given with --fail-under does not hold."""
    from eval.limits import missed_limits, read_limits
    from eval.result import save_run
    from eval.run import run_set
    from eval.sets import read_set
    from eval.summary import summarize

    limits = read_limits(arguments.fail_under) if arguments.fail_under else {}
    eval_set = read_set(arguments.set)
    folder: Path = arguments.report or settings.data_dir / "runs"
    target = folder / f"{eval_set.name}.json"
    with open_both(settings) as (library, assistant), progress_bar(len(eval_set.cases), eval_set.name) as bar:
        wrong = 0

        def tell(done: int, total: int, result: "CaseResult") -> None:
            nonlocal wrong
            wrong += not result.right
            bar.set_postfix_str(f"{done - wrong} rigtige, {wrong} forkerte", refresh=False)
            bar.update(1)

        run = run_set(
            assistant,
            library,
            eval_set,
            settings,
            on_progress=tell,
            journal=settings.data_dir / "runs" / f"{eval_set.name}.journal.jsonl",
        )
    summary = summarize(run.results)
    save_run(run, summary, target)
    if arguments.json:
        print_json({"summary": summary, "file": str(target), "results": [_short(result) for result in run.results]})
    else:
        print(as_text(run, summary))
    say(f"Kørslen står i {target}.")
    missed = missed_limits(summary, limits)
    for line in missed:
        say(line)
    return 1 if missed else 0


def as_text(run: "Run", summary: dict[str, Any]) -> str:
    """The scores and the wrong cases, for a terminal."""
    from eval import texts

    scores = summary["scores"]
    right = scores["right"]
    lines = [
        texts.SUMMARY_HEAD.format(
            name=run.header.set_name,
            right=round(right["mean"] * right["count"]),
            cases=right["count"],
            share=percent(right["mean"]),
            low=percent(right["low"]),
            high=percent(right["high"]),
        )
    ]
    for kind, found in summary["kinds"].items():
        lines.append(f"  {texts.KIND_NAMES[kind]:<24}{round(found['mean'] * found['count'])} af {found['count']}")
    lines.append("")
    for name, found in scores.items():
        value = f"{percent(found['mean'])} ({percent(found['low'])}–{percent(found['high'])})" if "low" in found else ""
        value = value or f"{found['total']:g} i alt" if name != "answer_length" else f"{found['mean']:.0f} i snit"
        lines.append(f"  {texts.SCORE_NAMES.get(name, name):<32}{value} · {found['count']} spørgsmål")
    lines.append(texts.SUMMARY_FALSE.format(count=summary["false_answers"]))
    lines.append(texts.SUMMARY_TIME.format(p50=round(summary["p50_ms"]), p95=round(summary["p95_ms"])))
    wrong = [result for result in run.results if not result.right]
    if wrong:
        lines += ["", texts.SUMMARY_WRONG]
        lines += [f"  {result.case.id}: {_why(result)} · {result.case.question}" for result in wrong]
    return "\n".join(lines)


def percent(share: float) -> str:
    """12,3 % as Danes write it."""
    return f"{share * 100:.1f}".replace(".", ",") + " %"


def _why(result: "CaseResult") -> str:
    from eval import texts

    parts = ", ".join(texts.PART_NAMES[part] for part in result.failed)
    return f"{texts.STEP_NAMES[result.step or 'composed']} ({parts})"


def _short(result: "CaseResult") -> dict[str, Any]:
    from eval.result import result_to_json

    body = result_to_json(result)
    return {name: body[name] for name in ("id", "right", "step", "failed", "ms", "scores")}
