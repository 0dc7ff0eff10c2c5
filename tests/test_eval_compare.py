"""Comparing runs, the report and the table: verdicts, chance, and no text that could become markup or a formula."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer
from commands.eval import as_text
from eval.compare import compare_runs
from eval.compare_report import comparison_html, comparison_text
from eval.export import TEMPLATE, results_csv
from eval.intervals import mcnemar, percentile, share
from eval.replaced import replaced_note
from eval.report import report_html
from eval.result import Run, save_run
from eval.run import run_set
from eval.sets import EvalSet, read_set
from eval.summary import summarize
from eval.table import write_set_csv
from settings import Settings
from tests.eval_fakes import FakeAssistant, FakeLibrary, answer, case, cite
from web import staff_html

LINE = "Familieboliger 1.234"
QUOTE = cite(1, "ark-solby", LINE)
RIGHT, WRONG = answer("Der er 1.234. [1]", QUOTE), answer("Der er mange. [1]", QUOTE)
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> & "&amp;"'


def run_of(replies: dict[str, Answer], kind: str = "figure", sha: str = "1") -> Run:
    library = FakeLibrary((LINE,))
    cases = tuple(
        case(kind, id=id, question=id, must=(("1.234",),), docs=("ark-solby",), evidence=(LINE,)) for id in replies
    )
    return run_set(
        FakeAssistant(library, replies.__getitem__), library, EvalSet("s", Path("s.jsonl"), sha, cases), Settings()
    )


def test_every_case_lands_where_its_verdicts_say() -> None:
    before = run_of({"a": RIGHT, "b": RIGHT, "c": WRONG, "d": WRONG, "kun før": RIGHT})
    after = run_of({"a": RIGHT, "b": WRONG, "c": RIGHT, "d": WRONG, "kun efter": RIGHT})
    found = compare_runs(before, after)
    assert [pair[1].case.id for pair in found.fixed] == ["c"]
    assert [pair[1].case.id for pair in found.broken] == ["b"]
    assert [pair[1].case.id for pair in found.still_wrong] == ["d"]
    assert [pair[1].case.id for pair in found.changed] == ["b", "c"]
    assert found.alone == ("kun efter", "kun før")
    assert (found.total.cases, found.total.right_before, found.total.right_after) == (4, 2, 2)
    assert found.kinds["figure"].fixed == 1


def test_each_kind_is_counted_by_itself_before_and_after() -> None:
    def two_kinds(replies: dict[str, Answer]) -> Run:
        first, second = run_of(replies).results
        return Run(run_of(replies).header, (first, replace(second, case=replace(second.case, kind="goal"))), "x")

    found = compare_runs(two_kinds({"a": RIGHT, "b": WRONG}), two_kinds({"a": RIGHT, "b": RIGHT}))
    assert (found.total.right_before, found.total.right_after) == (1, 2)
    assert {kind: (t.cases, t.right_before, t.right_after) for kind, t in found.kinds.items()} == {
        "figure": (1, 1, 1),
        "goal": (1, 0, 1),
    }


def test_one_changed_expectation_or_one_unfinished_run_is_enough_for_a_caution() -> None:
    run = run_of({"a": RIGHT, "b": RIGHT})
    first, second = run.results
    changed = Run(run.header, (first, replace(second, case=replace(second.case, must_not=("9",)))), "x")
    assert any("ventede svar er ændret" in caution for caution in compare_runs(run, changed).cautions)
    half = Run(run.header, run.results, "")
    for before, after in ((half, run), (run, half)):
        assert any("ikke færdig" in caution for caution in compare_runs(before, after).cautions)


def test_what_is_still_wrong_is_told_everywhere() -> None:
    before, after = run_of({"a": WRONG, "b": RIGHT}), run_of({"a": WRONG, "b": RIGHT})
    found = compare_runs(before, after)
    assert "Stadig forkert (1)" in comparison_text(found)
    assert "Stadig forkert (1)" in comparison_html(found, "a", "b")
    assert "Stadig forkert (1)" in staff_html.comparison(found)  # on the page


def test_the_terminal_tells_how_sure_each_kind_is() -> None:
    run = run_of({str(number): RIGHT for number in range(10)})
    line = next(line for line in as_text(run, summarize(run.results)).splitlines() if line.startswith("  tal"))
    assert re.search(r"10 af 10 +\(\d\d,\d %–100,0 %\)", line)


def test_a_right_answer_in_other_words_is_shown_once() -> None:
    found = compare_runs(run_of({"a": RIGHT}), run_of({"a": answer("Ja: 1.234 [1]", QUOTE)}))
    assert len(found.changed) == 1
    assert comparison_text(found).count("  a: a") == 1


def test_a_comparison_of_unlike_things_says_so() -> None:
    before, after = run_of({"a": RIGHT}), run_of({"a": RIGHT})
    other = Run(before.header, before.results, "")
    assert compare_runs(before, after).cautions == ()
    assert any("ikke færdig" in caution for caution in compare_runs(other, after).cautions)
    after.header.documents["ark-solby"] = "replaced"
    caution = " ".join(compare_runs(before, after).cautions)
    assert "ark-solby" in caution  # which document
    assert "a." in caution  # which case leans on it
    assert any("til fælles" in caution for caution in compare_runs(before, run_of({"b": RIGHT})).cautions)
    before.header.documents["maal-fjordby"] = "removed"
    del after.header.documents["ark-solby"], after.header.documents["maal-fjordby"]
    del before.header.documents["ark-solby"]
    caution = " ".join(compare_runs(before, after).cautions)
    assert caution.endswith("efter i: –.")  # no case leans on what was removed
    one = before.results[0]
    stricter = replace(one, case=replace(one.case, must_not=("9",)))
    changed = compare_runs(before, Run(before.header, (stricter,), "x")).cautions
    assert any("ventede svar er ændret" in caution for caution in changed)


def test_cases_that_lean_on_a_replaced_document_are_listed_at_the_next_run(tmp_path: Path) -> None:
    before, after = run_of({"a": RIGHT}), run_of({"a": RIGHT})
    older = replace(before.header, started="2026-01-01T00:00:00+00:00")
    newer = replace(before.header, started="2026-01-02T00:00:00+00:00")
    (tmp_path / "s-x.json").write_text("ingen kørsel", encoding="utf-8")
    assert replaced_note(after, tmp_path) is None  # nothing to hold it against
    save_run(Run(newer, before.results, "x"), summarize(before.results), tmp_path / "s-2.json")
    assert replaced_note(after, tmp_path) is None  # nothing was replaced
    older.documents["ark-solby"] = "another file"
    save_run(Run(older, before.results, "x"), summarize(before.results), tmp_path / "s-1.json")
    newer.documents["ark-solby"] = after.header.documents["ark-solby"] = "the same in both"
    save_run(Run(newer, before.results, "x"), summarize(before.results), tmp_path / "s-2.json")
    assert replaced_note(after, tmp_path) is None  # only the newest run counts
    after.header.documents["ark-solby"] = "replaced"
    note = replaced_note(after, tmp_path / "nowhere", tmp_path) or ""
    assert "ark-solby" in note
    assert note.endswith("efter i: a.")
    assert replaced_note(replace(after, header=replace(after.header, set_name="other")), tmp_path) is None


MCNEMAR = [
    (0, 0, 1.0),  # nothing changed
    (1, 0, 1.0),  # one change is a coin
    (5, 0, 0.0625),  # five of five: 2/32
    (6, 0, 0.03125),  # six of six: 2/64
    (5, 5, 1.0),  # as many each way
    (10, 2, 0.03857421875),  # 2·(1+12+66)/4096
]


@pytest.mark.parametrize(("fixed", "broken", "p_value"), MCNEMAR)
def test_mcnemar_by_hand(fixed: int, broken: int, p_value: float) -> None:
    assert mcnemar(fixed, broken) == pytest.approx(p_value)


SHARES = [
    ([1.0] * 10, 0.69, 1.0),  # ten of ten is not certainty
    ([0.0] * 10, 0.0, 0.31),  # nor is none of ten
    ([1.0, 0.0] * 50, 0.40, 0.60),  # half of a hundred
    ([0.5] * 4, 0.5, 0.5),  # alike and between: nothing to resample
]


@pytest.mark.parametrize(("values", "low", "high"), SHARES)
def test_intervals_hold_what_a_small_set_can_tell(values: list[float], low: float, high: float) -> None:
    found = share(values)
    assert found is not None
    assert (found.low, found.high) == (pytest.approx(low, abs=0.04), pytest.approx(high, abs=0.04))
    assert share(values) == found  # the same each time


def test_nothing_has_no_share_and_no_percentile() -> None:
    assert share([]) is None
    assert percentile([], 95) is None
    assert percentile([1, 2, 3, 4, 5], 50) == 3


def hostile_run() -> Run:
    library = FakeLibrary((LINE,))
    reply = answer(HOSTILE + " [1]", QUOTE)
    one = case(
        id=HOSTILE, question=HOSTILE, history=(HOSTILE,), must=((HOSTILE,), ("andet",)), note=HOSTILE, tags=(HOSTILE,)
    )
    other = case("list", id="=cmd", question="=1+1", must=(("+1",), ("-1",)))
    sets = EvalSet(HOSTILE, Path("s.jsonl"), "1", (one, other))
    return run_set(FakeAssistant(library, lambda _: reply), library, sets, Settings())


def test_no_text_becomes_markup_and_nothing_is_fetched() -> None:
    run = hostile_run()
    for html in (report_html(run), comparison_html(compare_runs(run, run), HOSTILE, HOSTILE)):
        assert "<img" not in html
        assert "<script>alert" not in html
        assert "default-src 'none'" in html
        assert not re.search(r"(?:src|href)\s*=|url\(|@import", html.replace(HOSTILE, "").replace("img src=x", ""))
    assert "&lt;script&gt;" in report_html(run)


def test_the_report_shows_each_case_with_its_step() -> None:
    html = report_html(run_of({"a": RIGHT, "b": WRONG}))
    assert html.count("<details") == 2
    assert "sat forkert sammen (noget mangler)" in html
    assert LINE in html
    assert "<svg" in html


def test_an_answer_in_the_report_reads_as_it_did_on_the_page() -> None:
    table = answer(
        "Der er **1.234** familieboliger. [1]\n\n| Solby | Fjordby |\n| --- | --- |\n| 1.234 [1] | 5 |", QUOTE
    )
    run = run_of({"a": table})
    for html in (report_html(run), comparison_html(compare_runs(run_of({"a": RIGHT}), run), "a", "b")):
        assert "<strong>1.234</strong> familieboliger. [1]" in html
        assert "<td>1.234 [1]</td>" in html
        assert "**" not in html


def test_a_run_stopped_at_once_still_has_a_report() -> None:
    run = run_of({"a": RIGHT})
    assert "stoppet" in report_html(Run(run.header, (), ""))


def test_results_as_a_table_carry_no_formula_and_decimal_commas() -> None:
    rows = list(csv.reader(io.StringIO(results_csv(hostile_run())), delimiter=";"))
    assert len(rows) == 3
    assert rows[2][0] == "'=cmd"
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)
    assert re.fullmatch(r"\d+(,\d+)?", rows[1][rows[0].index("ms")])


def test_the_template_is_a_set(tmp_path: Path) -> None:
    write_set_csv(tmp_path / "a.csv", TEMPLATE)
    assert read_set(tmp_path / "a.csv").cases == TEMPLATE
