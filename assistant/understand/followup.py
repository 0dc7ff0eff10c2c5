"""A question that leans on the one before it becomes one that stands alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Turn
from assistant.knowledge import table
from assistant.lexicon import soft_stems, stop_stems
from assistant.measures import kinds_in, replace_kinds
from assistant.understand.documents import choose_programme, named_kinds, period_of, relative_named
from assistant.understand.english import translate
from assistant.understand.followup_figures import append, on_figures
from assistant.understand.language import find_language, is_small_english
from assistant.understand.leaning import named_or_bare, put_back
from assistant.understand.persons_meant import with_person
from assistant.understand.query import Period, Query
from assistant.understand.slots import find_age, find_municipalities, find_periods, find_size, is_here
from assistant.understand.topic import in_english, said_outright
from assistant.understand.turning import SAME_TIME, turned
from assistant.words import fold, stem, tokens
from index.evidence import DocumentEntry


@dataclass(frozen=True, slots=True)
class Standalone:
    """The question on its own; `carry` when the words of the earlier question still count as context."""

    text: str
    carry: bool = False


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = table("followups.toml")
    flags = re.IGNORECASE
    return (
        re.compile("|".join(data["starts"]), flags),
        re.compile("|".join(data["holds"]), flags),
        re.compile(data["strip"], flags),
    )


def stand_alone(
    question: str, previous: Query | None, entries: tuple[DocumentEntry, ...], turns: tuple[Turn, ...] = ()
) -> Standalone:
    """The standalone question; the question itself when it opens a new topic."""
    starts, holds, strip = _patterns()
    asked = question.strip()
    if previous is None:
        return Standalone(asked)
    asked = said_outright(asked)
    if whole := turned(asked, previous) or in_english(asked, previous) or put_back(asked, previous, entries):
        return Standalone(whole)
    danish = translate(asked) if previous.language == "en" else asked
    content = _content(danish)
    if previous.language == "en":
        content = [word for word in content if not is_small_english(word)]
    leans = bool(starts.search(asked)) or (bool(holds.search(asked)) and len(content) <= 4) or not content
    if not leans:
        return Standalone(asked)
    if special := _special(asked, previous, turns, content):
        return Standalone(special)
    asked = with_person(asked, turns, previous)
    rest = strip.sub("", asked)
    rest = rest[:1].upper() + rest[1:]
    period = _relative_period(asked, previous, entries)
    swapped = _swap_slots(asked, previous, period)
    if swapped and (len(content) == 0 or _same_but_slots(asked, content, previous)):
        return Standalone(swapped)
    about_person = bool(re.search(r"\b(?:han|hun|ham|hende|he|she|him)\b", question, re.IGNORECASE))
    swap = None if about_person else _swap_kind(danish, previous) or _swap_word(asked, previous)
    if swap and len(content) <= 1:
        return Standalone(swap)
    pronoun = bool(
        re.search(
            r"\b(?:han|hun|ham|hende|hans|hendes|det|den|de|dem|der|dets|deres|disse|denne)\b", rest, re.IGNORECASE
        )
    )
    if about_person and rest != strip.sub("", question.strip()):
        return Standalone(rest, carry=pronoun)  # a person is asked about at any time
    return Standalone(_with_slots(rest, previous, period, entries), carry=pronoun or len(content) <= 1)


def _same_but_slots(asked: str, content: list[str], previous: Query) -> bool:
    """Whether a question asks the one before again, of another time or place: its words are all there already."""
    said = {token.stem for token in tokens(previous.question)}
    first = re.search(r"\bhv\w+(?: m(?:ange|eget))?", asked, re.IGNORECASE)
    return set(content) <= said and (first is None or first[0].lower() in previous.question.lower())


def leans(question: str) -> bool:
    """Whether a question that comes after another has no topic of its own ("hvad koster det?")."""
    return len(_content(translate(question) if find_language(question) == "en" else question)) <= 1


def _content(question: str) -> list[str]:
    """Words of the question that could open a topic of their own: not slots, not small words."""
    taken = [span for _, span in find_periods(question)] + [span for _, span in find_municipalities(question)]
    taken += [found[1] for found in (find_size(question), find_age(question)) if found]
    left = []
    for token in tokens(question):
        if any(a <= token.start < b for a, b in taken) or token.is_number:
            continue
        if token.stem in stop_stems() or fold(token.text) in stop_stems() or token.stem in soft_stems():
            continue
        if token.stem in _SLOT_WORDS or len(token.text) < 2:
            continue
        left.append(token.stem)
    return left


_ORDINALS = {"første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sidste": -1}
_GOAL_LINE = re.compile(r"^\d+\. (.+?)(?: \[\d+\])*$", re.MULTILINE)
_LOOSE = {"unge": "ungdomsboliger", "familier": "familieboliger", "ældre": "ældreboliger", "ungdom": "ungdomsboliger"}


def _special(asked: str, previous: Query, turns: tuple[Turn, ...], content: list[str]) -> str | None:
    """Follow-ups that work on the earlier answers: the year of that figure, the difference, the sum, the second goal."""  # noqa: E501
    lower = asked.lower()
    if re.search(r"\b(?:hvilket år|hvornår|hvor gammelt?|hvor nyt?)\b.{0,25}\btal(?:let|lene)?\b", lower):
        return previous.question
    if len(content) <= 1 and re.search(
        r"^\W*(?:uddyb(?: (?:det|dem))?(?: lidt| nærmere)*\W*$|(?:fortæl|sig|forklar)\b.{0,12}\b(?:mere|nærmere)\W*$)",
        lower,
    ):
        return previous.question
    if previous.wants("reason") and re.search(r"^\W*(?:men |og )?hvorfor(?: det| så| dog| egentlig)?\W*$", lower):
        return previous.question
    thing = next((t.text for t in previous.terms if t.kind == "word" and not t.verb), None)
    if thing and not previous.places and re.search(r"\bbor?\b[^?]{0,20}\bder\W*$", lower):
        return re.sub(r"\bder\W*$", f"i {thing}?", asked, flags=re.IGNORECASE)
    told = turns[-1].answer.answer if turns and turns[-1].answer else ""
    goals = _GOAL_LINE.findall(told)
    ordinal = re.search(r"\b(?:det|den|nummer|punkt) (første|andet|anden|tredje|fjerde|femte|sidste)\b", lower)
    if goals and ordinal and abs(_ORDINALS[ordinal[1]]) <= len(goals):
        number = _ORDINALS[ordinal[1]]
        return f"Nævn punkterne under {goals[number - 1 if number > 0 else number]}"
    return on_figures(asked, previous, turns, content)


def _swap_kind(question: str, previous: Query) -> str | None:
    """The previous question with another kind of dwelling."""
    old = kinds_in(previous.text)
    lower = question.lower()
    new = kinds_in(question) or tuple(kind for word, kind in _LOOSE.items() if re.search(rf"\b{word}\b", lower))
    if not old or not new or old == new or find_municipalities(question):
        return None
    return replace_kinds(previous.text, new[0])


_SLOT_WORDS = frozenset(
    stem(w)
    for w in [
        "før",
        "efter",
        "år",
        "tidligere",
        "senere",
        "forrige",
        "næste",
        "periode",
        "kommune",
        "kvadratmeter",
        "m2",
        "fyldt",
        "gammel",
        "ny",
        "nye",
        "hele",
        "landet",
        "landsplan",
        "program",
        "bag",
        "stod",
        "stadig",
        "sted",
        "stedet",
        "tager",
        "igen",
        "samme",
        "tilsvarende",
    ]
)


def _relative_period(question: str, previous: Query, entries: tuple[DocumentEntry, ...]) -> Period | None:
    """The period that "two years earlier", "the one before" or "the new one" means after the previous question."""
    lower = question.lower()
    before = previous.periods[0] if previous.periods else None
    if re.search(r"\b(?:året før|et år (?:før|tidligere))\b", lower) and before:
        return Period(before.start - 1, before.end - 1, "")
    relative = relative_named(question)
    if relative is None:
        return None
    entry = choose_programme(entries, relative, before)
    if entry and (found := period_of(entry)):
        return found
    if before and relative in ("previous", "next"):
        step = 2 if before.end > before.start else 1
        step = -step if relative == "previous" else step
        return Period(before.start + step, before.end + step, "")
    return None


def _swap_slots(question: str, previous: Query, period: Period | None) -> str | None:
    """The previous question with the new place, period, size or age in the place of the old ones."""
    text, changed = previous.question, False
    places = [name for name, _ in find_municipalities(question)]
    old_places = find_municipalities(text)
    if places:
        if old_places:
            a, b = old_places[-1][1]
            text = text[:a] + places[0] + text[b:]
        else:
            text = append(
                re.sub(r"\b(?:i|på) (?:hele )?(?:danmark|landet|landsplan)\b", "", text, flags=re.IGNORECASE),
                f"i {places[0]}",
            )
        changed = True
    years = find_periods(question)
    new = years[0][0].text if years else period.label if period else None
    if new:
        old = find_periods(text)
        if old:
            a, b = old[0][1]
            text = text[:a] + new + text[b:]
        else:
            text = append(text, f"i {new}")
        changed = True
    for finder, found in named_or_bare(question, text):
        if found:
            old_slot = finder(text)
            text = (
                re.sub(r"\bmellem\s+$", "", text[: old_slot[1][0]]) + found[0].text + text[old_slot[1][1] :]
                if old_slot
                else append(text, found[0].text)
            )
            changed = True
    if is_here(question) and not changed:
        text, changed = append(text, "i vores kommune"), True
    if re.search(r"\b(?:hele landet|på landsplan|i danmark|nationalt)\b", question, re.IGNORECASE) and not places:
        if old_places:
            a, b = old_places[-1][1]
            text = text[:a] + "hele landet" + text[b:]
        else:
            text = append(text, "i hele landet")
        changed = True
    return re.sub(r"\s+", " ", text).strip() if changed else None


def _swap_word(question: str, previous: Query) -> str | None:
    """The previous question with one word changed for another of its kind."""
    lower, old = question.lower(), previous.question
    for group in table("followups.toml")["swaps"]:
        new = next((w for w in sorted(group, key=len, reverse=True) if re.search(rf"\b{w}\w{{0,3}}\b", lower)), None)
        there = next(
            (w for w in sorted(group, key=len, reverse=True) if re.search(rf"\b{w}\w{{0,3}}\b", old, re.IGNORECASE)),
            None,
        )
        if new and there and new != there:
            return re.sub(rf"\b{there}\w{{0,3}}\b", new, old, count=1, flags=re.IGNORECASE)
    return None


def _with_slots(rest: str, previous: Query, period: Period | None, entries: tuple[DocumentEntry, ...]) -> str:
    """The new question with the place, period or document it takes over from the previous one."""
    text = SAME_TIME.sub("", rest) if previous.periods else rest
    if previous.places and not find_municipalities(text) and not re.search(r"\blandet\b|\blandsplan\b", text):
        text = re.sub(r" d[eé]r(?=\W*$)", "", text)
        link, joint = ("in", " and ") if previous.language == "en" else ("i", " og ")
        text = append(text, f"{link} {joint.join(previous.places)}")
    kinds = named_kinds(text)
    if not find_periods(text):
        label = period.label if period else previous.periods[0].label if previous.periods else None
        programme = "maalprogram" in previous.kinds or any(
            e.info.kind == "maalprogram" and e.id in previous.documents for e in entries
        )
        if label and programme and not kinds:
            text = append(text, f"i Almene mål {label}")
        elif label:
            text = append(text, f"{'in' if previous.language == 'en' else 'i'} {label}")
    return text
