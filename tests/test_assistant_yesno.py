"""Ja or nej stands in front where the quoted sentence says or denies just what is asked, and nowhere else."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.understand.polar import polar_of
from index.library import Library

REPORT = """<html><body><h1>Årsberetning 2024 for Havneby Boligforening</h1>
<h2>Drift</h2>
<p>Der er ingen krav til altaner, men kommunen vil undersøge sagen. Fællesvaskerierne drives uden overskud.</p>
<p>Vandforbruget steg kraftigt i 2024. Gårdhaverne er åbne for alle beboere.</p>
<p>Ingen betaler for legepladserne, fordi fonden dækker udgiften.</p>
<h2>Udvalg</h2>
<p>Ida Bech er formand for Haveklubben og kasserer for Havnerådet.</p>
<p>Gæsteværelserne handler ikke kun om overnatning. Parkeringskælderen er ikke altid oplyst om natten.</p>
<p>Byggeudvalget er ændret fra et midlertidigt til et fast udvalg. Cykelskurene er ikke nye.</p>
<p>Foreningen foreslår, at varmemesterkontoret skal flyttes. Der var 12 kandidater, og Bo Krag blev valgt med 40
ud af 95 stemmer.</p>
</body></html>"""


@pytest.fixture(scope="module")
def report(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-2024-havneby.html": REPORT}))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Er der krav til altaner?", "Nej. »Der er ingen krav"),  # none
        ("Er der farvekrav til altaner?", "Nej. »Der er ingen krav"),  # none at all is none of a kind
        ("Drives fællesvaskerierne med overskud?", "Nej. »"),  # without
        ("Drives fællesvaskerierne uden overskud?", "Ja. »"),  # the same said
        ("Er vandforbruget steget i 2024?", "Ja. »Vandforbruget steg"),  # told by the verb itself
        ("Faldt vandforbruget i 2024?", "Nej. »Vandforbruget steg"),  # its opposite
        ("Er gårdhaverne åbne for alle beboere?", "Ja. »"),  # just that
        ("Betaler nogen for legepladserne?", "Nej. »Ingen betaler"),  # somebody, nobody
        ("Handler gæsteværelserne kun om overnatning?", "Nej. »"),  # not only
        ("Er cykelskurene nye?", "Nej. »"),  # a plain not
    ],
)
def test_a_sentence_that_decides(report: Assistant, question: str, opening: str) -> None:
    answer = report.ask(question)
    assert answer.answer.startswith(opening), answer.answer
    assert answer.answer.count("»") == 1


@pytest.mark.parametrize(
    "question",
    [
        "Er gårdhaverne lukkede for beboere?",  # another word
        "Handler gæsteværelserne om overnatning?",  # "not only" neither says nor denies it
        "Er parkeringskælderen oplyst om natten?",  # "not always" is no "not"
        "Er Ida Bech kasserer for Haveklubben?",  # another post's club
        "Er Byggeudvalget et midlertidigt udvalg?",  # it was
        "Skal varmemesterkontoret flyttes?",  # only proposed
        "Blev Bo Krag valgt med 95 stemmer?",  # another of the numbers
        "Er gårdhaverne for små?",  # an opinion
        "Er vandforbruget steget i 2022?",  # another year
    ],
)
def test_a_sentence_that_does_not_decide(report: Assistant, question: str) -> None:
    assert not report.ask(question).answer.startswith(("Ja", "Nej", "Jo"))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Blev der igangsat familieboliger i Kalundborg 2022-2024?", "Nej. Der blev igangsat byggeri af **0**"),  # none
        ("Blev der igangsat ældreboliger i Herning i 2021-2023?", "Ja. Der blev igangsat byggeri af **46**"),  # some
    ],
)
def test_a_count_decides_whether_there_are_any(assistant: Assistant, question: str, opening: str) -> None:
    assert assistant.ask(question).answer.startswith(opening)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Er der krav til altaner?", ["krav", "altaner"]),  # there is
        ("Er det rigtigt, at altanerne er nye?", ["altanerne", "er", "nye"]),  # a sentence to be confirmed
        ("Er det by eller land?", None),  # one of two
        ("Hvem ejer altanerne?", None),  # another question
        ("Mærkesager i Vejle?", None),  # no verb
    ],
)
def test_what_a_sentence_must_say(question: str, words: list[str] | None) -> None:
    asked = polar_of(question)
    assert (asked and [token.text for token in asked.words]) == words


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Kan kommunen bestemme huslejen?", "not_found"),  # what the rent covers is not what a council may
        ("Har beboerne flertal i organerne?", "answered"),  # who does it is named
    ],
)
def test_who_may_is_told_by_a_sentence_that_names_them(assistant: Assistant, question: str, status: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == status, answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange boliger må gå op til 20 procent over maksimumbeløbet?", "**1.400"),  # not the 20 it names
        ("Hvor mange familieboliger har Herning til sammenligning med Kalundborg?", "3.372"),  # a comparison
    ],
)
def test_a_number_in_the_question_is_not_the_one_asked_for(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert said in answer.answer, answer.answer
