"""The hand-written facts of the five BL texts: each found with its unit, period, place and qualifier, and none said wrongly."""  # noqa: E501

import re
import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from ingest.document import Document, Figure
from ingest.read import read_document

TEXTS = Path("../shared/bl-documents")
FACTS: dict[str, Any] = tomllib.loads(Path("tests/fixtures/facts.toml").read_text(encoding="utf-8"))["documents"]
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="../shared is not here")

SPELLINGS: Final = {"million": "mio.", "millioner": "mio.", "m2": "m²", "dage": "dag", "mennesker": "personer"}
"""How the list and the reader write one and the same unit."""
ALLOWED: Final = 0.02


@cache
def _read(name: str) -> Document:
    return read_document(TEXTS / f"{name}.txt")


def _facts(uncertain: bool) -> list[tuple[str, dict[str, Any]]]:
    return [
        (name, fact)
        for name, entry in FACTS.items()
        for fact in entry["figures"]
        if bool(fact.get("uncertain")) is uncertain
    ]


def _unit(unit: str) -> str:
    return " ".join(SPELLINGS.get(word, word) for word in unit.replace("m2", "m²").split())


def _names(figure: Figure, fact: dict[str, Any]) -> bool:
    """Whether the figure's label or group shares a word stem with the fact's; of a private person only the age is listed."""  # noqa: E501
    words = f"{figure.label} {figure.group or ''}".casefold()
    wanted = {w[:5] for w in re.findall(r"[a-zæøå]{4,}", f"{fact['label']} {fact.get('group', '')}".casefold())}
    return bool(fact.get("private")) or any(stem in words for stem in wanted)


def _same_value(figure: Figure, fact: dict[str, Any]) -> bool:
    return bool(re.fullmatch(r"-?[0-9./]+", figure.value)) and figure.number == Fraction(fact["value"])


def faults(figure: Figure, fact: dict[str, Any]) -> list[str]:
    """What of the fact the figure does not say."""
    said = {
        "unit": (_unit(figure.unit), _unit(fact["unit"])),
        "period": (figure.period, fact.get("period")),
        "municipality": (figure.municipality, fact.get("municipality")),
        "qualifier": (figure.qualifier, fact.get("qualifier")),
    }
    return [f"{name} {ours!r}, not {told!r}" for name, (ours, told) in said.items() if ours != told]


def _closest(name: str, fact: dict[str, Any]) -> tuple[Figure | None, list[str]]:
    """The certain figure of the fact's value and label that says most of it, and what it says otherwise."""
    fits = [f for f in _read(name).figures if f.certain and _same_value(f, fact) and _names(f, fact)]
    ranked = sorted(((faults(f, fact), f) for f in fits), key=lambda pair: len(pair[0]))
    return (ranked[0][1], ranked[0][0]) if ranked else (None, ["not found"])


def test_facts_are_read_with_unit_period_and_place() -> None:
    wanted = _facts(uncertain=False)
    missed = [(name, fact["label"], fact["value"], why) for name, fact in wanted if (why := _closest(name, fact)[1])]
    assert len(wanted) > 100
    assert len(missed) <= ALLOWED * len(wanted), missed


def test_no_fact_is_said_wrongly() -> None:
    """A period, place, unit or qualifier that is left open is missed; one that is something else is wrong."""
    wrong = []
    for name, fact in _facts(uncertain=False):
        figure, why = _closest(name, fact)
        wrong += [(name, fact["label"], fault) for fault in why if figure and not re.match(r"\w+ (?:None|''),", fault)]
    assert wrong == []


def test_what_cannot_be_read_is_never_certain() -> None:
    for name, fact in _facts(uncertain=True):
        told = [f for f in _read(name).figures if fact["value"] and f.value == fact["value"]]
        assert told or not fact["value"], fact
        assert all(not f.certain and f.reason for f in told), fact
