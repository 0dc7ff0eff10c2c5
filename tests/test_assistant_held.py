"""Counts in words, dates in other words, ways of reaching someone: the thing asked for is held, or nothing answers."""

import pytest

from assistant import answers
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange stillede op, da BL valgte formand?", "tre"),  # a verb where the counted noun would be
        ("Hvor mange år i træk er listen over udsatte boligområder blevet kortere?", "fjerde år i træk"),  # an ordinal
        ("Hvor mange år går der, før gruppen af seniorer er vokset markant?", "ti år"),  # years in words
        ("I hvilken måned blev boligaftalen vedtaget?", "juni 2022"),  # asks for a month as for a date
        ("Hvornår er det planen, at granskningen er færdig?", "2024"),  # the plan is no part of the event
    ],
)
def test_a_count_or_date_in_other_words(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer.lower()


@pytest.mark.parametrize(
    "question",
    [
        "Har du nummeret på Solveig Råberg Tingey?",  # what she speaks about is no telephone number
        "Hvad er Allan Werges mail?",  # nor his post
        "Hvordan får jeg fat i Landsbyggefonden?",  # nor what the fund is for
        "Hvordan ringer jeg til Bent Madsen?",
        "Hvor bor Allan Werge?",  # where he works is not where he lives
    ],
)
def test_a_way_of_reaching_someone_is_not_their_story(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("For fjerde år i træk er der færre.", "fjerde år i træk"),
        ("Det gik godt tre gange i træk.", "tre gange i træk"),
        ("Et langt sejt træk lokalt.", None),  # a pull, not a row
    ],
)
def test_times_running(text: str, found: str | None) -> None:
    value = answers.in_a_row(text)
    assert (value.text if value else None) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Formand Karen Holm Dyhr på vandretur", ["Karen Holm Dyhr"]),  # the post is no first name
        ("Allan Werge Formand for bestyrelsen", ["Allan Werge"]),
        ("Formand Hansen talte", []),  # a post and one name
    ],
)
def test_a_post_is_no_part_of_a_name(text: str, names: list[str]) -> None:
    assert [person.text for person in answers.persons(text)] == names


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Portalen åbner kl. 08.15 på hverdage.", "kl. 08.15"),
        ("Mødet er klokken 12-14 i salen.", "klokken 12-14"),
        ("Der kom 12 til mødet.", None),  # a count
    ],
)
def test_time_of_day(text: str, time: str | None) -> None:
    value = answers.hour(text)
    assert (value.text if value else None) == time


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem retter Bo Godt sig mod?", "beboerne"),  # a group, and another word for the verb
        ("Hvem nedsatte Reformkommissionen?", "Regeringen"),  # a body at the sentence's beginning
        ("Hvem finansierer rådgivningen i Dansk Erhverv?", "BL"),
    ],
)
def test_who_may_be_a_body(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem uddeler prisen for årets almene bolig?",  # what is done stands nowhere
        "Hvem ejer Landsbyggefonden?",
        "Hvem bor på Solvang?",  # those next door are others
        "Hvem har klaget over udlejningsreglerne?",
    ],
)
def test_who_does_what_nobody_tells_of_is_refused(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status == "not_found"


def test_who_was_chosen_did_not_choose(assistant: Assistant) -> None:
    assert not assistant.ask("Hvem afgjorde formandsvalget?").answer.startswith("**Allan")


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Hvor mange kandidater stillede op som næstformand?", "tre"),  # they stood for another post
        ("Hvad synes Lejernes Landsorganisation om BL's samfundskontrakt?", "«"),  # nobody quotes them
    ],
)
def test_a_value_of_something_else_does_not_lead(assistant: Assistant, question: str, never: str) -> None:
    answer = assistant.ask(question)
    first = answer.answer.split("\n")[0].lower()
    assert never not in first, answer.answer


def test_who_a_story_is_about_does_not_publish_it() -> None:
    text = "Reportagen om Jens Holm Dahl er bragt i bladet."
    assert answers.actors("Hvem udgiver bladet?", text) == []
    assert [p.text for p in answers.actors("Hvem handler reportagen om?", text)] == ["Jens Holm Dahl"]
