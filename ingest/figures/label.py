"""What a number in a sentence is a number of: a label in the document's own words, its unit, its period and its place."""

import re
from dataclasses import dataclass
from typing import Final

from ingest.document import DocumentInfo, Span
from ingest.figures.flow import shown
from ingest.numbers import Number, read_numbers
from ingest.places import find_places

_FUNCTION: Final = frozenset(
    "af i på til for fra med om ved og eller der som er var bliver blev den det de en et at har havde mod hvoraf heraf svarende "
    "svarer hvilket mens samt men så også ud under over pr vil kan skal ligger lå siden inden efter hos mellem hvor når".split()
)
_NO_NOUN: Final = frozenset(
    "mødtes deltog hjælper hjalp støttet deltaget svarede svarer betaler udgør udgjorde steg faldt valgt fik får "
    "lavere højere flere færre mere mindre større årligt".split()
)
_ADJECTIVE: Final = re.compile(
    r"(?:(?:sk|al|end|ed|ig|lig|iv|bar|som|løs|ært)e|nye|store|små|unge|ældre|almene|flere|andre|ekstra|grønne|tomme|gratis|"
    r"første|sidste|seneste|største|mindste|støttede|lokale|alment|nyt|stort)$",
    re.IGNORECASE,
)
_EXISTS: Final = re.compile(
    r"^(?:(?:og|men|så|i dag|nu|derfor|samtidig|også)\s+)*(?:der\s+(?:er|var|findes|bor|boede|blev|bliver|har været)|"
    r"(?:er|var|findes|bor|blev) der)(?:\s+(?:nu|i alt|i dag|cirka|også|således|stadig|kun))*$|^(?:i alt|samlet|de|af de|heraf|deraf)$",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"^(?:[\s•●▪◦‣…]|\.\.\.|[–-]\s|(?:og|men|samt|mens|hvor|hvoraf|at|så|derfor|hvis)\s)+", re.IGNORECASE
)
_COUNTRY: Final = re.compile(
    r"\b(?:hele landet|landet over|landets|i Danmark|Danmarks|danske|på landsplan|nationalt|landsgennemsnit\w*|over hele landet)\b",
    re.IGNORECASE,
)
_NEXT_YEAR: Final = re.compile(
    r"^\s*\(?(?:i|i perioden|fra|pr\.|per|ved udgangen af|inden udgangen af|inden|siden|ultimo|primo|medio|,)?\s*\(?$",
    re.I,
)
_RELATIVE: Final = re.compile(
    r"\båret (?:før|forinden|inden)\b|\bforrige år\b|\bsidste år\b|\bbasisåret\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """Label as shown and the stretch of stored text it was taken from."""

    text: str
    span: Span | None


def label_in_sentence(text: str, sentence: Span, numbers: tuple[Number, ...], at: int) -> Labelled:
    """The clause around numbers[at]: what follows it when that names the thing, else "subject and verb … rest"."""
    number = numbers[at]
    begin, end = _clause(text, sentence, number.span)
    quantities = [n for n in numbers if n.kind not in ("year", "period", "date", "time", "reference", "ordinal", "age")]
    before = [n for n in quantities if begin <= n.span[0] < number.span[0]]
    after = [n for n in quantities if number.span[1] <= n.span[0] < end]
    post_end = _until_next(text, number.span[1], end, after)
    post = _tidy(text[number.span[1] : post_end])
    start = before[-1].span[1] if before else begin
    pre = _strip_lead(shown(text[start : number.span[0]]))
    if before and not _content(_connectives_off(pre)):
        return _enumerated(text, sentence, number, before, post, post_end)
    if not before and not _content(pre) and not _EXISTS.match(pre) and begin > sentence[0] and len(post.split()) <= 3:
        begin = _clause(text, sentence, (begin - 1, begin - 1))[0]
        pre = _strip_lead(shown(text[begin : number.span[0]]))
    if (not pre or _EXISTS.match(pre)) and _content(post):
        cut = re.sub(r"^(?:er|var|bliver|blev)\s+", "", post)
        return Labelled(cut, (number.span[1], post_end))
    whole = f"{pre} … {post}" if post else pre
    return Labelled(_limit(whole), (start if before else begin, post_end))


def _clause(text: str, sentence: Span, at: Span) -> Span:
    """The clause around `at`: cut at ; : ( ) dashes and at commas, where both sides keep enough words."""
    left = sentence[0]
    for match in re.finditer(r"[;()]|\s–\s|:\s|,\s", text[sentence[0] : at[0]]):
        rest = text[sentence[0] + match.end() : at[0]]
        if match.group().strip() == "," and not _verb_clause(rest):
            continue
        left = sentence[0] + match.end()
    right = sentence[1]
    for match in re.finditer(r"[;()]|\s–\s|,\s", text[at[1] : sentence[1]]):
        right = at[1] + match.start()
        break
    return left, right


def _verb_clause(rest: str) -> bool:
    """Whether the words after a comma start a clause of their own, rather than end the one before."""
    words = rest.split()
    return (
        not words
        or words[0].casefold() in ("hvor", "hvoraf", "som", "der", "og", "men", "så", "hvilket", "mens", "at")
        or len(words) >= 3
    )


def _until_next(text: str, start: int, end: int, after: list[Number]) -> int:
    """Where this number's words end when another number follows in the clause."""
    if not after:
        return end
    between = text[start : after[0].span[0]]
    cuts = [
        m.start()
        for m in re.finditer(
            r"\s(?:ud af|mod|mens|hvoraf|heraf|svarende til|og|samt|er|til|fra|hjælper|fordelt)\s", between
        )
    ]
    if cuts and _content(between[: cuts[-1]]):
        return start + cuts[-1]
    return after[0].span[0] if not cuts else end


def _enumerated(text: str, sentence: Span, number: Number, before: list[Number], post: str, post_end: int) -> Labelled:
    """ "svarende til 171.000 personer", "mod 276 året før", "358 ungdomsboliger og": words are shared with an earlier number."""
    first = before[0]
    join = shown(text[before[-1].span[1] : number.span[0]])
    if re.search(r"\bsvare(?:nde|r) til$", join):
        own = shown(
            re.sub(r",?\s*(?:hvilket\s+|det\s+)?svare(?:nde|r) til\s*$", "", text[before[-1].span[1] : number.span[0]])
        )
        own = re.sub(r"^(?:er|var)\s+", "", own.strip(" ,"))
        return Labelled(own or post, (before[-1].span[1], number.span[0]))
    begin, _ = _clause(text, sentence, first.span)
    lead = _strip_lead(shown(text[begin : first.span[0]]))
    if join in ("", ",", "og", "samt", ", og") or (join.split()[-1:] == ["og"] and _content(post)):
        label = f"{lead} … {post}" if _content(lead) and not _EXISTS.match(lead) else post
        return Labelled(_limit(label), (number.span[1], post_end))
    whole = f"{_strip_lead(shown(text[begin : number.span[0]]))} … {post}".rstrip(" …") if post else ""
    whole = whole or _strip_lead(shown(text[begin : number.span[0]])) + " …"
    return Labelled(_limit(whole), (begin, post_end))


def _connectives_off(pre: str) -> str:
    return re.sub(r"^(?:[,;]|og|samt|til|fra|mod|svarende til|hvilket svarer til|ud af|i alt|\s)+", "", pre)


def _content(text: str) -> bool:
    """Whether the words name anything beyond small words."""
    return any(w.casefold() not in _FUNCTION and len(w) > 1 for w in re.findall(r"[^\W\d_]+", text))


def _strip_lead(text: str) -> str:
    return _LEAD.sub("", text).strip(" ,")


def _tidy(text: str) -> str:
    text = re.sub(r"[¹²³⁴⁵⁶⁷⁸⁹]+$", "", shown(text).strip())
    return re.sub(r"^[\s,.)]+|[\s,.;:!?(”\"]+$", "", re.sub(r"[.!?]+[0-9¹²³⁴⁵⁶⁷⁸⁹]*$", "", text))


def _limit(text: str, words: int = 26) -> str:
    """A label keeps to a readable length: the words nearest the ellipsis stay."""
    parts = text.split()
    if len(parts) <= words:
        return text
    mid = parts.index("…") if "…" in parts else len(parts)
    left = parts[max(0, mid - words + 10) : mid]
    return " ".join([*left, *parts[mid : mid + words - len(left)]])


def counted(post: str) -> str:
    """The noun a count counts, from the words after it: "nye almene boliger, hvilket" → "boliger"; "" where unsure."""
    words = re.match(r"\s*((?:[^\W\d_]+(?:-[^\W\d_]+)*\s*){1,5})", post)
    for word in words.group(1).split() if words else []:
        folded = word.casefold()
        if folded in _FUNCTION or folded in _NO_NOUN:
            return ""
        if not _ADJECTIVE.search(folded):
            return head_noun(word)
    return ""


def head_noun(word: str) -> str:
    """The counted thing inside a compound: "familieboliger" → "boliger"; other words as they are."""
    folded = word.casefold()
    for head in ("boliger", "personer", "husstande", "afdelinger", "organisationer", "medlemmer"):
        if folded.endswith(head):
            return head
    return word


def own_period(text: str, sentence: Span, numbers: tuple[Number, ...], at: int) -> str | None:
    """The year, period or date that the sentence gives this number; None when it gives none or it belongs to another."""
    number = numbers[at]
    times = [n for n in numbers if n.kind in ("year", "period", "date")]
    if not times:
        return None
    quantities = [n for n in numbers if n.kind not in ("year", "period", "date", "time", "reference", "ordinal", "age")]
    later = [q.span[0] for q in quantities if q.span[0] >= number.span[1]]
    until = min(later, default=sentence[1])
    own = [t for t in times if number.span[1] <= t.span[0] < until]
    if own:
        return spoken(text, own[0])
    if _RELATIVE.search(text[number.span[1] : until]):
        return None
    earlier = [t for t in times if t.span[0] < number.span[0]]
    if earlier:
        return spoken(text, earlier[-1])
    following = [t for t in times if t.span[0] >= number.span[1]]
    between = text[number.span[1] : following[0].span[0]] if following else ""
    return spoken(text, following[0]) if following and re.search(r"\b(?:og|,)\b", between) else None


def spoken(text: str, time: Number) -> str:
    """A year or period as "2024" or "2022-2024", a date in the document's words."""
    return time.value if time.kind in ("year", "period") else shown(text[time.span[0] : time.span[1]])


def municipality_of(words: str, info: DocumentInfo, national_note: bool = False) -> str | None:
    """Whose figure it is: a municipality the words name, None for the whole country, else the document's own."""
    own = info.municipality
    named = [p.municipality for p in find_places(words) if p.municipality]
    if own and own in named:
        return own
    if named and (own is None or re.search(r"\bkommune\b", words, re.IGNORECASE)):
        return named[0] if own or re.search(r"[Kk]ommune\b", words) else None
    if national_note or _COUNTRY.search(words):
        return None
    return own


def years_in(words: str) -> str | None:
    """The one year or period a heading names, or None."""
    found = [n for n in read_numbers(words) if n.kind in ("period", "year")]
    found = [n for n in found if not re.search(r"\b(?:siden|end i)\s*$", words[: n.span[0]])]
    return found[0].value if len({n.value for n in found}) == 1 else None
