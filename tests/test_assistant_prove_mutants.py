"""Every faithful answer changed in one place, by rule: none of the changed ones may pass."""

import re
from collections.abc import Iterator

import pytest

from tests.test_assistant_prove import FAITHFUL, Cites, check

SWAPS: tuple[tuple[str, str], ...] = (  # (pattern, what stands there instead)
    (r"\bpct\.|\bprocent\b|%", "procentpoint"),
    (r"\bprocentpoint\b", "pct."),
    (r"\bpercent\b", "percentage points"),
    (r"\bmio\.|\bmillioner\b", "mia."),
    (r"\bmia\.|\bmilliarder\b", "mio."),
    (r"\bmillion\b", "billion"),
    (r"\bHerning\b", "Svendborg"),
    (r"\bKalundborg\b", "Svendborg"),
    (r"\bAalborg\b|\bNyborg\b", "Svendborg"),
    (r"\bLunds?\b|\bKrag\b|\bEgeskov\b|\bMose\b", "Vestergaard"),
    (r"\b(?:ikke|aldrig) ", ""),
    (r"\bdoes not support\b", "supports"),
    (r"\b(?:[Kk]nap|[Nn]æsten|mere end|over|cirka|ca\.|[Nn]early) (?=[\d])", ""),
    (r"\b(?:[Kk]nap|[Nn]æsten|[Nn]early)\b(?= \d)", "over"),
    (r"\b(?:mere end|over)\b(?= \d)", "knap"),
    (r"\blavere\b", "højere"),
    (r"\bsteg\b", "faldt"),
    (r"\bflest\b", "færrest"),
    (r"\b(?:om|pr\.) måned(?:en)?\b", "om året"),
    (r"\bpr\. m²", "om måneden"),
    (r"\baugust\b", "april"),
    (r"\bjuni\b", "juli"),
    (r"\bJune\b", "July"),
    (r"\befteråret\b", "foråret"),
    (r"\bfjerde\b|\b4\.(?= led)", "tredje"),
    (r"\bsyv\b", "otte"),
    (r"\b[Tt]o\b(?= (?:tredjedele|procentpoint|år))", "tre"),
    (r"\btre\b(?= ting)", "fire"),
)


def mutants(answer: str) -> Iterator[str]:
    """The answer with one digit raised, or one word swapped."""
    for match in re.finditer(r"\d", answer):
        around = answer[max(0, match.start() - 8) : match.end() + 4]
        if re.search(r"\[\d+\]?$", answer[: match.end()]) or re.search(r"(?:^|\n)\d\. ", around):
            continue  # a marker, or the number of an item
        if re.match(r"[²2]", match[0]) and answer[match.start() - 1] in "mO":
            continue  # m2, CO2
        yield answer[: match.start()] + str((int(match[0]) + 1) % 10) + answer[match.end() :]
    for pattern, instead in SWAPS:
        for match in re.finditer(pattern, answer):
            if answer[: match.start()].count("»") == answer[: match.start()].count("«"):
                yield answer[: match.start()] + instead + answer[match.end() :]


CASES = [(mutant, cites) for answer, cites in FAITHFUL for mutant in mutants(answer)]


def test_there_are_many() -> None:
    assert len(CASES) > 250


@pytest.mark.parametrize(("answer", "cites"), CASES, ids=[f"{i}" for i in range(len(CASES))])
def test_no_mutant_passes(answer: str, cites: Cites) -> None:
    assert not check(answer, cites).ok, answer
