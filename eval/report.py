"""A run as one HTML page that opens without a network: shares with intervals, times, every case with its sources."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from importlib.resources import files
from typing import Any

from assistant import markdown
from assistant.answer import Answer
from eval import texts
from eval.plots import histogram, intervals_plot, stacked_bars
from eval.result import CaseResult, Run
from eval.summary import STEPS, summarize

POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"


def report_html(run: Run) -> str:
    """The whole page; every text from set, answer or document is escaped."""
    title = f"{texts.REPORT_TITLE}: {run.header.set_name}"
    if not run.results:
        return page(title, f"<h1>{escape(title)}</h1><p>{escape(texts.REPORT_EMPTY)}</p>")
    summary = summarize(run.results)
    body = "\n".join(
        [
            f"<h1>{escape(title)}</h1><p class=soft>{escape(_about(run))}</p>",
            _cards(summary),
            _plots(run.results, summary),
            _scores(summary),
            _judged(run, summary),
            _cases(run.results),
            _details(run),
        ]
    )
    return page(title, body, script=True)


def page(title: str, body: str, *, script: bool = False) -> str:
    """A self-contained page with the room's own style."""
    style = files("eval").joinpath("report.css").read_text(encoding="utf-8")
    code = f"<script>{files('eval').joinpath('report.js').read_text(encoding='utf-8')}</script>" if script else ""
    return (
        f'<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>'
        f"<body><main>{body}</main>{code}</body></html>"
    )


def danish_time(iso: str) -> str:
    """21.11.2026 kl. 10.05 (UTC)."""
    return datetime.fromisoformat(iso).strftime("%d.%m.%Y kl. %H.%M (UTC)")


def percent(share: float) -> str:
    """12,3 % as Danes write it."""
    return f"{share * 100:.1f}".replace(".", ",") + " %"


def score_text(name: str, found: dict[str, Any]) -> str:
    """A score as it is read: a share with its interval, or a total."""
    if "low" in found:
        return f"{percent(found['mean'])} ({percent(found['low'])} – {percent(found['high'])})"
    return f"{found['mean']:.0f} i snit" if name == "answer_length" else f"{found['total']:.0f} i alt"


def _interval(found: dict[str, Any]) -> str:
    return f"{percent(found['low'])} – {percent(found['high'])} ({found['count']} spørgsmål)"


def why_wrong(result: CaseResult) -> str:
    """The step where the answer was lost and the parts of the verdict that failed; empty for a right one."""
    if result.right:
        return ""
    parts = ", ".join(texts.PART_NAMES[part] for part in result.failed)
    return f"{texts.STEP_NAMES[result.step or 'composed']} ({parts})"


def judge_word(result: CaseResult) -> str:
    """A judge model's verdict in one word; empty where none was asked."""
    if result.judgement is None:
        return ""
    return texts.JUDGE_WORDS[result.judgement.right]


def judge_line(run_summary: dict[str, Any], model: str | None) -> str:
    """What the judge model said in all, and how often it agrees with our own verdict; empty without a judge."""
    found = run_summary.get("judge")
    if not found:
        return ""
    if not found["right"]:
        return texts.JUDGE_SILENT.format(model=model, none=found["none"])
    line = texts.JUDGE_LINE.format(
        model=model, right=score_text("judge", found["right"]), count=found["right"]["count"],
        agrees=score_text("judge", found["agrees"]),
    )  # fmt: skip
    return f"{line} {texts.JUDGE_NONE.format(none=found['none'])}" if found["none"] else line


def _about(run: Run) -> str:
    header = run.header
    return texts.REPORT_ABOUT.format(
        cases=len(run.results),
        started=header.started,
        finished=run.finished or texts.REPORT_STOPPED,
        model=header.model,
    )


def _cards(summary: dict[str, Any]) -> str:
    right = summary["scores"]["right"]
    cards = [(texts.SCORE_NAMES["right"], percent(right["mean"]), _interval(right))]
    cards.append((texts.CARD_FALSE, str(summary["false_answers"]), texts.CARD_FALSE_NOTE))
    for name in ("verbatim", "recall@5"):
        if found := summary["scores"].get(name):
            cards.append((texts.SCORE_NAMES[name], percent(found["mean"]), _interval(found)))
    cards.append((texts.CARD_TIME, f"{summary['p50_ms']:.0f} ms", f"95 % under {summary['p95_ms']:.0f} ms"))
    return "<div class=cards>" + "".join(
        f"<div class=card>{escape(name)}<b>{escape(value)}</b><span class=soft>{escape(note)}</span></div>"
        for name, value, note in cards
    ) + "</div>"  # fmt: skip


def _plots(results: Sequence[CaseResult], summary: dict[str, Any]) -> str:
    kinds = [
        (texts.KIND_NAMES[kind], found["mean"], found["low"], found["high"], found["count"])
        for kind, found in summary["kinds"].items()
    ]
    plots = [
        (texts.PLOT_KINDS, intervals_plot(kinds, texts.PLOT_KINDS)),
        (texts.PLOT_FOUND, _found_against_said(results)),
        (texts.PLOT_TIME, histogram([result.milliseconds for result in results], texts.PLOT_TIME, "ms")),
    ]
    first, *others = [f"<div class=panel><h2>{escape(title)}</h2>{svg}</div>" for title, svg in plots if svg]
    return f"<div class=plots><div>{first}</div><div>{''.join(others)}</div></div>"


def _found_against_said(results: Sequence[CaseResult]) -> str:
    """Answers by whether the search met the expected text: right, incomplete or wrong answer, refused."""
    rows = []
    for label, found in ((texts.FOUND, True), (texts.NOT_FOUND, False)):
        chosen = [r for r in results if "recall@10" in r.scores and (r.scores["recall@10"] == 1.0) is found]
        right = sum(r.right for r in chosen)
        refused = sum(not r.right and r.answer.status == "not_found" for r in chosen)
        rows.append(
            (
                label,
                [
                    (texts.SAID_RIGHT, right),
                    (texts.SAID_REFUSED, refused),
                    (texts.SAID_WRONG, len(chosen) - right - refused),
                ],
            )
        )
    if not any("recall@10" in r.scores for r in results):
        return ""
    words = (texts.SAID_RIGHT, texts.SAID_REFUSED, texts.SAID_WRONG)
    legend = " ".join(f"<span class=key{number}>■</span> {escape(word)}" for number, word in enumerate(words))
    return f"{stacked_bars(rows, texts.PLOT_FOUND)}<div class=soft>{legend}</div>"


def _scores(summary: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td>{escape(texts.SCORE_NAMES.get(name, name))}<td class=soft>{escape(name)}"
        f"<td class=num>{escape(score_text(name, found))}<td class=num>{found['count']}"
        for name, found in summary["scores"].items()
    )
    return (
        f"<h2>{escape(texts.ALL_SCORES)}</h2><div class=scroll><table><tr><th>{escape(texts.COLUMN_SCORE)}<th>"
        f"<th class=num>{escape(texts.COLUMN_VALUE)}<th class=num>{escape(texts.COLUMN_CASES)}</tr>{rows}</table></div>"
    )


def _judged(run: Run, summary: dict[str, Any]) -> str:
    line = judge_line(summary, run.header.judge)
    return f"<h2>{escape(texts.JUDGE)}</h2><p>{escape(line)}</p>" if line else ""


def _cases(results: Sequence[CaseResult]) -> str:
    kinds = sorted({result.case.kind for result in results})
    steps = [step for step in STEPS if any(result.step == step for result in results)]
    judged = any(result.judgement for result in results)
    ordered = sorted(results, key=lambda result: result.right)
    return (
        f"<h2>{escape(texts.CASES)}</h2><div class=filters>"
        f'<input id=search type=search placeholder="{escape(texts.SEARCH)}" aria-label="{escape(texts.SEARCH)}">'
        + _select("verdict", texts.ALL_VERDICTS, [("wrong", texts.WRONG), ("right", texts.RIGHT)])
        + _select("kind", texts.ALL_KINDS, [(kind, texts.KIND_NAMES[kind]) for kind in kinds])
        + _select("step", texts.ALL_STEPS, [(step, texts.STEP_NAMES[step]) for step in steps])
        + (_select("judge", texts.ALL_JUDGED, list(texts.JUDGE_FILTER.items())) if judged else "")
        + "<span id=shown class=soft></span></div>"
        + "".join(_case(result) for result in ordered)
    )


def _select(name: str, everything: str, options: Sequence[tuple[str, str]]) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(label)}' for value, label in options)
    return f'<select id={name} aria-label="{escape(everything)}"><option value="">{escape(everything)}{listed}</select>'


def said(answer: Answer) -> str:
    """The answer as its reader saw it: bold, lists and tables, markers in brackets."""
    return f"<div class=said>{markdown.to_html(answer.answer, lambda marker: f'[{marker}]')}</div>"


def _case(result: CaseResult) -> str:
    case, answer, word = result.case, result.answer, "right" if result.right else "wrong"
    history = "".join(f"<div class=soft>{escape(earlier)}</div>" for earlier in case.history)
    verdict = escape(why_wrong(result) or texts.RIGHT)
    return (
        f'<details class="case {word}" data-verdict={word} data-kind="{case.kind}" data-step="{result.step or ""}"'
        f' data-judge="{_judge_key(result)}">'
        f"<summary><span class=soft>{escape(case.id)}</span><span class=q>{escape(case.question)}</span>"
        f"<span class=tag>{escape(texts.KIND_NAMES[case.kind])}</span><span class=tag>{verdict}</span>"
        f"{_judge_tag(result)}</summary>"
        f"<div class=body><div><h3>{escape(texts.EXPECTED)}</h3>"
        f"<div class=text>{escape(expected_text(result))}</div></div>"
        f"<div><h3>{escape(texts.ANSWER)} · {escape(texts.STATUS_NAMES[answer.status])}</h3>"
        f"<div>{said(answer)}</div></div>"
        + (f"<div class=wide><h3>{escape(texts.HISTORY)}</h3>{history}</div>" if history else "")
        + _judge_reason(result)
        + f"<div class=wide><h3>{escape(texts.CITATIONS)}</h3>{_citations(result)}</div>"
        f"<div class=wide><h3>{escape(texts.ALL_SCORES)}</h3><div class=soft>{escape(_scores_line(result))}</div></div>"
        f"</div></details>"
    )


def _judge_key(result: CaseResult) -> str:
    """For the filter: none, or the word and whether it is another than ours."""
    if result.judgement is None or result.judgement.right is None:
        return "none"
    return "agrees" if result.judgement.right is result.right else "differs"


def _judge_tag(result: CaseResult) -> str:
    word = judge_word(result)
    return f"<span class=tag>{escape(texts.JUDGE)}: {escape(word)}</span>" if word else ""


def _judge_reason(result: CaseResult) -> str:
    if result.judgement is None:
        return ""
    said = f"{judge_word(result)}: {result.judgement.reason}"
    return f"<div class=wide><h3>{escape(texts.JUDGE)}</h3><div class=text>{escape(said)}</div></div>"


def expected_text(result: CaseResult) -> str:
    """What the case asks for, in Danish lines."""
    case = result.case
    lines = [texts.MUST.format(what=" / ".join(f"“{text}”" for text in group)) for group in case.must]
    lines += [texts.MUST_NOT.format(what=text) for text in case.must_not]
    lines += [texts.DOCS.format(what=", ".join(case.docs))] if case.docs else []
    lines += [] if case.answerable else [texts.MUST_REFUSE]
    lines += [texts.EVIDENCE.format(what=text) for text in case.evidence]
    lines += [texts.PAGE.format(what=case.page)] if case.page else []
    return "\n".join([*lines, *([case.note] if case.note else [])])


def _citations(result: CaseResult) -> str:
    return "".join(
        f"<div class=soft>[{c.marker}] {escape(c.title)}"
        f"{f', side {c.page}' if c.page else ''}{f' · {escape(c.section)}' if c.section else ''}</div>"
        f"<blockquote>{escape(c.quote)}</blockquote>"
        for c in result.answer.citations
    ) or escape(texts.NO_CITATIONS)


def _scores_line(result: CaseResult) -> str:
    known = [(name, value) for name, value in result.scores.items() if value is not None]
    shown = [f"{texts.SCORE_NAMES.get(name, name)} {value:.3g}".replace(".", ",") for name, value in known]
    return " · ".join([*shown, f"{result.milliseconds:.0f} ms"])


def _details(run: Run) -> str:
    header = run.header
    rows = [
        (texts.SET_HASH, header.set_hash), (texts.CORPUS_HASH, header.corpus_hash),
        (texts.COMMIT, header.commit or "–"),
        (texts.DOCUMENTS, ", ".join(header.documents)), (texts.SETTINGS, str(header.settings)),
        (texts.VERSIONS, ", ".join(f"{name} {number}" for name, number in header.versions.items())),
    ]  # fmt: skip
    listed = "".join(f"<tr><td>{escape(name)}<td class=text>{escape(value)}" for name, value in rows)
    return f"<h2>{escape(texts.MEASURED_ON)}</h2><div class=scroll><table>{listed}</table></div>"
