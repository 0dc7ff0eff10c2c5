"""The rules by which numbers are found, first match wins: a pattern, its builder, and what a text must hold for it."""

import re
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple, TypeAlias

from ingest import number_build as build
from ingest import number_words as words
from ingest.number import Number
from ingest.number_words import DASH, FREE, GAP, MONTH, NUMBER, SCALE, YEAR

_Q = rf"(?:(?P<qualifier>(?<!\w){words.QUALIFIERS}){GAP})?"
_MEASURED = "|".join(f"(?P<{name}>{pattern})" for name, pattern in words.MEASURES)
_UNIT = (
    rf"(?:{GAP}(?:(?P<points>{words.POINTS})|(?P<percent>{words.PERCENT})|(?P<money>{words.MONEY})|{_MEASURED})"
    rf"(?P<per>{words.PER}{{1,2}})?(?P<per_time>{words.PER_TIME})?)"
)
_BARE = r"(?![\w]|[.,][0-9])"
_SEASON = r"(?:foråret|sommeren|efteråret|vinteren|starten af|begyndelsen af|midten af|slutningen af|udgangen af|ultimo|primo|medio)"  # noqa: E501
_UNITWORD = r"(?:boliger|personer|beboere|mennesker|kr\b|kroner|m[2²]|pct|procent|%|mio|mia|ton|kWh|stemmer|medlemmer)"

_MEASURED_NEXT = (
    rf"{GAP}(?:{SCALE}|{words.POINTS}|{words.PERCENT}|{words.MONEY}|{'|'.join(p for _, p in words.MEASURES)}|"
    rf"(?:[\wæøå]+e[ \u00a0])?{words.COUNTED}\b)"
)
_MONTHS: Final = tuple({month[:3] for month in words.MONTHS})

ANY_YEAR: Final = re.compile(YEAR)
HOLDS_YEAR: Final = "\0year"
"""Added to the shape of a text that holds digits a year is written with."""

Build: TypeAlias = Callable[[re.Match[str]], Number | None]


class Rule(NamedTuple):
    """A pattern and how its match is built. `needs` is what the shape of a text must hold, any of it, for the rule to match there; `ends` how the text before the digits must end, in small letters."""  # noqa: E501

    pattern: re.Pattern[str]
    build: Build
    needs: tuple[str, ...]
    ends: tuple[str, ...] = ()
    last: frozenset[str] = frozenset()
    """The last two letters of the `ends`: looked at first."""


_RULE_TEXTS: Final[Iterable[tuple[str, Build, tuple[str, ...]]]] = (
    (r"https?://\S+|www\.\S+|\S+@\S+\.\w+", build.reference, ("://", "www.", "@")),
    (r"(?<!\w)[0-9]{2}(?:[ \u00a0][0-9]{2}){3}(?!\w)", build.reference, ("00 00", "00\u00a000")),  # a phone number
    (
        rf"{words.REFERENCE_BEFORE}[ \t\u00a0]*[0-9]+(?:[.,][0-9]+)*(?:[ ](?:af|og|{DASH})[ ][0-9]+)?(?![\w])",
        build.reference,
        ("0",),
    ),
    (
        rf"\b{words.DESIGNATIONS}[ \u00a0]+[0-9]+(?:[.][0-9]{{1,2}})*(?:[ ]?{DASH}[ ]?[0-9]+|"
        rf"[ ](?:og|til|af)[ ][0-9]+(?=\s*[,.;:)\n]))?"
        rf"(?!\w|[.,][0-9]|{_MEASURED_NEXT})",
        build.designation,
        ("0",),
    ),
    (rf"(?-i:{words.STREET})[ \u00a0][0-9]+[A-Z]?\b", build.reference, ("0",)),
    (r"(?<=, )[1-9][0-9]{3}(?-i:[ ][A-ZÆØÅ][a-zæøå]+)", build.reference, (", 0000 ",)),  # a postcode
    (r"(?<![\w.,(])[0-9]{1,2}\)(?=\s)", build.reference, ("0)",)),  # the mark of a note or a list item
    (
        r"(?m:^)[ \t]*[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?[ \t]+(?-i:[A-ZÆØÅ])",
        build.reference,
        ("0.0",),
    ),  # a numbered heading
    (r"(?m:^)[ \t]*[0-9]{1,2}\.[ \t]+(?-i:[A-ZÆØÅ])", build.reference, ("0.",)),  # a numbered list
    (
        rf"(?<![\w.,])(?:den\s+)?(?P<day>[0-9]{{1,2}})\.?(?:{GAP}(?P<month1>{MONTH}))?(?:{GAP}(?:{DASH}|til|og){GAP}|{GAP}(?<=\.[ ]))"  # noqa: E501
        rf"(?:den\s+)?(?P<last>[0-9]{{1,2}})\.{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?(?!\w)",
        build.date,
        (*_MONTHS,),
    ),
    (
        rf"(?<![\w.,])(?:den\s+)?(?P<day>[0-9]{{1,2}})\.{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?(?!\w)",
        build.date,
        (*_MONTHS,),
    ),
    (
        rf"(?<![\w.,/])(?P<day>[0-9]{{1,2}})[./-](?P<month>[0-9]{{1,2}})[./-](?P<year>{YEAR}|[0-9]{{2}})(?![\w/])",
        build.digit_date,
        ("0.0", "0/0", "0-0"),
    ),
    (r"(?<=den )(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?P<year>)(?![\w/])", build.digit_date, ("0/0",)),
    (rf"(?<!\w)(?P<month>{MONTH}){GAP}(?P<year>{YEAR})(?!\w)", build.month, (*_MONTHS,)),
    (rf"(?<!\w)(?P<quarter>[1-4])\.{GAP}kvartal(?:et)?(?:{GAP}{YEAR})?", build.frequency, ("kvartal",)),
    (
        rf"\bkl(?:\.|okken){GAP}[0-9]{{1,2}}(?:[.:][0-9]{{2}})?(?:{GAP}{DASH}{GAP}[0-9]{{1,2}}[.:][0-9]{{2}})?(?!\w)",
        build.time,
        ("kl.", "klokken"),
    ),
    (
        rf"(?<![\w.,])[0-9]{{1,2}}[.:][0-9]{{2}}{GAP}{DASH}{GAP}[0-9]{{1,2}}[.:][0-9]{{2}}(?!\w)",
        build.time,
        ("0.00", "0:00"),
    ),
    (
        rf"(?<![\w.,])(?P<first>{YEAR}){GAP}(?:{DASH}|til|og|/){GAP}(?P<last>{YEAR}|[0-9]{{2}})(?![\w]|[.,][0-9])",
        build.period,
        (HOLDS_YEAR,),
    ),
    (
        rf"(?<![\w.,])(?P<first>{YEAR})(?P<last>{YEAR})(?![\w]|[.,][0-9])",
        build.period,
        ("00000000",),
    ),  # its dash was lost
    (
        rf"(?<=for )(?P<first>{YEAR})\n(?P<last>{YEAR})(?![\w]|[.,][0-9])",
        build.period,
        ("0000\n0000",),
    ),  # its dash was lost at a line end
    (r"(?<!\w)[0-9]{2,4}[’']?[ -]?erne\b", build.frequency, ("erne",)),
    (
        rf"\bhver(?:t|ken)?{GAP}(?:[0-9]+\.|{'|'.join(words.ORDINALS)}|andet|halve){GAP}(?:år|måned|uge|dag|gang|time)\b",
        build.frequency,
        ("hver",),
    ),
    (
        rf"{_Q}(?<!\w)(?P<part>en|et|{NUMBER}){GAP}ud{GAP}af{GAP}(?:i{GAP}alt{GAP}|de{GAP}|vores{GAP})?(?P<whole>{NUMBER}){_BARE}",
        build.out_of,
        ("ud ", "ud\n", "udaf", "ud\t", "ud\u00a0", "ud\u202f"),
    ),
    (
        rf"{_Q}(?<!\w)(?P<digits>hver(?:t)?{GAP}(?P<which>[0-9]{{1,2}}\.|{'|'.join(w for w in words.ORDINALS if w not in ('første', 'anden'))}))(?!\w)",  # noqa: E501
        build.every,
        ("hver",),
    ),
    (
        rf"{_Q}(?<!\w)(?P<digits>(?:(?P<many>en|et|den|{words.WORDS}){GAP})?(?P<part>{'|'.join(words.FRACTION_WORDS)})(?:ene|en|e)?)\b",
        build.fraction_word,
        (*words.FRACTION_WORDS,),
    ),
    (
        rf"{_Q}{FREE}(?P<digits>(?P<whole>[0-9]+)?[ ]?(?P<part>[{''.join(words.VULGAR)}])){_UNIT}?",
        build.vulgar,
        (*words.VULGAR,),
    ),
    (rf"{_Q}{FREE}(?P<digits>(?P<top>[0-9]{{1,3}})/(?P<bottom>[0-9]{{1,3}}))(?![\w/])", build.slash, ("0/0",)),
    (
        rf"(?<!\w)(?P<word>mellem|fra){GAP}(?P<qualifier>)?(?P<low>{NUMBER}){GAP}(?:og|til){GAP}(?P<high>{NUMBER}){_UNIT}?{_BARE}",
        build.interval,
        ("mellem", "fra ", "fra\n", "fra\t", "fra\u00a0", "fra\u202f", "fra0"),
    ),
    (
        rf"{_Q}{FREE}(?P<low>{words.DIGITS}){GAP}(?:{DASH}|til){GAP}(?P<high>{words.DIGITS}){_UNIT}?{_BARE}",
        build.interval,
        ("til", *DASH[1:-1]),
    ),
    (
        rf"{FREE}(?P<digits>(?P<sign>[<>≤≥]){GAP}(?P<bound>{words.DIGITS})){_UNIT}?{_BARE}",
        build.open_interval,
        (*"<>≤≥",),
    ),
    (rf"{FREE}(?P<digits>(?P<bound>[0-9]{{1,3}})(?P<sign>\+))(?!\w){_UNIT}?", build.open_interval, ("0+",)),
    (rf"{FREE}(?P<digits>[0-9]{{1,3}}){GAP}-?års?(?:ige?s?)?(?=\b)(?<=ig|ge|es|rs)", build.age, ("år",)),
    (
        rf"(?<!\w)(?P<digits>[0-9]{{1,2}}\.|{'|'.join(words.ORDINALS)}){GAP}(?P<unit>år){GAP}i{GAP}træk\b",
        build.in_a_row,
        ("træk",),
    ),
    (
        r"(?<![\w.,])(?P<which>[0-9]{1,2}\.)(?=[ \u00a0]+(?-i:[a-zæøå]))(?![ \u00a0]+(?:mio|mia|mill|kr))",
        build.ordinal,
        ("0. ", "0.\u00a0"),
    ),
    (
        rf"(?<!\w)(?P<which>{'|'.join(w for w in words.ORDINALS if w != 'anden')})(?!\w)",
        build.ordinal,
        (*words.ORDINALS,),
    ),
    (rf"(?<!\w)(?P<season>{_SEASON}){GAP}(?P<year>{YEAR})(?!\w|[.,][0-9])", build.year, (HOLDS_YEAR,)),
    (rf"{FREE}(?P<year>{YEAR})(?![\w²³]|[.,][0-9]|[ \u00a0]*{_UNITWORD})", build.year, (HOLDS_YEAR,)),
    (rf"(?<=\bi )(?P<year>{YEAR})(?!\w|[.,][0-9])", build.year, (HOLDS_YEAR,)),
    (
        rf"{_Q}{FREE}(?P<digits>[0-9]{{1,3}}(?:[ ][0-9]{{3}})+(?:,[0-9]+)?)(?![.,]?[0-9]){_UNIT}?{_BARE}",
        build.spaced,
        ("0 000",),
    ),
    (
        rf"{_Q}(?:(?P<before_money>(?:kr\.|DKK)){GAP})?{FREE}(?:(?<!\w)(?P<sign>[-−–])(?=[0-9]))?"
        rf"(?P<digits>{NUMBER}|(?:en|et)(?={GAP}(?:million|milliard)))\.?(?:(?<=\.)(?={GAP}(?:mio|mia))|(?<!\.))"
        rf"(?P<times>(?:{GAP}(?:hundrede?|tusinde?)\b)*)(?:{GAP}(?P<scale>{SCALE}))?{_UNIT}?(?![\w²³]|[.,][0-9])",
        build.quantity,
        ("",),
    ),
    (rf"{_Q}{FREE}(?P<digits>[0-9]+(?:[.,][0-9]+)+)", build.odd, ("0.0", "0,0")),
)
_ENDS: Final = {
    words.REFERENCE_BEFORE: words.REFERENCE_ENDS,
    words.DESIGNATIONS: words.DESIGNATION_ENDS,
    words.STREET: words.STREET_ENDS,
}
BEFORE_DIGITS: Final = re.compile(
    rf"(?:(?<!\w){words.QUALIFIERS}{GAP})?(?:(?:kr\.|DKK){GAP})?(?:(?<!\w)[-−–])?\Z", words.OPTIONS
)
RULES: Final = tuple(
    Rule(re.compile(text, words.OPTIONS), make, needs, ends, frozenset(end[-2:] for end in ends))
    for text, make, needs in _RULE_TEXTS
    for ends in [next((ends for part, ends in _ENDS.items() if part in text), ())]
)
QUANTITY: Final = next(rule.pattern for rule in RULES if rule.build is build.quantity)
