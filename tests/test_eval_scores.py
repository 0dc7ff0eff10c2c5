"""Each scorer beside answers that must score 0, 1 (or a count) and "not applicable"."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerFigure
from eval.contract import is_verbatim, judge
from eval.scores import SCORERS
from eval.sets import Case, ExpectedFigure
from eval.sources import Sources
from ingest.document import DocumentInfo
from tests.eval_fakes import TEXTS, answer, case, cite, entry, sources

FAMILY = cite(1, "ark-solby", "Familieboliger 1.234", page=2, section="Boliger i Solby")
ELDERLY = cite(2, "ark-solby", "Ældreboliger 567")
ROOFS = cite(1, "maal-fjordby", "Grønne tage på alle blokke")
GOALS = "Grønne tage på alle blokke", "Flere lærlinge i driften", "Et stærkt naboskab"
RIGHT = answer("Der er **1.234** familieboliger i Solby (2023). [1]", FAMILY)
REFUSED = answer("Det siger dokumenterne ikke noget om.", status="not_found")
UNCLEAR = answer("Tallet kan ikke læses sikkert. [1]", FAMILY, status="unclear_source")
LIST = answer("- Grønne tage [1]\n- Flere lærlinge [1]", ROOFS)
FIGURE = AnswerFigure("familieboliger", "1234", "boliger", "2023", "Solby", 1)
UNDATED = replace(FIGURE, period=None)
NOT_DERIVED = replace(FIGURE, value="667", inputs=(0,))
FAMILY_CASE = case(must=(("1.234", "1234"),), must_not=("1.235",), docs=("ark-solby",))


def with_figures(*figures: AnswerFigure, text: str = "Der er 1.234 boliger [1]") -> Answer:
    return answer(text, FAMILY, figures=figures)


def derived(text: str, value: str = "667", inputs: tuple[int, ...] = (0, 1)) -> Answer:
    figures = (FIGURE, replace(FIGURE, value="567"), replace(FIGURE, value=value, derived=True, inputs=inputs))
    return answer(text, FAMILY, ELDERLY, figures=figures)


ROWS: list[tuple[str, Case, Answer, float | None]] = [
    ("right", FAMILY_CASE, RIGHT, 1),
    ("right", FAMILY_CASE, answer("Der er 1.235, ikke 1.234. [1]", FAMILY), 0),  # says what it must not
    ("right", FAMILY_CASE, answer("Der er mange. [1]", FAMILY), 0),  # says too little
    ("right", FAMILY_CASE, answer("1.234 [1]", ROOFS), 0),  # another document
    ("right", FAMILY_CASE, answer("1.234 [1]", replace(FAMILY, start=0)), 0),  # not where it says
    ("right", FAMILY_CASE, answer("1.234 [1]" + "." * 700, FAMILY), 0),  # too long for a figure
    ("right", FAMILY_CASE, replace(RIGHT, status="not_found"), 0),  # status does not fit
    ("right", FAMILY_CASE, replace(RIGHT, status="partial"), 1),  # partial is allowed
    ("right", case("unanswerable"), REFUSED, 1),
    ("right", case("unanswerable"), UNCLEAR, 0),  # unclear is no refusal
    ("right", case("unanswerable"), RIGHT, 0),  # a false answer
    ("right", case("false_premise", answerable=False), REFUSED, 1),  # any kind can be unanswerable
    ("page_right", case(page=2), RIGHT, 1),
    ("page_right", case(page=1), RIGHT, 0),  # another page
    ("page_right", case(page=2, docs=("maal-fjordby",)), RIGHT, 0),  # the page, of another document
    ("page_right", case(page=2, docs=("ark-solby",)), RIGHT, 1),  # of the document that is named
    ("page_right", case(page=2), REFUSED, 0),  # no citation at all
    ("page_right", case(), RIGHT, None),  # no page named
    ("section_right", case(section="boliger i solby"), RIGHT, 1),
    ("section_right", case(section="Økonomi"), RIGHT, 0),  # another section
    ("section_right", case(section="i Solby"), answer("x [1]", ROOFS, FAMILY), 1),  # one of two citations
    ("section_right", case(), RIGHT, None),  # none named
    ("quotes_found", case(quotes=("familieboliger  1.234",)), RIGHT, 1),  # white space and case apart
    ("quotes_found", case(quotes=("Ældreboliger 567",)), RIGHT, 0),  # not cited
    ("quotes_found", case(quotes=("Familieboliger 1.234", "Ældreboliger 567")), RIGHT, 0.5),  # one of two
    ("quotes_found", case(quotes=("Ældreboliger 567",)), answer("x [1]", FAMILY, ELDERLY), 1),  # in one of two
    ("quotes_found", case(), RIGHT, None),  # none named
    ("figures_exact", case(figures=(ExpectedFigure("1.234", "boliger", "2023", "Solby"),)), with_figures(FIGURE), 1),
    ("figures_exact", case(figures=(ExpectedFigure("1234"),)), with_figures(FIGURE), 1),  # only the value asked
    ("figures_exact", case(figures=(ExpectedFigure("0,5"),)), with_figures(replace(FIGURE, value="0.5")), 1),  # comma
    ("figures_exact", case(figures=(ExpectedFigure("2/3"),)), with_figures(replace(FIGURE, value="2/3")), 1),  # part
    ("figures_exact", case(figures=(ExpectedFigure("1235"),)), with_figures(FIGURE), 0),  # value
    ("figures_exact", case(figures=(ExpectedFigure("1234", unit="pct"),)), with_figures(FIGURE), 0),  # unit
    ("figures_exact", case(figures=(ExpectedFigure("1234", period="2022"),)), with_figures(FIGURE), 0),  # year
    ("figures_exact", case(figures=(ExpectedFigure("1234", municipality="By"),)), with_figures(FIGURE), 0),  # place
    ("figures_exact", case(figures=(ExpectedFigure("1234"),)), with_figures(replace(FIGURE, value="12?")), 0),  # none
    ("figures_exact", case(figures=(ExpectedFigure("1234"),)), with_figures(replace(FIGURE, value="9"), FIGURE), 1),
    ("figures_exact", case(figures=(ExpectedFigure("0"),)), with_figures(replace(FIGURE, value="12?")), 0),  # no 0
    ("figures_exact", case(figures=(ExpectedFigure("1/0"),)), with_figures(replace(FIGURE, value="12?")), 0),  # neither
    ("figures_exact", case(figures=(ExpectedFigure("1234", period="2022"),)), with_figures(UNDATED), 0),  # no year
    ("figures_exact", case(), with_figures(FIGURE), None),  # none named
    ("list_complete", case("list", must=(("tage",), ("lærling",))), LIST, 1),
    ("list_complete", case("list", must=(("bus",), ("tog",))), LIST, 0),  # none of them
    ("list_complete", case("list", must=(("tage",), ("naboskab",))), LIST, 0.5),  # one of two
    ("list_complete", case("list", must=(("tage",),)), LIST, None),  # one thing is no list
    ("list_complete", case("figure", must=(("1",), ("2",))), LIST, None),  # no list asked for
    ("citation_precision", FAMILY_CASE, RIGHT, 1),
    ("citation_precision", FAMILY_CASE, answer("Vejret er godt i dag. [1]", FAMILY), 0),  # proves something else
    ("citation_precision", FAMILY_CASE, answer("1.234 boliger", FAMILY), 0),  # no statement carries it
    ("citation_precision", FAMILY_CASE, answer("Grønne tage [1]", ROOFS), 0),  # not an expected document
    ("citation_precision", FAMILY_CASE, answer("1.234 [1]", FAMILY, replace(ELDERLY, start=1)), 0.5),  # one is off
    ("citation_precision", FAMILY_CASE, answer("FAMILIEBOLIGER er der. [1]", FAMILY), 1),  # a word, whatever its case
    ("citation_precision", FAMILY_CASE, answer("1.234 [1] 567 [2]", FAMILY, replace(ELDERLY, start=1)), 0.5),  # as used
    ("citation_precision", case(), RIGHT, 1),  # any document where none is named
    ("citation_precision", FAMILY_CASE, REFUSED, None),  # nothing cited
    ("citation_recall", FAMILY_CASE, RIGHT, 1),
    ("citation_recall", FAMILY_CASE, answer("Der er 1.234 boliger.", FAMILY), 0),  # no marker
    ("citation_recall", FAMILY_CASE, answer("Der er 1.234. [7]", FAMILY), 0),  # a marker that leads nowhere
    ("citation_recall", FAMILY_CASE, answer("Her er 1.234. [1] Byen er smuk.", FAMILY), 0.5),  # one of two
    ("citation_recall", FAMILY_CASE, answer("Målene er:\n- Tage [1]\n- Unge [1]", ROOFS), 1),  # a lead-in
    ("citation_recall", FAMILY_CASE, answer("Byen er smuk.\n- Tage [1]", ROOFS), 0.5),  # no lead-in without a colon
    ("citation_recall", FAMILY_CASE, answer("| a | b |\n|---|---|\n| 1 [1] | 2 |", FAMILY), 1),  # nor a table's head
    ("citation_recall", FAMILY_CASE, answer("Omkring 5 pct. Solbys boliger [1].", FAMILY), 1),  # no end at "pct."
    ("citation_recall", FAMILY_CASE, answer("Her er 1.234. [1] Året mangler.", FAMILY, status="partial"), 1),  # allowed
    ("citation_recall", FAMILY_CASE, replace(RIGHT, status="partial"), 1),  # needs no unproved sentence
    ("citation_recall", FAMILY_CASE, answer("Et. [1] To. [1]", FAMILY, status="partial"), 1),  # all proved: no more
    ("citation_recall", FAMILY_CASE, answer("Et. [1] To. Tre.", FAMILY, status="partial"), 0.5),  # one is free, not two
    ("citation_recall", FAMILY_CASE, answer("Noget mangler.", status="partial"), 0),  # nothing but the missing
    ("citation_recall", FAMILY_CASE, answer("- [1]", FAMILY), 0),  # says nothing
    ("citation_recall", FAMILY_CASE, REFUSED, None),  # claims nothing
    ("verbatim", FAMILY_CASE, RIGHT, 1),
    ("verbatim", FAMILY_CASE, answer("x [1]", replace(FAMILY, quote="Familieboliger 1.235")), 0),  # a digit changed
    ("verbatim", FAMILY_CASE, answer("x [1]", FAMILY, replace(ELDERLY, end=9999)), 0.5),  # beyond the end
    ("verbatim", FAMILY_CASE, REFUSED, None),  # nothing cited
    ("unsupported_numbers", FAMILY_CASE, RIGHT, 0),  # 2023 is the document's own period
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 1234 boliger. [1]", FAMILY), 0),  # another spelling
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 1.235 boliger. [1]", FAMILY), 1),  # invented
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 12,34 boliger. [1]", FAMILY), 1),  # same digits, other number
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 567. [1] Der er få. [2]", FAMILY, ELDERLY), 1),  # wrong marker
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 567. [1][2]", FAMILY, ELDERLY), 0),  # one of its markers
    ("unsupported_numbers", FAMILY_CASE, derived("Forskellen er 667. [1][2]"), 0),  # computed, and says of what
    ("unsupported_numbers", FAMILY_CASE, derived("Forskellen er 667. [1][2]", inputs=()), 1),  # computed of nothing
    ("unsupported_numbers", FAMILY_CASE, derived("Forskellen er 668. [1][2]"), 1),  # another result
    ("unsupported_numbers", FAMILY_CASE, answer("1. Tage [1]\n2. Unge [1]", ROOFS), None),  # list numbers claim nothing
    ("unsupported_numbers", FAMILY_CASE, with_figures(NOT_DERIVED, text="Der er 667. [1]"), 1),  # inputs prove none
    ("unsupported_numbers", FAMILY_CASE, answer("Der er 1.234.", FAMILY), 0),  # no marker: any citation may prove it
    ("unsupported_numbers", FAMILY_CASE, answer("Det gælder fra 2024. [1]", ROOFS), 0),  # the document's own period
    ("unsupported_numbers", FAMILY_CASE, REFUSED, None),  # no number
    ("unsupported_numbers", FAMILY_CASE, answer("1999 mangler.", status="not_found", question="I 1999?"), 0),  # asked
    ("unsupported_names", FAMILY_CASE, RIGHT, 0),  # Solby is the document's place
    ("unsupported_names", FAMILY_CASE, answer("Formand er Ole Hansen. [1]", FAMILY), 2),  # invented
    ("unsupported_names", FAMILY_CASE, answer("Det er i Solbys boliger. [1]", FAMILY), 0),  # genitive
    ("unsupported_names", FAMILY_CASE, answer("Det gælder Nyborg. [1]", FAMILY, question="Og Nyborg?"), 0),  # asked
    ("unsupported_names", FAMILY_CASE, answer("Boliger er der. [1] Mange endda. [1]", FAMILY), None),  # first words
    ("unsupported_names", FAMILY_CASE, answer("I Solby: Vejret er godt. [1]", FAMILY), 0),  # first word after a colon
    ("unsupported_names", FAMILY_CASE, answer("Det siger Testforbundet. [1]", FAMILY), 0),  # the publisher
    ("unsupported_names", FAMILY_CASE, answer("Det er Nyborg. [1]", replace(FAMILY, section="Nyborg")), 0),  # section
    ("unsupported_names", case("english"), answer("There are Danish homes. [1]", FAMILY), None),  # English capitals
    ("false_answer", case("unanswerable"), RIGHT, 1),
    ("false_answer", case("unanswerable"), REFUSED, 0),
    ("false_answer", case("unanswerable"), UNCLEAR, 0),  # claims no value
    ("false_answer", FAMILY_CASE, RIGHT, None),  # can be answered
    ("refusal_precision", case("unanswerable"), REFUSED, 1),
    ("refusal_precision", FAMILY_CASE, REFUSED, 0),  # refused though it can be answered
    ("refusal_precision", FAMILY_CASE, RIGHT, None),  # no refusal
    ("refusal_recall", case("unanswerable"), REFUSED, 1),
    ("refusal_recall", case("unanswerable"), RIGHT, 0),
    ("refusal_recall", FAMILY_CASE, REFUSED, None),  # can be answered
    ("answer_length", FAMILY_CASE, answer("12345"), 5),
]  # fmt: skip


BARE = replace(entry("ark-solby"), info=DocumentInfo("Ark", "kommuneark", None, None, 2019, "Nyborg"))
BARE_ROWS: list[tuple[str, Answer, float]] = [
    ("unsupported_numbers", answer("Det er fra 2019. [1]", FAMILY), 0),  # the document's year, with no period
    ("unsupported_numbers", answer("Det er fra 2023. [1]", FAMILY), 1),  # no year of this one
    ("unsupported_names", answer("Det er i Nyborg. [1]", FAMILY), 0),  # its place, which its title leaves out
    ("unsupported_names", answer("Det siger Fjordby. [1]", FAMILY), 1),
]
"""Of a document that says little about itself."""


def bare_sources() -> Sources:
    return Sources({"ark-solby": BARE}, dict(TEXTS))


@pytest.mark.parametrize(("name", "given", "expected"), BARE_ROWS)
def test_scorer_of_a_document_that_says_little(name: str, given: Answer, expected: float) -> None:
    assert SCORERS[name](FAMILY_CASE, given, bare_sources()) == expected


@pytest.mark.parametrize(("name", "one", "given", "expected"), ROWS)
def test_scorer(name: str, one: Case, given: Answer, expected: float | None) -> None:
    score = SCORERS[name](one, given, sources())
    assert (score is None) == (expected is None)
    assert score == expected


def test_every_scorer_has_rows_for_its_ends_and_a_one_line_definition() -> None:
    for name, scorer in SCORERS.items():
        values = {expected for scored, _, _, expected in ROWS if scored == name}
        assert name == "answer_length" or {0, 1} <= values or {0, 2} <= values, name
        assert name in {"right", "answer_length"} or None in values, name
        assert scorer.__doc__
        assert "\n" not in scorer.__doc__


DOCS = ("ark-solby", "maal-fjordby")
AMBIGUOUS = case("ambiguous", docs=("ark-solby",))
PARTS = [
    (case("compare", docs=DOCS), answer("[1]", FAMILY), "docs", False),  # a comparison needs both
    (case("timeline", docs=DOCS), answer("[1]", FAMILY), "docs", False),  # so does a development
    (case("compare", docs=DOCS), answer("[1]", FAMILY, ROOFS), "docs", True),
    (case("figure", docs=DOCS), answer("[1]", FAMILY), "docs", True),  # elsewhere one is enough
    (case("figure"), answer("[1]", FAMILY), "docs", True),  # none named
    (AMBIGUOUS, UNCLEAR, "status", True),
    (AMBIGUOUS, RIGHT, "status", False),  # claims a value nobody can read
    (replace(AMBIGUOUS, must=(("uklar",),)), replace(UNCLEAR, status="partial"), "status", False),  # nor with words
    (replace(AMBIGUOUS, must=(("1",), ("uklar",))), replace(UNCLEAR, status="partial"), "status", True),  # two sides
    (AMBIGUOUS, replace(UNCLEAR, status="partial"), "status", False),  # one value has no part that can be read
    (case("ambiguous", docs=DOCS), replace(UNCLEAR, status="partial"), "status", True),  # one side can
    (AMBIGUOUS, REFUSED, "status", False),  # the document does hold it
    (case(), UNCLEAR, "status", False),
    (case(), REFUSED, "status", False),
    (case("figure"), answer("x" * 700), "length", True),  # at the limit
    (case("figure"), answer("x" * 701), "length", False),
    (case("person"), answer("x" * 701), "length", False),
    (case("date"), answer("x" * 701), "length", False),
    (case("compare"), answer("x" * 1200), "length", True),
    (case("compare"), answer("x" * 1201), "length", False),
    (case("list"), answer("x" * 2400), "length", True),
    (case("list"), answer("x" * 2401), "length", False),
    (case("list", max_length=10), answer("x" * 11), "length", False),  # the case's own limit
    (case("figure", max_length=9000), answer("x" * 701), "length", False),  # never above the contract's
    (case(must=(("en",), ("to", "tre"))), answer("en og tre"), "must", True),  # a group needs one
    (case(must=(("en",), ("to", "tre"))), answer("to og tre"), "must", False),  # every group
    (case(must_not=("fire", "fem")), answer("fem"), "must_not", False),  # any of them
]


@pytest.mark.parametrize(("one", "given", "part", "expected"), PARTS)
def test_part_of_the_verdict(one: Case, given: Answer, part: str, expected: bool) -> None:
    assert getattr(judge(one, given, sources()), part) is expected


def test_a_quote_must_also_stand_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "ark-solby.txt"
    known = Sources({"ark-solby": entry("ark-solby", str(file))}, dict(TEXTS))
    file.write_text("Familie-\nboliger 1.234 og mere", encoding="utf-8")  # printed with a broken word
    assert is_verbatim(FAMILY, known)
    file.write_text("Familieboliger 1.243", encoding="utf-8")  # the stored text changed two digits
    known = Sources({"ark-solby": entry("ark-solby", str(file))}, dict(TEXTS))
    assert not is_verbatim(FAMILY, known)


@pytest.mark.parametrize(
    ("document", "quote", "start", "end"),
    [
        ("mangler", "Almene", 0, 6),  # unknown document
        ("ark-solby", "", 0, 0),  # empty
        ("ark-solby", " ", 6, 7),  # blank, though it stands there
        ("ark-solby", "Almene", -6, 0),  # negative
        ("ark-solby", "Almene", 6, 0),  # backwards
        ("ark-solby", "almene", 0, 6),  # another case
    ],
)
def test_what_is_no_quote(document: str, quote: str, start: int, end: int) -> None:
    assert not is_verbatim(replace(FAMILY, document=document, quote=quote, start=start, end=end), sources())


def test_a_quote_may_be_the_whole_text() -> None:
    text = TEXTS["ark-solby"]
    assert is_verbatim(replace(FAMILY, quote=text, start=0, end=len(text)), sources())


def test_a_verdict_names_what_failed() -> None:
    assert judge(FAMILY_CASE, RIGHT, sources()).failed == ()
    assert judge(FAMILY_CASE, answer("1.235 [1]", FAMILY, status="not_found"), sources()).failed == (
        "status",
        "must",
        "must_not",
    )
