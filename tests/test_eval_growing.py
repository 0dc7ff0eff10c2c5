"""From documents and from use to a set: drafts that fit what is read, refusals that must be, and who changed what."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from errors import UsageError
from eval.compare import leaning_on
from eval.contract import judge
from eval.drafts import FEEDBACK_FILE, changes, drafts, keep_case
from eval.phrasing import figure_question
from eval.sets import Case, read_set
from eval.suggest import suggest
from index.evidence import Snapshot
from ingest.document import Commitment, Figure
from tests.eval_fakes import FakeLibrary, answer, case, cite, sources

DOC = "ark-solby"
FAMILY = Figure(
    DOC, 1, "Familieboliger", "1234", "boliger", None, "2023", "Solby", None, "Familieboliger 1.234", ((23, 43),)
)
SHARE = replace(FAMILY, label="af boligmassen er almen", value="0.5", unit="pct.", municipality=None)
FUSED = replace(FAMILY, label="Huslejer", value="89271", certain=False, reason="to tal står sammen")
BROKEN = replace(FAMILY, label="som er over grænsen")
STARTED = replace(FAMILY, value="46", group="Igangsatte byggerier i 2020-2022")


def goal(text: str, ordinal: int, parent: str | None = None) -> Commitment:
    return Commitment(DOC, 1, text, "Testforbundet", "2024-2026", None, "mål", parent, text, ((0, 1),), ordinal)


GOALS = (goal("Grønne tage på alle blokke", 0), goal("Flere lærlinge i driften", 1))


def snapshot(*figures: Figure, commitments: tuple[Commitment, ...] = ()) -> Snapshot:
    return Snapshot(1, FakeLibrary().documents(), (), figures, commitments, ())


def by_id(*figures: Figure, commitments: tuple[Commitment, ...] = ()) -> dict[str, Case]:
    return {one.id: one for one in suggest(DOC, snapshot(*figures, commitments=commitments))}


def test_a_figure_becomes_a_question_that_its_own_value_answers() -> None:
    one = by_id(FAMILY)[f"{DOC}-tal-1"]
    assert one.question == "Hvor mange familieboliger er der i Solby?"
    assert (one.kind, one.docs, one.page) == ("figure", (DOC,), 1)
    reply = answer("Der er 1.234 familieboliger i Solby. [1]", cite(1, DOC, "Familieboliger 1.234"))
    assert judge(one, reply, sources()).right
    assert not judge(one, replace(reply, answer="Der er 1.235 i Solby. [1]"), sources()).right


def test_each_sort_of_figure_is_asked_for_in_its_own_way() -> None:
    found = by_id(FAMILY, SHARE, FUSED, BROKEN, STARTED)
    assert found[f"{DOC}-tal-2"].question == "Hvor stor en andel af boligmassen er almen?"
    assert found[f"{DOC}-tal-2"].must == (("0,5",), ("pct", "%", "procent"))
    assert found[f"{DOC}-tal-3"].kind == "ambiguous"  # two numbers run together: no value may be claimed
    assert not any("over grænsen" in one.question for one in found.values())  # half a sentence asks nothing
    assert found[f"{DOC}-tal-4"].question.endswith("sat i gang i Solby i 2023?")  # else it would ask as the first


def labelled(label: str, value: str = "12", unit: str = "boliger", **changes: object) -> Figure:
    return replace(FAMILY, label=label, value=value, unit=unit, **changes)  # type: ignore[arg-type]


TABLE = "Almene beboere fordelt på alder"
ASKED = [  # figures as sheets, tables and sentences give them
    (labelled("Familieboliger", group="Almene boliger i Solby, 2023"),
     "Hvor mange almene familieboliger er der i Solby?"),
    (labelled("Familieboliger", group="Igangsatte byggerier", period="2020-2022"),
     "Hvor mange familieboliger blev der sat i gang i Solby i 2020-2022?"),
    (labelled("– så stor var fraflytningen i boligerne i kommunen i 2023", unit="pct."),
     "Hvor stor var fraflytningen i boligerne i Solby Kommune i 2023?"),
    (labelled("så stor var fraflytningen i boligerne i 2023", unit="pct."),
     "Hvor stor var fraflytningen i boligerne i Solby i 2023?"),  # the place goes before the year
    (labelled("af dem bor alment i Solby", unit=""), "Hvor mange bor alment i Solby?"),
    (labelled("Huslejerne i afdelingerne udgjorde … i 2023", unit="mio. kr."),
     "Hvor meget udgjorde huslejerne i afdelingerne i 2023?"),
    (labelled("Omsætningen i Solby var … i 2023", unit="mio. kr."), "Hvor stor var omsætningen i Solby i 2023?"),
    (labelled("Renoveret i Solby i 2020-2022 for …", unit="mio. kr."),
     "Hvor meget er der renoveret for i Solby i 2020-2022?"),
    (labelled("Huslejen er … lavere end i private boliger", unit="pct."),
     "Hvor mange procent er huslejen lavere end i private boliger?"),
    (labelled("Boligforeningen samler … selskaber i hele landet", unit="selskaber"),
     "Hvor mange selskaber samler Boligforeningen i hele landet?"),  # a name keeps its capital
    (labelled("Udvalget bygger på … kredse", unit="kredse"), "Hvor mange kredse bygger udvalget på?"),
    (labelled("Projektet har hjulpet … unge i job", unit="unge"), "Hvor mange unge har projektet hjulpet i job?"),
    (labelled("medlemmer deltog i mødet om foråret", unit="medlemmer"),
     "Hvor mange medlemmer deltog i mødet om foråret?"),
    (labelled("almene boliger i hele landet", quote="Der findes 12 almene boliger"),
     "Hvor mange almene boliger findes der i hele landet?"),
    (labelled("planer støttet af fonden", unit="planer"), "Hvor mange planer er støttet af fonden?"),
    (labelled("Børn, 0-17 år", unit="pct.", group=f"{TABLE} · Andel"),
     "Hvor stor en andel af de almene beboere er børn på 0-17 år?"),
    (labelled("0-17 år 18 pct. … personer", unit="personer", group=TABLE), "Hvor mange almene beboere er 0-17 år?"),
    (labelled("51-60 m²", unit="kr.", group="Efter størrelse · Medianhusleje"),
     "Hvad er medianhuslejen for boliger på 51-60 m²?"),
    (labelled("føler sig alene", value="1/7", unit=""), "Hvor stor en andel føler sig alene?"),
    (labelled("Af de nye boliger er … ungdomsboliger", unit="ungdomsboliger"),
     "Hvor mange af de nye boliger er ungdomsboliger?"),
    (labelled("Et byggeri i byen må højst udlede …", unit="kg"), "Hvor meget må et byggeri i byen højst udlede?"),
    (labelled("Deres arbejde har en værdi på", unit="mio. kr."), None),  # whose?
    (labelled("Side 4 · Klima var …", unit="ton"), None),  # two things run together
    (labelled("hvem der skulle stå i spidsen de næste", unit="år"), None),  # half a sentence
    (labelled("kandidater stillede op", unit="kandidater"), None),  # for what?
    (labelled("byggeriet er … skal det overholde en grænse på", unit="m²"), None),  # two clauses
]  # fmt: skip


@pytest.mark.parametrize(("figure", "question"), ASKED)
def test_a_figure_is_asked_for_in_danish_or_not_at_all(figure: Figure, question: str | None) -> None:
    assert figure_question(figure) == question


VALUES = [
    ("3372", ("3.372", "3372")),
    ("3", ("3", "tre")),  # a small number is written as a word
    ("0.5", ("0,5",)),
    ("1.5", ("1,5", "1½")),
    ("1/4", ("1/4", "1 ud af 4", "en ud af fire", "hver 4.", "en fjerdedel", "hver fjerde")),
    ("2/3", ("2/3",)),
]


@pytest.mark.parametrize(("value", "must"), VALUES)
def test_a_value_is_right_however_it_is_written(value: str, must: tuple[str, ...]) -> None:
    label = "af boligerne i Solby er almene" if "/" in value else "medlemmer deltog i mødet i Solby"
    one = by_id(labelled(label, value, "" if "/" in value else "medlemmer"))[f"{DOC}-tal-1"]
    assert one.must == (must, ("Solby",))


def test_what_documents_say_differently_is_asked_of_one_of_them() -> None:
    national = labelled("af almene beboere er frivillige", "36", "pct.", municipality=None)
    same = replace(national, document="maal-fjordby", value="36")
    other = replace(national, document="maal-fjordby", value="37")
    asked = by_id(national, same)[f"{DOC}-tal-1"]
    assert asked.question == "Hvor stor en andel af almene beboere er frivillige?"
    assert asked.docs == (DOC, "maal-fjordby")
    asked = by_id(national, other)[f"{DOC}-tal-1"]
    assert asked.question.endswith("ifølge Kommuneark Solby?")
    assert asked.docs == (DOC,)


def test_points_are_asked_for_as_what_someone_will_do() -> None:
    said = ("Flere solceller", "Bier på tagene")
    points = [replace(goal(text, n, "Grønne tage"), status="vil") for n, text in enumerate(said)]
    found = by_id(commitments=(goal("Grønne tage", 9), *points))
    asked = {one.question for one in found.values()}
    assert "Hvad vil Testforbundet gøre under målet “Grønne tage” i 2024-2026?" in asked
    found = by_id(commitments=tuple(replace(one, status="kræver") for one in points))
    assert {one.question for one in found.values()} == {"Hvilke punkter nævner Kommuneark Solby under “Grønne tage”?"}


def test_near_misses_name_a_place_and_a_year_that_nothing_is_said_of() -> None:
    refused = [one for one in by_id(FAMILY).values() if not one.answerable]
    assert {one.kind for one in refused} == {"unanswerable"}
    assert any("Solby" not in one.question for one in refused)
    assert any(one.question == "Hvor mange familieboliger var der i Solby i 2017?" for one in refused)
    assert not any("2023" in one.question for one in refused)


def test_goals_become_a_list_told_apart_by_a_word_of_each() -> None:
    found = by_id(commitments=GOALS)
    asked = next(one for one in found.values() if one.kind == "goal")
    assert asked.question == "Hvilke mål har Testforbundet sat for 2024-2026?"
    assert asked.must == (("grønne",), ("lærlinge",))
    assert any(one.question.endswith("2034-2036?") and not one.answerable for one in found.values())


def test_drafts_make_a_set_that_can_be_read(tmp_path: Path) -> None:
    from eval.drafts import as_jsonl

    cases = suggest(DOC, snapshot(FAMILY, SHARE, FUSED, STARTED, commitments=GOALS))
    (tmp_path / "a.jsonl").write_text(as_jsonl(cases), encoding="utf-8")
    assert read_set(tmp_path / "a.jsonl").cases == cases


def test_nothing_to_ask_is_told() -> None:
    with pytest.raises(UsageError, match="ukendt-id"):
        suggest("ukendt-id", snapshot(FAMILY))
    with pytest.raises(UsageError, match="ingen nøgletal"):
        suggest(DOC, snapshot())


REPLY = answer("Der er 1.234. [1]", cite(1, DOC, "Familieboliger 1.234"), question="Hvor mange?")


def feedback(folder: Path, **changed: object) -> None:
    record = {
        "time": "2026-01-01T00:00:00+00:00", "verdict": "bad", "comment": "Det er forkert", "right_answer": "",
        "history": [], "answer": REPLY.to_json(),
    } | changed  # fmt: skip
    with (folder / FEEDBACK_FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")


def test_complaints_and_proposals_become_drafts(tmp_path: Path) -> None:
    feedback(tmp_path, verdict="good")  # praise is no draft
    feedback(tmp_path, right_answer="Der er 1.236 i 2024", history=["Og før?"])
    feedback(tmp_path, verdict="good", right_answer="Næsten: 1.237")
    with (tmp_path / FEEDBACK_FILE).open("a", encoding="utf-8") as file:
        file.write('{"verdict": "bad"}\n[1]\n{"half a line')
    newest, oldest = drafts(tmp_path)
    assert newest.case.must == (("1.237",),)
    assert (oldest.case.kind, oldest.case.history) == ("followup", ("Og før?",))
    assert oldest.case.must == (("1.236",), ("2024",))
    assert oldest.case.docs == (DOC,)
    assert "Det er forkert" in oldest.case.note
    assert oldest.answer == REPLY


def test_who_changed_an_expected_answer_when_and_why_is_kept(tmp_path: Path) -> None:
    feedback(tmp_path)
    target = tmp_path / "mit.jsonl"
    draft = drafts(tmp_path)[0].case
    keep_case(tmp_path, target, draft, by="Karla", why="fra en beboer")
    keep_case(tmp_path, target, case(id="ny"), by="Karla", why="manglede")
    keep_case(tmp_path, target, replace(draft, must=(("1.235",),)), by="Ole", why="nyt ark")
    assert drafts(tmp_path) == ()  # taken up
    assert [one.id for one in read_set(target).cases] == [draft.id, "ny"]  # its place is kept
    assert read_set(target).cases[0].must == (("1.235",),)
    told = changes(tmp_path, draft.id)
    assert [(one.by, one.why) for one in told] == [("Karla", "fra en beboer"), ("Ole", "nyt ark")]
    assert told[0].before is None
    assert told[1].before == told[0].after
    assert all(one.time for one in told)


@pytest.mark.parametrize(
    ("name", "one", "by", "why", "told"),
    [
        ("a.jsonl", case(), "", "derfor", "hvem"),  # nobody
        ("a.jsonl", case(), "Ole", " ", "hvorfor"),  # no reason
        ("a.csv", case(), "Ole", "derfor", "jsonl"),  # a spreadsheet would lose texts with separators
        ("a.jsonl", case(question=""), "Ole", "derfor", "question"),  # no set could be read with it
        ("a.jsonl", case(must=((),)), "Ole", "derfor", "must"),  # nor with this
    ],
)
def test_a_change_that_cannot_stand_changes_nothing(
    tmp_path: Path, name: str, one: Case, by: str, why: str, told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        keep_case(tmp_path, tmp_path / name, one, by=by, why=why)
    assert list(tmp_path.iterdir()) == []


def test_cases_that_lean_on_a_replaced_document() -> None:
    cases = [case(id="a", docs=(DOC,)), case(id="b", docs=("andet", DOC)), case(id="c", docs=("andet",)), case(id="d")]
    assert [one.id for one in leaning_on(cases, {DOC})] == ["a", "b"]
