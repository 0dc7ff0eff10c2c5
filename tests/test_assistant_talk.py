"""Talk: what is told before a question, follow-ups that turn the one before, names of one word, English endings."""

import pytest

from assistant.given_names import given_names
from assistant.understand.english import translate
from assistant.understand.focus import focus_of, told_before, without_frames
from assistant.understand.language import find_language
from assistant.understand.query import Query
from assistant.understand.turning import turned


@pytest.mark.parametrize(
    ("before", "asks", "asked", "expected"),
    [
        # the count of the same row
        ("Hvor mange procent er over 65?", {"share"}, "Og hvor mange personer er det?", "Hvor mange er over 65?"),
        # every date, where the first does not suit
        ("Hvornår er det første møde?", {"date"}, "Den dag kan jeg ikke.", "Hvornår er møde?"),
        # another thing in the place of its own, the period kept
        (
            "Hvad vil BL gøre for byerne i 2024?",
            set(),
            "Hvad så med det grønne?",
            "Hvad vil BL gøre for det grønne i 2024?",
        ),
        ("Hvor mange procent er over 65?", {"share"}, "Hvor mange bor i Herning?", None),  # a topic of its own
        ("Hvor mange er over 65?", {"number"}, "Og hvor mange personer er det?", None),  # no share to count
    ],
)
def test_a_follow_up_turns_the_question_before(before: str, asks: set[str], asked: str, expected: str | None) -> None:
    assert turned(asked, Query(before, before, asks=frozenset(asks))) == expected


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Der er en vicevært i bladet. Hvad hedder han?", "Der er en vicevært i bladet."),  # the matter stands first
        ("Hvad hedder han?", ""),  # nothing is told
        ("Hende med hunden, hvad hedder hun?", "Hende med hunden."),  # a topic in front of its question
    ],
)
def test_what_a_message_tells_before_it_asks(message: str, told: str) -> None:
    assert told_before(message) == told
    assert focus_of(message).lower().startswith("hvad hedder")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Min nabo fortalte om en gartner. Hvor bor hun?", "en gartner. Hvor bor hun?"),  # how the asker came to it
        ("Jeg er nyvalgt i byrådet. Hvad er mærkesagerne?", "Hvad er mærkesagerne?"),  # who the asker is
        ("Vi skal holde møde om vand. Hvad er målet?", "om vand. Hvad er målet?"),  # the matter stays
        ("Vi har tomme boliger. Hvad gør vi?", "Vi har tomme boliger. Hvad gør vi?"),  # a matter, and no frame
    ],
)
def test_what_tells_of_the_asker_only_is_left_out(message: str, left: str) -> None:
    assert without_frames(message) == left


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Marias hjem er fyldt med bøger.", ["Maria"]),  # a genitive
        ("Det siger 16-årige Salih.", ["Salih"]),  # no common name, told of by age
        ("Kommunen og Landsbyggefonden betaler.", []),  # bodies
    ],
)
def test_persons_of_one_name(text: str, names: list[str]) -> None:
    assert given_names(text) == names


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("How many schemes?", "hvor mange ordninger?"),  # known as it is
        ("How many gardeners?", "hvor mange gartnere?"),  # a plural that is not listed must not end a question
        ("Who took part in the meetings?", "hvem deltog i møder?"),  # a verb of two words
    ],
)
def test_english_is_put_into_danish(english: str, danish: str) -> None:
    assert translate(english).lower()[:14] == danish[:14]


def test_a_question_word_decides_the_language() -> None:
    assert find_language("When was Almene mål 2024-2026 adopted?") == "en"  # most of its words are Danish names
    assert find_language("Hvornår blev Almene mål vedtaget?") == "da"
