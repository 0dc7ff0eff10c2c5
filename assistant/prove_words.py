"""Names, negations and directions as the check compares them."""

import re
from functools import lru_cache

from ingest.places import GIVEN_NAMES

_NAME_WORD = r"(?:[A-ZÆØÅÉ][\w’'-]*|[A-ZÆØÅ]\.)"
_NAME = re.compile(rf"{_NAME_WORD}(?:[ \u00a0]{_NAME_WORD})*")
_STARTS = re.compile(r"(?:^|[.!?:…|•–]\s*|[»«”“\"'’(\[]\s*)$")
_NEGATION = re.compile(
    r"\b(?:ikke|ingen|intet|aldrig|hverken|næppe|ej|uden|not|no|none|never|neither|nor|without|cannot)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:mindre|lavere|færre|fald\w*|nedgang\w*|reduce\w*|lower|fewer|less|decreas\w*|fell|dropped)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:mere|højere|flere|steg\w*|stig\w*|vokse\w*|øge\w*|forøge\w*|større"
    r"|higher|more|increas\w*|rose|grew|greater|larger)\b",
    re.IGNORECASE,
)
_NOT_MORE = re.compile(r"\b(?:mere|flere|more|mindre|færre|less|fewer) (?:end|than) (?=hver|\d)", re.IGNORECASE)
_WORD = re.compile(r"\w[\w-]*")
_STOP = """
af alle at blev bliver da de dem den denne der deres det dette disse dog du efter eller en end er et for fra få før godt
ham han har havde have hele her hos hun hvad hver hvis hvor hvordan i jeg kan kun kunne med men mere meget mellem mig
mod
må ned noget nogle nu når og også om omkring op os over på samt sig sin sine skal skulle som så til ud under ved vi vil
ville var være været altså samlet mens imod
the of and in to a is are was were for on by with that this as at from it its has have will be been or which who than
"""
STOP_WORDS = frozenset(_STOP.split())


def fold(text: str) -> str:
    """Case, apostrophes, hyphens and white space out of the way."""
    plain = re.sub(r"[’'`´]", "'", text.casefold().replace("\u00ad", "").replace("aa", "å"))
    return re.sub(r"\s+", " ", plain).strip()


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The folded words of a text, each also without its genitive s, compounds also by their hyphenated parts."""
    found: set[str] = set()
    for word in re.findall(r"[\w.&-]+(?:'s)?", fold(text)):
        bare = word.removesuffix("'s").strip(".-")
        found |= {bare, bare.removesuffix("s"), *bare.split("-")}
    return frozenset(found)


def stem(word: str) -> str:
    """A rough stem, alike for a word's forms: its first six letters."""
    return word.casefold()[:6] if len(word) > 6 else word.casefold()


@lru_cache(maxsize=4096)
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in order; numbers are left out."""
    return tuple(
        stem(w) for w in _WORD.findall(text) if not w[0].isdigit() and w.lower() not in STOP_WORDS and len(w) > 1
    )


def names_in(text: str) -> tuple[str, ...]:
    """Names: capitalised words, and runs of them; a single one only where no sentence, quote or cell begins."""
    found = []
    for match in _NAME.finditer(text):
        name = match[0].rstrip("-'’.")
        begins = bool(_STARTS.search(text[: match.start()]))
        words = name.split()
        if begins and len(words) == 1 and not (name.isupper() and len(name) > 1):
            continue
        if words[0] in ("I", "De", "Dem", "Deres", "Jer") and not begins:
            words = words[1:]
        if words:
            found.append(" ".join(words))
    return tuple(found)


def is_named(name: str, haystack: str, words: frozenset[str], *, begins: bool) -> bool:
    """Whether a name stands in the folded text as a whole; a sentence's first word may be an ordinary one."""
    parts = fold(name).split()
    ordinary = begins and len(parts) > 1 and name.split()[0] not in GIVEN_NAMES and parts[0] not in words
    for skip in (0, 1) if ordinary or (begins and parts[0] in STOP_WORDS) else (0,):
        wanted = " ".join(_bare(p) for p in parts[skip:])
        if (
            wanted in haystack
            or (wanted.endswith("s") and wanted[:-1] in haystack)
            or (len(parts) - skip == 1 and (_bare(parts[-1]) in words or parts[-1] in words))
        ):
            return True
    return False


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("'")


@lru_cache(maxsize=8192)
def bare_text(text: str) -> str:
    """Folded text with genitives off, for finding names as phrases."""
    return " ".join(_bare(w.strip('»«”“"(),;:!?')) for w in fold(text).split())


def negations(text: str) -> tuple[re.Match[str], ...]:
    """The negations of a text."""
    return tuple(_NEGATION.finditer(text))


def directions(text: str, start: int, end: int, reach: int = 26) -> frozenset[str]:
    """Whether "less" or "more" is said right around a number."""
    around = _NOT_MORE.sub(" ", text[max(0, start - reach) : end + reach])
    return frozenset(name for name, pattern in (("less", _LESS), ("more", _MORE)) if pattern.search(around))


def neighbours(text: str, at: re.Match[str]) -> tuple[str | None, str | None]:
    """The stems of the nearest meaningful words before and after a negation."""
    before, after = content_stems(text[: at.start()]), content_stems(text[at.end() :])
    clean_before = [s for s in before if not _NEGATION.fullmatch(s)]
    return (clean_before[-1] if clean_before else None, after[0] if after else None)
