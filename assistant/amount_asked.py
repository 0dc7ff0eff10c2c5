"""The noun a question asks the size of: "hvor stort *overskud* …", "hvad løb *budgettet* op i"."""

import re

from assistant.understand.query import Query, Term

_ASKED = re.compile(
    r"\bhvor (?:stor|højt?|høje|lavt?|lave|lille|små)(?:t|e)?\s+"
    r"(?:(?:er|var|blev|bliver|har været)\s+)?(?:(?:den|det|de|et|en)\s+)?(?:\w+(?:lede|lige|ste|nde)\s+)*(\w+)"
    r"|\bhvad (?:er|var|blev|løb|lød|udgør|udgjorde|endte)\s+(?:(?:den|det|de)\s+)?(?:\w+(?:lede|lige|ste|nde)\s+)*"
    r"(\w+(?:en|et|ne))\b",
    re.IGNORECASE,
)


def amount_asked(query: Query) -> Term | None:
    """The word for the amount itself; None where the question has none ("hvor mange", "hvad koster")."""
    found = _ASKED.search(query.question)
    noun = (found[1] or found[2]).casefold() if found else None
    return next((t for t in query.terms if t.kind == "word" and not t.verb and t.text.casefold() == noun), None)
