"""Can the tables fail? Each small change to a scorer or to the matching rules must turn at least one row wrong."""

import ast
import copy
import importlib
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest

import eval.compare
import eval.run
import eval.summary
from tests import test_eval_compare, test_eval_run
from tests.eval_fakes import sources
from tests.test_eval_matching import ROWS as MATCHING
from tests.test_eval_scores import BARE_ROWS, FAMILY_CASE, bare_sources
from tests.test_eval_scores import ROWS as SCORES

ROOT = Path(__file__).parent.parent
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}  # fmt: skip
SECONDS = 3.0
"""Many times what the tables take; a loop without an end is stopped before it fills the memory."""
CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


def changes(node: ast.AST) -> Iterator[Callable[[Any], None]]:
    """Every way to make one node wrong, each to be applied to a copy of it."""
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in COMPARED:
            yield lambda one: one.ops.__setitem__(0, COMPARED[type(one.ops[0])]())
        case ast.BoolOp(values=values):
            yield lambda one: setattr(one, "op", ast.Or() if isinstance(one.op, ast.And) else ast.And())
            for number in range(len(values)):
                yield lambda one, number=number: one.values.__setitem__(number, one.values[number - 1])
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in COMPUTED:
            yield lambda one: setattr(one, "op", COMPUTED[type(one.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield lambda one: setattr(one, "operand", ast.UnaryOp(ast.Not(), one.operand))
        case ast.Constant(value=int()) if not isinstance(node.value, bool):
            yield lambda one: setattr(one, "value", one.value + 1)
        case ast.IfExp():
            yield lambda one: one.__dict__.update(body=one.orelse, orelse=one.body)
        case ast.If():
            yield lambda one: setattr(one, "test", ast.Constant(False))
            yield lambda one: setattr(one, "test", ast.Constant(True))
        case ast.Call(func=ast.Name(id=name)) if name in CALLED:
            yield lambda one: setattr(one.func, "id", CALLED[one.func.id])
        case ast.comprehension(ifs=[_, *_]):
            yield lambda one: setattr(one, "ifs", [])
        case ast.Return(value=value) if value is not None and not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield lambda one: setattr(one, "value", ast.Constant(None))


def mutants(path: Path) -> Iterator[tuple[str, ModuleType | None]]:
    """(what was changed, the module with it) for each change; None where the module then cannot even be loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            other = copy.deepcopy(tree)
            changed = next(one for number, one in enumerate(ast.walk(other)) if number == place)
            change(changed)
            module = ModuleType(f"eval.{path.stem}")
            told = f"line {getattr(node, 'lineno', '?')}: {ast.unparse(node)} → {ast.unparse(changed)}"
            try:
                exec(compile(ast.fix_missing_locations(other), str(path), "exec"), module.__dict__)
            except Exception:  # noqa: BLE001 - a change may break anything
                yield told, None
            else:
                yield told, module


class Endless(BaseException):
    """A change made a loop go on for ever; no `except Exception` on the way may hide it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raises `Endless` inside after so many seconds."""

    def stop(*_: object) -> None:
        raise Endless

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def scores_hold(module: ModuleType) -> bool:
    known, bare = sources(), bare_sources()
    return all(module.SCORERS[name](one, given, known) == expected for name, one, given, expected in SCORES) and all(
        module.SCORERS[name](FAMILY_CASE, given, bare) == expected for name, given, expected in BARE_ROWS
    )


def matching_holds(module: ModuleType) -> bool:
    one, none = module.holds_any(" en og to ", ("tre", "to")), module.holds_any(" en og to ", ("tre", "fire"))
    return (one, none) == (True, False) and all(
        module.holds(module.folded(text), wanted) is expected for wanted, text, expected in MATCHING
    )


def tests_hold(*tests: tuple[Callable[..., None], Sequence[Any]]) -> Callable[[ModuleType], bool]:
    """Runs tests, each with its rows, while everyone who takes something from the module takes the changed one's."""
    users = (eval.compare, eval.run, eval.summary, test_eval_compare, test_eval_run)

    def hold(module: ModuleType) -> bool:
        real = vars(sys.modules[module.__name__])
        with ExitStack() as changed:
            for user in users:
                for name, value in list(vars(user).items()):
                    if user.__name__ != module.__name__ and name in real and real[name] is value and callable(value):
                        changed.enter_context(patch.object(user, name, getattr(module, name)))
            for test, rows in tests:
                for row in rows:
                    test(*row if isinstance(row, tuple) else (row,))
        return True

    return hold


ONCE: list[tuple[object, ...]] = [()]
ROOMS = [
    (
        "eval/intervals.py",
        tests_hold(
            (test_eval_compare.test_mcnemar_by_hand, test_eval_compare.MCNEMAR),
            (test_eval_compare.test_intervals_hold_what_a_small_set_can_tell, test_eval_compare.SHARES),
            (test_eval_compare.test_nothing_has_no_share_and_no_percentile, ONCE),
        ),
        10,
        {
            "2000 → 2001",  # how often is drawn
            "0 → 1",  # and from which seed
            "fixed + broken → fixed - broken",  # as many each way is no difference either
        },
    ),
    (
        "eval/compare.py",
        tests_hold(
            (test_eval_compare.test_every_case_lands_where_its_verdicts_say, ONCE),
            (test_eval_compare.test_each_kind_is_counted_by_itself_before_and_after, ONCE),
            (test_eval_compare.test_a_comparison_of_unlike_things_says_so, ONCE),
            (test_eval_compare.test_one_changed_expectation_or_one_unfinished_run_is_enough_for_a_caution, ONCE),
        ),
        30,
        set(),
    ),
    (
        "eval/retrieval.py",
        tests_hold(
            (test_eval_run.test_the_step_where_a_wrong_answer_was_lost, test_eval_run.STEPS),
            (test_eval_run.test_an_expected_text_without_letters_stands_nowhere, ONCE),
            (test_eval_run.test_an_expected_text_is_looked_for_in_the_documents_named, test_eval_run.NAMED),
            (test_eval_run.test_words_of_an_expected_text_stand_together, test_eval_run.APART),
            (test_eval_run.test_a_passage_finds_a_text_that_it_holds_half_of, test_eval_run.SPOTS),
            (test_eval_run.test_the_shortest_stretch_with_all_words_is_the_place, test_eval_run.NARROW),
            (test_eval_run.test_a_citation_reaches_a_text_that_it_touches, test_eval_run.CITED),
            (test_eval_run.test_ranking_by_hand, test_eval_run.HITS),
            (test_eval_run.test_a_search_is_watched_only_where_someone_collects, ONCE),
            (test_eval_run.test_ranking_is_of_the_evidence_that_was_searched, test_eval_run.RANKED),
            (test_eval_run.test_ranking_does_not_apply_without_expected_text, ONCE),
            (test_eval_run.test_the_library_is_left_as_it_was, ONCE),
        ),
        60,
        {
            "Span | None → Span & None",  # a type
            "4096 → 4097",  # what is kept in memory
            "256 → 257",
            "5 → 6",  # of scores that are not told
            "10 → 11",
            "1 → 2",  # what is below nought all the same, or begins a letter later
            "end - first < best[1] - best[0] → end - first <= best[1] - best[0]",  # of two alike, either
        },
    ),
    (
        "eval/scores.py",
        scores_hold,
        100,
        {
            "seen -= len(found)",  # only whether there were any is asked
            "→ i.period or i.period",  # None would be written out, and no answer says None
            "→ i.year or i.year",
            "→ i.municipality or i.municipality",
            "→ i.publisher or i.publisher",
        },
    ),
    ("eval/matching.py", matching_holds, 10, {"20000 → 20001"}),  # how many patterns are kept
]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "holds", "least", "alike"), ROOMS)
def test_no_wrong_scorer_fits_its_table(
    path: str, holds: Callable[[ModuleType], bool], least: int, alike: set[str]
) -> None:
    """`alike`: changes that change nothing, by what they say."""
    assert holds(importlib.import_module(path.removesuffix(".py").replace("/", ".")))
    alive, seen = [], 0
    for told, module in mutants(ROOT / path):
        seen += 1
        try:
            with at_most(SECONDS):
                fits = module is not None and holds(module)
        except (Exception, Endless):  # noqa: BLE001 - a change may break anything
            fits = False
        if fits and not any(one in told for one in alike):
            alive.append(told)
    assert seen >= least
    assert not alive, "\n".join(alive)
