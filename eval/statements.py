"""An answer taken apart without the assistant's own code: statements, their markers, numbers and names."""

import re
from dataclasses import dataclass
from fractions import Fraction

from eval.matching import MARKER

ABBREVIATIONS = {
    "bl.a.", "bla.", "ca.", "dr.", "dvs.", "e.g.", "ekskl.", "evt.", "f.eks.", "fx.", "gns.", "hhv.", "i.e.", "if.",
    "inkl.", "jf.", "kl.", "kr.", "m.fl.", "m.v.", "maks.", "mia.", "mill.", "min.", "mio.", "mv.", "nr.", "osv.",
    "pct.", "pga.", "sml.", "st.", "stk.", "vedr.",
}  # fmt: skip
"""A full stop that ends no sentence, though a capital or digit may follow."""
NUMBER = re.compile(r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*")
NAME = re.compile(r"[A-ZÆØÅ][a-zæøåéüöä]+(?:-[A-ZÆØÅ]?[a-zæøåéüöä]+)*")
TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item or table row; `markers` prove it, `heading` ones claim nothing themselves."""

    text: str
    markers: tuple[int, ...]
    heading: bool = False
    """A table's head, a Markdown heading, or a line that only leads in to a list."""


def statements(answer: str) -> list[Statement]:
    """The statements of a Markdown answer, in order; a marker belongs to the sentence it follows."""
    found: list[Statement] = []
    lines = [line for line in answer.splitlines() if line.strip()]
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        head = line.lstrip().startswith("#") or bool(
            line.lstrip().startswith("|") and TABLE_RULE.match(following) and "-" in following
        )
        for sentence in [line] if line.lstrip().startswith("|") else _sentences(LIST_MARK.sub("", line)):
            text = " ".join(MARKER.sub(" ", sentence).replace("*", "").split())
            markers = tuple(int(mark[1:-1]) for mark in MARKER.findall(sentence))
            if re.search(r"\w", text):
                found.append(Statement(text, markers, head or text.endswith(":")))
    return found


def _sentences(line: str) -> list[str]:
    """Cut after . ! ? (and the markers behind it) before a capital or digit, never after an abbreviation or ordinal."""
    pieces: list[str] = []
    start = 0
    for match in re.finditer(r"[.!?][\"”»*_)]*(?:\s*\[\d+\])*\s+(?=[\"“«*_(]*[A-ZÆØÅ0-9])", line):
        word = line[start : match.start() + 1].split()[-1].strip('*_("“«').casefold()
        if word in ABBREVIATIONS or re.fullmatch(r"\d{1,2}\.|[a-zæøå]\.", word):
            continue
        pieces.append(line[start : match.end()])
        start = match.end()
    return [*pieces, line[start:]]


def numbers(text: str) -> list[Fraction]:
    """Every number written in digits, exactly: `.` or a hard blank before groups of three, `,` before decimals."""
    return [number_value(match[0]) for match in NUMBER.finditer(text)]


def number_value(written: str) -> Fraction:
    """The value of one written number; dates and versions (30.9.2023) count by their digits."""
    plain = re.sub(r"[\s\u00a0\u202f]", ".", written)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", plain) or re.fullmatch(r"\d+,\d+", plain):
        return Fraction(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", plain):
        return Fraction(plain.replace(",", ""))
    if re.fullmatch(r"\d+(\.\d+)?", plain):
        return Fraction(plain)
    return Fraction(re.sub(r"\D", "", plain))


def names(text: str) -> list[str]:
    """Words with a capital inside a sentence; the first word of a sentence, cell or quotation is capital anyway."""
    found = []
    for match in NAME.finditer(text):
        before = text[: match.start()].rstrip(" *_\"“”»«('|")
        first = (
            not before or before[-1] in ".!?:–|" or text[: match.start()].rstrip(" *_").endswith(("|", "“", "»", '"'))
        )
        if not first:
            found.append(match[0])
    return found
