"""What kind of thing a sentence holds: a count, a share, money, a date, a person, a place, a frequency, a reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.words import stem
from index.words import FUNCTION_WORDS
from ingest.document import Span

_CARDINALS = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|hundrede|tusind|en halv|et halvt"
_QUALIFIERS = (
    r"(?:mere end|flere end|over|knap|godt|næsten|omkring|cirka|ca\.|op til|op mod|i omegnen af|mindst|højst|under|færre end|mindre end|"  # noqa: E501
    r"i gennemsnit|i gns\.|hele|kun|samlet|gennemsnitligt)\s+"
)
_NUMBER = re.compile(
    rf"(?P<q>{_QUALIFIERS})?(?<![\w.,/-])(?P<n>\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?(?:/\d+)?|(?:{_CARDINALS})\b|½|1½)"
    r"(?P<ud> ud af (?:i alt )?(?:\d[\d.]*|\w+))?"
    r"(?P<u>(?:[ \u00a0]?(?:mio\.|mia\.|millioner|milliarder|million|milliard|tusind|pct\.|procentpoint|procent|%|‰))?(?:[ \u00a0](?:kr\.|kroner|kr\b))?)",  # noqa: E501
    re.IGNORECASE,
)
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DATE = re.compile(
    rf"(?:den )?\d{{1,2}}\.(?:\s?[-–]?\s?\d{{1,2}}\.)?\s?(?:{_MONTHS})(?:\s\d{{4}})?(?:\s(?:kl\.|klokken)\s?[\d.:]+(?:\s?[-–]\s?[\d.:]+)?)?"  # noqa: E501
    rf"|(?:i |medio |ultimo |primo |start |slutningen af |begyndelsen af |foråret |efteråret |sommeren |vinteren )*(?:{_MONTHS})\s\d{{4}}"  # noqa: E501
    rf"|(?:for|efter)året(?:\s\d{{4}})?|sommeren(?:\s\d{{4}})?|vinteren(?:\s\d{{4}})?|medio (?:{_MONTHS})|(?:siden |i |fra )?(?<![\d.,])(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?(?![\d.,]\d|\d)"  # noqa: E501
    rf"|(?<=i )(?:{_MONTHS})\b",
    re.IGNORECASE,
)
_YEARISH = re.compile(r"(?:19|20)\d\d$")
_PERSON = re.compile(
    r"\b[A-ZÆØÅ][a-zæøåéäöüáíó]+(?:-[A-ZÆØÅ][a-zæøåéäöüáíó]+)?(?: (?:[A-ZÆØÅ]\.|van|von|de|af))?(?: [A-ZÆØÅ][a-zæøåéäöüáíó]+(?:-?[A-ZÆØÅ][a-zæøåéäöüáíó]+)*){1,3}\b"  # noqa: E501
)
_FREQUENCY = re.compile(
    r"\b(?:den |hver )(?:første|anden|tredje|fjerde|sidste) (?:man|tirs|ons|tors|fre|lør|søn)dag i (?:hver )?"
    r"måned(?:en)?\b"
    r"|\bhver (?:man|tirs|ons|tors|fre|lør|søn)dag\b|\bårlig\w*|\bhvert (?:\w+ )?år\b|\bhver (?:uge|måned|dag|anden \w+)\b|\b(?:en|én|to|tre|fire) gange? (?:om|i) \w+|\bmånedlig\w*|\bugentlig\w*|\bdaglig\w*|\bhalvårlig\w*|\bkvartalsvis\b|\bløbende\b|\bjævnlig\w*|\bhver (?:eneste )?dag\b",  # noqa: E501
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:hver (?:anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende)|hver \d\.|\d+ ud af \d+|en ud af \w+|halvdelen|to tredjedele|en tredjedel|\w*fjerdedele?)\b|pct\.|procent|%|\d/\d",  # noqa: E501
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b(?:kr\.|kr\b|kroner|mio\.|mia\.|millioner|milliarder)", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:fordi|(?<!frem )for at|derfor|på grund af|pga\.|skyldes|resultatet af|eftersom|kræver|nødvendig\w*|vigtigt?, (?:for|da)|afgørende|i takt med|formålet)\b",  # noqa: E501
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:i|på|hos|ved|fra)\s+(?:[A-ZÆØÅ][\wæøåÆØÅ’'-]+)")
_DURATION = re.compile(
    rf"\b(?:i |over |knap |mere end )*(?:\d+(?:[.,]\d+)?½?|{_CARDINALS})\s?(?:år|måneder|uger|dage|timer)\b"
    r"|\b\w+årig\w*|1½ dag",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?![\d.,]\d|\d)")
_HOUR = re.compile(
    r"\b(?:kl\.|klokken)\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[-–]|til)\s?(?:kl\. )?\d{1,2}(?:[.:]\d\d)?)?", re.IGNORECASE
)
_ORDINALS = "anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|tolvte"
_IN_A_ROW = re.compile(rf"\b(?:(?:{_ORDINALS}|\d+\.)\s+\w+|(?:\d+|{_CARDINALS})\s+\w+)\s+i\s+træk\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """A thing found in a sentence: its words and place."""

    text: str
    span: Span


def numbers(text: str) -> list[Value]:
    """Counts, shares and amounts; not years, dates, times of day or sizes."""
    dates = [m.span() for m in _DATE.finditer(text)]
    found = []
    for match in _NUMBER.finditer(text):
        digits = match["n"]
        after = text[match.end("n") : match.end("n") + 12]
        if any(a <= match.start("n") < b for a, b in dates) or (_YEARISH.match(digits) and "." not in digits):
            continue
        if re.match(
            r"\s?(?:m2|m²|kl\.|\.\s?(?:–|-))|\.(?:\s|$)(?=\s*(?:og|til|[-–])?\s*\d+\.)|:\d|års|årig|år i træk", after
        ):
            continue
        if re.match(r"\.\s*[a-zæøå]", after) and not re.match(r"\.\s*(?:mio|mia|kr)", after) and digits.isdigit():
            continue  # an ordinal: "2. marts", "3. hver"
        found.append(Value(match.group().strip(), (match.start(), match.start() + len(match.group().rstrip()))))
    return found


def holds(text: str, ask: str) -> bool:
    """Whether the sentence holds a thing of the kind asked for."""
    check = _CHECKS.get(ask)
    return bool(check(text)) if check else True


def persons(text: str) -> list[Value]:
    """Runs of capitalised words that may be persons."""
    found = []
    for match in _PERSON.finditer(text):
        before, after = _POST_BEFORE.match(match.group()), _POST_AFTER.search(match.group())
        start = match.start() + (before.end() if before else 0)
        end = match.start() + after.start() if after else match.end()
        first = text[start:end].split(" ", 1)[0]
        if first.lower() in FUNCTION_WORDS:
            start += len(first) + 1  # "Til Lederdagens møde": the beginning of a sentence
        if re.search(r"\b[A-ZÆØÅ]{2,} $", text[:start]):
            continue  # "AB Kokkedel Bakke": the rest of a house's name
        if " " in text[start:end] and not _NOT_PERSON.search(text[start:end]):
            found.append(Value(text[start:end], (start, end)))
    return found


_ASKS_TOPIC = re.compile(r"\bom\W*$|\bhandle[rd]|\bportræt|\bomtal|\bfortælle[rs]? .* om\b", re.IGNORECASE)


def actors(question: str, text: str) -> list[Value]:
    """Persons of a sentence, without those it only tells about ("reportagen om …"), unless these are asked for."""
    found = persons(text)
    if _ASKS_TOPIC.search(question):
        return found
    return [person for person in found if not re.search(r"\bom $", text[: person.span[0]])]


_POSTS = (
    r"(?:Næstf|F)ormand|Direktør|Borgmester|Minister|Præsident|"
    r"[A-ZÆØÅ][a-zæøå]*(?:chef|leder|plejerske|mester|assistent|konsulent|lærer|medarbejder|inspektør|arkitekt|koordinator)"
)
_POST_BEFORE, _POST_AFTER = re.compile(rf"(?:{_POSTS})(?:en)? "), re.compile(rf" (?:{_POSTS})(?:en)?$")
"""A post that stands beside a name with a capital is no part of it."""
_NOT_PERSON = re.compile(
    r"\b(?:Almene|Danmarks|Kommune|Byer|Mål|Boligdage|Ledelse|Erhverv|Statistiks|Boliger|Fonden|Housing|Hotel|Strand|Network|First|Foto|Boligen|Godt|"
    r"Fagbladet|Inside|Nord|Syd|Øst|Vest|Med|Samles|BL|Boligforening|Bygningsregister|Centrale|Dag|Dome|Innovators|Disruptive|Bestyrelsesuddannelse)\b"
)


def dates(text: str) -> list[Value]:
    """Dates, months and years."""
    return [Value(m.group().strip(), m.span()) for m in _DATE.finditer(text)]


_CHECKS: dict[str, Callable[[str], object]] = {
    "number": lambda t: numbers(t) or _SHARE.search(t) or _DURATION.search(t),
    "share": lambda t: _SHARE.search(t),
    "money": lambda t: _MONEY.search(t),
    "date": dates,
    "person": lambda t: not t.startswith("Foto") and persons(t),
    "place": _PLACE.search,
    "frequency": _FREQUENCY.search,
    "duration": lambda t: _DURATION.search(t) or _IN_A_ROW.search(t) or _YEARS.search(t),
    "reason": _REASON.search,
    "effect": re.compile(
        r"\b(?:bidrag\w*|skab\w*|giver|øge\w*|sikr\w*|medvirk\w*|styrke\w*|fremme\w*|forlænge\w*|forbedr\w*|reducer\w*|flere i|mindsk\w*|forebyg\w*)\b",  # noqa: E501
        re.IGNORECASE,
    ).search,
    "contact": re.compile(
        r"\+?\d{2}(?:[ ]?\d{2}){3}|@|(?-i:\b\d{4} [A-ZÆØÅ][a-zæøå])|hjemmeside|www\.|bl\.dk", re.IGNORECASE
    ).search,
    "total": re.compile(
        r"\bi alt\b|\bialt\b|\bsamlet\b|\bsamlede\b|\btilsammen\b|\btotal|\bgruppe", re.IGNORECASE
    ).search,
}


def is_reason(text: str) -> bool:
    """Whether a sentence gives a reason or a purpose."""
    return bool(_REASON.search(text))


_STRONG_REASON = re.compile(
    r"\b(?:fordi|derfor|nemlig|skyldes|på grund af|pga\.|resultatet af|eftersom|i takt med|formålet"
    r"|vigtigt?,? (?:for|da)\b|vigtige for|vigtigt bidrag|netop sket|brug for\b.{0,40}, så"
    r"|i kølvandet|med krigen|har skabt)\b"
    r"|, så (?:ingen|vi|man|de|flere|der|alle)\b"
    r"|, for (?:\w+) ",
    re.IGNORECASE,
)


def gives_cause(text: str) -> bool:
    """Whether a sentence says why outright, and not only what something is for."""
    return bool(_STRONG_REASON.search(text))


def frequency(text: str) -> Value | None:
    match = _FREQUENCY.search(text)
    return Value(match.group(), match.span()) if match else None


def in_a_row(text: str) -> Value | None:
    """How many times running: "fjerde år i træk"."""
    match = _IN_A_ROW.search(text)
    return Value(match.group(), match.span()) if match else None


_ASKS_HOUR = re.compile(
    r"\bhvad tid\b|\bklokken\b|\bklokkeslæt\b|\bhvornår på (?:dagen|aftenen|formiddagen|eftermiddagen)\b"
    r"|\bhvornår (?:\w+ ){0,2}(?:åbner|lukker)\b",
    re.IGNORECASE,
)


def asks_hour(question: str) -> bool:
    """Whether the time of day is asked for."""
    return bool(_ASKS_HOUR.search(question))


def hour(text: str) -> Value | None:
    """A time of day: "kl. 08.15", "klokken 12-14"."""
    match = _HOUR.search(text)
    return Value(match.group(), match.span()) if match else None


_AGE = re.compile(r"\bpå \d{1,3} år\b|\b\d{1,3}-?årige?n?\b", re.IGNORECASE)


def without_ages(text: str) -> str:
    """A text with the ages of people blanked: who is 88 has not lived anywhere for 88 years."""
    return _AGE.sub(lambda found: "·" * len(found[0]), text)


def duration(text: str) -> Value | None:
    match = _DURATION.search(text) or _YEARS.search(text)
    return Value(match.group(), match.span()) if match else None


def share(text: str) -> Value | None:
    """A fraction in words, or the first percentage."""
    return part(text) or next((v for v in numbers(text) if re.search(r"pct|procent|%", v.text, re.IGNORECASE)), None)


_PART = re.compile(
    r"\b(?:(?:mere|flere) end |knap |godt |næsten )?"
    r"hver (?:anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|\d\.)(?: af [^.,]{3,40})?(?!\w)"
    r"|\b(?:\d+|[eé]n) ud af (?:i alt )?(?:\d+|\w+)\b|\bhalvdelen\b|\b\w+ (?:tredjedele?|fjerdedele?)\b",
    re.IGNORECASE,
)


def part(text: str) -> Value | None:
    """A part of many told in words: "hver fjerde", "en ud af syv"."""
    match = _PART.search(text)
    return Value(match.group(), match.span()) if match else None


_PEOPLE = re.compile(
    r"\w*(?:(?:bestyrelses|udvalgs|organisations)medlem|deltager|direktør|beboer|gæst|borger|person|leder|medarbejder|menneske|lejer|dansker|kandidat|ansøger|delegeret|delegerede)\w*|unge|børn|ældre|folk",
    re.IGNORECASE,
)


def counts_people(text: str, value: Value) -> bool:
    """Whether the number counts people of some sort: "210 bestyrelsesmedlemmer"."""
    after = re.findall(r"[^\W_]+", text[value.span[1] : value.span[1] + 60])[:3]
    return any(_PEOPLE.fullmatch(word) for word in after)


_TIME = re.compile(r"år|årige?|måned(?:er)?|uger?|dage?|timer?|minut(?:ter)?", re.IGNORECASE)


def counted_near(text: str, value: Value, ways: frozenset[str]) -> bool:
    """Whether one of the counted stems stands within a few words after (or right before) the number."""
    after = re.findall(r"[^\W_]+", text[value.span[1] : value.span[1] + 60])[:3]
    inside = re.findall(r"[^\W\d_]+", value.text)
    if after and _TIME.fullmatch(after[0]) and stem(after[0]) not in ways:
        return False  # "over 13 år": years are counted, whatever stands beside them
    lead = re.search(r"([^\W_]+(?: [^\W_]+)?)\s*[:(–-]\s*$", text[max(0, value.span[0] - 30) : value.span[0]])
    before = lead[1].split() if lead else []
    return any(stem(word) in ways for word in (*inside, *after, *before))
