"""What a number in a sentence is a number of: a label in the document's own words, and its place."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import DocumentInfo, Span
from ingest.figures.counted import FUNCTION_WORDS, VERBS
from ingest.figures.flow import shown
from ingest.figures.times import TIMES
from ingest.numbers import Number
from ingest.places import PlaceMention, find_places

_JOINS: Final = frozenset(["og", "men", "mens", "samt", "så", "eller", "for"])
_DEPENDENT: Final = frozenset(["som", "der", "hvilket", "hvor", "hvoraf", "hvis", "når", "fordi", "heraf", "da"])
_SUBJECTS: Final = frozenset(["den", "det", "de", "vi", "han", "hun", "man", "modkandidaten"])
_EXISTS: Final = re.compile(
    r"^(?:(?:og|men|så|i dag|nu|derfor|samtidig|også)\s+)*(?:der\s+(?:er|var|findes|bor|boede|blev|bliver|har været)|"
    r"(?:er|var|findes|bor|blev) der)(?:\s+(?:nu|i alt|i dag|cirka|også|således|stadig|kun))*$|^(?:i alt|samlet|de|af de|heraf|deraf)$",  # noqa: E501
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:[\s•●▪◦‣…]|\.\.\.|[–-]\s|[0-9]{1,2}\.\s(?=(?-i:[A-ZÆØÅ]))|(?:og|men|samt|mens|hvor|hvoraf|at|så|derfor|hvis)\s)+",
    re.IGNORECASE,
)
_COUNTRY: Final = re.compile(
    r"^Danmark\b|\b(?:hele landet|(?:i|for) landet|hele Danmark|landet over|alle landets kommuner|samtlige kommuner|landets|i Danmark|Danmarks|danske|på landsplan|nationalt|landsgennemsnit\w*|over hele landet)\b",  # noqa: E501
    re.IGNORECASE,
)


_COUNTRY_PARTS: Final = ("land", "danmark", "danske", "samtlige", "nationalt")
"""One of them stands in whatever names the country."""
_ONLY_IS: Final = re.compile(r"^(?:er|var|bliver|blev)\s+")
_AFTER_COMMA: Final = re.compile(r",\s*(?:og\s+)?$")
_OF_THOSE: Final = re.compile(r"(?:af (?:dem|disse)|heraf|deraf)\b")
_POINTS_BACK: Final = re.compile(
    r"\s*(?:og|men|mens|hvor)?\s*(?:(?:den|det|de|han|hun)\b(?!\s+\w+e\s+\w)|tallet (?:for|i|på|er|var)\b)(?=\s+\S)"
)
_CLAUSE_BEGINS: Final = re.compile(r"[;(]|\)\s|\s–\s|:\s|,\s")
_CLAUSE_ENDS: Final = re.compile(r"[;()]|\s–\s|,\s")
_NEXT_BEGINS: Final = re.compile(
    r"\s(?:ud af|mod|mens|hvoraf|heraf|svarende til|og|samt|er|til|fra|hjælper|hjalp|fordelt|for|med tilsammen|med i alt)\s"  # noqa: E501
)
_FULL_STOP: Final = re.compile(r"[.!?]+[0-9¹²³⁴⁵⁶⁷⁸⁹]*$")
_DIGIT: Final = re.compile(r"[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEADER: Final = re.compile(r"\s*[.…]{4,}\s*")
_NOTE_MARKS: Final = frozenset("¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Label as shown and the stretch of stored text it was taken from."""

    text: str
    span: Span | None


def label_in_sentence(text: str, sentence: Span, numbers: tuple[Number, ...], at: int) -> Labelled:
    """What numbers[at] is a number of: the words after it when they name the thing, else "subject and verb … rest"."""
    number = numbers[at]
    quantities = [n for n in numbers if n.kind not in TIMES]
    before = [n for n in quantities if n.span[0] < number.span[0]]
    end = _clause_end(text, number.span[1], sentence[1], numbers)
    rivals = [n for n in quantities if number.span[1] <= n.span[0] < end and n.kind != "duration"]
    end = _until_next(text, number.span[1], end, rivals)
    post = _tidy(text[number.span[1] : end])
    join = shown(text[before[-1].span[1] : number.span[0]]) if before else ""
    if join.endswith(" til") and re.search(r"\bsvare(?:nde|r) til$", join):
        return _the_same(text, before[-1], number, post)
    begin = _begin(text, sentence, numbers, number, post)
    lead_end = number.span[0]
    if before and _enumerates(join) and not _has_verb(post):
        lead_end = _chain_start(text, [*before, number]).span[0]
        begin = _clause_begin(text, sentence, lead_end, numbers)
    pre = _strip_lead(shown(text[begin:lead_end]))
    if (not pre or _EXISTS.match(pre)) and _content(post):
        return Labelled(_ONLY_IS.sub("", post), (number.span[1], end))
    label = f"{pre} … {post}" if post else f"{pre} …"
    return Labelled(_limit(label if _DIGIT.search(pre) else label.removesuffix(" …")), (begin, end))


def _begin(text: str, sentence: Span, numbers: tuple[Number, ...], number: Number, post: str) -> int:
    """Where this number's clause begins; the whole sentence where the clause only points back ("af dem", "mens den")."""  # noqa: E501
    at = number.span[0]
    first = post.casefold().split(maxsplit=1)[:1]
    if first and first[0] in VERBS and _AFTER_COMMA.search(text[sentence[0] : at]):
        return at
    begin = _clause_begin(text, sentence, at, numbers)
    return sentence[0] if _OF_THOSE.match(post) or _POINTS_BACK.match(text[begin:at]) else begin


def _has_verb(words: str) -> bool:
    return any(word in VERBS for word in words.casefold().split())


def _the_same(text: str, last: Number, number: Number, post: str) -> Labelled:
    """ "18 pct. er børn under 17 år svarende til 171.000 personer": the second number counts what the first does."""
    own = re.sub(r",?\s*(?:hvilket\s+|det\s+)?svare(?:nde|r) til\s*$", "", text[last.span[1] : number.span[0]])
    own = re.sub(r"^(?:er|var)\s+", "", shown(own).strip(" ,"))
    return Labelled(own or post, (last.span[1], number.span[0]))


def _enumerates(join: str) -> bool:
    """Whether the words between two numbers only finish the first: "familieboliger," or "ungdomsboliger og"."""
    words = join.rstrip(" ,").split()
    ends = join.rstrip().endswith(",") or (bool(words) and words[-1] in ("og", "samt", "eller"))
    body = [w.casefold().strip(",") for w in words if w not in ("og", "samt", "eller")]
    return ends and len(body) <= 4 and not any(w in VERBS or w in _SUBJECTS for w in body)


def _chain_start(text: str, numbers: list[Number]) -> Number:
    """The first number of the enumeration that the last one belongs to."""
    for earlier, later in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        if not _enumerates(shown(text[earlier.span[1] : later.span[0]])):
            return later
    return numbers[0]


def _clause_begin(text: str, sentence: Span, at: int, numbers: tuple[Number, ...]) -> int:
    """Where the clause begins that ends at `at`: after ; : ( or a comma that starts a new main clause."""
    begin = sentence[0]
    for match in _CLAUSE_BEGINS.finditer(text[sentence[0] : at]):
        place = sentence[0] + match.start()
        rest = text[sentence[0] + match.end() : at]
        words = rest.casefold().split()
        if match.group().strip() == "," and (
            not words or words[0] in _DEPENDENT or words[0] in VERBS or len(words) < (2 if words[0] in _JOINS else 3)
        ):
            continue
        if match.group().startswith(")") or (match.group() == "(" and ")" in rest) or _inside(place, numbers):
            continue
        begin = sentence[0] + match.end()
    return begin


def _clause_end(text: str, start: int, end: int, numbers: tuple[Number, ...]) -> int:
    for match in _CLAUSE_ENDS.finditer(text[start:end]):
        if not _inside(start + match.start(), numbers):
            return start + match.start()
    return end


def _inside(place: int, numbers: tuple[Number, ...]) -> bool:
    """Whether a dash or comma stands inside a number, as in "2024 – 2026"."""
    at = bisect_left(numbers, place, key=lambda n: n.span[0]) - 1
    return at >= 0 and place < numbers[at].span[1]


def _until_next(text: str, start: int, end: int, after: list[Number]) -> int:
    """Where this number's words end when another number follows in the clause."""
    if not after:
        return end
    between = text[start : after[0].span[0]]
    cuts = [m.start() for m in _NEXT_BEGINS.finditer(between)]
    if cuts and _content(between[: cuts[-1]]):
        return start + cuts[-1]
    return after[0].span[0] if not cuts else end


def _content(text: str) -> bool:
    """Whether the words name anything beyond small words."""
    return any(len(w[0]) > 1 and w[0].casefold() not in FUNCTION_WORDS for w in _WORD.finditer(text))


def _strip_lead(text: str) -> str:
    return _LEADER.sub(" ", _LEAD.sub("", text)).strip(" ,")


def _tidy(text: str) -> str:
    text = shown(text)
    if text[-1:] in _NOTE_MARKS:
        text = re.sub(r"(?<!m)[¹²³⁴⁵⁶⁷⁸⁹]+$", "", text)
    if not text[-1:].isalpha():
        text = _FULL_STOP.sub("", text)
    return text.lstrip(" ,.)").rstrip(' ,.;:!?(”"')


def _limit(text: str, words: int = 26) -> str:
    """A label keeps to a readable length: the words nearest the ellipsis stay."""
    parts = text.split()
    if len(parts) <= words:
        return text
    mid = parts.index("…") if "…" in parts else len(parts)
    left = parts[max(0, mid - words + 10) : mid]
    return " ".join([*left, *parts[mid : mid + words - len(left)]])


@lru_cache(maxsize=256)
def _places(words: str) -> tuple[PlaceMention, ...]:
    """Places in a sentence, read once for all its figures."""
    return () if words.islower() else find_places(words)


def municipality_of(label: str, around: str, info: DocumentInfo, national_note: bool = False) -> str | None:
    """Whose figure it is: what the label says, else the words around it, else the document; None is the whole country."""  # noqa: E501
    own = info.municipality
    for words in (label, around):
        named = [place for place in _places(words) if place.municipality]
        if own and any(place.municipality == own for place in named):
            return own
        for place in named:
            if re.match(r"s?\s+kommune", words[place.span[1] :], re.IGNORECASE) or re.search(r"kommune", words[slice(*place.span)], re.IGNORECASE) or (own is None and place.span[0] == 0 and words is label):  # fmt: skip  # noqa: E501
                return place.municipality
        if words is label and (national_note or _names_country(words)):
            return None
    return None if own and _only_country(around) else own


def _names_country(words: str) -> bool:
    small = words.lower()
    return any(part in small for part in _COUNTRY_PARTS) and bool(_COUNTRY.search(words))


@lru_cache(maxsize=256)
def _only_country(words: str) -> bool:
    """Whether the words speak of the country and not of the municipality."""
    return _names_country(words) and not re.search(r"\bkommunen\b", words, re.IGNORECASE)
