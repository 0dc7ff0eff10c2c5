"""Facts that stand plainly in a text and are asked for in everyday words, and what stands right beside them."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.compose.limits import of_other_rank
from assistant.understand.core_words import with_core_words
from assistant.understand.slots import townspeople
from index.library import Library

STORY = """<html><body><h1>Årsskrift 2024 for Strandby Boligforening</h1>
<h2>Tagpuljen</h2>
<p>Foreningen har fået byrådet til at ændre reglerne for tilskud til tage. Konkret betyder det, at afdelingerne kan
søge samlet. For lejerne betyder det en besparelse på cirka 7 mio. kroner.</p>
<h2>Grøn fond</h2>
<p>I juni blev Fonden for Grønne Gårde oprettet, som over seks år får 12 mio. kroner. I første
omgang deles fire mio. kroner ud, og de resterende otte mio. kommer senere.</p>
<h2>Valget</h2>
<p>Fem kandidater ville have formandsposten, og Mette Skov vandt den med 61 ud af 90 stemmer.</p>
<h2>Lederdagen</h2>
<p>Lederdagens konference blev holdt på Hotel Vesterhav, hvor 40 ledere mødtes.
Omdrejningspunktet var samarbejde og nye boformer.
Jens Krogh var moderator.</p>
<h2>Haver</h2>
<p>Ole Bruun på 81 år har anlagt en køkkenhave ved plejehjemmet Lyngbo. Mange mennesker savner grønt
i byen, og en ud af fem føler sig fremmed i sin egen gade.</p>
<h2>Webinar om energi</h2>
<p>Direktør Anna Friis fra foreningen fortæller om varmepumper. Der kan stilles spørgsmål under webinaret.</p>
<p>Udgivet af Strandby Boligforening, marts 2025.</p>
</body></html>"""


@pytest.fixture(scope="module")
def story(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsskrift-2024-strandby.html": STORY}))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor meget sparer lejerne på, at reglerne for tilskud til tage blev ændret?", "7 mio. kroner"),  # two on
        ("Hvor mange penge fra Fonden for Grønne Gårde kommer i første runde?", "fire mio. kroner"),  # no 12 mio.
        ("Hvad handlede konferencen på Lederdagen om?", "samarbejde og nye boformer"),
        ("Jeg har meldt mig til webinaret om energi. Hvem holder oplæg?", "Anna Friis"),  # not the moderator
        ("Hvor mange mennesker føler sig fremmede i deres egen gade?", "En ud af fem"),  # a part of them, told in words
        ("hvr mange stemer fik Mette Skov", "61"),
    ],
)
def test_a_fact_asked_for_in_everyday_words(story: Assistant, question: str, said: str) -> None:
    answer = story.ask(question)
    assert answer.status == "answered", answer.answer
    assert said.lower() in answer.answer.lower()


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange penge brugte foreningen på at ændre reglerne for tilskud til tage?",  # what was saved is not spent
        "Hvor mange stemmer fik de fire andre kandidater, da Mette Skov blev valgt?",  # the winner's are not theirs
        "Hvor mange kandidater var der til næstformandsposten?",  # another post
        "Hvor længe har Ole Bruun boet på Lyngbo?",  # his age is no length of time
        "Hvor mange af de 40 ledere var kvinder?",  # the number that the question names
        "Hvor mange mennesker føler sig trygge?",  # one in five feels something else
        "Hvor længe varede det, og hvor blev det holdt?",  # nothing says what
    ],
)
def test_what_stands_beside_is_no_answer(story: Assistant, question: str) -> None:
    answer = story.ask(question)
    assert answer.status == "not_found", answer.answer


def test_the_parts_of_a_follow_up_are_answered_where_the_conversation_is(story: Assistant) -> None:
    before = story.ask("Hvor mange ledere mødtes til Lederdagens konference?")
    answer = story.ask("Hvem var moderator, og hvor blev den holdt?", Conversation().after(before))
    assert "Jens Krogh" in answer.answer
    assert "Hotel Vesterhav" in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange herningensere har et alment lejemål som hjem?", "12.200"),  # people named after their town
        ("Hvor mange kalundborgensere har til huse hos en almen boligorganisation?", "6.000"),
        ("Hvilken kommune flyttede flest ud af familieboligerne i, Herning eller Kalundborg?", "14 pct."),
        ("Min mor ser på en almen bolig på 55 m2. Hvad ligger huslejen typisk på?", "4.300"),  # the size stands before
    ],
)
def test_a_key_figure_in_everyday_words(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange danske kommuner har over 12.200 indbyggere i almene boliger?",  # people are no municipalities
        "Hvor mange kalundborgensere ejer deres bolig?",  # tenants own none
        "Hvor mange flytter fra Herning til Kalundborg hvert år?",  # no moving-out rate
        "Hvor mange herningensere står på venteliste til en almen bolig?",
    ],
)
def test_a_key_figure_of_something_else_is_no_answer(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Hvor mange herningensere bor alment?", "Hvor mange borgere i Herning bor alment?"),
        ("Bor aarhusianerne dyrt?", "Bor borgerne i Aarhus dyrt?"),
        ("Hvor mange beboere og lejere er der i Faxe?", "Hvor mange beboere og lejere er der i Faxe?"),  # no towns
    ],
)
def test_people_named_after_their_town(asked: str, read: str) -> None:
    assert townspeople(asked) == read


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("hvr mange almenne bolliger", "hvor mange almene boliger"),  # a letter lost, letters doubled
        ("hvornaar er alemne mål udgivet", "hvornaar er almene mål udgivet"),  # letters changed round
        ("hver hvid hvile i www.almennet.dk", "hver hvid hvile i www.almennet.dk"),  # words of their own, an address
        ("de almenes boliger", "de almenes boliger"),
    ],
)
def test_the_commonest_words_are_put_right(asked: str, read: str) -> None:
    assert with_core_words(asked) == read


@pytest.mark.parametrize(
    ("question", "said", "missed"),
    [
        ("Hvor mange penge kommer i første runde?", "Fonden får 12 mio. kroner.", True),
        ("Hvor mange penge kommer i første runde?", "I første omgang kommer fire mio. kroner.", False),
        ("Hvor meget kommer senere?", "De resterende otte mio. kroner kommer i 2026.", False),
        ("Hvor mange stemmer fik de andre?", "Hun vandt med 61 stemmer.", True),
        ("Hvad gør de andre kommuner?", "Kommunen bygger.", False),  # nothing is counted
    ],
)
def test_a_part_is_told_by_what_names_it(question: str, said: str, missed: bool) -> None:
    assert of_other_rank(question, said) is missed


def test_an_imprint_tells_when_a_document_came_out(library_of: Callable[..., Library]) -> None:
    made = library_of(
        {
            "almene-maal-2030-2032.txt": "ALMENE MÅL 2030-2032\n\nVi vil bygge flere boliger til unge. "
            "Vi vil åbne haverne for alle i byen.\n\nUdgivet af BL – Danmarks Almene Boliger, januar 2030.\n"
        }
    )
    answer = Assistant(made).ask("Hvornår blev Almene Mål 2030-2032 offentliggjort?")
    assert answer.status == "answered", answer.answer
    assert "januar 2030" in answer.answer.lower()
