"""What is taken to have risen or fallen when the documents say it went the other way: "Hvorfor er X steget?"."""

import re

from assistant.draft import Draft
from assistant.lexicon import stop_stems
from assistant.words import stems

_UP = re.compile(r"\b(?:steget|stiger|steg|vokset|vokser|voksede|øget|øges|forøget)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:faldet|falder|faldt|mindsket|mindskes|reduceret|sunket)\b", re.IGNORECASE)
_MARKER = re.compile(r"\[(\d+)\]")


def went_the_other_way(claim: str, check: Draft) -> Draft | None:
    """The quote that contradicts a claimed rise or fall, alone; None where it tells of another thing or also of that way."""  # noqa: E501
    quote = check.lines[0] if check.lines else ""
    for said, other in ((_UP, _DOWN), (_DOWN, _UP)):
        moved = said.search(claim)
        if not moved or other.search(claim) or said.search(quote) or not other.search(quote):
            continue
        thing = set(stems(claim[: moved.start()])) - stop_stems()
        if thing and thing <= set(stems(quote)):
            marker = {int(number) for number in _MARKER.findall(quote)}
            check.lines = [quote]
            check.citations = [c for c in check.citations if c.marker in marker]
            return check
    return None


def takes_a_move(question: str) -> bool:
    """Whether a question takes it that something rose or fell, and does not ask why it should."""
    return bool(_UP.search(question) or _DOWN.search(question))
