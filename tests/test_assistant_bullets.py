"""A printed list is its points; the line that leads into them is not one of them."""

from types import SimpleNamespace
from typing import Any

import pytest

from assistant.compose.bullets import _list_of

LEAD = (0, 10)


def _unit(number: int, text: str, span: tuple[int, int]) -> Any:
    passage = SimpleNamespace(kind="list", section=("Mål",), lead_in=LEAD)
    return SimpleNamespace(number=number, document="a", group=1, text=text, spans=(span,), passage=passage)


@pytest.mark.parametrize(
    ("lead", "points"),
    [
        ("Det kræver:", ["ledelse", "teknik"]),  # a list proper
        ("Vi skal stå stærkt", ["partnerskaber"]),  # one point, and a lead-in without a colon
    ],
)
def test_the_lead_in_is_no_point(lead: str, points: list[str]) -> None:
    units = [_unit(0, lead, LEAD), *(_unit(n, p, (n * 20, n * 20 + 9)) for n, p in enumerate(points, 1))]
    context: Any = SimpleNamespace(units=SimpleNamespace(all=units))
    assert [u.text for u in _list_of(context, units[0])] == points
