"""Splitting Danish text into sentences, shared by all rooms."""

import re
from functools import lru_cache

from ingest.document import Span

_ABBREVIATIONS = """
adm afd afs alm ang apr aug bd bem betj bl bl.a bogh ca cand cirk civ co d d.d d.v.s dec dept dir diss div dr ds dv
dvs eks ekskl eksp el emer encl eng etc ev evt f f.eks f.kr f.o.m f.t f.v.t feb ff fg fig fm fmd forb forf forfs
forh forsk forts fr frk følg gl gns gr h ha henh hhv hovedk hr hrs if iflg incl inkl inst int jan jf jfr jr jun kap
kbh kgl kl km komm kontr kr kv kvm ld ledn lfg lok lrs m m.a.o m.fl m.h.p m.h.t m.m m.v maks max md mdl mdr medl mfl
mia mill min mio modt mr mrs ms mth mv n n.n ndf nedenn nov nr næstfmd o o.a o.l o.lign o.m.a okt omtr op opg opl
org orig osv overs p p.a p.b.v p.g.a p.t p.u.v pag par pct pga pkt pl pr pr.h prof projekt præs pt publ red ref reg
resp s s.u sekr sep sept skt sml sp spec sr st stk str stud stv sv t t.d t.o.m tb tdr tekn tel telf th tidl tilh
tilsv tlf tr u udg ugtl undt v v.l vedr vejl vha viceadm vol vs vvs y z å årg årh æ ø
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())
MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
)
CLOSERS = "«»”“\"'’)]"
NOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
# A raised note mark may come out as a plain digit: "landet over.3".
END = re.compile(rf"[.!?…]+[{re.escape(CLOSERS)}]*(?:[{NOTE_MARKS}]+|(?<=[^\W\d_][.!?])\d{{1,2}})?(?=\s|$)")
MONTH_NEXT = re.compile(rf"\s*[-–]?\s*(?:\d{{1,2}}\.\s*)?(?:{MONTHS})\b", re.IGNORECASE)
LOOK = 60
"""Characters looked at on each side of a stop."""
HARD_BREAK = re.compile(r"\n\s*\n|\n(?=\s*[•▪‣–-]\s)")


@lru_cache(maxsize=32_768)
def split_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a text, in order, without the white space around them; a blank line always ends one."""
    spans: list[Span] = []
    start = 0
    for end in (*_boundaries(text), len(text)):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            spans.append((begin, begin + len(stripped)))
        start = end
    return tuple(spans)


def _boundaries(text: str) -> list[int]:
    breaks = {match.start() for match in HARD_BREAK.finditer(text)}
    ends = {match.end() for match in END.finditer(text) if _ends_sentence(text, match)}
    return sorted(breaks | ends)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the stop found is a sentence's end, by the word before it and what follows."""
    rest = text[match.end() : match.end() + LOOK]
    after = rest.lstrip()
    if not after:
        return True
    mark = match[0].rstrip(CLOSERS + NOTE_MARKS + "0123456789")
    if mark in ("...", "…"):
        return not after[0].islower() and text[match.start() - 1 : match.start()].isalnum()
    if mark[0] in "!?":
        return not after[0].islower()
    before = re.search(r"\S*$", text[max(0, match.start() - LOOK) : match.start()])
    word = (before[0] if before else "").lstrip("(«»“”\"'[").lower()
    if after[0].islower():
        return False
    if re.fullmatch(r"(?:\d{1,2}\.?[-–]?)?\d{1,4}", word):
        return _number_ends(word, rest)
    if word in ABBREVIATIONS or re.fullmatch(r"[a-zæøå]|(?:[a-zæøå]{1,3}\.)+[a-zæøå]{1,3}", word):
        return _abbreviation_ends(word, after)
    return True


def _number_ends(word: str, rest: str) -> bool:
    """ "den 5. december" and "hver 3. adspurgte" go on; "i 2025. Det" ends."""
    if MONTH_NEXT.match(rest):
        return False
    return len(word) > 2 or rest.lstrip()[0].isupper()


_FINAL = "etc f.kr ff kr kvm m.fl m.m m.v md mdr mfl mia mio mv o.a o.l o.lign osv pct årg"
FINAL_ABBREVIATIONS = frozenset(_FINAL.split())


def _abbreviation_ends(word: str, after: str) -> bool:
    """Only abbreviations that can close a sentence do, and only before a capital."""
    return word in FINAL_ABBREVIATIONS and after[0].isupper()
