"""What a document says it is: title, kind, publisher, period, municipality; its file name where it is silent."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from rapidfuzz import fuzz

from ingest.document import Block, DocumentInfo, DocumentKind
from ingest.places import PlaceMention, find_places, municipalities_in

_FRONT = 3000
"""Characters that count as the first pages."""
_BL = "BL – Danmarks Almene Boliger"

_KIND_SIGNS: tuple[tuple[DocumentKind, str, str, tuple[str, ...]], ...] = (
    # (kind, what the first pages say, what the file name says, what a text must hold to say it); first hit wins: a
    # welcome pack holds a fact sheet.
    (
        "velkomstpakke",
        r"velkomstpakke|tillykke\s+med\s+(?:din\s+plads|valget)",
        r"velkomstpakke",
        ("velkomstpakke", "tillykke"),
    ),
    ("kommuneark", r"k\s?o\s?m\s?m\s?u\s?n\s?e\s?a\s?r\s?k\b|almene\s+boliger\s+gør", r"kommuneark", ("k",)),
    (
        "aarsberetning",
        r"^\W*(?:\S+\s+){0,4}(?:års|aars|års-\s?)(?:beretning|rapport)\b|tilbageblik\s+på\s+20\d\d",
        r"(?:aa|å)rsberetning|beretning",
        ("beretning", "rapport", "tilbageblik"),
    ),
    (
        "maalprogram",
        r"\A(?:[^\n]{0,120}\n\s{0,3}){0,4}?\W{0,3}(?:mål(?:ene|sætninger)?\s+for\s+[^\n.]{3,60}|[^\n.,]{3,50}\smål(?:sætninger)?)"
        r"\s+20\d\d\s*[-–‑]\s*(?:20)?\d\d[ \t]*(?:\n|\Z)|"
        r"almene\s+mål\s+20\d\d\s*[-–]|^\W*(?:\S+\s+){0,4}(?:mål(?:sætnings)?program|strategi|handlingsplan)\b",
        r"(?:almene|bl)-?_?m(?:aa|å)l|m(?:aa|å)lprogram|strategi|handlingsplan",
        ("almene", "program", "strategi", "handlingsplan"),
    ),
)
_DEMO = re.compile(
    r"demomateriale|demodata|\b(?:tal|figures)\b[^.\n]{0,60}\b(?:opdigte(?:de|t)|fiktive|invented)\b"
    r"|\b(?:opdigtede|fiktive|invented)\s+(?:test)?(?:tal|figures)\b",
    re.IGNORECASE,
)
_SUMMARY_OF = re.compile(
    r"original(?:en|teksten)?\s+(?:findes|ligger|kan\s+læses|er\s+udgivet)\s+på\s+(\S+)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d])")
_PERIOD = re.compile(r"(?<![\d.,])((?:19|20)\d\d)\s*(?:[-–‑/]|til|og)\s*((?:19|20)?\d\d)(?![\d.,]\d|\d)")
_PERIOD_AFTER: dict[DocumentKind, str] = {
    "kommuneark": r"(?:k\s?o\s?m\s?m\s?u\s?n\s?e\s?a\s?r\s?k|almene\s+boliger(?:,|\s+i))",
    "velkomstpakke": r"velkomstpakke\S*",
    "aarsberetning": r"(?:(?:års|aars)(?:beretning|rapport)(?:en)?|tilbageblik\s+på)",
    "maalprogram": r"(?:\bmål(?:\s+for\s+[^\n.\d]{3,60}?)?|program(?:met)?|strategi(?:en)?|handlingsplan(?:en)?)",
}
_ORGANISATION_LINE = re.compile(r"(?im)^\s*(.{3,60}?)\s+[·|–-]\s+(?:års|aars)(?:beretning|rapport)\b")
_PUBLISHED_BY = re.compile(r"(?<!ikke )(?:udgivet|udgives)\s+af\s+([A-ZÆØÅ][^,.\n]{2,60})", re.IGNORECASE)
_SIGNED_BY = re.compile(r"med venlig hilsen\s*\n+\s*([^\n,]{3,60})", re.IGNORECASE)
_FORMAND_FOR = re.compile(r"[Ff]ormand for ((?:[A-ZÆØÅ][\w-]+ ?){1,4})")
_NAMES = r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){0,4}"
_WHEN = r"20\d\d\s*[-–‑]\s*(?:20)?\d\d"
_PROGRAMME = r"(?:[Mm]ål(?:ene|sætninger)?|[Ss]trategi|[Hh]andlingsplan|(?:[Mm]ål)?[Pp]rogram)"
_PROGRAMME_OF = (
    re.compile(rf"(?m)^\W*{_PROGRAMME}\s+(?:{_WHEN}\s+)?for\s+({_NAMES})(?=\s+{_WHEN}|\s*$)"),
    re.compile(rf"(?m)^\W*({_NAMES}?)['’]?s\s+{_PROGRAMME}\s+{_WHEN}\s*$"),
    re.compile(rf"(?m)^\W*{_PROGRAMME}\s+{_WHEN}\s*\n\s*([A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){{1,4}})\s*$"),
)
TITLE_WORDS = 14


def find_info(text: str, blocks: Sequence[Block], file_name: str) -> DocumentInfo:
    """What the document is, from its first pages and, as a last resort, its file name."""
    stem = _clean(PurePath(file_name).stem)
    front = text[:_FRONT]
    kind = _kind(text, front, stem)
    period = _period(kind, text, stem)
    publisher = (_named_in_title(front) if kind == "maalprogram" else None) or _publisher(text)
    municipality = _municipality(kind, front, stem)
    years = _YEAR.findall(period or "") or _YEAR.findall(stem)
    heading = _first_heading(text, blocks)
    summary = _search(_SUMMARY_OF, text, ("original",))
    return DocumentInfo(
        title=_title(kind, heading, stem, period, publisher, municipality, _is_almene_maal(text, period)),
        kind=kind,
        publisher=publisher,
        period=period,
        year=int(max(years)) if years else None,
        municipality=municipality,
        summary_of=summary[1].rstrip(".,;)") if summary else None,
        demo=bool(_search(_DEMO, text, ("demomateriale", "demodata", "opdigte", "fiktive", "invented"))),
    )


def same_document_family(a: DocumentInfo, b: DocumentInfo) -> bool:
    """Whether two are the same publication, so that an original replaces our summary of it."""
    if (a.kind, a.period, a.municipality, a.demo) != (b.kind, b.period, b.municipality, b.demo):
        return False
    if a.kind in ("kommuneark", "velkomstpakke"):
        return a.municipality is not None and a.period is not None
    if a.publisher and b.publisher and _words(a.publisher) != _words(b.publisher):
        return False
    return fuzz.token_sort_ratio(_words(a.title), _words(b.title)) >= 85


def _words(title: str) -> str:
    """A title's words alone, without what only marks a summary."""
    return re.sub(r"\b(?:resumé|resume|sammendrag|af|for|til)\b|[^\w\s-]", " ", title.lower())


def _search(pattern: re.Pattern[str], text: str, needs: Sequence[str]) -> re.Match[str] | None:
    """A match of the pattern, tried only where one of the words stands that it needs: a document is long."""
    small = text.lower()
    return pattern.search(text) if any(need in small for need in needs) else None


def _clean(text: str) -> str:
    """One line of printable characters."""
    visible = "".join(c if not unicodedata.category(c).startswith("C") else " " for c in text)
    return re.sub(r"\s+", " ", visible).strip()


def _kind(text: str, front: str, stem: str) -> DocumentKind:
    for kind, said, named, _ in _KIND_SIGNS:
        if re.search(named, stem, re.IGNORECASE) or re.search(said, front[:600], re.IGNORECASE):
            return kind
    for extent in (front, text):  # a cover without a word on it: further in, or on the last page
        for kind, said, _, needs in _KIND_SIGNS:
            if _search(re.compile(said, re.IGNORECASE), extent, needs):
                return kind
    return "andet"


def _as_period(match: re.Match[str]) -> str:
    first, last = match[1], match[2]
    return f"{first}-{last if len(last) == 4 else first[:2] + last}"


def _period(kind: DocumentKind, text: str, stem: str) -> str | None:
    """ "2026-2028" or "2025": right after the kind's own word where it stands so most often, else in the file name."""
    if kind == "andet":
        years = set(_YEAR.findall(text[:600]))
        named = _YEAR.findall(stem)
        return years.pop() if len(years) == 1 else (named[-1] if named else None)
    after = _PERIOD_AFTER[kind]
    spaced = r"\s*[·,:]?\s*((?:19|20)\d\d(?:\s*[-–‑/]\s*(?:19|20)?\d\d)?(?!\d)|2\s?0\s?\d\s?\d\b)"
    found = Counter(_tidy_period(m) for m in re.findall(after + spaced, text, re.IGNORECASE))
    in_name = _PERIOD.search(stem) or _YEAR.search(stem)
    named_period = (_as_period(in_name) if in_name.re is _PERIOD else in_name[0]) if in_name else None
    if kind == "maalprogram":
        found = Counter({period: n for period, n in found.items() if "-" in period}) or found
    if kind == "velkomstpakke" or not found:
        return named_period or next((period for period, _ in found.most_common(1)), None)
    # Several periods are told of ("Almene mål 2024-2026" in a later programme): the file name may decide between them.
    best = found.most_common(1)[0][0]
    if named_period and (named_period in found or best in named_period):
        return named_period
    return best


def _tidy_period(printed: str) -> str:
    ranged = _PERIOD.search(printed)
    return _as_period(ranged) if ranged else re.sub(r"\s", "", printed)


def _publisher(text: str) -> str | None:
    for pattern, need in ((_PUBLISHED_BY, "udgive"), (_ORGANISATION_LINE, ""), (_SIGNED_BY, "med venlig hilsen")):
        match = _search(pattern, text, (need,))
        if match and not re.search(r"\d{4}", match[1]):
            name = re.split(r"\s(?=(?:Vi|Jeg|Den|Det|Der)\b)", _clean(match[1]))[0]  # a new sentence begins
            return _BL if name.startswith("BL") else name
    if len(re.findall(r"\bBL\b", text)) >= 2 and not re.search(r"ikke udgivet af BL\b", text, re.IGNORECASE):
        return _BL
    chair = _FORMAND_FOR.search(text)
    return _clean(chair[1]) if chair else None


def _named_in_title(front: str) -> str | None:
    """Whose programme it is, as its first lines say: "Mål for X 2026-2029", "X's mål 2025-2027", X under the title."""
    for pattern in _PROGRAMME_OF:
        if match := pattern.search(front[:400]):
            name = _clean(match[1])
            return _BL if re.match(r"BL\b", name) else name
    return None


def _municipality(kind: DocumentKind, front: str, stem: str) -> str | None:
    """The one municipality the document is about, else None."""
    if kind in ("aarsberetning", "maalprogram"):
        return None
    places = [place for place in find_places(front) if place.kind == "municipality"]
    with_council = [p.name for p in places if _names_council(front, p)]
    named = municipalities_in(re.sub(r"[-_]+", " ", stem).title())
    if kind == "andet":
        single = set(with_council)
        return single.pop() if len(single) == 1 else None
    counted = Counter(with_council).most_common(1)
    if counted:
        return counted[0][0]
    return named[0] if named else (places[0].name if places else None)


def _names_council(front: str, place: PlaceMention) -> bool:
    return bool(re.match(r"\s+(?:kommune|byråd|byraad|regionskommune)", front[place.span[1] :], re.IGNORECASE))


def _first_heading(text: str, blocks: Sequence[Block]) -> str:
    """The first heading's words, or the first line that is not a running header and reads as a title."""
    for block in blocks:
        if block.kind == "heading" and len(_clean(text[slice(*block.span)])) > 2:
            return _recase(_clean(text[slice(*block.span)]), text)
    kept = [b for b in blocks if b.kind not in ("header", "footer", "caption", "credit")]
    start = kept[0].span[0] if kept else 0
    lines = (re.sub(r"^[-–•*#>\s]+|\*\*|__", "", _clean(line)) for line in text[start : start + _FRONT].splitlines())
    first = next((line for line in lines if len(line) > 2), "")
    # A whole sentence is no title: then the file's name says better what it is.
    return "" if first.endswith((".", "!", "?")) or len(first.split()) > TITLE_WORDS else _recase(first, text)


def _recase(heading: str, text: str) -> str:
    """A heading in capitals as the running text writes it."""
    if not heading.isupper():
        return heading
    pattern = re.escape(heading).replace("\\ ", r"\s+")
    written = next((m[0] for m in re.finditer(pattern, text, re.IGNORECASE) if not m[0].isupper()), None)
    return _clean(written) if written else heading.capitalize()


def _is_almene_maal(text: str, period: str | None) -> bool:
    """Whether the text calls itself "Almene mål" of this period."""
    first, _, last = (period or "").partition("-")
    return bool(last and re.search(rf"almene\s+mål\s+{first}\s*[-–‑]\s*{last}", text, re.IGNORECASE))


def _title(
    kind: DocumentKind,
    heading: str,
    stem: str,
    period: str | None,
    publisher: str | None,
    municipality: str | None,
    named_after: bool,
) -> str:
    """The four known kinds are named alike, whatever their cover says; others go by their first heading."""
    when = f" {period}" if period else ""
    if kind == "kommuneark" and municipality:
        return f"Kommuneark for {municipality} Kommune{when}"
    if kind == "velkomstpakke" and municipality:
        return f"Velkomstpakke til byrådet i {municipality}{when}"
    if kind == "aarsberetning":
        who = "BL" if publisher == _BL else publisher
        return f"Årsberetning{when}" + (f" – {who}" if who else "")
    if kind == "maalprogram" and named_after:
        return f"Almene mål{when}"
    title = heading[:120] or re.sub(r"[-_]+", " ", stem) or "Uden titel"
    return title if not period or period in title or kind == "andet" else f"{title}{when}"
