"""Which theme of the goals a word or a text is about, by the words of `data/themes.toml`."""

from functools import lru_cache

from assistant.knowledge import table
from assistant.words import fold, stem, stems, tokens


def find_theme(text: str) -> str | None:
    """The theme of the goals that a text is about, by most words in common."""
    words = set(stems(text))
    hits = {
        name: len(words & {stem(w) for w in marks.split()}) for name, marks in table("themes.toml")["themes"].items()
    }
    for token in tokens(text):
        if name := part_named(token.text):
            hits[name] += 2
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] else None


@lru_cache(maxsize=1)
def _parts() -> dict[str, str]:
    """Folded compound → theme: every beginning with every ending."""
    data = table("themes.toml")["compounds"]
    tails, others = data["tails"].split(), data["not"].split()
    return {
        fold(root + tail): name
        for name, roots in data.items()
        if name not in ("tails", "not")
        for root in roots.split()
        for tail in tails
        if root + tail not in others
    }


def part_named(word: str) -> str | None:
    """The theme whose part of a programme one word names ("demokratidelen", "klimamålet"), or None."""
    return _parts().get(fold(word))


def names_part(text: str) -> bool:
    """Whether a text names a theme's part of a programme in one word."""
    return any(part_named(token.text) for token in tokens(text))
