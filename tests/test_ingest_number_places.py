"""Rules that are tried only where certain words lead to digits find what the rule alone would find."""

import re

import pytest

from ingest import number_words as words
from ingest.number_places import led
from ingest.number_rules import RULES, Rule

LED = [rule for rule in RULES if rule.ends]


def forms(pattern: str) -> list[str]:
    """Each alternative of a pattern with and without what is optional in it; what is more than letters is left out."""
    inner = pattern.split("(?:", 1)[1].rstrip(")").replace("\\b", "")
    found = []
    for option in inner.split("|"):
        for part in (re.sub(r"\(\?:[^)]*\)\?|\\?.\?", "", option), option.replace("?", "")):
            plain = part.replace("\\", "")
            found += [plain] if re.fullmatch(r"[\w.:-]+", plain) else []
    return found


TEXTS = [
    *(f"Se {form} 12 og {form.upper()} 7." for form in forms(words.REFERENCE_BEFORE)),
    *(f"Det er {form} 12 i dag; {form}  3" for form in forms(words.DESIGNATIONS)),
    *(f"Hun bor på Nørre{end} 12 og Lille{end} 7B." for end in words.STREET_ENDS),
    "§§ 5 og 6, § 7 stk. 2",  # signs that are no words
    "(side 12) cvr-nr.: 12345678, CVR: 1",  # a word that begins within another, or after a bracket
    "Linje 2: Afdeling 1010 havde 491 boliger",  # one after the other
    "familieafdelingen Øst, boligafdeling\u00a04, aldersgruppe 3",  # the end of a compound
    "i kvartal 1. Linje 2: kvartal 12, pr. opgang 12 boliger",  # with what may not follow
]


@pytest.mark.parametrize("rule", LED, ids=lambda rule: rule.ends[0])
def test_a_led_number_is_found_as_by_its_rule_alone(rule: Rule) -> None:
    for text in TEXTS:
        alone = [match.group() for match in rule.pattern.finditer(text)]
        assert [match.group() for match in led(rule, text, 0, len(text))] == alone, text


def test_the_rules_find_something_in_these_texts() -> None:
    found = [sum(bool(rule.pattern.search(text)) for text in TEXTS) for rule in LED]
    assert len(LED) == 3
    assert min(found) > 15
