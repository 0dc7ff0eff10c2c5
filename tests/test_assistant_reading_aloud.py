"""What a reader hears: no sentence beside the matter, whose word it is, of which place, and what is truly missing."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

REPORT = """<html><body><h1>Årsberetning 2024 for BL</h1>
<h2>Skolehaver</h2>
<p>Regeringen vil fremlægge en samlet lov om skolehaver. BL vil arbejde for, at skolehaverne får egne redskabsskure.</p>
<h2>Drivhuse</h2>
<p>Drivhusene blev bygget af glarmestre fra egnen. Kaffemaskinen er repareret. De bruges af naboerne hver lørdag.</p>
<h2>Poster</h2>
<p>Direktør Ida Bech er formand for organisationen Danske Haver og præsident for organisationen Danske Parker.</p>
<h2>Bryggers</h2>
<p>BL kom i 2019 med et forslag om minibryggers til en leje på 900 kr. om måneden.</p>
</body></html>"""
SHEET = """<html><body><h1>Kommuneark for Lemvig Kommune 2024</h1>
<h2>Almene boliger i Lemvig Kommune</h2>
<p>Lemvig Kommune har 800 almene familieboliger i 2024.</p>
</body></html>"""


@pytest.fixture(scope="module")
def asked(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-2024-bl.html": REPORT, "kommuneark-lemvig-2024.html": SHEET}))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hvad vil BL arbejde for i loven om skolehaver?", "redskabsskure", "Regeringen vil"),  # BL's own word
        ("Hvad vil regeringen gøre ved skolehaver?", "Regeringen vil", "BL vil"),  # the government's
        ("Hvem byggede drivhusene?", "glarmestre", "Kaffemaskinen"),  # the next sentence is beside it
        ("Hvad koster et minibryggers?", "forslag fra 2019", "**900 kr.**"),  # proposed, not so
    ],
)
def test_only_what_is_asked(asked: Assistant, question: str, said: str, unsaid: str) -> None:
    answer = asked.ask(question)
    assert said in answer.answer, answer.answer
    assert unsaid not in answer.answer


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Familieboliger i Viborg, hvor mange?", "Det står ikke i dokumenterne: ingen af dem handler om Viborg."),
        ("Lemvig i 1987: hvad skete der?", "Det står ikke i dokumenterne: ingen af dem er fra eller om 1987."),
        ("Skolehaver, hvorfor dog det?", "En forklaring på det står ikke i dokumenterne."),  # they tell of them
    ],
)
def test_what_is_missing_is_true(asked: Assistant, question: str, opening: str) -> None:
    answer = asked.ask(question)
    assert answer.status == "not_found"
    assert answer.answer.startswith(opening), answer.answer


def test_the_whole_country_is_told_as_that(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor meget lavere er huslejen i almene boliger i Herning end i private?")
    assert "hele landet" in answer.answer or "25" not in answer.answer, answer.answer


def test_a_post_of_one_house_is_none_of_another_with_a_word_in_common(asked: Assistant) -> None:
    answer = asked.ask("Er Ida Bech formand for Danske Parker?")
    assert not answer.answer.startswith("Ja"), answer.answer
    assert asked.ask("Er Ida Bech formand for Danske Haver?").answer.startswith("Ja")
