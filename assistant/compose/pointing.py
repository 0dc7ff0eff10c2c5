"""A question about "han" or "hun" that names nobody: whom it means is not known, so nothing answers it."""

import re

from assistant import answers
from assistant.given_names import given_names
from assistant.understand.query import Query

_SOMEONE = re.compile(r"\b(?:han|hun|ham|hende|hans|hendes)\b", re.IGNORECASE)


def points_nowhere(query: Query) -> bool:
    """Whether a person is asked about whom neither the question nor the one before names."""
    found = _SOMEONE.search(query.text)
    if found is None or any(term.kind == "name" for term in query.terms) or query.carried:
        return False
    if re.match(r",? (?:der|som|fra|med|på|i)\b", query.text[found.end() :]):
        return False  # "hende, der bor i Tilst"
    before = query.text[: found.start()]
    named = answers.persons(query.text) or given_names(query.text)
    return not named and not re.search(r"\b\w{4,}(?:en|et|den|mand|dame|kvinde)\b|, ", before)
