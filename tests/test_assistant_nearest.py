"""An everyday turn of phrase finds its sentence; an unknown word that carries the meaning still refuses."""

import pytest

from assistant.answer import Conversation
from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor længe havde den tidligere formand siddet, altså siden hvornår?", "2008"),  # "siddet" stands nowhere
    ],
)
def test_a_turn_of_phrase_is_left_out(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, Conversation())
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor kigger BL på sin kredsstruktur?", "nye generationer"),  # the reason has no word of the question
        ("Hvorfor er det relevant at følge med i EU?", "direktiver"),  # "relevant" and "følge" stand nowhere
        ("Hvorfor er almene boliger billigere end andre?", "uden profit"),  # told as how they are run, without "fordi"
    ],
)
def test_the_nearest_in_meaning_answers_alone(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question, Conversation())
    assert answer.status == "answered"
    assert said in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvad synes BL om huslejeloftet i private udlejningsboliger?",  # a view on a thing never named
        "Hvordan opsiger jeg min lejlighed, og hvor langt varsel er der?",  # every word of weight unknown
        "Hvem var de to andre kandidater til formandsposten?",  # the one named is not the others
        "Hvor mange procent flytter fra de almene ungdomsboliger i Herning hvert år?",  # a share of its neighbour
        "Blev helhedsplanen i Kalundborg vedtaget?",  # what it does is told, not whether it was adopted
        "Hvilke boligområder i Herning står på parallelsamfundslisten?",  # no sentence names one
        "Hvem var de to andre, der gik efter formandsposten i BL i 2022?",  # the one who got it is neither
        "Hvor mange ældre bor der i de almene boliger i Herning?",  # all residents are not the old ones
        "Hvor mange beboere i Herning er ældre?",  # nor where "er ældre" says it
        "Hvad løb anlægsbudgettet i Hernings almene afdelinger op i 2023?",  # a budget is no rent
        "Hvor stort overskud har de almene afdelinger i Herning?",  # nor is a profit
        "Hvor mange kroner er der mellem sygefraværet for 61-70 m² og 71-85 m²?",  # one row is no difference
        "Hvad er forskellen på ungdomsboliger og ældreboliger?",  # both are named, and nothing sets them apart
    ],
)
def test_a_word_that_carries_the_meaning_refuses(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question, Conversation())
    assert answer.status == "not_found", answer.answer
