"""Goals, promises and definitions: the point meant, each programme for itself, what a document says of itself."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.themes import find_theme, part_named

ANSWERED = [
    ("Hvad vil BL gøre for planter og smådyr mellem boligblokkene i 2026-2028?", ["biodiversiteten"]),  # everyday words
    ("Får lejerne noget at sige i den grønne omstilling efter de nyeste mål?", ["involvere beboerne"]),  # a yes/no one
    (
        "Hvad lovede BL at arbejde for, da regeringen ville lave en samlet lov om natur?",
        ["levesteder"],
    ),  # of the report
    ("Har BL tænkt sig at lave Stem Med-kampagnen igen?", ["gentage"]),  # what is intended
    ("Hvordan skriver BL om naturen i 2024-2026 og derefter i 2026-2028?", ["2024-2026", "udearealer"]),  # two sides
    (
        "Hvad hed klimamålet i henholdsvis 2022-2024 og 2024-2026?",
        ["grønnere almen sektor", "Ambitiøse grønne"],
    ),  # names
    ("Hvad hed de to mål i BL's allerførste program?", ["Byer i balance", "2022-2024"]),  # told by another document
    ("Hvad var det første, andet og tredje målprograms bymål?", ["Byer i balance", "Robuste by", "samfundskontrakt"]),
    ("Hvad er det andet pejlemærke i 2026-2028?", ["Det grønne potentiale"]),  # by its place
    ("Hvad kan man bruge Almene mål 2026-2028 til?", ["lokale strategier", "debat"]),  # a list by its modal verb
    ("Hvilke tre aktiviteter indgår i Almene Boligdage 2023?", ["folkefestivaler", "undersøgelse", "konference"]),
    ("Hvad kalder BL Almene mål 2026-2028, og hvad er de tænkt som?", ["fælles pejlemærker"]),  # of itself
    ("Hvem har lavet Almene mål 2024-2026?", ["kredse", "bestyrelse"]),  # its making, told without its title
    ("Hvad indeholder velkomstpakken til byrådet i Kalundborg?", ["Mærkesager", "Webinar"]),  # its headings
    ("Hvad mener BL med boligbyrde?", ["disponible indkomst"]),  # what a term means is not its figure
    ("Hvad laver Landsbyggefonden?", ["boligsociale indsatser"]),  # the section that is about it
    ("I 2022-2024 var ét af målene grønt. Hvad hed det andet?", ["Byer i balance"]),  # the rest of a set
    ("Hvad skal der være styr på, før målene for 2026-2028 lykkes?", ["ledelsesstruktur", "digital", "partnerskaber"]),
    ("Hvad går samfundskontrakten i de nyeste mål ud på?", ["aktiv medspiller", "handlerum"]),  # how its section begins
    ("Hvem samarbejder Housing Europe med om Ukraine?", ["EU-Kommissionen"]),  # with whom, about the matter
    ("Hvad er NBO for noget?", ["den nordiske organisation"]),  # called by what it is
    ("Hvad foreslår boligorganisationerne i Kalundborg ved tomme boliger?", ["lokale initiativer"]),  # their own points
    ("Compare the democracy goals of 2024-2026 and 2026-2028.", ["demokratiske", "Demokrati og levende"]),  # English
]
REFUSED = [
    "Hvad vil BL gøre ved rotter i boligområderne i 2026-2028?",  # a word that is right, and nowhere there
    "Skal beboerne betale for ladestandere ifølge målene for 2026-2028?",  # there, but not in that document
    "Hvad siger Almene mål 2024-2026 om Fonden for Blandede Byer?",  # a name of another document
    "Har BL tænkt sig at genvælge Allan Werge?",  # what was does not tell what is intended
    "Hvad er BL's mål for antallet af nye ungdomsboliger i 2026-2028?",  # a list is no number
    "Hvad er en ejerforening?",  # only the words it is made of stand there
    "Hvad er det fjerde mål i programmet for 2024-2026?",  # there are three
    "Hvad betyder CBS?",  # nowhere spelt out
    "Hvad er kommunens fem løfter til boligorganisationerne i Kalundborg?",  # none but who does something is named
    "Hvad foreslår boligorganisationerne i Kalundborg ved støj?",  # none of their points
    "Hvad hed målene i 2018-2020?",  # no such programme
]


@pytest.mark.parametrize(("question", "holds"), ANSWERED)
def test_the_point_meant_is_told(assistant: Assistant, question: str, holds: list[str]) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert all(part.lower() in answer.answer.lower() for part in holds), answer.answer


@pytest.mark.parametrize("question", REFUSED)
def test_what_no_point_says_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer


def test_one_point_answers_without_the_others_of_its_list(assistant: Assistant) -> None:
    answer = assistant.ask("Hvordan vil BL gøre det lettere for beboere at få adgang til velfærd i 2024-2026?")
    assert "lige adgang til velfærd" in answer.answer
    assert "boligønsker" not in answer.answer, answer.answer


def test_the_rest_of_a_set_is_without_the_one_that_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Det grønne mål er ét af de tre i 2026-2028. Hvad hedder de to andre?")
    assert "samfundskontrakt" in answer.answer
    assert "Demokrati" in answer.answer
    assert "grønne potentiale" not in answer.answer, answer.answer


def test_a_later_part_is_of_the_document_the_message_names(assistant: Assistant) -> None:
    answer = assistant.ask("Hvornår blev Almene mål 2024-2026 skrevet, og hvem sad med ved bordet?")
    assert {citation.document for citation in answer.citations} == {"resume-almene-maal-2024-2026"}


def test_what_holds_today_are_the_newest_goals(assistant: Assistant) -> None:
    first = assistant.ask("Hvad var målene i 2024-2026?")
    answer = assistant.ask("Gælder det stadig?", Conversation().after(first))
    assert "samfundskontrakt" in answer.answer


@pytest.mark.parametrize(
    ("word", "theme"),
    [
        ("demokratidelen", "democracy"),  # the theme's part of a programme
        ("klimamålet", "green"),
        ("boligmål", "towns"),
        ("bydelen", None),  # a part of a town
        ("boligområde", None),  # a place
    ],
)
def test_a_compound_names_a_themes_part(word: str, theme: str | None) -> None:
    assert part_named(word) == theme
    assert theme is None or find_theme(f"Hvad er {word}?") == theme


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Hvor stor en del af beboerne er frivillige – siger årsberetningen og målene for 2024-2026 det samme?",
            ("Nej.", "37 pct", "36"),
        ),  # one of the two is named without its years
        (
            "Hvor mange frivillige beboere er der ifølge årsberetningen og ifølge Almene mål 2024-2026?",
            ("37 pct", "36"),
        ),  # both beside each other
    ],
)
def test_each_of_two_documents_tells_its_own_number(assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    answer = assistant.ask(question)
    assert all(one in answer.answer for one in said), answer.answer
    assert len({citation.document for citation in answer.citations}) == 2
