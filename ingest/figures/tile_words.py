"""The words of one tile read around its value: what stands before it, after it, beside it, and what is its unit."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from ingest.figures.bare import is_only_time
from ingest.figures.cells import Cell, ends_sentence
from ingest.figures.counted import counted
from ingest.figures.draft import Draft, dated
from ingest.figures.times import years_in
from ingest.figures.units import is_measure, is_unit_word, normal
from ingest.numbers import QUANTITIES, read_numbers

NO_LABEL: Final = "tallet står uden en tekst, der siger, hvad det er"
_VERB: Final = re.compile(
    r"\b(?:er|var|har|havde|blev|bliver|udgør|udgjorde|koster|kostede|ligger|lå|findes|fandtes|bor|boede|steg|faldt)\b",
    re.I,
)
"""A lead with a verb is a sentence that goes on after the number, and no heading."""
_REMARK: Final = re.compile(
    r"(?:heraf|hvoraf|deraf|fordelt på|svarende til|mod|gennemsnit for|opgjort|inkl\.|ekskl\.)\b", re.I
)
OPEN: Final = re.compile(
    r"\b(?:på|for|til|udgør|udgjorde|er|var|har|havde|med|over|under|af|blev|bor|i|cirka|ca\.|knap|omkring|godt|næsten)$",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"(?:der|det|i|siden|vi|kommunen) \w", re.IGNORECASE)
"""How a sentence begins, and no heading: "Der blev underskrevet", "I 2025 brugte boligorganisationerne"."""
OF_THEM: Final = re.compile(r"(?:af dem|af disse|heraf|deraf|hvoraf)\b", re.IGNORECASE)
"""A text that tells a part of what the sentence before it counts."""
_UNIT_HEAD: Final = re.compile(
    r"((?:mio|mia)\. ?kr\.(?: pr\. [\wæøå²]+)?|kr\. pr\. [\wæøå²]+|kr\.(?!\w)|pct\.|procent\b|%|m²|ton CO[2₂]\S*|ton\b)\s*",  # noqa: E501
    re.IGNORECASE,
)


_PARTICLE: Final = re.compile(r"([^\W\d_]+) ((?:op|ned|ind|ud|frem|om|af|til|fra|på|væk|over|igennem|i brug)\.?)", re.I)
_PER_HEAD: Final = re.compile(r"(pr\. [\wæøå²]+|om (?:måneden|året))(?:\s+|$)", re.IGNORECASE)
_VERB_FIRST: Final = re.compile(r"(?:er|var|har|havde|blev|bliver|fik|får|kom|bor|findes|står)\b")


def tile_draft(value: Cell, cells: Sequence[Cell]) -> Draft:
    """The words of one tile read around its value: "Almene boliger udgør" 15 "pct." "af boligmassen i kommunen"."""
    cells = [c for c in cells if not any(titles(t, c) and c.text[:1].isupper() and _level(t, value) for t in cells)]
    units = [c for c in cells if c.is_unit]
    unit_cell = min(units, key=lambda c: value.box.distance(c.box), default=None)
    texts = [c for c in cells if not (c.is_unit or c.is_missing or c.is_value)]
    times = [c for c in texts if is_only_time(c.text)] if any(not is_only_time(c.text) for c in texts) else []
    if times and not any(_reads_through(c, texts, value) for c in times):
        texts = [c for c in texts if c not in times]
    else:
        times = []
    ends = [c for c in texts if _ends_lead(c, texts, units, value)]
    told = [c for c in texts if c not in ends and ends_sentence(c.text) and _precedes(c, value) and len(texts) > 1]
    texts = [c for c in texts if c not in told]
    before = [c for c in texts if c not in ends and _precedes(c, value)]
    after = [c for c in texts if c not in before]
    order: Callable[[Cell], tuple[float, float]] = lambda c: (round(c.box.y0 / 4), c.box.x0)  # noqa: E731
    before.sort(key=order)
    after.sort(key=order)
    after = _without_description(after)
    before, after = _opened(before, after)
    unit = value.number.unit if value.number else ""
    if unit_cell is not None:
        unit = normal(unit_cell.text)
    tail = " ".join(c.text for c in after)
    if not unit and _UNIT_HEAD.match(tail):
        unit, tail = unit_and_rest(tail)
        unit_cell = after[0]
    while unit and (goes_on := _PER_HEAD.match(tail)) and is_measure(f"{unit} {_per(goes_on)}"):
        unit, tail = normal(f"{unit} {_per(goes_on)}"), tail[goes_on.end() :]
    noun = _unit_word(after, value)
    reads_on = bool(before) and bool(OPEN.search(before[-1].text) or _OPENS.match(before[0].text))
    if not unit and noun is not None and (before or len(after) > 1) and not reads_on:
        unit, end = _without_particle(noun.text)
        unit_cell = noun
        after = [c for c in after if c is not noun]
        ended = bool(end and before and _VERB.search(before[-1].text))
        tail = " ".join([*([end] if ended else []), *(c.text for c in after)])
    if not unit and tail and is_counted_word(first := tail.split()[0]) and first != tail:
        unit = first  # "tom i" 19 "dage i 2024"
    group, label = _read(before, tail)
    if not unit and group and group.isalpha() and group.islower() and _VERB_FIRST.match(label):
        unit, group, label = group, "", f"{group} {label}"  # "solcelleanlæg" over "er sat op på taget"
    words = tuple(c for c in (*before, *after) if c is not unit_cell or c.text != unit)
    period = years_in(" ".join(c.text for c in times)) or next((dated(c.text) for c in times), None)
    return Draft(value, label, words, unit, unit_cell, group, "", tuple(times), period, None if label else NO_LABEL)


def is_counted_word(word: str) -> bool:
    """Whether a word in small letters is one that is counted and stands for a unit ("dage", "husstande")."""
    return word[:1].islower() and word.isalpha() and is_unit_word(word)


def unit_and_rest(words: str) -> tuple[str, str]:
    """The unit or noun that the words after a number begin with, and the rest: "kr. om året" → kr. pr. år."""
    if not (match := _UNIT_HEAD.match(words)):
        return (counted(words), words) if words[:1].islower() else ("", words)
    unit, rest = normal(match.group(1)), words[match.end() :]
    while (goes_on := _PER_HEAD.match(rest)) and is_measure(f"{unit} {_per(goes_on)}"):
        unit, rest = normal(f"{unit} {_per(goes_on)}"), rest[goes_on.end() :]
    return unit, rest


def _per(words: re.Match[str]) -> str:
    """ "om måneden" as the unit's end is spelt: "pr. måned"."""
    return re.sub(r"^om (måned|år)e[nt]$", r"pr. \1", words.group(1), flags=re.IGNORECASE)


def _ends_lead(cell: Cell, texts: Sequence[Cell], units: Sequence[Cell], value: Cell) -> bool:
    """Whether a text goes on with the sentence that a lead begins, under the unit between them, though the value stands right of all three: "… var på" / "pct." / "i 2023." 16."""  # noqa: E501
    if not cell.text[:1].islower() or not _precedes(cell, value):
        return False
    leads = [c for c in texts if c is not cell and OPEN.search(c.text)]
    return any(c.box.y1 <= u.box.y0 + 2 and u.box.y1 <= cell.box.y0 + 2 for c in leads for u in units)


def _opened(before: list[Cell], after: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """The words before and after the value; a lead right of it that waits for the value stands before a text that begins with its unit."""  # noqa: E501
    for i in range(1, len(after)):
        if OPEN.search(after[i - 1].text) and _UNIT_HEAD.match(after[i].text):
            return [*before, *after[:i]], after[i:]
    return before, after


def is_remark(words: str) -> bool:
    """Whether a text adds something to a tile and does not name it: "Heraf 412 ungdomsboliger", "Fordelt på 6 byer"."""
    added = bool(_REMARK.match(words))
    return added or any(n.kind in QUANTITIES and n.kind != "duration" for n in read_numbers(words))


def _reads_through(time: Cell, texts: Sequence[Cell], value: Cell) -> bool:
    """Whether a time ends the sentence that a lead begins: "Fraflytningen var på" 13 "pct." "i 2024."."""
    return not time.text[:1].isdigit() and any(OPEN.search(c.text) and _precedes(c, value) for c in texts)


def _level(title: Cell, value: Cell) -> bool:
    """Whether a name stands beside a value, not over or under it."""
    return value.box.y0 < title.box.y1 and title.box.y0 < value.box.y1 and title.box.gap(value.box)[0] > 0


def _without_description(after: list[Cell]) -> list[Cell]:
    """The words after a value without a new sentence in smaller print under the label."""
    if len(after) < 2 or not after[0].text[:1].isupper():
        return after
    return [c for i, c in enumerate(after) if not i or c.size > 0.95 * after[0].size or not c.text[:1].isupper()]


def _precedes(cell: Cell, value: Cell) -> bool:
    """Whether a text is read before the value: it stands above it, or left of it."""
    if cell.box.y1 <= value.box.y0 + 0.45 * value.size and cell.box.x0 < value.box.x1:
        return True
    if cell.box.y1 <= value.box.y0 + 0.1 * value.size:
        return True
    return cell.box.x1 <= value.box.x0 + 1 and cell.box.y0 < value.box.y1


def _unit_word(after: Sequence[Cell], value: Cell) -> Cell | None:
    """A lower-case word or two under a value or right beside it is what it counts ("1.126 / udlejninger")."""
    for cell in after:
        under = cell.box.y0 >= value.box.y1 - 0.35 * value.size and (
            abs(cell.box.cx - value.box.cx) < max(value.box.width, 20) / 2 or _ends_under(cell, value)
        )
        short = len(cell.text.split()) <= (2 if under else 1) and cell.text[:1].islower()
        if (under or _beside(cell, value)) and short and not read_numbers(cell.text):
            return cell
    return None


def _ends_under(cell: Cell, value: Cell) -> bool:
    """Whether a text in smaller print stands right under a value and ends where it ends."""
    near = -0.35 * value.size < cell.box.y0 - value.box.y1 < cell.size
    return near and abs(cell.box.x1 - value.box.x1) < 1.5 and cell.size < 0.8 * value.size


def _without_particle(words: str) -> tuple[str, str]:
    """What is counted, and the small word that ends the sentence's verb ("solcelleanlæg op." → sat op)."""
    match = _PARTICLE.fullmatch(words)
    return (match[1], match[2]) if match else (words, "")


def _beside(cell: Cell, value: Cell) -> bool:
    """Whether a plain small word stands right of a value, on its line."""
    near = -1 < cell.box.x0 - value.box.x1 < value.size and value.box.y0 < cell.box.cy < value.box.y1
    return near and cell.text.isalpha() and cell.size < 0.8 * value.size


def _read(before: Sequence[Cell], tail: str) -> tuple[str, str]:
    """(heading, label): a lead that reads on through the value is part of the label, any other lead is a heading."""
    lead = " ".join(c.text for c in before)
    tail = tail.strip()
    if not lead:
        return "", tail
    if tail and len(before) == 1 and is_remark(tail):
        return "", lead
    if not tail:
        if len(before) > 1 and before[0].size > 1.08 * before[-1].size:
            return before[0].text, " ".join(c.text for c in before[1:])
        return "", f"{lead} …" if OPEN.search(lead) else lead
    goes_on = OPEN.search(lead) or (tail[:1].islower() and (_OPENS.match(lead) or _VERB.search(lead)))
    if goes_on or re.match(r"(?:i\s+(?:19|20)[0-9]{2}|\((?:19|20)[0-9]{2})", tail):
        return "", f"{lead} … {tail}"
    return lead, tail


def titles(title: Cell, text: Cell) -> bool:
    """Whether a text is set larger right over another: then it is the name and the other its description."""
    aligned = abs(title.box.x0 - text.box.x0) < 3 or abs(title.box.x1 - text.box.x1) < 3
    near = -0.3 * title.size < text.box.y0 - title.box.y1 < 0.8 * title.size
    return title is not text and not title.is_unit and aligned and near and title.size > 1.06 * text.size
