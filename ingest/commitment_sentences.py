"""Danish sentences as spans: never cut in "bl.a.", "pct.", "14. maj" or an initial."""

import re

from ingest.document import Span

_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        """adm afd ang art bl bl.a ca cand d dir dvs ekskl el eks etc evt f f.eks fx f.o.m fhv fig forh gl gns hhv hr
        inkl jf jvf kap kl kr kst m m.fl m.m m.v max mdr mfl mht mia mill min mio mr mrs mv nr nuv o o.a o.l osv p pct pga
        pkt pr prof s s.u sek sml st stk str t t.o.m tel tlf vedr vha viceadm årg""",
    )
)
_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|aug|sept|okt|nov|dec"
)
_END = re.compile(r"[.!?…]+[”\"’')»\]]*(?=\s|$)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def sentence_spans(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences within a span, trimmed of white space, in order; a blank line ends one too."""
    spans: list[Span] = []
    start, end = span
    stops = [m.end() for m in _END.finditer(text, start, end) if _ends_sentence(text, m, end)]
    stops += [m.start() for m in _BLANK_LINE.finditer(text, start, end)]
    for stop in [*sorted(stops), end]:
        if stop < start:
            continue
        trimmed = trim(text, (start, stop))
        if trimmed[0] < trimmed[1]:
            spans.append(trimmed)
        start = stop
    return tuple(spans)


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    if match[0][0] != ".":
        return True
    following = text[match.end() : min(end, match.end() + 40)].lstrip()
    word = re.search(r"[\w.]*$", text[max(0, match.start() - 20) : match.start()])
    before = word[0].lower() if word else ""
    if not following:
        return True
    if following[0].islower():
        return False
    if before.isdigit():  # "14. maj", "5. Oktober"; a sentence may still end in a year
        return len(before) > 2 and not re.match(rf"(?:{_MONTHS})\b", following, re.IGNORECASE)
    if re.fullmatch(r"[a-zæøå]", before):  # an initial: "Frederik C. Boll"
        return False
    if before in {"pct", "kr", "mio", "mia", "mv", "m.v", "m.m", "m.fl", "osv", "stk", "år"}:
        return following[0].isupper()  # may end a sentence, when a new one clearly begins
    return before not in _ABBREVIATIONS
