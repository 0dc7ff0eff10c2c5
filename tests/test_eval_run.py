"""Running a set: conversation, watching, resuming, the step where an answer was lost, limits."""

from pathlib import Path

import pytest

from assistant.answer import Answer, Citation
from errors import UsageError
from eval.limits import missed_limits, read_limits
from eval.result import CaseResult, load_run, save_run
from eval.retrieval import collecting, ranking_scores, trace, watched
from eval.run import run_set
from eval.sets import Case, EvalSet
from eval.summary import summarize
from index.evidence import Evidence, PassageHit
from ingest.document import Passage
from settings import Settings
from tests.eval_fakes import FakeAssistant, FakeLibrary, answer, case, cite, sources

RIGHT = answer("Der er **1.234** familieboliger. [1]", cite(1, "ark-solby", "Familieboliger 1.234"))
REFUSAL = answer("Det siger dokumenterne ikke.", status="not_found")
UNCITED = answer("Der er mange.")
UNCLEAR = answer("Tallet kan ikke læses. [1]", cite(1, "ark-solby", "Familieboliger 1.234"), status="unclear_source")
OTHER = answer("Der er 567. [1]", cite(1, "ark-solby", "Ældreboliger 567"))
LINE = "Familieboliger 1.234"


def eval_set(*cases: Case) -> EvalSet:
    return EvalSet("proeve", Path("proeve.jsonl"), "1" * 64, cases)


def family(**fields: object) -> Case:
    return case(**({"must": (("1.234",),), "docs": ("ark-solby",), "evidence": (LINE,)} | fields))


def run_one(one: Case, found: tuple[str, ...], reply: Answer) -> CaseResult:
    library = FakeLibrary(found)
    return run_set(FakeAssistant(library, lambda _: reply), library, eval_set(one), Settings()).results[0]


STEPS = [
    (family(), (LINE,), RIGHT, None),  # right: lost nowhere
    (family(evidence=("ord der aldrig blev læst ind",)), (LINE,), OTHER, "not_read"),  # the text is not stored
    (family(evidence=("1.234 Familieboliger",)), (LINE,), OTHER, "not_chosen"),  # value and label the other way round
    (family(docs=("mangler",)), (LINE,), OTHER, "not_read"),  # the document is not there
    (family(), ("Et stærkt naboskab",), REFUSAL, "not_found"),  # searched, found something else
    (family(), (LINE,), REFUSAL, "refused"),  # found, yet refused
    (family(), (LINE,), OTHER, "not_chosen"),  # found, another place cited
    (family(must=(("1.235",),)), (LINE,), RIGHT, "composed"),  # the right place, the wrong words
    (case("unanswerable"), (LINE,), RIGHT, "not_refused"),  # should have refused
    (case("unanswerable"), (LINE,), REFUSAL, None),  # refused as it should
    (family(evidence=()), (), REFUSAL, "refused"),  # no expected text: the status tells
    (family(evidence=(), docs=("maal-fjordby",)), (), OTHER, "not_chosen"),  # no expected text: the document tells
    (family(evidence=(), must=(("1.235",),)), (), RIGHT, "composed"),  # no expected text: the document was cited
    (family(evidence=(), docs=(), must=(("1.235",),)), (), UNCITED, "composed"),  # nothing says where it stands
    (family(docs=("ark-solby", "mangler")), (LINE,), OTHER, "not_read"),  # one of two documents is not there
    (family(evidence=(LINE, "Ældreboliger 567"), must=(("9",),)), (LINE,), OTHER, "composed"),  # one of two was cited
    (family(evidence=(LINE, "Ældreboliger 567")), (LINE,), REFUSAL, "not_found"),  # one of two was found
    (family(), (LINE,), UNCLEAR, "refused"),  # can be read, yet called unclear
    (family(kind="ambiguous", must=(("9",),)), (LINE,), UNCLEAR, "composed"),  # unclear is what it should be
]


@pytest.mark.parametrize(("one", "found", "reply", "step"), STEPS)
def test_the_step_where_a_wrong_answer_was_lost(
    one: Case, found: tuple[str, ...], reply: Answer, step: str | None
) -> None:
    assert run_one(one, found, reply).step == step


def test_an_expected_text_without_letters_stands_nowhere() -> None:
    assert trace(family(evidence=("–",)), RIGHT, [], sources()).read == (False,)


NAMED = [
    ((), True),  # none named: anywhere
    (("ark-solby",), True),  # where it stands
    (("maal-fjordby",), False),  # in another than the named one
]


@pytest.mark.parametrize(("docs", "read"), NAMED)
def test_an_expected_text_is_looked_for_in_the_documents_named(docs: tuple[str, ...], read: bool) -> None:
    assert trace(family(docs=docs), REFUSAL, [], sources()).read == (read,)


APART = [("boliger x 1.234", True), (f"boliger {'x' * 212} 1.234", True), (f"boliger {'x' * 213} 1.234", False)]


@pytest.mark.parametrize(("text", "read"), APART)
def test_words_of_an_expected_text_stand_together(text: str, read: bool) -> None:
    """Within 200 characters and twice the length of what is expected."""
    known = sources({"ark-solby": text, "maal-fjordby": ""})
    assert trace(family(evidence=("1.234 boliger",)), RIGHT, [], known).read == (read,)


FAR_THEN_NEAR = f"1.234 {'x' * 40} boliger og så {'y' * 90} igen 1.234 x boliger"
NEAR_THEN_FAR = f"{'z' * 100} 1.234 x boliger og så {'y' * 90} igen 1.234 {'x' * 40} boliger"
NARROW = [
    (FAR_THEN_NEAR, (157, 172), True),
    (FAR_THEN_NEAR, (0, 20), False),
    (FAR_THEN_NEAR, (40, 60), False),
    (NEAR_THEN_FAR, (101, 116), True),
    (NEAR_THEN_FAR, (218, 273), False),
]


@pytest.mark.parametrize(("text", "span", "found"), NARROW)
def test_the_shortest_stretch_with_all_words_is_the_place(text: str, span: tuple[int, int], found: bool) -> None:
    seen = [Evidence((PassageHit("ark-solby", Passage(0, 1, (), "prose", (span,), "", ""), 1.0),))]
    known = sources({"ark-solby": text, "maal-fjordby": ""})
    assert trace(family(evidence=("boliger 1.234",)), REFUSAL, seen, known).found == (found,)


TWICE = {"ark-solby": f"{LINE}\nandet\n{LINE}", "maal-fjordby": f"{LINE} i Fjordby"}
SPOTS = [
    ("ark-solby", (0, 19), True),  # the first of two places
    ("ark-solby", (26, 45), True),  # the second
    ("ark-solby", (0, 10), True),  # half of it, and a little more
    ("ark-solby", (9, 19), True),  # the other half
    ("ark-solby", (0, 7), False),  # less than half
    ("ark-solby", (20, 25), False),  # between the two
    ("maal-fjordby", (0, 19), False),  # the same span of another document
]


@pytest.mark.parametrize(("document", "span", "found"), SPOTS)
def test_a_passage_finds_a_text_that_it_holds_half_of(document: str, span: tuple[int, int], found: bool) -> None:
    seen = [Evidence((PassageHit(document, Passage(0, 1, (), "prose", (span,), "", ""), 1.0),))]
    assert trace(family(), REFUSAL, seen, sources(TWICE)).found == (found,)


CITED = [
    ("ark-solby", (19, 25), True),  # its last letter
    ("ark-solby", (20, 25), False),  # right behind it
    ("ark-solby", (26, 30), True),  # the second place
    ("maal-fjordby", (0, 5), False),  # another document
]


@pytest.mark.parametrize(("document", "span", "cited"), CITED)
def test_a_citation_reaches_a_text_that_it_touches(document: str, span: tuple[int, int], cited: bool) -> None:
    quote = TWICE[document][span[0] : span[1]]
    reply = answer("Der er 1.234. [1]", Citation(1, document, "", 1, None, quote, *span))
    seen = trace(family(), reply, [], sources(TWICE))
    assert (seen.cited, seen.found) == ((cited,), (cited,))  # what was cited was found


HITS: list[tuple[tuple[tuple[int, ...], ...], int, dict[str, float]]] = [
    (((),) * 4 + ((0,),), 1, {"recall@5": 1.0, "mrr@10": 0.2}),  # the fifth
    (((),) * 5 + ((0,),), 1, {"recall@5": 0.0, "recall@10": 1.0, "mrr@10": 1 / 6}),  # the sixth
    (((),) * 9 + ((0,),), 1, {"recall@10": 1.0, "mrr@10": 0.1}),  # the tenth
    (((),) * 10 + ((0,),), 1, {"recall@10": 0.0, "mrr@10": 0.0, "ndcg@10": 0.0}),  # the eleventh
    (((0,), (0,), (1,)), 2, {"recall@5": 1.0, "ndcg@10": 1.5 / (1 + 0.6309297535714575)}),  # one twice is no gain
    (((0, 1),), 2, {"recall@5": 1.0, "ndcg@10": 1.0}),  # two in one passage
    (((0,), (0,)), 2, {"recall@5": 0.5}),  # one of two
]


@pytest.mark.parametrize(("hits", "expected", "scores"), HITS)
def test_ranking_by_hand(hits: tuple[tuple[int, ...], ...], expected: int, scores: dict[str, float]) -> None:
    found = ranking_scores(hits, expected)
    assert {name: found[name] for name in scores} == pytest.approx(scores)


def test_a_search_is_watched_only_where_someone_collects() -> None:
    library = FakeLibrary((LINE,))
    with watched(library):
        assert library.search("?").passages
        with collecting() as seen:
            assert library.search("?").passages
    assert len(seen) == 1
    with watched(object()), collecting() as seen:  # nothing to search in
        pass
    assert seen == []


RANKED = [
    ((LINE,), 1.0, 1.0),  # first
    (("Ældreboliger 567", LINE), 1.0, 0.5),  # second
    (("Ældreboliger 567",), 0.0, 0.0),  # missed
]


@pytest.mark.parametrize(("found", "recall", "mrr"), RANKED)
def test_ranking_is_of_the_evidence_that_was_searched(found: tuple[str, ...], recall: float, mrr: float) -> None:
    scores = run_one(family(), found, RIGHT).scores
    assert (scores["recall@5"], scores["mrr@10"]) == (recall, mrr)


def test_ranking_does_not_apply_without_expected_text() -> None:
    assert "recall@5" not in run_one(family(evidence=()), (LINE,), RIGHT).scores


def test_earlier_questions_are_asked_in_turn() -> None:
    library = FakeLibrary()
    assistant = FakeAssistant(library, lambda question: answer("svar", question=question))
    run_set(assistant, library, eval_set(family(history=("første", "anden"), question="tredje")), Settings())
    assert assistant.asked == [("første", ()), ("anden", ("første",)), ("tredje", ("første", "anden"))]


def test_a_stopped_run_goes_on_where_it_was(tmp_path: Path) -> None:
    library, journal = FakeLibrary((LINE,)), tmp_path / "j.jsonl"
    cases = [family(id=str(number)) for number in range(6)]
    first = FakeAssistant(library, lambda _: RIGHT)
    half = run_set(first, library, eval_set(*cases), Settings(), journal=journal, stop=lambda: len(first.asked) == 4)
    assert (len(half.results), half.finished) == (4, "")
    with journal.open("a", encoding="utf-8") as file:
        file.write('{"id": "4", "rig')  # stopped in the middle of a line
    second = FakeAssistant(library, lambda _: RIGHT)
    whole = run_set(second, library, eval_set(*cases), Settings(), journal=journal)
    assert len(second.asked) == 2
    assert [result.case.id for result in whole.results] == [one.id for one in cases]
    assert whole.finished
    assert not journal.exists()


def test_a_journal_of_another_set_is_not_taken_over(tmp_path: Path) -> None:
    library, journal = FakeLibrary((LINE,)), tmp_path / "j.jsonl"
    first = FakeAssistant(library, lambda _: RIGHT)
    run_set(
        first, library, eval_set(family(), family(id="d")), Settings(), journal=journal, stop=lambda: bool(first.asked)
    )
    other = EvalSet("proeve", Path("proeve.jsonl"), "2" * 64, (family(), family(id="d")))
    second = FakeAssistant(library, lambda _: RIGHT)
    run_set(second, library, other, Settings(), journal=journal)
    assert len(second.asked) == 2


def test_a_saved_run_comes_back_whole(tmp_path: Path) -> None:
    library = FakeLibrary((LINE,))
    run = run_set(FakeAssistant(library, lambda _: RIGHT), library, eval_set(family()), Settings())
    save_run(run, summarize(run.results), tmp_path / "run.json")
    assert load_run(tmp_path / "run.json").results == run.results


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format": 1}', '{"format": 99}', "æ" * 50, '{"format": 1, "results": 3}']
)
def test_what_is_no_run_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="cp1252")
    with pytest.raises(UsageError, match="kørsel"):
        load_run(tmp_path / "run.json")


def test_the_library_is_left_as_it_was() -> None:
    library = FakeLibrary((LINE,))
    run_set(FakeAssistant(library, lambda _: RIGHT), library, eval_set(family()), Settings())
    assert "search" not in vars(library)


def test_the_summary_counts_and_keeps_not_applicable_apart() -> None:
    library = FakeLibrary((LINE,))
    cases = (family(id="a"), family(id="b", must=(("9",),)), case("unanswerable", id="c"))
    summary = summarize(run_set(FakeAssistant(library, lambda _: RIGHT), library, eval_set(*cases), Settings()).results)
    assert summary["scores"]["right"]["mean"] == pytest.approx(1 / 3)
    assert summary["scores"]["refusal_recall"] | {"low": 0, "high": 0} == {"count": 1, "mean": 0.0, "low": 0, "high": 0}
    assert "page_right" not in summary["scores"]  # no case names a page
    assert "refusal_precision" not in summary["scores"]  # nothing was refused
    assert summary["false_answers"] == 1
    assert summary["steps"] == {"composed": 1, "not_refused": 1}
    assert summary["kinds"]["figure"]["count"] == 2


LIMITS = [
    ("right=0.5", 0),  # 1 of 2
    ("right=0.51", 1),  # just above
    ("false_answers=1", 0),  # one is allowed
    ("false_answers=0", 1),  # none is
    ("right=0.95,false_answers=0", 2),  # both told
    ("page_right=0.5", 1),  # measured on no case: a limit that nothing holds
    ("p95_ms=1000000", 0),  # a time is an upper limit
    ("unsupported_numbers=0", 0),  # a count is one too
    ("verbatim=1", 0),  # 1 is a share
]


@pytest.mark.parametrize(("text", "missed"), LIMITS)
def test_limits(text: str, missed: int) -> None:
    library = FakeLibrary((LINE,))
    cases = (family(id="a"), case("unanswerable", id="c"))
    run = run_set(FakeAssistant(library, lambda _: RIGHT), library, eval_set(*cases), Settings())
    assert len(missed_limits(summarize(run.results), read_limits(text))) == missed


@pytest.mark.parametrize(
    "text", ["", "right", "right=", "right=høj", "wrong=1", "right=95", "right=0,95", "right=nan", "right=-1"]
)
def test_a_limit_that_means_nothing_is_told(text: str) -> None:
    with pytest.raises(UsageError, match=r"right=0\.95"):
        read_limits(text)
