"""Everyday questions on cooperation, reasons and what one may do: the right sentence leads, near misses are refused."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Må kommunen bestemme, hvem der får en bolig?", "anvis"),  # a clause about whoever it is asks for no name
        ("Huse står tomme ude på landet. Hvad kan vi gøre sammen med boligselskaberne?", "tomme boliger"),  # context
        ("Hvem har ansvaret for, at de almene boliger bliver drevet ordentligt?", "Kommunen og boligorg"),  # a body
        ("Er der almene boliger i alle kommuner?", "alle kommuner har almene"),  # no figure of one place
        ("Hvorfor bruger BL krudt på EU?", "fordi EU"),  # the sentence that says why leads
        (
            "Hvad får borgerne ud af, at sundhedstilbuddene flytter ud i boligområderne?",
            "forebygge",
        ),  # what comes of it
        ("Strømmen går i hele byen. Hvad vil BL have på plads sammen med kommunen?", "krisesituationer"),  # a crisis
        ("Does anyone make a profit on social housing?", "uden profit"),  # English
    ],
)
def test_everyday_words_find_the_answer(assistant: Assistant, question: str, holds: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "answered", answer.answer
    assert holds in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor steg huslejen i Herning?",  # a sentence about rents says not why they rose
        "Hvorfor er der mangel på parkeringspladser?",  # not in the documents at all
        "Hvem har ansvaret for skolerne i Herning?",  # another thing is someone's responsibility
    ],
)
def test_what_is_not_explained_is_refused(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert answer.status == "not_found", answer.answer
