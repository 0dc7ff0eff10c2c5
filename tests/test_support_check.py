"""The second check must itself find what is wrong, or its silence says nothing."""

from typing import Any

import pytest

from tests.support_check import faults

TEXT = "Familieboliger 6.355. Karen Lund fik 121 stemmer. Huslejen er 12,5 pct. lavere. Planen er ikke ny."
TITLE = "Kommuneark for Herning Kommune 2024"


def answer(said: str, quote: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    citation = {"marker": 1, "document": "d", "title": TITLE, "quote": quote, "start": start, "end": start + len(quote)}
    base = {"question": "?", "standalone_question": "?", "status": "answered", "figures": [], "citations": [citation]}
    return base | {"answer": said} | fields


@pytest.mark.parametrize(
    ("said", "quote", "good"),
    [
        ("Herning har **6.355** familieboliger (2024). [1]", "Familieboliger 6.355", True),  # as printed
        ("Herning har 6355 familieboliger. [1]", "Familieboliger 6.355", True),  # without the dot
        ("There are 6,355 family homes. [1]", "Familieboliger 6.355", True),  # English
        ("Herning har 6.356 familieboliger. [1]", "Familieboliger 6.355", False),  # a digit
        ("Herning har 6.355 familieboliger (2025). [1]", "Familieboliger 6.355", False),  # a year
        ("Huslejen er 12,5 pct. lavere. [1]", "Huslejen er 12,5 pct. lavere.", True),  # decimals
        ("Huslejen er 125 pct. lavere. [1]", "Huslejen er 12,5 pct. lavere.", False),  # comma lost
        ("Her fik Karen Lund 121 stemmer. [1]", "Karen Lund fik 121 stemmer.", True),  # name
        ("Her fik Karen Holm 121 stemmer. [1]", "Karen Lund fik 121 stemmer.", False),  # another name
        ("Planen er ikke ny. [1]", "Planen er ikke ny.", True),  # negation
        ("Herning har ikke familieboliger. [1]", "Familieboliger 6.355", False),  # negation added
        ("Herning har 6.355 familieboliger. [2]", "Familieboliger 6.355", False),  # another marker
        ("Dokumenterne siger ikke mere. [1]", "Familieboliger 6.355", True),  # about the documents
        ("CO2 og m2 er ingen tal, men Planen er ikke ny. [1]", "Planen er ikke ny.", True),  # digits of a word
    ],
)
def test_faults(said: str, quote: str, good: bool) -> None:
    assert (faults(answer(said, quote), {"d": TEXT}, {"d": TITLE}) == []) is good


def test_a_moved_quote_is_a_fault() -> None:
    moved = answer("Herning har 6.355 familieboliger. [1]", "Familieboliger 6.355")
    moved["citations"][0]["start"] += 1
    assert faults(moved, {"d": TEXT}, {"d": TITLE})


def test_derived_figures_and_the_question_count() -> None:
    derived = [{"value": "72", "derived": True}]
    assert faults(answer("Forskellen er 72. [1]", "Familieboliger 6.355", figures=derived), {"d": TEXT}, {}) == []
    refusal = answer("Det står ikke om 2019. [1]", "Planen er ikke ny.", status="not_found", question="Og i 2019?")
    assert faults(refusal, {"d": TEXT}, {}) == []
    assert faults(refusal | {"question": "Og før?"}, {"d": TEXT}, {})
