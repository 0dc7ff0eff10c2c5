"""Broken words, ligatures, bullets, lost dashes: one row per form in which print damages words."""

import pytest

from ingest.repair import clean_word, join_lines, split_bullet


def joined(first: str, second: str, **kwargs: object) -> str:
    """Two line ends as they are stored."""
    options = {"open_end": True, "lost_hyphens": False, **kwargs}
    join = join_lines(first, second, **options)  # type: ignore[arg-type]
    return first[: len(first) - join.drop] + join.glue + second


@pytest.mark.parametrize(
    ("first", "second", "stored"),
    [
        ("bolig-", "organisation", "boligorganisation"),  # hard hyphen
        ("bolig\u00ad", "organisation", "boligorganisation"),  # soft hyphen
        ("bolig\ufffe", "organisation", "boligorganisation"),  # PDFium's mark for either
        ("bolig\u2010", "organisation", "boligorganisation"),  # typographic hyphen
        ("al-", "men", "almen"),  # a word that ends like one that joins
        ("by-", "og", "by- og"),  # suspended: the hyphen belongs to the word
        ("udlejnings\ufffe", "og", "udlejnings- og"),
        ("ældre-", "eller", "ældre- eller"),
        ("Lolland-", "Falster", "Lolland-Falster"),  # a name of two names
        ("EU-", "kurser", "EU-kurser"),  # an abbreviation keeps its hyphen
        ("e-", "mail", "e-mail"),
        ("2025-", "2029.", "2025-2029."),  # a range
        ("FORAN-", "DRET", "FORANDRET"),  # a heading in capitals
        ("10-", "årig", "10-årig"),
        ("huset", "ligger", "huset ligger"),  # nothing broken
        ("2021", "2026.", "2021-2026."),  # the dash of a range is lost
        ("2026", "2021.", "2026 2021."),  # years that fall are no range
        ("2021", "boliger", "2021 boliger"),
    ],
)
def test_line_ends(first: str, second: str, stored: str) -> None:
    assert joined(first, second) == stored


@pytest.mark.parametrize(
    ("first", "second", "open_end", "stored"),
    [
        ("sam", "arbejde", True, "samarbejde"),  # no blank at the line's end: a word is broken
        ("sam", "arbejde", False, "sam arbejde"),  # a blank stands there: two words
        ("genera", "tioner", True, "generationer"),
        ("sam", "Aarhus", True, "sam Aarhus"),  # a capital never goes on
        ("udvik", "lingen", False, "udviklingen"),  # the first half is no word, though a blank stands there
        ("reno", "veringer", False, "renoveringer"),  # the second half is none
        ("børne", "grupper", False, "børnegrupper"),  # a first part that stands for nothing alone, and the file has it
        ("børne", "bøger", False, "børne bøger"),  # the file never says it
        ("under", "støtte", False, "under støtte"),  # two words, though "understøtte" is one
    ],
)
def test_lost_hyphens(first: str, second: str, open_end: bool, stored: str) -> None:
    said = {"børnegruppen", "understøtter"}
    assert joined(first, second, open_end=open_end, lost_hyphens=True, vocabulary=said) == stored


def test_lost_hyphens_only_where_the_file_loses_them() -> None:
    assert joined("sam", "arbejde", open_end=True, lost_hyphens=False) == "sam arbejde"


def test_the_document_decides_between_two_spellings() -> None:
    assert joined("klima-", "venlig", vocabulary={"klima-venlig"}) == "klima-venlig"
    assert joined("klima-", "venlig", vocabulary={"klima-venlig", "klimavenlig"}) == "klimavenlig"


@pytest.mark.parametrize(
    ("printed", "stored", "kinds"),
    [
        ("ﬁnder", "finder", ["ligature"]),
        ("Oﬃce", "Office", ["ligature"]),
        ("bolig\u00adområde", "boligområde", ["hyphen"]),  # a soft hyphen that was not needed
        ("m²", "m²", []),  # stays
        ("CO₂-udledning", "CO₂-udledning", []),  # stays
        ("boliger.¹", "boliger.¹", []),  # a digit is never deleted
        ("\ufffdløfte", "løfte", ["bullet"]),  # lost bullet
        ("bo\ufffdig", "bo\ufffdig", []),  # a letter nobody knows stays to be seen
        ("20222035", "2022-2035", ["lost_dash"]),
        ("20352022", "20352022", []),  # falling
        ("18992035", "18992035", []),  # no plausible year
        ("12345678", "12345678", []),  # a phone number
        ("a\u202eb", "ab", ["space"]),  # bidirectional mark
        ("bolig\u200borganisation", "boligorganisation", ["space"]),  # zero-width blank
        ("A\u030arhus", "Århus", []),  # composed
    ],
)
def test_words(printed: str, stored: str, kinds: list[str]) -> None:
    clean = clean_word(printed)
    assert clean.text == stored
    assert [kind for *_, kind in clean.repairs] == kinds


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("• løfte samtalen", "løfte samtalen"),
        ("•\t\ufffdløfte samtalen", "løfte samtalen"),  # two marks for one bullet
        ("\uf0b7 løfte", "løfte"),  # Symbol font
        ("– løfte", "løfte"),
        ("o løfte", "løfte"),  # Word's second level
        ("om løfter", "om løfter"),  # a word, no bullet
        ("-5 grader", "-5 grader"),  # a minus
        ("– ", "– "),  # nothing after it
    ],
)
def test_bullets(line: str, rest: str) -> None:
    assert split_bullet(line)[1] == rest
