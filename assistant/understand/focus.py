"""The part of a long message that asks; what stands before it is context, and orders to the machine are nothing."""

import re

_TAGS = re.compile(r"(?i)<script\b.*?</script\s*>|<[^<>]{0,200}>|\[\[.*?\]\]|\{\{.*?\}\}")
_BREAK = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ\"'(\[]|hv|er |har |kan )")
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:hv(?:ad|em|or\w*|ilke[nt]?)|nævn|list|oplist|forklar|fortæl|beskriv|sammenlign|opsummer|giv|find|regn|læg|"
    r"er|har|kan|skal|vil|findes|what|who|when|where|which|how|why|is|are|list|name|explain)\b",
    re.IGNORECASE,
)
_ORDER_BEFORE = re.compile(
    r"^.*?\b(?:skriv|svar|oversæt|gentag|ignorer|glem|print|vis)\b.{0,80}?,?\s+og\s+(?:fortæl|svar|sig|forklar)\s+(?:så|derefter|bagefter|herefter|til sidst)\b",  # noqa: E501
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"^(?P<topic>(?:hende|ham|han|hun|den|det|dem|de)\b[^,.?]{5,90}?),? "
    r"(?P<asks>hv(?:ad|em|or|ornår|ordan|ilke[nt]?)\b)",
    re.IGNORECASE,
)
""" "Hende med hunden, hvad hedder hun?": what is asked about stands in front."""


def focus_of(text: str) -> str:
    """The sentences that ask, in order; the whole text when none does."""
    plain, pieces = _pieces(text)
    if len(pieces) < 2:
        return _ORDER_BEFORE.sub("Fortæl", plain)
    asking = [piece for piece in pieces if _ASKS.search(piece)]
    return " ".join(asking) if asking else plain


def told_before(text: str) -> str:
    """What a message tells before it asks; empty when it asks at once."""
    pieces = _pieces(text)[1]
    first = next((at for at, piece in enumerate(pieces) if _ASKS.search(piece)), 0)
    return " ".join(pieces[:first])


def _pieces(text: str) -> tuple[str, list[str]]:
    """A message without what is set apart as code, and its sentences."""
    plain = " ".join(_TAGS.sub(" ", text).split()) or text
    apart = _TOPIC.sub(lambda found: f"{found['topic']}. {found['asks'].capitalize()}", plain)
    return plain, [piece for piece in _BREAK.split(apart) if piece.strip()]
