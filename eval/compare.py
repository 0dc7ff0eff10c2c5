"""Two runs of the same questions: what got right, what broke, and whether that is more than chance."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from eval import texts
from eval.intervals import mcnemar
from eval.result import CaseResult, Run, RunHeader
from eval.sets import Case

Pair = tuple[CaseResult, CaseResult]


@dataclass(frozen=True, slots=True)
class Tally:
    """How the verdicts of some pairs changed; `p_value` is McNemar's, exact and two-sided."""

    cases: int
    right_before: int
    right_after: int
    fixed: int
    broken: int
    p_value: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pairs are (before, after). `changed`: the answer reads otherwise; `alone`: ids that only one run has."""

    fixed: tuple[Pair, ...]
    broken: tuple[Pair, ...]
    still_wrong: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    alone: tuple[str, ...]
    total: Tally
    kinds: dict[str, Tally]
    cautions: tuple[str, ...]
    """Danish: why the two may not be measuring the same thing."""


def compare_runs(before: Run, after: Run) -> Comparison:
    """The second run beside the first, case by case."""
    first = {result.case.id: result for result in before.results}
    second = {result.case.id: result for result in after.results}
    pairs = [(first[id], second[id]) for id in first if id in second]
    kinds = sorted({pair[1].case.kind for pair in pairs})
    return Comparison(
        fixed=tuple(pair for pair in pairs if not pair[0].right and pair[1].right),
        broken=tuple(pair for pair in pairs if pair[0].right and not pair[1].right),
        still_wrong=tuple(pair for pair in pairs if not pair[0].right and not pair[1].right),
        changed=tuple(pair for pair in pairs if _said(pair[0]) != _said(pair[1])),
        alone=tuple(sorted(first.keys() ^ second.keys())),
        total=_tally(pairs),
        kinds={kind: _tally(pair for pair in pairs if pair[1].case.kind == kind) for kind in kinds},
        cautions=tuple(_cautions(before, after, pairs)),
    )


def replaced_documents(before: RunHeader, after: RunHeader) -> tuple[str, ...]:
    """Ids of the documents that were changed, added or removed between two runs."""
    then, now = before.documents, after.documents
    return tuple(sorted(id for id in then.keys() | now.keys() if then.get(id) != now.get(id)))


def leaning_on(cases: Iterable[Case], documents: Collection[str]) -> tuple[Case, ...]:
    """The cases whose expected answer comes from one of the documents, to be looked through when it is replaced."""
    return tuple(case for case in cases if not set(case.docs).isdisjoint(documents))


def _tally(pairs: Iterable[Pair]) -> Tally:
    verdicts = [(before.right, after.right) for before, after in pairs]
    fixed, broken = verdicts.count((False, True)), verdicts.count((True, False))
    before, after = (sum(verdict[side] for verdict in verdicts) for side in (0, 1))
    return Tally(len(verdicts), before, after, fixed, broken, mcnemar(fixed, broken))


def _said(result: CaseResult) -> tuple[object, ...]:
    """What a reader would notice: the words, the status and the quoted places."""
    citations = tuple((c.marker, c.document, c.quote) for c in result.answer.citations)
    return result.answer.status, result.answer.answer, citations


def _cautions(before: Run, after: Run, pairs: list[Pair]) -> Iterable[str]:
    if not pairs:
        yield texts.NOTHING_SHARED
    if any(first.case != second.case for first, second in pairs):
        yield texts.OTHER_EXPECTATIONS
    if replaced := replaced_documents(before.header, after.header):
        ids = ", ".join(case.id for case in leaning_on((pair[1].case for pair in pairs), replaced)) or "–"
        yield texts.OTHER_CORPUS.format(documents=", ".join(replaced), ids=ids)
    if not before.finished or not after.finished:
        yield texts.UNFINISHED
