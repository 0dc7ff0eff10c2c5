"""`bl-assistent eval`: run a set, compare two runs, make a report, draft cases from a document."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commands.common import add_command, print_json, say
from commands.open import open_both, open_library
from commands.question_bar import progress_bar
from errors import TryAgain, UsageError, os_reason
from settings import Settings

if TYPE_CHECKING:
    from eval.result import CaseResult, Run


def add_parser(subparsers: Any) -> None:
    """`eval run|compare|report|suggest|template …`."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "eval",
        help="mål svarene på et sæt spørgsmål med kendte svar",
        description="Kør et sæt, se hvad der er galt og hvorfor, og sammenlign to kørsler. Ingen sprogmodel dømmer.",
        epilog="eksempel:\n  bl-assistent eval run mit-saet.csv --report rapport",
    )
    actions = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    _add_run(actions)
    compare = add_command(
        actions,
        "compare",
        compare_command,
        help="vis, hvad der blev bedre og værre mellem to kørsler",
        example="bl-assistent eval compare foer.json efter.json --html forskel.html",
    )
    compare.add_argument("before", metavar="A.json", type=Path, help="den første kørsel")
    compare.add_argument("after", metavar="B.json", type=Path, help="den anden kørsel")
    compare.add_argument("--html", metavar="FIL", type=Path, help="skriv svarene side om side som en HTML-side")
    report = add_command(
        actions,
        "report",
        report_command,
        help="skriv en kørsel som en HTML-side, der åbner uden netværk",
        example="bl-assistent eval report rapport/mit-saet.json --html rapport.html",
    )
    report.add_argument("run_file", metavar="RUN.json", type=Path, help="en kørsel fra eval run")
    report.add_argument("--html", metavar="FIL", type=Path, help="filen, der skrives (ellers ved siden af kørslen)")
    suggest = add_command(
        actions,
        "suggest",
        suggest_command,
        help="lav forslag til spørgsmål ud fra et dokuments nøgletal, mål og løfter",
        example="bl-assistent eval suggest kommuneark-herning-2024 --out forslag.csv",
    )
    suggest.add_argument("document", metavar="ID", help="dokumentets id (se bl-assistent documents)")
    suggest.add_argument("--out", metavar="FIL", type=Path, help="skriv i en .csv eller .jsonl (ellers på skærmen)")
    template = add_command(
        actions,
        "template",
        template_command,
        help="skriv en skabelon til et sæt, som kan udfyldes i et regneark",
        example="bl-assistent eval template mit-saet.csv",
    )
    template.add_argument("out", metavar="FIL.csv", type=Path, help="filen, der skrives")


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
    parser.add_argument(
        "--judge", action="store_true", help="lad sprogmodellen i BL_LLM_URL sige sin mening i en kolonne for sig"
    )
    parser.add_argument("--fail-under", metavar="GRÆNSER", help="slutkode 1, når en grænse ikke holder: right=0.95,…")


def run_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """0, or 1 when a limit given with --fail-under does not hold."""
    from eval import texts
    from eval.export import results_csv
    from eval.judge import open_judge
    from eval.limits import missed_limits, read_limits
    from eval.replaced import replaced_note
    from eval.report import report_html
    from eval.result import run_file_name, save_run
    from eval.run import run_set
    from eval.sets import read_set
    from eval.summary import summarize

    limits = read_limits(arguments.fail_under) if arguments.fail_under else {}
    judge = open_judge(settings) if arguments.judge else None
    eval_set = read_set(arguments.set)
    runs = settings.data_dir / "runs"
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
            journal=runs / f"{eval_set.name}.journal.jsonl",
            judge=judge,
        )
    summary = summarize(run.results)
    target: Path = arguments.report / f"{eval_set.name}.json" if arguments.report else runs / run_file_name(run)
    replaced = replaced_note(run, runs, target.parent)  # before an earlier run of this name is written over
    save_run(run, summary, target)
    if arguments.report:
        write_text(target.with_suffix(".html"), report_html(run))
        write_text(target.with_suffix(".csv"), "\ufeff" + results_csv(run))
    if arguments.json:
        print_json({"summary": summary, "file": str(target), "results": [_short(result) for result in run.results]})
    else:
        print(as_text(run, summary))
    say(f"Kørslen står i {target}.")
    if replaced:
        say(replaced)
    if judge and summary["judge"]["none"]:
        say(texts.JUDGE_NONE.format(none=summary["judge"]["none"]))
    missed = missed_limits(summary, limits)
    for line in missed:
        say(line)
    return 1 if missed else 0


def as_text(run: "Run", summary: dict[str, Any]) -> str:
    """The scores and the wrong cases, for a terminal."""
    from eval import texts
    from eval.report import judge_line, percent, score_text, why_wrong

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
        right_of = f"{round(found['mean'] * found['count'])} af {found['count']}"
        lines.append(f"  {texts.KIND_NAMES[kind]:<24}{right_of:<12}({percent(found['low'])}–{percent(found['high'])})")
    lines.append("")
    for name, found in scores.items():
        lines.append(f"  {texts.SCORE_NAMES[name]:<32}{score_text(name, found)} · {found['count']} spørgsmål")
    lines.append(texts.SUMMARY_FALSE.format(count=summary["false_answers"]))
    lines.append(texts.SUMMARY_TIME.format(p50=round(summary["p50_ms"]), p95=round(summary["p95_ms"])))
    if judged := judge_line(summary, run.header.judge):
        lines.append(judged)
    wrong = [result for result in run.results if not result.right]
    if wrong:
        lines += ["", texts.SUMMARY_WRONG]
        lines += [f"  {result.case.id}: {why_wrong(result)} · {result.case.question}" for result in wrong]
    return "\n".join(lines)


def _short(result: "CaseResult") -> dict[str, Any]:
    from eval.result import result_to_json

    body = result_to_json(result)
    return {name: body[name] for name in ("id", "right", "step", "failed", "ms", "scores", "judge")}


def compare_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """0: a difference is a result, not an error."""
    from eval.compare import compare_runs
    from eval.compare_report import comparison_html, comparison_text
    from eval.result import load_run

    found = compare_runs(load_run(arguments.before), load_run(arguments.after))
    print(comparison_text(found))
    if arguments.html:
        write_text(arguments.html, comparison_html(found, arguments.before.name, arguments.after.name))
        say(f"Side om side: {arguments.html}")
    return 0


def report_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """Writes the page."""
    from eval.report import report_html
    from eval.result import load_run

    target: Path = arguments.html or arguments.run_file.with_suffix(".html")
    write_text(target, report_html(load_run(arguments.run_file)))
    say(f"Rapporten står i {target}.")
    return 0


def suggest_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """Prints or writes the drafts."""
    from eval.drafts import as_jsonl
    from eval.suggest import suggest
    from eval.table import write_set_csv

    with open_library(settings) as library:
        cases = suggest(arguments.document, library.snapshot())
    out: Path | None = arguments.out
    if out is None:
        print(as_jsonl(cases), end="")
    elif out.suffix.lower() == ".csv":
        write_or_tell(out, lambda: write_set_csv(out, cases))
    else:
        write_text(out, as_jsonl(cases))
    say(f"{len(cases)} forslag{f' i {out}' if out else ''}. Læs dem igennem, og ret de ventede svar, før de bruges.")
    return 0


def template_command(arguments: argparse.Namespace, settings: Settings) -> int:
    """Writes the template."""
    from eval.export import TEMPLATE
    from eval.table import write_set_csv

    out: Path = arguments.out
    if out.exists():
        raise UsageError(f"{out} findes allerede. Vælg et andet navn, så intet overskrives.")
    write_or_tell(out, lambda: write_set_csv(out, TEMPLATE))
    say(f"Skabelonen står i {out}. Åbn den i et regneark, og gem den som CSV.")
    return 0


def write_text(path: Path, text: str) -> None:
    """The file, in a folder that is made. Raises TryAgain."""
    write_or_tell(path, lambda: path.write_text(text, encoding="utf-8", newline=""))


def write_or_tell(path: Path, write: Callable[[], object]) -> None:
    """Does the writing. Raises TryAgain with the file's name where it fails."""
    try:
        path.absolute().parent.mkdir(parents=True, exist_ok=True)
        write()
    except OSError as error:
        raise TryAgain(f"Kan ikke skrive {path} ({os_reason(error)}). Vælg en anden mappe.") from error
