"""Text as it flows: lines joined to sentences, each with its heading; never a tile's number taken into its neighbour."""  # noqa: E501

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Block, BlockKind, Document, Span
from ingest.figures.counted import VERBS

_ABBREVIATION = re.compile(
    r"(?:\b(?:bl\.a|mio|mia|ca|gns|ekskl|inkl|adm|dir|jf|f\.eks|fx|pr|nr|stk|kl|hhv|evt|maks|min|dvs|tlf|vedr|ift|max|ækv|nuv|"
    r"tidl|vicedir|ang|jan|feb|mar|apr|aug|sept?|okt|nov|dec|s|[A-ZÆØÅ]))\.$",
    re.IGNORECASE,
)
_MAY_END = re.compile(r"\b(?:pct|kr|mv|m\.v|m\.fl|m\.m|osv|o\.l|o\.lign|mfl|kvm|md)\.$", re.IGNORECASE)
"""Abbreviations that a sentence may end with: it does when a capital follows."""
_SENTENCE_END = re.compile(r"[.!?…]+[”\"»’)]*[0-9¹²³⁴⁵⁶⁷⁸⁹]{0,2}(?=\s+[\"”“»(]?[A-ZÆØÅ0-9•½<>]|\s*$)")
_LED_NUMBER = re.compile(r"[.…]{4,}\s*[0-9][0-9.,]*(?: ?(?:%|pct\.?|kr\.?|mio\. kr\.))?(?=\s|$)")
_LONGEST_SHORT = 14
"""No abbreviation at a sentence's end is longer: only so much is looked at."""
_BULLET = re.compile(r"\s*(?:[•●▪◦‣–—-][ \t]|\.\.\.|…)")
_NUMBER_LED = re.compile(r"\s*(?:[<>]\s*)?[0-9½][0-9.,/–-]*(?:\s|$)")
_OPEN_END = re.compile(
    r"(?:\b(?:i|på|til|for|af|med|udgør|er|var|og|eller|fra|om|ved|der|som|en|et|de|den|det|har|på en|knap|over|ca\.|i alt)|[,–-])\s*$",  # noqa: E501
    re.IGNORECASE,
)


MAX_SENTENCE = 1500
"""Characters after which any full stop ends a sentence: a label is never sought farther away."""


@dataclass(frozen=True, slots=True)
class Line:
    span: Span
    text: str
    blank_before: bool
    block: int
    """Index of the block it begins in, -1 where there is none."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of stored text read as one statement, its page's block kind, and the heading it stands under."""

    span: Span
    kind: BlockKind
    heading: Span | None


def lines(document: Document) -> list[Line]:
    """The stored text's lines that are not empty; form feeds count as line ends."""
    starts = [block.span[0] for block in document.blocks]
    found: list[Line] = []
    blank = True
    for match in re.finditer(r"[^\n\f]+", document.text):
        if not match.group().strip():
            continue
        if found:
            blank = document.text.count("\n", found[-1].span[1], match.start()) > 1
            blank = blank or "\f" in document.text[found[-1].span[1] : match.start()]
        first = match.start() + len(match.group()) - len(match.group().lstrip())
        index = bisect_right(starts, first) - 1
        inside = index >= 0 and first < document.blocks[index].span[1]
        found.append(Line(match.span(), match.group(), blank, index if inside else -1))
    return found


def sentences(document: Document) -> list[Sentence]:
    """Every sentence, heading and free-standing line, in stored order."""
    rows = lines(document)
    usual = _usual_lengths(rows)
    headed = any(block.kind == "heading" for block in document.blocks)
    has_number = False
    result: list[Sentence] = []
    heading: Span | None = None
    start = 0
    for i, row in enumerate(rows):
        if i and _breaks(rows[i - 1], row, usual[i - 1], has_number, document.blocks):
            heading = _emit(document, rows[start:i], heading, headed, result)
            start, has_number = i, False
        has_number = has_number or bool(re.search(r"[0-9½]", row.text))
    if rows:
        _emit(document, rows[start:], heading, headed, result)
    return result


def _usual_lengths(rows: Sequence[Line]) -> list[float]:
    """For each line what a full line is around it: 75 % of the longest in the ten before and after."""
    return [0.75 * max(len(row.text.strip()) for row in rows[max(0, i - 10) : i + 11]) for i in range(len(rows))]


def _breaks(last: Line, row: Line, usual: float, has_number: bool, blocks: Sequence[Block]) -> bool:
    """Whether `row` begins something new."""
    ends, begins = last.text.rstrip(), row.text.lstrip()
    if _BULLET.match(row.text) or "\t" in last.text.strip() or "\t" in row.text.strip(" \t•●"):
        return True
    near = max(0, len(ends) - _LONGEST_SHORT)
    ended = ends[-1:] in ".!?:" and not (_ABBREVIATION.search(ends, near) or _MAY_END.search(ends, near))
    if last.block != row.block and -1 not in (last.block, row.block):
        return _new_block(blocks[last.block].kind, blocks[row.block].kind, ends, begins, ended, has_number)
    if last.block == row.block and last.block >= 0 and blocks[row.block].kind in ("paragraph", "list_item"):
        return ended and begins[0].isupper() and row.blank_before
    if ended and not (begins[0].islower() and ends[-1] == "."):
        return True
    if ended:
        return row.blank_before
    if begins[0].islower() or begins[0] in ",.;)%(":
        return False
    if re.search(r"[a-zæøå]\.[a-zæøå]", ends):
        return True
    if _NUMBER_LED.match(begins):
        return has_number and not _OPEN_END.search(ends) and (row.blank_before or len(ends) < usual)
    if _OPEN_END.search(ends) and (not row.blank_before or last.text.endswith(" ")):
        return False
    return len(ends) < usual or (row.blank_before and not last.text.endswith(" "))


def _new_block(last: BlockKind, kind: BlockKind, ends: str, begins: str, ended: bool, has_number: bool) -> bool:
    """Whether a new block begins a new sentence: not where a tile's number completes the words before it."""
    if ended or kind in ("list_item", "table_row", "caption", "credit", "header", "footer", "note"):
        return True
    if last in ("caption", "credit", "header", "footer", "note", "table_row"):
        return True
    if _NUMBER_LED.match(begins):
        return has_number or not _OPEN_END.search(ends) or kind == "heading"
    return not begins[0].islower() or (last == "heading" and not _OPEN_END.search(ends))


def _emit(
    document: Document, rows: Sequence[Line], heading: Span | None, headed: bool, into: list[Sentence]
) -> Span | None:
    """Cuts one run of lines into sentences; returns the heading that holds for what follows."""
    begin, end = rows[0].span[0], rows[-1].span[1]
    text = document.text
    kind: BlockKind = document.blocks[rows[0].block].kind if rows[0].block >= 0 else "paragraph"
    for span in _cut(text, begin, end):
        into.append(Sentence(span, kind, heading))
    whole = text[begin:end].strip()
    if (kind == "heading" and not _opens(whole)) or (not headed and looks_like_heading(whole)):
        left = begin + len(text[begin:end]) - len(text[begin:end].lstrip())
        return (left, left + len(whole))
    return heading


def _opens(heading: str) -> bool:
    """Whether a heading is left open, or holds a number on a line of its own: then it is none."""
    left = bool(_OPEN_END.search(heading)) and not re.search(r"\s(?:i|de[nt]?|der)$", heading)  # "Sådan går det"
    return left or bool(re.search(r"\n\s*[0-9]", heading))


def looks_like_heading(text: str) -> bool:
    """A short line that starts with a capital and does not end as a sentence."""
    words = text.split()
    return (
        0 < len(words) <= 12
        and text[0].isupper()
        and (text[-1] not in ".,;!?" or bool(re.search(r"\b(?:pct|kr|mio|mia)\.$", text)))
        and sum(c.isalpha() for c in text) > 3
        and "\t" not in text
        and not text.startswith(("Foto", "Kilde", "Note"))
        and not re.search(r"(?<![0-9–-])(?!(?:19|20)[0-9]{2})[0-9]+", text)
    )


def _cut(text: str, begin: int, end: int) -> Iterator[Span]:
    """Sentences of one run, abbreviations kept whole; also at a full stop glued to the next capital."""
    at = begin
    for match in _SENTENCE_END.finditer(text, begin, end):
        if led := _LED_NUMBER.match(text, match.start(), end):
            yield trimmed(text, (at, led.end()))  # "Familieboliger ...... 2.077" is a line of its own
            at = led.end()
            continue
        until = text[max(at, match.start() - 25) : match.start() + 1]
        capital = re.match(r"\s+[\"”“»(]?[A-ZÆØÅ]", text[match.end() : match.end() + 12])
        endless = match.end() - at > MAX_SENTENCE
        listed = bool(_NUMBER_LED.match(text, at)) and bool(_MAY_END.search(until)) and not says(text[at : match.end()])
        if not endless and (listed or _goes_on(until, bool(capital), match.end() - at < 5)):
            continue
        if text[at : match.end()].strip():
            yield trimmed(text, (at, match.end()))
        at = match.end()
    if text[at:end].strip():
        yield trimmed(text, (at, end))


def says(words: str) -> bool:
    """Whether words hold a verb; "40 pct. Fjernvarme" says nothing that a full stop could end."""
    return any(word.casefold() in VERBS for word in re.findall(r"[^\W\d_]+", words))


def _goes_on(until: str, capital: bool, begins: bool) -> bool:
    """Whether a full stop ends no sentence: after an abbreviation, a list's number, or an ordinal before a small letter."""  # noqa: E501
    if until[-1:] != ".":
        return False
    word = until.split()[-1]
    if _MAY_END.search(word) and not capital:
        return True
    numbered = len(word) <= 3 and word.isascii() and word[:-1].isdecimal()
    return bool(_ABBREVIATION.search(word) or (numbered and (begins or not capital)))


def open_ended(text: str) -> bool:
    """Whether a line ends where something must follow: with a small word, a comma or a dash."""
    return bool(_OPEN_END.search(text))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    piece = text[span[0] : span[1]]
    return (span[0] + len(piece) - len(piece.lstrip()), span[1] - len(piece) + len(piece.rstrip()))


def shown(text: str) -> str:
    """White space as one space: how a label or a quote's words are shown."""
    return " ".join(text.split())
