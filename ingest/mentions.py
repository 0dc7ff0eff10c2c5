"""Persons, events and dates with what their sentence says of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.commitment_words import clean, recase, sentences_in, trim
from ingest.document import Block, Document, Mention, Span
from ingest.mention_dates import DATE, dates_in, exactness, venue_in
from ingest.places import GIVEN_NAMES, find_places

_WORD = r"[A-ZÆØÅÉ][\wéèüöä]*[a-zæøåéèüöä](?:-[A-ZÆØÅ][\wéü]+)?"
NAME = rf"{_WORD}(?:[ ]+(?:{_WORD}|[A-ZÆØÅ]\.|von|af|de)){{1,3}}"
_OFFICES = (
    r"næstformand|formand|forkvinde|\w*direktør|\w*minister|borgmester|moderator|ordstyrer|vært|CEO|præsident|\w*chef|"
    r"sekretær|kasserer|medarbejderrepræsentant|\w*konsulent|sygeplejerske|kunstner|modkandidat|\w*leder|professor|"
    r"forsker|arkitekt|journalist|fotograf|oplægsholder|frivillig|\w*mester|\w*vært|dirigent|bestyrelsesmedlem"
)
_ROLE = (
    r"(?:(?:adm\.|administrerende|viceadm\.|viceadministrerende|konst\.|konstitueret|tidligere|daværende|ny|nye)\s+)*"
    rf"(?:{_OFFICES})(?:en|n)?"
)
_ORG = (
    r"(?:(?:den|det)\s+(?:\w+\s+){1,2})?"
    r"(?P<org>[A-ZÆØÅ][\w.'’&-]*"
    r"(?:[ ]+(?:–[ ]+)?(?:[A-ZÆØÅ][\w.'’&-]*|bestyrelse|repræsentantskab)(?=\s|[.,;)]|$)){0,5})"
)
_OF = rf"(?:\s+(?:for|i|hos|fra|af|ved)\s+{_ORG})?"
_LINK = r"(?:er|var|blev|bliver|har\s+været|ansatte|valgt|genvalgt|konstitueret)"
_PERSON_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{NAME}),\s+(?:som\s+)?(?:{_LINK}\s+)?(?P<role>(?i:{_ROLE})){_OF}",  # Navn, direktør i X
        rf"(?P<name>{NAME})\s+\((?P<role>(?i:{_ROLE}))\)",  # Navn (formand)
        rf"(?P<name>{_WORD}(?:[ ]+{_WORD}){{1,2}}?)\s+(?P<role>(?i:{_ROLE}))\s+for\s+{_ORG}",  # signature
        rf"(?P<name>{NAME})\s+(?:{_LINK}\s+)(?:\w+\s+){{0,3}}?(?:som\s+)?(?P<role>(?i:{_ROLE})){_OF}",  # er formand
        rf"(?P<name>{NAME})\s+som\s+(?P<role>(?i:{_ROLE})){_OF}",  # ansatte Navn som ny direktør
        rf"(?P<name>{NAME})\s+valgt\s+(?:som|til)\s+(?P<role>(?i:{_ROLE})){_OF}",  # headline
        rf"\b(?P<role>(?i:{_ROLE})):?\s+(?:(?:blev|er|var)\s+)?(?P<name>{NAME})",  # direktør Navn
        rf"\b(?P<role>(?i:{_ROLE}))\s+(?:for|i)\s+[^.\n]{{3,60}}?\ser\s+(?P<name>{NAME})",  # Formand for X er Navn
        rf"(?P<role>Foto):\s*(?P<name>{NAME})",  # credits
        rf"(?P<name>{NAME})\s+fra\s+{_ORG}",  # Navn fra X
    )
)
_TASKS = "ansvarlig|kontaktperson|tovholder"
_POST = rf"(?i:{_ROLE}|{_TASKS})"
_LABELLED: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:^|(?<=[.\n]))\s*(?P<org>[A-ZÆØÅ][^:.\n]{{2,50}}):\s+(?P<role>{_POST}):?\s+(?P<name>{NAME})"),
    re.compile(rf"\b(?P<role>{_POST})\s+(?:for|i|af)\s+(?P<org>[^:.\n]{{3,50}}):\s+(?P<name>{NAME})"),
)
"""Lines of a list of posts: "Udvalget: Formand Navn", "Formand for udvalget: Navn"; the label is whole what is led."""
_POST_WORDS = tuple(post.removeprefix(r"\w*").lower() for post in f"{_OFFICES}|{_TASKS}".split("|"))
"""One of them, in small letters, stands wherever a role or post does: much cheaper to look for than the patterns."""
_WITHOUT_ROLE = _PERSON_PATTERNS[8:]
_SECOND_ROLE = re.compile(rf"\bog\s+(?P<role>(?i:{_ROLE}))\s+for\s+{_ORG}")
_ORG_BEFORE = re.compile(r"(?P<org>[A-ZÆØÅ][\w-]*)(?:['’]?s)\s+$")
_PLAIN = re.compile(rf"\b(?P<name>{NAME})")
_TWO_NAMES = re.compile(r"[A-ZÆØÅÉ][\wéèüöä-]*[ ]+(?:(?:von|af|de)[ ]+)*[A-ZÆØÅÉ]")
"""What every name of a person has: two words with a capital, one after the other."""
_EVENTS = (
    r"folkemøde|konference|webinar|ledertræf|festival|boligdage|driftens dage?|repræsentantskabsmøde|"
    r"generalforsamling|topmøde|seminar|formandsvalg|folketingsvalg|kommunalvalg|styringsdialogmøde|afdelingsmøde|"
    r"udviklingsdage|næste møde|åbent hus"
)
_EVENT_WORDS = tuple(event.removesuffix("e?") for event in _EVENTS.split("|"))
_EVENT = re.compile(
    r"(?P<name>(?:(?:(?!(?:På|I|Ved|Den|Det|En|Et)\b)[A-ZÆØÅ][\w-]+|[”’][^”’]{3,30}[”’])[ ]+){0,3}"
    rf"(?i:\w*(?:{_EVENTS})(?:et|t|en|er|ne|erne)?s?)(?:[ ]+20\d\d)?)"
)
_ORG_AFTER = re.compile(rf"\s+(?:og\s+(?i:{_ROLE})\s+{NAME}\s+)?fra\s+{_ORG}")
_CALENDAR = re.compile(rf"^(?P<when>{DATE.pattern})\s*[:–-]\s*(?P<name>[^\W\d].{{5,120}})$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    span: Span
    heading: Span | None


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """The document's persons, events and dates, in order; each quote is the sentence (or signature) it stands in."""
    found: list[Mention] = []
    for sentence in _sentences(document):
        found += _persons(document, sentence)
        found += _events(document, sentence)
        found += _dates(document, sentence)
    return tuple(dict.fromkeys(sorted(found, key=lambda m: (m.spans[0], m.kind, m.name))))


def _sentences(document: Document) -> Iterator[_Sentence]:
    """Sentences of all blocks with their section's heading; a signature's two lines, and two blocks, stay together."""
    heading: Span | None = None
    blocks = [b for b in document.blocks if b.kind not in ("header", "footer")]
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        span = trim(document.text, block.span)
        if block.kind == "heading":
            heading = span
        if following is not None and _is_signature(document, block, following):
            yield _Sentence(
                document.text[span[0] : following.span[1]], (span[0], trim(document.text, following.span)[1]), heading
            )
            continue
        parts = list(sentences_in(document, span))
        if parts and following is not None and _goes_on(document, block, following):
            parts[-1] = (parts[-1][0], sentences_in(document, following.span)[0][1])
        for part in parts:
            yield _Sentence(document.quote(part), part, heading)


def _goes_on(document: Document, block: Block, following: Block) -> bool:
    """Whether a block breaks off within a sentence that the next one ends ("den 30. september" / "2023 på …")."""
    if "heading" in (block.kind, following.kind) or following.kind == "list_item":
        return False
    text, after = document.quote(block.span).rstrip(), document.quote(following.span).lstrip()
    return not re.search(r"[.!?:”»\"]$", text) and bool(re.match(r"[a-zæøå]|(?:19|20)\d\d\b", after))


def _is_signature(document: Document, block: Block, following: Block) -> bool:
    name, role = document.quote(block.span).strip(), document.quote(following.span).strip()
    return bool(re.fullmatch(NAME, name) and _is_person(name) and re.match(rf"(?i:{_ROLE})\b", role))


def _is_person(name: str) -> bool:
    """Whether the first word is a given name; "Almene Boligdage" and "Dansk Erhverv" are none."""
    return re.split(r"[\s-]", name)[0] in GIVEN_NAMES


def _mention(document: Document, sentence: _Sentence, **fields: str | None) -> Mention:
    values = {"role": None, "organisation": None, "when": None, "where": None} | fields
    spans = (sentence.span,) + ((sentence.heading,) if sentence.heading and fields["kind"] != "person" else ())
    quote = document.quote(sentence.span)
    return Mention(document=document.id, page=document.page_at(sentence.span[0]), quote=quote, spans=spans, **values)  # type: ignore[arg-type]


def _when(sentence: str) -> str | None:
    dates = [sentence[slice(*span)] for span in dates_in(sentence, (0, len(sentence)))]
    return clean(max(dates, key=exactness)) if dates else None


def _persons(document: Document, sentence: _Sentence) -> Iterator[Mention]:
    text = sentence.text
    if not _TWO_NAMES.search(text):
        return
    seen: dict[str, list[Span]] = {}
    small = text.lower()
    in_post = any(post in small for post in _POST_WORDS)
    for pattern in (*_LABELLED, *_PERSON_PATTERNS) if in_post else _WITHOUT_ROLE:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            name, role = _trimmed_name(groups["name"]), groups.get("role")
            known = _is_person(name)
            adjacent = pattern in (*_LABELLED, *_PERSON_PATTERNS[:3], *_PERSON_PATTERNS[6:8])
            if not known and not (role and adjacent and _looks_like_name(name)):
                continue
            if name in seen:
                continue
            seen[name] = [match.span()]
            organisation = groups.get("org")
            if role and not organisation:
                owner = _ORG_BEFORE.search(text, 0, match.start("role"))
                owner = owner or _ORG_AFTER.match(text, match.end())
                organisation = owner["org"] if owner else None
            for one_role, one_organisation in _roles(text, match, role, organisation):
                yield _mention(
                    document, sentence, kind="person", name=name, role=one_role, organisation=one_organisation,
                    when=_when(text), where=venue_in(text),
                )  # fmt: skip
    for match in _PLAIN.finditer(text):
        name = _trimmed_name(match["name"])
        if _is_person(name) and name not in seen and len(name.split()) > 1:
            seen[name] = [match.span()]
            role = "bestyrelsesmedlem" if _under_board(document, sentence) else None
            yield _mention(
                document, sentence, kind="person", name=name, role=role, when=_when(text), where=venue_in(text)
            )


def _under_board(document: Document, sentence: _Sentence) -> bool:
    """Whether the heading says that those listed are the board."""
    return sentence.heading is not None and document.quote(sentence.heading).lower().startswith("bestyrelsen")


def _roles(
    text: str, match: re.Match[str], role: str | None, organisation: str | None
) -> Iterator[tuple[str | None, str | None]]:
    """The role found, and a second one joined by "og" ("formand for X og præsident for Y")."""
    yield _role(role), _organisation(organisation)
    second = _SECOND_ROLE.search(text, match.end())
    if role and second and second.start() - match.end() < 60:
        yield _role(second["role"]), _organisation(second["org"])


def _role(printed: str | None) -> str | None:
    """The office as one asks for it: "formand", not "Ny formand"."""
    if not printed:
        return None
    if printed == "Foto":
        return "fotograf"
    plain = re.sub(r"^(?:ny|nye)\s+", "", clean(printed), flags=re.IGNORECASE)
    return plain if plain.isupper() else plain[:1].lower() + plain[1:]


def _organisation(printed: str | None) -> str | None:
    if not printed:
        return None
    name = clean(printed).rstrip(" .,’'")
    name = re.sub(r"\s+(?:og|for|i|fra)$", "", name)
    name = re.sub(r"(?:['’]s|['’])?\s+(?:bestyrelse|repræsentantskab)$", "", name)
    return name or None


def _trimmed_name(name: str) -> str:
    """The name without a capitalised word before it ("Formand Karen …") or a trailing particle."""
    words = clean(name).split()
    while len(words) > 2 and words[0] not in GIVEN_NAMES:
        words = words[1:]
    while words and (words[-1] in ("af", "de", "von") or re.fullmatch(_POST, words[-1])):
        words = words[:-1]
    return " ".join(words)


def _looks_like_name(name: str) -> bool:
    return (
        len(name.split()) >= 2
        and not name.isupper()
        and not find_places(name)
        and not re.search(r"BL|Bolig|Almen", name)
    )


def _events(document: Document, sentence: _Sentence) -> Iterator[Mention]:
    text = sentence.text
    calendar = _CALENDAR.match(clean(text)) if dates_in(text, (0, len(text))) else None
    if calendar:
        planned = _with_year(document, sentence, calendar["when"])
        yield _mention(
            document, sentence, kind="event", name=calendar["name"], when=planned, where=venue_in(calendar["name"])
        )
        return
    when, where = _when(text), venue_in(text)
    small = text.lower()
    if not (when or where) or not any(event in small for event in _EVENT_WORDS):
        return
    for match in _EVENT.finditer(text):
        yield _mention(document, sentence, kind="event", name=clean(match["name"]), when=when, where=where)
        return


def _with_year(document: Document, sentence: _Sentence, when: str) -> str:
    """A date of a calendar with the year of its heading ("Kalender 2026")."""
    years = re.findall(r"\b(?:19|20)\d\d\b", document.quote(sentence.heading)) if sentence.heading else []
    return when if len(years) != 1 or re.search(r"\d{4}", when) else f"{when} {years[0]}"


def _dates(document: Document, sentence: _Sentence) -> Iterator[Mention]:
    text = clean(sentence.text)
    spans = dates_in(text, (0, len(text)))
    if not spans:
        return
    rest = DATE.sub("", text)
    alone = len(re.findall(r"[^\W\d_]{3,}", rest)) < 2 and sentence.heading is not None
    name = recase(clean(document.quote(sentence.heading))) if alone and sentence.heading else text
    for start, end in spans:
        if not alone or exactness(text[start:end]) == 3:
            yield _mention(document, sentence, kind="date", name=name, when=text[start:end], where=venue_in(text))
