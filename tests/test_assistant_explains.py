"""What a word means is told by a sentence that says what the thing is, does or is for; else that it is not told."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

REPORT = """<html><body><h1>Årsberetning 2024 for Havneby Boligforening</h1>
<h2>Drift</h2>
<p>Gårdlauget er en gruppe af beboere, der passer gården. Foreningen fik midler til såkaldte varmelån i 2024.</p>
<p>Der er oprettet et byttehus, hvor beboerne kan bytte møbler. Reglerne for afdragsfrihed slår ikke ud i huslejen.</p>
<p>Gennem nabohjælp passer beboerne på hinandens boliger. Alle deltog i arbejdet med råderet og bytteret.</p>
<p>Afdelingerne har fået nye skabelygter. Udvalget har forkøbsret til hver fjerde af garagerne.</p>
<p>Foreningen er underlagt den strenge brandsyning, som kommunen har vedtaget.</p>
<p>Husene følges af en Grøn Start-ordning: gartnerne hjælper med at plante det første år.</p>
</body></html>"""


@pytest.fixture(scope="module")
def report(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-2024-havneby.html": REPORT}))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvad er gårdlauget?", "er en gruppe af beboere"),  # what it is
        ("Hvad er et varmelån?", "såkaldte varmelån"),  # called so
        ("Hvad er byttehuset?", "hvor beboerne kan bytte"),  # what it is for
        ("Hvad er nabohjælp?", "passer beboerne på hinandens"),  # what is done with it
        ("Hvad menes der med forkøbsret?", "forkøbsret til hver fjerde"),  # who has it, and to what
        ("Hvad er Grøn Start-ordningen?", "gartnerne hjælper"),  # explained behind a colon
    ],
)
def test_a_sentence_that_says_what_it_is(report: Assistant, question: str, told: str) -> None:
    answer = report.ask(question)
    assert answer.status == "answered", answer.answer
    assert told in answer.answer
    assert answer.answer.count("»") == 1, answer.answer


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Hvad er afdragsfrihed?", "afdragsfrihed"),  # the object of rules
        ("Hvad betyder råderet?", "råderet"),  # one of two things worked on
        ("Hvad er en skabelygte?", "skabelygter"),  # somebody got it
        ("Hvad er brandsyning?", "brandsyning"),  # who decided it says not what it is
    ],
)
def test_a_sentence_that_only_names_it_is_shown_as_no_more(report: Assistant, question: str, thing: str) -> None:
    answer = report.ask(question)
    assert answer.status == "not_found", answer.answer
    assert answer.answer.startswith("Dokumenterne forklarer ikke"), answer.answer
    assert thing in answer.answer
