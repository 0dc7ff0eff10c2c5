"""Names that are asked for: those of others than the one named, of the one whose clause tells of what is asked."""

from collections.abc import Callable

import pytest

from assistant import answers
from assistant.assistant import Assistant
from assistant.clauses import own_half, own_words
from index.library import Library

STORY = """<html><body><h1>Årsskrift 2024 for Strandby Boligforening</h1>
<h2>Ny formand</h2>
<p>I maj 2024 var der formandsvalg i Strandby Boligforening. Der var tre kandidater, og Karen Holm blev valgt med 40
stemmer. Hun overtog posten fra Peter Lund, som havde været formand siden 2010.</p>
<h2>Havnefesten</h2>
<p>Koncerten med vært Anna Dahl trak mange gæster, og fællesspisningen med vært Jens Krogh gav naboerne en lang aften.
Blandt talerne var Ole Bruun, leder af Havnehuset, Mette Skov, direktør i Byfonden.</p>
<p>Rita fra Strandby passer hver uge to piger, som går i skole.</p>
<h2>Valget i beboerrådet</h2>
<p>I beboerrådet slog Lise Friis modkandidaten Bent Ravn med to stemmer.</p>
</body></html>"""


@pytest.fixture(scope="module")
def story(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsskrift-2024-strandby.html": STORY}))


@pytest.mark.parametrize(
    "question",
    [
        "Hvem stillede op mod Karen Holm ved formandsvalget?",  # the one before is not the one against
        "Hvem slog Karen Holm ved formandsvalget?",
        "Hvad hed de to andre kandidater ved formandsvalget?",  # the one elected is not the others
        "Hvem var kandidater ved formandsvalget?",  # one of three
        "Hvad hedder de to piger, som Rita passer?",  # their number is not their names
        "Who did Karen Holm run against?",
    ],
)
def test_names_that_stand_nowhere(story: Assistant, question: str) -> None:
    answer = story.ask(question)
    assert answer.status == "not_found", answer.answer


def test_a_rival_who_is_named(story: Assistant) -> None:
    answer = story.ask("Hvem stillede op mod Lise Friis i beboerrådet?")
    assert "Bent Ravn" in answer.answer


@pytest.mark.parametrize(
    ("question", "name", "other"),
    [
        ("Hvem var vært for koncerten ved havnefesten?", "Anna Dahl", "Jens Krogh"),  # the first main clause
        ("Hvem var vært for fællesspisningen ved havnefesten?", "Jens Krogh", "Anna Dahl"),  # the second
    ],
)
def test_of_two_hosts_the_one_asked_for_is_quoted_alone(story: Assistant, question: str, name: str, other: str) -> None:
    answer = story.ask(question)
    assert answer.answer.startswith(f"**{name}**"), answer.answer
    assert other not in answer.answer


def test_what_stands_behind_a_name_tells_of_it() -> None:
    text = "Blandt talerne var Ole Bruun, leder af Havnehuset, Mette Skov, direktør i Byfonden."
    spans = [person.span for person in answers.persons(text)]
    first, second = (text[slice(*own_words(text, span, spans))] for span in spans)
    assert "Havnehuset" in first
    assert "Byfonden" in second
    assert "Havnehuset" not in second


def test_a_clause_within_the_first_ends_no_main_clause() -> None:
    text = "Bo Hansen, som er formand, og Ib Nielsen talte om det hele i går."
    first, second = (person.span for person in answers.persons(text))
    assert own_half(text, first, [second]) == (0, len(text))


def test_since_when_the_one_before_held_the_post_is_no_election(story: Assistant) -> None:
    answer = story.ask("Hvornår blev formanden valgt?")
    assert "**Siden 2010**" not in answer.answer
    assert "2024" in answer.answer


@pytest.mark.parametrize(
    ("text", "which", "inside", "outside"),
    [
        ("Ann Berg fra Huset og Bo Dal fra Byen gav oplæg om haver.", 1, "Byen", "oplæg"),  # done by both
        (
            "Blandt gæsterne var Ann Berg, leder af Huset, Bo Dal, direktør i Byen m.fl.",
            0,
            "Huset",
            "gæsterne",
        ),  # the same
        ("Adm. direktør Ann Berg og viceadm. direktør Bo Dal fortæller om haver.", 1, "viceadm.", "Adm."),  # in front
        ("Talks med vært Ann Berg trak mange, og aftenen med vært Bo Dal gav ro.", 1, "aftenen", "Talks"),  # no row
    ],
)
def test_people_in_a_row_share_what_they_do(text: str, which: int, inside: str, outside: str) -> None:
    spans = [person.span for person in answers.persons(text)]
    own = text[slice(*own_words(text, spans[which], spans))]
    assert inside in own
    assert outside not in own


def test_no_one_of_a_row_is_the_answer(story: Assistant) -> None:
    assert "**" not in story.ask("Hvem var blandt talerne ved havnefesten?").answer


def test_who_gives_an_event_are_those_who_speak_there(assistant: Assistant) -> None:
    answer = assistant.ask("Hvem holder webinaret, som byrådet i Kalundborg er inviteret til?")
    assert "Bent Madsen" in answer.answer
