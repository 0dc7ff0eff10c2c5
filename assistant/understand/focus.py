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


def focus_of(text: str) -> str:
    """The sentences that ask, in order; the whole text when none does."""
    plain = " ".join(_TAGS.sub(" ", text).split()) or text
    pieces = [piece for piece in _BREAK.split(plain) if piece.strip()]
    if len(pieces) < 2:
        return _ORDER_BEFORE.sub("Fortæl", plain)
    asking = [piece for piece in pieces if _ASKS.search(piece)]
    return " ".join(asking) if asking else plain
