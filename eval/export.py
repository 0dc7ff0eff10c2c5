"""A run as a table for a spreadsheet, and an empty set to fill in."""

from eval import texts
from eval.report import judge_word, why_wrong
from eval.result import CaseResult, Run
from eval.sets import Case, ExpectedFigure
from eval.table import csv_text

TEMPLATE = (
    Case(
        "tal-1", "figure", "Hvor mange almene familieboliger er der i Eksempelby?", True,
        must=(("1.234", "1234"), ("2025",)), must_not=("1.235",), docs=("kommuneark-eksempelby-2025",), page=1,
        figures=(ExpectedFigure("1234", "boliger", "2025", "Eksempelby"),), tags=("eksempel",),
        note="Slet eksemplerne, før sættet køres.",
    ),
    Case(
        "samtale-1", "followup", "Og i perioden før?", True, history=("Hvad er målene for 2026-2028?",),
        must=(("naboskab",),), docs=("maal-eksempel-2024-2026",), tags=("eksempel",),
    ),
    Case("uden-svar-1", "unanswerable", "Hvor mange cykler er der i Eksempelby?", False, tags=("eksempel",)),
)  # fmt: skip
"""One case of each sort, in the room's own words; the template's columns are all there are."""


def results_csv(run: Run) -> str:
    """One row a case, decimal commas, no formulas."""
    names = list(dict.fromkeys(name for result in run.results for name in result.scores))
    header = (*texts.RESULT_COLUMNS, *(texts.SCORE_NAMES.get(name, name) for name in names))
    rows = [_row(result, names) for result in run.results]
    if run.header.judge:
        header = (*header, *texts.JUDGE_COLUMNS)
        rows = [[*row, *_judge_cells(result)] for row, result in zip(rows, run.results, strict=True)]
    return csv_text(header, rows)


def _judge_cells(result: CaseResult) -> list[str]:
    said = result.judgement
    return [judge_word(result), said.reason if said else ""]


def _row(result: CaseResult, names: list[str]) -> list[str]:
    case, answer = result.case, result.answer
    sources = " | ".join(f"[{c.marker}] {c.document} s. {c.page or '–'}: {c.quote}" for c in answer.citations)
    return [
        case.id, texts.KIND_NAMES[case.kind], case.question, " > ".join(case.history),
        texts.YES if result.right else texts.NO, texts.STEP_NAMES.get(result.step or "", ""), why_wrong(result),
        texts.STATUS_NAMES[answer.status], answer.answer, sources, _comma(result.milliseconds),
        *(_comma(result.scores.get(name)) for name in names),
    ]  # fmt: skip


def _comma(value: float | None) -> str:
    """A number as a Danish spreadsheet reads it; nothing where a score does not apply."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
