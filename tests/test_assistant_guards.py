"""Near misses that once came out as facts: a value next door, a namesake office, the whole for the part."""

import pytest

from assistant.assistant import Assistant

REFUSED = [
    ("Hvor mange af målene for 2024-2026 nåede BL i mål med?", "Tre"),  # the sentence says that they were not reached
    ("Hvorfor er hjemløsheden steget med ti procent?", "profit"),  # "boliger … uden" is no homelessness
    ("Er Kalundborg et bedre sted at bo end Herning?", "profit"),  # which is better is an opinion
    ("Hvem er boligminister?", "Solveig"),  # who stood beside the minister is not the minister
    ("Hvor mange medlemmer har BL?", "210"),  # board members at a conference are no members of BL
    ("Hvornår blev Landsbyggefonden oprettet?", "2024"),  # a date of the sentence next door
    ("Hvornår blev Bent Madsen direktør?", "marts"),  # he speaks at a webinar that has dates
    ("Hvor mange ungdomsboliger er der i Danmark?", "1.000"),  # young people are no dwellings
    ("Hvad er 2+2?", "Werge"),  # a number alone is about nothing
    ("Hvor mange procent flytter hvert år fra ungdomsboligerne i Herning?", "ungdomsboliger var"),  # another rate
    ("Hvor mange unge bor alment i Herning?", "1.000"),  # young people helped into jobs live anywhere
    ("Hvor mange læser Bo Godt?", "million"),  # who lives ("bor") reads no magazine
    ("Hvornår er næste formandsvalg?", "**"),  # the last one is not the next one
    ("Hvem styrede Folkemødet 2023?", "Kjærsgaard"),  # he did it the year before
    ("Hvem er direktør for Landsbyggefonden?", "**"),  # a director of another house
    ("Hvornår sluttede krigen i Ukraine?", "2021"),  # a year of someone's flight
    ("Hvor mange mennesker bor der i Herning?", "12.200"),  # those in the sector's homes are not all
    ("Hvad er Hernings klimamål?", "(2026-2028)"),  # the whole sector's goals are not a municipality's
    ("Hvad er huslejen i Herning?", "464"),  # what is paid in rent in all is no rent
    ("Hvad har det kostet at sætte Remiseparken i stand?", "kr."),  # a cost is an amount
    ("Hvor mange penge kom der ind i husleje i Hernings almene afdelinger i 2024?", "2024 ["),  # the sentence says 2023
    ("Hvor mange boliger har BL selv bygget i Danmark?", "**"),  # all there are were built by others
    ("Hvad er formålet med Videnssystemet?", "Systemer"),  # a part of its name is another thing
    ("Hvad er BL's adresse?", "Programmet"),  # a year before a word is no postal code
]


@pytest.mark.parametrize(("question", "never"), REFUSED)
def test_a_near_miss_is_refused(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    assert never not in answer.answer
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Hvor mange penge får den økonomiske rådgivning?", "**10 mio. kr.**"),  # not the sum in the clause before
        ("Hvem var formand indtil 2022?", "**Palle Adamsen**"),  # who was chosen then was not it before
        ("Hvor meget er hjemløsheden faldet?", "**10 pct.**"),  # not the three years it took
        ("Hvor meget må et byggeprojekt overskride maksimumbeløbet?", "**Op til 20 pct.**"),  # not the homes counted
    ],
)
def test_the_number_is_of_what_is_asked(assistant: Assistant, question: str, lead: str) -> None:
    assert assistant.ask(question).answer.startswith(lead)


def test_a_date_is_of_the_thing_asked_for(assistant: Assistant) -> None:
    answer = assistant.ask("Hvornår kom aftalen om inflationshjælp i hus?").answer
    assert "februar 2023" in answer
    assert "juni 2022" not in answer  # that is when another agreement was passed


def test_votes_for_someone_are_the_part_and_not_the_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange stemmer fik Allan Werge?")
    assert answer.answer.startswith("**118**")


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("Hvilke mærkesager peger boligorganisationerne på i Kalundborg?", 8),  # the document's own word for its points
        ("Hvilke forudsætninger skal være på plads i Almene Mål 2026-2028?", 3),  # points under one lead-in
        ("Hvilke mærkesager handler om parkering i Kalundborg?", 0),  # narrower than the whole list
        ("Hvilke mærkesager er der i Odense?", 0),  # another place
    ],
)
def test_a_list_asked_for_by_its_name_is_whole_or_refused(assistant: Assistant, question: str, points: int) -> None:
    answer = assistant.ask(question)
    assert answer.answer.count("\n- ") + answer.answer.startswith("- ") == points, answer.answer
