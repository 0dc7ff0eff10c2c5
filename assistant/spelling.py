"""Endings of words, and the everyday words a typo may be meant for."""

import re
from functools import lru_cache

from assistant.knowledge import knowledge

_ENDINGS = ("", "e", "r", "s", "t", "d", "en", "er", "et", "es", "ed", "ene", "ens", "ers", "ets", "ede", "erne")


def inflects(word: str, form: str) -> bool:
    """Whether two words are one word with two endings."""
    same = next((i for i, (a, b) in enumerate(zip(word, form, strict=False)) if a != b), min(len(word), len(form)))
    return any(word[at:] in _ENDINGS and form[at:] in _ENDINGS for at in range(max(0, same - 2), same + 1))


_NOUN_ENDING = re.compile(r"(?:erne|ene|er|en|et|e)s?$")


def bare(word: str) -> str:
    """A word without the ending of a noun in the plural or with its article."""
    return _NOUN_ENDING.sub("", word)


@lru_cache(maxsize=1)
def field_words() -> tuple[str, ...]:
    """Single words of everyday speech and of the field, as questions may write them."""
    known = knowledge()
    phrases = (*(word for group in known.same for word in group), *known.everyday, *known.figure_soft)
    return tuple(dict.fromkeys(word for word in phrases if word.isalpha() and len(word) >= 5))
