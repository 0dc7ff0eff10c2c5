"""Danish words: their forms, their spellings and the compounds they stand in."""

import pytest

from index.words import count_words, index_text, match_expression, parts, split_words, stem


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("boligerne", "boliger"),  # definite
        ("kommunernes", "kommuner"),  # genitive
        ("Ældre".lower(), "aeldre"),  # typed without the Danish keys
        ("på", "paa"),
        ("grøn", "groen"),
    ],
)
def test_forms_of_one_word_meet(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("familieboliger", ("familie", "boliger")),
        ("huslejeomsætning", ("husleje", "omsætning")),  # the fewest parts, though hus and leje are words
        ("helhedsplaner", ("hel", "planer")),  # with a linking s (and -hed is no word of its own)
        ("styringsdialogmøde", ("styring", "dialog", "møde")),
        ("kommunen", ()),  # simple
        ("regeringen", ()),  # an ending is no part
        ("2026-2028", ()),
        ("xqzwvkjhgf", ()),
    ],
)
def test_compounds_are_split(word: str, expected: tuple[str, ...]) -> None:
    assert parts(word) == tuple(stem(part) for part in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By- og boligområder, 3.372!", ["by", "og", "boligområder", "3.372"]),
        ("snake_case \x00 BL's", ["snake", "case", "bl", "s"]),  # an underscore is no letter
        ("bla\u030abær", ["blåbær"]),  # decomposed, as macOS writes
        ("", []),
    ],
)
def test_words_and_numbers_of_a_text(text: str, expected: list[str]) -> None:
    assert split_words(text) == expected


def test_function_words_are_asked_only_when_there_is_nothing_else() -> None:
    assert match_expression("Hvor mange boliger er der?") == f'"{stem("boliger")}"'
    assert match_expression("Hvad er det?") == '"hvad" OR "er" OR "det"'
    assert match_expression("?!") == ""


def test_a_text_is_indexed_by_stems_and_parts() -> None:
    stems, found = index_text("Familieboliger i byen")
    assert stems.split() == [stem("familieboliger"), "i", stem("byen")]
    assert found.split() == [stem("familie"), stem("boliger")]


def test_words_are_counted_once_a_text() -> None:
    assert count_words(["tag og tag", "tag"]) == {"tag": 2, "og": 1}
