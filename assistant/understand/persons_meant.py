"""Whom "han", "hun", "he" and "she" mean: a person of the question before or of its answer."""

import re

from assistant.answer import Turn
from assistant.answers import persons
from assistant.given_names import given_names, is_woman
from assistant.understand.query import Query

_SHE = re.compile(r"\b(?:hun|hende|hendes|she|her|hers)\b", re.IGNORECASE)
_HE = re.compile(r"\b(?:han|ham|hans|he|him|his)\b", re.IGNORECASE)
_OWNER = re.compile(r"\b(?:hans|hendes|his|her(?= [a-z]))\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:han|hun|ham|hende|he|she|him|her)\b", re.IGNORECASE)


def with_person(asked: str, turns: tuple[Turn, ...], previous: Query) -> str:
    """The question with the person's name in the place of the pronoun."""
    if re.search(r"\bhans? (?:næst)?formand\b", asked, re.IGNORECASE):
        return re.sub(r"\b(?:hans|hendes) ", "", asked, flags=re.IGNORECASE)
    people = [name for name in _people(turns, previous) if _fits(asked, name)]
    if not people:
        return asked
    name = people[0]
    owner = f"{name}'s" if previous.language == "en" else f"{name}s"
    asked = re.sub(r"\b(?:afløste|efterfulgte) (?:han|hun)\b", f"var der før {name}", asked, flags=re.IGNORECASE)
    return _PERSON.sub(name, _OWNER.sub(owner, asked))


def _people(turns: tuple[Turn, ...], previous: Query) -> list[str]:
    """Persons that may be meant, the likeliest first: of the question, unless it asks for one, or of its answer."""
    last = turns[-1].answer if turns else None
    told = last.answer if last is not None and last.citations else ""
    lead = re.search(r"\*\*([^*]+)\*\*", told)
    named = lead[1] if lead else told
    before = re.sub(r"^\W*(?:Hv\w+|Wh\w+) ", "", previous.question)
    asked = [p.text for p in persons(before)] or given_names(before) or _name_of(previous)
    answered = [p.text for p in persons(named)] or given_names(named) or [p.text for p in persons(told)]
    return [*answered, *asked] if previous.wants("person") else [*asked, *answered]


def _fits(asked: str, name: str) -> bool:
    """Whether a name may be that of a woman, or a man, as the pronoun says."""
    woman = is_woman(name)
    return woman is None or not (_SHE if not woman else _HE).search(asked)


def _name_of(previous: Query) -> list[str]:
    """The one name of the question before, which need not be a known one ("Nataliia")."""
    names = [t.text for t in previous.terms if t.kind == "name" and t.text not in previous.places]
    return names if len(names) == 1 else []
