"""Follow-ups that work on the figures asked for before: difference, sum, whether it is more than elsewhere."""

import re

from assistant.answer import Turn
from assistant.measures import kinds_in, replace_kinds
from assistant.understand.query import Query
from assistant.understand.slots import find_municipalities

_DIFFERENCE = re.compile(r"\bforskel\w*|\bflest\b|\bsammenlign\w*|\bhvem har\b|\bhvor mange flere\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:læg|lagt|lægger)\b.{0,30}\bsammen\b|\btilsammen\b|\bi alt\b", re.IGNORECASE)
_THAN = re.compile(
    r"\b(?:flere|færre|mere|mindre|højere|lavere|større|dyrere|billigere)\b(?: \w+){0,3}?(?P<at>) end\b", re.IGNORECASE
)


def on_figures(asked: str, previous: Query, turns: tuple[Turn, ...], content: list[str]) -> str | None:
    """The standalone question, or None when it asks nothing of the figures before."""
    if len(content) > 1:
        return None
    if than := _than(asked, previous):
        return than
    places = list(dict.fromkeys(name for t in turns[-3:] for name, _ in find_municipalities(t.standalone_question)))
    if _DIFFERENCE.search(asked) and len(places) >= 2:
        return f"{with_places(previous.question, places[-2:])} Og hvor stor er forskellen?"
    if not _TOGETHER.search(asked):
        return None
    if len(places) >= 2 and len(previous.places) == 1:
        return append(with_places(previous.question, places[-2:]), "tilsammen")
    return append(_of_kinds(previous, turns), "tilsammen")


def _than(asked: str, previous: Query) -> str | None:
    """ "Er det flere end i Kalundborg?": than there, in the place asked about before."""
    found = _THAN.search(asked)
    others = [name for name, _ in find_municipalities(asked)]
    if found is None or len(previous.places) != 1 or len(others) != 1 or others[0] in previous.places:
        return None
    at = found.start("at")
    rest = re.sub(r"^\W*(?:og|men)\s+", "", f"{asked[:at]} i {previous.places[0]}{asked[at:]}", flags=re.IGNORECASE)
    return f"{previous.question.rstrip(' ?.!')}, og {rest[:1].lower()}{rest[1:]}"


def _of_kinds(previous: Query, turns: tuple[Turn, ...]) -> str:
    """The question before, of every kind of home asked about in turn; of all homes where that was one kind."""
    kinds = list(dict.fromkeys(kind for turn in turns[-3:] for kind in kinds_in(turn.standalone_question)))
    if not kinds or len(kinds_in(previous.text)) != 1:
        return previous.question
    return replace_kinds(previous.text, " og ".join(kinds) if len(kinds) > 1 else "almene boliger")


def with_places(text: str, places: list[str]) -> str:
    """The question with both places where it had one."""
    old = find_municipalities(text)
    both = " og ".join(places)
    if not old:
        return append(text, f"i {both}")
    a, b = old[-1][1]
    return f"{text[:a]}{both}{text[b:]}"


def append(text: str, words: str) -> str:
    """The question with more words before its question mark."""
    bare = text.rstrip(" ?.!")
    return f"{bare} {words}?"
