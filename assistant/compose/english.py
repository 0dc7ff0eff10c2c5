"""Key figures said in English; the quotes behind them stay as the documents have them."""

import re

from assistant.figures import Card
from assistant.knowledge import table

_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


def in_english(card: Card, value: str, label: str) -> str | None:
    """The sentence for a figure; None where no template fits. `value`: as shown in Danish, `label`: of its size."""
    data = table("english_answers.toml")
    if card.measure is None or (template := data["figures"].get(card.measure.name)) is None:
        return None
    kind = data["kinds"].get(card.kind or "", "")
    if card.measure.name == "medianhusleje":
        kind = f" for homes of {_sized(label)}" if card.size else ""
    elif "{kind}" in template and not kind:
        return None
    place = f" in {card.place}" if card.place else ""
    period = f" ({card.figure.period})" if card.figure.period else ""
    return str(template).format(v=f"**{english_value(value)}**", kind=kind, p=period, **{"in": place})


def english_name(card: Card) -> str:
    """A short name of what is measured; the document's own label where there is none."""
    data = table("english_answers.toml")
    named = data["kinds"].get(card.kind or "") or data["names"].get(card.measure.name if card.measure else "")
    return str(named or " ".join(card.figure.label.split())[:60])


def english_value(value: str) -> str:
    """ "knap 1.234,5 mio. kr." as "just under 1,234.5 million DKK"."""
    words: dict[str, str] = table("english_answers.toml")["words"]
    said = _NUMBER.sub(lambda found: found[0].translate(str.maketrans(".,", ",.")), value)
    for danish in sorted(words, key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(danish)}(?!\w)", words[danish], said, flags=re.IGNORECASE)
    return said


def _sized(label: str) -> str:
    """ "over 85 m²" with the English word."""
    return re.sub(
        r"\bunder\b", "less than", re.sub(r"\bover\b", "more than", label, flags=re.IGNORECASE), flags=re.IGNORECASE
    )


def english_sum(total: str, parts: list[tuple[str, int]]) -> str:
    """A total and what it is the sum of, each part with its marker."""
    return f"**{english_value(total)}** in total: the sum of {' and '.join(f'{part} [{m}]' for part, m in parts)}."


def english_sum_part(card: Card, value: str) -> str:
    """ "602 (social homes for the elderly) in Kalundborg"."""
    place = f" in {card.place}" if card.place else ""
    age = f"{english_value(card.age.text)} years" if card.age else ""
    return f"{english_value(value)} ({age or english_name(card)}){place}"
