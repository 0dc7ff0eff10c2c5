"""Which deed a date is of: what was set up in one year and reported in another has two dates."""

import re
from functools import lru_cache

from assistant import answers
from assistant.clauses import own_clause
from assistant.knowledge import table
from ingest.document import Span


@lru_cache(maxsize=1)
def _kinds() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{'|'.join(_pattern(phrase) for phrase in phrases.split())})\b", re.IGNORECASE)
        for kind, phrases in table("deeds.toml").items()
    }


def _pattern(phrase: str) -> str:
    """ "gik~*~af": the words with up to four others where the star is; "vedtag~": however the word ends."""
    pattern = re.escape(phrase).replace(r"\~\*\~", r"\s(?:[\w'’-]+\s){1,4}?").replace(r"\~", "~")
    return re.sub(r"~$", r"\\w*", pattern).replace("~", r"\s")


def deeds(text: str) -> frozenset[str]:
    """The kinds of deed that a text tells of."""
    return frozenset(kind for kind, pattern in _kinds().items() if pattern.search(text))


def dated_deeds(text: str) -> list[tuple[answers.Value, frozenset[str]]]:
    """Each date of a sentence with the deeds of its clause; of a sentence with one date, else those of the sentence."""
    found = [value for value in answers.dates(text) if not _YEARS.search(value.text)]
    spans = [value.span for value in found]
    whole = deeds(text) if len(found) == 1 else frozenset()
    return [(value, deeds(_clause(text, value.span, spans)) or whole) for value in found]


def of_other_deed(question: str, text: str) -> bool:
    """Whether the question tells of a deed, and every date of the sentence is that of another one.

    When something began, ended or came out is told by no date at which that is not said.
    """
    asked = deeds(question)
    told = [done for _, done in dated_deeds(text)] if asked else []
    strict = bool(asked) and asked <= _SAID
    return bool(told) and all((done or strict) and not done & asked for done in told)


def _clause(text: str, value: Span, values: list[Span]) -> str:
    """The words around a date: up to its neighbours' clauses and up to what a relative clause says of something."""
    start, end = own_clause(text, value, values)
    before = max((m.end() for m in _RELATIVE.finditer(text, start, value[0])), default=start)
    after = _RELATIVE.search(text, value[1], end)
    return text[before : after.start() if after else end]


_SAID = frozenset({"begin", "end", "present"})
_YEARS = re.compile(r"\d{4}\s?[-–]\s?\d{4}")
"""Over which something runs: no date at which anything was done."""
_RELATIVE = re.compile(r",?\s(?:som|der|hvor|fordi|mens|selv om)\b|,\s(?:når|da|så|og|men)\b", re.IGNORECASE)
