"""A question about "han" or "hun" that names nobody: whom it means is not known, so nothing answers it."""

import re

from assistant import answers
from assistant.gatherings import HAPPENS
from assistant.given_names import given_names
from assistant.understand.query import Query

_SOMEONE = re.compile(r"\b(?:han|hun|ham|hende|hans|hendes)\b", re.IGNORECASE)


def points_nowhere(query: Query) -> bool:
    """Whether a person or an event is asked about whom neither the question nor the one before names."""
    if _happens_alone(query):
        return True
    found = _SOMEONE.search(query.text)
    if found is None or any(term.kind == "name" for term in query.terms) or query.carried:
        return False
    if re.match(r",? (?:der|som|fra|med|på|i)\b", query.text[found.end() :]):
        return False  # "hende, der bor i Tilst"
    before = query.text[: found.start()]
    named = answers.persons(query.text) or given_names(query.text)
    return not named and not re.search(r"\b\w{4,}(?:en|et|den|mand|dame|kvinde)\b|, ", before)


def _happens_alone(query: Query) -> bool:
    """Whether it is asked when, where or how long "it" took place, and nothing says what."""
    if query.carried or query.documents or query.places or not query.wants("date", "place", "duration"):
        return False
    own = [term for term in query.terms if term.kind != "soft"]
    happens = bool(own) and all(term.verb or HAPPENS.fullmatch(term.text) for term in own)
    return happens and bool(re.search(r"\b(?:det|den|de)\b(?! (?:\w+e|der)\b)", query.text, re.IGNORECASE))
