"""A question that ja or nej may answer, as the words that a sentence must say: "Har beboerne flertal i …?"."""

import re
from dataclasses import dataclass

from assistant.knowledge import table
from assistant.words import Token, tokens

_OPENING = r"^\W*(?:og |men |så |altså |mon )?"
_THAT = re.compile(
    rf"{_OPENING}(?:er det |mon det er |passer det,? |stemmer det,? )"
    r"(?:rigtigt|sandt|korrekt|faktisk rigtigt|virkelig rigtigt)?,? ?at (?P<said>.+)$",
    re.IGNORECASE,
)
_VERB = "|".join(table("polar.toml")["verbs"]["words"].split())
_ASKS = re.compile(rf"{_OPENING}(?P<verb>{_VERB}) (?P<said>.+)$", re.IGNORECASE)
_ANY_VERB = re.compile(
    r"^\W*(?P<verb>(?!hv)\w{3,}(?:er|[ltkpsb]te|ede|dte)) (?P<said>(?!(?:i|på|til|for|af|med|og|om|fra|ved|hos)\b).+)$",
    re.IGNORECASE,
)
"""A verb that is not listed, by its ending; a noun is followed by a preposition."""
_NEXT = re.compile(r"[,.?!–:;]\s*(?:og |men |eller )?(?:hv\w+|i givet fald|i så fald)\b.*$", re.IGNORECASE)
"""What is asked besides."""
_SECOND = re.compile(r",? og (?:hv\w+|i givet fald|i så fald)\b.*$|[?.!].*$", re.IGNORECASE)
_OTHERWISE = re.compile(r"\beller\b", re.IGNORECASE)
_NOT = frozenset(("ikke", "ingen", "intet", "aldrig", "hverken", "ingenting"))
_SMALL = frozenset(table("polar.toml")["small"]["words"].split())
"""Words that carry nothing a sentence must repeat."""


@dataclass(frozen=True, slots=True)
class Polar:
    """`verb`: the first word in lower case, "" after "er det rigtigt, at"; `words`: what must be said, in order."""

    verb: str
    there: bool
    """Whether it is asked if there is such a thing ("Er der …?")."""
    words: tuple[Token, ...]
    negated: bool
    without: bool
    """Whether it names something with "uden"."""
    joined: bool
    """Whether it names several things with "og"."""
    more: bool
    """Whether something else is asked in the same breath."""

    @property
    def tag(self) -> bool:
        """Whether a whole sentence is put forward to be confirmed."""
        return not self.verb


def polar_of(text: str) -> Polar | None:
    """The question as a claim; None where ja or nej is no answer to it."""
    said = re.sub(r"\s+", " ", text).strip()
    more = bool(_SECOND.search(said.rstrip(" ?.!")))
    head = _NEXT.sub("", _SECOND.sub("", said))
    found = _THAT.match(head) or _ASKS.match(head) or (_ANY_VERB.match(head) if said.endswith("?") else None)
    if found is None or _OTHERWISE.search(head):
        return None
    verb = (found.groupdict().get("verb") or "").lower()
    claim = tokens(found["said"])
    there = bool(claim) and claim[0].text.lower() == "der"
    if not verb and there:
        at = next((i for i, t in enumerate(claim[:4]) if t.text.lower() in ("er", "var", "findes")), 0)
        claim = [t for i, t in enumerate(claim) if i not in (0, at)]
    negated = any(token.text.lower() in _NOT for token in claim)
    words = tuple(t for t in claim if is_said(t) and t.text.lower() not in _NOT)
    joined = any(token.text.lower() == "og" for token in claim)
    without = any(token.text.lower() == "uden" for token in claim)
    return Polar(verb, there, words, negated, without, joined, more) if words else None


def is_said(token: Token) -> bool:
    """Whether a word carries something of its own."""
    return token.text.lower() not in _SMALL


def is_negation(token: Token) -> bool:
    """Whether a word turns what is said into its contrary."""
    return token.text.lower() in _NOT
