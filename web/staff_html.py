"""What the staff tab shows, as HTML; every text is escaped."""

import re
from collections.abc import Sequence

from eval import texts as eval_texts
from eval.compare import Comparison
from eval.compare_report import groups, headline
from eval.report import expected_text, judge_line, judge_word, percent, why_wrong
from eval.result import CaseResult, Run
from eval.summary import summarize
from web import staff_texts as texts
from web.answer_html import turn_html
from web.escape import foreign, text


def note(line: str) -> str:
    """One line."""
    return f'<p class="bl-help">{text(line)}</p>'


def error(lines: str) -> str:
    """What is wrong, line by line."""
    shown = "".join(f"<p>{text(line)}</p>" for line in lines.splitlines())
    return f'<div class="bl-answer bl-error" role="alert">{shown}</div>'


def progress(done: int, total: int, right: int) -> str:
    """A bar with its meaning in words."""
    line = texts.PROGRESS.format(done=done, total=total, right=right)
    return f'<p role="status"><progress max="{max(total, 1)}" value="{done}"></progress> {text(line)}</p>'


def result(run: Run) -> str:
    """The scores and the wrong cases."""
    if not run.results:
        return note(texts.NO_RUN)
    summary = summarize(run.results)
    right = summary["scores"]["right"]
    line = texts.DONE.format(
        right=round(right["mean"] * right["count"]), cases=right["count"], share=percent(right["mean"]),
        low=percent(right["low"]), high=percent(right["high"]), false=summary["false_answers"],
        time=round(summary["p50_ms"]),
    )  # fmt: skip
    wrong = [one for one in run.results if not one.right]
    header = (*texts.WRONG_HEADER, eval_texts.JUDGE) if run.header.judge else texts.WRONG_HEADER
    rows = [
        (one.case.id, eval_texts.KIND_NAMES[one.case.kind], one.case.question, why_wrong(one), judge_word(one))
        for one in wrong
    ]
    said = judge_line(summary, run.header.judge)
    return (
        f"<p><strong>{text(line)}</strong></p>"
        + (note(said) if said else "")
        + (_table(header, [row[: len(header)] for row in rows]) if rows else note(texts.ALL_RIGHT))
    )


def run_choices(names: Sequence[str]) -> list[tuple[str, str]]:
    """(label, file name) of each run: the set's name and when it was begun."""
    return [(re.sub(r"-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)\d\d\.json$", texts.RUN_LABEL, name), name) for name in names]


def case_choices(run: Run) -> list[tuple[str, str]]:
    """(label, id) of every case, wrong ones first."""
    ordered = sorted(run.results, key=lambda one: one.right)
    return [(f"{'✓' if one.right else '✗'} {one.case.id}: {one.case.question[:90]}", one.case.id) for one in ordered]


def case(found: CaseResult) -> str:
    """What was expected, and the answer as a reader sees it, with its sources to open."""
    lines = "".join(f"<li>{foreign(line)}</li>" for line in expected_text(found).splitlines())
    why = why_wrong(found) or eval_texts.RIGHT
    history = "".join(f'<p class="bl-help">{foreign(earlier)}</p>' for earlier in found.case.history)
    judged = found.judgement
    said = note(f"{eval_texts.JUDGE}: {judge_word(found)}. {judged.reason}") if judged else ""
    return (
        f'<h3 class="bl-small">{text(eval_texts.EXPECTED)} · {text(why)}</h3>'
        f'<ul class="bl-problems">{lines}</ul>{history}{said}'
        f"{turn_html(found.answer, 900, feedback=False)}"
    )


def comparison(found: Comparison) -> str:
    """The verdict, then what broke, was fixed, is still wrong or reads otherwise, before and after side by side."""
    parts = [f"<p><strong>{text(headline(found))}</strong></p>", *(note(line) for line in found.cautions)]
    for name, pairs in groups(found):
        header = ("id", eval_texts.BEFORE, eval_texts.AFTER)
        rows = [(after.case.id, before.answer.answer, after.answer.answer) for before, after in pairs]
        parts.append(f"<details><summary>{text(name)} ({len(pairs)})</summary>{_table(header, rows)}</details>")
    return "".join(parts)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{text(name)}</th>' for name in header)
    body = "".join("<tr>" + "".join(f"<td>{foreign(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return (
        f'<div class="bl-scroll" tabindex="0"><table class="bl-table"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )
