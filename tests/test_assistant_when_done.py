"""Two deeds of the same thing have two dates: the one of the deed asked about is told, and no other."""

from collections.abc import Callable

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.deeds import of_other_deed
from index.library import Library

PANEL = """# Varmepanelet

Foreningen nedsatte i 2019 et Varmepanel, der skal finde billigere måder at varme op på.

Beboerne har løbende sendt ideer. I april 2021 fremlagde panelet sine anbefalinger, og heri er fjernvarme fremhævet.

# Haven

Byrådet vedtog i marts 2018 den havepakke, der blev aftalt året før. Med vedtagelsen oprettedes Puljen for Haver, \
som bliver tilført 3 mio. kr. i perioden 2018-2024.
"""


@pytest.fixture(scope="module")
def panel(library_of: Callable[[dict[str, str]], Library]) -> Assistant:
    return Assistant(library_of({"panelet.md": PANEL}))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvornår blev Varmepanelet nedsat?", "2019"),
        ("Hvornår kom Varmepanelet med sine forslag?", "april 2021"),  # named by the end of its name
        ("Hvornår blev Varmepanelet nedlagt?", None),  # the year it was set up is another deed's
        ("Hvornår blev Puljen for Haver til?", "marts 2018"),  # by what the sentence before tells
        ("Hvornår lukker Puljen for Haver?", None),
    ],
)
def test_the_date_of_the_deed_asked_about(panel: Assistant, question: str, said: str | None) -> None:
    answer = panel.ask(question, Conversation())
    assert answer.status == ("answered" if said else "not_found")
    assert not said or said in answer.answer.split("»")[0]


def test_each_of_two_deeds_has_its_date(assistant: Assistant) -> None:
    answer = assistant.ask("Hvornår kom Palle Adamsen til som formand, og hvornår gik han af?", Conversation()).answer
    assert "2008" in answer
    assert "2022" in answer


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Hvornår gik han af?", "Hun overtog posten fra Bo Dal, som har siddet siden 2008.", True),
        ("Hvornår kom han til?", "Hun overtog posten fra Bo Dal, som har siddet siden 2008.", False),
        ("Hvornår blev der stemt?", "Forslaget sendes til afstemning den 3. marts.", False),
        ("Hvornår åbnede den?", "I 2020 fik den nyt tag.", True),  # tells of no deed that is known
    ],
)
def test_of_other_deed(question: str, text: str, other: bool) -> None:
    assert of_other_deed(question, text) is other
