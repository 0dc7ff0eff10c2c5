"""The part of a long message that asks; what stands before it is context, and orders to the machine are nothing."""

import re

_TAGS = re.compile(r"(?i)<script\b.*?</script\s*>|<[^<>]{0,200}>|\[\[.*?\]\]|\{\{.*?\}\}")
_BREAK = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ\"'(\[]|hv|er |har |kan )")
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:hv(?:ad|em|or\w*|ilke[nt]?)|nævn|list|oplist|forklar|fortæl|beskriv|sammenlign|opsummer|giv|find|regn|læg|slå|"
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


_ASKER = re.compile(
    r"^(?:(?:vores|min|mit|mine|en|et|nogle|flere) [^,.?]{3,60}?|jeg|vi|de|man|borgmesteren|udvalget|bestyrelsen)"
    r" (?:spørger|spurgte|vil(?:le)? (?:gerne )?(?:vide|høre)|har spurgt(?: om)?|undrer sig over|er i tvivl om),? "
    r"(?=hv(?:ad|em|or\w*|ilke[nt]?)\b)",
    re.IGNORECASE,
)
""" "Vores klimaudvalg spørger, hvilke …": who wants to know says nothing of what."""


def focus_of(text: str) -> str:
    """The sentences that ask, in order; the whole text when none does."""
    text = _ASKER.sub("", text)
    plain, pieces = _pieces(text)
    if len(pieces) < 2:
        return _ORDER_BEFORE.sub("Fortæl", plain)
    asking = [piece for piece in pieces if _ASKS.search(piece)]
    if asks_before(text) and (bare := _BARE.match(pieces[1])):
        return _asked_before(without_frames(pieces[0]), bare)
    asking = [_named_in_full(piece, pieces[0]) for piece in asking]
    return " ".join(asking) if asking else plain


_BARE = re.compile(
    r"\W*hvad (?:er|var|lyder|kan være) (?:mon |så |da )?"
    r"(?:(?P<why>forklaringen|grunden|årsagen|begrundelsen)|svaret|tallet)(?: (?:på det|til det|her|så))?\W*$",
    re.IGNORECASE,
)
"""A question that asks nothing by itself, since the sentence before does: "Hvorfor gør de det? Hvad er svaret?"."""
_ASKS_ITSELF = re.compile(r"\bhv(?:ad|em|or\w*|ilke[nt]?)\b", re.IGNORECASE)


def asks_before(text: str) -> bool:
    """Whether the first of two sentences puts the question, and the second only asks for its answer."""
    pieces = _pieces(text)[1]
    return len(pieces) == 2 and bool(_BARE.match(pieces[1]))


def _asked_before(told: str, bare: re.Match[str]) -> str:
    """The question that the sentence before puts: "(En kollega spørger,) hvorfor …"."""
    if asks := _ASKS_ITSELF.search(told):
        return f"{told[asks.start() :].strip(' .!?')}?"
    return f"{'Hvorfor gælder det, at ' if bare['why'] else ''}{told.strip(' .,!?')}?"


_DEFINITE = re.compile(r"\b(?P<base>[a-zæøå]{3,}?)(?P<ending>en|et|erne)\b")
_NOT_SHORT = frozenset({"sag", "del", "tid", "måde", "gang", "sted", "kommun", "beboer", "meget", "andet"})


def _named_in_full(piece: str, told: str) -> str:
    """A question with the whole word where it only takes up its end: "en ny ældrelov. Hvornår blev loven vedtaget?"."""

    def whole(found: re.Match[str]) -> str:
        if found["base"] in _NOT_SHORT:
            return found[0]
        longer = re.search(rf"\b[A-ZÆØÅa-zæøå]{{3,}}{found['base']}\b", told)
        return f"{longer[0].lower()}{found['ending']}" if longer else found[0]

    return piece if piece == told else _DEFINITE.sub(whole, piece)


_FRAME = re.compile(
    r"\b(?:jeg|vi|man|min \w+|mine \w+|vores \w+|nogen|en (?:kollega|nabo|ven|borger|beboer))\b(?:(?![.?!])[^,])*?"
    r"\b(?:fået at vide|hørt|læst|set|fortalte?|fortalt|nævnte|nævnt|forstået|spurgte|spørger|snakkede|talte"
    r"|undre(?:r|de) sig over|vil(?:le)? (?:gerne )?vide)\b"
    r"(?:,? (?:at|om|en del om))?",
    re.IGNORECASE,
)
""" "Jeg har hørt, at …", "Min nabo fortalte om …": how the asker came to it."""
_OF_ME = re.compile(
    r"(?:^|(?<=[.!?] ))(?:jeg|vi) (?:er|har|sidder|skal|holder|kommer|arbejder|er lige)\b(?:(?![.?!]).){0,25}?"
    r"\b(?:ny|nyvalgt|nye|valgt|\w*møde\w*|medlem"
    r"|på (?:man|tirs|ons|tors|fre)dag|i (?:byrådet|\w*bestyrelsen|udvalget))\b"
    r"(?: (?:i|af) (?:byrådet|\w*bestyrelsen|udvalget))?(?: på (?:man|tirs|ons|tors|fre)dag)?"
    r"(?:,? og(?: vil gerne)?)?[.,]?",
    re.IGNORECASE,
)
"""Who the asker is and what is on for them."""


def without_frames(text: str) -> str:
    """A message without what tells of the asker only."""
    return " ".join(_OF_ME.sub(" ", _FRAME.sub(" ", text)).split())


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
