"""What a line looks like, from its words alone: number, bullet, caption, source note, heading."""

import re

NUMBER_LINE = re.compile(
    r"^[<>≈~+±-]?\s?(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:,\d+)?(?:/\d+)?\s?(?:%|pct\.?|mio\.?|mia\.?|kr\.?|½)?(?:\s?kr\.)?$"
)
UNIT_LINE = re.compile(r"^(?:pct\.?|%|mio\.?( kr\.?)?|mia\.?( kr\.?)?|kr\.?( pr\. .*)?)$", re.IGNORECASE)
CREDIT = re.compile(
    r"^\W*(?:(?:forside)?fotos?|fotograf(?:i|er)?|illustration(?:er)?|grafik)\b\s*(?:af\b|:|/)", re.IGNORECASE
)
NOTE = re.compile(r"^\W*(?:kilder?|noter?|anm(?:ærkning)?\.?)\s*:", re.IGNORECASE)
FOOTNOTE = re.compile(r"^(?:[¹²³⁴⁵⁶⁷⁸⁹]|\*{1,3}|\d{1,2}\))\s*\S")
QUOTE_START = re.compile(r"^[»“”\"„]")
PAGE_NUMBER = re.compile(r"^(?:side\s+)?\d{1,4}(?:\s*(?:af|/|\|)\s*\d{1,4})?$", re.IGNORECASE)
TERMINAL = re.compile(r"[.!?…][»”\"')\]]*[¹²³⁴⁵⁶⁷⁸⁹\d]?$")
LABELLED = re.compile(r"[A-ZÆØÅ][^:.]{2,45}: (?:[A-ZÆØÅ][\w-]+ ?){2,6}$")
"""A post and who holds it ("Næstformand: Navn Navnesen"): each on a line of its own."""
LEAD_IN = re.compile(r":\s*$")
VIL = re.compile(r"\b(?:vil|skal|kan|kræver|ønsker|arbejder for)(?:\s+(?:vi|BL))?$", re.IGNORECASE)
OPEN_ENDED = re.compile(
    r"\b(?:af|at|de|den|der|det|en|er|et|for|fra|har|i|kan|med|men|og|om|på|som|til|udgør|ved|vil)$", re.IGNORECASE
)
"""A phrase that does not end here."""
_SMALL = re.compile(r"[a-zæøå]")
"""One of them is enough to tell that a line is not all capitals."""
URL_LINE = re.compile(r"^(?:https?://|www\.)\S+$")


def is_number_line(text: str) -> bool:
    return bool(NUMBER_LINE.match(text.strip()))


def is_figure_line(text: str) -> bool:
    """A line that is nothing but a figure; a year alone is none."""
    return is_number_line(text) and not is_year(text)


def is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text.strip()))


def ends_sentence(text: str) -> bool:
    return bool(TERMINAL.search(text.strip()))


def is_shouted(text: str) -> bool:
    """All capitals, with at least four letters (three may be a name: DNA, EU's)."""
    if _SMALL.search(text):
        return False
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)


def is_lead_in(text: str) -> bool:
    """A short line that a list hangs on: "Derfor vil vi:", "BL VIL", "Det kræver:"."""
    text = text.strip()
    return len(text.split()) <= 30 and bool(LEAD_IN.search(text) or (len(text.split()) <= 6 and VIL.search(text)))
