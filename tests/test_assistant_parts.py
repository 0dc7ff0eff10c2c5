"""Questions of more than one thing: two in a message, rows of figures, several programmes, points of a programme."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant
from assistant.understand.parts import parts_of
from assistant.understand.understand import understand
from index.evidence import Filters
from index.library import Library

SPLIT = [
    ("Hvor mange boliger er der i Herning, og hvor mange i Kalundborg?", 2),  # two questions with a word each
    ("Hvem er formand for BL? Og hvornår blev han valgt?", 2),  # two sentences
    ("Hvor og hvornår blev konferencen holdt?", 1),  # one question about one thing
    ("Hvor mange ungdomsboliger og familieboliger er der?", 1),  # one question about two things
    ("Tag mig gennem programmerne: hvilke år og hvilke mål?", 1),  # what comes after is no question by itself
    ("Hvad er en almen bolig?", 1),
]


@pytest.mark.parametrize(("question", "parts"), SPLIT)
def test_a_message_is_split_where_a_second_question_begins(question: str, parts: int) -> None:
    assert len(parts_of(question)) == parts


def test_both_parts_are_answered_with_markers_of_their_own(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange ungdomsboliger er der i Herning, og hvor mange i Kalundborg?")
    assert answer.status == "answered"
    assert "1.086" in answer.answer
    assert "**30**" in answer.answer
    assert {"[1]", "[2]"} <= {f"[{c.marker}]" for c in answer.citations}
    cited = {c.marker: c.document for c in answer.citations}
    assert cited[1] != cited[2]


def test_what_is_found_for_the_whole_message_serves_its_parts(
    starter_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Embedding a question takes longer than all else that an answer needs."""
    embedded: list[str] = []
    embed = starter_library.embed_query

    def noted(text: str) -> list[float]:
        embedded.append(text)
        return embed(text)

    monkeypatch.setattr(starter_library, "embed_query", noted)
    question = "Hvor mange ungdomsboliger er der i Herning, og hvor mange i Kalundborg?"
    assert "**30**" in Assistant(starter_library).ask(question).answer
    assert embedded == [question]


def test_a_part_that_is_not_said_leaves_the_answer_partial(assistant: Assistant) -> None:
    answer = assistant.ask("Hvem er formand for BL, og hvad er hans telefonnummer?")
    assert answer.status == "partial"
    assert "Allan Werge" in answer.answer
    assert "Resten af spørgsmålet" in answer.answer or "står ikke i dokumenterne" in answer.answer


def test_a_leaning_part_is_answered_where_the_part_before_was(assistant: Assistant) -> None:
    answer = assistant.ask("Hvad tilbyder BL bestyrelserne fra foråret 2023, og hvad koster det?")
    assert "mia" not in answer.answer  # the only sum that "koster" meets is about something else


GROUPS = [
    ("Hvilken aldersgruppe er størst blandt de almene beboere?", "Størst er gruppen voksne, 30-64 år"),
    ("Hvilken aldersgruppe er mindst blandt de almene beboere?", "Mindst er gruppen unge, 18-29 år"),  # the other end
    ("Hvilken alder har de 170.000 personer?", "Unge, 18-29 år: **170.000"),  # from the number to its group
    ("Hvilken boligstørrelse har den laveste medianhusleje?", "Lavest er tallet for under 50 m²"),
]


@pytest.mark.parametrize(("question", "said"), GROUPS)
def test_a_row_of_figures_is_read_by_its_groups(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert answer.answer.startswith(said), answer.answer


def test_a_whole_row_is_given_with_every_group(assistant: Assistant) -> None:
    answer = assistant.ask("Kan jeg få hele oversigten over medianhuslejen efter boligens størrelse?")
    assert answer.answer.count("\n- ") == 5
    assert len(answer.figures) == 5


def test_share_and_count_of_one_group_stand_together(assistant: Assistant) -> None:
    answer = assistant.ask("Hvor mange unge mellem 18 og 29 bor alment, både andel og antal?")
    assert "17 pct." in answer.answer
    assert "170.000" in answer.answer


def test_a_row_of_another_place_is_refused(assistant: Assistant) -> None:
    answer = assistant.ask("Hvilken aldersgruppe er størst i Herning?")
    assert answer.status == "not_found"


EACH = [
    ("Hvornår blev hvert af de to seneste målprogrammer vedtaget?", ["5. december 2023", "december 2025"]),
    ("Tag mig gennem BL's tre målprogrammer: hvilke år og hvilke mål?", ["2022-2024", "2024-2026", "2026-2028"]),
]


@pytest.mark.parametrize(("question", "rows"), EACH)
def test_a_question_to_several_programmes_has_a_row_for_each(
    starter_library: Library, assistant: Assistant, question: str, rows: list[str]
) -> None:
    answer = assistant.ask(question)
    lines = answer.answer.split("\n")
    assert len(lines) == len(rows), answer.answer
    for line, said in zip(lines, rows, strict=True):
        assert said in line


PROMISED = [
    ("Hvad vil BL gøre ved beredskabet ude i kommunerne?", "beredskab"),  # one point stands out
    ("Hvad vil BL gøre mod kriminalitet i boligområderne?", None),  # no point is about it
    ("Hvad vil BL gøre ved parkeringspladserne?", None),
]


@pytest.mark.parametrize(("question", "said"), PROMISED)
def test_a_point_answers_only_where_it_stands_out(assistant: Assistant, question: str, said: str | None) -> None:
    answer = assistant.ask(question)
    assert (answer.status == "not_found") == (said is None), answer.answer
    assert said is None or said in answer.answer


IN_ENGLISH = [
    # one place, two measures of two documents' sections; the second part leaves the place to "there"
    ("How many people live in social housing in Herning, and what was the rental turnover there in 2023?", "464 mill"),
    # the second part leaves out the verb, which is the first one's
    (
        "How many family homes were started in Herning from 2021 to 2023, and how many homes for the elderly?",
        "Construction of **46** social homes for the elderly was started",
    ),
    ("How many family homes are there in Herning and how many in Kalundborg?", "**3,372**"),
    ("Where was Topledertræf held, and who was the moderator?", "**Cecilie Beck**"),
]


@pytest.mark.parametrize(("question", "second"), IN_ENGLISH)
def test_two_questions_in_english_are_both_answered(assistant: Assistant, question: str, second: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered"
    assert second in answer.answer, answer.answer


def test_the_part_that_is_missing_is_told_in_english(assistant: Assistant) -> None:
    answer = assistant.ask("Who is Bent Madsen, and what is his salary?")
    assert answer.status == "partial"
    assert "The rest of the question I cannot answer" in answer.answer


def test_an_english_word_is_no_misspelt_danish_one(assistant: Assistant) -> None:
    """ "Preside" is two letters from "presse", "sector" one from "sektor"."""
    context = assistant._current(Filters())
    query = understand("Which sector does he preside over?", Conversation(), (), context.lexicon)
    assert "sektor" in query.text
    assert "preside" in query.text
