"""Goals that an organisation of its own prints with numbers, and what its report tells the contrary of."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from index.library import Library

REPORT = """<html><head><title>Årsberetning 2025 – Boligselskabet Fjordbo</title></head><body>
<h1>Årsberetning 2025 – Boligselskabet Fjordbo</h1>
<p>Udgivet af Boligselskabet Fjordbo, marts 2026. Boligselskabet Fjordbo har 12 afdelinger.</p>
<h2>Byggeri</h2>
<p>Renoveringen af Solhøj blev afleveret to måneder før tid. Nybyggeriet ved Engparken er i gang.</p>
<h2>Mål for 2026-2029</h2>
<p>Bestyrelsen vedtog målene i maj 2025.</p>
<h3>Mål 1: Boliger, alle kan betale</h3>
<ul><li>Vi vil holde huslejen under prisudviklingen.</li><li>Vi vil bygge 40 små boliger.</li></ul>
<h3>Mål 2: Liv mellem husene</h3>
<ul><li>Vi vil besøge nye lejere.</li><li>Vi vil åbne fælleshuset hver uge.</li></ul>
<h3>Hvem følger op?</h3>
<p>Mål 1 følges af økonomichef Birger Løvstrup og mål 2 af beboerkonsulent Maja Holtekær.</p></body></html>
"""


@pytest.fixture(scope="module")
def asked(library_of: Callable[..., Library]) -> Assistant:
    return Assistant(library_of({"aarsberetning-2025-boligselskabet-fjordbo.html": REPORT}))


TOLD = [
    (
        "Hvad er Fjordbos mål for 2026-2029?",
        ("Mål 1: Boliger", "Mål 2: Liv"),
        (),
    ),  # not its sentence about them
    (
        "Hvad går mål 2 ud på i Boligselskabet Fjordbo?",
        ("besøge nye", "fælleshuset"),
        ("40 små",),
    ),  # under it
    ("Hvem følger op på mål 2 i Fjordbo?", ("Maja Holtekær",), ("Løvstrup",)),  # this number's clause alone
    ("Hvorfor blev renoveringen af Solhøj i Fjordbo forsinket?", ("måneder før tid",), ()),  # the contrary is told
]


@pytest.mark.parametrize(("question", "said", "unsaid"), TOLD)
def test_what_is_printed_is_told(
    asked: Assistant, question: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    answer = asked.ask(question)
    assert answer.status == "answered"
    assert all(part in answer.answer for part in said), answer.answer
    assert not any(part in answer.answer for part in unsaid), answer.answer


MISSED = [
    "Hvem følger op på mål 3 i Fjordbo?",  # no such number
    "Hvad går mål 3 ud på i Boligselskabet Fjordbo?",
    "Hvorfor blev nybyggeriet ved Engparken i Fjordbo forsinket?",  # of another building the contrary is told
]


@pytest.mark.parametrize("question", MISSED)
def test_another_number_or_name_is_no_answer(asked: Assistant, question: str) -> None:
    assert asked.ask(question).status not in ("answered", "partial")
